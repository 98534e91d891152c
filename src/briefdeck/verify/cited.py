"""Whether words stand in the lines of a note that they cite, whatever marks the lines have between the words.

What a mark is depends on what stands around it: `<w:p>` may be a tag or what somebody typed, an asterisk emphasis or a
sum. So that nothing is decided here, a text is looked for as it is; then as it is without all marks; and then letter by
letter, where each mark of the lines is either what the text has next or is passed over. Letters, digits and the signs
of numbers are never passed over but in a tag, a link's address, a comment or the number of a reference.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property

from briefdeck.late import late_pattern
from briefdeck.verify.wording import core, is_wordlike, normal, runs_on, take, words_of

_MARKUP = late_pattern(r"!?\[([^\]]*)\]\([^)]*\)|<[^<>]+>|[*_`]+")
_PASSED = late_pattern(
    r"<!--.*?-->|</?[a-zA-Z!?][^<>]*>|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?: \"[^\"]*\")?\)|%%[^%]+%%"
    r"|!\[[^\[\]]*\]\([^()\s]*\)|!\[\[[^\[\]]*\]\]|\[\[[^\[\]|]*\||\[\[?[\w:/.#?=&%~+-]+\]\["
    r"|\[\^[\w-]{1,40}\]"
    r"|\[(?:\^?\d{1,4}(?:\s?[,–-]\s?\d{1,4})*|note \d+|citation needed|edit|[a-z])\]|\s\^[A-Za-z0-9-]+$"
    r"|\\[a-z]+\{|\\(?=[!-/:-@\[-`{-~])|:[a-z]{2,12}:(?=`)|==+|~~+|!\[|[*_`\[\]}]"
)
"""What a line may have where the words that are taken from it have nothing."""

_PARTED = late_pattern(r"[^\W\d_]-\s(?=[^\W\d_])")
"""Where the end of a line has parted a word."""

_ADDRESS = late_pattern(r"<(?:(?:https?://|www\.)[^\s<>]+|[\w.+-]+@[\w.-]+)>")
"""An address between angle brackets, which stays without them."""

_ESCAPED = frozenset(".*_#+~!>&<-%")
"""Signs that are meant as themselves behind a backslash."""

_OPENERS = frozenset("<]%![ \\:=~*_`}")
_ENDINGS = ("s", "es", "d", "ed")
_VARIANTS = "\ufe0f\u20e3"

_MOST_WOVEN = 4_000
"""Characters of a text that is looked for letter by letter: no sentence is longer."""


def _unquoted(line: str) -> str:
    """A line that goes on with a quotation, without the sign that every line of it has in a message."""
    return line.lstrip("> ") if line.startswith(">") else line


class Cited:
    """Lines of the note as one text."""

    def __init__(self, texts: Sequence[str]) -> None:
        first, *others = texts or ("",)
        self._text = " ".join((first, *map(_unquoted, others)))

    def holds(self, text: str) -> bool:
        """Whether the text stands in the lines; the stop at its end need not."""
        claims = dict.fromkeys(core(reading) for reading in _readings(text))
        return any(claim in reading for claim in claims for reading in self._texts) or any(
            True for claim in claims for _ in self._woven(claim)
        )

    def has_number(self, text: str) -> bool:
        """Whether the text stands in the lines as such, not as a part of a longer number or word."""
        claims = dict.fromkeys(core(reading) for reading in _readings(text))
        return any(take(reading, claim, asked=True) is not None for claim in claims for reading in self._texts) or any(
            take(f"{before[-1:]}{claim}{after}", claim, asked=True) is not None
            for claim in claims
            for before, after in self._woven(claim)
        )

    def strange(self, text: str, allowed: frozenset[str] = frozenset()) -> str:
        """The first word of the text that the lines do not have, "" for none.

        Where other words are allowed, so are other forms of the words of the lines.
        """
        found = [
            next((word for word in words_of(reading) if not self._knows(word, allowed)), "")
            for reading in _readings(text)
        ]
        return "" if "" in found else found[0]

    def _knows(self, word: str, allowed: frozenset[str]) -> bool:
        low = word.lower()
        if low in self._words or low in allowed or (allowed and self._has_form_of(low)):
            return True
        return any(_is_word(before, low, after) for before, after in self._woven(low, small=True))

    def _has_form_of(self, word: str) -> bool:
        return word[:5] in self._stems or any(word + ending in self._words for ending in _ENDINGS)  # "does it turn"

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_readings(self._text)))

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word.lower() for reading in self._texts for word in words_of(reading))

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(word[:5] for word in self._words if len(word) > 4)

    @cached_property
    def _passable(self) -> tuple[tuple[str, dict[int, tuple[int, ...]]], ...]:
        """The lines as typed, and for each place where something may be passed over, where it ends."""
        return tuple((text, _passed(text)) for text in dict.fromkeys((normal(self._text), _unescaped(self._text))))

    def _woven(self, claim: str, *, small: bool = False) -> Iterator[tuple[str, str]]:
        """Where the claim stands when marks are passed over: two signs before it, and two behind it.

        A mark may stand behind it, or be passed over there too: "97%%the share%% million".
        """
        if not claim or len(claim) > _MOST_WOVEN:
            return
        for typed, passed in self._passable:
            lower = typed.lower()
            text = lower if small and len(lower) == len(typed) else typed
            for start in _places(text, claim[0]):
                ends = {start + 1}
                for at in range(1, len(claim)):
                    ends = set(_next(text, passed, ends, claim, at))
                    if not ends:
                        break
                before = text[max(0, start - 2) : start]
                behind = {place for end in ends for place in (end, *passed.get(end, ()))}
                yield from ((before, text[place : place + 2]) for place in behind)


def _is_word(before: str, word: str, after: str) -> bool:
    """Whether it begins and ends as a word or number does, with these signs around it."""
    if before and is_wordlike(before[-1]) and is_wordlike(word[0]) and not runs_on(word[0]):
        return False
    if word[0].isdigit() and before[-1:] in tuple(".,") and before[:1].isdigit():
        return False
    return not is_wordlike(word[-1]) or take(f"{word[-1]}{after}", word[-1], asked=True) is not None


def _places(text: str, sign: str) -> Iterator[int]:
    start = text.find(sign)
    while start >= 0:
        yield start
        start = text.find(sign, start + 1)


def _next(text: str, passed: dict[int, tuple[int, ...]], ends: set[int], claim: str, at: int) -> Iterator[int]:
    """Where the text may be read on to when it has been read to one of the ends and the claim has this sign next."""
    sign = claim[at]
    loose = sign == " " and not (is_wordlike(claim[at - 1]) and is_wordlike(claim[at + 1 : at + 2] or "."))
    left, seen = list(ends), set(ends)
    while left:
        end = left.pop()
        if text[end : end + 1] == sign:
            yield end + 1
        if sign == " " and (loose or end not in ends):
            yield end  # what was passed over, or a mark, stands for the space
        for place in passed.get(end, ()):
            if place not in seen:
                seen.add(place)
                left.append(place)


def _passed(text: str) -> dict[int, tuple[int, ...]]:
    """For each place of the text where something may be passed over, where that ends."""
    found: dict[int, set[int]] = {}
    for start, sign in enumerate(text):
        if unicodedata.category(sign) in ("Cf", "Cn", "So") or sign in _VARIANTS:
            found.setdefault(start, set()).add(start + 1)
        if sign == " " and not (is_wordlike(text[start - 1 : start]) and is_wordlike(text[start + 1 : start + 2])):
            found.setdefault(start, set()).add(start + 1)
        if sign == "\\" and text[start + 1 : start + 2] in _ESCAPED:
            found.setdefault(start, set()).add(start + 1)
        if sign == "<" and (address := _ADDRESS.match(text, start)):
            found.setdefault(start, set()).add(start + 1)
            found.setdefault(address.end() - 1, set()).add(address.end())
        if sign == "-" and _PARTED.match(text, start - 1):
            found.setdefault(start, set()).add(start + 2)
        if sign in _OPENERS and (match := _PASSED.match(text, start)):
            found.setdefault(start, set()).add(match.end())
            if sign in "[]":
                found[start].add(start + 1)  # the words of a link or a reference may stay
    return {start: tuple(ends) for start, ends in found.items()}


def _readings(text: str) -> Iterator[str]:
    """The text without the marks of Markdown and HTML, and as it was typed, with and without entities."""
    yield normal(html.unescape(_MARKUP.sub(lambda mark: mark[1] or "", text)))
    yield normal(text)
    yield _unescaped(text)


def _unescaped(text: str) -> str:
    return normal(html.unescape(text)) if "&" in text else normal(text)
