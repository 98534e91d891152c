"""What a YAML file holds: texts, lists and mappings, each with its place. Nothing is resolved: a scalar is its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from briefdeck.errors import Position


@dataclass(frozen=True, slots=True)
class YamlText:
    """A scalar: the text as typed, "" when nothing was."""

    text: str
    at: Position
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class YamlList:
    """A list of values."""

    items: tuple[YamlValue, ...]
    at: Position


@dataclass(frozen=True, slots=True)
class YamlEntry:
    """One key with its value."""

    key: str
    at: Position  # of the key
    value: YamlValue


@dataclass(frozen=True, slots=True)
class YamlMap:
    """Keys with their values, in the order of the file."""

    entries: Mapping[str, YamlEntry]
    at: Position


YamlValue: TypeAlias = YamlText | YamlList | YamlMap
