"""How a command ends, and the options that every command takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from briefdeck.errors import Problem


class Outcome(NamedTuple):
    """How a command ended: what it says to people, what to machines, and the exit code."""

    results: tuple[str, ...] = ()  # standard output
    messages: tuple[str, ...] = ()  # standard error
    problems: tuple[Problem, ...] = ()
    data: Mapping[str, object] = MappingProxyType({})
    exit_code: int = 0


def shared(function: Callable[..., Outcome]) -> Callable[..., Outcome]:
    """Options that every command takes."""
    function = click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")(function)
    return click.option("--strict", is_flag=True, help="Exit with 1 when there are remarks.")(function)
