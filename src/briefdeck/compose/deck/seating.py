"""What a slide may hold and which layout seats it: kinds of items, seats, and the one rule that matches them.

Items stand in reading order. A seat takes certain kinds, one item or as many as there are; a layout seats a slide
when every item finds a seat and no needed seat stays empty. Nothing here knows a layout by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import cached_property
from typing import Literal, TypeAlias

from briefdeck.model.geometry import Rect
from briefdeck.model.page import ChartContent, Layout, PictureContent, Ref, Slot, Span, TableContent, TextStyle
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple


class Kind(Enum):
    """What an item is, in the words of messages to authors."""

    COVER = "the title of the deck"
    SUBTITLE = "a subtitle"
    BYLINE = "school, class, author or date"
    PART = "the title of a section"
    ORDINAL = "the number of a section"
    LEAD = "a lead"
    TITLE = "a title"
    EYEBROW = "the section's name"
    DATE = "a date"
    FOOTER = "a footer"
    PAGE = "a page number"
    AGENDA = "a line of the agenda"
    POINT = "a point"
    BRANCH = "a point with points below it"
    GROUP = "a label with its points"
    FIGURE = "a figure"
    QUOTE = "a quote"
    MOMENT = "a moment of a timeline"
    SIDE = "a side of a comparison"
    TABLE = "a table"
    CHART = "a chart"
    READING = "a reading of the chart"
    PICTURE = "a picture"
    CAPTION = "a caption"
    TERM = "a term"
    QUESTION = "a question"
    TAKEAWAY = "a takeaway"
    SOURCE = "a source"


HEADINGS = frozenset({Kind.COVER, Kind.PART, Kind.TITLE})
"""The titles of slides: every layout has a seat for exactly one of these."""

AROUND = HEADINGS | {Kind.ORDINAL, Kind.EYEBROW, Kind.CAPTION, Kind.DATE, Kind.FOOTER, Kind.PAGE}
"""What stands around the content of a slide and never decides its layout, but for the heading's kind."""

TYPE_SCALE = (150, 120, 96, 80, 66, 54, 44, 40, 36, 32, 28, 24, 22, 20, 18, 16, 14)
"""Sizes of type, points: few, so that slides of one kind look alike and a difference is seen to be meant."""


class Comfort(IntEnum):
    """How well content must sit: each of these asks for what those before it do, and for more."""

    ANY = 0  # it fits
    CLOSE = 1  # large enough to be read, texts side by side of similar weight
    EASY = 2  # and not crammed
    LARGE = 3  # and lists no smaller than running text should be


Portion: TypeAlias = Literal["all", "first", "rest"]


class Words(NamedTuple):
    """A paragraph that has no look yet."""

    spans: tuple[Span, ...]
    ref: Ref
    level: int = 0
    strong: bool = False  # a label among points: bold, without a bullet
    number: int = 0  # of a step, which stands where others have a bullet
    mark: str | None = None  # instead of the seat's bullet, for the first of a list and those that follow it

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


class Item(NamedTuple):
    """One thing to seat. `words` is how it looks in a seat of its own, `listed` among others in one seat."""

    kind: Kind
    words: tuple[Words, ...] = ()
    listed: tuple[Words, ...] = ()  # () when it is the same
    native: TableContent | ChartContent | PictureContent | None = None
    frame: Rect | None = None  # where it stands, when not in all of its seat

    @property
    def in_list(self) -> tuple[Words, ...]:
        """Its paragraphs in a seat that takes many."""
        return self.listed or self.words


def _beside(own: float, largest: float, size: float, floor: float) -> float:
    """The size of a level where the running text, `largest` at best, is set in `size`.

    What is larger than that keeps its proportion, what is smaller stays as many steps of the scale below it.
    """
    scaled = own * size / largest
    if own < largest and size < largest:
        steps = sum(own <= step < largest for step in TYPE_SCALE)
        below = [step for step in TYPE_SCALE if step < size]
        scaled = below[min(steps, len(below)) - 1] if below else size
    return min(own, max(floor, float(round(scaled))))


class Growth(NamedTuple):
    """How a seat may become larger on a slide whose text needs it, and what finds no place there then."""

    up: float = 0.0  # points
    down: float = 0.0
    floor: float = 0.0  # the smallest size of its text, points; 0: that of the seat
    lines: int = 0  # 0: as many as fit
    over: frozenset[Kind] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Seat:
    """A slot of a layout, what it takes, and how far its text may shrink."""

    slot: Slot
    takes: frozenset[Kind]
    floor: tuple[float, ...]  # smallest size of each level of the slot, points
    ease: float = 0.0  # size of the main level below which another layout or a split is better; 0: the floor
    main: int = 0  # the level that holds the running text
    many: bool = False  # takes all the items that are left of its kinds
    most: int = 0  # of many: how many items look well; 0: any number
    least: int = 0  # so few paragraphs look lost in it
    needed: bool = True
    slight: float = 0.0  # to what share of its size its text becomes smaller for fewer lines; 0: to none
    lines: int = 0  # most lines of its first paragraph, in a column of each; 0: as many as fit
    portion: Portion = "all"  # of an item's paragraphs: a term may sit left and its meaning right
    column: tuple[int, int] = (1, 1)  # which column of how many: items, or an item's paragraphs, go down one by one
    spread: float = 0.0  # how much the space between paragraphs may grow to fill the slot, points
    growth: Growth | None = None
    names: bool = False  # names look well in it, sentences do not

    @cached_property
    def _ladder(self) -> tuple[tuple[TextStyle, ...], ...]:
        """The levels at each step, the largest first: the running text goes down the scale, the others go with it."""
        pairs = list(zip(self.slot.levels, self.floor, strict=True))
        largest, least = pairs[self.main][0].size, self.floor[self.main]
        sizes = dict.fromkeys((largest, *(size for size in TYPE_SCALE if least < size < largest), min(least, largest)))
        steps = [
            tuple(replace(level, size=_beside(level.size, largest, size, floor)) for level, floor in pairs)
            for size in sizes
        ]
        smallest = tuple(replace(level, size=min(level.size, floor)) for level, floor in pairs)
        return tuple(steps) if steps[-1] == smallest else (*steps, smallest)

    @cached_property
    def grown(self) -> Seat | None:
        """The seat as large as it may become."""
        if not (more := self.growth):
            return None
        place = self.slot.frame
        frame = replace(place, y=place.y - more.up, height=place.height + more.up + more.down)
        floor = (min(more.floor or self.floor[0], self.floor[0]), *self.floor[1:])
        return replace(self, slot=replace(self.slot, frame=frame), floor=floor, lines=more.lines, growth=None)

    @property
    def steps(self) -> int:
        """How many steps the ladder of sizes has."""
        return len(self._ladder)

    def levels(self, step: int) -> tuple[TextStyle, ...]:
        """The styles of the levels at a step of the ladder, 0 being the largest; the last one is the floor."""
        return self._ladder[min(step, self.steps - 1)]

    def size(self, step: int, level: int = 0) -> float:
        """The size of a level at a step of the ladder."""
        return self.levels(step)[level].size


@dataclass(frozen=True, kw_only=True)
class Seating:
    """A layout with its seats: one entry of the table."""

    layout: Layout
    seats: tuple[Seat, ...]
    why: str  # a clause for --explain
    uneven: float = 0.0  # how many times higher the highest text of equal seats may be than the lowest; 0: any
    full: float = 0.0  # how much of its equal seats their text must fill, as low as they can be, 0 to 1
    lower: str = ""  # the layout that has the same seats and is not as high

    @cached_property
    def content(self) -> frozenset[Kind]:
        """Every kind of content that it has a seat for."""
        return frozenset(kind for seat in self.seats for kind in seat.takes) - AROUND

    @cached_property
    def title_seat(self) -> Seat:
        """Where its title sits."""
        return next(seat for seat in self.seats if seat.takes & HEADINGS)

    @cached_property
    def heading(self) -> Kind:
        """What kind of title it carries."""
        return next(iter(self.title_seat.takes))

    def seat(self, kind: Kind) -> Seat | None:
        """The first seat that takes the kind."""
        return next((seat for seat in self.seats if kind in seat.takes), None)

    def takes(self) -> str:
        """What must be there for this layout, in words; "" for one that stands without content."""
        wanted: dict[str, int] = {}
        for seat in self.seats:
            if seat.needed and not seat.takes & AROUND and seat.portion != "rest":
                name = ", or ".join(sorted(kind.value for kind in seat.takes))
                wanted[name] = wanted.get(name, 0) + (1000 if seat.many else 1)
        return "; ".join(
            f"at least {name}" if count >= 1000 else name if count == 1 else f"exactly {count} times {name}"
            for name, count in wanted.items()
        )


def match(seating: Seating, items: Sequence[Item]) -> Mapping[str, tuple[Item, ...]] | None:
    """Which content sits in which slot (by name), in order; None when an item or a needed seat is left over."""
    if not {item.kind for item in items} <= seating.content:
        return None
    waiting = list(items)
    seated: dict[str, tuple[Item, ...]] = {}
    for seat in seating.seats:
        if seat.takes & AROUND:
            continue
        fitting = [item for item in waiting if item.kind in seat.takes]
        taken = fitting[: -(-len(fitting) // (seat.column[1] - seat.column[0] + 1))] if seat.many else fitting[:1]
        if not taken:
            if seat.needed:
                return None
            continue
        seated[seat.slot.name] = tuple(taken)
        if seat.portion == "rest" and any(len(item.words) < 2 for item in taken):
            return None  # a label without a word to say
        column, columns = seat.column
        if columns > 1:
            below = [words.level for item in taken for words in item.words[not seat.many :]]
            if len(set(below)) > 1 or (not seat.many and len(below) < columns):
                return None  # what stands below another could be parted from it, or a column stay empty
        if seat.many or (seat.portion != "first" and column == columns):  # the last of the seats that share an item
            waiting = [item for item in waiting if not any(item is one for one in taken)]
    return None if waiting else seated


def around(seating: Seating, items: Sequence[Item]) -> Mapping[str, tuple[Item, ...]]:
    """Where title, footer and the like sit: by slot. What the layout has no place for is left out."""
    return {
        seat.slot.name: (item,)
        for seat in seating.seats
        if seat.takes & AROUND
        for item in items
        if item.kind in seat.takes
    }
