"""The contents that deck and brief share: one entry per title, with the ids of what stands under it.

PowerPoint sections, PDF bookmarks and the gate of `Document` are all derived from this list and from nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefdeck.model.look import Furniture
from briefdeck.model.outline import Figure, Outline, Remark, Section, Term, section_points
from briefdeck.model.page import Entry, EntryKind

OPENING = "opening"
"""Id of the entry for the document's own title: title slide and agenda, head of the brief."""


def contents(outline: Outline, furniture: Furniture) -> tuple[Entry, ...]:
    """Every entry in the order of both files: opening, sections with their subsections, then the closing entries."""
    return (
        Entry(id=OPENING, title=outline.title, kind=EntryKind.OPENING),
        *(entry for section in outline.sections for entry in _section(section, "")),
        *_closing(EntryKind.TERMS, outline.terms, furniture),
        *_closing(EntryKind.QUESTIONS, outline.questions, furniture),
        *_closing(EntryKind.TAKEAWAYS, outline.takeaways, furniture),
        *_closing(EntryKind.SOURCES, outline.sources, furniture),
    )


def extra_id(section: Section, name: str) -> str:
    """The id of a section's `lead`, `quote`, `table`, ... or of the nth moment of its timeline (`timeline-2`)."""
    return f"{section.id}.{name}"


def row_id(section: Section, number: int) -> str:
    """The id of a row of a section's table, from 1 below the header: the brief may leave out single rows."""
    return extra_id(section, f"table-row-{number}")


def _section(section: Section, parent: str) -> Iterator[Entry]:
    yield Entry(
        id=section.id,
        title=section.title,
        kind=EntryKind.SECTION,
        parent=parent,
        items=tuple(point.id for point in section_points(section)),
        extras=tuple(_extras(section)),
    )
    for below in section.sections:
        yield from _section(below, section.id)


def _extras(section: Section) -> Iterator[str]:
    if section.lead:
        yield extra_id(section, "lead")
    yield from (figure.id for figure in section.figures)
    if section.quote:
        yield extra_id(section, "quote")
    for number in range(1, len(section.timeline) + 1):
        yield extra_id(section, f"timeline-{number}")
    for name, thing in (("table", section.table), ("chart", section.chart), ("picture", section.picture)):
        if thing:
            yield extra_id(section, name)


def _closing(kind: EntryKind, things: Sequence[Figure | Term | Remark], furniture: Furniture) -> Iterator[Entry]:
    if things:
        yield Entry(
            id=kind.value, title=furniture.words[kind.value], kind=kind, items=tuple(thing.id for thing in things)
        )
