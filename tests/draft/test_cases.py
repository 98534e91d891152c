"""The case files: notes of many kinds, and the outline that each must become."""

from pathlib import Path

import pytest

from draft.drawing import draft, draw, read_cases

FILES = sorted(Path(__file__).parent.glob("draft_cases*.txt"))
CASES = [case for file in FILES for case in read_cases(file.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("title", "note", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_note_becomes_the_outline_beside_it(title, note, expected):
    assert draw(draft(note), note) == expected


def test_no_two_cases_have_the_same_name():
    assert len({title for title, _, _ in CASES}) == len(CASES)
