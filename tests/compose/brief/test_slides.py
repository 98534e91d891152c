"""The slides of a section beside its heading, as verify finds them again."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefdeck.assets import read_furniture, read_look
from briefdeck.compose.brief.document import compose_brief
from briefdeck.compose.brief.slides import slides_text
from briefdeck.model.identity import Identity
from briefdeck.model.outline import Outline
from briefdeck.model.page import Document, Text
from briefdeck.paint.pdf import paint
from briefdeck.pipeline import Briefing, Order, make
from briefdeck.text.outline import load_outline
from briefdeck.verify import verify
from fit.faults import faults

ROOT = Path(__file__).parents[3]


@cache
def seed() -> Outline:
    return load_outline((ROOT / "outline.yaml").read_text(encoding="utf-8"), "outline.yaml")[0]


@cache
def made() -> Briefing:
    return make(seed(), Order())


def asides(document: Document) -> list[str]:
    shown = [box.content.paragraphs[0] for box in document.pages[0].boxes if isinstance(box.content, Text)]
    return [found.text for found in shown if found.text.startswith("slide")]


def test_numbers_are_said_as_spans_in_the_language_of_the_page() -> None:
    assert slides_text([4], read_furniture("en")) == "slide 4"
    assert slides_text([4, 5, 6, 9], read_furniture("en")) == "slides 4–6, 9"
    assert slides_text([4, 5], read_furniture("de")) == "Folien 4–5"


def test_each_section_names_its_slides() -> None:
    document = made().brief_document
    assert len(asides(document)) == 5
    assert not faults(paint(document), 2)


def test_a_brief_without_a_deck_names_none() -> None:
    assert asides(make(seed(), Order(only="brief")).brief_document) == []


def test_a_wrong_slide_number_is_found() -> None:
    wrong = {section.id: [40 + number] for number, section in enumerate(seed().sections)}
    identity: Identity = made().brief_document.identity
    document, _ = compose_brief(seed(), read_look("", "en", on_paper=True), identity, "a4", slides=wrong)
    report = verify(made().deck, paint(document), seed(), None, read_furniture("en"))
    assert {problem.code for problem in report.problems} == {"BD427"}
    assert not verify(made().deck, made().brief, seed(), None, read_furniture("en")).problems
