"""What stands between two commas after the subject: "Ms Rao, a teacher in Pune, has won".

Where it holds what a slide must keep, it is shown on a line of its own below, and the main clause stays in one piece.
"""

from __future__ import annotations

import re
from functools import cache

from briefdeck.draft.clauses import LONG
from briefdeck.draft.pieces import TOO_LONG, denies
from briefdeck.draft.words import has_auxiliary, has_listed_verb, word_count

_FEWEST_WORDS = 4


def set_below(text: str) -> tuple[str, str]:
    """The main clause of an English sentence and what stood in it between commas; the text and "" when nothing did."""
    if word_count(text) > TOO_LONG and (other := _denied_alternative(text)):
        return other
    match = _inset().match(text) if text.count(", ") > 1 and word_count(text) > LONG else None
    if match is None or has_auxiliary(match["subject"]) or word_count(match["inset"]) < _FEWEST_WORDS:
        return text, ""
    if not match["relative"] and has_listed_verb(match["inset"]):
        return text, ""  # a clause, not a second name
    main = f"{match['subject']} {text[match.end() :]}"
    return (main, match["inset"]) if _FEWEST_WORDS < word_count(main) <= TOO_LONG else (text, "")


def _denied_alternative(text: str) -> tuple[str, str] | None:
    """Of "taken from home or kept in a state not their own" the second, and the first below it; None for other texts.

    So the first line of a sentence that is too long for a slide keeps its negation.
    """
    match = _alternatives().match(text)
    if match is None or denies(match["before"] + match["first"]) or not denies(match["second"]):
        return None
    main = match["before"] + match["second"]
    return (main, match["first"]) if word_count(main) <= TOO_LONG else None


@cache
def _alternatives() -> re.Pattern[str]:
    """Two participles after one auxiliary, joined by "or"."""
    return re.compile(
        r"(?P<before>[^,;:]{10,160}?\b(?:been|is|are|was|were|be)\s)(?P<first>\w{3,}ed\s[^,;:]{8,90}?)\sor\s"
        r"(?P<second>(?:\w+ly\s)?\w{3,}ed\s[^,;:]{8,160})$"
    )


@cache
def _inset() -> re.Pattern[str]:
    verb = (
        r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|do|did|says?|said|led|made|"
        r"became|took|gave|won|began|held|wrote|\w{3,}ed|\w{3,}s\s(?:(?:out|up|on|in|to|for)\s)?(?:the|an?|its|their|his|her|that|this))\b"
    )
    return re.compile(
        r"(?!(?:in|on|at|by|for|from|with|after|before|during|since|under|as|if|when|while|although|though|because|"
        r"to|of|and|but|or|yes|no|according)\b)(?P<subject>[^,;:()]{3,90}(?:\([^()]{1,60}\))?),\s"
        r"(?P<inset>(?:(?P<relative>which|who|whose|where)|an?|the|also known as|then|formerly|\w{3,}ed)\s"
        r"[^,;:()]{3,140}(?:,\s[^,;:()]{3,40})?),\s"
        rf"(?=(?:\w+ly\s|now\s|also\s|then\s)?{verb})",
        re.IGNORECASE,
    )
