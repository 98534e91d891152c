"""Files that another program holds: whatever the system refuses ends in a word that says so and a second name."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefdeck import cli, disk_steps

OUTLINE = 'title: "Light"\nsections:\n  - title: "A"\n    points: ["Leaves are green", "Roots are not"]\n'


def held() -> PermissionError:
    """What Windows answers while PowerPoint, a viewer or a virus scanner has a file open."""
    error = PermissionError(errno.EACCES, "The process cannot access the file because it is used by another process")
    error.winerror = 32  # type: ignore[attr-defined]
    return error


STEPS: dict[str, tuple[object, str]] = {
    "open": (Path, "open"),
    "read": (Path, "read_bytes"),
    "unlink": (Path, "unlink"),
    "same": (Path, "samefile"),
    "rename": (os, "replace"),
    "link": (os, "link"),
}


@contextlib.contextmanager
def holding(name: str, *steps: str) -> Iterator[list[str]]:
    """Refuse these steps on every file whose name begins so; gives those that were refused."""
    refused: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk_steps, "TRIES", 2)
        patch.setattr(disk_steps, "PAUSE", 0.001)
        for step in steps:
            where, what = STEPS[step]
            patch.setattr(where, what, _refusing(getattr(where, what), name, step, refused))
        yield refused


def _refusing(real: Callable[..., object], name: str, step: str, refused: list[str]) -> Callable[..., object]:
    def tried(*arguments: object, **more: object) -> object:
        target = arguments[1] if step == "rename" else arguments[0]
        if Path(str(target)).name.startswith(name):
            refused.append(step)
            raise held()
        return real(*arguments, **more)

    return tried


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run the command line in a folder that holds an outline."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "outline.yaml").write_text(OUTLINE)

    def ran(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main(arguments)
        return ended.value.code or 0, capsys.readouterr().err

    return ran


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


@pytest.mark.parametrize("step", ["read", "rename", "link"])
@pytest.mark.parametrize("name", ["deck.pptx", "brief.pdf", "handout.pdf", "slides-01.png"])
def test_a_target_that_is_held_stays_and_a_second_name_is_offered(run, tmp_path, name, step):
    build = ("build", "--also", "handout", "--also", "png")
    assert run(*build)[0] == 0
    before = contents(tmp_path / "dist")
    (tmp_path / "outline.yaml").write_text(OUTLINE.replace("Light", "Shade"))
    steps = ("read", "open") if step == "read" else (step,)
    with holding(name, *steps) as refused:
        code, said = run(*build)
    assert "Traceback" not in said
    if not refused or code == 0:  # a target of which no second name is kept is copied; nothing reads a file twice
        assert step == "link"
        return
    assert code == 4 and "BD511" in said and "open in another program" in said
    second = name.partition(".")[0]
    assert f"--name {second}-2" in said.replace("\n", " ")
    assert contents(tmp_path / "dist") == before


@pytest.mark.parametrize("step", ["open", "unlink"])
def test_a_picture_of_a_slide_that_is_gone_is_named_where_it_cannot_be_deleted(run, tmp_path, step):
    assert run("build", "--also", "png")[0] == 0
    last = sorted((tmp_path / "dist").glob("slides-*.png"))[-1].name
    (tmp_path / "outline.yaml").write_text(OUTLINE + "deck: {furniture: [none]}\n")
    stale = tmp_path / "dist" / "slides-09.png"
    stale.write_bytes((tmp_path / "dist" / last).read_bytes())
    with holding("slides-09", step) as refused:
        code, said = run("build", "--also", "png")
    assert refused == [step]
    assert code == 0 and "BD511" in said and "slides-09.png" in said and "delete it" in said
    assert stale.exists() and (tmp_path / "dist" / "deck.pptx").exists()
    assert run("build", "--also", "png")[0] == 0 and not stale.exists()


def test_an_input_that_may_be_the_target_is_not_replaced_when_the_system_does_not_tell(run, tmp_path):
    assert run("build")[0] == 0
    before = contents(tmp_path / "dist")
    with holding("deck.pptx", "same"):
        code, said = run("build", "--force")
    assert code == 4 and "BD511" in said
    assert contents(tmp_path / "dist") == before


def test_an_earlier_pdf_that_nobody_may_read_costs_nothing(run, tmp_path):
    assert run("build", "--also", "handout")[0] == 0
    with holding("handout.pdf", "read"):
        code, said = run("build")
    assert code == 0 and "BD523" in said


def test_a_note_that_is_held_is_named_as_such(run, tmp_path):
    (tmp_path / "note.txt").write_text("Leaves\n\nThey are green.\n")
    with holding("note.txt", "read"):
        code, said = run("outline", "note.txt", "-o", "other.yaml")
    assert code == 3 and "BD503" in said and "open in another program" in said


def test_a_report_and_an_outline_that_are_held_stay(run, tmp_path):
    assert run("build")[0] == 0
    assert run("verify", "--report", "report.html")[0] == 0
    before = contents(tmp_path)
    with holding("report.html", "read"):
        code, said = run("verify", "--report", "report.html")
    assert code == 4 and "BD511" in said
    assert contents(tmp_path) == before
