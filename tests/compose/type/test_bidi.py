"""Levels and visual order. Capitals stand for Hebrew letters, A for alef, B for bet and so on."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdeck.compose.type.bidi import base_level, clean, levels, visual_order

HEBREW = str.maketrans("ABCDEF", "אבגדהו")
ARABIC = str.maketrans("abcdef", "ابتثجح")


def hebrew(text):
    return text.translate(HEBREW)


def seen(text, base=None):
    """The characters as they stand from left to right."""
    found = levels(text, base_level(text) if base is None else base)
    return "".join(text[index] for index in visual_order(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("plain words 12", "plain words 12"),
        ("ABC", "CBA"),
        ("ABC DEF", "FED CBA"),
        ("say ABC DEF now", "say FED CBA now"),
        ("ABC say it DEF", "FED say it CBA"),
        ("ABC 123 DEF", "FED 123 CBA"),  # figures keep their order
        ("ABC 12.5% DEF", "FED 12.5% CBA"),
        ("ABC, DEF.", ".FED ,CBA"),
        ("say ABC 12", "say 12 CBA"),
        ("ABC (say) DEF", "FED )say( CBA"),  # the font mirrors brackets in text that runs to the left
        ("say (ABC) now", "say (CBA) now"),
        ("say ABC (now)", "say CBA (now)"),
        ("ABC (DEF 1) x", "x )1 FED( CBA"),
        ("12 ABC", "CBA 12"),
        ("1-2 ABC", "CBA 1-2"),
    ],
)
def test_visual_order_of_hebrew(text, expected):
    assert seen(hebrew(text)) == hebrew(expected)


def test_figures_after_arabic_letters_are_arabic_figures():
    text = "abc 1-2".translate(ARABIC)
    assert seen(text) == "2-1 cba".translate(ARABIC)
    assert seen(hebrew("ABC 1-2")) == hebrew("1-2 CBA")


def test_marks_stay_with_their_letter():
    text = "שָׁלוֹם"
    assert levels(text, 1) == (1,) * len(text)
    assert levels("e\u0301 " + text, 0)[:2] == (0, 0)


def test_spaces_at_the_end_run_with_the_paragraph():
    assert levels(hebrew("say ABC  "), 0)[-2:] == (0, 0)
    assert levels(hebrew("ABC say  "), 1)[-2:] == (1, 1)


@pytest.mark.parametrize(("text", "level"), [("123 ABC x", 1), ("x ABC", 0), ("... 12", 0), ("", 0)])
def test_the_first_letter_decides_the_direction_of_a_paragraph(text, level):
    assert base_level(hebrew(text)) == level


def test_control_characters_are_taken_out():
    assert clean("a\u200eb\u202ac\u2069\u061c") == "abc"
    assert clean("\u200d\u200c") == "\u200d\u200c"  # joiners are needed for shaping


TEXT = st.text(alphabet="ab אב عر 12 ١٢ .,:+-()[]%$\u0301\u064e/\t\u200b", max_size=20)


@given(TEXT, st.integers(0, 1))
def test_levels_follow_what_the_annex_says_of_every_text(text, base):
    found = levels(text, base)
    assert len(found) == len(text)
    assert sorted(visual_order(found)) == list(range(len(text)))
    for char, level in zip(text, found, strict=True):
        assert base <= level <= base + 2
        kind = unicodedata.bidirectional(char)
        if kind == "L":
            assert level % 2 == 0
        elif kind in ("R", "AL"):
            assert level % 2 == 1
        elif kind in ("EN", "AN"):
            assert level % 2 == 0


def test_visual_order_reverses_the_deepest_first():
    assert visual_order([0, 1, 1, 2, 2, 1, 0]) == [0, 5, 3, 4, 2, 1, 6]
