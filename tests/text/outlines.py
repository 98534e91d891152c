"""Outlines for tests: one that uses every key, and strategies for any that could be written."""

from hypothesis import strategies as st

from briefdeck.model.ids import assign_ids
from briefdeck.model.outline import (
    BriefSettings,
    Chart,
    DeckSettings,
    Figure,
    Moment,
    Outline,
    Picture,
    Point,
    Quote,
    Remark,
    Section,
    Series,
    Side,
    Table,
    Term,
    Unused,
)
from briefdeck.model.values import replace
from briefdeck.text.blank import is_blank

EVERYTHING = """\
version: "1"
title: "How plants eat light"
title_from: 1
subtitle: "Photosynthesis: the basics"
author: "R. Iyer"
school: "Hill School"
class: "9 B"
date: 2026-11-22
logo: "logo.png"
note: "notes/light.txt"
digest: "sha256:00ff"
lang: "en-GB"
deck: {theme: "high-contrast", template: "school.pptx"}
brief: {theme: "default", paper: letter, justify: true}

sections:
  - title: "What a leaf does"
    id: leaf
    from: [2, 3]
    lead: "A leaf is a kitchen."
    notes: "Ask first.\\nThen tell."
    layout: "Two columns"
    priority: 2
    points:
      - "A bare sentence."
      - Water: "It comes from the root."
      - Gases:
          - "Carbon dioxide goes in."
          - "Oxygen goes out."
      - id: glucose
        label: "Sugar"
        say: "The leaf makes glucose, which it stores as starch."
        show: "The leaf makes glucose"
        from: "6-8"
        priority: 1
        points:
          - {say: "Starch turns blue with iodine.", from: ["9-10", 12]}
    figures:
      - {value: "over 90%", caption: "of a leaf's light is not used", from: 5}
    quote: {text: "Nature never hurries.", by: "Lao Tzu", from: 20}
    timeline:
      - 1771: "Priestley's mint saves a mouse."
      - {when: "1779", what: "Ingenhousz finds that light is needed.", from: 22}
    compare:
      - {label: "Day", points: ["It makes sugar."]}
      - {label: "Night", points: [{say: "It burns sugar.", from: 30}]}
    table:
      header: ["", "day", "night"]
      rows:
        - ["oxygen", "out", "in"]
        - ["light", "yes", ""]
      caption: "Gases by time"
      from: 31
    chart:
      kind: bar
      categories: ["red", "green"]
      series:
        - {name: "growth", values: [12.5, "−3"]}
      reading: "Red light helps most."
      caption: "Growth in mm"
      from: 33
    picture: {file: "leaf.png", alt: "A leaf cut open.", caption: "A leaf", from: 35}
    sections:
      - title: "Inside the cell"
        title_from: generated
        table: {file: "cells.csv"}
        chart: {kind: pie, file: "cells.csv"}
  - title: "My own section"
    lead: "Added by hand."

terms:
  - {term: "stoma", meaning: "a pore of the leaf", from: 40}
  - Starch: "what sugar is stored as"
questions:
  - {text: "Why are leaves green?", from: 41}
  - "Why do leaves fall?"
takeaways:
  - "Leaves eat light."
sources:
  - {text: "School book, chapter 4", from: 50}
unused:
  - {from: "51-52", reason: "only dashes"}
"""

_NASTY = st.sampled_from(
    ["no", "12:30", "a: b", "x #5", "- x", "'", '"', "\\", "\\N", "\x85", "\u2028", "\u2029", "\xa0", "\ue000", "😀",
     " lead", "trail ", "\t", "{", "[", "*b*", "&c", "!d", "%", "@", "`", "|", ">", "? x", "null", "~", "%YAML", "---",
     "...", "#", "हिन्दी", "עברית", "e\u0301", "\u200d", "\u202e", "\ufeff"]
)  # fmt: skip
_CHARACTER = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
_ANY = st.one_of(_NASTY, st.text(_CHARACTER, max_size=12))
_WORDS = st.lists(_ANY, min_size=1, max_size=3).map("".join).filter(lambda text: not is_blank(text))
_MAYBE = st.just("") | _WORDS
_CELL = st.just("") | _ANY
_LINES = st.lists(st.integers(1, 40), max_size=4).map(tuple)
_PRIORITY = st.none() | st.integers(1, 9)


def _tuples(strategy, least=0, most=2):
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


_POINT = st.one_of(
    st.builds(Point, say=_WORDS, show=_MAYBE, label=_MAYBE, lines=_LINES, priority=_PRIORITY, counted=st.booleans()),
    st.builds(Point, say=_WORDS, show=_WORDS, more=_tuples(_WORDS, 1), lines=_LINES),
)
_GROUP = st.builds(Point, label=_WORDS, lines=_LINES, points=_tuples(_POINT, 1), numbered=st.booleans())
_BRANCH = st.builds(Point, say=_WORDS, points=_tuples(_POINT | _GROUP))
_POINTS = _tuples(st.one_of(_POINT, _GROUP, _BRANCH), most=3)
_SIDE = st.builds(Side, label=_WORDS, points=_tuples(_POINT, 1))
_REMARKS = _tuples(st.builds(Remark, text=_WORDS, lines=_LINES))
_NUMBERS = st.sampled_from(["1", "-2.5", "−3", "1,000", "12 %", "0"])


@st.composite
def _tables(draw):
    if draw(st.booleans()):
        return Table(file=draw(_WORDS), caption=draw(_MAYBE), lines=draw(_LINES))
    width = draw(st.integers(1, 3))
    row = st.lists(_CELL, min_size=width, max_size=width).map(tuple)
    return Table(header=draw(row), rows=draw(_tuples(row, 1)), caption=draw(_MAYBE), lines=draw(_LINES))


@st.composite
def _charts(draw):
    kind = draw(st.sampled_from(["bar", "column", "line", "pie", "stacked"]))
    if draw(st.booleans()):
        return Chart(kind=kind, file=draw(_WORDS), reading=draw(_MAYBE))
    width = draw(st.integers(1, 3))
    values = st.lists(_NUMBERS, min_size=width, max_size=width).map(tuple)
    series = st.builds(Series, name=_WORDS, values=values)
    categories = draw(st.lists(_WORDS, min_size=width, max_size=width).map(tuple))
    return Chart(kind=kind, categories=categories, series=draw(_tuples(series, 1)), caption=draw(_MAYBE))


def _sections(below):
    return st.builds(
        Section,
        id=st.just(""),
        title=_WORDS,
        title_from=st.sampled_from(["line", "generated", "furniture", "user"]),
        lines=_LINES,
        lead=_MAYBE,
        notes=_MAYBE | st.just("one\n  two\n"),
        layout=_MAYBE,
        priority=_PRIORITY,
        points=_POINTS,
        numbered=st.booleans(),
        figures=_tuples(st.builds(Figure, value=_WORDS, caption=_WORDS, lines=_LINES)),
        quote=st.none() | st.builds(Quote, text=_WORDS, by=_MAYBE, lines=_LINES),
        timeline=_tuples(st.builds(Moment, when=_WORDS, what=_WORDS, lines=_LINES)),
        compare=st.just(()) | _tuples(_SIDE, 2, 2),
        table=st.none() | _tables(),
        chart=st.none() | _charts(),
        picture=st.none() | st.builds(Picture, file=_WORDS, alt=_WORDS, caption=_MAYBE, lines=_LINES),
        sections=below,
    )


@st.composite
def _whole(draw, made):
    """Outlines with ids, some sections named by the author, and titles from anywhere.

    They print as what they are; the calls that made one would take an hour to print.
    """
    outline = draw(made)
    word, lines = draw(_TITLE_FROM)
    sections = tuple(
        replace(section, id=f"own-{number}", explicit_id=True) if number < 2 and draw(st.booleans()) else section
        for number, section in enumerate(outline.sections)
    )
    return assign_ids(replace(outline, title_from=word, title_lines=lines, sections=sections))


_TITLE_FROM = st.sampled_from(["line", "front matter", "file name", "generated", "user"]).map(
    lambda word: (word, ())
) | _LINES.filter(bool).map(lambda lines: ("line", lines))
_OUTLINES = st.builds(
    Outline,
    title=_WORDS,
    subtitle=_MAYBE,
    author=_MAYBE,
    school=_MAYBE,
    class_=_MAYBE,
    date=_MAYBE,
    logo=_MAYBE,
    note=_MAYBE,
    digest=_MAYBE,
    lang=st.sampled_from(["en", "no", "pt-BR", "zh-Hant-TW"]),
    sections=_tuples(_sections(_tuples(_sections(st.just(())), most=1)), 1),
    terms=_tuples(st.builds(Term, term=_WORDS, meaning=_WORDS, lines=_LINES)),
    questions=_REMARKS,
    takeaways=_REMARKS,
    sources=_REMARKS,
    unused=_tuples(st.builds(Unused, lines=_LINES, reason=_WORDS)),
    deck=st.builds(DeckSettings, theme=_MAYBE, template=_MAYBE, max_slides=st.none() | st.integers(3, 99)),
    brief=st.builds(
        BriefSettings,
        theme=_MAYBE,
        paper=st.sampled_from(["", "a4", "letter"]),
        justify=st.booleans(),
        more=st.booleans(),
    ),
)
OUTLINES = _whole(_OUTLINES)
