"""The title of the whole: stated by the note, or by its file's name, or made of its most frequent names."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefdeck.draft.heading_words import is_date
from briefdeck.draft.inline import plain
from briefdeck.draft.names import frequent_names
from briefdeck.draft.phrases import Phrases
from briefdeck.draft.rows import Kind, Row
from briefdeck.draft.sentences import split_sentences
from briefdeck.draft.words import (
    CONNECTIVES,
    STOP_WORDS,
    ends_with_colon,
    is_ended,
    is_question,
    listed_verb,
    word_count,
    word_set,
    words,
)
from briefdeck.model.outline import TitleSource

_LONGEST = 14
_LONGEST_MADE = 200  # characters
_CONTENT = (Kind.TEXT, Kind.HEAD, Kind.TABLE, Kind.CODE)
_FIRST_WORDS = 8
_SHORT_HEADING = 4
_TITLE_LABELS = word_set(
    "title course subject topic lecture lesson chapter theme тема курс предмет лекция лекція título curso sujet cours "
    "thema kurs fach assunto disciplina विषय शीर्षक الموضوع العنوان 题目 主题"
)
_REPORTS = re.compile(r"\b\w{3,}s\s(?:that|how|what|why|when|whether)\b")
_CLAUSE_END = re.compile(r"[,;:.!?()،؛。，；：！？।—–]|\s-\s")


class Title(NamedTuple):
    """The title, where it comes from, and the lines it stands on."""

    text: str
    source: TitleSource
    lines: tuple[int, ...] = ()


def take_title(rows: list[Row], file: str, phrases: Phrases) -> tuple[Title, list[Row]]:
    """The title and the rows without the row that stated it."""
    for index, row in enumerate(rows):
        if row.cue == "title" and row.kind is Kind.SKIP:
            return Title(plain(row.title), "front matter", row.sources), _without(rows, index)
    content = [index for index, row in enumerate(rows) if row.kind in _CONTENT]
    if content:
        stated = _stated(rows, content)
        if stated:
            return Title(stated, "line", rows[content[0]].sources), _without(rows, content[0])
    texts = [row.plain for row in rows if row.kind is Kind.TEXT]
    heads = [row.title for row in rows if row.kind is Kind.HEAD and row.cue != "date"]
    if named := _from_file(file, texts + heads):
        return Title(named, "file name"), rows
    made = _made(texts, heads, phrases)
    if not made:  # a table, a formula, a number: what stands first
        made = next((row.plain or row.body or row.text.strip() for row in rows if row.kind in _CONTENT), "")
    return Title(made[:_LONGEST_MADE], "generated"), rows


def _without(rows: list[Row], index: int) -> list[Row]:
    return [*rows[:index], rows[index]._replace(kind=Kind.RULE), *rows[index + 1 :]]


def _stated(rows: list[Row], content: list[int]) -> str:
    """The title on the first line, or ""."""
    first = rows[content[0]]
    following = rows[content[1]] if len(content) > 1 else None
    if following is None or first.mark not in ("", "#") or is_date(plain(first.title or first.plain)):
        return ""
    if first.label.lower() in _TITLE_LABELS and first.kind is Kind.TEXT and word_count(first.rest) <= _LONGEST:
        return first.rest.strip("\"“”'’ .")
    if first.kind is Kind.HEAD and _is_above_all(first, rows, content, following):
        return plain(first.title).rstrip(" :")
    apart = following.gap or rows[content[0] + 1].kind in (Kind.BLANK, Kind.RULE)
    if first.kind not in (Kind.HEAD, Kind.TEXT) or not apart or first.words > _LONGEST:
        return ""
    if first.cue in ("question", "date", "exercise", "number", "colon") or first.number or first.mark:
        return ""
    text = plain(first.title or first.body)
    ended = is_ended(text) or ends_with_colon(text) or is_question(text)
    return "" if ended or (first.label and is_ended(first.rest)) else text


def _is_above_all(first: Row, rows: list[Row], content: list[int], following: Row) -> bool:
    """Whether the first heading is the only one of its level, and that the highest."""
    levels = [rows[index].level for index in content if rows[index].kind is Kind.HEAD]
    if first.cue in ("question", "date", "exercise", "colon", "short line", "star") and following.kind is not Kind.HEAD:
        return False
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


def _made(texts: list[str], heads: list[str], phrases: Phrases) -> str:
    """The two most frequent names, and the third as their topic: "India and Russia: Sochi"."""
    names = frequent_names((sentence for text in texts for sentence in split_sentences(text)), heads)
    if len(names) >= 2:
        title = phrases.joined.format(names[0], names[1])
        return f"{title}{phrases.colon}{names[2]}" if len(names) > 2 else title
    short = [plain(head).rstrip(" :") for head in heads if word_count(head) <= _SHORT_HEADING and not is_question(head)]
    if 2 <= len(heads) <= 3 and len(short) == len(heads):
        return phrases.joined.format(short[0], short[1])
    return names[0] if names else opening_words(texts[0] if texts else heads[0] if heads else "")


def opening_words(text: str) -> str:
    """What a text opens with: its subject when a verb shows where that ends, else its first words."""
    clause = next((part.strip() for part in _CLAUSE_END.split(text) if any(map(str.isalnum, part))), text.strip())
    verb = listed_verb().search(clause) or _REPORTS.search(clause)
    if verb and verb.start() > 0 and not CONNECTIVES.intersection(clause[: verb.start()].lower().split()):
        clause = clause[: verb.start()].strip()
    tokens = clause.split()[:_FIRST_WORDS]
    while len(tokens) > 1 and tokens[-1].lower() in STOP_WORDS:
        tokens.pop()
    if len(tokens) > 1 and tokens[0].lower() in ("the", "a", "an"):
        tokens = tokens[1:]
    opening = " ".join(tokens)[: _LONGEST * _FIRST_WORDS] if word_count(clause) <= 2 * _LONGEST else clause[:_LONGEST]
    return opening[:1].upper() + opening[1:] or text.strip()
