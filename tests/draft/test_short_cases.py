"""The cases of short_cases.txt: what slides show of a sentence."""

import re
from collections import Counter
from pathlib import Path

import pytest

from briefdeck.draft.shorten import short_form
from draft.drawing import read_cases

CASES = read_cases((Path(__file__).parent / "short_cases.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("sentence", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_short_form_is_as_written(sentence, expected):
    show, more = short_form(sentence)
    assert "\n".join([show or "(stands)", *(f"- {clause}" for clause in more)]) == expected


@pytest.mark.parametrize("sentence", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_words_are_kept_in_order_in_every_line(sentence):
    show, more = short_form(sentence)
    for line in (show, *more):
        kept = iter(re.findall(r"\w+", sentence.lower()))
        assert all(word in kept for word in re.findall(r"\w+", line.lower()))


@pytest.mark.parametrize("sentence", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_no_word_is_shown_more_often_than_it_is_said(sentence):
    show, more = short_form(sentence)
    said, shown = (Counter(re.findall(r"\w+", text.lower())) for text in (sentence, " ".join((show, *more))))
    assert shown <= said


def test_other_languages_are_cut_at_marks_only_and_only_when_too_long():
    sentence = (
        "La Révolution, qui dura dix ans, changea la France et puis toute l’Europe, avec des guerres partout "
        "et des lois nouvelles pour tous ; elle donna au monde une idée de la liberté, et cette idée ne mourut plus."
    )
    show, more = short_form(sentence, "fr")
    assert len(more) >= 1
    assert show.startswith("La Révolution")
    assert short_form(sentence.partition(" ;")[0], "fr") == ("", ())
