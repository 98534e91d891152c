"""The line table says of every line what it was taken for, and why."""

from briefdeck.draft.trace import LineReading, read_lines
from briefdeck.text.note import read_note
from draft.test_cases import CASES

NOTE = """Rivers

Their use
Transport - Barges carry coal.
They are slow.

Dates
1900: a dam
1910: a canal
1920: a bridge
-----
What floods?
- The plain floods every year
  in spring."""


def readings(text: str) -> dict[int, LineReading]:
    note, _ = read_note(text.encode(), "note.txt")
    return {one.number: one for one in read_lines(note)}


def test_every_line_is_read_once_and_in_order():
    for _, text, _ in CASES:
        note, _ = read_note(text.encode(), "note.txt")
        numbers = [one.number for one in read_lines(note)]
        assert numbers == [line.number for line in note.lines if line.number]


def test_kinds_cues_labels_and_reasons():
    found = readings(NOTE)
    assert [(number, one.kind, one.cue, one.label) for number, one in found.items() if one.kind != "blank"] == [
        (1, "title", "", ""),
        (3, "heading", "short line", ""),
        (4, "point", "", "Transport"),
        (5, "point", "", "Transport"),
        (7, "heading", "short line", ""),
        (8, "timeline", "", "1900"),
        (9, "timeline", "", "1910"),
        (10, "timeline", "", "1920"),
        (11, "decoration", "", ""),
        (12, "heading", "question", ""),
        (13, "point", "", ""),
        (14, "point", "", ""),
    ]
    assert found[5].why == "it stands under “Transport”"
    assert found[14].why == "the sentence of line 13 goes on"
    assert found[13].why == "the bullet -"
