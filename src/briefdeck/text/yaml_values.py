"""What a YAML file holds: texts, lists and mappings, each with its place. Nothing is resolved: a scalar is its text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from briefdeck.errors import Position
from briefdeck.named import NamedTuple


class YamlText(NamedTuple):
    """A scalar: the text as typed, "" when nothing was."""

    text: str
    at: Position
    quoted: bool = False


class YamlList(NamedTuple):
    """A list of values."""

    items: tuple[YamlValue, ...]
    at: Position


class YamlEntry(NamedTuple):
    """One key with its value."""

    key: str
    at: Position  # of the key
    value: YamlValue


class YamlMap(NamedTuple):
    """Keys with their values, in the order of the file."""

    entries: Mapping[str, YamlEntry]
    at: Position


YamlValue: TypeAlias = YamlText | YamlList | YamlMap
