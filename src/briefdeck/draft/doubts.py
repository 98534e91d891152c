"""Spots to look at, with their place: what seems a slip of the pen is not mended, what a line leaves out is named.

Whole lines that are left out stand in the outline's list of unused lines; a comment inside a line stands nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefdeck.draft.accounting import is_content
from briefdeck.draft.inline import comments
from briefdeck.draft.markup import LATEX_COMMENT, speaks_latex
from briefdeck.errors import Problem, Severity
from briefdeck.late import late_pattern
from briefdeck.model.note import Note, NoteLine

_MOST = 20
_LONGEST = 60  # characters of a comment that are told
_DOUBLED = late_pattern(r"\b(the|a|an|of|to|in|and|is|was|for|with|by|on|are|be|from)\s\1\b", re.IGNORECASE)
_FORM = late_pattern(
    r"(?<!to )(?<!will )(?<!would )\bform the (?:\w{1,20} )?(?:perspective|viewpoint|point of view|beginning)\b"
)
_SCANNED = late_pattern(
    r"(?<![\w.@/#-])(?:[a-z]+[01]{1,2}[a-z]{2,}|[a-z]{2,}[01]{1,2}[a-z]+|[lIO]\d{3})(?![\w@/-]|\.\w)"
)
"""A digit amid small letters, as scanners read "l" and "o"; no file, address or short form ("i18n")."""

_SPOTS = (
    (("",), _DOUBLED, "the same word twice"),
    (("form the ",), _FORM, "perhaps “from” is meant"),
    (tuple("0123456789"), _SCANNED, "perhaps misread by a scanner"),
)
"""What the line must hold one of (to look for that alone is much faster), the pattern, and what to say."""


def find_doubts(note: Note) -> tuple[Problem, ...]:
    """Remarks on doubtful spots and on comments inside lines, at most twenty."""
    found: list[Problem] = []
    latex = any(speaks_latex(line.text.lstrip()) for line in note.lines if line.form is None)
    for line in note.lines:
        for needed, pattern, what in _SPOTS:
            if any(part in line.text for part in needed) and (match := pattern.search(line.text)):
                at = note.place(line.number, match.start() + 1, match.end() - match.start())
                message = f"“{match.group()}”: {what}"
                found.append(
                    Problem("BD210", message, at, "correct it in the note if it is a slip", severity=Severity.REMARK)
                )
        found += _comments(note, line, latex=latex)
        if len(found) >= _MOST:
            break
    return tuple(found[:_MOST])


def _comments(note: Note, line: NoteLine, *, latex: bool) -> Iterator[Problem]:
    """A remark on each comment that stands among other words of a line."""
    if line.form is not None and line.form.kind in ("skip", "code"):
        return
    behind = LATEX_COMMENT.search(line.text) if latex and "%" in line.text else None
    for start, end in [behind.span()] if behind else comments(line.text):
        if not is_content(line.text[:start] + line.text[end:]):
            continue  # the line is nothing else, and is listed as unused
        at = note.place(line.number, start + 1, end - start)
        said = line.text[start:end].strip("<!->% ")
        message = f"a comment inside a line is left out: “{said[:_LONGEST]}{'…' if len(said) > _LONGEST else ''}”"
        hint = "nothing to do, or take the signs around it away to keep it"
        yield Problem("BD212", message, at, hint, severity=Severity.REMARK)
