"""Items that open alike with what they are about: "1. Evaporation. The sun heats the water.", one after the other.

One such item may begin with a short sentence by chance; where all of a list do, these are names. So are the sayings of
a list of them: "“Snoring is harmless.” - Not always."
"""

from __future__ import annotations

from collections.abc import Iterator

from briefdeck.draft.rows import Kind, Row
from briefdeck.draft.sentences import split_sentences
from briefdeck.draft.words import acts, has_auxiliary, is_ended, word_count
from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple

_FEWEST, _LONGEST, _SHORTEST = 3, 3, 3  # items; words and letters of a name
_LONGEST_SAYING = 10
_QUOTES = ('"', "“", "„", "«")
_SAYING = late_pattern(r"(?P<said>[\"“„«][^\"“”„»]{3,90}[\"“”»])\s?(?:\s[-–—]|:|→|=)\s(?P<rest>\S.*)")
_FEWEST_SAID = 3  # words behind a name


class _Named(NamedTuple):
    """The name of an item and what follows it."""

    name: str
    rest: str


def with_named_items(rows: list[Row]) -> list[Row]:
    """The rows, the names of such items made their labels."""
    done = list(rows)
    for run in _lists(rows):
        for naming in (_named, _quoted):
            found = {index: named for index in run if (named := naming(rows[index])) is not None}
            if len({named.name for named in found.values()}) < len(run):
                continue
            for index, named in found.items():
                done[index] = rows[index]._replace(label=named.name, rest=named.rest)
    return done


def _lists(rows: list[Row]) -> Iterator[list[int]]:
    """The indices of items that stand one after the other at one indent, so many that they are a list."""
    run: list[int] = []
    for index, row in enumerate(rows):
        if row.kind is Kind.BLANK:
            continue
        item = row.kind is Kind.TEXT and (bool(row.mark) or row.plain.startswith(_QUOTES))
        if run and not (item and (row.mark, row.indent) == (rows[run[-1]].mark, rows[run[-1]].indent)):
            if len(run) >= _FEWEST:
                yield run
            run = []
        if item:
            run.append(index)
    if len(run) >= _FEWEST:
        yield run


def _quoted(row: Row) -> _Named | None:
    """The saying that an item opens with, and what is said of it; None where only its speaker stands behind it."""
    match = _SAYING.fullmatch(row.plain) if not row.label else None
    if match is None or word_count(match["said"]) > _LONGEST_SAYING:
        return None
    rest = match["rest"]
    return _Named(match["said"], rest) if is_ended(rest) or rest[0].islower() else None


def _named(row: Row) -> _Named | None:
    """The name that an item opens with; None where its first sentence says something, or asks, or is an answer."""
    if row.label or not row.mark:
        return None
    first, *others = split_sentences(row.plain)
    name = first.rstrip(".。।")
    if not others or name == first or word_count(name) > _LONGEST or len(name) < _SHORTEST:
        return None
    if "," in name or has_auxiliary(name) or acts(name):
        return None
    rest = row.plain.removeprefix(first).strip()
    return _Named(name, rest) if word_count(rest) >= _FEWEST_SAID else None
