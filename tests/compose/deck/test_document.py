"""The deck: what stands on which slide, in which order, and that all of it fits."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from briefdeck.assets import read_look
from briefdeck.compose.deck import grid
from briefdeck.compose.deck.document import compose_deck
from briefdeck.compose.deck.layouts import layouts_for
from briefdeck.compose.type.measure import HEIGHT_MARGIN, DeckMeasure
from briefdeck.errors import BriefdeckError, Position, Severity
from briefdeck.model.identity import Identity
from briefdeck.model.outline import Figure, Outline, Point, Side, Table, section_points, walk_sections
from briefdeck.model.page import ChartContent, Document, Page, Part, SlotKind, Text, refs
from briefdeck.model.values import replace
from briefdeck.text.outline import load_outline
from compose.deck_text import deck_text
from compose.outlines import group, outline, outlines, point, remarks, section, words
from support.growth import exponent

TESTS = Path(__file__).parents[2]
SEED = "000_6d5ad8971962cae4"


def deck(given: Outline) -> Document:
    document, _ = compose_deck(
        given, read_look("", given.lang), Identity(title=given.title, lang=given.lang, build="b")
    )
    return document


def layouts(document: Document) -> list[str]:
    return [page.layout for page in document.pages]


def titles(document: Document) -> list[str]:
    return [page.title.replace("\u00a0", " ") for page in document.pages]


def items(page: Page) -> list[str]:
    """The ids on a page, in order, each once."""
    return list(dict.fromkeys(ref.item for ref in refs(page) if ref.item))


def texts(page: Page, slot: str) -> list[str]:
    """Its paragraphs; the spaces at which a line should not end are spaces like others here."""
    return [
        paragraph.text.replace("\u00a0", " ")
        for box in page.boxes
        if box.slot == slot and isinstance(box.content, Text)
        for paragraph in box.content.paragraphs
    ]


def problems(given: Outline) -> tuple:
    with pytest.raises(BriefdeckError) as raised:
        deck(given)
    return raised.value.problems


def assert_fits(document: Document) -> None:
    """Every text fits its box by measure, keeps the floors, and its box is its slot's."""
    measure = DeckMeasure(document.look)
    for number, page in enumerate(document.pages, 1):
        seating = next(one for one in layouts_for(document.identity.lang) if one.layout.name == page.layout)
        for box in page.boxes:
            slot = seating.layout.slot(box.slot)
            if not isinstance(box.content, Text):
                room = slot.frame
                if isinstance(box.content, ChartContent):  # may take the place of a caption that it has not
                    room = replace(room, height=grid.BOTTOM - room.y)
                assert room.contains(box.frame)
                continue
            if slot.kind is SlotKind.TITLE:  # may grow over what would stand above it
                assert box.frame.contains(slot.frame)
                assert not any(box.frame.overlaps(other.frame) for other in page.boxes if other is not box)
            else:
                assert box.frame == slot.frame
            seat = next(seat for seat in seating.seats if seat.slot.name == box.slot)
            height = measure.measure(box.content.paragraphs, box.frame.width).height
            assert height <= box.frame.height * HEIGHT_MARGIN + 0.01, (number, page.title, box.slot, height)
            least = seat.grown.floor if seat.grown and box.frame != slot.frame else seat.floor
            for paragraph in box.content.paragraphs:
                assert paragraph.style.size >= least[paragraph.level]


# ---- the seed ------------------------------------------------------------------------------------------------------


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


# ---- pages ---------------------------------------------------------------------------------------------------------


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


# ---- choice --------------------------------------------------------------------------------------------------------


def test_unequal_labels_do_not_stand_side_by_side():
    document = deck(outline(section("A", group("Short", "Yes."), group("Long", *[words(20)] * 4))))
    assert not any("ards" in name for name in layouts(document))


def test_labels_of_one_word_stand_in_rows_rather_than_on_empty_cards():
    document = deck(outline(section("A", Point(label="One", say="Un"), Point(label="Two", say="Deux"))))
    assert layouts(document) == ["Title", "Labels 2"]
    assert texts(document.pages[1], "word 2") + texts(document.pages[1], "text 2") == ["Two", "Deux"]


def test_many_labels_of_one_sentence_share_slides():
    document = deck(outline(section("A", *[Point(label=f"Word {n}", say=words(3 + 5 * (n % 3))) for n in range(17)])))
    assert len(document.pages) <= 8


def test_labels_with_much_below_them_get_slides_of_their_own():
    groups = [group("Small", "One."), group("Large", *[words(22)] * 5), group("Tiny", "Two.")]
    document = deck(outline(section("A", *groups)))
    assert {"Small", "Large", "Tiny"} <= {title.partition(" (")[0] for title in titles(document)}


def test_a_number_that_a_card_says_is_bold_there_and_not_said_again():
    labels = [Point(label=f"Word {n}", say=f"It cost ${n} and nobody knew why.", lines=(n,)) for n in range(1, 5)]
    document = deck(outline(section("A", *labels, figures=(Figure(value="$2", caption="price", lines=(2,)),))))
    assert layouts(document)[1:] == ["Cards 4"]
    bold = [
        span.text
        for box in document.pages[1].boxes
        for paragraph in box.content.paragraphs
        for span in paragraph.spans
        if span.bold
    ]
    assert bold == ["$2"]
    assert [cut.text for cut in document.cuts] == ["$2: price"]


def test_a_number_that_no_slide_says_keeps_its_own():
    labels = [Point(label=f"Word {n}", say=f"It cost $2{n}.", lines=(n,)) for n in range(1, 5)]
    figures = (Figure(value="around 40", caption="people", lines=(2,)), Figure(value="$9", caption="my own"))
    document = deck(outline(section("A", *labels, figures=figures)))
    assert "Numbers 2" in layouts(document)
    assert not document.cuts


def test_five_labels_are_dealt_three_and_two():
    document = deck(outline(section("A", *[group(f"Label {n}", words(14)) for n in range(5)])))
    assert [name for name in layouts(document) if "ards" in name] == ["Cards 3", "Low cards 2"]


def test_a_figure_stands_above_the_sentence_that_says_it_and_beside_what_follows():
    lines = (3,)
    said = ("Before it", "Long before", "It cost $9", "After", "Long after")
    points = [point(f"{text}.", lines=lines) for text in said]
    document = deck(outline(section("A", *points, figures=(Figure(value="$9", caption="price", lines=lines),))))
    page = next(page for page in document.pages if page.layout == "Figure")
    assert texts(page, "figure") == ["$9"]
    assert texts(page, "caption") == ["It cost $9."]
    assert texts(page, "points") == ["After.", "Long after."]


def test_two_numbers_of_one_sentence_stay_in_it():
    given = [point("It rose from $3 to $9.", lines=(1,)), point("Nobody knew why.", lines=(2,))]
    figures = tuple(Figure(value=value, caption="price", lines=(1,)) for value in ("$3", "$9"))
    document = deck(outline(section("A", *given, figures=figures)))
    assert layouts(document)[1:] == ["Statements 2"]


def test_a_last_point_that_only_announces_what_follows_is_spoken():
    document = deck(outline(section("A", "One.", "Two.", "In detail:"), section("B", "x")))
    shown = [text for page in document.pages for box in page.boxes for text in texts(page, box.slot)]
    assert "In detail:" not in shown
    assert [cut.text for cut in document.cuts] == ["In detail:"]
    page = next(page for page in document.pages if page.layout == "Statements 2")
    assert "In detail:" in [paragraph.spans[0].text for paragraph in page.notes]


def test_a_figure_without_points_stands_alone():
    document = deck(outline(section("A", "One.", figures=(Figure(value="7", caption="dwarfs"),))))
    assert "Number" in layouts(document)


def test_an_author_may_choose_the_layout():
    plain = section("A", "One.", "Two.")
    assert "Points" in layouts(deck(outline(replace(plain, layout="Points"))))


def test_cards_that_an_author_wants_say_the_number_themselves():
    groups = [Point(label=f"L{n}", say=f"It cost ${n} in all, more or less.", lines=(n,)) for n in (1, 2, 3)]
    given = outline(section("A", *groups, layout="Cards 3", figures=(Figure(value="$2", caption="price", lines=(2,)),)))
    document = deck(given)
    assert layouts(document)[1:] == ["Cards 3"]
    assert [cut.text for cut in document.cuts] == ["$2: price"]


def test_a_layout_that_does_not_exist_is_a_problem_with_a_suggestion():
    (problem,) = problems(outline(section("A", "x", layout="Point", at=Position("outline.yaml", 7, 3))))
    assert (problem.code, problem.at.line) == ("BD301", 7)
    assert 'did you mean "Points"' in problem.hint


def test_a_layout_that_cannot_hold_the_section_says_what_it_takes():
    (problem,) = problems(outline(section("A", "x", layout="Cards 3", at=Position("outline.yaml", 7))))
    assert (problem.code, problem.at.line) == ("BD302", 7)
    assert "exactly 3 times a label with its points" in problem.hint


def test_sides_too_long_to_stand_together_follow_each_other():
    given = outline(section("A", compare=tuple(Side(label=x, points=(point(words(60)),) * 2) for x in "XY")))
    assert titles(deck(given))[-2:] != ["A", "A"]


def test_words_alone_stand_on_tiles_and_sentences_do_not():
    assert layouts(deck(outline(section("A", "Iron", "Copper", "Tin"))))[1:] == ["Tiles 3"]
    assert layouts(deck(outline(section("A", "It rusts.", "It bends.", "It melts."))))[1:] == ["Statements 3"]


def test_short_points_stand_in_two_columns_in_their_order():
    names = [f"Metal number {n}" for n in range(9)]
    (page,) = deck(outline(section("A", *names))).pages[1:]
    assert page.layout == "Points in columns"
    assert (texts(page, "points 1"), texts(page, "points 2")) == (names[:5], names[5:])


def test_what_a_point_counts_up_stands_in_two_columns_unless_it_has_levels():
    below = [point(f"Metal {n}") for n in range(5)]
    (page,) = deck(outline(section("A", Point(say="There are these:", points=tuple(below))))).pages[1:]
    assert page.layout == "Statement over columns"
    assert texts(page, "points 1") + texts(page, "points 2") == [one.say for one in below]
    deeper = (Point(say="Metal", points=(point("Ore"),)), *below)
    assert "Statement over columns" not in layouts(
        deck(outline(section("A", Point(say="There are these:", points=deeper))))
    )


def test_a_section_below_another_opens_on_a_light_slide():
    above = section("A", "One.", sections=(section("Below"), section("Beside", "x")))
    document = deck(outline(above, section("B", "Two.")))
    assert "Subsection" in layouts(document)
    page = next(page for page in document.pages if page.layout == "Subsection")
    assert (page.title, texts(page, "section"), texts(page, "number")) == ("Below", ["A"], ["1.1"])


def test_a_number_stays_with_its_unit():
    document = deck(outline(section("A", f"{words(9)} They spent over $12 billion in 30 km.")))
    shown = " ".join(paragraph.text for page in document.pages for box in page.boxes
                     if isinstance(box.content, Text) for paragraph in box.content.paragraphs)  # fmt: skip
    assert "$12\u00a0billion" in shown
    assert "30\u00a0km" in shown


# ---- splitting -----------------------------------------------------------------------------------------------------


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


# ---- titles --------------------------------------------------------------------------------------------------------


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


# ---- notes ---------------------------------------------------------------------------------------------------------


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


# ---- robust --------------------------------------------------------------------------------------------------------


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
        expected = [one.id for one in section_points(part)]
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
