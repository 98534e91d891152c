"""Measuring the deck with a font whose every glyph is one em wide, so that the sums are exact."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdeck.assets import read_look
from briefdeck.compose.type.measure import DeckMeasure
from briefdeck.compose.type.wrapping import WIDTH_MARGIN, viewer_pieces
from briefdeck.errors import BriefdeckError
from briefdeck.model.geometry import Rect
from briefdeck.model.look import DeckFont, Ink
from briefdeck.model.page import Paragraph, Ref, Span, TextStyle
from briefdeck.model.values import replace
from square_font import square_look

STYLE = TextStyle(font="body", size=10, ink=Ink("text"))
SQUARE = DeckMeasure(square_look())


def room(ems, size=10):
    """The width in points that just holds so many squares."""
    return ems * size / WIDTH_MARGIN + 1e-6


def paragraph(text, style=STYLE):
    return Paragraph(spans=(Span(text=text),), style=style, ref=Ref("s1"))


def wrap(text, ems, style=STYLE):
    return SQUARE.lines((Span(text=text),), style, room(ems, style.size))


def test_a_width_is_the_sum_of_the_advances():
    assert SQUARE.width("abc de", STYLE) == 60


def test_tracking_counts_for_every_character():
    assert SQUARE.width("abc", replace(STYLE, tracking=0.5)) == 31.5


def test_capitals_are_measured_as_they_are_shown():
    assert SQUARE.width("straße", replace(STYLE, capitals=True)) == 70


def test_lines_are_filled_from_the_top_and_spaces_hang_over_their_end():
    assert wrap("aaa bb cccc", 6) == ("aaa bb ", "cccc")
    assert wrap("aaa bb cccc", 5) == ("aaa ", "bb ", "cccc")


def test_the_margin_of_the_width_is_kept():
    assert len(SQUARE.lines((Span(text="aaa bb"),), STYLE, 60)) == 2


def test_an_indent_narrows_the_line():
    assert wrap("aaa bb", 6, replace(STYLE, indent=1)) == ("aaa ", "bb")


def test_a_word_that_changes_its_look_stays_one_word():
    spans = (Span(text="aaa b"), Span(text="bb", bold=True), Span(text="b c"))
    assert SQUARE.lines(spans, STYLE, room(5)) == ("aaa ", "bbbb ", "c")


def test_height_is_lines_times_leading_with_space_between_but_not_above():
    style = replace(STYLE, space_before=4)
    measured = SQUARE.measure([paragraph("aaa bb", style), paragraph("aaa bb cc", style)], room(3))
    assert measured.lines == (2, 3)
    assert measured.height == pytest.approx(5 * 12 + 4)
    assert measured.word_fits


def test_a_word_longer_than_its_line_is_named_and_takes_the_lines_it_may_fill():
    measured = SQUARE.measure([paragraph("ab abcdefghij k")], room(4))
    assert measured.long_word == "abcdefghij"
    assert measured.lines == (5,)  # with letters of unlike widths each of its lines may end a letter early
    assert not SQUARE.fits([paragraph("ab abcdefghij k")], Rect(0, 0, room(4), 1000))


@pytest.mark.parametrize("sign", "/\\?-")
def test_a_path_is_too_long_only_where_a_part_of_it_is(sign):
    assert SQUARE.measure([paragraph(f"abc{sign}defg{sign}hi")], room(5.5)).word_fits
    assert not SQUARE.measure([paragraph(f"abc{sign}defg{sign}hi")], room(4.5)).word_fits


def test_lines_of_links_are_as_high_as_those_in_cells():
    measure = DeckMeasure(read_look())
    plain = paragraph("ಶಕ್ತಿ", replace(STYLE, font="body"))
    linked = replace(plain, spans=(Span(text="ಶಕ್ತಿ", link="#here"),))
    cell = measure.measure([plain], 500, cell=True).height
    assert measure.measure([plain], 500).height < measure.measure([linked], 500).height == cell


def test_a_long_stretch_of_thai_is_no_long_word():
    measured = SQUARE.measure([paragraph("กกกกกกกก")], room(4))
    assert measured.word_fits
    assert measured.lines == (3,)  # viewers break between words, which are not known here


def test_an_address_longer_than_its_line_takes_the_lines_of_the_viewer_that_breaks_behind_signs():
    address = "abcdefghijkl?abcdefghijkl"
    assert SQUARE.measure([paragraph(f"{address} abcdefghi")], room(21)).lines == (3,)
    assert SQUARE.measure([paragraph(f"{address.replace('?', 'x')} abcdefghi")], room(21)).lines == (2,)


def test_an_address_with_hyphens_takes_the_lines_of_the_viewer_that_breaks_behind_these_alone():
    address = "https://aaaa-bb/cccc-bb/cccc-bb/cccc"
    assert SQUARE.measure([paragraph(address)], room(13)).lines == (4,)
    assert SQUARE.measure([paragraph(address.replace("-", "/"))], room(13)).lines == (3,)


def test_signs_are_as_wide_as_the_letters_of_chinese_that_they_stand_among():
    measure = DeckMeasure(read_look("", "zh"))
    assert measure.width("中·", STYLE) == 2 * STYLE.size
    assert measure.width("·", STYLE) < STYLE.size


@pytest.mark.parametrize("parts", [("COVID-", "वायरस"), ("سكر-", "glucose"), ("শ্রী", "யாழ்", "नदी"), ("ДНК", "鑑定")])
def test_a_word_of_several_scripts_is_as_wide_as_its_parts(parts):
    measure = DeckMeasure(read_look("", "en"))
    whole = measure.width("".join(parts), STYLE)
    assert whole == pytest.approx(sum(measure.width(part, STYLE) for part in parts))


def test_arabic_letters_are_measured_in_the_forms_that_their_neighbours_give_them():
    measure = DeckMeasure(read_look("", "ar"))
    alef, beh, both, joined = (measure.width(text, STYLE) for text in ("ا", "ب", "اب", "با"))
    assert both == pytest.approx(alef + beh)  # alef joins nothing behind it, so that beh stands alone
    assert joined < 0.8 * both


def test_lines_in_cells_are_as_high_as_the_fonts_of_a_script_ask_for():
    thai, latin = ([paragraph(text)] for text in ("น้ำ", "water"))
    measure = DeckMeasure(read_look("", "en"))
    assert measure.measure(thai, 500, cell=True).height > measure.measure(thai, 500).height
    assert measure.measure(latin, 500, cell=True).height == measure.measure(latin, 500).height


def test_a_box_is_filled_to_its_margin_and_no_further():
    text = [paragraph("aaa bb")]
    assert SQUARE.fits(text, Rect(0, 0, room(3), 24 / 0.97 + 0.01))
    assert not SQUARE.fits(text, Rect(0, 0, room(3), 24))


def test_an_empty_paragraph_takes_one_line():
    assert SQUARE.measure([paragraph("")], 100).lines == (1,)


def test_a_line_feed_begins_a_line():
    assert SQUARE.measure([paragraph("a\nb\n")], 100).lines == (3,)


def joined(text, ems, **wanted):
    return "".join(span.text for span in SQUARE.join_last_words((Span(text=text),), STYLE, room(ems), **wanted))


def test_a_single_short_last_word_takes_its_neighbour_down():
    assert joined("aaaaaa bbbb cc", 12) == "aaaaaa bbbb\u00a0cc"


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("aaaaaa bbbb cc", 14),  # one line: nothing to mend
        ("aaaa bbbb cccc", 9),  # the last word is not short
        ("bbbbbbbb ccc", 11),  # the pair would not fit a line
        ("word", 2),
    ],
)
def test_last_words_are_left_alone_when_joining_does_not_help(text, ems):
    assert joined(text, ems) == text


def test_the_last_line_of_a_title_takes_as_many_words_as_make_it_long():
    assert joined("aaaa bb ccc d e", 13, short=0.45, most=6, alone=False) == "aaaa bb ccc\u00a0d\u00a0e"


def test_a_single_word_takes_two_down_where_one_makes_it_hardly_longer():
    assert joined("aaaa bb ccc d eeee", 14, most=3) == "aaaa bb ccc\u00a0d\u00a0eeee"
    assert joined("aaaa bb ccc dddd ee", 17, most=3) == "aaaa bb ccc dddd\u00a0ee"
    assert joined("aaaa bb ccc d ee", 12, most=3) == "aaaa bb ccc d ee"  # two words end it well


def test_words_are_joined_across_spans_that_look_otherwise():
    spans = (Span(text="aaaaaa bb", bold=True), Span(text="bb cc"))
    found = SQUARE.join_last_words(spans, STYLE, room(12))
    assert found == (spans[0], Span(text="bb\u00a0cc"))


def with_two_tables():
    """A font of squares, and one whose letters are twice as wide but for x, which is half as wide."""
    look = square_look()
    tables = {
        "widths/square-regular.json": '{"em": 1, "widths": {"1": "abdx б"}}'.encode(),
        "widths/wide-regular.json": '{"em": 2, "widths": {"4": "abб", "2": "d ", "1": "x"}}'.encode(),
    }
    font = DeckFont(family="Square", metrics=("square", "wide"))
    theme = replace(look.theme, deck_fonts={"body": font, "heading": font})
    return DeckMeasure(replace(look, theme=theme, fonts={**look.fonts, **tables}))


def test_the_widest_table_counts():
    assert with_two_tables().width("abd", STYLE) == 50


def test_each_script_of_a_word_is_as_wide_as_in_the_font_that_is_widest_for_it():
    measure = with_two_tables()
    assert measure.width("bx", STYLE) == 25
    assert measure.width("бx", STYLE) == 30


def test_a_missing_width_table_is_the_themes_problem():
    look = square_look()
    font = DeckFont(family="Square", metrics=("papyrus",))
    measure = DeckMeasure(replace(look, theme=replace(look.theme, deck_fonts={"body": font, "heading": font})))
    with pytest.raises(BriefdeckError, match="papyrus"):
        measure.width("a", STYLE)


def test_scripts_that_no_table_has_are_measured_on_the_safe_side():
    assert SQUARE.width("\u05d0\u05d1", STYLE) == pytest.approx(20)  # the average of the script
    assert SQUARE.width("\u4e2d\u6587", STYLE) == pytest.approx(20)  # one em each
    assert SQUARE.width("a\u0301", STYLE) == pytest.approx(10)  # a mark takes no room


def test_lines_of_a_tall_script_are_counted_taller():
    assert SQUARE.measure([paragraph("\u0928")], 100).height == pytest.approx(18)


def test_deep_letters_keep_room_below_their_line_the_same_for_all_words_of_their_script():
    measure = DeckMeasure(read_look())
    deep, plain = measure.foot(paragraph("విద్యార్థులు")), measure.foot(paragraph("ఆకు"))
    assert deep == plain == pytest.approx(2.7, abs=0.2)  # a quarter of the size
    assert measure.foot(paragraph("शुद्ध")) > measure.foot(paragraph("नमक")) == 0
    assert measure.foot(paragraph("gypsy")) == measure.foot(paragraph("Ångström")) == 0


@given(st.text(alphabet="abc de-–中。\n\u00a0", max_size=60), st.integers(1, 30))
def test_no_line_is_wider_than_its_room_unless_a_single_piece_is(text, ems):
    lines = wrap(text, ems)
    assert "".join(lines) == text
    for line in lines:
        ink = line.rstrip(" \n")
        assert len(ink) <= ems or max(piece.stop - piece.start for piece in viewer_pieces(ink)) > ems


@given(st.text(alphabet="abc de-", max_size=60), st.integers(1, 30))
def test_a_wider_box_never_takes_more_lines(text, ems):
    assert len(wrap(text, ems + 1)) <= len(wrap(text, ems))


def test_measuring_a_latin_deck_does_not_load_harfbuzz():
    code = """
import sys
import briefdeck.compose.type.typeset
from briefdeck.model.look import DeckFont, Furniture, Ink, Look, Theme
from briefdeck.model.page import TextStyle

font = DeckFont(family="Square", metrics=("square",))
theme = Theme(name="", title="", description="", colors={}, deck_fonts={"body": font}, brief_faces={})
table = b'{"em": 1, "widths": {"1": "abc"}}'
look = Look(theme=theme, furniture=Furniture(lang="en", words={}), fonts={"widths/square-regular.json": table})
measure = briefdeck.compose.type.typeset.DeckMeasure(look)
assert measure.width("abc", TextStyle(font="body", size=10, ink=Ink("text"))) == 30
assert not {"uharfbuzz", "pyphen"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True)
