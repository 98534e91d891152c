"""Sections have one number each, beside their headings on the brief and on their slides."""

from __future__ import annotations

import pytest

from briefdeck.assets import read_look
from briefdeck.compose.brief.document import compose_brief
from briefdeck.compose.deck.document import compose_deck
from briefdeck.model.identity import Identity
from briefdeck.model.outline import Outline
from briefdeck.model.page import Document, Text
from compose.outlines import outline, section, words


def documents(of: Outline) -> tuple[Document, Document]:
    identity = Identity(title="T", lang="en", build="b")
    return compose_deck(of, read_look(), identity)[0], compose_brief(of, read_look(on_paper=True), identity)[0]


@pytest.mark.parametrize(
    ("titles", "numbers"),
    [
        (("Rain", "Rivers"), ["1", "2"]),
        (("Rain", "2. Rivers", "Seas"), []),
        (("Rain", "IV. Rivers"), []),
        (("Rain",), []),
    ],
)
def test_slides_and_headings_have_the_same_number_or_none(titles: tuple[str, ...], numbers: list[str]) -> None:
    deck, brief = documents(outline(*[section(title, *[words(14)] * 12) for title in titles]))
    on_slides = [
        paragraph.text
        for page in deck.pages
        for box in page.boxes
        if box.slot == "number" and isinstance(box.content, Text)
        for paragraph in box.content.paragraphs
    ]
    beside_headings = [
        paragraph.style.bullet
        for box in brief.pages[0].boxes
        if isinstance(box.content, Text)
        for paragraph in box.content.paragraphs
        if paragraph.tag == "H2" and paragraph.style.bullet
    ]
    assert on_slides == beside_headings == numbers
