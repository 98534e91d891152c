"""The rhythm of a deck: few sizes of type, neighbours alike, splits in balance."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefdeck.assets import read_look
from briefdeck.compose.deck.document import compose_deck
from briefdeck.compose.deck.layouts import LAYOUTS
from briefdeck.compose.deck.seating import TYPE_SCALE, Kind
from briefdeck.compose.deck.split import balanced, lead_ins
from briefdeck.model.identity import Identity
from briefdeck.model.page import Document, Text
from compose.outlines import group, outline, point, section, words


def deck(given) -> Document:
    return compose_deck(given, read_look(), Identity(title=given.title, lang="en", build="b"))[0]


def list_sizes(document):
    """The size of the first level of every list."""
    return [
        box.content.level_styles[0].size
        for page in document.pages
        for box in page.boxes
        if box.slot == "points" and isinstance(box.content, Text)
    ]


def test_a_short_list_is_one_step_larger_than_the_lists_around_it_and_no_more():
    long = [section(f"Long {n}", *[words(16)] * 4) for n in range(3)]
    *usual, short = list_sizes(deck(outline(*long, section("Short", *["Few words."] * 4))))
    assert len(set(usual)) == 1
    assert short == min(size for size in TYPE_SCALE if size > usual[0])


def test_a_list_elsewhere_in_the_section_does_not_make_another_small():
    full = point(words(9), points=tuple(point(words(9)) for _ in range(7)))
    labels = [group(f"Label {n}", words(7), words(6)) for n in range(2)]
    others = [section(f"Other {n}", *[words(9)] * 4) for n in range(4)]
    pages = deck(outline(section("A", full, words(9), words(9), *labels, *[words(9)] * 4), *others)).pages[1:]
    sizes = [next(box.content.level_styles[0].size for box in page.boxes if box.slot == "points")
             for page in pages if page.layout == "Points"]  # fmt: skip
    assert len(set(sizes)) == 2
    assert sizes[-1] > sizes[0]


def test_parts_of_a_list_have_one_size_and_it_is_large():
    sizes = list_sizes(deck(outline(section("A", *[words(14)] * 6, *["Few words."] * 7))))
    assert len(sizes) >= 2
    assert set(sizes) == {24.0}


def test_a_full_part_makes_the_others_of_its_list_hardly_smaller():
    below = [point(words(6)) for _ in range(8)]
    full = point(words(17), points=(*below, point(words(6), points=(point(words(8)),))))
    quoted = point(words(8), points=(point(words(14)),))
    *others, least = list_sizes(deck(outline(section("A", quoted, quoted, *map(words, (11, 12, 10, 9)), full))))
    assert least == 18
    assert min(others) > 18


def test_running_text_keeps_to_the_scale():
    sizes = list_sizes(deck(outline(*[section(f"A {n}", *[words(4 * n)] * 5) for n in range(1, 7)])))
    assert set(sizes) <= set(TYPE_SCALE)


def test_labels_of_one_section_stand_in_layouts_of_one_kind():
    heavy = [group(f"A label of many words, number {n}", words(12), words(9)) for n in range(4)]
    light = [group(f"L{n}", words(12)) for n in range(4)]
    kinds = {page.why for page in deck(outline(section("A", *heavy, *light))).pages[1:] if "label" in page.why}
    assert len(kinds) == 1


def test_a_full_slide_is_better_than_a_lonely_rest():
    long = point("What a leaf needs.", points=tuple(point(f"Need {n}.") for n in range(7)))
    pages = deck(outline(section("A", "One.", long, "Another."))).pages[1:]
    assert len(pages) == 1


@pytest.mark.parametrize("parts", [2, 3, 4])
def test_what_announces_the_next_thing_stays_with_it(parts):
    things = list(range(12))
    cut = balanced(things, [1.0] * 12, parts, frozenset({2, 3, 5, 8}))
    assert [thing for part in cut for thing in part] == things
    assert not {part[-1] for part in cut[:-1]} & {2, 3, 5, 8}


def test_where_everything_announces_something_the_split_is_as_it_would_be():
    assert balanced("abcd", [1.0] * 4, 2, frozenset(range(4))) == balanced("abcd", [1.0] * 4, 2)


def test_lead_ins_are_known_by_their_end():
    from briefdeck.compose.deck.items import point_item

    texts = ("There are three pillars, namely:", "Such as -", "以下：", "At 10:30", "It is well-known", "Done.")
    assert lead_ins([point_item(point(text), "s") for text in texts]) == {0, 1, 2}
    numbers = ("#22", "§ 4.1", "3.", "42", "2013.", "#22 is closed", "$12.99", "3:1")
    assert lead_ins([point_item(point(text), "s") for text in numbers]) == {0, 1, 2}


def test_the_number_of_what_follows_stands_above_it_as_a_label_and_ends_no_slide():
    issues = [text for n in range(8) for text in (f"#{300 + n}", f"What they said about it, {words(9)}")]
    lists = [box.content.paragraphs for page in deck(outline(section("Issues", *issues))).pages for box in page.boxes
             if box.slot == "points" and isinstance(box.content, Text)]  # fmt: skip
    assert len(lists) > 1
    for paragraphs in lists:
        assert [one.style.bold for one in paragraphs] == [one.text.startswith("#") for one in paragraphs]
        assert not paragraphs[-1].text.startswith("#")


def test_numbers_that_head_nothing_stay_points():
    (page,) = deck(outline(section("Numbers", *[f"#{n}" for n in range(9)]))).pages[1:]
    texts = [one for box in page.boxes if "points" in box.slot for one in box.content.paragraphs]
    assert [one.style.bold for one in texts] == [False] * 9


def test_the_last_line_of_a_title_is_no_lonely_word():
    title = "Characteristics of the generalised structures of a life cycle of projects in time"
    for page in deck(outline(section(title, "One.", "Two."))).pages[1:2]:
        spans = next(box for box in page.boxes if box.slot == "title").content.paragraphs[0].spans
        text = "".join(span.text for span in spans)
        assert text.replace("\u00a0", " ") == title
        assert text.rpartition(" ")[2].count("\u00a0") >= 1


def test_sizes_never_grow_from_step_to_step():
    for seat in (seat for seating in LAYOUTS for seat in seating.seats):
        for level in range(len(seat.slot.levels)):
            sizes = [seat.size(step, level) for step in range(seat.steps)]
            assert all(one >= other for one, other in pairwise(sizes))


def test_a_list_that_lacks_a_few_points_stands_closer_before_it_is_set_smaller():
    (page,) = deck(outline(section("A", *[words(14)] * 3))).pages[1:]
    (content,) = (box.content for box in page.boxes if box.slot == "points" and isinstance(box.content, Text))
    levels = next(one for one in LAYOUTS if one.layout.name == "Points").seat(Kind.POINT).levels(0)
    spaces = [level.space_before for level in content.level_styles]
    assert content.level_styles[0].size == levels[0].size
    assert 0.69 * levels[0].space_before <= spaces[0] < levels[0].space_before
    assert spaces[1] / spaces[0] == pytest.approx(levels[1].space_before / levels[0].space_before, abs=0.02)
