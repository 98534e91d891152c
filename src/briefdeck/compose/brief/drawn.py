"""What is drawn on the brief: pictures as wide as their column lets them be, charts as lines and areas to the point."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil

from briefdeck.compose.brief.block import Block
from briefdeck.compose.brief.columns import QUARTERS
from briefdeck.compose.chart.data import ChartData
from briefdeck.compose.chart.marks import Words
from briefdeck.model.geometry import Rect, Size
from briefdeck.model.look import ColorRole, Ink
from briefdeck.model.media import WHOLE
from briefdeck.model.page import Box, ChartContent, Paragraph, PictureContent, Ref, Span, TextStyle
from briefdeck.named import NamedTuple

_ENDLESS = 1e5  # points
_LEAST_LEADING = 1.32  # lines are never closer; so high is a line when it is not known yet
_TALLEST, _SMALL = 13, 8
"""Lines of the body: the highest picture, and the highest where room is short."""

_LYING, _LEAST_LYING, _MOST_LYING = 1.15, 4, 15
_DISC, _SMALL_DISC = 8, 6
_STANDING, _SMALL_STANDING = 11, 8
_HIGHER = (0, 3, 6)
"""Lines of the body that charts take, where room is short, and how many more where their words need them."""

_TYPE = 0.9  # of the body


class Drawn(NamedTuple):
    """Something drawn: how high it is, and how it comes into the frame that it is given on the page."""

    units: int  # quarter lines
    box: Callable[[Rect], Box]


def drawn_picture(block: Block, size: float, width: float) -> Drawn:
    """The picture whole, at the left edge of its column."""
    media, alt, ref = block.media, block.alt, block.ref
    assert media is not None
    line = size * _LEAST_LEADING
    wanted = min(width / media.aspect, (_SMALL if block.small else _TALLEST) * line)

    def box(frame: Rect) -> Box:
        high = min(frame.height, frame.width / media.aspect)
        place = Rect(frame.x, frame.y + (frame.height - high) / 2, high * media.aspect, high)
        return Box(frame=place, content=PictureContent(media, WHOLE, alt, ref), name="picture")

    return Drawn(ceil(wanted / line * QUARTERS), box)


def drawn_chart(
    block: Block, size: float, width: float, *, words: Words, colors: Mapping[ColorRole, str], floor: float, rtl: bool
) -> Drawn | None:
    """The chart, None when its words find no room in the column; `floor` is the smallest size of its type."""
    from briefdeck.compose.chart.drawing import draw_chart

    data, alt, ref = block.chart, block.alt, block.ref
    assert data is not None
    sizes = dict.fromkeys((max(floor, size * _TYPE), floor))
    styles = [TextStyle(font="body", size=each, ink=Ink("text")) for each in sizes]

    def drawn(height: float) -> ChartContent | None:
        return draw_chart(data, Size(width, height), styles, words, colors, ref, alt, rtl=rtl)

    line = size * _LEAST_LEADING
    least = _lines(data, small=block.small)
    lines = next((least + more for more in _HIGHER if drawn((least + more) * line)), None)
    if lines is None:
        return None

    def box(frame: Rect) -> Box:
        """A little higher than tried, where the lines of the page stand further apart."""
        content = drawn(frame.height) or drawn(lines * line)
        assert content is not None
        return Box(frame=frame, content=content, name="chart")

    return Drawn(lines * QUARTERS, box)


def _lines(data: ChartData, *, small: bool) -> int:
    """How many lines of the body a chart takes."""
    if data.kind == "bar":
        bars = len(data.categories) * max(1, len(data.names) * 0.8)
        return max(_LEAST_LYING, min(_MOST_LYING, ceil(bars * _LYING) + (len(data.names) > 1)))
    usual, less = (_DISC, _SMALL_DISC) if data.kind in {"pie", "doughnut"} else (_STANDING, _SMALL_STANDING)
    return less if small else usual


def chart_words(set_lines: Callable[[Paragraph, float], Paragraph]) -> Words:
    """Words are measured by setting them."""

    def made(text: str, style: TextStyle, width: float) -> Paragraph:
        return set_lines(Paragraph(spans=(Span(text=text),), style=style, ref=Ref("")), width)

    return Words(
        width=lambda text, style: max((line.width for line in made(text, style, _ENDLESS).lines), default=0.0),
        lines=lambda text, style, width: max(1, len(made(text, style, width).lines)),
        set=set_lines,
    )
