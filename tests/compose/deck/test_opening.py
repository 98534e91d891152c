"""The first slides: title, agenda, and how sections open and close."""

from __future__ import annotations

import pytest

from briefdeck.assets import read_look
from briefdeck.compose.deck.document import compose_deck
from briefdeck.errors import Severity
from briefdeck.model.identity import Identity
from briefdeck.pipeline import Order, make
from briefdeck.verify import verify
from compose.decks import deck, layouts, texts, titles
from compose.outlines import group, outline, remarks, section, words


def test_a_title_slide_shows_what_is_given_and_nothing_else():
    page = deck(outline(section(), title="T", school="S", class_="9B", date="1 May")).pages[0]
    assert [box.slot for box in page.boxes] == ["title", "byline"]
    assert texts(page, "byline") == ["S · 9B · 1 May"]


def test_one_section_has_no_agenda():
    assert "Agenda" not in layouts(deck(outline(section("A", "x"))))


def agenda_of(count):
    document = deck(outline(*[section(f"Section {n}", "x") for n in range(1, count + 1)]))
    return document, [page for page in document.pages if page.layout.startswith("Agenda")]


def test_the_agenda_links_and_numbers_the_sections():
    document, (page,) = agenda_of(2)
    rows = [box for box in page.boxes if box.slot.startswith("section ")]
    links = [paragraph.spans[0].link for box in rows for paragraph in box.content.paragraphs]
    assert links == [f"#{entry.id}" for entry in document.contents[1:]]
    assert [box.content.level_styles[0].bullet for box in rows] == ["#", "#2"]


def test_a_line_of_the_agenda_ends_before_no_unit():
    document = deck(outline(section("Minutes (5 min)", "x"), section("Other business", "x")))
    page = next(page for page in document.pages if page.layout.startswith("Agenda"))
    (line,) = [box for box in page.boxes if box.slot == "section 1"]
    assert "(5\u00a0min)" in line.content.paragraphs[0].text


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 7, 9, 11, 12, 13, 17, 24])
def test_an_agenda_is_one_slide_in_one_size(count):
    _, pages = agenda_of(count)
    assert len(pages) == 1
    rows = [box for box in pages[0].boxes if box.slot.startswith("section ")]
    assert [texts(pages[0], box.slot) for box in rows] == [[f"Section {n}"] for n in range(1, count + 1)]
    assert len({box.content.level_styles[0].size for box in rows}) == 1


def test_an_agenda_whose_lines_find_no_room_on_one_slide_goes_on_and_numbers_on():
    look = read_look("easy-reading")
    given = outline(*[section(f"हिन्दी अनुभाग {n}", "x") for n in range(1, 25)], lang="hi")
    document, _ = compose_deck(given, look, Identity(title="T", lang="hi", build="b"))
    pages = [page for page in document.pages if page.layout.startswith("Agenda")]
    rows = [box for page in pages for box in page.boxes if box.slot.startswith("section ")]
    assert len(rows) == 24
    assert rows[-1].content.level_styles[0].bullet == "#24"


def test_titles_with_numbers_of_their_own_get_no_second_number():
    document = deck(outline(*[section(f"{n}. Thing", lead="Lead.") for n in (1, 2, 3)]))
    rows = [box for box in document.pages[1].boxes if box.slot.startswith("section ")]
    assert {box.content.level_styles[0].bullet for box in rows} == {""}
    assert all(box.slot != "number" for page in document.pages for box in page.boxes)


def test_an_agenda_of_very_many_sections_is_left_out_and_said():
    given = outline(*[section(f"Section {n}", "x") for n in range(60)])
    document, said = compose_deck(given, read_look(), Identity(title="T", lang="en", build="b"))
    assert "Agenda" not in layouts(document)
    assert [(one.code, one.severity) for one in said] == [("BD306", Severity.REMARK)]


def test_a_section_of_several_slides_opens_beside_its_first_points():
    groups = [group(f"L{n}", *[words(12)] * 4) for n in range(2)]
    document = deck(outline(section("A", "One.", "Two.", *groups), section("B", "Three.")))
    opening = next(page for page in document.pages if page.layout == "Section with points")
    assert texts(opening, "number") == ["1"]
    assert texts(opening, "points") == ["One.", "Two."]


def test_a_section_of_one_slide_has_no_divider():
    assert layouts(deck(outline(section("A", "One.", "Two.")))) == ["Title", "Statements 2"]


def test_a_single_label_stands_above_its_points_under_the_sections_title():
    page = deck(outline(section("A", group("Label", "One.", "Two.", "Three.", "Four.")))).pages[1]
    assert (page.title, texts(page, "points")[0]) == ("A", "Label")


def test_subsections_show_their_parent_above_their_title():
    document = deck(outline(section("Parent", sections=(section("Child", "x"),))))
    assert titles(document)[1:] == ["Parent", "Child"]
    assert texts(document.pages[2], "section") == ["Parent"]


def test_closing_slides_come_in_order():
    document = deck(outline(section(), questions=remarks("Why?"), takeaways=remarks("So."), sources=remarks("There.")))
    assert titles(document)[-3:] == ["Questions to discuss", "Takeaways", "Sources"]


def test_a_section_that_only_holds_others_opens_with_their_titles():
    below = tuple(section(f"Part {n} of it", "One.", "Two.", "Three.") for n in range(6))
    given = outline(section("A", sections=below), section("B", "One."))
    page = next(page for page in deck(given).pages if page.title == "A")
    assert page.layout == "Section with points"
    assert texts(page, "points") == [one.title for one in below]
    made = make(given, Order())
    assert verify(made.deck, made.brief, given, None, read_look("", "en").furniture).problems == ()


@pytest.mark.parametrize("count", [1, 9])
def test_one_title_or_too_many_stand_on_slides_of_their_own_only(count):
    below = tuple(section(f"Part {n} of it", "One.", "Two.") for n in range(count))
    document = deck(outline(section("A", sections=below), section("B", "x")))
    page = next(page for page in document.pages if page.title == "A")
    assert page.layout == "Section"
