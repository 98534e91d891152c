"""Notes on the disk mapped into an outline, with the files of the pictures in them: for mapping and mapping again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefdeck.named import NamedTuple

if TYPE_CHECKING:
    from briefdeck.errors import Problem
    from briefdeck.model.limits import Limits
    from briefdeck.model.outline import Outline


class MappedFiles(NamedTuple):
    """What notes map to, nothing written yet."""

    outline: Outline  # names its notes and its pictures as seen from its own folder
    files: Mapping[Path, bytes]  # of the pictures
    remarks: tuple[Problem, ...]


def map_files(
    notes: tuple[Path, ...], target: Path, *, lang: str, encoding: str, limits: Limits, force: bool = False
) -> MappedFiles:
    """Map notes into one outline that is to stand at `target`. Raises BriefdeckError when a note cannot be used.

    A picture that stands there already and is another, cropped perhaps, stays, unless `force` is given.
    """
    from briefdeck import note_files
    from briefdeck.model.values import replace
    from briefdeck.pipeline import map_notes

    mapped = map_notes(
        note_files.read_sources(notes),
        lang=lang,
        encoding=encoding,
        limits=limits,
        beside=note_files.picture_beside,
        placed=False,
    )
    made = replace(mapped.outline, note=note_files.named(notes, target.parent))
    if not mapped.pictures:
        return MappedFiles(made, {}, mapped.remarks)
    from briefdeck.model.outline import with_pictures_in

    folder = f"{target.stem}-media"
    files = {target.parent / folder / name: data for name, data in mapped.pictures.items()}
    others = [] if force else [path for path, data in files.items() if _is_another(path, data)]
    kept = {path: data for path, data in files.items() if path not in others}
    return MappedFiles(with_pictures_in(made, folder), kept, (*mapped.remarks, *map(_kept, others)))


def _is_another(path: Path, data: bytes) -> bool:
    from briefdeck.files import read_target

    return path.is_file() and read_target(path, "picture") != data


def _kept(path: Path) -> Problem:
    from briefdeck.errors import Position, Problem, Severity

    message = "this picture is not the one that the note has now: it stays"
    return Problem("BD529", message, Position(str(path)), "delete it to take the note's", severity=Severity.REMARK)
