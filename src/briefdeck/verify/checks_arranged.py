"""P1: the right words in the wrong place say something else. Cells, pairs, labels and order are the outline's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from briefdeck.errors import Problem
from briefdeck.model.contents import extra_id
from briefdeck.model.outline import Chart, Table
from briefdeck.model.page import EntryKind
from briefdeck.named import NamedTuple
from briefdeck.verify.arranging import Seat, governed, is_part_of, may_stand_under, parted, seats, turned_around
from briefdeck.verify.brief_texts import id_of
from briefdeck.verify.deck_file import DeckParagraph, Shape, Slide
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.outline_words import Wording
from briefdeck.verify.script import Script
from briefdeck.verify.wording import clip, core, normal

_LEAST_TOLD, _FEWEST_TOLD = 0.7, 4
"""Of a row's names and cells: a line that opens like it and says so much of it tells it; of fewer any line may."""
_HINT = "if it was changed on purpose, change the outline too; else build again"


def slides(evidence: Evidence) -> Iterator[Problem]:
    """What stands on a slide stands there as in the outline."""
    script = evidence.script
    tables = _tables(script)
    for slide in evidence.deck.slides:
        entry = script.entries.get(slide.entry)
        if entry is None or not slide.tagged:
            continue
        shown = [text for shape in slide.shapes if _holds_text(shape) for text in shape.paragraphs]
        paragraphs = [text.text for text in shown]
        if entry.kind is EntryKind.OPENING:
            yield from _agenda(slide, paragraphs, [script.titles[name] for name in script.below.get(entry.id, ())])
            continue
        items = [item for item in dict.fromkeys(slide.items) if item in script.wordings]
        yield from _cells(slide, [tables[item] for item in items if item in tables])
        own = [item for item in items if not script.wordings[item].native]
        found = seats(paragraphs, own, script.wordings)
        yield from _together(slide, found)
        yield from _in_order(slide, found, script.wordings)
        yield from _under_labels(slide, shown, found, script)


def _holds_text(shape: Shape) -> bool:
    """Whether the shape holds texts of its own, in the order in which they are read."""
    return not (shape.is_title or shape.is_furniture or shape.kind in ("table", "chart"))


def _tables(script: Script) -> Mapping[str, Table]:
    return {extra_id(section, "table"): section.table for section in script.sections if section.table}


def _cells(slide: Slide, tables: Sequence[Table]) -> Iterator[Problem]:
    """Every table of the slide is a part of one of its items, cell by cell."""
    for shape in slide.shapes if tables else ():
        if shape.table and not any(is_part_of(shape.table.rows, one.header, one.rows) for one in tables):
            message = f"the table on slide {slide.number} has cells in other places than the outline"
            yield Problem("BD435", message, hint=_HINT)


def _together(slide: Slide, found: Sequence[Seat]) -> Iterator[Problem]:
    for seat, other in parted(found):
        message = f"slide {slide.number}: “{clip(seat.text, 40)}” stands with “{clip(other.text, 40)}”"
        yield Problem("BD435", f"{message}, not with its own", hint=_HINT)


def _in_order(slide: Slide, found: Sequence[Seat], wordings: Mapping[str, Wording]) -> Iterator[Problem]:
    """Points among points, figures among figures, and so on; a layout may show the figures first."""
    kinds: dict[tuple[bool, bool, int], list[Seat]] = {}
    for seat in found:
        wording = wordings[seat.item]
        kind = (bool(wording.spoken), any(need.number for need in wording.slide), len(wording.slide))
        kinds.setdefault(kind if not wording.spoken else (True, False, 1), []).append(seat)
    for alike in kinds.values():
        for one, other in turned_around(alike):
            message = f"slide {slide.number}: “{clip(one.text, 40)}” stands before “{clip(other.text, 40)}”"
            yield Problem("BD435", f"{message}, which comes first in the outline", hint=_HINT)


def _under_labels(
    slide: Slide, shown: Sequence[DeckParagraph], found: Sequence[Seat], script: Script
) -> Iterator[Problem]:
    """What has a label stands under its own, or under none that is shown."""
    paragraphs = [text.text for text in shown]
    words = [*map(core, paragraphs)]
    names = {script.titles[name] for name in (slide.entry, script.entries[slide.entry].parent) if name}
    texts = {seat.place for seat in found if words[seat.place] == seat.text}
    forms = {form for item in slide.items if item in script.wordings for form in script.wordings[item].slide_forms}
    labels = [label for label in script.labels.get(slide.entry, ()) if label not in names]
    nearest = governed(paragraphs, labels, texts, names | forms, [text.left for text in shown])
    others = [script.wordings[seat.item].labels for seat in found]
    for seat in found:
        own, label = script.wordings[seat.item].labels, nearest.get(seat.place, "")
        if own and label and not may_stand_under(label, own, others):
            message = f"slide {slide.number}: “{clip(seat.text, 40)}” stands under “{clip(label, 40)}”"
            yield Problem("BD426", f"{message}, not under “{clip(own[-1], 40)}”", hint=_HINT)


def _agenda(slide: Slide, paragraphs: Sequence[str], titles: Sequence[str]) -> Iterator[Problem]:
    """An agenda names sections in their order, each once."""
    order = {title: place for place, title in enumerate(titles) if titles.count(title) == 1}
    named = [words for words in map(core, paragraphs) if words in order]
    for one, other in pairwise(named):
        if order[one] >= order[other]:
            message = f"slide {slide.number} names the section “{clip(other, 40)}” after “{clip(one, 40)}”"
            yield Problem("BD435", message, hint=_HINT)


def notes(evidence: Evidence) -> Iterator[Problem]:
    """The sentences of the notes come in the outline's order, in which they are spoken."""
    for slide in evidence.deck.slides:
        said = normal("\n".join(slide.notes))
        wordings = (evidence.script.wordings.get(item) for item in dict.fromkeys(slide.items))
        spoken = [wording.spoken for wording in wordings if wording and wording.spoken]
        alone = [words for words in spoken if said.count(words) == 1 and spoken.count(words) == 1]
        for one, other in pairwise(alone):
            if said.index(one) > said.index(other):
                message = f"the notes of slide {slide.number} say “{clip(other, 40)}” before “{clip(one, 40)}”"
                yield Problem("BD435", message, hint=_HINT)


def told(evidence: Evidence) -> Iterator[Problem]:
    """What the notes tell of a table or a chart puts each cell and each number with its own names."""
    tables, charts = _tables(evidence.script), _charts(evidence.script)
    for slide in evidence.deck.slides:
        rows = [row for item in slide.items for row in (*_rows_of(tables.get(item)), *_series_of(charts.get(item)))]
        for line in map(normal, slide.notes if rows else ()):
            told_here = any(_is_told(row, line) for row in rows)
            if told_here and not any(_goes_through(line, row.words) for row in rows):
                message = f"the notes of slide {slide.number} tell a row otherwise than the outline: “{clip(line)}”"
                yield Problem("BD435", message, hint=_HINT)


class _Row(NamedTuple):
    """A row of a table or chart as the notes tell it: what opens its parts, and its names and cells in turn."""

    openings: tuple[str, ...]
    words: tuple[str, ...]


def _is_told(row: _Row, line: str) -> bool:
    """Whether a line tells this row, or one with the same names."""
    said = sum(words in line for words in row.words)
    opened = all(opening in line for opening in row.openings)
    return opened and len(row.words) >= _FEWEST_TOLD and said >= _LEAST_TOLD * len(row.words)


def _charts(script: Script) -> Mapping[str, Chart]:
    return {extra_id(section, "chart"): section.chart for section in script.sections if section.chart}


def _rows_of(table: Table | None) -> Iterator[_Row]:
    header = tuple(map(normal, table.header)) if table else ()
    for row in table.rows if table else ():
        pairs = zip(header, map(normal, row), strict=False)
        yield _Row(tuple(f"{name}:" for name in header), tuple(text for pair in pairs for text in pair if text))


def _series_of(chart: Chart | None) -> Iterator[_Row]:
    for series in chart.series if chart else ():
        pairs = zip(chart.categories if chart else (), series.values, strict=False)
        words = (normal(text) for name, value in pairs if value for text in (name, value))
        name = normal(series.name)
        yield _Row((f"{name}:",), (name, *words))


def _goes_through(line: str, row: Sequence[str]) -> bool:
    """Whether a line says all of these in their order."""
    place = 0
    for words in row:
        found = line.find(words, place)
        if found < 0:
            return False
        place = found + len(words)
    return True


def brief(evidence: Evidence) -> Iterator[Problem]:
    """Every table on the brief is a part of the outline's, cell by cell."""
    tables = _tables(evidence.script)
    for element in evidence.brief.elements():
        table = tables.get(id_of(element.id)) if element.tag == "Table" else None
        if table is None:
            continue
        rows = [
            [cell.text for cell in row.walk() if cell.tag in ("TH", "TD")] for row in element.walk() if row.tag == "TR"
        ]
        if not is_part_of(rows, table.header, table.rows):
            yield Problem("BD435", "a table on the brief has cells in other places than the outline", hint=_HINT)
