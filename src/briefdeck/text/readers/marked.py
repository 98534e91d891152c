"""What the markup languages share: lines with the forms that their marks state, fields of the whole, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from briefdeck.model.note import Form, NoteLine
from briefdeck.text.readers.found import Found

MARKUP = Form("skip", why="markup")
COMMENT = Form("skip", why="a comment")
PICTURE = Form("skip", why="a picture")
CODE = Form("code")
MORE = Form("more")

FIELDS: Mapping[str, str] = {
    "title": "title", "subtitle": "subtitle", "author": "author", "authors": "author", "by": "author",
    "teacher": "author", "class": "class", "grade": "class", "course": "class", "date": "date", "revdate": "date",
    "lang": "lang", "language": "lang",
}  # fmt: skip
"""Names of fields in front matter, and what they say of the whole."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}$")


def stated(name: str, value: str) -> Form:
    """A field of the whole that the note states; one that nobody asks for is skipped."""
    field = FIELDS.get(name.strip().lower(), "")
    value = " ".join(value.split())
    if field == "lang":
        value = value.replace("_", "-") if _LANGUAGE.match(value) else ""
    if not field or not value:
        return Form("skip", why="front matter")
    return Form("stated", words=value, why=field)


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


def block_end(lines: list[str], start: int, closing: str) -> int:
    """The index of the line that closes a block opened at `start`; -1 when none does."""
    return next((index for index in range(start + 1, len(lines)) if lines[index].strip() == closing), -1)
