"""Lines end well, and no word that found room on its line is parted for it."""

from __future__ import annotations

import pytest

from briefdeck.assets import read_look
from briefdeck.compose.deck.line_ends import LineEnds
from briefdeck.compose.type.measure import DeckMeasure
from briefdeck.model.look import Ink
from briefdeck.model.page import Paragraph, Ref, Span, TextStyle

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
