"""Fonts inside the file: what is used and no more, with codes that are never in doubt."""

from __future__ import annotations

import io

import pikepdf
import pytest
import uharfbuzz as hb

from briefdeck.paint.pdf import paint
from briefdeck.paint.pdf_fonts import EmbeddedFont, FontShelf
from briefdeck.verify.standards_fonts import characters_of
from paint import pdf_documents as made
from square_font import square_font


@pytest.fixture(scope="module")
def fonts() -> dict[str, dict]:
    """The fonts of a page by their name: the subset, its codes and what they stand for."""
    found = {}
    with pikepdf.open(io.BytesIO(paint(made.brief()))) as pdf:
        for font in pdf.pages[0].obj.Resources.Font.values():
            descendant = font.DescendantFonts[0]
            found[str(font.BaseFont).split("+")[1]] = {
                "name": str(font.BaseFont),
                "face": hb.Face(descendant.FontDescriptor.FontFile2.read_bytes()),
                "characters": characters_of(font.ToUnicode),
                "descriptor": {key: value for key, value in descendant.FontDescriptor.items() if key != "/FontFile2"},
            }
    return found


def test_a_font_holds_the_glyphs_that_are_used(fonts):
    """And neither layout rules nor hints: the text is set, and this is for paper."""
    assert 20 < fonts["SourceSerif4SmText-Regular"]["face"].glyph_count < 80
    for file, font in fonts.items():
        assert {"glyf", "hmtx", "head"} <= set(font["face"].table_tags), file
        assert not {"GSUB", "GPOS", "cmap", "fpgm", "prep"} & set(font["face"].table_tags), file


def test_one_glyph_with_two_meanings_has_two_codes(fonts):
    said = list(fonts["SourceSerif4SmText-Regular"]["characters"].values())
    assert len(said) == len(set(said))
    assert {"\u00ad", "ffl", "₹"} <= set(said)


def test_codes_are_handed_out_once():
    font = EmbeddedFont("F1", square_font("a-"))
    codes = [font.code(2, "-"), font.code(2, "\u00ad"), font.code(2, "-"), font.code(1, "a")]
    assert codes == [1, 2, 1, 3]


def test_the_tag_of_a_subset_follows_from_its_data():
    """Two fonts with other glyphs have other tags; the same glyphs have the same."""

    def name(letters: str) -> str:
        document = made.document(
            [made.box(40, 50, made.title("T"), made.title("S", "s1"), made.say(letters, "p6"))], _contents()
        )
        with pikepdf.open(io.BytesIO(paint(document))) as pdf:
            names = (str(font.BaseFont) for font in pdf.pages[0].obj.Resources.Font.values())
            return next(name for name in names if name.endswith("SmText-Regular"))

    assert name("abc") == name("cba")
    assert name("abc") != name("abd")


def test_the_descriptor_comes_from_the_font(fonts):
    descriptor = fonts["SourceSerif4SmText-Regular"]["descriptor"]
    assert descriptor["/Ascent"] > 700
    assert descriptor["/Descent"] < -200
    assert 600 < descriptor["/CapHeight"] < 720
    assert descriptor["/ItalicAngle"] == 0
    bold = fonts["SourceSerif4SmText-Semibold"]["descriptor"]
    assert bold["/StemV"] > descriptor["/StemV"]


def test_an_italic_font_says_so():
    shelf = FontShelf(made.look().fonts)
    shelf["SourceSerif4SmText-It.ttf"].code(1, "A")
    from briefdeck.paint.pdf_objects import TaggedCanvas

    canvas = TaggedCanvas(100, 100, "en")
    reference = shelf.write(canvas.document)["F1"]
    font = canvas.document.idToObject[reference.name]
    descriptor = font["DescendantFonts"].sequence[0]["FontDescriptor"]
    assert descriptor["Flags"] == 4 | 64
    assert descriptor["ItalicAngle"] < 0


def _contents():
    from briefdeck.model.page import Entry, EntryKind

    opening = Entry(id="opening", title="T", kind=EntryKind.OPENING)
    return opening, Entry(id="s1", title="S", kind=EntryKind.SECTION, items=("p6",))
