"""The marks that charts are made of: rectangles, lines, parts of a disc, signs on a line, words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import ceil, cos, pi, sin, tan
from typing import Literal, TypeAlias

from briefdeck.model.geometry import Rect
from briefdeck.model.look import Ink
from briefdeck.model.media import Path, Step
from briefdeck.model.page import Align, ChartLabel, Paragraph, Ref, Span, TextStyle
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

GROUND = Ink("background")
EDGE = 1.2
"""Points: the edge of the ground that parts neighbouring marks."""

LEADING = 1.2

Mark: TypeAlias = Path | ChartLabel
Place: TypeAlias = tuple[float, float]
"""x and y from the top left of the chart, points."""


class Words(NamedTuple):
    """How words are measured and set where the chart will stand; lengths in points."""

    width: Callable[[str, TextStyle], float]
    lines: Callable[[str, TextStyle, float], int]
    set: Callable[[Paragraph, float], Paragraph]  # with its lines, or as it is where the viewer breaks lines itself
    by_viewer: bool = False  # a program sets them again in its own way: see `disc`
    tall: Callable[[str], float] = lambda _: 1.0  # how many times higher than those of Latin the lines of a text are


class Writer(NamedTuple):
    """Writes the words of one chart."""

    words: Words
    style: TextStyle
    ref: Ref
    tall: float = 1.0  # of the highest script among its words

    @property
    def height(self) -> float:
        """The height of a line."""
        return self.style.size * LEADING * self.tall

    def width(self, text: str) -> float:
        """How wide a text is on one line, with a little to spare."""
        return self.words.width(text, self.style) * 1.02 + 1

    def widest(self, texts: Sequence[str]) -> float:
        """The width of the widest text."""
        return max((self.width(text) for text in texts), default=0.0)

    def lines(self, text: str, width: float) -> int:
        """How many lines a text takes; 0 when one of its words is too long for them."""
        if any(self.width(word) > width for word in text.split()):
            return 0
        return self.words.lines(text, self.style, width)

    def label(
        self, text: str, frame: Rect, *, align: Align = "left", ink: Ink | None = None, bold: bool = False
    ) -> ChartLabel:
        """Words at a place; left is where their language begins."""
        style = replace(self.style, align=align, ink=ink or self.style.ink, bold=bold)
        paragraph = Paragraph(spans=(Span(text=text),), style=style, ref=self.ref)
        return ChartLabel(frame, self.words.set(paragraph, frame.width))


def rectangle(frame: Rect, ink: Ink) -> Path:
    """A filled rectangle."""
    corners = ((frame.x, frame.y), (frame.right, frame.y), (frame.right, frame.bottom), (frame.x, frame.bottom))
    return Path((*_polygon(corners),), fill=ink)


def edged(path: Path) -> Path:
    """The mark with an edge of the ground around it."""
    return replace(path, stroke=GROUND, width=EDGE)


def straight(start: Place, end: Place, ink: Ink, width: float) -> Path:
    """A straight line."""
    return Path((("M", start), ("L", end)), stroke=ink, width=width)


def through(points: Sequence[Place | None], ink: Ink, width: float, dash: tuple[float, ...]) -> Path:
    """A line through points, parted where one is missing."""
    steps: list[Step] = []
    for before, point in pairwise((None, *points)):
        if point is not None:
            steps.append(("L" if before is not None else "M", point))
    return Path(tuple(steps), stroke=ink, width=width, dash=dash)


def sign(kind: str, centre: Place, radius: float, ink: Ink) -> Path:
    """A sign on a line, of one of the kinds of `ChartSeries.symbol`."""
    x, y = centre
    if kind == "circle":
        return edged(Path(tuple(_arc(centre, radius, (0, 2 * pi), begin="M")), fill=ink))
    r = radius
    corners = {
        "square": ((x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)),
        "diamond": ((x, y - 1.2 * r), (x + 1.2 * r, y), (x, y + 1.2 * r), (x - 1.2 * r, y)),
        "triangle": ((x, y - 1.1 * r), (x + 1.1 * r, y + 0.9 * r), (x - 1.1 * r, y + 0.9 * r)),
    }[kind]
    return edged(Path((*_polygon(corners),), fill=ink))


def wedge(centre: Place, radius: float, hole: float, shares: tuple[float, float], ink: Ink) -> Path:
    """Part of a disc or ring between two shares of the whole turn, clockwise from the top."""
    first, last = 2 * pi * shares[0], 2 * pi * shares[1]
    steps: tuple[Step, ...]
    if hole:
        steps = (*_arc(centre, radius, (first, last), begin="M"), *_arc(centre, hole, (last, first), begin="L"))
    else:
        steps = (("M", centre), *_arc(centre, radius, (first, last), begin="L"))
    return edged(Path((*steps, ("Z", ())), fill=ink))


def _polygon(corners: Sequence[tuple[float, float]]) -> Iterator[Step]:
    yield from (("L" if number else "M", corner) for number, corner in enumerate(corners))
    yield "Z", ()


def _arc(centre: Place, radius: float, turn: tuple[float, float], begin: Literal["M", "L"]) -> Iterator[Step]:
    """An arc as curves of at most a quarter turn; angles in radians, clockwise from the top."""
    (x, y), (start, end) = centre, turn

    def at(angle: float) -> Place:
        return x + radius * sin(angle), y - radius * cos(angle)

    yield begin, at(start)
    count = max(1, ceil(abs(end - start) / (pi / 2) - 1e-9))
    step = (end - start) / count
    pull = 4 / 3 * tan(step / 4) * radius
    for number in range(count):
        one, other = start + number * step, start + (number + 1) * step
        (x1, y1), (x2, y2) = at(one), at(other)
        controls = (x1 + pull * cos(one), y1 + pull * sin(one), x2 - pull * cos(other), y2 - pull * sin(other))
        yield "C", (*controls, x2, y2)


def mirrored(mark: Mark, width: float) -> Mark:
    """The mark as in a mirror, for a page that is read from right to left; words keep their own direction."""
    if isinstance(mark, ChartLabel):
        return replace(mark, frame=replace(mark.frame, x=width - mark.frame.right))
    steps = tuple(
        (step, tuple(width - number if index % 2 == 0 else number for index, number in enumerate(numbers)))
        for step, numbers in mark.steps
    )
    return replace(mark, steps=steps)
