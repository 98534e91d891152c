"""Columns: a flow of measured pieces is parted into one or two columns, in whole quarters of a line.

What is too wide for a column stands across both, and parts the page into bands: the columns above it end evenly, and
those below it begin anew.

All heights and gaps of the brief's flow are multiples of a quarter line, so that the columns share one grid of
baselines and the space between the lines can be stretched afterwards without another look at the breaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

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
    wide: bool = False  # it stands across all columns


@dataclass(frozen=True, slots=True)
class Slice:
    """A piece, or the part of it that stands in one column."""

    index: int  # of the piece
    start: int  # within the piece
    stop: int
    top: float  # below the top of the flow
    again: int = 0  # what stands once more above it

    @property
    def bottom(self) -> float:
        """Where it ends below the top of the flow."""
        return self.top + self.again + self.stop - self.start


Column = tuple[Slice, ...]


class Band(NamedTuple):
    """Columns side by side, or one across the whole width."""

    columns: tuple[Column, ...]
    wide: bool = False


_GOOD = -2
"""What a break before a heading costs."""

_IN_GROUP, _LEFT_ALONE, _IN_PARAGRAPH, _IN_TABLE, _BARE_HEADING = 2, 3, 2 * QUARTERS, 3 * QUARTERS, 3 * QUARTERS
"""What others cost: within a label group, with one thing of several left below its heading or taken from those above
it, within a paragraph, a table, after a heading without content."""


_STRETCHED, _STRETCH = 3, 0.6
"""Gaps so wide, in quarter lines, may be stretched for an even foot, and by so much of their height."""


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the flow may be parted: before unit `at` of piece `index`."""

    index: int
    at: int
    cost: int  # quarter lines of height that a better place is worth


def height(pieces: Sequence[Piece]) -> int:
    """The height of one column that holds everything."""
    return sum(piece.units + piece.before for piece in pieces) - (pieces[0].before if pieces else 0)


def flow(pieces: Sequence[Piece], columns: int, capacity: int) -> tuple[Band, ...] | None:
    """The bands of columns, each balanced within two lines where the pieces allow it; None when they hold too much."""
    bands: list[Band] = []
    top = first = 0
    for wide, group in groupby(pieces, key=lambda piece: piece.wide and columns > 1):
        some = [*group]
        top += some[0].before if bands else 0
        parted = _parted(some, 1 if wide else columns, capacity - top)
        if parted is None:
            return None
        bands.append(Band(tuple(_moved(column, first, top) for column in parted), wide))
        first, top = first + len(some), int(depth(bands))
    return tuple(bands)


def depth(bands: Sequence[Band]) -> float:
    """Where the deepest column ends."""
    return max((foot for band in bands for foot in _feet(band)), default=0.0)


def uneven(bands: Sequence[Band]) -> float:
    """How far the feet of columns that stand side by side are apart, at most."""
    return max((max(feet) - min(feet) for feet in map(_feet, bands)), default=0.0)


def parted(bands: Sequence[Band]) -> int:
    """How many paragraphs begin in one column and end in the next; a table that goes on under its header is none."""
    return sum(part.start > 0 and not part.again for band in bands for column in band.columns for part in column[:1])


def _feet(band: Band) -> list[float]:
    """Where each column ends, an empty one where it would begin."""
    tops = [column[0].top for column in band.columns if column]
    return [column[-1].bottom if column else min(tops, default=0.0) for column in band.columns]


def _moved(column: Column, first: int, down: int) -> Column:
    """The column where it stands in the whole flow."""
    return tuple(replace(part, index=part.index + first, top=part.top + down) for part in column)


def _parted(pieces: Sequence[Piece], columns: int, capacity: int) -> tuple[Column, ...] | None:
    """The columns of one band, its top at 0."""
    if columns == 1:
        return (_column(pieces, None, None),) if height(pieces) <= capacity else None
    best = _best(pieces, capacity)
    if best is None:
        return None
    parted = _column(pieces, None, best), _column(pieces, best, None)
    to = max(column[-1].bottom for column in parted if column)
    return tuple(_feathered(column, pieces, to) for column in parted)


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
    alone = (index > 1 and pieces[index - 2].opens) or index + 1 == len(pieces) or pieces[index + 1].opens
    in_group = bool(above.group) and above.group == pieces[index].group
    return _LEFT_ALONE * alone + _IN_GROUP * in_group


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
    """The column with its wide gaps stretched to a common foot, in whole units: all baselines stay on one grid.

    The widest gaps are stretched where they suffice. Gaps between the items of a list stay alike, and a column that is
    more than two lines short stays as it is.
    """
    missing = to - column[-1].bottom if column else 0
    if not 0 < missing <= TWO_LINES:
        return column
    gaps = [0, *(pieces[part.index].before for part in column[1:])]
    for least in sorted({gap for gap in gaps if gap >= _STRETCHED}, reverse=True):
        chosen = [gap if gap >= least else 0 for gap in gaps]
        if missing <= _STRETCH * sum(chosen):
            share = missing / sum(chosen)
            downs = (round(down * share) for down in accumulate(chosen))
            return tuple(replace(part, top=part.top + down) for part, down in zip(column, downs, strict=True))
    return column
