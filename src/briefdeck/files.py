"""The part of the command line that touches the disk: reading inputs, writing outputs whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path

from briefdeck.errors import InputUnreadable, OutputUnwritable, Position, Problem

LARGEST_INPUT = 64 * 1024 * 1024
"""Bytes; no note or outline of a person comes near it, and a device never ends."""


def read_bytes(path: Path, what: str) -> bytes:
    """Read all of a regular file. `what` is its name in messages, for example "note"."""
    at = Position(str(path))
    try:
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
    except FileNotFoundError:
        raise InputUnreadable([_missing(path, what)]) from None
    except PermissionError:
        hint = "change its permissions, or copy it to a place of your own"
        raise InputUnreadable([Problem("BD503", f"no permission to read this {what}", at, hint)]) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputUnreadable(
            [Problem("BD504", f"this {what} cannot be read: {reason}", at, "check the path and the disk")]
        ) from None


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
    """Write every file, or none: all are written beside their targets and synced before the first is put in place."""
    waiting: list[tuple[str, Path]] = []
    try:
        for path, data in files.items():
            waiting.append((_write_beside(path, data), path))
        while waiting:
            temporary, path = waiting[0]
            os.replace(temporary, path.resolve())  # noqa: PTH105 (the pair belongs together; a link stays a link)
            waiting.pop(0)
    except OSError as error:
        raise OutputUnwritable([_unwritable(error, path)]) from None
    finally:
        for temporary, _ in waiting:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()


def _write_beside(path: Path, data: bytes) -> str:
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        raise IsADirectoryError(21, "there is a folder of that name", str(path))
    descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
    return temporary


def _mode(target: Path) -> int:
    """The mode the file has, or what a new file would get (temporary files are private by default)."""
    with contextlib.suppress(OSError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _unwritable(error: OSError, path: Path) -> Problem:
    at = Position(str(path))
    reason = (error.strerror or str(error)).lower()
    if isinstance(error, PermissionError):
        hint = "close it in PowerPoint or the PDF reader, choose another folder with -o, or another name with --name"
        return Problem("BD511", f"no permission to write here: {reason}", at, hint)
    if isinstance(error, IsADirectoryError | NotADirectoryError | FileExistsError):
        return Problem("BD512", f"this cannot be written: {reason}", at, "choose another folder with -o")
    return Problem("BD513", f"this cannot be written: {reason}", at, "check the disk's free space and the folder")
