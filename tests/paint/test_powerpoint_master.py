"""Theme, master, layouts and notes master: what a teacher meets who goes on working in PowerPoint."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from briefdeck.model.geometry import Rect
from briefdeck.model.look import Ink
from briefdeck.model.page import Layout, ShapeContent, SlotKind
from briefdeck.model.values import replace
from briefdeck.paint.powerpoint import paint
from briefdeck.paint.powerpoint_master import plan_layouts, plan_master
from paint import documents

TYPES = {
    SlotKind.TITLE: PP_PLACEHOLDER.TITLE,
    SlotKind.SUBTITLE: PP_PLACEHOLDER.SUBTITLE,
    SlotKind.TEXT: PP_PLACEHOLDER.BODY,
    SlotKind.TABLE: PP_PLACEHOLDER.TABLE,
    SlotKind.CHART: PP_PLACEHOLDER.CHART,
    SlotKind.PICTURE: PP_PLACEHOLDER.PICTURE,
    SlotKind.FOOTER: PP_PLACEHOLDER.FOOTER,
    SlotKind.NUMBER: PP_PLACEHOLDER.SLIDE_NUMBER,
}
BY_NAME = pytest.mark.parametrize("layout", documents.LAYOUTS, ids=lambda layout: layout.name)


def part(deck: bytes, name: str):
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        return etree.fromstring(archive.read(name))


def painted_layout(presentation, layout: Layout):
    return presentation.slide_layouts.get_by_name(layout.name)


def placeholder(presentation, layout: str, name: str):
    return next(each for each in presentation.slide_layouts.get_by_name(layout).placeholders if each.name == name)


def test_all_layouts_are_there_in_order_used_or_not(presentation):
    assert [layout.name for layout in presentation.slide_layouts] == [layout.name for layout in documents.LAYOUTS]


@BY_NAME
def test_every_slot_is_a_placeholder_of_its_kind_and_name_at_its_place(presentation, layout):
    found = {each.name: each for each in painted_layout(presentation, layout).placeholders}
    assert set(found) == {slot.name for slot in layout.slots}
    for slot in layout.slots:
        mark = found[slot.name].placeholder_format
        expected = TYPES[slot.kind]
        if slot.kind is SlotKind.TITLE and layout.kind == "title":
            expected = PP_PLACEHOLDER.CENTER_TITLE
        assert mark.type == expected
        place = found[slot.name]
        at = (place.left.pt, place.top.pt, place.width.pt, place.height.pt)
        assert at == pytest.approx((slot.frame.x, slot.frame.y, slot.frame.width, slot.frame.height), abs=0.01)


@BY_NAME
def test_the_title_is_the_first_placeholder_and_indices_differ(presentation, layout):
    marks = [each.placeholder_format for each in painted_layout(presentation, layout).placeholders]
    assert marks[0].idx == 0
    assert len({mark.idx for mark in marks}) == len(marks)


def test_the_title_comes_first_in_a_layout_that_names_it_last():
    layout = documents.layout("Points")
    turned = replace(layout, name="Turned", slots=layout.slots[::-1])
    painted = Presentation(io.BytesIO(paint(replace(documents.every_layout(), layouts=(*documents.LAYOUTS, turned)))))
    names = [each.name for each in painted.slide_layouts.get_by_name("Turned").shapes]
    assert names == ["Rule", "Title", "Number", "Footer", "Points"]


@BY_NAME
def test_ornaments_lie_under_the_placeholders_and_are_decorative(presentation, layout):
    shapes = list(painted_layout(presentation, layout).shapes)
    kinds = [each.is_placeholder for each in shapes]
    assert kinds == sorted(kinds)
    assert kinds.count(False) == len(layout.ornaments)
    for each in shapes[: len(layout.ornaments)]:
        assert any(str(element.tag).endswith("}decorative") for element in each._element.iter())


@BY_NAME
def test_layouts_carry_powerpoints_own_word_for_them_and_are_kept_when_unused(presentation, layout):
    element = painted_layout(presentation, layout)._element
    assert element.get("type") == (layout.kind or None)
    assert element.get("preserve") == "1"


def test_prompts_say_what_belongs_there_level_by_level(presentation):
    parts = placeholder(presentation, "Agenda", "Parts")
    assert [(each.text, each.level) for each in parts.text_frame.paragraphs] == [("Part", 0), ("What it covers", 1)]
    assert parts._element.find(f".//{qn('p:ph')}").get("hasCustomPrompt") == "1"
    assert placeholder(presentation, "Cards 3", "Card 2").text_frame.text == "Card 2"


def test_the_main_text_has_the_same_index_in_every_layout(presentation):
    """PowerPoint carries text over by kind and index when the layout of a slide is changed."""
    indices = {
        name: placeholder(presentation, name, slot).placeholder_format.idx
        for name, slot in (("Points", "Points"), ("Agenda", "Parts"), ("Cards 3", "Card 1"), ("Title", "Subtitle"))
    }
    assert set(indices.values()) == {1}


def test_what_looks_as_on_the_master_is_left_to_the_master(presentation):
    for layout in ("Points", "Table", "Cards 2"):
        title = placeholder(presentation, layout, "Title")._element
        assert title.spPr.find(qn("a:xfrm")) is None
        assert len(title.txBody.find(qn("a:lstStyle"))) == 0
    assert placeholder(presentation, "Agenda", "Title")._element.spPr.find(qn("a:xfrm")) is not None


def test_text_that_a_teacher_adds_looks_right_on_every_level(presentation):
    styles = presentation.slide_master._element.find(qn("p:txStyles"))
    body = list(styles.find(qn("p:bodyStyle")))
    assert len(body) == 9
    for level in body:
        assert int(level.get("indent")) < 0 < int(level.get("marL"))
        assert level.find(qn("a:buChar")) is not None
        assert level.find(qn("a:defRPr")).get("sz")
    margins = [int(level.get("marL")) for level in body]
    assert margins == sorted(set(margins))


def test_deeper_levels_of_a_layout_keep_its_ink(presentation):
    levels = placeholder(presentation, "Agenda", "Parts")._element.txBody.find(qn("a:lstStyle"))
    inks = [color.get("val") for color in levels.iterfind(f"*/{qn('a:defRPr')}/{qn('a:solidFill')}/*")]
    assert inks == ["tx1"] * 5


def test_numbered_points_number_only_their_first_level(presentation):
    levels = list(placeholder(presentation, "Agenda", "Parts")._element.txBody.find(qn("a:lstStyle")))
    assert [level.find(qn("a:buAutoNum")) is not None for level in levels] == [True, False, False, False, False]


def test_layout_footers_hold_the_documents_title(presentation):
    """LibreOffice loses a footer's font without a run here, and PowerPoint copies it to slides that are added."""
    assert placeholder(presentation, "Points", "Footer").text_frame.text == "A test & a <try>"


def test_a_dark_layout_has_a_real_background(presentation):
    color = presentation.slide_layouts.get_by_name("Section")._element.find(f".//{qn('p:bg')}//{qn('a:schemeClr')}")
    assert color.get("val") == "accent1"
    assert [(each.tag, each.get("val")) for each in color] == [(qn("a:lumMod"), "75000")]
    assert presentation.slide_layouts.get_by_name("Points")._element.find(f".//{qn('p:bg')}") is None


def test_text_on_a_panel_has_the_panels_fill_for_the_contrast_checker(presentation):
    fill = placeholder(presentation, "Agenda", "Title")._element.spPr.find(qn("a:solidFill"))
    assert fill[0].get("val") == "accent1"
    assert placeholder(presentation, "Points", "Points")._element.spPr.find(qn("a:solidFill")) is None


def test_colours_are_lighter_darker_and_translucent_by_the_theme():
    ornaments = (
        documents.rect(0, 0, 10, 10, Ink("text", lighter=40)),
        documents.rect(20, 0, 10, 10, Ink("surface", darker=25, opacity=50)),
    )
    layouts = (*documents.LAYOUTS, Layout(name="Inks", slots=(documents.HEAD,), ornaments=ornaments))
    deck = paint(replace(documents.every_layout(), layouts=layouts))
    shapes = list(Presentation(io.BytesIO(deck)).slide_layouts.get_by_name("Inks").shapes)
    colors = [next(each._element.spPr.iter(qn("a:schemeClr"))) for each in shapes[:2]]
    assert [(color.get("val"), [child.get("val") for child in color]) for color in colors] == [
        ("tx1", ["60000", "40000"]),
        ("bg2", ["75000", "50000"]),
    ]


def test_a_line_is_as_thick_as_its_stroke(presentation):
    line = next(
        each for each in presentation.slide_layouts.get_by_name("Chart and picture").shapes if each.name == "Hairline"
    )
    assert line._element.spPr.find(qn("a:ln")).get("w") == "9525"
    assert line.height == 0


@pytest.mark.parametrize(("corner", "centre"), [(0, "0 0"), (1, "1000 0"), (2, "1000 1000"), (3, "0 1000")])
def test_a_quarter_disc_turns_round_its_corner(corner, centre):
    disc = documents.shape(0, 0, 50, 50, ShapeContent(shape="quarter", ink=documents.INK, corner=corner))
    layouts = (*documents.LAYOUTS, Layout(name="Disc", slots=(documents.HEAD,), ornaments=(disc,)))
    deck = paint(replace(documents.every_layout(), layouts=layouts))
    shape = next(iter(Presentation(io.BytesIO(deck)).slide_layouts.get_by_name("Disc").shapes))
    start, *_ = shape._element.iter(qn("a:pt"))
    assert f"{start.get('x')} {start.get('y')}" == centre


def test_an_ornament_that_is_not_a_plain_shape_is_our_bug():
    text = documents.points("h1", {"p1": "Text"})
    layouts = (Layout(name="Bad", slots=(documents.HEAD,), ornaments=(text,)), *documents.LAYOUTS)
    with pytest.raises(AssertionError, match="Bad"):
        paint(replace(documents.every_layout(), layouts=layouts))


def test_the_theme_has_the_colours_and_fonts_of_the_look(deck):
    theme = part(deck, "ppt/theme/theme1.xml")
    colors = {etree.QName(each).localname: each[0].get("val") for each in theme.find(f".//{qn('a:clrScheme')}")}
    assert colors["dk1"] == "20242C"
    assert colors["lt2"] == "F4F1EA"
    assert colors["folHlink"] == "6B4C8A"
    assert list(colors)[4:10] == [f"accent{number}" for number in range(1, 7)]
    families = [each.get("typeface") for each in theme.iter(qn("a:latin"))]
    assert families == ["Georgia", "Calibri"]
    assert theme.get("name") == "Test & try"


@pytest.mark.parametrize(
    ("lang", "east", "complex_"),
    [("ja", "Yu Gothic", ""), ("zh-Hant-TW", "Microsoft JhengHei", ""), ("hi", "", "Nirmala UI"), ("en", "", "")],
)
def test_the_theme_has_fonts_for_the_script_of_the_document(lang, east, complex_):
    document = documents.every_layout()
    deck = paint(replace(document, identity=replace(document.identity, lang=lang)))
    minor = part(deck, "ppt/theme/theme1.xml").find(f".//{qn('a:minorFont')}")
    assert minor.find(qn("a:ea")).get("typeface") == east
    assert minor.find(qn("a:cs")).get("typeface") == complex_


def test_the_master_is_made_from_the_plainest_layout():
    master = plan_master(documents.LAYOUTS, documents.SLIDE, "en", "")
    assert (master.title, master.text) == documents.layout("Points").slots[:2]


def test_a_layout_table_without_footer_or_text_still_makes_a_master():
    only_title = (Layout(name="Bare", slots=(documents.HEAD,)),)
    master = plan_master(only_title, documents.SLIDE, "en", "")
    assert master.title == documents.HEAD
    page = Rect(0, 0, documents.SLIDE.width, documents.SLIDE.height)
    assert all(page.contains(slot.frame) for slot in (master.text, master.footer, master.number))


def test_indices_of_slots_do_not_depend_on_the_other_layouts():
    alone = plan_layouts([documents.layout("Cards 3")])[0]
    among = next(plan for plan in plan_layouts(documents.LAYOUTS) if plan.layout.name == "Cards 3")
    assert alone.indices == among.indices
    assert alone.indices["Card 1"] == 1


def test_the_notes_page_shows_the_slide_above_its_notes(presentation):
    master = presentation.notes_master
    frames = {each.placeholder_format.type: each for each in master.placeholders}
    picture, text = frames[PP_PLACEHOLDER.SLIDE_IMAGE], frames[PP_PLACEHOLDER.BODY]
    assert picture.top + picture.height < text.top
    assert picture.width / picture.height == pytest.approx(960 / 540, abs=0.001)
    size = presentation.part._element.find(qn("p:notesSz"))
    assert text.top + text.height < int(size.get("cy"))


def test_ids_of_master_and_layouts_share_one_range(deck):
    presentation, master = part(deck, "ppt/presentation.xml"), part(deck, "ppt/slideMasters/slideMaster1.xml")
    ids = [
        int(each.get("id"))
        for tree in (presentation, master)
        for each in tree.iter(qn("p:sldMasterId"), qn("p:sldLayoutId"))
    ]
    assert len(set(ids)) == len(ids) == len(documents.LAYOUTS) + 1
    assert min(ids) >= 2**31


def test_names_with_markup_characters_are_escaped():
    layouts = tuple(replace(layout, name=layout.name.replace("Cards 2", 'A & "B" <C>')) for layout in documents.LAYOUTS)
    deck = paint(replace(documents.every_layout(), layouts=layouts))
    assert Presentation(io.BytesIO(deck)).slide_layouts.get_by_name('A & "B" <C>') is not None
    assert not re.search(rb"<C>", part_bytes(deck))


def part_bytes(deck: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())
