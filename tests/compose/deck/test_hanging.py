"""Lines that run to the left have room for what LibreOffice adds at the ends of Chinese and Japanese."""

from __future__ import annotations

import pytest

from briefdeck.assets import read_look
from briefdeck.compose.deck.document import compose_deck
from briefdeck.model.identity import Identity
from briefdeck.model.outline import Outline
from briefdeck.model.page import Text
from briefdeck.model.values import replace
from compose.outlines import outline, section

MIXED = "كتاب 日本,字日本 عن الصين"


def texts(given: Outline, lang: str):
    look = read_look("", lang)
    document, _ = compose_deck(replace(given, lang=lang), look, Identity(title="D", lang=lang, build="b"))
    (page,) = (page for page in document.pages if page.title == "Title")
    (slots,) = (layout.slots for layout in document.layouts if layout.name == page.layout)
    places = {slot.name: slot.frame for slot in slots}
    return [(box, places[box.slot]) for box in page.boxes if isinstance(box.content, Text)]


@pytest.mark.parametrize("lang", ["ar", "fa"])
def test_a_text_with_chinese_in_it_keeps_its_place_and_its_lines_end_earlier(lang):
    found = [(box, frame) for box, frame in texts(outline(section("Title", MIXED)), lang) if "日" in box_text(box)]
    assert found
    for box, frame in found:
        assert box.frame == frame
        assert box.free.left > 0
        assert box.room.right == pytest.approx(frame.right)


@pytest.mark.parametrize(("lang", "said"), [("en", MIXED), ("ar", "كتاب عن الصين")])
def test_other_texts_have_all_of_their_place(lang, said):
    assert all(box.frame == box.room == frame for box, frame in texts(outline(section("Title", said)), lang))


def test_a_medley_of_scripts_has_room_at_its_right_where_it_runs_there():
    said = "leaf лист पत्ती 叶 இலை"
    for box, frame in texts(outline(section("Title", said, said)), "en"):
        assert box.frame == frame
        assert (box.free.right > 0) == ("лист" in box_text(box))
        assert box.room.right == pytest.approx(frame.right - box.free.right)


@pytest.mark.parametrize(("said", "room"), [("ನೀರು → ಬೆಳಕು", True), ("ನೀರು ಬೆಳಕು", False), ("water → light", False)])
def test_signs_among_joined_letters_have_room_at_the_right(said, room):
    assert any(box.free.right > 0 for box, _ in texts(outline(section("Title", said, said)), "en")) == room


def test_a_link_is_one_word_in_every_language_that_runs_to_the_left():
    said = "انظر https://example.org/a-long-way-to-the-page الآن"
    for lang in ("ar", "fa"):
        (spans,) = ([span.text for one in box.content.paragraphs for span in one.spans if span.link]
                    for box, _ in texts(outline(section("Title", said)), lang) if "https" in box_text(box))  # fmt: skip
        assert len(spans) == 1


def box_text(box) -> str:
    return "".join(one.text for one in box.content.paragraphs)
