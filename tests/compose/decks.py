"""Decks of outlines for the tests, and what stands on their slides."""

from __future__ import annotations

import pytest

from briefdeck.assets import read_look
from briefdeck.compose.deck import grid
from briefdeck.compose.deck.document import compose_deck
from briefdeck.compose.deck.layouts import layouts_for
from briefdeck.compose.type.measure import HEIGHT_MARGIN, DeckMeasure
from briefdeck.compose.type.scripts import CJK, runs_left, script_of
from briefdeck.errors import BriefdeckError
from briefdeck.model.geometry import Rect
from briefdeck.model.identity import Identity
from briefdeck.model.outline import Outline
from briefdeck.model.page import Box, ChartContent, Document, Page, Slot, SlotKind, Text, refs
from briefdeck.model.values import replace


def deck(given: Outline) -> Document:
    document, _ = compose_deck(
        given, read_look("", given.lang), Identity(title=given.title, lang=given.lang, build="b")
    )
    return document


def layouts(document: Document) -> list[str]:
    return [page.layout for page in document.pages]


def titles(document: Document) -> list[str]:
    return [page.title.replace("\u00a0", " ") for page in document.pages]


def items(page: Page) -> list[str]:
    """The ids on a page, in order, each once."""
    return list(dict.fromkeys(ref.item for ref in refs(page) if ref.item))


def texts(page: Page, slot: str) -> list[str]:
    """Its paragraphs; the spaces at which a line should not end are spaces like others here."""
    return [
        paragraph.text.replace("\u00a0", " ")
        for box in page.boxes
        if box.slot == slot and isinstance(box.content, Text)
        for paragraph in box.content.paragraphs
    ]


def problems(given: Outline) -> tuple:
    with pytest.raises(BriefdeckError) as raised:
        deck(given)
    return raised.value.problems


def assert_fits(document: Document) -> None:
    """Every text fits its box by measure, keeps the floors, and its box is its slot's."""
    measure = DeckMeasure(document.look)
    for number, page in enumerate(document.pages, 1):
        seating = next(one for one in layouts_for(document.identity.lang) if one.layout.name == page.layout)
        for box in page.boxes:
            slot = seating.layout.slot(box.slot)
            if not isinstance(box.content, Text):
                room = slot.frame
                if isinstance(box.content, ChartContent):  # may take the place of a caption that it has not
                    room = replace(room, height=grid.BOTTOM - room.y)
                assert room.contains(box.frame)
                continue
            place = _place(box, slot, document.identity.lang)
            if slot.kind is SlotKind.TITLE:  # may grow over what would stand above it
                assert box.frame.contains(place)
                assert not any(box.frame.overlaps(other.frame) for other in page.boxes if other is not box)
            else:
                assert box.frame == place
            seat = next(seat for seat in seating.seats if seat.slot.name == box.slot)
            height = measure.measure(box.content.paragraphs, box.frame.width).height
            assert height <= box.frame.height * HEIGHT_MARGIN + 0.01, (number, page.title, box.slot, height)
            least = seat.grown.floor if seat.grown and box.frame != place else seat.floor
            for paragraph in box.content.paragraphs:
                assert paragraph.style.size >= least[paragraph.level]


def _place(box: Box, slot: Slot, lang: str) -> Rect:
    """The slot's place; text with Chinese or Japanese that runs to the left may end up to a fifth of it earlier."""
    assert isinstance(box.content, Text)
    letters = "".join(paragraph.text for paragraph in box.content.paragraphs)
    if not (runs_left(lang) and any(script_of(char) in CJK for char in letters)):
        return slot.frame
    assert slot.frame.x <= box.frame.x <= slot.frame.x + 0.2 * slot.frame.width
    assert box.frame.right == pytest.approx(slot.frame.right)
    return replace(slot.frame, x=box.frame.x, width=box.frame.width)
