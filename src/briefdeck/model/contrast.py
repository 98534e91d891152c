"""How well one colour stands out from another. Colours are "RRGGBB"."""

from __future__ import annotations

from collections.abc import Iterable


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG counts it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def least_contrast(ink: str, grounds: Iterable[str]) -> float | None:
    """The contrast of an ink with the worst of its grounds; None when either is not known."""
    known = list(grounds)
    return min(contrast(ink, ground) for ground in known) if ink and known else None


def linear(part: float) -> float:
    """How much light a part of a colour is, both from 0 to 1."""
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def encoded(light: float) -> float:
    """The part of a colour that gives that much light."""
    return float(light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)


def _luminance(color: str) -> float:
    red, green, blue = (linear(int(color[start : start + 2], 16) / 255) for start in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
