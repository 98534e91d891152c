"""Fonts of a finished brief: from the bytes of a string to characters and widths."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Stream

from briefdeck.verify.brief_streams import read

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|\[|\]")
_PLACES = re.compile(rb"begincidchar(.*?)endcidchar", re.DOTALL)
_PLACE = re.compile(rb"<([0-9A-Fa-f]+)>\s*(\d+)")
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_LONGEST_RANGE = 65_536


@dataclass(frozen=True, slots=True)
class Font:
    """What is needed to read a string set in it; widths in 1/1000 em."""

    name: str
    embedded: bool
    readable: bool  # it says which characters its codes stand for
    code_length: int  # bytes
    characters: Mapping[int, str]
    widths: Mapping[int, float]
    default_width: float
    places: Mapping[int, int]  # code to number in `widths`, where the font says they differ

    def glyphs(self, string: bytes) -> Iterator[tuple[int, str, float]]:
        """Code, characters and width of each glyph of a string; U+FFFD for what cannot be read."""
        for start in range(0, len(string), self.code_length):
            code = int.from_bytes(string[start : start + self.code_length], "big")
            yield code, self.characters.get(code, "\ufffd"), self._width(code)

    def _width(self, code: int) -> float:
        return self.widths.get(self.places.get(code, code), self.default_width)


def read_font(font: Object) -> Font:
    """The font of a page's resources."""
    kind = str(font.get("/Subtype", ""))
    inner = font.DescendantFonts[0] if kind == "/Type0" else font
    descriptor = inner.get("/FontDescriptor")
    embedded = kind == "/Type3" or (descriptor is not None and any(key in descriptor for key in _FILES))
    unicode = font.get("/ToUnicode")
    if kind == "/Type0":
        characters = _to_unicode(unicode) if isinstance(unicode, Stream) else {}
        widths, default = _wide_widths(inner.get("/W")), float(inner.get("/DW", 1000))
    else:
        characters = {**_LATIN, **(_to_unicode(unicode) if isinstance(unicode, Stream) else {})}
        widths, default = _simple_widths(font), _missing_width(descriptor)
    return Font(
        name=str(font.get("/BaseFont", "/?")).lstrip("/"),
        embedded=embedded,
        readable=isinstance(unicode, Stream) or (kind != "/Type0" and isinstance(font.get("/Encoding"), Name)),
        code_length=2 if kind == "/Type0" else 1,
        characters=characters,
        widths=widths,
        default_width=default,
        places=_places(font.get("/Encoding")),
    )


def _latin() -> Iterator[tuple[int, str]]:
    """What a font without a map of its own most likely means."""
    for code in range(256):
        try:
            yield code, bytes([code]).decode("cp1252")
        except UnicodeDecodeError:
            yield code, "\ufffd"


_LATIN = dict(_latin())


def _to_unicode(stream: Stream) -> dict[int, str]:
    found: dict[int, str] = {}
    for kind, block in _BLOCK.findall(read(stream)):
        tokens = [match.group(1) if match.group(1) is not None else match.group(0) for match in _TOKEN.finditer(block)]
        found.update(_pairs(tokens) if kind == b"bfchar" else _ranges(tokens))
    return found


def _places(encoding: Object | None) -> dict[int, int]:
    """What a map of the file's own makes of the codes; none for the map that changes nothing."""
    if not isinstance(encoding, Stream):
        return {}
    blocks = _PLACES.findall(read(encoding))
    return {int(code, 16): int(number) for block in blocks for code, number in _PLACE.findall(block)}


def _pairs(tokens: list[bytes]) -> Iterator[tuple[int, str]]:
    for code, characters in zip(tokens[::2], tokens[1::2], strict=False):
        yield int(code, 16), _characters(characters)


def _ranges(tokens: list[bytes]) -> Iterator[tuple[int, str]]:
    """`<first> <last> <characters of the first>`, or a list with the characters of each."""
    rest = iter(tokens)
    for first in rest:
        start, end = int(first, 16), int(next(rest, b"0"), 16)
        target = next(rest, b"")
        if target == b"[":
            for offset in range(end - start + 1):
                yield start + offset, _characters(next(rest, b""))
            next(rest, b"")
            continue
        characters = _characters(target)
        for offset in range(min(end - start + 1, _LONGEST_RANGE) if characters else 0):
            yield start + offset, characters[:-1] + chr(ord(characters[-1]) + offset)


def _characters(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")


def _simple_widths(font: Object) -> dict[int, float]:
    first = int(font.get("/FirstChar", 0))
    widths = font.get("/Widths")
    return {first + index: float(width) for index, width in enumerate(widths)} if isinstance(widths, Array) else {}


def _missing_width(descriptor: Object | None) -> float:
    """For a font of the reader's own, which names no widths, half an em is a fair guess."""
    return float(descriptor.get("/MissingWidth", 0)) if isinstance(descriptor, Dictionary) else 500.0


def _wide_widths(array: Object | None) -> dict[int, float]:
    """`c [w1 w2 ...]` and `first last w` in any mixture."""
    found: dict[int, float] = {}
    items = list(array) if isinstance(array, Array) else []
    index = 0
    while index + 1 < len(items):
        first = int(items[index])
        if isinstance(items[index + 1], Array):
            found.update((first + offset, float(width)) for offset, width in enumerate(items[index + 1]))
            index += 2
        else:
            last = min(int(items[index + 1]), first + _LONGEST_RANGE)
            found.update(dict.fromkeys(range(first, last + 1), float(items[index + 2])))
            index += 3
    return found
