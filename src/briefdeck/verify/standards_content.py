"""What is painted on a page of a PDF: everything is tagged or decoration, and the structure tree names all of it."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Object

_SHOWING = frozenset({"Tj", "TJ", "'", '"'})
_PAINTING = _SHOWING | {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "EI", "INLINE IMAGE"}
_BLEND_MODES = frozenset(
    {"Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "SoftLight", "HardLight"}
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A code that a font shows, and whether a text stands for the whole where the code's own does not."""

    font: str
    code: int
    actual: bool


@dataclass(frozen=True, slots=True)
class Content:
    """What was found in a page's stream."""

    wrong: tuple[str, ...]
    numbers: tuple[int, ...]  # of marked content, in the order of the page
    shown: tuple[Shown, ...]


@dataclass(slots=True)
class _Reading:
    """What was found so far, and what is open: its tag, "" when it is nothing of ours, and if a text stands for it."""

    wrong: list[str]
    numbers: list[int]
    shown: list[Shown]
    opened: list[tuple[str, bool]]
    font: str = ""

    def open(self, operands: list[Object]) -> None:
        tag = str(operands[0])[1:]
        properties = operands[1] if len(operands) > 1 and isinstance(operands[1], Dictionary) else Dictionary()
        if self.opened:
            self.wrong.append("content: marked content inside marked content")
        if {"/Lang", "/E", "/Alt"} & {*properties.keys()}:
            self.wrong.append("content: marked content says more of its words than the structure tree")
        if "/MCID" in properties:
            self.numbers.append(int(properties["/MCID"]))
            self.opened.append((tag, "/ActualText" in properties))
        else:
            self.opened.append(("Artifact" if tag == "Artifact" else "", False))

    def close(self) -> None:
        if self.opened:
            self.opened.pop()
        else:
            self.wrong.append("content: closes what was never opened")

    def paint(self, word: str, operands: list[Object]) -> None:
        if not any(tag for tag, _ in self.opened):
            self.wrong.append(f"content: {word} paints what is neither tagged nor decoration")
        if word in _SHOWING:
            actual = any(text for _, text in self.opened)
            self.shown += [Shown(self.font, code, actual) for code in _codes(operands)]


def read_content(page: pikepdf.Page) -> Content:
    """Walk through the page's stream, with what is open at each operator."""
    reading = _Reading([], [], [], [])
    for instruction in pikepdf.parse_content_stream(page):
        word, operands = str(instruction.operator), [*instruction.operands]
        if word in ("BMC", "BDC"):
            reading.open(operands)
        elif word == "EMC":
            reading.close()
        elif word == "Tf":
            reading.font = str(operands[0])
        elif word in _PAINTING:
            reading.paint(word, operands)
    if reading.opened:
        reading.wrong.append("content: something stays open")
    return Content(tuple(dict.fromkeys(reading.wrong)), tuple(reading.numbers), tuple(reading.shown))


def content_breaches(page: pikepdf.Page, content: Content, expected: Mapping[int, str]) -> Iterator[str]:
    """What is wrong with a page; `expected` is the marked content that the structure tree names on it."""
    yield from content.wrong
    if len(set(content.numbers)) != len(content.numbers):
        yield "content: a number of marked content is used twice"
    if set(content.numbers) != set(expected):
        yield "content: the page and the structure tree name different pieces"
    for state in page.obj.get("/Resources", Dictionary()).get("/ExtGState", Dictionary()).values():
        if str(state.get("/BM", "/Normal"))[1:] not in _BLEND_MODES:
            yield "content: a way of blending that does not exist"


def _codes(operands: list[Object]) -> Iterator[int]:
    for operand in operands:
        for piece in operand if isinstance(operand, Array) else [operand]:
            if isinstance(piece, pikepdf.String):
                data = bytes(piece)
                yield from struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])
