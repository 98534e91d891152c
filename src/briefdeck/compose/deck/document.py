"""The deck: an outline and a look become slides, every text measured before it is placed.

Title and agenda, the sections in order, then terms, questions, takeaways and sources.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefdeck.compose.deck import grid
from briefdeck.compose.deck.checks import long_title, no_room, outline_faults, redrawn, unseated
from briefdeck.compose.deck.ends import agenda_left_out, closing_slides, opening_slides
from briefdeck.compose.deck.fit import Fitter
from briefdeck.compose.deck.gallery import carried
from briefdeck.compose.deck.items import step_numbers
from briefdeck.compose.deck.languages import in_languages
from briefdeck.compose.deck.layouts import layouts_for
from briefdeck.compose.deck.limit import limited
from briefdeck.compose.deck.lists import CannotFit
from briefdeck.compose.deck.notes import spoken_items
from briefdeck.compose.deck.pages import PageMaker
from briefdeck.compose.deck.rhythm import evened, lowered
from briefdeck.compose.deck.slides import SectionSlides, Slide, with_unique_titles
from briefdeck.compose.deck.title_addresses import addresses_apart
from briefdeck.compose.section_numbers import section_numbers
from briefdeck.errors import BriefdeckError, Problem, Severity
from briefdeck.model.contents import contents
from briefdeck.model.identity import Identity
from briefdeck.model.look import Furniture, Look
from briefdeck.model.media import Media
from briefdeck.model.outline import FURNISHINGS, Furnishing, Outline, walk_sections
from briefdeck.model.page import Box, Cut, Document, EntryKind, Page
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

if TYPE_CHECKING:
    from briefdeck.model.template import Template


class _Told(NamedTuple):
    """What is wrong, and by section what its slides show in another way than it asks for."""

    faults: list[Problem]
    remarks: dict[str, Problem]


def compose_deck(
    outline: Outline,
    look: Look,
    identity: Identity,
    media: Mapping[str, Media] = MappingProxyType({}),
    template: Template | None = None,
) -> tuple[Document, tuple[Problem, ...]]:
    """The slides of an outline, with remarks; BriefdeckError with all it cannot show.

    They are 960 by 540 points large, or as large as those of the template whose design they have. `media` are its
    pictures, by the names that it uses.
    """
    logo = media.get(outline.logo)
    logos: Mapping[str, tuple[Box, ...]] = {}
    if template:
        from briefdeck.compose.deck.template_layouts import template_look, template_table
        from briefdeck.compose.deck.template_logo import branded

        look, layouts = template_look(look, template), template_table(layouts_for(outline.lang), template)
        if logo:
            layouts, logos = branded(layouts, template, logo, dated=bool(outline.date))
    else:
        layouts = layouts_for(outline.lang, look.theme, logo)
    fitter = Fitter(look, layouts, outline.lang)
    told = _Told([*outline_faults(outline, layouts, media.keys())], {})
    within = limited(outline, look.furniture, _maker(outline, fitter, look.furniture, media, told))
    slides = within.slides
    if told.faults:
        raise BriefdeckError(told.faults)
    spoken = spoken_items(outline)
    if "timing" in _furniture(outline):
        from briefdeck.compose.deck.timing import timed

        slides = timed(slides, outline, spoken, look.furniture)
    maker = PageMaker(
        fitter=fitter,
        furniture=look.furniture,
        spoken=spoken,
        footer=outline.title,
        builds=outline.deck.builds,
        date=outline.date,
        logos=logos,
    )
    pages = _pages(slides, outline, maker)
    document = Document(
        kind="deck",
        size=template.size if template else grid.SLIDE,
        contents=contents(outline, look.furniture),
        pages=pages,
        identity=identity,
        look=look,
        layouts=carried(layouts, pages),
        cuts=(*within.cuts, *(cut for slide in slides for cut in slide.cuts), *_left_out(outline, look.furniture)),
        template=template,
    )
    said = agenda_left_out(outline) if "agenda" in _furniture(outline) else ()
    of_template = (*template.remarks, *_unbranded(document, outline, logos)) if template else ()
    return document, (*told.remarks.values(), *within.problems, *said, *of_template)


def _maker(
    outline: Outline, fitter: Fitter, furniture: Furniture, media: Mapping[str, Media], told: _Told
) -> Callable[[Outline], list[Slide]]:
    """What makes the slides of the outline, or of as much of it as is left: the steps keep their numbers."""
    return partial(_slides, fitter=fitter, furniture=furniture, media=media, steps=step_numbers(outline), told=told)


def _pages(slides: Sequence[Slide], outline: Outline, maker: PageMaker) -> tuple[Page, ...]:
    """The slides as pages: even in size and as low as their words allow, each with a title of its own."""
    asked = {section.id for section in walk_sections(outline.sections) if section.layout}
    even = lowered(evened(slides), maker.fitter, asked)
    titled = with_unique_titles(even, maker.title_shown)
    return tuple(in_languages(maker.page(slide, number), outline.lang) for number, slide in enumerate(titled, 1))


def _unbranded(document: Document, outline: Outline, logos: Mapping[str, tuple[Box, ...]]) -> Iterator[Problem]:
    """What there is to say about a logo for which a template's layouts leave no free place."""
    without = [page for page in document.pages if page.layout not in logos]
    if outline.logo and without:
        hint = "put the logo on the template's slide master in PowerPoint; the brief shows it all the same"
        message = f"{len(without)} of {len(document.pages)} slides have no free place for the logo in this template"
        yield Problem("BD720", message, outline.deck.at, hint, severity=Severity.REMARK)


def _furniture(outline: Outline) -> tuple[Furnishing, ...]:
    """What the author wants added, else the usual."""
    return outline.deck.furniture or FURNISHINGS


def _left_out(outline: Outline, furniture: Furniture) -> Iterator[Cut]:
    """The questions, where the author wants none in the deck; they stay on the brief."""
    if outline.questions and "questions" not in _furniture(outline):
        text = furniture.words[EntryKind.QUESTIONS.value]
        yield Cut(id=EntryKind.QUESTIONS.value, text=text, reason="`furniture:` of the deck leaves them out")


def _slides(
    outline: Outline,
    *,
    fitter: Fitter,
    furniture: Furniture,
    media: Mapping[str, Media],
    steps: Mapping[int, int],
    told: _Told,
) -> list[Slide]:
    """All slides in order; what there is to say about them is added to what is told, each thing once."""
    wanted = _furniture(outline)
    mode = outline.deck.titles or "topic"
    openings = "sections" in wanted
    maker = SectionSlides(
        fitter, furniture, openings=openings, mode=mode, media=media, numbers=steps, lang=outline.lang
    )
    slides: list[Slide] = []

    def add(made: Callable[[], Iterable[Slide]]) -> None:
        try:
            slides.extend(made())
        except CannotFit as error:
            told.faults.append(no_room(outline, error))

    add(lambda: opening_slides(outline, fitter, furniture, agenda="agenda" in wanted))
    for number, section in zip(section_numbers(outline), outline.sections, strict=True):
        add(partial(maker.slides, addresses_apart(section), number))
    if "recap" in wanted and slides:
        from briefdeck.compose.deck.review import recap_slides

        add(lambda: recap_slides(outline, slides[-1].entry, fitter, furniture))
    asked = outline if "questions" in wanted else replace(outline, questions=())
    add(lambda: closing_slides(asked, fitter, furniture))
    if "exit ticket" in wanted and slides:
        from briefdeck.compose.deck.review import exit_slide

        add(lambda: [exit_slide(slides[-1].entry, fitter, furniture)])
    told.faults.extend(_section_faults(outline, fitter, maker))
    of_charts = (section for section in walk_sections(outline.sections) if section.id in maker.redrawn)
    told.remarks.update({section.id: redrawn(section, maker.redrawn[section.id]) for section in of_charts})
    return slides


def _section_faults(outline: Outline, fitter: Fitter, maker: SectionSlides) -> Iterator[Problem]:
    """Layouts that seat nothing, titles that fit nowhere."""
    for section in walk_sections(outline.sections):
        if section.id in maker.unseated and any(one.layout.name == section.layout for one in fitter.layouts):
            yield unseated(section, fitter.layouts)
        if section.id in maker.too_long:
            yield long_title(section)
