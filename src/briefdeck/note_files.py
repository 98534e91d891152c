"""Notes on the disk: one, several joined, or what comes through standard input; and where outlines name them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from briefdeck.digest import sha256
from briefdeck.files import read_bytes, read_standard_input

if TYPE_CHECKING:
    from briefdeck.errors import Problem
    from briefdeck.model.note import Note
    from briefdeck.text.note_pictures import NotThere

STANDARD_INPUT = Path("-")


def read_sources(paths: Sequence[Path]) -> list[tuple[bytes, str]]:
    """The bytes and the name of each note; `-` is standard input."""
    read = [
        (read_standard_input(), "standard input") if path == STANDARD_INPUT else (read_bytes(path, "note"), str(path))
        for path in paths
    ]
    if any(b"%PDF-" in data[:1024] for data, _ in read):
        import logging

        logging.getLogger("pikepdf").setLevel(logging.CRITICAL)  # what it says of a damaged file is not for teachers
    return read


def read_note_files(paths: Sequence[Path], encoding: str = "") -> tuple[Note, tuple[Problem, ...]]:
    """One note, or several as one, as the mapper reads them."""
    from briefdeck.text.note import read_notes

    return read_notes(read_sources(paths), encoding)


def picture_beside(note: str, address: str) -> bytes | NotThere:
    """The picture that a note names, from its folder or one below it: nothing that lies elsewhere is opened.

    A bare name is looked for in the folders beside the note too, as Obsidian does.
    """
    from briefdeck.errors import InputUnreadable
    from briefdeck.text.note_pictures import NotThere, no_folder

    if note == "standard input":
        return no_folder(note, address)
    folder = Path(note).parent
    try:
        path = _at_address(folder, address)
        if not path.resolve().is_relative_to(folder.resolve()):
            return NotThere(
                f"“{_clipped(address)}” lies outside the note's folder", "copy it beside the note and name that file"
            )
        return read_bytes(path, "picture")
    except InputUnreadable as error:
        problem = error.problems[0]
        return NotThere(f"{problem.message}: “{_clipped(address)}”", problem.hint)
    except (OSError, RuntimeError, ValueError):  # a link that leads to itself, a name that no disk can hold
        return NotThere(f"“{_clipped(address)}” cannot be read", "check the name")


_LONGEST_ADDRESS = 80


def _clipped(address: str) -> str:
    return address if len(address) <= _LONGEST_ADDRESS else f"{address[:_LONGEST_ADDRESS]}…"


def _at_address(folder: Path, address: str) -> Path:
    path = folder / PurePosixPath(address)
    if "/" not in address and not path.exists():
        below = (each / address for each in sorted(folder.iterdir()) if each.is_dir() and not each.name.startswith("."))
        return next((each for each in below if each.is_file()), path)
    return path


def named(paths: Sequence[Path], start: Path) -> str:
    """How an outline or a finished file in the folder `start` names its notes; what came through a pipe has no name."""
    if not paths or STANDARD_INPUT in paths:
        return ""
    if len(paths) == 1:
        return relative(paths[0], start)
    from briefdeck.text.joining import SEPARATOR

    return SEPARATOR.join(relative(path, start) for path in paths)


def relative(path: Path, start: Path) -> str:
    """Give the path as seen from a folder, with forward slashes; absolute on another Windows drive."""
    try:
        seen = Path(os.path.relpath(path, start)).as_posix()  # links are followed by whoever opens it
    except ValueError:
        seen = path.absolute().as_posix()
    return os.fsencode(seen).decode("utf-8", "replace")  # the letters that are meant, whatever the locale knows


def found(names: str, folder: Path) -> tuple[Path, ...]:
    """The notes that a file in `folder` names, when all are still there; else none."""
    if not names:
        return ()
    whole = named_file(names, folder)
    if whole or "|" not in names:
        return (whole,) if whole else ()
    from briefdeck.text.joining import SEPARATOR

    paths = tuple(named_file(name, folder) for name in names.split(SEPARATOR))
    return tuple(path for path in paths if path) if all(paths) else ()


def is_elsewhere(name: str) -> bool:
    """Whether a name is the address of another machine, which Windows would call at the first look at it."""
    return name.startswith(("\\\\", "//", "\\/", "/\\"))


def named_file(name: str, folder: Path) -> Path | None:
    """The file that another file in `folder` names, when it is there and on this machine."""
    if is_elsewhere(name):
        return None
    path = folder / PurePosixPath(os.fsdecode(name.encode("utf-8", "surrogatepass")))  # as the locale spells it
    straight = Path(os.path.normpath(path))  # as it was written, links or not
    try:
        return next((each for each in (straight, path) if each.is_file()), None)
    except ValueError:  # a zero byte, up to Python 3.12
        return None


def digest(paths: Sequence[Path]) -> str:
    """The digest that an outline of these notes carries."""
    digests = [f"sha256:{sha256(read_bytes(path, 'note')).hexdigest()}" for path in paths]
    if len(digests) == 1:
        return digests[0]
    from briefdeck.text.joining import joined_digest

    return joined_digest(digests)
