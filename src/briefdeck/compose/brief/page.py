"""Everything at its place: the columns that the ladder found become boxes on the paper, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from briefdeck.compose.brief.columns import QUARTERS, Slice
from briefdeck.compose.brief.ladder import Fit
from briefdeck.compose.brief.paper import Space
from briefdeck.compose.brief.roles import HAIRLINE, HEADING
from briefdeck.compose.brief.setting import Setting, Stack, place
from briefdeck.compose.brief.tables import Grid
from briefdeck.model.geometry import Rect, Size
from briefdeck.model.page import Box, ShapeContent, TableContent, Text
from briefdeck.model.values import replace

_BAR = 2.2
"""Points: the bar beside figures and quotes."""


def flow_boxes(found: Fit, space: Space) -> Iterator[Box]:
    """The boxes of all columns, one below the other, column after column and band after band."""
    whole = replace(space, columns=1)
    for band in found.bands:
        for index, column in enumerate(band.columns):
            for part in column:
                room = whole if band.wide else space
                yield from _slice(found.settings[part.index], part, room, index, found.leading / QUARTERS)


def mirrored(boxes: Sequence[Box], paper: Size) -> tuple[Box, ...]:
    """The page for a language that is read from right to left: the first column is the right one.

    Within the boxes the typesetter has done the same.
    """
    return tuple(
        replace(
            box,
            frame=replace(box.frame, x=paper.width - box.frame.right),
            content=replace(box.content, mirrored=True) if isinstance(box.content, TableContent) else box.content,
        )
        for box in boxes
    )


def _tops(grid: Grid) -> Iterator[int]:
    """Where each row begins, in quarter lines."""
    return accumulate((0, *grid.heights[:-1]))


def _slice(setting: Setting, part: Slice, space: Space, column: int, unit: float) -> Iterator[Box]:
    """The boxes of a piece, or of the part of it that stands in this column; `unit` is a quarter line in points."""
    left, top = space.column(column), space.area.y + part.top * unit
    if setting.beside:
        part = replace(part, stop=part.start + setting.beside)
    if setting.bar:
        height = (part.stop - part.start) * unit
        frame = Rect(left, top + 0.9 * unit, _BAR, height - 1.2 * unit)
        yield Box(frame=frame, content=ShapeContent(shape="rect", ink=setting.bar), name="bar")
    if setting.drawn:
        yield setting.drawn.box(Rect(left, top, space.width, setting.drawn.units * unit))
    if setting.grid:
        yield from _table(setting, setting.grid, part, Rect(left, top, space.width, 0.0), unit)
    for stack in setting.stacks:
        box = _stack(stack, part, left, top, unit)
        if box:
            yield box


def _stack(stack: Stack, part: Slice, left: float, top: float, unit: float) -> Box | None:
    kept = [
        (number, line)
        for number, line in enumerate(stack.paragraph.lines)
        if part.start <= stack.top + number * stack.step < part.stop
    ]
    if not kept:
        return None
    begin = stack.top + kept[0][0] * stack.step - part.start
    frame = Rect(left + stack.x, top + begin * unit, stack.width, len(kept) * stack.step * unit)
    paragraph = replace(stack.paragraph, lines=tuple(line for _, line in kept))
    paragraph = place(paragraph, stack.step * unit, QUARTERS * unit, -stack.up * unit)
    return Box(frame=frame, content=Text(paragraphs=(paragraph,)), name=paragraph.tag)


def _table(setting: Setting, grid: Grid, part: Slice, frame: Rect, unit: float) -> Iterator[Box]:
    """The rows of a table that stand in this column, and rules as decoration below the header and below each row."""
    shown = [number for number, top in enumerate(_tops(grid)) if part.start <= top < part.stop]
    shown = [0, *shown] if part.again else shown
    heights = tuple(grid.heights[number] * unit for number in shown)
    frame = replace(frame, height=sum(heights))
    ruled = frame.y
    for number, height in enumerate(heights):
        ruled += height
        thick = 0.75 if number == 0 else 0.5
        rule = ShapeContent(shape="line", ink=HEADING if number == 0 else HAIRLINE, stroke=thick)
        yield Box(frame=Rect(frame.x, ruled, frame.width, 0.0), content=rule, name="table rule")
    line = grid.step * unit
    down = 0.5 * unit if grid.step < QUARTERS else 0.0  # close lines stand in the middle of their row
    rows = tuple(tuple(place(cell, line, line, down) for cell in grid.rows[number]) for number in shown)
    alt = " | ".join(cell.text for cell in grid.rows[0])
    content = TableContent(
        rows=rows,
        column_widths=grid.widths,
        row_heights=heights,
        alt=alt,
        ref=setting.block.ref,
        continued=bool(part.again),
    )
    yield Box(frame=frame, content=content, name="table")
