"""P2, nothing lost: what the outline says is in both files, in the notes, or in a list of cuts with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from briefdeck.errors import Problem, Severity
from briefdeck.model.page import Cut
from briefdeck.verify.brief_texts import id_of
from briefdeck.verify.comparing import shows
from briefdeck.verify.deck_file import DeckFile
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.outline_words import Wording, labels
from briefdeck.verify.wording import clip, normal, order_free, without, words_of

SUBTITLE = "subtitle"
"""The id under which the brief lists a subtitle that it had no room for."""

AGAIN = "build again"


def in_deck(evidence: Evidence) -> Iterator[Problem]:
    """Whether every item of the outline is on a slide or cut."""
    deck = evidence.deck
    for slide in (slide for slide in deck.slides if not slide.tagged):
        hint = "nothing, if you added it by hand; what it should carry is named below"
        message = f"slide {slide.number} was not made by briefdeck, or its tags are lost"
        yield Problem("BD405", message, hint=hint, severity=Severity.WARNING)
    shown = {item for slide in deck.slides for item in slide.items}
    yield from _accounted(evidence, shown, deck.embedded.cuts, "deck")
    for slide, found in evidence.compared_slides:
        for _, text in found.missing:
            yield Problem("BD421", f"slide {slide.number} does not show “{clip(text)}”", hint=AGAIN)
    yield from _lost_labels(evidence, _texts_by_entry(deck), shown, "deck")


def in_brief(evidence: Evidence) -> Iterator[Problem]:
    """Whether every item of the outline is on the brief or cut."""
    texts = evidence.brief_texts
    shown = {item for item, _, _ in texts.items}
    yield from _accounted(evidence, shown, evidence.brief.embedded.cuts, "brief")
    for _, text in evidence.compared_brief.missing:
        yield Problem("BD421", f"the brief does not show “{clip(text)}”", hint=AGAIN)
    yield from _rows(evidence)
    by_entry: dict[str, list[str]] = {entry.id: [*map(order_free, texts.rest)] for entry in evidence.script.contents}
    for _, entry, text in texts.items:
        by_entry.setdefault(entry, []).append(order_free(text))
    yield from _lost_labels(evidence, by_entry, shown, "brief")


def in_notes(evidence: Evidence) -> Iterator[Problem]:
    """Whether the full sentence of every point on a slide is in the notes of a slide that shows it."""
    deck = evidence.deck
    spoken: dict[str, str] = {}
    for slide in deck.slides:
        said = normal(" ".join(slide.notes))
        for item in slide.items:
            spoken[item] = f"{spoken.get(item, '')} {said}"
    for item, said in spoken.items():
        wording = evidence.script.wordings.get(item)
        if wording and wording.spoken and without(said, (wording.spoken,)) == said:
            slides = [slide.number for slide in deck.slides if item in slide.items]
            message = f"the notes of slide {slides[0]} lack the sentence “{clip(wording.spoken)}”"
            yield Problem("BD423", message, hint=AGAIN)
    everything = normal(" ".join(line for slide in deck.slides for line in slide.notes))
    for item in evidence.only_in_notes:
        wording = evidence.script.wordings.get(item)
        if wording and wording.spoken and without(everything, (wording.spoken,)) == everything:
            message = f"no slide shows “{clip(wording.spoken)}”, and the notes lack it too"
            yield Problem("BD423", message, hint=AGAIN)


def _rows(evidence: Evidence) -> Iterator[Problem]:
    """Whether each table has as many rows as it should: those of the outline without those that are listed as cut."""
    gone = {cut.id for cut in evidence.brief.embedded.cuts}
    for table in (element for element in evidence.brief.elements() if element.tag == "Table"):
        wording = evidence.script.wordings.get(id_of(table.id))
        if wording is None or wording.native != "table":
            continue
        expected = sum(name not in gone for name, _ in wording.rows)
        shown = sum(any(cell.tag == "TD" for cell in row.walk()) for row in table.walk() if row.tag == "TR")
        if shown != expected:
            left_out = len(wording.rows) - expected
            message = (
                f"the brief shows {shown} of the {len(wording.rows)} rows of “{_name(evidence, id_of(table.id))}” "
                f"and lists {left_out} as cut"
            )
            yield Problem("BD409", message, hint=AGAIN)


def _accounted(evidence: Evidence, shown: Collection[str], cuts: tuple[Cut, ...], what: str) -> Iterator[Problem]:
    gone = {cut.id for cut in cuts}
    for entry in evidence.script.contents:
        for item in (*entry.items, *entry.extras):
            left_out = item in gone or entry.id in gone
            if item in shown and left_out:
                yield Problem("BD422", f"the {what} lists “{_name(evidence, item)}” as cut but shows it", hint=AGAIN)
            elif item not in shown and not left_out:
                message = f"the {what} lacks “{_name(evidence, item)}” and does not list it as cut"
                yield Problem("BD421", message, hint=AGAIN)
    known = {name for entry in evidence.script.contents for name in (entry.id, *entry.items, *entry.extras)}
    known |= {SUBTITLE} if evidence.script.outline.subtitle else set()
    known |= {name for wording in evidence.script.wordings.values() for name, _ in wording.rows}
    for cut in cuts:
        if cut.id not in known:
            yield Problem(
                "BD424", f"the {what} lists a cut that the outline does not have: “{clip(cut.text)}”", hint=AGAIN
            )
        elif cut.id in evidence.script.wordings and not _words_of(cut.text) <= _words_of(
            *_all_of(evidence.script.wordings[cut.id])
        ):
            message = f"the {what} lists “{clip(cut.text)}” as cut, which the outline words otherwise"
            yield Problem("BD424", message, hint=AGAIN)
        if not cut.reason.strip():
            yield Problem("BD425", f"the {what} gives no reason for cutting “{clip(cut.text)}”", hint=AGAIN)


def _words_of(*texts: str) -> set[str]:
    """The words of some texts; the last of one that was shortened may be a part of a word, and is left out."""
    found = (word for text in texts for word in (words_of(text)[:-1] if text.endswith("…") else words_of(text)))
    return {word.casefold() for word in found if any(map(str.isalnum, word))}


def _all_of(wording: Wording) -> Iterator[str]:
    """Everything that the outline says of an item."""
    rows = (need for _, row in wording.rows for need in row)
    yield from (form for need in (*wording.slide, *wording.brief, *rows) for form in need.forms)
    yield from (*wording.labels, wording.spoken, *wording.said, *wording.steps, *wording.again)


def _lost_labels(
    evidence: Evidence, texts: Mapping[str, Sequence[str]], shown: Collection[str], what: str
) -> Iterator[Problem]:
    for section, label, items in labels(evidence.script.outline):
        there = any(item in shown for item in items)
        if there and not any(shows(texts.get(section, ()), form) for form in {label, order_free(label)}):
            yield Problem("BD426", f"the {what} lost the label “{clip(label)}”", hint=AGAIN)


def _texts_by_entry(deck: DeckFile) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for slide in deck.slides:
        paragraphs = (paragraph for shape in slide.shapes for paragraph in shape.paragraphs)
        found.setdefault(slide.entry, []).extend(paragraph.text for paragraph in paragraphs)
    return found


def _name(evidence: Evidence, item: str) -> str:
    """What an item is called in a message: the start of its words."""
    wording = evidence.script.wordings.get(item)
    needed: Iterable[str] = (need.forms[0] for need in wording.slide) if wording else ()
    return clip(next(iter(needed), item), 50)
