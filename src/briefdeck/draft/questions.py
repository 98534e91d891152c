"""Questions for the class, made of the note's own statements: the auxiliary moves to the front, "why" stands before it.

Only plain statements make good questions; whatever is not plain is passed over. English only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from briefdeck.draft.asides import drop_asides
from briefdeck.draft.question_nouns import MASS
from briefdeck.draft.question_reasons import has_reason, is_done
from briefdeck.draft.question_subjects import (
    BARE_SHORT_NAME,
    DETERMINERS,
    OPENING,
    is_bad_subject,
    is_known,
    is_one_thing,
    lacks_article,
    with_small_opening,
)
from briefdeck.draft.question_verbs import VERBS, goes_on, has_verb, inflected, is_form
from briefdeck.draft.shorten import drop_concession, drop_lead_in, drop_opening
from briefdeck.draft.words import first_run, last_run, word_count, word_set
from briefdeck.late import late_pattern
from briefdeck.model.outline import Point
from briefdeck.named import NamedTuple

MOST = 5
"""Questions that one outline carries."""

_FEWEST_WORDS, _MOST_WORDS = 5, 20
_AUXILIARY = (
    r"is|are|was|were|has|have|had|shall|can|can['’]t|cannot|could|will|won['’]t|would|should|must|isn['’]t|"
    r"aren['’]t|hasn['’]t|haven['’]t|do(?=\snot\b)|does(?=\snot\b)|did(?=\snot\b)|don['’]t|doesn['’]t|didn['’]t"
)
_AROUND = ".,;:!?()[]\"'“”‘’"
_COMMON_ENDING = late_pattern(
    r"[a-z](?:tion|sion|ment|ness|ity|ance|ence|ing|ism|ics|logy|sis|ture|ship|age|ies|ers|ists)$"
)


_NOT_PLAIN = late_pattern(
    rf"[;:?!|()“”\"—<>=]|[a-z]{{3}}\.\s|https?:|[a-z]\.[A-Z]|\s[-–—]\s|, [^,]*\b(?:{_AUXILIARY})\b"
)

_SECOND_STATEMENT = late_pattern(
    rf"^(.{{0,200}}?\s(?:{_AUXILIARY})\s.{{3,200}}?),?\sand\s(?:the|an?|its|their|every|each|no)\s(?:[^\s,]+\s){{1,6}}?(?:{_AUXILIARY})\s.*$"
)
"""Of "Dues were abolished and the lands were sold" the first statement alone is asked."""

_SECOND_AUXILIARY = late_pattern(rf"\s(?:(?:and|or)\s(?:\S+\s){{0,4}}|but\s.*)(?:{_AUXILIARY})\s")
_SECOND_OPENINGS = tuple(f" and {word} " for word in ("the", "a", "an", "its", "their", "every", "each", "no"))

_INNER_CAPITAL = late_pattern(r"[a-z]{1,4}[A-Z]")  # "eBay": a name that no sentence may open with


class Question(NamedTuple):
    """A question and how well it asks."""

    text: str
    score: int


class _Parts(NamedTuple):
    """A statement parted at its verb."""

    subject: str
    verb: str  # "" where the rest opens with it
    rest: str


_SUBJECT_OPENS = late_pattern(r"[A-Z][\w’'-]{1,30}")
_MOST_IN_SUBJECT, _LONGEST_IN_SUBJECT = 10, 30  # words; letters
_AUXILIARIES = word_set(
    "is are was were has have had shall can can't can’t cannot could will won't won’t would should must isn't isn’t "
    "aren't aren’t hasn't hasn’t haven't haven’t don't don’t doesn't doesn’t didn't didn’t"
)
_DOES = word_set("do does did")  # an auxiliary only before "not"
_MAY_ASK = _AUXILIARIES | _DOES


def _parted(text: str, is_verb: Callable[[str, str], bool]) -> _Parts | None:
    """The statement at its first verb, when no comma stands before that; the test is given a word and the next."""
    words = text.split()
    if words[0] != "A" and not _SUBJECT_OPENS.fullmatch(words[0]):
        return None
    for at in range(1, min(len(words) - 1, _MOST_IN_SUBJECT + 1)):
        if is_verb(words[at], words[at + 1]):
            return _Parts(" ".join(words[:at]), words[at], " ".join(words[at + 1 :]))
        if "," in words[at] or len(words[at]) > _LONGEST_IN_SUBJECT:
            return None
    return None


def _is_auxiliary(word: str, after: str) -> bool:
    return word in _AUXILIARIES or (word in _DOES and first_run(after) == "not")


_MANY = late_pattern(r"[A-Za-z][a-z-]{2,20}(?<![su])s")
_ONE_BEFORE = late_pattern(r"(?!\w+s$)[A-Z][\w-]{2,20}")
_MANY_BEFORE = late_pattern(r"[A-Z][a-z-]{2,20}s")
_PLAIN_VERBS = frozenset(VERBS)


def _plural_statement(text: str) -> _Parts | None:
    """Many that do something: "Ceilings and floors have unintended effects"; the verb keeps its form."""
    words = text.split()
    for at in range(min(4, len(words) - 2)):
        if words[at + 1] not in _PLAIN_VERBS or first_run(words[at + 2]) in ("and", "or"):
            continue
        if _MANY.fullmatch(words[at]) and _may_stand_before(words[:at]):
            return _Parts(" ".join(words[: at + 1]), "", " ".join(words[at + 1 :]))
    return None


def _may_stand_before(words: Sequence[str]) -> bool:
    """Whether words lead up to the noun of many things: "The small ...", "Price ...", "Ceilings and ..."."""
    if not words or words[0] in ("The", "Such"):
        return True
    if len(words) == 1:
        return _ONE_BEFORE.fullmatch(words[0]) is not None
    return len(words) == 2 and words[1] == "and" and _MANY_BEFORE.fullmatch(words[0]) is not None  # two and no more


@cache
def _statement_verbs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_AUXILIARY}|may|might|shall)\b|\b(?:and|or|but|then)\s(?:\w+ly\s)?\w+(?:ed|es)\b")


_SILLY = late_pattern(
    r"\bthe (?:rest|others?|same|former|latter)$|, (?:it|they|he|she|this|we)\s[a-z]|"
    r"^(?:perhaps|probably|maybe|possibly|say|tell|ask|answer|report)\b|"
    r"\b(?:our|my|us|your|you|me)\b|\.\.|\b(?:ready|due|open)\b.*\bwhen\b|^both\b|\b(?:and|but|or)\s(?:does|do|did|is|\w{3,}s\s"
    r"(?:\w+ly\b|the\b|an?\b|its\b|their\b|in\b|on\b|to\b|of\b)|\w{3,}s\s\w+ly$)|\b(?:and|but)\s\w+s\s\w+ly\b"
    r"|^(?:(?!if|when|because|that|as|until|unless|where|while|although|its|their)\w+\s){1,4}(?:it|them|him)\b",
    re.IGNORECASE,
)
"""What makes a question that nobody asks: the writer speaks of himself, a second statement, a pronoun, "the rest"."""


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


_REMARK = late_pattern(
    r"(?:N\.?B\.?|P\.?S\.?|Note|Attention|Warning|Caution|Tip|Reminder)\b(?!\s(?:is|are|was|were)\b)"
)
"""What opens a remark to the reader."""


def ask(sentence: str, ordinary: frozenset[str] = frozenset()) -> Question | None:
    """The question that a statement makes, or None; `ordinary` comes of `ordinary_words`."""
    if sentence[:1].islower() and sentence.rstrip()[-1:] not in ".!":
        return None  # an item of a list
    text = drop_opening(drop_concession(drop_lead_in(drop_asides(sentence).strip().rstrip(" ."))))
    if any(opening in text for opening in _SECOND_OPENINGS) and sum(map(_MAY_ASK.__contains__, text.split())) > 1:
        text = _SECOND_STATEMENT.sub(r"\1", text)
    if _INNER_CAPITAL.match(text) or _REMARK.match(text):
        return None
    text = text[:1].upper() + text[1:]
    if not _FEWEST_WORDS - 1 <= word_count(text) <= 2 * _MOST_WORDS or _NOT_PLAIN.search(text):
        return None
    clause = _asked_clause(text, ended=sentence.rstrip()[-1:] in ".!")
    if clause is None or is_bad_subject(clause.subject) or _SILLY.search(clause.rest):
        return None
    if _points_back(clause) or (sentence.rstrip()[-1:] not in ".!" and _CUT_OFF.search(clause.rest)):
        return None
    if not is_one_thing(clause.subject, clause.auxiliary) or not is_known(clause.subject, ordinary):
        return None
    return _question(clause, ordinary)


_HIS = late_pattern(r"\b(?:his|her|hers|him)\b")
_BARE_THIS = late_pattern(r"\b(?:this|these|those|that)(?:\s(?:to|in|as|for|and|by|with|from|on|at)\b|$)")
_CUT_OFF = late_pattern(r"\s\S+\s(?:\w+(?:al|ous|ive|ful|ic|ible)|simple|important|common|large|small|out|up)$")
"""How what has no full stop looks when the rest of it stands on the next line."""


def _points_back(clause: _Clause) -> bool:
    """Whether a question would speak of what only the sentences before it name: "use this to", "without his advice"."""
    named = any(word[:1].isupper() for word in clause.subject.split()[1:]) or clause.subject.split()[0] not in OPENING
    return _BARE_THIS.search(clause.rest) is not None or (not named and _HIS.search(clause.rest) is not None)


class _Clause(NamedTuple):
    """A statement in the parts that a question puts in another order."""

    subject: str
    auxiliary: str
    rest: str


def _asked_clause(text: str, *, ended: bool) -> _Clause | None:
    """The parts of a plain statement whose reason can be asked, by its auxiliary or by a verb that asks with "do"."""
    parts = _parted(text, _is_auxiliary)
    if parts is None or (parts.verb == "have" and not is_done(parts.rest)):
        parts = _plural_statement(text)
    if parts is None:
        return _inflected_clause(text, ended=ended)
    auxiliary, rest = parts.verb.lower() or "do", parts.rest
    if auxiliary in ("is", "are", "was", "were", "will", "would") and not has_reason(auxiliary, rest):
        return None
    if auxiliary == "had" or (auxiliary in ("has", "have") and not is_done(rest)):
        return None  # "had" looks back on what the sentences around it tell
    return _Clause(parts.subject, auxiliary, rest)


def _inflected_clause(text: str, *, ended: bool) -> _Clause | None:
    """Of "A ceiling creates a shortage" what asks with "does", of "The law reduced the tax" what asks with "did"."""
    parts = _parted(text, lambda word, _: word in inflected())
    if parts is None:
        return None
    subject = parts.subject
    ended = ended and (subject.startswith(OPENING) or subject.lower() in MASS)
    if _JOINED.search(subject) or not goes_on(parts.verb, parts.rest, ended=ended):
        return None
    verb, rest = inflected()[parts.verb], _YEAR_AT_END.sub("", _without_second(_trim(parts.rest), parts.verb))
    if verb.base in _TOLD and subject.startswith(("A ", "An ")):
        return None  # "A traveller comes to a fork in a wood"
    if subject in OPENING or has_verb(f"{subject} ") or _WHEN.search(rest):
        return None
    main = _SUBORDINATE.split(rest, maxsplit=1)[0]
    if has_verb(main) or _statement_verbs().search(main):
        return None
    return _Clause(subject, verb.auxiliary, f"{verb.base} {rest}")


_TOLD = word_set("come go arrive look take leave run walk turn begin start climb reach stop live")
"""Verbs of what somebody does in a story."""


def _without_second(rest: str, verb: str) -> str:
    """Of "condenses on dust and forms clouds" what the first verb says: the second would keep its ending."""
    ending = "ed" if verb.endswith("ed") else "s"
    for match in _AND_MORE.finditer(rest):
        word = match["word"]
        objects = rest[match.end() :].split(maxsplit=1)[:1]
        if word.endswith(ending) and (word in inflected() or is_form(word) or DETERMINERS.issuperset(objects or [""])):
            return rest[: match.start()].rstrip(" ,")
    return rest


def _question(clause: _Clause, ordinary: frozenset[str]) -> Question | None:
    """The clause turned round; where it tells its own reason, without that, since the class is to find it."""
    subject, auxiliary, rest = clause.subject, clause.auxiliary, _YEAR_AT_END.sub("", _trim(clause.rest))
    if not _MAY_ASK.isdisjoint(rest.split()) and _SECOND_AUXILIARY.search(f"{rest} "):
        return None  # two statements in one
    reason = _REASON.search(rest)
    if reason is not None:
        if _NO_REASON_BEFORE.search(rest[: reason.start()]):
            return None
        rest = rest[: reason.start()].rstrip(" ,")
    if lacks_article(subject, ordinary) or BARE_SHORT_NAME.match(subject):
        return None
    if last_run(rest) in _OPEN_ENDS or rest.endswith(("e.g", "i.e")) or _TWICE.search(f"{subject} {rest}"):
        return None
    if auxiliary == "cannot":
        auxiliary, rest = "can", f"not {rest}"
    subject = with_small_opening(subject, ordinary)
    question = f"Why {auxiliary} {subject} {rest}?"
    count = word_count(question)
    if not _FEWEST_WORDS <= count <= _MOST_WORDS:
        return None
    return Question(question, _score(auxiliary, rest, count) + (3 if reason else 0))


_OPEN_ENDS = word_set(
    "of in on at to for by with from as and or but than the a an its their more most very one two three between into "
    "through under over also is are was were be been etc figure table section below above"
)
"""What a question cannot end with."""

_TWICE = late_pattern(r"\b(?:the|an?)\s(?:the|an?|this|its|of|to|in)\b|\b(\w+)\s\1\b", re.IGNORECASE)
_AND_MORE = late_pattern(r",?\s(?:and|but|or|then)\s(?:\w+ly\s|then\s|also\s)?(?P<word>[a-z]{3,20})\b")
_JOINED = late_pattern(r"\s(?:and|or|nor)\s")
_YEAR_AT_END = late_pattern(r"(?<=\w{3})\sin\s(?:1[0-9]|20)\d\d$")
_WHEN = late_pattern(r"\b(?:in|on|since|until|by|from|at|of)\s(?:\w+\s)?(?:1[0-9]|20)\d\d\b")
_SUBORDINATE = late_pattern(r"\b(?:that|which|who|whose|when|where|if|as|than|until|unless|whether|how|what|because)\b")
_REASON = late_pattern(r",?\s(?:(?:mainly|largely|partly|simply)\s)?(?:because|so that|due to|owing to|in order to)\b")
_NO_REASON_BEFORE = late_pattern(
    r"\b(?:not|only|just|that|said|says|if)\b|(?:^|\s)(?:\w+ly|to|of|in|on|by|for|with|and|or|is|are|be|been)$|^\S*$"
)
"""A reason that is denied, or another's, or without which nothing is left to ask."""


def _trim(rest: str) -> str:
    rest = re.split(
        r",\s+(?:which|with|while|an?\s\w+\s(?:where|that|which)|and|as|but|so|thus|making|leading)\b", rest, maxsplit=1
    )[0]
    return re.sub(r"\s+(?:that|which)\s+(?:have|has|is|are|was|were)\b.*$", "", rest).rstrip(" ,.")


def _score(auxiliary: str, rest: str, count: int) -> int:
    """Negation asks for an obstacle and "has" for a change: better questions than "why was it".."""
    score = 0
    if (auxiliary.endswith("t") and auxiliary != "must") or re.match(r"not\s", rest):
        score += 3
    elif auxiliary in ("should", "must"):
        score += 2
    elif auxiliary in ("has", "have"):
        score += 1
    if re.match(r"also\b", rest, re.IGNORECASE) or "," in rest:
        score -= 2
    return score - (count > 14)


_DENIED = word_set("myth myths misconception misconceptions false wrong incorrect fiction error")


def is_denied(point: Point) -> bool:
    """Whether a label says that the point is not so: the reason of a myth is not to be asked."""
    return point.label.strip().lower() in _DENIED
