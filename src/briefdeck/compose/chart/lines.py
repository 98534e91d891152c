"""Lines over categories in order, mostly times: told apart by ink, dash and sign, named where they end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefdeck.compose.chart.data import ChartData
from briefdeck.compose.chart.marks import Mark, Writer, sign, straight, through
from briefdeck.compose.chart.parts import (
    AIR,
    AXIS,
    Drawing,
    axis_width,
    below,
    legend,
    legend_height,
    legend_rows,
    names_below,
    roomy,
    ticks,
)
from briefdeck.compose.chart.scale import Scale, scale_of
from briefdeck.model.geometry import Rect, Size
from briefdeck.model.page import ChartSeries

_STROKE = 0.16  # of the type's size
_SIGN = 0.3
_MOST_NUMBERS = 10
_SIGNED = 24  # so many points may carry a sign each
_ENDS = 0.3  # of the width, at most, for names at the ends


def line(data: ChartData, series: Sequence[ChartSeries], size: Size, writer: Writer) -> Drawing | None:
    """Lines; a lone one has its numbers at its points, several share an axis."""
    scale = scale_of(data)
    numbers = _numbers_fit(data, size, writer)
    ends = _end_room(data, scale, size, writer) if len(series) > 1 else 0.0
    rows = [] if ends or len(series) == 1 else legend_rows(series, size.width, writer)
    if rows is None:
        return None
    top = legend_height(rows, writer) + (writer.height + AIR if numbers else writer.height / 2)
    left = 0.0 if numbers else axis_width(scale, data, writer)
    names = names_below(data.categories, (size.width - left - ends) / len(data.categories), writer)
    if names is None:
        return None
    plot = Rect(left, top, size.width - left - ends, size.height - top - AIR - names.lines * writer.height)
    if not roomy(plot):
        return None
    marks: list[Mark] = [*legend(rows, plot.x, size.width, writer)]
    marks += [] if numbers else ticks(scale, data, plot, writer)
    marks.append(straight((plot.x, plot.bottom), (plot.right, plot.bottom), AXIS, 1.0))
    for row, one in enumerate(series):
        marks += _line(data, row, one, _points(one, scale, plot), writer, numbers=numbers, named=bool(ends))
    marks += below(data.categories, names, plot, writer)
    return Drawing(plot, tuple(marks), numbers, "ends" if ends else "legend" if rows else "", names.every)


def _line(
    data: ChartData,
    row: int,
    series: ChartSeries,
    points: Sequence[tuple[float, float] | None],
    writer: Writer,
    *,
    numbers: bool,
    named: bool,
) -> list[Mark]:
    ink, size = series.inks[0], writer.style.size
    dash = tuple(length * size / 18 for length in series.dash)
    marks: list[Mark] = [through(points, ink, max(1.2, _STROKE * size), dash)]
    shown = [(place, point) for place, point in enumerate(points) if point]
    if len(shown) <= _SIGNED:
        marks += [sign(series.symbol, point, max(2.0, _SIGN * size), ink) for _, point in shown]
    if numbers:
        for place, (x, y) in shown:
            text = data.texts[row][place]
            wide = writer.width(text)
            frame = Rect(x - wide / 2, y - writer.height - _SIGN * size - 2, wide, writer.height)
            marks.append(writer.label(text, frame, align="center"))
    if named and shown:
        x, y = shown[-1][1]
        frame = Rect(x + 2 * AIR, y - writer.height / 2, writer.width(series.name) * 1.1, writer.height)
        marks.append(writer.label(series.name, frame, bold=True))
    return marks


def _points(series: ChartSeries, scale: Scale, plot: Rect) -> list[tuple[float, float] | None]:
    band = plot.width / len(series.values)
    return [
        None if value is None else (plot.x + (place + 0.5) * band, plot.bottom - scale.share(value) * plot.height)
        for place, value in enumerate(series.values)
    ]


def _numbers_fit(data: ChartData, size: Size, writer: Writer) -> bool:
    """A lone line of few points, each number narrower than its category."""
    band = size.width / len(data.categories)
    lone = len(data.values) == 1 and len(data.categories) <= _MOST_NUMBERS
    return lone and writer.widest(data.texts[0]) <= band * 0.92


def _end_room(data: ChartData, scale: Scale, size: Size, writer: Writer) -> float:
    """The width for names at the ends, 0 when they would take too much of it or stand upon each other."""
    wide = writer.widest(data.names) * 1.1 + 2 * AIR  # in bold
    last = [next((value for value in reversed(row) if value is not None), None) for row in data.values]
    if wide > size.width * _ENDS or any(row[-1] is None for row in data.values):
        return 0.0
    height = size.height - 3 * writer.height
    heights = sorted(scale.share(value) * height for value in last if value is not None)
    return wide if all(other - one >= writer.height for one, other in pairwise(heights)) else 0.0
