"""How a viewer fills the lines of a slide's text, from the top, with words whose widths are known."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import ceil

from briefdeck.compose.type.linebreak import Piece, pieces
from briefdeck.late import late_pattern
from briefdeck.model.page import TextStyle
from briefdeck.named import NamedTuple

WIDTH_MARGIN = 0.985
"""Lines are filled to this part of the width: PowerPoint rounds advances, viewers differ."""

_LEAST_ROOM = 0.1  # em: no box is narrower
_LOST_AT_AN_END = 1.25  # characters: what a line of a broken word leaves free, where the next one is too wide for it
_ADDRESS = "://"
_SIGN = late_pattern(r"[/\\?-]")
_HYPHEN = late_pattern(r"-")


class MeasuredPiece(NamedTuple):
    """A measured piece: widths in em, numbers of characters for the tracking."""

    ink: float
    space: float
    characters: int
    spaces: int
    forced: bool
    divisible: bool  # in a script without spaces, where viewers find words by dictionary
    parts: tuple[float, ...]  # widths between the places where some viewers break it when it is too long for a line
    hyphened: tuple[float, ...] = ()  # the same where others break it: behind its hyphens alone


def wrap(measured: tuple[MeasuredPiece, ...], style: TextStyle, width: float) -> tuple[list[int], int | None]:
    """Fill lines from the top: the index after the last piece of each line, and the first piece too long for one.

    An address or a path is too long where a stretch of it between its signs is.
    """
    room = max((width - style.indent) * WIDTH_MARGIN / style.size, _LEAST_ROOM)
    tracking = style.tracking / style.size
    ends: list[int] = []
    too_long: int | None = None
    used = 0.0
    for index, piece in enumerate(measured):
        wide = piece.ink + tracking * piece.characters
        if used and used + wide > room:
            ends.append(index)
            used = 0.0
        if wide > room:
            if too_long is None and not piece.divisible and max(piece.parts) > room:
                too_long = index
            further, wide = _broken(piece, room, tracking)
            ends.extend([index] * further)
        used += wide + piece.space + tracking * piece.spaces
        if piece.forced:
            ends.append(index + 1)
            used = 0.0
    if not ends or ends[-1] < len(measured) or used:
        ends.append(len(measured))
    return ends, too_long


@lru_cache(maxsize=16384)
def viewer_pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of a text as viewers take them: LibreOffice breaks an address only where it is too long for a line."""
    found: list[Piece] = []
    for piece in pieces(text):
        before = found[-1] if found else None
        if before and before.kind == "hyphen" and _ADDRESS in text[before.start : before.stop]:
            found[-1] = piece._replace(start=before.start)
        else:
            found.append(piece)
    return tuple(found)


def between_breaks(text: str, start: int, stop: int, *, hyphens: bool = False) -> list[tuple[int, int]]:
    """The stretches of a word between the signs behind which addresses are broken, or between hyphens alone."""
    signs = (_HYPHEN if hyphens else _SIGN).finditer(text, start, stop - 1)
    bounds = [start, *(found.end() for found in signs), stop]
    return list(pairwise(bounds))


def _broken(piece: MeasuredPiece, room: float, tracking: float) -> tuple[int, float]:
    """How many lines a word too long for one fills before its last, and how much of that: the most that viewers take.

    PowerPoint breaks it where the line is full, LibreOffice behind a sign where there is one, and behind a slash only
    where no hyphen is near. All in em.
    """
    letter = piece.ink / piece.characters + tracking
    filled = max(room - _LOST_AT_AN_END * letter, room / 2)

    def lines(wide: float) -> int:
        return ceil((wide - room) / filled) if wide > room else 0

    wide = piece.ink + tracking * piece.characters
    anywhere = (lines(wide), max(wide - lines(wide) * filled, letter))
    found = [anywhere]
    for parts in (piece.parts, piece.hyphened):
        count, used = 0, 0.0
        for part in parts:
            if used and used + part > room:
                count, used = count + 1, 0.0
            count += lines(part)
            used += max(part - lines(part) * filled, letter)
        found.append((count, used))
    return max(found)
