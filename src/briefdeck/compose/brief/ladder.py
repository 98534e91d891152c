"""How a brief is fitted to its page: down the ladder of `rungs`, of which the first that holds everything is taken.

A short brief starts at the top: one column of large type, then a ruled area for notes. A longer one is set in two
columns, smaller step by step down to the floor, first with generous gaps and then with close ones. When the last rung
is still too small, the steps of `cuts` are taken, no more of them than needed. Once a rung holds, gaps and
leading grow again until the page is full.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from briefdeck.compose.brief.across import across
from briefdeck.compose.brief.block import HEADINGS, WHOLE, Block, Plan
from briefdeck.compose.brief.columns import QUARTERS, TWO_LINES, Band, depth, flow, parted, uneven
from briefdeck.compose.brief.cuts import BARE, Step, plan
from briefdeck.compose.brief.paper import NOTES_LEAST, Space
from briefdeck.compose.brief.pieces import at_least, pieces
from briefdeck.compose.brief.roles import SPACINGS
from briefdeck.compose.brief.rungs import (
    LEAST_LINES,
    PATIENCE,
    STANDARD,
    Ladder,
    Leading,
    Rung,
)
from briefdeck.compose.brief.setting import Setter, Setting
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

_Made: TypeAlias = Callable[[Block, float, float], Setting]
"""Sets a block at a body size in a width, both in points."""


class Fit(NamedTuple):
    """A brief that fits: on which rung, with what in it, and where."""

    rung: Rung
    taken: tuple[Step, ...]  # short forms and cuts
    settings: tuple[Setting, ...]
    bands: tuple[Band, ...]
    leading: float  # points from baseline to baseline
    notes: bool  # an area to write in follows
    whole: bool = False  # sections went whole

    @property
    def depth(self) -> float:
        """The height of the deepest column, points."""
        return depth(self.bands) * self.leading / QUARTERS


class Job(NamedTuple):
    """What is fitted and with what."""

    blocks: Callable[[Plan], tuple[Block, ...]]
    steps: Callable[[bool], tuple[Step, ...]]  # given whether sections go whole
    space: Callable[[Rung], Space]
    setter: Setter
    ladder: Ladder = STANDARD


def fit(job: Job) -> Fit | None:
    """The most generous setting that holds on one page; None when the head alone leaves no room."""
    whole = job.blocks(WHOLE)
    for rung in job.ladder.short:
        if _holds(job, rung, whole):
            return _full(job, rung, (), whole)
    rungs = job.ladder.full
    index = _first(len(rungs), lambda index: _holds(job, rungs[index], whole))
    if index is None:
        return _give_way(job)
    tried = (_grown(job, rung, (), whole, job.setter.outline) for rung in rungs[index : index + PATIENCE])
    return _full(job, _first_good(tried, _is_whole, _is_even).rung, (), whole)


def _give_way(job: Job) -> Fit | None:
    """On the last rung when all that gives way there loses nothing, else on the rung that things are cut on."""
    steps = job.steps(False)
    lossless = tuple(step for step in steps if step.kind != "cut")
    last = job.ladder.full[-1]
    if _holds(job, last, job.blocks(plan(lossless))):
        return _fewest(job, last, lossless)
    found = _fewest(job, job.ladder.giving_way, steps)
    if found and _is_bare(found):
        found = _fewest(job, job.ladder.giving_way, job.steps(True))
        return found._replace(whole=True) if found else None
    return found


def _is_bare(found: Fit) -> bool:
    """Whether too many titles have nothing under them."""
    titles = [setting.block for setting in found.settings if setting.block.role in HEADINGS]
    return sum(not title.keep for title in titles) * BARE > len(titles)


def _fewest(job: Job, rung: Rung, steps: tuple[Step, ...]) -> Fit | None:
    """The fewest of the steps after which the rung holds."""
    count = _first(len(steps) + 1, lambda count: _holds(job, rung, job.blocks(plan(steps[:count]))))
    if count is None:
        return None
    counts = range(count, min(count + PATIENCE, len(steps) + 1))
    kept = ((steps[:count], job.blocks(plan(steps[:count]))) for count in counts)
    tried = (
        _grown(job, rung, taken, blocks, job.setter.outline) for taken, blocks in kept if _holds(job, rung, blocks)
    )
    taken = _first_good(tried, _is_even).taken
    return _full(job, rung, taken, job.blocks(plan(taken)))


def _is_even(found: Fit) -> bool:
    """Whether the columns end within two lines of each other."""
    return uneven(found.bands) <= TWO_LINES


def _is_whole(found: Fit) -> bool:
    """Whether they do, and no paragraph goes on in the next one."""
    return _is_even(found) and not parted(found.bands)


def _first_good(fits: Iterable[Fit], *wishes: Callable[[Fit], bool]) -> Fit:
    """The first fit of which the first wish is true, else the second, and so on; else simply the first."""
    seen: list[Fit] = []
    for found in fits:
        if wishes[0](found):
            return found
        seen.append(found)
    return next((found for wish in wishes[1:] for found in seen if wish(found)), seen[0])


def _first(count: int, holds: Callable[[int], bool]) -> int | None:
    """The first index that holds, by bisection: what holds at one index is taken to hold at all later ones."""
    low, high = 0, count - 1
    if low > high or not holds(high):
        return None
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return high


def _holds(job: Job, rung: Rung, blocks: Sequence[Block]) -> bool:
    space = job.space(rung)
    capacity = _capacity(space, rung.size, job.ladder.leading.least)
    if capacity < LEAST_LINES * QUARTERS or at_least(blocks, rung.size, space.width) > rung.columns * capacity:
        return False
    settings = _settings(job, rung, blocks, job.setter.outline)
    return flow(pieces(settings, rung.spacing), rung.columns, int(capacity * rung.full)) is not None


def _settings(job: Job, rung: Rung, blocks: Sequence[Block], made: _Made) -> tuple[Setting, ...]:
    """The blocks set on a rung, each as wide as it stands."""
    space = job.space(rung)
    wide = across(blocks, rung.size, space, job.setter)
    return tuple(
        replace(made(block, rung.size, space.area.width), wide=True)
        if place in wide
        else made(block, rung.size, space.width)
        for place, block in enumerate(blocks)
    )


def _capacity(space: Space, size: float, leading: float) -> int:
    """The depth of a column in whole quarter lines."""
    return int(space.area.height * QUARTERS / (size * leading) + 1e-6)


def _full(job: Job, rung: Rung, taken: tuple[Step, ...], blocks: Sequence[Block]) -> Fit:
    """The page as it will be, with the lines of all paragraphs."""
    return _grown(job, rung, taken, blocks, job.setter.setting)


def _grown(job: Job, rung: Rung, taken: tuple[Step, ...], blocks: Sequence[Block], made: _Made) -> Fit:
    """The widest gaps with which the columns end evenly and the page is full, or leaves an area for notes."""
    space = job.space(rung)
    settings = _settings(job, rung, blocks, made)
    fits: list[tuple[bool, bool, int, int, Fit]] = []
    for bands in _bands(settings, rung, space, job.ladder.leading):
        lines = depth(bands) / QUARTERS
        leading, noted = _leading(lines, rung.size, space.area.height, job.ladder.leading)
        blank = 0.0 if noted else space.area.height - lines * leading
        found = Fit(rung=rung, taken=taken, settings=settings, bands=bands, leading=leading, notes=noted)
        fits.append((uneven(bands) > TWO_LINES, blank > 2 * leading, parted(bands), len(fits), found))
    return min(fits, key=lambda fit: fit[:4])[4]


def _bands(settings: Sequence[Setting], rung: Rung, space: Space, allowed: Leading) -> Iterator[tuple[Band, ...]]:
    """The columns with each choice of gaps that leaves the lines comfortably apart, and with the rung's own gaps."""
    for spacing in reversed(SPACINGS[SPACINGS.index(rung.spacing) :]):
        leading = allowed.least if spacing is rung.spacing else allowed.comfortable
        bands = flow(pieces(settings, spacing), rung.columns, _capacity(space, rung.size, leading))
        if bands is not None:
            yield bands


def _leading(lines: float, size: float, height: float, allowed: Leading) -> tuple[float, bool]:
    """The leading in points, and whether an area for notes follows."""
    if not lines:
        return size * allowed.most, height >= NOTES_LEAST
    full = height / lines
    if full <= size * allowed.most:
        return full, False
    with_notes = min(size * allowed.most, (height - NOTES_LEAST) / lines)
    if with_notes >= size * allowed.notes:
        return with_notes, True
    return size * allowed.most, False
