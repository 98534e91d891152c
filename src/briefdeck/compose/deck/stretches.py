"""Where the points of a section part: labelled ones from plain ones, those beside a figure from the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefdeck.compose.type.scripts import CJK, UNSPACED, script_of
from briefdeck.model.outline import Point, walk_points

_LIST = 7  # points on several levels that stand well in one list
_SOME_WORDS, _SOME_LETTERS, _SOME_SIGNS = 5, 40, 12  # in a script without spaces a sentence is one word
LARGE_GROUP = 3  # a label with as many points deserves a slide rather than a place in a list


def weight(point: Point) -> int:
    """How many points there are in it, itself included."""
    return sum(1 for _ in walk_points((point,)))


def stretches(points: Sequence[Point], with_figure: set[int]) -> Iterator[tuple[int, int, bool]]:
    """Stretches (start, stop, labelled) of neighbours that are all labelled or all not.

    A label that stands alone among plain points, with few points of its own and no figure, counts as one of them, and
    so does the only label of a section, which the section's title need not give way to. Few short points are one list
    where a slide of its own would hold but some words.
    """
    if _has_lonely_words(points, with_figure):
        yield 0, len(points), False
        return
    labelled = [bool(point.label) for point in points]
    for index, point in enumerate(points):
        alone = (
            labelled[index]
            and not any(labelled[max(0, index - 1) : index])
            and not any(labelled[index + 1 : index + 2])
        )
        small = weight(point) < LARGE_GROUP
        if len(points) == 1 or (alone and small and index not in with_figure):
            labelled[index] = False
    start = 0
    for index in range(1, len(points) + 1):
        if index == len(points) or labelled[index] != labelled[start]:
            yield start, index, labelled[start]
            start = index


def _has_lonely_words(points: Sequence[Point], with_figure: set[int]) -> bool:
    """Whether some words without a label stand alone behind labels, all of them little enough for one list."""
    if with_figure or sum(map(weight, points)) > _LIST:
        return False
    plain = [not point.label for point in points]
    lonely = (
        not point.points and not point.more and is_some_words(point.shown)
        for point, own, before, after in zip(points[1:], plain[1:], plain, (*plain[2:], False), strict=False)
        if own and not before and not after
    )
    return any(lonely)


def is_some_words(text: str) -> bool:
    """Whether a text is so short that it looks lost in a place of its own."""
    unspaced = not text.isascii() and any(script_of(char) in CJK | UNSPACED for char in text)
    return len(text.split()) <= _SOME_WORDS and len(text) <= (_SOME_SIGNS if unspaced else _SOME_LETTERS)


def stops(count: int, index: int) -> Iterator[int]:
    """Where a stretch of up to four from an index may end, the largest first, leaving no lonely item around it."""
    for stop in range(min(index + 4, count), index, -1):
        if index != 1 and count - stop != 1:
            yield stop
