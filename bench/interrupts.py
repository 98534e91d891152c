"""The longest processor time that a command spends without looking at signals: how long Ctrl-C may wait.

    python -m bench.interrupts build long.txt -o dist

The system signals fifty times in a second of processor time; Python answers between two steps of its own, so that
the largest gap between answers is the longest step inside a library. What else the machine does plays no part in it.
"""

from __future__ import annotations

import signal
import sys
import time
from types import FrameType

from briefdeck import cli

EVERY = 0.02


class Gaps:
    """The longest time between two answers so far, and where it ended."""

    def __init__(self) -> None:
        self.longest, self.where = 0.0, ""
        self._last = time.process_time()

    def answer(self, _signal: int, frame: FrameType | None) -> None:
        """Takes the time; called by the system."""
        now = time.process_time()
        if now - self._last > self.longest and frame is not None:
            self.longest, self.where = now - self._last, f"{frame.f_code.co_filename}:{frame.f_lineno}"
        self._last = now


def main() -> None:
    """Run one command and say what was found."""
    gaps = Gaps()
    signal.signal(signal.SIGPROF, gaps.answer)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    try:
        cli.main(sys.argv[1:])
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        print(f"at most {gaps.longest * 1000:.0f} ms without an answer, at {gaps.where}", file=sys.stderr)


if __name__ == "__main__":
    main()
