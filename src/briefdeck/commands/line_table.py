"""`outline --explain`: how each line of the note was read, as a table; nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefdeck.commands.outcome import Outcome

_HEADER = ("line", "kind", "cue", "level", "label", "why", "text")
_WIDEST = (6, 10, 12, 5, 22, 44, 48)


def line_table(notes: Sequence[Path], lang: str, encoding: str) -> Outcome:
    """The table for people, and the same as data."""
    from briefdeck.note_files import read_sources
    from briefdeck.pipeline import explain_notes

    readings, problems = explain_notes(read_sources(notes), lang=lang, encoding=encoding)
    rows = [
        (str(one.number), one.kind, one.cue, str(one.level or ""), one.label, one.why, one.text.strip())
        for one in readings
        if one.kind != "blank"
    ]
    data = {"note": " ".join(map(str, notes)), "lines": [one._asdict() for one in readings]}
    return Outcome(results=tuple(_drawn((_HEADER, *rows))), problems=problems, data=data)


def _drawn(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The rows in columns as wide as their widest cell, long cells cut."""
    clipped = [tuple(map(_clipped, row, _WIDEST)) for row in rows]
    widths = [max(map(len, column)) for column in zip(*clipped, strict=True)]
    for row in clipped:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _clipped(cell: str, width: int) -> str:
    return cell if len(cell) <= width else f"{cell[: width - 1].rstrip()}…"
