"""Decks on templates: valid, accessible, the template's own parts untouched, every promise kept."""

from __future__ import annotations

import io
import re

import pytest
from pptx import Presentation
from pptx.util import Pt

from briefdeck.assets import read_look
from briefdeck.errors import Severity
from briefdeck.model.values import replace
from briefdeck.pipeline import Order, TemplateFile, make
from briefdeck.template.read import read_template
from briefdeck.text.outline import load_outline
from briefdeck.verify import verify
from support import pptx_a11y, pptx_check
from support.pptx_overflow import overflows
from support.render import needs_libreoffice
from template import samples

TEMPLATES = {
    "usual": samples.usual,
    "wide": samples.wide,
    "ours": samples.ours,
    "two masters": samples.two_masters,
    "title only": lambda: samples.only_layouts(samples.usual(), 6),
    "title slide and points": lambda: samples.only_layouts(samples.usual(), 1, 2),
}


def build(template: bytes, outline=None):
    made = make(outline or samples.outline(), Order(template=TemplateFile(template, "school.pptx")))
    assert made.deck is not None
    return made


@pytest.fixture(scope="module", params=list(TEMPLATES))
def template(request):
    return TEMPLATES[request.param]()


@pytest.fixture(scope="module")
def made(template):
    return build(template)


def test_powerpoint_would_open_it_without_a_word(made):
    assert pptx_check.check(made.deck) == []


def test_everyone_can_read_it(made):
    assert pptx_a11y.check(made.deck) == []


def test_every_promise_is_kept(made):
    outline = samples.outline()
    report = verify(made.deck, made.brief, outline, None, read_look("", outline.lang).furniture)
    assert [problem for problem in report.problems if problem.severity is Severity.ERROR] == []
    assert report.ok


def test_the_templates_own_parts_are_its_own_bytes(template, made):
    before, after = samples.members(template), samples.members(made.deck)
    parts = {part.name for part in read_template(template, "school.pptx").package.parts}
    kept = {name for name in parts if re.match(r"ppt/(slideLayouts|theme|media)/", name)}
    assert {"ppt/theme/theme1.xml"} < kept
    assert all(after.get(name) == before[name] for name in kept)


def test_what_the_template_showed_is_gone(template, made):
    words = b"".join(samples.members(made.deck).values())
    assert b"What the template shows" not in words
    assert b"What it says" not in words
    slides = Presentation(io.BytesIO(made.deck)).slides
    assert len(slides) == len(made.deck_document.pages)


def test_two_builds_are_the_same_bytes(template, made):
    assert build(template).deck == made.deck


def test_text_stands_in_placeholders_and_inherits_its_fonts(made):
    for slide in Presentation(io.BytesIO(made.deck)).slides:
        assert slide.shapes.title is not None
        assert all(shape.is_placeholder for shape in slide.shapes if shape.has_text_frame)
    slides = [data for name, data in samples.members(made.deck).items() if name.startswith("ppt/slides/slide")]
    assert all(not re.search(rb'typeface="[^+A]', data) for data in slides)  # Arial stands on bullets only


def test_floors_hold(made):
    for page in made.deck_document.pages:
        for box in page.boxes:
            for style in getattr(box.content, "level_styles", ()):
                assert style.size >= (12 if box.slot in ("footer", "page number") else 14)


@pytest.mark.slow
@needs_libreoffice
def test_nothing_overflows(made, tmp_path):
    assert overflows(made.deck, tmp_path) == []


def test_a_deck_of_ours_as_template_keeps_its_layouts():
    made = build(samples.ours())
    names = [layout.name for layout in Presentation(io.BytesIO(made.deck)).slide_layouts]
    kept = {layout.name for layout in Presentation(io.BytesIO(samples.ours())).slide_layouts}
    used = {page.layout for page in made.deck_document.pages}
    assert len(names) == len(set(names))
    assert kept <= set(names) <= kept | used
    assert len(used & kept) > 5


def test_rows_that_stand_beside_a_panel_of_ours_have_the_whole_width_of_a_template():
    page = build(samples.usual()).deck_document.pages[1]
    rows = [box.frame for box in page.boxes if box.slot.startswith("section ")]
    title = next(box.frame for box in page.boxes if box.slot == "title")
    assert rows
    assert all(row.width > 0.8 * title.width for row in rows)


def test_what_a_template_lacks_becomes_a_layout_of_its_own_under_its_master():
    made = build(samples.usual())
    deck = Presentation(io.BytesIO(made.deck))
    drawn = {layout.name for layout in deck.slide_layouts} - {
        layout.name for layout in Presentation(io.BytesIO(samples.usual())).slide_layouts
    }
    assert drawn
    assert drawn <= {page.layout for page in made.deck_document.pages}
    used = {slide.slide_layout.name for slide in deck.slides}
    assert {"Title Slide", "Section Header", "Title and Content", "Comparison"} <= used


def test_type_starts_at_the_size_that_the_template_gives():
    large = samples.edited(
        samples.usual(), {samples.MASTER: samples.sub(r'(<p:titleStyle>.*?<a:defRPr sz=")4400', r"\g<1>6000")}
    )
    before, after = build(samples.usual()), build(large)

    def title(made):
        return made.deck_document.pages[0].boxes[0].content.level_styles[0].size

    assert (title(before), title(after)) == (44.0, 60.0)


def test_a_deck_from_right_to_left_says_so_at_every_level():
    made = build(samples.usual(), replace(samples.outline(), lang="ar"))
    slide = samples.members(made.deck)["ppt/slides/slide2.xml"].decode()
    assert 'rtl="1"' in slide
    assert pptx_check.check(made.deck) == []


def test_notes_come_with_a_master_of_their_own_where_there_is_none():
    assert not any("notesMaster" in name for name in samples.members(samples.usual()))
    made = build(samples.usual())
    deck = Presentation(io.BytesIO(made.deck))
    assert deck.slides[2].notes_slide.notes_text_frame.text
    assert deck.part._element.find(".//{*}notesMasterIdLst") is not None


def test_a_logo_in_the_corner_is_kept_clear_of():
    deck = Presentation(io.BytesIO(samples.usual()))
    layout = deck.slide_layouts[1]
    from PIL import Image

    picture = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(picture, "PNG")
    picture.seek(0)
    shape = samples_picture(layout, picture)
    out = io.BytesIO()
    deck.save(out)
    made = build(out.getvalue())
    left = shape / 12700
    for page in made.deck_document.pages:
        if page.layout in ("Title Slide", "Section Header", "Title", "Section with lead", "Section", "Comparison"):
            continue
        for box in page.boxes:
            if box.slot not in ("title", "footer", "page number"):
                assert box.frame.right <= left or box.frame.bottom <= 400


def samples_picture(layout, picture) -> int:
    """Puts the picture at the lower right of a layout's content; gives its left edge in EMU."""
    part, name = layout.part.get_or_add_image_part(picture)
    left, top, side = Pt(600), Pt(400), Pt(70)
    tree = layout.shapes._spTree
    from pptx.oxml.shapes.picture import CT_Picture

    tree.append(CT_Picture.new_pic(90, "Logo", "", name, left, top, side, side))
    assert part is not None
    return int(left)


ARABIC = """\
title: "الماء والأرض"
lang: "ar"
sections:
  - title: "رأيان"
    compare:
      - {label: "السدود", points: ["السدود تخزن المطر", "السدود تغرق الأودية"]}
      - {label: "الآبار", points: ["الآبار تصل إلى الماء القديم", "الآبار تجف"]}
"""


def test_a_comparison_that_is_read_from_the_right_begins_there():
    outline, _ = load_outline(ARABIC, "outline.yaml")
    deck = build(samples.usual(), outline).deck
    slide = next(one for one in Presentation(io.BytesIO(deck)).slides if one.slide_layout.name == "Comparison")
    places = {shape.text_frame.text: shape.left for shape in slide.placeholders if shape.has_text_frame}
    assert places["السدود"] > places["الآبار"]
    assert verify(deck, None, outline, None, read_look("", "ar").furniture).problems == ()
