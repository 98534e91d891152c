"""The checks on files that our own painters did not make: what is right passes, what is wrong is named."""

from __future__ import annotations

import io

from pptx import Presentation

from briefdeck.errors import Severity
from briefdeck.model.values import replace
from briefdeck.verify import verify
from verify.hand_made import FURNITURE, NOTE, OUTLINE, SLIDES, HandBrief, HandElement, hand_brief, hand_deck

KEEPS_NO_STANDARD = {"BD492", "BD493", "BD497", "BD901"}
"""The hand-made brief uses a font of the reader's, has no title in its metadata and is no PDF/A; all else is right."""


def report(deck=None, brief=None, outline=OUTLINE, note=NOTE):
    return verify(deck, brief, outline, note, FURNITURE, source="" if outline else None, again=(None, None))


def codes(found) -> set[str]:
    return {problem.code for problem in found.problems}


def test_a_pair_that_keeps_its_promises_passes():
    found = report(hand_deck(), hand_brief())
    assert codes(found) == KEEPS_NO_STANDARD
    assert all(check.passed is not None for check in found.checks)


def test_the_table_shows_both_files_side_by_side():
    rows = report(hand_deck(), hand_brief()).rows
    assert [(row.section, row.slides, row.place, row.deck_points, row.brief_points) for row in rows] == [
        ("A dry land", "1", "top", "", ""),
        ("Water", "2", "top", "2", "2"),
        ("Questions", "3", "top", "1", "1"),
    ]


def test_cuts_are_counted_and_need_no_place():
    cuts = '[{"id": "p3", "reason": "no room", "text": "Rivers might dry up in August.", "lines": [3]}]'
    elements = tuple(element for element in HandBrief().elements if element.id != "item:p3")
    found = report(hand_deck(), hand_brief(HandBrief(elements=elements, cuts=cuts)))
    assert codes(found) == KEEPS_NO_STANDARD
    assert found.rows[1].brief_points == "1 (1 cut)"


def test_what_is_cut_and_shown_is_a_contradiction():
    cuts = '[{"id": "p3", "reason": "no room", "text": "Rivers might dry up in August.", "lines": [3]}]'
    assert "BD422" in codes(report(brief=hand_brief(HandBrief(cuts=cuts))))


def test_damaged_cuts_are_named():
    assert "BD402" in codes(report(brief=hand_brief(HandBrief(cuts='[{"id"'))))


def test_missing_inputs_leave_their_checks_out_and_say_so():
    found = report(brief=hand_brief(), outline=None, note=None)
    open_checks = [check for check in found.checks if check.passed is None]
    assert all(check.details.startswith("not checked: no ") for check in open_checks)
    assert not any(check.passed is None and check.promise == "P5" for check in found.checks)
    assert codes(found) == KEEPS_NO_STANDARD


def test_nothing_at_all_is_fine_too():
    found = report()
    assert found.ok
    assert found.rows


def test_foreign_files_are_named_and_not_measured():
    out = io.BytesIO()
    Presentation().save(out)
    foreign_brief = hand_brief(HandBrief(elements=(HandElement("P", "", "Words"),), build=""))
    found = report(out.getvalue(), foreign_brief)
    assert [problem.code for problem in found.problems] == ["BD401", "BD401"]
    assert not found.ok


def test_damaged_files_are_named_and_not_measured():
    found = report(b"junk", b"junk")
    assert [problem.code for problem in found.problems] == ["BD400", "BD406"]


def test_a_deck_saved_by_another_program_is_still_read():
    """Tags survive, so everything is checked; that it was saved again is a remark."""
    deck = Presentation(io.BytesIO(hand_deck()))
    deck.core_properties.author = "A teacher"
    out = io.BytesIO()
    deck.save(out)
    found = report(out.getvalue())
    assert found.ok
    assert [(problem.code, problem.severity) for problem in found.problems] == [("BD404", Severity.REMARK)]


def test_a_text_changed_by_hand_is_named_with_its_slide():
    deck = Presentation(io.BytesIO(hand_deck()))
    deck.slides[1].placeholders[1].text_frame.paragraphs[1].runs[0].text = "It rains over 400 mm a year"
    out = io.BytesIO()
    deck.save(out)
    [problem] = [problem for problem in report(out.getvalue()).problems if problem.code == "BD410"]
    assert problem.message == "slide 2 shows “rains over 400 mm a” where the outline says “rains over 300 mm a”"


def test_a_slide_added_by_hand_is_a_warning():
    deck = Presentation(io.BytesIO(hand_deck()))
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "My own"
    out = io.BytesIO()
    deck.save(out)
    problems = report(out.getvalue()).problems
    assert [problem.severity for problem in problems if problem.code == "BD405"] == [Severity.WARNING]
    assert not any("My own" in problem.message for problem in problems if problem.code in ("BD410", "BD411"))


def test_two_builds_are_not_one_pair():
    assert "BD480" in codes(report(hand_deck(), hand_brief(HandBrief(build="f" * 16))))
    assert "BD481" in codes(report(hand_deck(build=""), hand_brief()))


def test_without_an_outline_deck_and_brief_are_held_against_each_other():
    swapped = (HandBrief().elements[0], *HandBrief().elements[6:8], *HandBrief().elements[1:6])
    found = report(hand_deck(), hand_brief(HandBrief(elements=swapped)), outline=None)
    assert "BD438" in codes(found)
    fewer = hand_deck(SLIDES[:2])
    assert "BD439" in codes(report(fewer, hand_brief(), outline=None))


def test_every_problem_has_a_hint_and_a_code_of_ours():
    outline = replace(OUTLINE, title="Another")
    for problem in report(hand_deck(SLIDES[1:]), hand_brief(HandBrief(pages=2)), outline=outline).problems:
        assert problem.hint
        assert problem.code.startswith(("BD4", "BD9"))
