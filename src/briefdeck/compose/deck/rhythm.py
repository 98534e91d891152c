"""Rhythm: running text of about one size from slide to slide, smaller only where a slide holds more.

What most slides of a deck can be set in is its size of text; a slide with little on it takes the next larger one of the
scale and no more, which is read from further away and hardly seen as a change. The parts of one list are alike where
none of them must become much smaller for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import accumulate, pairwise
from statistics import median_low

from briefdeck.compose.deck.fit import Fitted, Fitter
from briefdeck.compose.deck.seating import TYPE_SCALE, Kind, Seat
from briefdeck.compose.deck.slides import Slide
from briefdeck.model.values import replace

_RUNNING = frozenset({Kind.POINT, Kind.BRANCH, Kind.GROUP, Kind.SIDE, Kind.MOMENT, Kind.TERM, Kind.LEAD})
_LEGIBLE = 20.0  # points: what the last row reads without effort
_NEAR = 2  # steps of the scale that a part is made smaller to be like the others
_DISPLAY = 30.0  # points: what a layout sets larger is there to be seen at a glance


def evened(slides: Sequence[Slide]) -> list[Slide]:
    """The slides, those with much larger text than most brought down, neighbours of one list towards the smallest."""
    own = [_size(slide.fitted) for slide in slides]
    runs = _runs(slides)
    shared: dict[int, float] = {}
    for run, size in zip(runs, own, strict=True):
        if size:
            shared[run] = min(shared.get(run, size), size)
    if not shared:
        return list(slides)
    usual = median_low(shared[run] for run, size in zip(runs, own, strict=True) if size)
    above = min((size for size in TYPE_SCALE if size > usual), default=usual)
    return [
        replace(slide, fitted=_at_most(slide.fitted, min(_for_others(size, shared[run]), above))) if size else slide
        for slide, run, size in zip(slides, runs, own, strict=True)
    ]


def _for_others(size: float, smallest: float) -> float:
    """The size of a part of a list whose smallest is set so: the same, or next below its own where that is small."""
    smaller = [step for step in TYPE_SCALE if smallest <= step < size]
    return smaller[0] if smallest < _LEGIBLE and len(smaller) > _NEAR else smallest


def _runs(slides: Sequence[Slide]) -> list[int]:
    """For each slide the number of the run it belongs to: neighbours that are set alike are one."""
    changes = (before is None or _like(before) != _like(slide) for before, slide in pairwise((None, *slides)) if slide)
    return list(accumulate(int(change) for change in changes))


def lowered(slides: Sequence[Slide], fitter: Fitter, asked: Set[str]) -> list[Slide]:
    """The slides, those that are set alike in the lowest layout of their kind where all of them find room.

    One that holds far less than the others is lower: none is more than one height above what its own words need.
    `asked` are the entries that are to have just the layout they have.
    """
    alike: dict[tuple[str, ...], list[int]] = {}
    for index, slide in enumerate(slides):
        heights = fitter.heights(slide.fitted.seating)
        if len(heights) > 1 and slide.entry not in asked:
            alike.setdefault((*_like(slide), heights[0].layout.name), []).append(index)
    found = list(slides)
    for places in alike.values():
        ways = [_ways(slides[index].fitted, fitter) for index in places]
        common = max(min(way, default=0) for way in ways)
        for index, way in zip(places, ways, strict=True):
            if way:
                fitted = way[max(height for height in way if height <= min(common, min(way) + 1))]
                found[index] = replace(slides[index], fitted=fitted)
    return found


def _ways(fitted: Fitted, fitter: Fitter) -> dict[int, Fitted]:
    """The same content in layouts of its kind that have room for it, by how high they are, 0 being the lowest."""
    moved = (fitter.moved(fitted, seating) for seating in fitter.heights(fitted.seating))
    return {height: one for height, one in enumerate(moved) if one}


def _like(slide: Slide) -> tuple[str, str, str]:
    """What slides have in common that are set alike: entry and title, and what their layouts are for."""
    return slide.entry, slide.title.text, slide.fitted.seating.why


def _seats(fitted: Fitted) -> Iterator[Seat]:
    """The filled seats of running text."""
    for seat in fitted.seating.seats:
        if seat.slot.name in fitted.seated and seat.takes & _RUNNING and seat.portion != "first":
            yield seat


def _size(fitted: Fitted) -> float | None:
    """The smallest size of a slide's running text; None for a slide without any."""
    return min(_sizes(fitted, _seats(fitted)), default=None)


def _sizes(fitted: Fitted, seats: Iterable[Seat]) -> Iterator[float]:
    for seat in seats:
        if seat.size(0, seat.main) <= _DISPLAY:
            yield seat.size(fitted.steps[seat.slot.name], seat.main)


def _at_most(fitted: Fitted, limit: float) -> Fitted:
    """The same in a size that is no larger than the limit: what fits, fits smaller too."""
    steps = dict(fitted.steps)
    for seat in _seats(fitted):
        if seat.size(0, seat.main) <= _DISPLAY:
            smaller = (step for step in range(seat.steps) if seat.size(step, seat.main) <= limit)
            steps[seat.slot.name] = max(steps[seat.slot.name], next(smaller, seat.steps - 1))
    return replace(fitted, steps=steps)
