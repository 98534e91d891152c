"""What no cut may hold: digits, negations, conditions, hedges, attributions, quotations, names not said elsewhere."""

from __future__ import annotations

import re

from briefdeck.draft.words import denials, runs, word_set
from briefdeck.late import late_pattern

_CAPITAL = late_pattern(r"(?<![\w’-])(?<!\w')[A-Z][\w-]*[a-z0-9]\w*|(?<![\w’-])(?<!\w')[A-Z]{2,}")
_KEPT_SIGNS = frozenset('“”"%$€£₹')
_KEPT = word_set(
    "not no never none nor neither cannot without unless except only if until provided possibly probably perhaps maybe "
    "likely unlikely might nearly almost mainly mostly reportedly allegedly supposedly said says say told argue argued "
    "argues claim claims claimed believe believes believed one two three four five six seven eight nine ten dozen "
    "dozens hundred hundreds thousand thousands million millions billion billions half twice third quarter"
)
_KEPT_PHRASES = late_pattern(r"\b(?:at least|at most|up to|seen as|according to)\b", re.IGNORECASE)


def kept_in(text: str) -> list[str]:
    """What of a text no cut may hold: digits, negation, condition, hedge, attribution, quotation; in any order."""
    signs = [sign for sign in text if sign.isdecimal() or sign in _KEPT_SIGNS]
    found = [word for word in runs(text) if word in _KEPT]
    return [*signs, *found, *denials(text), *_KEPT_PHRASES.findall(text.lower())]


def may_go(cut: str, left: str = "") -> bool:
    """Whether a part of a sentence holds nothing that a short form must keep, and no name that `left` does not say."""
    return not kept_in(cut) and (not left or all(name in left for name in names_in(cut)))


def names_in(cut: str) -> list[str]:
    """The words with a capital amid a part of a sentence; the one that opens a sentence has it for that."""
    opens = 1 if cut[:1].isupper() else 0
    return [word for word in _CAPITAL.findall(cut) if not (opens and cut.startswith(word))]
