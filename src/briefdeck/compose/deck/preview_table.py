"""A table on a slide as its style draws it: a dark header row, every second row tinted, hairlines between rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from briefdeck.compose.deck.preview_text import SlideSetter
from briefdeck.model.geometry import Rect
from briefdeck.model.look import Ink
from briefdeck.model.page import Box, Line, Paragraph, ShapeContent, TableContent
from briefdeck.model.values import replace

_SIDE, _AIR = 7.2, 3.6  # PowerPoint's own insets of a cell
_RAISED = 0.13  # sizes of the text: capitals stand in the middle of their cell, as every program has them
_HEADER, _BAND = Ink("heading"), Ink("surface")
_HAIRLINE, _RULE = Ink("text", lighter=70), Ink("heading")


def table_boxes(box: Box, table: TableContent, setter: SlideSetter) -> Iterator[Box]:
    """The grounds and rules of a table, then the table with its cells set in lines."""
    frame = box.frame
    edges = [frame.y, *(frame.y + height for height in accumulate(table.row_heights))]
    width = sum(table.column_widths)
    for number, (top, height) in enumerate(zip(edges, table.row_heights, strict=False)):
        if number == 0 or number % 2 == 0:
            ink = _BAND if number else _HEADER
            ground = ShapeContent(shape="rect", ink=ink)
            yield Box(frame=Rect(frame.x, top, width, height), content=ground, name="Row")
    for number, y in enumerate(edges[1:], start=1):
        last = number == len(table.row_heights)
        rule = ShapeContent(shape="line", ink=_RULE if last else _HAIRLINE, stroke=1.0 if last else 0.5)
        yield Box(frame=Rect(frame.x, y, width, 0), content=rule, name="Rule")
    rows = tuple(
        tuple(_cell(cell, room, height, setter) for cell, room in zip(cells, table.column_widths, strict=True))
        for cells, height in zip(table.rows, table.row_heights, strict=True)
    )
    yield replace(box, content=replace(table, rows=rows))


def _cell(cell: Paragraph, width: float, height: float, setter: SlideSetter) -> Paragraph:
    """The cell with its lines between the insets, in the middle of its height."""
    inner = Rect(0, 0, width - 2 * _SIDE, height - 2 * _AIR)
    (placed,) = setter.set_box((cell,), inner, "middle")
    down = _AIR - _RAISED * cell.style.size
    return replace(placed, lines=tuple(_moved(line, down) for line in placed.lines))


def _moved(line: Line, down: float) -> Line:
    return replace(line, x=line.x + _SIDE, baseline=line.baseline + down)
