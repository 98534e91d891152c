"""Slides as painted: placeholders and what they inherit, text and its language, fields, tables, links."""

from __future__ import annotations

import io

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from briefdeck.model.geometry import Rect
from briefdeck.model.page import Box, Part, Span, Text
from briefdeck.model.values import replace
from briefdeck.paint.powerpoint import paint
from paint import documents
from paint.reading import one_point, shape


def test_slides_keep_order_titles_and_layouts(presentation):
    found = [(slide.shapes.title.text, slide.slide_layout.name) for slide in presentation.slides]
    assert found == [(page.title, page.layout) for page in documents.every_layout().pages]


def test_slides_are_as_large_as_the_document_says(presentation):
    assert (presentation.slide_width.pt, presentation.slide_height.pt) == (960, 540)


def test_every_text_is_a_placeholder_that_inherits_its_place(presentation):
    for slide in presentation.slides:
        for each in slide.shapes:
            assert each.is_placeholder
            if each.has_text_frame:
                assert each._element.spPr.find(qn("a:xfrm")) is None
                assert each.width > 0


def test_placeholders_stand_where_the_layout_table_says(presentation):
    for slide, page in zip(presentation.slides, documents.every_layout().pages, strict=True):
        for each in slide.shapes:
            place = documents.layout(page.layout).slot(each.name).frame
            assert (each.left.pt, each.top.pt, each.width.pt) == pytest.approx(
                (place.x, place.y, place.width), abs=0.01
            )


def test_a_box_that_stands_elsewhere_than_its_slot_says_so():
    box = documents.points("h1", {"p1": "Moved"})
    moved = replace(box, frame=replace(box.frame, x=100.0), anchor="bottom")
    page = documents.titled("Points", "h1", "One", moved)
    painted = paint(documents.deck(page, contents=[documents.entry("h1", "One", "p1")]))
    points = shape(Presentation(io.BytesIO(painted)), 1, "Points")
    assert points.left.pt == 100
    assert points._element.txBody.find(qn("a:bodyPr")).get("anchor") == "b"


def test_the_title_comes_first_even_when_the_page_says_otherwise():
    page = documents.titled("Points", "h1", "One", documents.points("h1", {"p1": "Text"}))
    ground = documents.rect(0, 0, 960, 110, documents.ACCENT, "Ground")
    dot = documents.rect(900, 400, 10, 10, documents.ACCENT, "Dot")
    title, points = page.boxes
    page = replace(page, boxes=(ground, dot, points, title))
    painted = paint(documents.deck(page, contents=[documents.entry("h1", "One", "p1")]))
    names = [each.name for each in Presentation(io.BytesIO(painted)).slides[0].shapes]
    assert names == ["Ground", "Title", "Dot", "Points", "Footer", "Number"]


def test_nothing_empty_and_no_prompt_is_left_on_a_slide(presentation):
    prompts = {slot.prompt.split("\n")[0] for layout in documents.LAYOUTS for slot in layout.slots if slot.prompt}
    assert prompts
    for slide in presentation.slides:
        texts = [each.text_frame.text for each in slide.shapes if each.has_text_frame]
        assert all(texts)
        assert not prompts & set(texts)


def test_fitted_sizes_stand_in_the_list_style_and_not_on_runs(presentation):
    points = shape(presentation, 5, "Points")
    levels = points._element.txBody.find(qn("a:lstStyle"))
    assert levels.find(qn("a:lvl1pPr")).find(qn("a:defRPr")).get("sz") == "2800"
    assert levels.find(qn("a:lvl1pPr")).find(qn("a:spcBef")).find(qn("a:spcPts")).get("val") == "2000"
    assert not [run for run in points._element.iter(qn("a:rPr")) if run.get("sz")]


def test_levels_that_only_a_teacher_will_use_are_never_larger_than_the_fitted_ones():
    page = documents.titled("Points", "h1", "One", documents.points("h1", {"p1": "Small"}, size=18))
    painted = paint(documents.deck(page, contents=[documents.entry("h1", "One", "p1")]))
    levels = shape(Presentation(io.BytesIO(painted)), 1, "Points")._element.txBody.find(qn("a:lstStyle"))
    assert [level.find(qn("a:defRPr")).get("sz") for level in levels] == ["1800"] * 5


def test_text_shrinks_when_someone_types_more_but_nothing_is_shrunk_now(presentation):
    autofit = shape(presentation, 4, "Points")._element.txBody.find(qn("a:bodyPr")).find(qn("a:normAutofit"))
    assert autofit is not None
    assert not autofit.attrib


def test_levels_of_points_are_levels_of_the_outline_view(presentation):
    assert [each.level for each in shape(presentation, 4, "Points").text_frame.paragraphs] == [0, 1, 0]


def test_every_run_says_its_language(presentation):
    for slide in presentation.slides:
        for run in slide._element.iter(qn("a:r"), qn("a:fld")):
            assert run.find(qn("a:rPr")).get("lang") in {"en-GB", "fr-FR"}
    french = next(run for run in shape(presentation, 4, "Points")._element.iter(qn("a:r")) if run.text == "le texte")
    assert french.rPr.get("lang") == "fr-FR"


def test_runs_say_only_where_they_differ(presentation):
    plain, linked, _, french = shape(presentation, 4, "Points").text_frame.paragraphs[2].runs
    assert dict(plain._r.rPr.attrib) == {"lang": "en-GB"}
    assert len(plain._r.rPr) == 0
    assert linked.font.bold
    assert french.font.italic
    assert str(french.font.color.theme_color).startswith("ACCENT_2")


def test_footer_and_number_are_real_fields(presentation):
    footer, number = shape(presentation, 4, "Footer"), shape(presentation, 4, "Number")
    assert footer.placeholder_format.type == PP_PLACEHOLDER.FOOTER
    assert footer.text_frame.text == "A test & a <try>"
    assert number.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER
    field = next(number._element.iter(qn("a:fld")))
    assert (field.get("type"), field.findtext(qn("a:t"))) == ("slidenum", "4")


def test_a_page_may_word_its_own_footer():
    style = documents.FEET[0].levels[0]
    words = Text(paragraphs=(documents.paragraph("Short", style),), level_styles=(style,))
    page = documents.titled("Points", "h1", "One", documents.fill("Points", "Footer", words))
    painted = paint(documents.deck(page, contents=[documents.entry("h1", "One")]))
    presentation = Presentation(io.BytesIO(painted))
    assert shape(presentation, 1, "Footer").text_frame.text == "Short"
    assert len(presentation.slides[0].shapes) == 3


def test_a_table_is_native_with_header_alternative_text_and_own_style(presentation, members):
    frame = shape(presentation, 7, "Table")
    assert frame.placeholder_format.type == PP_PLACEHOLDER.TABLE
    assert [[cell.text for cell in row.cells] for row in frame.table.rows] == [
        ["Who", "What"],
        ["A & B", "x < y"],
        ["C", "D"],
    ]
    assert frame.table.first_row
    assert [row.height.pt for row in frame.table.rows] == [40, 40, 40]
    assert [column.width.pt for column in frame.table.columns] == [426, 426]
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == "What the table shows"
    style = etree.fromstring(members["ppt/tableStyles.xml"])[0]
    assert frame.table._tbl.tblPr.findtext(qn("a:tableStyleId")) == style.get("styleId")
    assert not list(style.iter(qn("a:srgbClr")))


def test_only_theme_colours_and_theme_fonts_are_named_outside_the_theme(members):
    for name, data in members.items():
        if name.endswith(".xml") and "/theme/" not in name:
            assert b"srgbClr" not in data, name
            fonts = {
                each.get("typeface") for each in etree.fromstring(data).iter(qn("a:latin"), qn("a:ea"), qn("a:cs"))
            }
            assert all(font.startswith(("+mj-", "+mn-")) for font in fonts), name


def test_agenda_entries_jump_to_the_first_slide_of_their_section(presentation):
    runs = list(shape(presentation, 2, "Parts")._element.iter(qn("a:r")))
    links = [run.rPr.find(qn("a:hlinkClick")) for run in runs]
    assert {link.get("action") for link in links} == {"ppaction://hlinksldjump"}
    targets = [presentation.slides[1].part.related_part(link.get(qn("r:id"))) for link in links]
    assert targets == [presentation.slides[2].part, presentation.slides[5].part]


def test_web_links_are_relations(presentation):
    run = shape(presentation, 4, "Points").text_frame.paragraphs[2].runs[1]
    assert run.hyperlink.address == "https://example.org/a?b=1&c=2"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("http://example.org", "http://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("HTTPS://example.org/a b", "HTTPS://example.org/a%20b"),
        ("https://example.org/ü", "https://example.org/ü"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://", None),
        ("http://[bad", None),
        ("mailto:", None),
        ("#nowhere", None),
        ("a.pptx", None),
    ],
)
def test_only_addresses_that_lead_somewhere_become_links(link, address):
    painted = one_point(Span(text="here it is", link=link))
    run = shape(Presentation(io.BytesIO(painted)), 1, "Points").text_frame.paragraphs[0].runs[0]
    assert run.text == "here it is"
    assert run.hyperlink.address == address


def test_characters_that_xml_cannot_hold_are_dropped():
    painted = one_point(Span(text="a\x00b\x1b\ud800\ufffec & <d>"))
    assert shape(Presentation(io.BytesIO(painted)), 1, "Points").text_frame.text == "abc & <d>"


def test_line_breaks_inside_a_paragraph_stay_line_breaks():
    painted = one_point(Span(text="one\ntwo\u2028three", bold=True))
    element = shape(Presentation(io.BytesIO(painted)), 1, "Points")._element
    assert len(list(element.iter(qn("a:br")))) == 2
    assert [run.text for run in element.iter(qn("a:r"))] == ["one", "two", "three"]


def test_a_right_to_left_document_is_right_to_left_throughout():
    painted = one_point(Span(text="مرحبا بالعالم"), lang="ar")
    presentation = Presentation(io.BytesIO(painted))
    assert presentation.part._element.get("rtl") == "1"
    level = next(presentation.slide_master._element.iter(qn("a:lvl1pPr")))
    assert (level.get("rtl"), level.get("algn")) == ("1", "r")
    run = next(shape(presentation, 1, "Points")._element.iter(qn("a:r")))
    assert run.rPr.get("lang") == "ar-SA"


def test_a_right_to_left_paragraph_in_another_document_turns_round():
    painted = one_point(Span(text="שלום", lang="he"))
    properties = next(shape(Presentation(io.BytesIO(painted)), 1, "Points")._element.iter(qn("a:pPr")))
    assert (properties.get("rtl"), properties.get("algn")) == ("1", "r")


def test_a_link_to_an_entry_that_shares_its_parents_slides_leads_there():
    page = documents.titled("Agenda", "opening", "Agenda", documents.agenda({"h1b": "Below"}))
    section = documents.titled("Section", "h1", "One", documents.rect(0, 0, 10, 10, documents.INK))
    heading = documents.paragraph("Below", documents.PLAIN, section="h1b", part=Part.TITLE)
    below = Box(frame=Rect(100, 400, 300, 40), content=Text(paragraphs=(heading,)))
    contents = [documents.OPENING, documents.entry("h1", "One"), documents.entry("h1b", "Below", parent="h1")]
    section = replace(section, boxes=(*section.boxes, below))
    presentation = Presentation(io.BytesIO(paint(documents.deck(page, section, contents=contents))))
    link = next(shape(presentation, 1, "Parts")._element.iter(qn("a:hlinkClick")))
    target = presentation.slides[0].part.related_part(link.get(qn("r:id")))
    assert target is presentation.slides[1].part


def test_a_link_keeps_the_ink_that_its_words_were_given():
    painted = one_point(Span(text="a", link="https://a.org", ink=documents.PAPER), Span(text="b", link="https://b.org"))
    first, second = shape(Presentation(io.BytesIO(painted)), 1, "Points")._element.iter(qn("a:hlinkClick"))
    assert next(first.iter("{*}hlinkClr")).get("val") == "tx"
    assert len(second) == 0


def test_a_link_of_latin_letters_has_their_font_among_words_of_any_script():
    said = (
        Span(text="انظر "),
        Span(text="example.org/a", link="https://example.org/a"),
        Span(text="مثال", link="https://b.org"),
    )
    painted = one_point(*said, lang="ar")
    words, latin, arabic = shape(Presentation(io.BytesIO(painted)), 1, "Points")._element.iter(qn("a:rPr"))
    assert [latin.find(qn(f"a:{script}")).get("typeface") for script in ("ea", "cs")] == ["+mn-lt"] * 2
    assert [child.tag for child in latin].index(qn("a:cs")) < [child.tag for child in latin].index(qn("a:hlinkClick"))
    assert words.find(qn("a:cs")) is None
    assert arabic.find(qn("a:cs")) is None
