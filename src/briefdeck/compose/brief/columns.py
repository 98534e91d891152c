"""Columns: a flow of measured pieces is parted into one or two columns, in whole quarters of a line.

All heights and gaps of the brief's flow are multiples of a quarter line, so that the columns share one grid of
baselines and the space between the lines can be stretched afterwards without another look at the breaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from briefdeck.model.values import replace

QUARTERS = 4
"""Units in a line."""

TWO_LINES = 2 * QUARTERS
"""How far the columns' feet may be apart."""


class Piece(NamedTuple):
    """One block as the columns see it: heights in quarter lines."""

    units: int  # its height
    before: int = 0  # the gap above it, dropped at the head of a column
    breaks: tuple[int, ...] = ()  # heights at which it may be parted
    again: int = 0  # the height of what stands once more above its second part, a table's header
    keep: bool = False  # never parted from the next piece
    group: str = ""  # pieces of one group would rather not be parted
    opens: bool = False  # a heading: a good place to begin a column


@dataclass(frozen=True, slots=True)
class Slice:
    """A piece, or the part of it that stands in one column."""

    index: int  # of the piece
    start: int  # within the piece
    stop: int
    top: float  # within the column
    again: int = 0  # what stands once more above it

    @property
    def bottom(self) -> float:
        """Where it ends within the column."""
        return self.top + self.again + self.stop - self.start


Column = tuple[Slice, ...]

_GOOD, _IN_GROUP, _IN_PARAGRAPH, _IN_TABLE, _BARE_HEADING = -2, 2, QUARTERS, 3 * QUARTERS, 3 * QUARTERS
"""What breaks cost: before a heading, within a label group, a paragraph, a table, after a heading without content."""


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the flow may be parted: before unit `at` of piece `index`."""

    index: int
    at: int
    cost: int  # quarter lines of height that a better place is worth


def height(pieces: Sequence[Piece]) -> int:
    """The height of one column that holds everything."""
    return sum(piece.units + piece.before for piece in pieces) - (pieces[0].before if pieces else 0)


def flow(pieces: Sequence[Piece], columns: int, capacity: int) -> tuple[Column, ...] | None:
    """The columns, balanced within two lines where the pieces allow it; None when they cannot hold the pieces."""
    if not pieces:
        return ((),) * columns
    if columns == 1:
        return (_column(pieces, None, None),) if height(pieces) <= capacity else None
    best = _best(pieces, capacity)
    if best is None:
        return None
    parted = _column(pieces, None, best), _column(pieces, best, None)
    return tuple(_feathered(column, pieces, depth(parted)) for column in parted)


def depth(columns: Sequence[Column]) -> float:
    """The height of the deepest column."""
    return max((part.bottom for column in columns for part in column[-1:]), default=0.0)


def uneven(columns: Sequence[Column]) -> float:
    """How far the feet of the columns are apart."""
    depths = [depth((column,)) for column in columns]
    return max(depths) - min(depths)


def _best(pieces: Sequence[Piece], capacity: int) -> Break | None:
    """The break whose columns differ least, counted together with what an ugly place costs."""
    ends = [*accumulate(piece.before + piece.units for piece in pieces)]
    lead, total = pieces[0].before, ends[-1]
    best: tuple[tuple[bool, int, int], Break] | None = None
    for place in _breaks(pieces):
        piece = pieces[place.index]
        top = ends[place.index] - piece.units  # of this piece in the one long column
        left = top + place.at - lead if place.at else top - piece.before - lead
        right = total - top - place.at + (piece.again if place.at else 0)
        if max(left, right) > capacity:
            continue
        uneven = abs(left - right)
        rank = (uneven > TWO_LINES, uneven if uneven > TWO_LINES else max(left, right) + place.cost, place.index)
        if best is None or rank < best[0]:
            best = rank, place
    if best is None and height(pieces) <= capacity:
        return Break(len(pieces), 0, 0)  # nothing may be parted, yet all of it fits the first column
    return best[1] if best else None


def _breaks(pieces: Sequence[Piece]) -> Iterator[Break]:
    for index, piece in enumerate(pieces):
        if index and not pieces[index - 1].keep:
            yield Break(index, 0, _cost(pieces, index))
        for at in piece.breaks:
            yield Break(index, at, _IN_TABLE if piece.again else _IN_PARAGRAPH)


def _cost(pieces: Sequence[Piece], index: int) -> int:
    """What is ugly about parting the flow before this piece."""
    above = pieces[index - 1]
    if above.opens:
        return _BARE_HEADING
    if above.units <= QUARTERS and index > 1 and pieces[index - 2].opens:
        return _IN_PARAGRAPH  # a heading and a single line would be left at the foot
    if pieces[index].opens:
        return _GOOD
    return _IN_GROUP if above.group and above.group == pieces[index].group else 0


def _column(pieces: Sequence[Piece], start: Break | None, stop: Break | None) -> Column:
    column: list[Slice] = []
    top = 0
    first, skip = (start.index, start.at) if start else (0, 0)
    last, until = (stop.index, stop.at) if stop else (len(pieces), 0)
    for index in range(first, min(last + bool(until), len(pieces))):
        piece = pieces[index]
        begin = skip if index == first else 0
        end = until if index == last and until else piece.units
        top += piece.before if column else 0
        again = piece.again if begin else 0
        column.append(Slice(index, begin, end, top, again))
        top += again + end - begin
    return tuple(column)


def _feathered(column: Column, pieces: Sequence[Piece], to: float) -> Column:
    """The column with its gaps stretched evenly to a common foot, in whole units: all baselines stay on one grid.

    A column that is more than two lines short, or whose gaps would nearly double, stays as it is.
    """
    gaps = [0, *(pieces[part.index].before for part in column[1:])]
    missing = to - depth((column,))
    if not 0 < missing <= min(TWO_LINES, 0.8 * sum(gaps)):
        return column
    share = missing / sum(gaps)
    return tuple(
        replace(part, top=part.top + round(gap * share)) for part, gap in zip(column, accumulate(gaps), strict=True)
    )
