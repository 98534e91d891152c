"""How much of a text comes back out of a finished page: whole words, in the order in which they are read."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from briefdeck.pipeline import build_briefing
from support.passages import PASSAGES, Passage
from support.readers_of_pages import READERS

_LINE_END_HYPHEN = re.compile("[\u00ad\u0002\ufffe]\\s*")
"""A soft hyphen as it stands in the file, and the two signs that pdfium makes of it."""

_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that pdftotext adds around words of the other direction, so that terminals show them."""

_WITHOUT_SPACES = frozenset({"th", "zh", "ja"})
"""Languages whose lines end inside words: there each character counts as one."""


class Back(NamedTuple):
    """What comes back of one passage from one reader, in per cent of its words, rounded down."""

    copied: int  # whole, parted by spaces, and in order
    found: int  # by searching for each


def passages_back(reader: str, passages: Sequence[Passage] = PASSAGES) -> dict[str, Back]:
    """What the reader gives back of the brief of each passage, by script."""
    texts = READERS[reader]([brief_of(passage) for passage in passages])
    return {passage.script: back(passage, text) for passage, text in zip(passages, texts, strict=True)}


@cache
def brief_of(passage: Passage) -> bytes:
    """The finished brief of a lesson that is the passage."""
    points = (f"      - {_quoted(point)}" for point in passage.points)
    title = _quoted(passage.title)
    outline = [f"title: {title}", f"lang: {passage.lang}", "sections:", f"  - title: {title}", "    points:", *points]
    brief = build_briefing("\n".join(outline) + "\n").brief
    assert brief is not None
    return brief


def back(passage: Passage, read: str) -> Back:
    """How much of the passage there is in what was read."""
    wanted, found = _words(passage.text, passage.lang), _words(read, passage.lang)
    copied = _common(wanted, found)
    if passage.lang in _WITHOUT_SPACES:
        return Back(100 * copied // len(wanted), 100 * copied // len(wanted))
    page = " ".join(found)
    return Back(100 * copied // len(wanted), 100 * sum(word in page for word in wanted) // len(wanted))


def table(scores: Mapping[str, Mapping[str, Back]]) -> str:
    """Scores by reader and script as a table in Markdown; scripts that score alike share a row."""
    rows: dict[tuple[str, ...], list[str]] = {}
    for script in next(iter(scores.values())):
        rows.setdefault(tuple(_cell(scores[reader][script]) for reader in scores), []).append(script)
    head = [f"| | {' | '.join(scores)} |", "|---" * (len(scores) + 1) + "|"]
    return "\n".join((*head, *(f"| {', '.join(scripts)} | {' | '.join(cells)} |" for cells, scripts in rows.items())))


def read_table(lines: Iterable[str]) -> dict[str, dict[str, Back]]:
    """The scores that a table written by `table` says, by reader and script."""
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line.startswith("|")]
    scores: dict[str, dict[str, Back]] = {reader: {} for reader in rows[0][1:]}
    for scripts, *cells in rows[2:]:
        for reader, cell in zip(scores, cells, strict=True):
            numbers = [int(number) for number in re.findall(r"\d+", cell)]
            for script in scripts.split(", "):
                scores[reader][script] = Back(numbers[0], numbers[-1])
    return scores


def _cell(score: Back) -> str:
    return str(score.copied) if score.copied == score.found else f"{score.copied} ({score.found})"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _words(text: str, lang: str) -> list[str]:
    text = unicodedata.normalize("NFC", _DIRECTIONS.sub("", _LINE_END_HYPHEN.sub("", text)))
    return list("".join(text.split())) if lang in _WITHOUT_SPACES else text.split()


def _common(wanted: Sequence[str], found: Sequence[str]) -> int:
    """The length of the longest sequence that both have in that order."""
    lengths = [0] * (len(found) + 1)
    for word in wanted:
        diagonal = 0
        for place, other in enumerate(found, start=1):
            before = lengths[place]
            lengths[place] = diagonal + 1 if word == other else max(before, lengths[place - 1])
            diagonal = before
    return lengths[-1]
