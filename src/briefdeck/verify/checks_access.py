"""P7, for everyone: titles, reading order, languages, alternative texts, tags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from briefdeck.errors import Problem, Severity
from briefdeck.verify.brief_file import Marking
from briefdeck.verify.brief_reader import referenced
from briefdeck.verify.contrast import needed
from briefdeck.verify.deck_file import Shape
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.wording import clip, normal

AGAIN = "build again"
NEEDS_ALT = ("picture", "table", "chart", "drawing", "other")

_NO_ALT = re.compile(
    r".*\.(png|jpe?g|gif|svg|emf|wmf|bmp|tiff?)|(image|picture|chart|table|diagram)\s*\d*", re.IGNORECASE
)


def titles(evidence: Evidence) -> Iterator[Problem]:
    """Every slide has a title of its own, before everything else that is read."""
    slides = evidence.deck.slides
    counted = Counter(normal(slide.title).casefold() for slide in slides)
    for slide in slides:
        title = normal(slide.title)
        if not title:
            yield Problem("BD470", f"slide {slide.number} has no title", hint="give it one: people find slides by it")
        elif counted[title.casefold()] > 1:
            message = f"slide {slide.number} has the same title as another: “{clip(title)}”"
            yield Problem("BD471", message, hint="make it unique: people find slides by it")
        read = [shape for shape in slide.shapes if not shape.decorative]
        if title and read and not read[0].is_title:
            message = f"slide {slide.number}: “{clip(read[0].name, 40)}” is read before the title"
            yield Problem("BD472", message, hint="put the title first in the reading order")


def reading_order(evidence: Evidence) -> Iterator[Problem]:
    """What is read later does not stand above what is read before it."""
    for slide in evidence.deck.slides:
        read = [shape for shape in slide.shapes if _is_body(shape)]
        for before, after in pairwise(read):
            assert before.frame is not None
            assert after.frame is not None
            beside = after.frame.x >= before.frame.right
            if after.frame.bottom <= before.frame.y + 1 and not beside:
                message = (
                    f"slide {slide.number}: “{clip(after.name, 40)}” is read after “{clip(before.name, 40)}” below it"
                )
                yield Problem("BD472", message, hint="correct the reading order, or build again")


def languages(evidence: Evidence) -> Iterator[Problem]:
    """The deck, and every run of text on slides and in notes, says its language."""
    deck = evidence.deck
    if not deck.lang:
        yield Problem("BD476", "the deck's properties name no language", hint=AGAIN)
    if not deck.title:
        yield Problem("BD477", "the deck's properties have no title", hint=AGAIN)
    for slide in deck.slides:
        for shape in slide.shapes:
            for paragraph in shape.paragraphs:
                if paragraph.languages_missing:
                    message = f"slide {slide.number}: “{clip(paragraph.text, 40)}” says no language"
                    yield Problem("BD473", message, hint="set its proofing language, or build again")
        if slide.notes_languages_missing:
            yield Problem("BD473", f"the notes of slide {slide.number} say no language", hint=AGAIN)


def alternatives(evidence: Evidence) -> Iterator[Problem]:
    """What is not text has an alternative text or is marked as decoration."""
    for slide in evidence.deck.slides:
        for shape in slide.shapes:
            if shape.kind not in NEEDS_ALT or shape.decorative or (shape.placeholder and shape.kind == "drawing"):
                continue
            alt = shape.alt.strip()
            if not alt or _NO_ALT.fullmatch(alt):
                message = f"slide {slide.number}: “{clip(shape.name, 40)}” has no alternative text"
                yield Problem("BD474", message, hint="say what it shows, or mark it as decorative")


def contrasts(evidence: Evidence) -> Iterator[Problem]:
    """Words on slides stand out from what is under them: 3 to 1 for large type, 4.5 to 1 below.

    A colour that a template gives is remarked on: its maker chose it.
    """
    for slide in evidence.deck.slides:
        for shape in slide.shapes:
            for paragraph in shape.paragraphs:
                least = needed(paragraph.size or 0.0)
                if paragraph.text.strip() and paragraph.contrast is not None and paragraph.contrast < least:
                    found = _faint(f"slide {slide.number}", paragraph.text, paragraph.contrast, least)
                    theirs = evidence.deck.template and not paragraph.ink_written
                    yield found._replace(severity=Severity.REMARK) if theirs else found


def brief_contrasts(evidence: Evidence) -> Iterator[Problem]:
    """So do the words of the brief; of each contrast that is too low, the first place is named."""
    seen: set[tuple[float, float]] = set()
    for run in evidence.brief.runs:
        least = needed(run.size)
        if run.text.strip() and run.contrast is not None and run.contrast < least:
            if (kind := (run.contrast, least)) not in seen:
                yield _faint("the brief", run.text, run.contrast, least)
            seen.add(kind)


def _faint(where: str, text: str, found: float, least: float) -> Problem:
    message = f"{where}: “{clip(text, 40)}” is hard to see: its contrast is {found:.1f} to 1, and {least:g} are needed"
    return Problem("BD478", message, hint="choose another theme or another colour")


def notes(evidence: Evidence) -> Iterator[Problem]:
    """Every slide that shows something of the outline has speaker notes."""
    for slide in evidence.deck.slides:
        if slide.items and not slide.notes:
            yield Problem("BD475", f"slide {slide.number} has no speaker notes", hint=AGAIN)


def brief_document(evidence: Evidence) -> Iterator[Problem]:
    """The brief says it is tagged, its language and its title."""
    brief = evidence.brief
    if not brief.marked or not brief.structure:
        yield Problem("BD490", "the brief is not tagged, so it cannot be read aloud", hint=AGAIN)
    if not brief.lang:
        yield Problem("BD491", "the brief says no language", hint=AGAIN)
    if not brief.title or not brief.shows_title:
        yield Problem("BD492", "the brief has no title that readers show", hint=AGAIN)
    if not brief.claims_access:
        yield Problem("BD493", "the brief's metadata do not claim PDF/UA", hint=AGAIN)


def brief_headings(evidence: Evidence) -> Iterator[Problem]:
    """Headings start at the first level and go down one level at a time."""
    found = [(int(element.tag[1]), element.text) for element in evidence.brief.elements()
             if re.fullmatch("H[1-6]", element.tag)]  # fmt: skip
    if not found:
        yield Problem("BD494", "the brief has no headings", hint=AGAIN)
        return
    deepest = 0
    for level, text in found:
        if level > deepest + 1:
            yield Problem("BD494", f"the brief's heading “{clip(text)}” skips a level", hint=AGAIN)
        deepest = level
    if sum(level == 1 for level, _ in found) > 1:
        yield Problem("BD494", "the brief has more than one heading of the first level", hint=AGAIN)


def brief_marks(evidence: Evidence) -> Iterator[Problem]:
    """Every text is tagged or marked as decoration, and what is tagged is reached by the structure tree."""
    brief = evidence.brief
    reached = {id(run) for run in referenced(brief.structure)}
    lost = [
        run for run in brief.runs if run.text.strip() and run.marking is not Marking.ARTIFACT and id(run) not in reached
    ]
    if lost:
        more = f", and {len(lost) - 1} more" if len(lost) > 1 else ""
        yield Problem("BD495", f"the brief's “{clip(lost[0].text, 40)}” is not tagged{more}", hint=AGAIN)
    for element in brief.elements():
        if element.tag in ("Figure", "Formula") and not element.alt.strip():
            yield Problem("BD496", "a picture on the brief has no alternative text", hint=AGAIN)


def brief_fonts(evidence: Evidence) -> Iterator[Problem]:
    """Every font is in the file and can be read back."""
    for font in evidence.brief.fonts:
        if not font.embedded:
            yield Problem("BD497", f"the brief does not embed the font {font.name}", hint=AGAIN)
        if not font.readable:
            yield Problem("BD498", f"text in the font {font.name} cannot be copied or read aloud", hint=AGAIN)


def _is_body(shape: Shape) -> bool:
    """Whether it is read as part of the slide's content."""
    return bool(shape.frame and shape.text.strip()) and not shape.is_title and not shape.is_furniture
