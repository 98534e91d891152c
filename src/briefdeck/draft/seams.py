"""Seams: the places where a long sentence may be cut into pieces, each with what a cut there costs.

Strong seams stand between statements; weak ones only part what would otherwise be too long for a slide. No seam stands
in brackets, after a word that wants another, before an object clause, or between the short items of a list.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefdeck.draft.seam_bars import is_barred, wants_more
from briefdeck.draft.words import PAST, first_run, has_verb, runs, word_count, word_set
from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple

STRONG = frozenset({"stop", "statement", "dash"})
"""Kinds of seams that part what could be two sentences."""


class Seam(NamedTuple):
    """A place where a sentence may be cut."""

    end: int  # of the piece before
    start: int  # of the piece after
    cost: float
    kind: str = ""
    dear: bool = False  # only for a sentence that is too long for a slide


_COSTS = {
    "stop": -1.0,
    "statement": -0.6,
    "contrast": -2.0,
    "dash": 0.3,
    "mark": 0.8,
    "clause": 0.7,
    "joined": 1.1,
    "reason": 1.2,
    "instead": 2.6,
    "comma": 2.0,
    "relative": 1.8,
    "that": 2.3,
    "and": 2.6,
    "gerund": 3.2,
    "purpose": 3.4,
    "participle": 4.6,
    "preposition": 5.2,
}
"""What a cut costs by its place."""

_COMMAS = frozenset({"statement", "clause", "joined", "comma"})
_DEAR = 3.4
_LISTED = 9.0  # between the items of a list
_LOOSE = 2.0  # where there is no verb before
_SUBJECT_APART = 7.0  # nor any but in what comes after
_VERB_APART = 12.0  # where the piece after begins with the verb of the piece before
_OPENING = 7.0  # after a clause that leads up to the main one
_QUOTED = 5.0
_SHORT_ITEM = 3
_NEAR = 24  # characters in which the last word before a seam stands
_BRACKETS = frozenset("()[]（）")
_QUOTES = frozenset('“”«»„"')
_REACH = 160  # characters on either side that are looked at

_ITEM = late_pattern(r"(?:and\s|or\s)?[^,;.]{1,60}?(?=,|\sand\s|\sor\s)")
_NO_ITEM = late_pattern(
    r"(?:and\s)?(?:between|to|for|by|from|with|in|on|at|of|through|under|which|who|where|\w{3,}ing)\s"
)
_CONDITION = late_pattern(r"(?:and\s|but\s)?(?:only\s)?(?:if|unless|until|provided|as long as|except|subject to)\b")
_LEADS_INSIDE = late_pattern(
    r"\bthat\s(?:in|for|at|on|by|with|after|before|when|if|despite|under|during)(?:\s[^\s,]+){1,7}$"
)
_LEADS_WITHIN = late_pattern(
    r"\bthat\s(?:if|when|because|although|though|while|since|until|unless)\s[^,;]*$", re.IGNORECASE
)
"""Within what is said, a clause that leads up to the main one: "She said that because the soil was poor"."""

_WITHIN = frozenset({"gerund", "participle", "preposition", "purpose"})
"""Kinds of seams that do not part an opening clause: the main one is yet to come."""

_WITHIN_SUBJECT = _WITHIN | {"and"}
"""Kinds of seams that do not part a subject from the verb to come: "the Convention on Abduction / or Convention is"."""

_SUBJECT_GOES_ON = late_pattern(
    r"\w+\s(?:(?!(?:that|which|who|whose|whom|where|when|what|how|if|and|or|but)\b)[^\s,]{1,30}\s){1,8}?"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did)\b"
)
"""A phrase that a verb follows belongs to the subject: "the treaty / on mercury is an agreement"."""

_LAST_ITEM = late_pattern(r"\b(?:and|or)$")
_VERB = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|do|did|"
    rf"{PAST}|set|put|cannot|won['’]t|can['’]t|"
    r"(?<!the\s)(?<!\sa\s)(?<!\san\s)(?<!its\s)(?<!their\s)(?<!his\s)(?<!her\s)(?<!our\s)\w{3,}ed|"
    r"\w{3,}s\s(?:the|an?|its|their|his|her|this|that|in|on|at|to|for|from|with))\b"
)
_JOINS = r"(?:and|but|so|yet)\s"
_ARTICLE = r"(?:the|an?|this|these|those|its|their|his|her|our|some|many|most)\s"
_PRONOUN = r"(?:it|they|he|she|we|you|there)\s"
_STATEMENT = (
    rf"(?:(?:(?:{_JOINS})?{_ARTICLE}|{_JOINS}(?=[A-Z]\w))(?:[\w’'-]{{1,24}}\s){{1,7}}?"
    rf"|(?:{_JOINS})?{_PRONOUN}(?:\w+ly\s|also\s)?){_VERB}"
)
"""A subject of a few words, and its verb."""

_SUBJECT = r"(?:the|an?|this|these|those|it|they|he|she|we|you|there|its|their|his|her|our|some|many|most|[A-Z]\w+)"


def find_seams(text: str, *, english: bool) -> list[Seam]:
    """The seams of a text in order; outside English only where punctuation marks them."""
    inside = _brackets(text) if not _BRACKETS.isdisjoint(text) else ()
    quoted = _quotes(text) if not _QUOTES.isdisjoint(text) else ()
    opening = _opening_clause(text) if english else 0
    found: list[Seam] = []
    for match in (_english() if english else _any_language()).finditer(text):
        kind, end = match.lastgroup or "", match.start()
        head, tail = text[max(0, end - _REACH) : end], text[match.end() : match.end() + _REACH]
        within = english and _LEADS_WITHIN.search(head) is not None
        kind = "comma" if within and kind == "statement" else kind
        if (
            (inside and inside[end])
            or wants_more(head[-_NEAR:])
            or (within and kind not in _COMMAS)
            or (english and _is_refused(kind, head, tail))
        ):
            continue
        listed = english and kind in _COMMAS and kind not in STRONG and _is_listed(head, tail)
        cost = _LISTED if listed else _COSTS[kind]
        leads = within or end <= opening
        if leads and kind in _WITHIN:
            continue
        loose = _looseness(head, tail) if english and kind not in STRONG and not leads else 0.0
        price = cost + _QUOTED * bool(quoted and quoted[end]) + loose + _OPENING * leads
        if kind == "stop" and english:
            opening = _opening_clause(text, match.end())  # another statement begins
        conditional = english and _CONDITION.match(tail) is not None
        found.append(Seam(end, match.end(), price, kind, dear=cost >= _DEAR or loose > 0 or conditional))
    return found


def opening_length(text: str) -> int:
    """The words of a clause that leads up to the main one and ends at a comma: "Using a laser, ..."; 0 without."""
    end = _opening_clause(text)
    return word_count(text[:end]) if text.startswith(", ", end) else 0


def closes_inset(piece: str) -> Seam | None:
    """In a piece that opens with "which was ..." the comma after which the main clause goes on with its verb."""
    match = _inset().match(piece) if first_run(piece) in _INSET_OPENS else None
    return Seam(match.end(1), match.end(), 0.0) if match else None


def _is_refused(kind: str, head: str, tail: str) -> bool:
    """Whether the place only looks like a seam: before an object clause, or between two words that "and" joins."""
    if head.rfind("‘") > head.rfind("’") and "’" in tail:
        return True  # in a name between single quotes
    if kind == "dash":
        return any(f" {sign} " in text for sign in "–—-" for text in (head, tail))  # a pair encloses an aside
    if is_barred(kind, head) or (kind in _COMMAS and _is_amid_adjectives(head, tail)):
        return True
    _, comma, last = head.rpartition(", ")
    closed = " and " in last  # "time and death, and most of them": the list has had its "and"
    joins_items = bool(comma) and not closed and word_count(last) <= _SHORT_ITEM and tail.startswith(("and ", "or "))
    if kind == "statement":
        return joins_items or _leads_up(head) or not _has_verb(head)
    if kind in _COMMAS and word_count(_LEADS_INSIDE.sub("", head)) < word_count(head):
        return True
    if kind in _WITHIN_SUBJECT and not _has_verb(head) and _has_verb(tail):
        return True
    if kind == "preposition" and (_SUBJECT_GOES_ON.match(tail) or _is_in_name(head, tail)):
        return True
    inside = (
        tail.startswith("and ") and not tail.startswith("and that ") and " that " in head
    )  # "to assure them that it holds and will hold"
    return kind == "and" and (joins_items or inside or not _new_clause().match(tail))


@lru_cache(maxsize=16)
def _has_verb(text: str) -> bool:
    """Whether a finite verb stands in a text; asked more than once of what stands before a seam."""
    return has_verb(text)


def _is_in_name(head: str, tail: str) -> bool:
    """Whether a little word stands between two capitals: "Conference on Private Law"."""
    after = re.sub(r"^\w+ (?:the )?", "", tail, count=1)
    return after[:1].isupper() and head.rsplit(" ", 1)[-1][:1].isupper()


def _is_amid_adjectives(head: str, tail: str) -> bool:
    """Whether a comma stands between two words for one thing: "the rent-seeking, anti-farmer system"."""
    second = head.rpartition(", ")[2]
    return (
        ("-" in head.rsplit(" ", 1)[-1] and "-" in tail.split(" ", 1)[0])
        or re.match(r"(?:or|and)\s\S+,\s[a-z]", tail) is not None
        or re.match(r"(?:or|and)\s\S+$", second) is not None
    )


def _is_listed(head: str, tail: str) -> bool:
    """Whether a comma stands between short items: "wheat, rice and maize"."""
    if _NO_ITEM.match(tail):
        return False
    after = _ITEM.match(tail)
    if after and word_count(after[0]) <= _SHORT_ITEM:
        return True
    last = tail.startswith(("and ", "or ")) or _LAST_ITEM.search(head) is not None
    before = head.rpartition(", ")
    return last and bool(before[1]) and word_count(before[2]) <= _SHORT_ITEM


def _looseness(head: str, tail: str) -> float:
    if _opens_with_verb(tail):
        return _VERB_APART
    if _has_verb(head):
        return 0.0
    return _SUBJECT_APART if has_verb(tail) else _LOOSE


def _brackets(text: str) -> list[int]:
    """How many brackets are open at each sign."""
    depth = 0
    found: list[int] = []
    for sign in text:
        depth += sign in "([（"
        found.append(depth)
        depth = max(0, depth - (sign in ")]）"))
    return [*found, 0]


def _quotes(text: str) -> list[bool]:
    """Whether each sign stands in a quotation."""
    within, found = False, []
    for sign in text:
        if sign in "“«„":
            within = True
        elif sign in "”»":
            within = False
        elif sign == '"':
            within = not within
        found.append(within)
    return [*found, False]


_ADVERBS = word_set("now then also")
_VERBS = word_set(
    "is are was were has have had will would can could may might must should shall does do did said says seek seeks "
    "outline outlines remain remains became become becomes led lead leads serve serves served made make makes"
)
_OF_AN_OBJECT = word_set("the a an its their his her that this how")


def _opens_with_verb(text: str) -> bool:
    """Whether a text begins with a verb, before which an adverb or two may stand."""
    words = text.lower().split(maxsplit=4)
    if words[:1] == ["provided"]:
        return False
    for word, after in zip(words[:3], [*words[1:], ""], strict=False):
        if first_run(word) in _VERBS or (_is_inflected(word) and first_run(after) in _OF_AN_OBJECT):
            return True
        if word not in _ADVERBS and not (word.endswith("ly") and len(word) > 2):
            return False
    return False


def _is_inflected(word: str) -> bool:
    return word.endswith(("ed", "s")) and len(word.removesuffix("s").removesuffix("ed")) > 2 and word.isalpha()


_INSET_OPENS = word_set("which who whose where also such including though although while whereas because since")


@cache
def _inset() -> re.Pattern[str]:
    return re.compile(
        r"((?:which|who|whose|where|also known as|such as|including|though|although|while|whereas|because|since)\s"
        r"[^,;]{8,140}),\s+"
        rf"(?=(?:and\s)?{_VERB}|outlines?\b)"
    )


@cache
def _new_clause() -> re.Pattern[str]:
    """After "and": a verb, or a subject with its verb."""
    return re.compile(
        r"and\salso\s(?:in|to|by|for|with|from|at|on)\s|"
        rf"(?:and|or|but)\s(?:(?:\w+ly|then|also|so|thus|thereby|that|which|who|how|when|what|why)\s)?"
        rf"(?:(?:{_SUBJECT}\s(?:[\w’'-]+\s){{0,4}}?)?{_VERB}|{_PRONOUN})"
        r"|and\sthat\s\w+\s(?!is\b|was\b)"
    )


_OPENS_BELOW = word_set(
    "if when whenever although though while whereas because since as once after before until in on at by for with "
    "using assuming supposing despite during from under over of to founded based given"
)
_OPEN_BELOW_IN_TWO = frozenset({("even", "though"), ("according", "to")})


def _opening_clause(text: str, start: int = 0) -> int:
    """Where the clause ends that leads up to the main one: at its first comma; 0 when it opens with the main one."""
    words = text[start : start + _REACH].lower().split(maxsplit=2)
    if len(words) < 2 or not (words[0] in _OPENS_BELOW or tuple(words[:2]) in _OPEN_BELOW_IN_TWO):
        return 0
    comma = text.find(",", start)
    return comma if comma >= 0 else len(text)


_LEADS = word_set("if when although though while since because as after before unless once whether until")
_OPENS_UNDER = word_set("in on at during under with for from through to like unlike by of over among according")


def _leads_up(head: str) -> bool:
    """What a statement cannot be: an opening without its main clause ("In 1991", "When the rains failed")."""
    if not _LEADS.isdisjoint(runs(head.rpartition(",")[2])):
        return True
    first = first_run(head)
    opens = first in _OPENS_UNDER or (first.endswith(("ing", "ed")) and first not in ("ing", "ed"))
    return opens and "," not in head


@cache
def _any_language() -> re.Pattern[str]:
    """Marks that part a sentence in every language."""
    return re.compile(
        r"(?P<stop>[;；]\s*|।\s*)|(?P<mark>(?<![\d:]):\s+|：)|(?P<dash>\s[–—]\s)|(?P<comma>[،，、]\s*|,\s+(?=\D))"
    )


@cache
def _english() -> re.Pattern[str]:
    subordinate = (
        r"which|who|whom|whose|where|wherein|while|whereas|although|though|because|as|since|so|but|with|thereby|thus|"
        r"including|such as|when|if|unless|until|especially|particularly|as well as|however|not|rather than|e\.g|i\.e"
    )
    return re.compile(
        r"[;:.,\s](?:"  # a pattern that opens with one set of signs passes over all others ten times as fast
        r"(?P<stop>(?<=;)\s+|(?<=\.)\s+(?=(?:ex|eg|e\.g)\b\s?[-:.]))"
        r"|(?P<mark>(?<=:)(?<!\d:)\s+(?=\S))"
        r"|(?<=,)\s+(?:"
        rf"(?P<statement>(?={_STATEMENT}))"
        r"|(?P<contrast>(?=not\s(?:to|for|in|by|on|as|from|with|the|an?|its|their)\s))"
        rf"|(?P<clause>(?=(?:{subordinate})\b|\w{{3,}}ing\b(?!,)))"
        r"|(?P<joined>(?:and\s+)?(?=(?:and|or|to|for|by|from|between|in|on|the|a|an|it|they|this|these|there)\b))"
        r"|(?P<comma>(?:and\s+)?(?=\D)))"
        r"|(?P<dash>(?<=\s)(?<!\s\w\s)[–—-]{1,2}\s)"
        r"|(?<=\s)\s*(?:"
        r"(?P<reason>(?=(?:thereby|so that|in order to|because|whereas|while|although|even though)\b))"
        r"|(?P<instead>(?=(?:rather than|instead of)\b))"
        r"|(?P<relative>(?=(?:(?:in|on|at|by|for|of|to|from|through|under|with|during|due to|upon)\s)?"
        r"(?:which|whom|whose)\s|(?:who|where|when|if|unless|until)\s))"
        r"|(?P<that>(?=that\s))"
        r"|(?P<and>(?=(?:and|or|but)\s))"
        r"|(?P<purpose>(?=to\s(?!the\b|an?\b|its\b|their\b|this\b|be\b|which\b)[a-z]))"
        r"|(?P<gerund>(?=(?:by|without|through)\s(?!during|king|thing|noth|someth)\w{3,}ing\s))"
        r"|(?P<participle>(?=(?:\w{3,16}ed|written|made|built|given|held|kept|drawn|taken|known|shown|sold|led)\s"
        r"(?:by|in|with|on|from|at|between)\s))"
        r"|(?P<preposition>(?=(?:for|by|through|from|under|between|with|in|among|during|after|before|towards?|against|"
        r"without|via|across|into|due to|based on|as|on|at)\s(?!\d)))))"
    )
