"""Text in two directions: which way each character runs, after Unicode Standard Annex 9.

Explicit embeddings and isolates are not needed here; `clean` takes their control characters out. What remains are the
implicit rules: W1 to W7 (figures and marks), N0 to N2 (brackets and neutrals), I1 and I2 (levels), L2 (order). An even
level runs to the right, an odd one to the left.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Literal, TypeAlias

from briefdeck.late import late_pattern

Direction: TypeAlias = Literal["L", "R"]

_CONTROLS = late_pattern("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = late_pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")

_OPEN = "([{⁅⁽₍⟦⟨⟪⟬⟮⦃⦅〈《「『【〔〖〘〚（［｛｟｢"
_CLOSE = ")]}⁆⁾₎⟧⟩⟫⟭⟯⦄⦆〉》」』】〕〗〙〛）］｝｠｣"
_BRACKETS = dict(zip(_OPEN, _CLOSE, strict=True))
_CLOSING = frozenset(_CLOSE)
_MOST_OPEN = 63  # the annex's own limit
_NEUTRAL = ("B", "S", "WS", "ON")


def clean(text: str) -> str:
    """The text without bidirectional control characters: the levels here are found without them."""
    return _CONTROLS.sub("", text)


def base_level(text: str, *, leftward: bool = False) -> int:
    """1 when the first letter with a direction runs to the left, else 0.

    On a page that is read to the left (`leftward`) any such letter makes the paragraph run so.
    """
    if leftward:
        return 1 if _RIGHT_TO_LEFT.search(text) else 0
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind == "L":
            return 0
        if kind in ("R", "AL"):
            return 1
    return 0


def levels(text: str, base: int) -> tuple[int, ...]:
    """The level of each character of a paragraph that runs in the direction of `base`."""
    if not base and not _RIGHT_TO_LEFT.search(text):
        return (0,) * len(text)
    around: Direction = "R" if base else "L"
    original = [unicodedata.bidirectional(char) or "L" for char in text]
    seen = [index for index, kind in enumerate(original) if kind != "BN"]  # X9: the rest is looked through
    kinds = [original[index] for index in seen]
    _resolve_weak(kinds, around)
    marks = [original[index] == "NSM" for index in seen]
    _resolve_brackets([text[index] for index in seen], kinds, marks, around)
    _resolve_neutral(kinds, around)
    found = [-1] * len(text)
    for index, kind in zip(seen, kinds, strict=True):
        found[index] = base + _RISE[base % 2][kind]
    return _completed(found, original, base)


_RISE = ({"L": 0, "R": 1, "AN": 2, "EN": 2}, {"R": 0, "L": 1, "AN": 1, "EN": 1})


def visual_order(line: Sequence[int]) -> list[int]:
    """L2: the indices of a line's parts from left to right, given the level of each."""
    order = list(range(len(line)))
    for level in range(max(line, default=0), 0, -1):
        start = 0
        while start < len(order):
            stop = start
            while stop < len(order) and line[order[stop]] >= level:
                stop += 1
            order[start:stop] = order[start:stop][::-1]
            start = stop + 1
    return order


def _resolve_weak(kinds: list[str], around: Direction) -> None:
    """W1 to W7, in place."""
    previous: str = around
    strong: str = around
    for index, kind in enumerate(kinds):  # W1 marks, W2 figures after Arabic letters
        if kind == "NSM":
            kind = previous  # noqa: PLW2901
        if kind in ("L", "R", "AL"):
            strong = kind
        kinds[index] = "AN" if kind == "EN" and strong == "AL" else kind
        previous = kind
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for index in range(1, len(kinds) - 1):  # W4: one sign between two figures
        before, kind, after = kinds[index - 1 : index + 2]
        if before == after and ((kind in ("ES", "CS") and before == "EN") or (kind == "CS" and before == "AN")):
            kinds[index] = before
    for start, stop in _stretches(kinds, ("ET",)):  # W5: signs beside a figure
        if "EN" in (*kinds[max(start - 1, 0) : start], *kinds[stop : stop + 1]):
            kinds[start:stop] = ["EN"] * (stop - start)
    strong = around
    for index, kind in enumerate(kinds):  # W6 and W7
        if kind in ("ES", "ET", "CS"):
            kinds[index] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"


def _resolve_brackets(chars: list[str], kinds: list[str], marks: list[bool], around: Direction) -> None:
    """N0, in place: a pair of brackets runs with what it holds, or with what stands before it."""
    other = "L" if around == "R" else "R"
    for opening, closing in _pairs(chars, kinds):
        inside = {_strong(kind) for kind in kinds[opening + 1 : closing]}
        if around in inside:
            direction: str = around
        elif other in inside:
            before = next((found for kind in reversed(kinds[:opening]) if (found := _strong(kind))), around)
            direction = other if before == other else around
        else:
            continue
        for index in (opening, closing):
            kinds[index] = direction
            while index + 1 < len(kinds) and marks[index + 1]:
                index += 1  # noqa: PLW2901  (marks on a bracket go with it)
                kinds[index] = direction


def _pairs(chars: list[str], kinds: list[str]) -> list[tuple[int, int]]:
    """BD16: the pairs of brackets, in order of their opening."""
    waiting: list[tuple[str, int]] = []
    found = []
    for index, (char, kind) in enumerate(zip(chars, kinds, strict=True)):
        if kind != "ON":
            continue
        if char in _BRACKETS:
            if len(waiting) == _MOST_OPEN:
                break
            waiting.append((_BRACKETS[char], index))
        elif char in _CLOSING:
            place = next((place for place in range(len(waiting) - 1, -1, -1) if waiting[place][0] == char), None)
            if place is not None:
                found.append((waiting[place][1], index))
                del waiting[place:]
    return sorted(found)


def _resolve_neutral(kinds: list[str], around: Direction) -> None:
    """N1 and N2, in place: what stands between two of one direction joins them."""
    for start, stop in _stretches(kinds, _NEUTRAL):
        left = _strong(kinds[start - 1]) if start else around
        right = _strong(kinds[stop]) if stop < len(kinds) else around
        kinds[start:stop] = [left if left and left == right else around] * (stop - start)


def _strong(kind: str) -> Direction | None:
    """The direction that counts for neutrals beside it; figures count as running to the left."""
    if kind == "L":
        return "L"
    return "R" if kind in ("R", "AN", "EN") else None


def _stretches(kinds: list[str], wanted: Sequence[str]) -> list[tuple[int, int]]:
    """Where the kinds are among the wanted ones: (first, after the last) of each stretch."""
    found = []
    start = 0
    while start < len(kinds):
        stop = start
        while stop < len(kinds) and kinds[stop] in wanted:
            stop += 1
        if stop > start:
            found.append((start, stop))
        start = stop + 1
    return found


def _completed(found: list[int], original: list[str], base: int) -> tuple[int, ...]:
    """L1: separators and the spaces before them or at the end go back to the base; what was looked through follows."""
    last = base
    for index, level in enumerate(found):
        last = found[index] = level if level >= 0 else last
    trailing = True
    for index in range(len(found) - 1, -1, -1):
        if original[index] in ("S", "B"):
            trailing = True
        elif original[index] not in ("WS", "BN"):
            trailing = False
        if trailing:
            found[index] = base
    return tuple(found)
