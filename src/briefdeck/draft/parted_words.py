"""Words that a line's end has parted: "disco-" over "vered". A keyboard's hyphen may also stand in a compound.

The note decides: what it writes elsewhere in one word or with a hyphen is so here, and where several lines end in a
hyphen a program has parted words.
"""

from __future__ import annotations

from briefdeck.draft.rows import Kind, Row
from briefdeck.draft.words import word_set
from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple

_WORD = late_pattern(r"\w+(?:-\w+)*")
_FEWEST, _LEAST_SHARE = 2, 0.04
_OF_COMPOUNDS = word_set("well self non ex all half semi cross co anti post long short high low one two three")
"""What stands before a hyphen in words that have one for good."""


class PartedWords(NamedTuple):
    """What tells a word that was parted from one that is written with a hyphen."""

    known: frozenset[str]
    several: bool  # lines end in a hyphen

    def joined(self, before: str, after: str) -> str:
        """The line `before`, which ends in a hyphen, without it when the word goes on in `after`."""
        first = before[:-1].rsplit(maxsplit=1)[-1].lstrip("(\"“'‘").lower()
        match = _WORD.match(after)
        second = match[0].lower() if match else ""
        if f"{first}{second}" in self.known:
            return before[:-1]
        kept = f"{first}-{second}" in self.known or first in _OF_COMPOUNDS or not self.several
        return before if kept else before[:-1]


def parted_words(rows: list[Row]) -> PartedWords:
    """The words of the rows; nothing is known where no line ends in a hyphen."""
    text = [row.body for row in rows if row.kind is Kind.TEXT]
    ends = sum(1 for body in text if body[-1:] == "-" and body[-2:-1].isalpha())
    if not ends:
        return PartedWords(frozenset(), several=False)
    known = frozenset(word for body in text for word in _WORD.findall(body.lower()))
    return PartedWords(known, several=ends >= _FEWEST and ends > _LEAST_SHARE * len(text))
