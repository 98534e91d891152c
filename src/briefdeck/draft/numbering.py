"""Which doubtful signs number the lines of a note: letters, bare numbers, Roman ones; told by their neighbours."""

from __future__ import annotations

from itertools import pairwise

from briefdeck.draft.lines import Line
from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple

ROMAN_NUMBER = late_pattern(r"(?P<n>[IVX]{1,4})\s?[–—/-]\s+(?=\S)")
BARE_NUMBER = late_pattern(r"(?P<n>\d{1,3})\s+(?=[A-Z])")
_ROMAN, _BEHIND_ROMAN = frozenset("IVX"), frozenset("-–—/")
_ENOUGH_NUMBERS = 4
_MOST_NUMBERS = 300  # nobody numbers more lines by hand: these are data
_ENOUGH_WAVES = 3


class Numbering(NamedTuple):
    """Which doubtful signs mark items in a note: each would be a word or an initial elsewhere."""

    letters: frozenset[str] = frozenset()  # "B." is an item after "A.", and an initial otherwise
    rings: bool = False  # "o" is a bullet
    bare: bool = False  # "13 Andhra Pradesh ..." is numbered
    waves: bool = False  # "~" is a bullet, not "about"
    romans: bool = False  # "II – ..." is numbered
    counted: frozenset[str] = frozenset()  # whole lines "1 rope skipping", "2 press-ups", one below the other


def _counts_up(lines: list[Line]) -> bool:
    """Whether lines are numbered without a dot ("13 Andhra Pradesh ..."): most such numbers follow one another."""
    found = [int(match["n"]) for line in lines if (match := BARE_NUMBER.match(line.text.lstrip()))]
    if len(found) > 1 and found == list(range(1, len(found) + 1)):
        openings = {line.text.lstrip()[:4] for line in lines}
        if sum(any(start.startswith(f"{number}.1") for start in openings) for number in found) > 1:
            return True  # "1 Recruitment" over "1.1 Inside the firm"
    steps = sum(1 for first, second in pairwise(found) if second == first + 1)
    return len(found) >= _ENOUGH_NUMBERS and 2 * steps >= len(found) - 1


def _counted(lines: list[Line]) -> frozenset[str]:
    """Lines that begin with the numbers from one on without a sign behind them, one straight below the other."""
    found: set[str] = set()
    run: list[str] = []
    for text in (line.text.strip() for line in (*lines, Line((), ""))):
        if text.startswith(f"{len(run) + 1} ") and text.split(maxsplit=2)[1][:1].isalpha():
            run.append(text)
            continue
        if _ENOUGH_NUMBERS <= len(run) <= _MOST_NUMBERS:
            found.update(run)
        run = [text] if text.startswith("1 ") else []
    return frozenset(found)


def _behind_romans(lines: list[Line]) -> set[str]:
    """The letters that are Roman numbers behind others: "V" where "IV." opens a line, "X" where "IX." does."""
    starts = {line.text.lstrip()[:3].rstrip(".)") for line in lines if line.text.lstrip()[:2] in ("IV", "IX")}
    return {number[-1] for number in starts if number in ("IV", "IX")}


def read_numbering(lines: list[Line]) -> Numbering:
    """What marks items in this note: a letter does when its neighbour in the alphabet does so too."""
    lines = [line for line in lines if not line.cells]
    seen: set[str] = set()
    rings = 0
    ring_before = False
    for line in lines:
        start = line.text.lstrip()[:3].lstrip("(")
        if len(start) > 1 and start[0].isascii() and start[0].isalpha() and start[1] in ".)":
            seen.add(start[0])
            if start[0] in "aA" and f"{chr(ord(start[0]) + 1)}{start[1]} " in line.text:
                seen.add(chr(ord(start[0]) + 1))  # "(a) wheat  (b) rice" on one line
        ring = start.startswith("o ")
        rings += 2 if ring and ring_before else ring and start[2:].isupper()  # "o" is a word of Portuguese, too
        ring_before = ring
    letters = _behind_romans(lines) & seen
    letters |= {one for one in seen if one in "iI" or chr(ord(one) + 1) in seen or chr(ord(one) - 1) in seen}
    waves = sum(1 for line in lines if line.text.lstrip().startswith("~ ")) >= _ENOUGH_WAVES
    romans = {
        match["n"]
        for line in lines
        if line.text[:1] in _ROMAN
        and _BEHIND_ROMAN.intersection(line.text[:7])
        and (match := ROMAN_NUMBER.match(line.text))
    }
    return Numbering(
        frozenset(letters),
        rings=rings > 1,
        bare=_counts_up(lines),
        waves=waves,
        romans={"I", "II"} <= romans,
        counted=_counted(lines),
    )
