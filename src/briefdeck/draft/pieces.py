"""Long sentences in pieces: what comes first is shown as the point, every further clause on a line of its own below it.

Nothing is reworded or moved: the pieces are the sentence, cut where a reader would draw breath. Of all ways to cut, the
cheapest is taken: few cuts, at strong seams, into pieces of about a line each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import inf

from briefdeck.draft.clauses import LONG
from briefdeck.draft.seams import STRONG, Seam, closes_inset, find_seams, opening_length
from briefdeck.draft.words import denials, runs, word_count, word_set
from briefdeck.named import NamedTuple

TOO_LONG = 28
"""Words from which on it is cut at any seam rather than stand on a slide in one piece."""

_TWO_STATEMENTS = 15
_BETWEEN_STATEMENTS = (", ", "; ", " – ", " — ", " - ", " -- ")
_GOAL, _FAR, _LEAST = 14, 20, 4
_WINDOW = 60  # words that one piece may hold at the very most
_EACH_CUT = 1.5
_FEWEST_LED, _MOST_LED = 6, 8  # words
_TWO_LEVELS = 6.0  # what it costs when a piece opens within the main clause and goes on with it
_BACK = {
    "preposition": ("and",),
    "gerund": ("and",),
    "instead": ("and",),
    "purpose": ("and",),
    "participle": ("and", "that"),
}
"""Of pieces that open within a clause, the seams at which that clause goes on."""
_TOLD = 6  # words that say who spoke and where
_RESORT = 8.0
_LOST_NO = 12.0  # what it costs when the first piece says yes and a later one no


_DENYING = word_set(
    "no never none nor neither without cannot unless except hardly nothing nobody не ни нет без nicht kein keine "
    "keinen keiner keinem keines keinerlei nie pas jamais sans não nunca sem sin ne"
)
_DENYING_WITHIN = ("नहीं", "不", "没", "لا", "ليس")
"""What denies also as a part of a word."""


@cache
def _negation() -> re.Pattern[str]:
    return re.compile(
        r"(?<!, )\bnot\b|, not (?!(?:to|for|in|by|on|as|from|with|the|an?|its|their|merely|only|just)\b)|n['’]t\b"
        rf"|\b(?:{'|'.join(sorted(_DENYING))})\b|{'|'.join(_DENYING_WITHIN)}",
        re.IGNORECASE,
    )


def _may_deny(text: str) -> bool:
    """Whether a word of a text is one that says no: told ten times as fast as where it stands."""
    found = runs(text)
    within = not text.isascii() and any(part in text for part in _DENYING_WITHIN)
    return "not" in found or not _DENYING.isdisjoint(found) or within or bool(denials(text))


class Cutting(NamedTuple):
    """A text in pieces, in order and without the commas between them."""

    pieces: tuple[str, ...]
    clean: bool  # every cut was made where a reader would draw breath


def in_pieces(text: str, lang: str) -> Cutting:
    """The best cutting of a text; the text alone when it is best left whole."""
    length = word_count(text)
    english = lang.startswith("en")
    whole = Cutting((text,), length <= TOO_LONG)
    if length < (_TWO_STATEMENTS if english else TOO_LONG + 1):
        return whole
    if length <= LONG and not any(sign in text for sign in _BETWEEN_STATEMENTS):
        return whole
    if english and length > TOO_LONG and (words := _before_words(text)):
        return words
    seams = [seam for seam in find_seams(text, english=english) if length > LONG or seam.kind in STRONG]
    denied = _denials(text)[-1]
    led = opening_length(text) if english else 0
    led = min(_MOST_LED, led) if led >= _FEWEST_LED else 0
    cuts = _cheapest(text, seams, denied, led) if length > LONG else _between_statements(text, seams)
    if english and length > TOO_LONG and any(word_count(piece) > TOO_LONG for piece in _cut(text, cuts)):
        seams = sorted([*seams, *_last_resorts(text)])
        cuts = _cheapest(text, seams, denied, led)
    clean = not any(seam.dear for seam in cuts)
    if not cuts or _says_yes(text, cuts[0], length) or (length <= TOO_LONG and not clean):
        return whole
    pieces = _cut(text, _parallel(text, cuts, seams))
    return Cutting(tuple(part for piece in pieces for part in _without_inset(piece)), clean)


def _before_words(text: str) -> Cutting | None:
    """Who said something and where, and below it the words, which stay between their quotation marks."""
    match = _quotation().match(text) if text[-1:] in '”"' else None
    if match is None or word_count(match["who"]) < _TOLD or word_count(match["words"]) > TOO_LONG:
        return None
    return Cutting((match["who"], match["words"]), clean=True)


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(
        r"(?P<who>[^“”\"]{15,160}\b(?:said|says|wrote|writes|stated|added|declared|argued|replied|asked))[,:]?\s"
        r"(?P<words>[“\"][^“”\"]{20,300}[”\"])$"
    )


def _last_resorts(text: str) -> Iterator[Seam]:
    """Where an English text may be cut that is too long for a slide and has no better seam."""
    for match in _little_word().finditer(text):
        if text.count("(", 0, match.start()) > text.count(")", 0, match.start()):
            continue
        yield Seam(match.start(), match.end(), _RESORT + 2.0 * (match["joins"] is None), dear=True)


@cache
def _little_word() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\b[a-z])(?<!\b[a-z]{2})(?<!\b[a-z]{3})\s"
        r"(?=(?:(?P<joins>and|or|but|because)|in|on|at|by|for|with|from|to|that|which)\s)"
    )


def denies(text: str) -> bool:
    """Whether a text says no somewhere."""
    return _may_deny(text) and _negation().search(text) is not None


def points_back(piece: str) -> bool:
    """Whether a piece opens with a word for the one before it: "that", "in which"."""
    first, second, *_ = [*piece.lower().split(maxsplit=2), "", ""]
    return first in ("that", "which", "who", "whom", "whose", "where") or second in ("which", "whom", "whose")


def _denials(text: str) -> list[int]:
    """Where the negations of a text end; 0 when there are none."""
    return [match.end() for match in _negation().finditer(text)] or [0] if _may_deny(text) else [0]


def _says_yes(text: str, cut: Seam, length: int) -> bool:
    """Whether the first line of a sentence that may stand whole would say yes where the sentence says no.

    What is too long for a slide is cut all the same: each negation stays with its clause, and none is left out.
    """
    return length <= TOO_LONG and cut.end < _denials(text)[-1]


def _cut(text: str, cuts: list[Seam]) -> list[str]:
    bounds = [(0, 0), *((seam.end, seam.start) for seam in cuts), (len(text), 0)]
    return [_trimmed(text[start:end]) for (_, start), (end, _) in pairwise(bounds)]


def _trimmed(piece: str) -> str:
    return piece.strip(" ,;:；：，،").removesuffix(" –").removesuffix(" —").removesuffix(" -")


def _between_statements(text: str, seams: list[Seam]) -> list[Seam]:
    """The strong seams of a sentence of middling length, when each piece says something."""
    bounds = [0, *(seam.end for seam in seams), len(text)]
    return seams if all(word_count(text[start:end]) >= _LEAST for start, end in pairwise(bounds)) else []


def _parallel(text: str, cuts: list[Seam], seams: list[Seam]) -> list[Seam]:
    """The cuts with those seams beside them that open alike: "between ..., between ...", "adding ..., taking ..."."""
    openings = {(seam.kind, _opening(text, seam)): seam.cost for seam in cuts if text[seam.end : seam.end + 1] == ","}
    alike = [
        seam
        for seam in seams
        if text[seam.end : seam.end + 1] == ","
        and (cost := openings.get((seam.kind, _opening(text, seam)))) is not None
        and (seam.cost <= cost or not seam.dear)
    ]
    chosen = sorted({*cuts, *alike})
    bounds = [0, *(seam.start for seam in chosen), len(text)]
    return chosen if all(word_count(text[start:end]) >= _LEAST for start, end in pairwise(bounds)) else cuts


def _opening(text: str, seam: Seam) -> str:
    word = text[seam.start :].removeprefix("and ").split(maxsplit=1)[0].lower()
    return "-ing" if word.endswith("ing") and len(word) > 5 else word


def _without_inset(piece: str) -> list[str]:
    """The piece, or the clause that stands in it and what goes on after that."""
    seam = closes_inset(piece)
    if seam is None or word_count(piece[seam.start :]) < _LEAST:
        return [piece]
    return [piece[: seam.end], piece[seam.start :]]


def _cheapest(text: str, seams: list[Seam], denied: int, led: int) -> list[Seam]:
    """The seams to cut at, so that cuts and lengths together cost least; none when no seam is worth it.

    The first piece is read alone: it should reach to where the last negation ends, and may be longer by the `led` words
    that lead up to its main clause.
    """
    places = [Seam(0, 0, 0.0), *seams, Seam(len(text), len(text), 0.0)]
    counts = _counts(text, places)
    going_on = [_goes_on(place.kind, places[index + 1 :]) for index, place in enumerate(places)]
    costs = [0.0]
    came: list[int] = [0]
    for stop in range(1, len(places)):
        best, origin = inf, 0
        for start in range(stop - 1, -1, -1):
            words = counts[stop][0] - counts[start][1]
            if words > _WINDOW and best < inf:
                break
            cost = (
                costs[start]
                + _length_cost(words, led if not start else 0)
                + _LOST_NO * (not start and places[stop].end < denied)
                + _TWO_LEVELS * (places[stop].end > going_on[start])
            )
            if cost < best:
                best, origin = cost, start
        costs.append(best + (_EACH_CUT + places[stop].cost if stop < len(places) - 1 else 0.0))
        came.append(origin)
    chosen: list[Seam] = []
    at = came[-1]
    while at:
        chosen.append(places[at])
        at = came[at]
    return chosen[::-1]


def _goes_on(kind: str, later: list[Seam]) -> float:
    """Where after a phrase the main clause goes on: "built / by the guild and has stood since"."""
    going = _BACK.get(kind, ())
    return next((seam.end for seam in later if seam.kind in going), inf)


def _counts(text: str, places: list[Seam]) -> list[tuple[int, int]]:
    """For each place the words up to its end and up to its start."""
    found: list[tuple[int, int]] = []
    so_far, at = 0, 0
    for place in places:
        before = so_far + word_count(text[at : place.end])
        so_far, at = before + word_count(text[place.end : place.start]), place.start
        found.append((before, so_far))
    return found


def _length_cost(words: int, led: int = 0) -> float:
    if words < _LEAST:
        return 2.5 * (_LEAST - words)
    said = words - led
    over = max(0, said - _GOAL) * 0.45 + max(0, said - _FAR) * 0.65
    return over + (50.0 if words > TOO_LONG else 0.0)
