"""The door: reads the command line, runs a command, prints its `Outcome` and exits."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefdeck.commands.outcome import Outcome
from briefdeck.version import __version__

if TYPE_CHECKING:
    from briefdeck.errors import Position, Problem

_GARBAGE_THRESHOLD = 500_000
"""New objects before garbage is looked for: frozen values make none, and Python's 700 costs a tenth of the time."""

_COMMANDS = ("outline", "build", "verify", "schema", "themes", "template")
"""Each is a click command of that name in the module of that name in `commands/`."""

_EXAMPLES = """
\b
Examples:
  briefdeck outline lesson.txt          map a note into outline.yaml, then edit it
  briefdeck build                       make dist/deck.pptx and dist/brief.pdf from outline.yaml
  briefdeck verify                      read both files back and check every promise
"""


class _Group(click.Group):
    """The commands in the order in which a teacher needs them; each module is imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        from importlib import import_module

        command: click.Command = getattr(import_module(f"briefdeck.commands.{cmd_name}"), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in _COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            if close := get_close_matches(name, _COMMANDS, 1):
                raise click.UsageError(f"No such command '{name}'. Did you mean '{close[0]}'?", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_EXAMPLES,
    invoke_without_command=False,
)
@click.version_option(__version__, "--version", message="briefdeck %(version)s")
def cli() -> None:
    """Turn a note into an editable slide deck and a one-page PDF brief with the same sections."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with the code that the documentation lists."""
    gc.set_threshold(_GARBAGE_THRESHOLD)
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    as_json = "--json" in arguments
    try:
        code = _shown(_run(arguments), as_json=as_json)
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def _shown(outcome: Outcome, *, as_json: bool) -> int:
    """Print how a command ended, and give its exit code; a reader that has gone is no fault, a full disk is one."""
    try:
        _print(outcome, as_json=as_json)
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except BrokenPipeError:
        _close_streams()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        with contextlib.suppress(OSError):
            click.echo(f"briefdeck: what was to be printed cannot be written: {reason}", err=True)
        _close_streams()
        return outcome.exit_code or 4
    return outcome.exit_code


def _close_streams() -> None:
    """Let what is still to be printed go nowhere: Python would try once more at its end, and complain."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with contextlib.suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _run(arguments: Sequence[str]) -> Outcome:
    """Run one command. What click itself prints, help and the version, is caught and printed with the rest."""
    strict = "--strict" in arguments
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            outcome = cli.main(args=list(arguments), prog_name="briefdeck", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        return Outcome(messages=(error.ctx.get_help() if error.ctx else error.format_message(),), exit_code=2)
    except click.UsageError as error:
        return _misused(error)
    except click.Abort:
        return Outcome(exit_code=130)
    except Exception as error:
        return _failed(error)
    if not isinstance(outcome, Outcome):
        return Outcome(help=printed.getvalue().rstrip("\n"))
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
    if isinstance(error, FileNotFoundError) and not _is_somewhere():
        return Outcome(problems=(_nowhere(),), exit_code=3)
    traceback.print_exc()
    return Outcome(
        messages=(
            f"This is a bug in briefdeck {__version__}, not a fault of yours. Nothing was written.",
            "Please report it with the text above and, if you can, the file that caused it.",
        ),
        data={"bug": traceback.format_exc()},
        exit_code=70,
    )


def _is_somewhere() -> bool:
    """Whether the folder that the command was started in is still there."""
    try:
        os.getcwd()  # noqa: PTH109 (Path.cwd would do the same, and say less)
    except OSError:
        return False
    return True


def _nowhere() -> Problem:
    from briefdeck.errors import Problem

    return Problem("BD506", "the folder that this was started in is gone", hint="change into a folder that is there")


def _print(outcome: Outcome, *, as_json: bool) -> None:
    """Print results to standard output, problems and messages to standard error; with --json one object only."""
    from briefdeck import console

    if outcome.help:
        click.echo(outcome.help)
        return
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
        colour = sys.stderr is not None and sys.stderr.isatty() and not os.environ.get("NO_COLOR")
        click.echo(console.render_problems(outcome.problems, _source_line, colour=colour), err=True, color=colour)
    for line in outcome.messages:
        click.echo(line, err=True)


def _source_line(at: Position) -> str | None:
    """Read the line that a problem names, to print it above the caret."""
    from briefdeck.errors import BriefdeckError
    from briefdeck.files import read_bytes

    if at.called:
        return None  # a paragraph of a file that is no text
    try:
        data = read_bytes(Path(at.file), "file")
    except BriefdeckError:
        return None
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    lines = data.decode(encoding, errors="replace").splitlines()
    return lines[at.line - 1] if at.line <= len(lines) else None
