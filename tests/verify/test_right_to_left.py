"""Words that a PDF holds from left to right are compared with their letters in any order, and named as written."""

from __future__ import annotations

import pytest

from briefdeck.assets import read_look
from briefdeck.model.ids import assign_ids
from briefdeck.model.outline import Outline, Point, Section
from briefdeck.pipeline import Order, make
from briefdeck.verify import verify

SAID = {"ar": "تمتص أوراق النبات ضوء الشمس في الصباح", "he": "העלים קולטים את אור השמש בבוקר"}
OTHER = {"ar": ("الصباح", "المساء"), "he": ("בבוקר", "בערב")}


def lesson(lang: str, text: str) -> Outline:
    section = Section(id="", lines=(2,), title=text.split()[0], points=(Point(say=text, lines=(1,)),))
    return assign_ids(Outline(title=text.split()[1], lang=lang, sections=(section,)))


@pytest.mark.parametrize("lang", SAID)
def test_a_changed_word_is_named_as_it_is_read(lang):
    before, after = OTHER[lang]
    made = make(lesson(lang, SAID[lang]), Order(only="brief"))
    outline = lesson(lang, SAID[lang].replace(before, after))
    assert made.brief is not None
    problems = verify(None, made.brief, outline, None, read_look("", lang).furniture).problems
    (changed,) = (problem.message for problem in problems if problem.code == "BD410")
    assert f"{before}” where the outline says" in changed
    assert f"{after}”" in changed


@pytest.mark.parametrize("lang", SAID)
def test_a_word_that_nobody_wrote_is_named_as_it_is_read(lang):
    made = make(lesson(lang, SAID[lang]), Order(only="brief"))
    outline = lesson(lang, SAID[lang].rpartition(" ")[0])
    problems = verify(None, made.brief, outline, None, read_look("", lang).furniture).problems
    assert any(OTHER[lang][0] in problem.message for problem in problems if problem.code in ("BD410", "BD411"))
