"""Tables are set: columns as wide as their words need, in smaller type where that keeps the words whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from briefdeck.compose.brief.columns import QUARTERS
from briefdeck.compose.brief.widths import Need, column_widths
from briefdeck.compose.type.linebreak import pieces, urgent_breaks
from briefdeck.late import late_pattern
from briefdeck.model.page import Align, Paragraph, TextStyle
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

SetCell: TypeAlias = Callable[[str, TextStyle, float], Paragraph]
"""Sets the text of a cell in a width in points."""

_CELLS = ((1.0, 0.9), (0.93, 0.9), (0.86, 0.75), (0.8, 0.6))
"""The type of a table, in sizes of its own, and the em of the body between two columns, till its words are whole."""

_ADDRESS = late_pattern(r"\w+://|www\.")
_WORDS_MEASURED = 12  # the longest by letters; the widest is among them
_ENDLESS = 1e5  # points
_SMALL = 0.78  # of the body: cells of that size have lines of three quarters


class Grid(NamedTuple):
    """A set table."""

    rows: tuple[tuple[Paragraph, ...], ...]
    widths: tuple[float, ...]  # points
    heights: tuple[int, ...]  # quarter lines
    step: int = QUARTERS  # quarter lines from one baseline to the next within a cell
    cramped: bool = False  # it has words that are wider than their cells


def set_table(
    cells: Sequence[Sequence[str]],
    size: float,
    width: float,
    how: TextStyle,
    set_cell: SetCell,
    *,
    floor: float,
    digits: Align,
) -> Grid:
    """Columns as wide as their longest words, in smaller type where those need it; hyphens only if that fails.

    `size` is the body's, `width` the table's, both in points; the header stands in the first row. `how` is the type of
    the cells, never made smaller than `floor`; columns of numbers are set to `digits`.
    """
    columns = range(len(cells[0]))
    numbers = [all(_is_number(row[index]) for row in cells[1:]) for index in columns]
    for scale, apart in _CELLS:
        type_ = replace(how, size=max(floor, how.size * scale), tabular=True)
        gap = apart * size
        needs = [_need([row[index] for row in cells], type_, set_cell) for index in columns]
        widths = column_widths(needs, width, gap)
        whole = sum(need.least for need in needs) + gap * (len(needs) - 1) <= width
        if whole:
            break
    rows = tuple(
        tuple(
            set_cell(
                cell,
                replace(type_, bold=number == 0, align=digits if numbers[index] else "left"),
                widths[index] - (gap if index < len(widths) - 1 else 0.0),
            )
            for index, cell in enumerate(row)
        )
        for number, row in enumerate(cells)
    )
    step = QUARTERS - 1 if type_.size <= _SMALL * size else QUARTERS
    heights = tuple(max((len(cell.lines) for cell in row), default=1) * step + 1 for row in rows)
    return Grid(rows=rows, widths=widths, heights=heights, step=step, cramped=not whole)


def _need(cells: Sequence[str], how: TextStyle, set_cell: SetCell) -> Need:
    """What a column needs; how long most cells are is told from their letters, measured are the longest."""
    bold = replace(how, bold=True)
    longest = sorted(set(cells[1:]), key=len)[-_WORDS_MEASURED:]
    heads = sorted(set(_words(cells[0])), key=len)[-_WORDS_MEASURED:]
    words = sorted({word for cell in cells[1:] for word in _words(cell)}, key=len)[-_WORDS_MEASURED:]
    least = max(_widest(heads, bold, set_cell), _widest(words, how, set_cell))
    most, head = _widest(longest, how, set_cell), _widest(cells[:1], bold, set_cell)
    letter = most / (max(map(len, longest), default=0) or 1)  # a column to be filled in by hand has no letters
    return Need(least, (head, *(letter * len(cell) for cell in cells[1:])))


def _words(cell: str) -> Iterator[str]:
    """What a line cannot part without harm: words, syllables where no spaces stand, the parts of an address."""
    for piece in pieces(cell):
        word = cell[piece.start : piece.stop]
        cuts = (0, *urgent_breaks(word), len(word)) if _ADDRESS.match(word) else (0, len(word))
        yield from (word[start:stop] for start, stop in pairwise(cuts))


def _widest(texts: Sequence[str], how: TextStyle, set_cell: SetCell) -> float:
    cells = (set_cell(text, how, _ENDLESS) for text in texts)
    return max((line.width for cell in cells for line in cell.lines), default=0.0)


def _is_number(cell: str) -> bool:
    return any(character.isdigit() for character in cell) and not any(character.isalpha() for character in cell)
