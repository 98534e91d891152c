"""Letters for Chinese, Japanese and Korean, for machines without: LibreOffice leaves out what it has no font for.

Every letter is the same square, as wide as all such letters are and in lines as high as those of Noto Sans CJK. It says
where they stand and how much room they take, and that is all that is asked of it.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

LETTERS = ((0x2E80, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFF00, 0xFFEF))
ASCENT, DESCENT = 880, 120  # of a square letter, in 1/1000 em
SPACE = 352  # of Malgun Gothic, the widest
LINE_ASCENT, LINE_DESCENT = 1160, 288  # of a line of Noto Sans CJK


def write_cjk_font(folder: Path) -> None:
    """Writes the font into a folder."""
    pen = TTGlyphPen(None)
    pen.moveTo((40, 40 - DESCENT))
    for point in ((40, ASCENT - 40), (960, ASCENT - 40), (960, 40 - DESCENT)):
        pen.lineTo(point)
    pen.closePath()
    square = pen.glyph()
    codes = [code for first, last in LETTERS for code in range(first, last + 1)]
    names = [
        ".notdef",
        "space",
        *(f"u{code:04X}" for code in codes),
    ]  # one each: tables of one glyph for many become too large
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({0x20: "space", **dict(zip(codes, names[2:], strict=True))})
    builder.setupGlyf({**dict.fromkeys(names, square), "space": TTGlyphPen(None).glyph()})
    builder.setupHorizontalMetrics({**dict.fromkeys(names, (1000, 40)), "space": (SPACE, 0)})
    builder.setupHorizontalHeader(ascent=LINE_ASCENT, descent=-LINE_DESCENT)
    builder.setupNameTable({"familyName": "Briefdeck Test CJK", "styleName": "Regular"})
    builder.setupOS2(
        sTypoAscender=ASCENT,
        sTypoDescender=-DESCENT,
        usWinAscent=LINE_ASCENT,
        usWinDescent=LINE_DESCENT,
        ulCodePageRange1=0b0111110 << 16,  # says that it has these letters, and so do the programs that ask
    )
    builder.setupPost()
    builder.save(folder / "cjk.ttf")
