"""Parts of a whole: a pie or a ring, each part named beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import cos, pi, sin

from briefdeck.compose.chart.data import ChartData
from briefdeck.compose.chart.marks import Mark, Place, Writer, rectangle, straight, wedge
from briefdeck.compose.chart.parts import AIR, AXIS, Drawing
from briefdeck.model.geometry import Rect, Size
from briefdeck.model.page import ChartSeries
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

_HOLE = 0.55
_LABELS = 0.36  # of the width, at most, on each side
_LEAST_RADIUS = 3.0  # times the size of the type
_MOST_LINES = 3
_DISC = 0.24  # of the width: the radius beside a list


class _Part(NamedTuple):
    """The words beside one part."""

    text: str
    lines: int
    x: float  # of the rim's middle
    y: float
    right: bool
    place: int  # among the categories
    inside: tuple[float, float]  # the middle of the part itself
    top: float = 0.0  # of the words


def disc(data: ChartData, series: Sequence[ChartSeries], size: Size, writer: Writer) -> Drawing | None:
    """The parts clockwise from the top, each with its name and number at its side, else in a list beside the disc.

    Programs that show slides set the words again in their own way: what they would fold or set upon each other, and
    a list that they would set in columns, is none here.
    """
    texts = [f"{name}: {text}" for name, text in zip(data.categories, data.texts[0], strict=True)]
    return _around(data, series[0], texts, size, writer) or _listed(data, series[0], texts, size, writer)


def _around(data: ChartData, series: ChartSeries, texts: Sequence[str], size: Size, writer: Writer) -> Drawing | None:
    room = min(writer.widest(texts), size.width * _LABELS)
    lines = [writer.lines(text, room) for text in texts]
    radius = min((size.height - 2 * writer.height) / 2, (size.width - 2 * room) / 2 - 3 * AIR)
    if not all(0 < count <= _most(writer) for count in lines) or radius < _LEAST_RADIUS * writer.style.size:
        return None
    x, y = size.width / 2, size.height / 2
    marks: list[Mark] = [*_wedges(data, series, (x, y), radius)]
    hole = _hole(data, radius)
    parts: list[_Part] = []
    for place, (start, end) in _shares(data):
        turn = pi * (start + end)
        edge_x, edge_y = x + (radius + AIR) * sin(turn), y - (radius + AIR) * cos(turn)
        middle = (radius + hole) / 2
        inside = x + middle * sin(turn), y - middle * cos(turn)
        parts.append(_Part(texts[place], lines[place], edge_x, edge_y, sin(turn) >= 0, place, inside))
    placed = [*_side([part for part in parts if part.right], size, writer),
              *_side([part for part in parts if not part.right], size, writer)]  # fmt: skip
    moving = writer.words.by_viewer and not hole and any(_is_away(part, writer.height / 3, writer) for part in placed)
    if len(placed) < len(parts) or moving:
        return None
    for one in placed:
        marks += _words(one, room, writer)
    plot = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
    moved = _moved(placed, len(texts), room, writer) if hole else ()
    return Drawing(plot, tuple(marks), numbers=True, moved=moved)


def _listed(data: ChartData, series: ChartSeries, texts: Sequence[str], size: Size, writer: Writer) -> Drawing | None:
    """The disc at the left, at its right a list in the order of its parts, each with a square of its ink.

    Programs that show slides put the numbers of a pie around it all the same.
    """
    side = writer.style.size * 0.72
    around = writer.widest(data.texts[0]) + AIR if writer.words.by_viewer and data.kind == "pie" else 1.0
    radius = min(size.height / 2 - (writer.height if around > 1 else 0.0) - 1, size.width * _DISC)
    left = 2 * (radius + around) + 3 * AIR + side
    room = size.width - left - AIR
    lines = [writer.lines(text, room) for text in texts]
    step = writer.height * 1.15
    deep = sum(lines) * writer.height + (len(texts) - 1) * (step - writer.height)
    if not all(0 < count <= _most(writer) for count in lines) or deep > size.height:
        return None
    middle = size.height / 2
    marks: list[Mark] = [*_wedges(data, series, (around + radius, middle), radius)]
    top = middle - deep / 2
    for place, (text, used) in enumerate(zip(texts, lines, strict=True)):
        square = Rect(left - side - AIR, top + (writer.height - side) / 2, side, side)
        marks.append(rectangle(square, series.inks[place]))
        marks.append(writer.label(text, Rect(left, top, room, used * writer.height)))
        top += used * writer.height + step - writer.height
    return Drawing(Rect(around, middle - radius, 2 * radius, 2 * radius), tuple(marks), numbers=True, named="legend")


def _most(writer: Writer) -> int:
    """Lines that the words of a part may take."""
    return 1 if writer.words.by_viewer else _MOST_LINES


def _is_away(part: _Part, far: float, writer: Writer) -> bool:
    """Whether its words stand further above or below the middle of a part than that, points."""
    return abs(part.top + part.lines * writer.height / 2 - part.y) > far


def _wedges(data: ChartData, series: ChartSeries, centre: Place, radius: float) -> Iterator[Mark]:
    for place, part in _shares(data):
        yield wedge(centre, radius, _hole(data, radius), part, series.inks[place])


def _shares(data: ChartData) -> Iterator[tuple[int, tuple[float, float]]]:
    """Every part above zero: which it is, and between which shares of the whole turn it stands."""
    values = [value or 0.0 for value in data.values[0]]
    bounds = [0.0, *accumulate(value / sum(values) for value in values)]
    yield from ((place, part) for place, part in enumerate(pairwise(bounds)) if values[place])


def _hole(data: ChartData, radius: float) -> float:
    return radius * _HOLE if data.kind == "doughnut" else 0.0


def _side(parts: Sequence[_Part], size: Size, writer: Writer) -> list[_Part]:
    """The words of one side from top to bottom, moved apart where they would meet; () when there is no room."""
    ordered = sorted(parts, key=lambda part: part.y)
    tops: list[float] = []
    for part in ordered:
        wanted = part.y - part.lines * writer.height / 2
        least = tops[-1] + ordered[len(tops) - 1].lines * writer.height if tops else 0.0
        tops.append(max(wanted, least, 0.0))
    limit = size.height
    for place in range(len(tops) - 1, -1, -1):
        tops[place] = min(tops[place], limit - ordered[place].lines * writer.height)
        limit = tops[place]
    if tops and tops[0] < 0:
        return []
    return [replace(part, top=top) for part, top in zip(ordered, tops, strict=True)]


def _moved(parts: Sequence[_Part], count: int, room: float, writer: Writer) -> tuple[tuple[float, float], ...]:
    """How far the middle of the words of each category is from the middle of its part."""
    found = [(0.0, 0.0)] * count
    for part in parts:
        half = min(room, writer.width(part.text)) / 2
        middle = part.x + AIR + half if part.right else part.x - AIR - half
        found[part.place] = middle - part.inside[0], part.top + part.lines * writer.height / 2 - part.inside[1]
    return tuple(found)


def _words(part: _Part, room: float, writer: Writer) -> list[Mark]:
    """The words, and a line to their part where they had to move away from it."""
    height = part.lines * writer.height
    x = part.x + AIR if part.right else part.x - AIR - room
    frame = Rect(x, part.top, room, height)
    found: list[Mark] = []
    if _is_away(part, height / 2, writer):
        middle = part.top + height / 2
        found.append(straight((part.x, part.y), (part.x + (AIR if part.right else -AIR), middle), AXIS, 0.75))
    return [*found, writer.label(part.text, frame, align="left" if part.right else "right")]
