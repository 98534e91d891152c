"""Titles that are too long for a slide still differ from each other."""

from __future__ import annotations

import pytest

from briefdeck.assets import read_look
from briefdeck.compose.deck.document import compose_deck
from briefdeck.model.identity import Identity
from briefdeck.model.ids import assign_ids
from briefdeck.model.outline import Outline, Point, Section


@pytest.mark.parametrize("title", ["measured " * 30, "measured " * 60, "https://example.org/very-long-path" * 9])
def test_titles_differ_as_they_are_shown(title: str) -> None:
    below = tuple(Section(id="", title=title.strip(), points=(Point(say=f"Point {n}."),)) for n in range(3))
    section = Section(id="", title=title.strip(), points=tuple(Point(say=f"{n}. {'word ' * 30}") for n in range(9)))
    outline = assign_ids(Outline(title="Deck", sections=(*below, section, section)))
    document, _ = compose_deck(outline, read_look(), Identity(title="Deck", lang="en", build="0"))
    titles = [page.title.casefold() for page in document.pages]
    assert len(set(titles)) == len(titles)
