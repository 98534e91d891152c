"""Headings amid a block: short names between sentences, where the writer left no blank line.

A line is one only when everything around it says something: all other lines of its block end as sentences do, carry a
label or a bullet, quote, or are long. In a list of names, in verse and among ingredients no line is a heading so.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.draft.cues import SHORT_LINE
from briefdeck.draft.rows import Kind, Row
from briefdeck.draft.short_lines import is_name
from briefdeck.draft.spots import Habits
from briefdeck.draft.words import content_words, is_ended

_FEWEST_ROWS, _FEWEST_SAID, _FEWEST_HEADS = 5, 3, 2
_LONGEST, _SHORT, _LONG_LINE = 5, 3, 7  # words
_LONGEST_TITLE = 10
_FULL_STOPS = frozenset(".!?。！？।؟")
_QUOTES = frozenset('"“«„「')
_STEM = 4  # letters in which two headings of a kind end alike: "Long-term causes", "Short-term cause"


def find_inner(rows: list[Row], blocks: Sequence[tuple[int, ...]], habits: Habits) -> list[Row]:
    """The rows with the headings recognised that stand between the sentences of a block; blocks are indices of rows."""
    done = list(rows)
    for block in blocks:
        found = _names_amid([rows[index] for index in block], habits, opens=block == blocks[0])
        for place, level in found.items():
            row = rows[block[place]]
            done[block[place]] = row._replace(
                kind=Kind.HEAD, cue=SHORT_LINE.name, title=row.plain, level=SHORT_LINE.rank + level, label="", rest=""
            )
    return done


def _names_amid(rows: list[Row], habits: Habits, *, opens: bool) -> dict[int, int]:
    """The places of such headings among the rows of a block, each with how far it stands below the first ones."""
    if len(rows) < _FEWEST_ROWS:
        return {}
    start = int(opens and _is_title(rows[0], habits))
    strict = all(
        row.plain.rstrip('"”’»)')[-1:] in _FULL_STOPS or row.label
        for row in rows[start:]
        if not _is_short(row, habits, _LONGEST)
    )
    longest = _LONGEST if strict else _SHORT
    names = [place for place in range(start, len(rows)) if _is_short(rows[place], habits, longest)]
    heads = sum(1 for row in rows if row.kind is Kind.HEAD)
    others = [place for place in range(start, len(rows)) if place not in names and rows[place].kind is not Kind.HEAD]
    if not names or len(names) + heads < _FEWEST_HEADS or len(others) < max(_FEWEST_SAID, len(names)):
        return {}
    if not all(_says(rows[place]) for place in others) or names[-1] == len(rows) - 1:
        return {}
    stacked = [place for place in names if place + 1 in names]
    if len(stacked) > 1 or not all(_is_over(rows, place, names) for place in names):
        return {}
    if not stacked:
        return dict.fromkeys(names, 0)
    first = rows[stacked[0]]
    return {place: int(place != stacked[0] and not _are_kin(first, rows[place])) for place in names}


def _is_short(row: Row, habits: Habits, longest: int) -> bool:
    if row.kind is not Kind.TEXT or row.mark or row.label or row.piece or len(row.sources) > 1 or row.words > longest:
        return False
    return row.plain[:1] not in _QUOTES and is_name(row.plain, english=habits.english)


def _is_title(row: Row, habits: Habits) -> bool:
    return _is_short(row, habits, _LONGEST_TITLE)


def _says(row: Row) -> bool:
    """Whether a line says something by itself, so that it is no name in a list of names."""
    said = is_ended(row.plain) or bool(row.label or row.mark) or row.words >= _LONG_LINE
    return said or row.plain[:1] in _QUOTES or row.kind in (Kind.TABLE, Kind.PICTURE)


def _is_over(rows: list[Row], place: int, names: list[int]) -> bool:
    """Whether a name stands over something longer, and behind something that has ended."""
    row, below = rows[place], rows[place + 1]
    before = rows[place - 1] if place else None
    if (
        before is not None
        and before.kind is Kind.TEXT
        and place - 1 not in names
        and place - 1 > 0
        and not _says(before)
    ):
        return False
    if place + 1 in names or below.kind is not Kind.TEXT:
        return True
    return below.indent >= row.indent and (bool(below.label or below.mark) or below.words > row.words + 1)


def _are_kin(first: Row, other: Row) -> bool:
    """Whether two headings name things of one kind: they end in one word."""
    one, two = first.plain.lower().split()[-1], other.plain.lower().split()[-1]
    return one[:_STEM] == two[:_STEM] and bool(content_words(one)) and len(first.plain.split()) > 1
