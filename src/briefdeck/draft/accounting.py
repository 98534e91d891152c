"""Accounting: every line of the note is cited by something, is decoration, or is listed as unused with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from briefdeck.draft.lines import clean_text
from briefdeck.draft.rows import Kind, Row, is_rule
from briefdeck.late import late_pattern
from briefdeck.model.note import Note
from briefdeck.model.outline import Lines, Outline, Section, Unused, section_points

_REASONS = {
    Kind.BLANK: "who wrote it and when",
    Kind.CODE: "program code",
    Kind.TABLE: "a table",
    Kind.RULE: "markup",
    Kind.PICTURE: "a picture",
}
_OTHER = "markup"
_FENCE = late_pattern(r"(?:```|~~~)[\w.+-]{0,20}$")
_STATED = frozenset({"author", "date", "subtitle", "class", "school", "lang"})


def reasons_of(rows: Iterable[Row]) -> dict[int, str]:
    """Why lines would be left out if nothing cited them, by number; where no other reason is known they are markup."""
    return {line: reason for row in rows if (reason := _reason(row)) != _OTHER for line in row.sources}


def unused_lines(note: Note, outline: Outline, reasons: Mapping[int, str]) -> tuple[Unused, ...]:
    """The lines that nothing cites, neighbours with one reason together; `reasons` comes of `reasons_of`."""
    cited = set(cited_lines(outline))
    left = [
        (line.number, reasons.get(line.number, _OTHER))
        for line in note.lines
        if line.number and line.number not in cited and is_content(line.text)
    ]
    return tuple(
        Unused(lines=tuple(number for number, _ in group), reason=reason)
        for reason, group in groupby(left, key=lambda pair: pair[1])
    )


def _reason(row: Row) -> str:
    if row.kind is Kind.SKIP and row.cue in _STATED:
        return f"{row.why}: the {row.cue} of the whole"
    return row.why or _REASONS.get(row.kind, _OTHER)


def is_content(text: str) -> bool:
    """Whether a line holds something that must not be lost: neither blank nor mere decoration.

    A line of nothing but a tag does: who writes about web pages may have typed it.
    """
    cleaned = clean_text(text).strip()
    return bool(cleaned) and not is_rule(cleaned) and not _FENCE.match(cleaned)


def cited_lines(outline: Outline) -> Iterator[int]:
    """Every line number that the outline cites, with repetitions; the list of unused lines does not count."""
    yield from outline.title_lines
    for section in outline.sections:
        yield from _cited_by(section)
    for things in (outline.terms, outline.questions, outline.takeaways, outline.sources):
        for thing in things:
            yield from thing.lines


def _cited_by(section: Section) -> Iterator[int]:
    yield from section.lines
    for point in section_points(section):
        yield from point.lines
    yield from _beside(section)
    for below in section.sections:
        yield from _cited_by(below)


def _beside(section: Section) -> Iterator[int]:
    groups: list[Lines] = [figure.lines for figure in section.figures]
    groups += [moment.lines for moment in section.timeline]
    groups += [thing.lines for thing in (section.quote, section.table, section.chart, section.picture) if thing]
    for lines in groups:
        yield from lines
