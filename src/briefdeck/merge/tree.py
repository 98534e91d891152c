"""An outline as a flat list of its things, each with its text, its place in the note and what it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from briefdeck.model.edits import SLOTS, Thing, below
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
from briefdeck.model.values import field_names, is_place
from briefdeck.named import NamedTuple

_BOOKKEEPING = frozenset({"id", "explicit_id"})


class Node(NamedTuple):
    """One thing of an outline."""

    number: int  # its own in the tree
    kind: str  # things of one kind can be the same thing
    thing: Thing
    parent: int  # -1 for the outline
    slot: str  # the field of the parent that holds it
    context: str  # the title of the section it stands in
    children: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """What it says, spaces made even: what tells it from others of its kind."""
        return " ".join(said_by(self.thing).split())

    @property
    def lines(self) -> Lines:
        """The lines of the note it comes from."""
        return lines_of(self.thing)


Tree = tuple[Node, ...]


def tree_of(outline: Outline) -> Tree:
    """Every thing of the outline in reading order, the outline itself first."""
    nodes: list[Node] = []
    _grow(nodes, outline, -1, "", "")
    return tuple(nodes)


def _grow(nodes: list[Node], thing: Thing, parent: int, slot: str, context: str) -> int:
    number = len(nodes)
    node = Node(number, _kind(thing, slot), thing, parent, slot, context)
    nodes.append(node)
    inside = thing.title if isinstance(thing, Section) else context
    children = [
        _grow(nodes, child, number, name, inside) for name in SLOTS.get(type(thing), ()) for child in below(thing, name)
    ]
    nodes[number] = node._replace(children=tuple(children))
    return number


def _kind(thing: Thing, slot: str) -> str:
    if isinstance(thing, Point):
        return "group" if thing.is_group else "point"
    return "section" if isinstance(thing, Section) else slot or "outline"


def ancestors(tree: Tree, index: int) -> Iterator[int]:
    """What a node stands in, from near to far; the node itself not included."""
    while (index := tree[index].parent) >= 0:
        yield index


def said_by(thing: Thing) -> str:
    """The words of a thing, without what stands below it."""
    match thing:
        case Outline() | Section():
            return thing.title
        case Point():
            return thing.say or thing.label
        case Side():
            return thing.label
        case Figure():
            return f"{thing.value} {thing.caption}"
        case Term():
            return f"{thing.term}: {thing.meaning}"
        case Remark() | Quote():
            return thing.text
        case Unused():
            return thing.reason
        case Moment():
            return f"{thing.when}: {thing.what}"
        case Table():
            return (
                thing.file
                or thing.caption
                or " | ".join((*thing.header, *(cell for row in thing.rows for cell in row)))
            )
        case Chart():
            return thing.file or thing.caption or " | ".join((*thing.categories, *(one.name for one in thing.series)))
        case Picture():
            return f"{thing.file}: {thing.alt}"


def lines_of(thing: Thing) -> Lines:
    """The lines of the note that a thing cites."""
    if isinstance(thing, Outline):
        return thing.title_lines
    return () if isinstance(thing, Side) else thing.lines


def lines_field(thing: Thing) -> str:
    """The field that holds the lines, "" where there is none."""
    if isinstance(thing, Outline):
        return "title_lines"
    return "" if isinstance(thing, Side) else "lines"


def own_fields(thing: Thing) -> tuple[str, ...]:
    """The fields in which a thing says something itself: neither bookkeeping nor things below it."""
    kind: type = type(thing)
    return _own_fields(kind)


@lru_cache(maxsize=32)
def _own_fields(kind: type) -> tuple[str, ...]:
    held = SLOTS.get(kind, ())
    return tuple(name for name in field_names(kind) if not (name in _BOOKKEEPING or is_place(name) or name in held))
