"""Builds: which boxes of a slide appear at a click, and in which steps."""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.compose.deck.seating import AROUND, Kind, Seat, Seating
from briefdeck.model.page import Box, Build, Text

_STILL = frozenset({Kind.TABLE, Kind.LEAD, Kind.SOURCE})
"""What is there from the beginning."""


def built(boxes: Sequence[Box], seating: Seating) -> tuple[Box, ...]:
    """The boxes with their steps: lists point by point, cards one by one, a term together with its meaning.

    A slide whose content is a single text has nothing to build.
    """
    seats = {seat.slot.name: seat for seat in seating.seats}
    moving = [box for box in boxes if isinstance(box.content, Text) and _moves(seats.get(box.slot))]
    if sum(_steps(box, seats[box.slot]) for box in moving) < 2:
        return tuple(boxes)
    return tuple(box._replace(build=_build(seats[box.slot])) if box in moving else box for box in boxes)


def _moves(seat: Seat | None) -> bool:
    return seat is not None and not seat.takes & (AROUND | _STILL)


def _steps(box: Box, seat: Seat) -> int:
    assert isinstance(box.content, Text)
    return sum(paragraph.level == 0 for paragraph in box.content.paragraphs) if seat.many else seat.portion != "rest"


def _build(seat: Seat) -> Build:
    return "paragraphs" if seat.many else "with" if seat.portion == "rest" else "whole"
