"""New things as lines of `outline.yaml`, or within one line; things that move stand among them as they were typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefdeck.model.edits import ONE_OR_NONE, Move, Plant, Thing
from briefdeck.model.values import replace
from briefdeck.text.outline_dump import inline_keys, value_lines
from briefdeck.text.outline_forms import own_keys, shape_of

NEW = "# new"
"""The comment that marks what is new; it means nothing to the tool, and is the author's to delete."""

Moved = Callable[[Move, int], str]
"""Gives a thing that moves as an item whose dash stands in a column."""

Marks = Callable[[Plant | Move], str]
"""Gives the marks of what is said about an item."""


def in_lines(item: Plant | Move, column: int, moved: Moved, marks: Marks) -> Iterator[str]:
    """The lines of an item in a list, indented so that its dash stands in the column."""
    if isinstance(item, Move):
        yield moved(item, column)
        return
    edge = " " * column
    new = f"  {NEW}" if item.marked else ""
    first = f"{edge}- {marks(item)}"
    for line in _lines(item, column, moved, marks):
        yield f"{first}{line}{new}"
        first, new = f"{edge}  ", ""


def _lines(plant: Plant, column: int, moved: Moved, marks: Marks) -> Iterator[str]:
    shape = shape_of(plant.thing)
    if shape.one_line:
        yield inline_keys(plant.thing, shape)
        return
    for name, (key, value) in own_keys(plant.thing).items():
        yield from value_lines(name, key, value)
    for slot, items in plant.slots:
        for number, line in enumerate(slot_lines(slot, items, column + 4, moved, marks)):
            yield line if not number else line[column + 2 :]


def slot_lines(slot: str, items: tuple[Plant | Move, ...], column: int, moved: Moved, marks: Marks) -> Iterator[str]:
    """The key of a slot, not indented, and the lines of its items, their dashes in the column."""
    if slot not in ONE_OR_NONE:
        yield f"{slot}:"
        for item in items:
            yield from in_lines(item, column, moved, marks)
        return
    for item in items:
        if isinstance(item, Plant):
            new = f"  {NEW}" if item.marked else ""
            yield f"{slot}:{new}"
            first = marks(item)
            for line in _lines(item, column, moved, marks):
                yield f"{' ' * column}{first}{line}"
                first = ""


def in_line(item: Plant) -> str:
    """A new thing with all that stands in it, within one line. Nothing in it may be a thing that moves."""
    thing = _filled(item)
    return inline_keys(thing, shape_of(thing))


def _filled(plant: Plant) -> Thing:
    slots = {slot: tuple(_filled(item) for item in items if isinstance(item, Plant)) for slot, items in plant.slots}
    single = {slot: things[0] if slot in ONE_OR_NONE else things for slot, things in slots.items()}
    return replace(plant.thing, **single) if single else plant.thing
