"""Pictures of the deck: cut to their seat where little is lost by it, else shown whole within it, never stretched."""

from __future__ import annotations

from briefdeck.compose.deck.seating import Item, Kind, Seat
from briefdeck.model.contents import extra_id
from briefdeck.model.geometry import Rect
from briefdeck.model.media import WHOLE, Media, crop_to
from briefdeck.model.outline import Section
from briefdeck.model.page import Part, PictureContent, Ref

_MOST_CUT = {"jpeg": 0.34, "png": 0.1}
"""Of a photograph a third may go at the sides; drawings and maps say something up to their edges."""


def picture_item(section: Section, media: Media, seat: Seat) -> Item:
    """The section's picture as it will stand in a seat."""
    picture = section.picture
    assert picture is not None
    frame = seat.slot.frame
    crop = crop_to(media, frame.width / frame.height)
    if 1 - (1 - crop.left - crop.right) * (1 - crop.top - crop.bottom) > _MOST_CUT[media.kind]:
        crop, frame = WHOLE, within(frame, media.aspect)
    content = PictureContent(media, crop, picture.alt, picture_ref(section))
    return Item(kind=Kind.PICTURE, native=content, frame=frame)


def picture_ref(section: Section) -> Ref:
    """What stands for the section's picture."""
    return Ref(section.id, extra_id(section, "picture"), Part.TEXT)


def within(frame: Rect, aspect: float) -> Rect:
    """The largest frame of that width over height in the middle of another."""
    width = min(frame.width, frame.height * aspect)
    height = width / aspect
    return Rect(frame.x + (frame.width - width) / 2, frame.y + (frame.height - height) / 2, width, height)


def area(item: Item) -> float:
    """How large the picture is shown, square points."""
    return item.frame.width * item.frame.height if item.frame else 0.0
