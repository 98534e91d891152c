"""The table of layouts for a template: its own layouts where it has them, the rest drawn in its colours and fonts.

Each entry of our table finds its place in one of four ways, tried in this order: the template has a layout of the same
name with placeholders of the same names; the template's layout for that role takes it; it is drawn on a copy of the
layout for points, without that layout's text; or it is left out, where another entry says the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from briefdeck.compose.deck.seating import AROUND, Kind, Seat, Seating
from briefdeck.compose.deck.template_drawn import drawn
from briefdeck.compose.deck.template_seats import BODY_FLOOR, Native, foot, layout_of, native, title
from briefdeck.model.geometry import Rect
from briefdeck.model.look import Look, Theme
from briefdeck.model.page import SlotKind
from briefdeck.model.template import Placeholder, RoleName, Template, TemplateLayout
from briefdeck.model.values import replace

_ALIKE: Final = 1.7  # times as wide for its height may a place for pictures be
_TEXT: Final = ("body", "obj", "subTitle")
_KINDS: Final = {
    SlotKind.TABLE: ("tbl", "obj"),
    SlotKind.CHART: ("chart", "obj"),
    SlotKind.PICTURE: ("pic", "obj"),
    SlotKind.FOOTER: ("ftr",),
    SlotKind.NUMBER: ("sldNum",),
    SlotKind.TITLE: ("title", "ctrTitle"),
}


def template_look(look: Look, template: Template) -> Look:
    """The look with the template's colours and fonts in place of the theme's."""
    name = template.file.replace("\\", "/").rpartition("/")[2]
    theme: Theme = replace(
        look.theme,
        name=name,
        title=name.rpartition(".")[0] or name,
        colors=template.colors,
        deck_fonts=template.fonts,
        shades={},
        leading=1.0,
    )
    return replace(look, theme=theme)


def template_table(table: Sequence[Seating], template: Template) -> tuple[Seating, ...]:
    """The entries of a table as the template seats them, in the same order."""
    return tuple(
        found for seating in table for found in (_seated(seating, template), *_covers(seating, template)) if found
    )


def _seated(seating: Seating, template: Template) -> Seating | None:
    if own := _of_same_name(seating, template):
        return own
    content = [seat for seat in seating.seats if not seat.takes & AROUND]
    match seating.heading:
        case Kind.COVER:
            return _cover(seating, content, template)
        case Kind.PART:
            return _section(seating, content, template)
    if len(content) == 1 and content[0].many and (points := template.role("points")):
        return _list(seating, content[0], points, template)
    if len(content) == 1 and content[0].takes == {Kind.PICTURE} and (found := _picture(seating, content[0], template)):
        return found
    comparison = template.role("comparison")
    if comparison and len(content) == 2 and all(seat.takes == {Kind.SIDE} for seat in content):
        return _comparison(seating, content, comparison, template)
    return drawn(seating, template)


def _of_same_name(seating: Seating, template: Template) -> Seating | None:
    """A layout called as ours, with a place called as ours for all content: made by us, or by somebody who knows."""
    for layout in template.layouts:
        if layout.name == seating.layout.name and layout.title is not None:
            natives = _matched(seating, layout, template)
            if natives:
                return _entry(seating, layout, natives, template)
    return None


def _matched(seating: Seating, layout: TemplateLayout, template: Template) -> list[Native]:
    """The seats on the layout's places of the same names; () when one for content has none."""
    places = {place.name.casefold(): place for place in layout.placeholders}
    over = growth.over if (growth := seating.title_seat.growth) else frozenset()
    above = [seat.slot.name.casefold() for seat in seating.seats if seat.takes & over]
    free = [places[name].room for name in above if name in places]
    found = [title(layout, seating.heading, template.colors, free=free, over=over)]
    for seat in seating.seats:
        place = places.get(seat.slot.name.casefold())
        if seat.takes & {Kind.COVER, Kind.PART, Kind.TITLE, Kind.FOOTER, Kind.PAGE}:
            continue
        if place is None or place.kind not in _KINDS.get(seat.slot.kind, _TEXT):
            if seat.needed:
                return []
            continue
        found.append(_as(seat, place, template))
    return [*found, *foot(layout, template.colors)]


def _as(seat: Seat, place: Placeholder, template: Template, name: str = "") -> Native:
    """A seat of ours on a place of the template's."""
    floors = tuple(max(14.0, min(floor, BODY_FLOOR)) for floor in seat.floor)
    return native(name or seat.slot.name, place, seat.takes, floors, template.colors, like=seat, kind=seat.slot.kind)


def _entry(seating: Seating, source: TemplateLayout, natives: Sequence[Native], template: Template) -> Seating:
    layout = layout_of(seating.layout.name, source, natives)
    return replace(seating, layout=layout, seats=tuple(one.seat for one in natives), uneven=0.0, full=0.0, lower="")


def _covers(seating: Seating, template: Template) -> Iterator[Seating]:
    """A title slide drawn for subtitle and byline, where the template's own has no place for either."""
    if seating.heading is not Kind.COVER or _texts(_role(template, "title")) or _of_same_name(seating, template):
        return
    if found := drawn(seating, template):
        name = f"{seating.layout.name} with subtitle"
        seats = tuple(replace(seat, needed=seat.needed and bool(seat.takes & AROUND)) for seat in found.seats)
        origin = found.layout.origin
        layout = replace(found.layout, name=name, origin=origin and replace(origin, name=name))
        yield replace(found, layout=layout, seats=seats)


def _cover(seating: Seating, content: Sequence[Seat], template: Template) -> Seating | None:
    """The title slide; subtitle and byline share the place below the title."""
    layout = _role(template, "title")
    natives = [title(layout, Kind.COVER, template.colors)]
    for place in _texts(layout)[:1]:
        takes = frozenset(kind for seat in content for kind in seat.takes)
        natives.append(
            native("subtitle", place, takes, (BODY_FLOOR,), template.colors, kind=SlotKind.SUBTITLE, many=True,
                   needed=False)
        )  # fmt: skip
    return _entry(seating, layout, natives, template)


def _section(seating: Seating, content: Sequence[Seat], template: Template) -> Seating | None:
    """The opening of a section. Points stand on the next slide, in the layout that is made for them."""
    if any(seat.many for seat in content):
        return None
    layout = _role(template, "section")
    places = _texts(layout)
    if content and not places:
        layout = template.role("points") or template.host
        places = _texts(layout)
        if not places:
            return drawn(seating, template)
    natives = [title(layout, Kind.PART, template.colors, free=() if content else _free(layout, places, template))]
    natives += [_as(seat, place, template) for seat, place in zip(content, places, strict=False)]
    return _entry(seating, layout, [*natives, *foot(layout, template.colors)], template)


def _free(layout: TemplateLayout, places: Sequence[Placeholder], template: Template) -> Iterator[Rect]:
    """What the opening of a section leaves free: the places for text, and all below its title."""
    yield from (place.room for place in places)
    if layout.title:
        own = layout.title.room
        below = Rect(own.x, own.bottom, own.width, template.area.bottom - own.bottom)
        if below.height > 0 and not any(below.overlaps(one) for one in layout.drawn):
            yield below


def _list(seating: Seating, seat: Seat, points: TemplateLayout, template: Template) -> Seating:
    """Anything that is a list: on the template's layout for points."""
    place = max(points.of("body", "obj"), key=lambda one: one.room.width * one.room.height)
    floors = (BODY_FLOOR,) * max(3, len(seat.floor)) if seat.takes & {Kind.POINT} else (BODY_FLOOR,)
    body = native("points", place, seat.takes, floors, template.colors, like=replace(seat, ease=BODY_FLOOR + 2))
    return _entry(
        seating,
        points,
        [title(points, seating.heading, template.colors), body, *foot(points, template.colors)],
        template,
    )


def _picture(seating: Seating, seat: Seat, template: Template) -> Seating | None:
    """A picture in the template's largest place for one of about that shape, its caption in the text beside it."""
    shape = seat.slot.frame.width / seat.slot.frame.height
    places = [
        (place, layout)
        for layout in template.layouts
        if layout.title
        for place in layout.of("pic")
        if 1 / _ALIKE < place.frame.width / place.frame.height / shape < _ALIKE
    ]
    if not places:
        return None
    place, layout = max(places, key=lambda one: one[0].frame.width * one[0].frame.height)
    natives = [title(layout, seating.heading, template.colors)]
    natives.append(_as(seat, place._replace(room=place.frame), template))
    caption = seating.seat(Kind.CAPTION)
    if caption and (texts := layout.of("body", "obj")):
        natives.append(_as(caption, texts[0], template))
    return _entry(seating, layout, [*natives, *foot(layout, template.colors)], template)


def _comparison(seating: Seating, content: Sequence[Seat], layout: TemplateLayout, template: Template) -> Seating:
    """Two sides: each label over its points, in the places that the template has for them.

    Where the table has its first side on the right, since the language is read from there, it is the template's right.
    """
    natives = [title(layout, seating.heading, template.colors)]
    first_label, first_text, second_label, second_text = _sides(layout)
    sides = ((first_label, first_text), (second_label, second_text))
    if content[0].slot.frame.x > content[-1].slot.frame.x:
        sides = sides[::-1]
    for number, (seat, (label, text)) in enumerate(zip(content, sides, strict=False), 1):
        first = replace(seat, portion="first", main=0)
        rest = replace(seat, portion="rest", main=0)
        floors = (BODY_FLOOR, BODY_FLOOR)
        natives.append(native(f"label {number}", label, seat.takes, floors[:1], template.colors, like=first))
        natives.append(native(f"text {number}", text, seat.takes, floors, template.colors, like=rest))
    return _entry(seating, layout, [*natives, *foot(layout, template.colors)], template)


def _sides(layout: TemplateLayout) -> Iterator[Placeholder]:
    """Label, text, label, text."""
    yield from sorted(layout.of("body", "obj"), key=lambda place: (place.frame.x, place.frame.y))


def _texts(layout: TemplateLayout) -> list[Placeholder]:
    """Its places for text, the one that belongs to the title first."""
    return sorted(layout.of(*_TEXT), key=lambda place: (place.kind != "subTitle", place.idx != "1"))


def _role(template: Template, name: RoleName) -> TemplateLayout:
    return template.role(name) or template.host
