"""The fonts of a PDF: each is in the file, cut down to what is used, and says what its codes stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import category

import pikepdf
import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, Object, Stream

from briefdeck.late import late_pattern
from briefdeck.verify.brief_streams import read
from briefdeck.verify.standards_content import Content, Shown

_NUMBERS = re.compile(rb"(?m)^<([0-9A-F]{4})> (\d+)$")
_SUBSET = late_pattern(r"/[A-Z]{6}\+[A-Za-z0-9-]+")
_PAIRS = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<((?:[0-9A-Fa-f]{4})*)>")
_NO_CHARACTERS = "\0\ufeff\ufffe"


def font_breaches(contents: Sequence[tuple[pikepdf.Page, Content]]) -> Iterator[str]:
    """What is wrong with the fonts that pages are painted with."""
    used: dict[tuple[object, ...], tuple[str, Object, set[Shown]]] = {}
    for page, content in contents:
        fonts = page.obj.get("/Resources", Dictionary()).get("/Font", Dictionary())
        for name in {item.font for item in content.shown} - set(fonts.keys()):
            yield f"font {name}: it is not there"
        for name, font in fonts.items():
            shown = {item for item in content.shown if item.font == name}
            if shown:
                own = font.objgen if font.is_indirect else (name, *page.obj.objgen)
                used.setdefault(own, (name, font, set()))[2].update(shown)
    for name, font, shown in used.values():
        yield from (f"font {name}: {wrong}" for wrong in dict.fromkeys(_font(font, shown)))


def _font(font: Object, used: set[Shown]) -> Iterator[str]:
    descendant = font.get("/DescendantFonts", [Dictionary()])[0]
    descriptor = descendant.get("/FontDescriptor", Dictionary())
    mapped = isinstance(font.get("/Encoding"), Stream)
    if font.get("/Subtype") != Name.Type0 or not (mapped or font.get("/Encoding") == Name("/Identity-H")):
        yield "not a composite font with plain codes"
        return
    names = {
        str(holder.get(key))
        for holder, key in ((font, "/BaseFont"), (descendant, "/BaseFont"), (descriptor, "/FontName"))
    }
    if len(names) != 1 or not _SUBSET.fullmatch(names.pop()):
        yield "its names differ or do not say that it is a subset"
    characters = characters_of(font.get("/ToUnicode"))
    for item in used:
        text = characters.get(item.code)
        if text is None or not (text or item.actual):
            yield "a code stands for nothing"
        elif any(letter in _NO_CHARACTERS or (category(letter) == "Co" and not item.actual) for letter in text):
            yield "a code stands for what is no character"
    encoding = font.get("/Encoding")
    if isinstance(encoding, Stream) and isinstance(descriptor.get("/FontFile3"), Stream):
        numbers = {int(code, 16): int(number) for code, number in _NUMBERS.findall(read(encoding))}
        if not {item.code for item in used} <= numbers.keys():
            yield "a code shows no glyph"
        if descendant.get("/Subtype") != Name.CIDFontType0:
            yield "its outlines are not of the kind it says"
        return
    program = descriptor.get("/FontFile2")
    if not isinstance(program, Stream):
        yield "it is not embedded"
        return
    yield from _glyphs(descendant, read(program), {item.code for item in used})


def _glyphs(descendant: Object, program: bytes, codes: set[int]) -> Iterator[str]:
    face = hb.Face(program)
    font = hb.Font(face)
    places = descendant.get("/CIDToGIDMap")
    if not isinstance(places, Stream):
        yield "it does not say which glyph a code shows"
        return
    numbers = read(places)
    widths = _widths(descendant)
    for code in codes:
        glyph = int.from_bytes(numbers[2 * code : 2 * code + 2], "big")
        if not 0 < glyph < face.glyph_count:
            yield "a code shows no glyph"
        elif abs(font.get_glyph_h_advance(glyph) * 1000 / face.upem - widths.get(code, 1000)) > 1:
            yield "a width is not that of the glyph"


def _widths(descendant: Object) -> dict[int, float]:
    entries = list(descendant.get("/W", []))
    found: dict[int, float] = {}
    while len(entries) > 1 and isinstance(entries[1], Array):
        start, row, *entries = entries
        found.update({int(start) + place: float(width) for place, width in enumerate(row)})
    return found


def characters_of(stream: Object | None) -> dict[int, str]:
    """What a ToUnicode map says of each code."""
    if not isinstance(stream, Stream):
        return {}
    pairs = _PAIRS.findall(read(stream))
    found = {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace") for code, text in pairs}
    return {code: text for code, text in found.items() if (code, text) != (0, "\uffff")}
