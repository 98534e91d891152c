"""Letters with their marks as glyphs of their own."""

from __future__ import annotations

import io

import uharfbuzz as hb
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

from briefdeck.paint.pdf_joined import Part, with_joined
from square_font import square_font


def _tables(data: bytes) -> dict[str, bytes]:
    face = hb.Face(data)
    return {name: bytes(face.reference_table(name).data) for name in face.table_tags}


def test_a_joined_glyph_is_as_wide_as_its_letter_and_reaches_as_far_as_its_parts():
    data = square_font("ab")
    count = hb.Face(data).glyph_count
    before = hb.Font(hb.Face(data))
    face = hb.Face(
        with_joined(_tables(data), [[Part(1, 0, 0), Part(2, 150, 900)], [Part(2, 0, 0), Part(1, -40, -300)]])
    )
    font = hb.Font(face)
    assert face.glyph_count == count + 2
    letter, joined, below = (
        before.get_glyph_extents(1),
        font.get_glyph_extents(count),
        font.get_glyph_extents(count + 1),
    )
    assert font.get_glyph_h_advance(count) == before.get_glyph_h_advance(1)
    assert joined.y_bearing == letter.y_bearing + 900
    assert joined.height == letter.height - 900  # heights count downwards
    assert joined.x_bearing == letter.x_bearing
    assert joined.width == letter.width + 150
    assert below.x_bearing == letter.x_bearing - 40


def test_the_glyphs_at_hand_stay_and_the_file_is_whole():
    data = square_font("abc")
    made = with_joined(_tables(data), [[Part(1, 0, 0), Part(2, 10, 10), Part(3, 20, 20)]])
    font, before = TTFont(io.BytesIO(made), checkChecksums=2), TTFont(io.BytesIO(data))
    for name in before.getGlyphOrder():
        assert font["glyf"][name] == before["glyf"][name]
        assert font["hmtx"][name] == before["hmtx"][name]
    (last,) = font.getGlyphOrder()[len(before.getGlyphOrder()) :]
    assert [(part.x, part.y) for part in font["glyf"][last].components] == [(0, 0), (10, 10), (20, 20)]
    assert font["maxp"].maxComponentElements == 3
    assert font["maxp"].maxComponentDepth == before["maxp"].maxComponentDepth + 1
    assert font["maxp"].numGlyphs == font["hhea"].numberOfHMetrics == len(before.getGlyphOrder()) + 1


def test_parts_without_ink_make_a_glyph_without_ink():
    blank, file = TTFont(io.BytesIO(square_font("a "))), io.BytesIO()
    blank["glyf"]["u0020"] = Glyph()
    blank.save(file)
    font = TTFont(io.BytesIO(with_joined(_tables(file.getvalue()), [[Part(2, 0, 0), Part(2, 5, 5)]])))
    assert font["glyf"][font.getGlyphOrder()[-1]].numberOfContours == 0
