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
    """The points of a tree of rows, in order. Every row becomes at least one point that cites its lines.

    What stands among steps and is none of them is marked as not counted.
    """
    found = [(node, _points(node, lang)) for node in nodes]
    if not _count_up(nodes) or any(_is_step(node) and len(points) > 1 for node, points in found):
        return tuple(point for _, points in found for point in points)
    return tuple(
        point if _is_step(node) else replace(point, counted=False) for node, points in found for point in points
    )


def are_steps(nodes: tuple[Node, ...], points: tuple[Point, ...]) -> bool:
    """Whether the points of these rows are steps: numbered from 1 on, each one higher than the one before.

    Other rows may stand among them, which are not counted; none of the steps may have become anything else.
    """
    return _count_up(nodes) and sum(point.counted for point in points) == sum(map(_is_step, nodes))


def _count_up(nodes: tuple[Node, ...]) -> bool:
    numbers = [_count(node.row.number) for node in nodes if _is_step(node)]
    return len(numbers) > 1 and numbers == [*range(1, len(numbers) + 1)]


def together(nodes: tuple[Node, ...]) -> list[tuple[int, int]]:
    """The rows as spans of one each, and of all that stands from the first of several steps to the last of them."""
    spans: list[tuple[int, int]] = []
    begun, number = -1, 0  # the span that holds the step counted last, and its number
    for index, node in enumerate(nodes):
        counted = _count(node.row.number) if node.row.mark == "#" else 0
        if counted > 1 and begun >= 0 and counted == number + 1:
            spans[begun:] = [(spans[begun][0], index + 1)]
        else:
            spans.append((index, index + 1))
            if counted:
                begun = len(spans) - 1 if counted == 1 else -1
        number = counted or number
    return spans


def _is_step(node: Node) -> bool:
    return node.row.mark == "#" and _count(node.row.number) > 0


def _count(number: str) -> int:
    """A number in any digits, one in a circle too; 0 for letters and for "1.2"."""
    if number.isdecimal():
        return int(number)
    return int(unicodedata.numeric(number, 0)) if len(number) == 1 else 0


def _points(node: Node, lang: str) -> list[Point]:
    below = points_of(node.below, lang)
    found = _unnumbered(node, below, lang)
    if not are_steps(node.below, below):
        return found
    above = len(found[0].points) - len(below)  # sentences of its own, before the steps
    points = (*(replace(one, counted=False) for one in found[0].points[:above]), *below)
    return [replace(found[0], points=points, numbered=True)]


def _unnumbered(node: Node, below: tuple[Point, ...], lang: str) -> list[Point]:
    row = node.row
    said = sentences(row)
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
