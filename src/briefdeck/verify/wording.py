"""Comparing words: exact, but for what a page may do to them (breaks, soft hyphens, spaces that do not break)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from briefdeck.late import late_pattern
from briefdeck.model.look import Furniture

_SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2009\u2028\u2029\v"), " ")
_INVISIBLE = dict.fromkeys(
    map(ord, "\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), ""
)
OVERRIDES = ("\u202d", "\u202e")
"""What turns 12 into 21 for those who see it; the words stay the same, so these are looked for by themselves."""

_PAGE = str.maketrans({**_SPACES, **_INVISIBLE, ord("\u2011"): "-"})
_STOPS = " .;:,。"
_ASKING = frozenset("?？؟")
_SIGNS = "+-−$€£¥₹"
_GAP = "\x00"
_LETTER = late_pattern(r"[^\W_]")
_PLACEHOLDER = late_pattern(r"\\{\w*\\}")
_FILLED = rf"(?:[\s\d,;/–+&-]|{_GAP})*"
_COUNTER = late_pattern(r"\(\s*(\d{1,6})(?:\s*/\s*(\d{1,6}))?\s*\)")
MOST_COUNTED = 999
_APART = late_pattern(
    r"[\s()\[\]{}\"“”«»，、；：。！？（）「」『』《》]+|(?<=[^\W\d_])[,;][,;:]*(?=[^\W\d_])|(?<=\d);(?=[^\W\d_])"
)
_LONGEST_QUOTED = 70


def normal(text: str) -> str:
    """The words as they are read: one space where the page has any kind of space, nothing where it has nothing."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_PAGE).split())


def core(text: str) -> str:
    """The normalised words without the stop at the end, which a short form may leave out or add."""
    words = normal(text)
    return words.rstrip(_STOPS) or words


def take(words: str, phrase: str, *, asked: bool = False) -> str | None:
    """The words with the first occurrence of the phrase taken out; None when it is not there as such."""
    return next(each_taken(words, phrase, asked=asked), None)


def each_taken(words: str, phrase: str, *, asked: bool = False) -> Iterator[str]:
    """The words with one occurrence of the phrase taken out, for each place where it is there as such.

    A phrase that goes on is not there: “$12” is not in “$12.5”, “-12”, “12%” or “$120”. Nor is a statement in a
    question, unless what is `asked` counts too.
    """
    start = words.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        if _begins(words, start) and _ends(words, end, asked=asked):
            yield words[:start] + _GAP + words[end:]
        start = words.find(phrase, start + 1)


def _begins(words: str, start: int) -> bool:
    before = words[start - 1 : start]
    if not before or runs_on(before) or runs_on(words[start]):
        return True
    return not (is_wordlike(before) or before in _SIGNS)


def _ends(words: str, end: int, *, asked: bool) -> bool:
    after = words[end : end + 2]
    if after[:1] in _ASKING and not asked:
        return False
    if not after or runs_on(after[0]) or runs_on(words[end - 1]):
        return True
    if is_wordlike(after[0]):
        return False
    return not (words[end - 1].isdigit() and (after[0] in "%‰" or (after[0] in ".," and after[1:].isdigit())))


def is_wordlike(character: str) -> bool:
    """Whether the character is a part of a word or number."""
    return character.isalnum() or character == "_"


def runs_on(character: str) -> bool:
    """Whether words of this script, such as Chinese or Thai, stand together without anything between them."""
    return unicodedata.category(character) == "Lo"


class Furnished:
    """The words that may stand anywhere: furniture phrases, with numbers or other known words in their gaps."""

    def __init__(self, furniture: Furniture, entries: int = 0) -> None:
        self.most = max(MOST_COUNTED, entries)  # counters beyond it are years and other numbers
        given = [normal(phrase) for phrase in furniture.words.values() if phrase.strip()]
        phrases = sorted({*given, *map(order_free, given)}, key=len)
        self._whole = frozenset(core(phrase) for phrase in phrases if "{" not in phrase)
        patterns = (_PLACEHOLDER.sub(lambda _: _FILLED, re.escape(phrase)) for phrase in reversed(phrases))
        self._patterns = tuple(re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE) for pattern in patterns)

    def _uncounted(self, counter: re.Match[str]) -> str:
        return _GAP if all(int(number or 0) <= self.most for number in counter.groups()) else counter[0]

    def left_of(self, words: str) -> str:
        """What is left of the words without furniture, counters such as “(1/2)”, and marks."""
        if not _LETTER.search(words) or core(words) in self._whole:
            return ""
        words = _COUNTER.sub(self._uncounted, words)
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


def order_free(text: str) -> str:
    """The text with the letters of right-to-left words sorted.

    Inside such a word a PDF's glyphs run from left to right and a ligature counts as one, so that the order in which
    its letters come out is not the order in which they are read.
    """
    if not runs_left(text):
        return text
    return " ".join(
        "".join(sorted(filter(str.isalnum, word))) if runs_left(word) else word for word in normal(text).split()
    )


def runs_left(text: str) -> bool:
    """Whether the text has letters that are read from right to left."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


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
    return [word for raw in _APART.split(normal(text)) if (word := raw.strip("'‘’.,;:!?…–—-"))]
