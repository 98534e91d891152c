"""What is left out of the middle of a line is named: whole lines are listed in the outline, a comment nowhere."""

from __future__ import annotations

import pytest

from briefdeck.pipeline import map_note


def remarks(text: str, name: str = "note.md") -> list[tuple[int, int, str]]:
    _, said = map_note(text.encode(), name)
    return [(one.at.line, one.at.column, one.message) for one in said if one.code == "BD212"]


@pytest.mark.parametrize("name", ["note.md", "note.txt"])
@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        ("Plants %% ask Ana %% eat light.", 8, "ask Ana"),
        ("Plants eat light. %%check this%%", 19, "check this"),
        ("%% first %% Plants eat light.", 1, "first"),
        ("Plants <!-- or algae? --> eat light.", 8, "or algae?"),
    ],
)
def test_a_comment_inside_a_line_is_named(name, line, column, said):
    outline, _ = map_note(f"# Plants\n\nWater rises.\n{line}\n".encode(), name)
    assert any("eat light" in point.say and said not in point.say for point in outline.sections[0].points)
    message = f"a comment inside a line is left out: “{said}”"
    assert remarks(f"# Plants\n\nWater rises.\n{line}\n", name) == [(4, column, message)]


def test_a_comment_that_is_a_whole_line_is_listed_and_not_named_again():
    text = "# Plants\n\nPlants eat light.\n\n%% only for me %%\n\n<!-- nor this -->\n\nWater rises.\n"
    outline, _ = map_note(text.encode(), "note.md")
    assert {line for unused in outline.unused for line in unused.lines} == {5, 7}
    assert remarks(text) == []


def test_signs_that_are_code_or_percentages_are_no_comment():
    assert remarks("# Signs\n\nWrite `<!-- so -->` before it.\nIt rose 5 % and then 7 %.\nA %% alone is none.\n") == []


def test_of_many_comments_twenty_are_named():
    assert len(remarks("# Plants\n\n" + "Plants %% a %% eat light.\n" * 50)) == 20
