"""Links as every viewer paints them: LibreOffice takes each for one sign, and breaks and turns it where it should not.

A long link that runs over a line's end is painted astray, and so is one with letters from both directions. So a link of
several lines is several links, one a word; and where the text is written from the right, one word of it is the link.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from briefdeck.compose.type.linebreak import pieces
from briefdeck.compose.type.measure import DeckMeasure
from briefdeck.model.page import Paragraph, Span
from briefdeck.model.values import replace

_PIECE = 8  # characters: of words that are longer than a line
_FROM_RIGHT = frozenset({"R", "AL"})


@dataclass(frozen=True)
class Links:
    """Parts the links of paragraphs; `runs_left` says that the deck is written from right to left."""

    measure: DeckMeasure
    runs_left: bool

    def parted(self, paragraph: Paragraph, width: float) -> Paragraph:
        """The paragraph with links that hold together at that width (points)."""
        if not any(span.link for span in paragraph.spans):
            return paragraph
        if self.runs_left or any(unicodedata.bidirectional(char) in _FROM_RIGHT for char in paragraph.text):
            spans = [part for span in paragraph.spans for part in self._one_word(span, paragraph, width)]
            return replace(paragraph, spans=tuple(spans))
        if len(self.measure.lines(paragraph.spans, paragraph.style, width)) < 2:
            return paragraph
        return replace(paragraph, spans=tuple(self._by_word(paragraph, width)))

    def _by_word(self, paragraph: Paragraph, width: float) -> Iterator[Span]:
        ends = sorted(self._ends(paragraph, width))
        start = 0
        for span in paragraph.spans:
            stop = start + len(span.text)
            cuts = [start, *(end for end in ends if span.link and start < end < stop), stop]
            for one, two in pairwise(cuts):
                yield replace(span, text=span.text[one - start : two - start])
            start = stop

    def _ends(self, paragraph: Paragraph, width: float) -> set[int]:
        """After each word, and within words that are longer than a line."""
        ends = set()
        for piece in pieces(paragraph.text):
            if not self._fits(paragraph.text[piece.start : piece.stop], paragraph, width):
                ends |= set(range(piece.start + _PIECE, piece.stop, _PIECE))
            ends.add(piece.next)
        return ends

    def _one_word(self, span: Span, paragraph: Paragraph, width: float) -> Iterator[Span]:
        """The span with the link on its first word of one direction that fits a line; without it where none does."""
        if not span.link:
            yield span
            return
        words = (span.text[piece.start : piece.stop] for piece in pieces(span.text))
        word = next((word for word in words if _is_plain(word) and self._fits(word, paragraph, width)), "")
        before, found, after = span.text.partition(word) if word else (span.text, "", "")
        for text, link in ((before, ""), (found, span.link), (after, "")):
            if text:
                yield replace(span, text=text, link=link)

    def _fits(self, word: str, paragraph: Paragraph, width: float) -> bool:
        return self.measure.width(word, paragraph.style) <= width - paragraph.style.indent


def _is_plain(word: str) -> bool:
    """Whether all of a word runs one way."""
    ways = {unicodedata.bidirectional(char) for char in word}
    return ways <= _FROM_RIGHT or ("L" in ways and not ways & {*_FROM_RIGHT, "AN"})
