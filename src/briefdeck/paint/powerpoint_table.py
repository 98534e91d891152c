"""Native tables, and the one table style of the deck."""

from __future__ import annotations

from itertools import chain, repeat
from typing import Final

from briefdeck.model.geometry import Rect
from briefdeck.model.look import ColorRole, Ink
from briefdeck.model.page import TableContent, TextStyle
from briefdeck.named import NamedTuple
from briefdeck.paint.powerpoint_language import right_to_left
from briefdeck.paint.powerpoint_text import Linked, paragraph
from briefdeck.paint.powerpoint_xml import color, emu, fill, frame
from briefdeck.paint.xml_text import escape

_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
STYLE_ID: Final = "{5F0D4C6A-3B1E-5C7E-9A43-2D6B8F10A7C5}"
"""The style of all our tables."""

_CELL: Final = TextStyle(font="body", size=0, ink=Ink("text"))  # what a cell has when it says nothing: no size
_HEADER: Final = TextStyle(font="body", size=0, ink=Ink("background"), bold=True)


class TableInks(NamedTuple):
    """The fills of a table: header row, cells (None: whatever lies under the table), every second row."""

    header: Ink = Ink("heading")
    ground: Ink | None = None
    band: Ink = Ink("surface")


def table_frame(
    number: int, name: str, content: TableContent, place: Rect, *, mark: str, lang: str, linked: Linked
) -> str:
    """A table at its place, in the placeholder that the mark names ("" for none).

    Cells keep PowerPoint's own insets: 7.2 pt at the sides, 3.6 pt above and below.
    """
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in content.column_widths)
    rows = ""
    for cells, height, base in zip(content.rows, content.row_heights, chain([_HEADER], repeat(_CELL)), strict=False):
        inner = "".join(_cell(paragraph(cell, base, lang=lang, linked=linked)) for cell in cells)
        rows += f'<a:tr h="{emu(height)}">{inner}</a:tr>'
    direction = ' rtl="1"' if right_to_left(lang) else ""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{escape(name)}" '
        f'descr="{escape(content.alt)}"/>'
        f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>{mark}</p:nvPr>'
        f"</p:nvGraphicFramePr>{frame(place, 'p')}<a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f'<a:tbl><a:tblPr{direction} firstRow="1" bandRow="1"><a:tableStyleId>{STYLE_ID}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(text: str) -> str:
    return f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody><a:tcPr anchor="ctr"/></a:tc>'


def table_styles_xml(inks: TableInks | None = None) -> str:
    """The deck's one table style: a dark header row, hairlines between rows, every second row tinted, theme colours."""
    style = table_style(inks or TableInks())
    return f'<a:tblStyleLst xmlns:a="{_DRAWING}" def="{STYLE_ID}">{style}</a:tblStyleLst>'


def table_style(inks: TableInks) -> str:
    """The style itself, without the list that it stands in."""
    nothing = "<a:ln><a:noFill/></a:ln>"
    rule = f'<a:ln w="12700" cmpd="sng">{fill(inks.header)}</a:ln>'
    hairline = f'<a:ln w="6350" cmpd="sng">{fill(Ink("text", lighter=70))}</a:ln>'
    borders = (
        f"<a:left>{nothing}</a:left><a:right>{nothing}</a:right><a:top>{nothing}</a:top><a:bottom>{rule}</a:bottom>"
        f"<a:insideH>{hairline}</a:insideH><a:insideV>{nothing}</a:insideV>"
    )
    cells = fill(inks.ground) if inks.ground else "<a:noFill/>"
    banded = fill(inks.band)
    return (
        f'<a:tblStyle styleId="{STYLE_ID}" styleName="Briefdeck">'
        f"<a:wholeTbl>{_words('text', bold=False)}<a:tcStyle><a:tcBdr>{borders}</a:tcBdr><a:fill>{cells}</a:fill>"
        f"</a:tcStyle></a:wholeTbl><a:band2H><a:tcStyle><a:tcBdr/><a:fill>{banded}</a:fill></a:tcStyle></a:band2H>"
        f"<a:firstRow>{_words('background', bold=True)}<a:tcStyle><a:tcBdr/><a:fill>{fill(inks.header)}</a:fill>"
        "</a:tcStyle></a:firstRow></a:tblStyle>"
    )


def _words(role: ColorRole, *, bold: bool) -> str:
    weight = ' b="on"' if bold else ""
    font = '<a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>'
    return f"<a:tcTxStyle{weight}>{font}{color(Ink(role))}</a:tcTxStyle>"
