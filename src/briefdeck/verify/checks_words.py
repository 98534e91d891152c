"""P1, nothing invented: what slides, notes and brief show is what the outline says, or furniture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import category

from briefdeck.errors import Problem
from briefdeck.verify.comparing import Comparison, beside, compare
from briefdeck.verify.deck_file import Shape
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.script import Script
from briefdeck.verify.wording import OVERRIDES, clip, core, difference

EDITED = "if it was changed on purpose, change the outline too; else build again"
_DENYING = frozenset("✗✘❌×☒✕✖")
"""Marks that cross out what they stand before."""

_OURS = "+−"  # numbers are written with them, however they were typed
INVENTED = "add it to the outline, or build again"


def slides(evidence: Evidence) -> Iterator[Problem]:
    """What the slides show."""
    for slide, found in evidence.compared_slides:
        yield from _problems(found, f"slide {slide.number}")
    if evidence.deck.first_number != 1:
        message = f"the slides are numbered from {evidence.deck.first_number}"
        yield Problem("BD411", message, hint="number them from 1 under Slide Size, or build again")
    for slide in evidence.deck.slides:
        shown = (shape.text for shape in slide.shapes) if slide.tagged else ()
        yield from _strange_signs(shown, evidence.script, f"slide {slide.number}")
        for shape in slide.shapes:
            yield from _signs(slide.number, shape)
            said = "".join(filter(str.isdecimal, shape.text)) if shape.placeholder == "sldNum" else ""
            if said and not shape.numbers_itself:
                message = f"slide {slide.number} has its number typed: it stays when slides are moved"
                yield Problem("BD411", message, hint="insert the slide number again, or build again")
            if said and (len(said) > 9 or int(said) != slide.number):
                yield Problem("BD411", f"slide {slide.number} says that it is slide {said[:9]}", hint="build again")
            if any(sign in shape.text for sign in OVERRIDES) and not _turns_letters(evidence):
                message = f"slide {slide.number} turns letters around by hidden signs: “{clip(shape.text)}”"
                yield Problem("BD410", message, hint=EDITED)


def _strange_signs(texts: Iterable[str], script: Script, where: str) -> Iterator[Problem]:
    """Signs and pictographs that say something by themselves and stand nowhere in the outline: "≈", "↓", a face."""
    known = {*repr(script.outline), *"".join(script.furniture.words.values()), *_OURS}
    strange = (sign for text in texts for sign in text if sign not in known and category(sign) in ("So", "Sm"))
    if sign := next(strange, ""):
        yield Problem("BD411", f"{where} shows “{sign}”, which is not in the outline", hint=INVENTED)


def _signs(slide: int, shape: Shape) -> Iterator[Problem]:
    """What stands before the paragraphs of a list is a mark, and says nothing."""
    for sign in dict.fromkeys(paragraph.bullet for paragraph in shape.paragraphs if paragraph.text.strip()):
        if len(sign) > 1 or sign.isalnum() or sign in _DENYING:
            message = f"slide {slide} sets “{clip(sign)}” before a line of “{shape.name}”"
            yield Problem("BD411", message, hint=EDITED)


def _turns_letters(evidence: Evidence) -> bool:
    """Whether the outline itself holds signs that turn letters around: it was warned of them when it was read."""
    said = repr(evidence.script.outline)
    return any(ascii(sign)[1:-1] in said for sign in OVERRIDES)


def brief(evidence: Evidence) -> Iterator[Problem]:
    """What the brief shows."""
    yield from _problems(evidence.compared_brief, "the brief")
    yield from _strange_signs((run.text for run in evidence.brief.runs), evidence.script, "the brief")


def notes(evidence: Evidence) -> Iterator[Problem]:
    """What the speaker notes say: sentences of the slide's items, or a whole text from elsewhere in the outline."""
    script = evidence.script
    known = _whole_texts(script)
    for slide in evidence.deck.slides:
        said = [text for text in slide.notes if core(text) not in known]
        if not said or not slide.tagged:
            continue
        items = (*slide.items, *evidence.only_in_notes)
        wordings = [script.wordings[item] for item in items if item in script.wordings]
        own = [form for wording in wordings for need in (*wording.brief, *wording.slide) for form in need.forms]
        own += [text for wording in wordings for text in (*wording.steps, *wording.said, *wording.labels)]
        for words in compare((), said, (*own, *beside(slide, script)), script.furnished).invented:
            message = f"the notes of slide {slide.number} say “{clip(words)}”, which the outline does not"
            yield Problem("BD411", message, hint=INVENTED)


def _problems(found: Comparison, where: str) -> Iterator[Problem]:
    for change in found.changed:
        yield Problem("BD410", f"{where} shows {difference(change.expected, change.found)}", hint=EDITED)
    for words in found.invented:
        yield Problem("BD411", f"{where} shows “{clip(words)}”, which is not in the outline", hint=INVENTED)


def _whole_texts(script: Script) -> frozenset[str]:
    """Paragraphs that notes may hold as they are."""
    found: set[str] = set()
    for wording in script.wordings.values():
        found.update(form for need in (*wording.slide, *wording.brief) for form in need.forms)
    for section in script.sections:
        found.update(core(paragraph) for paragraph in (section.notes, *section.notes.splitlines()) if paragraph)
    return frozenset(found)
