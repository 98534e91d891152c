"""Words are compared exactly, and only what a page does to them is forgiven."""

from __future__ import annotations

import pytest

from briefdeck.model.look import Furniture
from briefdeck.verify.comparing import compare, shows
from briefdeck.verify.outline_words import Needed
from briefdeck.verify.wording import Furnished, core, difference, normal, order_free, take, words_of

FURNISHED = Furnished(
    Furniture(lang="en", words={"lines": "lines {lines}", "part": "{title} ({part}/{parts})", "notes": "Notes"})
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a\u00a0b", "a b"),
        ("hyphen\u00adated", "hyphenated"),
        ("  a \n b\u2028c ", "a b c"),
        ("non\u2011breaking", "non-breaking"),
        ("e\u0301", "é"),
    ],
)
def test_spaces_and_invisible_marks_do_not_count(text, read):
    assert normal(text) == read


@pytest.mark.parametrize(("text", "same"), [("Rain.", "Rain"), ("Why?", "Why?"), ("...", "..."), ("多。", "多")])
def test_the_final_stop_may_go_and_nothing_else(text, same):
    assert core(text) == same


@pytest.mark.parametrize("words", ["$12", "about $12, or so", "$12.", "($12)", "“$12”"])
def test_a_phrase_is_found_as_such(words):
    assert take(words, "$12") is not None


@pytest.mark.parametrize("words", ["$12.5", "$12,000", "$120", "-$12", "12", "$12%", "US$12"])
def test_a_phrase_that_goes_on_is_another(words):
    assert take(words, "$12") is None


def test_a_later_occurrence_counts():
    assert take("$120 and $12", "$12") is not None
    assert take("Is it $12?", "$12") is None
    assert take("Is it $12?", "$12", asked=True) is not None


def test_scripts_without_spaces_are_found_inside_a_line():
    assert take("国防：印度", "印度") is not None
    assert take("关于印度的", "印度") is not None


def test_letters_of_right_to_left_words_may_come_in_any_order():
    assert order_free("אור 12") == order_free("רוא 12")
    assert order_free("אור") != order_free("אורה")
    assert order_free("plain words.") == "plain words."


@pytest.mark.parametrize("words", ["Notes", "lines 3, 5–7", "(1/2)", "(2)", "NOTES", "– · –", "lines 6"])
def test_furniture_may_stand_anywhere(words):
    assert FURNISHED.left_of(words) == ""


@pytest.mark.parametrize("words", ["lines of cars", "Noted", "(1907)", "2019"])
def test_what_only_looks_like_furniture_is_left(words):
    assert FURNISHED.left_of(words)


def test_words_lose_the_marks_around_them_only():
    assert words_of("“Won’t (A.B.) cost-free”, he said: U.S.") == ["Won’t", "A.B", "cost-free", "he", "said", "U.S"]


def test_a_difference_is_shown_with_its_surroundings():
    said = difference("India has orders of over $12 billion now", "India has orders of $12 billion now")
    assert said == "“orders of $12 billion” where the outline says “orders of over $12 billion”"


def compared(needed: list[str], texts: list[str], beside: tuple[str, ...] = ()):
    return compare([(f"p{n}", Needed((core(text),))) for n, text in enumerate(needed)], texts, beside, FURNISHED)


def test_equal_texts_leave_nothing():
    found = compared(["It rains.", "It pours."], ["Label: It rains", "It pours. (lines 2–3)"], ("Label",))
    assert (found.changed, found.missing, found.invented) == ((), (), ())


def test_a_changed_text_is_one_finding():
    found = compared(["It rains over 300 mm a year"], ["It rains 300 mm a year"])
    assert [(change.item, change.found) for change in found.changed] == [("p0", "It rains 300 mm a year")]
    assert (found.missing, found.invented) == ((), ())


def test_unlike_texts_are_a_loss_and_an_invention():
    found = compared(["It rains"], ["Elephants dance on Tuesdays"])
    assert found.missing == (("p0", "It rains"),)
    assert found.invented == ("Elephants dance on Tuesdays",)


def test_a_text_inside_a_longer_label_is_not_shown():
    found = compared(["Water"], ["Water for all"], ("Water for all",))
    assert found.missing == (("p0", "Water"),)


def test_the_same_text_twice_needs_two_places():
    assert compared(["Water", "Water"], ["Water"]).missing == (("p1", "Water"),)
    assert not compared(["Water", "Water"], ["Water", "Water"]).missing


@pytest.mark.parametrize(
    ("texts", "needed", "beside"),
    [
        ("tic tock tock tock", [["tic tock"], ["tock tock"]], []),  # the second begins within the first
        ("how it goes: so so so", [["so so"]], ["how it goes: so"]),
        ("sugar sugar light", [["sugar sugar", "light"]], ["sugar sugar"]),  # its label and its short form
    ],
)
def test_words_that_stand_twice_are_taken_where_the_others_account_for_the_rest(texts, needed, beside):
    wanted = [(f"p{number}", Needed(tuple(forms))) for number, forms in enumerate(needed)]
    found = compare(wanted, [texts], beside, FURNISHED)
    assert (found.changed, found.missing, found.invented) == ((), (), ())
    spoilt = compare(wanted, [f"{texts} indeed"], beside, FURNISHED)
    assert spoilt.changed or spoilt.invented


def test_a_title_may_be_shortened_with_an_ellipsis():
    title = "A title that is far too long for one line of any slide"
    found = compared(["Point"], ["A title that is far … (2/3)", "Notes (A title that is …)", "Point"], (title,))
    assert found.invented == ()
    assert compared([], ["A title that was far …"], (title,)).invented == ("A title that was far …",)
    assert compared([], ["A…"], ("Another title",)).invented == ("A…",)
    assert compared([], ["A title that is f…"], (title,)).invented == ("A title that is f…",)
    assert not compared([], ["光合作用…"], ("光合作用和呼吸作用",)).invented
    assert shows(["A title that is far … (1/2)"], title)
    assert not shows(["Another title …"], title)
