"""Which layout serves for what: the author's word, PowerPoint's, the placeholders, the name; and what is inherited."""

from __future__ import annotations

import pytest

from briefdeck.errors import NOWHERE, BriefdeckError, Position, Severity
from briefdeck.template.read import read_template
from briefdeck.template.roles import Wanted
from template import samples
from template.samples import MASTER, PRESENTATION, THEME, TYPES, edited, only_layouts, sub, swap, usual

LAYOUT = "ppt/slideLayouts/slideLayout{}.xml"


def roles(data: bytes, wanted: Wanted | None = None) -> dict[str, str | None]:
    template = read_template(data, "school.pptx", wanted or Wanted({}, NOWHERE))
    return {choice.role: choice.layout.name if choice.layout else None for choice in template.roles}


def reasons(data: bytes) -> dict[str, str]:
    return {choice.role: choice.reason for choice in read_template(data, "school.pptx").roles}


def untyped(data: bytes) -> bytes:
    """The file without PowerPoint's own words for its layouts."""
    return edited(data, {name: sub(r'(<p:sldLayout [^>]*?) type="[^"]*"', r"\1") for name in samples.layouts(data)})


def renamed(data: bytes, *names: str) -> bytes:
    """The file with its first layouts under other names."""
    change = {
        LAYOUT.format(n): sub(r'<p:cSld name="[^"]*"', f'<p:cSld name="{name}"') for n, name in enumerate(names, 1)
    }
    return edited(data, change)


def test_powerpoints_own_words_count_whatever_the_names():
    found = roles(renamed(usual(), "表紙", "本文", "区切り", "二つ", "対比"))
    assert found == {"title": "表紙", "section": "区切り", "points": "本文", "comparison": "対比"}


def test_placeholders_count_where_powerpoint_says_nothing():
    data = renamed(untyped(usual()), "A", "B", "C", "D", "E")
    found = roles(data)
    assert (found["title"], found["points"], found["comparison"]) == ("A", "B", "E")
    assert reasons(data)["points"] == "it has the placeholders for it"


@pytest.mark.parametrize("name", ["Trennfolie", "Chapitre", "Sección", "章节", "Раздел"])
def test_names_count_in_many_languages(name):
    data = edited(untyped(usual()), {LAYOUT.format(6): sub(r'<p:cSld name="[^"]*"', f'<p:cSld name="{name}"')})
    data = edited(data, {LAYOUT.format(3): sub(r'<p:cSld name="[^"]*"', '<p:cSld name="Z"')})
    data = only_layouts(data, 1, 2, 6)
    assert roles(data)["section"] == name


def test_the_authors_word_comes_first():
    wanted = Wanted({"points": "content with caption", "section": "Title Only"}, NOWHERE)
    found = roles(usual(), wanted)
    assert (found["points"], found["section"]) == ("Content with Caption", "Title Only")


@pytest.mark.parametrize(
    ("role", "name", "code", "words"),
    [
        ("points", "Title and Contents", "BD713", "did you mean “Title and Content”?"),
        ("section", "Nothing like it", "BD713", "its layouts are: “Title Slide”"),
        ("points", "Blank", "BD714", "no title"),
        ("comparison", "Two Content", "BD714", "two headings and two texts"),
    ],
)
def test_a_wish_that_cannot_be_is_a_problem_at_its_line(role, name, code, words):
    with pytest.raises(BriefdeckError) as raised:
        read_template(usual(), "school.pptx", Wanted({role: name}, Position("outline.yaml", 7, 3)))
    (problem,) = raised.value.problems
    assert (problem.code, problem.at.line) == (code, 7)
    assert words in f"{problem.message} {problem.hint}"


def test_what_is_missing_is_drawn_or_borrowed():
    data = only_layouts(usual(), 1, 2)
    assert roles(data) == {
        "title": "Title Slide",
        "section": "Title Slide",
        "points": "Title and Content",
        "comparison": None,
    }
    assert "no layout for sections" in reasons(data)["section"]
    assert roles(only_layouts(usual(), 6))["points"] is None  # title only: the text is drawn upon it
    assert read_template(only_layouts(usual(), 6), "school.pptx").area.height > 250


def test_of_two_masters_the_first_with_a_layout_for_points_is_used():
    template = read_template(samples.two_masters(), "school.pptx")
    assert {layout.master for layout in template.layouts} == {MASTER, MASTER.replace("1.xml", "2.xml")}
    assert {choice.layout.master for choice in template.roles if choice.layout} == {MASTER.replace("1.xml", "2.xml")}


def test_of_two_layouts_with_one_name_the_first_is_meant():
    data = renamed(usual(), "Title Slide", "Text", "Section Header", "Text")
    assert roles(data, Wanted({"points": "Text"}, NOWHERE))["points"] == "Text"


def test_frames_sizes_and_insets_come_down_from_the_master():
    template = read_template(usual(), "school.pptx")
    points = template.role("points")
    (body,) = points.of("obj")
    assert [round(value) for value in body.frame] == [36, 126, 648, 356]
    assert body.room.width == pytest.approx(body.frame.width - 14.4)
    assert [level.size for level in body.levels] == [32, 28, 24, 20, 20]
    assert [bool(level.bullet) for level in body.levels] == [True] * 5
    assert points.title.anchor == "middle"
    section = template.role("section")
    assert (section.title.levels[0].size, section.title.levels[0].capitals, section.title.levels[0].bold) == (
        40,
        True,
        True,
    )


def test_fonts_are_measured_with_their_twins_and_unknown_ones_with_the_widest():
    assert read_template(usual(), "s.pptx").fonts["body"].metrics == ("carlito", "liberation-sans")
    odd = edited(usual(), {THEME: sub(r'(<a:minorFont>\s*<a:latin typeface=")[^"]*', r"\1Gill Sans Infant")})
    assert read_template(odd, "s.pptx").fonts["body"].metrics == ("dejavu-sans",)
    assert read_template(odd, "s.pptx").fonts["body"].family == "Gill Sans Infant"
    light = edited(usual(), {THEME: sub(r'(<a:majorFont>\s*<a:latin typeface=")[^"]*', r"\1Calibri Light")})
    assert read_template(light, "s.pptx").fonts["heading"].metrics == ("carlito", "dejavu-sans")
    named = edited(usual(), {MASTER: swap('<a:latin typeface="+mj-lt"/>', '<a:latin typeface="School Hand"/>')})
    assert "dejavu-sans" in read_template(named, "s.pptx").fonts["heading"].metrics


def test_three_hundred_layouts_are_read_in_a_moment():
    assert len(read_template(samples.many_layouts(300), "school.pptx").layouts) == 300


def test_macros_are_left_out_with_a_remark():
    kind = "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
    data = edited(
        usual(), {TYPES: sub(r"application/vnd[^\"]*presentation\.main\+xml", kind)}, {"ppt/vbaProject.bin": b"x"}
    )
    template = read_template(data, "school.pptm")
    assert [problem.code for problem in template.remarks] == ["BD715"]
    assert not any("vba" in part.name for part in template.package.parts)


def test_a_text_box_in_a_titles_place_is_said():
    change = sub(r'<p:ph type="ctrTitle"/>', "")
    template = read_template(edited(usual(), {LAYOUT.format(1): change}), "school.pptx")
    assert [problem.code for problem in template.remarks] == ["BD718"]
    assert template.role("title").name != "Title Slide"


def test_faint_text_is_said_and_mended_where_the_theme_can():
    template = read_template(usual(), "school.pptx")
    assert template.mended
    assert all(problem.severity is Severity.REMARK and problem.code == "BD717" for problem in template.mended)


def test_a_right_to_left_template_is_known_as_one():
    change = sub(r'(<p:bodyStyle>.*?<a:lvl1pPr [^>]*?)rtl="0"', r'\1rtl="1"')
    assert read_template(edited(usual(), {MASTER: change}), "s.pptx").rtl
    assert not read_template(usual(), "s.pptx").rtl


def test_embedded_fonts_stay():
    fonts = (
        '<p:embeddedFontLst><p:embeddedFont><p:font typeface="School Hand"/><p:regular r:id="rId99"/></p:embeddedFont>'
        "</p:embeddedFontLst>"
    )
    relation = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/font" '
        'Target="fonts/font1.fntdata"/></Relationships>'
    )
    data = edited(
        usual(),
        {
            PRESENTATION: sub(r"(<p:notesSz [^>]*/>)", r"\1" + fonts),
            "ppt/_rels/presentation.xml.rels": swap("</Relationships>", relation),
            TYPES: sub(r"(<Types [^>]*>)", r'\1<Default Extension="fntdata" ContentType="application/x-fontdata"/>'),
        },
        {"ppt/fonts/font1.fntdata": b"font"},
    )
    package = read_template(data, "school.pptx").package
    assert "ppt/fonts/font1.fntdata" in {part.name for part in package.parts}
    assert package.font_parts == (("rId99", "ppt/fonts/font1.fntdata"),)
