"""Text as DrawingML, piece by piece."""

from __future__ import annotations

import pytest

from briefdeck.model.geometry import Free
from briefdeck.model.look import Ink
from briefdeck.model.page import Paragraph, Ref, Span, TextStyle
from briefdeck.model.values import replace
from briefdeck.paint.powerpoint_language import proofing, right_to_left
from briefdeck.paint.powerpoint_text import body_properties, deeper, level_style, list_style, paragraph
from briefdeck.paint.powerpoint_xml import color, emu
from briefdeck.paint.xml_text import escape

STYLE = TextStyle(font="body", size=20, ink=Ink("text"))
POINT = replace(STYLE, indent=23, hanging=23, bullet="•", bullet_ink=Ink("accent1"), space_before=6)


def said(spans: Span | tuple[Span, ...], style: TextStyle = STYLE, base: TextStyle | None = STYLE, **more: str) -> str:
    spans = (spans,) if isinstance(spans, Span) else spans
    return paragraph(Paragraph(spans=spans, style=style, ref=Ref("h1")), base, lang=more.get("lang", "en-GB"))


def test_a_paragraph_that_looks_as_its_level_says_nothing_of_its_looks():
    assert said(Span(text="Plain")) == '<a:p><a:r><a:rPr lang="en-GB"/><a:t>Plain</a:t></a:r></a:p>'


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"size": 18.5}, 'sz="1850"'),
        ({"bold": True}, 'b="1"'),
        ({"italic": True}, 'i="1"'),
        ({"capitals": True}, 'cap="all"'),
        ({"tracking": 1.25}, 'spc="125"'),
        ({"ink": Ink("accent2")}, '<a:schemeClr val="accent2"/>'),
        ({"font": "heading"}, '<a:latin typeface="+mj-lt"/>'),
        ({"align": "center"}, 'algn="ctr"'),
        ({"leading": 1.08}, '<a:lnSpc><a:spcPct val="90000"/></a:lnSpc>'),
        ({"space_before": 7.5}, '<a:spcBef><a:spcPts val="750"/></a:spcBef>'),
        ({"indent": 20.0, "hanging": 10.0}, 'marL="254000" indent="-127000"'),
        ({"bullet": "–"}, '<a:buChar char="–"/>'),
        ({"bullet": "#"}, '<a:buAutoNum type="arabicPlain"/>'),
        ({"bullet": "#4"}, '<a:buAutoNum type="arabicPlain" startAt="4"/>'),
        ({"bullet": "•", "bullet_ink": Ink("accent1")}, '<a:buClr><a:schemeClr val="accent1"/></a:buClr>'),
    ],
)
def test_a_paragraph_says_where_it_differs_and_nothing_else(change, expected):
    differing = said(Span(text="x"), replace(STYLE, **change))
    assert expected in differing
    plain = said(Span(text="x"))
    assert len(differing) - len(plain) < 190


def test_turning_something_off_is_said_too():
    base = replace(POINT, bold=True, capitals=True, tracking=1.0)
    differing = said(Span(text="x"), replace(STYLE, space_before=6), base)
    assert 'b="0"' in differing
    assert 'cap="none"' in differing
    assert 'spc="0"' in differing
    assert "<a:buNone/>" in differing
    assert 'marL="0" indent="0"' in differing


def test_a_paragraph_beyond_the_known_levels_says_all():
    full = said(Span(text="x"), POINT, None)
    for expected in ('marL="', 'algn="l"', "<a:lnSpc>", "<a:buChar", 'sz="2000"', 'b="0"', "+mn-lt"):
        assert expected in full


def test_spans_add_weight_slant_and_ink_to_their_paragraph():
    bold = replace(STYLE, bold=True)
    assert 'b="1"' not in said(Span(text="x"), bold, bold)
    assert 'i="1"' in said(Span(text="x", italic=True), bold, bold)
    assert 'val="accent2"' in said(Span(text="x", ink=Ink("accent2")), bold, bold)


def test_an_empty_paragraph_keeps_its_language():
    assert said(()) == '<a:p><a:endParaRPr lang="en-GB"/></a:p>'


@pytest.mark.parametrize(
    ("align", "ltr", "rtl"),
    [("left", "l", "r"), ("right", "r", "l"), ("center", "ctr", "ctr"), ("justify", "just", "just")],
)
def test_sides_are_mirrored_where_text_runs_from_right_to_left(align, ltr, rtl):
    style = replace(STYLE, align=align)
    assert f'algn="{ltr}"' in level_style(0, style, rtl=False)
    assert f'algn="{rtl}"' in level_style(0, style, rtl=True)


def test_an_english_paragraph_in_a_hebrew_deck_runs_from_left_to_right():
    turned = said(Span(text="English", lang="en"), lang="he")
    assert 'rtl="0"' in turned
    assert 'algn="l"' in turned


def test_a_list_style_says_every_level_as_it_differs():
    levels = list_style([replace(POINT, size=18), STYLE], rtl=False, bases=[POINT, STYLE])
    assert levels == '<a:lvl1pPr><a:defRPr sz="1800"/></a:lvl1pPr><a:lvl2pPr><a:defRPr sz="2000"/></a:lvl2pPr>'


def test_a_level_without_a_base_is_complete():
    assert level_style(2, STYLE, rtl=False).startswith("<a:lvl3pPr marL=")
    assert 'kern="1200"' in level_style(2, STYLE, rtl=False)
    assert 'hangingPunct="0"' in level_style(2, STYLE, rtl=False)  # no sign hangs over the edge of its box


def test_deeper_levels_go_inwards_with_dashes_and_without_emphasis():
    label = replace(STYLE, bold=True, capitals=True)
    first, second, third = deeper([label], 3)
    assert first == label
    assert (second.bold, second.capitals, second.bullet, second.indent) == (False, False, "–", 20)
    assert third.indent == 40


def test_text_frames_have_no_insets_and_inherit_when_told_nothing():
    assert 'lIns="0" tIns="0" rIns="0" bIns="0"' in body_properties("middle", fits=True)
    assert body_properties(None, fits=True) == "<a:bodyPr><a:normAutofit/></a:bodyPr>"
    assert body_properties(None, fits=False) == "<a:bodyPr></a:bodyPr>"
    assert body_properties(None, fits=False, free=Free(foot=2)) == '<a:bodyPr bIns="25400"></a:bodyPr>'
    assert body_properties(None, fits=False, free=Free(right=1)) == '<a:bodyPr rIns="12700"></a:bodyPr>'
    assert 'lIns="12700" tIns="0"' in body_properties("top", fits=True, free=Free(left=1))
    assert 'rIns="0" bIns="25400"' in body_properties("bottom", fits=True, free=Free(foot=2))


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("en", "en-US"), ("en-GB", "en-GB"), ("de", "de-DE"), ("zh-Hant-TW", "zh-Hant-TW"), ("tlh", "tlh"), ("", "en-US")],
)
def test_a_language_is_given_the_region_that_spelling_checkers_want(lang, expected):
    assert proofing(lang) == expected


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("ar", True), ("he-IL", True), ("az-Arab", True), ("ar-Latn", False), ("en", False), ("", False)],
)
def test_direction_follows_language_and_script(lang, expected):
    assert right_to_left(lang) is expected


def test_escaping_keeps_text_and_drops_what_xml_cannot_hold():
    assert escape('<a & "b">\x01\ud800\uffff\U0001f600') == "&lt;a &amp; &quot;b&quot;&gt;\U0001f600"
    assert escape("a\tb\nc\rd") == "a&#9;b&#10;c&#13;d"


def test_points_become_whole_emu():
    assert (emu(1), emu(0.1), emu(1 / 3)) == (12700, 1270, 4233)


def test_an_ink_without_changes_is_the_bare_theme_colour():
    assert color(Ink("background")) == '<a:schemeClr val="bg1"/>'
    assert color(Ink("visited", opacity=10)) == '<a:schemeClr val="folHlink"><a:alpha val="10000"/></a:schemeClr>'
