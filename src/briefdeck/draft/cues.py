"""Cues: the ways in which people mark a heading without markup, as one table, strongest first.

Each cue has its rank among the levels and a test that sees the row between its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefdeck.draft.decorations import decorated_title
from briefdeck.draft.heading_words import announces, is_date, read_chapter
from briefdeck.draft.inline import starts_with_emoji
from briefdeck.draft.open_lines import awaits_list, is_example
from briefdeck.draft.rows import Kind, Row, number_style
from briefdeck.draft.sentences import split_sentences
from briefdeck.draft.short_lines import ASKS, NO_TITLE, short_title
from briefdeck.draft.spots import Spot
from briefdeck.draft.words import acts, ends_with_colon, is_ended, is_question, runs, speaks, word_count
from briefdeck.late import late_pattern
from briefdeck.model.opposites import is_bare_side
from briefdeck.named import NamedTuple


class Cue(NamedTuple):
    """One way in which people mark a heading."""

    name: str
    rank: int  # of its level: smaller stands above
    test: Callable[[Spot], str]  # the title, or "" when it is no heading by this cue


_TOPIC = late_pattern(r"topic\s*[-:]\s*(?=\S)", re.IGNORECASE)
_EXERCISE = late_pattern(
    r"Q\s?\d{1,3}\s?[.:)]|Q[.:]\s|Q\s(?:what|why|how|who|when|where|which)\s|(?:question|frage|pregunta|вопрос|प्रश्न)\s+\d{1,3}\s?[.:)]|س\s?\d{0,2}\s?:|问\s?[:：]",
    re.IGNORECASE,
)
_ASKING_FIRST = frozenset("qfpвпсس问प")
"""With what one of these opens, in small letters."""
_CUE = late_pattern(r"(?:cue|keyword|key word|main idea|question|stichwort)s?\s?[:：]\s?(?=\S)", re.IGNORECASE)
_NOTES = ("note", "notes", "details", "notizen", "notas", "apuntes")
_ANSWERED = late_pattern(r"\?\s+A(?:ns(?:wer)?)?\s?[.:]\s")  # "Q: Will it? A: No." on one line
_ROMAN_OR_DOTTED = late_pattern(r"[IVX]+$|\d+\.\d+")
_BRACKETED = late_pattern(r"\[[^\[\]]{0,200}\]|\([^()]{0,200}\)")
_LITTLE_BETWEEN = late_pattern(r"\s(?:v|vs|and|or|of|the|in|to|for|on)\.?(?=\s)")
"""Words that stay small between capitals: "MITOSIS v MEIOSIS"."""
_CODE = late_pattern(
    r"(?:(?:for|while|if|elif|def|class|with|switch|except)\b.*[()=<>!%\[\]]|else|try|finally|do|except).*:$"
)
"""A line of a program that opens a block."""
_QUOTED = late_pattern(r"[\"“„«][^\"“”»]{2,200}[\"“”»]\s?[-–—:]")
_CHAIN = late_pattern(r"[-=]>|→|⇒")
_CAPITAL_WORD = late_pattern(r"\b[A-Z]{4,}\b")


def _decorated(spot: Spot) -> str:
    return decorated_title(spot.row.text.strip())


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
    if row.indent and row.number and _has_sibling(spot):
        return ""  # "a) Class 6", "b) Class 7" below an item
    chapter = read_chapter(text)
    if chapter is None or (row.label and not any(map(str.isdigit, row.label)) and word_count(row.label) > 1):
        return ""
    rest = chapter.rest
    if acts(text) and (text.rstrip()[-1] in "-–:" or spot.list_follows):
        return ""  # it says what the list below it is
    if chapter.numbered and row.words <= 10 and (chapter.separated or not rest or not rest[0].islower()):
        return text
    return text if not rest and row.words == 1 and (spot.list_follows or spot.deeper_follows) else ""


def _topic(spot: Spot) -> str:
    text = spot.row.plain
    match = _TOPIC.match(text)
    title = text[match.end() :].rstrip(" :") if match else ""
    return title if 0 < word_count(title) <= 8 and not is_ended(title) and not spot.row.rest else ""


def _exercise(spot: Spot) -> str:
    row = spot.row
    if spot.after is not None and spot.after.label.lower() in _NOTES and (cue := _CUE.match(row.plain)):
        return row.plain[cue.end() :]  # the two columns of a page of notes
    if row.plain[:1].lower() not in _ASKING_FIRST:
        return ""
    answered = _ANSWERED.search(row.plain) is not None
    return row.plain if row.words <= 40 and not row.mark and not answered and _EXERCISE.match(row.plain) else ""


def _question(spot: Spot) -> str:
    row = spot.row
    text = row.plain
    if not is_question(text) or row.words > 14 or row.mark not in ("", "#") or spot.after is None:
        return ""
    if text[0] in '"“„«' and _QUOTED.match(text):
        return ""  # what somebody says of the words
    if row.number and spot.after.piece and spot.after.number:
        return ""  # answers to choose from follow
    if _is_speech(spot) or (row.number and _has_sibling(spot)) or len(split_sentences(text)) != 1:
        return ""
    small = text[:1].islower() and not spot.habits.lower_case and not spot.habits.spaced
    if small and not row.gap and spot.before is not None and spot.before.kind is Kind.TEXT:
        return ""  # "no red pen?" amid what else is said
    if spot.before is not None and not row.gap and (_is_begun(spot.before) or _ends_lines(spot)):
        return ""
    neighbours = [other for other in (spot.before, spot.after) if other is not None and other.kind is Kind.TEXT]
    if any(is_question(other.plain) for other in neighbours) or is_example(spot):
        return ""
    if row.piece and spot.before is not None and spot.before.piece and row.words < 4:
        return ""  # "Why?" amid a paragraph
    if (spot.habits.wrapped and not row.gap and spot.before is not None and not is_ended(spot.before.plain)) or (
        row.indent > 2 and spot.habits.median_words < 10
    ):
        return ""
    return row.plain


def _is_begun(before: Row) -> bool:
    """Whether a question began on the line before: "What immortal hand or eye", "Could frame thy symmetry?"."""
    open_end = before.kind is Kind.TEXT and not (before.mark or before.label or is_ended(before.plain))
    return open_end and ASKS.match(before.plain) is not None


def _ends_lines(spot: Spot) -> bool:
    """Whether a question is the last of several lines: it asks about what they said."""
    before, after = spot.before, spot.after
    return before is not None and before.kind is Kind.TEXT and after is not None and after.gap


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
    if row.sources[0] in spot.habits.steps:
        return ""
    if row.words > 10 or _has_sibling(spot) or speaks(row.plain, english=spot.habits.english):
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
    """Whether two rows are numbered alike at one indent; of letters neighbours only: "A." stands under "I."."""
    if not other.number or row.indent != other.indent or number_style(row.number) != number_style(other.number):
        return False
    lettered = len(row.number) == len(other.number) == 1 and row.number.isascii() and row.number.isalpha()
    return not lettered or abs(ord(row.number) - ord(other.number)) <= 1


def _keycap(spot: Spot) -> str:
    row = spot.row
    if "\u20e3" not in row.text or row.words > 9 or row.label or is_ended(row.plain):
        return ""
    beside = [other for other in (spot.before, spot.after) if other is not None and other.kind is Kind.TEXT]
    if any("\u20e3" in other.text for other in beside):
        return ""  # the items of a list
    return row.plain


def _colon(spot: Spot) -> str:
    row = spot.row
    if not ends_with_colon(row.plain) or row.mark or spot.after is None:
        return ""
    name = row.plain.rstrip(" :-–：").strip()
    longest = 14 if ASKS.match(name) else 8
    if not name or row.words > longest or NO_TITLE.search(name):
        return ""
    if spot.deeper_follows and _CODE.match(row.plain):
        return ""
    if awaits_list(spot):
        return name
    if spot.above is not None and spot.above.mark:
        return ""  # it goes on with the bullet that it stands under
    if (
        spot.deeper_follows
        and not row.gap
        and spot.before is not None
        and spot.before.label
        and row.plain[:1].islower()
    ):
        return ""  # one of several labels, whose list stands further in
    if speaks(name, english=spot.habits.english) and not ASKS.match(name):
        return ""  # a sentence that leads in: "They are closed under:"
    return "" if announces(name) or is_bare_side(name) else name


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


_BRACKETS_OF_TITLES = frozenset("【〔《〈＜≪")
_TITLE_BRACKETS = late_pattern(r"[【〔《〈＜≪][^【】〔〕《》〈〉＜＞≪≫]{1,30}[】〕》〉＞≫]$")


def _signed(spot: Spot) -> str:
    """`■原因` over other lines, `【用語】` on a line of its own: headings of Chinese and Japanese notes."""
    row = spot.row
    if spot.after is None:
        return ""
    if row.plain[:1] in _BRACKETS_OF_TITLES and _TITLE_BRACKETS.match(row.plain):
        return row.plain[1:-1]
    return row.plain if row.mark in spot.habits.heading_signs else ""


def _emoji(spot: Spot) -> str:
    row = spot.row
    if not starts_with_emoji(row.body) or row.mark or row.words > 7 or row.label or is_ended(row.plain):
        return ""
    return row.plain if spot.after is not None else ""


def _capitals(spot: Spot) -> str:
    row, after = spot.row, spot.after
    outside = _BRACKETED.sub("", row.plain)
    if len(_CAPITAL_WORD.findall(outside)) > 1:
        outside = _LITTLE_BETWEEN.sub(" ", outside)
    letters = sum(map(str.isalpha, outside))
    if 2 * sum(map(str.isupper, outside)) < letters or NO_TITLE.search(outside):
        return ""  # "समीकरण: CO2 → O2"
    named = letters > 1 and row.words == 1 and after is not None and bool(after.mark)  # "GDP" over its bullets
    if after is None or not outside.isupper() or (letters < 4 and not named) or row.words > 12:
        return ""
    if row.mark and (row.mark != "#" or _has_sibling(spot)):
        return ""
    if (is_ended(row.plain) and not is_question(row.plain)) or _CHAIN.search(row.plain):
        return ""
    if ends_with_colon(row.plain) and announces(row.plain.rstrip(" :-")):
        return ""
    if all(len(run) == 1 for run in runs(outside)):
        return ""  # "E-I-E-I-O"
    return row.plain if row.gap or after.indent != row.indent or len(outside) > 8 or named else ""


NUMBERED = Cue("number", 20, _number)
CAPITALS = Cue("capitals", 18, _capitals)
SHORT_LINE = Cue("short line", 22, short_title)

CUES: tuple[Cue, ...] = (
    Cue("decoration", 18, _decorated),
    Cue("date", 18, _date),
    Cue("dunder", 21, _dunder),
    Cue("chapter", 18, _chapter),
    Cue("topic", 19, _topic),
    Cue("exercise", 22, _exercise),
    Cue("question", 22, _question),
    NUMBERED,
    Cue("keycap", 20, _keycap),
    CAPITALS,
    Cue("colon", 22, _colon),
    Cue("star", 21, _starred),
    Cue("sign", 22, _signed),
    Cue("emoji", 22, _emoji),
    SHORT_LINE,
)
"""Strongest first. Ranks stand after the levels that markup gives (1 to 17)."""
