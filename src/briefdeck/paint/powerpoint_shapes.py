"""Shapes: plain decoration, and the placeholders that text, tables and fields sit in."""

from __future__ import annotations

from typing import Final, assert_never

from briefdeck.model.geometry import Rect
from briefdeck.model.look import Ink
from briefdeck.model.page import Box, ShapeContent, SlotKind
from briefdeck.paint.powerpoint_xml import DECORATIVE, element, emu, fill, frame
from briefdeck.paint.xml_text import escape

_NO_TEXT: Final = "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>"
_RECTANGLE: Final = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def decoration(number: int, box: Box, content: ShapeContent, *, drawn_on_layout: bool) -> str:
    """A shape that carries no meaning, and says so to screen readers. `number` is its id on the slide."""
    match content.shape:
        case "rect":
            look = f"{_RECTANGLE}{fill(content.ink)}<a:ln><a:noFill/></a:ln>"
        case "ellipse":
            look = f'<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>{fill(content.ink)}<a:ln><a:noFill/></a:ln>'
        case "quarter":
            look = f"{_quarter_disc(content.corner)}{fill(content.ink)}<a:ln><a:noFill/></a:ln>"
        case "line":
            look = (
                f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{emu(content.stroke)}" cap="flat">'
                f"{fill(content.ink)}</a:ln>"
            )
        case other:
            assert_never(other)
    name = escape(box.name or f"Ornament {number}")
    drawn = ' userDrawn="1"' if drawn_on_layout else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}">{DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr{drawn}/>'
        f"</p:nvSpPr><p:spPr>{frame(box.frame)}{look}</p:spPr>{_NO_TEXT}</p:sp>"
    )


def _quarter_disc(corner: int) -> str:
    """A quarter of a disc that fills its square; its centre is in a corner, 0 top left, then clockwise."""
    centre, start, angle = (  # corners as x and y
        ("00", "10", 0),
        ("10", "11", 90),
        ("11", "01", 180),
        ("01", "00", 270),
    )[corner]
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="1000" h="1000"><a:moveTo>{_corner(centre)}</a:moveTo><a:lnTo>{_corner(start)}</a:lnTo>'
        f'<a:arcTo wR="1000" hR="1000" stAng="{angle * 60_000}" swAng="5400000"/><a:close/></a:path></a:pathLst>'
        "</a:custGeom>"
    )


def _corner(place: str) -> str:
    return f'<a:pt x="{place[0]}000" y="{place[1]}000"/>'.replace('"0000"', '"0"')


def placeholder_mark(kind: SlotKind, index: int, *, centred: bool, prompted: bool = False) -> str:
    """The `p:ph` that ties a slide's shape to its layout's by kind and index."""
    match kind:
        case SlotKind.TITLE:
            marks = ' type="ctrTitle"' if centred else ' type="title"'
        case SlotKind.SUBTITLE:
            marks = f' type="subTitle" idx="{index}"'
        case SlotKind.TEXT:
            marks = f' type="body" idx="{index}"'
        case SlotKind.TABLE:
            marks = f' type="tbl" idx="{index}"'
        case SlotKind.CHART:
            marks = f' type="chart" idx="{index}"'
        case SlotKind.PICTURE:
            marks = f' type="pic" idx="{index}"'
        case SlotKind.FOOTER:
            marks = f' type="ftr" sz="quarter" idx="{index}"'
        case SlotKind.NUMBER:
            marks = f' type="sldNum" sz="quarter" idx="{index}"'
        case other:
            assert_never(other)
    if prompted:
        marks += ' hasCustomPrompt="1"'
    return f"<p:ph{marks}/>"


def placeholder(
    number: int,
    name: str,
    mark: str,
    *,
    place: Rect | None,
    body: str,
    ground: Ink | None = None,
    link: str = "",
) -> str:
    """A placeholder with its text body; without a place it stands where its layout says. The ground is its fill.

    `link` is the `a:hlinkClick` of the whole shape.
    """
    where = f"{frame(place)}{_RECTANGLE}" if place else ""
    properties = element("p:spPr", "", where + (fill(ground) if ground else ""))
    named = element("p:cNvPr", f' id="{number}" name="{escape(name)}"', link)
    return (
        f'<p:sp><p:nvSpPr>{named}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{mark}</p:nvPr></p:nvSpPr>{properties}<p:txBody>{body}</p:txBody></p:sp>"
    )


def text_box(number: int, name: str, place: Rect, body: str) -> str:
    """Free text, for the rare text that fills no placeholder."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape(name)}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{frame(place)}{_RECTANGLE}<a:noFill/></p:spPr><p:txBody>{body}</p:txBody></p:sp>"
    )
