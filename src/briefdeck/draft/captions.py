"""Captions of figures, by deletion: what a sentence says about its number, right of it, and the noun left of it."""

from __future__ import annotations

import re
from functools import cache

from briefdeck.draft.captions_abroad import Captioned, captioned_abroad, without_link
from briefdeck.draft.sentences import split_sentences
from briefdeck.draft.words import (
    find_verb,
    first_run,
    gap_before,
    has_listed_verb,
    has_verb,
    runs,
    word_count,
    word_set,
)
from briefdeck.late import late_pattern

_LONGEST = 14  # words
_SHORT_WORD = 2  # letters
_FEWEST, _FEW, _LONGEST_SUBJECT = 2, 3, 6  # words

_RELATIVE = late_pattern(r"(?:which|who|where|whose)\b", re.IGNORECASE)
_LEADS_UP = late_pattern(
    r"(?:in|by|since|from|during|until|today|now|at|on|after|before|of|for)(?:\s[\w’'/–-]+){0,3}", re.IGNORECASE
)
"""Words before a number that opens its clause all the same: "In 2022 over 300,000 victims lost"."""

_LOOKS = late_pattern(r"\b(?:looks?|seems?|appears?|remains?|goes|gets|comes)\b", re.IGNORECASE)
_VERB_FIRST = late_pattern(
    r"(?:and\s|but\s|or\s)?(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|do|did)\b",
    re.IGNORECASE,
)
_LINKING = word_set("and but or so that while whereas although though because since as if when provided which")
_LINKS = late_pattern(
    r"^(?:(?:and|but|or|so|that|while|whereas|although|though|because|since|as|if|when|provided that|which means "
    r"that)\s)+"
    r"|^.{0,200}\b(?:said|says?|reported|reports?|shows?|showed|found|finds?|claim(?:s|ed)?|estimated?s?|noted|warned|"
    r"announced|means?)\sthat\s",
    re.IGNORECASE,
)
"""What leads up to a clause and is no part of what was counted."""

_SAYS_WHEN = late_pattern(
    r"(?:between\s(?:\w{3,9}\s)?\d[\w/–-]*\sand\s(?:\w{3,9}\s)?\d[\w/–-]*)|(?:(?:of|in|by|from|at|to|until|till|since|for|per|over|during)\s)?(?:\(?\d[\w/–-]*\)?|GDP|year|(?:this|last|next|that)\s\w+)"
    r"(?:\s(?:AD|BC|CE|BCE))?",
    re.IGNORECASE,
)
"""A caption that says when, or of what, and not what was counted: "by 2035", "of GDP"."""

_FORMULA = frozenset("=→⇒<>")
_LISTED = late_pattern(r"\s?,\s(?:about\s|some\s|over\s)?\d")
"""What follows a number in a list of several: "£38.50 per pupil, 46 places"."""

_LEADING = word_set("in by since from during until today now at on after before of for")
_OF_TIME = word_set("gdp year this last next that")
_OF_WHAT = late_pattern(r"\sof GDP\b")


@cache
def _change() -> re.Pattern[str]:
    """A verb that says that something went up or down."""
    return re.compile(
        r"\b(?:(?:has|have|had|was|were|is|are|been|be|to|will|would|may|also|sharply|slightly|gradually|recently)\s){0,4}"
        r"(?:increas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|grow(?:s|n|ing)?|grew|fall(?:s|en|ing)?|fell|"
        r"drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|reduc(?:e|es|ed|ing)|cut(?:s|ting)?|lower(?:s|ed|ing)?|"
        r"decreas(?:e|es|ed|ing)|doubl(?:e|es|ed)|expand(?:s|ed|ing)?|bring(?:s|ing)?|brought|climb(?:s|ed)?|"
        r"go(?:es|ne)?\sup|went\sup|came\sdown)\b(?:\s(?:to|from|by|up|down))*(?:\s(?:in|of)(?=\s(?:the|an?|its)\b))?",
        re.IGNORECASE,
    )


@cache
def _equals() -> re.Pattern[str]:
    """A verb that says how much something is, at the end of a clause."""
    return re.compile(
        r"\s(?:is|are|was|were|has been|will be|stands at|stood at|amounts? to|amounted to|reache[sd]|reach|came to|"
        r"total(?:s|ed|led)?|costs)(?:\s(?:between|estimated|put|at|now))*$",
        re.IGNORECASE,
    )


_PRONOUN_ONLY = late_pattern(
    r"(?:.*\s)?(?:it|they|this|that|these|those|he|she|we|which)$"
    r"|(?:(?:now|then|today|here)\s|(?:in|by|since|today)\s\S+\s)?(?:it|they|this|he|she|we)\b",
    re.IGNORECASE,
)


def caption_of(left: str, right: str, *, first: bool, more: bool, counted: bool) -> Captioned:
    """What a sentence says about a number between `left` and `right`; no caption when they make none.

    `first`: no number stands before it in the sentence; `more`: one follows; `counted`: it is no share.
    """
    abroad = captioned_abroad(left, right, first=first, more=more, counted=counted)
    if abroad is not None:
        return abroad if _is_closed(abroad.caption) else Captioned("")
    caption = _caption(left, right, more=more)
    of_what = _OF_WHAT.match(right)
    missing = caption and of_what and not caption.endswith(of_what[0].strip())
    return Captioned(caption, of_what[0] if missing and of_what else "")


def _caption(left: str, right: str, *, more: bool) -> str:
    """The words about a number; "" when they make no caption."""
    noun = _noun_before(left)
    clause = _last_clause(left)
    tail = _tail(right, more=more)
    if clause and not (first_run(clause) in _LEADING and _LEADS_UP.fullmatch(clause)):
        tail = _before_verb(tail, relative=_RELATIVE.match(clause) is not None)
    may_say = any(map(str.isdigit, tail)) or not _OF_TIME.isdisjoint(runs(tail))
    if may_say and _SAYS_WHEN.fullmatch(tail):
        measured = _measured(left)
        if _OF_WHAT.fullmatch(f" {tail}"):
            return measured if word_count(measured) > 1 else ""
        whole = measured or _clause_before(left)
        says = whole and not _PRONOUN_ONLY.match(whole) and not _VERB_FIRST.match(whole)
        return f"{whole} {tail}" if says else ""
    short = word_count(tail) <= _FEW and _opens_with_preposition(tail)
    if short and _RELATIVE.match(clause):
        return ""  # "which made up 98 percent of the people": of what is said before
    if noun and (not tail or _opens_with_preposition(tail)):
        caption = f"{noun} {tail}".strip()
    elif tail and not short:
        caption = tail
    elif measured := _measured(left):
        caption = f"{measured} {tail}".strip()
    elif short and clause:
        return ""  # "with 23 million in Africa alone": of what is said before
    else:
        caption = tail or _clause_before(left)
    if word_count(caption) > _LONGEST:
        caption = _cut(caption)
    says_nothing = (
        word_count(caption) < 2
        or not _FORMULA.isdisjoint(caption)
        or not _is_closed(caption)
        or _PRONOUN_ONLY.match(caption)
    )
    return "" if says_nothing or _VERB_FIRST.match(caption) else caption


def _before_verb(tail: str, *, relative: bool) -> str:
    """What follows a number amid a clause, up to the next verb or clause; of an inset, up to its end."""
    if relative:
        tail = tail.split(", ", 1)[0]
    verb, looks = find_verb(tail), _LOOKS.search(tail)
    ends = [at for at in (verb, looks and looks.start()) if at is not None]
    if not ends:
        return tail
    tail = tail[: min(ends)]
    return re.split(
        r"(?:^|\s)(?:and|but|or|while|though|although|because|since|as|which|who|that)\s", f"{tail} ", maxsplit=1
    )[0].strip(" ,")


def with_subject(sentence: str, left: str) -> str:
    """The words before a number, with the subject of the sentence when they begin with a verb: "and will now cost"."""
    clause = _last_clause(left)
    if not clause or not _VERB_FIRST.match(clause):
        return left
    subject = sentence[: find_verb(sentence) or 0].strip()
    plain = 0 < word_count(subject) <= _LONGEST_SUBJECT and "," not in subject and _is_closed(subject)
    return f"{subject} {clause} " if plain and not _PRONOUN_ONLY.match(subject) else left


def _is_closed(text: str) -> bool:
    return all(text.count(opening) == text.count(closing) for opening, closing in ("()", "[]", "“”"))


def _measured(left: str) -> str:
    """What went up or down to a number, out of the words before it: "public investment in education"."""
    clause = _last_clause(left)
    change = _change().search(clause) or _equals().search(clause)
    if change is None:
        return ""
    after = re.sub(r"^(?:the|an?|its|their|our|his|her)\s", "", clause[change.end() :].strip(), flags=re.IGNORECASE)
    measured = after if word_count(after) > 1 else clause[: change.start()].strip(" ,")
    measured = _without_link(measured)
    measured = re.sub(r"\s(?:now|also|today|currently|already|still)$", "", measured)
    fits = len(measured) > _SHORT_WORD and word_count(measured) <= _LONGEST - 3 and _is_closed(measured)
    return "" if not fits or _PRONOUN_ONLY.match(measured) else measured


def _noun_before(left: str) -> str:
    """The noun that the number measures: "orders" of "India currently has orders of "."""
    match = re.search(r"(?<!\S)((?:[\w’'-]{2,30}\s){1,2})of\s$", left)
    if not match:
        return ""
    noun = match[1].split()
    return noun[-1] if len(noun) == 1 or noun[0].lower() in _LITTLE or _is_verb(noun[0]) else " ".join(noun)


_LITTLE = word_set(
    "a an the has have had with and or of to in on at by from its their is are was were than been more less about over "
    "around nearly almost some as for compared against versus"
)


def _is_verb(word: str) -> bool:
    small = word.lower()
    return small.endswith(("ed", "ing")) or small in _LITTLE or (small.isalnum() and has_listed_verb(small))


def _opens_with_preposition(text: str) -> bool:
    return (
        re.match(
            r"(?:for|of|in|to|by|from|at|on|per|against|under|among|over|across|through|until|till|as|below|above|"
            r"lower|higher|less|more)\b",
            text,
        )
        is not None
    )


def _tail(right: str, *, more: bool) -> str:
    """What follows the number up to the end of its clause, "which is" deleted; nothing where another one is listed."""
    if _LISTED.match(right):
        return ""
    tail = re.sub(r",\s+(?:which|who|that)\s+(?:is|are|was|were)\s+", ", ", right, count=1)
    tail = re.sub(r"\s*\([^()]{0,200}\)", lambda aside: gap_before(aside.string[aside.end() :]), tail)
    tail = _first_sentence(tail)
    tail = re.split(
        r"[;:!?](?:\s|$)|\s[–—-]\s|,\s(?:and|but|with|while|which|who|where)\s|,?\s(?:according\sto|said|says)\s",
        tail,
        maxsplit=1,
    )[0]
    if more:
        tail = re.split(r",|\s(?:and|to|from|or|but)\s*$", tail, maxsplit=1)[0]
        tail = _strip_loose(tail)
    return tail.strip(' ,;:.।–—-)“”"') if tail[:1] in " ,-" else ""


def _first_sentence(text: str) -> str:
    """The text up to its first full stop that ends a sentence, the space before it kept."""
    sentences = split_sentences(text)
    return text[: text.find(sentences[1])] if len(sentences) > 1 else text


def _strip_loose(text: str) -> str:
    """The text without the little words that led on to the next number."""
    tokens = text.split()
    while tokens and (tokens[-1].lower().strip(",") in _LITTLE or not any(map(str.isalnum, tokens[-1]))):
        tokens.pop()
    kept = without_link(" ".join(tokens))
    return f" {kept}" if text[:1] == " " else kept


def _clause_before(left: str) -> str:
    """The clause that leads up to a number at the end: "an estimated cost of"; "" when it is only an adverb."""
    clause = _last_clause(left)
    if clause.endswith("(") or word_count(clause) < _FEWEST:
        return ""
    clause = _without_link(clause.rstrip(" +-/±~≈"))
    return "" if _opens_with_preposition(clause) and not has_verb(clause) else clause


def _last_clause(left: str) -> str:
    """The clause that stands before a number, without what only leads up to it."""
    said = split_sentences(left)
    clause = re.split(r"[,;:!?(]\s|\s[–—-]\s", f"{said[-1]} " if said else "")[-1].strip()
    links = first_run(clause) in _LINKING or " that " in f"{clause} "
    return _LINKS.sub("", f"{clause} ", count=1).strip() if links else clause


def _without_link(clause: str) -> str:
    return without_link(
        re.sub(r"\s+(?:of|to|at|by|is|was|are|were|about|for|from|in|with|as|than)$", "", clause).strip()
    )


def _cut(caption: str) -> str:
    """The caption up to its first comma or clause, when that much says something."""
    for mark in (r",\s", r"\s(?:that|which|who|because|so that|in order to|as)\s"):
        head = re.split(mark, caption, maxsplit=1)[0].strip(" ,")
        if 2 <= word_count(head) <= _LONGEST:
            return head
    return ""
