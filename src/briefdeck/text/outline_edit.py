"""Edits of `outline.yaml` in the file's own text: what is not edited stays as it was typed, comments included."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any

from briefdeck.errors import Position
from briefdeck.model.edits import ONE_OR_NONE, Change, Edit, Insert, Move, Plant, Remove, Said, Thing
from briefdeck.model.outline import Outline
from briefdeck.named import NamedTuple
from briefdeck.text.kinds import Key, Shape
from briefdeck.text.outline_dump import inline, quoted, value_lines
from briefdeck.text.outline_forms import Entry, entries_of, form_of, own_keys, shape_of
from briefdeck.text.outline_ground import NOTE_SAYS, Ground, moves_in
from briefdeck.text.outline_plant import NEW, in_line, in_lines, slot_lines
from briefdeck.text.splice import in_order, indented, spliced
from briefdeck.text.yaml_spans import Span

_ASIDE, _ITEM, _KEY = range(3)  # what comes first at the end of a line


class NoRoom(Exception):
    """A thing cannot be put where it belongs: it is written in lines, and its new place is within one line."""


class Edited(NamedTuple):
    """The text after the edits, and what was said of them, with its places."""

    text: str
    said: tuple[Said, ...]


def edit_outline(text: str, edits: Sequence[Edit], file: str) -> Edited:
    """Carry out the edits of an outline that was loaded from this text. No edits: the very same text.

    Raises NoRoom when a thing that moves cannot be put where it goes.
    """
    if not edits:
        return Edited(text, ())
    editor = _Editor(text, edits)
    done, places = editor.markers.read(editor.edited(), file)
    said = (said._replace(at=places.get(number, Position(file))) for number, said in enumerate(editor.said))
    return Edited(done, tuple(said))


class _Editor(Ground):
    """Turns edits into splices of the text."""

    def __init__(self, text: str, edits: Sequence[Edit]) -> None:
        super().__init__(text, edits)
        self._edits = edits
        self._asides: dict[int, tuple[int, list[str]]] = {}

    def edited(self) -> str:
        """The text with everything done, marks in it."""
        touched: dict[int, tuple[Thing, Change | None, list[Insert]]] = {}
        for edit in self._edits:
            if isinstance(edit, Remove):
                self.say(edit.said)
                continue
            thing = edit.before if isinstance(edit, Change) else edit.into
            _, change, inserts = touched.get(id(thing), (thing, None, []))
            if isinstance(edit, Change):
                change = edit
            else:
                inserts.append(edit)
            touched[id(thing)] = (thing, change, inserts)
        filled = {id(self._list_of(insert)) for _, _, inserts in touched.values() for insert in inserts}
        for span in sorted(self.moving | self.going, key=lambda span: span.start):
            self.take_out(span, filled)
        for thing, change, inserts in touched.values():
            self._edit(thing, change, inserts)
        for at, (column, comments) in self._asides.items():
            text = "".join(self.line(column, comment) for comment in comments)
            self.put(at, at, text, column, _ASIDE)
            self.put(at, self.end(at), "")
        self.splices = in_order(self.splices)
        return spliced(self.text, self.splices, 0, len(self.text))

    # -- things that change, and what is put into them

    def _edit(self, thing: Thing, change: Change | None, inserts: Sequence[Insert]) -> None:
        span, shape = self.find(thing), shape_of(thing)
        entries = entries_of(span, shape)
        after = change.after if change else thing
        old, new = own_keys(thing), own_keys(after)
        wanted = {name: new[name] for name in new if old.get(name) != new[name]}
        dropped = [name for name in old if name not in new and name in entries]
        if change:
            self.put(span.start, span.start, self.say(change.said), self.places.column(span.start), -1)
            self._put_asides(span, shape, entries, change.asides)
        if form_of(span, shape) != "full" and not self._is_over_a_list(span):
            words = set(entries)
            if (
                dropped
                or any(insert.slot not in words for insert in inserts)
                or any(name not in words for name in wanted)
            ):
                self._spell_out(span, after, inserts)
                return
        for name, (key, value) in wanted.items():
            if name in entries:
                self._set_key(span, entries[name], name, key, value)
            elif form_of(span, shape) == "full":
                self._add_key(span, shape, name, self._key_lines(span, name, key, value), _in_words(name, key, value))
        for name in dropped:
            self.drop_key(span, entries[name].value)
        for insert in inserts:
            self._insert(span, shape, entries, insert)

    def _is_over_a_list(self, span: Span) -> bool:
        return span.kind == "map" and len(span.entries) == 1 and span.entries[0][1].kind == "list"

    def _put_asides(
        self, span: Span, shape: Shape, entries: dict[str, Entry], asides: Iterable[tuple[str, str]]
    ) -> None:
        """Put what the note says under the key, or under the line, of what the author says."""
        names = {key.field or name: name for name, key in shape.keys.items()}
        for field, words in asides:
            name = names.get(field, field)
            full = name in entries and form_of(span, shape) == "full" and not span.flow
            place = entries[name].value if full else self._outermost(span)
            column = self.places.column(span.start if full else self._edge(place))
            which = "" if full else f" ({name})"
            at = self.places.line_end(max(place.end, entries[name].key.end if full and entries[name].key else 0))  # type: ignore[union-attr]
            _, comments = self._asides.setdefault(at, (column, []))
            comments.append(f"{NOTE_SAYS}{which}: {quoted(words)}")

    def _edge(self, place: Span) -> int:
        """Where a comment below a value starts: a text under `>` or `|` would take in one that stands further in."""
        holder = self.places.holder.get(place)
        is_block = place.kind == "scalar" and self.text[place.start : place.start + 1] in ("|", ">")
        return self.dash(place) if is_block and holder is not None and holder.kind == "list" else place.start

    def _outermost(self, span: Span) -> Span:
        """The value that a line is part of: the outermost of those written in [ ] or { } around it."""
        found = span
        while (holder := self.places.holder.get(found)) is not None and holder.flow:
            found = holder
        return found

    def _set_key(self, span: Span, entry: Entry, name: str, key: Key, value: Any) -> None:  # noqa: ANN401 (its kind says what it is)
        lines = list(value_lines(name, key, value))
        words = inline(value, key.kind)
        old = entry.value
        if entry.key is None:
            self.put(old.start, old.end, words)
            return
        if len(lines) > 1 and not span.flow:
            column = self.places.column(span.start)
            self.put(entry.key.start, old.end, lines[0] + "".join(self.line(column, line) for line in lines[1:]))
            return
        gap = self.text[entry.key.end : old.start]
        if "\n" in gap or "\r" in gap:
            comments = self.comments(entry.key.end, old.start)
            column = self.places.column(span.start)
            text = f" {words}" + "".join(self.line(column, comment) for comment in comments)
            self.put(self._after_colon(entry.key), old.end, text)
            return
        self.put(old.start, old.end, words if gap[-1:].isspace() else f" {words}")

    def _key_lines(self, span: Span, name: str, key: Key, value: Any) -> Callable[[], list[str]]:  # noqa: ANN401
        edge = " " * self.places.column(span.start)
        lines = [line if not number else edge + line for number, line in enumerate(value_lines(name, key, value))]
        return lambda: lines

    def _after_colon(self, key: Span) -> int:
        return self.text.index(":", key.end) + 1

    def _add_key(
        self,
        span: Span,
        shape: Shape,
        name: str,
        lines: Callable[[], list[str]],
        words: str,
        *,
        blank_above: bool = False,
    ) -> None:
        """Put a new key into a map, after those that come before it in the table of the format.

        `lines`: all but the first indented as they are to stand; `words`: the same within a line.
        """
        order = [*shape.keys]
        before = [entry for entry in span.entries if entry[0].word in order[: order.index(name)]]
        newline = self.places.newline
        if span.flow:
            key, value = (before or list(span.entries))[-1]
            end = max(key.end, value.end)
            self.put(end, end, f", {words}")
            return
        column = self.places.column(span.start)
        if before:
            key, value = max(before, key=lambda entry: entry[0].start)
            at = self.end(max(self._after_colon(key), value.end))
            start = newline * (2 if blank_above else 1) + " " * column
            self.put(at, at, lambda: start + newline.join(lines()), column, _KEY)
        else:
            self.put(span.start, span.start, lambda: newline.join(lines()) + newline + " " * column, column, _KEY)

    def _spell_out(self, span: Span, after: Thing, inserts: Sequence[Insert]) -> None:
        """Write a thing with all its keys that was written as a bare text, or as a label with its text."""
        plant = Plant(after, tuple((insert.slot, insert.items) for insert in inserts))
        marks = self._marked(insert.items for insert in inserts)
        if self._outermost(span) is not span or self.places.holder[span].kind == "map":
            self._refusemoves_in(plant.slots)
            self.put(span.start, span.end, in_line(plant))
            return
        column = self.places.column(span.start)
        start = f"{' ' * (column - 2)}- "

        def text() -> str:
            lines = in_lines(plant, column - 2, self._moved, lambda item: marks.get(id(item), ""))
            return self.places.newline.join(lines)[len(start) :]

        self.put(span.start, span.end, text)

    # -- what is new or moves

    def _list_of(self, insert: Insert) -> Span | None:
        """The list that an insert goes into, where there is one."""
        entry = entries_of(self.find(insert.into), shape_of(insert.into)).get(insert.slot)
        return entry.value if entry and entry.value.kind == "list" else None

    def _insert(self, span: Span, shape: Shape, entries: dict[str, Entry], insert: Insert) -> None:
        marks = self._marked([insert.items])
        entry = entries.get(insert.slot)
        holds = entry is not None and bool(entry.value.items)
        if span.flow or (entry is not None and holds and entry.value.flow):
            self._refusemoves_in(((insert.slot, insert.items),))
            self._insert_in_line(span, shape, entry, insert)
            return
        if entry is not None and holds:
            self._insert_in_list(entry.value, insert, marks)
            return
        column = self.places.column(span.start)
        if entry is not None:
            self._fill_blank(entry, insert, marks, column)
            return

        def lines() -> list[str]:
            return self._slot(insert, column, marks)

        self._add_key(span, shape, insert.slot, lines, "", blank_above=isinstance(insert.into, Outline))

    def _slot(self, insert: Insert, column: int, marks: dict[int, str]) -> list[str]:
        return [*slot_lines(insert.slot, insert.items, column + 2, self._moved, lambda item: marks.get(id(item), ""))]

    def _fill_blank(self, entry: Entry, insert: Insert, marks: dict[int, str], column: int) -> None:
        """Put things under a key that stands there without any."""
        if entry.key is None:
            raise AssertionError("a bare text holds nothing")
        colon = self._after_colon(entry.key)
        self.put(colon, max(colon, entry.value.end), "")
        at = self.end(max(colon, entry.value.end))
        newline = self.places.newline
        self.put(
            at, at, lambda: "".join(newline + line for line in self._slot(insert, column, marks)[1:]), column, _ITEM
        )

    def _insert_in_list(self, holder: Span, insert: Insert, marks: dict[int, str]) -> None:
        column = self.places.column(holder.start)
        beside = self.find(insert.beside) if insert.beside is not None else self._last_staying(holder)
        if beside is not None and (insert.after or insert.beside is None):
            at = self.end(beside.end)
        else:
            dash = self.dash(beside or holder.items[0])
            above = self.comments_above(dash)
            at = self.places.end_before(above[-1][0] if above else dash)
        newline = self.places.newline * (2 if insert.slot == "sections" and self._is_airy(holder) else 1)

        def text() -> str:
            lines = [in_lines(item, column, self._moved, lambda item: marks.get(id(item), "")) for item in insert.items]
            return "".join(newline + self.places.newline.join(item) for item in lines)

        self.put(at, at, text, column, _ITEM)

    def _is_airy(self, holder: Span) -> bool:
        """Whether the author keeps blank lines between the items of a list."""
        if len(holder.items) < 2:
            return True
        return any(not line.strip() for _, line in islice(self.places.lines_above(self.dash(holder.items[1])), 1))

    def _last_staying(self, holder: Span) -> Span | None:
        return next((item for item in reversed(holder.items) if item not in self.going | self.moving), None)

    def _insert_in_line(self, span: Span, shape: Shape, entry: Entry | None, insert: Insert) -> None:
        words = [in_line(item) for item in insert.items if isinstance(item, Plant)]
        said = [
            Said("new", theirs=item.said[0].theirs) for item in insert.items if isinstance(item, Plant) and item.said
        ]
        joined = ", ".join(words)
        if entry is None or (entry.value.kind != "list" and insert.slot in ONE_OR_NONE):
            value = joined if insert.slot in ONE_OR_NONE else f"[{joined}]"
            self._add_key(span, shape, insert.slot, lambda: [], f"{insert.slot}: {value}")
        elif not entry.value.items:
            start = (
                entry.value.start
                if entry.value.end > entry.value.start
                else self._after_colon(entry.key or entry.value)
            )
            self.put(
                start, max(start, entry.value.end), f"{'' if entry.value.end > entry.value.start else ' '}[{joined}]"
            )
        else:
            self._insert_in_row(entry.value, insert, joined)
        outer = self._outermost(span if entry is None else entry.value)
        at = self.places.line_end(outer.end)
        column = self.places.column(span.start if outer is (entry and entry.value) else outer.start)
        _, comments = self._asides.setdefault(at, (column, []))
        comments += [f"{NEW}: {quoted(one.theirs)}" for one in said]

    def _insert_in_row(self, holder: Span, insert: Insert, joined: str) -> None:
        beside = self.find(insert.beside) if insert.beside is not None else self._last_staying(holder)
        if beside is None:
            self.put(holder.items[-1].end, holder.items[-1].end, joined)
        elif insert.after or insert.beside is None:
            self.put(beside.end, beside.end, f", {joined}")
        else:
            self.put(beside.start, beside.start, f"{joined}, ")

    def _refusemoves_in(self, slots: Iterable[tuple[str, tuple[Plant | Move, ...]]]) -> None:
        if any(True for _, items in slots for _ in moves_in(items)):
            raise NoRoom

    def _marked(self, groups: Iterable[Iterable[Plant | Move]]) -> dict[int, str]:
        """Note what is said of all items and of what stands in them."""
        marks: dict[int, str] = {}
        for items in groups:
            for item in items:
                marks[id(item)] = self.say(item.said)
                if isinstance(item, Plant):
                    marks |= self._marked(below for _, below in item.slots)
        return marks

    def _moved(self, move: Move, column: int) -> str:
        """A thing that moves, as it was typed, as an item whose dash stands in the column."""
        span = self.find(move.thing)
        holder = self.places.holder[span]
        marks = self.say(move.said)
        edge = " " * column
        if holder.flow:
            return f"{edge}- {marks}{spliced(self.text, self.splices, span.start, span.end)}"
        dash = self.dash(span)
        old = self.places.column(dash)
        comments = [f"{edge}{text}" for _, text in reversed(self.comments_above(dash))]
        words = spliced(self.text, self.splices, span.start, self.end(span.end), deeper_than=old)
        item = f"{edge}- {marks}{indented(words, column + 2 - self.places.column(span.start))}"
        return self.places.newline.join([*comments, item])


def _in_words(name: str, key: Key, value: Any) -> str:  # noqa: ANN401 (its kind says what it is)
    return f"{name}: {inline(value, key.kind)}"
