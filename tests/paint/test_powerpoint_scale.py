"""What a deck costs: linear in its slides, and far less than the library that people would use instead."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from briefdeck.model.page import Document
from briefdeck.paint.powerpoint import paint
from paint import documents


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


def seconds(document: Document) -> float:
    """The least processor time of a few paintings: other processes only ever add to it."""
    times = []
    for _ in range(3):
        start = time.process_time()
        paint(document)
        times.append(time.process_time() - start)
    return min(times)


def test_painting_grows_as_the_slides_do():
    small, large = seconds(sections(20)), seconds(sections(200))
    assert large < 10 * small * 1.5


@pytest.mark.slow
def test_a_thousand_sections_take_seconds_and_little_memory():
    document = sections(1000)
    assert seconds(document) < 10
    tracemalloc.start()
    try:
        paint(document)
        assert tracemalloc.get_traced_memory()[1] < 120e6
    finally:
        tracemalloc.stop()
