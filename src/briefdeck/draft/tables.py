"""Tables: rows of cells, the first of them the header."""

from __future__ import annotations

from briefdeck.draft.inline import plain, strip_marks
from briefdeck.draft.rows import Kind, Row
from briefdeck.model.outline import Table

_FEWEST_ROWS, _FEWEST_COLUMNS = 2, 2


def take_table(rows: tuple[Row, ...]) -> tuple[Table | None, tuple[Row, ...]]:
    """The first table among the rows, and the other rows; rows of unequal length are no table and stay."""
    first = next((index for index, row in enumerate(rows) if row.kind is Kind.TABLE), None)
    if first is None:
        return None, rows
    end = first
    while end < len(rows) and rows[end].kind is Kind.TABLE:
        end += 1
    block = rows[first:end]
    cells = [tuple(map(_cell, row.cells)) for row in block]
    widths = {len(each) for each in cells}
    if len(block) < _FEWEST_ROWS or len(widths) > 1 or min(widths) < _FEWEST_COLUMNS or not all(cells[0][1:]):
        return None, rows
    lines = tuple(line for row in block for line in row.sources)
    return Table(header=cells[0], rows=tuple(cells[1:]), lines=lines), rows[:first] + rows[end:]


def _cell(text: str) -> str:
    """The words of a cell; a sign that stands alone in it, such as a tick, is what it says."""
    return plain(text) or strip_marks(text).strip()
