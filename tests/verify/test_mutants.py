"""Every check can fail: the seed's own files pass, and each single fault is named by the check that is there for it."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from pptx import Presentation

from briefdeck.assets import read_look
from briefdeck.errors import Severity
from briefdeck.model.ids import assign_ids
from briefdeck.model.outline import Moment, Outline, Point, Quote, Remark, Section, Table
from briefdeck.model.values import replace
from briefdeck.pipeline import Order, make
from briefdeck.verify import verify
from briefdeck.verify.promises import PROMISES
from verify import mutations as do
from verify.arranged_mutants import ARRANGED_BRIEF, ARRANGED_DECK
from verify.figure_mutants import FIGURES
from verify.laid_mutants import LAID_BRIEF
from verify.plain_mutants import (
    BOOKMARKS,
    BRIEF,
    BRIEF_ORDER,
    DECK,
    DECK_ORDER,
    IN_BRIEF,
    IN_DECK,
    PAPER,
    REGIONAL,
    SECTIONS,
)
from verify.step_mutants import STEP_BRIEF, STEP_DECK
from verify.styled_mutants import STYLED_DECK
from verify.subtle_mutants import SUBTLE_BRIEF, SUBTLE_DECK


def caught(report, mutant) -> None:
    check = next(check for check in report.checks if check.name == mutant.check)
    assert check.passed is False
    assert not report.ok
    said = [problem.message for problem in check.problems if problem.code == mutant.code]
    assert said, f"found only {[(problem.code, problem.message) for problem in check.problems]}"
    assert any(getattr(mutant, "says", "") in message for message in said), said


def test_the_seeds_own_files_keep_every_promise(built):
    report = built.report()
    assert report.problems == ()
    assert all(check.passed for check in report.checks)


@pytest.mark.parametrize("mutant", (*DECK, *SUBTLE_DECK), ids=lambda mutant: mutant.name)
def test_a_fault_in_the_deck_is_named(built, mutant):
    changed = mutant.change(built.deck)
    assert changed != built.deck
    caught(built.report(deck=changed), mutant)


@pytest.mark.parametrize("mutant", (*PAPER, *SUBTLE_BRIEF), ids=lambda mutant: mutant.name)
def test_a_fault_on_the_brief_is_named(built, mutant):
    caught(built.report(brief=mutant.change(built.brief)), mutant)


def test_a_build_that_does_not_come_out_the_same_again_is_named(built):
    for again in ((built.deck + b" ", built.brief), (built.deck, built.brief + b" ")):
        report = built.report(again=again)
        assert [problem.code for problem in report.problems] == ["BD488"] and not report.ok
    report = built.report(again=None)
    assert report.ok and [check.passed for check in report.checks if check.name.startswith("building")] == [None]


def test_an_edit_alone_is_only_a_remark(built):
    """Saving the deck elsewhere breaks the seal, which is said and is no fault."""
    report = built.report(deck=do.in_part("docProps/app.xml", do.swap("</Properties>", " </Properties>"))(built.deck))
    assert report.ok
    assert [(problem.code, problem.severity) for problem in report.problems] == [("BD404", Severity.REMARK)]


def test_another_layout_is_a_remark(built):
    deck = do.in_slide_tags(REGIONAL, do.sub(r'LAYOUT" val="[^"]*"', 'LAYOUT" val="Quote"'))(built.deck)
    report = built.report(deck=deck)
    assert report.ok
    assert "BD468" in {problem.code for problem in report.problems}


def with_points(outline: Outline, change: Callable[[Point], Point | None]) -> Outline:
    """The outline with every point changed; None leaves it out."""

    def points(given: tuple[Point, ...]) -> tuple[Point, ...]:
        changed = (change(replace(point, points=points(point.points))) for point in given)
        return tuple(point for point in changed if point is not None)

    return replace(
        outline, sections=tuple(replace(section, points=points(section.points)) for section in outline.sections)
    )


def swap_in(old: str, new: str) -> Callable[[Point], Point]:
    return lambda point: replace(point, say=point.say.replace(old, new), show=point.show.replace(old, new))


@pytest.mark.parametrize(
    ("name", "change", "check", "code"),
    [
        ("number", swap_in("$12 billion", "$15 billion"), BRIEF, "BD410"),
        ("hedge", swap_in("said to be informal", "informal"), BRIEF, "BD410"),
        ("negation", swap_in("won’t be", "will be"), BRIEF, "BD410"),
        ("name", swap_in("US president Trump", "US president"), BRIEF, "BD410"),
        ("point", lambda point: None if point.id == "p16" else point, IN_BRIEF, "BD421"),
        (
            "label",
            lambda point: replace(point, label="Attack") if point.label == "Defence" else point,
            IN_BRIEF,
            "BD426",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_both_files_from_another_outline_are_caught(built, name, change, check, code):
    """What no edit of the painted bytes can do to the brief: other words, properly set."""
    report = built.rebuilt(with_points(built.outline, change))
    found = next(one for one in report.checks if one.name == check)
    assert code in {problem.code for problem in found.problems}


def test_a_section_missing_from_both_files_is_caught(built):
    report = built.rebuilt(replace(built.outline, sections=built.outline.sections[:2]))
    failed = {check.name for check in report.checks if not check.passed}
    assert {SECTIONS, BOOKMARKS, IN_DECK, IN_BRIEF} <= failed


def test_sections_in_another_order_in_both_files_are_caught(built):
    first, second, third = built.outline.sections
    report = built.rebuilt(replace(built.outline, sections=(first, third, second)))
    codes = {
        problem.code for check in report.checks if check.name in (SECTIONS, BOOKMARKS) for problem in check.problems
    }
    assert codes == {"BD432"}


def test_points_in_another_order_in_both_files_are_caught(built):
    first, *rest = built.outline.sections
    report = built.rebuilt(replace(built.outline, sections=(replace(first, points=first.points[::-1]), *rest)))
    codes = {
        problem.code for check in report.checks if check.name in (DECK_ORDER, BRIEF_ORDER) for problem in check.problems
    }
    assert codes == {"BD435"}


@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        (swap_in("appropriate recalibration", "overdue recalibration"), "BD412", "overdue"),
        (lambda point: replace(point, show=" ".join(point.show.split()[::-1])), "BD413", "not a part"),
        (lambda point: replace(point, show=point.show.replace("over $12", "$12")), "BD414", "“over” before “$12”"),
        (lambda point: replace(point, show=point.show.replace("might have", "have")), "BD414", "“might”"),
        (lambda point: replace(point, lines=(99,)) if point.id == "p4" else point, "BD416", "no line 99"),
    ],
)
def test_an_outline_that_leaves_the_note_is_remarked_on(built, change, code, says):
    """The author may do so: it is said, and breaks nothing."""
    outline = with_points(built.outline, change)
    check = next(check for check in built.report(outline=outline).checks if check.name.startswith("the outline keeps"))
    found = [problem for problem in check.problems if problem.code == code]
    assert any(says in problem.message for problem in found)
    assert all(problem.severity is Severity.REMARK for problem in found)
    assert check.passed


def test_figures_terms_and_questions_are_held_against_their_lines(built):
    first, second, third = built.outline.sections
    figure = replace(second.figures[0], value="over $2 billion")
    term, *terms = built.outline.terms
    question, *questions = built.outline.questions
    outline = replace(
        built.outline,
        sections=(first, replace(second, figures=(figure,)), third),
        terms=(replace(term, meaning="a treaty of 1907"), *terms),
        questions=(replace(question, text="Why is the weather bad?"), *questions),
    )
    check = next(check for check in built.report(outline=outline).checks if check.name.startswith("the outline keeps"))
    said = [problem.message for problem in check.problems if problem.code == "BD415"]
    assert [message.split(" is not")[0].split(" in ")[0] for message in said] == [
        "the figure “over $2 billion”", "“treaty”", "“weather”"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "asked", "said"),
    [
        ("Do not touch the wire.", "Why should you not touch the wire?", []),
        ("The end cannot be known.", "Why can the end not be known?", []),
        ("The end can be known.", "Why can the end not be known?", ["“not”"]),
        ("Costs of the dam", "Do the costs outweigh the benefits?", ["“benefits”"]),
    ],
)
def test_a_question_may_turn_a_statement_around(built, line, asked, said):
    note = replace(built.note, lines=(replace(built.note.lines[0], text=line),))
    outline = replace(built.outline, questions=(Remark(text=asked, lines=(note.lines[0].number,)),))
    check = next(
        one
        for one in replace(built, note=note).report(outline=outline).checks
        if one.name.startswith("the outline keeps")
    )
    found = [problem.message for problem in check.problems if asked in problem.message]
    assert [message.split(" in ")[0] for message in found] == said


def test_a_note_that_changed_is_remarked_on(built):
    report = built.report(outline=replace(built.outline, digest="sha256:0"))
    assert [problem.code for problem in report.problems] == ["BD417"]
    assert report.ok


def test_a_line_of_the_note_that_nothing_cites_is_a_warning(built):
    outline = with_points(built.outline, lambda point: None if point.id in ("p10", "p11") else point)
    [problem] = [problem for problem in built.report(outline=outline).problems if problem.code == "BD420"]
    assert problem.message == "lines 10 to 11 of the note appear nowhere in the outline"
    assert problem.severity is Severity.WARNING
    assert problem.at.line == 10


def test_every_check_has_a_mutant():
    """A check that nothing makes fail proves nothing."""
    broken = {
        mutant.check
        for mutant in (
            *DECK,
            *PAPER,
            *FIGURES,
            *SUBTLE_DECK,
            *SUBTLE_BRIEF,
            *ARRANGED_DECK,
            *ARRANGED_BRIEF,
            *LAID_BRIEF,
            *STYLED_DECK,
            *STEP_DECK,
            *STEP_BRIEF,
        )
    }
    of_the_note = {promise.name for promise in PROMISES if "note" in promise.needs or "rebuild" in promise.needs}
    assert {promise.name for promise in PROMISES} == broken | of_the_note


def test_the_real_deck_saved_by_another_program_is_still_read(built):
    """python-pptx writes every part anew and renames some; what we carry in it survives, as it does in PowerPoint."""
    deck = Presentation(io.BytesIO(built.deck))
    out = io.BytesIO()
    deck.save(out)
    report = built.report(deck=out.getvalue())
    assert [problem.code for problem in report.problems] == ["BD404"]
    assert report.ok


def test_quotations_timelines_and_tables_are_held_against_their_lines(built):
    first, second, third = built.outline.sections
    changed = replace(
        second,
        quote=Quote(text="All is well.", by="A minister", lines=(5,)),
        timeline=(Moment(when="1907", what="A treaty", lines=(6,)),),
        table=Table(header=("India", "Peru"), rows=(("frayed", "mended"),), lines=(5,)),
    )
    outline = replace(built.outline, sections=(first, changed, third))
    check = next(check for check in built.report(outline=outline).checks if check.name.startswith("the outline keeps"))
    said = [problem.message.split(" is not")[0] for problem in check.problems if problem.code == "BD415"]
    assert said == [
        "the quotation “All is well.”", "the speaker “A minister”", "“1907” of the timeline",
        "“A treaty” of the timeline", "“Peru” in the table",
    ]  # fmt: skip


def test_the_clauses_of_a_long_sentence_are_held_against_it(built):
    outline = with_points(
        built.outline, lambda point: replace(point, more=("and so on",)) if point.show else point
    )  # fmt: skip
    check = next(check for check in built.report(outline=outline).checks if check.name.startswith("the outline keeps"))
    assert any("and so on" in problem.message or problem.code == "BD413" for problem in check.problems)


def test_cuts_that_are_listed_in_other_words_are_named():
    """Nobody sees them on the page: the list is all there is of them."""
    point = "Point {} of part {} says that there are {} rivers in that land and not one more"
    sections = tuple(
        Section(
            id="", title=f"Part {part}", points=tuple(Point(say=point.format(n, part, n * part)) for n in range(12))
        )
        for part in range(14)
    )
    outline = assign_ids(Outline(title="Rivers", sections=sections))
    made, furniture = make(outline, Order(only="brief")), read_look("", "en").furniture
    assert verify(None, made.brief, outline, None, furniture).problems == ()
    listed = b'"text": "Point'

    def reworded(pdf):
        cuts = pdf.Root.BriefdeckCuts.read_bytes()
        assert listed in cuts
        pdf.Root.BriefdeckCuts = pdf.make_stream(cuts.replace(listed, b'"text": "CAATSA', 1))

    found = verify(None, do.in_pdf(reworded)(made.brief), outline, None, furniture).problems
    assert [problem.code for problem in found] == ["BD424"]
