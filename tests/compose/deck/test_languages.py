"""Texts in several scripts: each part says its language, so that viewers set it in one font and spell it rightly."""

from __future__ import annotations

import pytest

from briefdeck.compose.deck.languages import in_languages
from briefdeck.model.geometry import Rect
from briefdeck.model.look import Ink
from briefdeck.model.outline import Table
from briefdeck.model.page import Box, Page, Paragraph, Ref, Span, Text, TextStyle
from briefdeck.pipeline import Order, make
from compose.outlines import outline, section

STYLE = TextStyle(font="body", size=20, ink=Ink("text"))


def parts(*spans: Span, lang: str = "en") -> list[tuple[str, str]]:
    paragraph = Paragraph(spans=spans, style=STYLE, ref=Ref("h1", "p1"))
    box = Box(frame=Rect(0, 0, 100, 100), content=Text(paragraphs=(paragraph,)))
    page = in_languages(Page(title="", entry="h1", boxes=(box,), layout=""), lang)
    (made,) = page.boxes[0].content.paragraphs
    assert made.text == paragraph.text
    return [(span.text, span.lang) for span in made.spans]


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("Plain words – and “signs”", "en", [("Plain words – and “signs”", "")]),
        ("The word विद्यालय, a school", "en", [("The word ", ""), ("विद्यालय, ", "hi"), ("a school", "")]),
        ("COVID-वायरस", "hi", [("COVID-", "en"), ("वायरस", "")]),
        ("Python语言", "en", [("Python", ""), ("语言", "zh")]),
        ("Say カタカナ and 漢字かな", "en", [("Say ", ""), ("カタカナ ", "ja"), ("and ", ""), ("漢字かな", "ja")]),
        ("光合作用とカタカナ", "ja", [("光合作用とカタカナ", "")]),
        ("ДНК и DNA", "ru", [("ДНК и ", ""), ("DNA", "en")]),
        ("مرحبا 12 हिन्दी", "ar", [("مرحبا 12 ", ""), ("हिन्दी", "hi")]),
        ("«सत्य» говорят", "ru", [("«सत्य» ", "hi"), ("говорят", "")]),
        ("تخزن السدود", "en", [("تخزن السدود", "ar")]),  # of one script, and from the other side
        ("вода 😀, свет 👩‍🏫", "ru", [("вода ", ""), ("😀, ", "en"), ("свет ", ""), ("👩‍🏫", "en")]),
        ("😀😀 ջուր", "de", [("😀😀 ", ""), ("ջուր", "hy")]),  # an emoji is of the document where that is Latin
        ("वन 😀 जल", "hi", [("वन 😀 जल", "")]),
        ("“12 ქართული” 7", "en", [("“12 ქართული” 7", "")]),  # of one script: it stays one
    ],
)
def test_each_part_says_the_language_of_its_script(text, lang, found):
    assert parts(Span(text=text), lang=lang) == found


def test_the_looks_of_words_stay_theirs_and_a_link_stays_one():
    bold, link = (
        Span(text="наука science", bold=True),
        Span(text="наука.рф/science", link="https://xn--80aa3ac.xn--p1ai"),
    )
    assert parts(bold, link, lang="ru") == [("наука ", ""), ("science", "en"), ("наука.рф/science", "")]


def test_texts_and_cells_of_the_deck_are_parted():
    table = Table(header=("Word", "Meaning"), rows=(("वन means forest", "x"),))
    made = make(outline(section("Words like вода", "Say नमस्ते and go.", table=table)), Order(only="deck"))
    texts = [box.content for page in made.deck_document.pages for box in page.boxes]
    spans = [span for text in texts for span in _spans(text) if span.lang]
    assert {(span.text, span.lang) for span in spans} >= {("вода", "ru"), ("नमस्ते ", "hi"), ("वन ", "hi")}


def _spans(content) -> list[Span]:
    rows = getattr(content, "rows", ()) or (getattr(content, "paragraphs", ()),)
    return [span for row in rows for paragraph in row for span in paragraph.spans]
