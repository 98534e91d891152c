"""Columns by the numbers: where a flow is parted, and how evenly."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdeck.compose.brief.columns import (
    QUARTERS,
    TWO_LINES,
    Band,
    Column,
    Piece,
    depth,
    flow,
    height,
    parted,
    uneven,
)
from briefdeck.compose.brief.widths import Need, column_widths


def lines(count: int, before: int = 2, **fields: object) -> Piece:
    breaks = tuple(line * QUARTERS for line in range(2, count - 1))
    return Piece(**{"units": count * QUARTERS, "before": before, "breaks": breaks, **fields})


HEADING = Piece(units=QUARTERS, before=4, keep=True, opens=True)

pieces = st.lists(
    st.builds(lines, st.integers(1, 9), st.integers(0, 6), group=st.sampled_from(("", "", "a"))) | st.just(HEADING),
    min_size=1,
    max_size=30,
).map(lambda found: [*found, lines(2)])


def columns(found: list[Piece], count: int = 2, capacity: int = 10_000) -> tuple[Column, ...]:
    """The columns of pieces none of which stands across."""
    (band,) = flow(found, count, capacity) or ()
    return band.columns


@given(pieces, st.sampled_from((1, 2)))
def test_columns_hold_everything_once_and_in_order(found: list[Piece], count: int) -> None:
    parted = columns(found, count)
    parts = [part for column in parted for part in column]
    for index, piece in enumerate(found):
        own = [(part.start, part.stop) for part in parts if part.index == index]
        assert own[0][0] == 0 and own[-1][1] == piece.units
        assert all(stop == start for (_, stop), (start, _) in itertools.pairwise(own))
    assert [part.index for part in parts] == sorted(part.index for part in parts)


@given(pieces)
def test_nothing_overlaps_and_a_column_starts_at_its_head(found: list[Piece]) -> None:
    for column in columns(found):
        assert not column or column[0].top == 0
        for part, below in itertools.pairwise(column):
            assert below.top >= part.top + part.stop - part.start - 1e-9


@given(pieces, st.integers(1, 200))
def test_columns_are_never_deeper_than_the_page(found: list[Piece], capacity: int) -> None:
    parted = flow(found, 2, capacity)
    if parted is not None:
        assert depth(parted) <= capacity
    else:
        assert height(found) > capacity


@given(pieces)
def test_a_heading_is_never_the_last_of_the_first_column(found: list[Piece]) -> None:
    parted = columns(found)
    if parted[0] and parted[1]:
        assert not found[parted[0][-1].index].keep


def test_paragraphs_are_parted_only_with_two_lines_on_either_side() -> None:
    parted = columns([lines(5)])
    assert [(part.start, part.stop) for column in parted for part in column] in (
        [(0, 8), (8, 20)],
        [(0, 12), (12, 20)],
    )


def test_what_goes_on_in_the_next_column_is_counted_but_for_tables() -> None:
    table = Piece(units=24, again=4, breaks=(8, 12, 16))
    assert [parted(flow([piece], 2, 100) or ()) for piece in (lines(3), lines(6), table)] == [0, 1, 0]


def test_the_first_of_a_list_does_not_stand_below_its_heading_by_itself() -> None:
    even = [HEADING, lines(2), lines(1), lines(2), lines(1)]  # after the first or the second line: as even
    assert columns(even)[1][0].index == 3


def test_the_last_of_a_list_does_not_begin_a_column_by_itself() -> None:
    even = [HEADING, *[lines(1)] * 4, HEADING, lines(1)]
    assert columns(even)[1][0].index == 3


def test_three_lines_stay_together() -> None:
    parted = columns([lines(3)])
    assert not parted[1]


def test_a_column_begins_with_a_heading_rather_than_within_a_paragraph() -> None:
    found = [lines(4), lines(6), HEADING, lines(4), lines(4)]
    parted = columns(found)
    assert parted[1][0].index == 2


def test_a_shorter_column_is_stretched_to_the_common_foot() -> None:
    found = [lines(3, 4), lines(3, 4), lines(3, 4), lines(3, 4), lines(3, 4), lines(2, 4)]
    parted = flow(found, 2, 10_000)
    assert parted is not None
    assert uneven(parted) == pytest.approx(0)
    gaps = [below.top - part.bottom for column in parted[0].columns for part, below in itertools.pairwise(column)]
    assert all(4 <= gap <= 4 + TWO_LINES / 2 for gap in gaps)


def test_gaps_between_the_items_of_a_list_stay_alike_where_a_wider_gap_can_be_stretched() -> None:
    found = [HEADING, lines(2, 1), lines(3, 1), HEADING, *[lines(1, 1)] * 4, HEADING, *[lines(2, 1)] * 6]
    for column in columns(found):
        for part, below in itertools.pairwise(column):
            if found[below.index].before == 1:
                assert below.top - part.bottom == 1


def test_what_stands_across_parts_the_page_into_bands_that_end_evenly() -> None:
    found = [*[lines(2)] * 6, Piece(units=40, before=4, wide=True), *[lines(3)] * 4]
    above, across, below = flow(found, 2, 10_000)
    assert [band.wide for band in (above, across, below)] == [False, True, False]
    assert [part.index for band in (above, across, below) for column in band.columns for part in column] == [*range(11)]
    (table,) = across.columns[0]
    assert table.top == depth((above,)) + 4
    assert {column[0].top for column in below.columns} == {table.bottom + 2}
    assert uneven((above, across, below)) <= TWO_LINES
    assert flow(found, 2, int(depth((below,))) - 1) is None


def test_in_one_column_nothing_parts_the_page() -> None:
    found = [lines(2), Piece(units=40, before=4, wide=True), lines(3)]
    (band,) = flow(found, 1, 10_000)
    assert not band.wide
    assert [part.index for part in band.columns[0]] == [0, 1, 2]


def test_columns_that_cannot_end_alike_are_left_alone() -> None:
    parted = flow([lines(3), Piece(units=60, before=2)], 2, 10_000)
    assert parted is not None
    assert uneven(parted) > TWO_LINES


def test_the_columns_of_a_table_get_what_their_words_need_and_short_cells_are_not_broken():
    assert column_widths([Need(10, (20, 20)), Need(30, (90, 90))], 100, 10) == pytest.approx((20 + 10, 70))
    assert column_widths([Need(10, (10,)), Need(30, (30,))], 110, 10) == pytest.approx((10 + 30 + 10, 30 + 30))


def test_where_words_do_not_fit_only_the_widest_columns_of_a_table_are_cut_back():
    assert column_widths([Need(least, (99,)) for least in (20, 70, 30, 90)], 190, 10) == pytest.approx((30, 65, 40, 55))


def test_what_stands_above_each_part_of_a_table_counts_in_its_height():
    table = Piece(units=40, breaks=tuple(range(8, 36, 4)), again=6)
    (first,), (second,) = columns([table], capacity=26)
    assert (second.again, second.top) == (6, 0)
    assert second.bottom == 6 + second.stop - second.start
    assert first.stop - first.start + second.stop - second.start == 40
    assert uneven((Band(((first,), (second,))),)) <= TWO_LINES
