"""What an outline says, without what differs between two ways to write the same note."""

import re
from collections.abc import Iterator

from briefdeck.model.outline import Point


def told_points(point: Point, label: str = "") -> Iterator[tuple[str, ...]]:
    """A point and those below it, each with the label that governs it."""
    label = point.label or label
    if point.say:
        yield "point", bare(label), bare(point.say)
    for below in point.points:
        yield from told_points(below, label)


def bare(text: str) -> str:
    """The words without case and signs."""
    return re.sub(r"[\W_]+", " ", text.lower()).strip()
