"""`briefdeck outline NOTE --update`: the changes of a note brought into an outline that was edited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefdeck.commands.outcome import Outcome
from briefdeck.errors import OutputUnwritable, Position, Problem, Severity
from briefdeck.named import NamedTuple

if TYPE_CHECKING:
    from briefdeck.model.edits import Said, What
    from briefdeck.model.limits import Limits
    from briefdeck.model.outline import Outline

_HEADS: Mapping[What, str] = MappingProxyType(
    {
        "new": "New in the note, marked “# new”",
        "changed": "Changed with the note",
        "moved": "Moved with the note",
        "removed": "Gone from the note, and from the outline",
        "conflict": "Changed by you and in the note: yours stays, the note's stands beside it",
        "kept": "Gone from the note, kept because it is your work",
        "deleted": "Changed in the note, left out because you deleted it",
        "empty": "New headings with nothing to stand under them here",
    }
)


class _Edited(NamedTuple):
    """An outline that its author has edited, and the mapping that it began as."""

    text: str
    base: str | None  # None: not there any more
    encoding: str  # of the file, for writing it again

    def encoded(self, text: str) -> bytes:
        """The bytes of a changed text, with the byte order mark that the file has."""
        mark = {"utf-8-sig": "\ufeff", "utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}.get(self.encoding, "")
        return (mark + text).encode(self.encoding.removesuffix("-sig"))


def _read_edited(path: Path) -> _Edited:
    """Read an outline to update, and the mapping kept beside it."""
    from briefdeck.files import read_bytes
    from briefdeck.workspace import decode_yaml, mapping_base

    if path.suffix.lower() == ".json":
        hint = "give it the name outline.yaml: what is new is marked with comments, which JSON does not have"
        raise OutputUnwritable([Problem("BD519", "an outline in JSON cannot be updated", Position(str(path)), hint)])
    data = read_bytes(path, "outline")
    marks = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb": "utf-8-sig"}
    base_path = mapping_base(path)
    base = read_bytes(base_path, "mapping").decode("utf-8", "replace") if base_path.is_file() else None
    return _Edited(decode_yaml(data, path), base, marks.get(data[:2], "utf-8"))


def update_file(
    notes: tuple[Path, ...],
    output: Path,
    *,
    lang: str,
    encoding: str,
    limits: Limits,
    said_before: Sequence[Problem] = (),
) -> Outcome:
    """Update an outline from its notes; it, its new pictures and the mapping kept beside it are written, or none."""
    from briefdeck import workspace
    from briefdeck.commands.mapping import MappedFiles, map_files
    from briefdeck.files import write_whole
    from briefdeck.pipeline import update_outline

    edited = _read_edited(output)
    mapped: list[MappedFiles] = []

    def map_again(lang_before: str, named: str) -> Outline:
        mapped.append(map_files(notes, output, lang=lang or lang_before, encoding=encoding or named, limits=limits))
        return mapped[0].outline

    updated = update_outline(edited.text, str(output), edited.base, map_again)
    files: dict[Path, bytes] = {}
    if updated.text != edited.text:
        files = {**mapped[0].files, output: edited.encoded(updated.text)}
    if updated.base != edited.base:
        files[workspace.mapping_base(output)] = updated.base.encode()
    if files:
        write_whole(files)
    note = " ".join(map(str, notes))
    groups = {what: [said for said in updated.said if said.what == what] for what in _HEADS}
    head = (
        f"{output}: updated from {note}" if output in files else f"{output}: nothing to update, {note} has not changed"
    )
    told = _remarks(groups, output, known=updated.base_was_known)
    return Outcome(
        results=(head, *_listed(groups)),
        problems=(*said_before, *updated.remarks, *mapped[0].remarks, *told),
        data={
            "outline": str(output),
            "note": note,
            "updated": output in files,
            **{what: [_as_data(said) for said in found] for what, found in groups.items()},
        },
    )


def _listed(groups: Mapping[What, Sequence[Said]]) -> Iterator[str]:
    """Everything that was done and found, kind by kind, each with its place: nothing is left out of this list."""
    from briefdeck.console import visible

    for what, found in groups.items():
        if found:
            yield f"{_HEADS[what]} ({len(found)}):"
        for said in found:
            lines = f" (line {', '.join(map(str, said.lines))} of the note)" if said.lines else ""
            place = f"{said.at}  " if said.at.line else ""
            match what:
                case "changed":
                    yield f"  {place.rstrip()}{lines}"
                    yield f"    was: {visible(said.mine)}"
                    yield f"    now: {visible(said.theirs)}"
                case "conflict" | "deleted":
                    yield f"  {place.rstrip()}{lines}"
                    yield f"    yours: {visible(said.mine)}"
                    yield f"    note:  {visible(said.theirs)}"
                case "removed":
                    was = f" (was line {', '.join(map(str, said.lines))})" if said.lines else ""
                    yield f"  {visible(said.mine)}{was}"
                case _:
                    yield f"  {place}{visible(said.theirs or said.mine)}{lines}"


def _remarks(groups: Mapping[What, Sequence[Said]], output: Path, *, known: bool) -> Iterator[Problem]:
    """What needs the author's eye."""
    if not known:
        yield Problem(
            "BD525",
            "the mapping that this outline began as is not in .briefdeck",
            Position(str(output)),
            "texts were compared as they are: what you deleted may have come back, marked “# new”",
            severity=Severity.REMARK,
        )
    if found := groups["conflict"]:
        yield Problem(
            "BD526",
            f"{_counted(len(found), 'text was', 'texts were')} changed by you and in the note; yours stays",
            found[0].at,
            "look for the comments “# the note now says”, take what you want, and delete them",
            severity=Severity.REMARK,
        )
    if found := groups["kept"]:
        yield Problem(
            "BD527",
            f"{_counted(len(found), 'thing is', 'things are')} gone from the note and kept, because you have edited"
            " them",
            found[0].at,
            "delete what is out of date; their `from` was taken away, since the lines are gone",
            severity=Severity.REMARK,
        )
    if found := groups["empty"]:
        yield Problem(
            "BD528",
            f"{_counted(len(found), 'new heading has', 'new headings have')} nothing to stand under here",
            Position(str(output)),
            "its points were deleted or moved by you; add a section yourself if you want one",
            severity=Severity.REMARK,
        )


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _as_data(said: Said) -> dict[str, object]:
    at = {"line": said.at.line, "column": said.at.column} if said.at.line else {}
    return {"mine": said.mine, "theirs": said.theirs, "from": list(said.lines), **at}
