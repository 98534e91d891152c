"""Speaker notes: their master, and one page of notes for a slide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefdeck.model.geometry import Rect, Size
from briefdeck.model.look import Ink
from briefdeck.model.page import Paragraph, TextStyle
from briefdeck.model.values import replace
from briefdeck.paint.powerpoint_language import right_to_left
from briefdeck.paint.powerpoint_master import number_field
from briefdeck.paint.powerpoint_shapes import placeholder
from briefdeck.paint.powerpoint_text import LEVELS, deeper, list_style, paragraph, plain_paragraph
from briefdeck.paint.powerpoint_xml import COLOR_MAP, GROUP, NAMESPACES, fill, frame

NOTES_SIZE: Final = Size(540, 720)
"""The page that notes are printed on, upright."""

_STYLE: Final = TextStyle(font="body", size=12, ink=Ink("text"), space_before=4)
_PICTURE_WIDTH: Final = 360.0
_TOP: Final = 48.0
_MARGIN: Final = 48.0


def notes_master_xml(slide: Size, lang: str) -> str:
    """The notes master: the slide's picture above, the notes below. Its one relation is its theme."""
    height = _PICTURE_WIDTH * slide.height / slide.width
    picture = Rect((NOTES_SIZE.width - _PICTURE_WIDTH) / 2, _TOP, _PICTURE_WIDTH, height)
    text = Rect(_MARGIN, picture.bottom + 20, NOTES_SIZE.width - 2 * _MARGIN, NOTES_SIZE.height - picture.bottom - 68)
    number = Rect(NOTES_SIZE.width - _MARGIN - 80, NOTES_SIZE.height - 40, 80, 20)
    rtl = right_to_left(lang)
    small = list_style([replace(_STYLE, size=10, align="right")], rtl=rtl)
    shapes = (
        _slide_picture(2, picture),
        placeholder(
            3,
            "Notes",
            '<p:ph type="body" sz="quarter" idx="1"/>',
            place=text,
            body=f"<a:bodyPr/><a:lstStyle/>{plain_paragraph('Notes', lang=lang)}",
        ),
        placeholder(
            4,
            "Page number",
            '<p:ph type="sldNum" sz="quarter" idx="5"/>',
            place=number,
            body=f'<a:bodyPr anchor="b"/><a:lstStyle>{small}</a:lstStyle>{number_field("‹#›", lang)}',
        ),
    )
    return (
        f"<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr>{fill(Ink('background'))}<a:effectLst/></p:bgPr></p:bg>"
        f"<p:spTree>{GROUP}{''.join(shapes)}</p:spTree></p:cSld><p:clrMap {COLOR_MAP}/>"
        f'<p:hf hdr="0" ftr="0" dt="0"/><p:notesStyle>{list_style(deeper((_STYLE,), LEVELS), rtl=rtl)}</p:notesStyle>'
        "</p:notesMaster>"
    )


def notes_xml(notes: Sequence[Paragraph], slide_number: int, lang: str) -> str:
    """The notes of one slide. Its relations are the notes master, then the slide.

    They look as the notes master says; only bold, italic and the language of a stretch are kept.
    """
    text = "".join(paragraph(_spoken(content), _STYLE, lang=lang) for content in notes)
    shapes = (
        _slide_picture(2, None),
        placeholder(
            3,
            "Notes",
            '<p:ph type="body" idx="1"/>',
            place=None,
            body=f"<a:bodyPr/><a:lstStyle/>{text or plain_paragraph('', lang=lang)}",
        ),
        placeholder(
            4,
            "Page number",
            '<p:ph type="sldNum" sz="quarter" idx="5"/>',
            place=None,
            body=f"<a:bodyPr/><a:lstStyle/>{number_field(str(slide_number), lang)}",
        ),
    )
    return (
        f"<p:notes {NAMESPACES}><p:cSld><p:spTree>{GROUP}{''.join(shapes)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _spoken(content: Paragraph) -> Paragraph:
    style = replace(_STYLE, bold=content.style.bold, italic=content.style.italic)
    spans = tuple(replace(span, ink=None, link="") for span in content.spans)
    return replace(content, style=style, spans=spans, level=0)


def _slide_picture(number: int, place: Rect | None) -> str:
    """Where the slide's own picture goes; PowerPoint draws it."""
    properties = (
        f'<p:spPr>{frame(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>' if place else "<p:spPr/>"
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        f'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr>{properties}</p:sp>'
    )
