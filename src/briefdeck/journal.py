"""Several files put in place together: all new or all old, whatever stops the process on the way.

New contents are written beside their targets, synced and read back; then the journal says “commit” and they are
renamed, one right after the other. Whoever comes next to the folder finds the journal of a run that was stopped and
finishes it: before “commit” nothing had been touched, after it every new content is there to be put in place.

The journal is also the lock of its folder. The kernel lets go of it when the process ends, however it ends.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from briefdeck.digest import sha256
from briefdeck.disk_steps import (
    FLAGS,
    digest,
    is_in_use,
    make_folder,
    pause,
    read_all,
    replace,
    sync_folder,
    write_all,
)
from briefdeck.interrupts import uninterrupted
from briefdeck.named import NamedTuple

NAME = ".briefdeck-journal"
_PREFIX = ".briefdeck-"
_NEW, _OLD = ".new", ".old"
_COMMIT, _UNDO = b'"commit"\n', b'"undo"\n'
_LONGEST_JOURNAL = 1_000_000

WAITS = 100
"""How often a second run looks again whether the first has come any further, `disk_steps.PAUSE` seconds apart."""
TURNS = 20
"""For how many runs one after another it waits so: each writes in the journal, or one of its own."""


class Unwritten(Exception):
    """A file could not be written; nothing has changed. `cause` says why."""

    def __init__(self, path: Path, cause: OSError, *, in_use: bool = False) -> None:
        self.path, self.cause, self.in_use = path, cause, in_use
        super().__init__(str(cause))


class Busy(Exception):
    """Another run is writing into the folder, and does not end."""


class _Step(NamedTuple):
    """One file on its way: names only, the new and the old content lie beside the real target."""

    name: str  # of the target, relative to the journal's folder
    new: str
    old: str
    mark: str  # digest of the new content
    existed: bool


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write every file, or none. Raises Unwritten or Busy; then all targets are as they were."""
    folder = Path(os.path.commonpath([path.parent.absolute() for path in files]))
    made: list[Path] = []
    try:
        for path in files:
            try:
                made += make_folder(path)
            except OSError as error:
                raise Unwritten(path, error) from None
        with _held(folder) as journal:
            _recover(folder, journal)
            steps = tuple(_step(folder, number, path, data) for number, (path, data) in enumerate(files.items(), 1))
            _carry_out(folder, journal, steps, tuple(files.items()))
    except BaseException:
        for path in reversed(made):
            with contextlib.suppress(OSError):
                path.rmdir()
        raise


def finish_interrupted(folder: Path) -> bool:
    """Finish what a run that was stopped has left in the folder; tells whether files were still to be put in place.

    Raises Unwritten or Busy.
    """
    if not os.path.isfile(folder / NAME):  # noqa: PTH113 (a name that is too long is no file either)
        return False
    with _held(folder) as journal:
        return _recover(folder, journal)


def pending(folder: Path) -> tuple[str, ...]:
    """The files of the folder that a run which was stopped, or is still going on, has not put in place yet."""
    try:
        text = (folder / NAME).read_bytes() if (folder / NAME).stat().st_size <= _LONGEST_JOURNAL else b""
    except OSError:
        return ()
    steps, stage = _read(text)
    if stage == _UNDO:
        return tuple(step.name for step in steps if _beside(folder / step.name, step.old).exists())
    return tuple(step.name for step in steps if stage and _beside(folder / step.name, step.new).exists())


def _step(folder: Path, number: int, path: Path, data: bytes) -> _Step:
    stem = f"{_PREFIX}{os.getpid()}-{number}"
    existed = _is_there(path)
    mark = sha256(data).hexdigest()
    return _Step(os.path.relpath(path.absolute(), folder), stem + _NEW, stem + _OLD, mark, existed)


def _is_there(path: Path) -> bool:
    """Whether the target exists. Raises Unwritten when it is something that no file may replace."""
    try:
        mode = path.resolve().lstat().st_mode
    except FileNotFoundError:
        return False
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, up to Python 3.12
        raise Unwritten(path, error if isinstance(error, OSError) else OSError(40, "links lead in a circle")) from None
    if not stat.S_ISREG(mode):
        what = "links lead in a circle" if stat.S_ISLNK(mode) else "there is a folder or device of that name"
        raise Unwritten(path, IsADirectoryError(21, what))
    return True


def _said(steps: Sequence[_Step]) -> bytes:
    """The steps as a line of JSON, which is read only after a run that broke off: until then no module is needed."""
    said = ", ".join(f"[{', '.join(map(_quoted, step[:-1]))}, {'true' if step.existed else 'false'}]" for step in steps)
    return f"[{said}]\n".encode("ascii")


def _quoted(text: str) -> str:
    if text.isascii() and text.isprintable() and not {'"', "\\"}.intersection(text):
        return f'"{text}"'
    units = memoryview(text.encode("utf-16", "surrogatepass")).cast("H")[1:]  # the first one is the mark of the order
    return '"' + "".join(f"\\u{unit:04x}" for unit in units) + '"'


def _carry_out(folder: Path, journal: int, steps: tuple[_Step, ...], files: tuple[tuple[Path, bytes], ...]) -> None:
    """Write, commit, rename; undo all of it when any of that fails."""
    path = files[0][0]
    in_place = False
    try:
        write_all(journal, _said(steps))
        for step, (path, data) in zip(steps, files, strict=True):
            _write_new(path, step, data)
        for step, (path, _) in zip(steps[:-1], files, strict=False):  # the last one is never taken back
            if step.existed:
                _keep_old(path, step)
        with uninterrupted():
            _commit(folder, journal)
            for step, (path, _) in zip(steps, files, strict=True):
                replace(_beside(path, step.new), path.resolve())
            in_place = True
            _clean_up(folder, journal, steps, files)
    except BaseException as error:
        if not in_place:
            with uninterrupted():
                _undo(folder, journal, steps)
        if isinstance(error, OSError):
            raise Unwritten(path, error, in_use=is_in_use(error)) from None
        raise


def _commit(folder: Path, journal: int) -> None:
    write_all(journal, _COMMIT)
    os.fsync(journal)
    sync_folder(folder)


def _clean_up(folder: Path, journal: int, steps: tuple[_Step, ...], files: tuple[tuple[Path, bytes], ...]) -> None:
    for real in {path.resolve().parent for path, _ in files}:
        sync_folder(real)
    with contextlib.suppress(OSError):  # the files are in place: what stays behind is cleaned by the next run
        _forget(folder, journal, steps)


def _beside(path: Path, name: str) -> Path:
    """A name in the folder where the target really is: links stay links, and no rename crosses disks."""
    return path.resolve().parent / name


def _write_new(path: Path, step: _Step, data: bytes) -> None:
    """The new content beside its target, synced, read back, and with the mode of what it replaces."""
    new = _beside(path, step.new)
    descriptor = os.open(new, FLAGS | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        write_all(descriptor, data)
        os.fsync(descriptor)
        os.lseek(descriptor, 0, os.SEEK_SET)
        if read_all(descriptor, len(data) + 1) != data:
            raise OSError(5, "the disk gives back something else than was written")
    finally:
        os.close(descriptor)
    if step.existed:
        with contextlib.suppress(OSError):  # not every disk knows modes
            new.chmod(stat.S_IMODE(path.resolve().stat().st_mode))


def _keep_old(path: Path, step: _Step) -> None:
    """A second name for what the target holds, so that it can be put back; a copy where a disk knows no such names."""
    target, old = path.resolve(), _beside(path, step.old)
    try:
        os.link(target, old)
    except (OSError, NotImplementedError):
        descriptor = os.open(old, FLAGS | os.O_CREAT | os.O_EXCL, 0o666)
        try:
            write_all(descriptor, target.read_bytes())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _undo(folder: Path, journal: int, steps: tuple[_Step, ...]) -> None:
    """Put back what was, and say so first: a process that is stopped meanwhile leaves the rest to the next."""
    try:
        write_all(journal, _UNDO)
        os.fsync(journal)
    except OSError:  # no room even for that: better no journal than one that says “commit”
        with contextlib.suppress(OSError):
            os.ftruncate(journal, 0)
    with contextlib.suppress(OSError):  # otherwise the journal stays, and the next run does it
        _put_back(folder, steps)
        _forget(folder, journal, steps)


def _put_back(folder: Path, steps: Sequence[_Step]) -> None:
    for step in steps:
        target = folder / step.name
        new, old = _beside(target, step.new), _beside(target, step.old)
        if old.exists():
            if new.exists():  # the target was not touched
                old.unlink()
            else:
                replace(old, target.resolve())
        elif not step.existed and not new.exists() and digest(target) == step.mark:
            target.resolve().unlink()


def _recover(folder: Path, journal: int) -> bool:
    """Finish what the journal tells of, and begin it afresh; whether there was something to put in place."""
    waiting = False
    try:
        steps, stage = _read(read_all(journal, _LONGEST_JOURNAL))
        if stage == _UNDO:
            _put_back(folder, steps)
        elif stage == _COMMIT:
            for step in steps:
                new = _beside(folder / step.name, step.new)
                if digest(new) == step.mark:
                    waiting = True
                    replace(new, (folder / step.name).resolve())
            sync_folder(folder)
        _forget(folder, journal, steps)
    except OSError as error:
        raise Unwritten(folder / NAME, error, in_use=is_in_use(error)) from None
    return waiting


def _forget(folder: Path, journal: int, steps: Sequence[_Step]) -> None:
    """Remove every leftover, of these steps and of a run whose journal was lost; then empty the journal."""
    leftovers = [_beside(folder / step.name, name) for step in steps for name in (step.new, step.old)]
    with os.scandir(folder) as entries:
        leftovers += [Path(entry.path) for entry in entries if _is_leftover(entry.name)]
    for leftover in leftovers:
        with contextlib.suppress(OSError):
            leftover.unlink()
    os.lseek(journal, 0, os.SEEK_SET)
    os.ftruncate(journal, 0)


def _is_leftover(name: str) -> bool:
    return name.startswith(_PREFIX) and name.endswith((_NEW, _OLD))


def _read(text: bytes) -> tuple[tuple[_Step, ...], bytes]:
    """The steps of a journal and how far they had come: b"", commit or undo. Nothing outside the folder is believed."""
    if not text:
        return (), b""  # as after every run that came to its end
    import json

    first, *rest = text.splitlines(keepends=True)
    try:
        steps = tuple(
            _Step(str(name), str(new), str(old), str(mark), bool(existed))
            for name, new, old, mark, existed in json.loads(first)
        )
    except (ValueError, TypeError, IndexError, RecursionError):
        return (), b""
    if not first.endswith(b"\n") or not all(map(_is_inside, steps)):
        return (), b""
    return steps, rest[-1] if rest and rest[-1] in (_COMMIT, _UNDO) else (_COMMIT if _COMMIT in rest else b"")


def _is_inside(step: _Step) -> bool:
    parts = Path(step.name).parts
    plain = all(
        name.startswith(_PREFIX) and name.endswith(end) and len(Path(name).parts) == 1
        for name, end in ((step.new, _NEW), (step.old, _OLD))
    )
    return plain and bool(parts) and ".." not in parts and not Path(step.name).is_absolute()


@contextlib.contextmanager
def _held(folder: Path) -> Iterator[int]:
    """The journal of a folder, open and locked; removed at the end unless there is something left to finish.

    Raises Unwritten or Busy.
    """
    path = folder / NAME
    left, seen = WAITS, (0, 0, 0)
    for _ in range(WAITS * TURNS):
        try:
            descriptor = os.open(path, FLAGS | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        except OSError as error:
            raise Unwritten(folder, error) from None
        try:
            if _lock(descriptor) and _is_still(path, descriptor):
                try:
                    yield descriptor
                finally:
                    _remove_empty(path, descriptor)
                return
            state = os.fstat(descriptor)
        finally:
            with contextlib.suppress(OSError):
                os.close(descriptor)
        left, before, seen = left - 1, seen, (state.st_ino, state.st_size, state.st_mtime_ns)
        if seen != before:
            left = WAITS
        elif not left:
            break
        pause()
    raise Busy(str(folder))


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether the open journal is the one in the folder: the run before may have removed it while this one waited."""
    with contextlib.suppress(OSError):
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    return False


def _remove_empty(path: Path, descriptor: int) -> None:
    with contextlib.suppress(OSError):
        if os.fstat(descriptor).st_size == 0:
            path.unlink()  # Windows refuses while it is open: an empty journal says nothing


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        """Take the lock if it is free; a disk that knows no locks, as some on networks do, is written without."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
