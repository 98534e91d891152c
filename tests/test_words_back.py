"""Text comes back out of a brief: what poppler, pdfium, pdf.js and pypdf copy and find, in every script."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.passages import PASSAGES
from support.readers_of_pages import READERS, unavailable
from support.words_back import Back, back, passages_back, read_table, table

PAGE = Path(__file__).resolve().parent.parent / "docs" / "brief.md"
VERSIONS_DIFFER = 3
"""Per cent by which another version of a reader may do worse than the table says."""

LEAST_FOUND = {
    "poppler": {"Devanagari": 87, "Arabic": 97, "Hebrew": 97},
    "pdfium": {"Cyrillic": 92, "Devanagari": 90, "Arabic": 95},
    "pdf.js": {"Cyrillic": 92, "Devanagari": 95, "Arabic": 95, "Emoji": 90},
    "pypdf": {"Devanagari": 90, "Arabic": 85, "Hebrew": 95, "Tamil": 40, "Telugu": 75, "Gujarati": 85, "Korean": 0},
}
"""What searching must find at the least, in any version of a reader; 100 where nothing is said."""


def _promised() -> dict[str, dict[str, Back]]:
    text = PAGE.read_text(encoding="utf-8").partition("\n## Copying, searching")[2]
    return read_table(text.partition("\n## ")[0].splitlines())


@pytest.mark.parametrize("reader", [pytest.param("pdf.js", marks=pytest.mark.slow), "poppler", "pdfium", "pypdf"])
def test_a_reader_gives_back_what_the_table_promises(reader):
    if reason := unavailable(reader):
        pytest.skip(reason)
    promised = _promised()[reader]
    measured = passages_back(reader)
    assert measured.keys() == promised.keys() == {passage.script for passage in PASSAGES}
    for script, score in measured.items():
        assert score.copied >= promised[script].copied - VERSIONS_DIFFER, script
        assert score.found >= LEAST_FOUND[reader].get(script, 100), script


def test_the_table_tells_of_every_reader():
    assert list(_promised()) == list(READERS)


def test_a_table_is_read_as_it_was_written():
    scores = {"one": {"A": Back(100, 100), "B": Back(7, 90)}, "two": {"A": Back(100, 100), "B": Back(3, 3)}}
    assert read_table(table(scores).splitlines()) == scores


def test_words_torn_glued_lost_or_out_of_order_are_noticed():
    passage = next(passage for passage in PASSAGES if passage.script == "Latin")
    words = passage.text.split()
    assert back(passage, f"slide 2\n{passage.text}\n• Notes") == (100, 100)
    assert back(passage, "".join(words)).copied == 0
    assert back(passage, " ".join(reversed(words))).copied < 20
    assert back(passage, " ".join(words[:-5])).found < 100
    torn = passage.text.replace("shower", "sho wer")
    assert back(passage, torn).copied == back(passage, torn).found == 100 * (len(words) - 1) // len(words)
