"""Where the characters of a PDF are painted, and which lines a paragraph makes of them. Reads with pdfium.

The deck as LibreOffice paints it and our own pages are held against each other with it: LibreOffice keeps neither the
order of boxes nor our line objects, so that paragraphs are looked for by their characters.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

UNSEEN = "\u0000\u00ad\u200b"
LINE_HYPHENS = "\u0002\ufffe"  # what pdfium makes of a hyphen at the end of a line

ONE_LINE = 1.0  # points: characters whose baselines are no further apart stand on one line


@dataclass(frozen=True)
class Glyph:
    """A character that is not a space, and where its origin is painted, points from the top left."""

    text: str
    x: float
    baseline: float


@dataclass(frozen=True)
class SetLine:
    """A line of a paragraph as it was painted."""

    text: str  # without spaces
    x: float
    baseline: float


def painted(pdf: bytes) -> list[list[Glyph]]:
    """The characters of each page in the order in which they are painted, spaces left out."""
    document = pypdfium2.PdfDocument(pdf)
    return [list(_glyphs(page)) for page in document]


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    text = page.get_textpage()
    height = page.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        if pdfium.FPDFText_IsGenerated(text, index) == 1 or character.isspace() or character in UNSEEN:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        yield Glyph("-" if character in LINE_HYPHENS else character, x.value, height - y.value)


class PaintedPage:
    """The characters of one page, to be taken paragraph by paragraph."""

    def __init__(self, glyphs: Sequence[Glyph]) -> None:
        self._glyphs = list(glyphs)
        self._free = "".join(glyph.text for glyph in glyphs)

    def take(self, text: str, near: tuple[float, float]) -> list[SetLine]:
        """The lines in which a text is painted, the one that begins nearest to a place; [] when it is not there."""
        wanted = "".join(text.split())
        starts = []
        at = self._free.find(wanted)
        while at >= 0 and wanted:
            starts.append(at)
            at = self._free.find(wanted, at + 1)
        if not starts:
            return []
        start = min(starts, key=lambda at: abs(self._glyphs[at].x - near[0]) + abs(self._glyphs[at].baseline - near[1]))
        taken = self._glyphs[start : start + len(wanted)]
        self._free = self._free[:start] + "\0" * len(wanted) + self._free[start + len(wanted) :]
        return lines_of(taken)

    @property
    def left(self) -> str:
        """The characters that nobody took."""
        return self._free.replace("\0", "")


def lines_of(glyphs: Sequence[Glyph]) -> list[SetLine]:
    """Characters that follow one another, parted where the baseline changes."""
    lines: list[list[Glyph]] = []
    for glyph in glyphs:
        if not lines or abs(lines[-1][-1].baseline - glyph.baseline) > ONE_LINE:
            lines.append([])
        lines[-1].append(glyph)
    return [
        SetLine("".join(glyph.text for glyph in line), min(glyph.x for glyph in line), line[0].baseline)
        for line in lines
    ]
