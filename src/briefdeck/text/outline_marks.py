"""Comments put beside texts of an outline that should be looked at."""

from __future__ import annotations

from collections.abc import Collection

from briefdeck.text.outline_dump import quoted

OTHER_WORDS = "# other words than the note's: compare"
"""Beside a text that a language model put in words of its own; it means nothing to the tool."""


def with_marks(text: str, marked: Collection[str]) -> str:
    """The text of a dumped outline with a comment beside each short form that is to be compared with its sentence."""
    lines = {f"show: {quoted(words)}" for words in marked}
    return "\n".join(f"{row}  {OTHER_WORDS}" if row.strip() in lines else row for row in text.split("\n"))
