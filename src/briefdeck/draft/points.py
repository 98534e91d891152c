"""Rows to points: a sentence each, a label over what it governs, sub-points below their parent."""

from __future__ import annotations

import unicodedata

from briefdeck.draft.nest import Node, Opening
from briefdeck.draft.quotations import read_quotation
from briefdeck.draft.rows import Row, sources_of
from briefdeck.draft.sentences import split_sentences
from briefdeck.draft.shorten import short_form
from briefdeck.model.outline import Lines, Point
from briefdeck.model.values import replace


def points_of(nodes: tuple[Node, ...], lang: str) -> tuple[Point, ...]:
    """The points of a tree of rows, in order. Every row becomes at least one point that cites its lines."""
    return tuple(point for node in nodes for point in _points(node, lang))


def are_steps(nodes: tuple[Node, ...]) -> bool:
    """Whether the rows are numbered from 1 on, each one higher than the one before."""
    numbers = [_count(node.row.number) for node in nodes if node.row.mark == "#"]
    return len(nodes) > 1 and numbers == [*range(1, len(nodes) + 1)]


def _count(number: str) -> int:
    """A number in any digits, one in a circle too; 0 for letters and for "1.2"."""
    if number.isdecimal():
        return int(number)
    return int(unicodedata.numeric(number, 0)) if len(number) == 1 else 0


def _points(node: Node, lang: str) -> list[Point]:
    found = _unnumbered(node, lang)
    if are_steps(node.below) and len(found) == 1 and len(found[0].points) == len(node.below):
        return [replace(found[0], numbered=True)]
    return found


def _unnumbered(node: Node, lang: str) -> list[Point]:
    row = node.row
    said = sentences(row)
    below = points_of(node.below, lang)
    own = [_point(text, lines, lang) for text, lines in said]
    if row.label:
        if not below and len(own) == 1:
            return [replace(own[0], label=row.label)]
        if not below or node.why is Opening.LABEL:
            return [Point(label=row.label, points=(*own, *below))]
        return [replace(own[0], label=row.label, points=(*own[1:], *below))]
    if len(own) > 1 and (row.mark or below):
        return [replace(own[0], points=(*own[1:], *below))]
    if below:
        return [replace(own[0], points=below)]
    return own


def _point(text: str, lines: Lines, lang: str) -> Point:
    show, more = short_form(text, lang)
    return Point(say=text, show=show, more=more, lines=lines)


def sentences(row: Row) -> list[tuple[str, tuple[int, ...]]]:
    """The sentences of a row without its label, each with the lines it stands on; never none."""
    text = row.rest if row.label else row.plain
    if read_quotation(text):
        return [(text, row.sources)]
    offset = max(0, row.plain.find(text))
    found: list[tuple[str, tuple[int, ...]]] = []
    at = 0
    for sentence in split_sentences(text):
        start = max(at, text.find(sentence[:60], at))
        at = start + len(sentence)
        found.append((sentence, sources_of(row, offset + start, offset + at)))
    if not found:
        return [(text or row.body or row.text.strip(), row.sources)]
    cited = {line for _, lines in found for line in lines}
    missed = tuple(line for line in row.sources if line not in cited)
    if missed:
        sentence, lines = found[-1]
        found[-1] = (sentence, tuple(sorted({*lines, *missed})))
    return found
