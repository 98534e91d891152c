"""P3: steps have the outline's numbers, and nothing else has one: a recipe is worked through by them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from briefdeck.errors import Problem
from briefdeck.model.page import EntryKind
from briefdeck.verify.brief_file import BriefFile, Element
from briefdeck.verify.brief_texts import ENTRY, id_of
from briefdeck.verify.deck_file import DeckFile, Shape, Slide
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.script import Script
from briefdeck.verify.steps import Step, as_typed, numbers_of, opened_by
from briefdeck.verify.wording import clip, core, order_free

_HINT = "if it was changed on purpose, change `numbered` or the order in the outline too; else build again"
_AGAIN = "build again, with --also"
_LABELS_APART = "cornell"  # the style of brief that sets labels into its narrow column


def slides(evidence: Evidence) -> Iterator[Problem]:
    """The numbers before the paragraphs of slides; those of an agenda are its sections'."""
    script = evidence.script
    for slide in evidence.deck.slides:
        entry = script.entries.get(slide.entry)
        if entry is None or not slide.tagged or entry.kind is EntryKind.OPENING:
            continue
        known = [step for step in script.steps.get(entry.id, ()) if not step.item or step.item in slide.items]
        forms = {item: (*script.wordings[item].slide_forms,) for item in slide.items if item in script.wordings}
        texts = frozenset(form for own in forms.values() for form in own)
        counted = {step.item for step in known}
        free = {form for item, own in forms.items() if item not in counted for form in own}  # moments, figures
        free |= {script.titles[name] for name in (entry.id, entry.parent) if name}
        yield from _on_slide(slide, known, texts, free)


def _on_slide(slide: Slide, known: Sequence[Step], texts: Collection[str], free: Collection[str]) -> Iterator[Problem]:
    """`texts` are all that its items may say: one that begins with a number was not counted by hand.

    What is `free` has no number, though a label may say the same: a moment, the name of its section in the corner.
    """
    for shape in filter(_holds_text, slide.shapes):
        for paragraph in shape.paragraphs:
            words, shown = core(paragraph.text), paragraph.number
            expected = numbers_of(words, known)
            typed, rest = as_typed(words)
            if expected is None and typed and words not in texts:
                expected = numbers_of(rest, known, entire=True)
                words, shown = (rest, f"{shown} {typed}".strip()) if expected else (words, shown)
            allowed = {*(expected or ()), *([""] if not expected or words in free else [])}
            yield from _compared(f"slide {slide.number}", words, shown, allowed)


def _holds_text(shape: Shape) -> bool:
    return not (shape.is_title or shape.is_furniture or shape.kind in ("table", "chart"))


def brief(evidence: Evidence) -> Iterator[Problem]:
    """The numbers in the lists of the brief; a point that stands alone is in no list."""
    script = evidence.script
    by_item = {step.item: step for known in script.steps.values() for step in known if step.item}
    entry, apart = "", evidence.brief.embedded.style == _LABELS_APART
    for element in evidence.brief.elements():
        if element.id.startswith(ENTRY):
            entry = id_of(element.id)
        elif element.tag == "LI":
            words, shown = core(_own_text(element)), _number(element)
            step = by_item.get(id_of(element.id))
            expected = opened_by(words, step, labels_apart=apart) if step else _of_label(words, entry, script)
            yield from _compared("the brief", words, shown, expected)


def like_the_deck(file: BriefFile, deck: DeckFile, name: str) -> Iterator[Problem]:
    """What slides.pdf or the handout number, against what is numbered on the slides."""
    shapes = (shape for slide in deck.slides for shape in slide.shapes if _holds_text(shape))
    on_slides = Counter((_plain(one.text), one.number) for shape in shapes for one in shape.paragraphs if one.number)
    items = [(_own_text(element), _number(element)) for element in file.elements() if element.tag == "LI"]
    shown = Counter((_plain(words), number) for words, number in items if number)
    for words, number in dict.fromkeys((*(on_slides - shown), *(shown - on_slides))):
        there, wanted = (number, "missing") if (words, number) in shown - on_slides else ("missing", number)
        message = f"{name}: the number of “{clip(words, 40)}” is {there}, on the slide {wanted}"
        yield Problem("BD427", message, hint=_AGAIN)


def _of_label(words: str, entry: str, script: Script) -> Collection[str]:
    """The numbers that may stand before what is no point: a label over points, also over those that are gone."""
    found = {number for step in script.steps.get(entry, ()) for number in step.of_label(words)}
    return found or {""}


def _own_text(element: Element) -> str:
    """The words of an item of a list without those of the lists below it."""
    bodies = [child for child in element.children if isinstance(child, Element) and child.tag == "LBody"]
    parts = (part for body in bodies for part in body.children)
    return "".join(part.text for part in parts if not (isinstance(part, Element) and part.tag == "L"))


def _plain(text: str) -> str:
    """Words as they are compared between a deck and a PDF, which may set them in capitals."""
    return order_free(core(text).casefold())


def _number(element: Element) -> str:
    """What stands before an item of a list where that is a number."""
    labels = (child.text for child in element.children if isinstance(child, Element) and child.tag == "Lbl")
    label = core(next(labels, ""))
    return label if any(map(str.isalnum, label)) else ""


def _compared(where: str, words: str, shown: str, expected: Collection[str]) -> Iterator[Problem]:
    if words and shown not in expected:
        wanted = " or ".join(number or "none" for number in sorted(expected))
        message = f"{where}: the number of “{clip(words, 40)}” is {shown or 'missing'}, in the outline {wanted}"
        yield Problem("BD427", message, hint=_HINT)
