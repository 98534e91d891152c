"""Slides that end a class, for authors who ask for them: the recap and the exit ticket."""

from __future__ import annotations

from briefdeck.compose.deck.fit import Fitter
from briefdeck.compose.deck.items import line_item
from briefdeck.compose.deck.lists import Lister
from briefdeck.compose.deck.seating import Comfort, Item, Kind, Words
from briefdeck.compose.deck.slides import Slide, Title, numbered
from briefdeck.model.look import Furniture
from briefdeck.model.outline import Outline, Section, section_points, walk_sections
from briefdeck.model.page import Ref, Span


def recap_slides(outline: Outline, entry: str, fitter: Fitter, furniture: Furniture) -> list[Slide]:
    """Every section again with its first point; the slides belong to the given entry. Raises CannotFit."""
    items = [_recapped(section, entry) for section in outline.sections]
    parts = Lister(fitter).listed(items)
    title = Title(text=furniture.words["recap"], ref=Ref(entry))
    return [
        Slide(entry=entry, fitted=fitted, title=numbered(title, part, len(parts), furniture))
        for part, fitted in enumerate(parts, 1)
    ]


def _recapped(section: Section, entry: str) -> Item:
    first = next((point for one in walk_sections((section,)) for point in section_points(one)), None)
    name = Span(text=section.title, link=f"#{section.id}")
    if first is None:
        return Item(kind=Kind.POINT, words=(Words((name,), Ref(entry)),))
    label = Words((name,), Ref(entry))
    said = Words((Span(text=first.shown),), Ref(entry), level=1)
    return Item(kind=Kind.GROUP, words=(label, said), listed=(label._replace(strong=True), said))


def exit_slide(entry: str, fitter: Fitter, furniture: Furniture) -> Slide:
    """Three lines to finish on a slip of paper before leaving."""
    keys = ("exit_learned", "exit_question", "exit_next")
    items = tuple(line_item(Kind.POINT, furniture.words[key], Ref(entry)) for key in keys)
    fitted = fitter.choose(items) or fitter.choose(items, comfort=Comfort.ANY)
    assert fitted is not None, "the table has a layout for three short points"
    return Slide(entry=entry, fitted=fitted, title=Title(text=furniture.words["exit_ticket"], ref=Ref(entry)))
