"""What the markup languages share: lines with the forms that their marks state, fields of the whole, rows of tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping

from briefdeck.late import late_pattern
from briefdeck.model.note import Form, NoteLine
from briefdeck.text.readers.found import Found

MARKUP = Form("skip", why="markup")
COMMENT = Form("skip", why="a comment")
CODE = Form("code")
MORE = Form("more")

FIELDS: Mapping[str, str] = {
    "title": "title", "subtitle": "subtitle", "author": "author", "authors": "author", "by": "author",
    "teacher": "author", "class": "class", "grade": "class", "course": "class", "date": "date", "revdate": "date",
    "lang": "lang", "language": "lang",
}  # fmt: skip
"""Names of fields in front matter, and what they say of the whole."""

_LANGUAGE = late_pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def stated(name: str, value: str) -> Form:
    """A field of the whole that the note states; one that nobody asks for is skipped."""
    field = FIELDS.get(name.strip().lower(), "")
    value = " ".join(value.split())
    if field == "lang":
        value = value.replace("_", "-")
        value = value if is_language(value) else ""
    if not field or not value:
        return Form("skip", why="front matter")
    return Form("stated", words=value, why=field)


def is_language(text: str) -> bool:
    """Whether a text is a language code such as "en" or "pt-BR"."""
    return _LANGUAGE.fullmatch(text) is not None


def with_forms(lines: Iterable[str], forms: Mapping[int, Form]) -> Found:
    """The lines, numbered from 1, with the forms that their markup states; `forms` goes by index."""
    return Found(tuple(NoteLine(index + 1, line, forms.get(index)) for index, line in enumerate(lines)))


def row(cells: Iterable[str], width: int) -> Form:
    """A row of a table with exactly `width` cells."""
    found = [" ".join(cell.split()) for cell in cells][:width]
    return Form("row", cells=tuple(found + [""] * (width - len(found))))


def split_cells(line: str) -> list[str]:
    """The cells between bars; a bar after a backslash or within backticks is a letter."""
    inner = line.strip().replace("\\|", "\x00")
    inner = re.sub(r"`[^`]{1,300}`", lambda code: code[0].replace("|", "\x00"), inner)
    inner = inner.removeprefix("|").removesuffix("|")
    return [cell.replace("\x00", "|").strip() for cell in inner.split("|")]


_LONGEST_CLOSING = 100  # characters


class Closings:
    """Finds the lines that close blocks; what nothing closes is looked for once, however often it is opened."""

    def __init__(self, lines: list[str]) -> None:
        self._places: dict[str, list[int]] = {}
        for index, line in enumerate(lines):
            if 0 < len(stripped := line.strip()) <= _LONGEST_CLOSING:
                self._places.setdefault(stripped.lower(), []).append(index)

    def after(self, start: int, closing: str) -> int:
        """The index of the next line after `start` that is the closing alone, in letters of either case; else -1."""
        places = self._places.get(closing.lower(), [])
        at = bisect_right(places, start)
        return places[at] if at < len(places) else -1
