"""Blanks of a guided brief: whether the words around them are the outline's, and what belongs into them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from briefdeck.late import late_pattern
from briefdeck.verify.wording import normal

_BLANK = late_pattern("_{6,}")
_MARKS = late_pattern(r"[\s.:：;,]+")
_LONGEST = 600
"""Characters that a blank may stand for."""

_MOST = 64
"""Ways to read an item that are tried; it has two or three."""


def filled_in(shown: Sequence[str], needed: Sequence[Sequence[str]], labels: Sequence[str]) -> list[str]:
    """The texts of one item with its blanks filled in.

    They are held as a whole against what the item says, each of its texts in one of its forms, after some of its
    labels; where nothing fits, the blanks stay, and the comparison will name them.
    """
    text = normal(" ".join(shown))
    if not _BLANK.search(text):
        return list(shown)
    parts = (re.escape(_bare(part)) for part in _BLANK.split(text))
    pattern = re.compile(rf"\s*(.{{1,{_LONGEST}}}?)\s*".join(parts))
    for reading in _readings(needed, labels):
        if pattern.fullmatch(_bare(" ".join(reading))):
            return list(reading)
    return list(shown)


def _readings(needed: Sequence[Sequence[str]], labels: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """What an item may show: its texts in order, without a label, after its own, after all above it."""
    before = dict.fromkeys(tuple(labels[start:]) for start in range(len(labels), -1, -1))
    count = 0
    for forms in product(*needed):
        for names in before:
            count += 1
            if count > _MOST:
                return
            yield (*names, *forms)


def _bare(text: str) -> str:
    """The text with one space in place of marks and spaces: labels end in a colon here and in a stop there."""
    return _MARKS.sub(" ", text).strip()
