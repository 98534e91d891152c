"""The painted deck in LibreOffice: it opens, shows what it should where it should, and survives the way through it."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from pptx import Presentation

from briefdeck.paint.powerpoint import paint
from paint import documents
from support import pptx_overflow
from support.render import convert, needs_libreoffice, pictures, words

pytestmark = [needs_libreoffice, pytest.mark.slow]


@pytest.fixture(scope="module")
def pdf(deck, tmp_path_factory):
    return convert(deck, tmp_path_factory.mktemp("shown"), "pdf")


def test_every_slide_is_shown_with_its_words(pdf):
    pages = [" ".join(word.text for word in page) for page in words(pdf)]
    assert len(pages) == 7
    assert "One: the points" in pages[3]
    assert "See the source and le texte" in pages[3]
    assert "A & B" in pages[6]


def test_footer_and_number_are_shown_where_the_layout_has_them(pdf):
    page = words(pdf)[3]
    number = next(word for word in page if word.text == "4")
    footer = next(word for word in page if word.text == "<try>")
    assert number.right == pytest.approx(906, abs=2)
    assert 490 < footer.top < footer.bottom < 520


def test_grounds_and_ornaments_have_their_theme_colours(pdf):
    shown = [Image.open(picture).convert("RGB") for picture in pictures(pdf)]
    at = shown[0].width / 960

    def color(page: int, x: float, y: float) -> tuple[int, ...]:
        return shown[page].getpixel((int(x * at), int(y * at)))

    assert color(0, 20, 20) == pytest.approx((0x12, 0x30, 0x4A), abs=3)  # the title's ground
    assert color(0, 740, 20) == pytest.approx((0x0F, 0x6B, 0x6B), abs=3)  # a quarter disc, near its centre
    assert color(0, 835, 115) == pytest.approx((0x12, 0x30, 0x4A), abs=3)  # beyond the arc of the next
    assert color(1, 20, 20) == pytest.approx((0x0B, 0x50, 0x50), abs=3)  # a quarter darker
    assert color(3, 75, 120) == pytest.approx((0xB8, 0x40, 0x2A), abs=12)  # the rule under the title
    assert color(6, 700, 160) == pytest.approx((0x12, 0x30, 0x4A), abs=3)  # the table's header row


def test_nothing_overflows(deck, tmp_path):
    assert pptx_overflow.overflows(deck, tmp_path) == []


def test_the_overflow_checker_notices_what_is_too_long(tmp_path):
    long = documents.points("h1", {"p1": "far too many words " * 60}, size=28)
    wide = documents.points("h2", {"p2": "w" * 70}, size=36)
    pages = (documents.titled("Points", "h1", "One", long), documents.titled("Points", "h2", "Two", wide))
    contents = [documents.entry("h1", "One", "p1"), documents.entry("h2", "Two", "p2")]
    found = pptx_overflow.overflows(paint(documents.deck(*pages, contents=contents)), tmp_path)
    assert {(finding.slide, finding.shape) for finding in found} >= {(1, "Points")}
    assert any("below" in finding.detail for finding in found)


def test_words_notes_and_order_survive_libreoffice(deck, tmp_path):
    again = Presentation(io.BytesIO(convert(deck, tmp_path, "pptx").read_bytes()))
    before = Presentation(io.BytesIO(deck))
    for old, new in zip(before.slides, again.slides, strict=True):
        assert new.shapes.title.text == old.shapes.title.text
        assert new.notes_slide.notes_text_frame.text == old.notes_slide.notes_text_frame.text
    table = next(shape for shape in again.slides[6].shapes if shape.has_table)
    assert table.table.cell(1, 1).text == "x < y"


def test_a_right_to_left_deck_starts_at_the_right(tmp_path):
    page = documents.titled("Points", "h1", "العنوان", documents.points("h1", {"p1": "مرحبا"}))
    painted = paint(documents.deck(page, contents=[documents.entry("h1", "One", "p1")], lang="ar"))
    shown = words(convert(painted, tmp_path, "pdf"))[0]
    assert all(word.left > 480 for word in shown if any("\u0600" <= character <= "\u06ff" for character in word.text))
