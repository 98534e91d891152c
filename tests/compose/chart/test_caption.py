"""What stands beside a chart: its caption, and the name of its only series where nothing else says it."""

from __future__ import annotations

import pytest

from briefdeck.assets import read_look
from briefdeck.compose.chart.data import chart_caption
from briefdeck.model.outline import Chart, Series
from briefdeck.model.page import Text
from briefdeck.model.values import replace
from briefdeck.pipeline import Order, make
from briefdeck.verify import verify
from compose.outlines import outline, section

WHEAT = Chart(kind="column", categories=("A", "B"), series=(Series(name="Wheat", values=("3", "4")),))


@pytest.mark.parametrize(
    ("caption", "reading", "title", "shown"),
    [
        ("", "", "Fields", "Wheat"),
        ("In the north", "", "Fields", "Wheat: In the north"),
        ("Of wheat, in tonnes", "", "Fields", "Of wheat, in tonnes"),
        ("", "Wheat grows.", "Fields", ""),
        ("", "", "The wheat of a year", ""),
    ],
)
def test_the_only_series_is_named_once(caption, reading, title, shown):
    assert chart_caption(replace(WHEAT, caption=caption, reading=reading), title) == shown


def test_several_series_are_named_in_the_chart():
    both = (*WHEAT.series, Series(name="Rye", values=("1", "2")))
    assert chart_caption(replace(WHEAT, series=both), "Fields") == ""


def test_deck_and_brief_say_the_name_and_keep_every_promise():
    given = outline(section("Fields", chart=WHEAT), section("Rain", chart=replace(WHEAT, caption="In the north")))
    made = make(given, Order())
    assert made.deck_document is not None
    captions = [
        one.text
        for page in made.deck_document.pages
        for box in page.boxes
        if box.slot == "caption" and isinstance(box.content, Text)
        for one in box.content.paragraphs
    ]
    assert captions == ["Wheat", "Wheat: In the north"]
    assert verify(made.deck, made.brief, given, None, read_look("", "en").furniture).problems == ()
