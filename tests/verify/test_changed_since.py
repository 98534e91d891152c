"""An outline, or a note, that was changed since the build is named as that, once, before what follows from it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefdeck import cli

NOTE = "Rivers\n\nRivers carry sediment to the sea.\nThe Nile is over 6,600 km long.\nDams hold back 25 % of it.\n"
CHANGED = "the outline was changed since the build"


@pytest.fixture
def lesson(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """The outline of a lesson whose deck and brief have just been built."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rivers.txt").write_text(NOTE, encoding="utf-8")
    for words in (["outline", "rivers.txt"], ["build"]):
        assert run(*words) == 0
    capsys.readouterr()
    return tmp_path / "outline.yaml"


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main([*words])
    return int(ended.value.code or 0)


def verified(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str], dict[str, str]]:
    """The exit code, the messages in their order, and what the table says of each check."""
    code = run("verify", *words, "--json")
    data = json.loads(capsys.readouterr().out)
    return code, [problem["message"] for problem in data["problems"]], {
        check["name"]: check["details"] for check in data["checks"]
    }  # fmt: skip


def test_a_changed_text_is_one_problem_and_its_consequences_are_counted(lesson, capsys):
    lesson.write_text(lesson.read_text().replace("Dams hold back", "Locks hold back"))
    code, said, details = verified(capsys)
    assert code == 1
    assert said[0] == CHANGED
    assert not [message for message in said if "Locks" in message and "edited by hand" not in message]
    assert details["slides show the outline's words"] == "1 problem, from what was changed since the build"
    assert run("build") == 0
    capsys.readouterr()
    assert verified(capsys)[0] == 0


def test_a_change_that_shows_nowhere_in_the_words_is_named_too(lesson, capsys):
    lesson.write_text(lesson.read_text() + "deck: {theme: high-contrast}\n")
    assert verified(capsys)[:2] == (1, [CHANGED])


def test_what_changes_only_how_the_outline_is_written_is_no_change(lesson, capsys):
    lesson.write_text("# my own remark\n" + lesson.read_text().replace('"Rivers"', "Rivers"))
    assert verified(capsys)[:2] == (0, [])


@pytest.mark.parametrize("option", ["--theme=ink-saving", "--paper=letter", "--max-slides=4", "--style=cornell"])
def test_options_of_the_build_are_no_change_of_the_outline(lesson, capsys, option):
    assert run("build", option) == 0
    capsys.readouterr()
    code, said, _ = verified(capsys)
    assert (code, [message for message in said if "changed since" in message]) == (0, [])


def test_a_note_that_was_built_directly_is_named_as_what_was_changed(lesson, capsys):
    assert run("build", "rivers.txt") == 0
    capsys.readouterr()
    assert verified(capsys, "dist/rivers")[:2] == (0, [])
    Path("rivers.txt").write_text(NOTE + "Lakes are still.\n", encoding="utf-8")
    code, said, _ = verified(capsys, "dist/rivers")
    assert (code, said[0]) == (1, "the note was changed since the build")


def test_a_brief_of_the_outline_before_is_named_beside_a_new_deck(lesson, capsys):
    lesson.write_text(lesson.read_text().replace("Dams hold back", "Locks hold back"))
    assert run("build", "--only", "deck") == 0
    capsys.readouterr()
    assert verified(capsys)[1][0] == CHANGED


def test_files_of_another_version_are_not_said_to_be_of_another_outline(lesson, capsys, monkeypatch):
    """What an outline says may be read otherwise by a newer briefdeck: the message owns to that."""
    monkeypatch.setattr("briefdeck.verify.checks_structure.__version__", "9.9")
    lesson.write_text(lesson.read_text().replace("Dams hold back", "Locks hold back"))
    assert verified(capsys)[1][0].startswith(f"{CHANGED}, or is read otherwise by briefdeck 9.9 than by ")
