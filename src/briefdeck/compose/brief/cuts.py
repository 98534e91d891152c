"""What gives way when a page is full: one ranked list of steps, and the cuts that follow from how many were taken.

First figures run in with their captions, pictures and charts become smaller, and points say their short form; nothing
is lost by that. Then things go, each reported. An author's `priority` counts first (9 goes before 8; what has none
counts as 5). Within one priority:

1. figures whose number stands in a point anyway;
2. pictures, later rows of a table, and later points without a label, from the longest section first;
3. later points under a label; later terms, questions, takeaways, sources; quotes;
4. labelled points, moments of a timeline, charts, tables, after the rows that `keep` names or a figure comes from;
5. points that a key figure comes from, and the figures left;
6. the first thing under each title, from the last title, and 7. titles;
8. or else, where more than one in `BARE` titles would have nothing under it, whole sections from the last.

A chart goes whole: without some of its numbers it would show another thing.

What leads up to other things ("three pillars, namely:") is no sense without them: it goes in the same step as the last
of them, and the first of them stays as long as it would.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice
from typing import Literal

from briefdeck.compose.brief.block import Plan
from briefdeck.compose.brief.blocks import chart_cells
from briefdeck.late import late_pattern
from briefdeck.model.contents import extra_id, row_id
from briefdeck.model.look import Furniture
from briefdeck.model.outline import Lines, Outline, Point, Section, Table, walk_points, walk_sections
from briefdeck.model.page import Cut, EntryKind
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

BARE = 4
"""Where more than one in so many titles would stand bare, whole sections go rather than what is under them."""

_UNRANKED = 5
_LEAST_ROWS, _FEW_ROWS = 2, 6
"""So many rows go with their table, and so many stay as long as labelled points do."""

_LEADS_UP = late_pattern(r"[:：]\s*[-–—]?\s*$")
_LAST_ROWS = "the last rows of a table go first"
_ALONE = "no room on one page: what it leads up to had gone before"


class Stage(IntEnum):
    """When a thing goes; the lowest goes first."""

    REPEATED = 1
    LATER = 2
    GROUPED = 3
    LABELLED = 4
    FIGURE = 5
    FIRST = 6
    TITLE = 7
    SECTION = 8


_REASONS = {
    Stage.REPEATED: "its number stands in the point it comes from",
    Stage.LATER: "later points without a label go first",
    Stage.GROUPED: "it follows a more important one",
    Stage.LABELLED: "all unlabelled points had gone before",
    Stage.FIGURE: "all other points had gone before",
    Stage.FIRST: "only titles are left of the last sections",
    Stage.TITLE: "the titles before it fill the page",
    Stage.SECTION: "the sections before it fill the page",
}


class Step(NamedTuple):
    """What gives way at once: one thing, and what would be no sense without it."""

    ids: tuple[str, ...]  # none for all figures at once
    kind: Literal["small", "short", "cut"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Thing:
    """Something that can be cut: an item, an extra, or an entry with all that is left under it."""

    id: str
    text: str
    lines: Lines
    stage: Stage
    priority: int | None
    inherited: int | None = None  # its section's priority
    rank: int = 0  # of its entry: higher goes first
    index: int = 0  # within its entry: higher goes first
    shorter: int = 0  # characters that its short form saves
    entry: bool = False
    leads_up: bool = False  # its words are no sense without what follows
    below: tuple[str, ...] = ()  # the points under it
    leads: tuple[str, ...] = ()  # what it leads up to
    part_of: str = ""  # the table of a row

    @property
    def weight(self) -> int:
        return self.priority or self.inherited or _UNRANKED

    @property
    def reason(self) -> str:
        if self.weight > _UNRANKED:
            return f"no room on one page: its priority is {self.weight}"
        if self.part_of and self.stage is Stage.LATER:
            return f"no room on one page: {_LAST_ROWS}"
        return f"no room on one page: {_REASONS[self.stage]}"


def steps(outline: Outline, furniture: Furniture, *, whole: bool = False) -> tuple[Step, ...]:
    """Everything that may give way, the first to go first; `whole`: sections go whole, so that no title stays bare."""
    things = sorted(_things(outline, furniture, whole=whole), key=_order)
    figures = any(section.figures or section.picture or section.chart for section in walk_sections(outline.sections))
    return (
        *([Step(ids=(), kind="small")] if figures else []),
        *(Step(ids=(thing.id,), kind="short") for thing in things if thing.shorter > 0),
        *_cut_steps(things),
    )


def _cut_steps(things: Sequence[_Thing]) -> Iterator[Step]:
    """Everything in its turn, and what leads up to things together with the last of them."""
    waits = {thing.id: set(thing.leads) for thing in things if thing.leads}
    led_by: dict[str, list[str]] = {}
    for lead, led in waits.items():
        for name in led:
            led_by.setdefault(name, []).append(lead)
    gone: set[str] = set()
    for thing in things:
        if thing.id in gone:
            continue
        ids = [thing.id]
        gone.add(thing.id)
        for name in ids:
            for lead in led_by.get(name, ()):
                waits[lead].discard(name)
                if not waits[lead] and lead not in gone:
                    ids.append(lead)
                    gone.add(lead)
        yield Step(ids=tuple(ids), kind="cut")


def plan(taken: Sequence[Step]) -> Plan:
    """What is left of the outline after these steps."""
    return Plan(
        short=frozenset(name for step in taken if step.kind == "short" for name in step.ids),
        small=any(step.kind == "small" for step in taken),
        gone=frozenset(name for step in taken if step.kind == "cut" for name in step.ids),
    )


def cuts(outline: Outline, furniture: Furniture, kept: Plan, *, whole: bool = False) -> tuple[Cut, ...]:
    """The cuts that a plan makes, in the outline's order; an entry that goes speaks for everything under it."""
    found: list[Cut] = []
    for entry, things in _entries(outline, furniture, whole=whole):
        if entry.id in kept.gone:
            lines = sorted({line for thing in (entry, *things) for line in thing.lines})
            found.append(Cut(id=entry.id, text=entry.text, reason=entry.reason, lines=tuple(lines)))
        else:
            found.extend(
                Cut(id=thing.id, text=thing.text, reason=_reason(thing, kept.gone), lines=thing.lines)
                for thing in things
                if thing.id in kept.gone and thing.part_of not in kept.gone
            )
    return tuple(found)


def _reason(thing: _Thing, gone: frozenset[str]) -> str:
    return _ALONE if thing.leads and gone.issuperset(thing.leads) else thing.reason


def _order(thing: _Thing) -> tuple[int, ...]:
    if thing.stage < Stage.FIRST:
        return (-thing.weight, thing.stage, -thing.index, -thing.rank)
    return (-thing.weight, thing.stage, -thing.rank, not thing.entry, bool(thing.leads), -thing.index)


def _things(outline: Outline, furniture: Furniture, *, whole: bool) -> Iterator[_Thing]:
    for entry, things in _entries(outline, furniture, whole=whole):
        yield from things
        yield entry


def _entries(outline: Outline, furniture: Furniture, *, whole: bool) -> Iterator[tuple[_Thing, tuple[_Thing, ...]]]:
    """Every entry that can be cut, in the outline's order, with what stands directly under it."""
    closing = [
        (EntryKind.TERMS, [(term.id, f"{term.term}: {term.meaning}", term.lines) for term in outline.terms]),
        *(
            (kind, [(remark.id, remark.text, remark.lines) for remark in remarks])
            for kind, remarks in (
                (EntryKind.QUESTIONS, outline.questions),
                (EntryKind.TAKEAWAYS, outline.takeaways),
                (EntryKind.SOURCES, outline.sources),
            )
        ),
    ]
    top = len(outline.sections)
    below = top + len(closing)
    for rank, section in enumerate(outline.sections):
        under = [
            _entry(sub.id, sub.title, sub.lines, below + index, _own(sub, section.priority), whole=whole)
            for index, sub in enumerate(section.sections)
        ]
        below += len(under)
        head, things = _entry(section.id, section.title, section.lines, rank, _own(section, None), whole=whole)
        if whole and not things and under:
            head, under = _above_subsections(head, under)
        staying = min((sub.weight for sub, _ in under), default=_UNRANKED)
        yield replace(head, inherited=min(staying, head.weight) if under else head.inherited), things
        yield from under
    for rank, (kind, texts) in enumerate(closing, start=top):
        if texts:
            own = [
                _Thing(id=name, text=text, lines=lines, stage=Stage.GROUPED, priority=None)
                for name, text, lines in texts
            ]
            yield _entry(kind.value, furniture.words[kind.value], (), rank, own, whole=whole)


def _above_subsections(
    head: _Thing, under: list[tuple[_Thing, tuple[_Thing, ...]]]
) -> tuple[_Thing, list[tuple[_Thing, tuple[_Thing, ...]]]]:
    """A title without anything of its own: it goes with the last of its subsections, and the first stays as long."""
    first, things = under[0]
    staying = replace(first, rank=head.rank), tuple(replace(thing, rank=head.rank) for thing in things)
    return replace(head, leads=tuple(sub.id for sub, _ in under)), [staying, *under[1:]]


def _entry(
    name: str, title: str, lines: Lines, rank: int, own: list[_Thing], *, whole: bool
) -> tuple[_Thing, tuple[_Thing, ...]]:
    """An entry and its things, each with its place; an entry stays as long as the thing that stays longest."""
    first = next((index for index, thing in enumerate(own) if thing.stage is not Stage.REPEATED), -1)
    things = tuple(
        replace(
            thing,
            rank=rank,
            index=index,
            stage=(Stage.SECTION if whole else Stage.FIRST) if index == first else thing.stage,
        )
        for index, thing in enumerate(own)
    )
    things = _led_up_to(things)
    weights = {thing.weight for thing in things}
    head = _Thing(
        id=name,
        text=title,
        lines=lines,
        stage=Stage.SECTION if whole else Stage.TITLE,
        priority=None,
        inherited=min(weights) if weights and min(weights) != _UNRANKED else None,
        rank=rank,
        entry=True,
    )
    return head, things


def _led_up_to(things: Iterable[_Thing]) -> tuple[_Thing, ...]:
    """The first of what something leads up to stays as long as that; without points below, the next thing is meant."""
    found = list(things)
    places = {thing.id: place for place, thing in enumerate(found)}
    for place, thing in enumerate(found):
        if not thing.leads_up:
            continue
        after = (other.id for other in islice(found, place + 1, None) if other.stage is not Stage.REPEATED)
        leads = thing.below or (*islice(after, 1),)
        found[place] = replace(thing, leads=leads)
        for name in leads[:1]:
            first = found[places[name]]
            staying = min(first.weight, thing.weight) if first.priority is None else first.inherited
            found[places[name]] = replace(first, stage=max(first.stage, thing.stage), inherited=staying)
    return tuple(found)


def _leads_up(text: str) -> bool:
    return bool(_LEADS_UP.search(text))


def _own(section: Section, inherited: int | None) -> list[_Thing]:
    """What stands directly under a section's title, in reading order."""
    priority = section.priority or inherited
    found: list[_Thing] = []

    def add(name: str, text: str, lines: Lines, stage: Stage) -> None:
        found.append(_Thing(id=name, text=text, lines=lines, stage=stage, priority=None, inherited=priority))

    if section.lead:
        add(extra_id(section, "lead"), section.lead, (), Stage.LABELLED)
        found[-1] = replace(found[-1], leads_up=_leads_up(section.lead))
    if section.quote:
        add(extra_id(section, "quote"), section.quote.text, section.quote.lines, Stage.GROUPED)
    counted = frozenset(line for figure in section.figures for line in figure.lines)
    found.extend(_points(section.points, Stage.LATER, priority, counted))
    for side in section.compare:
        found.extend(_points((Point(label=side.label, points=side.points),), Stage.LATER, priority, counted))
    for number, moment in enumerate(section.timeline, start=1):
        text = f"{moment.when}: {moment.what}"
        add(extra_id(section, f"timeline-{number}"), text, moment.lines, Stage.LABELLED)
    if section.table:
        text = section.table.caption or " | ".join(section.table.header)
        add(extra_id(section, "table"), text, section.table.lines, Stage.LABELLED)
        found.extend(_rows(section, section.table, priority, counted))
    if section.chart:
        text = section.chart.caption or " | ".join(chart_cells(section.chart)[0])
        add(extra_id(section, "chart"), text, section.chart.lines, Stage.LABELLED)
    if section.picture:
        add(extra_id(section, "picture"), section.picture.caption or section.picture.alt, section.picture.lines,
            Stage.LATER)  # fmt: skip
    said = frozenset(line for thing in found for line in thing.lines)
    for figure in section.figures:
        repeated = bool(figure.lines) and said.issuperset(figure.lines)
        text = f"{figure.value}: {figure.caption}"
        add(figure.id, text, figure.lines, Stage.REPEATED if repeated else Stage.FIGURE)
    return found


def _rows(section: Section, table: Table, inherited: int | None, counted: frozenset[int]) -> Iterator[_Thing]:
    """The rows that a table may lose while it stays, from those that stay longest.

    First come those that are marked or that a figure comes from. Of a short table none goes before labelled points
    do: it compares things, and without some of them it says another thing.
    """
    lines = {number: table.row_lines(number) for number in range(1, len(table.rows) + 1)}
    marked = {
        number for number, own in lines.items() if number in table.keep or (len(own) == 1 and counted.intersection(own))
    }
    ranked = sorted(lines, key=lambda number: (number not in marked, number))
    for rank, number in enumerate(ranked[_LEAST_ROWS:], start=_LEAST_ROWS):
        yield _Thing(
            id=row_id(section, number),
            text=" | ".join(table.rows[number - 1]),
            lines=lines[number],
            stage=Stage.LABELLED if number in marked or rank < _FEW_ROWS else Stage.LATER,
            priority=None,
            inherited=inherited,
            part_of=extra_id(section, "table"),
        )


def _points(points: Sequence[Point], stage: Stage, inherited: int | None, counted: frozenset[int]) -> Iterator[_Thing]:
    """The points of a tree in reading order; under a label the first is the labelled one, the others follow it."""
    for point in points:
        priority = point.priority or inherited
        if point.is_group:
            first, rest = point.points[:1], point.points[1:]
            yield from _points(first, Stage.LABELLED if point.label else stage, priority, counted)
            yield from _points(rest, Stage.GROUPED if point.label else stage, priority, counted)
            continue
        own = Stage.LABELLED if point.label or point.points else stage
        yield _Thing(
            id=point.id,
            text=point.say,
            lines=point.lines,
            stage=Stage.FIGURE if counted.intersection(point.lines) else own,
            priority=point.priority,
            inherited=inherited,
            shorter=0 if point.more else len(point.say) - len(point.shown),
            leads_up=_leads_up(point.say),
            below=tuple(under.id for under in walk_points(point.points) if under.id),
        )
        yield from _points(point.points, Stage.GROUPED, priority, counted)
