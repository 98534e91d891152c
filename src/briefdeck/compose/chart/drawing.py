"""Drawing a chart into a frame: the largest type with which all its words find room, every mark to the point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from briefdeck.compose.chart.bars import lying, standing
from briefdeck.compose.chart.data import ChartData
from briefdeck.compose.chart.discs import disc
from briefdeck.compose.chart.inks import ink_on, marked_ink, series_inks
from briefdeck.compose.chart.lines import line
from briefdeck.compose.chart.marks import Words, Writer, mirrored
from briefdeck.compose.chart.parts import Drawing
from briefdeck.model.geometry import Size
from briefdeck.model.look import ColorRole, Ink
from briefdeck.model.page import ChartContent, ChartSeries, Ref, TextStyle
from briefdeck.model.values import replace

_DRAW = {"bar": lying, "column": standing, "stacked": standing, "line": line, "pie": disc, "doughnut": disc}
_SLIGHT = 0.75  # of the size that an axis would have
_DASHES: tuple[tuple[float, ...], ...] = ((), (6.0, 4.0), (3.0, 4.0), (12.0, 4.0), (), (6.0, 4.0))
_SYMBOLS: tuple[Literal["circle", "square", "diamond", "triangle"], ...] = ("circle", "square", "diamond", "triangle")


def draw_chart(  # noqa: PLR0917 (what a drawing needs, each once)
    data: ChartData,
    size: Size,
    styles: Sequence[TextStyle],
    words: Words,
    colors: Mapping[ColorRole, str],
    ref: Ref,
    alt: str,
    *,
    rtl: bool = False,
) -> ChartContent | None:
    """The chart in a frame of that size, in the first of the styles that gives all its words room; None: in none.

    Somewhat smaller type is better than an axis to read numbers from.
    """
    series = _series(data, colors)
    tall = max(map(words.tall, (*data.categories, *data.names)), default=1.0)
    best: tuple[Drawing, TextStyle] | None = None
    for style in styles:
        drawing = _DRAW[data.kind](data, series, size, Writer(words, style, ref, tall))
        if drawing and (best is None or (drawing.numbers and style.size >= _SLIGHT * best[1].size)):
            best = drawing, style
        if best and (best[0].numbers or style.size < _SLIGHT * best[1].size):
            break
    return _content(data, series, *best, ref, alt, size.width if rtl else 0.0) if best else None


def _content(  # noqa: PLR0917 (what a drawing has, each once)
    data: ChartData,
    series: tuple[ChartSeries, ...],
    drawing: Drawing,
    style: TextStyle,
    ref: Ref,
    alt: str,
    mirror: float,
) -> ChartContent:
    plot, marks = drawing.plot, tuple(drawing.marks)
    if mirror:
        plot = replace(plot, x=mirror - plot.right)
        marks = tuple(mirrored(mark, mirror) for mark in marks)
    return ChartContent(
        kind=data.kind,
        categories=data.categories,
        series=series,
        number_format=data.format,
        text=style,
        plot=plot,
        marks=marks,
        alt=alt,
        ref=ref,
        numbers=drawing.numbers,
        named=drawing.named,
        floor=0.0 if data.kind != "line" and min(data.numbers) >= 0 else None,
        every=drawing.every,
        moved=drawing.moved,  # PowerPoint's rings run clockwise for everybody
    )


def _series(data: ChartData, colors: Mapping[ColorRole, str]) -> tuple[ChartSeries, ...]:
    """The rows of numbers with their looks."""
    if data.kind in {"pie", "doughnut"}:
        inks = series_inks(len(data.categories), colors)
        if len(inks) > 2 and len(inks) % 2:  # the last stands beside the first, which looks alike
            inks = (*inks[:-1], replace(inks[-1], darker=min(95, inks[-1].darker + 30)))
        return (ChartSeries(data.names[0], data.values[0], inks),)
    inks = series_inks(len(data.names), colors)
    found = []
    for place, (name, values, ink) in enumerate(zip(data.names, data.values, inks, strict=True)):
        own: tuple[Ink, ...] = (ink,)
        if data.named is not None and data.kind in {"bar", "column"}:
            own = tuple(marked_ink(colors) if at == data.named else ink for at in range(len(values)))
        found.append(
            ChartSeries(
                name=name,
                values=values,
                inks=own,
                label=ink_on(ink, colors) if data.kind == "stacked" else None,
                dash=_DASHES[place % len(_DASHES)],
                symbol=_SYMBOLS[place % len(_SYMBOLS)],
            )
        )
    return tuple(found)
