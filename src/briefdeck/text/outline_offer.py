"""What `outline.yaml` offers in comments, for the author to take or leave.

A table of numbers could be a chart too; two sections that stand against each other could be one comparison.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.late import late_pattern
from briefdeck.model.numbers import read_numbers
from briefdeck.model.opposites import are_opposed
from briefdeck.model.outline import Chart, Point, Section, Series, Side, Table
from briefdeck.model.values import replace

_ROWS, _ROWS_IN_LINE = range(2, 13), range(3, 25)
_MOST_SERIES = 4
_MOST_ON_A_SIDE = 8  # points
_YEAR = late_pattern(r"(?:1[5-9]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?")


def offered_chart(section: Section) -> Chart | None:
    """The chart that the section's table could also be; None when it has one, or its cells are no numbers."""
    table = section.table
    if table is None or section.chart is not None or not table.rows or table.file:
        return None
    categories = tuple(row[0] for row in table.rows)
    dated = all(_YEAR.fullmatch(name) for name in categories)
    if len(table.rows) not in (_ROWS_IN_LINE if dated else _ROWS) or not all(categories):
        return None
    if len(set(categories)) < len(categories) or (not dated and _are_numbers(categories)):
        return None
    series = tuple(_series(table, column) for column in range(1, len(table.header)))
    drawn = tuple(one for one in series if one.name and _are_numbers(one.values))
    if not 1 <= len(drawn) <= _MOST_SERIES or not _are_numbers([value for one in drawn for value in one.values]):
        return None
    return Chart(kind="line" if dated else "bar", categories=categories, series=drawn, lines=table.lines)


def _series(table: Table, column: int) -> Series:
    return Series(name=table.header[column], values=tuple(row[column] for row in table.rows))


def _are_numbers(texts: Sequence[str]) -> bool:
    read = read_numbers(texts, "en")
    return not read.faults and not read.mixed and all(value is not None for value in read.values)


def offered_comparison(first: Section, second: Section) -> Section | None:
    """The section that two neighbours could be in one: "Advantages", "Disadvantages"; None when it could not.

    Each of the two becomes a side. What has more than points and figures keeps its place.
    """
    opposed = are_opposed(first.title, second.title) or are_opposed(second.title, first.title)
    if not opposed or not (_is_side(first) and _is_side(second)):
        return None
    return Section(
        id="",
        title=f"{first.title} / {second.title}",
        title_from="generated",
        figures=first.figures + second.figures,
        compare=(Side(label=first.title, points=_cited(first)), Side(label=second.title, points=_cited(second))),
    )


def _is_side(section: Section) -> bool:
    plain = replace(section, points=(), figures=(), title_from="line", question="", at=section.at)
    bare = Section(
        id=section.id, title=section.title, lines=section.lines, explicit_id=section.explicit_id, at=section.at
    )
    return plain == bare and 0 < len(section.points) <= _MOST_ON_A_SIDE


def _cited(section: Section) -> tuple[Point, ...]:
    """The points of a section, the first of which cites the line of the title as well: no line may get lost."""
    first, *others = section.points
    if first.is_group:
        below = _cited(replace(section, points=first.points))
        return (replace(first, points=below), *others)
    return (replace(first, lines=tuple(sorted({*section.lines, *first.lines}))), *others)
