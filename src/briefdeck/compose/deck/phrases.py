"""Phrases from left to right in a text that runs to the left: a Latin name of three words, a formula, a quotation.

Parted at the end of a line, their beginning stands above their end and on its other side; and LibreOffice moves such a
line out of its box. So a short one is held on one line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from briefdeck.compose.type.measure import DeckMeasure, saying
from briefdeck.late import late_pattern
from briefdeck.model.page import Paragraph
from briefdeck.model.values import replace

_WORD = late_pattern(r"[^ \u00a0]+")
_FROM_RIGHT = frozenset({"R", "AL"})
_MOST = 0.5  # of the width: a longer phrase would leave too much of a line empty


def with_whole_phrases(paragraph: Paragraph, width: float, measure: DeckMeasure) -> Paragraph:
    """The paragraph with no break in its short phrases of words from left to right; at that width, points."""
    text = paragraph.text
    for start, stop in _phrases(text):
        phrase = text[start:stop]
        if " " in phrase and measure.width(phrase, paragraph.style) <= _MOST * width:
            text = text[:start] + phrase.replace(" ", "\u00a0") + text[stop:]
    return paragraph if text == paragraph.text else replace(paragraph, spans=saying(paragraph.spans, text))


def _phrases(text: str) -> Iterator[tuple[int, int]]:
    """Where stretches of words from left to right begin and end, where words from the right stand beside them."""
    if text.isascii() or not _FROM_RIGHT & set(map(unicodedata.bidirectional, text)):
        return
    first: int | None = None
    last = 0
    for word in _WORD.finditer(text):
        ways = set(map(unicodedata.bidirectional, word[0]))
        if ways & _FROM_RIGHT:
            if first is not None:
                yield first, last
            first = None
        elif "L" in ways:
            first, last = word.start() if first is None else first, word.end()
    if first is not None:
        yield first, last
