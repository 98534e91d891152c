"""The page: boxes at fixed places. What a composer makes and a painter turns into bytes without deciding anything.

The content of a box is a closed list of kinds, matched exhaustively by the painters. It stops at paragraph, table,
chart and picture: PowerPoint and PDF both have a native form of them, and that keeps the deck editable.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Literal, TypeAlias

from briefdeck.model.geometry import NOTHING_FREE, Free, Rect, Size
from briefdeck.model.identity import Identity
from briefdeck.model.look import FontRole, Ink, Look
from briefdeck.model.media import Crop, Media, Path
from briefdeck.named import NamedTuple

if TYPE_CHECKING:
    from briefdeck.model.template import Origin, Template

Build: TypeAlias = Literal["", "whole", "with", "paragraphs"]
"""How a box appears: from the beginning, at a click, together with the one before it, paragraph by paragraph."""
Align: TypeAlias = Literal["left", "center", "right", "justify"]
Anchor: TypeAlias = Literal["top", "middle", "bottom"]

Tag: TypeAlias = Literal["H1", "H2", "H3", "P", "LI", "Caption", "Artifact"]
"""What a paragraph is in a tagged PDF; an artifact is passed over when it is read aloud."""


class Part(Enum):
    """Which part of an item a paragraph shows."""

    TITLE = "title"
    SHOW = "show"
    SAY = "say"
    LABEL = "label"
    VALUE = "value"
    CAPTION = "caption"
    TERM = "term"
    MEANING = "meaning"
    TEXT = "text"
    FURNITURE = "furniture"
    LINES = "lines"  # the note lines it comes from


class Ref(NamedTuple):
    """Which thing of the outline something on a page stands for. Both files carry these ids."""

    section: str  # id of the entry (section or subsection), "" for the document's own title
    item: str = ""  # id of the point, figure, term, question ...; "" for the section itself
    part: Part = Part.FURNITURE


class Span(NamedTuple):
    """A stretch of text that looks alike."""

    text: str
    bold: bool = False
    italic: bool = False
    ink: Ink | None = None  # None: the paragraph's
    link: str = ""  # "#" and a section id, or an http, https or mailto address
    lang: str = ""  # "": the document's
    ref: Ref | None = None  # None: the paragraph's


class TextStyle(NamedTuple):
    """How a paragraph looks."""

    font: FontRole
    size: float  # points
    ink: Ink
    bold: bool = False
    italic: bool = False
    align: Align = "left"
    leading: float = 1.2  # line height as a multiple of the size
    space_before: float = 0.0  # points
    indent: float = 0.0  # left edge of the text, points
    hanging: float = 0.0  # how far the bullet stands left of the text, points
    bullet: str = ""  # the mark itself; "#" numbers the paragraphs, "#7" from 7
    bullet_ink: Ink | None = None
    capitals: bool = False
    tracking: float = 0.0  # extra space between letters, points
    tabular: bool = False  # figures of one width, so that they stand below each other


class GlyphRun(NamedTuple):
    """Shaped text of one face on one line; widths are in 1/1000 em.

    The first glyph of a cluster, from the left, carries the characters of the cluster; its further glyphs carry "".
    """

    file: str  # font file, key of `Look.fonts`
    size: float  # points
    ink: Ink
    x: float  # left edge of the run within the line, points
    rtl: bool
    text: str  # the characters it stands for
    glyphs: tuple[tuple[int, str, float, float, float], ...]  # (glyph id, characters, advance, dx, dy), visual order
    lang: str = ""
    link: str = ""
    ref: Ref | None = None
    rise: float = 0.0  # points above the baseline


class Line(NamedTuple):
    """One set line: where its baseline stands and what is on it.

    The space at which the line was broken is its last character, not counted in the width: words stay apart when the
    text is copied or read aloud.
    """

    baseline: float  # below the top of the box (in a table: of the cell), points
    x: float  # left edge within the box (in a table: within the cell), points
    width: float  # points
    runs: tuple[GlyphRun, ...]  # in the order of their characters, whatever the direction
    hyphenated: bool = False  # the last run ends in a hyphen that is not in the text
    label: tuple[GlyphRun, ...] = ()  # on the first line of a list item: its bullet or number, left of the line


class Paragraph(NamedTuple):
    """A paragraph: its words, and for a PDF its set lines (PowerPoint breaks lines by itself).

    One that goes on in the next box stands there again with the same ref, tag and spans and with its further lines.
    """

    spans: tuple[Span, ...]
    style: TextStyle
    ref: Ref
    level: int = 0  # 0 or more: the depth in PowerPoint's outline
    tag: Tag = "P"  # what it is in the tagged PDF
    lines: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


class Text(NamedTuple):
    """Paragraphs, one below the other; `level_styles` are written once for the box so that added text fits in."""

    paragraphs: tuple[Paragraph, ...]
    level_styles: tuple[TextStyle, ...] = ()


class TableContent(NamedTuple):
    """A native table: first row is the header."""

    rows: tuple[tuple[Paragraph, ...], ...]
    column_widths: tuple[float, ...]  # points
    row_heights: tuple[float, ...]  # points
    alt: str
    ref: Ref
    mirrored: bool = False  # the first column is the right one
    continued: bool = False  # it goes on from the table before with the same ref; its first row repeats the header


class ShapeContent(NamedTuple):
    """Plain decoration: a rule, a panel, a dot, a quarter disc, ruled lines to write on. Never carries meaning."""

    shape: Literal["rect", "ellipse", "quarter", "line"]
    ink: Ink
    corner: int = 0  # quarter disc: its centre, 0 top left, then clockwise
    stroke: float = 0.0  # line: thickness in points


class PictureContent(NamedTuple):
    """A picture that fills its box: what the crop leaves has the box's proportions, so it is never stretched."""

    media: Media
    crop: Crop
    alt: str  # "": decoration, as a logo beside the school's name
    ref: Ref


class ChartLabel(NamedTuple):
    """Words within a drawn chart: a number, a category, the name of a series. One line, set where paragraphs are."""

    frame: Rect  # from the top left of the chart, points
    paragraph: Paragraph


ChartKind: TypeAlias = Literal["bar", "column", "line", "pie", "doughnut", "stacked"]


class ChartSeries(NamedTuple):
    """One row of numbers: for each category one, or None where there is none."""

    name: str
    values: tuple[float | None, ...]
    inks: tuple[Ink, ...]  # one for the whole row, or one for each category
    label: Ink | None = None  # of the numbers within its marks; None: they stand beside them in the chart's own ink
    dash: tuple[float, ...] = ()  # of its line, points: told apart without colour too
    symbol: Literal["circle", "square", "diamond", "triangle"] = "circle"  # on its line


class ChartContent(NamedTuple):
    """A chart twice: as numbers, for PowerPoint's own charts, and drawn to the point, for a painter without charts."""

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    number_format: str  # as spreadsheets write it: "#,##0.0", "0%"
    text: TextStyle  # of all its words
    plot: Rect  # where the marks stand within the chart, without the words around them; points from its top left
    marks: tuple[Path | ChartLabel, ...]  # in the order in which they are drawn
    alt: str
    ref: Ref
    numbers: bool = True  # each number stands at its mark, instead of an axis with ticks
    named: Literal["", "legend", "ends"] = ""  # where the names of the series stand: apart, or where its line ends
    floor: float | None = None  # where the axis of the numbers begins; None: PowerPoint's choice
    every: int = 1  # of so many categories one is named
    moved: tuple[tuple[float, float], ...] = ()  # from the middle of each part of a ring to its words, points


Content: TypeAlias = Text | TableContent | ChartContent | PictureContent | ShapeContent


class Box(NamedTuple):
    """Something at a fixed place. `slot` names the placeholder it fills; "" is free decoration or the brief's flow."""

    frame: Rect
    content: Content
    slot: str = ""
    anchor: Anchor = "top"
    name: str = ""
    build: Build = ""
    free: Free = NOTHING_FREE

    @property
    def room(self) -> Rect:
        """The frame without what stays free beside its text."""
        left, width = self.free.left, self.frame.width
        return self.frame._replace(x=self.frame.x + left, width=width - left - self.free.right)


class SlotKind(Enum):
    """What a slot takes, and so which placeholder it becomes."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    TEXT = "text"
    TABLE = "table"
    CHART = "chart"
    PICTURE = "picture"
    FOOTER = "footer"
    NUMBER = "number"


class Slot(NamedTuple):
    """A place on a layout: where it is, what it takes and how its text looks by level."""

    name: str
    kind: SlotKind
    frame: Rect
    levels: tuple[TextStyle, ...]  # the largest size of each level
    anchor: Anchor = "top"
    prompt: str = ""  # what PowerPoint shows while the placeholder is empty


class Layout(NamedTuple):
    """Which slots a page has and where. The author, the table and PowerPoint all use its name."""

    name: str
    slots: tuple[Slot, ...]
    ornaments: tuple[Box, ...] = ()
    background: Ink = Ink("background")
    kind: str = ""  # PowerPoint's own word for it (`title`, `secHead`, `obj`, ...), "" for none
    origin: Origin | None = None  # where it comes from when there is a template

    def slot(self, name: str) -> Slot:
        """The slot of that name; KeyError when there is none."""
        for slot in self.slots:
            if slot.name == name:
                return slot
        raise KeyError(name)


class Page(NamedTuple):
    """One slide, or the brief."""

    title: str  # unique within the document
    entry: str  # id of the entry (section or furniture section) it belongs to
    boxes: tuple[Box, ...]
    layout: str = ""  # name of the layout; "" on the brief
    notes: tuple[Paragraph, ...] = ()  # speaker notes
    why: str = ""  # why this layout, for `--explain`


class EntryKind(Enum):
    """What an entry of the contents is."""

    OPENING = "opening"  # the document's own title
    SECTION = "section"
    TERMS = "terms"
    QUESTIONS = "questions"
    TAKEAWAYS = "takeaways"
    SOURCES = "sources"


class Entry(NamedTuple):
    """One line of the contents that deck and brief must share: PowerPoint section, PDF bookmark, outline section."""

    id: str
    title: str
    kind: EntryKind
    parent: str = ""  # id of the section above, for a subsection
    items: tuple[str, ...] = ()  # ids of its points (terms, questions, ...) in order; both files keep this order
    extras: tuple[str, ...] = ()  # ids of what stands beside them (lead, figures, table, ...), each on some page


class Cut(NamedTuple):
    """Something that one file leaves out, and why. Cuts are printed and travel in the file."""

    id: str  # id of the item, or of the entry when all of it goes
    text: str
    reason: str
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Finished pages, ready to paint. It refuses to exist when its structure differs from the outline's contents."""

    kind: Literal["deck", "brief", "slides", "handout"]  # slides: the deck's pages set in lines, for paper and screens
    size: Size
    contents: tuple[Entry, ...]
    pages: tuple[Page, ...]
    identity: Identity
    look: Look
    layouts: tuple[Layout, ...] = ()
    cuts: tuple[Cut, ...] = ()
    template: Template | None = None

    def __post_init__(self) -> None:
        """The gate: a difference here is our bug, never the author's."""
        expected = _expected(self.contents, self.cuts)
        found = _found(self.contents, self.pages)
        if expected != found:
            raise AssertionError(f"{self.kind} drifts from its outline: {_first_difference(expected, found)}")


def refs(page: Page) -> Iterator[Ref]:
    """Every reference on a page in reading order: boxes in order, paragraphs in order, spans in order."""
    for box in page.boxes:
        yield from _content_refs(box.content)


def _content_refs(content: Content) -> Iterator[Ref]:
    if isinstance(content, Text):
        for paragraph in content.paragraphs:
            yield paragraph.ref
            yield from (span.ref for span in paragraph.spans if span.ref is not None)
    elif isinstance(content, TableContent | ChartContent | PictureContent):
        yield content.ref


_Structure: TypeAlias = list[tuple[str, tuple[str, ...], frozenset[str]]]


def _expected(contents: tuple[Entry, ...], cuts: tuple[Cut, ...]) -> _Structure:
    gone = {cut.id for cut in cuts}
    return [
        (entry.id, tuple(item for item in entry.items if item not in gone), frozenset(entry.extras) - gone)
        for entry in contents
        if entry.id not in gone
    ]


def _found(contents: tuple[Entry, ...], pages: tuple[Page, ...]) -> _Structure:
    """Entries in order of their titles, each with its items in order of first appearance and its extras."""
    extras = {extra for entry in contents for extra in entry.extras}
    shown: dict[str, dict[str, None]] = {}
    for page in pages:
        for ref in refs(page):
            if ref.part is Part.TITLE and not ref.item:
                shown.setdefault(ref.section, {})
            elif ref.item:
                shown.setdefault(ref.section, {})[ref.item] = None
    return [
        (entry, tuple(item for item in items if item not in extras), frozenset(items) & frozenset(extras))
        for entry, items in shown.items()
    ]


def _first_difference(expected: _Structure, found: _Structure) -> str:
    for index, (left, right) in enumerate(zip(expected, found, strict=False)):
        if left != right:
            return f"entry {index}: expected {left}, found {right}"
    return f"expected {len(expected)} entries, found {len(found)}"
