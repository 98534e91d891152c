"""The detector itself: it finds texts that leave their box in any script, and nothing where they stay inside."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from support.pptx_dyed import dyed
from support.pptx_overflow import overflows
from support.render import needs_libreoffice

pytestmark = [needs_libreoffice, pytest.mark.slow]

SAID = {
    "Latin": "Light falls on a leaf, and sugar comes of it. ",
    "Cyrillic": "Свет падает на лист, и из него получается сахар. ",
    "Devanagari": "प्रकाश पत्ती पर पड़ता है और शर्करा बनती है। ",
    "Arabic": "يسقط الضوء على الورقة فيتكون منه السكر. ",
    "Chinese": "光合作用是植物利用阳光把水变成糖的过程。",
    "Thai": "แสงตกบนใบไม้ แล้วเกิดเป็นน้ำตาล ",
    "mixed": "5i 中文 हिन्दी العربية ab Ж. ",
}


class Deck:
    """A deck of text boxes, one on each slide, 400 by 120 points at (100, 150)."""

    def __init__(self) -> None:
        self.deck = Presentation()
        self.deck.slide_width, self.deck.slide_height = Pt(960), Pt(540)

    def slide(self):
        return self.deck.slides.add_slide(self.deck.slide_layouts[6]).shapes

    def text(self, text: str, *, left: float = 100, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP, wrap: bool = True, size=20):
        shape = self.slide().add_textbox(Pt(left), Pt(150), Pt(400), Pt(120))
        shape.text_frame.word_wrap = wrap
        shape.text_frame.vertical_anchor = anchor
        shape.text_frame.text = text
        for run in shape.text_frame.paragraphs[0].runs:
            run.font.size = Pt(size)
        return shape

    def faults(self, folder) -> list[tuple[int, str]]:
        out = io.BytesIO()
        self.deck.save(out)
        return [(fault.slide, fault.detail) for fault in overflows(out.getvalue(), folder)]


def test_text_that_stays_inside_is_let_be_in_every_script(tmp_path):
    deck = Deck()
    for text in SAID.values():
        deck.text(text * 2)
    assert deck.faults(tmp_path) == []


def test_text_that_is_too_long_is_found_in_every_script_and_on_every_side(tmp_path):
    deck = Deck()
    wanted = []
    for text in SAID.values():
        deck.text(text * 9)
        deck.text(text * 9, anchor=MSO_ANCHOR.BOTTOM)
        deck.text(text * 3, wrap=False)
        wanted += ["below", "above", "to the"]
    found = deck.faults(tmp_path)
    missed = [
        (slide, side)
        for slide, side in enumerate(wanted, 1)
        if not any(number == slide and side in detail for number, detail in found)
    ]
    assert not missed


@pytest.mark.parametrize(
    ("letter", "align", "margin"),
    [(letter, align, margin)
     for letters, align, margin in (("jB", PP_ALIGN.LEFT, "margin_left"), ("fB", PP_ALIGN.RIGHT, "margin_right"))
     for letter in letters],
)  # fmt: skip
def test_a_letter_may_reach_only_as_far_beside_its_line_as_its_font_lets_it(letter, align, margin, tmp_path):
    """The foot of an italic "j" and the head of an "f" do; one that is moved out has left its box, as a "B" has."""
    deck = Deck()
    for inset in (0, -4):
        frame = deck.text(letter * 3, size=60).text_frame
        setattr(frame, margin, Pt(inset))
        frame.paragraphs[0].alignment = align
        frame.paragraphs[0].runs[0].font.name, frame.paragraphs[0].runs[0].font.italic = "Liberation Serif", True
    assert {slide for slide, _ in deck.faults(tmp_path)} == {2}


def test_one_line_too_many_is_found(tmp_path):
    deck = Deck()
    deck.text("Line\v" * 5 + "Line")
    deck.text("Line\v" * 3 + "Line")
    assert {slide for slide, _ in deck.faults(tmp_path)} == {1}


def test_links_belong_to_their_text(tmp_path):
    deck = Deck()
    for text in ("example.org", "example.org/" * 6):
        run = deck.text("See ", wrap=False).text_frame.paragraphs[0].add_run()
        run.text, run.hyperlink.address, run.font.size = text, "https://example.org/", Pt(20)
    ((slide, detail),) = deck.faults(tmp_path)
    assert slide == 2
    assert "to the right: 'See example.org" in detail


def test_text_off_the_slide_is_found_though_its_box_is_there_too(tmp_path):
    deck = Deck()
    deck.text("Far out", left=930)
    assert any("to the right of the slide" in detail for _, detail in deck.faults(tmp_path))


def test_text_that_nobody_sees_is_found(tmp_path):
    deck = Deck()
    deck.text("नमस्ते")._element.nvSpPr.cNvPr.set("hidden", "1")
    assert [detail[:11] for _, detail in deck.faults(tmp_path)] == ["not painted"]


def test_slides_that_are_not_painted_are_found(tmp_path):
    deck = Deck()
    deck.text("One")
    deck.text("Two").part._element.set("show", "0")
    assert deck.faults(tmp_path) == [(0, "2 slides, 1 pages painted")]


def test_small_type_is_found(tmp_path):
    deck = Deck()
    deck.text("Small", size=17)
    deck.text("Large", size=18)
    assert [(slide, detail[:13]) for slide, detail in deck.faults(tmp_path)] == [(1, "17.0 pt small")]


def test_a_cell_that_makes_its_row_grow_is_found(tmp_path):
    deck = Deck()
    for count in (2, 30):
        table = deck.slide().add_table(2, 2, Pt(100), Pt(100), Pt(400), Pt(100)).table
        for row in table.rows:
            for cell in row.cells:
                cell.text = "Word"
        table.cell(0, 1).text = "Blatt " * count
    found = deck.faults(tmp_path)
    assert {slide for slide, _ in found} == {2}
    assert any("Blatt" in detail for _, detail in found)
    assert any("'Word'" in detail for _, detail in found)  # the row below is pushed out of its place


def test_the_words_of_a_chart_are_held_against_its_frame(tmp_path):
    deck = Deck()
    data = CategoryChartData()
    data.categories = ["प्रकाश", "العربية", "Leaf"]
    data.add_series("Counted", (3, 1, 2))
    chart = deck.slide().add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Pt(100), Pt(100), Pt(400), Pt(300), data).chart
    chart.font.size = Pt(16)
    out = io.BytesIO()
    deck.deck.save(out)
    (place,) = dyed(out.getvalue()).places
    assert (place.kind, place.right) == ("chart", 500)
    assert deck.faults(tmp_path) == []
