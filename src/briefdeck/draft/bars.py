"""Bars between the cells of a line."""

from __future__ import annotations

_LETTER = "\x00"  # control characters never reach a note's lines


def is_table_row(body: str) -> bool:
    """Whether bars divide the line into cells."""
    bars = body.count("|")
    return (bars >= 2 and body[0] == "|" and body.rstrip()[-1] == "|") or (bars >= 3 and body.count(" | ") >= 3)


def between_bars(body: str) -> list[str]:
    """What stands between the bars of a line, however many of them open and close it."""
    return parted(body.strip().replace("\\|", _LETTER).strip("|"))


def parted(inner: str) -> list[str]:
    """The cells of a line that no bars open and close; a bar after a backslash is a letter."""
    return [cell.replace(_LETTER, "|").strip() for cell in inner.replace("\\|", _LETTER).split("|")]
