"""How alike two texts are, and which of many belong together: by runs of three characters, in any script."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

_COMMON = 400
"""Pairs that one run of characters may suggest: what stands in more of them tells little and costs much."""

_CANDIDATES = 8
"""Texts that are compared in full with each text: those that share most of the rarer runs."""

Runs = Counter[str]


def runs_of(text: str) -> Runs:
    """The runs of three characters in a text, letter case and spacing made even."""
    even = f" {' '.join(text.casefold().split())} "
    return Counter(even[start : start + 3] for start in range(len(even) - 2))


def likeness(one: Runs, other: Runs) -> float:
    """How much of two texts is the same, from 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def alike(
    left: Sequence[tuple[int, str]],
    right: Sequence[tuple[int, str]],
    bonus: Callable[[int, int], float],
    least: float,
) -> dict[int, int]:
    """Pair numbers whose texts are alike, the best first, each number once; ties go to the nearest.

    `bonus` is added for what speaks for a pair besides its text; a pair needs `least` in all.
    """
    left_runs = [(number, runs_of(text)) for number, text in left]
    right_runs = [(number, runs_of(text)) for number, text in right]
    scored = []
    for place, candidates in enumerate(_suggested([runs for _, runs in left_runs], [runs for _, runs in right_runs])):
        one, runs = left_runs[place]
        for candidate in candidates:
            other, others = right_runs[candidate]
            score = likeness(runs, others)
            if score and (score := score + bonus(one, other)) >= least:
                scored.append((-score, abs(place - candidate), one, other))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, one, other in sorted(scored):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def _suggested(left: Sequence[Runs], right: Sequence[Runs]) -> list[list[int]]:
    """For each text on the left the places of those on the right that are worth a comparison."""
    if len(right) <= _CANDIDATES:
        return [list(range(len(right))) for _ in left]
    holders: Mapping[str, list[int]] = defaultdict(list)
    for place, runs in enumerate(right):
        for run in runs:
            holders[run].append(place)
    frequency = Counter(run for runs in left for run in runs)
    suggested = []
    for runs in left:
        shared: Counter[int] = Counter()
        for run in runs:
            if run in holders and len(holders[run]) * frequency[run] <= max(_COMMON, len(left)):
                shared.update(holders[run])
        ranked = sorted(shared, key=lambda place: (-shared[place], place))
        suggested.append(ranked[:_CANDIDATES])
    return suggested
