"""The smallest pieces of a deck's XML: escaped text, lengths, colours, frames."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from briefdeck.model.geometry import Rect
from briefdeck.model.look import ColorRole, Ink

HEADER: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)

DECORATIVE: Final = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Says to screen readers that there is nothing to read; stands inside `p:cNvPr`."""

GROUP: Final = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
"""What every shape tree starts with; its id is 1."""

COLOR_MAP: Final = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
    'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)
"""How the names used on slides map to those of the theme."""

_SCHEME: Final[Mapping[ColorRole, str]] = {
    "text": "tx1",
    "background": "bg1",
    "heading": "tx2",
    "surface": "bg2",
    "accent1": "accent1",
    "accent2": "accent2",
    "accent3": "accent3",
    "accent4": "accent4",
    "accent5": "accent5",
    "accent6": "accent6",
    "link": "hlink",
    "visited": "folHlink",
}


def element(tag: str, attributes: str = "", inner: str = "") -> str:
    """One element; the attributes start with a space, the inside is XML already."""
    return f"<{tag}{attributes}>{inner}</{tag}>" if inner else f"<{tag}{attributes}/>"


def emu(points: float) -> int:
    """PowerPoint's unit of length: 12,700 to the point."""
    return round(points * 12700)


def hundredths(points: float) -> int:
    """Hundredths of a point, PowerPoint's unit for sizes of type, spacing and tracking."""
    return round(points * 100)


def color(ink: Ink) -> str:
    """A theme colour, with what makes it lighter, darker or translucent."""
    changes = ""
    if ink.lighter:
        changes += f'<a:lumMod val="{(100 - ink.lighter) * 1000}"/><a:lumOff val="{ink.lighter * 1000}"/>'
    if ink.darker:
        changes += f'<a:lumMod val="{(100 - ink.darker) * 1000}"/>'
    if ink.opacity != 100:
        changes += f'<a:alpha val="{ink.opacity * 1000}"/>'
    name = _SCHEME[ink.role]
    return f'<a:schemeClr val="{name}">{changes}</a:schemeClr>' if changes else f'<a:schemeClr val="{name}"/>'


def fill(ink: Ink) -> str:
    """A plain fill."""
    return f"<a:solidFill>{color(ink)}</a:solidFill>"


def frame(rect: Rect, prefix: str = "a") -> str:
    """Where a shape is and how large (`a:xfrm`; a table says `p:xfrm`)."""
    return (
        f'<{prefix}:xfrm><a:off x="{emu(rect.x)}" y="{emu(rect.y)}"/>'
        f'<a:ext cx="{max(0, emu(rect.width))}" cy="{max(0, emu(rect.height))}"/></{prefix}:xfrm>'
    )
