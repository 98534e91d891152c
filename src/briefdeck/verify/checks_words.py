"""P1, nothing invented: what slides, notes and brief show is what the outline says, or furniture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefdeck.errors import Problem
from briefdeck.model.page import EntryKind
from briefdeck.verify.comparing import Changed, Comparison, brief_texts, compare, heading
from briefdeck.verify.deck_file import Slide
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.outline_words import Needed, about, labels
from briefdeck.verify.wording import clip, core, difference, normal

EDITED = "if it was changed on purpose, change the outline too; else build again"
INVENTED = "add it to the outline, or build again"


def slides(evidence: Evidence) -> Iterator[Problem]:
    """What the slides show."""
    for slide, found in compared_slides(evidence):
        yield from _problems(found, f"slide {slide.number}")


def notes(evidence: Evidence) -> Iterator[Problem]:
    """What the speaker notes say."""
    deck = evidence.deck
    known = _known_in_notes(evidence)
    for slide in deck.slides:
        if not slide.tagged:
            continue
        said = [text for text in slide.notes if core(text) not in known]
        if not said:
            continue
        own = (form for _, need in _needed(evidence, slide.items, spoken=True) for form in need.forms)
        titles = (core(entry.title) for entry in evidence.contents if slide.entry in (entry.id, entry.parent))
        for words in compare((), said, (*own, *titles, *_around(evidence, slide)), evidence.furnished).invented:
            yield Problem(
                "BD411",
                f"the notes of slide {slide.number} say “{clip(words)}”, which the outline does not",
                hint=INVENTED,
            )


def brief(evidence: Evidence) -> Iterator[Problem]:
    """What the brief shows."""
    yield from _problems(compared_brief(evidence), "the brief")


def added_slides(evidence: Evidence) -> Iterator[Slide]:
    """Slides that carry no tags of ours: added by hand, or copied by a program that drops tags."""
    return (slide for slide in evidence.deck.slides if not slide.tagged)


def compared_slides(evidence: Evidence) -> Iterator[tuple[Slide, Comparison]]:
    """Each slide of ours with what came of comparing it."""
    for slide in evidence.deck.slides:
        if slide.tagged:
            texts = [
                paragraph.text
                for shape in slide.shapes
                if shape.placeholder != "sldNum"
                for paragraph in shape.paragraphs
            ]
            needed = _needed(evidence, slide.items)
            yield slide, compare(needed, texts, _around(evidence, slide), evidence.furnished)


def compared_brief(evidence: Evidence) -> Comparison:
    """The brief as a whole with what came of comparing it: first item by item, then what is left."""
    texts = brief_texts(evidence.brief)
    own: dict[str, list[str]] = {}
    for item, _, text in texts.items:
        own.setdefault(item, []).append(text)
    changed: list[Changed] = []
    invented: list[str] = []
    elsewhere: list[tuple[str, Needed]] = []
    for item, shown in own.items():
        wording = evidence.wordings.get(item)
        if wording is None:
            continue  # the structure checks name it
        found = compare([(item, need) for need in wording.brief], shown, wording.labels, evidence.furnished)
        changed += found.changed
        invented += found.invented
        elsewhere += [(item, need) for need in wording.brief if (item, need.forms[0]) in found.missing]
    beside = (
        *(core(entry.title) for entry in evidence.contents),
        *(name for _, name, _ in labels(evidence.outline)),
        *about(evidence.outline),
    )
    known = {entry.id: normal(entry.title) for entry in evidence.contents}
    headings = (heading(text, known.get(entry, "")) for entry, text in texts.titles)
    rest = compare(elsewhere, (*texts.rest, *headings), beside, evidence.furnished)
    return Comparison((*changed, *rest.changed), rest.missing, (*invented, *rest.invented))


def _problems(found: Comparison, where: str) -> Iterator[Problem]:
    for change in found.changed:
        yield Problem("BD410", f"{where} shows {difference(change.expected, change.found)}", hint=EDITED)
    for words in found.invented:
        yield Problem("BD411", f"{where} shows “{clip(words)}”, which is not in the outline", hint=INVENTED)


def _needed(evidence: Evidence, items: Iterable[str], *, spoken: bool = False) -> list[tuple[str, Needed]]:
    found = []
    for item in items:
        if wording := evidence.wordings.get(item):
            found += [(item, need) for need in wording.slide]
            if spoken and wording.spoken:
                found.append((item, Needed((wording.spoken,))))
    return found


def _around(evidence: Evidence, slide: Slide) -> Iterator[str]:
    """What may stand on a slide beside its items: titles, labels, what the outline says about itself."""
    yield from about(evidence.outline)
    entry = evidence.entries.get(slide.entry)
    opening = entry is None or entry.kind is EntryKind.OPENING
    for other in evidence.contents:
        if opening or slide.entry in (other.id, other.parent) or (entry and other.id == entry.parent):
            yield core(other.title)
    yield from evidence.labels.get(slide.entry, ())


def _known_in_notes(evidence: Evidence) -> frozenset[str]:
    """Whole paragraphs that notes may hold: any text of the outline."""
    found: set[str] = set()
    for wording in evidence.wordings.values():
        found.update(form for need in (*wording.slide, *wording.brief) for form in need.forms)
    for section in evidence.sections:
        found.update(core(paragraph) for paragraph in (section.notes, *section.notes.splitlines()) if paragraph)
    return frozenset(found)
