"""The QR code of a brief: a link that the author gives, as modules that a phone can read from paper."""

from __future__ import annotations

import io

import segno

from briefdeck.model.geometry import Rect
from briefdeck.model.media import WHOLE, Media
from briefdeck.model.page import Box, PictureContent, Ref
from briefdeck.named import NamedTuple

MODULE = 1.5
"""Points, 0.53 mm: phones read smaller modules badly."""

_QUIET = 4  # modules of white around, as the standard asks
_PIXELS = 8  # of a module: whole ones, so that no viewer blurs its edges


class Code(NamedTuple):
    """A code ready to be placed."""

    media: Media
    side: float  # with its quiet zone, points

    def box(self, x: float, y: float, alt: str) -> Box:
        """The box of the code with its upper left corner there."""
        content = PictureContent(media=self.media, crop=WHOLE, alt=alt, ref=Ref(""))
        return Box(frame=Rect(x, y, self.side, self.side), content=content, name="QR code")


def qr_code(link: str) -> Code:
    """The code of a web address; a seventh of it may be damaged."""
    made = segno.make(link, error="m", micro=False, boost_error=False)
    modules = made.symbol_size(border=_QUIET)[0]
    data = io.BytesIO()
    made.save(data, kind="png", scale=_PIXELS, border=_QUIET)
    side = int(modules) * _PIXELS
    return Code(Media(name="qr.png", kind="png", width=side, height=side, data=data.getvalue()), modules * MODULE)
