"""Subjects of statements: which of them a question can have, and how their first word is written amid a sentence."""

from __future__ import annotations

import re
from itertools import pairwise

from briefdeck.draft.question_nouns import ALWAYS_NAMES, MASS, NO_NAMES
from briefdeck.draft.words import first_run, runs, word_set
from briefdeck.late import late_pattern

_BAD_OPENINGS = word_set(
    "it this there they he she these those we i you what who in on at as for by from since after before during "
    "according another one some every if when while because both such all here but and also to with through under "
    "within over about nearly around until till like unlike among between throughout despite its their his her two "
    "three four five six several"
)


_BAD_WITHIN = word_set(
    "that which who whose when where how whether why what if because as since said says asked argue argued it we you "
    "they he she this these those there here latter former following respective"
)


_BAD_ENDINGS = word_set("of in on at to for by with from and or not the a an")


_MOST_OF = late_pattern(r"(?:most|many)\b(?!\s(?!of\b)[a-z])", re.IGNORECASE)


_PAST_WITHIN = late_pattern(r"\s\w{3,}ed\s(?:[a-z]{2,7})\b", re.IGNORECASE)


def is_bad_subject(subject: str) -> bool:
    """Whether a subject points to what is said elsewhere, opens or ends like something else, or holds a clause."""
    found = runs(subject)
    return (
        first_run(subject) in _BAD_OPENINGS
        or (first_run(subject) in ("most", "many") and _MOST_OF.match(subject) is not None)
        or not _BAD_WITHIN.isdisjoint(found)
        or "and then" in subject.lower()
        or (len(found) > 1 and subject.rsplit(maxsplit=1)[-1].lower() in _BAD_ENDINGS)
        or ("ed " in subject and _PAST_WITHIN.search(subject) is not None)
    )


DETERMINERS = word_set("the a an its their our his her your my")


_BEFORE_DETERMINERS = word_set(
    "of in on at to for by with from and or between among under over through against like about into around near "
    "behind during after before both all half"
)


_SINGULAR = word_set("is was has does isn't isn’t hasn't hasn’t")


def is_one_thing(subject: str, auxiliary: str) -> bool:
    """Whether the subject is one noun phrase that agrees with its verb: not "the way the network", "plans has"."""
    words = subject.split()
    for before, word in pairwise(words):
        if word.lower() in DETERMINERS and before.lower() not in _BEFORE_DETERMINERS:
            return False
    head = words[next((at for at, word in enumerate(words) if at and word in _BEFORE_DETERMINERS), len(words)) - 1]
    plural = head.islower() and head.endswith("s") and not head.endswith(("ss", "us", "is", "ics", "news"))
    return not (plural and auxiliary in _SINGULAR)


def with_small_opening(subject: str, ordinary: frozenset[str]) -> str:
    """The subject with a small first letter, unless that is a name's."""
    first = subject.split(maxsplit=1)[0]
    small = first in OPENING or (_is_no_name(first, ordinary) and not first.isupper())
    return first.lower() + subject[len(first) :] if small else subject


def as_it_stands_inside(subject: str, ordinary: frozenset[str]) -> str:
    """What opens a sentence as it stands amid one; "" when it is not known whether its capital is a name's."""
    known = is_known(subject, ordinary) and not lacks_article(subject, ordinary)
    return with_small_opening(subject, ordinary) if known else ""


OPENING = ("The", "A", "An", "Such", "No", "Nobody", "Nothing", "Many", "Most")


def is_known(subject: str, ordinary: frozenset[str]) -> bool:
    """Whether it is known if the first word keeps its capital: the note has it elsewhere, or it is plain to see."""
    first, _, more = subject.partition(" ")
    plain = first in OPENING or first.isupper() or more[:1].isupper() or "’" in first or "'" in first
    return plain or not ordinary or first in ordinary or _is_no_name(first, ordinary) or first.lower() in ALWAYS_NAMES


def _is_no_name(first: str, ordinary: frozenset[str]) -> bool:
    """Whether a word that opens a statement is a plain noun: the note has it so, in one number or the other."""
    low = first.lower().rstrip("'’")
    if low in ALWAYS_NAMES:
        return False
    return low in ordinary or low in NO_NAMES or f"{low}s" in ordinary or (low.endswith("s") and low[:-1] in ordinary)


def lacks_article(subject: str, ordinary: frozenset[str]) -> bool:
    """Whether a noun that can be counted stands alone in the singular, as notes write it: "Algorithm could return"."""
    words = subject.split()
    if words[0] in OPENING or not _is_no_name(words[0], ordinary) or words[0][-3:] == "ing":
        return False
    at = next((at for at, word in enumerate(words) if at and word in _BEFORE_DETERMINERS), len(words))
    head = words[at - 1].lower().strip(",")
    named = any(word[:1].isupper() and not word.isupper() for word in words[1:at])
    if named or "'s " in subject or "’s " in subject:
        return True
    if head.endswith("s") and not head.endswith(("ss", "us", "is")):
        return False
    if head in ("women", "men", "people", "children", "fish", "bacteria"):
        return False
    return words[at : at + 1] == ["of"] or not (head in MASS or _MASS_ENDING.search(head))


_MASS_ENDING = late_pattern(r"[a-z](?:ness|ance|ence|ing|ism|ics|ship|isation|ization|ation|ption)$")


BARE_SHORT_NAME = late_pattern(r"(?:USA?|UK|UN|UAE|EU|USSR|WTO|IMF|WHO|RBI|Figure|Fig|Table)\b")  # "the" is missing
