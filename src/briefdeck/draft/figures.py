"""Figures worth showing big: money, shares and large quantities, quoted as they stand with their hedge, and captioned.

A caption is what the sentence says about the number: the words right of it and the noun left of it, by deletion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefdeck.draft.captions import caption_of, with_subject
from briefdeck.draft.numbers import CURRENCY, DENYING, DENYING_BEYOND, SIGNS, folded, number_parts
from briefdeck.draft.words import denials, has_ideographs, runs
from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple

PER_SECTION = 3
_LONGEST = 2000  # characters of a sentence that is searched
_DIGIT = late_pattern(r"\d")
_SIGN_BEFORE = 6  # characters before the first digit of a number at the most: "-us $ "
_NEAR = 40  # characters before a number in which a denial concerns it

_SCALE_SIGNS = frozenset("万萬亿億兆만억")
_UNSPACED = "\u3040"
"""The first sign of the scripts without spaces."""

_SUPPOSED = late_pattern(r"\b(?:if|unless|suppose|supposing|imagine|e\.g|for example|for instance)\b", re.IGNORECASE)


_RATE = late_pattern(
    r"\sper\s(?:(?:square|cubic|(?:kilo|mega|giga)?watt)[ -])?[a-z]{3,12}\b"
    r"|\san?\s(?:unit|year|month|day|week|hour|kg|kilo\w*|litre|liter|student|pupil|person|head|child|family|"
    r"household|worker|tonne|ton|acre|hectare|km|quintal|annum|capita)\b|\seach\b",
    re.IGNORECASE,
)
"""What a number is reckoned by: it belongs to the number."""

_ONE_COIN = late_pattern(r"[^\d+-]{0,8}1(?:[.,]00)?[^\d]{0,20}")
_RISES_TO = late_pattern(r"(?:\s\([^()]{1,30}\))?(?:\s(?:in|by|from)\s[\w/–-]{2,12})?,?\s(?:to|and then to)\s")


class FoundFigure(NamedTuple):
    """A number in a sentence."""

    value: str  # with its hedge
    caption: str
    weight: int  # money and large quantities before shares


@cache
def _number(*, plain: bool, letter: str = r"\w") -> re.Pattern[str]:
    """A number or a span of two, the sign before it, the scale, share or coin after it; each may be missing.

    `letter` is a set of what may not stand around a number.
    """
    ends = rf"(?!{letter})"
    begins = rf"(?<!{letter})(?<![.,/^_\\+-])(?<!–)(?<!{SIGNS})"
    part = number_parts(plain=plain)
    counted = "" if plain else rf"|(?<=[万萬亿億만억]){part.unit}"
    span = "to|bis|a|-|–|—" if plain else "to|bis|до|a|à|से|至|–|-|—"
    return re.compile(
        rf"(?:(?P<sign>(?:{begins}[+-]|(?<![+-])){CURRENCY}\s?)|{begins}[+-]?)"
        rf"(?:(?!(?:1[5-9]|20)\d\d\s(?:to|bis|a|à)\s\d+[.,]\d){part.number}\s?(?:{span})\s?"
        rf"(?:{CURRENCY}\s?)?)?{part.number}"
        rf"(?P<scale>[\s-]?{part.scale}{ends}{part.unit}?|[bmtk]{ends}{counted})?"
        rf"(?:(?P<share>\s?(?:%{ends}|{part.percent}))|(?P<coin>\s?{part.coin}{ends}))?{part.after}?"
    )


def _number_in(text: str) -> re.Pattern[str]:
    """The pattern of numbers for a text: the shorter one when it needs no other.

    Only where scripts without spaces stand, their signs are no letters to it: a set that names tens of thousands of
    signs takes longer to be made than to be searched with.
    """
    if _is_plain(text):
        return _number(plain=True)
    if max(text) < _UNSPACED:
        return _number(plain=False)
    return _number(plain=False, letter=rf"[^\W{_UNSPACED}-\u9fff\uac00-\ud7a3]")


def _is_plain(text: str) -> bool:
    """Whether a text has no letters but a to z; signs such as dashes, quotes and currencies do not matter."""
    return text.isascii() or not any(sign > "\x7f" and sign.isalpha() for sign in text)


def _numbers(sentence: str) -> list[re.Match[str]]:
    """The numbers that are money, shares or large quantities."""
    found = []
    for match in _each_number(folded(sentence)):
        after = sentence[match.end() : match.end() + 1]
        runs_on = match["sign"] and (after == "-" or (after.isalnum() and not has_ideographs(after)))
        scale = (match["scale"] or "").strip()
        scaled = len(scale) > 1 or not scale.isascii() or not _SCALE_SIGNS.isdisjoint(match[0])
        if not runs_on and (match["sign"] or match["share"] or match["coin"] or scaled):
            found.append(match)
    return found


def _each_number(text: str) -> Iterator[re.Match[str]]:
    """Every number of a folded text; looked for at digits only, with what may stand before them."""
    number = _number_in(text)
    at = 0
    while digit := _DIGIT.search(text, at):
        match = number.search(text, max(at, digit.start() - _SIGN_BEFORE))
        if match is None:
            return
        yield match
        at = match.end()


@cache
def _hedge(*, plain: bool) -> re.Pattern[str]:
    """What stands before a number and limits it; looked for at numbers only, since it is a long list."""
    return re.compile(rf"{number_parts(plain=plain).hedge}{{1,2}}$")


def find_figures(sentence: str) -> list[FoundFigure]:
    """The figures of one sentence in order; none without a caption that stands."""
    if len(sentence) > _LONGEST or not _DIGIT.search(sentence):
        return []
    matches = _numbers(sentence)
    if not matches or _SUPPOSED.search(sentence):
        return []
    starts = [_with_hedge(sentence, match.start()) for match in matches]
    found = []
    for index, (match, start) in enumerate(zip(matches, starts, strict=True)):
        left = sentence[matches[index - 1].end() if index else 0 : start]
        if index and _RISES_TO.fullmatch(left):  # "from 5 to 7": both say the same of two times
            left = f"{sentence[: starts[index - 1]].rstrip().removesuffix('from')}to "
        may_be_rated = sentence[match.end() : match.end() + 2].lower() in (" p", " a", " e")
        rate = _RATE.match(sentence, match.end()) if may_be_rated else None
        end = rate.end() if rate else match.end()
        right = sentence[end : starts[index + 1] if index + 1 < len(matches) else len(sentence)]
        led = with_subject(sentence, left)
        last = index + 1 == len(matches)
        caption, with_value = caption_of(led, right, first=not index, more=not last, counted=not match["share"])
        value = sentence[start:end] + with_value
        if _ONE_COIN.fullmatch(match[0]) and not (rate or match["scale"] or match["share"]):
            continue  # "bring 1 pound": nothing that is worth showing big
        if _denies(left[-_NEAR:]) and not _denies(f"{value} {caption}"):
            continue  # "prices did not rise by 5 %" is no figure of 5 %
        if caption:
            weight = 3 if match["sign"] or match["coin"] else 1 if match["share"] else 2
            found.append(FoundFigure(" ".join(value.split()), caption, weight))
    return found


def _with_hedge(sentence: str, start: int) -> int:
    """Where a number begins when the hedge before it is counted in."""
    near = max(0, start - _NEAR)
    before = folded(sentence[near:start])
    hedge = _hedge(plain=_is_plain(before)).search(before)
    return near + hedge.start() if hedge else start


def _denies(text: str) -> bool:
    denied = not DENYING.isdisjoint(runs(text)) or bool(denials(text))
    return denied or (not _is_plain(text) and DENYING_BEYOND.search(text) is not None)
