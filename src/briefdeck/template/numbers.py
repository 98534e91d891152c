"""Numbers as a presentation writes them; what is none counts as what is usual."""

from __future__ import annotations

from math import isfinite

EMU = 12700
"""PowerPoint's units of length to the point."""

_LARGEST = 1e12


def number(text: str | None, usual: float) -> float:
    """The number, or the usual one where there is none that means anything."""
    try:
        found = float(text) if text else usual
    except ValueError:
        return usual
    return found if isfinite(found) and abs(found) < _LARGEST else usual


def points(emu: str | None) -> float:
    """A length in points."""
    return number(emu, 0) / EMU


def share(value: str | None) -> float:
    """A percentage as a part of one: in thousandths of a per cent, or with its sign."""
    if value and value.endswith("%"):
        return number(value[:-1], 100) / 100
    return number(value, 100_000) / 100_000
