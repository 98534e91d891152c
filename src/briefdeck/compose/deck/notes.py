"""Speaker notes: the full sentences of what a slide shows, with the note lines they come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefdeck.compose.deck.grid import TEXT, style
from briefdeck.model.contents import extra_id
from briefdeck.model.look import Furniture
from briefdeck.model.outline import Lines, Outline, Point, Section, line_runs, steps_below, walk_sections
from briefdeck.model.page import (
    Box,
    ChartContent,
    Paragraph,
    Part,
    PictureContent,
    Ref,
    Span,
    TableContent,
    Text,
)
from briefdeck.named import NamedTuple

_STYLE = style(12, TEXT)


class Spoken(NamedTuple):
    """What is said about one item: its name in bold, the full text, its note lines, the label it stands under.

    The number of a step stands before all else.
    """

    text: str
    lines: Lines = ()
    name: str = ""
    under: str = ""
    number: str = ""


def spoken_items(outline: Outline) -> Mapping[str, Spoken]:
    """What there is to say about every item of the outline, by id."""
    found: dict[str, Spoken] = {}
    for section in walk_sections(outline.sections):
        found |= _points(section, "")
        for side in section.compare:
            found |= _points(Point(points=side.points), side.label)
        found |= {one.id: Spoken(one.caption, one.lines, one.value) for one in section.figures}
        found |= _extras(section)
    found |= {term.id: Spoken(term.meaning, term.lines, term.term) for term in outline.terms}
    for remark in (*outline.questions, *outline.takeaways, *outline.sources):
        found[remark.id] = Spoken(remark.text, remark.lines)
    return found


def speaker_notes(
    boxes: Sequence[Box],
    entry: str,
    items: Mapping[str, Spoken],
    furniture: Furniture,
    *,
    extra: str = "",
    first: Sequence[str] = (),
    also: Sequence[str] = (),
) -> tuple[Paragraph, ...]:
    """The notes of one slide; `extra` is what the author wrote to be said there.

    `first` and `also` are what no slide shows, before and after what this one does.
    """
    paragraphs: list[Paragraph] = []
    under = ""
    for item in dict.fromkeys((*first, *_items(boxes), *also)):
        spoken = items.get(item)
        if spoken is None:
            continue
        if spoken.under not in ("", under):
            paragraphs.append(_paragraph((Span(text=spoken.under, bold=True),), Ref(entry, "", Part.LABEL)))
        under = spoken.under
        source = _source(spoken.lines, Ref(entry, item, Part.LINES), furniture)
        paragraphs += [_paragraph(spans, Ref(entry, item, Part.SAY)) for spans in _sentences(spoken, source)]
    paragraphs += [_paragraph((Span(text=line),), Ref(entry)) for line in extra.splitlines() if line.strip()]
    return tuple(paragraphs)


def title_read(title: str, entry: str) -> tuple[Paragraph, ...]:
    """The notes of a slide that only opens what follows, for those who have the notes read to them."""
    return (_paragraph((Span(text=title),), Ref(entry)),)


def _items(boxes: Sequence[Box]) -> Iterator[str]:
    for box in boxes:
        if isinstance(box.content, Text):
            for paragraph in box.content.paragraphs:
                yield from (
                    ref.item for ref in (paragraph.ref, *(span.ref for span in paragraph.spans)) if ref and ref.item
                )
        elif isinstance(box.content, TableContent | ChartContent | PictureContent):
            yield box.content.ref.item


def _sentences(spoken: Spoken, source: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
    """What is said, line by line: its number and name before the first, where it comes from behind the last."""
    number = (Span(text=spoken.number),) if spoken.number else ()
    name = (Span(text=f"{spoken.name}: ", bold=True),) if spoken.name else ()
    first, *others = spoken.text.split("\n")
    lines = [(*number, *name, Span(text=first)), *((Span(text=line),) for line in others)]
    yield from lines[:-1]
    yield (*lines[-1], *source)


def _source(lines: Lines, ref: Ref, furniture: Furniture) -> tuple[Span, ...]:
    """Where it stands in the note, in brackets; nothing for the author's own words."""
    if not lines:
        return ()
    if len(lines) == 1:
        words = furniture.words["line"].format(line=lines[0])
    else:
        words = furniture.words["lines"].format(lines=_ranges(lines))
    return (Span(text=f" ({words})", ref=ref),)


def _ranges(lines: Lines) -> str:
    """Line numbers as people write them: 4, 6–8."""
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in line_runs(lines))


def _paragraph(spans: tuple[Span, ...], ref: Ref) -> Paragraph:
    return Paragraph(spans=spans, style=_STYLE, ref=ref)


def _points(above: Section | Point, under: str) -> dict[str, Spoken]:
    found: dict[str, Spoken] = {}
    for point, step in steps_below(above):
        number = f"{step}. " if step else ""
        if not point.is_group:
            found[point.id] = Spoken(point.say, point.lines, point.label, under, number)
        found |= _points(point, f"{number}{point.label}" if point.is_group else under)
    return found


def _extras(section: Section) -> dict[str, Spoken]:
    found: dict[str, Spoken] = {}
    if section.lead:
        found[extra_id(section, "lead")] = Spoken(section.lead)
    if section.quote:
        found[extra_id(section, "quote")] = Spoken(section.quote.text, section.quote.lines, section.quote.by)
    for number, moment in enumerate(section.timeline, 1):
        found[extra_id(section, f"timeline-{number}")] = Spoken(moment.what, moment.lines, moment.when)
    if table := section.table:
        rows = [
            "; ".join(f"{name}: {cell}" for name, cell in zip(table.header, row, strict=True)) for row in table.rows
        ]
        found[extra_id(section, "table")] = Spoken("\n".join(filter(None, (table.caption, *rows))), table.lines)
    if chart := section.chart:
        rows = [
            f"{series.name}: {'; '.join(f'{name} {value}' for name, value in pairs if value)}"
            for series in chart.series
            for pairs in (zip(chart.categories, series.values, strict=True),)
        ]
        said = "\n".join(filter(None, (chart.caption, chart.reading, *rows)))
        found[extra_id(section, "chart")] = Spoken(said, chart.lines)
    if picture := section.picture:
        said = "\n".join(filter(None, (picture.caption, picture.alt)))
        found[extra_id(section, "picture")] = Spoken(said, picture.lines)
    return found
