"""Paint many decks made by chance and say which text leaves its box: `python tests/fit/many_decks.py 1000 [FIRST]`.

The same number is the same deck, so that a fault is made again with `many_decks.py 1 NUMBER`; its file and the painted
PDF are left in build/fit.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from briefdeck.errors import BriefdeckError
from fit.any_deck import any_deck, built
from support.pptx_overflow import overflows_of

KEPT = Path(__file__).resolve().parents[2] / "build" / "fit"
AT_ONCE = 8


def main(count: int, first: int) -> int:
    refused: Counter[str] = Counter()
    painted = bad = 0
    started = time.perf_counter()
    for start in range(first, first + count, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, first + count))
        decks = {}
        for number in numbers:
            try:
                decks[str(number)] = built(number)
            except BriefdeckError as error:
                refused.update({problem.code for problem in error.problems})
                refused["decks"] += 1
                for problem in error.problems:
                    print(f"{number} refused: {problem.at}: {problem.code} {problem.message}"[:300])
                    bad += not problem.at.line
            except Exception as error:  # a bug of ours; the others are tried all the same
                bad += 1
                print(f"{number} broke: {error!r}"[:300])
        with tempfile.TemporaryDirectory() as folder:
            found = overflows_of(decks, Path(folder))
            for name in (name for name, faults in found.items() if faults):
                bad += 1
                KEPT.mkdir(parents=True, exist_ok=True)
                (KEPT / f"{name}.pptx").write_bytes(decks[name])
                shutil.copy(Path(folder) / "pdf" / f"{name}.pdf", KEPT)
                order = any_deck(int(name)).order
                for fault in found[name]:
                    print(f"{name} in {order.theme or (order.template and order.template.file)}: {fault}")
        painted += len(decks)
        print(f"{painted} painted after {time.perf_counter() - started:.0f} s", file=sys.stderr, flush=True)
    print(f"{count} outlines: {painted} painted, {bad} with faults, refused: {dict(refused)}", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, int(sys.argv[2]) if len(sys.argv) > 2 else 0))
