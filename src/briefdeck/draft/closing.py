"""What closes a lesson: the note's own questions and takeaways, taken out of the sections in which they stand.

A summary or a glossary that is a section of the note stays one; what is taken is a line that says it is the gist ("In
conclusion, ...") and a section at the end that holds nothing but questions.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from briefdeck.draft.closing_words import (
    BESIDE_QUESTIONS,
    GIST,
    GIST_PHRASES,
    QUESTION_TITLES,
    THINK_PHRASES,
    asks_class,
    gist_opening,
    task,
)
from briefdeck.draft.words import has_ideographs, is_question, word_count
from briefdeck.late import late_pattern
from briefdeck.model.outline import Lines, Point, Remark, Section, walk_points, walk_sections
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

_WORD = late_pattern(r"[^\W\d_][\w\u0900-\u0dff]*")
_FEWEST = 2
_MOST_GOING_ON = 3
_MOST_APART = 3


class Closing(NamedTuple):
    """The sections without what closes the lesson, and that."""

    sections: tuple[Section, ...]
    questions: tuple[Remark, ...]
    takeaways: tuple[Remark, ...]


def take_closing(sections: tuple[Section, ...]) -> Closing:
    """The note's own questions and takeaways out of its sections; of a note's only section nothing is taken."""
    sections, questions = _own_questions(sections)
    if not questions:
        sections, questions = _last_questions(sections, _is_set)
    if not questions:
        sections, questions = _last_questions(sections, _is_apart)
    sections, takeaways = _takeaways(sections)
    return Closing(sections, questions, takeaways)


def _last_questions(
    sections: tuple[Section, ...], asks: Callable[[list[Point]], bool]
) -> tuple[tuple[Section, ...], tuple[Remark, ...]]:
    """The questions at the very end that are put to the class: after a label, or after a blank line."""
    if not sections:
        return sections, ()
    last = sections[-1]
    if last.sections:
        below, questions = _last_questions(last.sections, asks)
        return ((*sections[:-1], replace(last, sections=below)), questions) if questions else (sections, ())
    taken: list[Remark] = []
    points = list(last.points)
    while len(points) > 1 and asks(points):
        point = points.pop()
        taken.append(Remark(text=point.say, lines=_all_lines(point)))
    if not taken:
        return sections, ()
    return (*sections[:-1], replace(last, points=tuple(points))), tuple(reversed(taken))


def _is_set(points: list[Point]) -> bool:
    """Whether a label puts the last of the points to the class: "To think about: why ...?"."""
    point = points[-1]
    if point.points or not is_question(point.say):
        return False
    words = {word.lower() for word in _WORD.findall(point.label)}
    named = not words.isdisjoint(QUESTION_TITLES) and words <= QUESTION_TITLES | BESIDE_QUESTIONS
    return named or point.label.lower().strip() in THINK_PHRASES


def _is_apart(points: list[Point]) -> bool:
    """Whether the last points are at most three questions that nothing but a blank line sets apart from the rest."""
    for asked, (before, point) in enumerate(reversed(list(pairwise(points))), 1):
        if point.label or point.points or not point.lines or not before.lines or not is_question(point.say):
            return False
        if point.lines[0] > max(_all_lines(before)) + 1:
            return asked <= _MOST_APART and not is_question(before.say)
    return False


def _own_questions(
    sections: tuple[Section, ...], *, alone: bool = True
) -> tuple[tuple[Section, ...], tuple[Remark, ...]]:
    """The questions of a section at the end that holds nothing else; the first of them cites its heading too.

    `alone` where nothing else is left when the only section goes.
    """
    if not sections or (alone and len(sections) < _FEWEST and not sections[-1].sections):
        return sections, ()
    last = sections[-1]
    if last.sections:
        others = last.points or last.table or last.quote or last.timeline or last.compare
        below, questions = _own_questions(last.sections, alone=not others)
        return ((*sections[:-1], replace(last, sections=below)), questions) if questions else (sections, ())
    if not _asks(last):
        return sections, ()
    asked = [(point, _question(point)) for point in last.points]
    first, *more = [Remark(text=text, lines=_all_lines(point)) for point, text in asked]
    return sections[:-1], (replace(first, lines=tuple(sorted({*last.lines, *first.lines}))), *more)


def asks_itself(sections: tuple[Section, ...]) -> bool:
    """Whether a section, wherever it stands, puts questions of the note's own to the class: "Discussion questions"."""
    return any(
        _is_named_so(section) and sum(1 for point in section.points if is_question(point.say)) >= _FEWEST
        for section in walk_sections(sections)
    )


def _is_named_so(section: Section) -> bool:
    return section.title.lower().strip(" !.:…?") in THINK_PHRASES or asks_class(section.title)


def _asks(section: Section) -> bool:
    named = _is_named_so(section)
    bare = not (section.sections or section.table or section.quote or section.timeline or section.compare)
    enough = len(section.points) >= _FEWEST or all(is_question(point.say) for point in section.points)
    return named and bare and bool(section.points) and enough and all(_is_asked(point) for point in section.points)


def _is_asked(point: Point) -> bool:
    """Whether a point is a question or a task, or a saying to discuss with a task below it."""
    if point.label or not point.say:
        return False
    below = [one.say for one in walk_points(point.points)]
    said = [point.say, *below]
    return any(is_question(text) or task().match(text) for text in said) and word_count(" ".join(said)) <= 60


def _question(point: Point) -> str:
    said = [one.say for one in walk_points((point,))]
    return ("" if all(map(has_ideographs, said)) else " ").join(said)


def _all_lines(point: Point) -> Lines:
    return tuple(dict.fromkeys(line for one in walk_points((point,)) for line in one.lines))


def _takeaways(sections: tuple[Section, ...]) -> tuple[tuple[Section, ...], tuple[Remark, ...]]:
    """The gist that the last section states: a labelled line, or a sentence that opens with "In conclusion,"."""
    if not sections or sections[-1].sections:
        return sections, ()
    last = sections[-1]
    taken = [(index, text) for index, point in enumerate(last.points) if (text := _gist(point))]
    taken += _going_on(last.points, taken)
    if not taken or len(taken) == len(last.points):
        return sections, ()
    gone = {index for index, _ in taken}
    left = tuple(point for index, point in enumerate(last.points) if index not in gone)
    said = tuple(Remark(text=text, lines=last.points[index].lines) for index, text in taken)
    cited = {line for remark in said for line in remark.lines}
    figures = tuple(figure for figure in last.figures if not cited.issuperset(figure.lines))
    return (*sections[:-1], replace(last, points=left, figures=figures)), said


def _going_on(points: tuple[Point, ...], taken: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """What goes on from "In conclusion, ..." to the end of the section, when that is little."""
    opened = [index for index, _ in taken if not points[index].label]
    rest = range(opened[-1] + 1, len(points)) if opened else range(0)
    plain = all(points[index].say and not points[index].label and not points[index].points for index in rest)
    return [(index, points[index].say) for index in rest] if plain and len(rest) <= _MOST_GOING_ON else []


def _gist(point: Point) -> str:
    if point.points or not point.say:
        return ""
    if point.label:
        label = point.label.lower().strip()
        return point.say if label in GIST_PHRASES or label in GIST else ""
    end = gist_opening(point.say)
    return point.say[end : end + 1].upper() + point.say[end + 1 :] if end else ""


def sums_up(text: str) -> bool:
    """Whether a line says that it closes the whole: "In conclusion, ..."."""
    return gist_opening(text) > 0
