"""Map a note into an outline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefdeck.commands.outcome import Outcome, shared

if TYPE_CHECKING:
    from briefdeck.model.outline import Outline

_EXAMPLES = """
\b
Examples:
  briefdeck outline lesson.txt
  briefdeck outline lesson.txt -o monday/outline.yaml
  briefdeck outline lesson.txt --explain  how each line is read, and why
  briefdeck outline lesson.txt --force  replace an outline that was edited
"""


@click.command(epilog=_EXAMPLES, short_help="Map a note into an outline, which you then edit.")
@click.argument("note", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("outline.yaml"), show_default=True,
    help="Where the outline goes.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Replace an outline that was edited.")
@click.option("--lang", default="", metavar="TAG", help="Language of the note, for example hi; found by itself.")
@click.option("--encoding", default="", metavar="NAME", help="Encoding of the note, for example cp1251.")
@click.option("--explain", is_flag=True, help="Print how each line is read, and why; write nothing.")
@shared
def outline(note: Path, output: Path, force: bool, lang: str, encoding: str, *, explain: bool, **_: bool) -> Outcome:
    """Map NOTE into an outline, which you then edit."""
    if explain:
        from briefdeck.commands.line_table import line_table

        return line_table(note, lang, encoding)
    from briefdeck import workspace
    from briefdeck.files import finish_interrupted, read_bytes, write_whole
    from briefdeck.model.values import replace
    from briefdeck.pipeline import map_note
    from briefdeck.text.outline import dump_outline

    finished = finish_interrupted(output.parent)
    workspace.check_outline_replaceable(output, force=force)
    mapped, remarks = map_note(read_bytes(note, "note"), str(note), lang=lang, encoding=encoding)
    mapped = replace(mapped, note=workspace.relative(note, output.parent))
    text = dump_outline(mapped).encode()
    files = {output: text, workspace.mapping_base(output): text}
    schema_path = output.parent / "outline.schema.json"
    if not schema_path.exists():
        from briefdeck.text.schema import outline_schema

        files[schema_path] = outline_schema().encode()
    write_whole(files)
    sections, points = _count(mapped)
    return Outcome(
        results=(f"{output}: {sections} sections, {points} points", f"Edit it, then run: {_build_command(output)}"),
        problems=(*finished, *remarks),
        data={"outline": str(output), "note": str(note), "sections": sections, "points": points},
    )


def _count(outline: Outline) -> tuple[int, int]:
    """How many sections and points an outline has, all levels counted."""
    from briefdeck.model.outline import section_points, walk_sections

    sections = list(walk_sections(outline.sections))
    return len(sections), sum(1 for section in sections for _ in section_points(section))


def _build_command(outline_path: Path) -> str:
    """What to type next."""
    import shlex

    return (
        "briefdeck build"
        if outline_path == Path("outline.yaml")
        else f"briefdeck build {shlex.quote(str(outline_path))}"
    )
