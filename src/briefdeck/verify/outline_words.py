"""What each thing of the outline must look like on a slide, on the brief and in the notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from briefdeck.model.contents import extra_id, row_id
from briefdeck.model.note_names import note_names
from briefdeck.model.outline import Chart, Outline, Point, Section, Table, steps_below, walk_sections
from briefdeck.model.values import replace
from briefdeck.verify.wording import core

_LISTED = 500
"""Characters of names and numbers: the alternative text of so small a chart lists them all."""


@dataclass(frozen=True, slots=True)
class Needed:
    """A text that must be there, in one of its forms (normalised, without the final stop)."""

    forms: tuple[str, ...]
    caption: bool = False  # may be set as small as a caption
    number: str = ""  # of a figure: on a slide with a sentence that has it, that sentence is the caption


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How one item reads in each place."""

    slide: tuple[Needed, ...]
    brief: tuple[Needed, ...]
    labels: tuple[str, ...] = ()  # of the groups it stands under
    spoken: str = ""  # the sentence that the notes must hold, "" for none
    native: str = ""  # "table", "chart" or "picture" when it must be one
    said: tuple[str, ...] = ()  # what its alternative text, and the notes, may say beside
    steps: tuple[str, ...] = ()  # how the notes begin it and what it stands under, where these are numbered
    again: tuple[str, ...] = ()  # what its slide may say beside the item itself, as the caption of a chart does
    rows: tuple[tuple[str, tuple[Needed, ...]], ...] = ()  # of a table: what each needs on the brief, by its id

    @property
    def slide_forms(self) -> Iterator[str]:
        """Every text that it may show on a slide."""
        return (form for need in self.slide for form in need.forms)


def wordings(outline: Outline) -> Mapping[str, Wording]:
    """Every item and extra of the outline by its id."""
    found: dict[str, Wording] = {}
    for section in walk_sections(outline.sections):
        found.update(_points(section, ()))
        for side in section.compare:
            found.update(_points(Point(points=side.points), (core(side.label),)))
        found.update(_extras(section))
    for term in outline.terms:
        found[term.id] = _same((term.term, term.meaning))
    for remark in (*outline.questions, *outline.takeaways):
        found[remark.id] = _same((remark.text,))
    for source in outline.sources:
        found[source.id] = _same((), captions=(source.text,))
    return found


def labels(outline: Outline) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every label: id of its section, its words, and the ids of the points under it."""
    for section in walk_sections(outline.sections):
        yield from _labels(section.id, section.points)
        for side in section.compare:
            yield section.id, core(side.label), tuple(_ids(side.points))
            yield from _labels(section.id, side.points)


def about(outline: Outline) -> tuple[str, ...]:
    """What the outline says about itself."""
    fields = (outline.title, outline.subtitle, outline.author, outline.school, outline.class_, outline.date)
    names = note_names(outline.note)
    notes = (outline.note, PurePosixPath(outline.note).name, *names, ", ".join(names))
    return tuple(core(text) for text in (*fields, *notes, outline.brief.link) if text)


def _labels(section: str, points: tuple[Point, ...]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for point in points:
        if point.label:
            yield section, core(point.label), tuple(_ids((point,)))
        yield from _labels(section, point.points)


def _ids(points: tuple[Point, ...]) -> Iterator[str]:
    for point in points:
        if not point.is_group:
            yield point.id
        yield from _ids(point.points)


def _points(
    above: Section | Point, outer: tuple[str, ...], steps: tuple[str, ...] = ()
) -> Iterator[tuple[str, Wording]]:
    """Points by their ids; `outer` are the labels they stand under, `steps` those of them that are numbered."""
    for point, number in steps_below(above):
        names = (*outer, core(point.label)) if point.label else outer
        step = (f"{number}. {core(point.label or point.say)}",) if number else ()
        if not point.is_group:
            yield (
                point.id,
                Wording(
                    slide=(Needed((core(point.shown),)), *(Needed((core(clause),)) for clause in point.more)),
                    brief=(Needed(_distinct((core(point.say), "" if point.more else core(point.shown)))),),
                    labels=names,
                    spoken=core(point.say),
                    steps=(*steps, *step),
                ),
            )
        yield from _points(point, names, (*steps, *step) if point.is_group else steps)


def _extras(section: Section) -> Iterator[tuple[str, Wording]]:
    if section.lead:
        yield extra_id(section, "lead"), _same((section.lead,))
    for figure in section.figures:
        both = _same((figure.value,), captions=(figure.caption,))
        slide = tuple(replace(need, number=core(figure.value)) if need.caption else need for need in both.slide)
        yield figure.id, replace(both, slide=slide)
    if section.quote:
        yield extra_id(section, "quote"), _same((section.quote.text,), captions=(section.quote.by,))
    for number, moment in enumerate(section.timeline, start=1):
        yield extra_id(section, f"timeline-{number}"), _same((moment.when, moment.what))
    if section.table:
        yield extra_id(section, "table"), _table(section, section.table)
    if section.chart:
        names, numbers = _chart_words(section.chart), _chart_numbers(section.chart)
        few = sum(map(len, numbers)) + len(numbers) * max(map(len, section.chart.categories), default=0) <= _LISTED
        brief = (*names, *(numbers if few else ()))
        said = tuple(core(text) for text in (section.title, *names, *numbers) if text)
        again = tuple(core(one.name) for one in section.chart.series if len(section.chart.series) == 1)
        yield extra_id(section, "chart"), replace(_native("chart", names, brief), said=said, again=again)
    if section.picture:
        caption = (section.picture.caption,)
        said = (core(section.picture.alt),)
        yield (
            extra_id(section, "picture"),
            replace(_native("picture", caption, (section.picture.alt, *caption)), said=said),
        )


def _same(texts: Iterable[str], captions: Iterable[str] = ()) -> Wording:
    needed = (*_needed(texts, caption=False), *_needed(captions, caption=True))
    return Wording(slide=needed, brief=needed)


def _native(kind: str, slide: Iterable[str], brief: Iterable[str]) -> Wording:
    return Wording(
        slide=tuple(_needed(slide, caption=True)), brief=tuple(_needed(brief, caption=True)), native=kind
    )  # fmt: skip


def _needed(texts: Iterable[str], *, caption: bool) -> Iterator[Needed]:
    for text in texts:
        if words := core(text):
            yield Needed((words,), caption)


def _table(section: Section, table: Table) -> Wording:
    """All of it on slides; on the brief header and caption, and each row that is not cut."""
    around = (*table.header, table.caption)
    rows = tuple(
        (row_id(section, number), tuple(_needed(row, caption=True))) for number, row in enumerate(table.rows, start=1)
    )
    slide = (*table.header, *(cell for row in table.rows for cell in row), table.caption)
    return replace(_native("table", slide, around), rows=rows)


def _chart_words(chart: Chart) -> tuple[str, ...]:
    return (*chart.categories, *(series.name for series in chart.series), chart.caption, chart.reading)


def _chart_numbers(chart: Chart) -> tuple[str, ...]:
    return tuple(text for series in chart.series for text in series.values)


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
