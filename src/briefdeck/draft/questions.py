"""Questions for the class, made of the note's own statements: the auxiliary moves to the front, "why" stands before it.

Only plain statements make good questions; whatever is not plain is passed over. English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from briefdeck.draft.shorten import drop_asides, drop_concession, drop_lead_in
from briefdeck.draft.words import word_count

MOST = 5
"""Questions that one outline carries."""

_FEWEST_WORDS, _MOST_WORDS = 6, 20
_AUXILIARY = (
    r"is|are|was|were|has|have|had|can|can['’]t|cannot|could|will|won['’]t|would|should|must|isn['’]t|"
    r"aren['’]t|hasn['’]t|haven['’]t"
)


_AROUND = ".,;:!?()[]\"'“”‘’"
_COMMON_ENDING = re.compile(
    r"[a-z](?:tion|sion|ment|ness|ity|ance|ence|ing|ism|ics|logy|sis|ture|ship|age|ies|ers|ists)$"
)


class Question(NamedTuple):
    """A question and how well it asks."""

    text: str
    score: int


@cache
def _statement() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<subject>(?:The|A|An|Such|"
        rf"[A-Z][\w’'-]{{1,30}})(?:\s[^\s,]{{1,30}}){{0,9}}?)\s+(?P<aux>{_AUXILIARY})\s+(?P<rest>.+)$"
    )


@cache
def _bad_subject() -> re.Pattern[str]:
    return re.compile(
        r"(?:it|this|there|they|he|she|these|those|we|i|you|what|who|in|on|at|as|for|by|from|since|after|before|during|"
        r"according|another|one|most|some|every|if|when|while|because|both|such|many|all|here|but|and|also|to|with|"
        r"through|under|its|their|his|her|two|three|four|five|six|several)\b"
        r"|.*\b(?:that|which|who|whose|when|where|if|because|as|since|said|says|asked|argued?|and then)\b",
        re.IGNORECASE,
    )


@cache
def _flat_rest() -> re.Pattern[str]:
    """What follows "is" in a definition or a place: asking why makes no sense."""
    return re.compile(
        r"(?:also\s+)?(?:an?|the|one of|in|at|from|of|called|known|named|born|set|located|about|defined|found|\d)\b",
        re.IGNORECASE,
    )


def ordinary_words(sentences: Iterable[str]) -> frozenset[str]:
    """The words that are no names: those in small letters, and what opens a sentence and by its ending is no name."""
    small: set[str] = set()
    opening: set[str] = set()
    capital: set[str] = set()
    for sentence in sentences:
        tokens = [token.strip(_AROUND) for token in sentence.split()]
        small.update(token for token in tokens if token.islower())
        opening.update(tokens[:1])
        capital.update(token.lower() for token in tokens[1:] if token[:1].isupper())
    return frozenset(small | {word.lower() for word in opening if _COMMON_ENDING.search(word)} - capital)


def ask(sentence: str, ordinary: frozenset[str] = frozenset()) -> Question | None:
    """The question that a statement makes, or None; `ordinary` are the note's lower-case words."""
    text = drop_concession(drop_lead_in(drop_asides(sentence).strip().rstrip(" .")))
    text = text[:1].upper() + text[1:]
    if not _FEWEST_WORDS <= word_count(text) <= 2 * _MOST_WORDS or re.search(r"[;:?!|“”\"]|https?:|\s[-–—]\s", text):
        return None
    match = _statement().match(text)
    if match is None or _bad_subject().match(match["subject"]):
        return None
    subject, auxiliary, rest = match["subject"], match["aux"].lower(), match["rest"]
    if auxiliary in ("is", "are", "was", "were") and _flat_rest().match(rest):
        return None
    if auxiliary in ("has", "have", "had") and not re.match(
        r"(?:also\s|not\s|now\s|always\s|never\s|\w+ly\s)?\w+(?:ed|en|wn|ne|ght|lt|ft|de|ut|it|rt|et|pt|un|um|me)\b",
        rest,
    ):
        return None
    rest = _trim(rest)
    if re.search(rf"\s(?:and|or)\s(?:\S+\s){{0,3}}(?:{_AUXILIARY})\s", f"{rest} "):
        return None  # two statements in one
    first = subject.split()[0]
    if first in ("The", "A", "An", "Such") or (first.lower() in ordinary and not first.isupper()):
        subject = first.lower() + subject[len(first) :]
    question = f"Why {auxiliary} {subject} {rest}?"
    count = word_count(question)
    if not _FEWEST_WORDS <= count <= _MOST_WORDS:
        return None
    return Question(question, _score(auxiliary, rest, count))


def _trim(rest: str) -> str:
    rest = re.split(
        r",\s+(?:which|with|while|an?\s\w+\s(?:where|that|which)|and|as|but|so|thus|making|leading)\b", rest, maxsplit=1
    )[0]
    return re.sub(r"\s+(?:that|which)\s+(?:have|has|is|are|was|were)\b.*$", "", rest).rstrip(" ,.")


def _score(auxiliary: str, rest: str, count: int) -> int:
    """Negation asks for an obstacle and "has" for a change: better questions than "why was it".."""
    score = 0
    if auxiliary.endswith("t") and auxiliary not in ("must",):
        score += 3
    elif auxiliary in ("should", "must"):
        score += 2
    elif auxiliary in ("has", "have"):
        score += 1
    if re.match(r"also\b", rest, re.IGNORECASE) or "," in rest:
        score -= 2
    return score - (count > 14)
