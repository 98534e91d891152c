"""Pictures ready to be shown, and drawn lines and areas: what a page holds beside words.

A picture is upright, decoded without a fault and as large as a slide needs; both painters take its bytes as they are.
"""

from __future__ import annotations

import hashlib
from typing import Literal, TypeAlias

from briefdeck.model.look import Ink
from briefdeck.named import NamedTuple


class Media(NamedTuple):
    """A picture: grey or RGB as JPEG, or anything with eight bits a channel as PNG. No rotation tag, no profile."""

    name: str  # as the outline writes it
    kind: Literal["jpeg", "png"]
    width: int  # pixels
    height: int
    data: bytes

    @property
    def key(self) -> str:
        """Names the picture by its content: the same picture twice is one part of a file."""
        return hashlib.sha256(self.data).hexdigest()[:16]

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height


class Crop(NamedTuple):
    """What is cut off at each side, as fractions of the whole picture."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


WHOLE = Crop()
"""Nothing is cut off."""


def crop_to(media: Media, aspect: float) -> Crop:
    """Cut two opposite sides alike, so that what is left has the given width over height."""
    if media.aspect > aspect:
        side = (1 - aspect / media.aspect) / 2
        return Crop(left=side, right=side)
    side = (1 - media.aspect / aspect) / 2
    return Crop(top=side, bottom=side)


Step: TypeAlias = tuple[Literal["M", "L", "C", "Z"], tuple[float, ...]]
"""Move to x, y; line to x, y; curve by two control points to x, y; close. Points, from the top left of the box."""


class Path(NamedTuple):
    """A drawn line or area of a chart."""

    steps: tuple[Step, ...]
    fill: Ink | None = None
    stroke: Ink | None = None
    width: float = 0.0  # of the stroke, points
    dash: tuple[float, ...] = ()  # lengths of dashes and gaps in turn, points; (): a full line
