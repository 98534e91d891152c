"""The title of the whole: stated by the note, or by its file's name, or made of its most frequent names."""

from __future__ import annotations

import re
from itertools import pairwise

from briefdeck.draft.facts import ABOUT_A_WORK, TITLE_LABELS
from briefdeck.draft.heading_words import is_date
from briefdeck.draft.inline import plain
from briefdeck.draft.made_title import made_title
from briefdeck.draft.phrases import Phrases
from briefdeck.draft.rows import Kind, Row
from briefdeck.draft.short_lines import is_name
from briefdeck.draft.words import (
    content_words,
    ends_with_colon,
    is_ended,
    is_question,
    word_count,
    words,
)
from briefdeck.late import late_pattern
from briefdeck.model.outline import TitleSource
from briefdeck.named import NamedTuple

_LONGEST = 14
_LONGEST_MADE = 200  # characters
_CONTENT = (Kind.TEXT, Kind.HEAD, Kind.TABLE, Kind.CODE)
_SHORT_HEADING = 4
_SEVERAL = 3
_SPOKEN_AGAIN = 2  # parts that speak of what the first heading names
_PAPER = late_pattern(
    r"\b(?:lesson plan|(?:study|revision|lecture|class) (?:notes|guide)|worksheet|handout|cheat sheet|syllabus|minutes|"
    r"unterrichtsentwurf|stundenentwurf|arbeitsblatt|zusammenfassung|protokoll|plan de clase|apuntes|resumen|fiche|"
    r"résumé|plano de aula|план урок[ау]|конспект)\b|पाठ योजना|教案|学习笔记|指導案",
    re.IGNORECASE,
)
_IS = late_pattern(r"\b(?:is|was|are|were)\b")
_LAST_BRACKET = late_pattern(r"(?<=\S)\s\([^()]{1,60}\)$")
_LEAD = 2  # rows before a heading that is the title
_ASKING = ("question", "exercise", "colon")
_ASKED_CUES = frozenset({"question", "exercise"})
_SECTION_CUES = frozenset({"bold", "style", "markdown", "org", "asciidoc", "latex", "emoji", "chapter"})


class Title(NamedTuple):
    """The title, where it comes from, and the lines it stands on."""

    text: str
    source: TitleSource
    lines: tuple[int, ...] = ()


def take_title(rows: list[Row], file: str, phrases: Phrases) -> tuple[Title, list[Row]]:
    """The title and the rows without the row that stated it."""
    for index, row in enumerate(rows):
        if row.cue == "title" and row.kind is Kind.SKIP:
            return _with_chapter(Title(plain(row.title), "line", row.sources), _without(rows, index), phrases)
    content = [index for index, row in enumerate(rows) if row.kind in _CONTENT]
    if content:
        stated = _stated(rows, content)
        if stated:
            return Title(stated, "line", rows[content[0]].sources), _without(rows, content[0])
        if (at := _below_lead(rows, content)) >= 0:
            return Title(plain(rows[at].title).rstrip(" :"), "line", rows[at].sources), _without(rows, at)
    if told := next((row for row in rows if row.kind is Kind.SKIP and row.cue == "topic"), None):
        return Title(told.title[:1].upper() + told.title[1:], "line", told.sources), rows
    if named := _from_file(file, [row.title or row.plain for row in rows if row.kind in (Kind.TEXT, Kind.HEAD)]):
        return Title(named, "file name"), rows
    made = made_title(rows, phrases)
    if not made:  # a table, a formula, a number: what stands first
        made = next((row.plain or row.body or row.text.strip() for row in rows if row.kind in _CONTENT), "")
    return Title(made[:_LONGEST_MADE].strip() or phrases.overview, "generated"), rows


def _with_chapter(title: Title, rows: list[Row], phrases: Phrases) -> tuple[Title, list[Row]]:
    """A stated subject with the chapter below it that stands over all else: "Geography: Chapter 3 Minerals"."""
    content = [index for index, row in enumerate(rows) if row.kind in _CONTENT]
    heads = [row for row in rows if row.kind is Kind.HEAD]
    first = rows[content[0]] if content else None
    if first is None or first.cue != "chapter" or len(heads) <= _LEAD or word_count(title.text) > _SHORT_HEADING:
        return title, rows
    if any(row.level <= first.level for row in heads if row is not first):
        return title, rows
    text = f"{title.text}{phrases.colon}{plain(first.title).rstrip(' :')}"
    return Title(text, "line", (*title.lines, *first.sources)), _without(rows, content[0])


def _without(rows: list[Row], index: int) -> list[Row]:
    return [*rows[:index], rows[index]._replace(kind=Kind.RULE), *rows[index + 1 :]]


def _stated(rows: list[Row], content: list[int]) -> str:
    """The title on the first line, or ""."""
    first = rows[content[0]]
    following = rows[content[1]] if len(content) > 1 else None
    if following is None or first.mark not in ("", "#") or is_date(plain(first.title or first.plain)):
        return ""
    if first.label.lower() in TITLE_LABELS and first.kind is Kind.TEXT and word_count(first.rest) <= _LONGEST:
        return first.rest.strip("\"“”'’ .")
    if first.kind is Kind.HEAD and _is_above_all(first, rows, content, following):
        return plain(first.title).rstrip(" :")
    if first.kind is Kind.HEAD and _stands_over_its_like(first, rows, content):
        return plain(first.title).rstrip(" :")
    if first.kind is Kind.HEAD and (_names_the_whole(first, rows) or _names_the_paper(first)):
        return plain(first.title)
    if _asks_about_all(first, rows, content):
        return plain(first.title or first.body)
    if _heads_a_work(first, [rows[index] for index in content[1:3]]):
        return plain(first.title or first.plain)
    if _heads_facts(first, [rows[index] for index in content[1:3]]):
        return first.plain
    apart = following.gap or rows[content[0] + 1].kind in (Kind.BLANK, Kind.RULE, Kind.SKIP)
    if first.kind is Kind.TEXT and following.kind is Kind.HEAD:
        dashed = not first.label or first.plain[len(first.label) :].lstrip()[:1] in "-–—"
        apart |= dashed and is_name(first.plain, longest=_LONGEST)  # at once above a heading: no point of anything
    if first.kind not in (Kind.HEAD, Kind.TEXT) or not apart or first.words > _LONGEST:
        return ""
    if first.cue in ("question", "date", "exercise", "number", "colon") or first.number or first.mark:
        return ""
    if first.cue in _SECTION_CUES and following.kind is not Kind.HEAD and _has_siblings(first, rows):
        return ""
    text = plain(first.title or first.body)
    outside = _LAST_BRACKET.sub("", text)  # what is dated or noted there ends no sentence: "(test on 12.12.)"
    ended = is_ended(outside) or ends_with_colon(text) or is_question(text)
    return "" if ended or (first.label and is_ended(first.rest)) else text


def _stands_over_its_like(first: Row, rows: list[Row], content: list[int]) -> bool:
    """Whether the first heading alone stands straight over a heading of its kind, and heads no part of its own."""
    if first.cue not in ("capitals", "short line", "bold") or first.number:
        return False
    kinds = [rows[index] for index in content]
    over = [
        one for one, other in pairwise(kinds)
        if one.kind is other.kind is Kind.HEAD and one.cue == other.cue == first.cue and not other.gap
    ]  # fmt: skip
    return len(over) == 1 and over[0] is first and sum(1 for row in kinds if row.cue == first.cue) > _LEAD


def _asks_about_all(first: Row, rows: list[Row], content: list[int]) -> bool:
    """Whether the first line is the question that all of the note answers: "Should phones be banned in school?".

    It stands alone straight over headings that do not ask, or it is all there is of headings and sentences follow.
    """
    if not is_question(first.plain) or first.words > _LONGEST or first.cue == "exercise":
        return False
    heads = [rows[index] for index in content[1:] if rows[index].kind is Kind.HEAD]
    below = rows[content[1]]
    if not below.gap or any(row.cue in _ASKED_CUES for row in heads):
        return False
    if below.kind is Kind.HEAD:
        return len(heads) > 1
    return not heads and len(content) > _SEVERAL and not any(is_question(rows[index].plain) for index in content[1:])


def _below_lead(rows: list[Row], content: list[int]) -> int:
    """The heading that stands alone at the highest level, a line or two below the beginning; -1 when none does."""
    at = next((index for index in content[1 : _LEAD + 1] if rows[index].kind is Kind.HEAD), -1)
    heads = [row for row in rows if row.kind is Kind.HEAD]
    if at < 0 or len(heads) <= _SEVERAL or rows[at].number or rows[at].cue in (*_ASKING, "date", "number"):
        return -1
    level = rows[at].level
    return at if all(row.level > level for row in heads if row is not rows[at]) else -1


def _heads_a_work(first: Row, following: list[Row]) -> bool:
    """Whether a first line stands right over what is said of a poem or a person: "Genre: ...", "Year: ..."."""
    if first.kind not in (Kind.TEXT, Kind.HEAD) or first.mark or first.label or first.words > _LONGEST:
        return False
    facts = [row for row in following if row.label and not row.gap and not row.mark]
    told = [row for row in facts if row.label.lower() in ABOUT_A_WORK]
    return len(facts) > 1 and len(facts) == len(following) and bool(told) and not is_question(first.plain)


def _heads_facts(first: Row, following: list[Row]) -> bool:
    """Whether the first line stands over labelled ones: "Minutes of the meeting", then "Date: ..." and "Place: ..."."""
    named = is_name(first.plain.replace(",", ""), longest=_LONGEST)
    if first.kind is not Kind.TEXT or first.mark or first.label or not named:
        return False
    return len(following) > 1 and all(row.label and not row.mark and not row.gap for row in following)


def _names_the_whole(first: Row, rows: list[Row]) -> bool:
    """Whether a first line over its paragraph is what all parts speak of, as in a page of an encyclopaedia."""
    heads = [index for index, row in enumerate(rows) if row.kind is Kind.HEAD]
    if first.cue != "short line" or len(heads) <= _SEVERAL or is_question(first.title):
        return False
    parts = [rows[start:end] for start, end in pairwise([*heads, len(rows)])]
    if not _defined(parts[0]) or any(map(_defined, parts[1:])):
        return False
    name = content_words(first.title)
    spoken = sum(1 for part in parts[1:] if any(name & content_words(row.plain) for row in part[1:]))
    return spoken >= _SPOKEN_AGAIN


def _names_the_paper(first: Row) -> bool:
    """Whether a first line says what sort of paper it stands on: "Photosynthesis lesson plan"."""
    return first.cue == "short line" and word_count(first.title) > 1 and _PAPER.search(first.title) is not None


def _defined(part: list[Row]) -> bool:
    """Whether the first line under a heading says what it is: "Marie Curie was a physicist" under "Marie Curie"."""
    name = content_words(part[0].title)
    said = next((row.plain for row in part[1:] if row.kind is Kind.TEXT), "")
    verb = _IS.search(said)
    return bool(name) and verb is not None and name <= content_words(said[: verb.start()])


def _has_siblings(first: Row, rows: list[Row]) -> bool:
    """Whether other headings stand at the level of the first."""
    return sum(1 for row in rows if row.kind is Kind.HEAD and row.level == first.level) > 1


def _is_only_one(first: Row, rows: list[Row]) -> bool:
    """Whether the note goes on with headings of another sort, several of them and none like the first."""
    cues = [row.cue for row in rows if row.kind is Kind.HEAD]
    return cues.count(first.cue) == 1 and len(cues) > 2


def _is_above_all(first: Row, rows: list[Row], content: list[int], following: Row) -> bool:
    """Whether the first heading is the only one of its level, and that the highest."""
    levels = [rows[index].level for index in content if rows[index].kind is Kind.HEAD]
    if first.cue in ("question", "date", "exercise", "colon", "short line", "star") and following.kind is not Kind.HEAD:
        names = bool(following.label) or (following.kind is Kind.TEXT and first.words > _SHORT_HEADING)
        return first.cue == "short line" and names and _is_only_one(first, rows)
    if len(levels) == 1:
        return first.level == 1 and first.cue not in ("question", "number", "colon")
    if first.cue == "number" or first.number:
        return False
    return first.level == min(levels) and levels.count(first.level) == 1


def _from_file(file: str, texts: list[str]) -> str:
    """The file's name as a title, when at least two of its words are words of the note."""
    stem = re.split(r"[/\\]", file)[-1].rsplit(".", 1)[0]
    stem = re.sub(r"\s[0-9a-f]{32}$", "", stem)
    tokens = [token for token in re.split(r"[\s_+-]+", stem) if token]
    real = [token for token in tokens if token.isalpha() and len(token) > 3]
    if len(real) < 2 or len(real) < len(tokens) - 1:
        return ""
    spoken = {word for text in texts for word in words(text)}
    if not all(token.lower() in spoken for token in real):
        return ""
    title = " ".join(token for token in tokens if token in real)
    return title[:1].upper() + title[1:]
