"""Lines made fit to read: composed letters, plain spaces, nothing invisible, no tags; each still knows its source.

What is cleaned here is cleaned for everyone: the passes that follow see one kind of space and no zero-width signs.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from briefdeck.model.note import Note

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_UNSEEN = (
    "\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_TABLE = str.maketrans(dict.fromkeys(_SPACES, " ") | dict.fromkeys(_UNSEEN))
_JOINERS = re.compile("[\u200c\u200d]+")
_TAB = 4
_ENOUGH_TAGS = 3


class Line(NamedTuple):
    """A cleaned line and the line numbers of the note that it stands on."""

    sources: tuple[int, ...]
    text: str  # tabs expanded, no blanks at the end


def clean_lines(note: Note) -> list[Line]:
    """The note's lines, cleaned; text pasted as HTML is turned into lines first."""
    if _is_html(note):
        from briefdeck.draft.html import html_lines

        return [Line(sources, clean_text(text)) for sources, text in html_lines(note)]
    return [Line((line.number,), clean_text(line.text)) for line in note.lines]


def clean_text(text: str) -> str:
    """One line with composed letters, plain spaces and nothing invisible."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_TABLE)
        if "\u200c" in text or "\u200d" in text:
            text = _JOINERS.sub(lambda match: _joiner(text, match), text)
    return text.expandtabs(_TAB).rstrip()


def _joiner(text: str, match: re.Match[str]) -> str:
    """Joiners shape Indic and Arabic letters and tie emoji together; between Latin letters they are litter."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return match.group() if before > "\u02ff" and after > "\u02ff" else ""


@cache
def _block_tag() -> re.Pattern[str]:
    return re.compile(r"</?(?:p|li|ul|ol|h[1-6]|div|br|td|tr|table)(?:\s[^<>]{0,400})?/?>", re.IGNORECASE)


def _is_html(note: Note) -> bool:
    """Whether block tags carry the note; a lesson about HTML that only names some tags is plain text."""
    tags = 0
    for line in note.lines:
        if "<" in line.text:
            tags += sum(1 for _ in _block_tag().finditer(line.text))
            if tags >= _ENOUGH_TAGS:
                return _starts_as_html(note)
    return False


def _starts_as_html(note: Note) -> bool:
    """A page or a paste opens with a tag; prose and Markdown open with words."""
    first = next((line.text for line in note.lines if line.text.strip()), "")
    return first.lstrip("\ufeff\u200b \t").startswith("<")
