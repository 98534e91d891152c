"""Steps keep their numbers: in lists, on cards, below a line that announces them, and over several slides."""

from __future__ import annotations

from collections.abc import Iterator

from briefdeck.assets import read_look
from briefdeck.compose.deck.document import compose_deck
from briefdeck.compose.deck.preview_text import labels
from briefdeck.model.identity import Identity
from briefdeck.model.outline import DeckSettings, Outline, Section
from briefdeck.model.page import Text
from briefdeck.model.values import replace
from briefdeck.pipeline import Order, make
from briefdeck.verify import verify
from compose.outlines import group, outline, point, section, words
from verify.mutations import in_notes, swap

LOOK = read_look("", "en")


def numbers(given: Section) -> list[list[str]]:
    """The numbers before the paragraphs of each slide of the section, in order."""
    document, _ = compose_deck(outline(given), LOOK, Identity(title="Deck", lang="en", build="b"))
    return [[*_numbers(page.boxes)] for page in document.pages if page.title.startswith(given.title)]


def _numbers(boxes) -> Iterator[str]:
    for box in boxes:
        if isinstance(box.content, Text):
            yield from (mark for mark in labels(box.content.paragraphs) if mark.isdigit())


def _codes(deck: bytes, given: Outline) -> set[str]:
    return {problem.code for problem in verify(deck, None, given, None, LOOK.furniture).problems}


def test_a_list_of_steps_is_numbered_and_what_stands_below_one_is_not():
    steps = section("Do", "Wash it", point("Weigh it", points=(point("Twice"),)), *["Dry it"] * 4, numbered=True)
    assert numbers(steps) == [["1", "2", "3", "4", "5", "6"]]


def test_numbers_go_on_from_slide_to_slide():
    slides = numbers(section("Do", *(words(18) for _ in range(14)), numbered=True))
    assert len(slides) > 1
    assert [number for slide in slides for number in slide] == [str(number) for number in range(1, 15)]


def test_what_stands_among_steps_and_is_none_has_no_number_and_takes_none():
    aside = point("Mind the glass", counted=False)
    said = [point("Ask first", counted=False), "Wash it", "Weigh it", aside, "Dry it", aside, aside]
    assert numbers(section("Do", *said, numbered=True)) == [["1", "2", "3"]]


def test_every_layout_shows_the_number():
    said = "Stir until all of it has gone, which takes a minute"
    for steps in (["Mix", "Knead", "Bake"], [said, said], [group("Mix", said), group("Bake", said)]):
        expected = [str(number) for number in range(1, len(steps) + 1)]
        assert numbers(section("Do", *steps, numbered=True)) == [expected]


def test_steps_are_counted_below_a_line_and_under_a_label():
    below = tuple(map(point, ("Open it", "Read it", "Close it")))
    assert numbers(section("Do", "Be quick", point("Do this:", points=below, numbered=True))) == [["1", "2", "3"]]
    assert numbers(section("Do", point("", label="Then", points=below, numbered=True))) == [["1", "2", "3"]]


def test_a_step_too_long_for_a_slide_is_counted_once():
    slides = numbers(section("Do", "Wash it", " ".join(words(40) for _ in range(9)), "Dry it", numbered=True))
    assert [number for slide in slides for number in slide] == ["1", "2", "3"]


def test_points_that_are_no_steps_have_no_numbers():
    assert numbers(section("Say", "One thing", "Another thing")) == [[]]


def test_the_notes_say_the_number_of_each_step():
    steps = section("Do", "Wash it", group("Weigh it", "Twice"), point("Dry it", label="Last", points=(point("Long"),)))
    document, _ = compose_deck(outline(replace(steps, numbered=True)), LOOK, Identity(title="D", lang="en", build="b"))
    said = [paragraph.text for page in document.pages[1:] for paragraph in page.notes]
    assert said == ["1. Wash it", "2. Weigh it", "Twice", "3. Last: Dry it", "Long"]


def test_steps_below_the_only_point_keep_their_numbers_where_the_title_says_that_point():
    below = tuple(map(point, ("Open the box", "Read it", "Close it")))
    assert numbers(section("How to do it", point("How to do it", points=below, numbered=True))) == [["1", "2", "3"]]


def test_verify_names_a_number_in_the_notes_that_is_not_the_step_s():
    given = outline(section("Do", "Wash it", "Weigh it", numbered=True))
    deck = make(given, Order()).deck
    assert deck is not None
    assert "BD411" not in _codes(deck, given)
    assert "BD411" in _codes(in_notes("Wash it", swap("1. ", "2. "))(deck), given)


def test_a_deck_and_a_brief_with_steps_keep_every_promise():
    given = outline(section("Do", "Wash it", group("Weigh it", "Twice", "And once more"), "Dry it", numbered=True))
    made = make(given, Order())
    assert verify(made.deck, made.brief, given, None, LOOK.furniture).problems == ()


def test_steps_keep_their_numbers_when_others_are_left_out():
    goes_first = point(words(18), priority=9)
    given = section("Do", goes_first, *(words(18) for _ in range(6)), numbered=True)
    few = replace(outline(given), deck=DeckSettings(max_slides=2, furniture=("none",)))
    document, _ = compose_deck(few, LOOK, Identity(title="Deck", lang="en", build="b"))
    assert document.cuts
    shown = [number for page in document.pages for number in _numbers(page.boxes)]
    assert shown == [str(number) for number in range(2, len(shown) + 2)]


def test_what_stands_below_a_step_on_the_last_level_does_not_begin_the_count_again():
    """A seat has two levels: what is deeper stands on the second, where programs would count from one behind it."""
    deep = point("", label="Then", numbered=True, points=(
        point("Open it"), point("Read it", label="Page", more=("and all of it",), show="Read"), point("Close it"),
    ))  # fmt: skip
    given = section("Do", point("Wash your hands for as long as it takes to sing this song twice", points=(deep,)))
    assert numbers(given) == [["1", "2", "3"]]
