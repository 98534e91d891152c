"""Where the values of an outline stand when it was mapped in memory: in the note, at the line they come from."""

from __future__ import annotations

from collections.abc import Callable

from briefdeck.errors import Position
from briefdeck.model.outline import Lines, Outline, Point, Section
from briefdeck.model.values import replace


def placed_in_note(outline: Outline, place: Callable[[int], Position]) -> Outline:
    """The outline whose sections, points and lists name their line of the note, so that problems can show it.

    `place` gives the place of a line of the note by its number.
    """

    def at(lines: Lines) -> Position:
        return place(lines[0] if lines else 0)

    def point(given: Point) -> Point:
        return replace(given, at=at(given.lines), points=tuple(map(point, given.points)))

    def section(given: Section) -> Section:
        return replace(
            given,
            at=at(given.lines),
            points=tuple(map(point, given.points)),
            figures=tuple(replace(figure, at=at(figure.lines)) for figure in given.figures),
            table=replace(given.table, at=at(given.table.lines)) if given.table else None,
            sections=tuple(map(section, given.sections)),
        )

    return replace(
        outline,
        at=at(outline.title_lines),
        sections=tuple(map(section, outline.sections)),
        terms=tuple(replace(term, at=at(term.lines)) for term in outline.terms),
        questions=tuple(replace(question, at=at(question.lines)) for question in outline.questions),
    )
