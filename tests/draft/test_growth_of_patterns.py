"""No pattern takes the square of a line: each is asked on lines made to mislead it, at two lengths.

Notes with such lines are mapped as a whole in `test_hostile.py`.
"""

from __future__ import annotations

import contextlib
import re
import time
from pathlib import Path

import pytest

from briefdeck.draft import inline, rows
from briefdeck.draft.outline import draft_outline
from briefdeck.errors import BriefdeckError
from briefdeck.text.note import read_note
from draft.drawing import read_cases
from support.patterns import Held, made_by, patterns

SIGNS = "aA1.,:;-–—_*#=~|+/\\<>()[]{}\"'`$%&!?@^“”’·•→一क\u0301\u200d"
UNITS = (
    *SIGNS, "a ", "A ", "Aa ", "1 ", "1.", "1,", "11 ", "a, ", "a. ", "A. ", "a-", "a'", "- ", "* ", "a (", "(a",
    "[a", "a [", "<a ", "</", "<!--", "](", "[[", "**", "__", "==", "`a", "$a", "\\a{", "http://a", "www.a", "the ",
    "of ", "and ", "The A ", "which is ", "that is ", "a, which ", "a, and ", "A of the ", "1,000 ", "$1 ", "1 % ",
    "a:: ", "a: ", "a – ", '"a" ', "“a” ", "A’s ", "一二", "1、", "क ", "\u0301\u0301", "Aaa aaa ", "aa (n ",
)  # fmt: skip
SHORT, LONG = 1_000, 4_000  # characters
NOTICED = 0.003  # CPU seconds for the long line from which on growth can be told from chance
GROWTH = 9  # times for a line four times as long: four when it grows with the line, sixteen with its square


def units_of(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """What to repeat: signs, little phrases, and the words of the pattern itself."""
    words = sorted(set(re.findall(r"[^\W\d_]{2,}", pattern.pattern)), key=len)[-8:]
    return (*UNITS, *(f"{word} " for word in words), *(f"{word}, " for word in words[-3:]))


def cost(held: Held, text: str, runs: int) -> float:
    ask = held.pattern.match if held.anchored else held.pattern.search
    times = []
    for _ in range(runs):
        started = time.thread_time()
        ask(text)
        times.append(time.thread_time() - started)
    return min(times)


def grows_too_fast(held: Held, unit: str) -> bool:
    short, long = (unit * (size // len(unit)) + "\x00" for size in (SHORT, LONG))
    return cost(held, long, 1) > NOTICED and cost(held, long, 3) > GROWTH * cost(held, short, 5)


def map_all_cases() -> None:
    inline._pattern.cache_clear()
    rows._pattern.cache_clear()
    for file in Path(__file__).parent.glob("draft_cases*.txt"):
        for _, note, _ in read_cases(file.read_text(encoding="utf-8")):
            with contextlib.suppress(BriefdeckError):
                draft_outline(read_note(note.encode(), "note.txt")[0])


@pytest.mark.slow
def test_no_pattern_of_the_draft_takes_the_square_of_a_line():
    found = patterns("briefdeck.draft")
    for held in made_by(map_all_cases):
        found.setdefault(held.pattern, held)
    assert len(found) > 200, "the patterns are not where they are looked for"
    wrong = [
        f"{held.module}: {held.pattern.pattern[:80]!r} on {unit!r} again and again"
        for held in found.values()
        for unit in units_of(held.pattern)
        if grows_too_fast(held, unit)
    ]
    assert not wrong, "these patterns grow with the square of a line:\n" + "\n".join(wrong)


@pytest.mark.parametrize(("text", "unit"), [(r"a+b", "a"), (r"\d+%", "1")])
def test_what_takes_the_square_is_found(text, unit):
    assert grows_too_fast(Held(re.compile(text + "|(?!)"), "here", anchored=False), unit)
