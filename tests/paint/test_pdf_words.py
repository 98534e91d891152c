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


def test_a_word_with_a_mark_carries_its_text_and_its_neighbours_do_not(font):
    first, word, last = stretches(_run((1, "a"), (8, " "), (5, "e"), (10, "\u0301"), (8, " "), (2, "b")), font)
    assert (_said(first), _said(word), _said(last)) == ("a ", "e\u0301", " b")
    assert (first.actual, word.actual, last.actual) == ("", "e\u0301", "")


def test_glyphs_that_changed_places_are_shown_in_the_order_of_their_letters(font):
    """The cluster "ab" is seen as b, a: each glyph gets the letter that it shows by itself."""
    (word,) = stretches(_run((2, "ab"), (1, "")), font)
    assert [(glyph.characters, glyph.x) for glyph in word.glyphs] == [("a", 1000), ("b", 0)]
    assert word.actual == "ab"


def test_what_no_glyph_shows_goes_to_the_first_that_shows_nothing(font):
    """Here glyph 9 shows a hyphen by itself, and stands for what its neighbour does not show."""
    (word,) = stretches(_run((2, "abc"), (9, "")), font)
    assert [glyph.characters for glyph in word.glyphs] == ["abc", ""]
    (word,) = stretches(_run((9, "abc"), (3, "")), font)
    assert [(glyph.glyph, glyph.characters) for glyph in word.glyphs] == [(9, "ab"), (3, "c")]
    (word,) = stretches(_run((9, "a"), (7, "")), font)
    assert [glyph.characters for glyph in word.glyphs] == ["a", ""]


def test_words_from_right_to_left_come_as_they_are_read(font):
    """The run is given as it is seen, from the left: the word that is read first stands last."""
    seen = _run((13, "ג"), (8, " "), (12, "ב"), (11, "א"), rtl=True)
    assert [_said(stretch) for stretch in stretches(seen, font)] == ["בא", " ", "ג"]
    assert [stretch.glyphs[0].x for stretch in stretches(seen, font)] == [2000, 1000, 0]


def test_a_hyphen_that_is_not_in_the_text_is_a_soft_one(font):
    (stretch,) = stretches(_run((1, "a"), (9, "-")), font, hyphenated=True)
    assert _said(stretch) == "a\u00ad"
    (stretch,) = stretches(_run((9, "-"), (11, "א"), rtl=True), font, hyphenated=True)
    assert _said(stretch) == "\u00adא"


def test_a_run_without_glyphs_shows_nothing(font):
    assert list(stretches(_run(), font, hyphenated=True)) == []


def test_a_space_stands_behind_a_label_in_its_direction(font):
    (ltr,), (rtl,) = space_after(_run((1, "a")), font), space_after(_run((11, "א"), rtl=True), font)
    assert (ltr.glyphs[0].x, rtl.glyphs[0].x) == (1000, -1000)
    assert list(space_after(_run((1, "a")), EmbeddedFont("F1", square_font("ab")))) == []
