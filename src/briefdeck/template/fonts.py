"""Fonts that templates name, and the width tables to measure them with.

A family whose metric twin viewers put in its place is measured with that, and with Arial's. Any other is measured with
the widest common sans serif, so that text fits whatever a viewer shows instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from lxml.etree import _Element

from briefdeck.model.look import DeckFont, FontRole
from briefdeck.template.archive import A

WIDEST: Final = "dejavu-sans"
"""Wider than nearly every text face; what Linux shows for a font that it does not have."""

_ARIAL: Final = "liberation-sans"
_TWINS: Final[Mapping[str, tuple[str, ...]]] = {
    "arial": (_ARIAL,),
    "helvetica": (_ARIAL,),
    "liberation sans": (_ARIAL,),
    "calibri": ("carlito", _ARIAL),
    "calibri light": ("carlito", WIDEST),  # LibreOffice knows a stand-in for Calibri and none for its light cut
    "carlito": ("carlito", _ARIAL),
    "cambria": ("caladea", _ARIAL),
    "caladea": ("caladea", _ARIAL),
    "times new roman": ("liberation-serif", _ARIAL),
    "times": ("liberation-serif", _ARIAL),
    "liberation serif": ("liberation-serif", _ARIAL),
    "georgia": ("gelasio", WIDEST),  # its stand-in is hardly ever installed
}
_SLOTS: Final[tuple[tuple[FontRole, str], ...]] = (("heading", "majorFont"), ("body", "minorFont"))


def theme_fonts(theme: _Element, named: Mapping[FontRole, Iterable[str]]) -> dict[FontRole, DeckFont]:
    """The two fonts of a theme; each is measured as wide as it and whatever placeholders name in its stead."""
    found: dict[FontRole, DeckFont] = {}
    for role, slot in _SLOTS:
        latin = theme.find(f".//{A}fontScheme/{A}{slot}/{A}latin")
        family = "" if latin is None else latin.get("typeface", "")
        families = dict.fromkeys([family, *named.get(role, ())])
        metrics = dict.fromkeys(table for name in families for table in metrics_of(name))
        found[role] = DeckFont(family=family, metrics=tuple(metrics))
    return found


def metrics_of(family: str) -> tuple[str, ...]:
    """The width tables for a family."""
    return _TWINS.get(family.strip().casefold(), (WIDEST,))
