"""Lines made fit to read: composed letters, plain spaces, nothing invisible; each still knows its source.

What is cleaned here is cleaned for everyone: the passes that follow see one kind of space and no zero-width signs.
"""

from __future__ import annotations

import re
import unicodedata

from briefdeck.draft.chat import without_stamps
from briefdeck.late import late_pattern
from briefdeck.model.note import Form, Note
from briefdeck.named import NamedTuple

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
UNSEEN = (
    "\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_TABLE = str.maketrans(dict.fromkeys(_SPACES, " ") | dict.fromkeys(UNSEEN))
JOINERS = "\u200c\u200d"
_JOINING = late_pattern(f"[{JOINERS}]+")
_TAB = 4
_RULES = ("--", "==")


class Line(NamedTuple):
    """A cleaned line and the line numbers of the note that it stands on."""

    sources: tuple[int, ...]
    text: str  # tabs expanded, no blanks at the end
    form: Form | None = None  # what its format says
    cells: tuple[str, ...] = ()  # of a row of a table that no bars draw: what stands in its columns
    term: str = ""  # of a line of a list of words: the word, with its inline marks


class Grid(NamedTuple):
    """What the columns of a note say, by the index of the line."""

    cells: dict[int, tuple[str, ...]]  # of the rows of tables that no bars draw
    terms: dict[int, str]  # the word at the beginning of a line whose meaning stands behind the gap


def clean_lines(note: Note) -> list[Line]:
    """The note's lines, cleaned; a row of a table that no bars draw stays as it stands and knows its cells."""
    cells, terms = _grid(note)
    texts = [clean_text(line.text) for line in note.lines]
    said = without_stamps(texts) or texts
    lines = [Line((line.number,), text, line.form) for line, text in zip(note.lines, said, strict=True)]
    for index in cells.keys() | terms.keys():
        if said[index] == texts[index]:  # else the gaps stand in a message of a chat
            row, term = tuple(map(clean_text, cells.get(index, ()))), clean_text(terms.get(index, ""))
            lines[index] = lines[index]._replace(cells=row, term=term)
    return lines


def _grid(note: Note) -> Grid:
    """Tables without bars and lists of words; looked for only where a tab, a wide gap or a rule of columns stands."""
    if not any(
        "\t" in line.text
        or "-+-" in line.text
        or "-|-" in line.text
        or "- | -" in line.text
        or (line.text[:40].strip()[:2] in _RULES and " " in line.text)
        or ("   " in line.text and "   " in line.text.strip())
        for line in note.lines
    ):
        return Grid({}, {})
    from briefdeck.draft.grids import find_grid

    return find_grid(["" if line.form else line.text.lstrip(UNSEEN) for line in note.lines])


def clean_text(text: str) -> str:
    """One line with composed letters, plain spaces and nothing invisible."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_TABLE)
        if "\u200c" in text or "\u200d" in text:
            text = _JOINING.sub(lambda match: _joiner(text, match), text)
    return text.expandtabs(_TAB).rstrip()


def _joiner(text: str, match: re.Match[str]) -> str:
    """Joiners shape Indic and Arabic letters and tie emoji together; between Latin letters they are litter."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return match.group() if before > "\u02ff" and after > "\u02ff" else ""
