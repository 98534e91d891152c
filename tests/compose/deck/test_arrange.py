"""What of a section stands beside what, and in which layout."""

from __future__ import annotations

from briefdeck.errors import Position
from briefdeck.model.outline import Figure, Point, Side
from briefdeck.model.page import Text
from briefdeck.model.values import replace
from compose.decks import deck, layouts, problems, texts, titles
from compose.outlines import group, outline, point, section, words


def test_unequal_labels_do_not_stand_side_by_side():
    document = deck(outline(section("A", group("Short", "Yes."), group("Long", *[words(20)] * 4))))
    assert not any("ards" in name for name in layouts(document))


def test_labels_of_one_word_stand_in_rows_rather_than_on_empty_cards():
    document = deck(outline(section("A", Point(label="One", say="Un"), Point(label="Two", say="Deux"))))
    assert layouts(document) == ["Title", "Low labels 2"]
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


def test_what_people_say_in_turn_stands_in_rows():
    turns = [Point(label=name, say=f"{words(9)} {n}") for n, name in enumerate(["Anna", "Ben", "Anna", "Ben"])]
    document = deck(outline(section("A", *turns)))
    assert layouts(document)[1:] == ["Labels 4"]
    apart = [Point(label=f"{point.label} {n}", say=point.say) for n, point in enumerate(turns)]
    assert layouts(deck(outline(section("A", *apart))))[1:] == ["Cards 4"]


def test_the_hours_of_a_day_stand_in_rows():
    hours = [Point(label=hour, say=words(9)) for hour in ("7:50", "9.40", "11 am", "Later")]
    document = deck(outline(section("A", *hours)))
    assert layouts(document)[1:] == ["Labels 4"]


def test_a_number_stands_beside_no_few_words_alone():
    figure = Figure(value="23%", caption="of pupils", lines=(1,))
    said = Point(say=f"Only 23% of pupils {words(9)}.", lines=(1,))
    for rest, large in (("In 2009 it was 31%.", False), (f"In 2009 it was 31%, and {words(9)}.", True)):
        document = deck(outline(section("A", said, Point(say=rest, lines=(2,)), figures=(figure,))))
        assert ("Figure" in layouts(document)) == large
