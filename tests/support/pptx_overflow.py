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
from pathlib import Path
from typing import Any

from pptx import Presentation

from support.render import Word, convert, words

EMU = 12_700
SLACK = 2.0  # points
TALL = 0.15  # of a word's height: some fonts claim more above and below than their lines are apart
LEAST_PIECE = 3  # letters
PLAIN_WORD = re.compile(r"(?<!\S)[a-z]{4,}(?!\S)")
"""A word whose letters come out of a PDF as they went in, whatever stands around them."""

LONG_WORD = re.compile(r"[a-zA-ZÀ-ʯͰ-ϿЀ-ӿ]{3}")
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
    """Words that stand in no shape that says them, each with the shape it is nearest to; shapes without a word.

    Only words of three Latin, Greek or Cyrillic letters and more are sought; letters of other scripts come out of a PDF
    as others.
    """
    framed = [shape for shape in slide.shapes if shape.has_text_frame or shape.has_table or shape.has_chart]
    said = {id(shape): _tokens(_text(shape)) for shape in framed}
    painted = set()
    for word in page:
        if not LONG_WORD.search(word.text):
            continue  # numbers of lists stand in no text, and signs of other scripts come from whatever font is there
        owners = [shape for shape in framed if _says(said[id(shape)], word)]
        painted.update(map(id, owners))
        excesses = [(list(_excess(shape, word)), shape) for shape in owners or framed]
        if excesses and all(found for found, _ in excesses):
            found, shape = min(excesses, key=lambda pair: max(excess for _, excess in pair[0]))
            side, excess = max(found, key=lambda pair: pair[1])
            yield Overflow(number, shape.name, f"{excess:.1f} pt {side} ({word.text})")
    for shape in framed:
        if id(shape) not in painted and PLAIN_WORD.search(_text(shape).casefold()) and not shape.has_chart:
            yield Overflow(number, shape.name, f"not painted: {_text(shape)[:40]!r}")


def _text(shape: Any) -> str:
    if shape.has_text_frame:
        return str(shape.text_frame.text)
    if shape.has_table:
        return "\n".join(cell.text for row in shape.table.rows for cell in row.cells)
    return ""


def _says(said: list[str], word: Word) -> bool:
    """Whether all of a painted word, or of the piece of one that was broken, stands in a text."""
    tokens = _tokens(word.text)
    return bool(tokens) and all(
        token in said or (len(token) >= LEAST_PIECE and any(token in whole for whole in said)) for token in tokens
    )


def _excess(shape: Any, word: Word) -> Iterator[tuple[str, float]]:
    """How far a word stands out of a shape, and on which side; nothing for one that stands inside."""
    left, top = shape.left / EMU, shape.top / EMU
    right, bottom = left + shape.width / EMU, top + shape.height / EMU
    height = (word.bottom - word.top) * TALL
    for side, excess, slack in (
        ("below", word.bottom - bottom, height),
        ("above", top - word.top, height),
        ("to the right", word.right - right, SLACK),
        ("to the left", left - word.left, SLACK),
    ):
        if excess > max(slack, SLACK):
            yield side, excess


def _tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold().replace("’", "").replace("'", ""))
