"""Bars that lie, columns that stand beside each other or upon each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefdeck.compose.chart.data import ChartData
from briefdeck.compose.chart.marks import Mark, Writer, edged, rectangle, straight
from briefdeck.compose.chart.parts import (
    AIR,
    AXIS,
    GRID,
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
from briefdeck.compose.chart.scale import Scale, scale_of, tick_text
from briefdeck.model.geometry import Rect, Size
from briefdeck.model.look import Ink
from briefdeck.model.page import ChartSeries
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

_LONE_GAP, _GAP, _OVERLAP = 0.45, 0.6, -0.08
"""Of the thickness of a bar: the space between categories, and how far neighbours overlap; PowerPoint has the same."""

_MOST_NUMBERS = 24
_NAMES, _LONG_NAMES = 0.38, 0.6
"""Of the width, at most, for names beside bars that lie; for those of a single long word."""


class _Bar(NamedTuple):
    """One bar, along the categories from 0 to 1 and along the scale."""

    series: int
    category: int
    begins: float
    thick: float
    low: float
    high: float


def lying(data: ChartData, series: Sequence[ChartSeries], size: Size, writer: Writer) -> Drawing | None:
    """Bars from the left, the first category on top."""
    rows = legend_rows(series, size.width, writer) if len(series) > 1 else []
    if rows is None:
        return None
    scale, count = scale_of(data), len(data.categories)
    top = legend_height(rows, writer)
    widest = writer.widest(data.categories)
    longest = writer.widest([word for name in data.categories for word in name.split()])
    room = min(widest, max(size.width * _NAMES, min(longest, size.width * _LONG_NAMES)))
    lines = [writer.lines(name, room) for name in data.categories]
    thick = (size.height - top) / count * _thickness(len(series))
    numbers = count * len(series) <= _MOST_NUMBERS and thick >= writer.height * 0.8
    texts = [text for row in data.texts for text in row]
    right = writer.widest(texts) + AIR if numbers else writer.width(tick_text(scale.high, scale, data)) / 2
    left = writer.widest(texts) + AIR if numbers and scale.low < 0 else 0.0
    foot = 0.0 if numbers else writer.height + AIR
    x = room + AIR + left
    plot = Rect(x, top, size.width - x - right, size.height - top - foot)
    tight = plot.height / count < max(lines) * writer.height * 1.02
    if not all(lines) or tight or max(lines) > 3 or not roomy(plot):
        return None
    marks: list[Mark] = [*legend(rows, x, size.width, writer)]
    if not numbers:
        marks += _ticks_below(scale, data, plot, writer)
    for bar in _bars(data, scale):
        y = plot.y + bar.begins * plot.height
        start, end = plot.x + bar.low * plot.width, plot.x + bar.high * plot.width
        marks.append(rectangle(Rect(start, y, end - start, bar.thick * plot.height), _ink(series, bar)))
        if numbers:
            negative = (data.values[bar.series][bar.category] or 0) < 0
            text, middle = data.texts[bar.series][bar.category], y + bar.thick * plot.height / 2
            wide = writer.width(text)
            place = start - AIR - wide if negative else end + AIR
            frame = Rect(place, middle - writer.height / 2, wide, writer.height)
            marks.append(writer.label(text, frame))
    zero = plot.x + scale.share(max(0.0, scale.low)) * plot.width
    marks.append(straight((zero, plot.y), (zero, plot.bottom), AXIS, 1.0))
    for index, (name, used) in enumerate(zip(data.categories, lines, strict=True)):
        middle = plot.y + (index + 0.5) * plot.height / count
        frame = Rect(0, middle - used * writer.height / 2, room, used * writer.height)
        marks.append(writer.label(name, frame, align="right"))
    return Drawing(plot, tuple(marks), numbers, "legend" if rows else "")


def standing(data: ChartData, series: Sequence[ChartSeries], size: Size, writer: Writer) -> Drawing | None:
    """Columns from the foot, the first category at the left; their numbers at them where each finds room."""
    rows = legend_rows(series, size.width, writer) if len(series) > 1 else []
    if rows is None:
        return None
    return _standing(data, series, size, writer, rows, numbers=True) or _standing(
        data, series, size, writer, rows, numbers=False
    )


def _standing(
    data: ChartData,
    series: Sequence[ChartSeries],
    size: Size,
    writer: Writer,
    rows: Sequence[Sequence[ChartSeries]],
    *,
    numbers: bool,
) -> Drawing | None:
    stacked, scale = data.kind == "stacked", scale_of(data)
    left = 0.0 if numbers else axis_width(scale, data, writer)
    head = legend_height(rows, writer) + (writer.height + AIR if numbers and not stacked else writer.height / 2)
    names = names_below(data.categories, (size.width - left) / len(data.categories), writer)
    if names is None:
        return None
    deep = writer.height + AIR if numbers and scale.low < 0 else 0.0
    plot = Rect(left, head, size.width - left, size.height - head - AIR - names.lines * writer.height - deep)
    if not roomy(plot) or (numbers and not _numbers_fit(data, scale, plot, writer)):
        return None
    marks: list[Mark] = [
        *legend(rows, plot.x, size.width, writer),
        *([] if numbers else ticks(scale, data, plot, writer)),
    ]
    for bar in _bars(data, scale):
        x, wide = plot.x + bar.begins * plot.width, bar.thick * plot.width
        upper, lower = plot.bottom - bar.high * plot.height, plot.bottom - bar.low * plot.height
        frame = Rect(x, upper, wide, lower - upper)
        area = rectangle(frame, _ink(series, bar))
        marks.append(edged(area) if stacked else area)
        if numbers:
            marks.append(_number(data, series, bar, frame, writer, size.width))
    zero = plot.bottom - scale.share(max(0.0, scale.low)) * plot.height
    marks.append(straight((plot.x, zero), (plot.right, zero), AXIS, 1.0))
    marks += below(data.categories, names, replace(plot, height=plot.height + deep), writer)
    return Drawing(plot, tuple(marks), numbers, "legend" if rows else "", names.every)


def _number(  # noqa: PLR0917 (a bar, its place and the pen)
    data: ChartData, series: Sequence[ChartSeries], bar: _Bar, area: Rect, writer: Writer, within: float
) -> Mark:
    """The number of a column: within it when columns are stacked, else above it, or below when it hangs.

    One that is wider than the last column moves in from the edge of the chart, which is so wide (`within`, points).
    """
    text = data.texts[bar.series][bar.category]
    wide = max(area.width, writer.width(text))
    y = area.y - writer.height - 1
    if data.kind == "stacked":
        y = (area.y + area.bottom - writer.height) / 2
    elif (data.values[bar.series][bar.category] or 0) < 0:
        y = area.bottom + 1
    x = max(0.0, min(area.x + area.width / 2 - wide / 2, within - wide))
    frame = Rect(x, y, wide, writer.height)
    return writer.label(text, frame, align="center", ink=series[bar.series].label)


def _thickness(count: int) -> float:
    """How much of a category's room one of so many bars takes."""
    gap = _LONE_GAP if count == 1 else _GAP
    return 1 / (count - (count - 1) * _OVERLAP + gap)


def _bars(data: ChartData, scale: Scale) -> Iterator[_Bar]:
    """Every bar that has a number, category after category."""
    stacked = data.kind == "stacked"
    count = 1 if stacked else len(data.values)
    band = 1 / len(data.categories)
    thick = band * _thickness(count)
    gap = thick * (_LONE_GAP if count == 1 else _GAP)
    zero = max(0.0, scale.low)
    for category in range(len(data.categories)):
        reached = zero
        for row, values in enumerate(data.values):
            value = values[category]
            if value is None:
                continue
            begins = category * band + gap / 2 + (0 if stacked else row * thick * (1 - _OVERLAP))
            ends = sorted((reached, reached + value) if stacked else (zero, value))
            yield _Bar(row, category, begins, thick, scale.share(ends[0]), scale.share(ends[1]))
            reached += value if stacked else 0.0


def _ink(series: Sequence[ChartSeries], bar: _Bar) -> Ink:
    inks = series[bar.series].inks
    return inks[bar.category] if len(inks) > 1 else inks[0]


def _numbers_fit(data: ChartData, scale: Scale, plot: Rect, writer: Writer) -> bool:
    """Whether each number finds room at its bar, or within it."""
    stacked = data.kind == "stacked"
    if sum(value is not None for row in data.values for value in row) > _MOST_NUMBERS:
        return False
    for bar in _bars(data, scale):
        wide = writer.width(data.texts[bar.series][bar.category])
        room = bar.thick * plot.width * (1.0 if stacked else 1.4 if len(data.values) == 1 else 1.06)
        if wide > room or (stacked and (bar.high - bar.low) * plot.height < writer.height * 1.05):
            return False
    return True


def _ticks_below(scale: Scale, data: ChartData, plot: Rect, writer: Writer) -> list[Mark]:
    """Lines down the plot, and the numbers below them."""
    found: list[Mark] = []
    for value in scale.ticks:
        x = plot.x + scale.share(value) * plot.width
        found.append(straight((x, plot.y), (x, plot.bottom), GRID, 0.75))
        text = tick_text(value, scale, data)
        wide = writer.width(text)
        found.append(writer.label(text, Rect(x - wide / 2, plot.bottom + AIR, wide, writer.height), align="center"))
    return found
