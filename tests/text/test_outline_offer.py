"""What is offered in comments: a chart for a table of numbers, one comparison for two sections. Taken, it loads."""

from __future__ import annotations

import re

import pytest

from briefdeck.model.outline import Outline, Point, Section, Table, section_points, walk_sections
from briefdeck.text.outline import dump_outline, load_outline
from briefdeck.text.outline_offer import offered_chart, offered_comparison

HARVEST = Table(header=("Crop", "Tonnes", "Colour"), rows=(("Wheat", "1,200", "gold"), ("Rice", "900", "white")))


def lesson(table: Table) -> Outline:
    return Outline(title="Harvest", lang="en", sections=(Section(id="s1", title="Yields", table=table),))


def loaded(text: str) -> Outline:
    found = load_outline(text, "outline.yaml")
    return found[0] if isinstance(found, tuple) else found


def test_a_teacher_takes_the_offer_by_deleting_the_marks():
    text = dump_outline(lesson(HARVEST))
    taken = re.sub(r"(?m)^    # (?!The table)", "    ", text)
    assert taken != text
    chart = loaded(taken).sections[0].chart
    assert chart is not None
    assert [(one.name, one.values) for one in chart.series] == [("Tonnes", ("1,200", "900"))]
    assert chart.categories == ("Wheat", "Rice")


def test_left_alone_the_offer_says_nothing():
    assert loaded(dump_outline(lesson(HARVEST))).sections[0].chart is None


@pytest.mark.parametrize(
    "rows",
    [
        (("Wheat", "gold"), ("Rice", "white")),
        (("Wheat", "12 %"), ("Rice", "900")),
        (("Wheat", ""), ("Rice", "900")),
        (("Wheat", "1"), ("Wheat", "2")),
        (("", "1"), ("Rice", "2")),
        (("1", "3"), ("2", "4")),
        (("Wheat", "900"),),
    ],
)
def test_words_gaps_and_lone_rows_are_no_chart(rows):
    assert offered_chart(Section(id="s", title="S", table=Table(header=("Crop", "Amount"), rows=rows))) is None


def test_years_make_a_line():
    rows = tuple((str(year), str(year - 1900)) for year in range(1990, 1995))
    chart = offered_chart(Section(id="s", title="S", table=Table(header=("Year", "Tonnes"), rows=rows)))
    assert chart is not None
    assert chart.kind == "line"


def said(number: int, text: str) -> Point:
    return Point(say=text, lines=(number,))


FOR = Section(
    id="h1", title="Advantages of wind", lines=(1,), points=(said(2, "It is clean."), said(3, "It is cheap."))
)
AGAINST = Section(id="h4", title="Disadvantages of wind", lines=(4,), points=(said(5, "It is loud."),))
COSTS = Section(id="h6", title="Costs", lines=(6,), points=(said(7, "A mill costs much."),))


def all_lines(outline: Outline) -> set[int]:
    sections = list(walk_sections(outline.sections))
    own = {line for section in sections for line in section.lines}
    return own | {line for section in sections for point in section_points(section) for line in point.lines}


@pytest.mark.parametrize("below", [False, True], ids=["sections", "subsections"])
def test_a_teacher_takes_the_comparison_by_deleting_the_marks_and_the_two_sections(below):
    three = (FOR, AGAINST, COSTS)
    outline = Outline(
        title="Wind",
        lang="en",
        sections=(Section(id="h9", title="Power", lines=(9,), sections=three),) if below else three,
    )
    text = dump_outline(outline)
    assert all(not section.compare for section in walk_sections(loaded(text).sections))
    indent = "      " if below else "  "
    lines = text.splitlines()
    first, last = (
        next(n for n, line in enumerate(lines) if line == f'{indent}- title: "{each.title}"') for each in (FOR, COSTS)
    )
    taken = "\n".join(
        line.replace("# ", "", 1)
        if line.startswith(f"{indent}# ") and "below" not in line and "of these" not in line
        else line
        for line in [*lines[:first], *lines[last:]]
    )
    found = loaded(taken + "\n")
    sections = found.sections[0].sections if below else found.sections
    assert [section.title for section in sections] == ["Advantages of wind / Disadvantages of wind", "Costs"]
    sides = sections[0].compare
    assert [(side.label, [point.say for point in side.points]) for side in sides] == [
        ("Advantages of wind", ["It is clean.", "It is cheap."]),
        ("Disadvantages of wind", ["It is loud."]),
    ]
    assert all_lines(found) == all_lines(outline)


@pytest.mark.parametrize(
    "second",
    [
        COSTS,
        Section(id="h4", title="Disadvantages of coal", points=(said(5, "It is loud."),)),
        Section(id="h4", title="Disadvantages of wind"),
        Section(id="h4", title="Disadvantages of wind", points=AGAINST.points, table=HARVEST),
        Section(id="h4", title="Disadvantages of wind", points=AGAINST.points * 9),
        Section(id="h4", title="Disadvantages of wind", points=AGAINST.points, sections=(COSTS,)),
    ],
    ids=["another matter", "another subject", "no points", "a table", "many points", "sections"],
)
def test_what_does_not_stand_against_it_is_no_side(second):
    assert offered_comparison(FOR, second) is None
    assert offered_comparison(FOR, AGAINST) is not None


def test_the_sides_may_come_in_any_order_and_sections_between_part_them():
    assert offered_comparison(AGAINST, FOR) is not None
    text = dump_outline(Outline(title="Wind", lang="en", sections=(FOR, COSTS, AGAINST)))
    assert "against each other" not in text
