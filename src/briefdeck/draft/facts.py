"""Several facts on one line at the top of a note: "Topic: Enzymes  Date: 12/03/2024", "Subject: Science  Class: VIII".

The topic is the title, the date, the class and whose note it is stand beside it; other facts stay, each by itself.
"""

from __future__ import annotations

import re
from functools import cache

from briefdeck.draft.rows import Kind, Row, text_row
from briefdeck.draft.words import is_ended, word_count, word_set

TITLE_LABELS = word_set(
    "title course subject topic lecture lesson chapter theme тема курс предмет лекция лекція título curso sujet cours "
    "thema stundenthema kurs fach assunto disciplina tema argomento विषय शीर्षक বিষয় শিরোনাম পাঠ தலைப்பு பாடம் पाठ "
    "الموضوع العنوان الدرس 题目 主题 课题 テーマ 単元 単元名 題材 주제 단원"
) | {"тема урока", "тема занятия", "тема уроку", "thema der stunde", "tema de la clase", "tema da aula", "موضوع الدرس"}
"""Labels whose line says what the whole is about."""

_DATE = word_set("date datum fecha data дата दिनांक तारीख তারিখ தேதி التاريخ 日期 日付 날짜")
_CLASS = word_set(
    "class grade form year klasse classe clase grado turma série класс клас कक्षा শ্রেণি வகுப்பு الصف 班级 クラス 학년"
)
_AUTHOR = word_set(
    "name teacher by author lecturer instructor professor lehrer lehrerin nom professeur nombre profesor profesora "
    "nome имя учитель преподаватель ім'я вчитель नाम शिक्षक নাম শিক্ষক பெயர் الاسم المعلم 姓名 教师 氏名 이름"
)
_OTHERS = word_set(
    "time marks duration room period week unit semester term section roll-no zeit stunde raum salle heure hora aula "
    "sala время час समय पूर्णांक সময় நேரம் الزمن 时间 時間"
) | {"max. marks", "maximum marks", "total marks", "full marks", "max marks", "roll no", "roll no."}
ABOUT_A_WORK = (
    _DATE
    | _AUTHOR
    | word_set(
        "genre form poet writer composer artist year published setting жанр год рік автор género año autor auteur "
        "année gattung verfasser jahr verfasserin gênero ano autora 作者 体裁 课型 著者 作曲 सत्र लेखक विधा লেখক"
    )
    | {"рік написання", "год написания", "год создания", "year of publication", "date of birth", "born"}
)
"""Labels of what stands right below the title of a poem, a song or a person."""
_AT_TOP = 4  # content rows
_LONGEST_VALUE = 12  # words
_LONGEST_NAME = 3  # "Priya S."
_CUES = (("title", TITLE_LABELS), ("date", _DATE), ("class", _CLASS), ("author", _AUTHOR))


@cache
def _fact() -> re.Pattern[str]:
    names = sorted({name for names in (*(names for _, names in _CUES), _OTHERS) for name in names}, key=len)
    return re.compile(rf"(?<!\S)(?P<name>{'|'.join(map(re.escape, reversed(names)))})\s?[:：]\s?", re.IGNORECASE)


def read_facts(rows: list[Row]) -> list[Row]:
    """The rows, those at the top that state several facts each in as many rows."""
    content = [index for index, row in enumerate(rows) if row.kind in (Kind.TEXT, Kind.HEAD)][:_AT_TOP]
    done: list[Row] = []
    titled = False
    for index, row in enumerate(rows[: content[-1] + 1] if content else ()):
        stated = _facts(row) if index in content else ()
        if not stated:
            titled |= index in content and not is_ended(row.plain)
            done.append(row)
            continue
        for order, (name, value) in enumerate(stated):
            done.append(_row(row, name, value, first=order == 0, titled=titled))
    return [*done, *rows[len(rows[: content[-1] + 1] if content else ()) :]]


def _facts(row: Row) -> tuple[tuple[str, str], ...]:
    """The names and values of a row that holds nothing but facts, two at least."""
    if row.kind is not Kind.TEXT or row.mark or row.plain.count(":") + row.plain.count("：") < 2:
        return ()
    found = list(_fact().finditer(row.plain))
    if len(found) < 2 or found[0].start():
        return ()
    ends = [*(match.start() for match in found[1:]), len(row.plain)]
    stated = tuple(
        (match["name"], row.plain[match.end() : end].strip(" ,;|·–-")) for match, end in zip(found, ends, strict=True)
    )
    good = all(
        any(map(str.isalnum, value))
        and "__" not in value
        and word_count(value) <= _LONGEST_VALUE
        and not _is_sentence(value)
        for _, value in stated
    )
    return stated if good else ()


def _is_sentence(value: str) -> bool:
    return is_ended(value) and word_count(value) > _LONGEST_NAME


def _row(row: Row, name: str, value: str, *, first: bool, titled: bool) -> Row:
    cue = next((cue for cue, names in _CUES if name.lower() in names), "")
    if cue and not (cue == "title" and titled):
        return row._replace(kind=Kind.SKIP, cue=cue, title=value, why="front matter", gap=row.gap and first)
    return text_row(row._replace(gap=row.gap and first), f"{name}: {value}")
