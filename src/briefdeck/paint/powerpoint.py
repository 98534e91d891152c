"""Finished pages to a native PowerPoint deck: real masters, layouts, placeholders, tables, notes and sections.

The package is written directly. python-pptx would start from a template of its own, whose eleven layouts have to be
thrown away again, and searches all part names for each new part; it opens, edits and saves the result like any deck.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefdeck.model.look import Ink
from briefdeck.model.page import Document, TextStyle
from briefdeck.model.seal import SEALED_IN, seal
from briefdeck.paint.powerpoint_content import deck_tags_part, slide_parts
from briefdeck.paint.powerpoint_language import right_to_left
from briefdeck.paint.powerpoint_master import layout_xml, master_xml, plan_layouts, plan_master
from briefdeck.paint.powerpoint_notes import NOTES_SIZE, notes_master_xml
from briefdeck.paint.powerpoint_package import Part, Relation, Relations, members
from briefdeck.paint.powerpoint_properties import app_xml, core_xml
from briefdeck.paint.powerpoint_settings import PROPERTIES, VIEW
from briefdeck.paint.powerpoint_slides import slide_name
from briefdeck.paint.powerpoint_table import table_styles_xml
from briefdeck.paint.powerpoint_tags import FIRST_SLIDE_ID, section_list
from briefdeck.paint.powerpoint_text import LEVELS, list_style
from briefdeck.paint.powerpoint_theme import theme_xml
from briefdeck.paint.powerpoint_xml import NAMESPACES, emu
from briefdeck.paint.stable import archive

_MASTER = "ppt/slideMasters/slideMaster1.xml"
_THEME = "ppt/theme/theme1.xml"
_NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
_NOTES_THEME = "ppt/theme/theme2.xml"  # PowerPoint wants one of its own for the notes
_PRESENTATION = "ppt/presentation.xml"
_CORE = "docProps/core.xml"
_APP = "docProps/app.xml"
_SETTINGS = (
    ("presProps", "ppt/presProps.xml"),
    ("viewProps", "ppt/viewProps.xml"),
    ("tableStyles", "ppt/tableStyles.xml"),
    ("theme", _THEME),
    ("tags", SEALED_IN),
)


def paint(document: Document) -> bytes:
    """The deck as a .pptx file. The same document gives the same bytes."""
    entrances = (
        Relation("presentation", _PRESENTATION),
        Relation("core-properties", _CORE),
        Relation("extended-properties", _APP),
    )
    if document.template:
        from briefdeck.paint.powerpoint_template import template_members

        written = template_members(document, document.template, entrances)
    else:
        written = dict(members(list(_parts(document)), entrances))
    written[SEALED_IN] = deck_tags_part(document, seal(written.items())).data
    return archive(written.items())


def _parts(document: Document) -> Iterator[Part]:
    """Every part of the deck; the presentation's tags with an empty seal."""
    lang = document.identity.lang
    yield Part("core-properties", _CORE, core_xml(document.identity))
    yield Part("extended-properties", _APP, app_xml(document))
    yield _presentation_part(document)
    yield Part("presProps", "ppt/presProps.xml", PROPERTIES)
    yield Part("viewProps", "ppt/viewProps.xml", VIEW)
    yield Part("tableStyles", "ppt/tableStyles.xml", table_styles_xml())
    yield Part("theme", _THEME, theme_xml(document.look.theme, lang))
    yield Part("theme", _NOTES_THEME, theme_xml(document.look.theme, lang))
    yield from _master_parts(document)
    yield Part("notesMaster", _NOTES_MASTER, notes_master_xml(document.size, lang), (Relation("theme", _NOTES_THEME),))
    plans = {plan.layout.name: plan for plan in plan_layouts(document.layouts)}
    yield from slide_parts(document, plans, _NOTES_MASTER)
    yield deck_tags_part(document, "")


def _master_parts(document: Document) -> Iterator[Part]:
    plans = plan_layouts(document.layouts)
    master = plan_master(document.layouts, document.size, document.identity.lang, document.identity.title)
    layouts = [Relation("slideLayout", plan.part) for plan in plans]
    yield Part("slideMaster", _MASTER, master_xml(master, plans), (*layouts, Relation("theme", _THEME)))
    for plan, relation in zip(plans, layouts, strict=True):
        relations = Relations(Relation("slideMaster", _MASTER))
        xml = layout_xml(plan, master, relations)
        yield Part("slideLayout", relation.target, xml, relations.all())


def _presentation_part(document: Document) -> Part:
    rtl = right_to_left(document.identity.lang)
    relations = Relations(Relation("slideMaster", _MASTER), Relation("notesMaster", _NOTES_MASTER))
    slides = "".join(
        f'<p:sldId id="{FIRST_SLIDE_ID + number}" r:id="{relations.id(Relation("slide", slide_name(number + 1)))}"/>'
        for number in range(len(document.pages))
    )
    for kind, name in _SETTINGS:
        relations.id(Relation(kind, name))
    plain = TextStyle(font="body", size=18, ink=Ink("text"))
    width, height = emu(document.size.width), emu(document.size.height)
    xml = (
        f'<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0" rtl="{int(rtl)}">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f"<p:sldIdLst>{slides}</p:sldIdLst>"
        f'<p:sldSz cx="{width}" cy="{height}"/><p:notesSz cx="{emu(NOTES_SIZE.width)}" cy="{emu(NOTES_SIZE.height)}"/>'
        f'<p:custDataLst><p:tags r:id="{relations.id(Relation("tags", SEALED_IN))}"/></p:custDataLst>'
        f"<p:defaultTextStyle>{list_style((plain,) * LEVELS, rtl=rtl)}</p:defaultTextStyle>"
        f"<p:extLst>{section_list(document)}</p:extLst></p:presentation>"
    )
    return Part("presentation", _PRESENTATION, xml, relations.all())
