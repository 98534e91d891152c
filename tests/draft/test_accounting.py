"""Every line that holds something is cited or listed as unused, whatever the note is like."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefdeck.draft.accounting import cited_lines, is_content
from briefdeck.draft.outline import draft_outline
from briefdeck.errors import BriefdeckError
from briefdeck.model.outline import walk_points, walk_sections
from briefdeck.text.note import read_note
from draft.drawing import draft
from draft.test_cases import CASES as FILED
from draft.test_metamorphic import VARIANTS

CASES = {title: note for title, note, _ in FILED}
NOTES = {
    **CASES,
    **VARIANTS,
    "one line of 100 kB": "word " * 20_000,
    "one line of 100 kB without a space": "x" * 100_000,
    "blank lines": "\n" * 50 + "a\n" + "\n" * 50 + "b",
    "only a heading": "# Title",
    "only a rule and a word": "-----\nword\n-----",
    "only a table": "| a | b |\n|---|---|\n| 1 | 2 |",
    "uneven table": "| a | b |\n| 1 |\n| 1 | 2 | 3 |",
    "only code": "```\nx = 1\n```",
    "open fence": "```\nx = 1",
    "front matter alone": "---\ntitle: A\n---",
    "page furniture": "Rivers\n\nThey flow.\nBack to top\nPage 3 of 9\n[1] https://example.org",
    "headings only": "A:\n\nB:\n\nC:\n",
    "labels only": "a: b\nc: d\ne: f",
    "no letters": "12 34\n!!! ???\n56",
    "broken HTML": "<p>one<p>two<ul><li>three</b></p>\n<table><tr><td>4</td>",
    "deep": "\n".join(" " * depth + "- item" for depth in range(60)),
}


def check(data: str | bytes) -> None:
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    try:
        note, _ = read_note(raw, "note.txt")
        outline, _ = draft_outline(note)
    except BriefdeckError as error:
        assert all(problem.code.startswith("BD2") and problem.hint for problem in error.problems)
        return
    listed = {line for unused in outline.unused for line in unused.lines}
    missing = [line.number for line in note.lines if is_content(line.text)]
    assert [number for number in missing if number not in listed | set(cited_lines(outline))] == []
    assert all(unused.reason for unused in outline.unused)
    numbers = {line.number for line in note.lines}
    assert set(cited_lines(outline)) <= numbers
    assert outline.title.strip()
    for section in walk_sections(outline.sections):
        assert section.title.strip()
        assert section.id
        for point in walk_points(section.points):
            assert point.say.strip()
            assert point.lines


@pytest.mark.parametrize("name", NOTES)
def test_no_line_is_lost(name):
    check(NOTES[name])


PIECES = st.sampled_from(
    [
        *(
            "- ",
            "* ",
            "1. ",
            "# ",
            "  ",
            "\t",
            "Label: ",
            "Word - ",
            "**b** ",
            "a sentence goes here. ",
            "What is it? ",
        ),
        *("\n", "\n\n", "===", "---", "| x | y |", "```\n", "<p>", "<li>x", "following:\n", "COPY ", "12%", "[1]", "("),
        *("“", "\u200b", "中文。", "हिंदी। "),
    ]
)


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_line_of_any_mixture_is_lost(text):
    check(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_mapped_or_refused_in_words(text):
    check(text)


def test_drafting_twice_gives_the_same():
    assert all(draft(note) == draft(note) for note in CASES.values())
