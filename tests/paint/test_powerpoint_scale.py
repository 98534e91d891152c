"""What a deck costs: work in proportion to its slides, and little memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from functools import partial

import pytest

from briefdeck.model.page import Document
from briefdeck.paint.powerpoint import paint
from paint import documents
from support.growth import calls, exponent


def sections(count: int) -> Document:
    """A deck of that many sections, each with a section slide and two slides of points with notes."""
    pages, entries = [], []
    for number in range(count):
        name = f"h{number}"
        first, second = (
            {f"{side}{number}-{n}": "A point about as long as points are, with a few words more" for n in range(5)}
            for side in "pq"
        )
        spoken = ["The whole sentence stands in the notes, as the note has it."] * 5
        pages += [
            documents.titled("Section", name, f"Section {number}"),
            documents.titled("Points", name, f"Points {number}", documents.points(name, first), notes=spoken),
            documents.titled("Points", name, f"More {number}", documents.points(name, second), notes=spoken),
        ]
        entries.append(documents.entry(name, f"Section {number}", *first, *second))
    return documents.deck(*pages, contents=entries)


def painting(count: int) -> Callable[[], object]:
    return partial(paint, sections(count))


def test_painting_calls_as_many_functions_more_as_there_are_slides_more():
    small, large = calls(painting(20)), calls(painting(80))
    assert large < 4 * small * 1.05


@pytest.mark.slow
def test_painting_grows_as_the_slides_do():
    """What is counted above are calls; what grows within one of them takes time."""
    assert exponent(painting, 250) < 1.25


@pytest.mark.slow
def test_a_thousand_sections_take_little_memory():
    document = sections(1000)
    tracemalloc.start()
    try:
        paint(document)
        assert tracemalloc.get_traced_memory()[1] < 120e6
    finally:
        tracemalloc.stop()
