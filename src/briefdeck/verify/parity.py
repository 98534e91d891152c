"""The parity table: what deck and brief carry of each section, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefdeck.model.page import Entry, EntryKind
from briefdeck.verify.brief_file import BriefFile, Run
from briefdeck.verify.brief_texts import ENTRY, id_of
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.report import ParityRow

NOWHERE = "–"
_THIRDS = ("top", "middle", "bottom")


def parity(evidence: Evidence) -> Iterator[ParityRow]:
    """One row for each entry of the contents."""
    deck, brief = evidence.found_deck, evidence.found_brief
    places = _places(brief) if brief else {}
    in_deck = {item for slide in deck.slides for item in slide.items} if deck else set()
    in_brief = {item for item, _, _ in evidence.brief_texts.items} if brief else set()
    cut_from_deck = {cut.id for cut in deck.embedded.cuts} if deck else set()
    cut_from_brief = {cut.id for cut in brief.embedded.cuts} if brief else set()
    slides: dict[str, list[int]] = {}
    for slide in deck.slides if deck else ():
        slides.setdefault(slide.entry, []).append(slide.number)
    for entry in evidence.found_outline.contents if evidence.found_outline else ():
        yield ParityRow(
            section=f"  {entry.title}" if entry.parent else entry.title,
            slides=_spans(slides.get(entry.id, ())) or NOWHERE,
            place=places.get(entry.id, NOWHERE),
            deck_points=_count(entry, in_deck, cut_from_deck) if deck else NOWHERE,
            brief_points=_count(entry, in_brief, cut_from_brief) if brief else NOWHERE,
        )


def _count(entry: Entry, shown: set[str], gone: set[str]) -> str:
    if entry.kind is EntryKind.OPENING:
        return ""
    count = sum(item in shown for item in entry.items)
    left_out = sum(item in gone or entry.id in gone for item in entry.items if item not in shown)
    return f"{count} ({left_out} cut)" if left_out else str(count)


def _spans(numbers: Sequence[int]) -> str:
    """1, 2, 3, 5 as “1–3, 5”."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return ", ".join(str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}" for span in spans)


def _places(brief: BriefFile) -> dict[str, str]:
    """Where the heading of each entry stands: its column when there are several, and its third of the page."""
    found: dict[str, Run] = {}
    for element in brief.elements():
        run = next((run for run in element.runs() if run.text.strip()), None)
        if element.id.startswith(ENTRY) and run:
            found.setdefault(id_of(element.id), run)
    middle = brief.size.width / 2
    starts = (run.left for element in brief.elements() if element.id for run in list(element.runs())[:1])
    two_columns = sum(start > middle - 24 for start in starts) > 1
    return {entry: _place(run, brief, middle, two_columns) for entry, run in found.items()}


def _place(run: Run, brief: BriefFile, middle: float, two_columns: bool) -> str:
    third = _THIRDS[min(2, max(0, int(run.baseline / brief.size.height * 3)))]
    if not two_columns:
        return third
    return f"column {1 if run.left < middle - 24 else 2}, {third}"
