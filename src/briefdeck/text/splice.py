"""A text with some places of it changed, and the rest as it was typed; a changed part may be put elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from briefdeck.errors import Position
from briefdeck.named import NamedTuple

_UNUSED = range(0xFDD0, 0xFDF0)  # code points that are no characters: at least two of them stand in no text


class Splice(NamedTuple):
    """What is to stand in the place of some characters."""

    start: int
    end: int  # `start`: nothing goes, the text is put in
    text: Callable[[], str]
    column: int = 0  # of what is put in at the end of a line: deeper things come first
    rank: int = 0  # among things of one column
    carried: int = -1  # of lines that go: what is put in at their end and stands deeper than this goes with them


def in_order(splices: Iterable[Splice]) -> list[Splice]:
    """The splices as `spliced` wants them."""
    return sorted(splices, key=_order)


def spliced(text: str, splices: Sequence[Splice], start: int, end: int, deeper_than: int | None = None) -> str:
    """The characters from `start` to `end` with what is to change in them; a splice inside another one is left out.

    `splices` are in order, those of other parts of the text among them.
    `deeper_than`: what is put in at the very end counts only when its column is greater.
    """
    parts: list[str] = []
    at = start
    carried = (-1, -1)
    first = bisect_left(splices, start, key=lambda splice: splice.start)
    for splice in islice(splices, first, None):
        if splice.start > end:
            break
        if splice.start < at or splice.end > end:
            continue
        if splice.start == end == splice.end and deeper_than is not None and splice.column <= deeper_than:
            continue
        if splice.start == carried[0] and splice.start == splice.end and splice.column > carried[1]:
            continue
        parts += (text[at : splice.start], splice.text())
        at = splice.end
        if splice.carried >= 0:
            carried = (splice.end, splice.carried)
    return "".join((*parts, text[at:end]))


def _order(splice: Splice) -> tuple[int, int, int, int, int]:
    stays = splice.start == splice.end
    return (splice.start, 0 if stays else 1, -splice.end, -splice.column, splice.rank)


def indented(text: str, by: int) -> str:
    """The text with all lines but the first moved to the right, or to the left when `by` is negative."""
    if by >= 0:
        return re.sub(r"(\r\n|\r|\n)(?=[^\r\n])", lambda match: match[0] + " " * by, text)
    return re.sub(rf"(\r\n|\r|\n) {{0,{-by}}}", r"\1", text)


class Markers:
    """Marks in a text whose places are to be known when all is in its place."""

    def __init__(self, characters: set[str]) -> None:
        free = [chr(code) for code in _UNUSED if chr(code) not in characters]
        self._open, self._close = free[0], free[1]

    def mark(self, number: int) -> str:
        """The mark for a number."""
        return f"{self._open}{number}{self._close}"

    def read(self, text: str, file: str) -> tuple[str, dict[int, Position]]:
        """The text without its marks, and where each of them stood."""
        found: dict[int, Position] = {}
        parts: list[str] = []
        line, column = 1, 1
        for piece in re.split(f"({self._open}\\d+{self._close}|\r\n|\r|\n)", text):
            if piece.startswith(self._open):
                found[int(piece[1:-1])] = Position(file, line, column)
                continue
            parts.append(piece)
            if piece in ("\r\n", "\r", "\n"):
                line, column = line + 1, 1
            else:
                column += len(piece)
        return "".join(parts), found
