"""Edits of an outline that stands in a file: what a merge decides, and `text` carries out without touching the rest.

A thing is named by the value as it was loaded, with its place (`at`) in the file.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from briefdeck.errors import NOWHERE, Position
from briefdeck.model.outline import (
    Chart,
    Figure,
    Lines,
    Moment,
    Outline,
    Picture,
    Point,
    Quote,
    Remark,
    Section,
    Side,
    Table,
    Term,
    Unused,
)
from briefdeck.named import NamedTuple

Thing: TypeAlias = (
    Outline | Section | Point | Figure | Term | Remark | Unused | Moment | Side | Quote | Table | Chart | Picture
)

SLOTS: dict[type, tuple[str, ...]] = {
    Outline: ("sections", "terms", "questions", "takeaways", "sources", "unused"),
    Section: ("points", "figures", "quote", "timeline", "compare", "table", "chart", "picture", "sections"),
    Point: ("points",),
    Side: ("points",),
}
"""What holds other things, and in which fields; a field that holds one thing or none counts as a list of it."""

ONE_OR_NONE = ("quote", "table", "chart", "picture")
"""Fields that hold one thing, not a list."""


def below(thing: Thing, slot: str) -> tuple[Thing, ...]:
    """The things in one field of a thing, in order."""
    held = getattr(thing, slot)
    if slot in ONE_OR_NONE:
        return () if held is None else (held,)
    return tuple(held)


What: TypeAlias = Literal["new", "changed", "moved", "removed", "kept", "conflict", "deleted", "empty"]


class Said(NamedTuple):
    """One thing that a merge did or found, for people."""

    what: What
    mine: str = ""  # the text in the outline
    theirs: str = ""  # the text of the note
    lines: Lines = ()  # of the note
    at: Position = NOWHERE  # in the outline after the edits


class Change(NamedTuple):
    """Give a thing other values in its own fields; what stands below it is not concerned."""

    before: Thing
    after: Thing
    asides: tuple[tuple[str, str], ...] = ()  # field, and the note's text that is to stand beside it as a comment
    said: tuple[Said, ...] = ()


class Move(NamedTuple):
    """A thing of the file, to be put elsewhere as it is written."""

    thing: Thing
    said: tuple[Said, ...] = ()


class Plant(NamedTuple):
    """A thing that is new to the file, its slots empty, and what is to stand in them."""

    thing: Thing
    slots: tuple[tuple[str, tuple[Plant | Move, ...]], ...] = ()
    marked: bool = False  # whether it gets the comment that says it is new
    said: tuple[Said, ...] = ()


class Insert(NamedTuple):
    """Put things into a slot of a thing, beside one that is there, or at the end."""

    into: Thing
    slot: str
    items: tuple[Plant | Move, ...]
    beside: Thing | None = None
    after: bool = True  # `beside`, else before it


class Remove(NamedTuple):
    """Take a thing out of the file."""

    thing: Thing
    said: tuple[Said, ...] = ()


Edit: TypeAlias = Change | Insert | Remove
