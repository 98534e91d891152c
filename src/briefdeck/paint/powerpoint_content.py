"""What a deck says, as parts: slides with their notes and tags, the charts and pictures on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefdeck.model.geometry import Rect
from briefdeck.model.page import ChartContent, Document
from briefdeck.model.seal import SEALED_IN
from briefdeck.paint.powerpoint_chart import chart_parts
from briefdeck.paint.powerpoint_master import LayoutPlan
from briefdeck.paint.powerpoint_notes import notes_xml
from briefdeck.paint.powerpoint_package import Part, Relation, Relations
from briefdeck.paint.powerpoint_picture import media_parts
from briefdeck.paint.powerpoint_slides import Deck, slide_name, slide_tags_name, slide_xml
from briefdeck.paint.powerpoint_tags import deck_tags, slide_tags, tags_xml


def slide_parts(
    document: Document, plans: Mapping[str, LayoutPlan], notes_master: str, *, turned: bool = False
) -> Iterator[Part]:
    """Each slide, its tags and its notes; before them the charts that stand on them, after them the pictures.

    `plans` are by name of the layout; `turned` says that text runs against the direction that layouts give it.
    """
    lang = document.identity.lang
    charts = list(_charts(document))
    numbers = {chart: number for number, (chart, _) in enumerate(charts, start=1)}
    deck = Deck(lang, document.identity.title, plans, _first_slides(document), numbers, turned)
    for chart, frame in charts:
        yield from chart_parts(numbers[chart], chart, frame, lang)
    for number, page in enumerate(document.pages, start=1):
        relations = Relations(Relation("slideLayout", plans[page.layout].part))
        if page.notes:
            notes = Relation("notesSlide", f"ppt/notesSlides/notesSlide{number}.xml")
            relations.id(notes)
            back = (Relation("notesMaster", notes_master), Relation("slide", slide_name(number)))
            yield Part("notesSlide", notes.target, notes_xml(page.notes, number, lang), back)
        xml = slide_xml(page, number, deck, relations)
        yield Part("slide", slide_name(number), xml, relations.all())
        yield Part("tags", slide_tags_name(number), tags_xml(slide_tags(page, plans[page.layout].shown)))
    boxes = (*(page.boxes for page in document.pages), *(layout.ornaments for layout in document.layouts))
    yield from media_parts(box for some in boxes for box in some)


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


def deck_tags_part(document: Document, sealed: str) -> Part:
    """The tags of the whole deck, with its seal."""
    return Part("tags", SEALED_IN, tags_xml(deck_tags(document, sealed)))
