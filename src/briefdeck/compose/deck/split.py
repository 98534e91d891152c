"""Splitting in balance: what does not fit one slide is spread over several of about the same weight."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import TypeVar

from briefdeck.compose.deck.seating import Item, Words
from briefdeck.model.page import Span
from briefdeck.model.values import replace

Thing = TypeVar("Thing")

_SENTENCE_END = re.compile(r"(?<=[.!?…。！？।؟])[\"'”’»)\]]*\s*(?=\S)")


def balanced(things: Sequence[Thing], weights: Sequence[float], parts: int) -> list[tuple[Thing, ...]]:
    """The things in at most `parts` stretches, in order, none empty, each ending nearest to its share of the weight."""
    parts = min(parts, len(things))
    sums = [0.0, *accumulate(weights)]
    cuts = [0]
    for part in range(1, parts):
        goal = sums[-1] * part / parts
        first, last = cuts[-1] + 1, len(things) - (parts - part)
        above = min(max(bisect_left(sums, goal), first), last)
        below = max(above - 1, first)
        cuts.append(below if goal - sums[below] < sums[above] - goal else above)
    return [tuple(things[start:stop]) for start, stop in zip(cuts, [*cuts[1:], len(things)], strict=True)]


def smaller_items(item: Item) -> tuple[Item, ...]:
    """One item as several that say the same in the same order: its paragraphs, else the sentences of its only one.

    The item alone when it cannot be cut.
    """
    paragraphs = item.in_list
    if len(paragraphs) > 1:
        lead = 2 if paragraphs[0].strong else 1
        heads = [paragraphs[:lead], *((one,) for one in paragraphs[lead:])]
    else:
        heads = [(one,) for one in _sentences(paragraphs[0])] if paragraphs else []
    if len(heads) < 2:
        return (item,)
    return tuple(replace(item, words=words, listed=words) for words in heads)


def _sentences(words: Words) -> list[Words]:
    """A paragraph cut after its sentences; the ref is the same for all of them."""
    text = words.text
    stops = [match.end() for match in _SENTENCE_END.finditer(text)]
    bounds = [0, *stops, len(text)]
    return [
        replace(words, spans=_between(words.spans, start, stop))
        for start, stop in pairwise(bounds)
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
