"""What is in a finished deck, as plain frozen values. Lengths are points from the slide's top left corner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from briefdeck.model.geometry import Rect, Size
from briefdeck.verify.deck_outward import Link
from briefdeck.verify.embedded import Embedded

ShapeKind: TypeAlias = Literal["text", "table", "chart", "picture", "drawing", "other"]

FURNITURE_PLACEHOLDERS = frozenset({"ftr", "sldNum", "dt", "hdr"})
"""Footer, slide number, date and header: they show what their layout says."""

TITLE_PLACEHOLDERS = frozenset({"title", "ctrTitle"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckParagraph:
    """A paragraph of a slide, with what decides how tall it gets."""

    text: str
    number: str = ""  # what programs count before it, in figures; "" for none
    bullet: str = ""  # the sign that stands before it, "" for none
    runs_left: bool = False  # it is set from the right
    size: float | None = None  # points, after any shrinking that PowerPoint has stored; None: nobody says
    size_written: bool = False  # on the slide itself, not inherited
    languages_missing: bool = False  # a run of it has no language
    left: float = 0.0  # indent of its text, points
    line_spacing: float = 1.0  # multiple of the line height
    space_before: float = 0.0  # points
    space_after: float = 0.0  # points
    right: float = 0.0  # what is kept free on the other side, points
    contrast: float | None = None  # of its faintest words with what they stand on, 1 to 21; None: unknown
    ink_written: bool = False  # that colour is said on the slide itself, not inherited


@dataclass(frozen=True, slots=True)
class DeckSeries:
    """One row of numbers of a chart."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckChart:
    """What a chart holds, and the workbook that opens for editing."""

    categories: tuple[str, ...]
    series: tuple[DeckSeries, ...]
    words: tuple[str, ...]  # its titles, and labels that were typed
    kinds: tuple[str, ...] = ()  # what it is drawn as: `bar`, `stacked`, `line`, `pie`, `doughnut`, ...
    least: float | None = None  # where its axis of values begins and ends, when it says so
    most: float | None = None
    misleads: tuple[str, ...] = ()  # why it would be read otherwise than it is meant, one phrase each
    percents: bool = False  # it writes its numbers as shares of a hundred
    turned: bool = False  # its axis of values grows from the other side
    unpainted: tuple[str, ...] = ()  # names of the series that have no colour
    workbook: tuple[tuple[str | float | None, ...], ...] | None  # cells row by row; None: there is none


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckTable:
    """The cells of a table as they are read."""

    rows: tuple[tuple[str, ...], ...]
    names_columns: bool  # its first row is marked as the names of the columns
    right_to_left: bool = False  # its first column stands on the right
    merged_away: tuple[str, ...] = ()  # words of cells that lie under others
    narrowest: float = 0.0  # width of its narrowest column, points
    width: float = 0.0  # of all columns, points
    height: float = 0.0  # that its rows have at least, points


@dataclass(frozen=True, slots=True)
class DeckPicture:
    """What a picture shows once it is cropped, pixels."""

    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Something on a slide."""

    name: str
    kind: ShapeKind
    placeholder: str = ""  # PowerPoint's word for its kind (`title`, `body`, `ftr`, ...), "" for none
    seated: bool = False  # the layout has a placeholder for it
    frame: Rect | None = None  # None: it has no place
    room: Size | None = None  # for text, inside the insets; None when there is no frame
    paragraphs: tuple[DeckParagraph, ...] = ()  # of a table: all cells, row by row
    alt: str = ""
    decorative: bool = False
    numbers_itself: bool = True  # of a page number: the program counts it
    chart: DeckChart | None = None
    table: DeckTable | None = None
    picture: DeckPicture | None = None  # None also when its part is missing

    @property
    def text(self) -> str:
        """Its words, one paragraph a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def is_title(self) -> bool:
        """Whether it is the slide's title."""
        return self.placeholder in TITLE_PLACEHOLDERS

    @property
    def is_furniture(self) -> bool:
        """Whether it is a footer, a slide number or a date."""
        return self.placeholder in FURNITURE_PLACEHOLDERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide, in the order of the deck."""

    number: int
    layout: str  # name of the PowerPoint layout it uses
    shapes: tuple[Shape, ...]  # in reading order
    notes: tuple[str, ...] = ()  # paragraphs of the speaker notes
    notes_languages_missing: bool = False
    tagged: bool = False  # it carries our tags
    entry: str = ""
    items: tuple[str, ...] = ()
    planned_layout: str = ""  # the layout that the composer chose
    fixed_colors: tuple[str, ...] = ()  # colours that no theme can change
    fixed_fonts: tuple[str, ...] = ()  # fonts that no theme can change
    unseen: tuple[str, ...] = ()  # why words of it are not seen, one phrase each
    links: tuple[Link, ...] = ()  # what can be clicked
    moves_on: bool = False  # it goes on by itself, or does not when it is clicked
    picture_behind: bool = False  # a picture of its own for a background
    languages: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # see `deck_languages`
    notes_languages: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The words of its title, "" when it has none."""
        return next((shape.text for shape in self.shapes if shape.is_title), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckSection:
    """One of PowerPoint's sections."""

    name: str
    slides: tuple[int, ...]  # numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckLayout:
    """One of the layouts of a master."""

    name: str
    placeholders: tuple[str, ...]  # their kinds
    fixed_colors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckFile:
    """A whole deck."""

    size: Size
    slides: tuple[Slide, ...]
    sections: tuple[DeckSection, ...]
    layouts: tuple[DeckLayout, ...]
    masters_styled: bool  # every master says how titles and bodies look
    title: str
    lang: str
    right_to_left: bool  # its columns are read from the right
    embedded: Embedded
    sign_fonts: tuple[str, ...] = ()  # fonts of its themes in which letters are signs
    template: str  # the file whose design it has, "" for our own
    strays: tuple[tuple[str, str], ...] = ()  # (layout or master, words of its own that slides on it show)
    odd_styles: tuple[tuple[str, str], ...] = ()  # a layout or master, and how words on it cannot be read
    loads: tuple[str, ...] = ()  # what it would load from elsewhere, run or bring along, one phrase each
    shows_less: str = ""  # why a show leaves slides out, "" when it does not
    first_number: int = 1  # of its slides, as they show it
    sealed: bool | None  # untouched since it was built; None when it carries no seal

    @property
    def ours(self) -> bool:
        """Whether it was made by briefdeck."""
        return bool(self.embedded.build) or any(slide.tagged for slide in self.slides)
