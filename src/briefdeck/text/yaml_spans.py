"""Where everything of a YAML file begins and ends, so that parts of it can be changed and the rest left as typed.

For files that `yaml_reader` has read without an error: no anchors, no tags, one document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from briefdeck.late import late_pattern
from briefdeck.text.yaml_reader import Source

_BREAK = late_pattern(r"\r\n|\r|\n")
_COMMENT = late_pattern(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True, eq=False)
class Span:
    """One value of the file; offsets count characters of the text."""

    start: int
    end: int
    kind: str  # scalar, list or map
    flow: bool = False  # written in [ ] or { }
    items: tuple[Span, ...] = ()  # of a list
    entries: tuple[tuple[Span, Span], ...] = ()  # of a map: key and value
    word: str = ""  # of a scalar

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return self.start == self.end

    def below(self) -> Iterator[Span]:
        """This value and all values in it, keys included, in the order of the file."""
        yield self
        for item in self.items:
            yield from item.below()
        for key, value in self.entries:
            yield from key.below()
            yield from value.below()


class Places:
    """The values of a file by where they start: line and column from 1, as the loaded outline names them."""

    def __init__(self, text: str) -> None:
        self.text = text
        breaks = list(_BREAK.finditer(text))
        self._starts = [0, *(found.end() for found in breaks)]
        self._ends = [*(found.start() for found in breaks), len(text)]
        self.newline = breaks[0].group() if breaks else "\n"
        self._mark = len(text) - len(text.removeprefix("\ufeff"))
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(Source(text, "").text)
        try:
            node = loader.get_single_node()
            if node is None:
                raise AssertionError("an outline that was loaded holds something")
            self.root = self._span(node)
        finally:
            loader.dispose()
        self.holder: dict[Span, Span] = {}
        self._at: dict[int, Span] = {}
        self._keep(self.root)
        scalars = [span for span in self.root.below() if span.kind == "scalar"]
        self._scalars = [(span.start, span.end) for span in scalars]

    def find(self, line: int, column: int) -> Span:
        """The value, not a list, that starts at a place."""
        return self._at[self._offset(line - 1, column - 1)]

    def column(self, offset: int) -> int:
        """Characters that stand before it on its line."""
        number = self._number(offset)
        return offset - self._starts[number] - (self._mark if not number else 0)

    def line_start(self, offset: int) -> int:
        """Where the line of this character starts."""
        return self._starts[self._number(offset)]

    def line_end(self, offset: int) -> int:
        """Where the line of this character ends, before its line break."""
        return self._ends[self._number(offset)]

    def end_before(self, offset: int) -> int:
        """Where the line before the line of this character ends; the start of the text when there is none."""
        number = self._number(offset)
        return self._ends[number - 1] if number else 0

    def lines_above(self, offset: int) -> Iterator[tuple[int, str]]:
        """The lines above that of this character, nearest first: where each starts, and its text."""
        for number in range(self._number(offset) - 1, -1, -1):
            yield self._starts[number], self.text[self._starts[number] : self._ends[number]]

    def line_below(self, offset: int) -> tuple[int, str]:
        """Where the next line ends, and its text; the end of this line and "" when there is none."""
        number = self._number(offset) + 1
        if number == len(self._starts):
            return self._ends[-1], ""
        return self._ends[number], self.text[self._starts[number] : self._ends[number]]

    def comments(self, start: int, end: int) -> list[tuple[int, str]]:
        """The comments between two places: where each starts, and its text."""
        found: list[tuple[int, str]] = []
        index = bisect_right(self._scalars, (start, -1))
        while start < end:
            begin, stop = self._scalars[index] if index < len(self._scalars) else (end, end)
            found += ((match.start(), match.group()) for match in _COMMENT.finditer(self.text, start, min(begin, end)))
            start, index = max(start, stop if begin < end else end), index + 1
        return found

    def _number(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _offset(self, line: int, column: int) -> int:
        return self._starts[line] + column + (self._mark if not line else 0)

    def _keep(self, span: Span) -> None:
        if span.kind != "list":
            self._at[span.start] = span
        for below in (*span.items, *(value for _, value in span.entries)):
            self.holder[below] = span
            self._keep(below)

    def _span(self, node: yaml.Node) -> Span:
        start = self._offset(node.start_mark.line, node.start_mark.column)
        end = self._offset(node.end_mark.line, node.end_mark.column)
        if isinstance(node, yaml.ScalarNode):
            if node.style in ("|", ">"):
                end = start + len(self.text[start:end].rstrip())
            return Span(start, end, "scalar", word=node.value)
        if not isinstance(node, yaml.CollectionNode):
            raise AssertionError("an outline that was loaded has no aliases")
        flow = bool(node.flow_style)
        if isinstance(node, yaml.SequenceNode):
            items = tuple(self._span(item) for item in node.value)
            return Span(start, end if flow else items[-1].end, "list", flow, items=items)
        entries = tuple((self._span(key), self._span(value)) for key, value in node.value)
        return Span(start, end if flow else entries[-1][1].end, "map", flow, entries=entries)
