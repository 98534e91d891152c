"""Fit many outlines made by chance, print them, and say what is wrong with the pages.

`python tests/fit/many.py 1000` tries that many in the standard style on A4 and Letter, `--styles` each of them in the
next style on the next paper too; `--first 5000` begins with another number.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from briefdeck.assets import read_look
from briefdeck.compose.brief.document import compose_brief
from briefdeck.compose.brief.paper import PAPERS
from briefdeck.compose.brief.styles import STYLES
from briefdeck.errors import BriefdeckError
from briefdeck.model.contents import contents
from briefdeck.model.identity import Identity
from briefdeck.model.outline import Outline
from briefdeck.model.page import Document
from briefdeck.paint.pdf import paint
from fit.any_outline import any_outline
from fit.faults import faults

EVERY = [*product(STYLES, PAPERS)]


def fitted(outline: Outline, style: str, paper: str, *, beside_a_deck: bool = False) -> Document:
    """The brief of an outline; beside a deck its headings name slides."""
    identity = Identity(title=outline.title, lang=outline.lang, build="b", style=style)
    look = read_look("", outline.lang, on_paper=True)
    entries = contents(outline, look.furniture) if beside_a_deck else ()
    slides = {entry.id: range(3 * number, 3 * number + number % 3 + 1) for number, entry in enumerate(entries)}
    return compose_brief(outline, look, identity, paper, slides=slides)[0]


def wrong(document: Document) -> tuple[str, ...]:
    """What is wrong with it, once it is printed."""
    columns = 2 if "two columns" in document.pages[0].why else 1
    return faults(paint(document), columns, document.identity.style)


def main(first: int, count: int, *, styles: bool) -> int:
    bad, refused, cut, slowest = 0, 0, 0, (0.0, 0)
    kinds: Counter[str] = Counter()
    started = time.perf_counter()
    for number in range(first, first + count):
        outline = any_outline(number)
        style, paper = EVERY[number % len(EVERY)] if styles else ("standard", outline.brief.paper or "a4")
        begun = time.perf_counter()
        try:
            document = fitted(outline, style, paper, beside_a_deck=number % 2 == 1)
        except BriefdeckError as error:
            refused += 1
            print(f"{number}: {error.problems[0].message}")
            continue
        slowest = max(slowest, (time.perf_counter() - begun, number))
        cut += bool(document.cuts)
        found = wrong(document)
        bad += bool(found)
        for fault in found[:3]:
            kinds[" ".join(fault.split()[-4:])] += 1
            print(f"{number} ({outline.lang}, {style}, {paper}): {fault}", flush=True)
    took = time.perf_counter() - started
    print(
        f"{count} outlines: {count - bad - refused} good pages, {bad} with faults, {refused} refused, {cut} with cuts; "
        f"{1000 * took / count:.0f} ms each, the slowest {slowest[0]:.1f} s ({slowest[1]})"
    )
    return 1 if bad or refused else 0


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("count", nargs="?", type=int, default=1000)
    asked.add_argument("--first", type=int, default=0)
    asked.add_argument("--styles", action="store_true")
    given = asked.parse_args()
    sys.exit(main(given.first, given.count, styles=given.styles))
