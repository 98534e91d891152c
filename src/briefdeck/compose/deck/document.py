"""The deck: an outline and a look become slides, every text measured before it is placed.

Title and agenda, the sections in order, then terms, questions, takeaways and sources.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefdeck.compose.deck import grid
from briefdeck.compose.deck.checks import long_title, no_room, outline_faults, unseated
from briefdeck.compose.deck.ends import agenda_left_out, closing_slides, opening_slides
from briefdeck.compose.deck.fit import Fitter
from briefdeck.compose.deck.layouts import layouts_for
from briefdeck.compose.deck.lists import CannotFit
from briefdeck.compose.deck.notes import spoken_items
from briefdeck.compose.deck.pages import PageMaker
from briefdeck.compose.deck.slides import SectionSlides, Slide, carries_numbers, with_unique_titles
from briefdeck.errors import BriefdeckError, Problem
from briefdeck.model.contents import contents
from briefdeck.model.look import Look
from briefdeck.model.outline import Outline, walk_sections
from briefdeck.model.page import Document, Identity


def compose_deck(outline: Outline, look: Look, identity: Identity) -> tuple[Document, tuple[Problem, ...]]:
    """The slides of an outline, 960 by 540 points, with remarks; BriefdeckError with all it cannot show."""
    layouts = layouts_for(outline.lang, look.theme)
    fitter = Fitter(look, layouts)
    faults = list(outline_faults(outline, layouts))
    slides = _slides(outline, fitter, look, faults)
    if faults:
        raise BriefdeckError(faults)
    maker = PageMaker(fitter=fitter, furniture=look.furniture, spoken=spoken_items(outline), footer=outline.title)
    document = Document(
        kind="deck",
        size=grid.SLIDE,
        contents=contents(outline, look.furniture),
        pages=tuple(
            maker.page(slide, number) for number, slide in enumerate(with_unique_titles(slides, maker.title_shown), 1)
        ),
        identity=identity,
        look=look,
        layouts=tuple(seating.layout for seating in layouts),
    )
    return document, tuple(agenda_left_out(outline))


def _slides(outline: Outline, fitter: Fitter, look: Look, faults: list[Problem]) -> list[Slide]:
    """All slides in order; what goes wrong is added to the faults, each thing once."""
    maker = SectionSlides(fitter, look.furniture)
    slides: list[Slide] = []
    try:
        slides += opening_slides(outline, fitter, look.furniture)
    except CannotFit as error:
        faults.append(no_room(outline, error))
    numbered = not carries_numbers([section.title for section in outline.sections])
    for number, section in enumerate(outline.sections, 1):
        try:
            slides += maker.slides(section, str(number) if numbered else "")
        except CannotFit as error:
            faults.append(no_room(outline, error))
    try:
        slides += closing_slides(outline, fitter, look.furniture)
    except CannotFit as error:
        faults.append(no_room(outline, error))
    faults += _section_faults(outline, fitter, maker)
    return slides


def _section_faults(outline: Outline, fitter: Fitter, maker: SectionSlides) -> Iterator[Problem]:
    """Layouts that seat nothing, titles that fit nowhere."""
    for section in walk_sections(outline.sections):
        if section.id in maker.unseated and any(one.layout.name == section.layout for one in fitter.layouts):
            yield unseated(section, fitter.layouts)
        if section.id in maker.too_long:
            yield long_title(section)
