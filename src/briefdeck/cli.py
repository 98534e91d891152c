"""The only door: arguments, files, clock, printing. Every command returns an `Outcome`; `main` prints it and exits."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import click

from briefdeck.version import __version__

if TYPE_CHECKING:
    from briefdeck.errors import Position, Problem
    from briefdeck.model.outline import Outline

_GARBAGE_THRESHOLD = 500_000
"""New objects before garbage is looked for: frozen values make none, and Python's 700 costs a tenth of the time."""

_EXAMPLES = {
    "main": """
\b
Examples:
  briefdeck outline lesson.txt          map a note into outline.yaml, then edit it
  briefdeck build                       make dist/deck.pptx and dist/brief.pdf from outline.yaml
  briefdeck verify                      read both files back and check every promise
""",
    "outline": """
\b
Examples:
  briefdeck outline lesson.txt
  briefdeck outline lesson.txt -o monday/outline.yaml
  briefdeck outline lesson.txt --force  replace an outline that was edited
""",
    "build": """
\b
Examples:
  briefdeck build                       ./outline.yaml into ./dist/
  briefdeck build lesson.txt            straight from a note into ./dist/lesson/
  briefdeck build --paper letter --theme high-contrast
  briefdeck build --only brief -o print --name sochi
""",
    "verify": """
\b
Examples:
  briefdeck verify
  briefdeck verify dist/lesson --json
""",
}


class Outcome(NamedTuple):
    """How a command ended: what it says to people, what to machines, and the exit code."""

    results: tuple[str, ...] = ()  # standard output
    messages: tuple[str, ...] = ()  # standard error
    problems: tuple[Problem, ...] = ()
    data: Mapping[str, object] = MappingProxyType({})
    exit_code: int = 0


class _Group(click.Group):
    """Commands in the order in which a teacher needs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


def _shared(function: Callable[..., Outcome]) -> Callable[..., Outcome]:
    """Options that every command takes."""
    function = click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")(function)
    return click.option("--strict", is_flag=True, help="Exit with 1 when there are remarks.")(function)


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_EXAMPLES["main"],
    invoke_without_command=False,
)
@click.version_option(__version__, "--version", message="briefdeck %(version)s")
def cli() -> None:
    """Turn a note into an editable slide deck and a one-page PDF brief with the same sections."""


@cli.command(epilog=_EXAMPLES["outline"], short_help="Map a note into an outline, which you then edit.")
@click.argument("note", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=Path("outline.yaml"), show_default=True,
    help="Where the outline goes.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Replace an outline that was edited.")
@click.option("--lang", default="", metavar="TAG", help="Language of the note, for example hi; found by itself.")
@click.option("--encoding", default="", metavar="NAME", help="Encoding of the note, for example cp1251.")
@_shared
def outline(note: Path, output: Path, force: bool, lang: str, encoding: str, **_: bool) -> Outcome:
    """Map NOTE into an outline, which you then edit."""
    from briefdeck import workspace
    from briefdeck.files import read_bytes, write_whole
    from briefdeck.model.values import replace
    from briefdeck.pipeline import map_note
    from briefdeck.text.outline import dump_outline

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
        problems=remarks,
        data={"outline": str(output), "note": str(note), "sections": sections, "points": points},
    )


@cli.command(epilog=_EXAMPLES["build"], short_help="Make the deck and the one-page brief.")
@click.argument("source", type=click.Path(path_type=Path), required=False, metavar="[OUTLINE | NOTE]")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the files.  [default: dist]")
@click.option("--name", default="", metavar="NAME", help="Names the files NAME.pptx and NAME.pdf.")
@click.option("--only", type=click.Choice(["deck", "brief"]), help="Make one of the two.")
@click.option("--theme", default="", metavar="NAME", help="A theme of `briefdeck themes`.")
@click.option("--paper", type=click.Choice(["a4", "letter"]), help="Paper of the brief.")
@click.option("--force", is_flag=True, help="Replace a deck that was edited since it was built.")
@click.option("--explain", is_flag=True, help="Say which layout each slide has, and why.")
@_shared
def build(  # noqa: PLR0917 (click hands the options over by name)
    source: Path | None,
    output: Path | None,
    name: str,
    only: Literal["deck", "brief"] | None,
    theme: str,
    paper: Literal["a4", "letter"] | None,
    force: bool,
    explain: bool,
    **_: bool,
) -> Outcome:
    """Make the deck and the one-page brief from ./outline.yaml, another outline, or straight from a note."""
    from briefdeck import console, workspace
    from briefdeck.files import write_whole
    from briefdeck.pipeline import Order, make

    path = source or Path(workspace.OUTLINE_NAME)
    folder = output or workspace.default_folder(path)
    workspace.check_name(name)
    targets = workspace.targets(folder, name)
    if only != "brief":
        workspace.check_deck_replaceable(targets["deck"], force=force)
    read = workspace.read_source(path)
    order = Order(
        theme=theme,
        paper=paper or "",
        only=only or "",
        outline_path=workspace.relative(read.outline_path, folder) if read.outline_path else "",
        note_path=workspace.relative(read.note_path, folder) if read.note_path else "",
    )
    briefing = make(read.outline, order)
    made = {targets[kind]: data for kind, data in briefing.files.items()}
    write_whole(made)
    return Outcome(
        results=(*console.made_lines(briefing, targets), *([console.explain_table(briefing)] if explain else [])),
        messages=tuple(console.cut_lines(briefing)),
        problems=(*read.remarks, *briefing.remarks),
        data={"files": {kind: str(targets[kind]) for kind in briefing.files}, **console.briefing_data(briefing)},
    )


@cli.command(epilog=_EXAMPLES["verify"], short_help="Read the finished files back and check every promise.")
@click.argument("folder", type=click.Path(path_type=Path), default=Path("dist"), metavar="[DIST]")
@click.option("--name", default="", metavar="NAME", help="The files are NAME.pptx and NAME.pdf.")
@click.option("--outline", "outline_path", type=click.Path(path_type=Path), help="The outline, if it has moved.")
@click.option("--note", "note_path", type=click.Path(path_type=Path), help="The note, if it has moved.")
@_shared
def verify(folder: Path, name: str, outline_path: Path | None, note_path: Path | None, **_: bool) -> Outcome:
    """Read the finished files back and check every promise; exit with 1 when one is broken."""
    from briefdeck import workspace
    from briefdeck.console import render_checks, render_parity

    report = workspace.check_folder(workspace.targets(folder, name), outline_path, note_path)
    return Outcome(
        results=(render_parity(report.rows), render_checks(report.checks)),
        problems=report.problems,
        data={
            "ok": report.ok,
            "parity": [_fields(row) for row in report.rows],
            "checks": [_fields(check) for check in report.checks],
        },
        exit_code=0 if report.ok else 1,
    )


@cli.command(short_help="Print the JSON Schema of outline.yaml.")
@_shared
def schema(**_: bool) -> Outcome:
    """Print the JSON Schema of outline.yaml, for editors that complete and check."""
    import json

    from briefdeck.text.schema import outline_schema

    text = outline_schema()
    return Outcome(results=(text.rstrip(),), data={"schema": json.loads(text)})


@cli.command()
@_shared
def themes(**_: bool) -> Outcome:
    """List the themes."""
    from briefdeck.assets import read_look, theme_names
    from briefdeck.console import render_table

    found = [read_look(name).theme for name in theme_names()]
    rows = [(theme.name, theme.title, theme.description) for theme in found]
    return Outcome(
        results=(render_table(("name", "title", "for"), rows, widest=80),),
        data={"themes": [{"name": name, "title": title, "description": words} for name, title, words in rows]},
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with the code that the documentation lists."""
    gc.set_threshold(_GARBAGE_THRESHOLD)
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    as_json = "--json" in arguments
    try:
        outcome = _run(arguments)
    except KeyboardInterrupt:
        sys.exit(130)
    try:
        if outcome is not None:
            _print(outcome, as_json=as_json)
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(outcome.exit_code if outcome else 0)


def _run(arguments: Sequence[str]) -> Outcome | None:
    """Run one command. None where click has printed help or the version itself."""
    strict = "--strict" in arguments
    try:
        outcome = cli.main(args=list(arguments), prog_name="briefdeck", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else error.format_message(), err=True)
        return Outcome(exit_code=2)
    except click.UsageError as error:
        return _misused(error)
    except click.Abort:
        return Outcome(exit_code=130)
    except BrokenPipeError:
        return Outcome()
    except Exception as error:
        return _failed(error)
    if not isinstance(outcome, Outcome):
        return None
    if strict and outcome.problems and not outcome.exit_code:
        return outcome._replace(exit_code=1)
    return outcome


def _misused(error: click.UsageError) -> Outcome:
    """Say what is wrong with the command line."""
    from briefdeck.errors import Problem

    command = error.ctx.command_path if error.ctx else "briefdeck"
    problem = Problem("BD530", error.format_message(), hint=f"see {command} --help")
    return Outcome(problems=(problem,), exit_code=2)


def _failed(error: Exception) -> Outcome:
    """List the problems of the input; anything that is not a BriefdeckError is ours to mend, with a traceback."""
    import traceback

    from briefdeck.errors import BriefdeckError

    if isinstance(error, BriefdeckError):
        return Outcome(problems=error.problems, exit_code=error.exit_code)
    traceback.print_exc()
    return Outcome(
        messages=(
            f"This is a bug in briefdeck {__version__}, not a fault of yours. Nothing was written.",
            "Please report it with the text above and, if you can, the file that caused it.",
        ),
        data={"bug": traceback.format_exc()},
        exit_code=70,
    )


def _print(outcome: Outcome, *, as_json: bool) -> None:
    """Print results to standard output, problems and messages to standard error; with --json one object only."""
    from briefdeck import console

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a console without UTF-8 shows escapes instead of failing
    if as_json:
        data = {
            "version": __version__,
            "exit_code": outcome.exit_code,
            **outcome.data,
            "problems": [console.problem_data(problem) for problem in outcome.problems],
        }
        click.echo(console.to_json(data))
        return
    for line in outcome.results:
        click.echo(line)
    if outcome.problems:
        colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
        click.echo(console.render_problems(outcome.problems, _source_line, colour=colour), err=True, color=colour)
    for line in outcome.messages:
        click.echo(line, err=True)


def _source_line(at: Position) -> str | None:
    """Read the line that a problem names, to print it above the caret."""
    from briefdeck.errors import BriefdeckError
    from briefdeck.files import read_bytes

    try:
        data = read_bytes(Path(at.file), "file")
    except BriefdeckError:
        return None
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    lines = data.decode(encoding, errors="replace").splitlines()
    return lines[at.line - 1] if at.line <= len(lines) else None


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


def _fields(value: Any) -> dict[str, object]:  # noqa: ANN401 (any frozen value of the report)
    """Give a frozen value as JSON-ready data."""
    from dataclasses import asdict

    return asdict(value)
