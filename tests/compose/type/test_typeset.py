"""Setting the brief with a font whose every glyph is one em wide, so that the sums are exact."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdeck.compose.type.hang import FURTHEST
from briefdeck.compose.type.linebreak import pieces
from briefdeck.compose.type.typeset import BriefFonts, line_height, missing_characters, set_paragraph
from briefdeck.model.look import Ink
from briefdeck.model.page import Paragraph, Ref, Span, TextStyle
from square_font import CJK, HEBREW, LATIN, square_look

FACES = BriefFonts(square_look())
STYLE = {"font": "body", "size": 10, "ink": Ink("text"), "leading": 1.5}


def paragraph(*spans, **style):
    parts = tuple(Span(text=span) if isinstance(span, str) else span for span in spans)
    return Paragraph(spans=parts, style=TextStyle(**{**STYLE, **style}), ref=Ref("s1"))


def put(text, ems, *, justify=False, hyphenate=True, lang="en", **style):
    """The lines of a text in a column of so many squares."""
    return set_paragraph(
        paragraph(text, **style), ems * 10, FACES, lang=lang, justify=justify, hyphenate=hyphenate
    ).lines


def words(line):
    return "".join(run.text for run in line.runs)


def texts(lines):
    return [words(line) for line in lines]


def test_lines_stand_a_leading_apart_and_the_letters_in_the_middle_of_the_first():
    lines = put("aaa bb", 3)
    assert [line.baseline for line in lines] == [pytest.approx(7.5 + 3), pytest.approx(22.5 + 3)]
    assert line_height(paragraph("a")) == 15


def test_the_space_of_a_break_stays_on_the_line_and_is_not_counted():
    lines = put("aaa bb", 3)
    assert texts(lines) == ["aaa ", "bb"]
    assert [line.width for line in lines] == [30, 20]
    assert [glyph[1] for glyph in lines[0].runs[0].glyphs] == ["a", "a", "a", " "]


def test_lines_are_even_rather_than_full():
    assert texts(put("aaa bb cc ddddd", 6)) == ["aaa ", "bb cc ", "ddddd"]


def test_a_short_word_is_not_left_alone_on_the_last_line():
    assert texts(put("aaaa bbbb cccc d", 15)) == ["aaaa bbbb ", "cccc d"]


def test_no_line_is_added_for_evenness():
    assert texts(put("aaaaaa bbb cccccc", 10)) == ["aaaaaa bbb ", "cccccc"]


def test_an_empty_text_has_no_lines():
    assert put("", 10) == ()
    assert put("  \n", 10) == ()
    assert set_paragraph(paragraph(), 100, FACES, lang="en").lines == ()


def test_a_line_feed_ends_a_line_and_is_read_as_a_space():
    assert texts(put("aa\nbb", 10)) == ["aa ", "bb"]


def test_an_indent_moves_and_narrows_the_lines():
    lines = put("aaa bb", 4, indent=10)
    assert [(line.x, line.width) for line in lines] == [(10, 30), (10, 20)]


@pytest.mark.parametrize(("align", "x"), [("left", 0), ("center", 35), ("right", 70)])
def test_alignment(align, x):
    assert put("aaa", 10, align=align)[0].x == x


def test_a_bullet_hangs_left_of_the_first_line_only():
    lines = put("aaa bb", 4, indent=10, hanging=8, bullet="•", bullet_ink=Ink("accent1"))
    (label,) = lines[0].label
    assert (label.text, label.x, label.ink) == ("•", -8, Ink("accent1"))
    assert lines[1].label == ()


def test_a_quotation_mark_hangs_out_without_its_bullet():
    marked, plain = (
        put(text, 6, indent=20, hanging=18, bullet="•", bullet_ink=Ink("accent1"))[0] for text in ("“aa bb”", "aa bb")
    )
    assert marked.x < plain.x
    assert marked.x + marked.label[0].x == pytest.approx(plain.x + plain.label[0].x)


def test_a_numbered_paragraph_shows_its_number():
    lines = set_paragraph(paragraph("aaa", bullet="#", hanging=20), 100, FACES, lang="en", number=12).lines
    assert lines[0].label[0].text == "12."


def test_justified_lines_fill_the_width_but_for_the_last():
    lines = put("aaa bb cc dd ee ff gg h", 10, justify=True)
    assert all(line.width == pytest.approx(100) for line in lines[:-1])
    assert lines[-1].width < 100
    for line in lines[:-1]:
        *inner, last = line.runs[0].glyphs
        assert last[1] == " "
        assert sum(glyph[2] for glyph in inner) == pytest.approx(10_000)


def test_a_justified_paragraph_of_the_style_is_filled_too():
    text = "aaa bb cc dd ee ff gg"
    assert put(text, 10, align="justify") == put(text, 10, justify=True)


def test_a_hyphen_is_put_where_a_line_would_be_too_empty_and_stands_for_a_soft_one():
    lines = put("a understanding b", 9)
    hyphenated = [line for line in lines if line.hyphenated]
    assert hyphenated
    last = hyphenated[0].runs[-1]
    assert last.text.endswith("\u00ad")
    assert last.glyphs[-1][1] == "\u00ad"
    assert "".join(texts(lines)).replace("\u00ad", "") == "a understanding b"


def test_no_hyphen_is_put_where_none_is_needed_or_wanted():
    assert not any(line.hyphenated for line in put("under standing of a word", 9))
    assert not any(line.hyphenated for line in put("not to be understanding any", 15, hyphenate=False))


def test_a_line_ends_at_a_hyphen_of_the_text_only_where_it_would_be_too_empty():
    assert texts(put("aaaaaaa b-cc ddddd", 10)) == ["aaaaaaa ", "b-cc ddddd"]
    assert texts(put("aaaaaa bb-c ddddd", 10)) == ["aaaaaa bb-", "c ddddd"]


def test_a_word_wider_than_its_line_gets_a_hyphen_where_hyphens_are_not_wanted():
    assert any(line.hyphenated for line in put("a understanding b", 9, hyphenate=False))
    assert not any(line.hyphenated for line in put("a understanding b", 9, lang="zz"))


def test_a_word_too_long_for_any_line_breaks_behind_the_signs_of_an_address():
    assert texts(put("https://example.org/reports/2024/x", 13)) == ["https://", "example.org/", "reports/", "2024/x"]


def test_a_word_too_long_for_any_line_breaks_anywhere_in_the_end():
    assert texts(put("xxxxxxxxxx", 4, hyphenate=False)) == ["xxxx", "xxxx", "xx"]


def test_a_number_keeps_its_unit():
    assert texts(put("aaaa 10 km", 7)) == ["aaaa ", "10 km"]


def test_spans_keep_their_look_and_their_words_together():
    bold = Span(text="bb", bold=True, ink=Ink("accent1"), link="#s2", ref=Ref("s1", "p6"))
    (line,) = set_paragraph(paragraph("aa", bold, "c"), 100, FACES, lang="en").lines
    assert [(run.text, run.x, run.link) for run in line.runs] == [("aa", 0, ""), ("bb", 20, "#s2"), ("c", 40, "")]
    assert [run.ink for run in line.runs] == [Ink("text"), Ink("accent1"), Ink("text")]
    assert [run.ref for run in line.runs] == [None, Ref("s1", "p6"), None]


def test_capitals_and_tracking():
    (line,) = put("abc", 10, capitals=True, tracking=2)
    assert words(line) == "ABC"
    assert line.width == pytest.approx(36)


def test_another_script_takes_another_face_and_its_language():
    (line,) = put("ab אבג", 20)
    latin, other = line.runs
    assert (latin.file, latin.lang, latin.rtl) == ("Square.ttf", "", False)
    assert (other.file, other.lang, other.rtl) == ("Other.ttf", "he", True)
    assert [glyph[1] for glyph in other.glyphs] == ["ג", "ב", "א"]
    assert other.text == "אבג"


def test_text_that_runs_to_the_left_stands_at_the_right():
    lines = put("אבג דה", 4, lang="he")
    assert [(line.x, line.width) for line in lines] == [(10, 30), (20, 20)]
    (first,) = lines[0].runs
    assert first.text == "אבג "
    assert first.x == -10  # the space hangs over the end of the line, which is at the left
    assert [glyph[1] for glyph in first.glyphs] == [" ", "ג", "ב", "א"]


def test_figures_in_text_that_runs_to_the_left_keep_their_order_and_place():
    (line,) = put("אב 12 ג", 20, lang="he")
    assert [run.text for run in line.runs] == ["אב ", "12", " ", "ג"]
    assert [run.x for run in line.runs] == [40, 20, 10, 0]
    assert [run.rtl for run in line.runs] == [True, False, True, True]


def test_the_stop_of_a_number_stands_behind_it_in_the_direction_of_the_page():
    (line,) = set_paragraph(paragraph("אב", bullet="#", hanging=20), 100, FACES, lang="he", number=7).lines
    assert [run.text for run in line.label] == ["7", "."]
    assert line.label[1].x < line.label[0].x
    (line,) = set_paragraph(paragraph("ab", bullet="#", hanging=20), 100, FACES, lang="en", number=7).lines
    assert "".join(run.text for run in line.label) == "7."


def test_a_label_of_text_that_runs_to_the_left_hangs_at_the_right():
    line = put("אב", 10, bullet="•", hanging=15, indent=20, lang="he")[0]
    assert line.x == 60
    assert line.label[0].x == 25  # its right edge is `hanging` beyond the line


def test_control_characters_and_soft_hyphens_of_the_source_are_not_set():
    assert texts(put("a\u200eb\u00adc\u200bd", 10)) == ["abcd"]


def test_what_no_face_has_is_reported_and_stands_as_a_sign():
    text = paragraph("ab ∮∯∮")
    (line,) = set_paragraph(text, 100, FACES, lang="en").lines
    assert missing_characters(text, FACES, "en") == ("∮", "∯")
    assert words(line) == "ab ∮∯∮"
    glyphs = line.runs[-1].glyphs
    assert [glyph[1] for glyph in glyphs][-3:] == ["∮", "∯", "∮"]
    assert all(glyph[0] for glyph in glyphs)  # never the font's own box for what it lacks
    assert missing_characters(paragraph("ab"), FACES, "en") == ()


def test_setting_at_another_size_or_width_shapes_nothing_again():
    faces = BriefFonts(square_look())
    text = paragraph("one or two words of an understanding that is set three times")
    set_paragraph(text, 200, faces, lang="en")
    face = faces.face("Square.ttf")
    before = face.shape.cache_info().misses
    for size, width in ((9, 200), (11, 150), (12, 400)):
        again = paragraph("one or two words of an understanding that is set three times", size=size)
        set_paragraph(again, width, faces, lang="en", hyphenate=False)
    assert face.shape.cache_info().misses == before


@pytest.mark.parametrize("width", [1, 0, -5])
def test_a_column_too_narrow_for_anything_still_sets_everything(width):
    lines = set_paragraph(paragraph("abc de"), width, FACES, lang="en").lines
    assert "".join(texts(lines)) == "abc de"


ANY = st.text(alphabet="abcdefg  ABC 12 -–—\u00a0中文。（「」אבגד()\u0301.,/\n", max_size=80)


def kept(text):
    return text.replace("\n", " ")


@given(ANY, st.integers(1, 30), st.booleans())
def test_every_character_is_set_once_and_in_order(text, ems, justify):
    lines = put(text, ems, justify=justify)
    if not text.strip():
        assert lines == ()
        return
    found = "".join(texts(lines)).replace("\u00ad", "")
    assert found.rstrip() == kept(text).rstrip()
    for line in lines:
        for run in line.runs:
            spelled = [glyph[1] for glyph in run.glyphs]
            assert "".join(reversed(spelled) if run.rtl else spelled) == run.text or "\u0301" in run.text


@given(ANY, st.integers(1, 30), st.booleans())
def test_no_line_is_wider_than_the_column_unless_it_is_one_cluster(text, ems, justify):
    for line in put(text, ems, justify=justify):
        if line.width > (ems + FURTHEST / 1000) * 10 + 0.01:
            assert len(words(line).strip()) <= 4


@given(st.text(alphabet="中文字没有空格，因此可以。（）「」", min_size=1, max_size=40), st.integers(3, 12))
def test_a_chinese_line_begins_and_ends_as_kinsoku_allows(text, ems):
    pieces_of_text = pieces(text)
    if max(piece.stop - piece.start for piece in pieces_of_text) > ems:
        return  # nothing but an emergency break is left
    stops = {piece.stop for piece in pieces_of_text}
    end = 0
    for line in put(text, ems):
        end += len(words(line))
        assert end in stops


@given(st.lists(st.sampled_from(["a", "bb", "cccc", "dddddd", "ee"]), min_size=1, max_size=40), st.integers(8, 20))
def test_setting_takes_no_more_lines_than_filling_from_the_top(parts, ems):
    lines, used = 1, 0
    for part in parts:
        if used and used + 1 + len(part) > ems:
            lines, used = lines + 1, 0
        used += len(part) + (1 if used else 0)
    assert len(put(" ".join(parts), ems)) == lines


@given(st.lists(st.sampled_from(["a", "bb", "cccc", "dddddd"]), min_size=1, max_size=30), st.integers(8, 20))
def test_runs_stand_beside_each_other_without_gap_or_overlap(parts, ems):
    for line in put(" אב ".join(parts), ems):
        edges = sorted((run.x, run.x + sum(glyph[2] for glyph in run.glyphs) / 100) for run in line.runs)
        for (_, right), (left, _) in pairwise(edges):
            assert right == pytest.approx(left)


def test_the_alphabets_of_these_tests_are_in_the_square_font():
    assert set("abcABC12-–—\u00a0()./") <= set(LATIN)
    assert set("中文。（「」אבגד") <= set(HEBREW + CJK)


def test_light_signs_stand_a_little_outside_the_edge():
    lines = put("aaaa aaa, aaa aaaa aaaa a", 10, justify=True)
    first = lines[0]
    assert words(first).strip().endswith(",")
    assert first.width == pytest.approx(100 + 1.1)
    quoted = put("“aaa aaa", 10)[0]
    assert quoted.x == pytest.approx(-1.9)


def test_figures_below_each_other_have_one_width():
    from briefdeck.assets import read_look

    faces = BriefFonts(read_look())
    widths = {
        figure: set_paragraph(paragraph(figure, tabular=True), 100, faces, lang="en").lines[0].width
        for figure in "0123456789"
    }
    assert max(widths.values()) - min(widths.values()) < 1e-6
