"""Tables of the deck: columns as wide as their cells need, one size for all cells, rows split in balance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from briefdeck.compose.deck.grid import PAPER
from briefdeck.compose.deck.seating import Item, Kind, Seat
from briefdeck.compose.deck.split import balanced
from briefdeck.compose.type.measure import HEIGHT_MARGIN, DeckMeasure
from briefdeck.compose.type.scripts import CJK, scripts_in
from briefdeck.model.contents import extra_id
from briefdeck.model.outline import Section, Table
from briefdeck.model.page import Paragraph, Part, Ref, Span, TableContent, TextStyle
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

_INSET = 2 * 7.2  # PowerPoint's own, left and right of a cell
_AIR = 2 * 3.6  # above and below
_TALLEST = 60.0  # a row is stretched to this height where there is room
_RESERVE, _SPACED = 1.15, 1.25
_MANY_SCRIPTS = 3
_EASE = 18.0  # below this size a table is rather split


_Rows: TypeAlias = Sequence[Sequence[str]]
"""Header first, each with as many cells."""


class _Set(NamedTuple):
    """A table at one size: columns, and the height that each row needs."""

    style: TextStyle
    widths: tuple[float, ...]
    heights: tuple[float, ...]  # header first

    @property
    def flat(self) -> bool:
        """Whether every cell is a single line."""
        return max(self.heights) < 2 * self.style.size * self.style.leading + _AIR


def table_items(table: Table, title: str, ref: Ref, measure: DeckMeasure, seat: Seat) -> tuple[Item, ...]:
    """A table as one item, or as several that repeat its header; () when a cell fits at no size.

    One whose rows are too high for a slide goes on by columns, the first of which is repeated. `title` is that of its
    section.
    """
    rows, alt = (table.header, *table.rows), table.caption or title
    for parts in range(1, max(2, len(table.header))):
        groups = _by_columns(rows, parts)
        found = [_row_items(group, alt, ref, measure, seat) for group in groups]
        if all(found):
            return tuple(item for items in found for item in items)
    return ()


def largest_cell(table: Table, measure: DeckMeasure, seat: Seat) -> tuple[int, int]:
    """Row, 0 being the header, and column of the cell that needs the most room: what is in the way of a fit."""
    style = seat.levels(seat.steps - 1)[0]
    sizes = {
        (row, column): measure.width(text, style)
        for row, cells in enumerate((table.header, *table.rows))
        for column, text in enumerate(cells)
    }
    return max(sizes, key=sizes.__getitem__)


def _by_columns(rows: _Rows, parts: int) -> list[_Rows]:
    """The table in so many, each with the first column and its share of the others."""
    if parts == 1:
        return [rows]
    others = range(1, len(rows[0]))
    weights = [float(sum(len(row[column]) for row in rows) + 1) for column in others]
    return [
        tuple((row[0], *(row[column] for column in part)) for row in rows) for part in balanced(others, weights, parts)
    ]


def _row_items(rows: _Rows, alt: str, ref: Ref, measure: DeckMeasure, seat: Seat) -> tuple[Item, ...]:
    """All columns on one slide, or on several that repeat the header; () when they fit at no size."""
    room = seat.slot.frame.height * HEIGHT_MARGIN
    found = [one for step in range(seat.steps) if (one := _set(rows, measure, seat, step, whole=True))]
    large = [one for one in found if sum(one.heights) <= room and one.style.size >= _EASE]
    if large:
        return (_item(rows, alt, ref, next((one for one in large if one.flat), large[0]), room),)
    broken = _set(rows, measure, seat, seat.steps - 1, whole=False)
    fitting = [one for one in (*found, broken) if one and max(one.heights[1:]) + one.heights[0] <= room]
    if not fitting:
        return ()
    one = next((one for one in fitting if one.style.size <= _EASE), fitting[-1])
    if sum(one.heights) <= room:
        return (_item(rows, alt, ref, one, room),)
    numbers = range(1, len(rows))
    count = -int(-sum(one.heights[1:]) // (room - one.heights[0]))
    parts = balanced(numbers, one.heights[1:], count)
    while any(one.heights[0] + sum(one.heights[number] for number in part) > room for part in parts):
        count += 1
        parts = balanced(numbers, one.heights[1:], count)
    return tuple(
        _item(
            (rows[0], *(rows[number] for number in part)),
            alt,
            ref,
            replace(one, heights=(one.heights[0], *(one.heights[number] for number in part))),
            room,
        )
        for part in parts
    )


def table_ref(section: Section) -> Ref:
    """What stands for the section's table."""
    return Ref(section.id, extra_id(section, "table"), Part.TEXT)


def _set(rows: _Rows, measure: DeckMeasure, seat: Seat, step: int, *, whole: bool) -> _Set | None:
    """The table at a step of the ladder; None when a word does not fit its column, if all are to stay whole."""
    style = seat.levels(step)[0]
    width = seat.slot.frame.width
    cells = [[_cell(text, style, header=not index) for text in row] for index, row in enumerate(rows)]
    columns = list(zip(*cells, strict=True))
    wanted = [
        max(measure.width(cell.text, cell.style) * _reserve(cell.text) for cell in column) * 1.03 + _INSET
        for column in columns
    ]
    least = [
        max(measure.width(word, cell.style) for cell in column for word in cell.text.split() or [""]) * 1.03 + _INSET
        for column in columns
    ]
    if sum(least) > width:
        if whole:
            return None
        least = _narrowed(least, width)
    if sum(wanted) <= width:
        widths = [one * width / sum(wanted) for one in wanted]
    else:
        more = [one - other for one, other in zip(wanted, least, strict=True)]
        share = max(0.0, width - sum(least)) / (sum(more) or 1.0)
        widths = [one + other * share for one, other in zip(least, more, strict=True)]
    heights = [
        max(
            measure.measure((cell,), (one - _INSET) / _reserve(cell.text), cell=True).height
            for cell, one in zip(row, widths, strict=True)
        )
        + _AIR
        for row in cells
    ]
    return _Set(style=style, widths=tuple(widths), heights=tuple(heights))


def _reserve(text: str) -> float:
    """How much wider a viewer may set a cell than it is measured: letters of each script come from another font.

    A row is as high as its lines, so that one more of them leaves the table, while other boxes have some height to
    spare. LibreOffice parts Chinese and Japanese from other letters and figures by some space, too.
    """
    scripts = scripts_in(text)
    if scripts & CJK and (len(scripts) > 1 or any(map(str.isdigit, text))):
        return _SPACED
    return _RESERVE if len(scripts) >= _MANY_SCRIPTS else 1.0


def _narrowed(least: Sequence[float], width: float) -> list[float]:
    """The least widths with the widest columns made alike until all fit side by side."""
    left, room = sorted(least), width
    while left and left[0] <= room / len(left):
        room -= left.pop(0)
    return [min(one, room / len(left)) if left else one for one in least]


def _item(rows: _Rows, alt: str, ref: Ref, one: _Set, room: float) -> Item:
    spare = (room - sum(one.heights)) / len(rows)
    heights = tuple(max(height, min(height + spare, _TALLEST)) for height in one.heights)
    content = TableContent(
        rows=tuple(
            tuple(replace(_cell(text, one.style, header=not index), ref=ref) for text in row)
            for index, row in enumerate(rows)
        ),
        column_widths=one.widths,
        row_heights=heights,
        alt=alt,
        ref=ref,
    )
    return Item(kind=Kind.TABLE, native=content)


def _cell(text: str, style: TextStyle, *, header: bool) -> Paragraph:
    if header:
        style = replace(style, bold=True, ink=PAPER)
    return Paragraph(spans=(Span(text=text),), style=style, ref=Ref(""))
