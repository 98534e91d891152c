"""Sixty outlines of every kind, in every style on every paper, each one good page; `make fit` tries a thousand."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise

import pytest

from briefdeck.model.geometry import Rect
from briefdeck.model.ids import assign_ids
from briefdeck.model.look import Ink
from briefdeck.model.outline import Figure, Outline, Point, Quote, Section
from briefdeck.model.page import Box, Document, Paragraph, ShapeContent, TableContent, Text
from briefdeck.model.values import replace
from compose.brief_outlines import outline, sentence
from fit.any_outline import any_outline
from fit.many import EVERY, fitted, wrong

COUNT = 60


@pytest.mark.parametrize("numbers", [tuple(range(*ends)) for ends in pairwise(range(0, COUNT + 1, 10))])
def test_any_outline_makes_one_good_page(numbers: tuple[int, ...]) -> None:
    asked = {number: ("standard", "a4") if number < COUNT / 2 else EVERY[number % len(EVERY)] for number in numbers}
    made = {number: fitted(any_outline(number), *how, beside_a_deck=number % 2 == 1) for number, how in asked.items()}
    found = {number: faults for number, document in made.items() if (faults := wrong(document))}
    assert not found


@cache
def good() -> Document:
    """A page of two full columns, nothing wrong with it."""
    document = fitted(outline(6, 5), "standard", "a4")
    assert "two columns" in document.pages[0].why
    assert not wrong(document)
    return document


Change = Callable[[Box], Box]


def changed(place: int, change: Change, document: Document | None = None) -> Document:
    """The document with the box of one paragraph of its flow changed."""
    document = document or good()
    sheet = document.pages[0]
    chosen = id(flow(document)[place])
    boxes = tuple(change(box) if id(box) == chosen else box for box in sheet.boxes)
    return replace(document, pages=(replace(sheet, boxes=boxes),))


def flow(document: Document) -> list[Box]:
    """The paragraphs between head and foot."""
    return [
        box
        for box in document.pages[0].boxes
        if isinstance(box.content, Text) and box.content.paragraphs[0].ref.section not in ("", "opening")
    ]


def moved(down: float = 0.0, right: float = 0.0) -> Change:
    return lambda box: replace(box, frame=replace(box.frame, x=box.frame.x + right, y=box.frame.y + down))


def smaller(box: Box) -> Box:
    assert isinstance(box.content, Text)
    (paragraph,) = box.content.paragraphs
    lines = tuple(
        replace(line, runs=tuple(replace(run, size=8.0) for run in line.runs)) for line in paragraph.lines
    )  # fmt: skip
    return replace(box, content=Text(paragraphs=(replace(paragraph, lines=lines),)))


def last_of_the_first_column(document: Document) -> int:
    return next(place for place, (box, after) in enumerate(pairwise(flow(document))) if after.frame.y < box.frame.y)


def test_boxes_on_each_other_are_seen() -> None:
    assert any("stand on each other" in fault for fault in wrong(changed(3, moved(down=9))))


@pytest.mark.parametrize("change", [moved(down=60), moved(down=300), moved(right=160)])
def test_what_leaves_the_margins_is_seen(change: Change) -> None:
    assert any("outside the margins" in fault for fault in wrong(changed(-1, change)))


def test_small_type_is_seen() -> None:
    assert any("8 points" in fault for fault in wrong(changed(2, smaller)))


def test_type_below_the_floor_of_a_style_is_seen() -> None:
    identity = replace(good().identity, style="clear-print")
    assert any("points:" in fault for fault in wrong(replace(good(), identity=identity)))


def test_a_line_off_the_grid_is_seen() -> None:
    assert any("off the grid" in fault for fault in wrong(changed(-1, moved(down=2))))


def test_a_column_that_reaches_for_the_other_is_seen() -> None:
    first = flow(good())[: last_of_the_first_column(good())]
    place = max(range(len(first)), key=lambda place: longest(first[place]))
    assert any("across the columns" in fault for fault in wrong(changed(place, moved(right=22))))


def longest(box: Box) -> float:
    assert isinstance(box.content, Text)
    return max(line.x + line.width for line in box.content.paragraphs[0].lines)


def test_columns_that_could_end_more_evenly_are_seen() -> None:
    document = good()
    last = last_of_the_first_column(document)
    for place in range(last + 1, len(flow(document)) - 4):
        document = changed(place, shifted(document, place), document)
    assert any("points apart" in fault for fault in wrong(document))


def shifted(document: Document, place: int) -> Change:
    """Moves a paragraph of the second column below the first one."""
    last = flow(document)[place - 1].frame
    return lambda box: replace(box, frame=replace(box.frame, x=last.x, y=last.bottom + 4))


def test_a_heading_at_the_foot_of_a_column_is_seen() -> None:
    document = good()
    headings = [place for place, box in enumerate(flow(document)) if box.name == "H2"]
    place = next(place for place in headings if place > last_of_the_first_column(document))
    foot = flow(document)[last_of_the_first_column(document)].frame
    lifted = changed(place, lambda box: replace(box, frame=replace(box.frame, x=foot.x, y=foot.bottom + 2)), document)
    order = [*lifted.pages[0].boxes]
    heading = next(box for box in order if box.name == "H2" and box.frame.y == foot.bottom + 2)
    order.remove(heading)
    order.insert(next(number for number, box in enumerate(order) if box.frame == foot) + 1, heading)
    found = wrong(replace(lifted, pages=(replace(lifted.pages[0], boxes=tuple(order)),)))
    assert any("at the foot of a column" in fault for fault in found)


def test_a_single_line_in_the_next_column_is_seen() -> None:
    long = Point(say=" ".join(sentence(number, 14) for number in range(48)), lines=(2,))
    document = fitted(one_section(long), "standard", "a4")
    assert not wrong(document)
    halves = [box for box in flow(document) if box.name in ("P", "LI")]
    first, second = next((one, other) for one, other in pairwise(halves) if other.frame.y < one.frame.y)
    kept, gone = cut_line(first), only_last_line(first, second)
    sheet = document.pages[0]
    boxes = tuple(kept if box is first else gone if box is second else box for box in sheet.boxes)
    found = wrong(replace(document, pages=(replace(sheet, boxes=boxes),)))
    assert any("is parted into" in fault for fault in found)


def one_section(*points: Point) -> Outline:
    return assign_ids(Outline(title="T", sections=(Section(id="", title="S", lines=(1,), points=points),)))


def cut_line(box: Box) -> Box:
    return with_lines(box, lambda paragraph: replace(paragraph, lines=paragraph.lines[:-1]))


def only_last_line(first: Box, second: Box) -> Box:
    last = first.content.paragraphs[0].lines[-1]
    return with_lines(second, lambda paragraph: replace(paragraph, lines=(replace(last, baseline=12.0),)))


def with_lines(box: Box, change: Callable[[Paragraph], Paragraph]) -> Box:
    assert isinstance(box.content, Text)
    return replace(box, content=Text(paragraphs=(change(box.content.paragraphs[0]),)))


def test_a_line_that_crosses_words_is_seen() -> None:
    document = good()
    frame = flow(document)[3].frame
    rule = Rect(frame.x, frame.y + 9.5, frame.width, 0.0)
    line = Box(frame=rule, content=ShapeContent(shape="line", ink=Ink("text"), stroke=0.5), name="line")
    sheet = document.pages[0]
    crossed = replace(document, pages=(replace(sheet, boxes=(*sheet.boxes, line)),))
    assert any("a line crosses" in fault for fault in wrong(crossed))


@pytest.mark.parametrize(
    ("lang", "value", "words", "style", "paper"),
    [
        ("ta", "ஆற்றல் ஆ", "நீர் நீர்", "standard", "letter"),
        ("ta", "ஆற்றல் ஆ", "நீர் நீர்", "cornell", "a3"),
        ("te", "శక్తి క్ష్మీ", "క్ష్మీ క్ష్మీ", "poster", "a4"),
    ],
)
def test_deep_letters_of_a_large_figure_or_a_quote_do_not_touch_what_is_below(
    lang: str, value: str, words: str, style: str, paper: str
) -> None:
    figures = tuple(Figure(value=value, caption=words, lines=(line,)) for line in (3, 4))
    quote = Quote(text=" ".join((words, value) * 9), by=words)
    section = Section(
        id="", title="S", lines=(1,), points=(Point(say=words, lines=(2,)),), figures=figures, quote=quote
    )
    document = fitted(assign_ids(Outline(title="T", lang=lang, sections=(section,) * 3)), style, paper)
    assert not wrong(document)


def test_the_name_below_a_quote_that_stands_across_the_page_stands_across_too() -> None:
    document = fitted(any_outline(5243), "standard", "a4")
    assert any("|" in box.content.alt for box in document.pages[0].boxes if isinstance(box.content, TableContent))
    assert not wrong(document)
