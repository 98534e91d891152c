"""Clauses at the end of a sentence that may go, best first, each with the test that refuses to cut it.

The table is data: a pattern that finds the beginning of the clause, and a test that sees what would stay and what
would go.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefdeck.draft.words import has_verb, word_count
from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple

Refusal = Callable[[str, str], bool]
"""Takes the head that would stay and the cut that would go; true when the cut must not be made."""

_DEFINED = late_pattern(
    r"\b(?:be|is|are|was|were|means|refers to|called|as|into)\s+(?:also\s+)?(?:an?|the|one|any|those|some)\b[^,]{0,80}$"
    r"|\b(?:is|are|was|were)\s(?:\S+\s?){1,4}$"
    r"|\b(?:every|all|any|those|no|only|same|such|first|last|\w{3,}est|say|says|said|shows?|fact|sure|means?|so|found|"
    r"believe|ensure|argue|suggests?)\b[^,]{0,20}$",
    re.IGNORECASE,
)

_INDEFINITE = late_pattern(r"\ban?\s(?:[\w’'-]+\s){0,3}[\w’'-]+$", re.IGNORECASE)
LONG = 18
"""Words up to which a sentence stands in one piece, unless it is two statements."""


def goes_on(_head: str, cut: str) -> bool:
    """Whether the sentence goes on after the clause, so that cutting to the end would take a verb of its own."""
    comma = cut.find(", ", 1)
    return comma >= 0 and has_verb(cut[comma:])


def _is_listed(head: str, cut: str) -> bool:
    """Whether the word in -ing is one of a list: "they teach reading, writing and arithmetic", "mining, farming"."""
    return (
        re.search(r"ing\b[^,]{0,40}$|,[^,]{0,40}$", head) is not None
        or re.match(r",\s+\w+ing(?:,|\s(?:and|or)\b|$)", cut) is not None
        or goes_on(head, cut)
    )


def _names_the_matter(head: str, cut: str) -> bool:
    """Whether nothing is said without the example: "There are other tools such as X"."""
    closes = re.match(r",\s+(?:especially|particularly)\b[^,]*,", cut) is not None
    return word_count(head) < 6 or closes or goes_on(head, cut)


def _defines(head: str, _cut: str) -> bool:
    """Whether the clause says which thing is meant: "a fund that will pay", "those that are", "found that has"."""
    return _DEFINED.search(head) is not None or _INDEFINITE.search(head) is not None


def _is_inside(head: str, cut: str) -> bool:
    """Whether the reason belongs to a clause within the sentence ("the fact that it fails because"), or is the point.

    What something is done for is told with it; and of a long sentence the reason is shown on a line below.
    """
    purpose = re.match(r"\s+(?:so that|in order to|so as to)\b", cut) is not None
    return " that " in head or purpose or word_count(head) + word_count(cut) > LONG


class Tail(NamedTuple):
    """A kind of clause that may be cut off a sentence with all that stands after it."""

    words: tuple[str, ...]  # no such clause is without one of them
    pattern: re.Pattern[str]
    refuse: Refusal

    def find(self, text: str) -> int | None:
        """Where the first such clause begins."""
        match = self.pattern.search(text) if any(word in text for word in self.words) else None
        return match.start() if match else None


def _tail(before: str, words: str, after: str, refuse: Refusal) -> Tail:
    return Tail(tuple(words.split("|")), late_pattern(rf"{before}(?:{words}){after}\b"), refuse)


TAILS = (
    _tail(r",\s+", "which|who|whom|whose|where|wherein", "", goes_on),
    _tail(r",\s+", "with|while|whereas|although|though|thereby", "", goes_on),
    _tail(r",\s+", "leading|making|resulting|enabling|allowing|ensuring|reflecting|causing|prompting", "", goes_on),
    _tail(
        r",\s+(?:\w{2,12}ly\s)?(?!according|depending|considering|assuming|excluding|being|during)\w{3,}",
        "ing", "", _is_listed,
    ),
    _tail(r",\s+an?\s[\w-]{1,20}(?:\s[\w-]{1,20})?\s", "that|where|which|who", "", goes_on),
    _tail(r",?\s+", "such as|including|especially|particularly", "", _names_the_matter),
    _tail(r"\s+", "that|which", r"\s+(?:have|has|had|is|are|was|were|can|will|would|could|may)", _defines),
    _tail(
        r"\s+", "in order to|so as to|so that|owing to|due to|because of|because|in the backdrop of", "", _is_inside
    ),
)  # fmt: skip
"""Where a sentence may be cut off, best first."""
