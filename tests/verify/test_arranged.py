"""Every word is there, and yet the files say something else: each such fault is named by its check."""

from __future__ import annotations

import functools

import pytest

from briefdeck.assets import read_look
from briefdeck.pipeline import Briefing, build_briefing
from briefdeck.text.outline import load_outline
from briefdeck.verify import verify
from briefdeck.verify.arranging import governed, is_part_of, may_stand_under
from briefdeck.verify.report import Report
from verify import mutations as do
from verify.arranged_mutants import ARRANGED_BRIEF, ARRANGED_DECK, OUTLINE
from verify.edited_mutants import COPIED, EDITED_BRIEF, EDITED_DECK
from verify.figure_mutants import Mutant
from verify.laid_mutants import HINDI, LAID_BRIEF, MARKS, signs_traded
from verify.misleading_mutants import MISLEADING_BRIEF, MISLEADING_DECK
from verify.styled_mutants import STYLED_DECK, in_capitals_too

DECKS = (*ARRANGED_DECK, *MISLEADING_DECK, *EDITED_DECK, *STYLED_DECK)
BRIEFS = (*ARRANGED_BRIEF, *MISLEADING_BRIEF, *EDITED_BRIEF, *LAID_BRIEF)


@functools.cache
def built() -> Briefing:
    return build_briefing(OUTLINE)


def report(deck: bytes | None = None, brief: bytes | None = None) -> Report:
    outline, _ = load_outline(OUTLINE, "outline.yaml")
    return verify(deck or built().deck, brief or built().brief, outline, None, read_look("", "en").furniture)


def caught(found: Report, mutant: Mutant) -> None:
    check = next(check for check in found.checks if check.name == mutant.check)
    assert mutant.code in {problem.code for problem in check.problems}, [str(one) for one in found.problems]
    assert not found.ok


def test_the_sound_files_keep_every_promise():
    assert report().problems == ()


@pytest.mark.parametrize("mutant", DECKS, ids=lambda mutant: mutant.name)
def test_a_deck_that_says_something_else_with_the_same_words(mutant):
    changed = mutant.change(built().deck)
    assert changed != built().deck
    caught(report(deck=changed), mutant)


@pytest.mark.parametrize("mutant", BRIEFS, ids=lambda mutant: mutant.name)
def test_a_brief_that_says_something_else_with_the_same_words(mutant):
    caught(report(brief=mutant.change(built().brief)), mutant)


def test_words_that_are_heard_and_not_seen():
    outline, _ = load_outline(HINDI, "outline.yaml")
    brief, furniture = build_briefing(HINDI).brief, read_look("", "hi").furniture
    assert verify(None, brief, outline, None, furniture).problems == ()
    found = verify(None, do.in_content(signs_traded)(brief), outline, None, furniture)
    assert [one.code for check in found.checks if check.name == MARKS for one in check.problems] == ["BD411", "BD411"]


def test_a_deck_with_a_part_whose_name_differs_in_capitals_only():
    assert [problem.code for problem in report(deck=in_capitals_too(built().deck)).problems] == ["BD400"]


@pytest.mark.parametrize("name", COPIED)
def test_a_deck_that_was_not_copied_as_it_is(name):
    found = report(deck=COPIED[name](built().deck))
    assert [problem.code for problem in found.problems if problem.code.startswith("BD40")] == ["BD400"]
    assert not found.ok


ARABIC = "تخزن السدود مياه الأمطار الغزيرة"


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_arabic_words_that_are_not_set_from_the_right(lang):
    text = OUTLINE.replace('lang: "en"', f'lang: "{lang}"').replace("Dams store the rain of wet years", ARABIC)
    outline, _ = load_outline(text, "outline.yaml")
    deck, furniture = build_briefing(text).deck, read_look("", lang).furniture
    assert verify(deck, None, outline, None, furniture).problems == ()
    before = r'(<a:pPr lvl="1"[^>]*?)( rtl="1")?(/?>(?:(?!<a:pPr).)*تخزن)'
    turned = do.on_slide("تخزن السدود", do.sub(before, r'\1 rtl="0"\3', 1))(deck)
    found = verify(turned, None, outline, None, furniture).problems
    assert [one.code for one in found if one.code != "BD404"] == ["BD472"]


HEADER, ROWS = ("a", "b", "c"), (("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"))


@pytest.mark.parametrize(
    ("shown", "fits"),
    [
        ([HEADER, *ROWS], True),
        ([HEADER, ROWS[1], ROWS[2]], True),  # goes on from another slide
        ([("a", "c"), ("1", "3"), ("7", "9")], True),  # goes on by columns
        ([HEADER, ROWS[1], ROWS[0]], False),
        ([("a", "c"), ("1", "2")], False),
        ([("c", "a"), ("3", "1")], False),
        ([HEADER, ("1", "2", "3 and a half")], True),  # other words are another check's business
        ([], True),
    ],
)  # fmt: skip
def test_a_table_is_a_part_of_another(shown, fits):
    assert is_part_of(shown, HEADER, ROWS) is fits


def test_a_table_without_names_of_columns_may_show_an_empty_row_for_them():
    for shown in (ROWS, [("", "", ""), *ROWS], [("", "", ""), ROWS[1]]):
        assert is_part_of(shown, ("", "", ""), ROWS)
    assert not is_part_of([("", "", ""), ROWS[1], ROWS[0]], ("", "", ""), ROWS)


def test_what_reads_like_a_label_need_not_be_one():
    paragraphs = ["Ice", "Ice: cold", "Why? Because", "Rain", "wet"]
    assert governed(paragraphs, ["Ice", "Why?", "Rain"], {1}) == {0: "Ice", 1: "Ice", 2: "Why?", 3: "Rain", 4: "Rain"}
    assert governed(paragraphs, ["Ice", "Why?"], (), {"Rain"}) == {0: "Ice", 1: "Ice", 2: "Why?"}


def test_a_label_inside_a_group_may_stand_nearer():
    nearest = governed(["Outer", "Inner: one", "two", "Other: three"], ["Outer", "Inner", "Other"])
    assert nearest == {0: "Outer", 1: "Inner", 2: "Inner", 3: "Other"}
    labels = [("Outer", "Inner"), ("Outer",), ("Other",)]
    assert may_stand_under("Inner", ("Outer",), labels)
    assert not may_stand_under("Other", ("Outer",), labels)


def test_a_label_ends_before_what_stands_further_out():
    paragraphs = ["Ice", "Glacier: slow", "moves", "Rain is warm"]
    nearest = governed(paragraphs, ["Ice", "Glacier"], depths=(0, 18, 36, 0))
    assert nearest == {0: "Ice", 1: "Glacier", 2: "Glacier"}
    assert governed(paragraphs, ["Ice", "Glacier"])[3] == "Glacier"
    assert governed(["Ice: cold", "melts"], ["Ice"], depths=(0, 18)) == {0: "Ice", 1: "Ice"}
    assert governed(["Ice: cold", "Rain is warm"], ["Ice"], depths=(0, 0)) == {0: "Ice"}
