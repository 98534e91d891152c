"""Fitting: the largest sizes at which every text of a slide fits its seat, one size per box, equal seats alike.

A fit is easy when the type stays large, the texts are of similar weight and the slide is neither crammed nor
empty; otherwise another layout or a split is better. What cannot be split takes whatever fits down to the floors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from briefdeck.compose.deck.hanging import clear_of_hanging
from briefdeck.compose.deck.line_ends import LineEnds
from briefdeck.compose.deck.links import Links
from briefdeck.compose.deck.paragraphs import marked, paragraphs_of
from briefdeck.compose.deck.seating import HEADINGS, Comfort, Item, Kind, Seat, Seating, Words, around, match
from briefdeck.compose.deck.spacing import in_step, spared, spread
from briefdeck.compose.type.measure import HEIGHT_MARGIN, DeckMeasure
from briefdeck.compose.type.scripts import runs_left
from briefdeck.model.geometry import Free, Rect
from briefdeck.model.look import Look
from briefdeck.model.page import Box, Paragraph, Span, TableContent, Text
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

_LARGE = 24.0  # points: what lists over several slides should not fall below
_SMALL = 22.0  # points: below this size a full slide is a wall of text
_AIRY = 0.86  # of its height is what such text may fill
_NAME_WORDS = 4  # more of them are a sentence
_TITLE_SLIGHT = 0.7  # a title may be this much smaller to need fewer lines

_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", ":", "：")
"""How a sentence ends, or what announces another."""

Seated = Mapping[str, tuple[Item, ...]]
"""Items by the name of the slot they sit in."""


class Fitted(NamedTuple):
    """Content in its seats, at the steps of the size ladders that were found."""

    seating: Seating
    seated: Seated
    steps: Mapping[str, int]  # by slot

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything seated, in the order of the seats."""
        return tuple(
            item
            for seat in self.seating.seats
            if seat.portion != "rest"
            for item in self.seated.get(seat.slot.name, ())
        )

    @property
    def list_step(self) -> int:
        """The step of the seat that takes many, 0 when there is none: parts of a split are set alike."""
        return max((self.steps.get(seat.slot.name, 0) for seat in self.seating.seats if seat.many), default=0)


class Fitter:
    """Tries the layouts of a table against items. It remembers nothing but measured words.

    `lang` is the outline's, which may have no furniture of its own.
    """

    def __init__(self, look: Look, layouts: Sequence[Seating], lang: str = "") -> None:
        self._measure = self.measure = DeckMeasure(look)
        self.look = look
        self.layouts = tuple(layouts)
        self._by_name = {one.layout.name: one for one in layouts}
        self._higher = {one.lower: one for one in layouts if one.lower}
        self._runs_left = runs_left(lang or look.furniture.lang)
        self._ends = LineEnds(self._measure, DeckMeasure(_with_named_fonts(look)), runs_left=self._runs_left)
        self._links = Links(self._measure, runs_left=self._runs_left).parted

    def choose(
        self,
        items: Sequence[Item],
        heading: Kind = Kind.TITLE,
        *,
        only: str = "",
        why: str = "",
        comfort: Comfort = Comfort.EASY,
    ) -> Fitted | None:
        """The first layout with that kind of title that seats the items, or None.

        `only` asks for one by its name, `why` by what it is for.
        """
        for seating in self.layouts:
            if seating.heading is heading and only in ("", seating.layout.name) and why in ("", seating.why):
                fitted = self.fit(seating, items, comfort=comfort)
                if fitted:
                    return fitted
        return None

    def fit(self, seating: Seating, items: Sequence[Item], *, comfort: Comfort, step: int = 0) -> Fitted | None:
        """The items in this layout at the largest sizes that fit, its lists no larger than at `step`."""
        seated = match(seating, items)
        if seated is None:
            return None
        steps: dict[str, int] = {}
        for alike in _alike(seating, seated):
            if comfort and not all(_is_enough(seat, seated[seat.slot.name]) for seat in alike):
                return None
            found = self._content_step(alike, seated, comfort=comfort, first=step if alike[0].many else 0)
            if found is None or (comfort and not self._looks_well(seating, alike, seated, found)):
                return None
            steps |= {seat.slot.name: found for seat in alike}
        return Fitted(seating=seating, seated=seated, steps=steps)

    def heights(self, seating: Seating) -> tuple[Seating, ...]:
        """The layouts that have the same seats as this one in other heights, the lowest first; itself among them."""
        top = seating
        while top.layout.name in self._higher:
            top = self._higher[top.layout.name]
        found = [top]
        while found[-1].lower in self._by_name:
            found.append(self._by_name[found[-1].lower])
        return tuple(reversed(found))

    def moved(self, fitted: Fitted, to: Seating) -> Fitted | None:
        """The same content at the same sizes in a layout with the same seats; None where that has no room for it."""
        seats = [seat for seat in to.seats if seat.slot.name in fitted.seated]
        held = all(
            self._fits(seat, fitted.seated[seat.slot.name], fitted.steps[seat.slot.name], whole=True) for seat in seats
        )
        return replace(fitted, seating=to) if held else None

    def boxes(self, fitted: Fitted, surroundings: Sequence[Item], *, grown: bool = False) -> tuple[Box, ...]:
        """The boxes of a slide in reading order, sizes written out for every level of each.

        With `grown`, the title's is as large as it may become.
        """
        fitted = replace(fitted, seating=in_step(fitted.seating, fitted.seated, fitted.steps, self._measure))
        seated = {**fitted.seated, **around(fitted.seating, surroundings)}
        return tuple(
            self._box((grown and seat.grown) or seat, seated[seat.slot.name], fitted.steps.get(seat.slot.name))
            for seat in fitted.seating.seats
            if seat.slot.name in seated
        )

    def fits(self, seating: Seating, title: Words, *, grown: bool = False) -> bool:
        """Whether a title fits the layout's seat for it at its floor, with `grown` once that has grown."""
        seat = seating.title_seat
        seats = (seat, *filter(None, (seat.grown if grown else None,)))
        item = Item(kind=Kind.TITLE, words=(title,))
        return any(self._fits(one, (item,), one.steps - 1, whole=False) for one in seats)

    def holds(self, seat: Seat, item: Item) -> bool:
        """Whether a seat has room for an item at its floor."""
        return self._fits(seat, (item,), seat.steps - 1, whole=False)

    def shorten_title(self, seating: Seating, title: Words) -> Words:
        """The title; where it does not fit, as many of its first words as do, with what is added to it."""
        if self.fits(seating, title):
            return title
        longest = max(range(len(title.spans)), key=lambda index: len(title.spans[index].text))

        def with_text(text: str) -> Words:
            spans = [replace(span, text=text) if at == longest else span for at, span in enumerate(title.spans)]
            return replace(title, spans=tuple(spans))

        return with_text(shortened(title.spans[longest].text, lambda text: self.fits(seating, with_text(text))))

    def shorten(self, seat: Seat, text: str, lines: int) -> str:
        """The text, or as many of its first words as fit that many lines of the seat at its floor."""
        style = seat.levels(seat.steps - 1)[0]
        width = seat.slot.frame.width
        return shortened(text, lambda part: len(self._measure.lines((Span(text=part),), style, width)) <= lines)

    def height(self, seat: Seat, items: Sequence[Item], step: int) -> float:
        """How high the items stand in a seat at a step, points."""
        paragraphs = paragraphs_of(seat, items, seat.levels(step))
        return self._measure.measure(paragraphs, self._clear(seat, paragraphs).slot.frame.width).height

    def weight(self, item: Item) -> float:
        """How high an item stands in a list, points: what splitting in balance goes by."""
        seat = self._list_seat(item.kind)
        return 1.0 if seat is None else self.height(seat, (item,), seat.steps - 1) + seat.slot.levels[0].space_before

    def least(self, items: Sequence[Item], weights: Sequence[float]) -> int:
        """The fewest slides that a list could take."""
        seat = self._list_seat(items[0].kind)
        if seat is None:
            return 1
        by_number = -(-len(items) // seat.most) if seat.most else 1
        return max(by_number, int(sum(weights) / seat.slot.frame.height))

    def seat_for(self, kind: Kind) -> Seat:
        """The last seat of the table that takes a kind."""
        return next(seat for seating in reversed(self.layouts) for seat in seating.seats if kind in seat.takes)

    def seat_of_many(self, kind: Kind, count: int) -> Seat | None:
        """A seat for a kind in the first layout that takes that many of it, None where there is none."""
        for seating in self.layouts:
            seats = [seat for seat in seating.seats if kind in seat.takes]
            if seats and (seats[0].many or len(seats) >= count):
                return seats[0]
        return None

    def seat_of(self, kind: Kind, content: Set[Kind]) -> tuple[Seat, float]:
        """The seat for a kind in the layout that takes just this content, and how far a caption reaches below it."""
        seating = next(one for one in self.layouts if one.content == content)
        seat = next(seat for seat in seating.seats if kind in seat.takes)
        caption = seating.seat(Kind.CAPTION)
        if caption is None:
            return seat, 0.0
        return seat, max(0.0, caption.slot.frame.bottom - seat.slot.frame.bottom)

    def _list_seat(self, kind: Kind) -> Seat | None:
        """The seat that takes the most of a kind: the last of the table that takes many."""
        return next(
            (seat for seating in reversed(self.layouts) for seat in seating.seats if seat.many and kind in seat.takes),
            None,
        )

    def _content_step(self, alike: Sequence[Seat], seated: Seated, *, comfort: Comfort, first: int) -> int | None:
        """The first step at which all of these seats fit; a word is broken only where no step keeps it whole."""
        one = alike[0]
        ease = self._least_size(one, comfort)
        for whole in (True, False):
            if not whole and comfort and not one.many and one.portion == "all":
                return None
            for step in range(first, max(one.steps, first + 1)):
                if one.size(step, one.main) < ease:
                    break
                if all(self._fits(seat, seated[seat.slot.name], step, whole=whole, comfort=comfort) for seat in alike):
                    return self._in_fewer_lines(alike, seated, step) if one.slight else step
        return None

    def _in_fewer_lines(self, alike: Sequence[Seat], seated: Seated, first: int) -> int:
        """The step from the first on at which these take fewest lines, within what they may be smaller for it."""
        one = alike[0]

        def lines(step: int) -> int:
            texts = ((seat, paragraphs_of(seat, seated[seat.slot.name], seat.levels(step))[0]) for seat in alike)
            return max(len(self._measure.lines(text.spans, text.style, seat.slot.frame.width)) for seat, text in texts)

        steps = [step for step in range(first, one.steps) if one.size(step) >= one.slight * one.size(first)]
        return min(steps, key=lambda step: (lines(step), step))

    def _least_size(self, seat: Seat, comfort: Comfort) -> float:
        """The size of a seat's running text below which this comfort is none."""
        if not comfort:
            return 0.0
        if comfort is Comfort.LARGE and seat.many:
            return max(seat.ease, min(_LARGE, seat.size(0, seat.main)))
        return seat.ease

    def _heading_step(self, seat: Seat, words: Words) -> int:
        """A title: slightly smaller where that saves a line, else as large as it fits."""
        item = (Item(kind=Kind.TITLE, words=(words,)),)
        steps = range(seat.steps)
        for whole in (True, False):
            if fitting := [step for step in steps if self._fits(seat, item, step, whole=whole)]:
                break
        else:
            return seat.steps - 1
        width = seat.slot.frame.width
        lines = {step: len(self._measure.lines(words.spans, seat.levels(step)[0], width)) for step in fitting}
        large = [step for step in fitting if seat.size(step) >= _TITLE_SLIGHT * seat.size(fitting[0])]
        return min(large, key=lambda step: (lines[step], step))

    def _fits(
        self, seat: Seat, items: Sequence[Item], step: int, *, whole: bool, comfort: Comfort = Comfort.ANY
    ) -> bool:
        if items[0].native:
            return True  # tables, charts and pictures are measured when they are made
        filled = (
            _AIRY if comfort >= Comfort.EASY and seat.many and seat.size(step, seat.main) < _SMALL else HEIGHT_MARGIN
        )
        lines = seat.lines if comfort or not seat.ease else 0
        paragraphs = paragraphs_of(seat, items, seat.levels(step))
        seat = self._clear(seat, paragraphs)
        if _surely_too_much(paragraphs, seat.slot.frame):
            return False
        measured = self._measure.measure(paragraphs, seat.slot.frame.width)
        closer = spared(seat, paragraphs) if seat.size(step, seat.main) >= _SMALL else 0.0
        return (
            measured.height - closer + self._foot(seat, paragraphs) <= seat.slot.frame.height * filled
            and (measured.word_fits or not whole)
            and (not lines or (max(measured.lines) if seat.column[1] > 1 else measured.lines[0]) <= lines)
        )

    def _looks_well(self, seating: Seating, alike: Sequence[Seat], seated: Seated, step: int) -> bool:
        if len(alike) > 1 and (seating.uneven or seating.full):
            heights = [self.height(seat, seated[seat.slot.name], step) for seat in alike]
            if seating.uneven and max(heights) > seating.uneven * min(heights):
                return False
            return sum(heights) / len(heights) >= seating.full * self._room(seating, alike[0], max(heights))
        return True

    def _room(self, seating: Seating, seat: Seat, height: float) -> float:
        """How high a seat is in the lowest layout with the same seats in which it has room for that height, points."""
        rooms = (one.slot.frame.height for way in self.heights(seating) for one in way.seats if one.takes == seat.takes)
        return next((room for room in rooms if room * HEIGHT_MARGIN >= height), seat.slot.frame.height)

    def _box(self, seat: Seat, items: Sequence[Item], step: int | None) -> Box:
        slot = seat.slot
        if native := items[0].native:
            frame = items[0].frame or slot.frame
            if isinstance(native, TableContent):
                frame = replace(frame, height=sum(native.row_heights))
            return Box(frame=frame, content=native, slot=slot.name, name=slot.name.capitalize())
        if step is None:
            step = self._heading_step(seat, items[0].words[0])
        levels = marked(seat.levels(step), items[0].in_list[0].mark)
        paragraphs = paragraphs_of(seat, items, levels)
        seat = self._clear(seat, paragraphs)
        if seat.spread:
            levels = spread(seat, paragraphs, levels, self._measure)
            paragraphs = paragraphs_of(seat, items, levels)
        width = seat.slot.frame.width
        title = bool(seat.takes & HEADINGS)
        ended = (self._ends.well(one, width, title=title) for one in paragraphs)
        paragraphs = tuple(self._links(one, width) for one in ended)
        content = Text(paragraphs=paragraphs, level_styles=levels)
        return Box(
            frame=slot.frame,
            content=content,
            slot=slot.name,
            anchor=slot.anchor,
            name=slot.name.capitalize(),
            free=Free(
                foot=self._foot(seat, paragraphs),
                left=seat.slot.frame.x - slot.frame.x,
                right=slot.frame.right - seat.slot.frame.right,
            ),
        )

    def _clear(self, seat: Seat, paragraphs: Sequence[Paragraph]) -> Seat:
        return clear_of_hanging(seat, paragraphs, runs_left=self._runs_left)

    def _foot(self, seat: Seat, paragraphs: Sequence[Paragraph]) -> float:
        """What stays free, in points, below text that stands at the foot of its seat, for deep letters."""
        return self._measure.foot(paragraphs[-1]) if seat.slot.anchor == "bottom" else 0.0


def shortened(text: str, fits: Callable[[str], bool]) -> str:
    """The text, or as many of its first words as fit, with an ellipsis to say so."""
    if fits(text):
        return text
    words = text.split()
    low, high = 0, len(words)
    while low < high - 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(_cut(words, middle)) else (low, middle)
    return _cut(words, low) if low else "…"


def _cut(words: Sequence[str], count: int) -> str:
    return " ".join(words[:count]).rstrip(",;:.–—-") + " …"


def _with_named_fonts(look: Look) -> Look:
    """The look measured with the fonts that the theme names and nothing wider: what most people will see."""
    fonts = {role: replace(font, metrics=font.metrics[:1]) for role, font in look.theme.deck_fonts.items()}
    return replace(look, theme=replace(look.theme, deck_fonts=fonts))


def _surely_too_much(paragraphs: Sequence[Paragraph], frame: Rect) -> bool:
    """Whether the text is far too long at a glance: no letter is narrower than a fifth of its size."""
    area = sum(sum(len(span.text) for span in one.spans) * one.style.size**2 for one in paragraphs) * 0.2
    return area > frame.width * frame.height


def _alike(seating: Seating, seated: Seated) -> Iterable[list[Seat]]:
    """The filled seats, those that take the same part of the same things together: they are set in one size."""
    groups: dict[tuple[frozenset[Kind], str], list[Seat]] = {}
    for seat in seating.seats:
        if seat.slot.name in seated:
            groups.setdefault((seat.takes, seat.portion), []).append(seat)
    return groups.values()


def _is_enough(seat: Seat, items: Sequence[Item]) -> bool:
    """Whether what is in a seat looks well there: neither more nor less, and of its kind."""
    if seat.most and len(items) > seat.most:
        return False
    if seat.names and not all(_is_name(item.words[0].text) for item in items):
        return False
    return not seat.least or len(paragraphs_of(seat, items, seat.levels(0))) >= seat.least


def _is_name(text: str) -> bool:
    return len(text.split()) <= _NAME_WORDS and not text.rstrip().endswith(_ENDS)
