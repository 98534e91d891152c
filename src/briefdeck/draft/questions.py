"""Questions for the class, made of the note's own statements: the auxiliary moves to the front, "why" stands before it.

Only plain statements make good questions; whatever is not plain is passed over. English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from briefdeck.draft.shorten import drop_asides, drop_concession, drop_lead_in
from briefdeck.draft.words import word_count, word_set
from briefdeck.late import late_pattern

MOST = 5
"""Questions that one outline carries."""

_FEWEST_WORDS, _MOST_WORDS = 6, 20
_AUXILIARY = (
    r"is|are|was|were|has|have|had|can|can['’]t|cannot|could|will|won['’]t|would|should|must|isn['’]t|"
    r"aren['’]t|hasn['’]t|haven['’]t|do(?=\snot\b)|does(?=\snot\b)|did(?=\snot\b)|don['’]t|doesn['’]t|didn['’]t"
)
_PLURAL_VERBS = (
    "absorb|accept|affect|appear|argue|attack|attract|believe|block|break|bring|build|carry|cause|change|collect|"
    "conflict|consider|contain|continue|cost|create|decline|depend|destroy|differ|disappear|disagree|distrust|dominate|"
    "encourage|exist|expand|expect|explode|fail|fall|favour|fear|fight|follow|gain|generate|grow|happen|hate|have|help|"
    "hold|ignore|improve|include|increase|influence|keep|lack|lead|learn|leave|limit|lose|make|matter|migrate|move|need|"
    "oppose|pay|persuade|pollute|prefer|prevent|produce|promote|propose|protect|provide|react|reduce|refuse|reject|rely|"
    "remain|require|resist|rise|rotate|shrink|sink|sleep|slow|soften|spread|stay|stick|struggle|suffer|survive|take|teach|"
    "tend|threaten|travel|trust|use|vanish|vary|want|warn|waste|weaken|welcome|worry"
)
"""Verbs that ask with "do" and stay as they are: a question holds no word that the note does not."""


_AROUND = ".,;:!?()[]\"'“”‘’"
_COMMON_ENDING = late_pattern(
    r"[a-z](?:tion|sion|ment|ness|ity|ance|ence|ing|ism|ics|logy|sis|ture|ship|age|ies|ers|ists)$"
)


_NOT_PLAIN = late_pattern(rf"[;:?!|()“”\"—<>=]|[a-z]{{3}}\.\s|https?:|\s[-–—]\s|, [^,]*\b(?:{_AUXILIARY})\b")

_INNER_CAPITAL = late_pattern(r"[a-z]{1,4}[A-Z]")  # "eBay": a name that no sentence may open with


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
def _plural_statement() -> re.Pattern[str]:
    """Many that do something: "Ceilings and floors have unintended effects"; the verb keeps its form."""
    return re.compile(
        r"(?P<subject>(?:(?:The|Such)\s(?:\S+\s){0,2}?|(?!\w+s\s)[A-Z][\w-]{2,20}\s|[A-Z][a-z-]{2,20}s\sand\s)?[A-Za-z][a-z-]{2,20}(?<![su])s)\s+"
        rf"(?P<aux>)(?P<rest>(?:{_PLURAL_VERBS})\s(?!and\b|or\b).+)$"
    )


_SILLY = late_pattern(
    r"\b(?:our|my|us|your|you|me)\b|\.\.|\b(?:ready|due|open)\b.*\bwhen\b|^both\b|\b(?:and|but|or)\s(?:does|do|did|is|\w{3,}s\s"
    r"(?:\w+ly\b|the\b|an?\b|its\b|their\b|in\b|on\b|to\b|of\b)|\w{3,}s\s\w+ly$)|\b(?:and|but)\s\w+s\s\w+ly\b"
    r"|^(?:(?!if|when|because|that|as|until|unless|where|while|although|its|their)\w+\s){1,4}(?:it|them|him)\b",
    re.IGNORECASE,
)
"""What makes a question that nobody asks: the writer speaks of himself, a second statement, a pronoun of nothing."""


@cache
def _bad_subject() -> re.Pattern[str]:
    return re.compile(
        r"(?:it|this|there|they|he|she|these|those|we|i|you|what|who|in|on|at|as|for|by|from|since|after|before|during|"
        r"according|another|one|most|some|every|if|when|while|because|both|such|many|all|here|but|and|also|to|with|"
        r"through|under|within|over|about|nearly|around|until|till|like|unlike|among|between|throughout|despite|its|their|his|her|two|three|four|five|six|several)\b"
        r"|.*\b(?:that|which|who|whose|when|where|how|whether|why|what|if|because|as|since|said|says|asked|argued?|"
        r"and then|it|we|you|they|he|she|this|these|those|there)\b"
        r"|.*\s(?:of|in|on|at|to|for|by|with|from|and|or|not|the|an?)$|.*\s\w{3,}ed\s(?:[a-z]{2,7})\b",
        re.IGNORECASE,
    )


_DETERMINERS = word_set("the a an its their our his her your my")
_BEFORE_DETERMINERS = word_set(
    "of in on at to for by with from and or between among under over through against like about into around near "
    "behind during after before both all half"
)
_SINGULAR = word_set("is was has isn't isn’t hasn't hasn’t")


def _is_one_thing(subject: str, auxiliary: str) -> bool:
    """Whether the subject is one noun phrase that agrees with its verb: not "the way the network", "plans has"."""
    words = subject.split()
    for before, word in pairwise(words):
        if word.lower() in _DETERMINERS and before.lower() not in _BEFORE_DETERMINERS:
            return False
    head = words[next((at for at, word in enumerate(words) if at and word in _BEFORE_DETERMINERS), len(words)) - 1]
    plural = head.islower() and head.endswith("s") and not head.endswith(("ss", "us", "is", "ics", "news"))
    return not (plural and auxiliary in _SINGULAR)


@cache
def _flat_rest() -> re.Pattern[str]:
    """What follows "is" in a definition or a place: asking why makes no sense."""
    return re.compile(
        r"(?:also\s+)?(?:an?|the|one of|part of|in|at|from|of|called|known|named|born|set|"
        r"located|about|defined|found|\d)\b",
        re.IGNORECASE,
    )


def ordinary_words(sentences: Iterable[str]) -> frozenset[str]:
    """The words that are no names, in small letters, and the names, as they are written.

    No name is what stands in small letters somewhere, or opens a sentence and by its ending is none.
    """
    small: set[str] = set()
    opening: set[str] = set()
    capital: set[str] = set()
    for sentence in sentences:
        tokens = [token.strip(_AROUND) for token in sentence.split()]
        small.update(token for token in tokens if token.islower())
        opening.update(tokens[:1])
        capital.update(token for token in tokens[1:] if token[:1].isupper())
    names = {word.lower() for word in capital}
    return frozenset(small | {word.lower() for word in opening if _COMMON_ENDING.search(word)} - names | capital)


def ask(sentence: str, ordinary: frozenset[str] = frozenset()) -> Question | None:
    """The question that a statement makes, or None; `ordinary` comes of `ordinary_words`."""
    if sentence[:1].islower() and sentence.rstrip()[-1:] not in ".!":
        return None  # an item of a list
    text = drop_concession(drop_lead_in(drop_asides(sentence).strip().rstrip(" .")))
    if _INNER_CAPITAL.match(text):
        return None
    text = text[:1].upper() + text[1:]
    if not _FEWEST_WORDS <= word_count(text) <= 2 * _MOST_WORDS or _NOT_PLAIN.search(text):
        return None
    match = _statement().match(text)
    owns = match is not None and match["aux"] == "have" and not _PARTICIPLE.match(match["rest"])
    if match is None or owns:
        match = _plural_statement().match(text)
    if match is None or _bad_subject().match(match["subject"]) or _SILLY.search(match["rest"]):
        return None
    subject, auxiliary, rest = match["subject"], (match["aux"] or "do").lower(), match["rest"]
    if not _is_one_thing(subject, auxiliary) or not _is_known(subject, ordinary):
        return None
    if auxiliary in ("is", "are", "was", "were", "will", "would") and (_flat_rest().match(rest) or _DATED.match(rest)):
        return None
    if auxiliary in ("has", "have", "had") and not _PARTICIPLE.match(rest):
        return None
    rest = _trim(rest)
    if re.search(rf"\s(?:(?:and|or)\s(?:\S+\s){{0,4}}|but\s.*)(?:{_AUXILIARY})\s", f"{rest} "):
        return None  # two statements in one
    first = subject.split()[0]
    if first in ("The", "A", "An", "Such") or (first.lower() in ordinary and not first.isupper()):
        subject = first.lower() + subject[len(first) :]
    question = f"Why {auxiliary} {subject} {rest}?"
    count = word_count(question)
    if not _FEWEST_WORDS <= count <= _MOST_WORDS:
        return None
    return Question(question, _score(auxiliary, rest, count))


_PARTICIPLE = late_pattern(
    r"(?:also\s|not\s|now\s|always\s|never\s|\w+ly\s)?\w+(?:ed|en|wn|ne|ght|lt|ft|de|ut|it|rt|et|pt|un|um|me)\b"
)
_DATED = late_pattern(
    r"(?:be\s)?\w+\s(?:in|on|at|from|since|until|by|around|about)\s(?:\w+\s)?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)
"""What happened on a date was done then; why it was done on that date is another question."""


def _is_known(subject: str, ordinary: frozenset[str]) -> bool:
    """Whether it is known if the first word keeps its capital: the note has it elsewhere, or it is plain to see."""
    first, _, more = subject.partition(" ")
    plain = first in ("The", "A", "An", "Such") or first.isupper() or more[:1].isupper() or "’" in first or "'" in first
    return plain or not ordinary or first in ordinary or first.lower() in ordinary


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
