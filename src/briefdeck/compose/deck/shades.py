"""A theme's own shades and line height, put into the table of layouts: where things stand does not change."""

from __future__ import annotations

from briefdeck.compose.deck.seating import Seating
from briefdeck.model.look import Ink, Theme
from briefdeck.model.page import Box, Layout, ShapeContent, Slot, TextStyle
from briefdeck.model.values import replace

_RUNNING = 36.0
"""Points: what is larger is read at a glance, and a theme's line height is not for it."""


def shaded(table: tuple[Seating, ...], theme: Theme) -> tuple[Seating, ...]:
    """The table with the theme's inks in place of the usual ones; the table itself where the theme has none."""
    if not theme.shades and theme.leading == 1.0:
        return table
    return tuple(_seating(seating, theme) for seating in table)


def _seating(seating: Seating, theme: Theme) -> Seating:
    seats = tuple(replace(seat, slot=_slot(seat.slot, theme)) for seat in seating.seats)
    layout: Layout = replace(
        seating.layout,
        slots=tuple(seat.slot for seat in seats),
        ornaments=tuple(_ornament(box, theme) for box in seating.layout.ornaments),
        background=_ink(seating.layout.background, theme),
    )
    return replace(seating, seats=seats, layout=layout)


def _slot(slot: Slot, theme: Theme) -> Slot:
    return slot._replace(levels=tuple(_style(style, theme) for style in slot.levels))


def _style(style: TextStyle, theme: Theme) -> TextStyle:
    running = style.font == "body" and style.size <= _RUNNING
    return style._replace(
        ink=_ink(style.ink, theme),
        bullet_ink=style.bullet_ink and _ink(style.bullet_ink, theme),
        leading=style.leading * theme.leading if running else style.leading,
    )


def _ornament(box: Box, theme: Theme) -> Box:
    if not isinstance(box.content, ShapeContent):
        return box
    return box._replace(content=box.content._replace(ink=_ink(box.content.ink, theme)))


def _ink(ink: Ink, theme: Theme) -> Ink:
    return theme.shades.get(ink.shade, ink) if ink.shade else ink
