"""P3: a section has one number, on its slides, in the agenda and beside its heading on the brief.

Numbers may be left out: a template has no place for them, a deck may have no agenda, one section alone has none. What
is shown must agree, and count upwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from briefdeck.errors import Problem
from briefdeck.late import late_pattern
from briefdeck.model.contents import OPENING
from briefdeck.model.page import EntryKind
from briefdeck.named import NamedTuple
from briefdeck.verify.brief_file import BriefFile, Element
from briefdeck.verify.brief_texts import ENTRY, id_of
from briefdeck.verify.deck_file import DeckFile, Slide
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.script import Script
from briefdeck.verify.wording import clip, core, normal

_PART = late_pattern(r"\s*\((\d{1,4})/(\d{1,4})\)$")
ORDINAL = "number"
"""How the place on a slide is called that holds the number of its section."""

_HINT = "if sections were moved, move them in the outline; else build both again, together"
_NONE = "missing"
_LONGEST = 6  # figures of a number that is compared as one
_LEAST_ROWS = 2  # of an agenda; one line that reads like a section may be a subtitle


class _Shown(NamedTuple):
    """A number of a section where the reader sees it, "" where none stands."""

    where: str
    entry: str
    number: str


def sections(evidence: Evidence) -> Iterator[Problem]:
    """The numbers on slides and in the agenda against those of the brief; then whether they count upwards."""
    script = evidence.script
    seen = (_headings(evidence.brief), _openings(evidence.deck), _agenda(evidence.deck, script))
    headings, openings, agenda = ([one for one in places if one.entry in script.entries] for places in seen)
    of_brief = {heading.entry: heading.number for heading in headings}
    shown = (one for one in (*openings, *agenda) if one.entry in of_brief)
    found = [problem for one in shown for problem in _differing(one, of_brief, script)]
    yield from found or (problem for places in (headings, openings, agenda) for problem in _falling(places, script))


def parts(evidence: Evidence) -> Iterator[Problem]:
    """What runs over several slides is counted through: “(1/3)”, “(2/3)”, “(3/3)”; a part may have its own title.

    Titles that find no room are shortened, each as far as it must, so that parts are told by how many they are.
    """
    script = evidence.script
    names = (*script.titles.values(), *(label for labels in script.labels.values() for label in labels))
    alike = tuple(name for name in names if _PART.search(name))  # "Birth (1918/19)" is no part of anything
    shown: dict[tuple[str, int], list[tuple[int, int]]] = {}
    uncounted: Counter[str] = Counter()
    for slide in (slide for slide in evidence.deck.slides if slide.tagged):
        title = normal(slide.title)
        if not title.endswith(alike) and (found := _PART.search(title)):
            part, count = int(found[1]), int(found[2])
            shown.setdefault((slide.entry, count), []).append((part, slide.number))
        else:
            uncounted[slide.entry] += 1
    for (entry, count), found_parts in shown.items():
        times = Counter(part for part, _ in found_parts)
        often = max(times.values())
        missing = sum(often - times[part] for part in range(1, count + 1))
        if max(times) > count or missing > uncounted[entry]:
            part, slide_number = found_parts[0]
            message = f"slide {slide_number} says that it is part {part} of {count}, and not all of them are there"
            yield Problem("BD427", message, hint=_HINT)


def _headings(brief: BriefFile) -> Iterator[_Shown]:
    for element in brief.elements():
        if element.tag.startswith("H") and element.id.startswith(ENTRY):
            labels = (child.text for child in element.children if isinstance(child, Element) and child.tag == "Lbl")
            yield _Shown("the brief", id_of(element.id), core(next(labels, "")))


def _openings(deck: DeckFile) -> Iterator[_Shown]:
    """The numbers that stand on slides of sections; a slide without says nothing."""
    for slide in deck.slides:
        for shape in slide.shapes if slide.tagged else ():
            if shape.name == ORDINAL and (number := core(shape.text)):
                yield _Shown(f"slide {slide.number}", slide.entry, number)


def _agenda(deck: DeckFile, script: Script) -> Iterator[_Shown]:
    """The rows of the agenda, with or without a number; of sections with the same title each is taken once."""
    left = [name for name in script.below.get(OPENING, ()) if script.entries[name].kind is EntryKind.SECTION]
    for slide in deck.slides:
        rows = _rows(slide, left, script) if slide.tagged and slide.entry == OPENING else []
        if len(rows) >= _LEAST_ROWS:
            taken = {row.entry for row in rows}
            left = [name for name in left if name not in taken]
            yield from rows


def _rows(slide: Slide, names: Iterable[str], script: Script) -> list[_Shown]:
    """The paragraphs of a slide that name one of these sections, each section once."""
    left, rows = list(names), []
    texts = (text for shape in slide.shapes if not (shape.is_title or shape.is_furniture) for text in shape.paragraphs)
    for text in texts:
        entry = next((name for name in left if _names(core(text.text), script.titles[name])), None)
        if entry is not None:
            left.remove(entry)
            rows.append(_Shown(f"the agenda on slide {slide.number}", entry, text.number))
    return rows


def _names(words: str, title: str) -> bool:
    """Whether these words are a title, or its first words and an ellipsis."""
    start, cut, rest = words.partition("…")
    return words == title or bool(cut and start.strip() and not rest and title.startswith(start.strip()))


def _differing(shown: _Shown, of_brief: Mapping[str, str], script: Script) -> Iterator[Problem]:
    """A number that is not the brief's; the brief numbers no section below another, whose number begins with its."""
    number = of_brief[shown.entry]
    top = _top(shown.entry, script)
    if number or top == shown.entry:
        agrees, beside = shown.number == number, number or _NONE
    else:
        above = of_brief.get(top, "")
        agrees, beside = (
            bool(above) and shown.number.startswith(f"{above}."),
            f"{above or _NONE} for the section above it",
        )
    if not agrees:
        title = clip(script.entries[shown.entry].title, 40)
        message = f"{shown.where}: the number of “{title}” is {shown.number or _NONE}, on the brief {beside}"
        yield Problem("BD427", message, hint=_HINT)


def _top(entry: str, script: Script) -> str:
    while parent := script.entries[entry].parent:
        entry = parent
    return entry


def _falling(places: Iterable[_Shown], script: Script) -> Iterator[Problem]:
    """Numbers that do not come after those before them."""
    counted = [(figures, place) for place in places if (figures := _figures(place.number))]
    for (before, first), (after, second) in pairwise(counted):
        if after < before or (after == before and first.entry != second.entry):
            title = clip(script.entries[second.entry].title, 40)
            message = f"{second.where}: the number of “{title}” is {second.number}, after {first.number}"
            yield Problem("BD427", message, hint=_HINT)


def _figures(number: str) -> tuple[int, ...]:
    """“2.1” as 2 and 1; nothing where it is written in other signs."""
    parts = number.split(".")
    return tuple(map(int, parts)) if all(part.isdecimal() and len(part) <= _LONGEST for part in parts) else ()
