"""A deck whose every text has a colour of its own, so that what is painted tells where it came from, in any script.

Letters come out of a PDF as others than they went in wherever a font joins, stacks or turns them; their colour stays.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate, count, pairwise
from typing import Any

from lxml import etree
from pptx import Presentation

EMU = 12_700
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
A = f"{{{DRAWING}}}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
LINK_AS_TEXT = (
    f'<a:extLst xmlns:a="{DRAWING}"><a:ext uri="{{A12FA001-AC4F-418D-AE19-62706E023703}}"><ahyp:hlinkClr'
    ' xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)
GROUND = "000000"
"""The colour of what the layouts and masters say."""

APART = 0x000305  # colours are so far apart that no rounding takes one for another
AFTER_FILL = {"effectLst", "effectDag", "highlight", "uLnTx", "uLn", "uFillTx", "uFill", "latin", "ea", "cs", "sym",
              "hlinkClick", "hlinkMouseOver", "rtl", "extLst"}  # fmt: skip
BEFORE_BULLET = {"lnSpc", "spcBef", "spcAft"}
BULLET_COLORS = {"buClr", "buClrTx"}
FILLS = {"noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"}


@dataclass(frozen=True)
class Place:
    """Where a text should stand, points from the top left of its slide, and the colour it was given."""

    color: int
    slide: int  # the first is 1
    shape: str
    kind: str  # "ftr", "title", "body", ... as placeholders are typed; "cell", "chart", "" for other text
    text: str  # "" for a chart, whose words stand in a part of its own
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Dyed:
    """A deck in colours, and where each text of it should stand."""

    deck: bytes
    places: tuple[Place, ...]
    slides: int


def dyed(deck: bytes) -> Dyed:
    """The deck with each text box, table cell and chart in a colour of its own, and where each should stand."""
    presentation = Presentation(io.BytesIO(deck))
    for ground in (
        *presentation.slide_masters,
        *(one for each in presentation.slide_masters for one in each.slide_layouts),
    ):
        for body in ground.element.iter("{*}txBody"):
            _dye_text(body, GROUND)
    colors = count(APART, APART)
    places = tuple(
        place
        for number, slide in enumerate(presentation.slides, 1)
        for shape in slide.shapes
        for place in _shape(shape, number, colors)
    )
    out = io.BytesIO()
    presentation.save(out)
    return Dyed(out.getvalue(), places, len(presentation.slides))


def _shape(shape: Any, slide: int, colors: Iterator[int]) -> Iterator[Place]:
    """Dyes the texts of a shape."""
    left, top = shape.left / EMU, shape.top / EMU

    def place(kind: str, text: str, box: tuple[float, float, float, float], dye: Callable[[str], None]) -> Place:
        color = next(colors)
        dye(f"{color:06X}")
        return Place(color, slide, shape.name, kind, text, *box)

    if shape.has_text_frame and shape.text_frame.text.strip():
        kind = shape.element.xpath("string(.//p:nvPr/p:ph/@type)") or ("body" if shape.is_placeholder else "")
        box = (left, top, left + shape.width / EMU, top + shape.height / EMU)
        yield place(kind, shape.text_frame.text, box, lambda color: _dye_text(shape.text_frame._txBody, color))
    elif shape.has_table:
        yield from _table(shape.table, left, top, place)
    elif shape.has_chart:
        box = (left, top, left + shape.width / EMU, top + shape.height / EMU)
        yield place("chart", "", box, lambda color: _dye_chart(shape.chart._chartSpace, color))
    elif shape.shape_type is not None and shape.element.tag.endswith("}grpSp"):
        raise AssertionError(f"slide {slide} has a group, whose texts are not looked at")


def _table(table: Any, left: float, top: float, place: Callable[..., Place]) -> Iterator[Place]:
    columns = [*accumulate((column.width / EMU for column in table.columns), initial=left)]
    rows = [*accumulate((row.height / EMU for row in table.rows), initial=top)]
    for row, (above, below) in zip(table.rows, pairwise(rows), strict=True):
        for cell, (start, end) in zip(row.cells, pairwise(columns), strict=True):
            if cell.text.strip():
                body = cell.text_frame._txBody
                yield place(
                    "cell", cell.text, (start, above, end, below), lambda color, body=body: _dye_text(body, color)
                )


def _dye_text(body: Any, color: str) -> None:
    for paragraph in body.iter(f"{A}p"):
        properties = paragraph.find(f"{A}pPr")
        if properties is None:
            properties = etree.SubElement(paragraph, f"{A}pPr")
            paragraph.insert(0, properties)
        for run in [one for tag in ("r", "fld", "br") for one in paragraph.findall(f"{A}{tag}")]:
            looks = run.find(f"{A}rPr")
            if looks is None:
                looks = etree.SubElement(run, f"{A}rPr")
                run.insert(0, looks)
            _fill(looks, color)
            for link in looks.iter(f"{A}hlinkClick"):
                link.append(etree.fromstring(LINK_AS_TEXT))
        _dye_bullet(properties, color)


def _dye_bullet(properties: Any, color: str) -> None:
    for old in [child for child in properties if etree.QName(child).localname in BULLET_COLORS]:
        properties.remove(old)
    at = sum(etree.QName(child).localname in BEFORE_BULLET for child in properties)
    ink = etree.Element(f"{A}buClr")
    etree.SubElement(ink, f"{A}srgbClr", val=color)
    properties.insert(at, ink)


def _fill(looks: Any, color: str) -> None:
    """The properties of a run or of a level with that fill."""
    for old in [child for child in looks if etree.QName(child).localname in FILLS]:
        looks.remove(old)
    at = next((at for at, child in enumerate(looks) if etree.QName(child).localname in AFTER_FILL), len(looks))
    ink = etree.Element(f"{A}solidFill")
    etree.SubElement(ink, f"{A}srgbClr", val=color)
    looks.insert(at, ink)


def _dye_chart(space: Any, color: str) -> None:
    for texts in [one for tag in ("txPr", "rich") for one in space.iter(f"{C}{tag}")]:
        for tag in ("defRPr", "rPr", "endParaRPr"):
            for looks in texts.iter(f"{A}{tag}"):
                _fill(looks, color)
