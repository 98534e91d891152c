"""A deck of at most so many slides: what has no room is listed as cut, and said in the speaker notes."""

from __future__ import annotations

import pytest

from briefdeck.assets import read_look
from briefdeck.compose.deck.document import compose_deck
from briefdeck.model.identity import Identity
from briefdeck.model.outline import DeckSettings, Outline, Term, section_points, walk_sections
from briefdeck.model.page import Document
from briefdeck.model.values import replace
from briefdeck.pipeline import Order, make
from briefdeck.verify import verify
from compose.outlines import group, outline, point, section

SAID = "The river number {} of this long country carries water to the sea all year"


def book(chapters: int = 6, points: int = 12) -> Outline:
    """A long outline; every chapter has a section below it."""
    return outline(
        *(
            section(
                f"Chapter of {name}",
                *(SAID.format(f"{chapter}.{number}") for number in range(points)),
                sections=(section(f"More on {name}", *(SAID.format(f"{chapter}.{n}b") for n in range(points))),),
            )
            for chapter, name in enumerate(("Asia", "Africa", "Europe", "America", "Oceania", "Home")[:chapters])
        )
    )


def deck(given: Outline, most: int | None) -> tuple[Document, list[str]]:
    given = replace(given, deck=DeckSettings(max_slides=most))
    made, problems = compose_deck(given, read_look("", "en"), Identity(title="Rivers", lang="en", build="b"))
    return made, [problem.code for problem in problems]


def spoken(document: Document) -> str:
    lines = (paragraph.spans for page in document.pages for paragraph in page.notes)
    return "\n".join(span.text for spans in lines for span in spans)


@pytest.mark.parametrize("most", [30, 15, 8, 4])
def test_the_deck_keeps_to_the_limit_and_the_notes_say_the_rest(most):
    made, codes = deck(book(), most)
    assert len(made.pages) <= most
    assert not codes
    notes = spoken(made)
    for one in walk_sections(book().sections):
        assert all(said.say in notes for said in section_points(one))


def test_without_a_limit_or_within_it_nothing_is_cut():
    whole, _ = deck(book(), None)
    assert not whole.cuts
    assert deck(book(), len(whole.pages))[0].pages == whole.pages


def test_points_go_before_sections_and_each_cut_says_why():
    made, _ = deck(book(), 16)
    shown = {page.entry for page in made.pages}
    assert all(one.id in shown for one in made.contents)  # chapters and what is below them all have their slide
    assert made.cuts
    assert all("16 slides" in cut.reason and "notes" in cut.reason for cut in made.cuts)


def test_a_priority_keeps_a_point_on_its_slide():
    kept = point(SAID.format("that matters"), priority=1)
    given = outline(section("Rivers", *(SAID.format(n) for n in range(40)), kept), section("Lakes", "They are still"))
    made, _ = deck(given, 5)
    assert kept.say not in {cut.text for cut in made.cuts}


def test_a_label_goes_with_what_it_governs():
    groups = (group(f"Group {n}", *(SAID.format(f"{n}.{m}") for m in range(4))) for n in range(8))
    given = outline(section("Rivers", *groups), section("Lakes", "They are still"))
    limit = replace(given, deck=DeckSettings(max_slides=5))
    pair = make(limit, Order())
    report = verify(pair.deck, pair.brief, limit, None, read_look("", "en").furniture)
    assert report.problems == ()


def test_a_limit_that_cannot_be_kept_is_said():
    terms = tuple(Term(id=f"t{n}", term=f"Word {n}", meaning=SAID.format(n)) for n in range(30))
    made, codes = deck(replace(book(2, 2), terms=terms), 3)
    assert len(made.pages) > 3
    assert codes == ["BD335"]


def test_verify_finds_a_sentence_that_neither_slides_nor_notes_say():
    limit = replace(book(), deck=DeckSettings(max_slides=10))
    pair = make(limit, Order(only="deck"))
    furniture = read_look("", "en").furniture
    assert verify(pair.deck, None, limit, None, furniture).problems == ()
    first = limit.sections[0]
    changed = replace(first, points=(*first.points[:-1], replace(first.points[-1], say="Nobody has ever said this")))
    other = replace(limit, sections=(changed, *limit.sections[1:]))
    codes = {problem.code for problem in verify(pair.deck, None, other, None, furniture).problems}
    assert "BD423" in codes


def test_the_order_limits_what_the_outline_does_not():
    pair = make(book(), Order(only="deck", max_slides=9))
    assert pair.deck_document is not None
    assert len(pair.deck_document.pages) <= 9
