"""What stands in a template's own places beside the text: the school's logo, the date, a picture."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Pt

from briefdeck.errors import Severity
from briefdeck.model.media import Media
from briefdeck.model.outline import Outline, Picture, Section
from briefdeck.model.page import PictureContent
from briefdeck.model.values import replace
from briefdeck.pipeline import Order, TemplateFile, make
from support import pptx_a11y, pptx_check
from template import samples


def png(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(out, "PNG")
    return out.getvalue()


MEDIA = {
    "logo.png": Media("aa11", "png", 300, 100, png(300, 100)),
    "hills.png": Media("bb22", "png", 800, 600, png(800, 600)),
}


def given(**more: object) -> Outline:
    return replace(samples.outline(), **more)


def build(outline: Outline, template: bytes):
    made = make(outline, Order(template=TemplateFile(template, "school.pptx"), only="deck", media=MEDIA))
    assert made.deck is not None
    return made


def logos(page):
    return [box for box in page.boxes if box.name == "Logo"]


@pytest.fixture(scope="module", params=[samples.usual, samples.wide, samples.ours], ids=lambda made: made.__name__)
def branded(request):
    return build(given(logo="logo.png", date="12 May 2026"), request.param())


def test_every_slide_has_the_logo_once_and_never_stretched(branded):
    for page in branded.deck_document.pages:
        (logo,) = logos(page)
        assert logo.frame.width / logo.frame.height == pytest.approx(3, abs=0.01)


def test_the_logo_lies_on_no_text(branded):
    for page in branded.deck_document.pages:
        (logo,) = logos(page)
        for box in page.boxes:
            assert box.name.startswith("Logo") or not box.frame.overlaps(logo.frame), (page.title, box.name)


def test_the_logo_is_largest_on_the_title_slide(branded):
    first, *others = (logos(page)[0].frame.height for page in branded.deck_document.pages)
    assert first > 1.3 * max(others)


def test_a_branded_deck_is_valid_and_accessible_and_holds_the_picture_once(branded):
    assert pptx_check.check(branded.deck) == []
    assert pptx_a11y.check(branded.deck) == []
    assert sum(data == MEDIA["logo.png"].data for data in samples.members(branded.deck).values()) == 1


def test_the_date_stands_in_the_templates_place_for_it():
    deck = Presentation(io.BytesIO(build(given(date="12 May 2026"), samples.usual()).deck))
    dates = [
        shape.text_frame.text.replace("\u00a0", " ")
        for slide in deck.slides
        for shape in slide.placeholders
        if "DATE" in str(shape.placeholder_format.type)
    ]
    assert set(dates) == {"12 May 2026"}
    assert len(dates) >= len(deck.slides) - 2  # the title slide says it below its title


def test_without_a_date_no_slide_has_a_place_for_one():
    deck = Presentation(io.BytesIO(build(given(), samples.usual()).deck))
    kinds = {str(shape.placeholder_format.type) for slide in deck.slides for shape in slide.placeholders}
    assert not any("DATE" in kind for kind in kinds)


def test_a_picture_stands_in_the_templates_place_for_pictures():
    picture = Picture(file="hills.png", alt="Hills", caption="Every hill is a kitchen")
    outline = given(sections=(Section(id="hills", title="Hills", picture=picture),))
    made = build(outline, samples.usual())
    page = next(page for page in made.deck_document.pages if page.layout == "Picture")
    slide = Presentation(io.BytesIO(made.deck)).slides[made.deck_document.pages.index(page)]
    assert slide.slide_layout.name == "Picture with Caption"
    assert {"PICTURE (18)", "TITLE (1)", "BODY (2)"} <= {
        str(shape.placeholder_format.type) for shape in slide.placeholders
    }
    (shown,) = (box for box in page.boxes if isinstance(box.content, PictureContent))
    left, top, right, bottom = shown.content.crop
    seen = 4 / 3 * (1 - left - right) / (1 - top - bottom)
    assert seen == pytest.approx(shown.frame.width / shown.frame.height, rel=0.01)


def test_a_logo_without_a_free_place_is_said():
    deck = Presentation(io.BytesIO(samples.usual()))
    for layout in deck.slide_layouts:
        for shape in list(layout.placeholders):
            if "FOOTER" in str(shape.placeholder_format.type):
                shape._element.getparent().remove(shape._element)
            elif "TITLE" in str(shape.placeholder_format.type):
                shape.left, shape.top, shape.width, shape.height = 0, 0, Pt(720), Pt(540)
    out = io.BytesIO()
    deck.save(out)
    remarks = build(given(logo="logo.png"), out.getvalue()).remarks
    assert [one.severity for one in remarks if one.code == "BD720"] == [Severity.REMARK]
