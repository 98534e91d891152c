"""What charts with axes share: the axis with its ticks, names below the marks, the row that names the series."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from briefdeck.compose.chart.data import ChartData
from briefdeck.compose.chart.marks import Mark, Writer, rectangle, straight
from briefdeck.compose.chart.scale import Scale, tick_text
from briefdeck.compose.type.wrapping import between_breaks, viewer_pieces
from briefdeck.model.geometry import Rect
from briefdeck.model.look import Ink
from briefdeck.model.page import ChartSeries
from briefdeck.named import NamedTuple

AXIS = Ink("text", opacity=65)
GRID = Ink("text", opacity=25)
"""Lines that no number needs: faint on light and on dark grounds alike."""

AIR = 6.0
"""Points between marks and the words beside them."""

_LEAST_PLOT = (60.0, 48.0)
_SHORT_NAME = 5.0  # em: what is longer is folded rather than left out
_THINNED = 8  # so many categories may be named in part
_NAME = 0.92  # of its share of the axis: where LibreOffice begins another line of a name


class Drawing(NamedTuple):
    """A chart that found room."""

    plot: Rect
    marks: tuple[Mark, ...]
    numbers: bool  # at the marks
    named: Literal["", "legend", "ends"] = ""
    every: int = 1
    moved: tuple[tuple[float, float], ...] = ()


class Names(NamedTuple):
    """How categories are named below the plot."""

    every: int
    lines: int


def roomy(plot: Rect) -> bool:
    """Whether anything can be seen in a plot of that size."""
    return plot.width >= _LEAST_PLOT[0] and plot.height >= _LEAST_PLOT[1]


def names_below(categories: Sequence[str], band: float, writer: Writer) -> Names | None:
    """Every name in up to three lines, or of many only every second or third in one; None when even that is too much.

    `band` is the width that a category has. LibreOffice thins short names by itself, and folds long ones where every
    second would find room, if need be within a word.
    """
    lines = [writer.lines(name, band * _NAME) for name in categories]
    if all(0 < count <= 3 for count in lines):
        return Names(1, max(lines))
    if len(categories) < _THINNED:
        return None
    longest = _SHORT_NAME * writer.style.size
    if any(writer.width(name) > band * _NAME and (_folds(name) or writer.width(name) > longest) for name in categories):
        return None
    for every in range(2, len(categories) // 2 + 1):
        if all(writer.width(name) <= band * every - 8 for name in categories):
            return Names(every, 1)
    return None


def _folds(name: str) -> bool:
    """Whether a viewer finds a place to fold a name: between words, behind a sign, between Chinese letters."""
    return len(viewer_pieces(name)) > 1 or len(between_breaks(name, 0, len(name))) > 1


def below(categories: Sequence[str], names: Names, plot: Rect, writer: Writer) -> list[Mark]:
    """The names of the categories below the plot; those at its ends move in where they would stick out."""
    band = plot.width / len(categories)
    height = names.lines * writer.height
    found: list[Mark] = []
    for index in range(0, len(categories), names.every):
        width = band * (names.every if names.every > 1 else _NAME)
        middle = plot.x + (index + 0.5) * band
        x = max(0.0, min(middle - width / 2, plot.right - width))
        frame = Rect(x, plot.bottom + AIR, width, height)
        found.append(writer.label(categories[index], frame, align="center"))
    return found


def axis_width(scale: Scale, data: ChartData, writer: Writer) -> float:
    """What the numbers of an axis at the left take."""
    return writer.widest([tick_text(value, scale, data) for value in scale.ticks]) + AIR


def ticks(scale: Scale, data: ChartData, plot: Rect, writer: Writer) -> list[Mark]:
    """Lines across the plot, and the numbers at their left."""
    found: list[Mark] = []
    for value in scale.ticks:
        y = plot.bottom - scale.share(value) * plot.height
        found.append(straight((plot.x, y), (plot.right, y), GRID, 0.75))
        frame = Rect(0, y - writer.height / 2, plot.x - AIR, writer.height)
        found.append(writer.label(tick_text(value, scale, data), frame, align="right"))
    return found


def legend_rows(series: Sequence[ChartSeries], width: float, writer: Writer) -> list[list[ChartSeries]] | None:
    """The series in rows that fit the width; None when a name does not."""
    rows: list[list[ChartSeries]] = [[]]
    used = 0.0
    for one in series:
        wide = _entry_width(one, writer)
        if wide > width:
            return None
        if rows[-1] and used + wide > width:
            rows.append([])
            used = 0.0
        rows[-1].append(one)
        used += wide
    return rows if len(rows) <= 3 else None


def legend(rows: Sequence[Sequence[ChartSeries]], x: float, width: float, writer: Writer) -> list[Mark]:
    """A square of its ink, then its name, for each series; from x on, or further left where the width needs it."""
    found: list[Mark] = []
    widest = max((sum(_entry_width(one, writer) for one in row) for row in rows), default=0.0)
    x = max(0.0, min(x, width - widest))
    side = writer.style.size * 0.72
    for number, row in enumerate(rows):
        left, top = x, number * writer.height * 1.1
        for one in row:
            wide = _entry_width(one, writer)
            found.append(rectangle(Rect(left, top + (writer.height - side) / 2, side, side), one.inks[0]))
            frame = Rect(left + side + AIR, top, wide - side - 2 * AIR, writer.height)
            found.append(writer.label(one.name, frame))
            left += wide
    return found


def legend_height(rows: Sequence[Sequence[ChartSeries]], writer: Writer) -> float:
    """The height of the rows, and the space below them."""
    return len(rows) * writer.height * 1.1 + 2 * AIR if rows else 0.0


def _entry_width(series: ChartSeries, writer: Writer) -> float:
    return writer.style.size * 0.72 + writer.width(series.name) + 4 * AIR
