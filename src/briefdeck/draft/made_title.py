"""Titles that no line states: made of names, of what a talk announces, or of what the first sentence is about."""

from __future__ import annotations

import re
from functools import cache

from briefdeck.draft.heading_words import is_date, read_chapter
from briefdeck.draft.inline import plain
from briefdeck.draft.names import frequent_names
from briefdeck.draft.phrases import Phrases
from briefdeck.draft.rows import Kind, Row
from briefdeck.draft.sentences import split_sentences
from briefdeck.draft.words import (
    CONNECTIVES,
    STOP_WORDS,
    find_verb,
    has_ideographs,
    is_question,
    listed_verb,
    word_count,
    word_set,
)
from briefdeck.late import late_pattern

_SHORT_HEADING = 4
_LONGEST_NAME = 8
_CONTENT = (Kind.TEXT, Kind.HEAD, Kind.TABLE, Kind.CODE)
_FIRST_WORDS, _FIRST_SIGNS = 8, 16
_SAID_AT_FIRST = 4  # sentences
_NO_NAME = (
    STOP_WORDS
    | CONNECTIVES
    | word_set(
        "okay ok well now first second third today nevertheless none yet more less many most every each all any let if "
        "def"
    )
) - word_set("of and for in to")
_FEWEST_LISTED, _SHARE_LISTED, _LONGEST_LISTED = 3, 0.45, 12
_HERE = late_pattern(r"(?:here|these|this|below)\s(?:is|are)\s", re.IGNORECASE)
_LONGEST_SUBJECT = 4
_FEW_WORDS = 3
_LEADING = word_set(
    "okay ok so well now and but also first firstly second secondly third finally lastly "
    "as in on at by for from since after before when while if however nevertheless hence thus then"
)
_REPORTS = late_pattern(r"\b\w{3,}s\s(?:that|how|what|why|when|whether)\b")
_CLAUSE_END = late_pattern(r"[,;:.!?()،؛。，；：！？।—–]|\s-\s")


def made_title(rows: list[Row], phrases: Phrases) -> str:
    """The two most frequent names, and the third as their topic: "India and Russia: Sochi"."""
    texts = [row.plain for row in rows if row.kind is Kind.TEXT]
    heads = [row for row in rows if row.kind is Kind.HEAD and row.cue != "date"]
    if listed := _listed(rows, heads):
        return listed
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
        return phrases.joined.format(*map(_without_number, titles[:2]))
    if announced := _announced(sentences[:_SAID_AT_FIRST]):
        return announced
    first = next((row for row in rows if row.kind is Kind.TEXT), None)
    if first is not None and not first.label and (subject := _subject(first.plain, texts)):
        return subject
    opens = next((row for row in rows if row.kind in _CONTENT), None)
    if opens is not None and opens.kind is Kind.HEAD and _names_something(plain(opens.title)):
        return plain(opens.title).rstrip(" :")
    if first is not None and not first.label and (subject := _named_subject(first.plain)):
        return subject
    if names:
        return names[0]
    if first is not None:
        return first.label or opening_words(first.plain)
    return opening_words(heads[0].title) if heads else ""


def _listed(rows: list[Row], heads: list[Row]) -> str:
    """The first words that a list of words explains: "drought, flood, endangered"; "" for every other note."""
    text = [row for row in rows if row.kind is Kind.TEXT]
    explained = [row for row in text if row.label and word_count(row.label) <= _SHORT_HEADING]
    labels = list(dict.fromkeys(row.label for row in explained))
    if len(heads) > 1 or len(labels) < max(_FEWEST_LISTED, _SHARE_LISTED * len(text)) or not text[0].label:
        return ""
    if len(labels) < len(explained) or any(row.words > _LONGEST_LISTED for row in explained):
        return ""
    return ", ".join(labels[:_FEWEST_LISTED])


@cache
def _today() -> re.Pattern[str]:
    """What a speaker says the lesson is about: "Today we're going to talk about plate tectonics."."""
    return re.compile(
        r"\b(?:talk(?:ing)? about|learn(?:ing)? about|look(?:ing)? at|discuss(?:ing)?|study(?:ing)?|cover(?:ing)?|"
        r"(?:lecture|lesson|talk|session|unit|topic) (?:(?:is|will be) )?(?:on|about)|parler de|"
        r"hablar de|hablar sobre|falar sobre|falar de|sprechen (?:wir )?über|geht es um|поговорим об?|говорить об?|"
        r"про те|поговоримо про)\s(?P<topic>\w[^.,;:!?]{2,60}?)(?:[.,!].{0,80})?$",
        re.IGNORECASE,
    )


_LESSON = late_pattern(
    r"\b(?:welcome to|new unit|new topic|tomorrow|today|this (?:lecture|lesson|class|video|unit|session)|"
    r"aujourd['’]hui|hoy|hoje|heute|сегодня|сьогодні)\b",
    re.IGNORECASE,
)


def _announced(sentences: list[str]) -> str:
    """The topic that one of the first sentences of a talk announces; or ""."""
    for sentence in sentences:
        match = _today().search(sentence) if _LESSON.search(sentence) else None
        if match and 1 <= word_count(match["topic"]) <= _LONGEST_NAME:
            return match["topic"][:1].upper() + match["topic"][1:]
    return ""


def _without_number(title: str) -> str:
    """The name of a chapter: "Rocks" of "Unit 2: Rocks"."""
    chapter = read_chapter(title)
    return chapter.rest or title if chapter else title


def _names_something(title: str) -> bool:
    """Whether a heading can name a whole: it is neither a question nor what every lesson begins with."""
    return 1 < word_count(title) <= _LONGEST_NAME and not is_question(title) and not is_date(title)


def _subject(opening: str, texts: list[str]) -> str:
    """What the first sentence is about, when the note speaks of it again: "The water cycle ..."; else ""."""
    subject = opening_words(opening)
    if not 1 < len(subject.split()) <= _LONGEST_SUBJECT or not opening.lower().startswith(("the ", "a ", "an ")):
        return ""
    return subject if sum(text.lower().count(subject.lower()) for text in texts) > 1 else ""


def _named_subject(sentence: str) -> str:
    """The subject of a sentence when it is a name of several words: "The Black Death reached Europe"; else ""."""
    at = find_verb(sentence)
    subject = sentence[:at].split() if at else []
    if subject and subject[0].lower() in ("the", "a", "an"):
        subject = subject[1:]
    named = 1 < len(subject) <= _LONGEST_SUBJECT and subject[0][:1].isupper() and subject[-1][:1].isupper()
    return " ".join(subject) if named and not _CLAUSE_END.search(" ".join(subject)) else ""


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
    return re.compile(rf"(?P<one>{listed_verb().pattern}|\b[a-z]{{3,}}ed\b)|{many}", re.IGNORECASE)


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
        small = [word.lower() for word in subject]
        if subject and not CONNECTIVES.intersection(small) and not STOP_WORDS.issuperset(small):
            clause = " ".join(subject)
    tokens = clause.split()[:_FIRST_WORDS]
    while len(tokens) > 1 and tokens[-1].lower() in STOP_WORDS:
        tokens.pop()
    if len(tokens) > 1 and tokens[0].lower() in ("the", "a", "an"):
        tokens = tokens[1:]
    opening = " ".join(tokens)
    return opening[:1].upper() + opening[1:] or text.strip()
