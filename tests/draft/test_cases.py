"""The case file: notes of many kinds, and the outline that each must become."""

from pathlib import Path

import pytest

from draft.drawing import draft, draw, read_cases

FILE = Path(__file__).with_name("draft_cases.txt")
CASES = read_cases(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("title", "note", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_note_becomes_the_outline_beside_it(title, note, expected):
    assert draw(draft(note)) == expected
