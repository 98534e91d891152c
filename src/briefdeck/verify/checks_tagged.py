"""P7 for any PDF of ours: tags, titles, languages, contrasts, fonts. `what` is the file's name in messages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefdeck.errors import Problem
from briefdeck.verify.brief_file import BriefFile, Marking, Passage
from briefdeck.verify.brief_reader import referenced
from briefdeck.verify.contrast import needed
from briefdeck.verify.deck_languages import is_written_in, primary
from briefdeck.verify.wording import clip, normal, order_free

AGAIN = "build again"
_PICTURED = frozenset({"Figure", "Formula"})
"""Elements that are told in other words; those of all others are in the file, and what else is heard is not seen."""
_PASSED_OVER = frozenset({"NonStruct", "Private", "Artifact"})


def document(file: BriefFile, what: str) -> Iterator[Problem]:
    """It says that it is tagged, its language and its title."""
    if not file.marked or not file.structure:
        yield Problem("BD490", f"{what} is not tagged, so it cannot be read aloud", hint=AGAIN)
    if not file.lang:
        yield Problem("BD491", f"{what} says no language", hint=AGAIN)
    if not file.title or not file.shows_title:
        yield Problem("BD492", f"{what} has no title that readers show", hint=AGAIN)
    for claimed, standard in ((file.claims_access, "PDF/UA"), (file.claims_archive, "PDF/A")):
        if not claimed:
            yield Problem("BD493", f"the metadata of {what} do not claim {standard}", hint=AGAIN)


def languages(file: BriefFile, lang: str, what: str) -> Iterator[Problem]:
    """It is in `lang`, and so is all of it that is written in the letters of that."""
    if file.lang and primary(file.lang) != lang:
        yield Problem("BD491", f"{what} says another language: “{clip(file.lang, 20)}”", hint=AGAIN)
    for element in file.elements():
        if element.lang and primary(element.lang) != lang and is_written_in(element.text, lang):
            message = f"“{clip(element.text, 40)}” says another language: “{clip(element.lang, 20)}”"
            yield Problem("BD491", f"{what}: {message}", hint=AGAIN)


def headings(file: BriefFile, what: str) -> Iterator[Problem]:
    """Headings start at the first level and go down one level at a time."""
    found = [(int(element.tag[1]), element.text) for element in file.elements() if re.fullmatch("H[1-6]", element.tag)]
    if not found:
        yield Problem("BD494", f"{what} has no headings", hint=AGAIN)
        return
    deepest = 0
    for level, text in found:
        if level > deepest + 1:
            yield Problem("BD494", f"{what}: the heading “{clip(text)}” skips a level", hint=AGAIN)
        deepest = level
    if sum(level == 1 for level, _ in found) > 1:
        yield Problem("BD494", f"{what} has more than one heading of the first level", hint=AGAIN)


def marks(file: BriefFile, what: str) -> Iterator[Problem]:
    """Every text is tagged or marked as decoration, and what is tagged is reached by the structure tree."""
    reached = {id(run) for run in referenced(file.structure)}
    lost = [
        run for run in file.runs if run.text.strip() and run.marking is not Marking.ARTIFACT and id(run) not in reached
    ]
    if lost:
        more = f", and {len(lost) - 1} more" if len(lost) > 1 else ""
        yield Problem("BD495", f"{what}: “{clip(lost[0].text, 40)}” is not tagged{more}", hint=AGAIN)
    for element in file.elements():
        if element.tag in _PICTURED and not element.alt.strip():
            yield Problem("BD496", f"{what}: a picture has no alternative text", hint=AGAIN)
        spoken = "" if element.tag in _PICTURED else element.alt.strip()
        said = [(spoken, element.said)] if spoken else []
        said += [(element.actual_text, element.said)] if element.actual_text else []
        said += [(child.text, child.shown) for child in element.children if isinstance(child, Passage)]
        for heard, seen in said:
            if order_free(normal(heard)) != order_free(normal(seen)):
                message = f"{what} is read aloud as “{clip(heard, 40)}” where it says “{clip(seen, 40)}”"
                yield Problem("BD411", message, hint=AGAIN)
        if element.tag in _PASSED_OVER and element.text.strip():
            message = f"{what}: “{clip(element.text, 40)}” is tagged as something that is not read aloud in its place"
            yield Problem("BD495", message, hint=AGAIN)


def fonts(file: BriefFile, what: str) -> Iterator[Problem]:
    """Every font is in the file and can be read back."""
    for font in file.fonts:
        if not font.embedded:
            yield Problem("BD497", f"{what} does not embed the font {font.name}", hint=AGAIN)
        if not font.readable:
            yield Problem("BD498", f"{what}: text in the font {font.name} cannot be copied or read aloud", hint=AGAIN)


def standards(file: BriefFile, what: str) -> Iterator[Problem]:
    """It keeps PDF/UA-1 and PDF/A-2a, as far as that can be judged without veraPDF."""
    for breach in file.breaches:
        rule, _, wrong = breach.partition(": ")
        yield Problem("BD901", f"{what} breaks PDF/UA-1 or PDF/A-2a ({rule}): {clip(wrong, 90)}", hint=AGAIN)


def contrasts(file: BriefFile, what: str, least_size: float = 0.0) -> Iterator[Problem]:
    """Words stand out from what is under them; of each contrast that is too low, the first place is named.

    Type of a handout is small only because the slide is: `least_size` is what it counts as at least, in points.
    """
    seen: set[tuple[float, float]] = set()
    for run in file.runs:
        least = needed(max(run.size, least_size))
        if run.text.strip() and run.contrast is not None and run.contrast < least:
            if (kind := (run.contrast, least)) not in seen:
                yield faint(what, run.text, run.contrast, least)
            seen.add(kind)


def faint(where: str, text: str, found: float, least: float) -> Problem:
    """The problem of words that hardly stand out."""
    message = f"{where}: “{clip(text, 40)}” is hard to see: its contrast is {found:.1f} to 1, and {least:g} are needed"
    return Problem("BD478", message, hint="choose another theme or another colour")
