"""A table of numbers is offered as a chart in comments; taken, it loads; left, it changes nothing."""

from __future__ import annotations

import re

import pytest

from briefdeck.model.outline import Outline, Section, Table
from briefdeck.text.outline import dump_outline, load_outline
from briefdeck.text.outline_offer import offered_chart

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
