"""The school's logo on the slides of a template: in a free place of each layout, since the template is not changed.

On the title slide it stands large in a corner, on the others in the foot or at the top, else beside the footer's words.
A place is free when neither text nor anything that the template draws is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from briefdeck.compose.deck.logos import logo_size
from briefdeck.compose.deck.seating import Kind, Seat, Seating
from briefdeck.model.contrast import contrast
from briefdeck.model.geometry import Rect, Size
from briefdeck.model.look import ColorRole, Ink
from briefdeck.model.media import WHOLE, Media
from briefdeck.model.page import Box, PictureContent, Ref, ShapeContent
from briefdeck.model.template import Template, TemplateLayout
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

_COVER: Final = (0.24, 0.085)
_FOOT: Final = (0.12, 0.043)
"""The largest width and height, as parts of the slide's."""

_SMALLER: Final = (1.0, 0.75)
_EDGE: Final = 0.03  # of the slide's width
_APART: Final = 6.0
_PLATE: Final = 4.0
_GROUND: Final = 0.9  # of the slide: what covers more is its ground and in nobody's way
_LEFT: Final = 0.5  # of the place of a footer or title must be left for its words
_WHITE: Final = "FFFFFF"
_DARK: Final = 3.0  # contrast with white from which a ground is dark; clear parts of most logos stand on white


class Branded(NamedTuple):
    """The table of layouts, footers moved out of the way of the logo, and the logo for each of them by name."""

    table: tuple[Seating, ...]
    logos: Mapping[str, tuple[Box, ...]]


def branded(table: Sequence[Seating], template: Template, logo: Media, *, dated: bool) -> Branded:
    """The layouts with a place for the logo as far as there is one; `dated` says that the date's is taken."""
    sources = {layout.part: layout for layout in template.layouts}
    seatings: list[Seating] = []
    logos: dict[str, tuple[Box, ...]] = {}
    for seating in table:
        origin = seating.layout.origin
        assert origin is not None, "every layout of a template comes from it"
        source = sources[origin.part]
        taken = [*_taken(seating, source, template.size, dated=dated)]
        frame = next(_places(seating, source, template.size, logo, taken), None)
        found, grounds = seating, source.grounds
        if frame is None:
            found, frame = (_above_title if seating.heading is Kind.COVER else _beside_footer)(
                seating, template.size, logo
            )
            grounds = next((place.grounds for place in source.of("ftr")), grounds)
        if frame:
            picture = PictureContent(logo, WHOLE, "", Ref(""))  # decoration: the school's name is said in words
            logos[found.layout.name] = (
                *_plate(frame, grounds, logo, template.colors),
                Box(frame=frame, content=picture, name="Logo"),
            )
        seatings.append(found)
    return Branded(tuple(seatings), logos)


def _beside_footer(seating: Seating, size: Size, logo: Media) -> tuple[Seating, Rect | None]:
    """The logo at the beginning of the footer's place, the footer in what is left of it where that is enough."""
    seat = seating.seat(Kind.FOOTER)
    if seat is None:
        return seating, None
    place = seat.slot.frame
    width, height = logo_size(logo, (_FOOT[0] * size.width, min(_FOOT[1] * size.height, place.height + _APART)))
    rest = Rect(place.x + width + 2 * _APART, place.y, place.width - width - 2 * _APART, place.height)
    if rest.width < _LEFT * place.width:
        return seating, None
    return _moved(seating, seat, rest), Rect(place.x, place.y + (place.height - height) / 2, width, height)


def _above_title(seating: Seating, size: Size, logo: Media) -> tuple[Seating, Rect | None]:
    """The logo in the upper part of the title's place, the title in what is left of it where that is enough."""
    seat = seating.title_seat
    place = seat.slot.frame
    width, height = logo_size(logo, (_COVER[0] * size.width, _COVER[1] * size.height))
    rest = Rect(place.x, place.y + height + 2 * _APART, place.width, place.height - height - 2 * _APART)
    if rest.height < _LEFT * place.height:
        return seating, None
    return _moved(seating, seat, rest), Rect(place.x, place.y, width, height)


def _moved(seating: Seating, seat: Seat, frame: Rect) -> Seating:
    moved = replace(seat, slot=replace(seat.slot, frame=frame))
    seats = tuple(moved if one is seat else one for one in seating.seats)
    slots = tuple(moved.slot if one == seat.slot else one for one in seating.layout.slots)
    return replace(seating, layout=replace(seating.layout, slots=slots), seats=seats)


def _taken(seating: Seating, source: TemplateLayout, size: Size, *, dated: bool) -> Iterator[Rect]:
    """Where there is something already."""
    for seat in seating.seats:
        if dated or Kind.DATE not in seat.takes:
            yield seat.slot.frame
    yield from (box.frame for box in seating.layout.ornaments)
    yield from (one for one in source.drawn if one.width * one.height < _GROUND * size.width * size.height)


def _places(seating: Seating, source: TemplateLayout, size: Size, logo: Media, taken: Sequence[Rect]) -> Iterator[Rect]:
    """The free places, the best first."""
    cover = seating.heading is Kind.COVER
    most = _COVER if cover else _FOOT
    slide = Rect(0, 0, size.width, size.height).inset(_APART)
    for smaller in _SMALLER:
        width, height = logo_size(logo, (most[0] * smaller * size.width, most[1] * smaller * size.height))
        for x, y in _corners(source, size, width, height, cover=cover):
            frame = Rect(x, y, width, height)
            around = frame.inset(-_APART)
            if slide.contains(frame) and not any(around.overlaps(one) for one in taken):
                yield frame


def _corners(
    source: TemplateLayout, size: Size, width: float, height: float, *, cover: bool
) -> Iterator[tuple[float, float]]:
    title = source.title
    assert title is not None, "layouts without a title serve no role"
    edge = _EDGE * size.width
    left = max(edge, title.room.x)
    right = min(size.width - edge, title.room.right) - width
    feet = source.of("dt", "ftr", "sldNum")
    below = feet[0].frame.y + (feet[0].frame.height - height) / 2 if feet else size.height - edge - height
    top = [(x, edge) for x in (left, right, edge, size.width - edge - width)]
    foot = [(x, below) for x in (left, right, edge, size.width - edge - width, (size.width - width) / 2)]
    yield from (*top, *foot) if cover else (*foot, *top[1::2], *top[::2])


def _plate(frame: Rect, grounds: Sequence[str], logo: Media, colors: Mapping[ColorRole, str]) -> Iterator[Box]:
    """A light ground for a logo that may have clear parts, where what lies under it is known to be dark."""
    if logo.kind == "jpeg" or not grounds or min(contrast(one, _WHITE) for one in grounds) < _DARK:
        return
    roles: tuple[ColorRole, ...] = ("background", "text")
    light = min(roles, key=lambda role: contrast(colors[role], _WHITE))
    yield Box(frame=frame.inset(-_PLATE), content=ShapeContent(shape="rect", ink=Ink(light)), name="Logo ground")
