"""How a command ends."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefdeck.named import NamedTuple

if TYPE_CHECKING:
    from briefdeck.errors import Problem


class Outcome(NamedTuple):
    """How a command ended: what it says to people, what to machines, and the exit code."""

    results: tuple[str, ...] = ()  # standard output
    messages: tuple[str, ...] = ()  # standard error
    problems: tuple[Problem, ...] = ()
    data: Mapping[str, object] = MappingProxyType({})
    exit_code: int = 0
    help: str = ""  # what was asked for in place of a command: it is printed as it is, also with --json
