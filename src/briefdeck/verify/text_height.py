"""A cautious estimate of how tall a text gets: low enough for no false alarm, high enough for a text twice too long.

Whoever composes measures with real fonts; this is a second opinion that shares nothing with it. Advances are means of
common narrow text faces, a little less than they are, in em.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefdeck.late import late_pattern
from briefdeck.verify.deck_file import DeckParagraph

LINE = 1.15
"""Line height in em; PowerPoint's is 1.2."""

_WIDEST = 1.2
"""Lines: a spacing up to this is made up for by fonts whose lines are less high."""

_SPACE = 0.2
_BETWEEN = late_pattern(
    r"([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\uffef\U00020000-\U0003ffff])"
)
"""Letters between any two of which a line may end, as far as a cautious estimate knows."""

_NARROW = frozenset("iljtfrIıſіјӏӀΙι.,:;'’‘`´°|!()[]{}/\\-·•")
_WIDE = frozenset("mwMW@%—…")


@lru_cache(maxsize=4096)
def advance(character: str) -> float:
    """The width of a character in em, rather too small than too large."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 0.95
    if character.isspace():
        return _SPACE
    if unicodedata.normalize("NFD", character)[0] in _NARROW:  # "ї", "ľ"
        return 0.24
    if character in _WIDE:
        return 0.7
    if character.isascii() or unicodedata.category(character) in ("Lu", "Ll"):
        return 0.52 if character.isupper() else 0.45
    return 0.35  # scripts with conjuncts and joined forms are narrower than their letters are many


def text_height(paragraphs: Iterable[DeckParagraph], width: float) -> float:
    """The least height in points that the paragraphs can have in a box of that inner width."""
    height = before = 0.0
    for index, paragraph in enumerate(paragraphs):
        size = paragraph.size or 0.0
        lines = _lines(paragraph.text, (width - paragraph.left - paragraph.right) / size) if size else 0
        height += lines * size * LINE * max(min(paragraph.line_spacing, 1.0), paragraph.line_spacing / _WIDEST)
        height += max(paragraph.space_before, before) if index else 0.0
        before = paragraph.space_after
    return height


def _pieces(text: str) -> Iterator[tuple[float, str]]:
    """What stands together on a line, with the space before it in em: words, or letters between which lines may end."""
    for word in text.split():
        apart = _SPACE
        for piece in _BETWEEN.split(word):
            if piece:
                yield apart, piece
                apart = 0.0


def _lines(text: str, room: float) -> int:
    """How many lines the text takes when a line has that many em; a word longer than a line goes on in the next."""
    if room <= 0:
        return 1
    lines, used = 1, 0.0
    for apart, piece in _pieces(text):
        width = sum(map(advance, piece))
        if used and used + apart + width > room:
            lines, used = lines + 1, 0.0
        used += width + (apart if used else 0.0)
        while used > room:
            lines, used = lines + 1, used - room
    return lines
