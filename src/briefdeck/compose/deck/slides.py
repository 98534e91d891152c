"""Slides of the deck before they are boxes: what each holds, to which entry it belongs, what its title is.

A section that needs several slides opens with its title: beside its first points where these fit, else alone. The
titles of all slides differ; the section's own title stands on at least one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefdeck.compose.deck.arrange import Arranger, Draft
from briefdeck.compose.deck.fit import Fitted, Fitter
from briefdeck.compose.deck.items import line_item
from briefdeck.compose.deck.lists import Lister
from briefdeck.compose.deck.opening_layouts import SUBSECTION
from briefdeck.compose.deck.seating import Comfort, Item, Kind, Words
from briefdeck.model.contents import extra_id
from briefdeck.model.look import Furniture
from briefdeck.model.media import Media
from briefdeck.model.outline import Section, TitleMode
from briefdeck.model.page import Cut, Part, Ref, Span
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

_LONGEST_JOINED = 48  # characters: labels joined to a title, or a name in brackets behind one
_MOST_LISTED, _LEAST_LISTED = 8, 22.0  # sections beside the title of the one that holds them, and points of type


class Title(NamedTuple):
    """A slide's title: the words it takes from the outline, and what is added to tell it from others."""

    text: str
    ref: Ref
    before: str = ""
    after: str = ""

    @property
    def whole(self) -> str:
        """The title as it is shown."""
        return f"{self.before}{self.text}{self.after}"

    def words(self) -> Words:
        """As a paragraph; what is added is furniture."""
        added = Ref(self.ref.section)
        spans = (Span(text=self.before, ref=added), Span(text=self.text), Span(text=self.after, ref=added))
        return Words(tuple(span for span in spans if span.text), self.ref)


class Slide(NamedTuple):
    """One slide: content in its seats, title, and what stands around."""

    entry: str
    fitted: Fitted
    title: Title
    context: str = ""  # the section or parent that tells a repeated title from the first, shown above a label
    above: str = ""  # the section's name, where the title is another
    named: Ref | None = None  # what `above` stands for when the title is a point; None: furniture
    around: tuple[Item, ...] = ()  # number and lead of an opening
    notes: str = ""
    first: tuple[str, ...] = ()  # items that no slide shows and these notes say before all else
    also: tuple[str, ...] = ()  # items that no slide shows and only these notes say
    cuts: tuple[Cut, ...] = ()  # what its section has and no slide shows


@dataclass(frozen=True, slots=True)
class SectionSlides:
    """Makes the slides of sections. `unseated` collects the ids of sections whose `layout` seats nothing they have."""

    fitter: Fitter
    furniture: Furniture
    media: Mapping[str, Media]
    numbers: Mapping[int, int]  # of steps, by the identity of their points
    lang: str  # of the outline
    mode: TitleMode = "topic"
    openings: bool = True  # sections of several slides open with one of their own
    unseated: list[str] = field(default_factory=list)
    too_long: list[str] = field(default_factory=list)
    redrawn: dict[str, str] = field(default_factory=dict)  # what the chart of a section became, by the section's id

    def slides(self, section: Section, number: str, parent: str = "") -> list[Slide]:
        """All slides of a section and its subsections, in order. Raises CannotFit."""
        below = [
            slide
            for index, one in enumerate(section.sections, 1)
            for slide in self.slides(one, number and f"{number}.{index}", section.title)
        ]
        arranger = Arranger(
            self.fitter,
            section,
            self.furniture.words["key_figures"],
            media=self.media,
            numbers=self.numbers,
            lang=self.lang,
        )
        own = self._own(section, arranger.drafts(), number, len(below), parent)
        if section.layout and not _uses(own, section.layout):
            apart = self._own(section, arranger.drafts(figures_apart=True), number, len(below), parent)
            if _uses(apart, section.layout):
                own = apart
            else:
                self.unseated.append(section.id)
        if arranger.redrawn:
            self.redrawn[section.id] = arranger.redrawn
        if self.mode != "topic":
            from briefdeck.compose.deck.titles import titled

            own = titled(own, section, self.mode, self.fitter, self.furniture)
        if own:
            own[0] = replace(own[0], notes=section.notes, cuts=tuple(_cuts(arranger)))
            if arranger.restated:
                own[0] = replace(own[0], first=(arranger.restated.id,))
            if arranger.announcing:
                own[-1] = replace(own[-1], also=(arranger.announcing.id,))
        return [*own, *below]

    def _own(self, section: Section, drafts: list[Draft], number: str, below: int, parent: str) -> list[Slide]:
        opening, rest = self._opening(section, number, drafts, below, parent)
        return [*opening, *self._titled(section, rest, opening, parent)]

    def _opening(
        self, section: Section, number: str, drafts: list[Draft], below: int, parent: str
    ) -> tuple[list[Slide], list[Draft]]:
        """The slide that opens a section of several, and the drafts that are left."""
        title = Title(text=section.title, ref=Ref(section.id, "", Part.TITLE))
        around = (line_item(Kind.ORDINAL, number, Ref(section.id)),) if number else ()
        first = drafts[0] if drafts else None
        if first and len(drafts) == 1 and not below and (together := self._with_lead(section, first)):
            return [], [together]
        if (
            self.openings
            and first
            and not parent
            and len(drafts) + below >= 2
            and not (first.label or first.split or section.lead)
        ):
            beside = self.fitter.choose(first.fitted.items, Kind.PART)
            if beside and self.fitter.fits(beside.seating, title.words()) and _allows(section, beside):
                return [self._slide(section, beside, title, parent, around)], drafts[1:]
        long = not all(self.fitter.fits(draft.fitted.seating, title.words(), grown=True) for draft in drafts)
        untitled = all(draft.label for draft in drafts)
        grand = self.openings and not parent and (below or (len(drafts) >= 3 and section.title_from != "furniture"))
        if untitled and not long and not section.lead and self._named_above(section, parent, drafts):
            return [], drafts
        if long or untitled or section.lead or grand:
            if not (drafts or parent or section.lead) and (listed := self._contents(section, title)):
                return [self._slide(section, listed, title, parent, around)], []
            only = SUBSECTION if parent and not section.lead else ""
            alone = self.fitter.choose(self._lead(section), Kind.PART, only=only, comfort=Comfort.ANY)
            if section.lead and not (alone and self.fitter.fits(alone.seating, title.words())):
                alone = self.fitter.choose((), Kind.PART, comfort=Comfort.ANY)
                drafts = [*self._lead_apart(section), *drafts]
            assert alone is not None, "the table has a layout for a section's title"
            if not self.fitter.fits(alone.seating, title.words(), grown=True):
                drafts = [*self._title_apart(section, title.ref), *drafts]
            return [self._slide(section, alone, title, parent, around)], drafts
        return [], drafts

    def _contents(self, section: Section, title: Title) -> Fitted | None:
        """The opening of a section that only holds others, with their titles beside its own, where they find room."""
        items = [line_item(Kind.POINT, one.title, Ref(section.id)) for one in section.sections]
        if not 1 < len(items) <= _MOST_LISTED:
            return None
        fitted = self.fitter.choose(items, Kind.PART, comfort=Comfort.ANY)
        if fitted is None or not self.fitter.fits(fitted.seating, title.words()):
            return None
        large = all(seat.size(fitted.list_step) >= _LEAST_LISTED for seat in fitted.seating.seats if seat.many)
        return fitted if large else None

    def _lead_apart(self, section: Section) -> list[Draft]:
        """The lead on a slide of its own, where the title leaves it no room."""
        parts = Lister(self.fitter).listed(self._lead(section))
        return [Draft(fitted=part, split=len(parts) > 1) for part in parts]

    def _title_apart(self, section: Section, ref: Ref) -> list[Draft]:
        """A title that no opening can hold, in full on the next slide, unless it is too long for any."""
        whole = line_item(Kind.POINT, section.title, ref)
        fitted = self.fitter.choose((whole,)) or self.fitter.choose((whole,), comfort=Comfort.ANY)
        if fitted is None:
            self.too_long.append(section.id)
        return [Draft(fitted=fitted)] if fitted else []

    def _named_above(self, section: Section, parent: str, drafts: Sequence[Draft]) -> bool:
        """Whether a title that is none of the author's large ones may stand above the labels of its slides."""
        seat = drafts[0].fitted.seating.seat(Kind.EYEBROW) if drafts else None
        small = bool(parent) or section.title_from == "furniture"
        return small and seat is not None and self.fitter.shorten(seat, section.title, 1) == section.title

    def _with_lead(self, section: Section, draft: Draft) -> Draft | None:
        """The only slide of a section with its lead above the points, where there is a layout for both."""
        if not section.lead or draft.label or draft.split:
            return None
        fitted = self.fitter.choose((*self._lead(section), *draft.fitted.items))
        return replace(draft, fitted=fitted) if fitted and _allows(section, fitted) else None

    def _lead(self, section: Section) -> tuple[Item, ...]:
        if not section.lead:
            return ()
        return (line_item(Kind.LEAD, section.lead, Ref(section.id, extra_id(section, "lead"), Part.TEXT)),)

    def _slide(
        self, section: Section, fitted: Fitted, title: Title, parent: str, around: tuple[Item, ...] = ()
    ) -> Slide:
        return Slide(entry=section.id, fitted=fitted, title=title, context=parent, above=parent, around=around)

    def _titled(self, section: Section, drafts: Sequence[Draft], opening: Sequence[Slide], parent: str) -> list[Slide]:
        """The drafts with their titles: labels where they have one, else the section's title in numbered parts.

        An opening with points counts as the first part, one without only where it is needed to tell two titles apart.
        """
        ref = Ref(section.id, "", Part.LABEL)
        labels = {id(draft): draft.label or _joined(draft, opening) for draft in drafts}
        parts = sum(not label for label in labels.values())
        part = 1 if opening and (opening[0].fitted.seated or parts == 1) else 0
        parts += part
        slides: list[Slide] = []
        for index, draft in enumerate(drafts):
            if label := labels[id(draft)]:
                title = Title(text=label, ref=ref)
                if draft.split:
                    title = numbered(title, *_position(drafts, index), self.furniture)
                slide = self._slide(section, draft.fitted, title, parent, draft.beside)
                named = None if parts or opening or slides else Ref(section.id, "", Part.TITLE)
                slides.append(replace(slide, context=section.title, above=section.title, named=named))
            else:
                part += 1
                title = Title(text=section.title, ref=Ref(section.id, "", Part.TITLE))
                title = numbered(title, part, parts, self.furniture)
                slides.append(self._slide(section, draft.fitted, title, parent, draft.beside))
        return slides


def _cuts(arranger: Arranger) -> Iterator[Cut]:
    for figure in arranger.said:
        reason = "its number stands in the point it comes from"
        yield Cut(figure.id, f"{figure.value}: {figure.caption}", reason, figure.lines)
    if point := arranger.restated:
        yield Cut(point.id, point.say, "it says what the slide's title says", point.lines)
    if point := arranger.announcing:
        reason = "it announces what follows, which has slides of its own: the speaker notes say it"
        yield Cut(point.id, point.say, reason, point.lines)


def _joined(draft: Draft, opening: Sequence[Slide]) -> str:
    """The labels on the cards of a slide as its title, once the section's own title has been shown."""
    joined = ", ".join(draft.labels)
    return joined if opening and not draft.split and len(joined) <= _LONGEST_JOINED else ""


def numbered(title: Title, part: int, parts: int, furniture: Furniture) -> Title:
    """The title of one of several parts, as the furniture says it; of a single one as it is."""
    if parts < 2:
        return title
    before, _, after = furniture.words["part"].partition("{title}")
    after = after.format(part=part, parts=parts).replace(" ", "\u00a0")  # never alone on a line
    return replace(title, before=before.format(part=part, parts=parts), after=after)


def _uses(slides: Sequence[Slide], layout: str) -> bool:
    return any(slide.fitted.seating.layout.name == layout for slide in slides)


def _allows(section: Section, fitted: Fitted) -> bool:
    """Whether the author leaves the choice open or wants just this layout."""
    return section.layout in ("", fitted.seating.layout.name)


def _position(drafts: Sequence[Draft], index: int) -> tuple[int, int]:
    """Which part this draft is of the split it belongs to, and how many there are."""
    same = [at for at, draft in enumerate(drafts) if draft.split and draft.label == drafts[index].label]
    return same.index(index) + 1, len(same)


def with_unique_titles(slides: Sequence[Slide], shown: Callable[[Slide, Title], str]) -> list[Slide]:
    """The slides with titles that differ: the entries' own stay, a repeated one gets its context in brackets.

    Titles are told apart as they are `shown`, which may be shorter than they are. Where the context does not tell them
    apart either, they are counted.
    """
    order = sorted(range(len(slides)), key=lambda index: (slides[index].title.ref.part is not Part.TITLE, index))
    titled = list(slides)
    taken: set[str] = set()
    counts: dict[str, int] = {}
    for index in order:
        slide = slides[index]
        for title in _titles(slide, counts):
            if (words := shown(slide, title).casefold()) not in taken:
                break
        taken.add(words)
        titled[index] = replace(slide, title=title)
    return titled


def _titles(slide: Slide, counts: dict[str, int]) -> Iterator[Title]:
    """The slide's title, then what may stand in its place; `counts` keeps how far each title has been counted."""
    title = slide.title
    yield title
    if slide.context and len(title.whole) + len(slide.context) <= _LONGEST_JOINED:
        yield replace(title, after=f"{title.after} ({slide.context})")
    while True:
        count = counts[title.whole] = counts.get(title.whole, 1) + 1
        yield replace(title, after=f"{title.after} ({count})")
