"""Lines end well, and no word that found room on its line is parted for it."""

from __future__ import annotations

import pytest

from briefdeck.assets import read_look
from briefdeck.compose.deck.line_ends import LineEnds
from briefdeck.compose.deck.phrases import with_whole_phrases
from briefdeck.compose.type.measure import DeckMeasure
from briefdeck.model.look import Ink
from briefdeck.model.page import Paragraph, Ref, Span, TextStyle
from briefdeck.model.values import replace

STYLE = TextStyle(font="heading", size=32, ink=Ink("heading"), bold=True)


@pytest.mark.parametrize(
    ("text", "width", "joined"),
    [
        ("Проекты и операционная деятельность", 300, False),  # the last two are wider than the line
        ("Проекты и операционная деятельность", 560, True),
        ("The causes of the war", 320, True),
    ],
)
def test_the_last_words_of_a_title_stay_together_only_where_a_line_holds_them(text, width, joined):
    measure = DeckMeasure(read_look("", "ru"))
    paragraph = Paragraph(spans=(Span(text=text),), style=STYLE, ref=Ref("h1"))
    ended = LineEnds(measure, measure).well(paragraph, width, title=True)
    assert ended.text.replace("\u00a0", " ") == text
    assert ("\u00a0" in ended.text) == joined
    assert measure.measure((ended,), width).word_fits


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("انظر كتاب Origin of Species لداروين", "Origin\u00a0of\u00a0Species"),
        (
            'سعره (USD 12) "per unit" في السوق',
            '(USD\u00a012)\u00a0"per\u00a0unit"',
        ),
        ("كتاب Darwin عن الأنواع", ""),
        ("The origin of species is a book", ""),  # nothing in it runs to the left
        ("كتاب " + "The origin of species by means of natural selection " + "لداروين", ""),  # too long to be held
    ],
)
def test_a_short_phrase_that_runs_the_other_way_is_held_on_a_line(text, whole):
    measure = DeckMeasure(read_look("", "ar"))
    paragraph = Paragraph(spans=(Span(text=text),), style=STYLE, ref=Ref("h1"))
    found = with_whole_phrases(paragraph, 800, measure).text
    assert found.replace("\u00a0", " ") == text
    assert (whole in found) if whole else found == text


def test_a_phrase_is_held_only_in_a_text_that_runs_to_the_left():
    measure = DeckMeasure(read_look("", "ar"))
    text = "انظر كتاب Origin of Species لداروين " * 3
    paragraph = Paragraph(spans=(Span(text=text),), style=STYLE, ref=Ref("h1"))
    for runs_left in (True, False):
        ended = LineEnds(measure, measure, runs_left=runs_left).well(paragraph, 560, title=False)
        assert ("Origin\u00a0of\u00a0Species" in ended.text) == runs_left


@pytest.mark.parametrize(
    ("text", "width", "held"),
    [
        ("The years after the war, 1990-91, were hard for all", 250, "1990\u201191"),
        ("A drug for all of those who have had COVID-19 before", 250, "COVID\u201119"),
        ("The board is the LaunchPad EK-TM4C123GXL", 300, "EK\u2011TM4C123GXL"),
        ("A well-known and HIGH-PRICED board of the same firm", 250, ""),
        ("COVID-19", 250, ""),  # on one line
        ("The number of it is 978-3-16-148410-0-978-3-16-148410-0", 250, ""),  # wider than the line
    ],
)
def test_ranges_and_codes_are_not_parted(text, width, held):
    measure = DeckMeasure(read_look())
    paragraph = Paragraph(spans=(Span(text=text),), style=replace(STYLE, size=24), ref=Ref("h1"))
    ended = LineEnds(measure, measure).well(paragraph, width, title=False).text.replace("\u00a0", " ")
    assert ended == text.replace(held.replace("\u2011", "-"), held) if held else ended == text


@pytest.mark.parametrize(
    ("text", "width", "first"),
    [
        ("The bicycle: an invention in steps", 420, "The bicycle: "),
        ("Spanish A1, unit 5: En el mercado", 390, "Spanish A1, unit 5: "),
        ("War: how it began and what it changed", 420, ""),  # a line of one short word above a long one
        ("The bicycle as an invention in steps", 420, ""),
        ("The bicycle: an invention", 900, ""),  # one line
    ],
)
def test_a_title_of_several_lines_ends_one_where_it_pauses(text, width, first):
    measure = DeckMeasure(read_look("", "en"))
    paragraph = Paragraph(spans=(Span(text=text),), style=STYLE, ref=Ref("h1"))
    ended = LineEnds(measure, measure).well(paragraph, width, title=True)
    assert ended.text.replace("\u00a0", " ") == text
    lines = measure.lines(ended.spans, STYLE, width)
    assert len(lines) == len(measure.lines(paragraph.spans, STYLE, width))
    assert (
        (lines[0].replace("\u00a0", " ") == first) if first else not lines[0].rstrip().endswith(":") or len(lines) == 1
    )
