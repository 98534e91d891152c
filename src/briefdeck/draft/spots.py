"""Spots: a row between its neighbours, and the habits of the note it stands in."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from briefdeck.draft.instructions import instruction_lines
from briefdeck.draft.rows import Kind, Row, is_lower_case
from briefdeck.draft.words import has_ideographs, is_ended
from briefdeck.named import NamedTuple


class Spot(NamedTuple):
    """A row, what stands around it, and what its note is like."""

    row: Row
    before: Row | None  # the content row before
    after: Row | None  # the content row after
    later: Row | None  # the content row after that
    above: Row | None  # the nearest row before it that stands further out, no blank line between
    distance: int  # rows to the row after; 1: it follows at once
    habits: Habits

    @property
    def deeper_follows(self) -> bool:
        """Whether the next row is text that stands further in."""
        return self.after is not None and self.after.kind is Kind.TEXT and self.after.indent > self.row.indent

    @property
    def list_follows(self) -> bool:
        """Whether bullets or numbers follow a row that has none."""
        return self.after is not None and self.after.kind is Kind.TEXT and bool(self.after.mark) and not self.row.mark


class Habits(NamedTuple):
    """How this note is written as a whole."""

    spaced: bool  # a blank line after nearly every line: gaps say nothing
    wrapped: bool  # paragraphs were hard-wrapped
    ended: bool  # its lines end in full stops
    lower_case: bool  # its lines begin with small letters: a capital means nothing
    median_words: int  # of a text row
    speakers: frozenset[str]  # labels that occur more than once: people speaking
    labelled: int  # how many rows carry a label
    all_labelled: bool  # most do
    english: bool
    heading_signs: frozenset[str]  # bullets that open headings, never one line after another
    steps: frozenset[int]  # lines of numbered rows that say what to do


def read_habits(content: list[Row], *, wrapped: bool, english: bool) -> Habits:
    """The habits of a note, told by its content rows in order."""
    text = [row for row in content if row.kind is Kind.TEXT]
    counts = sorted(row.words for row in text)
    apart = sum(row.gap for row in content[1:])
    labels = Counter(row.label for row in text if row.label)
    return Habits(
        spaced=apart > 0.6 * max(1, len(content) - 1),
        wrapped=wrapped,
        ended=sum(is_ended(row.plain) for row in text) > 0.4 * len(text),
        lower_case=is_lower_case(text),
        median_words=counts[len(counts) // 2] if counts else 0,
        speakers=frozenset(label for label, count in labels.items() if count > 1),
        labelled=sum(labels.values()),
        all_labelled=sum(labels.values()) > 0.6 * len(text),
        english=english,
        heading_signs=_heading_signs(content),
        steps=instruction_lines(content, english=english),
    )


_SIGNS = frozenset("■◆●▼★◎□◇▲▶○〇")
_LONGEST_SIGNED = 10  # words


def _heading_signs(content: list[Row]) -> frozenset[str]:
    """The large signs with which Chinese and Japanese notes open their headings, other marks or none below them."""
    signed = [row for row in content if row.mark in _SIGNS and has_ideographs(row.plain)]
    counts = Counter(row.mark for row in signed)
    listed = {row.mark for row, below in pairwise(content) if row.mark == below.mark}
    long = {row.mark for row in signed if is_ended(row.plain) or row.words > _LONGEST_SIGNED}
    return frozenset(sign for sign, count in counts.items() if count > 1) - listed - long
