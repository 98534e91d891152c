"""Finished pages to a native PowerPoint deck: real masters, layouts, placeholders, tables, notes and sections.

The package is written directly. python-pptx would start from a template of its own, whose eleven layouts have to be
thrown away again, and searches all part names for each new part; it opens, edits and saves the result like any deck.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefdeck.model.geometry import Rect
from briefdeck.model.look import Ink
from briefdeck.model.page import ChartContent, Document, Identity, TextStyle
from briefdeck.model.seal import SEALED_IN, seal
from briefdeck.paint.powerpoint_chart import chart_parts
from briefdeck.paint.powerpoint_language import proofing, right_to_left
from briefdeck.paint.powerpoint_master import layout_xml, master_xml, plan_layouts, plan_master
from briefdeck.paint.powerpoint_notes import NOTES_SIZE, notes_master_xml, notes_xml
from briefdeck.paint.powerpoint_package import Part, Relation, Relations, members
from briefdeck.paint.powerpoint_picture import media_parts
from briefdeck.paint.powerpoint_slides import Deck, slide_name, slide_tags_name, slide_xml
from briefdeck.paint.powerpoint_table import table_styles_xml
from briefdeck.paint.powerpoint_tags import FIRST_SLIDE_ID, deck_tags, section_list, slide_tags, tags_xml
from briefdeck.paint.powerpoint_text import LEVELS, list_style
from briefdeck.paint.powerpoint_theme import theme_xml
from briefdeck.paint.powerpoint_xml import NAMESPACES, emu
from briefdeck.paint.stable import FIXED_DATE, archive
from briefdeck.paint.xml_text import escape

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
    written = dict(members(list(_parts(document)), entrances))
    written[SEALED_IN] = _deck_tags_part(document, seal(written.items())).data
    return archive(written.items())


def _parts(document: Document) -> Iterator[Part]:
    """Every part of the deck; the presentation's tags with an empty seal."""
    lang = document.identity.lang
    yield Part("core-properties", _CORE, _core_xml(document.identity))
    yield Part("extended-properties", _APP, _app_xml(document))
    yield _presentation_part(document)
    yield Part("presProps", "ppt/presProps.xml", f"<p:presentationPr {NAMESPACES}/>")
    yield Part("viewProps", "ppt/viewProps.xml", _VIEW)
    yield Part("tableStyles", "ppt/tableStyles.xml", table_styles_xml())
    yield Part("theme", _THEME, theme_xml(document.look.theme, lang))
    yield Part("theme", _NOTES_THEME, theme_xml(document.look.theme, lang))
    yield from _master_parts(document)
    yield Part("notesMaster", _NOTES_MASTER, notes_master_xml(document.size, lang), (Relation("theme", _NOTES_THEME),))
    yield from _slide_parts(document)
    boxes = (*(page.boxes for page in document.pages), *(layout.ornaments for layout in document.layouts))
    yield from media_parts(box for some in boxes for box in some)
    yield _deck_tags_part(document, "")


def _deck_tags_part(document: Document, sealed: str) -> Part:
    return Part("tags", SEALED_IN, tags_xml(deck_tags(document, sealed)))


def _master_parts(document: Document) -> Iterator[Part]:
    plans = plan_layouts(document.layouts)
    master = plan_master(document.layouts, document.size, document.identity.lang, document.identity.title)
    layouts = [Relation("slideLayout", _layout_name(plan.number)) for plan in plans]
    yield Part("slideMaster", _MASTER, master_xml(master, plans), (*layouts, Relation("theme", _THEME)))
    for plan, relation in zip(plans, layouts, strict=True):
        relations = Relations(Relation("slideMaster", _MASTER))
        xml = layout_xml(plan, master, relations)
        yield Part("slideLayout", relation.target, xml, relations.all())


def _slide_parts(document: Document) -> Iterator[Part]:
    """Each slide, its tags and its notes; before them the charts that stand on them."""
    lang = document.identity.lang
    plans = {plan.layout.name: plan for plan in plan_layouts(document.layouts)}
    charts = list(_charts(document))
    numbers = {chart: number for number, (chart, _) in enumerate(charts, start=1)}
    deck = Deck(lang, document.identity.title, plans, _first_slides(document), numbers)
    for chart, frame in charts:
        yield from chart_parts(numbers[chart], chart, frame, lang)
    for number, page in enumerate(document.pages, start=1):
        relations = Relations(Relation("slideLayout", _layout_name(plans[page.layout].number)))
        if page.notes:
            notes = Relation("notesSlide", f"ppt/notesSlides/notesSlide{number}.xml")
            relations.id(notes)
            back = (Relation("notesMaster", _NOTES_MASTER), Relation("slide", slide_name(number)))
            yield Part("notesSlide", notes.target, notes_xml(page.notes, number, lang), back)
        xml = slide_xml(page, number, deck, relations)
        yield Part("slide", slide_name(number), xml, relations.all())
        yield Part("tags", slide_tags_name(number), tags_xml(slide_tags(page)))


def _charts(document: Document) -> Iterator[tuple[ChartContent, Rect]]:
    """Every chart with the frame it stands in."""
    for page in document.pages:
        yield from ((box.content, box.frame) for box in page.boxes if isinstance(box.content, ChartContent))


def _first_slides(document: Document) -> dict[str, int]:
    """Where the links to each entry lead: to its first slide, or to that of its section when it has none of its own."""
    first: dict[str, int] = {}
    for number, page in enumerate(document.pages, start=1):
        first.setdefault(page.entry, number)
    for entry in document.contents:
        if entry.parent in first:
            first.setdefault(entry.id, first[entry.parent])
    return first


def _layout_name(number: int) -> str:
    return f"ppt/slideLayouts/slideLayout{number}.xml"


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


_VIEW = (
    f'<p:viewPr {NAMESPACES}><p:normalViewPr><p:restoredLeft sz="15620"/><p:restoredTop sz="78000"/></p:normalViewPr>'
    '<p:notesTextViewPr><p:cViewPr><p:scale><a:sx n="1" d="1"/><a:sy n="1" d="1"/></p:scale><p:origin x="0" y="0"/>'
    '</p:cViewPr></p:notesTextViewPr><p:gridSpacing cx="76200" cy="76200"/></p:viewPr>'
)
"""The normal view with the notes open below the slide: the full sentences are there."""


def _core_xml(identity: Identity) -> str:
    """The document's properties; the dates are fixed, since the same outline gives the same bytes."""
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(identity.title)}</dc:title><dc:subject>{escape(identity.subject)}</dc:subject>"
        f"<dc:creator>{escape(identity.author)}</dc:creator><cp:lastModifiedBy>{escape(identity.author)}"
        f"</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{FIXED_DATE}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{FIXED_DATE}</dcterms:modified>'
        f"<dc:language>{proofing(identity.lang)}</dc:language></cp:coreProperties>"
    )


def _app_xml(document: Document) -> str:
    notes = sum(bool(page.notes) for page in document.pages)
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<TotalTime>0</TotalTime><Application>briefdeck</Application><PresentationFormat>Widescreen</PresentationFormat>"
        f"<Slides>{len(document.pages)}</Slides><Notes>{notes}</Notes><HiddenSlides>0</HiddenSlides></Properties>"
    )
