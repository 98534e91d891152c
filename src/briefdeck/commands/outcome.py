"""How a command ends, and the options that every command takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from briefdeck.errors import Problem
    from briefdeck.model.limits import Limits


PATH = click.Path(path_type=Path, readable=False)
"""A path as it was typed: what is wrong with the file behind it is said by whoever opens it."""


class Outcome(NamedTuple):
    """How a command ended: what it says to people, what to machines, and the exit code."""

    results: tuple[str, ...] = ()  # standard output
    messages: tuple[str, ...] = ()  # standard error
    problems: tuple[Problem, ...] = ()
    data: Mapping[str, object] = MappingProxyType({})
    exit_code: int = 0
    help: str = ""  # what was asked for in place of a command: it is printed as it is, also with --json


def shared(function: Callable[..., Outcome]) -> Callable[..., Outcome]:
    """Options that every command takes."""
    function = click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")(function)
    return click.option("--strict", is_flag=True, help="Exit with 1 when there are remarks.")(function)


def allow_dir(function: Callable[..., Outcome]) -> Callable[..., Outcome]:
    """The option of commands that read an outline with its files, handed over as `allowed`."""
    about = "Pictures and CSV files may also lie in this folder; may be given several times."
    where = click.Path(path_type=Path, exists=True, file_okay=False, readable=False)
    return click.option("--allow-dir", "allowed", type=where, multiple=True, metavar="DIR", help=about)(function)


def max_size(function: Callable[..., Outcome]) -> Callable[..., Outcome]:
    """The option of commands that read notes and outlines, handed over as `limits`."""
    about = "Take a note of so many MB, and an outline of a thousand points for each.  [default: 20]"
    size = click.FloatRange(min=0.001, max=1000)
    return click.option("--max-size", "limits", type=size, default=None, metavar="MB", help=about, callback=_limits)(
        function
    )


def _limits(_context: click.Context, _option: click.Parameter, megabytes: float | None) -> Limits:
    from briefdeck.model.limits import LIMITS, limits_for

    return LIMITS if megabytes is None else limits_for(megabytes)
