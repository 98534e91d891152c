"""Characters that make words look like what they are not: marks piled on a letter, turned directions."""

from __future__ import annotations

import unicodedata

from briefdeck.late import late_pattern

MOST_MARKS = 8
"""On one letter; Vietnamese and Hebrew need three, phonetics four."""

_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
PILE = late_pattern(f"(?<={_MARK}{{{MOST_MARKS}}}){_MARK}+")
"""The marks that are too many."""

OVERRIDE = late_pattern("[\u202d\u202e]")
"""Characters that make letters run against their own direction."""


def unpiled(text: str) -> str:
    """The text with at most `MOST_MARKS` marks on each letter."""
    return text if text.isascii() or not any(map(unicodedata.combining, text)) else PILE.sub("", text)
