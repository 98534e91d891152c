"""The title of the whole: stated by the note, or by its file's name, or made of its most frequent names."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from briefdeck.draft.cues import is_name
from briefdeck.draft.heading_words import is_date
from briefdeck.draft.inline import plain
from briefdeck.draft.masthead import TITLE_LABELS
from briefdeck.draft.names import frequent_names
from briefdeck.draft.phrases import Phrases
from briefdeck.draft.rows import Kind, Row
from briefdeck.draft.sentences import split_sentences
from briefdeck.draft.words import (
    CONNECTIVES,
    STOP_WORDS,
    content_words,
    ends_with_colon,
    has_ideographs,
    is_ended,
    is_question,
    listed_verb,
    word_count,
    word_set,
    words,
)
from briefdeck.late import late_pattern
from briefdeck.model.outline import TitleSource
from briefdeck.named import NamedTuple

_LONGEST = 14
_LONGEST_MADE = 200  # characters
_CONTENT = (Kind.TEXT, Kind.HEAD, Kind.TABLE, Kind.CODE)
_FIRST_WORDS, _FIRST_SIGNS = 8, 16
_SHORT_HEADING = 4
_LONGEST_NAME = 8
_SEVERAL = 3
_SPOKEN_AGAIN = 2  # parts that speak of what the first heading names
_NO_NAME = (STOP_WORDS | CONNECTIVES | word_set("nevertheless none yet more less many most")) - word_set(
    "of and for in to"
)
_IS = late_pattern(r"\b(?:is|was|are|were)\b")
_HERE = late_pattern(r"(?:here|these|this|below)\s(?:is|are)\s", re.IGNORECASE)
_LEAD = 2  # rows before a heading that is the title
_LONGEST_SUBJECT = 4
_FEW_WORDS = 3
_LEADING = word_set("as in on at by for from since after before when while if however nevertheless hence thus then")
_ASKING = ("question", "exercise", "colon")
_REPORTS = late_pattern(r"\b\w{3,}s\s(?:that|how|what|why|when|whether)\b")
_SECTION_CUES = frozenset({"bold", "style", "markdown", "org", "asciidoc", "latex", "emoji", "chapter"})
_CLAUSE_END = late_pattern(r"[,;:.!?()،؛。，；：！？।—–]|\s-\s")


class Title(NamedTuple):
    """The title, where it comes from, and the lines it stands on."""

    text: str
    source: TitleSource
    lines: tuple[int, ...] = ()


def take_title(rows: list[Row], file: str, phrases: Phrases) -> tuple[Title, list[Row]]:
    """The title and the rows without the row that stated it."""
    for index, row in enumerate(rows):
        if row.cue == "title" and row.kind is Kind.SKIP:
            return Title(plain(row.title), "line", row.sources), _without(rows, index)
    content = [index for index, row in enumerate(rows) if row.kind in _CONTENT]
    if content:
        stated = _stated(rows, content)
        if stated:
            return Title(stated, "line", rows[content[0]].sources), _without(rows, content[0])
        if (at := _below_lead(rows, content)) >= 0:
            return Title(plain(rows[at].title).rstrip(" :"), "line", rows[at].sources), _without(rows, at)
    if named := _from_file(file, [row.title or row.plain for row in rows if row.kind in (Kind.TEXT, Kind.HEAD)]):
        return Title(named, "file name"), rows
    made = _made(rows, phrases)
    if not made:  # a table, a formula, a number: what stands first
        made = next((row.plain or row.body or row.text.strip() for row in rows if row.kind in _CONTENT), "")
    return Title(made[:_LONGEST_MADE].strip() or phrases.overview, "generated"), rows


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
    if first.kind is Kind.HEAD and _names_the_whole(first, rows):
        return plain(first.title)
    if _heads_facts(first, [rows[index] for index in content[1:3]]):
        return first.plain
    apart = following.gap or rows[content[0] + 1].kind in (Kind.BLANK, Kind.RULE, Kind.SKIP)
    if first.kind not in (Kind.HEAD, Kind.TEXT) or not apart or first.words > _LONGEST:
        return ""
    if first.cue in ("question", "date", "exercise", "number", "colon") or first.number or first.mark:
        return ""
    if first.cue in _SECTION_CUES and following.kind is not Kind.HEAD and _has_siblings(first, rows):
        return ""
    text = plain(first.title or first.body)
    ended = is_ended(text) or ends_with_colon(text) or is_question(text)
    return "" if ended or (first.label and is_ended(first.rest)) else text


def _below_lead(rows: list[Row], content: list[int]) -> int:
    """The heading that stands alone at the highest level, a line or two below the beginning; -1 when none does."""
    at = next((index for index in content[1 : _LEAD + 1] if rows[index].kind is Kind.HEAD), -1)
    heads = [row for row in rows if row.kind is Kind.HEAD]
    if at < 0 or len(heads) <= _SEVERAL or rows[at].number or rows[at].cue in (*_ASKING, "date", "number"):
        return -1
    level = rows[at].level
    return at if all(row.level > level for row in heads if row is not rows[at]) else -1


def _heads_facts(first: Row, following: list[Row]) -> bool:
    """Whether the first line stands over labelled ones: "Minutes of the meeting", then "Date: ..." and "Place: ..."."""
    if first.kind is not Kind.TEXT or first.mark or first.label or not is_name(first.plain, longest=_LONGEST):
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


def _made(rows: list[Row], phrases: Phrases) -> str:
    """The two most frequent names, and the third as their topic: "India and Russia: Sochi"."""
    texts = [row.plain for row in rows if row.kind is Kind.TEXT]
    heads = [row for row in rows if row.kind is Kind.HEAD and row.cue != "date"]
    sentences = [sentence for text in texts for sentence in split_sentences(text)]
    names = frequent_names(sentences, [row.title for row in heads])
    if len(names) >= 2:
        title = phrases.joined.format(names[0], names[1])
        return f"{title}{phrases.colon}{names[2]}" if len(names) > 2 else title
    top = min((row.level for row in heads), default=0)
    titles = [plain(row.title).rstrip(" :") for row in heads if row.level == top]
    if 2 <= len(titles) <= 3 and all(
        word_count(title) <= _SHORT_HEADING and not is_question(title) for title in titles
    ):
        return phrases.joined.format(titles[0], titles[1])
    first = next((row for row in rows if row.kind is Kind.TEXT), None)
    if first is not None and not first.label and (subject := _subject(first.plain, texts)):
        return subject
    opens = next((row for row in rows if row.kind in _CONTENT), None)
    if opens is not None and opens.kind is Kind.HEAD and _names_something(plain(opens.title)):
        return plain(opens.title).rstrip(" :")
    if names:
        return names[0]
    if first is not None:
        return first.label or opening_words(first.plain)
    return opening_words(heads[0].title) if heads else ""


def _names_something(title: str) -> bool:
    """Whether a heading can name a whole: it is neither a question nor what every lesson begins with."""
    return 1 < word_count(title) <= _LONGEST_NAME and not is_question(title) and not is_date(title)


def _subject(opening: str, texts: list[str]) -> str:
    """What the first sentence is about, when the note speaks of it again: "The water cycle ..."; else ""."""
    subject = opening_words(opening)
    if not 1 < len(subject.split()) <= _LONGEST_SUBJECT or not opening.lower().startswith(("the ", "a ", "an ")):
        return ""
    return subject if sum(text.lower().count(subject.lower()) for text in texts) > 1 else ""


def part_name(sentences: list[str]) -> str:
    """What a part of a note without headings is about: the first short subject of its sentences; or ""."""
    for sentence in sentences:
        subject = _subject_words(sentence)
        if not 1 <= len(subject) <= _LONGEST_SUBJECT or not subject[0][:1].isupper():
            continue
        small = [word.lower() for word in subject]
        if small[0] in ("the", "a", "an"):
            subject, small = subject[1:], small[1:]
        plain_words = all(word.strip("’'").isalpha() or "-" in word or "’" in word or "'" in word for word in subject)
        if subject and plain_words and not _NO_NAME.intersection(small) and len(" ".join(subject)) > 3:
            return " ".join(subject)[:1].upper() + " ".join(subject)[1:]
    return ""


def _subject_words(sentence: str) -> list[str]:
    """The words before the verb of a sentence: before a common verb, or a plural one after a plural."""
    for match in _says_verb().finditer(sentence):
        subject = sentence[: match.start()].split()
        if (
            subject
            and subject[-1].lower() not in STOP_WORDS
            and (match["one"] or subject[-1].endswith(("s", "people")))
        ):
            return subject
    return []


@cache
def _says_verb() -> re.Pattern[str]:
    many = (
        r"\b(?:point|argue|say|claim|believe|think|show|find|suggest|agree|note|follow|welcome|oppose|demand|want|need|"
        r"make|take|give|use|play|work|live|come|go|keep|see|know|call|move|grow|help|cause)\b"
    )
    return re.compile(f"(?P<one>{listed_verb().pattern})|{many}", re.IGNORECASE)


def _is_loose(clause: str) -> bool:
    """Whether a clause is two words before a comma that lead in: "As promised", "In 1950"."""
    opening = clause.split()
    return len(opening) <= _FEW_WORDS and opening[0].lower() in _LEADING


def opening_words(text: str) -> str:
    """What a text opens with: its subject when a verb shows where that ends, else its first words."""
    parts = [part.strip() for part in _CLAUSE_END.split(text) if any(map(str.isalnum, part))]
    clause = next((part for part in parts if not _is_loose(part)), parts[0] if parts else text.strip())
    clause = _HERE.sub("", clause, count=1)
    if has_ideographs(clause):
        return clause[:_FIRST_SIGNS]
    verb = listed_verb().search(clause)
    if verb is None or word_count(clause[verb.end() :]) < 2:
        verb = _REPORTS.search(clause)
    if verb:
        subject = clause[: verb.start()].split()
        if subject and not CONNECTIVES.intersection(word.lower() for word in subject):
            clause = " ".join(subject)
    tokens = clause.split()[:_FIRST_WORDS]
    while len(tokens) > 1 and tokens[-1].lower() in STOP_WORDS:
        tokens.pop()
    if len(tokens) > 1 and tokens[0].lower() in ("the", "a", "an"):
        tokens = tokens[1:]
    opening = " ".join(tokens)
    return opening[:1].upper() + opening[1:] or text.strip()
