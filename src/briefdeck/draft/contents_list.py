"""The list of contents that some notes open with: its lines say again what the headings below say, and are left out."""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.draft.rows import Kind, Row
from briefdeck.draft.words import word_set
from briefdeck.late import late_pattern

_NAMES = word_set(
    "contents content agenda outline overview index toc inhalt inhaltsverzeichnis sommaire índice indice sumário "
    "contenido "
    "содержание оглавление план зміст अनुक्रमणिका विषयसूची সূচিপত্র பொருளடக்கம் المحتويات الفهرس 目录 目錄 目次 차례 목차"
) | {"table of contents", "on this page", "in this article", "table des matières", "विषय सूची"}
_BESIDE = late_pattern(
    r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,4}\.|[A-Z]\.)\s+|\s?[.·…\s]{2,200}\d{1,4}$|\s\d{1,3}$"
)
_FEWEST = 3
_MOST_OTHERS = 0.25


def without_contents(rows: list[Row]) -> list[Row]:
    """The rows, a list of contents left out whose lines stand again further down."""
    content = [index for index, row in enumerate(rows) if row.kind in (Kind.TEXT, Kind.HEAD)]
    at = next((place for place, index in enumerate(content) if rows[index].plain.lower().strip("# :.") in _NAMES), -1)
    if at < 0:
        return rows
    listed = _listed([rows[index] for index in content[at + 1 :]])
    if not listed:
        return rows
    gone = {content[at], *content[at + 1 : at + 1 + listed]}
    return [
        row._replace(kind=Kind.SKIP, cue="", title="", level=0, why="the list of contents") if index in gone else row
        for index, row in enumerate(rows)
    ]


def _listed(rows: Sequence[Row]) -> int:
    """How many of the rows are the list: until the first of its lines stands again."""
    first = _key(rows[0]) if rows else ""
    keys = [_key(row) for row in rows]
    length = keys.index(first, 1) if first and first in keys[1:] else 0
    later = set(keys[length:])
    others = sum(1 for key in keys[:length] if key not in later)
    return length if length >= _FEWEST and others <= _MOST_OTHERS * length else 0


def _key(row: Row) -> str:
    """The words of a line without its number and without the page it names."""
    return _BESIDE.sub("", (row.title or row.plain).strip(" :").lower()).strip(" :.")
