"""The ways in which a thing may stand in `outline.yaml`, and where its keys are in each."""

from __future__ import annotations

from typing import Any, Literal

from briefdeck.model.edits import SLOTS, Thing
from briefdeck.model.outline import (
    Chart,
    Figure,
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
from briefdeck.text.kinds import Key, Shape
from briefdeck.text.outline_dump import written
from briefdeck.text.outline_format import SHAPES
from briefdeck.text.yaml_spans import Span

_SHAPE_OF: dict[type, str] = {
    Outline: "outline",
    Section: "section",
    Point: "point",
    Figure: "figure",
    Term: "term",
    Remark: "question",  # takeaways and sources have the same keys
    Unused: "unused",
    Moment: "moment",
    Side: "side",
    Quote: "quote",
    Table: "table",
    Chart: "chart",
    Picture: "picture",
}

Form = Literal["full", "bare", "pair"]  # {keys}, "text", word: "text"


class Entry(NamedTuple):
    """A key of a thing as it stands in the file."""

    key: Span | None  # None: the bare text, which has no key, or the label that is one
    value: Span


def shape_of(thing: Thing) -> Shape:
    """The shape that a thing of the model has in the file."""
    return SHAPES[_SHAPE_OF[type(thing)]]


def form_of(span: Span, shape: Shape) -> Form:
    """How a thing is written; the same rules as reading it."""
    if span.kind == "scalar":
        return "bare"
    if shape.pair and len(span.entries) == 1:
        word = span.entries[0][0].word
        if word not in shape.keys and word.casefold() not in shape.keys:
            return "pair"
    return "full"


def entries_of(span: Span, shape: Shape) -> dict[str, Entry]:
    """The keys of a thing that stand in the file, by name."""
    match form_of(span, shape):
        case "bare":
            return {shape.short: Entry(None, span)}
        case "pair":
            key, value = span.entries[0]
            word, *others = shape.pair
            return {word: Entry(None, key), (others[0] if value.kind == "scalar" else others[-1]): Entry(key, value)}
        case "full":
            return {key.word: Entry(key, value) for key, value in span.entries}


def own_keys(thing: Thing) -> dict[str, tuple[Key, Any]]:
    """What a thing says itself, by key; what stands below it is left out."""
    slots = SLOTS.get(type(thing), ())
    return {
        name: (key, value) for name, key, value in written(thing, shape_of(thing)) if (key.field or name) not in slots
    }
