"""The estimate of a text's height is below the truth, and above half of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefdeck.verify.deck_file import DeckParagraph
from briefdeck.verify.text_height import advance, text_height

SENTENCE = "The special understanding between India and Russia has frayed, with India drifting closer to the U.S."


def height(text: str, width: float, size: float = 20, **more: float) -> float:
    return text_height([DeckParagraph(text=text, size=size, **more)], width)


def test_one_line_is_a_little_less_than_one_line_of_powerpoint():
    assert 0.9 * 24 < height("A line", 400) < 24


@pytest.mark.parametrize("text", [SENTENCE, "国防与外交" * 20, "Москва и Дели " * 8, "प्रकाश पत्ती " * 9])
def test_twice_the_text_takes_about_twice_the_height(text):
    once, twice = height(text, 300), height(f"{text} {text}", 300)
    assert 1.6 * once <= twice <= 2.2 * once


def test_a_word_longer_than_the_line_goes_on():
    assert height("x" * 100, 100) > 5 * height("x", 100)


def test_a_line_of_chinese_or_thai_ends_between_any_two_letters():
    for text in ("植物叶子 " * 9, "แสงใบไม้ " * 9):
        assert height(text, 132) <= height(text.replace(" ", ""), 132) * 1.2


def test_indents_and_spaces_count():
    assert height(SENTENCE, 300, left=150) > height(SENTENCE, 300)
    two = [DeckParagraph(text="a", size=20), DeckParagraph(text="b", size=20, space_before=30)]
    assert text_height(two, 300) == 2 * height("a", 300) + 30


@pytest.mark.parametrize("text", [SENTENCE, SENTENCE.upper(), "Москва и Дели договорились", "0123456789 $12.5 billion"])
def test_the_narrowest_font_of_a_deck_is_wider_than_the_estimate(text):
    """Carlito, the twin of Calibri, by its table of widths."""
    path = Path(__file__).parents[2] / "assets" / "fonts" / "widths" / "carlito-regular.json"
    table = json.loads(path.read_text(encoding="utf-8"))
    widths = {character: int(width) for width, characters in table["widths"].items() for character in characters}
    real = sum(widths[character] for character in text) / table["em"]
    assert 0.7 * real < sum(map(advance, text)) < real
