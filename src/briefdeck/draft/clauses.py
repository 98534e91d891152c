"""Clauses at the end of a sentence that may go, best first, each with the test that refuses to cut it.

The table is data: a pattern that finds the beginning of the clause, and a test that sees what would stay and what
would go.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from briefdeck.draft.words import finite_verb, word_count

Refusal = Callable[[str, str], bool]
"""Takes the head that would stay and the cut that would go; true when the cut must not be made."""

_FINITE = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|do|does|did)\b"
_WORDS = r"(?:[\w’'-]{1,24}\s){0,7}?"
_SUBORDINATORS = re.compile(
    r"\b(?:until|if|when|while|although|though|since|because|as|after|before|unless|once|whether|"
    r"where)\b",
    re.IGNORECASE,
)
_PREPOSITIONS = re.compile(
    r"(?:in|on|at|during|under|with|for|from|through|to|like|unlike|having|being|\w+ing)\b", re.IGNORECASE
)
_DEFINED = re.compile(
    r"\b(?:be|is|are|was|were|means|refers to|called|as|into)\s+(?:also\s+)?(?:an?|the|one|any|those|some)\b[^,]{0,80}$"
    r"|\b(?:is|are|was|were)\s(?:\S+\s?){1,4}$"
    r"|\b(?:every|all|any|those|no|only|same|such|first|last|\w{3,}est|say|says|said|shows?|fact|sure|means?|so|found|"
    r"believe|ensure|argue|suggests?)\b[^,]{0,20}$",
    re.IGNORECASE,
)


@cache
def tails() -> tuple[tuple[re.Pattern[str], Refusal], ...]:
    """Where a sentence may be cut off, best first."""
    return tuple(
        (re.compile(pattern), refuse)
        for pattern, refuse in (
            (r",\s+(?:which|who|whom|whose|where|wherein)\b", goes_on),
            (r",\s+(?:with|while|whereas|although|though|thereby|especially|particularly|as well as)\b", goes_on),
            (r",\s+(?:leading|making|resulting|enabling|allowing|ensuring|reflecting|causing|prompting)\b", goes_on),
            (r",\s+an?\s[\w-]{1,20}(?:\s[\w-]{1,20})?\s(?:that|where|which|who)\b", goes_on),
            (r",?\s+(?:such as|including|especially|particularly)\b", _names_the_matter),
            (r"\s*;\s+", _is_short),
            (r"\s[–—-]\s", _closes_again),
            (rf",\s+(?:the|an?|this|these|those|it|they)\s{_WORDS}{_FINITE}", _leads_up),
            (rf",\s+(?:and|so)\s+(?:the|an?|this|these|those|it|they|he|she|we)\s{_WORDS}{_FINITE}", _leads_up),
            (r"\s+(?:that|which)\s+(?:have|has|had|is|are|was|were|can|will|would|could|may)\b", _defines),
            (
                r"\s+(?:in order to|so as to|so that|owing to|due to|because of|because|in the backdrop of)\b",
                _is_inside,
            ),
        )
    )


def goes_on(_head: str, cut: str) -> bool:
    """Whether the sentence goes on after the clause, so that cutting to the end would take a verb of its own."""
    comma = cut.find(", ", 1)
    return comma >= 0 and finite_verb().search(cut, comma) is not None


def _names_the_matter(head: str, cut: str) -> bool:
    """Whether nothing is said without the example: "There are other tools such as X"."""
    return word_count(head) < 6 or goes_on(head, cut)


def _is_short(head: str, _cut: str) -> bool:
    return word_count(head) < 5


def _closes_again(_head: str, cut: str) -> bool:
    """Whether a second dash closes the aside, or the dash stands inside a name."""
    inner = cut.strip()
    return f" {inner[0]} " in inner[1:] or inner[1:].lstrip()[:1].isupper()


def _leads_up(head: str, _cut: str) -> bool:
    """Whether the head only leads up to the main clause: "In 1991, the rupee was devalued"."""
    opens_with_verb = finite_verb().match(head) is not None  # "Found across Europe, they are ..."
    return opens_with_verb or _PREPOSITIONS.match(head) is not None or _SUBORDINATORS.search(head) is not None


def _defines(head: str, _cut: str) -> bool:
    """Whether the clause says which thing is meant: "a visa that allows", "those goods that are", "found that has"."""
    return _DEFINED.search(head) is not None


def _is_inside(head: str, _cut: str) -> bool:
    """Whether the reason belongs to a clause within the sentence: "the fact that it fails because"."""
    return " that " in head
