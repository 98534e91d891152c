"""Outline to `outline.yaml`, by the table of the format: the inverse of loading, laid out for people to edit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import Any, TypeAlias, assert_never

from briefdeck.late import late_pattern
from briefdeck.model.outline import Outline, Section, Table, line_runs
from briefdeck.text.kinds import (
    Choice,
    Flag,
    Identifier,
    Key,
    Kind,
    LineNumbers,
    ListOf,
    Number,
    One,
    Pattern,
    Shape,
    Text,
    TitleOrigin,
)
from briefdeck.text.outline_format import SHAPES

Value: TypeAlias = Any  # of the model; its kind in the table says what it is

_HEADER = """\
# yaml-language-server: $schema=./outline.schema.json
#
# From this file `briefdeck build` makes the slides and the page. Change what you like:
#   say    the full sentence, for the page and the speaker notes
#   show   the short form for the slide; without it the slide shows the full sentence
#   from   the lines of the note it comes from; leave it out for what you add yourself
# Keep texts in "quotes", and indent with spaces. Whole items can be moved, deleted or added.

"""
_AIRY = ("sections:", "terms:", "questions:", "takeaways:", "sources:", "unused:")  # an empty line before them
_OFFER = "  # "  # of a section
_ALWAYS = ("unused",)  # written even when empty: it says that nothing of the note was lost


def dump_outline(outline: Outline) -> str:
    """The text of `outline.yaml`, such that loading it gives the same outline again.

    Control characters, which no file can show, are the exception: loading reads them as spaces.
    """
    text = StringIO()
    text.write(_HEADER)
    before = ""
    for line in key_lines(outline, SHAPES["outline"]):
        opens = line.startswith(("  - title:", _OFFER)) and not before.startswith(_OFFER)
        if line.startswith(_AIRY) or (opens and before[-1] != ":"):
            text.write("\n")
        text.write(line)
        text.write("\n")
        before = line
    return text.getvalue()


def key_lines(thing: object, shape: Shape) -> Iterator[str]:
    """The lines of a thing with keys, not indented."""
    for name, key, value in written(thing, shape):
        yield from value_lines(name, key, value)
        if isinstance(value, Table):
            yield from _offer(thing)


def _offer(section: object) -> Iterator[str]:
    """The chart that a table of numbers could also be, as a comment."""
    from briefdeck.text.outline_offer import offered_chart

    chart = offered_chart(section) if isinstance(section, Section) else None
    if chart is not None:
        yield "# The table is numbers: without the first “# ” of these lines, they are a chart too."
        yield from (f"# {line}" for line in value_lines("chart", SHAPES["section"].keys["chart"], chart))


def _offer_of_two(neighbours: Sequence[object]) -> Iterator[str]:
    """The one comparison that two neighbouring sections could be, as a comment, indented by two spaces."""
    match neighbours:
        case [Section() as first, Section() as second]:
            from briefdeck.text.outline_offer import offered_comparison

            both = offered_comparison(first, second)
            if both is not None:
                yield "  # The two sections below stand against each other. Without them, and without the first “# ”"
                yield "  # of these lines, they are one comparison:"
                yield from (f"  # {line[2:]}" for line in item_lines(both, SHAPES["section"]))


def value_lines(name: str, key: Key, value: Value) -> Iterator[str]:
    """The lines of one key with its value, not indented."""
    match key.kind:
        case ListOf(kind=One() as kind) if value:
            yield f"{name}:"
            for number, item in enumerate(value):
                yield from _offer_of_two(value[number : number + 2])
                yield from item_lines(item, SHAPES[kind.shape])
        case ListOf(kind=ListOf(kind=kind)) if value:
            yield f"{name}:"
            yield from (f"  - {_inline_list(row, kind)}" for row in value)
        case One(shape=below) if not SHAPES[below].one_line:
            yield f"{name}:"
            yield from (f"  {line}" for line in key_lines(value, SHAPES[below]))
        case kind:
            yield f"{name}: {inline(value, kind)}"


def item_lines(thing: object, shape: Shape) -> Iterator[str]:
    """The lines of a thing in a list, indented by two spaces."""
    if shape.one_line:
        yield f"  - {inline_keys(thing, shape)}"
        return
    for number, line in enumerate(key_lines(thing, shape)):
        yield f"    {line}" if number else f"  - {line}"


def written(thing: object, shape: Shape) -> Iterator[tuple[str, Key, Value]]:
    """The keys that say something, with their values; what is left out is what loading assumes."""
    parts: Mapping[str, Value] | None = shape.parts(thing) if shape.parts else None
    for name, key in shape.keys.items():
        field = key.field or name
        value = getattr(thing, field) if parts is None else parts[field]
        if key.required or name in _ALWAYS or _says_something(value, key.kind):
            yield name, key, value


def _says_something(value: Value, kind: Kind) -> bool:
    if isinstance(kind, One):
        return value is not None and any(True for _ in written(value, SHAPES[kind.shape]))
    if isinstance(kind, Flag):
        return value is not kind.default
    return value not in ("", (), None, ("user", ()))


def inline(value: Value, kind: Kind) -> str:
    """A value on one line."""
    match kind:
        case Text() | Pattern() | Identifier():
            return quoted(value)
        case Choice():
            return str(value)
        case Flag():
            return "true" if value else "false"
        case Number():
            return str(value)
        case LineNumbers():
            return _line_numbers(value)
        case TitleOrigin():
            word, lines = value
            return _line_numbers(lines) if lines else str(word)
        case ListOf():
            return _inline_list(value, kind.kind)
        case One():
            return inline_keys(value, SHAPES[kind.shape])
        case _:
            assert_never(kind)


def _inline_list(values: Sequence[Value], kind: Kind) -> str:
    return "[" + ", ".join(inline(value, kind) for value in values) + "]"


def inline_keys(thing: object, shape: Shape) -> str:
    """A thing with keys on one line."""
    parts = (f"{name}: {inline(value, key.kind)}" for name, key, value in written(thing, shape))
    return "{" + ", ".join(parts) + "}"


def _line_numbers(lines: Sequence[int]) -> str:
    """`6`, `"6-8"`, `[6, 9]` or `["6-8", 11]`."""
    written = [str(first) if first == last else f'"{first}-{last}"' for first, last in line_runs(lines)]
    return written[0] if len(written) == 1 else f"[{', '.join(written)}]"


# What cannot stand in a line or would not be seen there: controls, line and direction marks, halves, the byte mark.
_UNSEEN = late_pattern(
    '[\\x00-\\x1f"\\\\\\x7f-\\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]'
)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def quoted(text: str) -> str:
    """The text in double quotes, on one line."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return '"' + _UNSEEN.sub(lambda match: _escaped(match.group()), text) + '"'


def _escaped(character: str) -> str:
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"
