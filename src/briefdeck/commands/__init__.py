"""The commands of the command line, each in a module of its name that declares it as `COMMAND`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefdeck.commands.declared import Command

COMMANDS = ("outline", "build", "verify", "schema", "themes", "template")
"""In the order in which a teacher needs them."""


def command_named(name: str) -> Command:
    """The command of that name; its module is imported when it is asked for."""
    from importlib import import_module

    command: Command = import_module(f"briefdeck.commands.{name}").COMMAND
    return command
