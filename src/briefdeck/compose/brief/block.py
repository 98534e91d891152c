"""One thing in the flow of the brief: what it is, what it says and what it stands for."""

from __future__ import annotations

from enum import Enum

from briefdeck.compose.chart.data import ChartData
from briefdeck.model.media import Media
from briefdeck.model.page import Ref, Span
from briefdeck.named import NamedTuple


class Role(Enum):
    """What a block is in the flow: its type, the space around it and its tag follow from this."""

    SECTION = "section"
    SUBSECTION = "subsection"
    CUE = "cue"  # a label that stands beside the points it governs
    LEAD = "lead"
    PLAIN = "plain"  # the only point of its section: a paragraph, no list
    POINT = "point"
    BELOW = "below"  # a point under a label or under another point
    DEEP = "deep"  # one level further, and any below that
    FIGURE = "figure"
    QUOTE = "quote"
    CAPTION = "caption"
    TABLE = "table"
    MORE = "more"  # how many rows of the table above it only the deck has
    CHART = "chart"
    PICTURE = "picture"
    MOMENT = "moment"
    TERM = "term"
    QUESTION = "question"
    TAKEAWAY = "takeaway"
    SOURCE = "source"


HEADINGS = frozenset({Role.SECTION, Role.SUBSECTION})


class Plan(NamedTuple):
    """What is set shorter and what is left out, by id. Empty: everything in full."""

    short: frozenset[str] = frozenset()  # points that say their short form
    small: bool = False  # figures run in with their captions, pictures and charts are smaller
    gone: frozenset[str] = frozenset()  # items, extras, rows of tables and whole entries


WHOLE = Plan()


class Block(NamedTuple):
    """One thing in the flow: what it says and what it stands for."""

    role: Role
    ref: Ref
    spans: tuple[Span, ...] = ()
    bullet: str = ""
    group: str = ""  # blocks of one label group share it, and would rather not be parted
    keep: bool = False  # never parted from the next block
    caption: tuple[Span, ...] = ()  # of a large figure; whose words a quote is; the slides of a section
    cells: tuple[tuple[str, ...], ...] = ()  # of a table, the header first; of a chart, for where it cannot be drawn
    chart: ChartData | None = None
    media: Media | None = None
    alt: str = ""  # what a chart or picture shows
    small: bool = False  # room is short

    @property
    def characters(self) -> int:
        """How much there is to set, for estimates."""
        return sum(len(span.text) for span in (*self.spans, *self.caption))
