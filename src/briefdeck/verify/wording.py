"""Comparing words: exact, but for what a page may do to them (breaks, soft hyphens, spaces that do not break)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from briefdeck.model.look import Furniture

_SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2009\u2028\u2029\v"), " ")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\u200e\u200f\u2066\u2067\u2068\u2069"), "")
_PAGE = str.maketrans({**_SPACES, **_INVISIBLE, ord("\u2011"): "-"})
_STOPS = " .;:,。"
_GAP = "\x00"
_LETTER = re.compile(r"[^\W_]")
_PLACEHOLDER = re.compile(r"\\{\w*\\}")
_FILLED = rf"(?:[\s\d,;/–+&-]|{_GAP})*"
_COUNTER = re.compile(r"\(\s*\d+\s*/\s*\d+\s*\)")
_LONGEST_QUOTED = 70


def normal(text: str) -> str:
    """The words as they are read: one space where the page has any kind of space, nothing where it has nothing."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_PAGE).split())


def core(text: str) -> str:
    """The normalised words without the stop at the end, which a short form may leave out or add."""
    words = normal(text)
    return words.rstrip(_STOPS) or words


def take(words: str, phrase: str) -> str | None:
    """The words with one occurrence of the phrase taken out; None when it is not there as such.

    A phrase that goes on is not there: “$12” is not in “$12.5”, “-12”, “12%” or “$120”.
    """
    if phrase not in words:
        return None
    found = _bounded(phrase).search(words)
    return words[: found.start()] + _GAP + words[found.end() :] if found else None


@lru_cache(maxsize=4096)
def _bounded(phrase: str) -> re.Pattern[str]:
    before = r"(?<![\w+−$€£¥₹-])" if _is_western(phrase[0]) else ""
    after = r"(?![\w%‰]|[.,]\d)" if _is_western(phrase[-1]) else ""
    return re.compile(before + re.escape(phrase) + after)


def _is_western(character: str) -> bool:
    """Whether words of this script are told apart by what stands around them; Chinese or Thai run together."""
    return unicodedata.category(character) != "Lo"


class Furnished:
    """The words that may stand anywhere: furniture phrases, with numbers or other known words in their gaps."""

    def __init__(self, furniture: Furniture) -> None:
        phrases = sorted({normal(phrase) for phrase in furniture.words.values() if phrase.strip()}, key=len)
        self._whole = frozenset(core(phrase) for phrase in phrases if "{" not in phrase)
        patterns = (_PLACEHOLDER.sub(lambda _: _FILLED, re.escape(phrase)) for phrase in reversed(phrases))
        self._patterns = tuple(re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE) for pattern in patterns)

    def left_of(self, words: str) -> str:
        """What is left of the words without furniture, counters such as “(1/2)”, and marks."""
        if not _LETTER.search(words) or core(words) in self._whole:
            return ""
        words = _COUNTER.sub(_GAP, words)
        for pattern in self._patterns:
            words = pattern.sub(_GAP, words)
        words = normal(words.replace(_GAP, " "))
        return words if _LETTER.search(words) else ""


def without(words: str, phrases: Iterable[str]) -> str:
    """The words without every occurrence of the phrases, given longest first; also where they are set in capitals."""
    for phrase in phrases:
        for form in (phrase, phrase.upper()):
            while form and (left := take(words, form)) is not None:
                words = left
    return words


def likeness(one: str, other: str) -> float:
    """How much of two texts is the same, from 0 to 1, counted in words."""
    left, right = one.split(), other.split()
    if not left or not right:
        return 0.0
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


def difference(expected: str, found: str) -> str:
    """The first place where two texts differ, in words for a message."""
    left, right = expected.split(), found.split()
    for kind, start, end, start2, end2 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind != "equal":
            before = max(0, start - 2)
            said = " ".join(left[before : end + 2])
            shown = " ".join(right[max(0, start2 - 2) : end2 + 2])
            return f"“{clip(shown)}” where the outline says “{clip(said)}”"
    return f"“{clip(found)}” where the outline says “{clip(expected)}”"


def clip(text: str, longest: int = _LONGEST_QUOTED) -> str:
    """The text, cut with an ellipsis when it is long."""
    text = normal(text.replace(_GAP, " "))
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def words_of(text: str) -> list[str]:
    """The words of a text without the marks around them."""
    return [word for raw in normal(text).split() if (word := raw.strip("\"'“”‘’«»()[]{}.,;:!?…–—-"))]
