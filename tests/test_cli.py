"""The command line as people use it: files in, files out, exit codes, and nothing overwritten unasked."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from pptx import Presentation

from briefdeck import assets, cli

SEED = Path(__file__).resolve().parent.parent / "seeds" / "000_6d5ad8971962cae4.txt"


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in an empty folder that holds the seed note as lesson.txt."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lesson.txt").write_bytes(SEED.read_bytes())

    def ran(*arguments: str) -> Ran:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main(arguments)
        out, err = capsys.readouterr()
        return Ran(ended.value.code or 0, out, err)

    return ran


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below the folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_outline_writes_the_outline_its_schema_and_its_base(run: Run, tmp_path: Path) -> None:
    ran = run("outline", "lesson.txt")
    assert ran.code == 0, ran.err
    assert "outline.yaml: 3 sections, 17 points" in ran.out
    assert (tmp_path / "outline.yaml").read_text().startswith("# yaml-language-server: $schema=./outline.schema.json")
    assert json.loads((tmp_path / "outline.schema.json").read_text())["$schema"]
    assert (tmp_path / ".briefdeck" / "outline.yaml").read_bytes() == (tmp_path / "outline.yaml").read_bytes()


def test_outline_replaces_its_own_work_but_never_an_edited_outline(run: Run, tmp_path: Path) -> None:
    run("outline", "lesson.txt")
    assert run("outline", "lesson.txt").code == 0
    outline = tmp_path / "outline.yaml"
    outline.write_text(outline.read_text().replace("What are the outcomes?", "What came of it?"))
    edited = contents(tmp_path)
    ran = run("outline", "lesson.txt")
    assert ran.code == 4
    assert "edited since it was mapped" in ran.err and "--force" in ran.err
    assert contents(tmp_path) == edited
    assert run("outline", "lesson.txt", "--force").code == 0
    assert "What came of it?" not in outline.read_text()


def test_an_outline_of_unknown_origin_is_not_overwritten(run: Run, tmp_path: Path) -> None:
    (tmp_path / "outline.yaml").write_text("title: mine\n")
    assert run("outline", "lesson.txt").code == 4
    assert (tmp_path / "outline.yaml").read_text() == "title: mine\n"


def test_build_makes_both_files_and_verify_passes_them(run: Run, tmp_path: Path) -> None:
    run("outline", "lesson.txt")
    ran = run("build")
    assert ran.code == 0, ran.err
    assert sorted(path.name for path in (tmp_path / "dist").iterdir()) == ["brief.pdf", "deck.pptx"]
    checked = run("verify")
    assert checked.code == 0, checked.out + checked.err
    assert "What are the outcomes?" in checked.out and "FAIL" not in checked.out
    assert run("verify", "--report", "report.html").code == 0
    assert "Every promise is kept." in (tmp_path / "report.html").read_text()


def test_a_pair_whose_halves_were_made_one_by_one_passes(run: Run) -> None:
    for only in ("deck", "brief"):
        assert run("build", "lesson.txt", "--only", only).code == 0
    assert run("verify", "dist/lesson").code == 0


def test_a_deck_limited_on_the_command_line_is_built_again_with_that_limit(run: Run) -> None:
    run("outline", "lesson.txt")
    assert run("build", "--max-slides", "5").code == 0
    checked = run("verify")
    assert checked.code == 0, checked.out + checked.err
    assert re.search(r"ok +P8 +building again gives the same bytes", checked.out), checked.out


def test_a_note_is_built_in_one_step_into_a_folder_of_its_name(run: Run, tmp_path: Path) -> None:
    assert run("build", "lesson.txt").code == 0
    assert (tmp_path / "dist" / "lesson" / "deck.pptx").exists()
    assert not (tmp_path / "outline.yaml").exists()
    checked = run("verify", "dist/lesson")
    assert checked.code == 0, checked.out + checked.err


def test_only_name_and_output_do_what_they_say(run: Run, tmp_path: Path) -> None:
    assert run("build", "lesson.txt", "--only", "brief", "--name", "sochi", "-o", "print").code == 0
    assert [path.name for path in (tmp_path / "print").iterdir()] == ["sochi.pdf"]


@pytest.mark.parametrize("name", ["../up", "a/b", "..", "what?", "x" * 121, "bell\a"])
def test_a_name_that_is_a_path_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    before = contents(tmp_path)
    assert run("build", "lesson.txt", "--name", name).code == 4
    assert contents(tmp_path) == before


def test_a_theme_of_ones_own_works_by_path_and_its_faults_are_placed(run: Run, tmp_path: Path) -> None:
    """On the command line from where one stands, in the outline from the outline's folder."""
    shipped = (Path(assets._folder()) / "themes" / "academic.yaml").read_text(encoding="utf-8")
    (tmp_path / "mine.yaml").write_text(shipped.replace('"7D1F30"', '"123456"'), encoding="utf-8")
    assert run("build", "lesson.txt", "--theme", "mine.yaml", "-o", "one").code == 0
    with zipfile.ZipFile(tmp_path / "one" / "deck.pptx") as package:
        assert b"123456" in package.read("ppt/theme/theme1.xml")
    run("outline", "lesson.txt")
    outline = tmp_path / "outline.yaml"
    plain = outline.read_text(encoding="utf-8")
    outline.write_text(f"{plain}deck: {{theme: mine.yaml}}\n", encoding="utf-8")
    assert run("build", "-o", "two").code == 0
    (tmp_path / "mine.yaml").write_text(shipped.replace('"7D1F30"', '"crimson"'), encoding="utf-8")
    ran = run("build", "-o", "two")
    assert ran.code == 1
    assert "BD601" in ran.err
    assert "mine.yaml:10:12" in ran.err
    outline.write_text(f"{plain}deck: {{theme: ../mine.yaml}}\n", encoding="utf-8")
    ran = run("build", "-o", "two")
    assert (ran.code, "BD522" in ran.err) == (1, True)
    assert run("build", "lesson.txt", "--theme", "none.yaml").code == 3


def test_building_twice_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    run("build", "lesson.txt")
    first = contents(tmp_path / "dist")
    run("build", "lesson.txt")
    assert contents(tmp_path / "dist") == first


def test_a_deck_edited_since_it_was_built_is_kept(run: Run, tmp_path: Path) -> None:
    run("build", "lesson.txt")
    deck = tmp_path / "dist" / "lesson" / "deck.pptx"
    presentation = Presentation(str(deck))
    presentation.slides[0].shapes.title.text = "Edited by hand"
    presentation.save(str(deck))
    edited = contents(tmp_path)
    ran = run("build", "lesson.txt")
    assert ran.code == 4
    assert "edited since it was built" in ran.err and "--force" in ran.err
    assert contents(tmp_path) == edited
    assert run("build", "lesson.txt", "--name", "new").code == 0
    assert run("build", "lesson.txt", "--force").code == 0


def test_a_foreign_file_in_the_decks_place_is_kept(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "dist" / "lesson" / "deck.pptx"
    target.parent.mkdir(parents=True)
    target.write_bytes(b"somebody's homework")
    assert run("build", "lesson.txt").code == 4
    assert target.read_bytes() == b"somebody's homework"


def test_json_is_one_object_and_nothing_else(run: Run) -> None:
    for arguments in (
        ("outline", "lesson.txt"),
        ("build",),
        ("verify",),
        ("themes",),
        ("schema",),
        ("build", "missing.yaml"),
        ("bild",),
    ):
        ran = run(*arguments, "--json")
        data = json.loads(ran.out)
        assert data["exit_code"] == ran.code
        assert isinstance(data["problems"], list)
        assert not ran.err


def test_problems_in_json_carry_their_place(run: Run, tmp_path: Path) -> None:
    (tmp_path / "outline.yaml").write_text('version: "1"\ntitel: "x"\n')
    problems = json.loads(run("build", "--json").out)["problems"]
    wrong_key = next(problem for problem in problems if "titel" in problem["message"])
    assert (wrong_key["file"], wrong_key["line"], wrong_key["column"]) == ("outline.yaml", 2, 1)
    assert "title" in wrong_key["hint"]


def test_the_report_in_json_carries_the_problems_of_every_check(run: Run, tmp_path: Path) -> None:
    run("build", "lesson.txt")
    (tmp_path / "lesson.txt").write_text("Another note altogether.\nWith two lines in it.\n")
    ran = run("verify", "dist/lesson", "--json")
    checks = json.loads(ran.out)["checks"]
    found = [problem for check in checks for problem in check["problems"]]
    assert ran.code == 1 and found
    assert {"code", "severity", "message", "hint", "file", "line", "column"} == set(found[0])


def test_every_problem_of_an_outline_is_listed_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "outline.yaml").write_text(
        'version: "1"\ntitle: "x"\nsections:\n  - points: ["no title here"]\n  - title: "B"\n    pionts: []\n'
    )
    before = contents(tmp_path)
    ran = run("build")
    assert ran.code == 1
    assert "outline.yaml:4:" in ran.err and "outline.yaml:6:5" in ran.err and "points" in ran.err
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("build", "missing.yaml"), 3),
        (("outline", "missing.txt"), 3),
        (("build", "folder.yaml"), 3),
        (("outline", "folder.yaml"), 3),
        (("verify", "nowhere"), 3),
        (("outline", "empty.txt"), 1),
        (("outline", "blank.txt"), 1),
        (("outline", "picture.txt"), 1),
        (("build", "latin.yaml"), 1),
        (("build", "tab.yaml"), 1),
        (("build", "quote.yaml"), 1),
        (("build", "twice.yaml"), 1),
        (("build", "empty.yaml"), 1),
        (("build", "binary.yaml"), 1),
        (("build", "--theme", "no-such-theme", "lesson.txt"), 1),
        (("build", "--paper", "a0"), 2),
        (("build", "--only", "slides"), 2),
        (("outline",), 2),
        (("outline", "lesson.txt", "--nonsense"), 2),
        (("build", "lesson.txt", "-o", "lesson.txt"), 4),
        (("outline", "lesson.txt", "-o", "lesson.txt/outline.yaml"), 4),
    ],
)
def test_bad_input_has_its_exit_code_a_remedy_and_writes_nothing(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int
) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\t\n")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (tmp_path / "latin.yaml").write_bytes('title: "Les élèves"\n'.encode("latin-1"))
    (tmp_path / "tab.yaml").write_bytes(b'title: "x"\nsections:\n\t- title: "y"\n')
    (tmp_path / "quote.yaml").write_bytes(b'title: "x\nsections: []\n')
    (tmp_path / "twice.yaml").write_bytes(b'title: "x"\ntitle: "y"\nsections:\n  - title: "z"\n')
    (tmp_path / "empty.yaml").write_bytes(b"")
    (tmp_path / "binary.yaml").write_bytes(bytes(range(256)))
    before = contents(tmp_path)
    ran = run(*arguments)
    assert ran.code == code, ran.err
    assert "Traceback" not in ran.err
    assert "error[BD" in ran.err and "help: " in ran.err
    assert contents(tmp_path) == before


def test_a_full_disk_leaves_the_old_pair(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("build", "lesson.txt")
    before = contents(tmp_path)
    (tmp_path / "lesson.txt").write_bytes(SEED.read_bytes() + b"One more line of the note.\n")
    note = contents(tmp_path)["lesson.txt"]

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = run("build", "lesson.txt")
    assert ran.code == 4 and "no space left" in ran.err
    assert contents(tmp_path) == {**before, "lesson.txt": note}


def test_an_unreadable_note_is_said_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", denied)
    ran = run("outline", "lesson.txt")
    assert ran.code == 3 and "BD503" in ran.err and "no permission to read this note" in ran.err


def test_a_bug_of_ours_shows_a_traceback_and_where_to_report_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("briefdeck.pipeline.map_notes", broken)
    ran = run("outline", "lesson.txt")
    assert ran.code == 70 and "Traceback" in ran.err and "report" in ran.err


def test_an_interrupt_ends_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("briefdeck.pipeline.map_notes", interrupted)
    ran = run("outline", "lesson.txt")
    assert ran.code == 130 and "Traceback" not in ran.err


def test_a_note_that_changed_since_is_remarked(run: Run, tmp_path: Path) -> None:
    run("outline", "lesson.txt")
    (tmp_path / "lesson.txt").write_text("Another note altogether.\nWith two lines in it.\n")
    ran = run("build")
    assert ran.code == 0 and "BD521" in ran.err and "has changed since" in ran.err
    assert run("build", "--strict").code == 1


def test_help_has_examples_and_misspelt_commands_a_suggestion(run: Run) -> None:
    for command in ("outline", "build", "verify"):
        assert "Examples:" in run(command, "--help").out
    assert "Did you mean 'build'?" in run("bild").err


def python(code: str, cwd: Path, **environment: str) -> str:
    """Run Python in a fresh process."""
    process = subprocess.run(
        [sys.executable, "-c", code], cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True
    )
    assert process.returncode == 0, process.stderr
    return process.stdout


def test_mapping_imports_neither_painter(tmp_path: Path) -> None:
    loaded = python(
        "import sys\nfrom briefdeck.cli import _run\n"
        f"assert _run(['outline', {str(SEED)!r}, '-o', 'x.yaml']).exit_code == 0\n"
        "print(*sys.modules)",
        tmp_path,
    ).split()
    assert not {"pptx", "reportlab", "uharfbuzz", "pikepdf", "lxml", "PIL"} & set(loaded)


def test_starting_imports_nothing_heavy(tmp_path: Path) -> None:
    code = "import sys\nbefore = set(sys.modules)\nimport briefdeck.cli\nprint(*{*sys.modules} - before)"
    loaded = python(code, tmp_path).split()
    assert set(loaded) == {"__future__", "briefdeck", "briefdeck.cli", "briefdeck.version"}, (
        "no interrupt ends well yet"
    )


def test_the_bytes_do_not_depend_on_time_zone_hash_seed_or_process(run: Run, tmp_path: Path) -> None:
    run("build", "lesson.txt", "-o", "one")
    python(
        "from briefdeck.cli import main\nmain(['build', 'lesson.txt', '-o', 'two'])",
        tmp_path,
        TZ="Asia/Kathmandu",
        PYTHONHASHSEED="77",
        LC_ALL="C",
    )
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_closed_pipe_is_silent(tmp_path: Path) -> None:
    process = subprocess.run(
        f"{sys.executable} -m briefdeck schema | head -c 1", shell=True, cwd=tmp_path, capture_output=True, text=True
    )
    assert process.stdout == "{" and not process.stderr
