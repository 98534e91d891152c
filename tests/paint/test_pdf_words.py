"""Glyph runs in reading order, and what each glyph stands for."""

from __future__ import annotations

import pytest

from briefdeck.model.look import Ink
from briefdeck.model.page import GlyphRun
from briefdeck.paint.pdf_fonts import EmbeddedFont
from briefdeck.paint.pdf_words import Stretch, space_after, stretches
from square_font import square_font

LETTERS = "abcdefg -\u0301אבג"


@pytest.fixture(scope="module")
def font() -> EmbeddedFont:
    return EmbeddedFont("F1", square_font(LETTERS))


def _run(*glyphs: tuple[int, str], rtl: bool = False) -> GlyphRun:
    """A run of glyphs of one em each; glyph n of the square font shows letter n of LETTERS, from 1."""
    text = "".join(characters for _, characters in glyphs)
    placed = tuple((glyph, characters, 1000.0, 0.0, 0.0) for glyph, characters in glyphs)
    return GlyphRun("Square.ttf", 10.0, Ink("text"), 0.0, rtl, text, placed)


def _said(stretch: Stretch) -> str:
    return "".join(glyph.characters for glyph in stretch.glyphs)


def test_plain_words_are_shown_in_one_go(font):
    (stretch,) = stretches(_run((1, "a"), (8, " "), (2, "b")), font)
    assert _said(stretch) == "a b"
    assert [glyph.x for glyph in stretch.glyphs] == [0, 1000, 2000]
    assert stretch.actual == ""


def test_a_ligature_stands_for_all_its_letters(font):
    (stretch,) = stretches(_run((7, "ffi"), (1, "a")), font)
    assert _said(stretch) == "ffia"


def test_a_word_with_a_mark_carries_its_text_and_its_space_and_its_neighbours_do_not(font):
    """pdfium loses a space that is shown by itself behind a mark."""
    first, word, last = stretches(_run((1, "a"), (8, " "), (5, "e"), (10, "\u0301"), (8, " "), (2, "b")), font)
    assert (_said(first), _said(word), _said(last)) == ("a ", "e\u0301 ", "b")
    assert (first.actual, word.actual, last.actual) == ("", "e\u0301 ", "")


@pytest.mark.parametrize(
    ("glyphs", "pieces"),
    [
        (((2, "ab"), (1, "")), ["a", "b"]),  # glyphs that changed places keep them
        (((9, "abc"), (3, "")), ["a", "bc"]),  # as many letters as glyphs, the rest with the last
        (((9, "ab"), (7, ""), (3, "c"), (4, "de")), ["a", "b", "c", "de"]),
        (((9, "a"), (7, ""), (3, "cde")), ["a", "c", "de"]),  # a glyph without a letter takes its neighbour's
        (((9, "a"), (7, "")), ["a", "\u2060"]),  # no letter is left
        (((9, "a\u0301"), (7, "b"), (3, "")), ["a", "\u0301", "b"]),  # no mark with the first glyph
        (((9, "a\u0301"),), ["a\u0301"]),  # unless it is the only one
    ],
)
def test_the_pieces_of_a_word_spell_it_from_left_to_right(font, glyphs, pieces):
    (word,) = stretches(_run(*glyphs), font)
    assert [glyph.characters for glyph in word.glyphs] == pieces
    assert [glyph.glyph for glyph in word.glyphs] == [glyph for glyph, _ in glyphs]
    assert [glyph.x for glyph in word.glyphs] == sorted(glyph.x for glyph in word.glyphs)
    if len(glyphs) > 1:
        assert word.actual == "".join(characters for _, characters in glyphs)


def test_a_sign_shown_as_emoji_is_no_mark(font):
    (word,) = stretches(_run((1, "☀\ufe0f"), (8, " ")), font)
    assert word.actual == ""


def test_a_run_from_right_to_left_is_shown_from_the_left(font):
    seen = _run((13, "ג"), (8, " "), (12, "ב"), (11, "א"), rtl=True)
    (stretch,) = stretches(seen, font)
    assert _said(stretch) == "ג בא"
    assert [glyph.x for glyph in stretch.glyphs] == [0, 1000, 2000, 3000]


def test_the_signs_at_the_end_of_such_a_run_come_last(font):
    seen = _run((8, " "), (9, "-"), (12, "ב"), (9, "-"), (11, "א"), rtl=True)
    assert [_said(stretch) for stretch in stretches(seen, font)] == ["ב-א", "\u200f-", "\u200f "]
    assert [stretch.glyphs[0].x for stretch in stretches(seen, font)] == [2000, 1000, 0]


def test_signs_at_the_start_of_such_a_run_say_its_direction_and_a_mark_of_no_width_does_behind_them(font):
    word, mark = stretches(_run((12, "ב"), (8, " "), (11, "א"), (8, " "), (9, "-"), rtl=True), font)
    assert (_said(word), word.thin) == ("ב א\u200f \u200f-", False)
    assert (_said(mark), mark.thin) == ("\u200f", True)
    assert word.glyphs[-1].x < mark.glyphs[0].x < word.glyphs[-1].x + 1000


def test_marks_of_such_a_run_are_shown_and_spelled_with_their_letter(font):
    seen = _run((12, "ב"), (10, "\u0301"), (10, "\u0301"), (11, "א"), rtl=True)
    (word,) = stretches(seen, font)
    assert [glyph.characters for glyph in word.glyphs] == ["ב", "\u0301\u0301א"]  # turned round, as all of the run
    assert [(glyph.glyph, glyph.x) for glyph in word.glyphs] == [(12, 0), (11, 3000)]
    assert word.glyphs[1].marks == ((10, -2000, 0), (10, -1000, 0))


def test_a_comma_before_a_space_is_held_by_a_mark_of_no_width(font):
    word, mark = stretches(_run((12, "ב"), (8, " "), (9, "-"), (11, "א"), rtl=True), font)
    assert (_said(word), _said(mark), mark.thin) == ("ב -א", "\u200f", True)
    assert 1000 < mark.glyphs[0].x < 2000


def test_brackets_at_the_ends_of_such_a_run_say_which_way_they_go(font):
    seen = _run((9, ")"), (11, "א"), (9, "("), rtl=True)
    assert [_said(stretch) for stretch in stretches(seen, font)] == ["א\u200f(", "\u200f", "\u200f)"]


def test_an_opening_bracket_before_a_latin_word_carries_its_text_under_the_tag_of_its_element(font):
    *_, bracket = stretches(_run((9, "("), (11, "א"), rtl=True), font)
    assert (_said(bracket), bracket.actual, bracket.tagged) == ("(", "(\u200e", True)


def test_pieces_within_such_a_run_spell_it_from_the_last_glyph_on(font):
    (stretch,) = stretches(_run((13, "אבג"), (12, ""), rtl=True), font)
    assert [glyph.characters for glyph in stretch.glyphs] == ["ג", "בא"]
    assert _said(stretch)[::-1] == "אבג"


def test_a_hyphen_that_is_not_in_the_text_is_a_soft_one(font):
    (stretch,) = stretches(_run((1, "a"), (9, "-")), font, hyphenated=True)
    assert _said(stretch) == "a\u00ad"
    word, hyphen = stretches(_run((9, "-"), (11, "א"), rtl=True), font, hyphenated=True)
    assert (_said(word), _said(hyphen)) == ("א", "\u00ad")


def test_a_run_without_glyphs_shows_nothing(font):
    assert list(stretches(_run(), font, hyphenated=True)) == []


def test_a_space_stands_behind_a_label_in_its_direction(font):
    (ltr,), (rtl,) = space_after(_run((1, "a")), font), space_after(_run((11, "א"), rtl=True), font)
    assert (ltr.glyphs[0].x, rtl.glyphs[0].x) == (1000, -1000)
    assert (_said(ltr), _said(rtl)) == (" ", "\u200f ")
    assert list(space_after(_run((1, "a")), EmbeddedFont("F1", square_font("ab")))) == []
