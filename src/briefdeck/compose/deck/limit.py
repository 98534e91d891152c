"""A deck of at most so many slides: what goes from the slides, in which order, and who still says it.

Points go first, of each section the last and the lightest; then subsections, then sections. What goes is listed as cut,
and said in the speaker notes: of its section where that is shown, else of the section before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from briefdeck.compose.deck.slides import Slide
from briefdeck.errors import Problem, Severity
from briefdeck.model.contents import OPENING, contents
from briefdeck.model.look import Furniture
from briefdeck.model.outline import Outline, Point, Section, section_points, walk_points, walk_sections
from briefdeck.model.page import Cut, Entry
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

_UNRANKED = 5
_LABEL, _FIGURE = 2, 1


class Limited(NamedTuple):
    """The slides that are left, with what they leave out."""

    slides: list[Slide]
    cuts: tuple[Cut, ...] = ()
    problems: tuple[Problem, ...] = ()


class _Step(NamedTuple):
    """Something that goes at once: a point with all below it, or a section."""

    rank: tuple[int, int, int, int]  # the highest goes first
    section: str
    point: int = -1  # its place in the section; -1: the whole section


def limited(outline: Outline, furniture: Furniture, made: Callable[[Outline], list[Slide]]) -> Limited:
    """The slides that `made` makes of the outline, or of as much of it as stays within `max_slides`."""
    slides = made(outline)
    most = outline.deck.max_slides
    if not most or len(slides) <= most:
        return Limited(slides)
    steps = sorted(_steps(outline), key=lambda step: step.rank, reverse=True)
    low, high = 1, len(steps)
    while low < high:  # the fewest steps that are enough
        middle = (low + high) // 2
        if len(made(_without(outline, steps[:middle]))) <= most:
            high = middle
        else:
            low = middle + 1
    left = _without(outline, steps[:low])
    slides = made(left)
    cuts, spoken = _account(outline, left, furniture, most)
    problems = (_too_few(outline, len(slides)),) if len(slides) > most else ()
    return Limited(_spoken_of(slides, spoken), cuts, problems)


def _steps(outline: Outline) -> Iterator[_Step]:
    for place, section in enumerate(outline.sections):
        if len(outline.sections) > 1:
            yield _Step((0, section.priority or _UNRANKED, 0, place), section.id)
        for below, one in enumerate(section.sections):
            yield _Step((1, one.priority or section.priority or _UNRANKED, below, place), one.id)
        for one in walk_sections((section,)):
            weights = [_weight(point, index, one) for index, point in enumerate(one.points)]
            stays = min(range(len(weights)), key=lambda index: weights[index], default=0)
            for index, (priority, late) in enumerate(weights):
                if index != stays:
                    yield _Step((2, priority, late, place), one.id, index)


def _weight(point: Point, index: int, section: Section) -> tuple[int, int]:
    """How soon a point goes: by its priority, then by how late in its section it stands and how little it carries."""
    below = [one.priority for one in walk_points((point,)) if one.priority]
    priority = min(below, default=section.priority or _UNRANKED)
    return priority, index - _LABEL * bool(point.label) - _FIGURE * any(map(str.isdigit, point.say))


def _without(outline: Outline, steps: Sequence[_Step]) -> Outline:
    gone = {(step.section, step.point) for step in steps}
    return replace(outline, sections=_kept(outline.sections, gone))


def _kept(sections: Sequence[Section], gone: set[tuple[str, int]]) -> tuple[Section, ...]:
    return tuple(
        replace(
            section,
            points=tuple(point for index, point in enumerate(section.points) if (section.id, index) not in gone),
            sections=_kept(section.sections, gone),
        )
        for section in sections
        if (section.id, -1) not in gone
    )


def _account(
    outline: Outline, left: Outline, furniture: Furniture, most: int
) -> tuple[tuple[Cut, ...], Mapping[str, list[str]]]:
    """The cuts in the outline's order, and by entry the items that only its speaker notes still say."""
    points = {point.id: point for section in walk_sections(outline.sections) for point in section_points(section)}
    kept = {entry.id: {*entry.items} for entry in contents(left, furniture)}
    cuts: list[Cut] = []
    spoken: dict[str, list[str]] = {}
    host = OPENING
    for entry in contents(outline, furniture):
        if entry.id in kept:
            host = entry.id
            going = [item for item in entry.items if item not in kept[entry.id]]
            reason = f"no room in {most} slides: it is in the speaker notes of its section"
            cuts += [Cut(item, points[item].say, reason, points[item].lines) for item in going]
        else:
            going = [*entry.items, *entry.extras]
            cuts.append(Cut(entry.id, entry.title, _section_reason(entry, most, outline, host)))
        if going:
            spoken.setdefault(host, []).extend(going)
    return tuple(cuts), spoken


def _section_reason(entry: Entry, most: int, outline: Outline, host: str) -> str:
    titles = {section.id: section.title for section in walk_sections(outline.sections)}
    where = f"of “{titles[host]}”" if host in titles else "of the first slide"
    said = len(entry.items) + len(entry.extras)
    return f"no room in {most} slides: {'its words are' if said else 'its place is'} in the speaker notes {where}"


def _spoken_of(slides: Sequence[Slide], spoken: Mapping[str, list[str]]) -> list[Slide]:
    """The slides, the first of each entry with what only its notes say."""
    found: list[Slide] = []
    told: set[str] = set()
    for slide in slides:
        also = () if slide.entry in told else tuple(spoken.get(slide.entry, ()))
        told.add(slide.entry)
        found.append(replace(slide, also=(*slide.also, *also)) if also else slide)
    return found


def _too_few(outline: Outline, count: int) -> Problem:
    hint = "allow more slides, or leave out what is added with `furniture:` under `deck:`"
    message = f"{outline.deck.max_slides} slides are too few: with one section there are {count}"
    return Problem("BD335", message, outline.deck.at, hint, severity=Severity.WARNING)
