"""The brief's paper and the room that its flow has on it. Lengths are points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from briefdeck.model.geometry import Rect, Size

PAPERS: Mapping[str, Size] = {"a4": Size(595.276, 841.89), "letter": Size(612.0, 792.0)}

SIDE = 51.0
TOP = 46.0
BOTTOM = 43.0
"""Margins, all above 15 mm; office printers leave about 6 mm white by themselves."""

GUTTER = 21.0
ONE_COLUMN = 456.0
"""The widest column of 12 pt type: about 80 characters."""

NOTES_LEAST = 112.0
"""A heading and three lines to write on; a smaller area is not worth its rules."""


class Space(NamedTuple):
    """The room between head and foot."""

    area: Rect
    columns: int

    @property
    def width(self) -> float:
        """The width of one column."""
        return (self.area.width - GUTTER * (self.columns - 1)) / self.columns

    def column(self, index: int) -> float:
        """The left edge of a column."""
        return self.area.x + index * (self.width + GUTTER)


def measure(paper: Size, columns: int) -> Rect:
    """The rectangle inside the margins; a single column is no wider than reads well."""
    width = paper.width - 2 * SIDE
    if columns == 1:
        width = min(width, ONE_COLUMN)
    return Rect((paper.width - width) / 2, TOP, width, paper.height - TOP - BOTTOM)
