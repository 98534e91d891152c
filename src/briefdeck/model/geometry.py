"""Lengths and rectangles: points (1/72 inch), origin at the top left, y growing downwards."""

from __future__ import annotations

from briefdeck.named import NamedTuple


class Size(NamedTuple):
    """A width and a height in points."""

    width: float
    height: float


class Rect(NamedTuple):
    """A rectangle in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    def inset(self, horizontal: float, vertical: float | None = None) -> Rect:
        """The rectangle inside this one, smaller by the given lengths on each side."""
        vertical = horizontal if vertical is None else vertical
        return Rect(self.x + horizontal, self.y + vertical, self.width - 2 * horizontal, self.height - 2 * vertical)

    def overlaps(self, other: Rect) -> bool:
        """Whether the two share more than an edge."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def contains(self, other: Rect, slack: float = 0.01) -> bool:
        """Whether the other lies inside this one, edges included."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


class Free(NamedTuple):
    """What stays free of a box around its text, points."""

    foot: float = 0.0  # below, for letters that reach deeper than a line
    left: float = 0.0  # beside the ends of lines that run to the left, for what hangs over them
    right: float = 0.0  # the same for lines that run to the right


NOTHING_FREE = Free()
