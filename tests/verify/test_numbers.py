"""The number of a section on slides, in the agenda and on the brief: what differs is named, what is sound is not."""

from __future__ import annotations

from typing import get_args

import pytest
from lxml.etree import fromstring

from briefdeck.assets import read_look
from briefdeck.model.outline import BriefStyle, DeckSettings, Outline
from briefdeck.pipeline import Order, TemplateFile, make
from briefdeck.verify import verify
from briefdeck.verify.brief_reader import read_brief
from briefdeck.verify.checks_numbers import sections
from briefdeck.verify.deck_numbering import Numbering
from briefdeck.verify.deck_reader import read_deck
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.script import Script
from compose.outlines import outline, section, words
from fit.any_deck import any_deck
from template import samples


def titled(*titles: str, **more: object) -> Outline:
    """Sections that are long enough for slides of their own to open them."""
    return outline(*[section(title, *[words(14)] * 12) for title in titles], **more)


def said(of: Outline, order: Order) -> list[str]:
    """What the check says of the deck and the brief that are built so."""
    made = make(of, order)
    deck, brief = read_deck(made.deck or b"")[0], read_brief(made.brief or b"")[0]
    assert deck and brief
    script = Script(of, read_look("", of.lang).furniture)
    return [problem.message for problem in sections(Evidence(deck, brief, script, None))]


LAND = titled("Rain", "Rivers", "Seas")
BELOW = outline(section("Land", sections=(section("Hills"), section("Plains", "x"))), section("Seas", "y"))


@pytest.mark.parametrize(
    ("places", "numbers", "found"),
    [
        (["brief.blocks"], ("1", "4", "3"), [
            "slide 7: the number of “Rivers” is 2, on the brief 4",
            "the agenda on slide 2: the number of “Rivers” is 2, on the brief 4",
        ]),
        (["brief.blocks"], ("1", "2", ""), [
            "slide 11: the number of “Seas” is 3, on the brief missing",
            "the agenda on slide 2: the number of “Seas” is 3, on the brief missing",
        ]),
        (["deck.ends"], ("2", "1", "3"), [
            "the agenda on slide 2: the number of “Rain” is 2, on the brief 1",
            "the agenda on slide 2: the number of “Rivers” is 1, on the brief 2",
        ]),
        (["deck.ends"], ("", "", ""), [
            f"the agenda on slide 2: the number of “{name}” is missing, on the brief {number}"
            for number, name in enumerate(("Rain", "Rivers", "Seas"), 1)
        ]),
        (["brief.blocks", "deck.document", "deck.ends"], ("1", "3", "2"), [
            "the brief: the number of “Seas” is 2, after 3",
            "slide 11: the number of “Seas” is 2, after 3",
            "the agenda on slide 2: the number of “Seas” is 2, after 3",
        ]),
    ],
)  # fmt: skip
def test_files_that_were_made_with_other_numbers_are_named(monkeypatch, places, numbers, found):
    for place in places:
        monkeypatch.setattr(f"briefdeck.compose.{place}.section_numbers", lambda _: numbers)
    assert said(LAND, Order()) == found


def test_the_number_of_a_section_below_another_begins_with_that_of_the_other(monkeypatch):
    assert said(BELOW, Order()) == []
    monkeypatch.setattr("briefdeck.compose.deck.document.section_numbers", lambda _: ("2", "3"))
    assert [message for message in said(BELOW, Order()) if "Hills" in message] == [
        "slide 4: the number of “Hills” is 2.1, on the brief 1 for the section above it"
    ]


SOUND = {
    "template": (LAND, Order(template=TemplateFile(samples.usual(), "usual.pptx"))),
    "nothing added": (titled("Rain", "Rivers", deck=DeckSettings(furniture=("none",))), Order()),
    "one section": (titled("Rain"), Order()),
    "own numbers": (titled("1. Rain", "2. Rivers"), Order()),
    "some own numbers": (titled("Rain", "IV. Rivers", "Seas"), Order()),
    "the same title twice": (titled("Rain", "Rain", "Seas", subtitle="Rain"), Order()),
    "long titles": (titled(*[f"{name} {words(40)}" for name in ("Rain", "Rivers")]), Order()),
    "from the right": (titled("مطر", "أنهار", lang="ar"), Order()),
    "many": (titled(*[f"Part {letter}" for letter in "abcdefghijk"]), Order()),
}


@pytest.mark.parametrize(("of", "order"), SOUND.values(), ids=SOUND)
def test_sound_files_have_nothing_to_say(of, order):
    assert said(of, order) == []


@pytest.mark.parametrize("style", get_args(BriefStyle))
def test_every_style_of_the_brief_shows_the_numbers(style):
    """What the check reads is there in each."""
    brief = read_brief(make(LAND, Order(style=style)).brief or b"")[0]
    assert brief and said(LAND, Order(style=style)) == []


@pytest.mark.parametrize("only", ["deck", "brief"])
def test_one_file_alone_is_not_checked(only):
    made = make(LAND, Order(only=only))
    report = verify(made.deck, made.brief, LAND, None, read_look("", "en").furniture)
    assert [check.passed for check in report.checks if check.name == "sections have one number each"] == [None]


@pytest.mark.slow
@pytest.mark.parametrize("number", range(20))
def test_decks_of_chance_have_nothing_to_say(number):
    one = any_deck(number)
    assert said(one.outline, one.order._replace(only="")) == []


A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def test_paragraphs_are_counted_as_programs_count_them():
    def style(inner: str) -> object:
        return fromstring(f'<a:pPr xmlns:a="{A}">{inner}</a:pPr>')

    one, other = style('<a:buAutoNum type="arabicPeriod"/>'), style('<a:buAutoNum type="arabicPlain" startAt="4"/>')
    none, silent = style("<a:buNone/>"), style("<a:defRPr/>")
    rows = [
        (0, [one], "1"), (0, [silent, one], "2"), (1, [none], ""), (1, [one], "1"), (0, [one], "3"), (1, [one], "1"),
        (0, [none, one], ""), (0, [one], "1"), (0, [other], "4"), (0, [other], "5"), (0, [silent], ""),
    ]  # fmt: skip
    numbering = Numbering()
    assert [numbering.following(level, styles, "x") for level, styles, _ in rows] == [number for *_, number in rows]
    assert [numbering.following(0, [one], text) for text in ("x", " ", "x")] == ["1", "", "2"]
