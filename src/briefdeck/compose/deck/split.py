"""Splitting in balance: what does not fit one slide is spread over several of about the same weight."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from itertools import accumulate, pairwise
from typing import TypeVar

from briefdeck.compose.deck.seating import Item, Kind, Words
from briefdeck.compose.type.linebreak import pieces
from briefdeck.late import late_pattern
from briefdeck.model.page import Part, Span
from briefdeck.model.values import replace

Thing = TypeVar("Thing")

_ANNOUNCES = late_pattern(r"[:：–—-]\s*[-–—]?\s*$")
_SENTENCE_END = late_pattern(r"(?<=[.!?…।؟])[\"'”’»)\]]*\s+(?=\S)|(?<=[。！？])[\"'”’»)\]」』]*\s*(?=\S)")
"""No sentence ends behind a stop within a number or an address; only Chinese and Japanese put no space behind it."""

_NUMBER = late_pattern(r"(?:#|№|§|Nr\.|No\.)\s?\d+(?:\.\d+)*[.:)]?|\d{1,3}(?:\.\d+)*[.:)]")
"""What only counts: “#22”, “§ 4”, “3.”."""

_PAUSES = (",", ";", ":", "–", "—", "،", "؛", "，", "、", "；", "：")
_LISTED = frozenset({Kind.POINT, Kind.BRANCH, Kind.GROUP, Kind.AGENDA})
"""What lists take as it is."""


def balanced(
    things: Sequence[Thing], weights: Sequence[float], parts: int, together: Set[int] = frozenset()
) -> list[tuple[Thing, ...]]:
    """The things in at most `parts` stretches, in order, none empty, each ending nearest to its share of the weight.

    `together` are the places of things that the next one belongs to: no stretch ends there if another end will do.
    """
    parts = min(parts, len(things))
    sums = [0.0, *accumulate(weights)]
    cuts = [0]
    for part in range(1, parts):
        goal = sums[-1] * part / parts
        first, last = cuts[-1] + 1, len(things) - (parts - part)
        above = min(max(bisect_left(sums, goal), first), last)
        below = max(above - 1, first)
        free_above = next((cut for cut in range(above, last + 1) if cut - 1 not in together), above)
        free_below = next((cut for cut in range(below, first - 1, -1) if cut - 1 not in together), free_above)
        cuts.append(free_below if goal - sums[free_below] < sums[free_above] - goal else free_above)
    return [tuple(things[start:stop]) for start, stop in zip(cuts, [*cuts[1:], len(things)], strict=True)]


def as_list(item: Item) -> Item:
    """The item as points say it, in place of a seat made for its kind: its first paragraph above the others."""
    first, *others = item.in_list
    if item.kind in _LISTED or item.native:
        return item
    if not others:
        return Item(kind=Kind.POINT, words=(replace(first, level=0),))
    above = replace(first, level=0, strong=True)
    return Item(kind=Kind.BRANCH, words=(above, *(replace(one, level=max(1, one.level)) for one in others)))


def announces(text: str) -> bool:
    """Whether a text says only that something follows."""
    return bool(_ANNOUNCES.search(text))


def lead_ins(items: Sequence[Item]) -> Set[int]:
    """The places of items that belong to the next one: they end in a colon or a dash, or are only its number."""
    return {index for index, item in enumerate(items) if item.in_list and _leads_in(item.in_list[-1])}


def with_heads(items: Sequence[Item]) -> list[Item]:
    """The items, those that are only the number of the next one as a label above it."""
    heads = [len(item.in_list) == 1 and _is_number(item.in_list[0]) for item in items]
    return [
        replace(item, listed=(replace(item.in_list[0], strong=True),)) if head and not below else item
        for item, head, below in zip(items, heads, (*heads[1:], True), strict=False)
    ]


def _leads_in(words: Words) -> bool:
    return announces(words.text) or (not words.level and _is_number(words))


def _is_number(words: Words) -> bool:
    return not words.number and _NUMBER.fullmatch(words.text.strip()) is not None


def smaller_items(item: Item) -> tuple[Item, ...]:
    """One item as several that say the same in the same order: its paragraphs, else the sentences of its only one.

    A sentence that is too long for a slide is halved where it pauses, else between two words. The item alone when it
    cannot be cut.
    """
    heads = _heads(item.in_list)
    if len(heads) < 2:
        return (item,)
    return tuple(replace(item, words=words, listed=words) for words in heads)


def _heads(paragraphs: Sequence[Words]) -> list[tuple[Words, ...]]:
    """The paragraphs in stretches: what stands below another stays with it, a head with the first that it heads."""
    if not paragraphs:
        return []
    if len(paragraphs) == 1:
        return [(one,) for one in _parts(paragraphs[0])]
    head, *others = paragraphs
    families = _families(others)
    if len(families) > 1:
        return [(head, *families[0]), *families[1:]]
    if not head.strong:
        return [(head,), tuple(others)]
    if len(others) > 1:  # one point with what stands below it, of which the head keeps the first part
        nearest, *further = _heads(others)
        return [(head, *nearest), *further]
    first, *rest = _parts(others[0])
    return [(head, first), *((one,) for one in rest)] if rest else [(head,), (first,)]


def _families(paragraphs: Sequence[Words]) -> list[tuple[Words, ...]]:
    """The paragraphs of the highest level, each with those below it."""
    top = min(one.level for one in paragraphs)
    starts = sorted({0, *(index for index, one in enumerate(paragraphs) if one.level == top)})
    return [tuple(paragraphs[start:stop]) for start, stop in pairwise([*starts, len(paragraphs)])]


def _parts(words: Words) -> list[Words]:
    return _sentences(words) or _halves(words)


def _sentences(words: Words) -> list[Words]:
    """A paragraph cut after its sentences; the ref is the same for all of them. Empty when it is one alone."""
    stops = [match.end() for match in _SENTENCE_END.finditer(words.text)]
    parts = _cut(words, [stop for stop in stops if stop > _label(words)])
    return parts if len(parts) > 1 else []


def _label(words: Words) -> int:
    """How many characters of a paragraph are the label before it, which is no sentence of its own."""
    first = words.spans[0]
    return len(first.text) if first.ref and first.ref.part is Part.LABEL else 0


def _halves(words: Words) -> list[Words]:
    """A sentence cut in two near its middle, after a pause if there is one in its middle half."""
    text = words.text
    ends = [piece.next for piece in pieces(text)[:-1] if piece.next > _label(words)]
    pauses = [end for end in ends if text[:end].rstrip().endswith(_PAUSES) and 1 / 4 <= end / len(text) <= 3 / 4]
    middle = min(pauses or ends, key=lambda end: abs(end - len(text) / 2), default=0)
    return _cut(words, [middle])


def _cut(words: Words, stops: Sequence[int]) -> list[Words]:
    text = words.text
    return [
        replace(words, spans=_between(words.spans, start, stop), number=0 if start else words.number)
        for start, stop in pairwise([0, *stops, len(text)])
        if text[start:stop].strip()
    ]


def _between(spans: Sequence[Span], start: int, stop: int) -> tuple[Span, ...]:
    cut = []
    place = 0
    for span in spans:
        first, last = max(start - place, 0), min(stop - place, len(span.text))
        if first < last:
            cut.append(replace(span, text=span.text[first:last]))
        place += len(span.text)
    if cut:
        cut[-1] = replace(cut[-1], text=cut[-1].text.rstrip())
    return tuple(cut)
