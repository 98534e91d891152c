"""The deck's pages in lines: the same words in the same order, nothing outside, every line where slides have it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from briefdeck.assets import read_look
from briefdeck.compose.deck.document import compose_deck
from briefdeck.compose.deck.handout import PerSheet, compose_handout
from briefdeck.compose.deck.preview import compose_slides
from briefdeck.compose.deck.preview_text import labels
from briefdeck.errors import BriefdeckError
from briefdeck.model.geometry import Rect, Size
from briefdeck.model.identity import Identity
from briefdeck.model.look import Ink
from briefdeck.model.outline import Outline, Table
from briefdeck.model.page import Box, Document, Paragraph, Part, Ref, ShapeContent, TableContent, Text, TextStyle
from compose.outlines import MEDIA, REACHES, outline, outlines, remarks, section, words

A4, LETTER = Size(595.276, 841.89), Size(612, 792)
LONG = outline(*[section(f"Part {number}", words(9), words(14), words(30)) for number in range(1, 9)])


def deck_of(made: Outline, theme: str = "") -> Document:
    identity = Identity(title=made.title, lang=made.lang, build="b")
    return compose_deck(made, read_look(theme, made.lang), identity, MEDIA)[0]


def texts(document: Document) -> list[list[str]]:
    """The words of each page as its lines show them, capitals as they were written."""
    return [
        [" ".join(paragraph.text.split()) for box in page.boxes for paragraph in paragraphs(box)]
        for page in document.pages
    ]


def paragraphs(box: Box) -> tuple[Paragraph, ...]:
    if isinstance(box.content, Text):
        return box.content.paragraphs
    if isinstance(box.content, TableContent):
        return tuple(cell for row in box.content.rows for cell in row)
    return ()


def shown(paragraph: Paragraph) -> str:
    said = "".join(run.text for line in paragraph.lines for run in line.runs)
    return " ".join(said.split())


@pytest.mark.parametrize("name", REACHES)
def test_every_layout_is_set_word_for_word(name):
    deck = deck_of(REACHES[name])
    slides = compose_slides(deck)
    assert texts(slides) == texts(deck)
    for page in slides.pages:
        for box in page.boxes:
            for paragraph in paragraphs(box):
                wanted = paragraph.text.upper() if paragraph.style.capitals else paragraph.text
                assert shown(paragraph).casefold() == " ".join(wanted.split()).casefold()


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(outlines)
def test_lines_stay_on_the_slide_and_below_each_other(made):
    try:
        deck = deck_of(made)
    except BriefdeckError:
        return
    slides = compose_slides(deck)
    assert texts(slides) == texts(deck)
    page = Rect(0, 0, *slides.size)
    for box in (box for each in slides.pages for box in each.boxes if isinstance(box.content, Text)):
        lines = [line for paragraph in paragraphs(box) for line in paragraph.lines]
        assert all(below.baseline > above.baseline for above, below in pairwise(lines))
        for line in lines:
            baseline = box.frame.y + line.baseline
            assert page.contains(Rect(box.frame.x + line.x, baseline, line.width, 0), slack=1)
            assert line.width <= box.frame.width + 0.5 or " " not in "".join(run.text for run in line.runs).strip()


def test_what_a_layout_draws_is_behind_the_words():
    slides = compose_slides(deck_of(LONG))
    for page in slides.pages:
        ground, *_ = page.boxes
        assert ground.frame == Rect(0, 0, 960, 540)
        kinds = [isinstance(box.content, ShapeContent) for box in page.boxes if box.name != "Underline"]
        assert kinds == sorted(kinds, reverse=True)


def test_titles_are_headings_and_the_foot_is_passed_over():
    slides = compose_slides(deck_of(LONG))
    tags = [[paragraph.tag for box in page.boxes for paragraph in paragraphs(box)] for page in slides.pages]
    assert tags[0][0] == "H1"
    assert all(each.count("H2") == 1 and "H1" not in each for each in tags[1:])
    footers = [paragraph for box in slides.pages[3].boxes if box.slot == "footer" for paragraph in paragraphs(box)]
    assert [paragraph.tag for paragraph in footers] == ["Artifact"]


def test_numbers_count_and_bullets_stay():
    style = TextStyle(font="body", size=20, ink=Ink("text"))
    rows = [("#4", 0), ("#4", 0), ("–", 1), ("#4", 0), ("", 0), ("#4", 0), ("•", 0)]
    given_rows = [
        Paragraph(spans=(), style=style._replace(bullet=bullet), ref=Ref(""), level=level) for bullet, level in rows
    ]
    assert list(labels(given_rows)) == ["4", "5", "–", "6", "", "4", "•"]


def test_questions_are_numbered_through():
    slides = compose_slides(deck_of(outline(section("A", "x"), questions=remarks("Why?", "How?"))))
    said = [
        "".join(run.text for run in paragraph.lines[0].label)
        for box in slides.pages[-1].boxes
        for paragraph in paragraphs(box)
        if paragraph.tag == "LI"
    ]
    assert said == ["1", "2"]


def test_a_table_has_its_header_its_bands_and_its_rules():
    table = Table(header=("a", "b"), rows=tuple((str(n), "x") for n in range(4)), caption="Letters")
    slides = compose_slides(deck_of(outline(section("A", table=table))))
    (page,) = [page for page in slides.pages if any(isinstance(box.content, TableContent) for box in page.boxes)]
    grounds = [box for box in page.boxes if box.name == "Row"]
    assert [box.content.ink.role for box in grounds] == ["heading", "surface", "surface"]
    assert len([box for box in page.boxes if box.name == "Rule"]) == 5
    (shown_table,) = [box.content for box in page.boxes if isinstance(box.content, TableContent)]
    for row, height in zip(shown_table.rows, shown_table.row_heights, strict=True):
        for cell in row:
            assert height / 2 < cell.lines[0].baseline < height / 2 + cell.style.size / 2


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["a4", "letter"])
@pytest.mark.parametrize("per_sheet", [3, 6, 9])
def test_a_handout_has_every_slide_once_in_order_inside_the_margins(per_sheet: PerSheet, paper):
    slides = compose_slides(deck_of(LONG))
    handout = compose_handout(slides, paper, per_sheet)
    assert len(handout.pages) == -(-len(slides.pages) // per_sheet)
    said = [text for page in texts(handout) for text in page]
    for text in (text for page in texts(slides) for text in page):
        assert text in said
    printable = Rect(18, 18, paper.width - 36, paper.height - 36)
    assert all(printable.contains(box.frame) for page in handout.pages for box in page.boxes)
    grounds = [[box.frame for box in page.boxes if box.name == "Ground"] for page in handout.pages]
    assert sum(map(len, grounds)) == len(slides.pages)
    for frames in grounds:
        assert not any(one.overlaps(other) for one in frames for other in frames if one is not other)
        assert all(frame.width / frame.height == pytest.approx(16 / 9) for frame in frames)


def test_a_handout_names_each_section_once_where_it_begins():
    slides = compose_slides(deck_of(LONG))
    handout = compose_handout(slides, A4, 6)
    headings = [
        paragraph
        for page in handout.pages
        for box in page.boxes
        if box.name == "Line"
        for paragraph in paragraphs(box)
        if paragraph.ref.part is Part.TITLE and paragraph.ref.section != "opening"
    ]
    assert [paragraph.ref.section for paragraph in headings] == [entry.id for entry in slides.contents[1:]]
    levels = [
        int(paragraph.tag[1])
        for page in handout.pages
        for box in page.boxes
        for paragraph in paragraphs(box)
        if paragraph.tag[0] == "H"
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_handout_that_is_read_to_the_left_begins_at_the_right():
    arabic = compose_slides(deck_of(outline(section("العنوان", "مرحبا"), lang="ar")))
    handout = compose_handout(arabic, A4, 6)
    first, second = [box.frame for box in handout.pages[0].boxes if box.name == "Ground"][:2]
    assert first.x > second.x


def test_the_same_deck_gives_the_same_sheets():
    assert compose_handout(compose_slides(deck_of(LONG)), A4, 9) == compose_handout(
        compose_slides(deck_of(LONG)), A4, 9
    )
