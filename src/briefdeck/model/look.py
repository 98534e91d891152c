"""The look: theme, furniture words and fonts, resolved and ready to use. How things look, never where they are."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

from briefdeck.named import NamedTuple

ColorRole: TypeAlias = Literal[
    "text", "background", "heading", "surface",
    "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "link", "visited",
]  # fmt: skip
"""The twelve colours of a PowerPoint theme (dk1, lt1, dk2, lt2, accent1-6, hlink, folHlink) by what they are for."""

FontRole: TypeAlias = Literal["heading", "body"]
"""The two fonts of a PowerPoint theme; the brief picks its faces by role, weight, slant and size."""


Shade: TypeAlias = Literal[
    "panel", "deep", "on_panel", "dim", "spark", "veil", "tile", "tile_deep", "tile_spark", "tile_warm",
    "soft", "quiet",
]  # fmt: skip
"""Jobs of a colour that a theme may fill otherwise: the dark panels of the usual themes, what stands on them, the
discs, and fainter text. A theme for dark rooms has no bright panels, one that saves ink no dark ones."""


class Ink(NamedTuple):
    """A theme colour, perhaps lighter or darker. The only way a page can name a colour."""

    role: ColorRole
    lighter: int = 0  # per cent towards white
    darker: int = 0  # per cent towards black
    opacity: int = 100  # per cent
    shade: Shade | None = None  # what it is for, where a theme may want another colour than the usual one


class Face(NamedTuple):
    """One font file of the brief: what it is for and where it is in the font library."""

    file: str  # key of `Look.fonts`
    bold: bool = False
    italic: bool = False
    from_size: float = 0.0  # optical size: used from this size upwards, in points
    scale: float = 1.0  # of the text's size: letters of some scripts are small for theirs


class FontSource(NamedTuple):
    """What a key of `Look.fonts` says beyond the name of a file: which face of a collection, which weight of many."""

    file: str
    number: int = 0
    weight: int = 0  # 0: the file has one


def font_key(file: str, index: int, weight: int) -> str:
    """The key of a font that was found on this machine, for a face of a file with several."""
    return f"{file}#{index}@{weight}"


def font_source(key: str) -> FontSource:
    """What a key says; one without further words is the name of a file with one face."""
    file, found, rest = key.rpartition("#")
    index, _, weight = rest.partition("@")
    return FontSource(file, int(index), int(weight)) if found else FontSource(key)


class DeckFont(NamedTuple):
    """A family that the deck names, and the width tables it is measured with: the widest of them counts."""

    family: str  # as PowerPoint knows it, for example "Calibri"
    metrics: tuple[str, ...]  # names of width tables in the font library, for example ("carlito", "liberation-sans")


class Theme(NamedTuple):
    """One file of `assets/themes`: colours and fonts. It cannot move a box."""

    name: str
    title: str
    description: str
    colors: Mapping[ColorRole, str]  # "RRGGBB"
    deck_fonts: Mapping[FontRole, DeckFont]
    brief_faces: Mapping[FontRole, tuple[Face, ...]]
    paper: Mapping[ColorRole, str] = MappingProxyType({})  # the colours of the brief, where it has its own
    shades: Mapping[Shade, Ink] = MappingProxyType({})  # inks for these jobs instead of the usual ones
    leading: float = 1.0  # line height of the deck's running text as a multiple of the usual


class Furniture(NamedTuple):
    """The short fixed list of words that the generator may add, in one language."""

    lang: str
    words: Mapping[str, str]  # key to phrase; phrases may hold {placeholders}


class Look(NamedTuple):
    """Everything about appearance that a composer needs."""

    theme: Theme
    furniture: Furniture
    fonts: Mapping[str, bytes]  # file name to font or width table; may load lazily
    fallbacks: tuple[Face, ...] = ()  # faces for scripts that the theme's own lack, in order of preference
