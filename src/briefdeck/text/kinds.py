"""What may stand in a YAML file of ours, as data: the closed list of kinds, and shapes made of them.

One table of shapes is read three ways, and so cannot drift: `shape_reader` turns YAML into values with it,
`outline_dump` turns the values into YAML again, `schema` tells editors about it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from briefdeck.errors import Position, Problem
from briefdeck.named import NamedTuple

if TYPE_CHECKING:
    from briefdeck.text.yaml_values import YamlMap


class Text(NamedTuple):
    """Words, on one line; a list of cells may hold empty ones."""

    many_lines: bool = False  # line breaks are kept; elsewhere they are read as spaces
    may_be_empty: bool = False


class Pattern(NamedTuple):
    """A text of a certain form."""

    regex: str  # of the whole text; also given to editors, so no Python-only syntax
    code: str
    what: str  # "a colour"
    example: str


ID_REGEX = "[A-Za-z][A-Za-z0-9_-]{0,63}"  # no dot: it parts a section's id from the name of what stands in it


class Identifier(NamedTuple):
    """The author's own id; unique in the file."""


class Choice(NamedTuple):
    """One of a few words."""

    words: tuple[str, ...]


class Flag(NamedTuple):
    """`true` or `false`."""

    default: bool = False


class Number(NamedTuple):
    """A number between two bounds, both allowed; whole unless said otherwise."""

    low: int
    high: int
    whole: bool = True


MAX_LINE = 1_000_000  # of a note


class LineNumbers(NamedTuple):
    """Lines of the note: `6`, `"6-8"`, `[6, 9]`, `["6-8", 11]`."""


class TitleOrigin(NamedTuple):
    """Where the title comes from: a word, or lines of the note."""

    words: tuple[str, ...]


class ListOf(NamedTuple):
    """A list of things of one kind."""

    kind: Kind
    least: int = 0
    most: int | None = None


class One(NamedTuple):
    """A thing with keys: the name of its shape, so that shapes may hold each other."""

    shape: str


Kind: TypeAlias = Text | Pattern | Identifier | Choice | Flag | Number | LineNumbers | TitleOrigin | ListOf | One


class Key(NamedTuple):
    """One key of a shape."""

    kind: Kind
    about: str  # for the author, one line; editors show it
    field: str = ""  # name in the model, where it differs from the key
    required: bool = False
    places: str = ""  # of a list: name in the model of where each of its items stands


class Shape(NamedTuple):
    """A thing with keys."""

    what: str  # "a section"
    keys: Mapping[str, Key]
    build: Callable[[dict[str, Any], Position], Any]  # the model's value from its fields
    parts: Callable[[Any], Mapping[str, Any]] | None = None  # the way back, where it is not just the attributes
    short: str = ""  # the key that a bare text stands for
    pair: tuple[str, ...] = ()  # `- word: "text"`: the key of the word, of the text, and of a list in its place
    check: Callable[[YamlMap, dict[str, Any]], Iterator[Problem]] | None = None  # what keys mean to each other
    hints: Mapping[str, str] = MappingProxyType({})  # keys that people try: the right one, or what to do
    one_line: bool = False  # written as {key: value, ...}


Shapes: TypeAlias = Mapping[str, Shape]
