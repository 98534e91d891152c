"""How the author wants the deck: titles, builds, furniture, timing."""

from __future__ import annotations

import re

import pytest

from briefdeck.assets import read_look
from briefdeck.compose.deck.document import compose_deck
from briefdeck.model.contents import OPENING
from briefdeck.model.identity import Identity
from briefdeck.model.outline import DeckSettings, Outline, Table
from briefdeck.model.page import Document, Page, Part, Ref, Text, refs
from briefdeck.model.values import replace
from briefdeck.pipeline import Order, make
from briefdeck.verify import verify
from compose.outlines import group, outline, point, remarks, section, words

SAYS = ("Leaves eat light", "Roots drink water", "Stems carry both", "Flowers wait for bees")


def lesson(**settings: object) -> Outline:
    made = outline(
        section(
            "Plants", *(point(say, lines=(n,)) for n, say in enumerate(SAYS, 2)), question="What do plants live on?"
        ),
        section(
            "Animals",
            group("Birds", "They fly", "They sing"),
            group("Fish", "They swim", "They are silent"),
            layout="Cards 2",
        ),
        section("Why do we care?", "We eat them all"),
        questions=remarks("Why are leaves green?"),
    )
    return replace(made, deck=DeckSettings(**settings))


def of(*sections, **settings: object) -> Outline:
    return replace(outline(*sections), deck=DeckSettings(**settings))


def deck(given: Outline, lang: str = "en") -> Document:
    given = replace(given, lang=lang)
    return compose_deck(given, read_look("", lang), Identity(title=given.title, lang=lang, build="b"))[0]


def titles(document: Document) -> list[str]:
    return [page.title for page in document.pages]


def texts(page: Page) -> list[str]:
    return [p.text for box in page.boxes if isinstance(box.content, Text) for p in box.content.paragraphs]


def passes(given: Outline, lang: str = "en") -> bool:
    given = replace(given, lang=lang)
    made = make(given, Order(only="deck"))
    report = verify(made.deck, None, given, None, read_look("", lang).furniture)
    assert report.problems == ()
    return True


def test_assertions_put_the_first_point_in_the_titles_place_and_the_title_above():
    document = deck(lesson(titles="assertion"))
    page = next(page for page in document.pages if page.title == SAYS[0])
    assert "Plants" in texts(page)
    assert texts(page).count(SAYS[0]) == 1, "said once: in the title, not again below"
    assert [ref.item for ref in refs(page) if ref.part is Part.SHOW] == ["p2", "p3", "p4", "p5"]
    assert Ref(page.entry, "", Part.TITLE) in list(refs(page))


def test_an_assertion_that_takes_more_than_two_lines_stays_a_point():
    document = deck(of(section("Long", words(40), "Short"), titles="assertion"))
    assert "Long" in titles(document)


@pytest.mark.parametrize(
    "first",
    ["7 hours or more", "run from 12 to 23 January", '"Snoring is harmless." - No.', "Why do we sleep?", "Priya"],
)
def test_what_asserts_nothing_is_no_title(first):
    document = deck(of(section("Sleep", first, "Dreams come late"), titles="assertion"))
    assert titles(document)[-1] == "Sleep"


def test_the_first_of_several_steps_stays_one_of_them():
    steps = replace(section("Tips", *SAYS), numbered=True)
    assert titles(deck(of(steps, titles="assertion")))[-1] == "Tips"
    assert titles(deck(of(section("Tips", *SAYS), titles="assertion")))[-1] == SAYS[0]


def test_cards_and_lone_points_keep_their_titles():
    found = titles(deck(lesson(titles="assertion")))
    assert {"Animals", "Why do we care?"} <= set(found)


def test_questions_ask_what_the_author_asks_or_a_fixed_phrase_and_leave_questions_alone():
    found = titles(deck(lesson(titles="question")))
    assert "What do plants live on?" in found
    assert "Animals: what should we know?" in found
    assert "Why do we care?" in found


def test_a_title_with_a_colon_is_not_asked_with_a_second_one():
    assert titles(deck(of(section("Inflation: 1923", *SAYS), titles="question")))[-1] == "Inflation: 1923"


@pytest.mark.parametrize("mode", ["topic", "question", "assertion"])
@pytest.mark.parametrize("lang", ["en", "ar", "ja"])
def test_every_mode_keeps_every_promise(mode, lang):
    everything = ("agenda", "sections", "questions", "recap", "exit ticket", "timing")
    assert passes(lesson(titles=mode, builds=True, furniture=everything), lang)


def test_furniture_adds_what_is_listed_and_nothing_else():
    usual, bare = titles(deck(lesson())), titles(deck(lesson(furniture=("none",))))
    assert {"Agenda", "Questions to discuss"} <= set(usual)
    assert not {"Agenda", "Questions to discuss", "Recap", "Exit ticket"} & set(bare)
    found = titles(deck(lesson(furniture=("recap", "exit ticket", "questions"))))
    assert found[-3:] == ["Recap", "Questions to discuss", "Exit ticket"]


def test_questions_that_are_left_out_are_listed_as_cut():
    document = deck(lesson(furniture=("agenda",)))
    assert [cut.id for cut in document.cuts] == ["questions"]
    assert deck(lesson()).cuts == ()
    assert passes(lesson(furniture=("agenda",)))


def test_sections_of_several_slides_open_with_a_slide_only_where_wanted():
    long = section("Long", *(words(12, f"word{n}") for n in range(20)))
    opened, plain = (deck(of(long, furniture=wanted)) for wanted in (("sections",), ("none",)))
    assert any(page.layout.startswith("Section") for page in opened.pages)
    assert not any(page.layout.startswith("Section") for page in plain.pages)


def test_a_recap_says_the_first_point_of_every_section():
    page = next(page for page in deck(lesson(furniture=("recap",))).pages if page.title == "Recap")
    shown = " ".join(texts(page))
    assert all(said in shown for said in ("Plants", SAYS[0], "Animals", "They fly", "We eat them all"))


def test_the_timing_plan_is_in_the_notes_and_adds_up():
    document = deck(lesson(furniture=("agenda", "timing")))
    opening = [page for page in document.pages if page.entry == OPENING][-1]
    plan = [note.text for note in opening.notes]
    minutes = [int(re.search(r"\d+", line)[0]) for line in plan]
    assert [line.split(":")[0] for line in plan[:-1]] == ["Plants", "Animals", "Why do we care?"]
    assert minutes[-1] == sum(minutes[:-1]) >= 3
    assert any("about" in note.text for page in document.pages if page.title == "Plants" for note in page.notes)


def test_builds_go_point_by_point_and_never_on_the_title_or_the_agenda():
    document = deck(lesson(builds=True))
    built = {page.title: [box.build for box in page.boxes if box.build] for page in document.pages}
    assert built["Plants"] == ["whole"] * 4
    assert built["Animals"] == ["whole", "whole"]
    assert not any(built[page.title] for page in document.pages if page.entry == OPENING)
    assert not any(box.build for page in deck(lesson()).pages for box in page.boxes)


def test_the_points_of_a_list_build_one_by_one():
    given = outline(section("Plants", *[f"{say}, as everybody knows who has a garden" for say in SAYS]))
    page = deck(replace(given, deck=DeckSettings(builds=True))).pages[-1]
    assert [box.build for box in page.boxes if box.build] == ["paragraphs"]


def test_what_is_one_thing_does_not_build():
    table = Table(header=("a", "b"), rows=(("1", "2"),))
    document = deck(of(section("Only", "One point"), section("T", table=table), builds=True))
    assert not any(box.build for page in document.pages for box in page.boxes)
