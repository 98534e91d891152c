"""The space between paragraphs: a short list takes more of it, so that it does not huddle at the top of its seat.

A list that lacks a few points takes somewhat less of it before it is set smaller.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefdeck.compose.deck.paragraphs import paragraphs_of
from briefdeck.compose.deck.seating import Item, Seat, Seating
from briefdeck.compose.type.measure import HEIGHT_MARGIN, DeckMeasure
from briefdeck.model.page import Paragraph, TextStyle
from briefdeck.model.values import replace

_CLOSER = 0.3  # of the space between paragraphs is what a list may do without
_BELOW = 4  # what stands below the only point of a list stays so many times closer to it


def spread(
    seat: Seat, paragraphs: Sequence[Paragraph], levels: tuple[TextStyle, ...], measure: DeckMeasure
) -> tuple[TextStyle, ...]:
    """The levels with more space before the paragraphs that stand highest, as far as the seat has room and wants it.

    Where it lacks room, with less before all of them.
    """
    between = sum(paragraph.style.space_before for paragraph in paragraphs[1:])
    lacking = -_spare(seat, paragraphs, measure)
    if lacking > 0 and between:
        kept = max(1 - _CLOSER, 1 - lacking / between)
        return tuple(replace(level, space_before=int(10 * kept * level.space_before) / 10) for level in levels)
    level, gaps = _gaps(paragraphs)
    if not gaps:
        return levels
    wider = levels[level].space_before + _extra(seat, paragraphs, measure)
    return (*levels[:level], replace(levels[level], space_before=int(10 * wider) / 10), *levels[level + 1 :])


def spared(seat: Seat, paragraphs: Sequence[Paragraph]) -> float:
    """How much lower a list may become by closer paragraphs, points."""
    single = seat.column[1] == 1 and bool(seat.spread)
    return _CLOSER * sum(paragraph.style.space_before for paragraph in paragraphs[1:]) if single else 0.0


def in_step(
    seating: Seating, seated: Mapping[str, Sequence[Item]], steps: Mapping[str, int], measure: DeckMeasure
) -> Seating:
    """The layout, columns side by side with no wider gaps than the fullest has room for: their lines stay level."""
    columns = {seat.slot.name for seat in seating.seats if seat.column[1] > 1 and seat.slot.name in seated}
    if not columns:
        return seating
    least = min(
        _extra(seat, paragraphs_of(seat, seated[name], seat.levels(steps[name])), measure)
        for seat in seating.seats
        if (name := seat.slot.name) in columns
    )
    seats = (replace(seat, spread=least) if seat.slot.name in columns else seat for seat in seating.seats)
    return replace(seating, seats=tuple(seats))


def _extra(seat: Seat, paragraphs: Sequence[Paragraph], measure: DeckMeasure) -> float:
    """How much wider each of the gaps may be, points."""
    level, gaps = _gaps(paragraphs)
    most = seat.spread if level == paragraphs[0].level else seat.spread / _BELOW
    return min(most, max(0.0, _spare(seat, paragraphs, measure) / gaps)) if gaps else most


def _spare(seat: Seat, paragraphs: Sequence[Paragraph], measure: DeckMeasure) -> float:
    """What is left of a seat's height, points; less than nothing where its paragraphs must stand closer."""
    return seat.slot.frame.height * HEIGHT_MARGIN - measure.measure(paragraphs, seat.slot.frame.width).height


def _gaps(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """The highest level below a list's first paragraph, and how many gaps stand before paragraphs of it."""
    level = min((paragraph.level for paragraph in paragraphs[1:]), default=0)
    return level, sum(paragraph.level == level for paragraph in paragraphs[1:])
