"""The brief's paper and the room that its flow has on it. Lengths are points."""

from __future__ import annotations

from collections.abc import Mapping

from briefdeck.model.geometry import Rect, Size
from briefdeck.named import NamedTuple


class Paper(NamedTuple):
    """A size of paper with the margins that suit it; office printers leave about 6 mm white by themselves."""

    size: Size
    side: float = 51.0
    top: float = 46.0
    bottom: float = 43.0
    gutter: float = 21.0  # between columns


PAPERS: Mapping[str, Paper] = {
    "a4": Paper(Size(595.276, 841.89)),
    "letter": Paper(Size(612.0, 792.0)),
    "legal": Paper(Size(612.0, 1008.0)),
    "a5": Paper(Size(419.528, 595.276), side=36.0, top=40.0, bottom=38.0, gutter=15.0),
    "a3": Paper(Size(841.89, 1190.551), side=68.0, top=62.0, bottom=56.0, gutter=30.0),
}

ONE_COLUMN = 456.0
"""The widest column of 12 pt type: about 80 characters."""

_ONE_COLUMN_EM = 35.0
"""The widest column of larger type, in em."""

NOTES_LEAST = 112.0
"""A heading and three lines to write on; a smaller area is not worth its rules."""


class Space(NamedTuple):
    """The room between head and foot."""

    area: Rect
    columns: int
    gutter: float

    @property
    def width(self) -> float:
        """The width of one column."""
        return (self.area.width - self.gutter * (self.columns - 1)) / self.columns

    def column(self, index: int) -> float:
        """The left edge of a column."""
        return self.area.x + index * (self.width + self.gutter)


def measure(paper: Paper, columns: int, body: float) -> Rect:
    """The rectangle inside the margins; a single column of a body size (points) is no wider than reads well."""
    size = paper.size
    width = size.width - 2 * paper.side
    if columns == 1:
        width = min(width, max(ONE_COLUMN, _ONE_COLUMN_EM * body))
    return Rect((size.width - width) / 2, paper.top, width, size.height - paper.top - paper.bottom)
