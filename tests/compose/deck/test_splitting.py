"""What does not fit one slide goes on on others, and titles are told apart."""

from __future__ import annotations

import pytest

from briefdeck.compose.deck import grid
from briefdeck.compose.deck.items import point_item
from briefdeck.compose.deck.split import as_list, smaller_items
from briefdeck.errors import Position
from briefdeck.model.outline import Point, Table
from compose.decks import assert_fits, deck, items, problems, texts, titles
from compose.outlines import outline, point, section, words


def test_a_long_list_is_split_in_balance():
    document = deck(outline(section("A", *[f"Point number {n} of those that there are." for n in range(8)])))
    assert titles(document)[1:] == ["A (1/2)", "A (2/2)"]
    assert [len(items(page)) for page in document.pages[1:]] == [4, 4]


def test_parts_of_one_list_are_set_alike():
    document = deck(outline(section("A", *[words(20) for _ in range(8)])))
    sizes = {box.content.level_styles[0].size for page in document.pages for box in page.boxes if box.slot == "points"}
    assert len(sizes) == 1


def test_a_point_too_long_for_a_slide_is_cut_between_sentences():
    document = deck(outline(section("A", " ".join([words(25)] * 14))))
    shown = [text for page in document.pages for text in texts(page, "points") + texts(page, "statement 1")]
    assert " ".join(shown) == " ".join([words(25)] * 14)
    assert len(document.pages) > 2
    assert_fits(document)


def test_a_full_stop_within_a_number_or_an_address_ends_no_sentence():
    said = " ".join([f"{words(24)[:-1]} at example.org/a/b costs $1,234.56."] * 12)
    document = deck(outline(section("A", said)))
    shown = [text for page in document.pages for text in texts(page, "points") + texts(page, "statement 1")]
    assert len(shown) > 1
    assert all(text.endswith("$1,234.56.") for text in shown)
    chinese = "光合作用是植物利用阳光把水变成糖的过程。" * 40
    document = deck(outline(section("A", chinese), lang="zh"))
    shown = [text for page in document.pages for text in texts(page, "points") + texts(page, "statement 1")]
    assert len(shown) > 1
    assert all(text.endswith("过程。") for text in shown)


def test_a_word_too_long_for_a_slide_is_a_problem_at_its_line():
    (problem,) = problems(outline(section("A", point("x" * 3000, at=Position("outline.yaml", 12, 9)))))
    assert (problem.code, problem.at.line) == ("BD304", 12)


def test_a_long_table_repeats_its_header():
    rows = tuple((f"Row {n}", words(6)) for n in range(30))
    document = deck(outline(section("A", table=Table(header=("Name", "What"), rows=rows))))
    tables = [box.content for page in document.pages for box in page.boxes if box.slot == "table"]
    assert len(tables) > 1
    assert {table.rows[0][0].text for table in tables} == {"Name"}
    assert [row[0].text for table in tables for row in table.rows[1:]] == [row[0] for row in rows]
    assert_fits(document)


def test_titles_are_unique_and_the_sections_own_stay():
    document = deck(
        outline(
            section("Same", "x", sections=(section("Sub", "a"),)),
            section("Other", "y", sections=(section("Sub", "b"),)),
            section("Same", "z"),
            section("Agenda", "z"),
        )
    )
    assert len(set(map(str.casefold, titles(document)))) == len(document.pages)
    assert {"Same", "Same (2)", "Sub", "Sub (Other)", "Agenda", "Agenda (2)"} <= set(titles(document))


def test_a_very_long_title_stands_in_full_on_its_opening():
    long = words(60)
    document = deck(outline(section(long, "One.", "Two."), section("B", "x")))
    shown = titles(document)
    assert long in shown
    assert any(title.endswith("…") or "… (" in title for title in shown)
    assert_fits(document)


def test_a_title_of_three_lines_takes_the_room_of_the_sections_name():
    long = words(16)
    document = deck(outline(section("A", sections=(section(long, words(9), words(9)),)), section("B", "x")))
    page = next(page for page in document.pages if page.title == long)
    title = next(box for box in page.boxes if box.slot == "title")
    assert title.frame.y == grid.EYEBROW.y and title.frame.bottom == grid.TITLE.bottom
    assert "section" not in [box.slot for box in page.boxes]
    assert not any("…" in shown for shown in titles(document))
    assert_fits(document)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_title_that_its_opening_cannot_hold_stands_in_full_on_the_next_slide(lang):
    long = words(120)
    document = deck(outline(section(long, "One.", "Two."), section("B", "x"), lang=lang))
    assert long in [text for page in document.pages for box in page.boxes for text in texts(page, box.slot)]
    assert_fits(document)


def test_a_title_that_no_slide_can_hold_is_a_problem():
    assert "BD305" in [problem.code for problem in problems(outline(section(words(400), "x")))]


def test_a_label_is_not_parted_from_the_only_point_that_it_governs():
    clauses = tuple(f"{name} {words(70)}" for name in ("First", "Second", "Third"))
    only = Point(say=" ".join(("Head", *clauses)), show=f"Head {words(70)}", more=clauses)
    first, *others = smaller_items(as_list(point_item(Point(label="Leaves", points=(only,)), "s")))
    assert [one.text.split()[0] for one in first.words] == ["Leaves", "Head", "First"]
    assert [one.words[0].text.split()[0] for one in others] == ["Second", "Third"]
    first, *others = smaller_items(first)
    assert [[one.text.split()[0] for one in part.words] for part in (first, *others)] == [["Leaves", "Head"], ["First"]]
