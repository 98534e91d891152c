"""Levels: the cues that a note uses, ranked against each other and pressed together to 1, 2, 3 and so on."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from briefdeck.draft.heading_words import read_chapter
from briefdeck.draft.rows import Kind, Row

_BOLD_RANK = 19
_LINE_RANK = 22  # of a question or a line with a colon
_STEP = 10
_SEVERAL = 2
_PLAIN_CUES = frozenset({"colon", "question", "short line", "emoji"})


def set_levels(rows: list[Row]) -> list[Row]:
    """The rows with the level of every heading between 1 (top) and the number of ranks in use."""
    heads = [row for row in rows if row.kind is Kind.HEAD]
    plain = any(row.cue in _PLAIN_CUES for row in heads)
    lower = _lower_cues(rows)
    ranks = {id(row): _rank(row, plain) + (row.cue in lower) * _STEP for row in heads}
    ranks = _beside_numbers(heads, ranks)
    levels = {rank: level for level, rank in enumerate(sorted(set(ranks.values())), 1)}
    return [row._replace(level=levels[ranks[id(row)]]) if row.kind is Kind.HEAD else row for row in rows]


def _beside_numbers(heads: list[Row], ranks: dict[int, int]) -> dict[int, int]:
    """The ranks, with plain headings that stand only after the last of several numbered ones raised to these.

    What stands below numbers stands below more than the last of them: "Merits" after "1. ..." to "6. ..." goes on from
    the list of numbers, not from the sixth.
    """
    numbered = [index for index, row in enumerate(heads) if row.cue == "number" and "." not in row.number]
    tops = [index for index in numbered if ranks[id(heads[index])] == min(ranks[id(heads[one])] for one in numbered)]
    if len(tops) < _SEVERAL:
        return ranks
    rank = ranks[id(heads[tops[0]])]
    after = heads[tops[-1] + 1 :]
    weak = [row for row in after if row.cue in _PLAIN_CUES]
    amid = [row for row in heads[tops[0] : tops[-1]] if row.cue in _PLAIN_CUES]
    if amid or len(weak) < _SEVERAL or len(weak) != len(after):
        return ranks
    shift = min(ranks[id(row)] for row in weak) - rank
    raised = {id(row): ranks[id(row)] - shift for row in weak}
    return {**ranks, **raised} if shift > 0 else ranks


def _lower_cues(rows: list[Row]) -> set[str]:
    """Of the weak cues those that stand below another: their headings follow straight after headings of that one."""
    content = [row for row in rows if row.kind in (Kind.HEAD, Kind.TEXT, Kind.TABLE, Kind.CODE)]
    after = Counter(
        (first.cue, second.cue)
        for first, second in pairwise(content)
        if {first.cue, second.cue} <= _PLAIN_CUES and first.cue != second.cue
    )
    return {second for (first, second), count in after.items() if count > after[second, first]}


def _rank(row: Row, plain: bool) -> int:
    """The rank of one heading. A line under a heading is no rank of its own when its like stand without one."""
    if row.cue == "bold":
        chapter = read_chapter(row.title)
        return _BOLD_RANK + (chapter is not None and chapter.numbered)
    if plain and row.cue.startswith("underline") and not row.number and row.title.rstrip()[-1:] in ":：?？؟":
        return _LINE_RANK
    return row.level
