"""What a command takes on its line, as data, and how a plain line is read.

Most lines name files and a few options, and `read_plainly` reads them. What is wrong, what must be looked at closely
and what asks for help is read by click from the same data (`by_click.py`): click takes as long to be imported as a
page to be mapped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal

from briefdeck.commands.outcome import Outcome
from briefdeck.named import NamedTuple

Value = Any
"""What a line gives for an option: a command's parameter of that name says which type it is."""


class OneOf(NamedTuple):
    """One of these words."""

    words: tuple[str, ...]


class Within(NamedTuple):
    """A number from `least` to `most`; a whole one when `least` is."""

    least: float
    most: float


Kind = Literal["flag", "text", "path", "folder"] | OneOf | Within
"""A `folder` must be there; what is wrong with the file behind a `path` is said by whoever opens it."""


class Option(NamedTuple):
    """An option of a command."""

    names: str  # separated by a space; the last one, without dashes, names the parameter unless `parameter` does
    about: str
    kind: Kind = "text"
    placeholder: str | None = None  # for its value, in the help
    parameter: str = ""
    default: Value = None
    several: bool = False
    convert: Callable[[Value], Value] | None = None  # raises ValueError

    @property
    def name(self) -> str:
        """The parameter that the value is handed over as."""
        return self.parameter or self.names.split()[-1].lstrip("-").replace("-", "_")


class Operand(NamedTuple):
    """The path or paths that a command is given without an option."""

    name: str
    placeholder: str
    required: bool = False
    several: bool = False
    default: Path | None = None


class Command(NamedTuple):
    """A command: what it takes, and the function that gets it by name."""

    run: Callable[..., Outcome]
    short: str
    options: tuple[Option, ...]
    operand: Operand | None = None
    examples: str = ""


class Misused(Exception):
    """What was asked for does not fit together; its text is for people."""


def read_plainly(command: Command, words: Sequence[str]) -> dict[str, Value] | None:
    """The parameters that a line gives a command; None when it is not plain, and click has to look at it."""
    known = {name: option for option in command.options for name in option.names.split()}
    values = {option.name: _default(option) for option in command.options}
    paths: list[Path] = []
    left = iter(words)
    for word in left:
        if not word:
            return None
        if word == "-" or not word.startswith("-"):
            paths.append(Path(word))
            continue
        option = known.get(word)
        if option is None or option.several or option.convert or option.kind not in ("flag", "text", "path"):
            return None
        if option.kind == "flag":
            values[option.name] = True
            continue
        value = next(left, "")
        if not value or value.startswith("-"):
            return None
        values[option.name] = Path(value) if option.kind == "path" else value
    if not _take(command.operand, paths, values):
        return None
    return values


def _take(operand: Operand | None, paths: list[Path], values: dict[str, Value]) -> bool:
    """Put the paths of a line where the command wants them, when they are as many as it takes."""
    if operand is None:
        return not paths
    if (operand.required and not paths) or (len(paths) > 1 and not operand.several):
        return False
    values[operand.name] = tuple(paths) if operand.several else paths[0] if paths else operand.default
    return True


def _default(option: Option) -> Value:
    value = () if option.several else default_of(option)
    return option.convert(value) if option.convert else value


def default_of(option: Option) -> Value:
    """What an option is when a line does not name it, before it is converted."""
    if option.kind == "flag":
        return False
    return "" if option.default is None and option.kind == "text" else option.default
