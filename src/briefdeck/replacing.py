"""What may be replaced on the disk: nobody's work is, unless they say so; and what a command reads never is."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefdeck.disk_steps import is_in_use
from briefdeck.errors import OutputUnwritable, Position, Problem, Severity
from briefdeck.files import read_target, unwritable
from briefdeck.workspace import also_target, is_outline, mapping_base

_OUR_PICTURE = b"tEXtSoftware\0briefdeck"
_BUILT = b"/BriefdeckBuild"  # stands as it is in every brief of ours
_OUR_REPORT = b"briefdeck verify</code>"


def remove_earlier_pictures(folder: Path, name: str, made: Iterable[Path]) -> tuple[Problem, ...]:
    """Delete the pictures of slides that the deck no longer has; only our own, and only where pictures were made.

    The files are in place by now: a picture that cannot be deleted is said.
    """
    kept = {path.name for path in made if path.suffix == ".png"}
    first = also_target(folder, name, "slides-").name
    if not any(each.startswith(first) for each in kept):
        return ()
    from glob import escape as glob_escape

    found = sorted(folder.glob(f"{glob_escape(first)}[0-9]*.png"))
    earlier = (path for path in found if path.name not in kept and path.stem.removeprefix(first).isdigit())
    return tuple(problem for path in earlier if (problem := _removed(path)))


def _removed(path: Path) -> Problem | None:
    """Delete a picture of ours, or say why it is still there."""
    try:
        if _OUR_PICTURE in _beginning(path):
            path.unlink()
    except FileNotFoundError:
        return None
    except OSError as error:
        said = unwritable(error, path, in_use=is_in_use(error))
        hint = "close it there and delete it, since the deck has no such slide any more; or use a second name: --name"
        return Problem("BD511", said.message, said.at, hint, severity=Severity.WARNING)
    return None


def _beginning(path: Path) -> bytes:
    """Where the mark of a picture of ours stands. Raises OSError."""
    with path.open("rb") as file:
        return file.read(200)


def _is_our_picture(path: Path) -> bool:
    try:
        return _OUR_PICTURE in _beginning(path)
    except OSError as error:
        raise OutputUnwritable([unwritable(error, path, in_use=is_in_use(error))]) from None


def check_inputs_kept(written: Iterable[Path], read: Iterable[Path]) -> None:
    """Raise when a command would replace a file that it reads, under whatever name."""
    inputs = [path for path in read if _is_file(path)]
    for path in written:
        if _is_file(path) and any(_is_same(path, each) for each in inputs):
            message = "this file is read by the same command, and would be replaced"
            hint = "give what is written another place or name"
            raise OutputUnwritable([Problem("BD520", message, Position(str(path)), hint)])


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError as error:
        raise OutputUnwritable([unwritable(error, path, in_use=is_in_use(error))]) from None


def check_outline_replaceable(path: Path, *, force: bool) -> None:
    """Raise when an outline exists that a person has edited, or may have: never overwrite their work unasked."""
    _check_outline_name(path)
    if force or not _is_file(path):
        return
    base = mapping_base(path)
    known = _is_file(base) and os.access(base, os.R_OK)
    if known and read_target(base, "outline") == read_target(path, "outline"):
        return
    why = "it was edited since it was mapped" if known else "it may have been edited"
    hint = "bring the note's changes in with --update, give another name with -o, or replace it with --force"
    raise OutputUnwritable([Problem("BD515", f"the outline exists and {why}", Position(str(path)), hint)])


def _check_outline_name(path: Path) -> None:
    """Raise when build would take the outline for a note."""
    if not is_outline(path):
        stem = path.stem if path.stem.isidentifier() else "outline"
        hint = f"give it such a name, for example -o {stem}.yaml; a folder must be there already"
        message = "an outline’s name ends with .yaml, .yml or .json: build tells it from a note by that"
        raise OutputUnwritable([Problem("BD514", message, Position(str(path)), hint)])


def check_report_replaceable(path: Path) -> None:
    """Raise when a file that is no report of ours has the name of the report."""
    if _is_file(path) and _OUR_REPORT not in read_target(path, "report"):
        message = "this file is no report of briefdeck’s"
        hint = "give the report another name, for example --report report.html"
        raise OutputUnwritable([Problem("BD516", message, Position(str(path)), hint)])


def check_replaceable(targets: Mapping[str, Path], only: str, *, force: bool) -> None:
    """Raise when a file that is to be written may hold somebody's work."""
    if only != "brief":
        check_deck_replaceable(targets["deck"], force=force)
    if only != "deck":
        check_brief_replaceable(targets["brief"], force=force)


def check_deck_replaceable(path: Path, *, force: bool) -> None:
    """Raise when a deck exists that was saved by another program since it was built, or was never built here."""
    if force or not os.path.exists(path):  # noqa: PTH110 (a name that is too long is no file either)
        return
    from briefdeck.verify.seal import sealed

    match sealed(read_target(path, "deck")):
        case True:
            return
        case False:
            what = "this deck was edited since it was built"
        case None:
            what = "this file was not made by briefdeck"
    raise OutputUnwritable([_kept(what, path)])


def check_also_replaceable(paths: Iterable[Path], *, force: bool) -> None:
    """Raise when a PDF or a picture of somebody else has the name of one that is made beside the two."""
    for path in paths:
        if path.suffix == ".pdf":
            check_brief_replaceable(path, force=force)
        elif not force and _is_file(path) and not _is_our_picture(path):
            raise OutputUnwritable([_kept("this file was not made by briefdeck", path)])


def check_brief_replaceable(path: Path, *, force: bool) -> None:
    """Raise when there is a PDF that was annotated since it was built, or was never built here."""
    if force or not _is_file(path):
        return  # writing says what else it is
    data = read_target(path, "brief")
    if _BUILT not in data:
        what = "this file was not made by briefdeck"
    elif data.count(b"%%EOF") > 1:  # every program that adds to a PDF ends it once more
        what = "this brief was edited since it was built"
    else:
        return
    raise OutputUnwritable([_kept(what, path)])


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 (a name that is too long is no file either)


def _kept(what: str, path: Path) -> Problem:
    hint = "keep it by building elsewhere (-o or --name), or add --force to replace it"
    return Problem("BD516", what, Position(str(path)), hint)
