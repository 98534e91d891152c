"""P7, for everyone: titles, reading order, languages, alternative texts, tags."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from briefdeck.errors import Problem, Severity
from briefdeck.late import late_pattern
from briefdeck.model.contents import extra_id
from briefdeck.verify import checks_tagged
from briefdeck.verify.checks_tagged import faint
from briefdeck.verify.contrast import needed
from briefdeck.verify.deck_file import Shape, Slide
from briefdeck.verify.deck_languages import main_language, primary
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.wording import clip, core, normal

AGAIN = "build again"
NEEDS_ALT = ("picture", "table", "chart", "drawing", "other")

_NO_ALT = late_pattern(
    r".*\.(png|jpe?g|gif|svg|emf|wmf|bmp|tiff?)|(image|picture|chart|table|diagram)\s*\d*", re.IGNORECASE
)

_A_FILE = late_pattern(
    r"\b[A-Za-z]:\\\w|\\\\\w|\b[\w-]+\.(png|jpe?g|gif|svg|webp|heic|bmp|tiff?|xlsx?|csv)\b", re.IGNORECASE
)
"""A path or the name of a file: what programs write as alternative text where nobody has written one."""


_FEW = 2  # words


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
    """What is read later does not stand above what is read before it, but in a later column."""
    from_the_right = evidence.deck.right_to_left
    for slide in evidence.deck.slides:
        framed = [(shape.name, shape.frame) for shape in slide.shapes if shape.frame and _is_body(shape)]
        for (before, above), (after, below) in pairwise(framed):
            first, second = (below, above) if from_the_right else (above, below)
            in_a_later_column = second.x >= first.right
            if below.bottom <= above.y + 1 and not in_a_later_column:
                message = f"slide {slide.number}: “{clip(after, 40)}” is read after “{clip(before, 40)}” below it"
                yield Problem("BD472", message, hint="correct the reading order, or build again")
        for shape in slide.shapes:
            yield from _columns(slide.number, shape, from_the_right=from_the_right)
            yield from _words(slide.number, shape, from_the_right=from_the_right)


def _columns(slide: int, shape: Shape, *, from_the_right: bool) -> Iterator[Problem]:
    """The columns of a table begin where the deck's language does."""
    if shape.table and shape.table.right_to_left != from_the_right:
        message = f"slide {slide}: the columns of “{clip(shape.name, 40)}” begin on the other side than the deck's"
        yield Problem("BD472", message, hint="turn the table around, or build again")


def _words(slide: int, shape: Shape, *, from_the_right: bool) -> Iterator[Problem]:
    """Words run from the side where their letters begin."""
    for paragraph in shape.paragraphs if shape.kind == "text" else ():
        sides = {unicodedata.bidirectional(sign) for sign in paragraph.text} & {"L", "R", "AL"}
        turned = sides == {"L"} and paragraph.runs_left and not from_the_right
        if turned or (sides and "L" not in sides and not paragraph.runs_left and _is_sentence(paragraph.text)):
            message = f"slide {slide}: “{clip(paragraph.text, 40)}” is set from the wrong side"
            yield Problem("BD472", message, hint="turn its direction around, or build again")


def _is_sentence(text: str) -> bool:
    """A word or two of another script may run as the words around them do."""
    return sum(any(map(str.isalpha, word)) for word in text.split()) > _FEW


def languages(evidence: Evidence) -> Iterator[Problem]:
    """The deck, and every run of text on slides and in notes, says its language."""
    deck = evidence.deck
    if not deck.lang:
        yield Problem("BD476", "the deck's properties name no language", hint=AGAIN)
    if not deck.title:
        yield Problem("BD477", "the deck's properties have no title", hint=AGAIN)
    yield from _as_the_outline(evidence)
    for slide in deck.slides:
        for shape in slide.shapes:
            for paragraph in shape.paragraphs:
                if paragraph.languages_missing:
                    message = f"slide {slide.number}: “{clip(paragraph.text, 40)}” says no language"
                    yield Problem("BD473", message, hint="set its proofing language, or build again")
        if slide.notes_languages_missing:
            yield Problem("BD473", f"the notes of slide {slide.number} say no language", hint=AGAIN)


def _as_the_outline(evidence: Evidence) -> Iterator[Problem]:
    """The deck says the outline's title and language, and so do most words of each slide and of its notes."""
    script, deck = evidence.found_outline, evidence.deck
    if script is None:
        return
    lang = primary(script.outline.lang)
    if deck.lang and primary(deck.lang) != lang:
        yield Problem("BD476", f"the deck's properties name another language: “{clip(deck.lang, 20)}”", hint=AGAIN)
    if deck.title and core(deck.title) != core(script.outline.title):
        yield Problem("BD477", f"the deck's properties have another title: “{clip(deck.title, 60)}”", hint=AGAIN)
    for slide in deck.slides:
        for what, languages in ((f"slide {slide.number} says", slide.languages),
                                (f"the notes of slide {slide.number} say", slide.notes_languages)):  # fmt: skip
            found = main_language(languages, lang)
            if found and found != lang and slide.tagged:
                message = f"{what} that most of the words are in “{found}”, the outline says “{lang}”"
                yield Problem("BD473", message, hint="set the proofing language, or build again")


def alternatives(evidence: Evidence) -> Iterator[Problem]:
    """What is not text has an alternative text or is marked as decoration."""
    for slide in evidence.deck.slides:
        for shape in slide.shapes:
            if shape.decorative and _says_something(shape, slide, evidence):
                message = (
                    f"slide {slide.number}: “{clip(shape.name, 40)}” is marked as decoration and would not be read"
                )
                yield Problem("BD474", message, hint="say that it is not decorative, or build again")
            if shape.kind not in NEEDS_ALT or shape.decorative or (shape.placeholder and shape.kind == "drawing"):
                continue
            alt = shape.alt.strip()
            if not alt or _NO_ALT.fullmatch(alt) or _A_FILE.search(alt):
                message = f"slide {slide.number}: “{clip(shape.name, 40)}” has no alternative text"
                yield Problem("BD474", message, hint="say what it shows, or mark it as decorative")


def _says_something(shape: Shape, slide: Slide, evidence: Evidence) -> bool:
    """Whether a shape has words, or is a picture where the outline has one."""
    if shape.kind != "picture":
        return bool(shape.text.strip())
    wordings = evidence.found_outline.wordings if evidence.found_outline else {}
    shown = any((wording := wordings.get(item)) and wording.native == "picture" for item in slide.items)
    return shown and not any(one.kind == "picture" and not one.decorative for one in slide.shapes)


def table_headers(evidence: Evidence) -> Iterator[Problem]:
    """Tables whose columns have names in the outline are marked so: screen readers say them with each cell."""
    named = {extra_id(one, "table") for one in evidence.script.sections if one.table and any(one.table.header)}
    for slide in evidence.deck.slides:
        for shape in slide.shapes if named & {*slide.items} else ():
            if shape.table and not shape.table.names_columns:
                message = f"slide {slide.number}: the first row of “{shape.name}” is not marked as its header"
                yield Problem("BD409", message, hint="in PowerPoint: Table Design, Header Row; or build again")


def contrasts(evidence: Evidence) -> Iterator[Problem]:
    """Words on slides stand out from what is under them: 3 to 1 for large type, 4.5 to 1 below.

    A colour that a template gives is remarked on: its maker chose it.
    """
    for slide in evidence.deck.slides:
        for shape in slide.shapes:
            for paragraph in shape.paragraphs:
                least = needed(paragraph.size or 0.0)
                if paragraph.text.strip() and paragraph.contrast is not None and paragraph.contrast < least:
                    found = faint(f"slide {slide.number}", paragraph.text, paragraph.contrast, least)
                    theirs = evidence.deck.template and not paragraph.ink_written
                    yield found._replace(severity=Severity.REMARK) if theirs else found


def brief_contrasts(evidence: Evidence) -> Iterator[Problem]:
    """So do the words of the brief; of each contrast that is too low, the first place is named."""
    yield from checks_tagged.contrasts(evidence.brief, "the brief")


def notes(evidence: Evidence) -> Iterator[Problem]:
    """Every slide that shows something of the outline has speaker notes."""
    for slide in evidence.deck.slides:
        if slide.items and not slide.notes:
            yield Problem("BD475", f"slide {slide.number} has no speaker notes", hint=AGAIN)


def brief_document(evidence: Evidence) -> Iterator[Problem]:
    """The brief says it is tagged, its language and its title, and they are the outline's."""
    brief, script = evidence.brief, evidence.found_outline
    yield from checks_tagged.document(brief, "the brief")
    if script is None:
        return
    lang = primary(script.outline.lang)
    if brief.title and core(brief.title) != core(script.outline.title):
        yield Problem("BD492", f"the brief has another title: “{clip(brief.title, 60)}”", hint=AGAIN)
    yield from checks_tagged.languages(brief, lang, "the brief")


def brief_headings(evidence: Evidence) -> Iterator[Problem]:
    """Headings start at the first level and go down one level at a time."""
    yield from checks_tagged.headings(evidence.brief, "the brief")


def brief_marks(evidence: Evidence) -> Iterator[Problem]:
    """Every text is tagged or marked as decoration, and what is tagged is reached by the structure tree."""
    yield from checks_tagged.marks(evidence.brief, "the brief")


def brief_fonts(evidence: Evidence) -> Iterator[Problem]:
    """Every font is in the file and can be read back."""
    yield from checks_tagged.fonts(evidence.brief, "the brief")


def brief_standards(evidence: Evidence) -> Iterator[Problem]:
    """The brief keeps PDF/UA-1 and PDF/A-2a."""
    yield from checks_tagged.standards(evidence.brief, "the brief")


def _is_body(shape: Shape) -> bool:
    """Whether it is read as part of the slide's content."""
    return bool(shape.text.strip()) and not shape.is_title and not shape.is_furniture
