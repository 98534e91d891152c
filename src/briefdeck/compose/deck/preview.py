"""The deck as it will look: every text set in lines, with all that its layout shows behind it.

PowerPoint breaks lines and draws layouts by itself; a PDF needs both done. Lines end and stand where they do in the
programs that show slides, at the true width of the fonts: the margins of fitting only decided the sizes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from briefdeck.compose.deck.preview_table import table_boxes
from briefdeck.compose.deck.preview_template import template_ground, template_panels
from briefdeck.compose.deck.preview_text import SlideSetter, underlines
from briefdeck.compose.missing import missing
from briefdeck.compose.type.deck_faces import deck_faces
from briefdeck.errors import Position, Problem, Severity
from briefdeck.model.geometry import Rect
from briefdeck.model.links import leads_to
from briefdeck.model.outline import Outline
from briefdeck.model.page import (
    Box,
    ChartContent,
    ChartLabel,
    Document,
    Layout,
    Page,
    Paragraph,
    Part,
    PictureContent,
    ShapeContent,
    SlotKind,
    TableContent,
    Tag,
    Text,
)
from briefdeck.model.values import replace

_RAISED = 0.1  # sizes of a chart's labels: programs put their figures, not their lines, beside the marks


def compose_slides(deck: Document) -> Document:
    """The pages of a deck ready for the PDF painter: its boxes with the same words in the same order, in lines."""
    setter = SlideSetter(deck.look, deck.identity.lang)
    layouts = {layout.name: layout for layout in deck.layouts}
    pages = tuple(
        replace(page, boxes=(*_behind(layouts[page.layout], deck), *_shown(page, layouts[page.layout], number, setter)))
        for number, page in enumerate(deck.pages)
    )
    return replace(deck, kind="slides", pages=pages, layouts=())


def not_shown(slides: Document, outline: Outline) -> tuple[Problem, ...]:
    """What of the deck the pages of `compose_slides` cannot show: letters without a font, artwork of a template."""
    said = missing(slides.pages, deck_faces(slides.look), outline)
    if slides.template is None:
        return said
    message = "slides.pdf, handout and pictures show the slides' words and places, not the template's own artwork"
    hint = "for a true picture, save deck.pptx as PDF in PowerPoint"
    return (*said, Problem("BD395", message, Position(slides.template.file), hint, severity=Severity.REMARK))


def _behind(layout: Layout, deck: Document) -> Iterator[Box]:
    """What the layout itself draws; of a template's layout only the colours under its text are known."""
    ink = template_ground(layout, deck.template) if deck.template else layout.background
    ground = ShapeContent(shape="rect", ink=ink)
    yield Box(frame=Rect(0, 0, deck.size.width, deck.size.height), content=ground, name="Ground")
    if deck.template:
        yield from template_panels(layout, deck.template, deck.size)
    yield from layout.ornaments


def _shown(page: Page, layout: Layout, number: int, setter: SlideSetter) -> Iterator[Box]:
    """The page's own boxes; `number` counts pages from 0."""
    for box in page.boxes:
        kind = layout.slot(box.slot).kind if box.slot else SlotKind.TEXT
        match box.content:
            case Text():
                paragraphs = setter.set_box(box.content.paragraphs, box.room, box.anchor, box.free.foot)
                tagged = tuple(replace(each, tag=_tag(each, kind, number)) for each in paragraphs)
                yield replace(box, content=replace(box.content, paragraphs=tagged))
                if not leads_to(box.content):
                    yield from underlines(paragraphs, box.room)
            case TableContent():
                yield from table_boxes(box, box.content, setter)
            case ChartContent():
                yield replace(box, content=_chart(box.content, setter))
            case PictureContent() | ShapeContent():
                yield box
            case other:
                assert_never(other)


def _chart(chart: ChartContent, setter: SlideSetter) -> ChartContent:
    """The chart with its words set, where its composer left that to the painter's programs."""
    marks = (_label(mark, setter) if isinstance(mark, ChartLabel) else mark for mark in chart.marks)
    return replace(chart, marks=tuple(marks))


def _label(label: ChartLabel, setter: SlideSetter) -> ChartLabel:
    if label.paragraph.lines:
        return label
    (placed,) = setter.set_box((label.paragraph,), label.frame, "middle")
    up = _RAISED * placed.style.size
    lines = tuple(replace(line, baseline=line.baseline - up) for line in placed.lines)
    return replace(label, paragraph=replace(placed, lines=lines))


def _tag(paragraph: Paragraph, kind: SlotKind, number: int) -> Tag:
    """What a paragraph is when it is read aloud: the deck's title, a slide's, a label; the foot is passed over."""
    if kind is SlotKind.TITLE:
        return "H2" if number else "H1"
    if kind in (SlotKind.FOOTER, SlotKind.NUMBER):
        return "Artifact"
    if paragraph.style.bullet:
        return "LI"
    if paragraph.ref.part is Part.CAPTION:
        return "Caption"
    return "H3" if number and paragraph.ref.part is Part.LABEL and paragraph.style.font == "heading" else "P"
