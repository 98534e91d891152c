"""The text of `outline.yaml` as ground to work on: its places, what goes from it, and the splices that come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from briefdeck.model.edits import Change, Edit, Insert, Move, Plant, Remove, Said, Thing
from briefdeck.text.outline_dump import value_lines
from briefdeck.text.outline_forms import own_keys
from briefdeck.text.outline_plant import NEW
from briefdeck.text.splice import Markers, Splice
from briefdeck.text.yaml_spans import Places, Span

NOTE_SAYS = "# the note now says"
"""What the comment beside a conflict begins with; it means nothing to the tool, and is the author's to delete."""


class Ground:
    """Where everything stands, what of it goes or moves, and what was said; edits are put down as splices."""

    def __init__(self, text: str, edits: Sequence[Edit]) -> None:
        self.text = text
        self.places = Places(text)
        self.splices: list[Splice] = []
        self.said: list[Said] = []
        self.markers = Markers(set(text).union(*map(set, _words_of(edits))))
        self.going = {self.find(edit.thing) for edit in edits if isinstance(edit, Remove)}
        self.moving = {
            self.find(move.thing) for edit in edits if isinstance(edit, Insert) for move in moves_in(edit.items)
        }
        in_lines = [span for span in self.moving if not self.places.holder[span].flow]
        self._moving_parts = [self.part(span) for span in in_lines]

    def find(self, thing: Thing) -> Span:
        """Where a thing stands."""
        return self.places.find(thing.at.line, thing.at.column)

    def put(self, start: int, end: int, text: str | Callable[[], str], column: int = 0, rank: int = 0) -> None:
        """Put a text in the place of some characters."""
        if start != end or text:
            self.splices.append(Splice(start, end, text if callable(text) else lambda: text, column, rank))

    def say(self, said: Iterable[Said]) -> str:
        """Note what is said, and give the marks of its place."""
        marks = []
        for one in said:
            marks.append(self.markers.mark(len(self.said)))
            self.said.append(one)
        return "".join(marks)

    def line(self, column: int, text: str) -> str:
        """A new line of its own, indented."""
        return f"{self.places.newline}{' ' * column}{text}" if text else self.places.newline

    def end(self, offset: int) -> int:
        """The end of a line, with the lines below it in which an earlier edit said what the note says."""
        end = self.places.line_end(offset)
        while True:
            below, text = self.places.line_below(end)
            if not text.lstrip().startswith(NOTE_SAYS):
                return end
            end = below

    def dash(self, item: Span) -> int:
        """Where the "- " of an item in a list of lines stands."""
        column = self.places.column(self.places.holder[item].start)
        start = self.places.line_start(item.start)
        for at, line in chain([(start, self.text[start : item.start])], self.places.lines_above(start)):
            if line[column : column + 1] == "-" and not line[:column].strip():
                return at + column
        raise AssertionError("an item of a list has no dash")

    def comments_above(self, dash: int) -> list[tuple[int, str]]:
        """The author's comments right above an item, nearest first."""
        found = []
        for at, line in self.places.lines_above(dash):
            if not line.lstrip().startswith("#") or line.lstrip().startswith(NOTE_SAYS):
                break
            found.append((at, line.strip()))
        return found

    # -- things that go

    def take_out(self, span: Span, filled: set[int]) -> None:
        """Take a thing out; `filled` are the lists, by identity, into which something else is put."""
        holder = self.places.holder[span]
        if holder.kind == "map":  # there is only one of it
            self.drop_key(holder, span)
        elif id(holder) not in filled and holder in self.places.holder and self._is_emptied(holder):
            self.drop_key(self.places.holder[holder], holder)
        if holder.kind == "map":
            return
        if holder.flow:
            self.put(span.start, self._after_comma(holder, span), "")
            return
        dash = self.dash(span)
        first, end = self.part(span)
        start = self.places.end_before(first if span in self.moving else dash)
        start, end = self._with_blank_lines(holder, span, start, end)
        column = self.places.column(dash)
        self._cut(start, end, "" if span in self.moving else self.kept_comments(dash, end, column), column)

    def _cut(self, start: int, end: int, text: str, column: int) -> None:
        """Take lines out, with all that is put in at their end and stands deeper than the column."""
        self.splices.append(Splice(start, end, lambda: text, carried=column))

    def _is_emptied(self, span: Span) -> bool:
        return all(item in self.going or item in self.moving for item in span.items)

    def _with_blank_lines(self, holder: Span, span: Span, start: int, end: int) -> tuple[int, int]:
        """Take the blank lines above an item with it, the first of a list excepted."""
        if span is holder.items[0]:
            return start, end
        above = next(self.places.lines_above(start + len(self.places.newline)), None)
        while above is not None and not above[1].strip() and above[0] > holder.items[0].end:
            start = self.places.end_before(above[0])
            above = next(self.places.lines_above(above[0]), None)
        return start, end

    def kept_comments(self, start: int, end: int, column: int) -> str:
        """The author's comments between two places, each on a line of its own; what moves takes its own along."""
        return "".join(self.line(column, comment) for comment in self.comments(start, end))

    def comments(self, start: int, end: int) -> list[str]:
        """The author's comments between two places, without those of things that move."""
        return [
            comment
            for at, comment in self.places.comments(start, end)
            if not _is_ours(comment)
            and not any(start <= first <= at < last <= end for first, last in self._moving_parts)
        ]

    def part(self, span: Span) -> tuple[int, int]:
        """Where an item in a list of lines starts and ends: with its comments, those right above it included."""
        dash = self.dash(span)
        above = self.comments_above(dash)
        return (above[-1][0] if above else dash), self.end(span.end)

    def _after_comma(self, holder: Span, span: Span) -> int:
        """Where an item written in a line ends, with its comma and the blanks behind it."""
        later = [item for item in holder.items if item.start > span.start]
        limit = later[0].start if later else holder.end - 1
        comma = self.text.find(",", span.end, limit)
        if comma < 0:
            return span.end
        rest = self.text[comma + 1 : limit]
        return limit if not rest.strip() and "\n" not in rest and "\r" not in rest else comma + 1

    def drop_key(self, holder: Span, value: Span) -> None:
        """Take a key and its value out of a map."""
        number = next(place for place, (_, found) in enumerate(holder.entries) if found is value)
        key = holder.entries[number][0]
        later = holder.entries[number + 1 :]
        end = max(key.end, value.end)
        if holder.flow:
            limit = later[0][0].start if later else holder.end - 1
            comma = self.text.find(",", end, limit)
            self.put(key.start, limit if comma >= 0 and later else comma + 1 or end, "")
        elif number or key.start == self.places.line_start(key.start):
            column = self.places.column(holder.start)
            end = self.end(end)
            self._cut(self.places.end_before(key.start), end, self.kept_comments(key.start, end, column), column)
        elif later:  # it stands behind a dash: the next one moves up
            comments = self.comments(key.start, later[0][0].start)
            column = self.places.column(holder.start)
            text = "".join(f"{comment}{self.line(column, ' ')[:-1]}" for comment in comments)
            self.put(key.start, later[0][0].start, text)


def moves_in(items: Iterable[Plant | Move]) -> Iterator[Move]:
    """What moves among items and all that stands in them."""
    for item in items:
        if isinstance(item, Move):
            yield item
        else:
            for _, below in item.slots:
                yield from moves_in(below)


def _words_of(edits: Sequence[Edit]) -> Iterator[str]:
    """Every text that the edits may put into the file."""
    for edit in edits:
        match edit:
            case Change():
                yield from (words for _, words in edit.asides)
                yield from _texts(edit.after)
            case Insert():
                yield from (text for item in edit.items for text in _planted(item))
            case Remove():
                pass


def _planted(item: Plant | Move) -> Iterator[str]:
    if isinstance(item, Plant):
        yield from _texts(item.thing)
        yield from (text for _, items in item.slots for below in items for text in _planted(below))


def _texts(thing: Thing) -> Iterator[str]:
    for name, (key, value) in own_keys(thing).items():
        yield from value_lines(name, key, value)


def _is_ours(comment: str) -> bool:
    return comment.strip() == NEW or comment.startswith((NOTE_SAYS, f"{NEW}:"))
