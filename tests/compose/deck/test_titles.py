"""Titles that are too long for a slide still differ from each other."""

from __future__ import annotations

import pytest

from briefdeck.assets import read_look
from briefdeck.compose.deck.document import compose_deck
from briefdeck.model.identity import Identity
from briefdeck.model.ids import assign_ids
from briefdeck.model.outline import Outline, Point, Section
from briefdeck.model.page import Document, Text
from briefdeck.pipeline import Order, make
from briefdeck.verify import verify
from compose.outlines import outline, section


@pytest.mark.parametrize("title", ["measured " * 30, "measured " * 60, "https://example.org/very-long-path" * 9])
def test_titles_differ_as_they_are_shown(title: str) -> None:
    below = tuple(Section(id="", title=title.strip(), points=(Point(say=f"Point {n}."),)) for n in range(3))
    one = Section(id="", title=title.strip(), points=tuple(Point(say=f"{n}. {'word ' * 30}") for n in range(9)))
    given = assign_ids(Outline(title="Deck", sections=(*below, one, one)))
    document, _ = compose_deck(given, read_look(), Identity(title="Deck", lang="en", build="0"))
    titles = [page.title.casefold() for page in document.pages]
    assert len(set(titles)) == len(titles)


def test_an_address_at_the_end_of_a_title_stands_below_it_as_a_link():
    address = "http://citeseerx.ist.psu.edu/viewdoc/download?doi=10.1.1.592.4170&rep=rep1&type=pdf"
    given = outline(section(f"Matching graphs: {address}", "One thing is said.", "And another one."))
    made = make(given, Order())
    (page,) = (page for page in _deck(given).pages if page.title == "Matching graphs")
    said = [span for box in page.boxes if isinstance(box.content, Text) for one in box.content.paragraphs
            for span in one.spans if span.link]  # fmt: skip
    assert ("".join(span.text for span in said), {span.link for span in said}) == (address, {address})
    assert verify(made.deck, made.brief, given, None, read_look("", "en").furniture).problems == ()


@pytest.mark.parametrize("title", ["https://example.org/a", "See https://example.org/a for more"])
def test_an_address_that_is_not_behind_the_words_of_a_title_stays_in_it(title):
    assert title in [page.title for page in _deck(outline(section(title, "One.", "Two."))).pages]


def _deck(given: Outline) -> Document:
    return compose_deck(given, read_look(), Identity(title="Deck", lang="en", build="0"))[0]
