"""Slides become pages: what stands around the content is seated, every box gets its final size, notes are added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from briefdeck.compose.deck.fit import Fitter
from briefdeck.compose.deck.items import line_item
from briefdeck.compose.deck.notes import Spoken, speaker_notes, title_read
from briefdeck.compose.deck.seating import Item, Kind, Words
from briefdeck.compose.deck.slides import Slide, Title
from briefdeck.model.contents import OPENING
from briefdeck.model.look import Furniture
from briefdeck.model.page import Box, Page, Paragraph, Ref
from briefdeck.named import NamedTuple


class PageMaker(NamedTuple):
    """Makes pages of slides; `footer` is the deck's title, `date` stands where a template has a place for one.

    `logos` are boxes that the slides of a layout have beside their own, by the layout's name.
    """

    fitter: Fitter
    furniture: Furniture
    spoken: Mapping[str, Spoken]
    footer: str
    builds: bool = False  # points appear one by one
    date: str = ""
    logos: Mapping[str, tuple[Box, ...]] = MappingProxyType({})

    def page(self, slide: Slide, number: int) -> Page:
        """The slide as a page; it is the `number`th, from 1."""
        seating = slide.fitted.seating
        grown = self._grows(slide, slide.title)
        growth = slide.fitted.seating.title_seat.growth
        over = growth.over if grown and growth else frozenset()
        around = [self._title(slide), *(item for item in slide.around if item.kind not in over)]
        for kind, text, ref in (
            (Kind.EYEBROW, slide.above, slide.named or Ref(slide.entry)),
            (Kind.DATE, self.date, Ref(OPENING)),
            (Kind.FOOTER, self.footer, Ref(OPENING)),
            (Kind.PAGE, str(number), Ref(slide.entry)),
        ):
            seat = seating.seat(kind)
            if text and seat and kind not in over:
                around.append(line_item(kind, self.fitter.shorten(seat, text, 1), ref))
        boxes = self.fitter.boxes(slide.fitted, around, grown=grown)
        if self.builds and slide.entry != OPENING:
            from briefdeck.compose.deck.builds import built

            boxes = built(boxes, seating)
        return Page(
            title=around[0].words[0].text.replace("\u00a0", " "),
            entry=slide.entry,
            boxes=(*boxes, *self.logos.get(seating.layout.name, ())),
            layout=seating.layout.name,
            notes=self._notes(slide, boxes),
            why=seating.why,
        )

    def _notes(self, slide: Slide, boxes: Sequence[Box]) -> tuple[Paragraph, ...]:
        said = speaker_notes(
            boxes, slide.entry, self.spoken, self.furniture, extra=slide.notes, first=slide.first, also=slide.also
        )
        return said or title_read(slide.title.text, slide.entry)

    def _grows(self, slide: Slide, title: Title) -> bool:
        """Whether the title finds room only where it takes that of what stands above it, which is said elsewhere."""
        seating, words = slide.fitted.seating, title.words()
        free = slide.named is None and slide.above in ("", slide.context)
        return free and not self.fitter.fits(seating, words) and self.fitter.fits(seating, words, grown=True)

    def title_shown(self, slide: Slide, title: Title) -> str:
        """The title as the slide would show it."""
        return self._shortened(slide, title).text

    def _title(self, slide: Slide) -> Item:
        return Item(kind=slide.fitted.seating.heading, words=(self._shortened(slide, slide.title),))

    def _shortened(self, slide: Slide, title: Title) -> Words:
        """The title, shortened on the slides of a section whose title only its opening can hold."""
        if self._grows(slide, title):
            return title.words()
        return self.fitter.shorten_title(slide.fitted.seating, title.words())
