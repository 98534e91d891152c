"""A font made in memory whose every glyph is one em wide, and a look that uses it: tests can state exact sums."""

from __future__ import annotations

import json
from functools import cache
from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from briefdeck.model.look import DeckFont, Face, Furniture, Look, Theme

LATIN = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2027), 0x202F, 0x20AC)))
HEBREW = "".join(map(chr, range(0x5D0, 0x5EB)))
CJK = "中文字没有空格，因此可以。（）「」"


@cache
def square_font(characters: str = LATIN) -> bytes:
    """A TrueType font with those characters, each a square of one em."""
    names = [".notdef", *(f"u{ord(char):04X}" for char in characters)]
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in ((50, 900), (950, 900), (950, 0)):
        pen.lineTo(point)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(char): name for char, name in zip(characters, names[1:], strict=True)})
    builder.setupGlyf(dict.fromkeys(names, square))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Square", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


@cache
def square_look(latin: str = LATIN, other: str = HEBREW + CJK) -> Look:
    """A look in which everything is one em wide: deck and brief, heading and body, bold and italic."""
    table = json.dumps({"name": "Square", "em": 1, "widths": {"1": latin}}).encode()
    fonts = {f"widths/square-{style}.json": table for style in ("regular", "bold", "italic", "bold-italic")}
    fonts["widths/scripts.json"] = json.dumps({"Hebr": [1000, 1.2, 1.2], "Deva": [1000, 1.8, 2.4]}).encode()
    fonts["Square.ttf"] = square_font(latin)
    fonts["Other.ttf"] = square_font(other)
    font = DeckFont(family="Square", metrics=("square",))
    theme = Theme(
        name="square",
        title="Square",
        description="",
        colors={},
        deck_fonts={"heading": font, "body": font},
        brief_faces={"heading": (Face(file="Square.ttf", bold=True),), "body": (Face(file="Square.ttf"),)},
    )
    furniture = Furniture(lang="en", words={})
    return Look(theme=theme, furniture=furniture, fonts=fonts, fallbacks=(Face(file="Other.ttf"),))
