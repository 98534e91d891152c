"""The table of layouts: each stands inside the slide, keeps its slots apart, keeps the floors, and is reached."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from briefdeck.assets import read_look
from briefdeck.compose.deck import grid
from briefdeck.compose.deck.document import compose_deck
from briefdeck.compose.deck.layouts import LAYOUTS, layouts_for
from briefdeck.compose.deck.seating import AROUND, HEADINGS, Item, Kind, Seating, match
from briefdeck.model.geometry import Rect
from briefdeck.model.identity import Identity
from briefdeck.model.look import Ink
from briefdeck.model.page import SlotKind
from compose.outlines import MEDIA, REACHES

SLIDE = Rect(0, 0, grid.SLIDE.width, grid.SLIDE.height)
ENTRIES = [pytest.param(seating, id=seating.layout.name) for seating in LAYOUTS]
MIRRORED = [pytest.param(seating, id=f"{seating.layout.name} rtl") for seating in layouts_for("ar")]
CAPTIONS = {"section", "byline", "caption", "table", "chart", "picture"}
FOOT = {"footer", "page number"}


def test_names_are_unique():
    names = [seating.layout.name for seating in LAYOUTS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("seating", ENTRIES + MIRRORED)
def test_text_stays_off_the_edges_of_the_slide(seating: Seating):
    for slot in seating.layout.slots:
        if slot.kind is not SlotKind.PICTURE:  # pictures may go to the edge, where projectors cut
            assert grid.SAFE.contains(slot.frame), slot.name


@pytest.mark.parametrize("seating", ENTRIES + MIRRORED)
def test_ornaments_stay_on_the_slide(seating: Seating):
    for box in seating.layout.ornaments:
        assert SLIDE.contains(box.frame), box.name


@pytest.mark.parametrize("seating", ENTRIES + MIRRORED)
def test_slots_do_not_overlap(seating: Seating):
    for one, other in combinations(seating.layout.slots, 2):
        assert not one.frame.overlaps(other.frame), (one.name, other.name)


@pytest.mark.parametrize("seating", ENTRIES)
def test_slots_and_seats_are_the_same_places(seating: Seating):
    assert seating.layout.slots == tuple(seat.slot for seat in seating.seats)
    assert len({slot.name for slot in seating.layout.slots}) == len(seating.layout.slots)


@pytest.mark.parametrize("seating", ENTRIES)
def test_floors_are_kept(seating: Seating):
    for seat in seating.seats:
        least = 12 if seat.slot.name in FOOT else 14 if seat.slot.name in CAPTIONS else 18
        assert min(seat.floor) >= least, seat.slot.name
        for level, style in enumerate(seat.slot.levels):
            assert style.size >= seat.floor[level]


@pytest.mark.parametrize("seating", ENTRIES)
def test_ladders_fall_from_the_largest_size_to_the_floor(seating: Seating):
    for seat in seating.seats:
        for level, style in enumerate(seat.slot.levels):
            sizes = [seat.size(step, level) for step in range(seat.steps)]
            assert sizes == sorted(sizes, reverse=True)
            assert (sizes[0], sizes[-1]) == (style.size, seat.floor[level])


@pytest.mark.parametrize("seating", ENTRIES)
def test_there_is_one_title_and_it_comes_first(seating: Seating):
    titles = [seat for seat in seating.seats if seat.takes & HEADINGS]
    assert len(titles) == 1
    assert seating.seats[0] is titles[0]
    assert titles[0].slot.kind is SlotKind.TITLE


@pytest.mark.parametrize("seating", [entry for entry in ENTRIES if entry.values[0].heading is Kind.TITLE])
def test_content_layouts_share_one_title_position(seating: Seating):
    """Only panels at the side and the quote have the title elsewhere."""
    if seating.layout.background == Ink("background") and seating.layout.ornaments[0].name == "Accent rule":
        assert seating.title_seat.slot.frame == grid.TITLE


@pytest.mark.parametrize("seating", ENTRIES)
def test_text_on_a_dark_ground_is_light(seating: Seating):
    if seating.layout.background.role in ("heading", "accent1"):
        for slot in seating.layout.slots:
            assert {style.ink.role for style in slot.levels} <= {"background", "surface", "accent3"}, slot.name


@pytest.mark.parametrize("seating", ENTRIES)
def test_every_layout_is_reached_by_an_outline(seating: Seating):
    outline = REACHES[seating.layout.name]
    identity = Identity(title=outline.title, lang="en", build="test")
    document, _ = compose_deck(outline, read_look(), identity, MEDIA)
    assert seating.layout.name in [page.layout for page in document.pages]


@pytest.mark.parametrize("seating", ENTRIES)
def test_a_layout_refuses_what_it_has_no_seat_for(seating: Seating):
    strangers = [kind for kind in Kind if kind not in AROUND and seating.seat(kind) is None]
    assert match(seating, [Item(kind=strangers[0])]) is None


def test_mirroring_twice_changes_nothing():
    for seating, mirrored in zip(LAYOUTS, layouts_for("ur-PK"), strict=True):
        for one, other in zip(seating.layout.slots, mirrored.layout.slots, strict=True):
            assert grid.mirror(other.frame).x == pytest.approx(one.frame.x)
        for one, other in zip(seating.layout.ornaments, mirrored.layout.ornaments, strict=True):
            twice = grid.mirror_box(other)
            assert twice.frame.x == pytest.approx(one.frame.x)
            assert twice.content == one.content


def test_what_a_layout_takes_is_said_in_words():
    said = {seating.layout.name: seating.takes() for seating in LAYOUTS}
    assert said["Cards 3"] == "exactly 3 times a label with its points, or a side of a comparison"
    assert said["Figure"].startswith("a figure; at least ")


def test_every_layout_has_its_picture_in_the_docs():
    docs = Path(__file__).parents[3] / "docs"
    wanted = {f"{seating.layout.name.lower().replace(' ', '-')}.png" for seating in LAYOUTS}
    assert {path.name for path in (docs / "layouts").glob("*")} == wanted
    page = (docs / "layouts.md").read_text(encoding="utf-8")
    assert all(f"(layouts/{name})" in page for name in wanted)
    assert sum(path.stat().st_size for path in (docs / "layouts").glob("*")) < 800_000
