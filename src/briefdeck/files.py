"""The part of the command line that touches the disk: reading inputs, writing outputs whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

from briefdeck.errors import BriefdeckError, InputUnreadable, OutputUnwritable, Position, Problem, Severity

LARGEST_INPUT = 64 * 1024 * 1024
"""Bytes; no note or outline of a person comes near it, and a device never ends."""


def read_bytes(path: Path, what: str) -> bytes:
    """Read all of a regular file. `what` is its name in messages, for example "note"."""
    at = Position(str(path))
    try:
        return _read_regular(path, what)
    except FileNotFoundError:
        raise InputUnreadable([_missing(path, what)]) from None
    except PermissionError as error:
        from briefdeck.disk_steps import is_in_use

        if is_in_use(error):
            hint = "close it there, or copy it to a place of your own"
            raise InputUnreadable([Problem("BD503", f"this {what} is open in another program", at, hint)]) from None
        hint = "change its permissions, or copy it to a place of your own"
        raise InputUnreadable([Problem("BD503", f"no permission to read this {what}", at, hint)]) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        if isinstance(error, ValueError) or error.errno in (errno.ELOOP, errno.ENAMETOOLONG):
            raise InputUnreadable(
                [Problem("BD504", f"this {what} cannot be read: {reason}", at, "check the name")]
            ) from None
        raise InputUnreadable(
            [Problem("BD504", f"this {what} cannot be read: {reason}", at, "check the path and the disk")]
        ) from None


def read_target(path: Path, what: str) -> bytes:
    """Read what is there and is to be replaced: who may not read it may not write it. Raises OutputUnwritable too."""
    try:
        return _read_regular(path, what)
    except OSError as error:
        from briefdeck.disk_steps import is_in_use

        raise OutputUnwritable([unwritable(error, path, in_use=is_in_use(error))]) from None


def _read_regular(path: Path, what: str) -> bytes:
    at = Position(str(path))
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise InputUnreadable([Problem("BD502", f"this {what} is a folder", at, f"name the {what} inside it")])
    if not stat.S_ISREG(status.st_mode):
        raise InputUnreadable([Problem("BD502", f"this {what} is not a file", at, "give the path of a file")])
    if status.st_size > LARGEST_INPUT:
        megabytes = LARGEST_INPUT // 1024 // 1024
        raise InputUnreadable(
            [Problem("BD505", f"this {what} is larger than {megabytes} MB", at, "split it into several files")]
        )
    return path.read_bytes()


def read_standard_input() -> bytes:
    """Read all that comes through standard input, up to the size of the largest input."""
    at = Position("standard input")
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None or sys.stdin.isatty():
        hint = "give the path of a file, or send text through a pipe: cat note.txt | briefdeck outline -"
        raise InputUnreadable([Problem("BD501", "nothing comes through standard input", at, hint)])
    data: bytes = stream.read(LARGEST_INPUT + 1)
    if len(data) > LARGEST_INPUT:
        megabytes = LARGEST_INPUT // 1024 // 1024
        raise InputUnreadable([Problem("BD505", f"this note is larger than {megabytes} MB", at, "split it")])
    return data


def _missing(path: Path, what: str) -> Problem:
    """Say that the file is not there, and which file of the folder has a name like it."""
    import difflib

    hint = f"check the spelling, or run the command where the {what} is"
    with contextlib.suppress(OSError):
        names = [entry.name for entry in path.parent.iterdir() if entry.is_file()]
        if close := difflib.get_close_matches(path.name, names, 1):
            hint = f"did you mean {path.parent / close[0]}?"
    return Problem("BD501", f"there is no such {what}", Position(str(path)), hint)


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write every file, or none; a run that is stopped on the way is finished by the next. Raises OutputUnwritable."""
    from briefdeck.journal import Busy, Unwritten, write_together

    try:
        write_together(files)
    except Unwritten as failed:
        raise OutputUnwritable([unwritable(failed.cause, failed.path, in_use=failed.in_use)]) from None
    except Busy as busy:
        raise OutputUnwritable([_busy(busy)]) from None


def check_sizes(files: Mapping[Path, bytes], source: Path) -> None:
    """Refuse to write what no later run would read: it could not be verified, nor replaced. Raises BriefdeckError."""
    most = LARGEST_INPUT // 1024 // 1024
    hint = "split it by chapters, take smaller pictures, or ask for fewer slides with --max-slides"
    problems = [
        Problem(
            "BD508",
            f"{path.name} would have {-(-len(data) // 1024 // 1024)} MB, more than the {most} that are read again",
            Position(str(source)),
            hint,
        )
        for path, data in files.items()
        if len(data) > LARGEST_INPUT
    ]
    if problems:
        raise BriefdeckError(problems)


def finish_interrupted(folder: Path) -> tuple[Problem, ...]:
    """Put in place what an earlier run was stopped from putting in place, and say so. Raises OutputUnwritable."""
    from briefdeck import journal

    try:
        finished = journal.finish_interrupted(folder)
    except journal.Unwritten as failed:
        raise OutputUnwritable([unwritable(failed.cause, failed.path, in_use=failed.in_use)]) from None
    except journal.Busy as busy:
        raise OutputUnwritable([_busy(busy)]) from None
    if not finished:
        return ()
    message = "an earlier run was stopped while it put its files in place: they are in place now"
    return (Problem("BD524", message, Position(str(folder)), "nothing to do", severity=Severity.REMARK),)


def interrupted(folder: Path) -> tuple[Problem, ...]:
    """The problem of a folder whose files come from two runs, because the second was stopped between them."""
    if not os.path.lexists(folder / ".briefdeck-journal"):  # most folders: not worth an import
        return ()
    from briefdeck.journal import pending

    if not (names := pending(folder)):
        return ()
    message = f"a build was stopped before {' and '.join(names)} was in place, or is still going on"
    return (
        Problem("BD518", message, Position(str(folder)), "run `briefdeck build` again: it finishes what was begun"),
    )


def _busy(busy: Exception) -> Problem:
    hint = "wait until it has ended, or build into another folder with -o"
    return Problem("BD517", "another build is writing into this folder", Position(str(busy)), hint)


def unwritable(error: OSError, path: Path, *, in_use: bool) -> Problem:
    """What to say of a file that could not be written, read before that, or taken away."""
    at = Position(str(path))
    reason = (error.strerror or str(error)).lower()
    if in_use or (os.name == "nt" and isinstance(error, PermissionError) and not path.is_dir()):
        hint = f"close it there, or keep it and write to a second name: --name {_second_name(path)}"
        return Problem("BD511", "this file is open in another program, such as PowerPoint or a PDF reader", at, hint)
    if isinstance(error, PermissionError):
        hint = "choose another folder with -o, or change the permissions of this one"
        return Problem("BD511", f"no permission to write here: {reason}", at, hint)
    if isinstance(error, NotADirectoryError | FileExistsError):
        what = "a file stands where its folder should be"
        return Problem("BD512", f"this cannot be written: {what}", at, "choose another folder with -o")
    if isinstance(error, IsADirectoryError):
        return Problem("BD512", f"this cannot be written: {reason}", at, "choose another folder with -o")
    if error.errno in (errno.ELOOP, errno.ENAMETOOLONG):
        return Problem("BD512", f"this cannot be written: {reason}", at, "choose another folder or name")
    return Problem("BD513", f"this cannot be written: {reason}", at, "check the disk's free space and the folder")


def _second_name(path: Path) -> str:
    """A name beside the one that is in use which no file has yet."""
    number = 2
    while any((path.parent / f"{path.stem}-{number}{end}").exists() for end in (".pptx", ".pdf")):
        number += 1
    return f"{path.stem}-{number}"
