"""Briefs made for tests, and what stands on them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefdeck.assets import read_look
from briefdeck.compose.brief.document import compose_brief
from briefdeck.model.identity import Identity
from briefdeck.model.look import Look
from briefdeck.model.outline import Outline
from briefdeck.model.page import Box, Document, Paragraph, Part, TableContent, Text
from briefdeck.text.outline import load_outline

ROOT = Path(__file__).parents[2]


@cache
def look(lang: str = "en") -> Look:
    return read_look("", lang)


def brief(of: Outline, paper: str = "a4") -> Document:
    document, _ = compose_brief(of, look(of.lang), Identity(title=of.title, lang=of.lang, build="b"), paper)
    return document


@cache
def seed() -> Outline:
    return load_outline((ROOT / "outline.yaml").read_text(encoding="utf-8"), "outline.yaml")[0]


def boxes(document: Document) -> tuple[Box, ...]:
    return document.pages[0].boxes


def paragraphs(document: Document) -> list[Paragraph]:
    found = []
    for box in boxes(document):
        if isinstance(box.content, Text):
            found.extend(box.content.paragraphs)
        elif isinstance(box.content, TableContent):
            found.extend(cell for row in box.content.rows for cell in row)
    return found


def body_size(document: Document) -> float:
    return next(found.style.size for found in paragraphs(document) if found.tag == "LI" and found.ref.part is Part.SAY)


def with_lines(document: Document) -> list[Box]:
    return [box for box in boxes(document) if isinstance(box.content, Text)]


def feet(document: Document) -> list[float]:
    """The lower edge of the flow in each column, the head, the notes and the foot left aside."""
    flow = [box for box in with_lines(document) if box.content.paragraphs[0].ref.section not in ("", "opening")]
    lefts = sorted({round(box.frame.x) for box in flow})
    middle = document.size.width / 2
    columns = [[box for box in flow if (box.frame.x < middle) == side] for side in (True, False)]
    assert lefts
    return [max(box.frame.bottom for box in column) for column in columns if column]
