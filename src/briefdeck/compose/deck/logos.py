"""The school's logo: on the title slide and beside every footer, part of the layouts and so one picture in the file."""

from __future__ import annotations

from briefdeck.compose.chart.inks import luminance
from briefdeck.compose.deck import grid
from briefdeck.compose.deck.seating import Kind, Seat, Seating
from briefdeck.model.geometry import Rect
from briefdeck.model.look import Ink, Theme
from briefdeck.model.media import WHOLE, Media
from briefdeck.model.page import Box, PictureContent, Ref
from briefdeck.model.values import replace

_FOOT = (110.0, 22.0)
_COVER = (220.0, 44.0)
"""The largest width and height, points."""

_COVER_TOP = 40.0
_PLATE = 7.0
_APART = 12.0
_DARK = 0.3  # luminance; clear parts of most logos stand on white


def branded(table: tuple[Seating, ...], logo: Media, theme: Theme | None) -> tuple[Seating, ...]:
    """The layouts with the logo where they have a place for it, their texts moved out of its way."""
    return tuple(_branded(seating, logo, theme) for seating in table)


def logo_size(logo: Media, most: tuple[float, float]) -> tuple[float, float]:
    """Its width and height within the largest that it may have, never stretched."""
    height = min(most[1], most[0] / logo.aspect)
    return height * logo.aspect, height


def _branded(seating: Seating, logo: Media, theme: Theme | None) -> Seating:
    if seating.heading is Kind.COVER:
        width, height = logo_size(logo, _COVER)
        frame = Rect(grid.MARGIN, _COVER_TOP, width, height)
        title = seating.title_seat.slot.frame
        top = frame.bottom + 2 * _APART
        moved = {seating.title_seat.slot.name: Rect(title.x, top, title.width, title.bottom - top)}
    else:
        footer, number = seating.seat(Kind.FOOTER), seating.seat(Kind.PAGE)
        if footer is None or number is None:
            return seating
        width, height = logo_size(logo, _FOOT)
        place, end = footer.slot.frame, _number_start(number)
        frame = Rect(end - width, place.y + (place.height - height) / 2, width, height)
        moved = {footer.slot.name: replace(place, width=frame.x - _APART - place.x)}
    boxes = (*_plate(seating, frame, logo, theme), _picture(frame, logo))
    return _with(seating, boxes, moved)


def _number_start(number: Seat) -> float:
    """Where the page number, which stands at the right of its seat, may begin at most."""
    return number.slot.frame.right - 3.2 * number.slot.levels[0].size


def _plate(seating: Seating, frame: Rect, logo: Media, theme: Theme | None) -> tuple[Box, ...]:
    """A light ground for a logo that may have clear parts, where the layout's own is dark."""
    if theme is None or logo.kind == "jpeg" or luminance(seating.layout.background, theme.colors) > _DARK:
        return ()
    inks = (Ink("background"), Ink("text"))
    light = max(inks, key=lambda ink: luminance(ink, theme.colors))
    inset = min(_PLATE, frame.height / 6)
    return (grid.panel(frame.inset(-inset), light, "Logo ground"),)


def _picture(frame: Rect, logo: Media) -> Box:
    """Decoration: the school's name stands on the title slide in words."""
    return Box(frame=frame, content=PictureContent(logo, WHOLE, "", Ref("")), name="Logo")


def _with(seating: Seating, boxes: tuple[Box, ...], moved: dict[str, Rect]) -> Seating:
    seats = tuple(
        replace(seat, slot=replace(seat.slot, frame=moved.get(seat.slot.name, seat.slot.frame)))
        for seat in seating.seats
    )
    layout = replace(
        seating.layout, slots=tuple(seat.slot for seat in seats), ornaments=(*seating.layout.ornaments, *boxes)
    )
    return replace(seating, layout=layout, seats=seats)
