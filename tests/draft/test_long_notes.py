"""Notes of many parts: the work grows as they do, whatever their headings are."""

from __future__ import annotations

import pytest

from briefdeck.draft.levels import set_levels
from briefdeck.draft.lines import Line
from briefdeck.draft.numbering import read_numbering
from briefdeck.draft.openers import find_openers
from briefdeck.draft.rows import Kind, Row
from briefdeck.draft.spots import read_habits
from draft.drawing import draft
from support.growth import exponent

PARTS = {
    "labels": "Ab{0} - flows to the sea in August.\nIt has done so for a long time.\n\n",
    "lists": "Names {0}\n- Ab{0}\n- Cd{0}: the second\n\nCase study: the year {0}\n- it rained\n- it was cold\n\n",
    "paragraphs": "   Ab{0} flows to the sea in August, and it has done so\nfor a long time.\n\n",
}


@pytest.mark.parametrize("part", PARTS)
def test_a_note_of_many_parts_takes_time_in_proportion(part):
    def work(size):
        text = "Rivers\n\n" + "".join(PARTS[part].format(number) for number in range(size))
        return lambda: draft(text)

    assert exponent(work, 120) < 1.3


def test_questions_about_what_is_named_above_them_are_each_looked_at_once():
    """Each was once held against all headings of the note."""

    def head(number, title):
        return Row((number,), title, kind=Kind.HEAD, cue="question", title=title, level=22, gap=True)

    def work(size):
        titles = [title for number in range(size) for title in (f"What is Abc{number}?", f"Why Abc{number}?")]
        rows = [head(number, title) for number, title in enumerate(titles, 1)]
        return lambda: set_levels(rows)

    assert exponent(work, 700) < 1.4


def test_blocks_under_headings_are_each_looked_at_once():
    """Whether a block is headed was once looked up in a list of all that are."""

    def work(size):
        heads = [
            Row((number,), "Site", kind=Kind.HEAD, cue="short line", plain="Site", title="Site", level=22, gap=True)
            for number in range(1, 2 * size, 2)
        ]
        below = [Row((head.sources[0] + 1,), "wide", plain="wide", words=1) for head in heads]
        rows = [row for pair in zip(heads, below, strict=True) for row in pair]
        habits = read_habits(rows, wrapped=False, english=True)
        return lambda: find_openers(rows, list(range(len(rows))), habits)

    assert exponent(work, 700) < 1.4


@pytest.mark.parametrize(("count", "counted"), [(3, 0), (20, 20), (400, 0)])
def test_lines_that_count_up_are_a_list_only_as_far_as_people_number_lines(count, counted):
    lines = [Line((number,), f"{number} leaves fall") for number in range(1, count + 1)]
    assert len(read_numbering(lines).counted) == counted
