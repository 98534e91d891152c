"""Nesting: which point belongs under which, within one section.

Four things open a parent: a line that announces ("The stages are:"), a deeper indent, a weaker bullet, and a label,
whose scope is the unlabelled, unmarked lines that follow it.
"""

from __future__ import annotations

from enum import Enum
from itertools import pairwise

from briefdeck.draft.closing import sums_up
from briefdeck.draft.dates import dated, is_moment
from briefdeck.draft.open_lines import gives_example
from briefdeck.draft.rows import Kind, Row
from briefdeck.draft.words import (
    CONNECTIVES,
    STOP_WORDS,
    content_words,
    ends_with_colon,
    has_verb,
    is_ended,
    word_count,
    words,
)
from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple


class Opening(Enum):
    """Why a row holds those that follow."""

    ANNOUNCE = "announces"
    INDENT = "indent"
    LIST = "list"  # an unmarked row before bullets, or a strong bullet before weak ones
    LABEL = "label"


class Node(NamedTuple):
    """A row and what belongs under it."""

    row: Row
    below: tuple[Node, ...] = ()
    why: Opening | None = None  # why it holds them


class _Manner(NamedTuple):
    """How a section is written."""

    spaced: bool
    in_turn: bool  # its labelled bullets hold the unlabelled ones after them


class _Built:
    """A node in the making."""

    __slots__ = ("below", "row", "why")

    def __init__(self, row: Row) -> None:
        self.row = row
        self.below: list[_Built] = []
        self.why: Opening | None = None


class _Open(NamedTuple):
    """A parent that still takes rows."""

    row: Row
    why: Opening
    first: Row  # its first child
    below: list[_Built]


_ENOUGH_TURNS = 2
_SAYS_ENOUGH = 5  # words
_ENGLISH = frozenset(word for word in STOP_WORDS if len(word) > 2)  # verbs are known in English only
_DATELINE = late_pattern(r"[A-Z][A-Z .]{2,30}, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})$")
_ENDS_IN_DASH = late_pattern(r"\w\s?[-–—]$")  # "Speaker-": a list of its own follows
_DEEPEST = 6  # levels of points; what stands deeper joins the sixth
_STRONG_BULLETS = frozenset("*•■●➢►▶▪❖§◆")
_IDEOGRAPHS = frozenset("一二三四五六七八九十")
_RING = "o"
"""What word processors set before the items of a list within a list."""


def nest(rows: list[Row], *, spaced: bool) -> tuple[Node, ...]:
    """The rows of one section as a tree; `spaced` says that blank lines mean nothing in this note."""
    top: list[_Built] = []
    parents: list[_Open] = []
    manner = _Manner(spaced, _labels_in_turn(rows))
    for index, row in enumerate(rows):
        while parents and not _belongs(row, parents[-1], manner):
            parents.pop()
        built = _Built(row)
        (parents[-1].below if parents else top).append(built)
        following = rows[index + 1] if index + 1 < len(rows) else None
        why = _opens(row, following, manner, nested=bool(parents)) if following else None
        if why and following and len(parents) < _DEEPEST:
            if why is Opening.LABEL:  # a label takes the place of the label before it
                parents = [parent for parent in parents if parent.why is not Opening.LABEL]
            built.why = why
            parents.append(_Open(row, why, following, built.below))
    return tuple(_freeze(built) for built in top)


def _freeze(built: _Built) -> Node:
    return Node(built.row, tuple(_freeze(below) for below in built.below), built.why)


def _labels_in_turn(rows: list[Row]) -> bool:
    """Whether labelled bullets and what follows them take turns: two labels, and no label straight after a label.

    Numbers take no turns: "2." goes on from "1. Rule: ..." and does not stand below it.
    """
    marked = [row for row in rows if row.kind is Kind.TEXT]
    labelled = [index for index, row in enumerate(marked) if row.label and row.mark not in ("", "#")]
    return len(labelled) >= _ENOUGH_TURNS and all(second - first > 1 for first, second in pairwise(labelled))


def _opens(row: Row, following: Row, manner: _Manner, *, nested: bool) -> Opening | None:
    """Why `row` takes the row that follows it, or None."""
    spaced = manner.spaced
    near = not following.gap or spaced
    if row.kind is not Kind.TEXT:
        return None
    if _leads_in(row.plain):
        same_list = following.mark and following.mark == row.mark and following.indent <= row.indent
        return None if same_list or following.indent < row.indent else Opening.ANNOUNCE
    if following.indent > row.indent:
        return Opening.INDENT
    outdented = nested and following.indent < row.indent - 1  # the list goes on in which this row only hangs
    if following.indent == row.indent or (not row.mark and following.mark and not outdented):
        begins = not following.gap or not following.number or _is_first(following.number)
        holds = not following.gap or (spaced and _leaves_open(row, following))
        if following.mark and not row.mark and begins and holds:
            return Opening.LIST
        if following.mark and row.mark and near and _strength(row) < _strength(following):
            return Opening.LIST
    if not row.label or following.label or _leads_in(following.plain) or sums_up(following.plain):
        return None  # a line that opens a list of its own is a point of its own
    if following.mark and not (manner.in_turn and following.mark == row.mark != "#"):
        return None
    if (near and _can_hold(row, following)) or (following.gap and _goes_on(following, row)):
        return Opening.LABEL
    return None


def _leaves_open(row: Row, following: Row) -> bool:
    """Whether a label holds a list after a blank line; steps do not stand under "Aim: to see what salt water does"."""
    return bool(row.label) and not (following.number and word_count(row.rest) >= _SAYS_ENOUGH)


def _is_first(number: str) -> bool:
    """Whether a list begins with a number: "1", "2.1", "a", "I"."""
    return number.rsplit(".", 1)[-1] in ("1", "a", "A", "i", "I", "①", "一") or not number.isascii()


def _leads_in(text: str) -> bool:
    """Whether a line ends as one does that announces those below it."""
    return ends_with_colon(text) or _ENDS_IN_DASH.search(text) is not None


def _can_hold(row: Row, following: Row) -> bool:
    """A labelled sentence holds what follows; a bare "Date: 2013" does not.

    What only names something ("Themes: water and wonder.") holds no more than what goes on from it or names it again.
    """
    if _DATELINE.match(row.label):
        return False  # it says where and when all of it was written
    if gives_example(following.plain):
        return True
    if any(map(str.isdigit, row.label)) and is_moment(row.label) and dated(following.plain, bare=True):
        return False  # one date after the other
    if not is_ended(row.rest) and not is_ended(following.plain) and not _names_again(following, row):
        return False  # lines of a list that nobody marked: no sentence goes on
    value = row.rest[:1].isdigit() and is_ended(following.plain)
    if not is_ended(row.rest) and (row.rest[:1].islower() or value) and following.plain[:1].isupper():
        return _names_again(following, row)  # "consumer: eats plants", "Adults: 7 hours or more"
    if following.mark or following.indent > row.indent or not row.rest[:1].isalpha():
        return word_count(row.rest) >= 3 or is_ended(row.rest)
    english = not _ENGLISH.isdisjoint(words(row.rest))
    names = english and row.rest[0].islower() and not has_verb(row.rest)
    if names:
        return _names_again(following, row)
    return word_count(row.rest) >= 3 or is_ended(row.rest)


def _names_again(row: Row, labelled: Row) -> bool:
    """Whether a row goes on from a labelled one by how it opens, or says a word of the label."""
    said = words(row.plain)
    return bool(CONNECTIVES.intersection(said[:1]) or content_words(labelled.label).intersection(said))


def _belongs(row: Row, parent: _Open, manner: _Manner) -> bool:
    """Whether an open parent takes this row."""
    spaced = manner.spaced
    if row is parent.first:
        return True
    if parent.why is Opening.LABEL:
        if sums_up(row.plain):
            return False
        if row.label or row.indent > parent.row.indent + 1 or _leads_in(row.plain):
            return False
        if row.mark and not (manner.in_turn and row.mark == parent.row.mark != "#"):
            return False
        return not row.gap or spaced or _goes_on(row, parent.row)
    if row.indent > parent.row.indent:
        return parent.why is not Opening.LIST or bool(row.mark) or row.indent >= parent.first.indent
    if row.indent < parent.row.indent and not (parent.why is Opening.LIST and row.mark and not parent.row.mark):
        return False
    if parent.why is Opening.INDENT:
        return False
    if parent.why is Opening.LIST:
        if not row.mark or (row.gap and not spaced and _strength(row) < _strength(parent.first)):
            return False
        return not parent.row.mark or _strength(row) > _strength(parent.row)
    return _is_announced(row, parent, spaced=spaced)


def _is_announced(row: Row, parent: _Open, *, spaced: bool) -> bool:
    """Whether a row at the indent of "The stages are:" is one of the stages: it looks like the first of them."""
    first = parent.first
    if first.indent > parent.row.indent or bool(row.mark) != bool(first.mark):
        return False
    if first.mark:
        return _strength(row) >= _strength(first) and (not parent.row.mark or row.mark != parent.row.mark)
    if row.gap and not spaced:
        return False
    return bool(row.label) == bool(first.label) and is_ended(row.plain) == is_ended(first.plain)


def _goes_on(row: Row, labelled: Row) -> bool:
    """Whether a sentence after a gap still speaks of the label: it opens with a connective, or names it again."""
    if row.label or row.mark or not is_ended(row.plain):
        return False
    opening = words(row.plain)[:3]
    if opening and opening[0] in CONNECTIVES:
        return True
    if any(map(str.isdigit, labelled.rest)) and not is_ended(labelled.rest):
        return False  # "Next meeting: 11 April": a fact is no sentence to go on from
    return bool({word for word in opening if len(word) > 3} & content_words(labelled.label))


def _strength(row: Row) -> float:
    """How high a bullet or number stands when indent does not tell: smaller is higher."""
    if row.mark == "#":
        number = row.number
        if number.isdecimal() or "." in number:
            return 2 + 0.1 * number.count(".")
        return 1 if number.isupper() or number[0] in _IDEOGRAPHS else 3
    if row.mark == _RING:
        return 6
    return 4 if row.mark in _STRONG_BULLETS else 5
