"""How work grows with its input, told from ratios: a machine that is slow or busy is so for small and large alike."""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Callable
from types import FrameType

FACTOR = 4
ROUNDS, MORE_ROUNDS = 3, 5
_CLEARLY_LINEAR = 1.15  # what seems to grow faster is looked at again: a busy machine tells tales, a square stays one
_LEAST = 0.004  # seconds: what is shorter is noise


def exponent(work: Callable[[int], Callable[[], object]], size: int) -> float:
    """1 where work grows as its input does, 2 where it grows as the square, 0 where it stays.

    `work` prepares an input of a size, uncounted, and returns what is to be counted. Of some rounds the least
    processor time counts, since other processes only ever add to it, and small and large take turns.
    """
    times: dict[int, list[float]] = {size: [], FACTOR * size: []}
    ready = {each: work(each) for each in times}

    def found(rounds: int) -> float:
        for _ in range(rounds):
            for each, run in ready.items():
                start = time.process_time()
                run()
                times[each].append(time.process_time() - start)
        small, large = (max(min(taken), _LEAST) for taken in times.values())
        return math.log(large / small, FACTOR)

    first = found(ROUNDS)
    return first if first < _CLEARLY_LINEAR else min(first, found(MORE_ROUNDS))


def calls(work: Callable[[], object]) -> int:
    """How many functions are called: the same on every machine, however busy it is."""
    count = 0

    def called(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def worked() -> float:
    """Seconds of the processor that this process and its ended children have used so far; waiting is no work."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
