"""What PowerPoint's accessibility checker looks for, and a little more, as far as a machine can tell.

`check(data)` gives findings, none for an accessible deck.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

SECTION = "{http://schemas.microsoft.com/office/powerpoint/2010/main}section"
TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
FURNITURE = {*TITLES, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.DATE}
SMALLEST = 12  # points
NO_DESCRIPTION = re.compile(r".*\.(png|jpe?g|gif|svg|emf|bmp|tiff?)|(image|picture|chart|table|diagram)\s*\d*", re.I)
NO_NAME = re.compile(r"(default|untitled) section|section \d+|", re.I)
NO_LINK_TEXT = {"click here", "here", "link", "more", "read more"}


@dataclass(frozen=True)
class Finding:
    """One thing that someone cannot read, hear or find; slide 0 is the deck itself."""

    slide: int
    rule: str
    detail: str = ""


def check(data: bytes) -> list[Finding]:
    """Every finding in the deck."""
    deck = Presentation(io.BytesIO(data))
    return [*_deck(deck), *(finding for n, slide in enumerate(deck.slides, start=1) for finding in _slide(n, slide))]


def _deck(deck: Any) -> Iterator[Finding]:
    if not deck.core_properties.title.strip():
        yield Finding(0, "no-document-title")
    if not deck.core_properties.language.strip():
        yield Finding(0, "no-document-language")
    sections = Counter(element.get("name").strip() for element in deck.part._element.iter(SECTION))
    for name, count in sections.items():
        if count > 1:
            yield Finding(0, "repeated-section-name", name)
        if NO_NAME.fullmatch(name):
            yield Finding(0, "section-without-name", name)
    titles = Counter(slide.shapes.title.text.strip().casefold() for slide in deck.slides if slide.shapes.title)
    for title, count in titles.items():
        if title and count > 1:
            yield Finding(0, "repeated-title", title)


def _slide(number: int, slide: Any) -> Iterator[Finding]:
    title = slide.shapes.title
    if title is None or not title.text_frame.text.strip():
        yield Finding(number, "no-title")
    readable = [shape for shape in slide.shapes if not _decorative(shape)]
    if title is not None and readable and readable[0].shape_id != title.shape_id:
        yield Finding(number, "title-not-first")
    yield from _reading_order(number, readable)
    for shape in readable:
        yield from _shape(number, shape)
    if not slide.has_notes_slide or not slide.notes_slide.notes_text_frame.text.strip():
        yield Finding(number, "no-notes")
    transition = slide._element.find(qn("p:transition"))
    if transition is not None and transition.get("advTm"):
        yield Finding(number, "moves-on-by-itself")


def _reading_order(number: int, shapes: list[Any]) -> Iterator[Finding]:
    """Nothing is read after what stands below it in the same column."""
    body = [
        shape
        for shape in shapes
        if shape.top is not None and not (shape.is_placeholder and shape.placeholder_format.type in FURNITURE)
    ]
    for first, second in pairwise(body):
        above = second.top + second.height <= first.top
        if above and second.left < first.left + first.width and first.left < second.left + second.width:
            yield Finding(number, "reading-order", f"{second.name} after {first.name}")


def _shape(number: int, shape: Any) -> Iterator[Finding]:
    silent = not (shape.has_text_frame and shape.text_frame.text.strip())
    if (silent and not shape.is_placeholder) or shape._element.tag in (qn("p:pic"), qn("p:graphicFrame")):
        description = _properties(shape).get("descr", "").strip()
        if not description:
            yield Finding(number, "no-alternative-text", shape.name)
        elif NO_DESCRIPTION.fullmatch(description):
            yield Finding(number, "empty-alternative-text", description)
    elif silent:
        yield Finding(number, "empty-placeholder", shape.name)
    if shape.has_table:
        if not shape.table.first_row:
            yield Finding(number, "table-without-header", shape.name)
        if any(cell.is_merge_origin for cell in shape.table.iter_cells()):
            yield Finding(number, "merged-cells", shape.name)
    for run in shape._element.iter(qn("a:r")):
        yield from _run(number, run)


def _run(number: int, run: Any) -> Iterator[Finding]:
    text, properties = run.findtext(qn("a:t")), run.find(qn("a:rPr"))
    if properties is None or not properties.get("lang"):
        yield Finding(number, "no-language", text)
        return
    if int(properties.get("sz", SMALLEST * 100)) < SMALLEST * 100:
        yield Finding(number, "small-text", text)
    if properties.find(qn("a:hlinkClick")) is not None and text.strip().casefold() in NO_LINK_TEXT:
        yield Finding(number, "link-says-nothing", text)


def _properties(shape: Any) -> Any:
    return next(shape._element.iter(qn("p:cNvPr")))


def _decorative(shape: Any) -> bool:
    return any(
        str(element.tag).endswith("}decorative") and element.get("val") == "1" for element in _properties(shape).iter()
    )
