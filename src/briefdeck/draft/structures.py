"""Structures of a section: dated points become a timeline or a chart, opposed labels a comparison, a quotation a quote.

A structure is taken only where nothing changes its place: the deck and the brief show it after the section's points, so
the points that become one are the last of their section.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from briefdeck.draft.dates import dated, is_moment, year_of
from briefdeck.draft.quotations import read_quotation
from briefdeck.draft.words import word_count
from briefdeck.late import late_pattern
from briefdeck.model.numbers import read_numbers
from briefdeck.model.opposites import are_opposed
from briefdeck.model.outline import Chart, Lines, Moment, Point, Quote, Section, Series, Side
from briefdeck.model.values import replace

_FEWEST_MOMENTS, _MOST_MOMENTS = 3, 15
_LONGEST_MOMENT, _LONGEST_TOLD = 24, 34  # words of what happened, in a sentence and in several
_MOST_COLUMNS = 8
_DECIMAL_MARKS = ("en", "de")
"""A language that writes a point before decimals, and one that writes a comma."""

_AGAINST = late_pattern(r"\s(?:v|vs|versus|compared (?:to|with)|gegen|contra|contre|против)\.?\s")
_BETWEEN = late_pattern(r"(?:the )?differences? between ")


def with_structures(section: Section) -> Section:
    """The section with its quotation, its timeline and its comparison taken out of the points."""
    section = _with_quote(section)
    return _with_comparison(_with_timeline(section))


def _with_quote(section: Section) -> Section:
    """The only point of the section that is a quotation with its speaker; at its end or its beginning."""
    found = [(index, read_quotation(point.say)) for index, point in enumerate(section.points) if _is_plain(point)]
    quotes = [(index, quotation) for index, quotation in found if quotation]
    if len(quotes) != 1 or quotes[0][0] not in (0, len(section.points) - 1):
        return section
    index, quotation = quotes[0]
    if quotation is None:
        return section
    lines = section.points[index].lines
    points = section.points[:index] + section.points[index + 1 :]
    return replace(section, points=points, quote=Quote(text=quotation.text, by=quotation.by, lines=lines))


def _is_plain(point: Point) -> bool:
    return bool(point.say) and not point.label and not point.points


def _with_timeline(section: Section) -> Section:
    """Three or more dated points in order of time, at the end of the section or all of it."""
    moments, begin = _last_moments(section.points, bare=False)
    if len(moments) < _FEWEST_MOMENTS:
        moments, begin = _last_moments(section.points, bare=True)
        if any(moment.what[:1].islower() for moment in moments) and not _run_on(moments):
            return section  # "1500 men", "1600 women"
    if not _FEWEST_MOMENTS <= len(moments) <= _MOST_MOMENTS or not _in_order(moments):
        return section
    if chart := _drawn(section, moments):
        return replace(section, points=section.points[:begin], chart=chart)
    return replace(section, points=section.points[:begin], timeline=tuple(moments))


def _drawn(section: Section, moments: list[Moment]) -> Chart | None:
    """The chart of years with a number each, named by the section's title; None where they say anything else."""
    names, values = [moment.when for moment in moments], [moment.what for moment in moments]
    years = [year_of(name) for name in names]
    if section.title_from != "line" or not all(years) or any(one >= other for one, other in pairwise(years)):
        return None
    readings = [read_numbers(values, lang) for lang in _DECIMAL_MARKS]
    if any(read.faults or read.mixed or None in read.values for read in readings):
        return None
    if readings[0].values != readings[1].values:
        return None  # "1,234" is one number here and another there
    lines = tuple(sorted({line for moment in moments for line in moment.lines}))
    series = (Series(name=section.title, values=tuple(values)),)
    kind: Literal["column", "line"] = "column" if len(names) <= _MOST_COLUMNS else "line"
    return Chart(kind=kind, categories=tuple(names), series=series, lines=lines)


def _last_moments(points: tuple[Point, ...], *, bare: bool) -> tuple[list[Moment], int]:
    """The dated points at the end, in their order, and the index of the first of them.

    `bare` dates need no sign between them and what happened. Sentences behind a date that opens a line go with it.
    """
    moments: list[Moment] = []
    end = len(points)
    while end:
        start = end - 1
        while start and _goes_on(points[start], points[start - 1]) and _moment(points[start], bare=bare) is None:
            start -= 1
        moment = _moment(points[start], bare=bare)
        beside = (*points[max(0, start - 1) : start], *points[end : end + 1])
        if moment is None or (end - start > 1 and any(one.lines == points[start].lines for one in beside)):
            break
        what = " ".join((moment.what, *(point.say for point in points[start + 1 : end])))
        if word_count(what) > (_LONGEST_MOMENT if end - start == 1 else _LONGEST_TOLD):
            break
        moments.append(replace(moment, what=what))
        end = start
    return moments[::-1], end


def _goes_on(point: Point, before: Point) -> bool:
    """Whether a point is another sentence of the line that the point before it stands on."""
    return _is_plain(point) and point.lines == before.lines and not before.points and not before.label


def _moment(point: Point, *, bare: bool) -> Moment | None:
    said = _said_together(point) if point.is_group and is_moment(point.label) else point.say
    if not said or (point.points and not point.is_group) or word_count(said) > _LONGEST_MOMENT:
        return None
    if point.label:
        lines = point.lines or point.points[0].lines
        return Moment(when=point.label, what=said, lines=lines) if is_moment(point.label) else None
    found = dated(point.say, bare=bare)
    if found is None or word_count(found.rest) < (1 if bare else 2):
        return None
    return Moment(when=found.when, what=found.rest, lines=point.lines)


def _said_together(group: Point) -> str:
    """The sentences below a label that stand on the same lines; "" for others."""
    alike = all(not one.label and not one.points and one.lines == group.points[0].lines for one in group.points)
    return " ".join(one.say for one in group.points) if alike else ""


def _in_order(moments: list[Moment]) -> bool:
    """Whether the years run forward or backward; numbers that are no years do not."""
    years = [year for moment in moments if (year := year_of(moment.when))]
    steps = [second - first for first, second in pairwise(years)]
    return all(step >= 0 for step in steps) or all(step <= 0 for step in steps)


def _run_on(moments: list[Moment]) -> bool:
    """Whether the years are all different and in order, as amounts hardly ever are."""
    years = [year_of(moment.when) for moment in moments]
    return all(second > first for first, second in pairwise(years)) and len(set(years)) == len(years)


def _with_comparison(section: Section) -> Section:
    """The last two points of a section, when their labels stand against each other and no other pair is there."""
    if len(section.points) < 2 or section.timeline:
        return section
    first, second = section.points[-2:]
    names = [_name(point) for point in section.points]
    pairs = [(one, other) for one, other in pairwise(names) if one and other and _stand_against(section, one, other)]
    if pairs != [(names[-2], names[-1])]:
        return section
    sides = tuple(_side(point, name) for point, name in ((first, names[-2]), (second, names[-1])))
    return replace(section, points=section.points[:-2], compare=sides)


def _stand_against(section: Section, one: str, other: str) -> bool:
    """Whether two labels are opposed in themselves or by the title: "Frogs vs toads" over "Frogs" and "Toads"."""
    if are_opposed(one, other):
        return True
    title = section.title.casefold().rstrip(" ?:.")
    between = _BETWEEN.match(title)
    sides = title[between.end() :].split(" and ") if between else _AGAINST.split(title)
    return sides == [one.casefold(), other.casefold()]


def _name(point: Point) -> str:
    """The label of a point, or the words of a line that announces those below it ("For:")."""
    if point.label:
        return point.label
    announces = point.points and point.say.rstrip()[-1:] in (":", "：")
    return point.say.rstrip(" :：") if announces else ""


def _side(point: Point, name: str) -> Side:
    if not point.label:  # "For:" is the name of the side
        return Side(label=name, points=_citing(point.points, point.lines))
    if point.is_group:
        return Side(label=name, points=point.points)
    return Side(label=name, points=(replace(point, label="", points=()), *point.points))


def _citing(points: tuple[Point, ...], lines: Lines) -> tuple[Point, ...]:
    """The points, the first of which cites the line of their label as well."""
    first, *others = points
    if first.is_group:
        return (replace(first, points=_citing(first.points, lines)), *others)
    return (replace(first, lines=tuple(sorted({*lines, *first.lines}))), *others)
