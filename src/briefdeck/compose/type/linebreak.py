"""Where a line may end: the break rules that both outputs share.

A text falls into pieces; a line ends after a piece. The rules are those that PowerPoint and LibreOffice were measured
to follow: after spaces, after a hyphen before a letter, after a dash, between Chinese and Japanese characters except
where their typography forbids it. Thai has no spaces and no dictionary here: it breaks where a syllable surely begins.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal, TypeAlias

from briefdeck.compose.type.scripts import CJK, script_of
from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple

BreakKind: TypeAlias = Literal["space", "hyphen", "dash", "cjk", "thai", "forced", "end"]

SPACES = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
"""Where a line may end, the zero width space included; U+00A0, U+2007 and U+202F keep together."""

NEWLINES = "\n\v\u2028\u2029"

NO_START = frozenset(
    "、。，．・：；？！）］｝〕〉》」』】〙〗〟ー々ゝゞヽヾ…‥％‰℃゛゜ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ)]},.;:!?%’”»›"
)
"""What may not begin a line in Chinese or Japanese."""

NO_END = frozenset("（［｛〔〈《「『【〘〖〝“‘([{«‹$£¥￥₹€＄￡#＃")
"""What may not end a line in Chinese or Japanese."""

_GLUE = frozenset("\u00a0\u202f\u2007\u2060\ufeff\u200d")
_JOINERS = frozenset("\u2060\ufeff\u200d")
_FULL_WIDTH = late_pattern(r"[\u3000-\u303f\uff01-\uff65]")
_DASHES = "\u2010\u2013\u2014"
_UNSPACED_BLOCKS = (
    ("\u0e01", "\u0e5b"), ("\u2e80", "\u9fff"), ("\uf900", "\ufaff"), ("\uff01", "\uff9f"),
    ("\U00020000", "\U000323af"),
)  # fmt: skip
_CHUNK = late_pattern(f"([^{SPACES}{NEWLINES}]*)([{SPACES}]*)([{NEWLINES}]?)")
_URGENT = late_pattern(r"(?<=[/?&=_.,:;#%@+~-])(?=\w)|(?<=[\u00a0\u2007\u202f])(?=\S)")
_THAI_OPENERS = frozenset("เแโใไ")  # written before the consonant, so a syllable begins here
_THAI_CLOSERS = frozenset("ะๆ์")  # a syllable has ended
_THAI_VOWELS = frozenset("าำิีึืุู")
_THAI_TONES = frozenset("่้๊๋")


class Piece(NamedTuple):
    """What stays together on a line: `text[start:stop]` is seen, the spaces up to `next` hang over the line's end."""

    start: int
    stop: int
    next: int
    kind: BreakKind  # what allows the break after it


@lru_cache(maxsize=16384)
def pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of a text, in order and without gaps. Only the last is of kind "end"; an empty text has one."""
    found: list[Piece] = []
    for chunk in _CHUNK.finditer(text):
        start, stop, end = chunk.start(), chunk.end(1), chunk.end()
        if start == end:
            break
        if _may_break(chunk[1]):
            for offset, kind in _inside(text, start, stop):
                found.append(Piece(start, offset, offset, kind))
                start = offset
        found.append(Piece(start, stop, end, "forced" if chunk[3] else "space"))
    if not found or found[-1].kind == "forced":
        found.append(Piece(len(text), len(text), len(text), "end"))
    else:
        found[-1] = found[-1]._replace(kind="end")
    return tuple(found)


def urgent_breaks(word: str) -> tuple[int, ...]:
    """Where a word too long for any line is best broken: behind the signs of an address, behind a hard space."""
    return tuple(match.start() for match in _URGENT.finditer(word) if 0 < match.start() < len(word))


def cluster_starts(word: str) -> tuple[int, ...]:
    """Where a word may be broken when nothing else helps: before any character that is not a mark on the one before."""
    return tuple(
        index
        for index in range(1, len(word))
        if unicodedata.category(word[index])[0] != "M"
        and word[index] not in _JOINERS
        and word[index - 1] not in _JOINERS
    )


def _may_break(chunk: str) -> bool:
    """Whether there is anything in a chunk without spaces that a line may end at. A pattern is slow to compile."""
    if "-" in chunk:
        return True
    return not chunk.isascii() and any(
        char in _DASHES or any(first <= char <= last for first, last in _UNSPACED_BLOCKS) for char in chunk
    )


def _inside(text: str, start: int, stop: int) -> list[tuple[int, BreakKind]]:
    """The breaks within a chunk without spaces: (offset in the text, kind)."""
    found: list[tuple[int, BreakKind]] = []
    for index in range(start + 1, stop):
        before, after = text[index - 1], text[index]
        if before in _GLUE or after in _GLUE or unicodedata.category(after)[0] == "M":
            continue
        kind = _kind(text, start, index)
        if kind:
            found.append((index, kind))
    return found


def _kind(text: str, start: int, index: int) -> BreakKind | None:
    before, after = text[index - 1], text[index]
    if before in "-\u2010":
        return "hyphen" if after.isalpha() and index - 2 >= start and text[index - 2].isalnum() else None
    if before in "\u2013\u2014":
        return "dash" if index - 2 >= start and after not in NO_START and after not in "\u2013\u2014" else None
    if _is_cjk(before) or _is_cjk(after):
        return None if after in NO_START or before in NO_END or _is_hangul_pair(before, after) else "cjk"
    if script_of(before) == script_of(after) == "Thai":
        return "thai" if _is_thai_syllable(text, index) else None
    return None


def _is_thai_syllable(text: str, index: int) -> bool:
    """Whether a syllable surely begins here.

    At a vowel written first, after a sign that ends a syllable, or between two open ones of which the next has a vowel.
    """
    before, after = text[index - 1], text[index]
    if after in _THAI_OPENERS:
        return before not in _THAI_OPENERS
    if before in _THAI_CLOSERS:
        return after not in _THAI_CLOSERS and text[index - 2 : index] != "ระ"  # which more often begins a word
    vowel = text[index - 2] if before in _THAI_TONES else before
    return vowel in _THAI_VOWELS and after not in _THAI_VOWELS and text[index + 1 : index + 2] in _THAI_VOWELS


def _is_cjk(char: str) -> bool:
    return script_of(char) in CJK or _FULL_WIDTH.match(char) is not None


def _is_hangul_pair(before: str, after: str) -> bool:
    """Korean breaks between words."""
    return script_of(before) == "Hang" and script_of(after) == "Hang"
