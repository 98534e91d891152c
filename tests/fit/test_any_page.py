"""Sixty outlines of every kind, each one good page; `make fit` tries a thousand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefdeck.assets import read_look
from briefdeck.compose.brief.document import compose_brief
from briefdeck.model.page import Box, Document, Identity, Text
from briefdeck.model.values import replace
from fit.any_outline import any_outline
from fit.faults import faults, flow

COUNT = 60


def page(number: int) -> Document:
    outline = any_outline(number)
    identity = Identity(title=outline.title, lang=outline.lang, build="b")
    return compose_brief(outline, read_look("", outline.lang), identity, outline.brief.paper or "a4")[0]


@pytest.mark.parametrize("numbers", [tuple(range(*ends)) for ends in pairwise(range(0, COUNT + 1, 10))])
def test_any_outline_makes_one_good_page(numbers: tuple[int, ...]) -> None:
    found = {number: wrong for number in numbers if (wrong := faults(page(number)))}
    assert not found


def moved(document: Document, move: dict[int, float]) -> Document:
    """The document with some boxes of its flow moved down by so many points, told by their number in the flow."""
    chosen = {id(flow(document)[number]): down for number, down in move.items()}

    def placed(box: Box) -> Box:
        down = chosen.get(id(box), 0.0)
        return replace(box, frame=replace(box.frame, y=box.frame.y + down))

    sheet = document.pages[0]
    return replace(document, pages=(replace(sheet, boxes=tuple(map(placed, sheet.boxes))),))


def test_what_is_wrong_with_a_page_is_seen() -> None:
    document = page(0)
    assert any("stand on each other" in fault for fault in faults(moved(document, {3: 6})))
    assert any("outside the margins" in fault for fault in faults(moved(document, {-1: 300})))
    assert any("apart" in fault for fault in faults(moved(document, {-1: 160})))


def test_small_type_on_a_page_is_seen() -> None:
    document = page(0)
    sheet = document.pages[0]
    boxes = tuple(
        replace(box, content=Text(paragraphs=tuple(replace(p, style=replace(p.style, size=8)) for p in texts)))
        if isinstance(box.content, Text) and (texts := box.content.paragraphs)
        else box
        for box in sheet.boxes
    )
    assert any("8 points" in fault for fault in faults(replace(document, pages=(replace(sheet, boxes=boxes),))))
