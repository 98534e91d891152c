"""Map notes into outlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefdeck.commands.declared import Command, Misused, Operand, Option
from briefdeck.commands.outcome import Outcome
from briefdeck.commands.shared_options import MAX_SIZE, SHARED

if TYPE_CHECKING:
    from briefdeck.commands.refining import Order as RefineOrder
    from briefdeck.errors import Problem
    from briefdeck.model.limits import Limits
    from briefdeck.model.outline import Outline

_FOLDER = Path("outlines")
_EXAMPLES = """
\b
Examples:
  briefdeck outline lesson.txt
  briefdeck outline lesson.docx -o monday/outline.yaml
  briefdeck outline lesson.txt --explain  how each line is read, and why
  briefdeck outline lesson.txt --update bring the changes of the note into an edited outline
  briefdeck outline lesson.txt --force  replace an outline that was edited
  briefdeck outline lesson.txt --refine http://localhost:11434/v1 --model qwen3
  briefdeck outline week1.md week2.pdf  one outline each, in outlines/
  briefdeck outline --join a.docx b.txt one outline of both
  pbpaste | briefdeck outline -         what comes through a pipe
"""


def outline(
    notes: tuple[Path, ...],
    output: Path | None,
    lang: str,
    encoding: str,
    limits: Limits,
    *,
    join: bool,
    update: bool,
    force: bool,
    explain: bool,
    url: str,
    model: str,
    loose: bool,
    **_: bool,
) -> Outcome:
    """Map each NOTE (text, Markdown, Word, OpenDocument, RTF, HTML, PDF, ...) into an outline, which you then edit."""
    if update and force:
        raise Misused("--update keeps your edits and --force replaces them: give one of the two")
    if explain:
        from briefdeck.commands.line_table import line_table

        return line_table(notes, lang, encoding)
    refine = None
    if url or model or loose:
        from briefdeck.commands.refining import order

        refine = order(url, model, loose=loose, update=update)
    from briefdeck.errors import BriefdeckError

    jobs = list(_jobs(notes, output, join=join))
    done: list[Outcome] = []
    faults: list[Problem] = []
    exit_code = 0
    for paths, target in jobs:
        try:
            if update and target.exists():
                done.append(_update(paths, target, lang=lang, encoding=encoding, limits=limits))
            else:
                done.append(
                    _map(paths, target, force=force, lang=lang, encoding=encoding, limits=limits, refine=refine)
                )
        except BriefdeckError as error:
            if len(jobs) == 1:
                raise
            faults += error.problems
            exit_code = max(exit_code, error.exit_code)
    if len(jobs) == 1:
        return done[0]
    return Outcome(
        results=tuple(line for outcome in done for line in (outcome.results if update else outcome.results[:1])),
        problems=(*faults, *(problem for outcome in done for problem in outcome.problems)),
        data={"outlines": [dict(outcome.data) for outcome in done]},
        exit_code=exit_code,
    )


def _jobs(notes: Sequence[Path], output: Path | None, *, join: bool) -> Iterator[tuple[tuple[Path, ...], Path]]:
    """Which notes go into which outline: one each, unless they are joined."""
    if join or len(notes) == 1:
        target = output or Path("outline.yaml")
        yield tuple(notes), target / "outline.yaml" if target.is_dir() else target
        return
    taken: set[str] = set()
    for note in notes:
        stem = "note" if str(note) == "-" else note.stem
        name = next(each for each in (stem, *(f"{stem}-{count}" for count in range(2, 10_000))) if each not in taken)
        taken.add(name)
        yield (note,), (output or _FOLDER) / f"{name}.yaml"


def _update(notes: tuple[Path, ...], target: Path, *, lang: str, encoding: str, limits: Limits) -> Outcome:
    """Bring what has changed in notes into an outline that is there."""
    from briefdeck.commands.updating import update_file
    from briefdeck.files import finish_interrupted

    finished = finish_interrupted(target.parent)
    return update_file(notes, target, lang=lang, encoding=encoding, limits=limits, said_before=finished)


def _map(
    notes: tuple[Path, ...],
    target: Path,
    *,
    force: bool,
    lang: str,
    encoding: str,
    limits: Limits,
    refine: RefineOrder | None,
) -> Outcome:
    """Map notes into one outline and write it with its pictures."""
    from briefdeck import workspace
    from briefdeck.commands.mapping import map_files
    from briefdeck.files import finish_interrupted, write_whole
    from briefdeck.replacing import check_inputs_kept, check_outline_replaceable
    from briefdeck.text.outline import dump_outline

    _check_notes(notes)
    check_inputs_kept((target,), notes)
    finished = finish_interrupted(target.parent)
    check_outline_replaceable(target, force=force)
    mapped = map_files(notes, target, lang=lang, encoding=encoding, limits=limits, force=force)
    made = mapped.outline
    text = dump_outline(made)
    data = text.encode()
    files = {**mapped.files, target: data, workspace.mapping_base(target): data}
    refined = None
    if refine is not None:
        from briefdeck.commands.refining import refine_file

        refined = refine_file(made, text, refine, str(target))
        files[target] = (
            refined.text.encode()
        )  # the base stays the rules' own: a refined text is kept like an edited one
    schema_path = target.parent / "outline.schema.json"
    if not schema_path.exists():
        from briefdeck.text.schema import outline_schema

        files[schema_path] = outline_schema().encode()
    write_whole(files)
    sections, points = _count(made)
    pictures = f", {len(mapped.files)} picture{'s' * (len(mapped.files) > 1)}" if mapped.files else ""
    return Outcome(
        results=(
            f"{target}: {sections} sections, {points} points{pictures}",
            *(refined.results if refined else ()),
            f"Edit it, then run: {_build_command(target)}",
        ),
        problems=(*finished, *mapped.remarks, *(refined.problems if refined else ())),
        data={"outline": str(target), "note": " ".join(map(str, notes)), "sections": sections, "points": points},
    )


def _check_notes(notes: Sequence[Path]) -> None:
    """Raise when an outline is given for a note: mapped once more it would be a deck about YAML."""
    from briefdeck import workspace
    from briefdeck.errors import BriefdeckError, Position, Problem

    for path in notes:
        if workspace.is_outline(path) and path.is_file():
            message = "this is named like an outline, which is what comes of a note"
            hint = f"to make its deck and brief: {_build_command(path)}; if it is a note, let its name end with .txt"
            raise BriefdeckError([Problem("BD507", message, Position(str(path)), hint)])


def _count(outline: Outline) -> tuple[int, int]:
    """How many sections and points an outline has, all levels counted."""
    from briefdeck.model.outline import section_points, walk_sections

    sections = list(walk_sections(outline.sections))
    return len(sections), sum(1 for section in sections for _ in section_points(section))


_HARMLESS = str.maketrans(dict.fromkeys("/._-"))
"""Signs that mean nothing to a shell wherever they stand in a path."""


def _build_command(outline_path: Path) -> str:
    """What to type next."""
    name = str(outline_path)
    if name == "outline.yaml":
        return "briefdeck build"
    if not (name.isascii() and name.translate(_HARMLESS).isalnum()):
        import shlex

        name = shlex.quote(name)
    return f"briefdeck build {name}"


COMMAND = Command(
    outline,
    "Map notes into outlines, which you then edit.",
    (
        Option(
            "-o --output",
            "Where the outline goes; a folder for several.  [default: outline.yaml, or outlines/]",
            "path",
        ),
        Option("--join", "Make one outline of all notes.", "flag"),
        Option("--update", "Bring the note's changes into an edited outline; your edits stay.", "flag"),
        Option("--force", "Replace an outline that was edited.", "flag"),
        Option("--lang", "Language of the notes, for example hi; found by itself.", placeholder="TAG"),
        Option("--encoding", "Encoding of the notes, for example cp1251.", placeholder="NAME"),
        Option("--explain", "Print how each line is read, and why; write nothing.", "flag"),
        Option("--refine", "Ask a language model for shorter texts; see docs.", placeholder="URL", parameter="url"),
        Option("--model", "Which model to ask, with --refine.", placeholder="NAME"),
        Option("--loose", "With --refine, take other words than the note's too; they are marked.", "flag"),
        MAX_SIZE,
        *SHARED,
    ),
    Operand("notes", "NOTE...", required=True, several=True),
    _EXAMPLES,
)
