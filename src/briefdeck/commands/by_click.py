"""The command line as click reads it: help, completion, and every line that is not plain."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from briefdeck.commands import COMMANDS, command_named
from briefdeck.commands.declared import Command, OneOf, Option, Value, default_of
from briefdeck.version import __version__

_EXAMPLES = """
\b
Examples:
  briefdeck outline lesson.txt          map a note into outline.yaml, then edit it
  briefdeck build                       make dist/deck.pptx and dist/brief.pdf from outline.yaml
  briefdeck verify                      read both files back and check every promise
"""

_PATH = click.Path(path_type=Path, readable=False)
_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False, readable=False)


class _Group(click.Group):
    """The commands in the order in which a teacher needs them; each module is imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return _command(cmd_name, command_named(cmd_name)) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            if close := get_close_matches(name, COMMANDS, 1):
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


def _command(name: str, declared: Command) -> click.Command:
    parameters: list[click.Parameter] = []
    if operand := declared.operand:
        parameters.append(
            click.Argument(
                [operand.name], type=_PATH, nargs=-1 if operand.several else 1, required=operand.required,
                metavar=operand.placeholder, default=operand.default,
            )
        )  # fmt: skip
    return click.Command(
        name,
        callback=declared.run,
        params=[*parameters, *map(_option, declared.options)],
        help=declared.run.__doc__,
        epilog=declared.examples or None,
        short_help=declared.short,
    )


def _option(option: Option) -> click.Option:
    names = [option.name, *option.names.split()]
    if option.kind == "flag":
        return click.Option(names, is_flag=True, help=option.about)
    return click.Option(
        names,
        type=_type(option),
        default=None if option.several else default_of(option),
        multiple=option.several,
        metavar=option.placeholder,
        help=option.about,
        callback=_converted(option.convert) if option.convert else None,
    )


def _type(option: Option) -> Value:
    kind = option.kind
    if isinstance(kind, str):
        return {"path": _PATH, "folder": _FOLDER}.get(kind)
    if isinstance(kind, OneOf):
        return click.Choice(kind.words)
    if isinstance(kind.least, int):
        return click.IntRange(int(kind.least), int(kind.most))
    return click.FloatRange(kind.least, kind.most)


def _converted(convert: Callable[[Value], Value]) -> Callable[[click.Context, click.Parameter, Value], Value]:
    def call(_context: click.Context, _parameter: click.Parameter, value: Value) -> Value:
        try:
            return convert(value)
        except ValueError as error:
            raise click.BadParameter(str(error)) from None

    return call
