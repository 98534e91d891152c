"""Blanks: key numbers, names and terms taken out of the text for the class to fill in, and the key that has them.

Every sentence loses one thing at most: its number, else a name inside it. Numbers set large and the words of the
glossary are blanks too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefdeck.compose.brief.block import Block, Role
from briefdeck.late import late_pattern
from briefdeck.model.look import Ink
from briefdeck.model.page import Part, Span

_SENTENCES = frozenset({Role.PLAIN, Role.POINT, Role.BELOW, Role.DEEP, Role.MOMENT, Role.TAKEAWAY, Role.LEAD})
_SAID = frozenset({Part.SAY, Part.SHOW, Part.TEXT})
_ANSWERS = frozenset({Part.VALUE, Part.TERM})
_KEY = Ink("accent1")

_NUMBER = late_pattern(
    r"""(?<![\w.,/-])
    (?:[$€£¥₹]\s?|Rs\.?\s?)?
    \d+(?:[.,\u00a0\u202f]\d+)*
    (?:\s?(?:%|‰|per\ cent|percent|million|billion|trillion|crore|lakh|thousand))?
    (?![\w/-])""",
    re.VERBOSE,
)
_NAME = late_pattern(r"(?<=[^\W\d_][,;]\s|[^\W\d_]{2}\s)[A-Z][\w’'.-]*\w(?:\s(?:of\s|and\s|the\s)?[A-Z][\w’'.-]*\w)*")
_LABEL_ENDS = " .:："
_LONGEST = 40
"""Characters; what is longer is a clause and no name."""

_SHORTEST_BLANK, _LONGEST_BLANK = 8, 22
"""Underscores; the length tells little about the answer."""


def with_blanks(blocks: Iterable[Block], *, filled: bool) -> tuple[Block, ...]:
    """The blocks with blanks; filled, with what belongs into them set apart: the answer key."""
    return tuple(block._replace(spans=tuple(_parted(block, filled))) for block in blocks)


def _parted(block: Block, filled: bool) -> Iterator[Span]:
    for span in block.spans:
        part = (span.ref or block.ref).part
        if part in _ANSWERS:
            yield from _answer(span, filled)
        elif block.role in _SENTENCES and part in _SAID and not span.link and (found := _chosen(span.text)):
            start, stop = found
            yield span._replace(text=span.text[:start])
            yield from _answer(span._replace(text=span.text[start:stop]), filled)
            yield span._replace(text=span.text[stop:])
        else:
            yield span


def _chosen(text: str) -> tuple[int, int] | None:
    """Where the thing to be filled in stands: the first number, else the longest name."""
    if number := _NUMBER.search(text):
        return number.span()
    names = [found.span() for found in _NAME.finditer(text) if len(found[0]) <= _LONGEST]
    return max(names, key=lambda span: span[1] - span[0], default=None)


def _answer(span: Span, filled: bool) -> Iterator[Span]:
    """The blank, or what belongs into it; the separator of a label stays."""
    word = span.text.rstrip(_LABEL_ENDS) if (span.ref and span.ref.part is Part.TERM) else span.text.strip()
    start = span.text.find(word)
    before, after = span.text[:start], span.text[start + len(word) :]
    if before:
        yield span._replace(text=before)
    if filled:
        yield span._replace(text=word, bold=True, ink=_KEY)
    else:
        count = min(_LONGEST_BLANK, max(_SHORTEST_BLANK, round(len(word) * 1.1)))
        yield span._replace(text="_" * count, bold=False, ink=None)
    if after:
        yield span._replace(text=after)
