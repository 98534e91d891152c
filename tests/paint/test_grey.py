"""The page as an office printer gives it: in grey, with little ink, the same from every renderer."""

from __future__ import annotations

from itertools import combinations

import pytest

from briefdeck.assets import read_look, theme_names
from briefdeck.compose.brief.styles import STYLES
from briefdeck.model.look import Ink
from briefdeck.model.page import Paragraph, ShapeContent, TableContent, Text
from briefdeck.paint.pdf_sheet import rgb
from briefdeck.pipeline import Order, make
from compose.brief_outlines import rich
from support.renderers import MISSING, RENDERERS, apart, coverage

SMALL_TYPE, LARGE_TYPE = 4.5, 3.0
FAR = 0.45
"""Of the way from black to white, at the worst place of two blurred pages."""

MOST_INK = 0.12
"""Of the page; a plain letter covers about a twentieth."""


def document(style="standard", theme=""):
    return make(rich(), Order(only="brief", style=style, theme=theme)).brief_document


def paragraphs(of) -> list[Paragraph]:
    found = []
    for box in of.pages[0].boxes:
        if isinstance(box.content, Text):
            found += box.content.paragraphs
        elif isinstance(box.content, TableContent):
            found += [cell for row in box.content.rows for cell in row]
    return found


def grey(ink: Ink, colors) -> float:
    """The brightness that a printer without colour gives an ink, linear, from 0 to 1."""
    red, green, blue = rgb(ink, colors)
    luma = 0.299 * red + 0.587 * green + 0.114 * blue  # as drivers do it, on the coded values
    return luma / 12.92 if luma <= 0.04045 else ((luma + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize("theme", theme_names())
def test_every_ink_stands_out_in_grey(theme):
    colors = read_look(theme, on_paper=True).theme.colors
    paper = grey(Ink("background"), colors) + 0.05
    for paragraph in paragraphs(document(theme=theme)):
        for line in paragraph.lines:
            for run in line.runs:
                needed = LARGE_TYPE if run.size >= 18 else SMALL_TYPE
                assert paper / (grey(run.ink, colors) + 0.05) >= needed, (run.text, run.ink)


@pytest.mark.parametrize("style", STYLES)
def test_what_differs_in_colour_differs_in_weight_too(style):
    """A label, a number, an answer: within a paragraph nothing is told apart by its colour alone."""
    for paragraph in paragraphs(document(style)):
        for span in paragraph.spans:
            if span.ink not in (None, paragraph.style.ink) and span.text.strip():
                assert span.bold != paragraph.style.bold or len(paragraph.spans) == 1, span.text


@pytest.mark.parametrize("style", STYLES)
def test_no_line_is_thinner_than_half_a_point(style):
    shapes = [box.content for box in document(style).pages[0].boxes if isinstance(box.content, ShapeContent)]
    assert any(shape.shape == "line" for shape in shapes)
    assert min(shape.stroke for shape in shapes if shape.shape == "line") >= 0.5


def pages(pdf: bytes, folder):
    (folder / "page.pdf").write_bytes(pdf)
    return {name: render(folder / "page.pdf") for name, render in RENDERERS.items() if name not in MISSING}


@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)} (Debian: mupdf-tools, ghostscript)")
@pytest.mark.parametrize("style", STYLES)
def test_four_renderers_agree_on_the_page(style, tmp_path):
    made = make(rich(), Order(only="brief", style=style))
    shown = pages(made.brief, tmp_path)
    assert len(shown) == 4
    for one, other in combinations(shown, 2):
        mean, most = apart(shown[one], shown[other])
        assert mean < 0.01, (one, other)
        assert most < FAR, (one, other)


@pytest.mark.skipif("pdftoppm" in MISSING, reason="not installed: pdftoppm (Debian: poppler-utils)")
def test_renderers_that_do_not_agree_are_noticed(tmp_path):
    two = [make(rich(), Order(only="brief", style=style)).brief for style in ("standard", "cornell")]
    first, second = (pages(pdf, tmp_path)["pdftoppm"] for pdf in two)
    assert max(apart(first, second)) > FAR


@pytest.mark.skipif("pdftoppm" in MISSING, reason="not installed: pdftoppm (Debian: poppler-utils)")
@pytest.mark.parametrize("theme", theme_names())
def test_a_page_takes_little_ink(theme, tmp_path):
    made = make(rich(), Order(only="brief", theme=theme))
    assert coverage(pages(made.brief, tmp_path)["pdftoppm"]) < MOST_INK
