"""Every command that reads or writes, in every surrounding: odd terminals, streams that are gone, a disk that is full,
Ctrl-C at any moment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

SEED = Path(__file__).resolve().parent.parent / "seeds" / "000_6d5ad8971962cae4.txt"
NOTE = "leçon d’été.txt"


class Typed(NamedTuple):
    """A line as it is typed, and what of it is to be tried out."""

    words: tuple[str, ...]
    writes: bool = False  # files of its own
    slow: bool = False  # takes more than a moment


COMMANDS = {
    "outline": Typed(("outline", NOTE, "--force"), writes=True),
    "outline --json": Typed(("outline", NOTE, "-o", "other.yaml", "--json"), slow=True),
    "outline --update": Typed(("outline", "changed.txt", "--update"), writes=True),
    "outline --join": Typed(("outline", "--join", NOTE, "second.md", "-o", "joined.yaml"), writes=True),
    "outline of several": Typed(("outline", NOTE, "second.md"), slow=True),
    "outline -": Typed(("outline", "-", "-o", "piped.yaml"), slow=True),
    "outline --explain": Typed(("outline", NOTE, "--explain")),
    "outline --refine": Typed(
        ("outline", NOTE, "--force", "--refine", "http://127.0.0.1:9/v1", "--model", "m"), slow=True
    ),
    "build": Typed(("build", "--paper", "letter"), writes=True),
    "build --explain": Typed(("build", "--explain"), slow=True),
    "build --json": Typed(("build", "--json"), slow=True),
    "build --only": Typed(("build", "--only", "brief", "--style", "poster"), slow=True),
    "build --also": Typed(
        ("build", "--also", "slides,handout,png", "--width", "160", "--paper", "letter"), writes=True, slow=True
    ),
    "build NOTE": Typed(("build", NOTE), writes=True, slow=True),
    "build --template": Typed(("build", "--template", "school.pptx"), writes=True, slow=True),
    "verify": Typed(("verify",), slow=True),
    "verify --json": Typed(("verify", "--json"), slow=True),
    "verify --report": Typed(("verify", "--report", "report.html"), writes=True),
    "template": Typed(("template", "school.pptx")),
    "template --json": Typed(("template", "school.pptx", "--json"), slow=True),
    "themes": Typed(("themes",)),
    "schema": Typed(("schema",)),
    "help": Typed(("build", "--help")),
    "version": Typed(("--version",)),
}
WRITING = [name for name, typed in COMMANDS.items() if typed.writes]
QUICK = [name for name, typed in COMMANDS.items() if not typed.slow]

SURROUNDINGS = {
    "locale C": {"LC_ALL": "C", "LANG": None, "PYTHONIOENCODING": "ascii"},
    "no HOME": {"HOME": None, "USERPROFILE": None, "XDG_CACHE_HOME": None},
    "a HOME that is not there": {"HOME": "/nowhere/at/all"},
    "a HOME to read only": {"HOME": "/proc"},
    "forty columns": {"COLUMNS": "40", "TERM": "dumb"},
}
ALL_AT_ONCE = {name: value for each in SURROUNDINGS.values() for name, value in each.items()} | {"PYTHONUTF8": "0"}


def run(folder: Path, words: tuple[str, ...], *, code: str = "", **how: object) -> subprocess.CompletedProcess[bytes]:
    """Run in a process and a session of its own, so that there is no terminal; a variable that is None is not there."""
    env = {name: value for name, value in {**os.environ, **how.pop("env", {})}.items() if value is not None}
    start = ["-c", code] if code else ["-m", "briefdeck"]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **how}
    with (folder / NOTE).open("rb") as note:
        return subprocess.run(
            [sys.executable, *start, *words],
            cwd=folder, env=env, stdin=note, timeout=120, start_new_session=True, **streams,
        )  # fmt: skip


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that a command may read, and with files that one may replace."""
    folder = tmp_path_factory.mktemp("made")
    (folder / NOTE).write_bytes(SEED.read_bytes())
    (folder / "changed.txt").write_bytes(SEED.read_bytes() + b"\nAn afterthought\n\nOne more line of the note.\n")
    (folder / "second.md").write_text("# Light\n\nA leaf turns light into sugar, and gives off oxygen.\n")
    for words in (("outline", NOTE), ("build", "--theme", "high-contrast"), ("build", NOTE, "--paper", "a5")):
        done = run(folder, words)
        assert done.returncode == 0, done.stderr
    (folder / "school.pptx").write_bytes((folder / "dist" / "deck.pptx").read_bytes())
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "made")


def each(names: list[str], *, slow: bool) -> pytest.MarkDecorator:
    """All of these commands; those that are not quick, or all of them, in the slow tests only."""
    marks = {name: [pytest.mark.slow] if slow or COMMANDS[name].slow else [] for name in names}
    return pytest.mark.parametrize("name", [pytest.param(name, marks=marks[name]) for name in names])


def check_worked(done: subprocess.CompletedProcess[bytes]) -> None:
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr and b"Warning" not in done.stderr
    assert b"\x1b" not in done.stderr + done.stdout, "colour where there is no terminal"


@each(list(COMMANDS), slow=False)
def test_all_odd_surroundings_at_once_will_do(folder, name):
    done = run(folder, COMMANDS[name].words, env=ALL_AT_ONCE)
    check_worked(done)
    assert done.stdout.isascii() and done.stderr.isascii()


@pytest.mark.parametrize("surrounding", SURROUNDINGS)
@each(list(COMMANDS), slow=True)
def test_what_is_made_depends_on_no_surrounding(folder, made, tmp_path, name, surrounding):
    plain = shutil.copytree(made, tmp_path / "plain")
    check_worked(run(plain, COMMANDS[name].words))
    check_worked(run(folder, COMMANDS[name].words, env=SURROUNDINGS[surrounding]))
    assert contents(folder) == contents(plain)


@each(list(COMMANDS), slow=False)
def test_a_reader_that_has_gone_is_no_fault(folder, name):
    read, write = os.pipe()
    os.close(read)
    try:
        done = run(folder, COMMANDS[name].words, stdout=write)
    finally:
        os.close(write)
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr and b"BrokenPipe" not in done.stderr and b"Exception" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@each(list(COMMANDS), slow=False)
def test_a_full_disk_behind_the_output_is_told_in_words(folder, name):
    with Path("/dev/full").open("wb") as full:
        done = run(folder, COMMANDS[name].words, stdout=full)
    assert done.returncode == 4
    assert b"cannot be written: no space left" in done.stderr
    assert b"Traceback" not in done.stderr and b"Exception" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@each(list(COMMANDS), slow=True)
def test_messages_that_cannot_be_written_break_nothing(folder, name):
    with Path("/dev/full").open("wb") as full:
        done = run(folder, COMMANDS[name].words, stderr=full)
    assert done.returncode in (0, 4)
    assert b"Traceback" not in done.stdout


WITH_LIMIT = (
    "import resource, sys\n"
    "from briefdeck.cli import main\n"
    "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)\n"
    "main(sys.argv[2:])\n"
)


def check_full(folder: Path, name: str, limit: int) -> None:
    before = contents(folder)
    done = run(folder, (str(limit), *COMMANDS[name].words), code=WITH_LIMIT)
    assert done.returncode == 4, done.stderr
    assert b"error[BD513]" in done.stderr and b"Traceback" not in done.stderr
    assert contents(folder) == before


@each(WRITING, slow=False)
def test_a_disk_that_takes_no_more_leaves_what_was(folder, name):
    check_full(folder, name, 1_000)


@pytest.mark.parametrize("limit", [0, 100, 4_096])
@each(WRITING, slow=True)
def test_a_disk_that_is_full_at_any_place_leaves_what_was(folder, name, limit):
    check_full(folder, name, limit)


INTERRUPTED = (
    "import signal, sys\n"
    "from briefdeck.cli import main\n"
    "at, calls = int(sys.argv[1]), 0\n"
    "def count(frame, event, argument):\n"
    "    global calls\n"
    "    calls += event in ('call', 'c_call')\n"
    "    if calls == at:\n"
    "        sys.setprofile(None)\n"
    "        signal.raise_signal(signal.SIGINT)\n"
    "sys.setprofile(count)\n"
    "try: main(sys.argv[2:])\n"
    "finally: sys.setprofile(None)\n"
)
"""The interrupt comes at a call of that number: that is the same moment on every machine, however busy it is."""


def check_interrupted(folder: Path, name: str, at: int, code: str = INTERRUPTED) -> None:
    before = contents(folder)
    done = run(folder, (str(at), *COMMANDS[name].words), code=code)
    assert done.returncode == 130, done.stderr
    assert not done.stdout.strip() and not done.stderr.strip()
    assert contents(folder) == before


@each(WRITING, slow=False)
def test_an_interrupt_leaves_what_was(folder, name):
    check_interrupted(folder, name, 40_000)


@pytest.mark.parametrize("at", [10, 100, 1_000, 5_000, 20_000, 60_000, 80_000, 100_000, 120_000])
@each(WRITING, slow=True)
def test_an_interrupt_at_any_moment_leaves_what_was(folder, name, at):
    check_interrupted(folder, name, at)


UNSEEN = INTERRUPTED.replace(
    "        signal.raise_signal(signal.SIGINT)\n",
    "        thing = Thing()\n"
    "        end = weakref.ref(thing, lambda _: signal.raise_signal(signal.SIGINT))\n"
    "        del thing\n",
).replace("at, calls", "import weakref\nclass Thing: pass\nat, calls")
"""The interrupt finds Python amid clearing away, where it can raise nothing."""


@each(WRITING, slow=False)
def test_an_interrupt_that_python_drops_counts_all_the_same(folder, name):
    check_interrupted(folder, name, 10_000, code=UNSEEN)


AMID_IMPORT = INTERRUPTED.replace(
    "calls == at", "sys.getprofile() and 'pikepdf' in sys.modules and frame.f_code.co_filename.endswith('enum.py')"
)
"""The interrupt comes while pikepdf is imported, whose C++ code aborts the process when a call of its own raises."""


def test_an_interrupt_amid_an_import_crashes_nothing(folder):
    check_interrupted(folder, "verify --report", 1, code=AMID_IMPORT)


def test_there_is_a_line_for_every_command():
    from briefdeck.commands import COMMANDS as NAMES

    assert set(NAMES) <= {typed.words[0] for typed in COMMANDS.values()}
