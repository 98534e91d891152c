"""A deck as text, one line per box: what a review reads instead of a binary."""

from __future__ import annotations

from collections.abc import Iterator

from briefdeck.model.page import Box, Document, Page, ShapeContent, TableContent, Text


def deck_text(document: Document) -> str:
    """Every slide, its boxes with place, size, words and what they stand for, and its notes."""
    return "\n".join(line for number, page in enumerate(document.pages, 1) for line in _page(number, page)) + "\n"


def _page(number: int, page: Page) -> Iterator[str]:
    yield f"slide {number} [{page.layout}] {page.entry}: {page.title}"
    for box in page.boxes:
        yield f"  {box.slot:<12} {_frame(box)} {_content(box)}"
    for paragraph in page.notes:
        yield f"  notes        {paragraph.text}"


def _frame(box: Box) -> str:
    frame = box.frame
    return f"{frame.x:g} {frame.y:g} {frame.width:g} {frame.height:g}"


def _content(box: Box) -> str:
    match box.content:
        case Text(paragraphs=paragraphs, level_styles=levels):
            sizes = "/".join(f"{style.size:g}" for style in levels)
            words = " | ".join(f"{one.ref.item or one.ref.part.value}: {one.text}" for one in paragraphs)
            return f"{sizes} pt  {words}".replace("\u00a0", "~")
        case TableContent(rows=rows):
            return " || ".join(" | ".join(cell.text for cell in row) for row in rows)
        case ShapeContent(shape=shape):
            return shape
