"""A table of numbers, offered as a chart: what `outline.yaml` says in comments, for the author to take or leave."""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.late import late_pattern
from briefdeck.model.numbers import read_numbers
from briefdeck.model.outline import Chart, Section, Series, Table

_ROWS, _ROWS_IN_LINE = range(2, 13), range(3, 25)
_MOST_SERIES = 4
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
