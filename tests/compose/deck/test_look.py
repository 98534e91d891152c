"""What people found ugly on slides of real notes: said twice, half empty, parted where it belongs together."""

from __future__ import annotations

import pytest

from briefdeck.assets import read_look
from briefdeck.compose.deck.document import compose_deck
from briefdeck.compose.deck.gallery import OFFERED
from briefdeck.compose.deck.layouts import LAYOUTS
from briefdeck.compose.deck.seating import Kind
from briefdeck.model.identity import Identity
from briefdeck.model.outline import Figure, Point
from briefdeck.model.page import Box, Document, Page, Text
from compose.outlines import group, outline, point, section, words

LONG = "A title that is so long that it needs a second line in any column"


def deck(given) -> Document:
    return compose_deck(given, read_look(), Identity(title=given.title, lang="en", build="b"))[0]


def boxes(page: Page, start: str) -> list[Box]:
    return [box for box in page.boxes if box.slot.startswith(start) and isinstance(box.content, Text)]


def texts(page: Page) -> list[str]:
    return [one.text.replace("\u00a0", " ") for box in boxes(page, "") for one in box.content.paragraphs]


# ---- the agenda ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", range(7, 25))
def test_the_columns_of_an_agenda_are_even(count):
    page = deck(outline(*[section(f"Section {n}", "x") for n in range(count)])).pages[1]
    rows = boxes(page, "section ")
    left = sum(box.frame.x == rows[0].frame.x for box in rows)
    assert len(rows) == count
    assert left - (count - left) in (0, 1)


@pytest.mark.parametrize(("count", "slides"), [(10, 1), (16, 1), (18, 2), (24, 2)])
def test_an_agenda_of_many_sections_says_their_titles_in_full(count, slides):
    pages = deck(outline(*[section(f"{LONG} {n}"[:70], "x") for n in range(count)])).pages[1 : 1 + slides]
    assert all(page.layout.startswith("Agenda") for page in pages)
    assert not [text for page in pages for text in texts(page) if "…" in text]
    assert sum(len(boxes(page, "section ")) for page in pages) == count


def test_titles_too_long_for_any_agenda_are_shortened_on_one_slide():
    pages = deck(outline(*[section(f"{words(40)} {n}", "x") for n in range(18)])).pages
    assert [page.layout for page in pages if page.layout.startswith("Agenda")] == ["Agenda 18"]
    assert all("…" in text for box in boxes(pages[1], "section ") for text in [box.content.paragraphs[0].text])


def test_an_agenda_of_ten_is_set_as_large_as_running_text():
    page = deck(outline(*[section(f"Section {n}", "x") for n in range(10)])).pages[1]
    assert {box.content.level_styles[0].size for box in boxes(page, "section ")} == {28.0}


# ---- said once -----------------------------------------------------------------------------------------------------


def test_the_only_point_of_a_section_is_not_said_below_a_title_that_says_it():
    only = Point(say="Sun Microsystems", lines=(3,), points=(point("It was small."), point("It grew fast.")))
    document = deck(outline(section("Sun microsystems:", only)))
    (page,) = document.pages[1:]
    assert "Sun Microsystems" not in texts(page)
    assert {"It was small.", "It grew fast."} <= set(texts(page))
    assert [(cut.id, cut.reason) for cut in document.cuts] == [("p3", "it says what the slide's title says")]
    assert page.notes[0].text.startswith("Sun Microsystems")


@pytest.mark.parametrize(
    "points",
    [
        (Point(say="Sun Microsystems"),),
        (Point(say="Sun Microsystems", points=(point("It was small."),)), Point(say="Another.")),
        (Point(say="Another", points=(point("It was small."),)),),
    ],
)
def test_what_is_needed_below_a_title_stays(points):
    document = deck(outline(section("Sun Microsystems", *points)))
    assert points[0].say in [text for page in document.pages[1:] for text in texts(page)[1:]]
    assert not document.cuts


def test_points_that_name_what_stands_below_them_are_cards():
    sides = [Point(say=name, points=(point(words(9)), point(words(8)))) for name in ("Microsoft", "What is PayPal?")]
    (page,) = deck(outline(section("A", *sides))).pages[1:]
    assert page.layout.lower().endswith("cards 2")


def test_sentences_are_no_names():
    sides = [Point(say=f"{words(7)}.", points=(point(words(9)), point(words(8)))) for _ in range(2)]
    (page,) = deck(outline(section("A", *sides))).pages[1:]
    assert "cards" not in page.layout.lower()


def test_what_stands_below_a_point_opens_no_slide_without_it():
    below = [Point(say=words(18), points=(point(f"{words(12)} below"),)) for _ in range(9)]
    document = deck(outline(section("A", Point(say=f"{words(14)} head", points=tuple(below)))))
    texts = [box.content.paragraphs for page in document.pages[2:] for box in boxes(page, "statement")]
    assert len(texts) > 4
    assert all(paragraphs[0].level == 0 for paragraphs in texts)
    assert not any(paragraphs[0].text.endswith("below") for paragraphs in texts)


# ---- neither empty nor lonely ---------------------------------------------------------------------------------------


def test_cards_of_one_section_are_equally_high_and_no_higher_than_they_need():
    labels = [group(f"A label of many words that needs two {n}", words(w)) for n, w in enumerate((12, 6, 5, 6))]
    together = deck(outline(section("A", *labels))).pages[1:]
    (alone,) = deck(outline(section("A", *labels[2:]))).pages[1:]
    assert [page.layout for page in together] == ["Middle cards 2"] * 2
    assert alone.layout == "Low cards 2"


def test_cards_with_far_less_to_say_are_lower_than_others_of_their_section():
    labels = [group(f"Label {n}", *[words(w)] * 2) for n, w in enumerate((12, 12, 5, 5))]
    pages = deck(outline(section("A", *labels))).pages[1:]
    assert [page.layout for page in pages] == ["Cards 2", "Middle cards 2"]


def test_a_vocabulary_stands_in_rows_rather_than_on_empty_cards():
    meanings = ("relating to lungs", "the intervening time", words(14))
    given = section("Words", *[Point(label=f"Word {n}", say=said) for n, said in enumerate(meanings)])
    assert [page.layout for page in deck(outline(given)).pages[1:]] == ["Labels 3"]


def test_three_things_are_not_counted_up_in_two_columns():
    counted = Point(say="There are these:", points=tuple(point(f"Thing {n}") for n in range(3)))
    (page,) = deck(outline(section("A", counted))).pages[1:]
    assert page.layout == "Statement with points"


def test_five_short_points_are_no_columns():
    (page,) = deck(outline(section("A", *[f"Point {n} is said." for n in range(5)]))).pages[1:]
    assert page.layout == "Points"


def test_a_point_that_opens_a_section_alone_has_no_bullet():
    given = section("A", "One thing.", group("Label", *[words(12)] * 3), group("Other", *[words(12)] * 4))
    opening = deck(outline(given)).pages[1]
    (said,) = boxes(opening, "statement")
    assert not said.content.paragraphs[0].style.bullet
    assert said.content.paragraphs[0].style.size == 32


def test_a_number_stands_on_one_line_where_it_can():
    value = "over $12 billion"
    said = Point(say=f"India has orders of {value}.", lines=(2,))
    figures = (Figure(value=value, caption="orders", lines=(2,)),)
    (page,) = deck(outline(section("A", said, words(12), figures=figures))).pages[1:]
    (number,) = boxes(page, "figure")
    style = number.content.paragraphs[0].style
    assert page.layout == "Figure"
    assert style.size * 0.4 * len(value) < number.frame.width


# ---- sizes ---------------------------------------------------------------------------------------------------------


def test_what_stands_below_a_point_is_one_step_smaller():
    lists = next(one for one in LAYOUTS if one.layout.name == "Points").seat(Kind.POINT)
    assert [tuple(style.size for style in lists.levels(step)) for step in range(4)] == [
        (28, 24, 22),
        (24, 22, 20),
        (22, 20, 18),
        (20, 18, 18),
    ]


# ---- what belongs together -----------------------------------------------------------------------------------------


def test_no_line_ends_within_a_range_of_numbers():
    said = f"{words(14)} 1950-51 and 1990-91, well-known, 2020-02-13."
    (page,) = deck(outline(section("A", said))).pages[1:]
    shown = " ".join(texts(page))
    assert "1950\u201151" in shown
    assert "1990\u201191" in shown
    assert "2020\u201102\u201113" in shown
    assert "well-known" in shown


def test_the_last_word_is_not_left_alone_behind_one_with_a_hyphen():
    sizes = range(60, 110)
    found = [texts_of for n in sizes for texts_of in [last_words(f"{'x' * 5} " * (n // 6) + "y" * (n % 6 + 1))]]
    assert any("un\u2011Islamic\u00a0customs" in text for text in found)


def last_words(start: str) -> str:
    (page,) = deck(outline(section("A", f"{start} un-Islamic customs", "Another."))).pages[1:]
    return "\n".join(one.text for box in boxes(page, "") for one in box.content.paragraphs)


def test_a_range_on_a_single_line_is_left_as_it_is():
    (page,) = deck(outline(section("A", "In 1950-51."))).pages[1:]
    assert "In 1950-51." in texts(page)


# ---- the gallery of layouts ----------------------------------------------------------------------------------------


def test_a_deck_carries_the_layouts_that_it_uses_and_the_plain_ones():
    document = deck(outline(section("A", "One.", "Two."), section("B", "Three.")))
    names = [layout.name for layout in document.layouts]
    assert set(names) == OFFERED | {page.layout for page in document.pages}
    assert names == [one.layout.name for one in LAYOUTS if one.layout.name in names]


def test_what_every_deck_offers_is_in_the_table():
    assert {one.layout.name for one in LAYOUTS} >= OFFERED
    assert len(OFFERED) <= 16
