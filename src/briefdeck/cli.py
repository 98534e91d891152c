"""The door: reads the command line, runs a command, prints its `Outcome` and exits.

What this module imports at its top is there anyway when Python has started: an interrupt ends well from `main` on, and
whatever is imported sooner would be a moment in which it ends with a traceback.
"""

from __future__ import annotations

import _thread
import os
import sys

from briefdeck.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from sys import UnraisableHookArgs
    from typing import TextIO

    from briefdeck.commands.outcome import Outcome
    from briefdeck.errors import Position, Problem

_GARBAGE_THRESHOLD = 500_000
"""New objects before garbage is looked for: frozen values make none, and Python's 700 costs a tenth of the time."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with the code that the documentation lists."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    hook = sys.unraisablehook
    try:
        sys.unraisablehook = _coming_again(hook)
        import gc

        gc.set_threshold(_GARBAGE_THRESHOLD)
        code = _shown(_run(words), as_json="--json" in words)
    except KeyboardInterrupt:
        code = 130
    finally:
        sys.unraisablehook = hook
    if arguments is None and not _is_watched():
        os._exit(code)  # all is written and said: to take the modules apart costs as much as to read three notes
    sys.exit(code)


def _coming_again(hook: Callable[[UnraisableHookArgs], object]) -> Callable[[UnraisableHookArgs], object]:
    """A hook that lets an interrupt come again which Python dropped amid clearing away, where nothing can be raised."""

    def again() -> None:
        from briefdeck.disk_steps import pause

        pause()
        _thread.interrupt_main()

    def dropped(fault: UnraisableHookArgs) -> None:
        if isinstance(fault.exc_value, KeyboardInterrupt):
            _thread.start_new_thread(again, ())
        else:
            hook(fault)

    return dropped


def _is_watched() -> bool:
    """Whether somebody looks at how the process runs and would miss its end: a profiler, a debugger, coverage."""
    return bool(sys.gettrace() or sys.getprofile() or sys.flags.inspect or "coverage" in sys.modules)


def _shown(outcome: Outcome, *, as_json: bool) -> int:
    """Print how a command ended, and give its exit code; a reader that has gone is no fault, a full disk is one."""
    import contextlib

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
            _say(f"briefdeck: what was to be printed cannot be written: {reason}", sys.stderr)
        _close_streams()
        return outcome.exit_code or 4
    return outcome.exit_code


def _close_streams() -> None:
    """Let what is still to be printed go nowhere: Python would try once more at its end, and complain."""
    import contextlib

    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with contextlib.suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _run(arguments: Sequence[str]) -> Outcome:
    """Run one command. A remark counts as a fault when the line asks for that."""
    from briefdeck.commands.declared import Misused

    try:
        outcome = _plainly(arguments)
        if outcome is None:
            outcome = _by_click(arguments)
    except Misused as error:
        return _misused(str(error), f"briefdeck {arguments[0]}")
    except Exception as error:
        return _failed(error)
    if "--strict" in arguments and outcome.problems and not outcome.exit_code:
        return outcome._replace(exit_code=1)
    return outcome


def _plainly(arguments: Sequence[str]) -> Outcome | None:
    """Run a command whose line is plain; None for any other line, which is click's to read."""
    from briefdeck.commands import COMMANDS, command_named
    from briefdeck.commands.declared import read_plainly

    if not arguments or arguments[0] not in COMMANDS or "_BRIEFDECK_COMPLETE" in os.environ:
        return None
    command = command_named(arguments[0])
    values = read_plainly(command, arguments[1:])
    return None if values is None else command.run(**values)


def _by_click(arguments: Sequence[str]) -> Outcome:
    """Let click read the line. What it prints itself, help and the version, is caught and printed with the rest."""
    import contextlib
    import io

    import click

    from briefdeck.commands.by_click import cli
    from briefdeck.commands.outcome import Outcome

    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            outcome = cli.main(args=list(arguments), prog_name="briefdeck", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        return Outcome(messages=(error.ctx.get_help() if error.ctx else error.format_message(),), exit_code=2)
    except click.UsageError as error:
        return _misused(error.format_message(), error.ctx.command_path if error.ctx else "briefdeck")
    except click.Abort:
        return Outcome(exit_code=130)
    return outcome if isinstance(outcome, Outcome) else Outcome(help=printed.getvalue().rstrip("\n"))


def _misused(message: str, command: str) -> Outcome:
    """Say what is wrong with the command line."""
    from briefdeck.commands.outcome import Outcome
    from briefdeck.errors import Problem

    return Outcome(problems=(Problem("BD530", message, hint=f"see {command} --help"),), exit_code=2)


def _failed(error: Exception) -> Outcome:
    """List the problems of the input; anything that is not a BriefdeckError is ours to mend, with a traceback."""
    import traceback

    from briefdeck.commands.outcome import Outcome
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
        _say(outcome.help, sys.stdout)
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
        _say(console.to_json(data), sys.stdout)
        return
    for line in outcome.results:
        _say(line, sys.stdout)
    if outcome.problems:
        colour = sys.stderr is not None and sys.stderr.isatty() and not os.environ.get("NO_COLOR")
        said = console.render_problems(outcome.problems, _source_line, colour=colour, **_width())
        if colour and sys.platform == "win32":
            import click

            click.echo(said, err=True, color=True)  # consoles of Windows do not all know the signs for colours
        else:
            _say(said, sys.stderr)
    for line in outcome.messages:
        _say(line, sys.stderr)


def _width() -> dict[str, int]:
    """The columns of the terminal that problems are printed on, where somebody knows."""
    try:
        told = os.environ.get("COLUMNS", "")
        columns = int(told) if told.isdecimal() else os.get_terminal_size(sys.stderr.fileno()).columns
    except (AttributeError, OSError, ValueError):  # no terminal, or none that says
        return {}
    return {"width": columns} if columns else {}


def _say(text: str, stream: TextIO | None) -> None:
    """Print a line at once, so that results and messages keep their order; nowhere when there is no such stream."""
    if stream is not None:
        stream.write(f"{text}\n")
        stream.flush()


def _source_line(at: Position) -> str | None:
    """Read the line that a problem names, to print it above the caret."""
    from pathlib import Path

    from briefdeck.errors import BriefdeckError
    from briefdeck.files import read_bytes

    if at.called:
        return None  # a paragraph of a file that is no text
    try:
        data = read_bytes(Path(at.file), "file")
    except BriefdeckError:
        return None
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    lines = data.removeprefix(b"\xef\xbb\xbf").decode(encoding, errors="replace").splitlines()
    return lines[at.line - 1] if at.line <= len(lines) else None
