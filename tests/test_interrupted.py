"""What people see of a build that was stopped, refused or run twice at once: whole files, and a word about them."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from briefdeck import cli

SEED = Path(__file__).resolve().parent.parent / "seeds" / "000_6d5ad8971962cae4.txt"
WITH_LIMIT = (
    "import resource, sys\n"
    "from briefdeck.cli import main\n"
    "limit = int(sys.argv[1])\n"
    "resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))\n"
    "main(sys.argv[2:])\n"
)


class Killed(BaseException):
    """The process has ended."""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lesson.txt").write_bytes(SEED.read_bytes())
    return tmp_path


def run(capsys, *arguments):
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    out, err = capsys.readouterr()
    return ended.value.code or 0, out, err


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def stop_at_second_rename(monkeypatch):
    """The process ends there: nothing of what it would still clean up happens."""
    renames, replace, truncate, unlink = count(1), os.replace, os.ftruncate, os.unlink
    dead = []

    def step(real):
        def taken(*arguments, **options):
            if dead or (real is replace and next(renames) == 2):
                dead.append(True)
                raise Killed
            return real(*arguments, **options)

        return taken

    for name, real in (("replace", replace), ("ftruncate", truncate), ("unlink", unlink)):
        monkeypatch.setattr(os, name, step(real))
    monkeypatch.setattr("briefdeck.journal._undo", lambda *_: None)


def test_a_pair_caught_between_the_renames_is_named_by_verify_and_finished_by_build(folder, capsys, monkeypatch):
    run(capsys, "build", "lesson.txt")
    first = contents(folder / "dist")
    (folder / "lesson.txt").write_bytes(SEED.read_bytes() + b"One more line of the note.\n")
    with monkeypatch.context() as patch, pytest.raises(Killed):
        stop_at_second_rename(patch)
        cli.main(["build", "lesson.txt"])
    torn = contents(folder / "dist")
    assert (
        torn["lesson/deck.pptx"] != first["lesson/deck.pptx"] and torn["lesson/brief.pdf"] == first["lesson/brief.pdf"]
    )
    code, _, err = run(capsys, "verify", "dist/lesson")
    assert code == 1 and "BD518" in err and "brief.pdf" in err and "briefdeck build" in err
    code, _, err = run(capsys, "build", "lesson.txt")
    assert code == 0 and "BD524" in err
    assert run(capsys, "verify", "dist/lesson")[0] == 0
    assert sorted(contents(folder / "dist")) == ["lesson/brief.pdf", "lesson/deck.pptx"]


def test_a_build_of_bad_input_finishes_what_was_begun_and_changes_nothing_else(folder, capsys, monkeypatch):
    run(capsys, "build", "lesson.txt")
    (folder / "lesson.txt").write_bytes(SEED.read_bytes() + b"One more line of the note.\n")
    with monkeypatch.context() as patch, pytest.raises(Killed):
        stop_at_second_rename(patch)
        cli.main(["build", "lesson.txt"])
    (folder / "lesson.txt").write_bytes(b"")
    assert run(capsys, "build", "lesson.txt")[0] == 1
    (folder / "lesson.txt").write_bytes(SEED.read_bytes() + b"One more line of the note.\n")
    assert run(capsys, "verify", "dist/lesson")[0] == 0


@pytest.mark.parametrize("limit", [0, 100, 20_000, 40_000])
def test_a_limit_on_file_sizes_leaves_the_old_pair(folder, capsys, limit):
    """A disk that takes no more, as the system itself says it."""
    run(capsys, "build", "lesson.txt")
    before = contents(folder)
    done = subprocess.run(
        [sys.executable, "-c", WITH_LIMIT, str(limit), "build", "lesson.txt", "--paper", "letter"],
        capture_output=True,
        text=True,
        cwd=folder,
        timeout=60,
    )
    assert done.returncode == 4, done.stderr
    assert "BD513" in done.stderr and "Traceback" not in done.stderr
    assert contents(folder) == before


def test_an_outline_is_never_torn_from_the_base_it_is_told_from(folder, capsys, monkeypatch):
    """A mapping that was stopped between the two does not make the outline look edited."""
    run(capsys, "outline", "lesson.txt")
    (folder / "lesson.txt").write_bytes(SEED.read_bytes() + b"One more line of the note.\n")
    with monkeypatch.context() as patch, pytest.raises(Killed):
        stop_at_second_rename(patch)
        cli.main(["outline", "lesson.txt"])
    assert run(capsys, "outline", "lesson.txt")[0] == 0


def test_a_second_build_at_once_says_so(folder, capsys, monkeypatch):
    from briefdeck import journal

    run(capsys, "build", "lesson.txt")
    monkeypatch.setattr(journal, "WAITS", 2)
    with journal._held(folder / "dist" / "lesson"):
        code, out, _ = run(capsys, "build", "lesson.txt", "--json")
    assert code == 4 and [problem["code"] for problem in json.loads(out)["problems"]] == ["BD517"]


def test_a_disk_that_is_read_only_is_said_so(folder, capsys, monkeypatch):
    run(capsys, "build", "lesson.txt")
    before = contents(folder)
    opened = os.open

    def read_only(path, flags, *rest, **options):
        if flags & os.O_CREAT:
            raise OSError(errno.EROFS, "Read-only file system")
        return opened(path, flags, *rest, **options)

    monkeypatch.setattr(os, "open", read_only)
    code, _, err = run(capsys, "build", "lesson.txt", "--paper", "letter")
    assert code == 4 and "read-only" in err and "BD51" in err
    assert contents(folder) == before


def test_a_brief_with_notes_in_its_margin_is_kept(folder, capsys):
    """A PDF program adds to the end of the file what was written into it."""
    run(capsys, "build", "lesson.txt")
    brief = folder / "dist" / "lesson" / "brief.pdf"
    brief.write_bytes(brief.read_bytes() + b"\n9 0 obj <</Type/Annot>> endobj\nstartxref\n0\n%%EOF\n")
    edited = contents(folder)
    code, _, err = run(capsys, "build", "lesson.txt")
    assert code == 4 and "edited since it was built" in err and "--force" in err
    assert contents(folder) == edited
    assert run(capsys, "build", "lesson.txt", "--only", "deck")[0] == 0
    assert run(capsys, "build", "lesson.txt", "--force")[0] == 0


@pytest.fixture
def small_disk(tmp_path, monkeypatch):
    """A folder on a disk of its own, and a way to leave so much room on it; where none may be mounted, writes are told
    that the disk is full once they have taken as much."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1024k", "briefdeck-test", str(place)]
    try:
        mounted = subprocess.run(mount, capture_output=True).returncode == 0
    except OSError:
        mounted = False

    def leave(room: int) -> None:
        if mounted:
            (place / "filler").unlink(missing_ok=True)
            free = shutil.disk_usage(place).free
            (place / "filler").write_bytes(bytes(max(0, free - room)))
            return
        write, left = os.write, [room]

        def limited(descriptor, data):
            left[0] -= len(data)
            if left[0] < 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return write(descriptor, data)

        monkeypatch.setattr(os, "write", limited)

    yield place, leave
    if mounted:
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.mark.parametrize("share", [0, 0.05, 0.3, 0.7, 0.95])
def test_a_full_disk_at_any_write_leaves_the_old_pair(folder, capsys, small_disk, share):
    """There is room for a share of what is to be written beside the old pair."""
    disk, leave = small_disk
    run(capsys, "build", "lesson.txt", "-o", str(disk / "dist"))
    before = contents(disk / "dist")
    run(capsys, "build", "lesson.txt", "--paper", "letter", "-o", "elsewhere")
    leave(int(share * sum(map(len, contents(folder / "elsewhere").values()))))
    code, _, err = run(capsys, "build", "lesson.txt", "--paper", "letter", "-o", str(disk / "dist"))
    assert code == 4, err
    assert "error[BD513]: this cannot be written: no space left on device" in err and "help: " in err
    assert contents(disk / "dist") == before
    leave(900_000)
    assert run(capsys, "build", "lesson.txt", "--paper", "letter", "-o", str(disk / "dist"))[0] == 0
    assert contents(disk / "dist") != before


def test_runs_at_once_never_mix(tmp_path):
    """Eight processes write their own pair again and again; the pair that is there at the end is of one of them."""
    code = (
        "import sys; from pathlib import Path; from briefdeck.files import write_whole\n"
        "folder, mine = Path(sys.argv[1]), sys.argv[2].encode()\n"
        "for turn in range(10):\n"
        "    data = mine * 5000 + str(turn).encode()\n"
        "    write_whole({folder / 'deck.pptx': b'd' + data, folder / 'brief.pdf': b'b' + data})\n"
    )
    runs = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path), str(number)]) for number in range(8)]
    assert [run.wait() for run in runs] == [0] * 8
    assert (tmp_path / "deck.pptx").read_bytes()[1:] == (tmp_path / "brief.pdf").read_bytes()[1:]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief.pdf", "deck.pptx"]
