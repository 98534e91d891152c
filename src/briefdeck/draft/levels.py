"""Levels: the cues that a note uses, ranked against each other and pressed together to 1, 2, 3 and so on."""

from __future__ import annotations

from dataclasses import replace

from briefdeck.draft.rows import Kind, Row

_BOLD_RANK = 19
_LINE_RANK = 22  # of a question or a line with a colon
_PLAIN_CUES = frozenset({"colon", "question", "topic", "short line"})


def set_levels(rows: list[Row]) -> list[Row]:
    """The rows with the level of every heading between 1 (top) and the number of ranks in use."""
    heads = [row for row in rows if row.kind is Kind.HEAD]
    plain = any(row.cue in _PLAIN_CUES for row in heads)
    used = sorted({_rank(row, plain) for row in heads})
    levels = {rank: level for level, rank in enumerate(used, 1)}
    return [replace(row, level=levels[_rank(row, plain)]) if row.kind is Kind.HEAD else row for row in rows]


def _rank(row: Row, plain: bool) -> int:
    """The rank of one heading. A line under a heading is no rank of its own when its like stand without one."""
    if row.cue == "bold":
        return _BOLD_RANK
    if plain and row.cue.startswith("underline") and not row.number and row.title.rstrip()[-1:] in ":：?？؟":
        return _LINE_RANK
    return row.level
