"""Inks of marks: accents of the theme, dark and middle in turn, so that neighbours differ without colour too."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from briefdeck.model.look import ColorRole, Ink

_HUES: tuple[ColorRole, ...] = ("accent1", "accent3", "accent4", "accent2", "accent5", "accent6")
"""Neighbours are of other families for people who see red and green alike: teal, amber, blue, brick, violet, green."""

_STRONG = (5.5, 21.0)
_MIDDLE = (3.04, 3.2)
"""Contrasts with the ground; 3 is what graphics need, and one of each group is 1.7 apart from one of the other."""

_FINE = 1  # per cent


def series_inks(count: int, colors: Mapping[ColorRole, str]) -> tuple[Ink, ...]:
    """Inks for so many series or parts, neighbours told apart by their lightness."""
    palette = tuple(sorted(colors.items()))
    return tuple(_tuned(_HUES[number % len(_HUES)], number % 2 == 0, palette) for number in range(count))


def marked_ink(colors: Mapping[ColorRole, str]) -> Ink:
    """The ink of the one mark that is spoken of."""
    return _tuned("accent2", True, tuple(sorted(colors.items())))


def ink_on(ink: Ink, colors: Mapping[ColorRole, str]) -> Ink:
    """The ink of words upon a mark."""
    under = luminance(ink, colors)
    return max((Ink("background"), Ink("text")), key=lambda one: contrast(luminance(one, colors), under))


@lru_cache(maxsize=64)
def _tuned(role: ColorRole, strong: bool, palette: tuple[tuple[ColorRole, str], ...]) -> Ink:
    """The colour itself where it stands out from the ground as wanted, else the nearest shade of it that does."""
    colors = dict(palette)
    ground = luminance(Ink("background"), colors)
    low, high = _STRONG if strong else _MIDDLE
    for change in range(0, 100, _FINE):
        for ink in (Ink(role, darker=change), Ink(role, lighter=change)):
            if low <= contrast(luminance(ink, colors), ground) <= high:
                return ink
    return Ink("text") if strong else Ink("text", lighter=50)


def contrast(one: float, other: float) -> float:
    """The contrast of two luminances as WCAG counts it, from 1 to 21."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def luminance(ink: Ink, colors: Mapping[ColorRole, str]) -> float:
    """How light an opaque ink is, from 0 to 1."""
    value = colors[ink.role]
    parts = (int(value[start : start + 2], 16) / 255 for start in (0, 2, 4))
    shades = ((part + (1 - part) * ink.lighter / 100) * (1 - ink.darker / 100) for part in parts)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shades)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
