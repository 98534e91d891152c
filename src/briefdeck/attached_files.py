"""The files that an outline names, read from beside it: never from elsewhere unless a folder is allowed by name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from briefdeck import note_files
from briefdeck.errors import BriefdeckError, InputUnreadable, Problem
from briefdeck.files import read_bytes
from briefdeck.late import late_pattern
from briefdeck.model.outline import NamedFile, Outline, named_files

if TYPE_CHECKING:
    from briefdeck.text.attached import Attached

_ADDRESS = late_pattern("[A-Za-z][A-Za-z0-9+.-]+:")  # two letters at least: C: is a disk


def read_attached(outline: Outline, outline_path: Path, allowed: Sequence[Path] = ()) -> Attached | None:
    """Read every file that the outline names, relative to it; None when there is none.

    Files lie in the outline's folder, in one below it, or in one of those `allowed`. All faults are raised together.
    """
    wanted = named_files(outline)
    if not wanted:
        return None
    from briefdeck.text.attached import attach

    folder = outline_path.parent
    files: dict[str, bytes] = {}
    faults: list[Problem] = []
    for named in wanted:
        if named.name in files:
            continue
        found = _read(named, folder, allowed)
        if isinstance(found, bytes):
            files[named.name] = found
        else:
            faults.append(found)
    if faults:
        missing = all(fault.code == "BD802" for fault in faults)
        raise (InputUnreadable if missing else BriefdeckError)(dict.fromkeys(faults))
    return attach(outline, files, {name: str(folder / PurePosixPath(name)) for name in files})


def _read(named: NamedFile, folder: Path, allowed: Sequence[Path]) -> bytes | Problem:
    what = f"the {named.what} “{named.name}”"
    if _ADDRESS.match(named.name) or note_files.is_elsewhere(named.name):
        hint = "save it in the outline's folder and name that file"
        return Problem("BD803", f"{what} is an address: nothing is fetched from the network", named.at, hint)
    path = folder / PurePosixPath(named.name)
    try:
        real = path.resolve()
        homes = [home.resolve() for home in (folder, *allowed)]
    except (OSError, RuntimeError, ValueError):  # a link that leads to itself, a name that no disk can hold
        return Problem("BD802", f"{what} cannot be read", named.at, "check the name")
    if not any(real.is_relative_to(home) for home in homes):
        hint = f"copy it beside the outline, or allow its folder: --allow-dir {real.parent}"
        return Problem("BD801", f"{what} lies outside the outline's folder", named.at, hint)
    try:
        return read_bytes(path, named.what)
    except InputUnreadable as error:
        problem = error.problems[0]
        hint = "write / between folders" if "\\" in named.name else problem.hint
        return Problem("BD802", f"{problem.message}: “{named.name}”", named.at, hint)
