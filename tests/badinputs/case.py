"""One bad input and what must come of it; rows stand in the `cases_*.py` files of this folder.

A row says what is in the folder, what is typed, the exit code, and the errors with their places. Everything else holds
for every row and is checked by the runner: no traceback, no word of a library, the previous deck and brief untouched
when nothing could be built and in order when something could, no leftovers, seconds and not minutes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

Contents = bytes | str
Prepare = Callable[[Path], None]


class Case(NamedTuple):
    """What is given, and what must happen."""

    name: str
    typed: tuple[str, ...]  # the command line; the folder holds dist/deck.pptx and dist/brief.pdf of an earlier build
    code: int  # exit code
    errors: tuple[str, ...] = ()  # "BD104 outline.yaml:1:22", all of them in any order; the place may be left out
    remarks: tuple[str, ...] = ()  # the same for warnings and remarks; others may be there too
    files: Mapping[str, Contents] = MappingProxyType({})
    prepare: Prepare | None = None  # for what is no plain file
    shows: tuple[str, ...] = ()  # words that the deck must show: the content was kept
    hides: tuple[str, ...] = ()  # words that it must not show
    says: str = ""  # words of the messages
    seconds: float = 10.0
    apart: bool = False  # run in a process of its own, with its memory limited to `megabytes`
    megabytes: int = 600  # of address space
    slow: bool = False  # takes longer than a few seconds


def note(name: str, data: Contents, code: int, *errors: str, **more: object) -> Case:
    """A note named note.txt that is built into dist/."""
    file = str(more.pop("file", "note.txt"))
    return Case(f"note: {name}", ("build", file, "-o", "dist"), code, errors, files={file: data}, **more)  # type: ignore[arg-type]


def outline(name: str, text: Contents, code: int, *errors: str, **more: object) -> Case:
    """An outline named outline.yaml that is built into dist/."""
    file = str(more.pop("file", "outline.yaml"))
    files = {file: text, **more.pop("beside", {})}  # type: ignore[dict-item]
    return Case(f"outline: {name}", ("build", file, "-o", "dist"), code, errors, files=files, **more)  # type: ignore[arg-type]


def sections(text: str) -> str:
    """An outline whose head is in order."""
    return f'version: "1"\ntitle: "A lesson"\n{text}'
