"""Paths of a PDF page: what they enclose when they are filled, and what a pen covers. Points from the bottom left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import hypot
from typing import TypeAlias

from briefdeck.model.geometry import Rect

Point: TypeAlias = tuple[float, float]

_STEPS = (0.25, 0.5, 0.75, 1.0)
"""Where on a curve a corner is taken: near enough to say what lies inside."""


@dataclass(frozen=True)
class Area:
    """What a path encloses."""

    rings: tuple[tuple[Point, ...], ...]
    even_odd: bool = False  # a ring within a ring is a hole

    @cached_property
    def frame(self) -> Rect:
        """The rectangle around it."""
        return _around([point for ring in self.rings for point in ring])

    def holds(self, x: float, y: float) -> bool:
        """Whether a place lies inside."""
        frame = self.frame
        if not (frame.x <= x <= frame.right and frame.y <= y <= frame.bottom):
            return False
        inside = sum(_is_inside(ring, x, y) for ring in self.rings)
        return inside % 2 == 1 if self.even_odd else inside > 0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight piece that a pen has drawn."""

    start: Point
    end: Point
    width: float

    def area(self) -> Area:
        """What the pen has covered."""
        (x, y), (x2, y2) = self.start, self.end
        length = hypot(x2 - x, y2 - y) or 1.0
        across = (-(y2 - y) / length * self.width / 2, (x2 - x) / length * self.width / 2)
        sides = ((x + across[0], y + across[1]), (x2 + across[0], y2 + across[1]),
                 (x2 - across[0], y2 - across[1]), (x - across[0], y - across[1]))  # fmt: skip
        return Area((sides,))


class Path:
    """The path at hand, ring by ring; filled while a page's content is run through."""

    def __init__(self) -> None:
        self._rings: list[list[Point]] = []

    def move(self, to: Point) -> None:
        """Begin a ring."""
        self._rings.append([to])

    def line(self, to: Point) -> None:
        """A straight line from where the path is."""
        if self._rings:
            self._rings[-1].append(to)

    def curve(self, first: Point, second: Point, end: Point) -> None:
        """A Bézier curve from where the path is, by its two control points."""
        if self._rings:
            start = self._rings[-1][-1]
            self._rings[-1] += [_on_curve((start, first, second, end), at) for at in _STEPS]

    def here(self) -> Point | None:
        """Where the path is; None before it has begun."""
        return self._rings[-1][-1] if self._rings else None

    def close(self) -> None:
        """Go back to where the ring began."""
        if self._rings:
            self._rings[-1].append(self._rings[-1][0])

    def area(self, *, even_odd: bool) -> Area | None:
        """What it encloses; None for nothing."""
        rings = tuple(tuple(ring) for ring in self._rings if len(ring) > 2)
        return Area(rings, even_odd) if rings else None

    def strokes(self, width: float) -> Iterator[Stroke]:
        """Its straight pieces, drawn by a pen of this width."""
        return (Stroke(one, other, width) for ring in self._rings for one, other in pairwise(ring) if one != other)


def _on_curve(points: tuple[Point, Point, Point, Point], at: float) -> Point:
    rest = 1 - at
    shares = (rest**3, 3 * rest**2 * at, 3 * rest * at**2, at**3)
    return (
        sum(share * point[0] for share, point in zip(shares, points, strict=True)),
        sum(share * point[1] for share, point in zip(shares, points, strict=True)),
    )


def _is_inside(ring: Sequence[Point], x: float, y: float) -> bool:
    """By how often a ray to the right leaves the ring."""
    crossed = False
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


def _around(points: Sequence[Point]) -> Rect:
    left, bottom = min(point[0] for point in points), min(point[1] for point in points)
    return Rect(left, bottom, max(point[0] for point in points) - left, max(point[1] for point in points) - bottom)
