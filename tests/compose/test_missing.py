"""Characters that no font has are said, whatever the script, for the brief and for the slides on paper."""

from __future__ import annotations

import json

import pytest

from briefdeck.errors import Problem, Severity
from briefdeck.pipeline import Order, make
from briefdeck.text.outline import load_outline

SAMPLES = {
    "Tibetan": "བོད་སྐད",
    "Cherokee": "ᏣᎳᎩ",
    "Gothic": "𐌲𐌿𐍄𐌹𐍃𐌺",
    "Khmer": "ភាសាខ្មែរ",
    "Ethiopic": "አማርኛ",
    "Cuneiform": "𒀀𒀁𒀂",
}
OUTLINE = """\
title: "Scripts"
lang: en
sections:
  - title: "Two"
    points:
      - "Plain words."
      - {first}
      - {second}
"""


def said(first: str, second: str = "More words.", **order: object) -> tuple[Problem, ...]:
    text = OUTLINE.format(first=json.dumps(first, ensure_ascii=False), second=json.dumps(second, ensure_ascii=False))
    remarks = make(load_outline(text, "outline.yaml")[0], Order(**order)).remarks
    return tuple(remark for remark in remarks if remark.code == "BD333")


@pytest.mark.parametrize("script", SAMPLES)
@pytest.mark.parametrize(
    "order", [{"only": "brief"}, {"only": "deck", "also": ("slides",)}, {"only": "deck", "also": ("handout",)}]
)
def test_a_script_without_a_font_is_said_once_with_its_place(script, order):
    (problem,) = said(f"So it is written: {SAMPLES[script]}.", **order)
    assert (problem.at.line, problem.severity) == (7, Severity.WARNING)
    count = len(set(SAMPLES[script]))
    assert f"{count} {script} characters" in problem.message


def test_each_script_is_said_and_further_places_are_listed():
    problems = said(
        f"Here {SAMPLES['Gothic']} and {SAMPLES['Khmer']}.", f"Again {SAMPLES['Gothic']}.", also=("slides",)
    )
    assert sorted("also in line 8" in problem.message for problem in problems) == [False, True]
    assert len(problems) == 2


def test_one_character_is_named():
    (problem,) = said("The letter Ꭹ.", only="brief")
    assert "“Ꭹ”, U+13A9 cherokee letter gi" in problem.message


def test_words_that_can_be_shown_are_passed_over():
    assert said("Words, Слова, λόγια, शब्द, كلمات, מילים, คำ, ☀️ → ∑.", also=("slides", "handout")) == ()


def test_a_deck_alone_asks_for_no_fonts():
    assert said(SAMPLES["Tibetan"], only="deck") == ()
