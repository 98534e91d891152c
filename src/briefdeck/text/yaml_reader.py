"""YAML to plain values that know where they stand: a strict reader over PyYAML's events.

Every scalar stays the text that was typed (`12:30`, `No` and `3.10` are themselves). Aliases, anchors, tags, merge keys
and a second document are refused, duplicate keys are problems, and whatever YAML would lose in silence is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from briefdeck.errors import BriefdeckError, Position, Problem, Severity, quoted
from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple
from briefdeck.text.spoofs import MOST_MARKS, OVERRIDE, PILE, unpiled
from briefdeck.text.yaml_faults import Fault, explain, foreign_space, unquoted
from briefdeck.text.yaml_values import YamlEntry, YamlList, YamlMap, YamlText, YamlValue

MAX_CHARACTERS = 8_000_000
MAX_DEPTH = 40  # libyaml itself falls at some ten thousand levels; no outline needs ten
MAX_VALUES = 800_000


class Reading(NamedTuple):
    """What a file holds, and what is wrong with it; errors among the problems are for the caller to raise."""

    value: YamlValue | None  # None: the file holds nothing
    problems: tuple[Problem, ...]


def read_yaml(text: str, file: str) -> Reading:
    """Read one YAML document; `file` is the name for positions.

    Raises BriefdeckError at once for what makes the rest unreadable: broken syntax, half characters, a size or a depth
    that no outline has.
    """
    if len(text) > MAX_CHARACTERS:
        hint = f"keep it below {MAX_CHARACTERS:,} characters, or split it into several files"
        raise BriefdeckError([Problem("BD102", f"the file has {len(text):,} characters", Position(file), hint)])
    builder = _Builder(Source(text, file))
    builder.build()
    return Reading(builder.root, tuple(sorted(builder.problems, key=lambda problem: problem.at)))


_SURROGATE = late_pattern("[\ud800-\udfff]")
_HIDDEN = late_pattern("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_FEEDS = "\x85\u2028\u2029"  # PyYAML breaks lines at these; YAML 1.2 and editors do not
_LOST = late_pattern(r"\s+(#[^\s#].*)")


class _Mark(Protocol):
    """A place as PyYAML gives it, from C or from Python; both numbers start at 0."""

    line: int
    column: int


class Source:
    """The text made fit for the parser, in such a way that every character keeps its line and column."""

    def __init__(self, text: str, file: str) -> None:
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        self.file = file
        if halves := [_half_character(character, at) for character, at in _first_of_lines(_SURROGATE, text, file)]:
            raise BriefdeckError(halves)
        self.warnings = [_hidden_character(character, at) for character, at in _first_of_lines(_HIDDEN, text, file)]
        text = _HIDDEN.sub(" ", text)
        feeds = [feed for feed in _FEEDS if feed in text]
        free = (chr(code) for code in range(0xE000, 0xF900) if chr(code) not in text)
        self._stand_ins = dict(zip(feeds, free, strict=False))
        for feed, stand_in in self._stand_ins.items():
            text = text.replace(feed, stand_in)
        self.text = text
        self._lines = text.split("\n")

    def restored(self, text: str) -> str:
        """The characters that the parser was not to see, put back."""
        for feed, stand_in in self._stand_ins.items():
            text = text.replace(stand_in, feed)
        return text

    def line(self, number: int) -> str:
        """A line by its number from 1; "" beyond the end."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def at(self, start: _Mark | None, end: _Mark | None = None) -> Position:
        """The place of a mark, or of the first line between two marks."""
        if start is None:
            return Position(self.file)
        length = 1
        if end is not None:
            stop = end.column if end.line == start.line else len(self.line(start.line + 1))
            length = max(1, stop - start.column)
        return Position(self.file, start.line + 1, start.column + 1, length)


@dataclass(slots=True)
class _Open:
    """A list or a mapping whose end has not come yet."""

    at: Position
    is_list: bool
    items: list[YamlValue] = field(default_factory=list)
    entries: dict[str, YamlEntry] = field(default_factory=dict)
    key: YamlText | None = None  # a key that waits for its value

    def value(self) -> YamlValue:
        return YamlList(tuple(self.items), self.at) if self.is_list else YamlMap(self.entries, self.at)


class _Builder:
    """Turns events into values, and keeps what is needed to explain where the parser gave up."""

    def __init__(self, source: Source) -> None:
        self.root: YamlValue | None = None
        self.problems: list[Problem] = list(source.warnings)
        self._source = source
        self._stack: list[_Open] = []
        self._documents = 0
        self._last: yaml.Event | None = None  # the event before
        self._closed: Position | None = None  # where the collection that ended last had begun

    def build(self) -> None:
        """Take all events; raises BriefdeckError where reading has to stop."""
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(self._source.text)
        count = 0
        try:
            while self._documents < 2 and (event := loader.get_event()) is not None:
                self._take(event)
                self._last = event
                count += 1
                if count > MAX_VALUES:
                    self._stop("more values than an outline can have", event, "split it into several files")
        except yaml.MarkedYAMLError as error:
            raise BriefdeckError([*self.problems, explain(self._fault(error))]) from None
        finally:
            loader.dispose()

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event)
            self._add(self._text(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_marks(event)
            if len(self._stack) == MAX_DEPTH:
                self._stop(f"more than {MAX_DEPTH} levels inside each other", event, "an outline needs about ten")
            self._stack.append(_Open(self._source.at(event.start_mark), isinstance(event, yaml.SequenceStartEvent)))
        elif isinstance(event, yaml.CollectionEndEvent):
            done = self._stack.pop()
            self._closed = done.at
            self._add(done.value())
        elif isinstance(event, yaml.AliasEvent):
            at = self._source.at(event.start_mark, event.end_mark)
            self.problems.append(unquoted("*", at))
            self._add(YamlText(f"*{event.anchor}", at, quoted=True))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                message = "a second document starts here"
                hint = "delete the line ---; one file holds one outline"
                self.problems.append(Problem("BD118", message, self._source.at(event.start_mark, event.end_mark), hint))

    def _stop(self, message: str, event: yaml.Event, hint: str) -> None:
        raise BriefdeckError([*self.problems, Problem("BD102", message, self._source.at(event.start_mark), hint)])

    def _refuse_marks(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Anchors and tags: what YAML makes of a text that starts with & or !."""
        at = self._source.at(event.start_mark)
        if event.anchor:
            self.problems.append(unquoted("&", at))
        if event.tag:
            self.problems.append(unquoted("!", at))

    def _text(self, event: yaml.ScalarEvent) -> YamlText:
        at = self._source.at(event.start_mark, event.end_mark)
        text = self._source.restored(event.value)
        if event.style in ("|", ">"):
            text = text.rstrip("\n")  # the line break before the next key belongs to YAML
        elif event.style == '"':  # the only style with escapes, and so with characters that the file does not show
            text = self._shown(text, at)
        elif not event.style and event.end_mark is not None:
            self._warn_of_lost_text(event.end_mark)
        if not text.isascii():
            text = self._unspoofed(text, at)
        return YamlText(text, at, quoted=bool(event.style))

    def _unspoofed(self, text: str, at: Position) -> str:
        """Words that do not look like what they are: said, and mended where nothing is lost by it."""
        if OVERRIDE.search(text):
            message = "this text turns the direction of its letters: it is read otherwise than it is written"
            hint = "delete the hidden characters, unless you mean them"
            self.problems.append(Problem("BD144", message, at, hint, severity=Severity.WARNING))
        if PILE.search(text):
            message = f"more than {MOST_MARKS} marks are piled on one letter: the rest is left out"
            self.problems.append(Problem("BD145", message, at, "delete them", severity=Severity.WARNING))
        return unpiled(text)

    def _shown(self, text: str, at: Position) -> str:
        if half := _SURROGATE.search(text):
            self.problems.append(_half_character(half.group(), at))
        if hidden := _HIDDEN.search(text):
            self.problems.append(_hidden_character(hidden.group(), at))
        return _HIDDEN.sub(" ", text)

    def _warn_of_lost_text(self, end: _Mark) -> None:
        """`Question #5` is `Question` to YAML; a comment proper has a space after its mark."""
        if lost := _LOST.match(self._source.line(end.line + 1), end.column):
            at = Position(self._source.file, end.line + 1, lost.start(1) + 1, len(lost.group(1)))
            hint = "put the whole text in quotes; a remark of your own needs a space after #"
            note = "YAML reads this as a remark"
            self.problems.append(
                Problem("BD119", "the text after # is left out", at, hint, note, severity=Severity.WARNING)
            )

    def _add(self, value: YamlValue) -> None:
        if not self._stack:
            self.root = self.root or value
            return
        top = self._stack[-1]
        if top.is_list:
            top.items.append(value)
        elif top.key is None:
            top.key = self._key(value)
        else:
            key, top.key = top.key, None
            self._enter(top, key, value)

    def _key(self, value: YamlValue) -> YamlText:
        if isinstance(value, YamlText):
            if not value.quoted and value.text[:1].isspace():
                raise BriefdeckError([*self.problems, foreign_space(value.text[0], value.at)])
            if not value.text:
                self.problems.append(Problem("BD117", "a key is missing", value.at, "write it before the colon"))
            return value
        hint = "put a text that starts with [ or { in quotes"
        self.problems.append(Problem("BD117", "a list cannot be a key", value.at, hint))
        return YamlText("", value.at)

    def _enter(self, top: _Open, key: YamlText, value: YamlValue) -> None:
        if (first := top.entries.get(key.text)) is not None:
            message = f"`{quoted(key.text)}` stands here twice; the first is on line {first.at.line}"
            self.problems.append(Problem("BD115", message, key.at, "keep one of them"))
        elif key.text == "<<":
            message = "`<<` has no meaning here"
            self.problems.append(Problem("BD116", message, key.at, "write the keys out"))
        elif key.text:
            top.entries[key.text] = YamlEntry(key.text, key.at, value)

    def _fault(self, error: yaml.MarkedYAMLError) -> Fault:
        last = self._last
        text = last if isinstance(last, yaml.ScalarEvent) else None
        return Fault(
            line=self._source.line,
            problem=error.problem or "",
            context=error.context or "",
            at=self._source.at(error.problem_mark or error.context_mark),
            context_at=self._source.at(error.context_mark) if error.context_mark else None,
            text_at=self._source.at(text.start_mark) if text else None,
            quote=text.style if text and text.style in ("'", '"') else "",
            end=self._source.at(last.end_mark) if last else None,
            closed=self._closed if isinstance(last, yaml.CollectionEndEvent) else None,
            opened=self._stack[-1].at if self._stack else None,
        )


def _first_of_lines(pattern: re.Pattern[str], text: str, file: str) -> Iterator[tuple[str, Position]]:
    """The first match of each line that has one, with its place."""
    if pattern.search(text):
        for number, line in enumerate(text.split("\n"), start=1):
            if match := pattern.search(line):
                yield match.group(), Position(file, number, match.start() + 1)


def _half_character(character: str, at: Position) -> Problem:
    message = f"half a character (U+{ord(character):04X}) stands here"
    return Problem("BD101", message, at, "type the character again and save the file as UTF-8")


def _hidden_character(character: str, at: Position) -> Problem:
    message = f"a control character (U+{ord(character):04X}) is hidden here; it is read as a space"
    return Problem("BD120", message, at, "delete it, or type a space in its place", severity=Severity.WARNING)
