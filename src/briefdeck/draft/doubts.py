"""Spots that look like slips of the pen: said with their place, never mended. The note is the author's."""

from __future__ import annotations

import re

from briefdeck.errors import Problem, Severity
from briefdeck.late import late_pattern
from briefdeck.model.note import Note

_MOST = 20
_DOUBLED = late_pattern(r"\b(the|a|an|of|to|in|and|is|was|for|with|by|on|are|be|from)\s\1\b", re.IGNORECASE)
_FORM = late_pattern(
    r"(?<!to )(?<!will )(?<!would )\bform the (?:\w{1,20} )?(?:perspective|viewpoint|point of view|beginning)\b"
)
_SPOTS = ((_DOUBLED, "the same word twice"), (_FORM, "perhaps “from” is meant"))


def find_doubts(note: Note) -> tuple[Problem, ...]:
    """Remarks on doubtful spots, at most twenty."""
    found: list[Problem] = []
    for line in note.lines:
        for pattern, what in _SPOTS:
            if match := pattern.search(line.text):
                at = note.place(line.number, match.start() + 1, match.end() - match.start())
                message = f"“{match.group()}”: {what}"
                found.append(
                    Problem("BD210", message, at, "correct it in the note if it is a slip", severity=Severity.REMARK)
                )
        if len(found) >= _MOST:
            break
    return tuple(found[:_MOST])
