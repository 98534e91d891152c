"""The slides before and after the sections: title and agenda; terms, questions, takeaways and sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefdeck.compose.deck.agenda_layouts import LONGEST_AGENDA
from briefdeck.compose.deck.fit import Fitted, Fitter, shortened
from briefdeck.compose.deck.items import line_item, remark_items, term_items
from briefdeck.compose.deck.lists import Lister
from briefdeck.compose.deck.seating import Comfort, Item, Kind, Seat, Words
from briefdeck.compose.deck.slides import Slide, Title, numbered
from briefdeck.compose.deck.split import balanced
from briefdeck.compose.section_numbers import section_numbers
from briefdeck.errors import Problem, Severity
from briefdeck.model.contents import OPENING
from briefdeck.model.look import Furniture
from briefdeck.model.outline import Outline
from briefdeck.model.page import EntryKind, Part, Ref, Span

_AGENDA_LINES = 2


def opening_slides(outline: Outline, fitter: Fitter, furniture: Furniture, *, agenda: bool = True) -> list[Slide]:
    """The title slide, and the agenda where there are two sections or more. Raises CannotFit."""
    title = Title(text=outline.title, ref=Ref(OPENING, "", Part.TITLE))
    lines = [line_item(Kind.SUBTITLE, outline.subtitle, Ref(OPENING))] if outline.subtitle else []
    if byline := " · ".join(filter(None, (outline.school, outline.class_, outline.author, outline.date))):
        lines.append(line_item(Kind.BYLINE, byline, Ref(OPENING)))
    cover = fitter.choose(lines, Kind.COVER, comfort=Comfort.ANY) or fitter.choose(
        lines[:0], Kind.COVER, comfort=Comfort.ANY
    )
    assert cover is not None, "the table has a layout for the deck's title"
    listed = _agenda(outline, fitter, furniture) if agenda else []
    return [Slide(entry=OPENING, fitted=cover, title=title), *listed]


def _agenda(outline: Outline, fitter: Fitter, furniture: Furniture) -> list[Slide]:
    """The sections on one slide; on two where only so all titles stand in full, on more where no fewer hold them."""
    count = len(outline.sections)
    if not 2 <= count <= LONGEST_AGENDA:
        return []
    title = Title(text=furniture.words["agenda"], ref=Ref(OPENING))
    found: list[tuple[bool, list[Fitted]]] = []  # whether all titles are whole, and the slides
    for parts in range(1, count // 2 + 1):
        seat = fitter.seat_of_many(Kind.AGENDA, -(-count // parts))
        items = _agenda_items(outline, fitter, seat) if seat else []
        chosen = [fitter.choose(part) for part in balanced(items, [1.0] * len(items), parts)]
        if items and all(chosen):
            whole = all(item.words[0].text == one.title for item, one in zip(items, outline.sections, strict=True))
            found.append((whole, [one for one in chosen if one]))
        if found and (found[-1][0] or parts > 1):
            break
    best = max(found, key=lambda one: one[0], default=(False, []))[1]
    return _slides(OPENING, title, best, furniture)


def _agenda_items(outline: Outline, fitter: Fitter, seat: Seat) -> list[Item]:
    """The titles of the sections, each as long as the seat has room for; none where one finds no room at all."""
    items = []
    for number, section in zip(section_numbers(outline), outline.sections, strict=True):
        ref, mark = Ref(OPENING), number and f"#{number}"

        def item(text: str, link: str = f"#{section.id}", ref: Ref = ref, mark: str = mark) -> Item:
            return Item(kind=Kind.AGENDA, words=(Words((Span(text=text, link=link),), ref, mark=mark),))

        text = fitter.shorten(seat, section.title, _AGENDA_LINES)
        text = shortened(text, lambda part, item=item: fitter.holds(seat, item(part)))  # type: ignore[misc]
        if text == "…":
            return []
        items.append(item(text))
    return items


def closing_slides(outline: Outline, fitter: Fitter, furniture: Furniture) -> list[Slide]:
    """Terms, questions, takeaways and sources, as far as the outline has them. Raises CannotFit."""
    slides: list[Slide] = []
    for kind, items in (
        (EntryKind.TERMS, term_items(outline.terms)),
        (EntryKind.QUESTIONS, remark_items(Kind.QUESTION, EntryKind.QUESTIONS.value, outline.questions)),
        (EntryKind.TAKEAWAYS, remark_items(Kind.TAKEAWAY, EntryKind.TAKEAWAYS.value, outline.takeaways)),
        (EntryKind.SOURCES, remark_items(Kind.SOURCE, EntryKind.SOURCES.value, outline.sources)),
    ):
        title = Title(text=furniture.words[kind.value], ref=Ref(kind.value, "", Part.TITLE))
        slides += _slides(kind.value, title, Lister(fitter).listed(items), furniture)
    return slides


def _slides(entry: str, title: Title, parts: Sequence[Fitted], furniture: Furniture) -> list[Slide]:
    return [
        Slide(entry=entry, fitted=fitted, title=numbered(title, part, len(parts), furniture))
        for part, fitted in enumerate(parts, 1)
    ]


def agenda_left_out(outline: Outline) -> Iterator[Problem]:
    """A remark when there are too many sections for an agenda."""
    if len(outline.sections) > LONGEST_AGENDA:
        yield Problem(
            "BD306",
            f"the deck has no agenda: {len(outline.sections)} sections are more than people can follow",
            outline.at,
            f"group them into at most {LONGEST_AGENDA} sections with `sections` below them to have one",
            severity=Severity.REMARK,
        )
