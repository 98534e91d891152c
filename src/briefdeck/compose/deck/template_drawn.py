"""Layouts that a template lacks, drawn in its own colours and fonts on a copy of its layout for points.

Frames keep their place in the content band, stretched to where the template has its content. Sizes follow the
template's: text no larger than its own points, large numbers as large as the room allows. Inks are the theme's accents
where they can be read on the template's ground, and its own text colour anywhere else; panels are a breath of the text
colour, so that they darken light grounds and lighten dark ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from briefdeck.compose.deck import grid
from briefdeck.compose.deck.layout_parts import TITLE_RULE
from briefdeck.compose.deck.seating import AROUND, Kind, Seat, Seating
from briefdeck.compose.deck.template_seats import BODY_FLOOR, LARGE, foot, layout_of, title
from briefdeck.model.contrast import least_contrast
from briefdeck.model.geometry import Rect
from briefdeck.model.look import ColorRole, Ink
from briefdeck.model.page import Box, Layout, ShapeContent, Slot, SlotKind, TextStyle
from briefdeck.model.template import Template
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

_BAND: Final = grid.columns(1, 12)
_DISPLAY: Final = 42.0  # points: from here on type is there to be seen and not only read
_USUAL: Final = 30.0  # points: what our table gives a plain list; what is larger there is larger here
_TABLE_SIZES: Final = (SlotKind.TABLE, SlotKind.CHART)
_PLAIN: Final = frozenset({"text", "background", "heading", "surface"})
_BAR: Final = 6.0
_BROAD: Final = 0.7  # of the content band
_TINT: Final = Ink("text", opacity=7)
_STROKE: Final = Ink("text", opacity=40)


class _Plan(NamedTuple):
    """How an entry of the table is carried over."""

    source: Rect
    area: Rect
    scale: float  # of type for show
    body: float  # the template's own size of text
    grounds: tuple[str, ...]
    colors: Mapping[ColorRole, str]
    base: TextStyle  # how the template's master sets text

    def rect(self, frame: Rect) -> Rect:
        """Where a frame comes to stand."""
        across, down = self.area.width / self.source.width, self.area.height / self.source.height
        return Rect(
            self.area.x + (frame.x - self.source.x) * across,
            self.area.y + (frame.y - self.source.y) * down,
            frame.width * across,
            frame.height * down,
        )


def drawn(seating: Seating, template: Template) -> Seating | None:
    """An entry of the table as a layout of the template's; None when it has nothing to seat content in."""
    content = [seat for seat in seating.seats if not seat.takes & AROUND or seat.takes & {Kind.CAPTION}]
    if not content:
        return None
    plan = _plan(content, seating.layout.ornaments, template)
    host = template.host
    around = [title(host, seating.heading, template.colors), *foot(host, template.colors)]
    seats = [_seat(seat, plan) for seat in content]
    ornaments = tuple(
        _ornament(box, plan)
        for box in seating.layout.ornaments
        if plan.source.contains(box.frame, slack=9.0) and box.name != TITLE_RULE
    )
    if seating.layout.ornaments and not ornaments and plan.source != _BAND:
        seats, ornaments = [_beside_bar(seat) for seat in seats], (_bar(plan.area),)
    own = Layout(name=seating.layout.name, slots=tuple(seat.slot for seat in seats), ornaments=ornaments)
    taken = {layout.name for layout in template.layouts}
    name = seating.layout.name if seating.layout.name not in taken else f"{seating.layout.name} (briefdeck)"
    layout = replace(layout_of(name, host, around, drawn=own), name=seating.layout.name)
    first, *rest = around
    full = seating.full * min(1.0, *(_fuller(old, new) for old, new in zip(content, seats, strict=True)))
    return replace(seating, layout=layout, seats=(first.seat, *seats, *(one.seat for one in rest)), full=full)


def _fuller(old: Seat, new: Seat) -> float:
    """How much more of its seat a text fills than in our own layout."""
    larger = new.slot.levels[new.main].size / old.slot.levels[old.main].size
    return larger**2 * old.slot.frame.height * old.slot.frame.width / (new.slot.frame.height * new.slot.frame.width)


def _bar(area: Rect) -> Box:
    """What marks words that stand alone, where our own layout has ornaments outside its content."""
    return grid.bar(Rect(area.x, area.y, _BAR, area.height), Ink("accent1"))


def _beside_bar(seat: Seat) -> Seat:
    frame = seat.slot.frame
    moved = Rect(frame.x + 5 * _BAR, frame.y, frame.width - 5 * _BAR, frame.height)
    return replace(seat, slot=replace(seat.slot, frame=moved))


def _plan(content: Sequence[Seat], ornaments: Iterable[Box], template: Template) -> _Plan:
    frames = [seat.slot.frame for seat in content]
    around = _around(frames)
    fills = around.width >= _BROAD * _BAND.width  # what stands beside a panel of ours has the template's whole width
    source = _BAND if fills and all(_BAND.contains(frame, slack=2.0) for frame in frames) else around
    host = template.host
    place = max(host.of("body", "obj"), key=lambda one: one.room.width * one.room.height, default=None)
    scale = min(template.area.height / _BAND.height, max(0.75, template.area.width / _BAND.width))
    own = place.levels[0].size if place else host.text[0].size
    return _Plan(
        source=source,
        area=template.area,
        scale=scale,
        body=max(BODY_FLOOR, min(own, 30.0 * max(1.0, scale))),
        grounds=place.grounds if place else host.grounds,
        colors=template.colors,
        base=host.text[0],
    )


def _around(frames: Sequence[Rect]) -> Rect:
    left, top = min(one.x for one in frames), min(one.y for one in frames)
    return Rect(left, top, max(one.right for one in frames) - left, max(one.bottom for one in frames) - top)


def _seat(seat: Seat, plan: _Plan) -> Seat:
    floors = tuple(_floor(floor, plan) for floor in seat.floor)
    levels = tuple(
        _style(style, floor, plan, seat.slot.kind) for style, floor in zip(seat.slot.levels, floors, strict=True)
    )
    slot: Slot = replace(seat.slot, frame=plan.rect(seat.slot.frame), levels=levels)
    ease = min(_floor(seat.ease, plan), levels[min(seat.main, len(levels) - 1)].size) if seat.ease else 0.0
    return replace(seat, slot=slot, floor=floors, ease=ease)


def _floor(floor: float, plan: _Plan) -> float:
    if floor < BODY_FLOOR:
        return floor
    return max(BODY_FLOOR, floor * (plan.scale if floor >= _DISPLAY else min(1.0, plan.scale * plan.body / 26)))


def _style(style: TextStyle, floor: float, plan: _Plan, kind: SlotKind) -> TextStyle:
    """How a level looks; tables stand on a ground of their own and have the theme's plain text colour."""
    if style.size >= _DISPLAY:
        size = style.size * plan.scale
    elif kind in _TABLE_SIZES:
        size = min(style.size, plan.body)
    else:
        heading = style.font == "heading" or style.bold
        most = plan.body * max(1.0, style.size / _USUAL) + (2 if heading else 0)
        size = min(style.size * max(1.0, plan.scale), most)
    size = float(round(max(size, floor)))
    return replace(
        style,
        size=size,
        ink=Ink("text") if kind is SlotKind.TABLE else _text_ink(style.ink, size, plan),
        bullet_ink=None if style.bullet_ink is None else _text_ink(style.bullet_ink, LARGE, plan),
    )


def _text_ink(ink: Ink, size: float, plan: _Plan) -> Ink:
    """An accent that can be read on the ground, else the colour that the template gives its text."""
    if ink.role not in _PLAIN:
        found = least_contrast(plan.colors[ink.role], plan.grounds)
        if found is not None and found >= (3.6 if size >= LARGE else 4.8):  # a panel takes a little of it
            return Ink(ink.role)
    return plan.base.ink


def _ornament(box: Box, plan: _Plan) -> Box:
    frame = plan.rect(box.frame)
    content = box.content
    if not isinstance(content, ShapeContent):
        return replace(box, frame=frame)
    if content.shape == "ellipse":  # stays round
        side = min(frame.width, frame.height)
        frame = Rect(frame.x, frame.y + (frame.height - side) / 2, side, side)
    ink = Ink(content.ink.role)
    if ink.role in _PLAIN:
        ink = _STROKE if content.shape in ("line", "ellipse") else _TINT
    return replace(box, frame=frame, content=replace(content, ink=ink))
