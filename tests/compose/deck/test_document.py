"""The deck as a whole: the seed, any outline, many sections, notes and direction."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from briefdeck.errors import BriefdeckError
from briefdeck.model.outline import Outline, Point, section_points, walk_sections
from briefdeck.model.page import Document, Part, SlotKind
from briefdeck.text.outline import load_outline
from compose.deck_text import deck_text
from compose.decks import assert_fits, deck, items, texts, titles
from compose.outlines import group, outline, outlines, section, words
from support.growth import exponent

TESTS = Path(__file__).parents[2]
SEED = "000_6d5ad8971962cae4"


@pytest.fixture(scope="module")
def seed() -> Document:
    text = (TESTS.parent / "outline.yaml").read_text(encoding="utf-8")
    return deck(load_outline(text, "outline.yaml")[0])


def test_the_seed_deck_is_as_it_was_approved(seed: Document, update_golden: bool):
    golden = TESTS / "golden" / SEED / "deck.txt"
    found = deck_text(seed)
    if update_golden:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_the_seed_fits(seed: Document):
    assert_fits(seed)


def test_composing_twice_gives_the_same(seed: Document):
    text = (TESTS.parent / "outline.yaml").read_text(encoding="utf-8")
    assert deck(load_outline(text, "outline.yaml")[0]) == seed


def test_the_figure_stands_beside_the_points_of_its_label(seed: Document):
    page = next(page for page in seed.pages if page.layout == "Figure")
    assert page.title == "Defence"
    assert items(page) == ["f6", "p6", "p7", "p8"]
    assert texts(page, "section") == ["What issues are likely to have been discussed at Sochi?"]


def test_the_figures_label_is_not_repeated_on_cards(seed: Document):
    assert Counter(item for page in seed.pages for item in items(page)).most_common(1)[0][1] == 1


def test_notes_say_the_full_sentence_and_where_it_stands():
    given = outline(
        section("A", Point(say="The long sentence.", show="Long", lines=(4, 6, 7)), notes="Ask them.\nThen wait.")
    )
    notes = [paragraph.text for paragraph in deck(given).pages[1].notes]
    assert notes == ["The long sentence. (lines 4, 6–7)", "Ask them.", "Then wait."]


def test_notes_name_the_label_once():
    given = outline(section("A", group("Label", "One.", "Two."), group("Other", words(9))))
    notes = [paragraph.text for page in deck(given).pages[1:] for paragraph in page.notes]
    assert notes == ["Label", "One.", "Two.", "Other", words(9)]


@given(outlines)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],  # shrinking takes minutes
)
def test_any_outline_becomes_a_deck_that_fits_or_a_located_problem(given: Outline):
    """The gate of `Document` holds, titles differ, every point appears in order, every text fits."""
    try:
        document = deck(given)
    except BriefdeckError as error:
        assert {problem.code for problem in error.problems} <= {"BD304", "BD305"}
        return
    assert len(set(map(str.casefold, titles(document)))) == len(document.pages)
    shown = list(dict.fromkeys(item for page in document.pages for item in items(page)))
    for part in walk_sections(given.sections):
        points = [one.id for one in section_points(part)]
        restated = len(part.points) == 1 and part.points[0].shown == part.title  # then the title says it
        expected = points[1:] if restated else points
        assert [item for item in shown if item in expected] == expected
    assert_fits(document)


def test_many_sections_take_time_in_proportion():
    def work(count):
        given = outline(
            *[section(f"Section {n}", *[f"Point {n}.{m} of the section." for m in range(4)]) for n in range(count)]
        )
        assert len(deck(given).pages) == count + 1
        return lambda: deck(given)

    assert exponent(work, 100) < 1.35


def test_five_hundred_points_in_one_section():
    document = deck(outline(section("A", *[words(12 + n % 9) for n in range(500)])))
    assert_fits(document)
    shown = [item for page in document.pages for item in items(page)]
    assert len(shown) == 500


def test_a_right_to_left_deck_is_mirrored():
    document = deck(outline(section("قسم", "نقطة", "أخرى"), section("قسم آخر", "x"), lang="ar"))
    panel = next(layout for layout in document.layouts if layout.name == "Agenda 2")
    assert panel.slot("title").frame.x > 480
    title = next(box for page in document.pages for box in page.boxes if box.slot == "title")
    assert title.content.paragraphs[0].ref.part is Part.TITLE
    assert panel.slot("title").kind is SlotKind.TITLE
