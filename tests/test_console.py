"""What the command line prints."""

from __future__ import annotations

import pytest

from briefdeck.cli import main
from briefdeck.console import (
    SHOWN_CUTS,
    SHOWN_PROBLEMS,
    briefing_data,
    columns,
    cut_lines,
    render_problem,
    render_problems,
    render_table,
    visible,
)
from briefdeck.errors import Position, Problem, Severity
from briefdeck.pipeline import build_briefing

TEXT = "title: Photosynthesis: the basics"
PROBLEM = Problem(
    "BD104",
    'a second ": " on this line',
    Position("outline.yaml", 1, 22),
    'put the title in quotes: title: "Photosynthesis: the basics"',
    "YAML starts a new key here",
)


def test_a_problem_shows_its_line_a_caret_and_the_remedy() -> None:
    assert render_problem(PROBLEM, lambda _: TEXT, colour=False) == (
        'error[BD104]: a second ": " on this line\n'
        " --> outline.yaml:1:22\n"
        "  |\n"
        "1 | title: Photosynthesis: the basics\n"
        "  |                      ^ YAML starts a new key here\n"
        'help: put the title in quotes: title: "Photosynthesis: the basics"'
    )


def test_the_caret_counts_wide_characters_twice_and_marks_not_at_all() -> None:
    assert columns("日本é" + "e\u0301") == 6
    problem = Problem("BD101", "here", Position("f", 3, 3, 2))
    caret = render_problem(problem, lambda _: "日本語", colour=False).splitlines()[-1]
    assert caret == "  |     ^^"


def test_a_long_line_is_cut_around_the_caret() -> None:
    problem = Problem("BD101", "here", Position("f", 1, 5001))
    rows = render_problem(problem, lambda _: "a" * 5000 + "X" + "b" * 5000, colour=False).splitlines()
    assert len(rows[3]) < 120
    assert rows[3][rows[4].index("^")] == "X"


def test_colour_appears_only_when_asked() -> None:
    assert "\x1b" not in render_problem(PROBLEM, lambda _: TEXT, colour=False)
    assert "\x1b[31;1m" in render_problem(PROBLEM, lambda _: TEXT, colour=True)


def test_control_characters_of_the_input_never_reach_the_terminal() -> None:
    assert visible("a\x1b[31mb\u202ec\td") == "a\\u001b[31mbc d"


def test_the_gravest_come_first_and_the_rest_are_counted() -> None:
    remark = Problem("BD299", "a remark", Position("a", 1), severity=Severity.REMARK)
    errors = [Problem("BD101", f"error {number}", Position("z", number)) for number in range(1, SHOWN_PROBLEMS + 6)]
    text = render_problems([remark, *reversed(errors)], lambda _: None, colour=False)
    assert text.startswith("error[BD101]: error 1\n")
    assert "a remark" not in text
    assert text.endswith("... and 6 more")


def test_a_table_is_aligned_and_clips_long_cells() -> None:
    assert render_table(("a", "b"), [("x" * 80, "1"), ("日", "2")], widest=6) == (
        "a       b\n------  -\nxxxxx…  1\n日      2"
    )


def test_of_a_long_list_of_cuts_the_first_are_shown_the_rest_counted_and_all_on_request() -> None:
    points = [
        f"Gate {number} of the canal is opened by its own keeper at dawn every day of the week" for number in range(150)
    ]
    text = "version: '1'\ntitle: Canals\nsections:\n- title: Gates\n  points:\n"
    briefing = build_briefing(text + "".join(f"  - {point}\n" for point in points), style="standard")
    (cuts,) = [document.cuts for document in briefing.documents if document.cuts]
    assert len(cuts) > 2 * SHOWN_CUTS
    said = list(cut_lines(briefing))
    assert len(said) == SHOWN_CUTS + 2
    assert said[-1] == f"  ... and {len(cuts) - SHOWN_CUTS} more: `briefdeck build --explain` lists all of them"
    whole = list(cut_lines(briefing, whole=True))
    assert whole[: SHOWN_CUTS + 1] == said[:-1]
    assert len(whole) == len(cuts) + 1
    assert len(briefing_data(briefing)["cuts"]) == len(cuts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "column", "length", "carets"),
    [
        ("title: 水と生命", 8, 4, " " * 7 + "^" * 8),
        ("水: x", 4, 1, " " * 4 + "^"),
        ("a\u200d\u0301b: x", 4, 1, " " + "^"),
        ("\ttitle: x", 2, 5, " " + "^" * 5),
        ("😀: x", 4, 1, "   " + " ^"),
    ],
)
def test_carets_stand_under_what_they_mean_in_every_script(line, column, length, carets):
    problem = Problem("BD123", "x", Position("a.yaml", 1, column, length))
    shown = render_problem(problem, lambda _: line, colour=False).splitlines()
    assert shown[-1] == f"  | {carets}"


@pytest.mark.parametrize("width", [1, 40, 60, 200])
@pytest.mark.parametrize(
    "line",
    [
        "points: " + "plants eat light and " * 30,
        "水と生命と光と葉と" * 40,
        "\x1b[31m" * 60,
        "a" * 38 + "水" * 40,
        "short",
    ],
)
@pytest.mark.parametrize("column", [1, 3, 38, 60])
def test_excerpts_and_carets_stay_within_the_terminal(width, line, column):
    """A row that wraps would put the caret under nothing."""
    problem = Problem("BD104", "x", Position("o.yaml", 12, column, 30), note="YAML starts a key here")
    rows = render_problem(problem, lambda _: line, colour=False, width=width).splitlines()[2:]
    widest = max(width, 20 + len("12 | "), len("12 |  YAML starts a key here"))
    assert all(columns(row) <= widest for row in rows)
    place = rows[2].index("^")
    if column <= len(line):
        before = rows[1][: len(rows[1])]
        pointed = next(end for end in range(len(before) + 1) if columns(before[:end]) >= place)
        assert before[pointed:].startswith(visible(line[column - 1]))


def test_the_width_of_the_terminal_is_what_excerpts_are_cut_to(tmp_path, monkeypatch, capsys):
    (tmp_path / "o.yaml").write_text("title: T\nsections:\n  - titel: " + "plants eat light and " * 30 + "\n")
    monkeypatch.setenv("COLUMNS", "40")
    with pytest.raises(SystemExit):
        main(["build", str(tmp_path / "o.yaml")])
    excerpts = [row for row in capsys.readouterr().err.splitlines() if " | " in row]
    assert excerpts and all(len(row) <= 40 for row in excerpts)
