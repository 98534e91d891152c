"""Every row of `cases_*.py`: the exit code, every error with its place, and what was there before stays."""

from __future__ import annotations

import importlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from pptx import Presentation

from badinputs.case import Case
from briefdeck import cli
from support.growth import worked

HERE = Path(__file__).parent
SEED = HERE.parents[1] / "seeds" / "000_6d5ad8971962cae4.txt"
CASES: tuple[Case, ...] = tuple(
    case for path in sorted(HERE.glob("cases_*.py")) for case in importlib.import_module(f"badinputs.{path.stem}").CASES
)
LIMITED = (
    "import resource, sys\n"
    "limit = int(sys.argv[1]) * 1024 * 1024\n"
    "resource.setrlimit(resource.RLIMIT_AS, (limit, limit))\n"
    "from briefdeck.cli import main\n"
    "main(sys.argv[2:])\n"
)
FOREIGN = re.compile(
    r"traceback|lxml|reportlab|zipfile|badzip|pikepdf|pptx\.|yaml\.|nonetype|expected <|object at 0x|errno|codec can't|"
    r"xmlsyntax|<class|memoryerror|recursion",
    re.IGNORECASE,
)
_PROBLEM = re.compile(r"^(error|warning|remark)\[(BD\d{3})\]: (.*)(?:\n *--> (.*))?", re.MULTILINE)


class Ran(NamedTuple):
    code: int
    out: str
    err: str


class Said(NamedTuple):
    severity: str
    code: str
    place: str

    def is_like(self, expected: str) -> bool:
        """Whether a row means this problem: its code, and its place where the row gives one."""
        code, _, place = expected.partition(" ")
        return self.code == code and (not place or self.place == place)


@pytest.fixture(scope="session")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A deck and a brief as an earlier build left them."""
    folder = tmp_path_factory.mktemp("earlier")
    with pytest.raises(SystemExit) as ended:
        cli.main(["build", str(SEED), "-o", str(folder)])
    assert not ended.value.code
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=case.name, marks=[pytest.mark.slow] if case.slow else []) for case in CASES],
)
def test_bad_input_is_survived(case, earlier, tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    prepare(case, tmp_path, earlier)
    started = worked()
    ran = run_apart(case, tmp_path) if case.apart else run(case, capfd)
    took = worked() - started
    check_messages(case, ran)
    assert took < case.seconds, f"took {took:.1f} s"
    after = {name: (tmp_path / "dist" / name).read_bytes() for name in earlier}
    assert not list(Path(tmp_path).rglob(".briefdeck-*"))
    if case.code:
        assert after == earlier, "the earlier files have changed"
    elif case.typed[0] == "build":
        check_made(case, after)


def prepare(case: Case, folder: Path, earlier: dict[str, bytes]) -> None:
    (folder / "dist").mkdir()
    for name, data in earlier.items():
        (folder / "dist" / name).write_bytes(data)
    for name, contents in case.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents.encode("utf-8", "surrogatepass") if isinstance(contents, str) else contents)
    if case.prepare:
        case.prepare(folder)


def run(case: Case, capfd: pytest.CaptureFixture[str]) -> Ran:
    capfd.readouterr()
    with pytest.raises(SystemExit) as ended:
        cli.main(case.typed)
    return Ran(ended.value.code or 0, *capfd.readouterr())


def run_apart(case: Case, folder: Path) -> Ran:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(case.megabytes), *case.typed],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=case.seconds + 30,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def check_messages(case: Case, ran: Ran) -> None:
    said = list(problems(ran.err))
    errors = [problem for problem in said if problem.severity == "error"]
    assert ran.code == case.code, ran.err
    assert not FOREIGN.search(ran.err + ran.out), ran.err
    missing = [one for one in case.errors if not any(problem.is_like(one) for problem in errors)]
    surplus = [problem for problem in errors if not any(problem.is_like(one) for one in case.errors)]
    assert not missing and not surplus, (missing, surplus)
    for one in case.remarks:
        assert any(problem.is_like(one) for problem in said if problem.severity != "error"), ran.err
    assert case.says in ran.err
    assert ran.err.count("\nhelp: ") >= len(errors), ran.err
    assert len(said) <= 20 or "... and " in ran.err
    assert not [char for char in ran.err if ord(char) < 32 and char != "\n"], "a control character reaches the terminal"


def problems(text: str) -> Iterator[Said]:
    for match in _PROBLEM.finditer(text):
        yield Said(match[1], match[2], match[4] or "")


def check_made(case: Case, made: dict[str, bytes]) -> None:
    """What was kept is on the slides, and both files keep every promise."""
    shown = "\n".join(words(made["deck.pptx"]))
    for phrase in case.shows:
        assert phrase in shown
    for phrase in case.hides:
        assert phrase not in shown
    with pytest.raises(SystemExit) as ended:
        cli.main(["verify", "dist", "--json"])
    assert not ended.value.code


def words(deck: bytes) -> Iterator[str]:
    for slide in Presentation(io.BytesIO(deck)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
            if getattr(shape, "has_table", False) and shape.has_table:
                yield from (cell.text for row in shape.table.rows for cell in row.cells)


def test_rows_have_names_of_their_own_and_there_are_many():
    names = [case.name for case in CASES]
    assert len(set(names)) == len(names)
    assert len(names) >= 150
