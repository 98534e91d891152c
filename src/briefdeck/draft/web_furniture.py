"""What stands on pages around the matter and comes along when they are copied: paths, buttons, notices, numbers.

Forms to fill in ("Name: ______") are left out as well: they are for the pupil's hand, not for the class to read.
"""

from __future__ import annotations

import re
from functools import cache

from briefdeck.draft.rows import Kind, Row, text_row
from briefdeck.draft.words import word_set, words
from briefdeck.late import late_pattern

_FURNITURE = "page furniture"
_LONGEST = 24  # words
_MOST_RELATED = 12  # lines below "Related articles"
_FEWEST_PAGES = 3
_SHORT_PATH = 3
_BUTTONS = word_set(
    "share tweet pin it email e-mail mail print save facebook twitter x whatsapp linkedin pinterest reddit telegram "
    "copy link subscribe follow us like comment comments teilen drucken merken partager imprimer compartir imprimir "
    "guardar compartilhar salvar поделиться печать"
)
_ROOTS = word_set("home start startseite accueil inicio início главная головна होम")
_RELATED = frozenset(
    {
        "related articles", "related posts", "related", "related stories", "related content", "you may also like",
        "you might also like", "read next", "recommended for you", "more from this author", "most read",
        "popular posts", "ähnliche artikel", "das könnte sie auch interessieren", "mehr zum thema", "à lire aussi",
        "articles similaires",
        "artículos relacionados", "también te puede interesar", "artigos relacionados", "leia também", "читайте также",
        "похожие статьи", "читайте також", "संबंधित लेख",
    }
)  # fmt: skip
_FIELDS = word_set(
    "name names class date signature sign student pupil parent parents guardian teacher score mark marks grade group "
    "period school section roll no number total points of the and your first last seat table "
    "klasse datum name unterschrift note punkte nom prénom classe date signature nombre apellido apellidos clase fecha "
    "curso firma nome turma data имя фамилия класс дата подпись оценка імʼя прізвище клас नाम कक्षा दिनांक अनुक्रमांक"
)
"""What forms ask of the pupil."""

_GAPS = late_pattern(r"[_.…]{3,}")
_BLANKS = late_pattern(r"(?:[^\W\d_][\w ./’'()-]{0,28}?\s?[:.]?\s?(?:_{3,}|\.{6,}|…{3,})\s*){1,6}$")
_FORM = late_pattern(r"(?:\s{2,}|\t|\s[|–-]\s)(?:[^\W\d_][\w ./’'-]{0,20}?\s?[:.]?\s?_{3,}\s*){1,6}$")
"""Blanks to fill in behind a title, set off by white space."""


_NOTICING = word_set(
    "reserved min mins minute minutes advertisement anzeige publicité publicidad реклама cookie cookies newsletter "
    "comment comments reply log sign read back"
)


@cache
def _notice() -> re.Pattern[str]:
    return re.compile(
        r"(?:copyright\s)?©.*|.*\ball rights reserved\.?|.*\b\d{1,3}\smin(?:ute)?s?\.?\s(?:read|lesezeit|de lecture|"
        r"de lectura|de leitura|чтения)\b.*|advertisement|anzeige|publicité|publicidad|реклама|accept (?:all )?cookies|"
        r"cookie (?:settings|policy)|subscribe to our newsletter.*|leave a (?:comment|reply)|(?:log|sign) (?:in|up)|"
        r"read more(?: »| ›)?|back to (?:home|overview)|\d+ comments?",
        re.IGNORECASE,
    )


def without_furniture(rows: list[Row]) -> list[Row]:
    """The rows, without what pages have around their matter."""
    done = list(rows)
    for index, row in enumerate(rows):
        if row.kind is not Kind.TEXT or done[index].kind is not Kind.TEXT:
            continue
        if row.gap and row.plain.lower().strip(" :.»") in _RELATED:
            for at in _block(rows, index):
                done[at] = _left_out(rows[at], _FURNITURE)
        elif row.words <= _LONGEST and _is_around(row):
            done[index] = _left_out(row, _FURNITURE)
        elif "___" in row.text or "......" in row.text or "………" in row.text:
            done[index] = _without_form(row)
    return _without_page_numbers(done)


def _left_out(row: Row, why: str) -> Row:
    return row._replace(kind=Kind.SKIP, why=why)


def _block(rows: list[Row], start: int) -> range:
    """The lines from "Related articles" to the next blank one; that line alone when too many follow to be links."""
    end = next((at for at in range(start + 1, len(rows)) if rows[at].kind is Kind.BLANK), len(rows))
    return range(start, end if end - start <= _MOST_RELATED else start + 1)


def _is_around(row: Row) -> bool:
    text = row.plain
    path = next((text.split(sign) for sign in (" › ", " » ", " > ") if text.count(sign) > 1), [])
    if path and all(part.strip()[:1].isupper() and len(part.strip()) > 1 for part in path):
        return len(path) > _SHORT_PATH or "›" in text or path[0].strip().lower() in _ROOTS
    said = words(text)
    if len(said) > 1 and len(set(said)) > 1 and _BUTTONS.issuperset(said):
        return True
    may_be_notice = "©" in text or not _NOTICING.isdisjoint(said)
    return may_be_notice and _notice().fullmatch(text) is not None


def _without_form(row: Row) -> Row:
    """The row without the blanks to fill in behind its words; left out when it is nothing else."""
    text = row.text.strip()
    asked = [word for word in words(_GAPS.sub(" ", text)) if not word.strip("_").isdigit()]
    if _BLANKS.match(text) and _FIELDS.issuperset(asked):
        return _left_out(row, "a form to fill in")
    match = _FORM.search(text)
    if match is None or not _FIELDS.issuperset(words(_GAPS.sub(" ", match[0]))):
        return row
    return text_row(row, text[: match.start()].rstrip())


def _without_page_numbers(rows: list[Row]) -> list[Row]:
    """The rows, without numbers alone that count up by one and each end a block: those of pages or slides."""
    numbers = [
        (index, int(row.plain))
        for index, row in enumerate(rows)
        if row.kind is Kind.TEXT
        and row.plain.isdecimal()
        and len(row.plain) < 5
        and not row.mark
        and _ends(rows, index)
    ]
    runs: list[list[tuple[int, int]]] = []
    for place in numbers:
        if runs and place[1] == runs[-1][-1][1] + 1 and place[0] > runs[-1][-1][0] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    found = {index for run in runs if len(run) >= _FEWEST_PAGES for index, _ in run}
    return [_left_out(row, "a page number") if index in found else row for index, row in enumerate(rows)]


def _ends(rows: list[Row], index: int) -> bool:
    return index + 1 == len(rows) or rows[index + 1].kind in (Kind.BLANK, Kind.RULE, Kind.SKIP)
