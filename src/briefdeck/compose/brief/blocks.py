"""What stands on the brief, in reading order: outline and plan become blocks, not yet set in any size."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from briefdeck.compose.brief.block import WHOLE, Block, Plan, Role
from briefdeck.compose.chart.data import chart_alt, chart_caption, chart_data
from briefdeck.compose.section_numbers import section_numbers
from briefdeck.model.contents import extra_id, row_id
from briefdeck.model.look import Furniture, Ink
from briefdeck.model.media import Media
from briefdeck.model.outline import (
    Chart,
    Figure,
    Outline,
    Point,
    Remark,
    Section,
    Table,
    Term,
    steps_below,
    walk_points,
    walk_sections,
)
from briefdeck.model.page import EntryKind, Part, Ref, Span
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

_LEVELS = (Role.POINT, Role.BELOW, Role.DEEP)
_FIGURE_SPACE = "\u2007"
_BULLETS = {Role.POINT: "•", Role.BELOW: "–", Role.DEEP: "•"}
_ENDS = ".?!:;…。？！：؟।"
_SIGNS = ("So", "Sk", "Mn", "Me", "Cf", "Zs")  # an emoji is as wide as a Chinese letter, and says nothing of the script
LABEL_INK = Ink("heading")
_NOWHERE = -1


def blocks(
    outline: Outline, furniture: Furniture, plan: Plan = WHOLE, media: Mapping[str, Media] = MappingProxyType({})
) -> tuple[Block, ...]:
    """Everything between the head and the foot of the brief, in the outline's order, as far as the plan keeps it.

    `media` are its pictures, by the names that it uses.
    """
    stop = _labels_stand_before_sentences(outline)
    flow: list[Block] = []
    for number, section in zip(section_numbers(outline), outline.sections, strict=True):
        place = _Place(section.id, plan, stop, outline.lang, media, furniture.words["more_rows"] * outline.brief.more)
        flow.extend(_section(section, place, Role.SECTION, number))
    terms = [
        Block(role=Role.TERM, ref=Ref("terms", term.id, Part.MEANING), spans=_term(term))
        for term in outline.terms
        if term.id not in plan.gone
    ]
    if outline.terms:
        flow.extend(_closing(EntryKind.TERMS, terms, furniture, plan))
    for kind, role, remarks in (
        (EntryKind.QUESTIONS, Role.QUESTION, outline.questions),
        (EntryKind.TAKEAWAYS, Role.TAKEAWAY, outline.takeaways),
        (EntryKind.SOURCES, Role.SOURCE, outline.sources),
    ):
        if remarks:
            flow.extend(_closing(kind, _remarks(kind, role, remarks, plan), furniture, plan))
    return tuple(flow)


def _closing(kind: EntryKind, things: list[Block], furniture: Furniture, plan: Plan) -> Iterator[Block]:
    if kind.value not in plan.gone:
        ref = Ref(kind.value, part=Part.TITLE)
        yield Block(role=Role.SECTION, ref=ref, spans=(Span(text=furniture.words[kind.value]),), keep=bool(things))
        yield from things


def _remarks(kind: EntryKind, role: Role, remarks: tuple[Remark, ...], plan: Plan) -> list[Block]:
    kept = [remark for remark in remarks if remark.id not in plan.gone]
    found = []
    for number, remark in enumerate(kept, start=1):
        bullet = f"{number}." if role is Role.QUESTION else "•"
        ref = Ref(kind.value, remark.id, Part.TEXT)
        found.append(Block(role=role, ref=ref, spans=(Span(text=remark.text),), bullet=bullet))
    return found


def _labels_stand_before_sentences(outline: Outline) -> bool:
    """Whether a full stop suits every label; if not, all of them end in a colon, so that lists look alike."""
    pending = [
        point
        for section in walk_sections(outline.sections)
        for point in (*section.points, *(Point(label=side.label, points=side.points) for side in section.compare))
    ]
    for point in pending:
        pending.extend(point.points)
        said = point.points[0] if point.is_group and point.points else point
        if point.label and said.say and not said.say[0].isupper():
            return False
    return True


def _section(section: Section, place: _Place, role: Role, number: str) -> Iterator[Block]:
    if section.id in place.plan.gone:
        return
    inside = [*_own(section, place)]
    for below in section.sections:
        inside.extend(_section(below, replace(place, section=below.id), Role.SUBSECTION, ""))
    ref = Ref(section.id, part=Part.TITLE)
    yield Block(role=role, ref=ref, spans=(Span(text=section.title),), bullet=number, keep=bool(inside))
    yield from inside


def _own(section: Section, place: _Place) -> Iterator[Block]:
    """What a section says itself: lead, quote, points and sides each with its figures, timeline, table."""
    plan = place.plan
    if section.lead and (item := extra_id(section, "lead")) not in plan.gone:
        yield Block(role=Role.LEAD, ref=Ref(section.id, item, Part.TEXT), spans=(Span(text=section.lead),))
    yield from _quote(section, plan)
    lone = len(section.points) == 1 and not section.compare
    sides = [Point(label=side.label, points=side.points) for side in section.compare]
    tops = (*_steps(section), *((side, "") for side in sides))
    points = [point for point, _ in tops]
    homes = {figure.id: _home(figure, points) for figure in section.figures if figure.id not in plan.gone}
    for at, (point, number) in enumerate(tops):
        found = [*_step(point, number, place)]
        if lone and len(found) == 1:
            found = [replace(found[0], role=Role.PLAIN, bullet="")]
        yield from found
        yield from (_figure(figure, section, plan) for figure in section.figures if homes.get(figure.id) == at)
    yield from _timeline(section, plan)
    yield from _tables(section, place)
    yield from _picture(section, place)
    yield from (_figure(figure, section, plan) for figure in section.figures if homes.get(figure.id) == _NOWHERE)


def _home(figure: Figure, tops: Sequence[Point]) -> int:
    """Which of the points a figure stands below: one that cites its line, and that says its value if any does."""
    citing = [
        number
        for number, top in enumerate(tops)
        if any(set(real.lines) & set(figure.lines) for real in walk_points((top,)))
    ]
    value = figure.value.casefold()
    saying = (number for number in citing if any(value in real.say.casefold() for real in walk_points((tops[number],))))
    return next(saying, citing[-1] if citing else _NOWHERE)


def _figure(figure: Figure, section: Section, plan: Plan) -> Block:
    """A figure large with its caption, or both in one line."""
    value = Span(text=figure.value, bold=True, ink=Ink("accent1"), ref=Ref(section.id, figure.id, Part.VALUE))
    caption = Span(text=figure.caption, ref=Ref(section.id, figure.id, Part.CAPTION))
    ref = Ref(section.id, figure.id, Part.VALUE)
    if plan.small:
        return Block(role=Role.PLAIN, ref=ref, spans=(value, Span(text=" "), caption))
    return Block(role=Role.FIGURE, ref=ref, spans=(value,), caption=(caption,))


class _Place(NamedTuple):
    """Where in a section's tree of points we are."""

    section: str
    plan: Plan
    stop: bool  # labels end in a full stop, not in a colon
    lang: str
    media: Mapping[str, Media]
    more_rows: str  # what is said below a table that has lost rows, "" for nothing
    level: int = 0
    group: str = ""


def _steps(above: Section | Point) -> Iterator[tuple[Point, str]]:
    """What stands below, each with its number; "" where they are no steps."""
    wide = len(str(len(above.points)))
    for point, number in steps_below(above):
        yield point, f"{str(number).rjust(wide, _FIGURE_SPACE)}." if number else ""


def _below(above: Point, place: _Place) -> Iterator[Block]:
    for point, number in _steps(above):
        yield from _step(point, number, place)


def _step(point: Point, number: str, place: _Place) -> Iterator[Block]:
    """A point and what stands below it, its number in place of the bullet; where it is gone, none shows it."""
    said = _said(point, place)
    first = next(said, None)
    if first is not None:
        is_it = point.is_group or first.ref.item == point.id
        yield replace(first, bullet=number) if number and is_it else first
    yield from said


def _said(point: Point, place: _Place) -> Iterator[Block]:
    """A point and what stands below it; below one that is gone its label stays, or they take its place."""
    gone = point.id in place.plan.gone
    if point.is_group or (gone and point.label):
        yield from _group(point, place)
    elif gone:
        yield from _below(point, place)
    else:
        inside = replace(place, group=place.group or (point.id if point.points else ""))
        yield _point(point, inside, ())
        yield from _below(point, replace(inside, level=place.level + 1))


def _group(label: Point, place: _Place) -> Iterator[Block]:
    """A label runs in with the first point that stays, unless that has a number; those after it stand below."""
    kept = [(point, number) for point, number in _steps(label) if _stays(point, place.plan)]
    if not kept or not label.label:
        yield from _below(label, place)
        return
    (first, step), *rest = kept
    inside = replace(place, group=place.group or _first_id(first, place.plan))
    below = replace(inside, level=place.level + 1)
    if step or first.is_group or first.label or first.id in place.plan.gone:  # what is next is named by itself
        bare = Ref(place.section, part=Part.LABEL)
        yield replace(
            _item(place.level, bare, (Span(text=label.label, bold=True, ink=LABEL_INK, ref=bare),), inside.group),
            keep=True,
        )
        yield from _step(first, step, below)
    else:
        yield _point(first, inside, (label.label,))
        yield from _below(first, below)
    for point, number in rest:
        yield from _step(point, number, below)


def _point(point: Point, place: _Place, labels: tuple[str, ...]) -> Block:
    short = point.id in place.plan.short
    said = Span(
        text=_closed(point) if short else point.say, ref=Ref(place.section, point.id, Part.SHOW) if short else None
    )
    ref = Ref(place.section, point.id, Part.LABEL)
    spans = [*(_label(label, ref, stop=place.stop) for label in (*labels, point.label) if label), said]
    return _item(place.level, Ref(place.section, point.id, Part.SAY), tuple(spans), place.group)


def _item(level: int, ref: Ref, spans: tuple[Span, ...], group: str) -> Block:
    role = _LEVELS[min(level, len(_LEVELS) - 1)]
    return Block(role=role, ref=ref, spans=spans, bullet=_BULLETS[role], group=group)


def _label(label: str, ref: Ref, *, stop: bool = False) -> Span:
    """A label as it runs in before what it names."""
    last = next((char for char in reversed(label) if unicodedata.category(char) not in _SIGNS), " ")
    wide = unicodedata.east_asian_width(last) in "WF" and not "\uac00" <= last <= "\ud7a3"  # Korean
    if label[-1:] in _ENDS:
        end = "" if wide else " "
    elif wide:
        end = "："
    else:
        end = ". " if stop else ": "
    return Span(text=label + end, bold=True, ink=LABEL_INK, ref=ref)


def _closed(point: Point) -> str:
    """The short form with the sentence's own full stop, so that short and full forms stand together in one list."""
    end = point.say[-1:]
    return point.shown if end not in _ENDS or point.shown[-1:] in _ENDS else point.shown + end


def _stays(point: Point, plan: Plan) -> bool:
    return bool(_first_id(point, plan))


def _first_id(point: Point, plan: Plan) -> str:
    """The first item at or under a point that the plan keeps, "" for none."""
    if point.id and point.id not in plan.gone:
        return point.id
    return next((found for below in point.points if (found := _first_id(below, plan))), "")


def _quote(section: Section, plan: Plan) -> Iterator[Block]:
    item = extra_id(section, "quote")
    if not section.quote or item in plan.gone:
        return
    ref = Ref(section.id, item, Part.TEXT)
    by = (Span(text=section.quote.by),) if section.quote.by else ()
    yield Block(role=Role.QUOTE, ref=ref, spans=(Span(text=section.quote.text),), caption=by)


def _timeline(section: Section, plan: Plan) -> Iterator[Block]:
    for number, moment in enumerate(section.timeline, start=1):
        item = extra_id(section, f"timeline-{number}")
        if item not in plan.gone:
            when = _label(moment.when, Ref(section.id, item, Part.LABEL))
            ref = Ref(section.id, item, Part.TEXT)
            yield Block(role=Role.MOMENT, ref=ref, spans=(when, Span(text=moment.what)), bullet="•")


def _tables(section: Section, place: _Place) -> Iterator[Block]:
    """The table and the chart, each below its caption."""
    if (table := section.table) and (item := extra_id(section, "table")) not in place.plan.gone:
        ref = Ref(section.id, item, Part.TEXT)
        yield from _captioned(ref, table.caption, "")
        yield from _rows(section, table, replace(ref, part=Part.FURNITURE), place)
    if (chart := section.chart) and (item := extra_id(section, "chart")) not in place.plan.gone:
        ref = Ref(section.id, item, Part.TEXT)
        yield from _captioned(ref, chart_caption(chart, section.title), chart.reading)
        yield Block(
            role=Role.CHART,
            ref=ref,
            cells=chart_cells(chart),
            chart=chart_data(chart, place.lang),
            alt=chart_alt(chart, section.title),
            small=place.plan.small,
        )


def _rows(section: Section, table: Table, told: Ref, place: _Place) -> Iterator[Block]:
    """The table with the rows that stay, and how many more the deck has."""
    gone = place.plan.gone
    rows = [row for number, row in enumerate(table.rows, start=1) if row_id(section, number) not in gone]
    left_out = len(table.rows) - len(rows)
    tells = bool(left_out and place.more_rows)
    ref = replace(told, part=Part.TEXT)
    yield Block(role=Role.TABLE, ref=ref, cells=(table.header, *rows), keep=tells)
    if tells:
        text = place.more_rows.format(count=left_out)
        yield Block(role=Role.MORE, ref=told, spans=(Span(text=text),))


def _captioned(ref: Ref, caption: str, reading: str) -> Iterator[Block]:
    if caption or reading:
        stop = ". " if caption and reading and caption[-1:] not in _ENDS else " " if caption and reading else ""
        spans = (Span(text=caption + stop, bold=True), Span(text=reading))
        shown = tuple(span for span in spans if span.text)
        yield Block(role=Role.CAPTION, ref=replace(ref, part=Part.CAPTION), spans=shown, keep=True)


def _picture(section: Section, place: _Place) -> Iterator[Block]:
    """The picture, its caption below it."""
    picture, item = section.picture, extra_id(section, "picture")
    if picture is None or item in place.plan.gone:
        return
    yield Block(
        role=Role.PICTURE,
        ref=Ref(section.id, item, Part.TEXT),
        caption=(Span(text=picture.caption),) if picture.caption else (),
        media=place.media[picture.file],
        alt=picture.alt,
        small=place.plan.small,
    )


def chart_cells(chart: Chart) -> tuple[tuple[str, ...], ...]:
    """The numbers of a chart as rows, one for each category."""
    header = ("", *(series.name for series in chart.series))
    rows = (
        (category, *(series.values[index] for series in chart.series))
        for index, category in enumerate(chart.categories)
    )
    return (header, *rows)


def _term(term: Term) -> tuple[Span, ...]:
    label = _label(term.term, Ref("terms", term.id, Part.TERM))
    return label, Span(text=term.meaning)
