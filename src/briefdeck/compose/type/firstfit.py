"""First fit: each line takes what fits before the next is begun, as every program that shows slides breaks lines.

Hyphens are never added. A word wider than a line begins a line of its own and is broken wherever the line ends.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from briefdeck.compose.type.galley import Galley
from briefdeck.compose.type.totalfit import Stop

_SLACK = 0.01  # 1/1000 em: sums of floating point numbers


def first_fit(galley: Galley, room: float) -> list[Stop]:
    """The stops at which the lines of a galley end, its beginning included; `room` is in 1/1000 em."""
    stops = galley.stops
    anywhere = galley.with_emergencies(stops, room) if galley.widest > room else stops
    chosen = [stops[0]]
    while chosen[-1].next < stops[-1].next or chosen[-1] is stops[0]:
        line = _last_that_fits(stops, chosen[-1], room) or _last_that_fits(anywhere, chosen[-1], room)
        chosen.append(line or next(stop for stop in anywhere if stop.next > chosen[-1].next or stop is stops[-1]))
    return chosen


def _last_that_fits(stops: Sequence[Stop], before: Stop, room: float) -> Stop | None:
    """The furthest stop after one that leaves no more than the room on the line, no further than a forced end."""
    first = bisect_right(stops, before.next, key=lambda stop: stop.next)
    found: Stop | None = None
    for stop in stops[first:]:
        if stop.end - before.start > room + _SLACK:
            break
        found = stop
        if stop.forced:
            break
    return found
