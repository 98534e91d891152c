"""What a thing says itself, field by field: the author's where the author changed it, else the note's."""

from __future__ import annotations

from briefdeck.merge.tree import Node, lines_field, own_fields, said_by
from briefdeck.merge.trio import Trio
from briefdeck.model.edits import Change, Said, Thing
from briefdeck.model.outline import Chart, Lines, Outline, Point, Section, Table
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

_ALWAYS_THEIRS = ("digest", "note", "encoding")
_TITLE_GOES_WITH = ("title_from", "lines", "title_lines")
_TOGETHER: tuple[tuple[type, tuple[str, ...]], ...] = (
    (Point, ("show", "more")),
    (Table, ("header", "rows", "file")),
    (Chart, ("categories", "series", "file")),
)
_WORDS = ("title", "say", "label", "text", "value", "caption", "term", "meaning", "when", "what", "alt")
"""Fields that are compared where the mapping before is not known."""


class _Settled(NamedTuple):
    """What the fields of one thing come to."""

    values: dict[str, object]
    asides: tuple[tuple[str, str], ...] = ()
    said: tuple[Said, ...] = ()


def settle(trio: Trio, node: Node) -> Change | None:
    """The change that a thing of mine needs, None for none: new texts and lines of the note, conflicts beside it."""
    now = trio.twin(node.number)
    settled = _gone(trio, node) if now is None else _met(trio, node, now)
    values = {name: value for name, value in settled.values.items() if getattr(node.thing, name) != value}
    if not values and not settled.asides and not settled.said:
        return None
    return Change(node.thing, replace(node.thing, **values), settled.asides, settled.said)


def _gone(trio: Trio, node: Node) -> _Settled:
    """A thing without a twin: the author's own, or what the note has no longer and the author has made their own."""
    lines = trio.lines_now(node.lines)
    values: dict[str, object] = {}
    if name := lines_field(node.thing):
        values[name] = lines
    if isinstance(node.thing, Section) and node.thing.title_from == "line" and not lines:
        values["title_from"] = "user"
    lost = trio.is_gone(node.number) or (node.lines and not lines)
    said = (Said("kept", said_by(node.thing)),) if lost and node.kind not in ("unused", "compare") else ()
    return _Settled(values, said=said)


def _met(trio: Trio, node: Node, now: Node) -> _Settled:
    before = trio.before(node.number)
    values = dict(_bookkeeping(trio, node, before, now))
    thing, was, new = node.thing, before.thing if before else None, now.thing
    asides: list[tuple[str, str]] = []
    said: list[Said] = []
    changed: list[str] = []
    for names in _units(thing):
        if names[0] in values or names[0] in _TITLE_GOES_WITH:
            continue
        mine, theirs = _held(thing, names), _held(new, names)
        base = _held(was, names) if was is not None else None
        if theirs in (mine, base) or (names[0] == "show" and any(field == "say" for field, _ in asides)):
            continue
        if was is not None and mine == base:
            values |= zip(names, theirs, strict=True)
            changed.append(next(name for name, one, other in zip(names, mine, theirs, strict=True) if one != other))
        elif was is not None or (trio.base is None and names[0] in _WORDS and any(theirs)):
            asides.append((names[0], _words(theirs)))
            said.append(Said("conflict", _words(mine), _words(theirs), now.lines))
    said += _changed(thing, values, changed, now.lines)
    said += _outgrown(thing, was, new, values, now.lines)
    return _Settled(values, tuple(asides), tuple(said))


def _units(thing: Thing) -> list[tuple[str, ...]]:
    """The fields of a thing, those together that make sense only together."""
    together = next((units for kind, units in _TOGETHER if isinstance(thing, kind)), ())
    return [together if name in together else (name,) for name in own_fields(thing) if name not in together[1:]]


def _held(thing: Thing, names: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(thing, name) for name in names)


def _outgrown(thing: Thing, was: Thing | None, new: Thing, values: dict[str, object], lines: Lines) -> list[Said]:
    """The author's own short form over a sentence that the note has changed: they should look at it."""
    if not (isinstance(thing, Point) and isinstance(was, Point) and isinstance(new, Point)) or "say" not in values:
        return []
    if thing.show in (was.show, new.show) or (was.show, was.more) != (new.show, new.more):
        return []
    return [Said("conflict", thing.show, new.say, lines)]


def _bookkeeping(trio: Trio, node: Node, before: Node | None, now: Node) -> dict[str, object]:
    """What follows from where things stand now: lines, where a title comes from, the digest of the note."""
    thing, new = node.thing, now.thing
    values: dict[str, object] = {}
    if isinstance(thing, Outline):
        values |= {name: getattr(new, name) for name in _ALWAYS_THEIRS}
    if (field := lines_field(thing)) == "":
        return values
    if before is None:
        values[field] = now.lines if node.lines or node.text == now.text else ()
    else:
        values[field] = now.lines if node.lines == before.lines else trio.lines_now(node.lines)
    if isinstance(thing, Outline | Section) and isinstance(new, Outline | Section):
        values["title_from"] = _origin(thing, before.thing if before else None, new, stands=bool(values[field]))
    return values


def _origin(thing: Outline | Section, was: Thing | None, new: Outline | Section, *, stands: bool) -> str:
    """Where the title comes from: as the note has it, unless the author has changed the title or said otherwise."""
    if isinstance(was, Outline | Section):
        untouched = (thing.title, thing.title_from) == (was.title, was.title_from)
        origin = new.title_from if untouched else thing.title_from
    else:
        origin = "line" if stands and thing.title_from == "user" else thing.title_from
    return "user" if origin == "line" and not stands else origin


def _changed(thing: Thing, values: dict[str, object], names: list[str], lines: Lines) -> list[Said]:
    """What the note has changed; a short form that changed with its sentence needs no word of its own."""
    telling = [name for name in names if name != "show"] or names
    return [Said("changed", _words(getattr(thing, name)), _words(values[name]), lines) for name in telling]


def _words(value: object) -> str:
    """A value as it is read: a list with bars between."""
    if isinstance(value, tuple):
        return " | ".join(words for item in value if (words := _words(item)))
    return "" if value is None else str(value)
