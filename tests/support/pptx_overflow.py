"""Whether text leaves its box: the deck is painted by LibreOffice, and each word is looked for where it should be.

LibreOffice shrinks text that may shrink, and PowerPoint does so only when someone edits it. So the deck is painted
with shrinking turned off: what the sizes written in the file give.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from pptx import Presentation

from support.render import Word, convert, words

EMU = 12_700
SLACK = 2.0  # points
TALL = 0.15  # of a word's height: some fonts claim more above and below than their lines are apart
LEAST_PIECE = 3  # letters
SHRINKS = re.compile(rb"<a:(?:normAutofit|spAutoFit)\b[^>]*?(?:/>|>.*?</a:(?:normAutofit|spAutoFit)>)", re.DOTALL)


@dataclass(frozen=True)
class Overflow:
    """Words of a shape that stand outside it, or that were not painted at all."""

    slide: int
    shape: str
    detail: str


def overflows(deck: bytes, folder: Path) -> list[Overflow]:
    """Every shape of the deck whose text does not stay inside it. Needs LibreOffice and poppler."""
    pages = words(convert(unshrunk(deck), folder, "pdf", "unshrunk"))
    presentation = Presentation(io.BytesIO(deck))
    slides = list(presentation.slides)
    if len(pages) != len(slides):
        return [Overflow(0, "", f"{len(slides)} slides, {len(pages)} pages painted")]
    return [
        finding
        for number, (slide, page) in enumerate(zip(slides, pages, strict=True), start=1)
        for finding in _slide(number, slide, page)
    ]


def unshrunk(deck: bytes) -> bytes:
    """The same deck with every kind of shrinking turned off."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(deck)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if re.match(r"ppt/(slides|slideLayouts|slideMasters)/[^/]+\.xml$", name):
                data = SHRINKS.sub(b"<a:noAutofit/>", data)
            target.writestr(name, data)
    return out.getvalue()


def _slide(number: int, slide: Any, page: list[Word]) -> Iterator[Overflow]:
    shapes = [shape for shape in slide.shapes if shape.has_text_frame and _tokens(shape.text_frame.text)]
    shapes = [shape for shape in shapes if not shape.text_frame.text.isdigit()]  # a lone number may be any number
    places = _places([_tokens(shape.text_frame.text) for shape in shapes], page)
    for shape, found in zip(shapes, places, strict=True):
        if not found and re.search("[a-z]{3}", shape.text_frame.text.casefold()):
            yield Overflow(number, shape.name, f"not painted: {shape.text_frame.text[:40]!r}")
        for side, excess in _excess(shape, found):
            yield Overflow(number, shape.name, f"{excess:.1f} pt {side}")
    sought = {id(word) for found in places for word in found}
    framed = [shape for shape in slide.shapes if shape.has_text_frame or shape.has_table or shape.has_chart]
    for word in page:
        if id(word) not in sought and not any(_inside(word, shape) for shape in framed):
            yield Overflow(number, "", f"stands in no shape: {word.text}")


def _inside(word: Word, shape: Any) -> bool:
    """Whether a word stands in a shape; for scripts whose letters come out of a PDF as other ones."""
    return not any(True for _ in _excess(shape, [word]))


def _places(texts: list[list[str]], page: list[Word]) -> list[list[Word]]:
    """The painted words of each text. LibreOffice does not keep the order of shapes: what is missed is sought again."""
    painted = [(token, word) for word in page for token in _tokens(word.text)]
    places: list[list[Word]] = [[] for _ in texts]
    progress = True
    while progress:
        progress = False
        wanted = [(token, index) for index, text in enumerate(texts) if not places[index] for token in text]
        matcher = SequenceMatcher(None, [token for token, _ in wanted], [token for token, _ in painted], autojunk=False)
        used: set[int] = set()
        for mine, theirs, length in matcher.get_matching_blocks():
            for step in range(length):
                places[wanted[mine + step][1]].append(painted[theirs + step][1])
                used.add(theirs + step)
                progress = True
        painted = [pair for place, pair in enumerate(painted) if place not in used]
    return [found or _pieces(text, painted) for text, found in zip(texts, places, strict=True)]


def _pieces(text: list[str], painted: list[tuple[str, Word]]) -> list[Word]:
    """The painted pieces of words that were broken over lines."""
    return [word for piece, word in painted if len(piece) >= LEAST_PIECE and any(piece in token for token in text)]


def _excess(shape: Any, found: list[Word]) -> Iterator[tuple[str, float]]:
    left, top = shape.left / EMU, shape.top / EMU
    right, bottom = left + shape.width / EMU, top + shape.height / EMU
    for word in found:
        height = (word.bottom - word.top) * TALL
        for side, excess, slack in (
            ("below", word.bottom - bottom, height),
            ("above", top - word.top, height),
            ("to the right", word.right - right, SLACK),
            ("to the left", left - word.left, SLACK),
        ):
            if excess > max(slack, SLACK):
                yield f"{side} ({word.text})", excess


def _tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold().replace("’", "").replace("'", ""))
