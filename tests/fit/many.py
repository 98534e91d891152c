"""Fit many outlines made by chance and say what is wrong with their pages: `python tests/fit/many.py 1000`."""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from briefdeck.assets import read_look
from briefdeck.compose.brief.document import compose_brief
from briefdeck.errors import BriefdeckError
from briefdeck.model.page import Identity
from fit.any_outline import any_outline
from fit.faults import faults


def main(first: int, count: int) -> int:
    bad, refused, cut, slowest = 0, 0, 0, (0.0, 0)
    kinds: Counter[str] = Counter()
    started = time.perf_counter()
    for number in range(first, first + count):
        outline = any_outline(number)
        begun = time.perf_counter()
        try:
            identity = Identity(title=outline.title, lang=outline.lang, build="b")
            document, _ = compose_brief(outline, read_look("", outline.lang), identity, outline.brief.paper or "a4")
        except BriefdeckError as error:
            refused += 1
            print(f"{number}: {error.problems[0].message}")
            continue
        slowest = max(slowest, (time.perf_counter() - begun, number))
        cut += bool(document.cuts)
        found = faults(document)
        bad += bool(found)
        for fault in found[:3]:
            kinds[" ".join(fault.split()[-4:])] += 1
            print(f"{number} ({outline.lang}): {fault}")
    took = time.perf_counter() - started
    print(
        f"{count} outlines: {count - bad - refused} good pages, {bad} with faults, {refused} refused, {cut} with cuts; "
        f"{1000 * took / count:.0f} ms each, the slowest {slowest[0]:.1f} s ({slowest[1]})"
    )
    return 1 if bad or refused else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[2]) if len(sys.argv) > 2 else 0, int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
