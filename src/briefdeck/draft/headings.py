"""Headings that no markup marks: found by cues, strongest first. The first cue that fits names the row.

The cues are one table. Each has its rank among the levels and a test that sees the row between its neighbours.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from briefdeck.draft.inline import starts_with_emoji
from briefdeck.draft.rows import Kind, Row, is_lower_case, number_style
from briefdeck.draft.sentences import split_sentences
from briefdeck.draft.words import ends_with_colon, finite_auxiliary, is_ended, is_question, word_count


@dataclass(frozen=True, slots=True)
class Spot:
    """A row, what stands around it, and what its note is like."""

    row: Row
    before: Row | None  # the content row before
    after: Row | None  # the content row after
    later: Row | None  # the content row after that
    distance: int  # lines to the row after; 1: it follows at once
    habits: Habits

    @property
    def deeper_follows(self) -> bool:
        """Whether the next row is text that stands further in."""
        return self.after is not None and self.after.kind is Kind.TEXT and self.after.indent > self.row.indent

    @property
    def list_follows(self) -> bool:
        """Whether bullets or numbers follow a row that has none."""
        return self.after is not None and self.after.kind is Kind.TEXT and bool(self.after.mark) and not self.row.mark


@dataclass(frozen=True, slots=True)
class Habits:
    """How this note is written as a whole."""

    spaced: bool  # a blank line after nearly every line: gaps say nothing
    wrapped: bool  # paragraphs were hard-wrapped
    ended: bool  # its lines end in full stops
    lower_case: bool  # its lines begin with small letters: a capital means nothing
    median_words: int  # of a text row
    speakers: frozenset[str]  # labels that occur more than once: people speaking
    labelled: int  # how many rows carry a label


@dataclass(frozen=True, slots=True)
class Cue:
    """One way in which people mark a heading."""

    name: str
    rank: int  # of its level: smaller stands above
    test: Callable[[Spot], str]  # the title, or "" when it is no heading by this cue


_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
    r"|(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{1,2}"
)
_DATE = re.compile(
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?|\d{{4}}-\d\d-\d\d"
    rf"|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:,?\s+(?:{_MONTH})\s+\d{{1,2}}(?:,?\s+\d{{4}})?)?"
    rf"|(?:{_MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|"
    rf"th)?\s+(?:{_MONTH})(?:,?\s+\d{{4}})?"
    rf"|(?:{_MONTH})\s+\d{{4}})\s*:?$",
    re.IGNORECASE,
)
_CHAPTER = re.compile(
    r"(?:chapter|unit|module|part|lecture|lesson|session|section|topic|week|day|appendix|глава|лекция|раздел|тема|"
    r"часть|"
    r"занятие|розділ|лекція|частина|capítulo|lección|unidad|tema|chapitre|leçon|partie|kapitel|lektion|einheit|teil|"
    r"lição|unidade|aula|अध्याय|पाठ|इकाई|अध्यায়|অধ্যায়|পাঠ|அத்தியாயம்|பாடம்|المادة|الفصل|الدرس|الوحدة|الباب)"
    r"(?:\s+(?:\d{1,3}|[ivxlc]{1,6}|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten|[\u0621-\u064a]{3,12}))?"
    r"(?:\b|(?=[\s:.–-]|$))[\s:.–-]*",
    re.IGNORECASE,
)
_CHAPTER_CJK = re.compile(r"第[一二三四五六七八九十百\d]{1,4}[章节節課课部編编回]")
_TOPIC = re.compile(r"topic\s*[-:]\s*(?=\S)", re.IGNORECASE)
_EXERCISE = re.compile(
    r"Q\s?\d{1,3}\s?[.:)]|Q[.:]\s|(?:question|frage|pregunta|вопрос)\s+\d{1,3}\s?[.:)]", re.IGNORECASE
)
_DECORATED = re.compile(r"([*\-=_/#~+])\1{3,}[*\-=_/#~+\s]*(?P<t>[^\s*\-=_/#~+].{0,120})$")
_DECORATED_RIGHT = re.compile(r"(?P<t>[^\s*\-=_/#~+].{0,100}?)\s*([*\-=/#~+])\2{3,}$")
_DECORATED_INSIDE = re.compile(r"(?P<t>\S.{0,60}?)\s*[_*=~#-]{6,}\s*(?P<u>[^\s_*=~#-].{0,100}?)[_*=~#-]{4,}$")
_DECORATION_INSIDE = re.compile(r"[_*=~#-]{4,}")
_DECORATION = " *-=_/#~+."
_ROMAN_OR_DOTTED = re.compile(r"[IVX]+$|\d+\.\d+")
_ASKS = re.compile(r"(?:what|why|how|who|when|where|which)\b", re.IGNORECASE)
_ANNOUNCES = re.compile(
    r"\b(?:following|namely|such as|as follows|below|includ(?:es?|ed|ing)|are|is|were|was|has|have|had|by|with|to|"
    r"that|of|"
    r"in|on|for|into|from|involves?|says?|said|called|contains?|covers?|needs?|requires?|categor\w+|types?|kinds?|"
    r"groups?|"
    r"ways|steps|reasons|points|here|these|следующ\w*|включа\w*|помощи|процессов|категори\w*|являются|"
    r"siguientes?|incluyen?|son|suivante?s?|sont|comprend|folgende[nrs]?|sind|seguintes?|são|incluem)"
    r"(?:\s+(?:are|here|in this regard))?$|(?:निम्नलिखित|हैं|है|कवर करेंगे|التالية|الآتية|يلي|如下|包括|以下)$",
    re.IGNORECASE,
)
_ANNOUNCES_FIRST = re.compile(
    r"(?:here|here['’]s|these|this|those|the following|consider|see|for example|for instance|example|e\.g|namely|"
    r"such)\b",
    re.IGNORECASE,
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_IDEOGRAPHIC = "一二三四五六七八九十"
_ENOUGH_COMPANY = 3
_LONGEST_COMPANY = 12
_NO_TITLE = re.compile(r"[=;{}<>|\\@]|https?:|\$")


def find_headings(rows: list[Row], *, wrapped: bool = False) -> list[Row]:
    """The rows with unmarked headings recognised; their level is the rank of the cue."""
    content = [index for index, row in enumerate(rows) if row.kind in (Kind.TEXT, Kind.HEAD, Kind.TABLE, Kind.CODE)]
    habits = _habits([rows[index] for index in content], wrapped=wrapped)
    done = list(rows)
    for order, index in enumerate(content):
        if rows[index].kind is not Kind.TEXT or not rows[index].words:
            continue
        before = rows[content[order - 1]] if order else None
        following = content[order + 1] if order + 1 < len(content) else None
        after = rows[following] if following is not None else None
        later = rows[content[order + 2]] if order + 2 < len(content) else None
        distance = after.sources[0] - rows[index].sources[-1] if after else 0
        done[index] = _judged(Spot(rows[index], before, after, later, distance, habits))
    return _in_company(_in_sequence(_outermost(_without_runs(done)), content), content)


def _outermost(rows: list[Row]) -> list[Row]:
    """Of short lines at several indents the outermost are headings; those further in are points with points below."""
    indents = [row.indent for row in rows if row.cue == "short line"]
    margin = min(indents, default=0)
    return [_as_text(row) if row.cue == "short line" and row.indent > margin and not row.gap else row for row in rows]


def _as_text(row: Row) -> Row:
    return replace(row, kind=Kind.TEXT, cue="", title="", level=0)


def _in_sequence(rows: list[Row], content: list[int]) -> list[Row]:
    """When "A. Babur" is a heading, "B. Humayun" with rows of its own is one too."""
    done = list(rows)
    expected: dict[tuple[int, str], Row] = {}
    for index, below in pairwise(content):
        row = done[index]
        if row.kind is Kind.HEAD and row.cue == "number" and "." not in row.number:
            expected[row.indent, _next_number(row.number)] = row
            continue
        head = expected.get((row.indent, row.number)) if row.number and row.kind is Kind.TEXT else None
        holds = rows[below].indent > row.indent or (rows[below].mark and not rows[below].number)
        if head and holds and row.words <= 10 and not is_ended(row.plain) and not row.label:
            done[index] = replace(row, kind=Kind.HEAD, cue="number", title=row.plain, level=head.level)
            expected[row.indent, _next_number(row.number)] = head
    return done


def _next_number(number: str) -> str:
    if number.isdigit():
        return str(int(number) + 1)
    if number in _ROMAN:
        return _ROMAN[_ROMAN.index(number) + 1] if number != _ROMAN[-1] else ""
    if number in _IDEOGRAPHIC:
        return _IDEOGRAPHIC[_IDEOGRAPHIC.index(number) + 1 :][:1]
    return chr(ord(number) + 1) if len(number) == 1 else ""


def _in_company(rows: list[Row], content: list[int]) -> list[Row]:
    """In a note that outlines by indent, a row that stands and holds like its headings is a heading, label or not."""
    heads = Counter(rows[index].indent for index in content if rows[index].cue == "short line")
    done = list(rows)
    for index, below in pairwise(content):
        row = rows[index]
        if row.kind is not Kind.TEXT or row.mark or heads[row.indent] < _ENOUGH_COMPANY or row.words > _LONGEST_COMPANY:
            continue
        holds = rows[below].kind is Kind.TEXT and rows[below].indent > row.indent and rows[below].mark
        if holds and not is_ended(row.plain) and not ends_with_colon(row.plain):
            level = _SHORT_LINE.rank + min(4, row.indent // 4)
            done[index] = replace(
                row, kind=Kind.HEAD, cue=_SHORT_LINE.name, title=row.plain, level=level, label="", rest=""
            )
    return done


def _judged(spot: Spot) -> Row:
    for cue in CUES:
        if title := cue.test(spot):
            indent = min(4, spot.row.indent // 4) if cue.name == "short line" else 0
            depth = spot.row.number.count(".") if cue.name == "number" else 0
            level = cue.rank + indent + depth
            return replace(spot.row, kind=Kind.HEAD, cue=cue.name, title=title, level=level, label="", rest="")
    return spot.row


def _habits(content: list[Row], *, wrapped: bool) -> Habits:
    text = [row for row in content if row.kind is Kind.TEXT]
    counts = sorted(row.words for row in text)
    apart = sum(1 for first, second in pairwise(content) if second.sources[0] > first.sources[-1] + 1)
    labels = Counter(row.label for row in text if row.label)
    return Habits(
        spaced=apart > 0.6 * max(1, len(content) - 1),
        wrapped=wrapped,
        ended=sum(is_ended(row.plain) for row in text) > 0.4 * len(text),
        lower_case=is_lower_case(text),
        median_words=counts[len(counts) // 2] if counts else 0,
        speakers=frozenset(label for label, count in labels.items() if count > 1),
        labelled=sum(labels.values()),
    )


def _without_runs(rows: list[Row]) -> list[Row]:
    """Three short lines in a row with nothing below them are a list, not three headings."""
    heads = [index for index, row in enumerate(rows) if row.kind in (Kind.TEXT, Kind.HEAD, Kind.TABLE, Kind.CODE)]
    weak: set[int] = set()
    for first, second, third in zip(heads, heads[1:], heads[2:], strict=False):
        trio = [rows[first], rows[second], rows[third]]
        alike = len({row.cue for row in trio}) == 1 and trio[1].indent <= trio[0].indent
        if alike and trio[0].cue in ("short line", "capitals"):
            weak.update((first, second, third))
    return [_as_text(row) if index in weak else row for index, row in enumerate(rows)]


# The cues. Each takes a spot and gives the title, or "".


def _decorated(spot: Spot) -> str:
    """`***** Title *****`, `Title =====`, `Unit 1 ____Title____`; a gap to fill in ("Name: ______") is none."""
    text = spot.row.text.strip()
    if match := _DECORATED.match(text) or _DECORATED_RIGHT.match(text):
        title = match["t"]
    elif (match := _DECORATED_INSIDE.match(text)) and ":" not in text:
        title = f"{match['t']} {match['u']}"
    else:
        return ""
    title = " ".join(_DECORATION_INSIDE.sub(" ", title).split()).strip(_DECORATION)
    return title if 0 < word_count(title) <= 14 else ""


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else."""
    return len(text) <= 40 and _DATE.match(text) is not None


def _date(spot: Spot) -> str:
    text = spot.row.text.strip()
    return text.rstrip(" :") if is_date(text) else ""


def _dunder(spot: Spot) -> str:
    text = spot.row.text.strip()
    named = text.startswith("__") and not text.endswith("__") and spot.row.words <= 10
    return text.strip("_ ") if named else ""


def _chapter(spot: Spot) -> str:
    row = spot.row
    text = row.plain
    if row.words > 12 or (row.mark and row.mark != "#") or (is_ended(text) and not is_question(text)):
        return ""
    if _CHAPTER_CJK.match(text):
        return text
    match = _CHAPTER.match(text)
    if not match or (row.label and not any(map(str.isdigit, row.label)) and word_count(row.label) > 1):
        return ""
    rest = text[match.end() :]
    numbered = any(map(str.isdigit, match.group())) or len(match.group().split()) > 1
    separated = match.group().rstrip()[-1:] in ":.–-"
    if numbered and row.words <= 10 and (separated or not rest or not rest[0].islower()):
        return text
    return text if not rest and row.words == 1 and (spot.list_follows or spot.deeper_follows) else ""


def _topic(spot: Spot) -> str:
    text = spot.row.plain
    match = _TOPIC.match(text)
    title = text[match.end() :].rstrip(" :") if match else ""
    return title if 0 < word_count(title) <= 8 and not is_ended(title) and not spot.row.rest else ""


def _exercise(spot: Spot) -> str:
    row = spot.row
    return row.plain if row.words <= 40 and not row.mark and _EXERCISE.match(row.plain) else ""


def _question(spot: Spot) -> str:
    row = spot.row
    text = row.plain
    if not is_question(text) or row.words > 14 or row.mark not in ("", "#") or spot.after is None:
        return ""
    if _is_speech(spot) or len(split_sentences(text)) != 1:
        return ""
    neighbours = [other for other in (spot.before, spot.after) if other is not None and other.kind is Kind.TEXT]
    if any(is_question(other.plain) for other in neighbours):
        return ""
    if row.piece and spot.before is not None and spot.before.piece and row.words < 4:
        return ""  # "Why?" amid a paragraph
    if (spot.habits.wrapped and not row.gap and spot.before is not None and not is_ended(spot.before.plain)) or (
        row.indent > 2 and spot.habits.median_words < 10
    ):
        return ""
    return row.plain


def _is_speech(spot: Spot) -> bool:
    """A labelled question among many labelled lines is somebody asking, not a heading."""
    label = spot.row.label
    return bool(label) and (label in spot.habits.speakers or spot.habits.labelled >= 5 or word_count(label) <= 3)


def _number(spot: Spot) -> str:
    row, after = spot.row, spot.after
    if row.mark != "#" or not row.number or after is None or row.words > 12 or is_ended(row.plain):
        return ""
    dotted = "." in row.number
    if after.kind is Kind.TEXT and after.number.startswith(f"{row.number}.") and row.words <= 10:
        return row.plain
    if dotted:
        return row.plain if not ends_with_colon(row.plain) or not spot.list_follows else ""
    if row.words > 10 or _has_sibling(spot) or finite_auxiliary().search(row.plain):
        return ""
    if row.label and not _ROMAN_OR_DOTTED.match(row.number):
        return ""
    stands_out = row.gap or (after.kind is Kind.TEXT and not after.mark)
    return row.plain if stands_out and after.kind is not Kind.HEAD else ""


def _has_sibling(spot: Spot) -> bool:
    """Whether the neighbours are items of the same numbered list."""
    row, after, before = spot.row, spot.after, spot.before
    follows = after is not None and _are_siblings(row, after) and spot.distance <= 2
    precedes = before is not None and _are_siblings(row, before) and row.sources[0] - before.sources[-1] <= 2
    return follows or precedes


def _are_siblings(row: Row, other: Row) -> bool:
    """Whether two rows are numbered alike at one indent."""
    return bool(other.number) and row.indent == other.indent and number_style(row.number) == number_style(other.number)


def _keycap(spot: Spot) -> str:
    row = spot.row
    if "\u20e3" not in row.text or row.words > 9 or row.label or is_ended(row.plain):
        return ""
    return row.plain


def _colon(spot: Spot) -> str:
    row = spot.row
    if not ends_with_colon(row.plain) or row.mark or spot.after is None:
        return ""
    name = row.plain.rstrip(" :-–：").strip()
    longest = 14 if _ASKS.match(name) else 8
    if not name or row.words > longest or _NO_TITLE.search(name):
        return ""
    if _ANNOUNCES.search(name) or _ANNOUNCES_FIRST.match(name):
        return ""
    return name


def _starred(spot: Spot) -> str:
    """`* Name` over `- items`: two bullets, the first of which is no bullet."""
    row, after = spot.row, spot.after
    if row.mark != "*" or row.words > 7 or row.label or after is None or after.kind is not Kind.TEXT:
        return ""
    if after.indent > row.indent or spot.habits.median_words < 5:
        return ""
    name = row.plain.rstrip(" :-–").strip()
    if row.plain.rstrip().endswith((":", "-", "–")):
        return name if after.mark == "-" else ""
    if is_ended(row.plain):
        return ""
    prose = not after.mark and after.words > 14 and spot.distance > 1
    return name if prose or (after.mark == "-" and row.words <= 5) else ""


def _emoji(spot: Spot) -> str:
    row = spot.row
    if not starts_with_emoji(row.body) or row.mark or row.words > 7 or row.label or is_ended(row.plain):
        return ""
    return row.plain if spot.after is not None else ""


def _capitals(spot: Spot) -> str:
    row, after = spot.row, spot.after
    outside = re.sub(r"\[[^\[\]]{0,200}\]|\([^()]{0,200}\)", "", row.plain)
    if after is None or row.mark or not outside.isupper() or sum(map(str.isalpha, outside)) < 4 or row.words > 12:
        return ""
    if is_ended(row.plain) and not is_question(row.plain):
        return ""
    return row.plain if row.gap or after.indent != row.indent or len(outside) > 8 else ""


def _short(spot: Spot) -> str:
    """A short line without a verb or an end, which what follows explains."""
    row, after = spot.row, spot.after
    text = row.plain
    if after is None or row.mark or row.label or not 1 <= row.words <= 8 or is_ended(text) or ends_with_colon(text):
        return ""
    first = text.lstrip('"“«')[:1]
    caseless = first.isalpha() and first.lower() == first.upper()
    introduces = spot.deeper_follows or spot.list_follows
    if not first.isalpha() or not (first.isupper() or caseless or introduces or spot.habits.lower_case):
        return ""
    if _NO_TITLE.search(text) or finite_auxiliary().search(text) or row.piece:
        return ""
    return text if _is_explained(spot, introduces) else ""


def _is_explained(spot: Spot, introduces: bool) -> bool:
    row, before, after, habits = spot.row, spot.before, spot.after, spot.habits
    assert after is not None
    free = before is None or bool(before.mark) or before.indent >= row.indent or row.gap
    if introduces and spot.distance <= 2 and free:
        return True
    if after.kind is not Kind.TEXT:
        return False
    ended = is_ended(after.plain)
    long = after.words >= 2 * row.words + 4 and (ended or after.words > 14)
    if row.gap and not after.mark:
        if long and (not habits.spaced or (not habits.wrapped and row.words <= 6)):
            return True
        if row.words <= 7 and after.words >= 20 and ended and not row.plain.endswith(")"):
            return True
        if not habits.spaced and row.words <= 5 and spot.distance == 1 and not habits.wrapped:
            alone = after.words >= 2 * row.words and (spot.later is None or spot.later.gap)
            unlike = not habits.ended and after.words >= 2 * row.words + 4
            return (
                (after.words >= 8 and (ended or unlike))
                or (after.words >= 6 and alone)
                or ends_with_colon(after.plain)
                or bool(after.label)
            )
    return long and row.words <= 4 and habits.median_words >= 12 and spot.distance <= 2


_SHORT_LINE = Cue("short line", 22, _short)

CUES: tuple[Cue, ...] = (
    Cue("decoration", 18, _decorated),
    Cue("date", 18, _date),
    Cue("dunder", 21, _dunder),
    Cue("chapter", 18, _chapter),
    Cue("topic", 19, _topic),
    Cue("exercise", 22, _exercise),
    Cue("question", 22, _question),
    Cue("number", 20, _number),
    Cue("keycap", 20, _keycap),
    Cue("colon", 22, _colon),
    Cue("star", 21, _starred),
    Cue("emoji", 22, _emoji),
    Cue("capitals", 18, _capitals),
    _SHORT_LINE,
)
"""Strongest first. Ranks stand after the levels that markup gives (1 to 17)."""
