"""What the deck cannot show, as problems at their place in the outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from difflib import get_close_matches

from briefdeck.compose.at_hand import not_at_hand
from briefdeck.compose.chart.data import chart_faults
from briefdeck.compose.deck.lists import CannotFit
from briefdeck.compose.deck.seating import Kind, Seating
from briefdeck.errors import NOWHERE, Position, Problem, Severity, quoted
from briefdeck.model.outline import Outline, Section, section_points, walk_sections

_SECTION_CONTENT = frozenset({
    Kind.POINT, Kind.BRANCH, Kind.GROUP, Kind.FIGURE, Kind.QUOTE, Kind.MOMENT, Kind.SIDE, Kind.TABLE,
    Kind.CHART, Kind.PICTURE,
})  # fmt: skip


_CUT = "cut it into several sentences or points, or give it a shorter `show`"
_SHORTEN = {Kind.TABLE: "shorten this cell, or make a point of what it says"}


def section_layouts(layouts: Sequence[Seating]) -> tuple[Seating, ...]:
    """The layouts that `layout:` may name: those made for what sections hold."""
    return tuple(seating for seating in layouts if any(seat.takes & _SECTION_CONTENT for seat in seating.seats))


def outline_faults(outline: Outline, layouts: Sequence[Seating], media: Set[str]) -> Iterator[Problem]:
    """Layouts that do not exist, charts that cannot be drawn, pictures that are not among the `media` by name."""
    names = {seating.layout.name for seating in section_layouts(layouts)}
    for section in walk_sections(outline.sections):
        if section.layout and section.layout not in names:
            close = get_close_matches(section.layout.title(), names, 1, 0.5)
            hint = f'did you mean "{close[0]}"? ' if close else ""
            yield Problem(
                "BD301",
                f'there is no layout "{section.layout}" (section "{section.title}")',
                section.at,
                f"{hint}the layouts are: {', '.join(sorted(names))}; without `layout` the best is chosen",
            )
    yield from chart_faults(outline)
    yield from not_at_hand(outline, media)


def unseated(section: Section, layouts: Sequence[Seating]) -> Problem:
    """A layout that exists and seats nothing of what the section has."""
    seating = next(one for one in layouts if one.layout.name == section.layout)
    return Problem(
        "BD302",
        f'the layout "{section.layout}" cannot hold what the section "{section.title}" has',
        section.at,
        f"it takes: {seating.takes()}, as long as their words find room; leave `layout` out to have the best chosen",
    )


def no_room(outline: Outline, error: CannotFit) -> Problem:
    """Something that does not fit a slide even alone at the smallest size."""
    words = error.item.in_list[0]
    places = _places(outline)
    named = [name for one in error.item.in_list for name in (one.ref.item, one.ref.section)]
    at = error.at if error.at != NOWHERE else next((places[name] for name in named if name in places), NOWHERE)
    if error.item.kind is Kind.PICTURE:
        message = f'no slide layout has room for the picture "{quoted(words.text)}"'
        return Problem("BD304", message, at, "take the picture out, or use a template with a layout for pictures")
    message = f'this is too long for a slide even at the smallest size: "{quoted(words.text)}"'
    return Problem("BD304", message, at, _SHORTEN.get(error.item.kind, _CUT))


def redrawn(section: Section, became: str) -> Problem:
    """A chart whose names find no room in the kind that it should be."""
    assert section.chart is not None
    return Problem(
        "BD313",
        f"the names in this chart are too long for a slide as kind: {section.chart.kind}; the deck shows {became}",
        section.chart.at,
        "shorten the names of its categories and series to have it as you wrote it",
        severity=Severity.REMARK,
    )


def long_title(section: Section) -> Problem:
    """A section title that no slide can hold in full."""
    return Problem(
        "BD305",
        f"the title of a section is too long for a slide: {len(section.title.split())} words",
        section.at,
        "shorten the title, and make a point of the rest",
    )


def _places(outline: Outline) -> dict[str, Position]:
    """Where things stand, by their id: points, figures and the like, and the sections that hold them."""
    places: dict[str, Position] = {}
    for section in walk_sections(outline.sections):
        places[section.id] = section.at
        places |= {point.id: point.at for point in section_points(section)}
        places |= {figure.id: figure.at for figure in section.figures}
        for name in ("quote", "table", "chart", "picture"):
            thing = getattr(section, name)
            if thing:
                places[f"{section.id}.{name}"] = thing.at
        places |= {f"{section.id}.timeline-{n}": moment.at for n, moment in enumerate(section.timeline, 1)}
    for remark in (*outline.questions, *outline.takeaways, *outline.sources):
        places[remark.id] = remark.at
    places |= {term.id: term.at for term in outline.terms}
    return places
