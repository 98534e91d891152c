"""Outlines for the deck's tests, built by hand and by hypothesis."""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from briefdeck.model.ids import assign_ids
from briefdeck.model.media import Media
from briefdeck.model.outline import (
    Chart,
    DeckSettings,
    Figure,
    Furnishing,
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
)
from briefdeck.model.values import replace


def outline(*sections: Section, **more: object) -> Outline:
    """An outline with ids; its title is "Deck" unless another is given."""
    return assign_ids(Outline(**{"title": "Deck", "sections": sections, **more}))  # type: ignore[arg-type]


def section(title: str = "Part", *points: Point | str, **more: object) -> Section:
    """A section; bare texts are points."""
    return Section(id="", title=title, points=tuple(map(point, points)), **more)  # type: ignore[arg-type]


def point(say: Point | str, **more: object) -> Point:
    """A point of that text."""
    return say if isinstance(say, Point) else Point(say=say, **more)  # type: ignore[arg-type]


def group(label: str, *points: str) -> Point:
    """A label over points."""
    return Point(label=label, points=tuple(map(point, points)))


def remarks(*texts: str) -> tuple[Remark, ...]:
    return tuple(Remark(text=text) for text in texts)


def words(count: int, word: str = "measured") -> str:
    """A sentence of that many words."""
    return " ".join([word.capitalize(), *[word] * (count - 1)]) + "."


def chart(kind: str = "bar", *numbers: str, **more: object) -> Chart:
    """A chart of one series whose categories are letters."""
    numbers = numbers or ("3", "1", "2")
    series = (Series(name="Counted", values=numbers),)
    return Chart(kind=kind, categories=tuple("ABCDEFGHIJKL"[: len(numbers)]), series=series, **more)  # type: ignore[arg-type]


MEDIA = {
    "photo": Media("photo", "jpeg", 1200, 900, b"not looked at"),
    "wide": Media("wide", "png", 3000, 1000, b"nor this"),
}
"""Pictures that outlines of the tests may name; composers do not look into their bytes."""


def picture(name: str = "photo", **more: object) -> Picture:
    return Picture(file=name, alt=f"A {name}", **more)  # type: ignore[arg-type]


REACHES: dict[str, Outline] = {
    "Chart": outline(section("A", chart=chart())),
    "Chart with reading": outline(section("A", chart=chart(reading="A leads."))),
    "Picture": outline(section("A", picture=picture())),
    "Picture wide": outline(section("A", picture=picture("wide"))),
    "Picture with points": outline(section("A", "One.", "Two.", picture=picture())),
    "Title": outline(section()),
    **{
        f"Agenda {most}": outline(*[section(f"Part {n}", "x") for n in range(most)])
        for most in (2, 3, 4, 5, 6, *range(8, 25, 2))
    },
    "Section with statement": outline(
        section("A", "One thing.", group("Label", *[words(12)] * 3), group("Other", *[words(12)] * 4))
    ),
    "Section with points": outline(
        section("A", "One thing.", "Another.", group("Label", *[words(12)] * 3), group("Other", *[words(12)] * 4))
    ),
    "Section with lead": outline(section("A", "One.", group("Label", *[words(12)] * 4), lead="What it is about.")),
    "Points with key point": outline(section("A", "One.", "Two.", lead="What it is about.")),
    "Section": outline(section("Nothing below")),
    "Subsection": outline(section("A", "One.", sections=(section("Nothing below that"),))),
    "Figure": outline(
        section(
            "A",
            Point(say="It costs $3.", lines=(2,)),
            "Nobody knew why it cost as much as that in spring.",
            figures=(Figure(value="$3", caption="cost", lines=(2,)),),
        )
    ),
    "Number": outline(section("A", "One.", figures=(Figure(value="7", caption="dwarfs"),))),
    "Numbers 2": outline(section("A", figures=tuple(Figure(value=str(n), caption="of them") for n in range(2)))),
    "Numbers 3": outline(section("A", figures=tuple(Figure(value=str(n), caption="of them") for n in range(3)))),
    "Comparison": outline(section("A", compare=tuple(Side(label=x, points=(point(words(24)),)) for x in "AB"))),
    "Middle comparison": outline(section("A", compare=tuple(Side(label=x, points=(point(words(18)),)) for x in "AB"))),
    "Low comparison": outline(section("A", compare=tuple(Side(label=x, points=(point(words(6)),)) for x in "AB"))),
    "Low cards 2": outline(section("A", *[group(f"Label {n}", words(8)) for n in range(2)])),
    "Low cards 3": outline(section("A", *[group(f"Label {n}", words(6)) for n in range(3)])),
    "Middle cards 2": outline(section("A", *[group(f"Label {n}", words(9), words(6)) for n in range(2)])),
    "Middle cards 3": outline(section("A", *[group(f"Label {n}", words(11)) for n in range(3)])),
    "Cards 2": outline(section("A", *[group(f"Label {n}", words(12), words(12)) for n in range(2)])),
    "Cards 3": outline(section("A", *[group(f"Label {n}", words(14)) for n in range(3)])),
    "Cards 4": outline(section("A", *[group(f"Label {n}", words(6)) for n in range(4)])),
    **{
        f"Labels {count}": outline(
            section("A", *[Point(label=f"Word {n}", say="x" * 44 if n == 1 else "Yes.") for n in range(count)])
        )
        for count in (3, 4, 5)
    },
    "Labels 2": outline(section("A", Point(label="Word", say=words(24)), Point(label="Other word", say="Yes."))),
    "Low labels 2": outline(section("A", *[Point(label=f"Word {n}", say="Yes.") for n in range(2)])),
    **{f"Tiles {count}": outline(section("A", *[f"Word {n}" for n in range(count)])) for count in (2, 3, 4, 5, 6)},
    "Statement": outline(section("A", "Only this.")),
    "Statement over columns": outline(
        section("A", Point(say="There are these:", points=tuple(point(f"Thing {n}") for n in range(5))))
    ),
    "Statement with points": outline(section("A", Point(say="Only this.", points=(point("And what follows."),)))),
    "Statements 2": outline(section("A", *[words(5)] * 2)),
    "Statements 3": outline(section("A", *[words(5)] * 3)),
    **{
        f"{name} {count}": outline(
            section("A", timeline=tuple(Moment(when=str(1900 + n), what=what) for n in range(count)))
        )
        for name, long in (("Timeline", True), ("Low timeline", False))
        for count in (1, 2, 3, 4, 5)
        for what in ([words(4 * (6 - count) + (12 if count == 1 else 6 if count == 2 else 2)) if long else "It was"])
    },
    "Quote": outline(section("A", quote=Quote(text="I came.", by="Caesar"))),
    "Table": outline(section("A", table=Table(header=("a", "b"), rows=(("1", "2"),), caption="Letters"))),
    "Points in columns": outline(section("A", *[f"Point {n}." for n in range(7)])),
    "Points": outline(section("A", *[words(6)] * 5)),
    **{
        f"Terms {count}": outline(
            section(), terms=tuple(Term(term=f"Word {n}", meaning="what it means") for n in range(count))
        )
        for count in (1, 2, 3, 4, 5)
    },
    "Questions": outline(section(), questions=remarks("Why?")),
    **{
        f"Takeaways {count}": outline(section(), takeaways=remarks(*[f"Thing {n}" for n in range(count)]))
        for count in (1, 2, 3, 4)
    },
    "Sources": outline(section(), sources=remarks("A book", "https://example.org/a/page")),
}
"""For each layout of the table, an outline whose deck uses it."""


def gallery(*names: str) -> Outline:
    """One outline with the sections of those layouts, each under its own title; without names all but pictures."""
    sections = [one for name in names or REACHES for one in REACHES[name].sections if not one.picture]
    return outline(*(replace(one, title=f"{one.title} {number}") for number, one in enumerate(sections, 1)))


_TEXT = st.one_of(
    st.text(
        st.sampled_from(
            "abcdefghijklmnop ABC     éßøЖждия हिन्दी العربية 中文字 日本 ทดสอบ 0123456789.,;:!?()–—-“”’$€%/\u00a0"
        ),
        min_size=1,
        max_size=160,
    ).filter(lambda text: text.strip()),
    st.sampled_from(
        (
            "Short.",
            "https://example.org/" + "very-long-path/" * 8,
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            '<b>&amp; "quoted" & more</b>',
        )
    ),
    st.integers(1, 70).map(words),
).map(lambda text: " ".join(text.split()))
_LINES = st.lists(st.integers(1, 40), max_size=2, unique=True).map(sorted).map(tuple)
_STEPS = st.sampled_from((False, False, True))
_LABEL = st.one_of(st.just(""), st.just(""), _TEXT.map(lambda text: text[:40].strip() or "x"))


def _points(deeper: st.SearchStrategy[tuple[Point, ...]]) -> st.SearchStrategy[tuple[Point, ...]]:
    more = st.lists(_TEXT, max_size=2).map(tuple)
    plain = st.builds(
        Point,
        say=_TEXT,
        show=st.just(""),
        more=more,
        label=_LABEL,
        lines=_LINES,
        points=deeper,
        numbered=_STEPS,
        counted=st.sampled_from((True, True, True, False)),
    )
    groups = st.builds(
        Point,
        label=_TEXT.map(lambda text: text[:40].strip() or "x"),
        points=deeper.filter(lambda found: len(found) > 0),
        numbered=_STEPS,
    )
    return st.lists(st.one_of(plain, plain, groups), max_size=6).map(tuple)


_NONE: st.SearchStrategy[tuple[Point, ...]] = st.just(())
_TWO_LEVELS = _points(st.lists(st.builds(Point, say=_TEXT, lines=_LINES), max_size=3).map(tuple))
_FIGURES = st.lists(
    st.builds(
        Figure, value=st.sampled_from(("12", "over $12 billion", "3.5 %", "about 9 days")), caption=_TEXT, lines=_LINES
    ),
    max_size=3,
).map(tuple)


_NAMES = (
    "Kochi", "2019", "A category of several words", "Rail & road", "O’Neill", "Süd-West", "50–60 %", "दिल्ली", "القاهرة",
    "東京", "Donaudampfschifffahrt", "<18", "A/B",
)  # fmt: skip


@st.composite
def _charts(draw: st.DrawFn) -> Chart:
    """Charts of every kind with a number for each category, here and there a gap."""
    kind = draw(st.sampled_from(("bar", "column", "line", "pie", "doughnut", "stacked")))
    name = st.one_of(st.sampled_from(_NAMES), st.integers(1, 9).map(words))
    names = draw(st.lists(name, min_size=1, max_size=8))
    whole = kind in {"pie", "doughnut"}
    odd = ("1250", "12.5", "0.25") if whole or kind == "stacked" else ("−3", "12.5", "")
    number = st.one_of(st.integers(1, 90).map(str), st.sampled_from(odd))
    rows = 1 if whole else draw(st.integers(1, 4))
    others = st.lists(number, min_size=len(names) - 1, max_size=len(names) - 1)
    series = [Series(name=f"Row {place}", values=("7", *draw(others))) for place in range(rows)]
    reading = draw(st.sampled_from(("", "It grows.")))
    return Chart(kind=kind, categories=tuple(names), series=tuple(series), reading=reading)


def _section(below: st.SearchStrategy[tuple[Section, ...]]) -> st.SearchStrategy[Section]:
    return st.builds(
        Section,
        id=st.just(""),
        title=_TEXT,
        question=st.one_of(st.just(""), _TEXT),
        lead=st.one_of(st.just(""), st.just("A short lead.")),
        notes=st.one_of(st.just(""), _TEXT),
        points=_TWO_LEVELS,
        numbered=_STEPS,
        figures=_FIGURES,
        timeline=st.lists(st.builds(Moment, when=st.just("1900"), what=st.just("It began")), max_size=7).map(tuple),
        quote=st.one_of(st.none(), st.builds(Quote, text=_TEXT, by=st.sampled_from(("", "Somebody")))),
        sections=below,
    )


_SETTINGS = st.builds(
    DeckSettings,
    titles=st.sampled_from(("", "topic", "question", "assertion")),
    builds=st.booleans(),
    furniture=st.lists(st.sampled_from(get_args(Furnishing)), max_size=4, unique=True).map(tuple),
)


@st.composite
def _with_ids(draw: st.DrawFn, made: st.SearchStrategy[Outline]) -> Outline:
    """Outlines with ids. They print as what they are; the calls that made one would take an hour to print."""
    return assign_ids(draw(made))


_outlines = st.builds(
    Outline,
    deck=st.one_of(st.just(DeckSettings()), _SETTINGS),
    title=_TEXT,
    subtitle=st.one_of(st.just(""), st.just("A subtitle")),
    lang=st.sampled_from(("en", "ru", "hi", "ar", "zh", "th")),
    sections=st.lists(_section(st.lists(_section(st.just(())), max_size=2).map(tuple)), max_size=4).map(tuple),
    terms=st.lists(st.builds(Term, term=_TEXT.map(lambda text: text[:50] or "x"), meaning=_TEXT), max_size=7).map(
        tuple
    ),
    questions=st.lists(st.builds(Remark, text=_TEXT), max_size=7).map(tuple),
    takeaways=st.lists(st.builds(Remark, text=_TEXT), max_size=6).map(tuple),
    sources=st.lists(st.builds(Remark, text=_TEXT), max_size=9).map(tuple),
)
outlines = _with_ids(_outlines)
"""Outlines as wild as people may make them, shortish."""

_charted = st.builds(
    Outline,
    title=st.just("Charts"),
    lang=st.sampled_from(("en", "de", "ar", "hi")),
    sections=st.lists(
        st.builds(
            Section,
            id=st.just(""),
            title=st.sampled_from(("Rain", "What a long title of a section with a chart this is, one would say")),
            points=st.lists(st.builds(Point, say=st.integers(3, 12).map(words)), max_size=2).map(tuple),
            chart=_charts(),
        ),
        min_size=1,
        max_size=3,
    ).map(tuple),
)
charted = _with_ids(_charted)
"""Outlines with charts of every kind."""
