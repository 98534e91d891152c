"""What is painted on a page of a PDF, and the fonts that it is painted with: the checks of `pdf_check` on both."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pikepdf
import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

SHOWING = {"Tj", "TJ", "'", '"'}
PAINTING = SHOWING | {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "EI", "INLINE IMAGE"}
BLEND_MODES = {"Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "SoftLight", "HardLight"}


@dataclass
class Shown:
    """A code that a font shows, and the text that stands for the whole where the code's own does not."""

    font: str
    code: int
    actual: bool


@dataclass
class Content:
    """What was found in a page's stream."""

    wrong: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)  # of marked content, in the order of the page
    shown: list[Shown] = field(default_factory=list)


def check_content(page: pikepdf.Page, expected: Mapping[int, str]) -> Iterator[str]:
    """Everything painted is tagged or decoration; `expected` is the marked content that the structure tree names."""
    content = read_content(page)
    yield from dict.fromkeys(content.wrong)
    if len(set(content.numbers)) != len(content.numbers):
        yield "content: a number of marked content is used twice"
    if set(content.numbers) != set(expected):
        yield "content: the page and the structure tree name different pieces"
    for state in page.obj.get("/Resources", {}).get("/ExtGState", {}).values():
        if str(state.get("/BM", "/Normal"))[1:] not in BLEND_MODES:
            yield "content: a way of blending that does not exist"


def read_content(page: pikepdf.Page) -> Content:
    """Walk through the page's stream, with what is open at each operator."""
    found = Content()
    opened: list[tuple[str, bool]] = []  # tag, "" when it neither belongs to an element nor is decoration; has text
    font = ""
    for operands, operator in pikepdf.parse_content_stream(page):
        word = str(operator)
        if word in ("BMC", "BDC"):
            opened.append(_open(operands, found, nested=bool(opened)))
        elif word == "EMC":
            if not opened:
                found.wrong.append("content: closes what was never opened")
            else:
                opened.pop()
        elif word == "Tf":
            font = str(operands[0])
        elif word in PAINTING:
            if not any(tag for tag, _ in opened):
                found.wrong.append(f"content: {word} paints what is neither tagged nor decoration")
            if word in SHOWING:
                actual = any(text for _, text in opened)
                found.shown += [Shown(font, code, actual) for code in _codes(operands)]
    if opened:
        found.wrong.append("content: something stays open")
    return found


def _open(operands: list[Object], found: Content, *, nested: bool) -> tuple[str, bool]:
    tag = str(operands[0])[1:]
    properties = operands[1] if len(operands) > 1 and isinstance(operands[1], Dictionary) else Dictionary()
    if nested:
        found.wrong.append("content: marked content inside marked content")
    if "/MCID" in properties:
        found.numbers.append(int(properties["/MCID"]))
        return tag, "/ActualText" in properties
    return ("Artifact" if tag == "Artifact" else ""), False


def _codes(operands: list[Object]) -> Iterator[int]:
    for operand in operands:
        for piece in operand if isinstance(operand, Array) else [operand]:
            if isinstance(piece, pikepdf.String):
                data = bytes(piece)
                yield from struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])


def check_fonts(pdf: Pdf) -> Iterator[str]:
    """Each font is embedded, cut down to what is used, and says what its codes stand for and how wide they are."""
    for page in pdf.pages:
        fonts = page.obj.get("/Resources", {}).get("/Font", {})
        shown = read_content(page).shown
        for name, font in fonts.items():
            used = [item for item in shown if item.font == name]
            if used:
                yield from (f"font {name}: {wrong}" for wrong in dict.fromkeys(_font(font, used)))
        for name in {item.font for item in shown} - set(fonts.keys()):
            yield f"font {name}: it is not there"


_NUMBERS = re.compile(rb"^<([0-9A-F]{4})> (\d+)$", re.MULTILINE)


def _font(font: Dictionary, used: list[Shown]) -> Iterator[str]:
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
    if len(names) != 1 or not re.fullmatch(r"/[A-Z]{6}\+[A-Za-z0-9-]+", names.pop()):
        yield "its names differ or do not say that it is a subset"
    characters = characters_of(font.get("/ToUnicode"))
    for item in used:
        text = characters.get(item.code)
        if text is None or not (text or item.actual):
            yield "a code stands for nothing"
        elif any(letter in "\0\ufeff\ufffe" or "\ue000" <= letter <= "\uf8ff" for letter in text):
            yield "a code stands for what is no character"
    if mapped and isinstance(descriptor.get("/FontFile3"), Stream):
        numbers = {int(code, 16): int(number) for code, number in _NUMBERS.findall(font.Encoding.read_bytes())}
        if not {item.code for item in used} <= numbers.keys():
            yield "a code shows no glyph"
        if descendant.get("/Subtype") != Name.CIDFontType0:
            yield "its outlines are not of the kind it says"
        return
    if not isinstance(descriptor.get("/FontFile2"), Stream):
        yield "it is not embedded"
        return
    yield from _glyphs(descendant, descriptor["/FontFile2"].read_bytes(), {item.code for item in used})


def _glyphs(descendant: Dictionary, program: bytes, codes: set[int]) -> Iterator[str]:
    face = hb.Face(program)
    font = hb.Font(face)
    places = descendant.get("/CIDToGIDMap")
    if not isinstance(places, Stream):
        yield "it does not say which glyph a code shows"
        return
    numbers = places.read_bytes()
    widths = _widths(descendant)
    for code in codes:
        glyph = int.from_bytes(numbers[2 * code : 2 * code + 2], "big")
        if not 0 < glyph < face.glyph_count:
            yield "a code shows no glyph"
        elif abs(font.get_glyph_h_advance(glyph) * 1000 / face.upem - widths.get(code, 1000)) > 1:
            yield "a width is not that of the glyph"


def _widths(descendant: Dictionary) -> dict[int, float]:
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
    pairs = re.findall(rb"<([0-9A-Fa-f]{4})>\s*<((?:[0-9A-Fa-f]{4})*)>", stream.read_bytes())
    found = {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace") for code, text in pairs}
    return {code: text for code, text in found.items() if (code, text) != (0, "\uffff")}
