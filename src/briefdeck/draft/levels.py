"""Levels: the cues that a note uses, ranked against each other and pressed together to 1, 2, 3 and so on."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from briefdeck.draft.heading_words import read_chapter
from briefdeck.draft.rows import Kind, Row

_BOLD_RANK = 19
_LINE_RANK = 22  # of a question or a line with a colon
_STEP = 10
_PLAIN_CUES = frozenset({"colon", "question", "short line", "emoji"})


def set_levels(rows: list[Row]) -> list[Row]:
    """The rows with the level of every heading between 1 (top) and the number of ranks in use."""
    heads = [row for row in rows if row.kind is Kind.HEAD]
    plain = any(row.cue in _PLAIN_CUES for row in heads)
    lower = _lower_cues(rows)
    ranks = {id(row): _rank(row, plain) + (row.cue in lower) * _STEP for row in heads}
    levels = {rank: level for level, rank in enumerate(sorted(set(ranks.values())), 1)}
    return [row._replace(level=levels[ranks[id(row)]]) if row.kind is Kind.HEAD else row for row in rows]


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
