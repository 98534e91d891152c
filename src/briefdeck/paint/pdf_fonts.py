"""The fonts inside the file: only the glyphs that are used, each code standing for one glyph and its characters.

One glyph may show different characters (a hyphen at a line end is a soft one), so a code is given to each pair of glyph
and characters. What a reader copies or hears is then never in doubt.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObjectReference, PDFString

from briefdeck.model.look import FontSource, font_source
from briefdeck.paint.pdf_joined import Part, with_joined
from briefdeck.paint.pdf_objects import Stream, array, indirect

# Tables of a font that a text engine or a screen needs; the text is set already, and this is for paper.
_NOT_FOR_PRINT = (
    "BASE", "DSIG", "GDEF", "GPOS", "GSUB", "HVAR", "LTSH", "MATH", "OS/2", "STAT", "VDMX", "VORG",
    "cmap", "gasp", "hdmx", "kern", "meta", "name", "post", "vhea", "vmtx",
)  # fmt: skip
Marks = tuple[tuple[int, float, float], ...]
"""Glyphs shown together with a letter, each with its place from the letter's origin, in 1/1000 em."""

_MOST_CODES = 65_535
_WHOLE_FILE = FontSource("")
_PER_BLOCK = 100  # a PDF reader accepts no more in one block of a character map


class EmbeddedFont:
    """A font while its text is painted: hands out codes, then writes the subset that they need."""

    def __init__(self, name: str, data: bytes, source: FontSource = _WHOLE_FILE) -> None:
        self.name = name  # in the page's resources
        self._face = _face(data, source.number)
        self._font = hb.Font(self._face)
        self._weight = source.weight
        if source.weight:
            self._font.set_variations({"wght": source.weight})
        self._scale = 1000 / self._face.upem
        self._codes: dict[tuple[int, str, Marks], int] = {}

    @property
    def joins(self) -> bool:
        """Whether a code can show marks together with a letter."""
        return "glyf" in self._face.table_tags

    def code(self, glyph: int, characters: str, marks: Marks = ()) -> int:
        """The code that shows the glyph, with marks where the font `joins`, and stands for the characters."""
        code = self._codes.setdefault((glyph, characters, marks), len(self._codes) + 1)
        assert code <= _MOST_CODES
        return code

    def width(self, glyph: int) -> float:
        """How far the glyph moves the pen by itself, in 1/1000 em, as written into the file."""
        return float(round(self._font.get_glyph_h_advance(glyph) * self._scale, 3))

    def glyph_of(self, character: str) -> int | None:
        """The glyph that shows the character on its own, None when the font has none."""
        glyph: int | None = self._font.get_nominal_glyph(ord(character))
        return glyph

    def write(self, document: PDFDocument) -> PDFObjectReference:
        """The font as PDF objects; all that it shows must have been painted before."""
        used = list(self._codes)
        shown = {glyph for letter, _, marks in used for glyph in (letter, *(mark[0] for mark in marks))}
        subset, new_glyphs = _subset(self._face, tuple(sorted(shown)), self._weight)
        places = [new_glyphs[glyph] for glyph, _, _ in used]
        if any(marks for _, _, marks in used):
            subset = self._join(subset, new_glyphs, places)
        data = bytes(subset.blob.data)
        tag = "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
        name = PDFName(f"{tag}+{_postscript_name(self._face, self._weight)}")
        descendant = indirect(
            Type=PDFName("Font"),
            BaseFont=name,
            CIDSystemInfo=_system("Identity"),
            DW=1000,
            **self._program(subset, name),
        )
        if "glyf" in subset.table_tags:
            descendant["CIDToGIDMap"] = Stream(struct.pack(f">{len(used) + 1}H", 0, *places))
            encoding, order = PDFName("Identity-H"), [0, *(glyph for glyph, _, _ in used)]
        else:
            encoding, order = _code_map(places), sorted(new_glyphs, key=new_glyphs.__getitem__)
        descendant["W"] = array(0, array(*(self.width(glyph) for glyph in order)))
        return document.Reference(
            indirect(
                Type=PDFName("Font"),
                Subtype=PDFName("Type0"),
                BaseFont=name,
                Encoding=encoding,
                DescendantFonts=array(descendant),
                ToUnicode=Stream(_character_map([characters for _, characters, _ in used])),
            )
        )

    def _join(self, subset: hb.Face, new_glyphs: Mapping[int, int], places: list[int]) -> hb.Face:
        """The subset with a glyph for each letter that is shown with marks; these get their place."""
        joined: list[list[Part]] = []
        first = struct.unpack_from(">H", _table(subset, "maxp"), 4)[0]
        for index, (letter, _, marks) in enumerate(self._codes):
            if marks:
                places[index] = first + len(joined)
                above = (Part(new_glyphs[mark], round(x / self._scale), round(y / self._scale)) for mark, x, y in marks)
                joined.append([Part(new_glyphs[letter], 0, 0), *above])
        return hb.Face(with_joined({name: _table(subset, name) for name in subset.table_tags}, joined))

    def _program(self, subset: hb.Face, name: str) -> dict[str, object]:
        """The subset as a viewer takes it: outlines of TrueType as a whole font, those of PostScript alone."""
        if "glyf" in subset.table_tags:
            data = bytes(subset.blob.data)
            kind, program = "CIDFontType2", {"FontFile2": Stream(data, Length1=len(data))}
        else:
            outlines = Stream(_table(subset, "CFF "), Subtype=PDFName("CIDFontType0C"))
            kind, program = "CIDFontType0", {"FontFile3": outlines}
        return {"Subtype": PDFName(kind), "FontDescriptor": self._descriptor(name, program)}

    def _descriptor(self, name: str, program: Mapping[str, Stream]) -> PDFDictionary:
        extents = self._font.get_font_extents("ltr")
        box = struct.unpack(">4h", _table(self._face, "head")[36:44])
        angle = struct.unpack(">i", _table(self._face, "post")[4:8])[0] / 65536
        weight = struct.unpack(">H", _table(self._face, "OS/2")[4:6])[0]
        capitals = self._font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
        symbolic, italic = 4, 64
        return indirect(
            Type=PDFName("FontDescriptor"),
            FontName=name,
            Flags=symbolic | (italic if angle else 0),
            FontBBox=array(*(round(edge * self._scale) for edge in box)),
            ItalicAngle=round(angle),
            Ascent=round(extents.ascender * self._scale),
            Descent=round(extents.descender * self._scale),
            CapHeight=round(capitals * self._scale),
            StemV=round(10 + 220 * (weight - 50) / 900),  # the usual estimate from the weight; viewers rarely look
            **program,
        )


class FontShelf:
    """The fonts of one file by name, each made when its first glyph is painted."""

    def __init__(self, library: Mapping[str, bytes]) -> None:
        self._library = library
        self._fonts: dict[str, EmbeddedFont] = {}

    def __getitem__(self, file: str) -> EmbeddedFont:
        if file not in self._fonts:
            self._fonts[file] = EmbeddedFont(f"F{len(self._fonts) + 1}", self._library[file], font_source(file))
        return self._fonts[file]

    def write(self, document: PDFDocument) -> dict[str, PDFObjectReference]:
        """All fonts by their name in the pages' resources; all text must have been painted before."""
        return {font.name: font.write(document) for font in self._fonts.values()}


@lru_cache(maxsize=64)
def _face(data: bytes, index: int) -> hb.Face:
    return hb.Face(data, index)


@lru_cache(maxsize=64)
def _subset(face: hb.Face, glyphs: tuple[int, ...], weight: int) -> tuple[hb.Face, Mapping[int, int]]:
    """A font with these glyphs in one weight and no layout rules, and the new number of each glyph."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    for name in _NOT_FOR_PRINT:
        wanted.drop_table_tag_set.add(int.from_bytes(name.ljust(4).encode(), "big"))
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    if "glyf" not in face.table_tags:  # a viewer finds glyphs of PostScript by the number they have in the subset
        wanted.flags |= hb.SubsetFlags.CFF_IDENTITY_CHARSET | hb.SubsetFlags.DOWNGRADE_CFF2
    if weight:
        wanted.pin_axis_location(face, "wght", weight)
    plan = hb.SubsetPlan(face, wanted)
    return plan.execute(), dict(plan.old_to_new_glyph_mapping)


def _code_map(places: Sequence[int]) -> Stream:
    """The map from codes, from 1 on, to the numbers of glyphs."""
    name = PDFName("Briefdeck-Codes-H")
    rows = [f"<{code:04X}> {place}" for code, place in enumerate(places, 1)]
    text = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> def",
        "/CMapName /Briefdeck-Codes-H def /CMapType 1 def /WMode 0 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
        *_blocks(rows, "cidchar"),
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    ]
    return Stream(
        "\n".join(text).encode(), Type=PDFName("CMap"), CMapName=name, CIDSystemInfo=_system("Identity"), WMode=0
    )


def _blocks(rows: Sequence[str], kind: str) -> Iterator[str]:
    for start in range(0, len(rows), _PER_BLOCK):
        block = rows[start : start + _PER_BLOCK]
        yield "\n".join([f"{len(block)} begin{kind}", *block, f"end{kind}"])


def _character_map(characters: Sequence[str]) -> bytes:
    """The ToUnicode map: for each code from 1 on the characters that it stands for."""
    rows = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in enumerate(characters, 1)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *_blocks(rows, "bfchar"),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    ).encode()


def _system(ordering: str) -> PDFDictionary:
    return PDFDictionary({"Registry": PDFString("Adobe"), "Ordering": PDFString(ordering), "Supplement": 0})


def _postscript_name(face: hb.Face, weight: int) -> str:
    name = face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or ""
    if weight:  # the name is that of the file's lightest
        name = f"{name.partition('-')[0]}-{weight}"
    return re.sub(r"[^A-Za-z0-9-]", "", name) or "Font"


def _table(face: hb.Face, name: str) -> bytes:
    return bytes(face.reference_table(name).data)
