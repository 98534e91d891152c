"""The numbers of steps, on slides and on the brief: what differs from the outline is named, what is sound is not."""

from __future__ import annotations

import functools

import pytest

from briefdeck.assets import read_look
from briefdeck.model.outline import Outline
from briefdeck.model.values import replace
from briefdeck.pipeline import Briefing, Order, make
from briefdeck.text.outline import load_outline
from briefdeck.verify import verify
from briefdeck.verify.steps import as_typed, numbers_of, steps
from verify import mutations as do
from verify.step_mutants import BAKING, CARDS, ON_BRIEF, ON_SLIDES, STEP_BRIEF, STEP_DECK, before, typed


@functools.cache
def outline() -> Outline:
    return load_outline(BAKING, "outline.yaml")[0]


@functools.cache
def built() -> Briefing:
    return make(outline(), Order())


def found(check: str, *, deck: bytes | None = None, brief: bytes | None = None, of: Outline | None = None) -> list[str]:
    """What that check says of the files."""
    report = verify(deck or built().deck, brief or built().brief, of or outline(), None, read_look("", "en").furniture)
    return [problem.message for one in report.checks if one.name == check for problem in one.problems]


def test_sound_files_are_sound():
    assert found(ON_SLIDES) == found(ON_BRIEF) == []
    report = verify(built().deck, built().brief, outline(), None, read_look("", "en").furniture)
    assert report.problems == ()


@pytest.mark.parametrize("mutant", STEP_DECK, ids=lambda mutant: mutant.name)
def test_a_number_on_a_slide_that_is_not_the_outlines(mutant):
    said = found(mutant.check, deck=mutant.change(built().deck))
    assert said and any(mutant.says in one for one in said), said


@pytest.mark.parametrize("mutant", STEP_BRIEF, ids=lambda mutant: mutant.name)
def test_a_number_on_the_brief_that_is_not_the_outlines(mutant):
    said = found(mutant.check, brief=mutant.change(built().brief))
    assert any(mutant.says in one for one in said), said


def test_a_number_that_was_typed_and_is_right_is_as_good():
    assert found(ON_SLIDES, deck=do.on_slide(CARDS, before(">Bake<", typed("2.")))(built().deck)) == []


def test_a_number_before_what_is_no_step_is_found_and_so_are_those_after_it():
    baking, *others = outline().sections
    aside = replace(baking.points[3], counted=False)
    of = replace(outline(), sections=(replace(baking, points=(*baking.points[:3], aside, *baking.points[4:])), *others))
    for check in (ON_SLIDES, ON_BRIEF):
        said = found(check, of=of)
        assert any("“Roll" in one and "is 4, in the outline none" in one for one in said), said
        assert any("“Press" in one and "is 5, in the outline 4" in one for one in said), said
    mixed = make(of, Order())
    report = verify(mixed.deck, mixed.brief, of, None, read_look("", "en").furniture)
    assert report.problems == ()


def with_numbers(of: Outline, *numbered: bool) -> Outline:
    return replace(
        of, sections=tuple(replace(one, numbered=yes) for one, yes in zip(of.sections, numbered, strict=True))
    )


def turned(of: Outline) -> Outline:
    return replace(of, sections=tuple(replace(one, points=one.points[::-1]) for one in of.sections))


def begun_later(of: Outline) -> Outline:
    return replace(of, sections=tuple(replace(one, points=one.points[1:]) for one in of.sections))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda of: with_numbers(of, False, True, False), "“Fold it for about 12 minutes, then look…” is missing, in"),
        (lambda of: with_numbers(of, True, True, True), "“Rye holds little of it” is 2, in the outline none"),
        (turned, "“Fold it for about 12 minutes, then look…” is 9, in the outline 2"),
        (begun_later, "“Fold it for about 12 minutes, then look…” is 1, in the outline 2"),
    ],
)
def test_both_files_of_an_outline_with_other_numbers(change, says):
    """What no edit of the painted bytes can do: other numbers, properly set."""
    other = make(change(outline()), Order())
    for check, files in ((ON_SLIDES, {"deck": other.deck}), (ON_BRIEF, {"brief": other.brief})):
        assert any(says in one for one in found(check, **files)), check


def test_what_a_paragraph_may_be_counted():
    known = steps(outline())[outline().sections[1].id]
    assert numbers_of("Mix", known) == {"1"}
    assert numbers_of("Mix: Flour goes in first", known) == {"1"}
    assert numbers_of("Flour goes in first", known) == {""}  # below its label, which has the number
    assert numbers_of("Until it", known) == {""}
    assert numbers_of("Water", known) is None


@pytest.mark.parametrize(
    ("words", "number", "rest"),
    [("2. Stir", "2", "Stir"), ("2) Stir", "2", "Stir"), ("12 eggs", "12", "eggs"), ("2.5 g", "", "2.5 g")],
)
def test_a_number_that_was_typed(words, number, rest):
    assert as_typed(words) == (number, rest)
