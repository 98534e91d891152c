"""Colours as they come out: the theme's, through the colour map, with what makes them lighter or darker."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from typing import Final, TypeAlias

from lxml.etree import _Element

from briefdeck.model.contrast import encoded, linear
from briefdeck.model.look import ColorRole, Ink
from briefdeck.named import NamedTuple
from briefdeck.template.archive import A, P
from briefdeck.template.numbers import number
from briefdeck.template.numbers import share as part_of

Rgb: TypeAlias = tuple[float, float, float]

SCHEME: Final[Mapping[str, ColorRole]] = {
    "tx1": "text", "bg1": "background", "tx2": "heading", "bg2": "surface", "accent1": "accent1",
    "accent2": "accent2", "accent3": "accent3", "accent4": "accent4", "accent5": "accent5", "accent6": "accent6",
    "hlink": "link", "folHlink": "visited",
}  # fmt: skip
"""What slides call the theme's colours, and what they are for."""

_FILLS: Final = ("solidFill", "gradFill", "blipFill", "pattFill", "noFill", "grpFill")
_PRESETS: Final = {"white": "FFFFFF", "black": "000000"}


class Palette(NamedTuple):
    """The colours of one theme through one colour map, and the fills of its backgrounds."""

    colors: Mapping[str, str]  # "tx1", "dk1", "accent1", ... to "RRGGBB"
    fills: tuple[_Element, ...] = ()  # the theme's background fills, in which `phClr` stands for the asker's colour

    def of(self, color: _Element | None, placeholder: str = "") -> str:
        """The colour of an `a:srgbClr`, `a:schemeClr`, ...; "" when it cannot be told."""
        if color is None:
            return ""
        base = self._base(color, placeholder)
        return _changed(base, color) if base else ""

    def of_fill(self, fill: _Element | None, placeholder: str = "") -> tuple[str, ...]:
        """The colours of a fill: one when it is plain, all stops of a gradient; () for pictures and patterns."""
        if fill is None:
            return ()
        kind = _local(fill)
        if kind == "solidFill" and len(fill):
            found = [self.of(fill[0], placeholder)]
        elif kind == "gradFill":
            found = [self.of(stop[0], placeholder) for stop in fill.iter(f"{A}gs") if len(stop)]
        else:
            return ()
        return tuple(dict.fromkeys(found)) if found and all(found) else ()

    def _base(self, color: _Element, placeholder: str) -> str:
        value = color.get("val", "")
        match _local(color):
            case "srgbClr":
                return value.upper() if _is_hexadecimal(value) else ""
            case "schemeClr":
                return placeholder if value == "phClr" else self.colors.get(value, "")
            case "sysClr":
                last = color.get("lastClr", "")
                return (
                    last.upper()
                    if _is_hexadecimal(last)
                    else {"window": "FFFFFF", "windowText": "000000"}.get(value, "")
                )
            case "prstClr":
                return _PRESETS.get(value, "")
        return ""


def palette(theme: _Element, mapped: Mapping[str, str]) -> Palette:
    """The colours of a theme part, by its own names and by those of a colour map."""
    plain = Palette({})
    scheme = theme.find(f".//{A}clrScheme")
    own = {_local(entry): plain.of(entry[0]) for entry in (() if scheme is None else scheme) if len(entry)}
    colors = {**own, **{name: own[target] for name, target in mapped.items() if own.get(target)}}
    fills = theme.find(f".//{A}bgFillStyleLst")
    return Palette({name: value for name, value in colors.items() if value}, tuple(() if fills is None else fills))


def background(page: _Element, colors: Palette) -> tuple[str, ...] | None:
    """The colours of the background that a layout or a master has of its own; () unknown, None when it has none."""
    ground = page.find(f"{P}cSld/{P}bg")
    if ground is None:
        return None
    reference = ground.find(f"{P}bgRef")
    if reference is not None and len(reference):
        place = int(number(reference.get("idx"), 0)) - 1001
        color = colors.of(reference[0])
        return colors.of_fill(colors.fills[place], color) if 0 <= place < len(colors.fills) else ()
    return colors.of_fill(fill_of(ground.find(f"{P}bgPr")))


def fill_of(properties: _Element | None) -> _Element | None:
    """The fill among the properties of a shape or a background."""
    if properties is None:
        return None
    return next((child for child in properties if _local(child) in _FILLS), None)


def nearest_ink(color: _Element | None) -> Ink:
    """The theme's ink that an `a:schemeClr` names; a colour of its own counts as plain text."""
    if color is None or _local(color) != "schemeClr":
        return Ink("text")
    name = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}.get(color.get("val", ""), color.get("val", ""))
    values = {_local(change): round(100 * part_of(change.get("val"))) for change in color}
    lighter = values.get("lumOff", 0) or (100 - values["tint"] if "tint" in values else 0)
    darker = 0 if lighter else 100 - values.get("lumMod", values.get("shade", 100))
    return Ink(SCHEME.get(name, "text"), max(0, min(lighter, 100)), max(0, min(darker, 100)))


def _changed(base: str, color: _Element) -> str:
    """The colour after everything that is said about it, in order."""
    red, green, blue = _rgb(base)
    for change in color:
        share = part_of(change.get("val"))
        hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
        match _local(change):
            case "lumMod":
                light *= share
            case "lumOff":
                light += share
            case "satMod":
                strength *= share
            case "tint":  # towards white, by light and not by number: the value is what is left of the colour
                red, green, blue = (encoded(1 - (1 - linear(part)) * share) for part in (red, green, blue))
                continue
            case "shade":  # towards black
                red, green, blue = (encoded(linear(part) * share) for part in (red, green, blue))
                continue
            case _:
                continue
        red, green, blue = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), min(max(strength, 0.0), 1.0))
    return "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02X}" for part in (red, green, blue))


def _rgb(color: str) -> Rgb:
    red, green, blue = (int(color[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return red, green, blue


def _is_hexadecimal(value: str) -> bool:
    return len(value) == 6 and all(digit in "0123456789abcdefABCDEF" for digit in value)


def _local(element: _Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
