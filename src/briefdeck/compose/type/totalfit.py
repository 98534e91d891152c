"""Total fit: the line ends of a whole paragraph at once, so that no line pays for the greed of the one before.

A paragraph is a row of stops, the places where a line may end. Each knows how wide everything is up to it, so that the
width of any line is one subtraction; the least cost up to each stop is found from the stops a line's length before it.
Widths are in 1/1000 em.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeAlias

from briefdeck.named import NamedTuple

LINE = 2.0
"""Cost of a line as such: more than evenness can save, so that no paragraph gets a line longer to look better."""

KEEP = 20.0
"""Penalty of a break that parts what belongs together, a number and its unit."""

HYPHEN = 0.06
"""Penalty of a hyphen: worth it where the line would else be a quarter empty."""

_IN_A_ROW = 0.1  # a second hyphen below the first
_LONELY = 0.03  # a single short word on the last line
_SHORT = 0.33  # of the width: a last line should not be shorter, the more so the shorter it is
_SHORTER = 2.0
_OVERFULL = 1000.0
_STRETCH, _SHRINK = 0.5, 0.33  # of a space, when lines are justified
_TRACK = 14.0, 10.0  # 1/1000 em that a letter may gain or lose
_SOONER = 1.6  # nobody sees the letters, so they give first


class Stop(NamedTuple):
    """A place where a line may end. The first of a paragraph stands for its beginning."""

    end: float  # how wide the text is up to here, with the hyphen that a break needs
    start: float  # how wide it is up to where the next line starts
    ink: int  # offset in the text after what is seen of the line
    next: int  # offset at which the next line starts
    word: int = 0  # the number of the word that it ends or divides
    spaces: int = 0  # stretchable spaces before it
    skipped: int = 0  # those that go with it when the line ends here
    letters: int = 0  # letters before it that may be spaced
    penalty: float = 0.0
    hyphen: bool = False
    forced: bool = False


_Cost: TypeAlias = Callable[[float, int, int], float | None]
"""A line's width, spaces and letters give its cost; None when it is too full."""


class Fit(NamedTuple):
    """The chosen stops, the beginning left out, and how empty or stretched the worst line but the last is (0 to 1)."""

    stops: tuple[int, ...]
    worst: float


def ragged(stops: Sequence[Stop], room: float, space: float = 0.0) -> Fit:
    """The line ends with the least sum of squared shortfalls for lines of that width, the right edge left uneven.

    `space` is not looked at: spaces keep their width.
    """

    def cost(width: float, spaces: int, letters: int) -> float | None:
        if width > room + 0.01:
            return None
        shortfall = 1 - width / room
        return shortfall * shortfall

    fit = _least(stops, room, cost, room)
    shortfalls = [1 - (stop.end - before.start) / room for before, stop in _inner_lines(stops, fit)]
    return Fit(fit, max(shortfalls, default=0.0))


def justified(stops: Sequence[Stop], room: float, space: float) -> Fit:
    """The line ends with the most even word spaces for lines filled to that width; `space` is a space's width."""

    def cost(width: float, spaces: int, letters: int) -> float | None:
        ratio = stretch_ratio(room - width, spaces * space, letters)
        if ratio < -1:
            return None
        return 0.1 * (0.1 + abs(ratio) ** 3) ** 2

    fit = _least(stops, room, cost, room * 1.1)
    ratios = [
        stretch_ratio(
            room - (stop.end - before.start),
            (stop.spaces - before.spaces - before.skipped) * space,
            stop.letters - before.letters,
        )
        for before, stop in _inner_lines(stops, fit)
    ]
    return Fit(fit, max(ratios, default=0.0))


def stretch_ratio(missing: float, spaces: float, letters: int) -> float:
    """How far a line is stretched (1 at the limit) or squeezed (-1 at the limit) to take up what is missing."""
    more, less = _TRACK
    if missing >= 0:
        limit = spaces * _STRETCH + letters * more
        return missing / limit if limit else (0.0 if missing < 1 else 10.0)
    limit = spaces * _SHRINK + letters * less
    return missing / limit if limit else (0.0 if missing > -1 else -10.0)


def letter_share(ratio: float) -> float:
    """How much of a stretch each letter takes, in 1/1000 em: sooner than the spaces, never more than its limit."""
    more, less = _TRACK
    return min(ratio * _SOONER, 1.0) * more if ratio >= 0 else max(ratio * _SOONER, -1.0) * less


def _least(stops: Sequence[Stop], room: float, cost: _Cost, most: float) -> tuple[int, ...]:
    """The stops of the cheapest way from the first to the last. A line wider than `most` is not looked at."""
    count = len(stops)
    if stops[-1].end - stops[0].start <= room and not any(stop.forced for stop in stops[1:-1]):
        return (count - 1,)  # one line, which costs nothing; to weigh all others takes the square of their number
    best = [0.0] * count
    come_from = [0] * count
    first = 0  # the earliest stop from which a line can reach here
    for here in range(1, count):
        stop = stops[here]
        while first < here - 1 and stop.end - stops[first].start > most:
            first += 1
        last = here == count - 1
        least, origin = float("inf"), here - 1
        for there in range(first, here):
            before = stops[there]
            width = stop.end - before.start
            spaces = stop.spaces - before.spaces - before.skipped
            price = cost(width, spaces, stop.letters - before.letters)
            if price is None:
                continue
            if (last or stop.forced) and width <= room:
                price = _last_line(width, spaces, room) if there else 0.0
            price += best[there]
            if before.hyphen and (stop.hyphen or last):
                price += _IN_A_ROW
            if price < least:
                least, origin = price, there
        if least == float("inf"):  # one word alone is too wide
            least = best[origin] + _OVERFULL
        best[here] = least + stop.penalty + LINE
        come_from[here] = origin
        if stop.forced:
            first = here
    chosen = []
    here = count - 1
    while here > 0:
        chosen.append(here)
        here = come_from[here]
    return tuple(reversed(chosen))


def _last_line(width: float, spaces: int, room: float) -> float:
    """A last line may be short, but not a word by itself, nor next to nothing."""
    lacking = max(_SHORT - width / room, 0.0)
    return _SHORTER * lacking * lacking + (_LONELY if lacking and not spaces else 0.0)


def _inner_lines(stops: Sequence[Stop], fit: tuple[int, ...]) -> list[tuple[Stop, Stop]]:
    """The stops before and after each line that does not end a paragraph."""
    chosen = [stops[index] for index in (0, *fit)]
    return [(before, stop) for before, stop in pairwise(chosen[:-1]) if not stop.forced]
