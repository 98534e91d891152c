"""Footnotes of text files, brought under the paragraphs that refer to them, as those of documents and web pages are.

Left at the end they would be read as part of the last section. Notes under a heading of their own are a section.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefdeck.late import late_pattern
from briefdeck.model.note import Form, NoteLine
from briefdeck.named import NamedTuple

_ITEM = late_pattern(r"\s*(?:[-*+•]|\d{1,3}[.)])\s")
_INDENT = "  "
_LONGEST = 30  # lines of one note


class _Footnote(NamedTuple):
    """A note at the end: its name, and the indices of its lines."""

    name: str
    first: int
    end: int


def with_footnotes(lines: Sequence[NoteLine], mark: re.Pattern[str], note: re.Pattern[str]) -> tuple[NoteLine, ...]:
    """The lines, each footnote behind the paragraph that first refers to it; the two patterns have a group `name`."""
    found = {each.name: each for each in reversed(_footnotes(lines, note))}
    if not found:
        return tuple(lines)
    inside = {index for each in found.values() for index in range(each.first, each.end)}
    ends = _ends_of_paragraphs(lines, inside)
    behind: dict[int, list[_Footnote]] = {}
    for index, line in enumerate(lines):
        for match in mark.finditer(line.text) if index not in inside else ():
            if each := found.pop(match["name"], None):
                behind.setdefault(ends[index], []).append(each)
    moved = {index for notes in behind.values() for each in notes for index in range(each.first, each.end)}
    done: list[NoteLine] = []
    for index, line in enumerate(lines):
        if index not in moved:
            done.append(line)
        for each in behind.get(index, ()):
            done += [_below(lines[at], line) for at in range(each.first, each.end)]
    return tuple(done)


def _footnotes(lines: Sequence[NoteLine], note: re.Pattern[str]) -> list[_Footnote]:
    """The notes that stand under no heading of their own, each with the indented lines that go on with it."""
    found: list[_Footnote] = []
    headed = False
    index = 0
    while index < len(lines):
        match = note.match(lines[index].text)
        if match is None:
            form = lines[index].form
            if lines[index].text.strip():
                headed = form is not None and form.kind == "heading"
            index += 1
            continue
        end = index + 1
        while end < min(len(lines), index + _LONGEST) and lines[end].text[:1].isspace() and lines[end].text.strip():
            end += 1
        if not headed:
            found.append(_Footnote(match["name"], index, end))
        index = end
    return found


def _ends_of_paragraphs(lines: Sequence[NoteLine], inside: set[int]) -> list[int]:
    """For each line the index of the last line of the paragraph or item that it belongs to."""
    ends = list(range(len(lines)))
    for index in range(len(lines) - 2, -1, -1):
        below = lines[index + 1]
        form = below.form
        states = form is not None and (form.kind != "text" or form.strong) and not form.goes_on
        apart = not below.text.strip() or index + 1 in inside or states or _ITEM.match(below.text)
        if not apart:
            ends[index] = ends[index + 1]
    return ends


def _below(line: NoteLine, above: NoteLine) -> NoteLine:
    """A line of a note as it stands below a paragraph, or in the list whose item refers to it."""
    words = line.form.words if line.form is not None and line.form.words else line.text.strip()
    item = _ITEM.match(above.text)
    if item is None:
        return line._replace(form=Form(words=words))
    indent = len(above.text) - len(above.text.lstrip())
    return line._replace(form=Form(words=f"{' ' * indent}{_INDENT}- {words}"))
