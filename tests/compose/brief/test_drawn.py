"""Pictures and charts on the brief: within their column, never stretched, small before they are left out."""

from __future__ import annotations

import pytest

from briefdeck.assets import read_look
from briefdeck.compose.brief.document import compose_brief
from briefdeck.model.geometry import Rect
from briefdeck.model.identity import Identity
from briefdeck.model.page import Box, ChartContent, ChartLabel, Document, PictureContent, TableContent, Text
from briefdeck.model.values import replace
from compose.outlines import MEDIA, chart, outline, picture, section, words

KINDS = ("bar", "column", "line", "pie", "doughnut", "stacked")


def brief(*sections, **more) -> Document:
    made = outline(*sections, **more)
    identity = Identity(title=made.title, lang=made.lang, build="b")
    return compose_brief(made, read_look(on_paper=True), identity, media=MEDIA)[0]


def boxes(document: Document, kind: type) -> list[Box]:
    return [box for box in document.pages[0].boxes if isinstance(box.content, kind)]


@pytest.mark.parametrize("name", MEDIA)
def test_a_picture_keeps_its_proportions_and_stays_on_the_page(name):
    document = brief(section("A", "One.", picture=picture(name, caption="What it is")))
    (box,) = boxes(document, PictureContent)
    assert box.frame.width / box.frame.height == pytest.approx(MEDIA[name].aspect, rel=1e-3)
    assert Rect(0, 0, *document.size).contains(box.frame)
    shown = [one.text for box in boxes(document, Text) for one in box.content.paragraphs if one.tag == "Caption"]
    assert shown == ["What it is"]


def test_a_full_page_makes_pictures_smaller_before_it_leaves_them_out():
    full = [section(f"Part {number}", *[words(14)] * 4) for number in range(9)]
    roomy = boxes(brief(section("A", "One.", picture=picture())), PictureContent)[0]
    tight = boxes(brief(section("A", picture=picture()), *full), PictureContent)
    assert not tight or tight[0].frame.height < roomy.frame.height
    crowded = brief(section("A", "One.", picture=picture()), *full, *full, *full)
    assert "picture" in " ".join(cut.id for cut in crowded.cuts)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_chart_is_drawn_with_its_words_set(kind):
    document = brief(section("A", chart=chart(kind, "3", "1", "2", caption="Counted", reading="A leads.")))
    (box,) = boxes(document, ChartContent)
    assert not boxes(document, TableContent)
    labels = [mark for mark in box.content.marks if isinstance(mark, ChartLabel)]
    said = " ".join(label.paragraph.text for label in labels)
    assert all(word in said for word in "ABC")
    for label in labels:
        assert label.paragraph.lines
        assert label.paragraph.style.size >= 9
        for line in label.paragraph.lines:
            assert line.x >= 0
            assert label.frame.x + line.x + line.width <= box.frame.width + 1
            assert 0 <= label.frame.y + line.baseline <= box.frame.height + 1


def test_a_chart_whose_words_find_no_room_is_the_table_of_its_numbers():
    names = tuple(f"{'Extraordinarily' * 3}{number}" for number in range(3))
    document = brief(section("A", chart=replace(chart("column", "3", "1", "2"), categories=names)))
    assert boxes(document, TableContent)
    assert not boxes(document, ChartContent)


def test_the_logo_stands_in_the_head_and_the_title_beside_it():
    document = brief(section("A", "One."), logo="wide", title="A title that is long enough to reach the right margin")
    (logo,) = boxes(document, PictureContent)
    assert logo.content.alt == ""
    assert logo.frame.width / logo.frame.height == pytest.approx(3)
    title = next(box for box in boxes(document, Text) if box.content.paragraphs[0].tag == "H1")
    assert not title.frame.overlaps(logo.frame)
