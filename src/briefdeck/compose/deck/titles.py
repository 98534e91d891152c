"""How slide titles speak: as the outline has them, asked as questions, or as the first point of the slide itself."""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.compose.deck.fit import Fitter
from briefdeck.compose.deck.seating import Item, Kind
from briefdeck.compose.deck.slides import Slide, Title
from briefdeck.model.look import Furniture
from briefdeck.model.outline import Section, TitleMode
from briefdeck.model.page import Part
from briefdeck.model.values import replace

_QUESTION_MARKS = ("?", "؟", "？", ";")  # the last is the Greek one
_COLONS, _STOPS = (":", "："), (".", "!", "。", "！", "।", "…")
_QUOTES = ('"', "“", "„", "«", "「", "‘")
_FEWEST_WORDS = 3
_BESIDE_POINTS = frozenset({Kind.FIGURE})


def titled(
    slides: Sequence[Slide], section: Section, mode: TitleMode, fitter: Fitter, furniture: Furniture
) -> list[Slide]:
    """The slides of one section, its subsections left out, with titles of that mode wherever these fit."""
    if mode == "assertion":
        return [_asserted(slide, section, fitter) for slide in slides]
    if mode == "question" and slides:
        return [_asked(slides[0], section, fitter, furniture), *slides[1:]]
    return list(slides)


def _asked(slide: Slide, section: Section, fitter: Fitter, furniture: Furniture) -> Slide:
    """The first slide of a section with a question as its title: the author's, else a fixed one about the title."""
    title = slide.title
    if title.ref.part is not Part.TITLE or title.after or section.title.rstrip().endswith(_QUESTION_MARKS):
        return slide
    if section.question:
        asked = slide._replace(title=replace(title, text=section.question), above=slide.above or section.title)
    else:
        before, _, after = furniture.words["ask"].partition("{title}")
        if after.startswith(_COLONS) and any(colon in title.text for colon in _COLONS):
            return slide  # "Hyperinflation: Germany 1923: what should we know?"
        asked = slide._replace(title=replace(title, before=before, after=after))
    return asked if fitter.fits(slide.fitted.seating, asked.title.words()) else slide


def _asserted(slide: Slide, section: Section, fitter: Fitter) -> Slide:
    """The slide with its first point as its title, and what was its title above; as it was where that does not fit.

    A point that has others below it stays where it is, and so does the only one of a slide, which is set large already,
    the first of several steps, and what asserts nothing.
    """
    items = slide.fitted.items
    index = next((index for index, item in enumerate(items) if item.kind not in _BESIDE_POINTS), len(items))
    rest = (*items[:index], *items[index + 1 :])
    if slide.fitted.seating.heading is not Kind.TITLE or index == len(items) or not rest:
        return slide
    first = items[index]
    if first.kind is not Kind.POINT or len(first.words) > 1 or first.words[0].number or not _asserts(first):
        return slide
    fitted = fitter.choose(rest, only=section.layout) or fitter.choose(rest)
    title = Title(text=first.words[0].text, ref=first.words[0].ref)
    if fitted is None or fitted.seating.seat(Kind.EYEBROW) is None or not fitter.fits(fitted.seating, title.words()):
        return slide
    above = " · ".join(filter(None, (slide.title.whole, slide.above)))
    return slide._replace(fitted=fitted, title=title, above=above, named=slide.title.ref)


def _asserts(item: Item) -> bool:
    """Whether a point says something by itself: no question, no words of others, no scrap such as "7 hours or more"."""
    text = item.words[0].text.strip()
    if text.endswith(_QUESTION_MARKS) or text.startswith(_QUOTES):
        return False
    if text.isascii() and len(text.split()) < _FEWEST_WORDS:
        return False
    return text.endswith(_STOPS) or (text[:1].isalpha() and not text[0].islower())
