"""Where the characters of a PDF are painted, and which lines a paragraph makes of them. Reads with pdfium.

The deck as LibreOffice paints it and our own pages are held against each other with it: LibreOffice keeps neither the
order of boxes nor our line objects, so that paragraphs are looked for by their characters.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

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


@dataclass(frozen=True)
class Inked:
    """A painted character with the ink that it leaves on the page, points from the top left.

    Ink may begin to the left of where the pen stood, and end to the right of where it stands then: the foot of a "j"
    reaches under the letter before, the head of an "f" over the one behind.
    """

    text: str
    color: int  # 0xRRGGBB
    size: float
    pen: float
    pen_after: float
    baseline: float
    upright: bool
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class InkedPage:
    """A page and its characters, spaces left out; lengths in points."""

    width: float
    height: float
    letters: tuple[Inked, ...]


def inked(pdf: bytes) -> list[InkedPage]:
    """The pages with the colour, size and ink of their characters."""
    document = pypdfium2.PdfDocument(pdf)
    return [InkedPage(page.get_width(), page.get_height(), tuple(_inked(page))) for page in document]


def _inked(page: pypdfium2.PdfPage) -> Iterator[Inked]:
    """The characters that pdfium reads, and as one character each text that it takes for a shadow of another."""
    text = page.get_textpage()
    height = page.get_height()
    read = set()
    for index in range(text.count_chars()):
        read.add(_address(pdfium.FPDFText_GetTextObject(text, index)))
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        if pdfium.FPDFText_IsGenerated(text, index) != 1 and not character.isspace():
            yield _inked_character(text, index, character, height)
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        thing = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_TEXT and _address(thing) not in read:
            shadow = _inked_object(thing, height)
            if shadow.right > shadow.left:  # not a mere space
                yield shadow


def _address(thing: Any) -> int | None:
    return ctypes.cast(thing, ctypes.c_void_p).value


def _inked_character(text: pypdfium2.PdfTextPage, index: int, character: str, height: float) -> Inked:
    """A character; of marks above and below letters pdfium does not know the ink, only where they begin."""
    x, y, left, right, bottom, top = (ctypes.c_double() for _ in range(6))
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    matrix, advance = pdfium.FS_MATRIX(), ctypes.c_float()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    pdfium.FPDFText_GetFillColor(text, index, red, green, blue, alpha)
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    size = pdfium.FPDFText_GetFontSize(text, index)
    font = pdfium.FPDFTextObj_GetFont(pdfium.FPDFText_GetTextObject(text, index))
    pdfium.FPDFFont_GetGlyphWidth(font, ord(character), size, advance)  # by the character, whatever its name says
    if unicodedata.category(character) in ("Mn", "Me"):
        left, right, bottom, top = x, x, y, y
    return Inked(
        text=character,
        color=red.value << 16 | green.value << 8 | blue.value,
        size=size * math.hypot(matrix.c, matrix.d),
        pen=x.value,
        pen_after=x.value + advance.value * math.hypot(matrix.a, matrix.b) if advance.value else right.value,
        baseline=height - y.value,
        upright=_is_upright(matrix),
        left=left.value,
        top=height - top.value,
        right=right.value,
        bottom=height - bottom.value,
    )


def _inked_object(thing: Any, height: float) -> Inked:
    left, bottom, right, top, size = (ctypes.c_float() for _ in range(5))
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    pdfium.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha)
    pdfium.FPDFPageObj_GetMatrix(thing, matrix)
    pdfium.FPDFTextObj_GetFontSize(thing, size)
    return Inked(
        text="",
        color=red.value << 16 | green.value << 8 | blue.value,
        size=size.value * math.hypot(matrix.c, matrix.d),
        pen=matrix.e,
        pen_after=right.value,
        baseline=height - matrix.f,
        upright=_is_upright(matrix),
        left=left.value,
        top=height - top.value,
        right=right.value,
        bottom=height - bottom.value,
    )


def _is_upright(matrix: Any) -> bool:
    return bool(matrix.d > 0 and abs(matrix.b) < 0.01)


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
