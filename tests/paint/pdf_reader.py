"""A painted PDF, read back as a screen reader would: elements in order, each with the words that it holds."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from unicodedata import bidirectional

import pikepdf
from pikepdf import Array, Dictionary, Pdf

from briefdeck.verify.standards_fonts import characters_of
from briefdeck.verify.standards_tree import listed


def outline_of(data: bytes) -> str:
    """The structure tree as indented text: tag, name in brackets, language after @, then the words in quotes."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return "\n".join(_lines(pdf, pdf.Root.StructTreeRoot.K, 0, _words(pdf)))


def text_of(data: bytes) -> str:
    """All words in reading order, a line for each element that holds some directly or in a link or span."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        words = _words(pdf)
        lines = (line for line in _lines(pdf, pdf.Root.StructTreeRoot.K, 0, words) if '"' in line)
        return "\n".join(line.split('"', 1)[1].rsplit('"', 1)[0] for line in lines)


def _lines(pdf: Pdf, node: Dictionary, depth: int, words: dict[tuple[tuple[int, int], int], str]) -> Iterator[str]:
    name = f" [{bytes(node.ID).decode()}]" if "/ID" in node else ""
    lang = f" @{node.Lang}" if "/Lang" in node else ""
    said = ""
    kids: list[str] = []
    for kid in listed(node.get("/K")):
        if isinstance(kid, Dictionary) and "/S" in kid:
            kids += _lines(pdf, kid, depth + 1, words)
        elif isinstance(kid, Dictionary) and "/Obj" in kid:
            kids.append(f"{'  ' * (depth + 1)}-> {_where(kid.Obj)}")
        else:
            number, page = (int(kid.MCID), kid.Pg) if isinstance(kid, Dictionary) else (int(kid), node.Pg)
            if kids:
                kids.append(f'{"  " * (depth + 1)}"{words[page.objgen, number]}"')
            else:
                said += words[page.objgen, number]
    yield f"{'  ' * depth}{str(node.S)[1:]}{name}{lang}" + (f' "{said}"' if said else "")
    yield from kids


def _where(annotation: Dictionary) -> str:
    if "/A" in annotation:
        return f"{annotation.A.URI} ({annotation.Contents})"
    return f"{annotation.Dest[1]} {[float(value) for value in annotation.Dest[2:4]]} ({annotation.Contents})"


def _words(pdf: Pdf) -> dict[tuple[tuple[int, int], int], str]:
    found: dict[tuple[tuple[int, int], int], str] = {}
    for page in pdf.pages:
        maps = {name: characters_of(font.ToUnicode) for name, font in page.obj.Resources.Font.items()}
        number, actual, said, font = -1, "", "", ""
        shown: list[str] = []  # by the text object at hand
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BDC":
                    properties = operands[1]
                    number = int(properties.get("/MCID", -1))
                    actual, said = str(properties.get("/ActualText", "")), ""
                case "EMC":
                    found[page.objgen, number] = actual or said
                case "Tf":
                    font = str(operands[0])
                case "TJ":
                    shown += [maps[font][code] for code in _codes(operands[0])]
                case "ET":
                    said += _as_read(shown)
                    shown = []
    return found


def _as_read(texts: list[str]) -> str:
    """What the codes of a text object say: what runs from right to left is shown from the left."""
    turned = any(bidirectional(letter) in ("R", "AL") for text in texts for letter in text)
    said = "".join(texts)
    return said[::-1] if turned else said


def _codes(pieces: Array) -> Iterator[int]:
    for piece in pieces:
        if isinstance(piece, pikepdf.String):
            yield from struct.unpack(f">{len(bytes(piece)) // 2}H", bytes(piece))


def painted(data: bytes, operator: str) -> list[list[float]]:
    """The numbers that stand before each operator of that kind on the first page."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        instructions = pikepdf.parse_content_stream(pdf.pages[0], operator)
        return [[float(operand) for operand in operands] for operands, word in instructions if str(word) == operator]
