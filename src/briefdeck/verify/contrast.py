"""Colours as numbers, and how well one stands out from another."""

from __future__ import annotations

from typing import TypeAlias

Color: TypeAlias = tuple[float, float, float]
"""Red, green, blue, each from 0 to 1."""

WHITE: Color = (1.0, 1.0, 1.0)
BLACK: Color = (0.0, 0.0, 0.0)

LARGE_TYPE = 18.0
"""Points; from here on a lower contrast is enough."""

LARGE_CONTRAST, SMALL_CONTRAST = 3.0, 4.5
"""What WCAG asks for at its level AA."""


def over(color: Color, ground: Color, opacity: float) -> Color:
    """A translucent colour as it comes out on its ground."""
    red, green, blue = (part * opacity + under * (1 - opacity) for part, under in zip(color, ground, strict=True))
    return red, green, blue


def tinted(color: Color, goal: Color, left: float) -> Color:
    """A colour mixed with white or black by light and not by number; `left` is what is left of it, 0 to 1."""
    red, green, blue = (
        _encoded(_linear(part) * left + _linear(aim) * (1 - left)) for part, aim in zip(color, goal, strict=True)
    )
    return red, green, blue


def needed(size: float) -> float:
    """The least contrast of type of that size, in points."""
    return LARGE_CONTRAST if size >= LARGE_TYPE else SMALL_CONTRAST


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours as WCAG counts it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = map(_linear, color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def _encoded(light: float) -> float:
    return float(light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)
