"""The lines at the top of a lesson that say for whom it is: "Klasse 8b", "Biología, 3.º ESO", "कक्षा 9 – भूगोल".

They stand beside the title and are no part of the matter. A line that is the only one at the top may be the title.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from briefdeck.draft.dates import holds_date
from briefdeck.draft.facts import TITLE_LABELS, read_facts
from briefdeck.draft.heading_words import is_date, read_chapter
from briefdeck.draft.rows import Kind, Row
from briefdeck.draft.words import STOP_WORDS, ends_with_colon, has_auxiliary, is_ended, is_question
from briefdeck.late import late_pattern

_AT_TOP = 3  # content rows
_LONGEST = 10  # words
_LONGEST_TITLE = 14
_SCHOOL = late_pattern(
    r"^(?:[A-ZÀ-Þ][\w.'’-]*\s){1,5}(?:School|College|Academy|Gymnasium|\w*[Ss]chule)$"
    r"|^(?:Gymnasium|[A-ZÀ-Þ]\w*schule)\s(?:[A-ZÀ-Þ]|am\s|an\s|im\s)"
    r"|^(?:Lycée|Collège|École|Escuela|Colegio|Instituto|IES|Liceo|Scuola|Школа|Гимназия|Лицей|Гімназія|Ліцей)\s(?=[A-ZÀ-ÞА-Я№\d«“\"])"
    r"|\s(?:विद्यालय|বিদ্যালয়|பள்ளி)$|^مدرسة\s|(?:学校|中学|小学)$"
)
_BY = late_pattern(r"(?:by|von|par|por|от|автор|di)\s(?=[^\W_])")
_LESSON = late_pattern(
    r"\b(?:lesson|period \d|(?:one|two|single|double) periods?|set \d|lecture|seminar|practical|stunde|doppelstunde|"
    r"unterricht|vorlesung|séance|cours|clase|lezione|aula|урок|занятие|занятия|"
    r"(?:mon|tues|wednes|thurs|fri)day|montag|dienstag|mittwoch|donnerstag|freitag)\b",
    re.IGNORECASE,
)
"""What says of a second line that it is about the lesson: "Maths set 2, Monday period 3"."""
_COLONS = frozenset(":：")


@cache
def _for_a_class() -> re.Pattern[str]:
    """A class or year of school with its number."""
    number = r"(?:\d{1,2}(?:[./-]?\w{1,2})?|[IVX]{1,4})(?!\w)"
    return re.compile(
        rf"(?<!\w)(?:class|grade|form|year|standard|std\.?|klasse|jahrgang(?:sstufe)?|classe(?:\sde)?|clase|grado|curso|"
        rf"série|ano|klas|classe|klasa|sınıf|lớp|класс|клас)\s?[:：]?\s?{number}"
        r"|(?<!\w)(?:कक्षा|শ্রেণি|শ্রেণী|வகுப்பு|الصف|صف)\s?[:：]?\s?\S"
        r"|\d{1,2}\s?(?:[-.]?\s?[«\"]?[а-яіA-Z][»\"]?\s)?(?:класс|клас)(?!\w)"
        r"|\d{1,2}(?:th|st|nd|rd)\sgrade|\d\.?[ºª°]\s?(?:ESO|de\s(?:ESO|primaria|bachillerato)|bach|ano|série|anno)"
        r"|(?<!\w)(?:classe\s(?:de\s)?CP|CE[12]|CM[12])(?!\w)"
        r"|(?:première|terminale|seconde|cinquième|sixième)\s(?:[A-Z0-9]{1,4})(?!\w)"
        r"|[小初高][一二三四五六](?!\w{4})|[小初高中]学?[校等]?[0-9０-９一二三四五六]\s?年|[0-9一二三四五六七八九]年级|중학교|고등학교|초등학교|\d\s?학년",
        re.IGNORECASE,
    )


@cache
def _frame() -> re.Pattern[str]:
    """How long it takes, or where it is held."""
    return re.compile(
        r"(?<!\w)\d{1,3}\s?(?:min(?:s|ute[ns]?|utos|uti)?|hours?|hrs?|h|Std|Stunden?|heures?|horas?|мин(?:ут)?|час(?:а|ов)?|"
        r"хв(?:илин)?|मिनट|মিনিট|நிமிடம்|دقيقة|דקות|นาที|phút|dakika|分钟|分間?|분)(?!\w)"
        r"|(?<!\w)(?:room|raum|salle|aula|sala|кабинет|ауд\.?|कमरा|কক্ষ|غرفة|חדר|ห้อง|教室)\s?(?:[A-Z]\s?-?)?\d",
        re.IGNORECASE,
    )


def take_masthead(rows: list[Row]) -> list[Row]:
    """The rows, those at the top that name a class set apart from the matter."""
    rows = read_facts(rows)
    content = [index for index, row in enumerate(rows) if row.kind in (Kind.TEXT, Kind.HEAD)]
    done = list(rows)
    for order, index in enumerate(content[:_AT_TOP]):
        row = rows[index]
        if not _is_short(row, _LONGEST) or has_auxiliary(row.plain) or not _for_a_class().search(row.plain):
            continue
        before = rows[content[order - 1]] if order else None
        after = rows[content[order + 1]] if order + 1 < len(content) else None
        stated = any(each.cue == "title" for each in rows[:index]) or (before is not None and _is_styled(before))
        below_title = stated or (before is not None and not row.gap and _is_short(before, _LONGEST_TITLE))
        above_title = before is None and after is not None and _is_short(after, _LONGEST_TITLE) and not _is_frame(after)
        if below_title or (above_title and after is not None and (not after.gap or _is_titled(after))):
            done[index] = row._replace(kind=Kind.SKIP, cue="class", title=row.plain, why="front matter")
            break
    return _with_subtitle(done, content)


def _with_subtitle(rows: list[Row], content: list[int]) -> list[Row]:
    """The rows with what stands below the title set apart: in brackets, or both in capitals."""
    if len(content) < _AT_TOP:
        return rows
    first, second, third = (rows[index] for index in content[:_AT_TOP])
    apart = third.gap or (not third.mark and ":" in third.plain)
    if _are_capitals(first, second) and not third.plain.isupper() and content[1] == content[0] + 1 and apart:
        subtitle = second._replace(kind=Kind.SKIP, cue="subtitle", title=second.plain, why="front matter")
        return [subtitle if index == content[1] else row for index, row in enumerate(rows)]
    above = not second.gap and third.gap and _is_short(second, _LONGEST)
    if above and _is_school(first) and _names_something(second):
        school = first._replace(kind=Kind.SKIP, cue="school", title=first.plain, why="front matter")
        return [school if index == content[0] else row for index, row in enumerate(rows)]
    if _is_imprint(rows, content):
        subtitle = second._replace(kind=Kind.SKIP, cue="subtitle", title=second.plain, why="front matter")
        return [subtitle if index == content[1] else row for index, row in enumerate(rows)]
    bracketed = second.plain[:1] == "(" and second.plain[-1:] == ")" and second.plain.count("(") == 1
    if not bracketed or not third.gap or first.kind is Kind.SKIP:
        return rows
    if not _is_short(first, _LONGEST_TITLE) or not _is_short(second, _LONGEST):
        return rows
    said = second.plain[1:-1].strip()
    subtitle = second._replace(kind=Kind.SKIP, cue="subtitle", title=said, why="front matter")
    return [subtitle if index == content[1] else row for index, row in enumerate(rows)]


def _is_imprint(rows: list[Row], content: list[int]) -> bool:
    """Whether the second line says when, where, how long, by whom or for which lesson, below a title, both apart.

    "Interview with a biologist", "recorded 3 May 2024". Where nothing else in the note says something by a stop, a
    bullet or a label, and where the next lines stand in twos as well, it may be a verse or a list.
    """
    first, second, third = (rows[index] for index in content[:_AT_TOP])
    if second.gap or not third.gap or first.kind is not Kind.TEXT or second.kind is not Kind.TEXT:
        return False
    if not _is_short(first, _LONGEST_TITLE) or not _is_short(second, _LONGEST) or ": " in second.plain:
        return False
    told = _is_frame(second) or _BY.match(second.plain) is not None or _LESSON.search(second.plain) is not None
    if not (told or (holds_date(second.plain) and not holds_date(first.plain))):
        return False
    others = [rows[index] for index in content[_AT_TOP - 1 :]]
    says = any(
        row.mark
        or row.plain[:1].isdigit()
        or is_ended(row.plain)
        or _COLONS.intersection(row.plain)
        or row.kind is Kind.HEAD
        for row in others
    )
    in_twos = sum(1 for row, below in pairwise(others) if row.gap and not below.gap)
    return says and (in_twos == 0 or len(others) > _AT_TOP)


def _is_school(row: Row) -> bool:
    """Whether a line is the name of a school, which stands above the title: "St. Mary's School"."""
    return row.kind is Kind.TEXT and _is_short(row, _LONGEST) and _SCHOOL.search(row.plain) is not None


def _names_something(row: Row) -> bool:
    """Whether a line says more than when and where: "Science fair 2025"."""
    said = [word for word in row.plain.split() if word[0].isalpha() and word.lower() not in STOP_WORDS]
    named = [word for word in said if not holds_date(f"{word} 1")]
    return len(named) > 1 and not _is_frame(row) and not is_date(row.plain)


def _is_frame(row: Row) -> bool:
    """Whether a line says how long or where, and so names nothing: "Duration 50 min, room B12"."""
    return _frame().search(row.plain) is not None


def _are_capitals(first: Row, second: Row) -> bool:
    """Whether two lines are in capitals: a school and its examination. "CHAPTER IV" says nothing without the next."""
    chapter = read_chapter(first.plain)
    alike = first.plain.isupper() and second.plain.isupper() and chapter is None and read_chapter(second.plain) is None
    return alike and _is_short(first, _LONGEST) and _is_short(second, _LONGEST)


def _is_short(row: Row, longest: int) -> bool:
    ended = is_ended(row.plain) or is_question(row.plain) or ends_with_colon(row.plain)
    return row.words <= longest and not row.mark and not row.number and not ended


def _is_styled(row: Row) -> bool:
    """Whether the format of the file says that a row is a heading."""
    return row.form is not None and row.form.kind == "heading"


def _is_titled(row: Row) -> bool:
    """Whether a line says "Topic: ..."."""
    label, colon, _ = row.plain.partition(":")
    return bool(colon) and label.strip().lower() in TITLE_LABELS
