"""Two files are put in place together: whatever stops or refuses a step, the pair is all old or all new."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from random import Random  # noqa: TID251 (the instants are chance, from a fixed seed)
from typing import NamedTuple

import pytest

from briefdeck import disk_steps, files, journal
from briefdeck.errors import OutputUnwritable

STEPS = ("open", "write", "read", "fsync", "lseek", "ftruncate", "replace", "link", "unlink", "mkdir", "chmod", "close")
OLD = {"deck.pptx": b"old deck " * 3000, "brief.pdf": b"old brief " * 2000}
NEW = {"deck.pptx": b"new deck, longer " * 3000, "brief.pdf": b"new brief " * 2500}


class Killed(BaseException):
    """The process has ended: nothing it would still do happens."""


def pair(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in OLD if (folder / name).exists()}


def write(folder: Path, contents: dict[str, bytes]) -> None:
    journal.write_together({folder / name: data for name, data in contents.items()})


class Step(NamedTuple):
    """One call into the system that is about to be made."""

    name: str
    make: Callable[..., object]
    arguments: tuple[object, ...]
    options: dict[str, object]

    def __call__(self) -> object:
        return self.make(*self.arguments, **self.options)

    def half(self) -> None:
        """A write that is stopped in the middle; any other step is made whole."""
        if self.name == "write":
            descriptor, data = self.arguments
            self.make(descriptor, data[: len(data) // 2])
        else:
            self()


@contextmanager
def watched(monkeypatch: pytest.MonkeyPatch, take: Callable[[Step], object]) -> Iterator[None]:
    """Every step into the system goes through `take`."""
    opened: list[int] = []
    real = {name: getattr(os, name) for name in STEPS}

    def through(name: str) -> Callable[..., object]:
        def step(*arguments: object, **options: object) -> object:
            result = take(Step(name, real[name], arguments, options))
            if name == "open":
                opened.append(result)
            return result

        return step

    with monkeypatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, through(name))
        try:
            yield
        finally:
            for descriptor in opened:  # what the kernel does at the end of a process: locks are let go
                with suppress(OSError):
                    real["close"](descriptor)


def count_steps(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    names: list[str] = []

    def note(step: Step) -> object:
        names.append(step.name)
        return step()

    with watched(monkeypatch, note):
        write(folder, NEW)
    return len(names)


def killing(at: int, how: str) -> Callable[[Step], object]:
    """Ends the process before, in the middle of, or after one step."""
    numbers = count()

    def take(step: Step) -> object:
        number = next(numbers)
        if number < at:
            return step()
        if number == at and how == "after":
            step()
        elif number == at and how == "half":
            step.half()
        raise Killed

    return take


def refusing(at: int, fault: int) -> Callable[[Step], object]:
    """Refuses one step."""
    numbers = count()

    def take(step: Step) -> object:
        if next(numbers) == at:
            raise OSError(fault, os.strerror(fault))
        return step()

    return take


def prepared(folder: Path, start: str) -> dict[str, bytes]:
    """A folder with an old pair, with none, or with one whose deck is a link; gives what it holds."""
    folder.mkdir()
    if start == "nothing":
        return {}
    if start == "linked":
        (folder.parent / f"{folder.name}-elsewhere").mkdir()
        (folder / "deck.pptx").symlink_to(folder.parent / f"{folder.name}-elsewhere" / "real.pptx")
    for name, data in OLD.items():
        (folder / name).write_bytes(data)
    return OLD


@pytest.mark.parametrize("start", ["a pair", "nothing", "linked"])
@pytest.mark.parametrize("how", ["before", "half", "after"])
def test_a_process_that_ends_at_any_step_leaves_whole_files_and_the_next_finishes(tmp_path, monkeypatch, start, how):
    prepared(tmp_path / "count", start)
    total = count_steps(tmp_path / "count", monkeypatch)
    seen = set()
    for at in range(total):
        folder = tmp_path / f"{at}"
        old = prepared(folder, start)
        with watched(monkeypatch, killing(at, how)), pytest.raises(Killed):
            write(folder, NEW)
        found = pair(folder)
        assert all(data in (OLD[name], NEW[name]) for name, data in found.items()), "a file is torn"
        mixed = found not in (old, NEW)
        assert not mixed or journal.pending(folder), "a mixed pair is not named"
        finished = journal.finish_interrupted(folder)
        assert pair(folder) in (old, NEW)
        assert finished or not mixed
        write(folder, OLD)
        assert pair(folder) == OLD
        assert not [path.name for path in tmp_path.rglob(".briefdeck-*")]
        assert start != "linked" or (folder / "deck.pptx").is_symlink()
        seen.add("mixed" if mixed else "old" if found == old else "new")
    assert seen == {"old", "mixed", "new"}


@pytest.mark.parametrize("start", ["a pair", "nothing", "linked"])
@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_step_that_is_refused_leaves_the_old_pair_or_the_new(tmp_path, monkeypatch, start, fault):
    prepared(tmp_path / "count", start)
    total = count_steps(tmp_path / "count", monkeypatch)
    refused = 0
    for at in range(total):
        folder = tmp_path / f"{at}"
        old = prepared(folder, start)
        try:
            with watched(monkeypatch, refusing(at, fault)):
                write(folder, NEW)
        except journal.Unwritten:
            assert pair(folder) == old
            refused += 1
        else:
            assert pair(folder) == NEW
        journal.finish_interrupted(folder)
        assert pair(folder) in (old, NEW)
        assert start != "linked" or (folder / "deck.pptx").is_symlink()
    assert refused > total // 3


def interrupting(at: int, how: str) -> Callable[[Step], object]:
    """Ctrl-C is pressed before or after one step; the process lives on, and ends as it likes."""
    numbers = count()

    def take(step: Step) -> object:
        number = next(numbers)
        if number == at and how == "before":
            signal.raise_signal(signal.SIGINT)
        try:
            return step()
        finally:
            if number == at and how == "after":
                signal.raise_signal(signal.SIGINT)

    return take


@pytest.mark.parametrize("start", ["a pair", "nothing", "linked"])
@pytest.mark.parametrize("how", ["before", "after"])
def test_an_interrupt_at_any_step_leaves_one_pair_and_nothing_beside_it(tmp_path, monkeypatch, start, how):
    prepared(tmp_path / "count", start)
    seen = set()
    for at in range(count_steps(tmp_path / "count", monkeypatch)):
        folder = tmp_path / f"{at}"
        old = prepared(folder, start)
        with watched(monkeypatch, interrupting(at, how)), pytest.raises(KeyboardInterrupt):
            write(folder, NEW)
        assert pair(folder) in (old, NEW)
        assert not journal.pending(folder)
        assert not [path.name for path in folder.parent.rglob(".briefdeck-*[wd]")], "leftovers"
        seen.add("old" if pair(folder) == old else "new")
    assert seen == {"old", "new"}


def refusing_the_second_rename(at: int, how: str) -> Callable[[Step], object]:
    """Refuses it, and ends the process at a step of what follows."""
    renames, kill = count(1), killing(at, how)
    undoing = False

    def take(step: Step) -> object:
        nonlocal undoing
        if not undoing and step.name == "replace" and next(renames) == 2:
            undoing = True
            raise PermissionError(errno.EACCES, "in use")
        return kill(step) if undoing else step()

    return take


@pytest.mark.parametrize("how", ["before", "half", "after"])
def test_a_process_that_ends_while_it_takes_a_refused_write_back_is_finished_too(tmp_path, monkeypatch, how):
    for at in count():
        folder = tmp_path / f"{at}"
        prepared(folder, "a pair")
        with (
            watched(monkeypatch, refusing_the_second_rename(at, how)),
            pytest.raises((Killed, journal.Unwritten)) as end,
        ):
            write(folder, NEW)
        journal.finish_interrupted(folder)
        assert pair(folder) in (OLD, NEW)
        if end.type is journal.Unwritten:  # it went all the way
            break
    assert at > 5


def test_a_second_run_waits_for_the_first_or_says_so(tmp_path, monkeypatch):
    prepared(tmp_path / "x", "a pair")
    monkeypatch.setattr(journal, "WAITS", 4)
    with journal._held(tmp_path / "x"), pytest.raises(OutputUnwritable) as caught:
        files.write_whole({tmp_path / "x" / "deck.pptx": b"new"})
    assert [problem.code for problem in caught.value.problems] == ["BD517"]
    assert pair(tmp_path / "x") == OLD
    files.write_whole({tmp_path / "x" / "deck.pptx": b"new"})


def test_a_run_waits_on_while_others_take_their_turns(tmp_path, monkeypatch):
    """Many builds may come before it: it gives up when the one that writes comes no further, not when many write."""
    prepared(tmp_path / "x", "a pair")
    monkeypatch.setattr(journal, "WAITS", 4)
    monkeypatch.setattr(journal, "pause", lambda: None)
    lock, looks = journal._lock, count()

    def taken(descriptor):
        if (look := next(looks)) >= 40:
            return lock(descriptor)
        if look % 3 == 0:
            (tmp_path / "x" / journal.NAME).write_bytes(b"x" * (look + 1))  # another run has begun
        return False

    monkeypatch.setattr(journal, "_lock", taken)
    files.write_whole({tmp_path / "x" / name: NEW[name] for name in ("brief.pdf", "deck.pptx")})
    assert pair(tmp_path / "x") == NEW


def test_a_file_that_is_open_elsewhere_gets_a_second_name(tmp_path, monkeypatch):
    """What Windows answers while PowerPoint has the deck open, after the brief has been replaced."""
    prepared(tmp_path / "x", "a pair")
    (tmp_path / "x" / "deck-2.pptx").write_bytes(b"")
    monkeypatch.setattr(disk_steps, "TRIES", 3)
    monkeypatch.setattr(disk_steps, "PAUSE", 0.001)
    replace = os.replace

    def in_use(source, target):
        if Path(target).name == "deck.pptx" and Path(source).name.endswith(".new"):
            error = PermissionError(errno.EACCES, "The process cannot access the file")
            error.winerror = 32
            raise error
        replace(source, target)

    monkeypatch.setattr(os, "replace", in_use)
    with pytest.raises(OutputUnwritable) as caught:
        files.write_whole({tmp_path / "x" / name: NEW[name] for name in ("brief.pdf", "deck.pptx")})
    [problem] = caught.value.problems
    assert problem.code == "BD511" and "PowerPoint" in problem.message and "--name deck-3" in problem.hint
    assert pair(tmp_path / "x") == OLD


@pytest.mark.parametrize(
    "steps",
    [
        '[["../outside.txt", ".briefdeck-1-1.new", ".briefdeck-1-1.old", "{digest}", true]]',
        '[["/etc/passwd", ".briefdeck-1-1.new", ".briefdeck-1-1.old", "{digest}", true]]',
        '[["deck.pptx", "lure.txt", ".briefdeck-1-1.old", "{digest}", true]]',
        '[["deck.pptx", "../.briefdeck-1-1.new", ".briefdeck-1-1.old", "{digest}", true]]',
        '[["deck.pptx", ".briefdeck-1-1.new", ".briefdeck-1-1.old", "another digest", true]]',
        "[[1, 2, 3]]",
        "[" * 100_000,
        "not json",
        "",
    ],
)
def test_a_journal_that_somebody_else_wrote_moves_nothing(tmp_path, steps):
    folder = tmp_path / "x"
    prepared(folder, "a pair")
    lure = b"words of a stranger"
    digest = journal.sha256(lure).hexdigest()
    (tmp_path / "outside.txt").write_bytes(b"mine")
    for place in (folder / ".briefdeck-1-1.new", folder / "lure.txt", tmp_path / ".briefdeck-1-1.new"):
        place.write_bytes(lure)
    (folder / journal.NAME).write_text(steps.replace("{digest}", digest) + '\n"commit"\n')
    journal.finish_interrupted(folder)
    assert pair(folder) == OLD and (tmp_path / "outside.txt").read_bytes() == b"mine"


def test_a_journal_that_is_a_link_is_not_followed(tmp_path):
    prepared(tmp_path / "x", "a pair")
    (tmp_path / "diary.txt").write_bytes(b"mine")
    (tmp_path / "x" / journal.NAME).symlink_to(tmp_path / "diary.txt")
    with pytest.raises(OutputUnwritable):
        files.write_whole({tmp_path / "x" / "deck.pptx": b"new"})
    assert (tmp_path / "diary.txt").read_bytes() == b"mine"


def test_a_folder_made_for_files_that_could_not_be_written_goes_again(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.ENOSPC, "No space left on device")))
    with pytest.raises(OutputUnwritable):
        files.write_whole({tmp_path / "a" / "b" / "deck.pptx": b"new"})
    assert list(tmp_path.iterdir()) == []


def test_the_modes_of_files_are_kept_and_new_ones_are_not_private(tmp_path):
    (tmp_path / "deck.pptx").write_bytes(b"old")
    (tmp_path / "deck.pptx").chmod(0o640)
    mask = os.umask(0o022)
    try:
        write(tmp_path, NEW)
    finally:
        os.umask(mask)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("deck.pptx", "brief.pdf")] == [0o640, 0o644]


@pytest.mark.slow
def test_a_process_killed_at_200_instants_leaves_whole_files(tmp_path):
    """SIGKILL from outside at random instants of a process that does nothing but write pairs."""
    code = (
        "import sys; from pathlib import Path; from briefdeck.files import write_whole\n"
        "folder = Path(sys.argv[1]); turn = 0\n"
        "while True:\n"
        "    data = str(turn).encode() + b' ' + b'x' * 100_000 + str(turn).encode()\n"
        "    write_whole({folder / 'deck.pptx': data, folder / 'brief.pdf': data}); turn += 1\n"
    )
    chance, mixed = Random(7), 0
    for _ in range(200):
        process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)])
        time.sleep(0.12 + chance.random() * 0.15)
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = [path.read_bytes() for path in (tmp_path / "deck.pptx", tmp_path / "brief.pdf") if path.exists()]
        assert all(data.split()[0] == data.rsplit(b"x")[-1] for data in found), "a file is torn"
        if len(set(found)) > 1 or len(found) == 1:
            mixed += 1
            assert journal.pending(tmp_path)
        journal.finish_interrupted(tmp_path)
        found = [path.read_bytes() for path in (tmp_path / "deck.pptx", tmp_path / "brief.pdf") if path.exists()]
        assert len(found) in (0, 2) and len(set(found)) <= 1
    write(tmp_path, NEW)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief.pdf", "deck.pptx"]
