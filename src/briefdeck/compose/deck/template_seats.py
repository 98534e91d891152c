"""Seats made of a template's placeholders: text starts at the size that it inherits there, and floors still hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from briefdeck.compose.deck.paragraphs import numbered
from briefdeck.compose.deck.seating import Growth, Kind, Seat
from briefdeck.model.contrast import least_contrast
from briefdeck.model.geometry import Rect
from briefdeck.model.look import ColorRole, Ink
from briefdeck.model.page import Layout, Slot, SlotKind, TextStyle
from briefdeck.model.template import Origin, Placeholder, TemplateLayout
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

BODY_FLOOR: Final = 18.0
FOOT_FLOOR: Final = 12.0
LARGE: Final = 18.0  # points: from here on a lower contrast is enough
_TITLE_FLOOR: Final = 20.0
_TITLE_SHRINKS: Final = 0.55  # of the size that a title inherits, down to
_TITLE_LARGE: Final = 28.0  # points, which everybody can read
_ASIDE: Final = 12.0  # points: so far may a place stand beside the title that grows over it
_LINE: Final = 1.2 / 0.96  # what one line of a foot needs, as a multiple of its size
_READABLE: Final[tuple[ColorRole, ...]] = ("text", "background", "heading", "surface")


class Native(NamedTuple):
    """A seat, and the placeholder that it is."""

    seat: Seat
    place: Placeholder
    given: Placeholder  # as the template has it, before anything was made of it


def native(
    name: str,
    place: Placeholder,
    takes: frozenset[Kind],
    floors: Sequence[float],
    colors: Mapping[ColorRole, str],
    *,
    like: Seat | None = None,
    kind: SlotKind = SlotKind.TEXT,
    lines: int = 0,
    many: bool = False,
    needed: bool = True,
) -> Native:
    """A placeholder as a seat with as many levels as there are floors. `like` gives everything else."""
    levels = tuple(
        _level(style, ink, floor, place.grounds, colors)
        for style, ink, floor in zip(place.levels, place.inks, floors, strict=False)
    )
    if like and like.slot.levels[0].bullet == "#":
        levels = (numbered(levels[0]), *levels[1:])
    floors = tuple(min(floor, level.size) for floor, level in zip(floors, levels, strict=True))
    slot = Slot(name=name, kind=kind, frame=_frame(place, levels[0]), levels=levels, anchor=place.anchor)
    if like is None:
        return Native(Seat(slot=slot, takes=takes, floor=floors, many=many, needed=needed, lines=lines), place, place)
    main = min(like.main, len(levels) - 1)
    ease = min(like.ease, levels[main].size)
    spread = 0.0 if place.spaced_after else like.spread / 2
    return Native(
        replace(like, slot=slot, takes=takes, floor=floors, main=main, ease=ease, spread=spread), place, place
    )


def title(
    layout: TemplateLayout,
    kind: Kind,
    colors: Mapping[ColorRole, str],
    *,
    free: Iterable[Rect] = (),
    over: frozenset[Kind] = frozenset(),
) -> Native:
    """The title's seat. It may grow into what its slides leave `free`, or have for what is left out then (`over`)."""
    given = place = layout.title
    assert given is not None, "layouts without a title serve no role"
    assert place is not None
    size = place.levels[0].size
    least = BODY_FLOOR if kind is Kind.PART else max(_TITLE_FLOOR, min(_TITLE_LARGE, _TITLE_SHRINKS * size))
    floor = min(size, least)
    if place.anchor == "top":  # close lines take their room from the first line's top, which must not leave the box
        place = place._replace(levels=tuple(level._replace(leading=max(1.2, level.leading)) for level in place.levels))
    fits_two = place.room.height >= 2 * floor * place.levels[0].leading
    lines = 0 if kind is Kind.PART else 2 if fits_two else 1
    found = native("title", place, frozenset({kind}), (floor,), colors, kind=SlotKind.TITLE, lines=lines)
    return found._replace(seat=replace(found.seat, growth=_growth(found.seat.slot.frame, free, over)))


def _growth(own: Rect, free: Iterable[Rect], over: frozenset[Kind]) -> Growth | None:
    """How far a title may reach over what is as wide as its own place."""
    rooms = [one for one in free if one.x <= own.x + _ASIDE and one.right >= own.right - _ASIDE]
    up = max((own.y - room.y for room in rooms), default=0.0)
    down = max((room.bottom - own.bottom for room in rooms), default=0.0)
    return Growth(up=max(0.0, up), down=max(0.0, down), over=over) if max(up, down) > 0 else None


def foot(layout: TemplateLayout, colors: Mapping[ColorRole, str]) -> list[Native]:
    """Date, footer and slide number, as far as the layout has room for them."""
    found = []
    for word, name, kind, takes in (
        ("dt", "date", SlotKind.TEXT, Kind.DATE),
        ("ftr", "footer", SlotKind.FOOTER, Kind.FOOTER),
        ("sldNum", "page number", SlotKind.NUMBER, Kind.PAGE),
    ):
        for place in layout.of(word)[:1]:
            if place.frame.height >= FOOT_FLOOR * _LINE and place.frame.width >= 2 * FOOT_FLOOR:
                found.append(
                    native(name, place, frozenset({takes}), (FOOT_FLOOR,), colors, kind=kind, lines=1, needed=False)
                )
    return found


def layout_of(
    name: str,
    source: TemplateLayout,
    natives: Iterable[Native],
    *,
    drawn: Layout | None = None,
) -> Layout:
    """The layout of these seats; with `drawn`, its slots and ornaments are drawn on a copy of the source."""
    natives = tuple(natives)
    slots = tuple(one.seat.slot for one in natives)
    origin = Origin(
        part=source.part,
        name=name if drawn else source.name,
        marks={one.seat.slot.name: one.place.marks for one in natives},
        bases={one.seat.slot.name: one.given.levels for one in natives},
        resets={one.seat.slot.name: one.place.resets for one in natives if one.place.resets},
        rooms={one.seat.slot.name: one.place.given for one in natives},
        drawn=drawn is not None,
        text=source.text,
    )
    if drawn is None:
        return Layout(name=name, slots=slots, origin=origin, kind=source.kind)
    title_slot, *around = slots
    return Layout(name=name, slots=(title_slot, *drawn.slots, *around), ornaments=drawn.ornaments, origin=origin)


def readable(ink: Ink, color: str, size: float, grounds: Sequence[str], colors: Mapping[ColorRole, str]) -> Ink:
    """The ink, or where it is too faint on grounds that are known, the theme's that stands out best."""
    least = 3.0 if size >= LARGE else 4.5
    found = least_contrast(color, grounds)
    if found is None or found >= least:
        return ink
    best = max(_READABLE, key=lambda role: least_contrast(colors[role], grounds) or 0.0)
    return Ink(best) if (least_contrast(colors[best], grounds) or 0.0) > found else ink


def _level(
    style: TextStyle, color: str, floor: float, grounds: Sequence[str], colors: Mapping[ColorRole, str]
) -> TextStyle:
    size = max(style.size, floor)
    return replace(style, size=size, ink=readable(style.ink, color, floor, grounds, colors))


def _frame(place: Placeholder, level: TextStyle) -> Rect:
    """The room of its text; the whole frame where a single line needs that."""
    return place.room if place.room.height >= level.size * _LINE else place.frame
