"""Ranking: of a long note the points that a one-page brief should keep, named by `priority`; the rest is left to it.

A point weighs more with a label, with a figure, with a name, as the first of its section, and the more of the words it
carries of which its section speaks. Small notes are not ranked: the page holds them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefdeck.draft.figures import find_figures
from briefdeck.draft.words import content_words
from briefdeck.model.outline import Point, Section, section_points, walk_points
from briefdeck.model.values import replace

MANY = 120
"""Points from which on a note is ranked."""

KEPT = 3
"""The priority of what should stay."""

_MOST, _MOST_IN_SECTION, _MOST_SECTIONS = 30, 2, 18
_LABEL, _FIGURE, _NAME, _FIRST, _WORDS = 2.0, 1.0, 0.5, 1.0, 2.0
_GOOD_LENGTH = range(5, 29)  # words


def ranked(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections, of many points the weightiest with their priority, and the sections that hold them."""
    count = sum(1 for section in sections for _ in _points(section))
    if count <= MANY:
        return sections
    scored: list[tuple[float, int, int, Point]] = []
    for place, section in enumerate(sections):
        best = sorted(_scores(section), key=lambda pair: -pair[0])[:_MOST_IN_SECTION]
        scored += [(-score, place, order, point) for order, (score, point) in enumerate(best)]
    scored.sort(key=lambda one: one[:3])
    places = list(dict.fromkeys(place for _, place, _, _ in scored))[:_MOST_SECTIONS]
    chosen = {id(point) for _, place, _, point in scored[:_MOST] if place in places}
    return tuple(_marked(section, chosen) for section in sections)


def _points(section: Section) -> Iterator[Point]:
    yield from section_points(section)
    for below in section.sections:
        yield from _points(below)


def _scores(section: Section) -> Iterator[tuple[float, Point]]:
    """What each point weighs, in order."""
    points = list(_points(section))
    bags = [content_words(point.say) for point in points]
    spoken = Counter(word for bag in bags for word in bag)
    most = max(spoken.values(), default=1)
    labelled = {id(point) for point in points if point.label} | _first_under_labels(section)
    for index, (point, bag) in enumerate(zip(points, bags, strict=True)):
        score = _WORDS * sum(spoken[word] for word in bag) / (most * max(6, len(bag)))
        score += _LABEL * (id(point) in labelled) + _FIRST * (index == 0) + _FIGURE * bool(find_figures(point.say))
        score += _NAME * any(word[:1].isupper() for word in point.say.split()[1:])
        if len(point.say.split()) not in _GOOD_LENGTH:
            score -= _LABEL  # a fragment says too little, a paragraph takes the page
        yield score, point


def _first_under_labels(section: Section) -> set[int]:
    groups = [point for point in section.points if point.is_group and point.points]
    found = {id(first) for group in groups for first in walk_points(group.points[:1])}
    return found.union(*map(_first_under_labels, section.sections))


def _marked(section: Section, chosen: set[int]) -> Section:
    """The section with the priority of what is chosen in it; itself when nothing is, as in most of a long note."""
    if not any(id(point) in chosen for point in _points(section)):
        return section
    points = tuple(_marked_point(point, chosen) for point in section.points)
    below = tuple(_marked(one, chosen) for one in section.sections)
    return replace(section, points=points, sections=below, priority=KEPT)


def _marked_point(point: Point, chosen: set[int]) -> Point:
    below = tuple(_marked_point(one, chosen) for one in point.points)
    return replace(point, points=below, priority=KEPT if id(point) in chosen else point.priority)
