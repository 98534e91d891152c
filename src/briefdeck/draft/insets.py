"""What stands before or amid the main clause, or in brackets after it, and is shown on a line of its own below it.

"Ms Rao, who has won twice, leads the league": the main clause first, what she has done below. "Though the harvest was
poor, the towns kept their schools": what the towns did first. Nothing is reworded; of what goes below, the pronoun may
go that would point at the wrong word there.
"""

from __future__ import annotations

import re
from functools import cache

from briefdeck.draft.clauses import LONG
from briefdeck.draft.pieces import TOO_LONG, denies
from briefdeck.draft.words import PAST, first_run, has_auxiliary, has_listed_verb, has_verb, word_count, word_set
from briefdeck.named import NamedTuple

_FEWEST_WORDS = 4
_FEWEST_OF_CLAUSE = 6
_LINE = 14  # words over which a second name may stand: farther below, it would name something else
_ITS_OWN = word_set("it they he she we you i its their his her our your there")
_GOES_ON = word_set("and or but not")
_TIMES = word_set("since until")
_CONDITIONS = word_set("if unless until once")


class Parted(NamedTuple):
    """A main clause, and what goes on a line of its own below it; "" when nothing does."""

    main: str
    below: str


def set_below(text: str) -> Parted:
    """The main clause of an English sentence and what stood before or amid it."""
    if word_count(text) > TOO_LONG and (other := _denied_alternative(text)):
        return other
    parted = _aside_at_end(text) if text.endswith(")") else None
    if parted is None and "," in text and word_count(text) > LONG:
        parted = _clause_first(text) or _inset_of_subject(text)
    if parted is None or word_count(parted.main) <= _FEWEST_WORDS:
        return Parted(text, "")
    says_yes = denies(parted.below) and not denies(parted.main)
    return Parted(text, "") if says_yes and word_count(text) <= TOO_LONG else parted


def reason_within(text: str) -> re.Match[str] | None:
    """Within "the fact that A because B should be done" the reason, when there is no doubt where it ends."""
    match = _reason().match(text) if " because " in text else None
    return match if match and " because " not in match["rest"] else None


def _aside_at_end(text: str) -> Parted | None:
    """What stands in brackets at the end, when it is more than a name of what stands before it."""
    before, bracket, aside = text[:-1].partition(" (")
    if not bracket or "(" in aside or ")" in aside or ")" in before or word_count(aside) < _FEWEST_WORDS:
        return None
    return None if first_run(aside) in _GOES_ON else Parted(before, aside)


def _clause_first(text: str) -> Parted | None:
    """Of "While A, B" or "They argue that until A, B" the statement B, and the clause A below it."""
    match = _clause_and_main(certain=text.count(", ") == 1).match(text)
    if match is None or word_count(match["clause"]) < _FEWEST_OF_CLAUSE or first_run(match["main"]) in _ITS_OWN:
        return None
    if match["clause"].count("(") != match["clause"].count(")"):
        return None  # the comma stands in brackets
    opens = first_run(match["clause"])
    if opens in _CONDITIONS and word_count(text) <= TOO_LONG:
        return None
    if opens in _TIMES and not has_verb(match["clause"].partition(",")[0]):
        return None  # "until 1994", "since the discovery of penicillin"
    says = match["says"] or ""
    clause = match["clause"]
    return Parted(says + match["main"], clause[0].lower() + clause[1:])


def _inset_of_subject(text: str) -> Parted | None:
    """Of "The plan, which was made in May, sets out" the main clause, and what the plan is or was below it."""
    match = _inset().match(text) if text.count(", ") > 1 else None
    if match is None or has_auxiliary(match["subject"]) or word_count(match["inset"]) < _FEWEST_WORDS:
        return None
    main = f"{match['opening'] or ''}{match['subject']} {text[match.end() :]}"
    if match["relative"]:
        below = _without_pronoun(match["inset"])
        return Parted(main, below) if below != match["inset"] or word_count(text) > TOO_LONG else None
    if match["example"]:
        return Parted(main, match["inset"])
    if has_listed_verb(match["inset"]):
        return None  # a clause, not a second name
    names_it = not first_run(match["inset"]).endswith("ed")
    return None if names_it and word_count(main) > _LINE else Parted(main, match["inset"])


def _without_pronoun(inset: str) -> str:
    """Of "which was started in May" the words "started in May": below the main clause its subject is understood."""
    match = _pronoun().match(inset)
    return inset[match.end() :] if match else inset


def _denied_alternative(text: str) -> Parted | None:
    """Of "taken from home or kept in a state not their own" the second, and the first below it; None for other texts.

    So the first line of a sentence that is too long for a slide keeps its negation.
    """
    match = _alternatives().match(text)
    if match is None or denies(match["before"] + match["first"]) or not denies(match["second"]):
        return None
    main = match["before"] + match["second"]
    return Parted(main, match["first"]) if word_count(main) <= TOO_LONG else None


@cache
def _alternatives() -> re.Pattern[str]:
    """Two participles after one auxiliary, joined by "or"."""
    return re.compile(
        r"(?P<before>[^,;:]{10,160}?\b(?:been|is|are|was|were|be)\s)(?P<first>\w{3,}ed\s[^,;:]{8,90}?)\sor\s"
        r"(?P<second>(?:\w+ly\s)?\w{3,}ed\s[^,;:]{8,160})$"
    )


_BE = r"(?:is|are|was|were)"
_HELP = r"(?:has|have|had|will|would|can|could|may|might|must|should|does|do|did|shall)"


@cache
def _clause_and_main(*, certain: bool) -> re.Pattern[str]:
    """A clause, then after a comma a subject with its verb; any verb where the comma is certain: the only one."""
    verb = r"\w+" if certain else rf"(?:{_BE}|{_HELP}|cannot|won['’]t|can['’]t|{PAST}|\w{{3,}}ed)"
    return re.compile(
        r"(?P<says>[^,;:]{2,60}\b(?:argue|say|believe|claim|think|warn|hold|conclude|insist|stress|note|add|agree)"
        r"(?:d|s|es|ed)?\sthat\s|said\sthat\s)?"
        r"(?P<clause>(?:[Tt]hough|[Aa]lthough|[Ee]ven\sthough|[Ww]hile|[Ww]hereas|[Bb]ecause|[Ss]ince|[Ii]f|[Uu]nless|"
        r"[Uu]ntil|[Oo]nce|[Ww]hen|[Aa]s\slong\sas)\s[^;:]{20,200}?),\s"
        r"(?P<main>(?:the|an?|this|these|those|some|many|most|all|every|no|[A-Z][\w’'-]{1,30}|"
        rf"(?-i:[a-z]{{3,20}}s))\s(?:[\w’'-]{{1,24}}\s){{0,6}}?{verb}\b[^;]*)$"
    )


@cache
def _inset() -> re.Pattern[str]:
    verb = (
        rf"(?:{_BE}|{_HELP}|{PAST}|says?|said|\w{{3,}}ed|"
        r"\w{3,}s\s(?:(?:out|up|on|in|to|for)\s)?(?:the|an?|its|their|his|her|that|this))\b"
    )
    return re.compile(
        r"(?P<opening>(?:in|on|at|from|after|during|since|according\sto|by|under|for)\s[^,;:()]{3,90},\s)?"
        r"(?!(?:in|on|at|by|for|from|with|after|before|during|since|under|as|if|when|while|although|though|because|"
        r"to|of|and|but|or|yes|no|according)\b)(?P<subject>[^,;:()]{3,90}(?:\([^()]{1,60}\))?),\s"
        r"(?P<inset>(?:(?P<relative>which|who|whose|where)|(?P<example>especially|particularly|mainly|mostly|including|"
        r"such\sas)|an?|the|also known as|then|formerly|\w{3,}ed)\s"
        r"[^,;:()]{3,140}(?:,\s[^,;:()]{3,40})?),\s"
        rf"(?=(?:\w+ly\s|now\s|also\s|then\s)?{verb})",
        re.IGNORECASE,
    )


@cache
def _pronoun() -> re.Pattern[str]:
    """The pronoun that is its clause's subject; a form of "to be" goes with it where the rest says as much without."""
    return re.compile(
        rf"(?:which|who)\s(?:{_BE}\s(?!(?:to|not|no|never|n['’]t)\b)|(?=(?:{_BE}|{_HELP}|{PAST}|\w{{3,}}ed)\b|"
        r"\w{3,}s\s(?:the|an?|its|their|his|her|all|every|one|two|in|on|at|for|with|from)\b))"
    )


@cache
def _reason() -> re.Pattern[str]:
    """Two verbs after "because", of which the second is that of the sentence."""
    verb = rf"(?:{_BE}|{_HELP})"
    return re.compile(
        rf"(?P<before>.{{0,160}}?\b[Tt]he\sfact\sthat\b[^,;:]{{4,120}}?)(?P<reason>\sbecause\s(?:(?!{verb}\b)[^\s,;:]+\s){{1,14}}"
        rf"{verb}\s(?:(?!{verb}\b)[^\s,;:]+\s){{1,6}}?)"
        rf"(?P<rest>{_HELP}(?:\s(?!{verb}\b)[^\s,;:]+){{2,20}}(?:[,;:]\s.*)?)$"
    )
