"""Tables on the brief: parted between rows under a header of their own, and mirrored with the page."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pikepdf
import pytest

from briefdeck.assets import read_look
from briefdeck.compose.brief.document import compose_brief
from briefdeck.compose.brief.tables import SetCell, set_table
from briefdeck.compose.brief.widths import Need, column_widths
from briefdeck.compose.type.typeset import BriefFonts, set_paragraph
from briefdeck.model.identity import Identity
from briefdeck.model.ids import assign_ids
from briefdeck.model.look import Ink
from briefdeck.model.outline import BriefSettings, Outline, Point, Section, Table
from briefdeck.model.page import Cut, Document, Paragraph, Ref, Span, TableContent, Text, TextStyle
from briefdeck.model.values import replace
from briefdeck.paint.pdf import paint
from briefdeck.verify import verify
from briefdeck.verify.brief_reader import read_brief
from compose.brief_outlines import point
from fit.faults import faults

Change = Callable[[tuple[Cut, ...]], tuple[Cut, ...]]
HEADER = ("Material", "Speed")
FURNITURE = read_look("", "en").furniture
HOW = TextStyle(font="body", size=10, ink=Ink("text"))


def table_outline(rows: int, lang: str, header: tuple[str, ...]) -> Outline:
    table = Table(
        header=header, rows=tuple((f"{header[0].split()[0]} {number}", str(number * 343)) for number in range(rows))
    )
    points = (Point(say=f"{header[1]}.", lines=(2,)), Point(say=f"3.5 % {header[1]}", lines=(3,)))
    return assign_ids(
        Outline(title="T", lang=lang, sections=(Section(id="", title="S", lines=(1,), points=points, table=table),))
    )


def brief(rows: int, lang: str = "en", header: tuple[str, ...] = HEADER) -> Document:
    outline = table_outline(rows, lang, header)
    return compose_brief(outline, read_look("", lang), Identity(title="T", lang=lang, build="b"))[0]


def tables(document: Document) -> list[TableContent]:
    return [box.content for box in document.pages[0].boxes if isinstance(box.content, TableContent)]


def test_a_short_table_stays_whole() -> None:
    document = brief(5)
    assert [table.continued for table in tables(document)] == [False]


def test_a_long_table_goes_on_in_the_next_column_under_its_header() -> None:
    document = brief(45)
    first, second = tables(document)
    assert (first.continued, second.continued) == (False, True)
    assert [cell.text for cell in first.rows[0]] == [cell.text for cell in second.rows[0]]
    assert len(first.rows) + len(second.rows) == 45 + 2
    assert not document.cuts
    assert not faults(paint(document), 2 if "two columns" in document.pages[0].why else 1)


def test_a_table_too_long_for_the_page_loses_rows_and_says_how_many() -> None:
    document = brief(150)
    cut = [cut for cut in document.cuts if "table-row" in cut.id]
    shown = sum(len(table.rows) - 1 for table in tables(document))
    assert cut
    assert shown + len(cut) == 150
    assert [cut.id for cut in cut] == [f"h1.table-row-{number}" for number in range(shown + 1, 151)]
    texts = [box.content.paragraphs[0].text for box in document.pages[0].boxes if isinstance(box.content, Text)]
    assert f"More rows in the deck: {len(cut)}" in texts
    assert not faults(paint(document), 2)
    assert not verify(None, paint(document), table_outline(150, "en", HEADER), None, FURNITURE).problems


def test_nothing_is_told_of_rows_when_the_author_wants_none_of_it() -> None:
    of = replace(table_outline(150, "en", HEADER), brief=BriefSettings(more=False))
    document = compose_brief(of, read_look("", "en"), Identity(title="T", lang="en", build="b"))[0]
    assert any("table-row" in cut.id for cut in document.cuts)
    assert not any("More rows" in str(box.content) for box in document.pages[0].boxes)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda cuts: cuts[1:], "BD421"),  # a row is gone that no cut names
        (lambda cuts: (*cuts, Cut(id="h1.table-row-2", text="x", reason="r")), "BD409"),  # shown and listed as cut
        (lambda cuts: (*cuts, Cut(id="h1.table-row-999", text="x", reason="r")), "BD424"),  # no such row
    ],
)
def test_rows_are_held_against_the_list_of_cuts(
    change: Callable[[tuple[Cut, ...]], tuple[Cut, ...]], said: str
) -> None:
    document = brief(150)
    pdf = paint(document)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        listed = json.loads(opened.Root.BriefdeckCuts.read_bytes())
        cuts = change(tuple(Cut(**cut) for cut in listed))
        opened.Root.BriefdeckCuts.write(json.dumps([cut._asdict() for cut in cuts]).encode())
        out = io.BytesIO()
        opened.save(out)
    found = verify(None, out.getvalue(), table_outline(150, "en", HEADER), None, FURNITURE)
    assert said in {problem.code for problem in found.problems}


@pytest.mark.parametrize("rows", [(), (("Farms", ""), ("Homes", ""))])
def test_a_column_to_be_filled_in_by_hand_has_room(rows: tuple[tuple[str, ...], ...]) -> None:
    cells = [["Use", "Your guess"], *rows]
    grid = set_table(cells, 10, 300, HOW, set_cell("en"), floor=9, digits="right")
    assert grid.widths[1] > 40


def test_columns_of_short_cells_stay_whole_and_long_ones_are_broken() -> None:
    needs = [Need(28, (30, 45, 45)), Need(60, (50, 200, 200)), Need(40, (75, 40, 40))]
    short, long, number = column_widths(needs, 260, 10)
    assert (short, number) == (45 + 10, 75)
    assert long == pytest.approx(260 - 55 - 75)


def test_a_column_gives_what_spares_lines_in_another() -> None:
    needs = [Need(50, (40, 85, 105, 160)), Need(70, (45, 50, 110, 150)), Need(40, (30, 70, 55, 60))]
    _, middle, _ = column_widths(needs, 360, 10)
    assert middle >= 110 + 10


def test_columns_with_room_for_all_share_what_is_left_alike() -> None:
    assert column_widths([Need(10, (20,)), Need(10, (40,))], 110, 10) == (40 + 10, 60)


def test_a_header_is_folded_rather_than_each_row_below_it() -> None:
    cells = [["River", "Country", "Length in kilometres"], *[["River 1", "Country A and its neighbours", "9000"]] * 3]
    grid = set_table(cells, 10, 264, HOW, set_cell("en"), floor=9, digits="right")
    assert len(grid.rows[0][2].lines) == 2
    assert {len(cell.lines) for row in grid.rows[1:] for cell in row} == {1}


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_long_header_above_both_parts_of_a_table_is_no_invention(lang: str) -> None:
    long = {
        "en": "Material of all of the pipes that were measured in the cellar",
        "ar": "المادة من الأنابيب التي تم قياسها في المختبر الكبير في المدينة",
    }
    document = brief(50, lang, (long[lang], "Speed"))
    first, second = tables(document)
    assert len(second.rows[0][0].lines) > 1
    of = table_outline(50, lang, (long[lang], "Speed"))
    assert not verify(None, paint(document), of, None, read_look("", lang).furniture).problems
    wrong = replace(second, rows=((second.rows[0][0], first.rows[1][0]), *second.rows[1:]))
    boxes = tuple(replace(box, content=wrong) if box.content is second else box for box in document.pages[0].boxes)
    changed = replace(document, pages=(replace(document.pages[0], boxes=boxes),))
    found = verify(None, paint(changed), of, None, read_look("", lang).furniture)
    assert "BD411" in {problem.code for problem in found.problems}


def across(points: int, **fields: object) -> Document:
    """A page with a table of long words, in the second of three sections."""
    table = Table(
        header=("Option", "Benefit", "Risk", "Recommendation"),
        rows=(("Manual review", "Better accountability", "Slow, reactive", "Not sufficient"),) * 4,
    )
    sections = tuple(
        Section(
            id="",
            title=f"Section {number}",
            lines=(number * 50,),
            points=tuple(point(number * 50 + place) for place in range(1, count + 1)),
            table=table if number == 2 else None,
        )
        for number, count in ((1, 8), (2, points), (3, 8))
    )
    outline = assign_ids(Outline(title="T", sections=sections, **fields))
    return compose_brief(outline, read_look("", "en"), Identity(title="T", lang="en", build="b"))[0]


def test_a_table_whose_words_a_column_would_break_stands_across_both() -> None:
    document = across(6)
    (table,) = tables(document)
    words = [line.hyphenated for row in table.rows for cell in row for line in cell.lines]
    assert "two columns" in document.pages[0].why
    assert sum(table.column_widths) > document.size.width / 2
    assert not any(words)
    assert not faults(paint(document), 2)


@pytest.mark.parametrize(
    ("lang", "cell"),
    [("zh", "光合作用是植物利用阳光把水变成糖"), ("en", "https://example.org/a/very/long/path/that?never=ends")],
)
def test_what_may_be_parted_inside_does_not_squeeze_its_table(lang: str, cell: str) -> None:
    grid = set_table([["A", "B"], [cell, "Seven lean years"]], 10, 240, HOW, set_cell(lang), floor=9, digits="right")
    assert not grid.cramped
    assert len(grid.rows[1][1].lines) <= 2


def set_cell(lang: str) -> SetCell:
    faces = BriefFonts(read_look("", lang))
    return lambda text, how, width: set_paragraph(
        Paragraph(spans=(Span(text=text),), style=how, ref=Ref("")), width, faces, lang=lang, hyphenate=False
    )


@pytest.mark.parametrize(("points", "sides"), [(0, set()), (1, {False}), (6, {False, True})])
def test_the_heading_of_a_table_that_stands_across_does_too(points: int, sides: set[bool]) -> None:
    boxes = across(points).pages[0].boxes
    table = next(box for box in boxes if isinstance(box.content, TableContent))
    heading = next(box for box in boxes if box.name == "H2" and "Section 2" in box.content.paragraphs[0].text)
    assert (heading.frame.x, heading.frame.width) == (table.frame.x, table.frame.width)
    between = [box for box in boxes if box.frame.y > heading.frame.y and box.frame.y < table.frame.y]
    assert {box.frame.x > heading.frame.right / 2 for box in between} == sides
    above = [box for box in boxes if box.name in ("H2", "LI") and box.frame.y < heading.frame.y]
    assert all(box.frame.width < heading.frame.width / 2 for box in above)


def test_a_parted_table_is_one_table_to_those_who_hear_it() -> None:
    found, _ = read_brief(paint(brief(45)))
    tags = [element.tag for element in found.elements()]
    assert (tags.count("Table"), tags.count("TR"), tags.count("TH")) == (1, 46, 2)
    assert sum("Material 44" in run.text for run in found.runs) == 1


def test_the_columns_of_a_table_run_with_the_page() -> None:
    document = brief(4, "ar", ("المادة", "السرعة"))
    (table,) = tables(document)
    assert table.mirrored
    assert not faults(paint(document), 2 if "two columns" in document.pages[0].why else 1)
    found, _ = read_brief(paint(document))
    left = {cell.text.strip(): next(cell.runs()).left for cell in found.elements() if cell.tag == "TD"}
    words = next(text for text in left if "3" in text and not text.strip().isdigit())
    assert left[words] > left["1029"]


def test_numbers_and_foreign_words_begin_at_the_right_of_a_page_read_to_the_left() -> None:
    document = brief(2, "ar", ("المادة", "السرعة"))
    starts = [
        (box.frame.right - box.frame.x - line.x - line.width, line.label)
        for box in document.pages[0].boxes
        if not isinstance(box.content, TableContent) and box.name == "LI"
        for line in box.content.paragraphs[0].lines
    ]
    indent = starts[0][0]
    assert all(abs(start - indent) < 0.1 for start, _ in starts)
