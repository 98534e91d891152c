"""What is too long for its place goes on in another, and only a single word that fits no slide is refused."""

from __future__ import annotations

import pytest

from briefdeck.assets import read_look
from briefdeck.compose.deck import grid
from briefdeck.compose.deck.arrange import Arranger
from briefdeck.compose.deck.checks import no_room
from briefdeck.compose.deck.document import compose_deck
from briefdeck.compose.deck.fit import Fitter
from briefdeck.compose.deck.layouts import layouts_for
from briefdeck.compose.deck.lists import CannotFit
from briefdeck.compose.deck.seating import Kind
from briefdeck.errors import Position, Problem, Severity
from briefdeck.model.outline import Figure, Moment, Outline, Point, Quote, Remark, Side, Table, Term
from briefdeck.model.page import Document, Identity, Paragraph, TableContent, Text
from briefdeck.model.values import replace
from briefdeck.text.attached import attach
from briefdeck.text.outline import load_outline
from compose.decks import assert_fits, deck, problems
from compose.outlines import MEDIA, chart, outline, picture, point, remarks, section, words


def paragraphs(document: Document) -> list[Paragraph]:
    texts = [box.content for page in document.pages for box in page.boxes if isinstance(box.content, Text)]
    return [paragraph for text in texts for paragraph in text.paragraphs]


def shown(document: Document) -> str:
    """All words of the slides."""
    return " ".join(paragraph.text for paragraph in paragraphs(document)).casefold()


def test_a_sentence_too_long_for_a_slide_goes_on_on_the_next():
    said = " ".join(f"word{number}" for number in range(400))
    document = deck(outline(section("A", f"{said}.")))
    assert_fits(document)
    texts = [paragraph.text for paragraph in paragraphs(document) if paragraph.ref.item]
    assert len(texts) > 1
    assert " ".join(text.strip().replace("\u00a0", " ") for text in texts) == f"{said}."


@pytest.mark.parametrize(
    "kind", ["figure", "moment", "quote", "term", "question", "takeaway", "source", "side", "label"]
)
def test_what_is_too_long_for_its_own_layout_goes_on_as_points(kind: str):
    long = words(250)
    given = {
        "figure": outline(section("A", figures=(Figure(value="7", caption=long),))),
        "moment": outline(section("A", timeline=(Moment(when="1900", what=long),))),
        "quote": outline(section("A", quote=Quote(text=long, by="Caesar"))),
        "term": outline(section("A"), terms=(Term(term="Leaf", meaning=long),)),
        "question": outline(section("A"), questions=remarks(long)),
        "takeaway": outline(section("A"), takeaways=remarks(long)),
        "source": outline(section("A"), sources=remarks(long)),
        "side": outline(section("A", compare=tuple(Side(label=x, points=(point(long),)) for x in "AB"))),
        "label": outline(section("A", Point(label="Leaf", say=long), Point(label="Root", say=long))),
    }[kind]
    document = deck(given)
    assert_fits(document)
    assert shown(document).count("measured") >= 250 * (2 if kind in ("side", "label") else 1)


def test_a_caption_or_a_reading_without_room_has_a_slide_of_its_own():
    table = Table(header=("a", "b"), rows=(("1", "2"),), caption=words(60))
    document = deck(outline(section("A", table=table), section("B", chart=chart(reading=words(60), caption=words(60)))))
    assert_fits(document)
    assert shown(document).count("measured") == 180


def test_a_lead_beside_which_a_long_title_has_no_room_follows_it():
    document = deck(outline(section(words(60), "Yes.", "No.", lead=words(30))))
    assert_fits(document)
    assert any(page.title.casefold().count("measured") == 60 for page in document.pages)


def test_words_longer_than_their_column_are_broken_rather_than_refused():
    table = Table(header=("a", "b", "c"), rows=(("x" * 90, "y" * 120, "1"), ("1", "2", "3")))
    (content,) = (
        box.content
        for page in deck(outline(section("A", table=table))).pages
        for box in page.boxes
        if isinstance(box.content, TableContent)
    )
    assert sum(content.column_widths) == pytest.approx(grid.WIDTH)


@pytest.mark.parametrize("label", ["E.g.", "What?", "1."])
def test_a_label_that_ends_in_a_stop_is_not_cut_from_what_it_says(label: str):
    labelled = Point(label=label, say="measured " * 160 + "2.")
    found = paragraphs(deck(outline(section("A", Point(say="Plain."), labelled, Point(say="Plain too.")))))
    (first,) = (paragraph for paragraph in found if paragraph.text.startswith(label[:2]))
    assert "measured" in first.text


HERE = Position("outline.yaml", 12, 9)
WORD = "x" * 3000


@pytest.mark.parametrize(
    "given",
    [
        outline(section("A", Point(label="Leaf", say=WORD, at=HERE))),
        outline(section("A", Point(label=WORD, points=(Point(say="Green."),)), at=HERE)),
        outline(section("A", lead=WORD, at=HERE)),
        outline(section("A", figures=(Figure(value="7", caption=WORD, at=HERE),))),
        outline(section("A", timeline=(Moment(when="1900", what=WORD, at=HERE),))),
        outline(section("A", quote=Quote(text=WORD, at=HERE))),
        outline(section("A", compare=tuple(Side(label=x, points=(point(WORD, at=HERE),)) for x in "AB"))),
        outline(section("A", table=Table(header=("a", "b"), rows=((WORD, "1"),), at=HERE))),
        outline(section("A", chart=replace(chart(), categories=(WORD, "B", "C"), at=HERE))),
        outline(section("A"), terms=(Term(term="Leaf", meaning=WORD, at=HERE),)),
        outline(section("A"), questions=(Remark(text=WORD, at=HERE),)),
        outline(section(WORD, "One.", at=HERE)),
    ],
    ids=("point", "label", "lead", "figure", "moment", "quote", "side", "cell", "chart", "term", "question", "title"),
)
def test_a_word_longer_than_a_slide_is_named_with_its_line(given: Outline):
    (problem,) = problems(given)
    assert problem.at == HERE


def composed(given: Outline) -> tuple[list[str], list[str], tuple[Problem, ...]]:
    """The layouts of a deck, the words of its tables, and the remarks."""
    document, remarks = compose_deck(
        given, read_look("", given.lang), Identity(title=given.title, lang=given.lang, build="b")
    )
    tables = [box.content for page in document.pages for box in page.boxes if isinstance(box.content, TableContent)]
    cells = [cell.text for table in tables for row in table.rows for cell in row]
    return [page.layout for page in document.pages], cells, remarks


def test_a_chart_with_long_names_lies_down():
    names = tuple(f"A category of so many words that no column of six has room, {n}" for n in range(6))
    shown, _, (remark,) = composed(
        outline(section("A", chart=replace(chart("column", *"123456"), categories=names, at=HERE)))
    )
    assert "Chart" in shown
    assert (remark.code, remark.at, remark.severity) == ("BD313", HERE, Severity.REMARK)
    assert "bars" in remark.message


def test_a_chart_whose_names_find_no_room_is_a_table_of_its_numbers():
    names = (*(f"{'Extraordinarily' * 6}{n}" for n in range(3)), "Short")
    shown, cells, (remark,) = composed(
        outline(section("A", chart=replace(chart("line", *"1234"), categories=names, at=HERE)))
    )
    assert "Table" in shown
    assert {*names, *"1234"} <= {*cells}
    assert "table" in remark.message


def test_a_table_whose_rows_are_too_high_goes_on_by_columns():
    rows = tuple((f"row {n}", *(f"{words(40)} {n} {m}" for m in range(7))) for n in range(2))
    table = Table(header=("", *(f"column {m}" for m in range(7))), rows=rows)
    shown, cells, _ = composed(outline(section("A", table=table)))
    assert shown.count("Table") > 1
    assert {text for row in rows for text in row} <= {*cells}
    assert cells.count("row 0") == cells.count("row 1") > 1


OUTLINE = """\
title: "Rain"
sections:
  - title: "A"
    {what}
"""
LONG = "x" * 8000
CELLS = f"City;Rain\nPune;722\n{LONG};3\n".encode()


PLACES = {
    "a cell": (
        f"""table:
      header: ["City", "Rain"]
      rows:
        - ["Pune", "722"]
        - ["{LONG}", "3"]""",
        "outline.yaml:8:11",
    ),
    "a name of a column": (
        f"""table:
      rows: [["Pune", "722"]]
      header: ["City", "{LONG}"]""",
        "outline.yaml:6:24",
    ),
    "a category": (
        f"""chart:
      kind: bar
      categories:
        - "Pune"
        - "{LONG}"
      series: [{{name: "Rain", values: [7, 3]}}]""",
        "outline.yaml:8:11",
    ),
    "a series": (
        f"""chart:
      kind: bar
      categories: ["Pune"]
      series:
        - {{name: "Rain", values: [7]}}
        - {{name: "{LONG}", values: [3]}}""",
        "outline.yaml:9:11",
    ),
    "a cell of a file": ('table: {file: "rain.csv"}', "rain.csv:3"),
    "a category of a file": ('chart: {kind: bar, file: "rain.csv"}', "rain.csv:3"),
}


@pytest.mark.parametrize(("what", "place"), PLACES.values(), ids=PLACES)
def test_a_cell_or_a_name_without_room_is_named_with_its_line(what: str, place: str):
    given, _ = load_outline(OUTLINE.format(what=what), "outline.yaml")
    (problem,) = problems(attach(given, {"rain.csv": CELLS}).outline)
    assert (problem.code, str(problem.at)) == ("BD304", place)
    assert problem.hint.startswith("shorten this cell")


def test_a_picture_without_a_layout_is_a_problem_at_its_line():
    """A school's template may have none that takes one."""
    at = Position("outline.yaml", 5, 14)
    with_picture = outline(section("A", picture=replace(picture(), at=at)))
    look = read_look()
    fitter = Fitter(look, [one for one in layouts_for("en", look.theme) if Kind.PICTURE not in one.content])
    with pytest.raises(CannotFit) as raised:
        Arranger(fitter, with_picture.sections[0], "Key figures", media=MEDIA).drafts()
    problem = no_room(with_picture, raised.value)
    assert (problem.code, problem.at) == ("BD304", at)
    assert '"photo"' in problem.message
