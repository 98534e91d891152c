"""The outline: the note mapped into sections and points. What is said, not how it looks.

Every value may know where it stands in `outline.yaml` (`at`); places do not count when outlines are compared, so that
`load(dump(outline)) == outline`. Lines (`lines`) are line numbers of the note, from 1; an empty tuple means the
author's own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from briefdeck.errors import NOWHERE, Position
from briefdeck.model.values import replace, value
from briefdeck.named import NamedTuple

TitleSource: TypeAlias = Literal["line", "front matter", "file name", "generated", "furniture", "user"]
Lines: TypeAlias = tuple[int, ...]
PaperName: TypeAlias = Literal["a4", "letter", "legal", "a5", "a3"]
BriefStyle: TypeAlias = Literal["standard", "clear-print", "cornell", "guided", "poster"]
TitleMode: TypeAlias = Literal["topic", "question", "assertion"]
Furnishing: TypeAlias = Literal["agenda", "sections", "questions", "recap", "exit ticket", "timing", "none"]

FURNISHINGS: tuple[Furnishing, ...] = ("agenda", "sections", "questions")
"""What the deck adds to the note's own content when the author does not choose."""


@value
class Point:
    """One thing said, or (with `label` and `points` and no `say`) a label that governs the points below it."""

    id: str = ""  # "" for a label group, which is no point of its own
    say: str = ""  # the full sentence: brief and speaker notes
    show: str = ""  # the short form for the slide; "" means `say` is shown
    more: tuple[str, ...] = ()  # of a long sentence the clauses that the slide shows below `show`, each on its own
    label: str = ""  # its name, for example "Defence"
    lines: Lines = ()
    priority: int | None = None  # 1 stays longest on the brief, 9 goes first; None: decided by rank
    points: tuple[Point, ...] = ()
    numbered: bool = False  # they are steps: each is shown with its number
    counted: bool = True  # False: none of the steps among which it stands, and without a number
    explicit_id: bool = False  # the author typed the id
    at: Position = NOWHERE

    @property
    def shown(self) -> str:
        """What the slide shows."""
        return self.show or self.say

    @property
    def is_group(self) -> bool:
        """Whether this is a label over other points and no point itself."""
        return not self.say


@value
class Figure:
    """A number worth showing big."""

    id: str = ""
    value: str  # as it stands in the note, with its hedge: "over $12 billion"
    caption: str
    lines: Lines = ()
    at: Position = NOWHERE


@value
class Term:
    """A word that the class must know."""

    id: str = ""
    term: str
    meaning: str
    lines: Lines = ()
    at: Position = NOWHERE


@value
class Remark:
    """A question to discuss, a takeaway or a source: one sentence of its own."""

    id: str = ""
    text: str
    lines: Lines = ()
    at: Position = NOWHERE


@value
class Unused:
    """Note lines that appear nowhere, and why."""

    lines: Lines
    reason: str
    at: Position = NOWHERE


@value
class Quote:
    """Somebody's own words."""

    text: str
    by: str = ""
    lines: Lines = ()
    at: Position = NOWHERE


@value
class Moment:
    """One stop of a timeline."""

    when: str
    what: str
    lines: Lines = ()
    at: Position = NOWHERE


@value
class Side:
    """One side of a comparison."""

    label: str
    points: tuple[Point, ...]
    at: Position = NOWHERE


@value
class Table:
    """Rows and columns; every row has as many cells as the header. Cells, or a CSV file beside the outline."""

    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    caption: str = ""
    file: str = ""
    keep: tuple[int, ...] = ()  # rows, from 1 below the header, that stay longest on the brief
    lines: Lines = ()
    at: Position = NOWHERE
    header_at: tuple[Position, ...] = ()  # of each of its cells
    rows_at: tuple[Position, ...] = ()

    def place(self, row: int, column: int) -> Position:
        """Where a cell stands in its file, as near as is known; row 0 is the header."""
        places = self.rows_at[row - 1 : row] if row else self.header_at[column : column + 1]
        return places[0] if places else self.at

    def row_lines(self, number: int) -> Lines:
        """The line of the note that a row (from 1) comes from; where they cannot be told apart, all of the table's."""
        rows = len(self.rows)
        beside = len(self.lines) - rows  # the header, and in some notes a line of dashes below it
        return self.lines[beside + number - 1 :][:1] if beside in (1, 2) else self.lines


@value
class Series:
    """One row of numbers in a chart, as typed."""

    name: str
    values: tuple[str, ...]
    at: Position = NOWHERE


@value
class Chart:
    """Numbers to draw, or a CSV file beside the outline."""

    kind: Literal["bar", "column", "line", "pie", "doughnut", "stacked"]
    categories: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    reading: str = ""  # what to see in it, one line
    caption: str = ""
    file: str = ""
    lines: Lines = ()
    at: Position = NOWHERE
    categories_at: tuple[Position, ...] = ()


@value
class Picture:
    """A picture file beside the outline; the alternative text is required."""

    file: str
    alt: str
    caption: str = ""
    lines: Lines = ()
    at: Position = NOWHERE


@value
class Section:
    """A title and what belongs under it: the unit that deck and brief share."""

    id: str
    title: str
    title_from: TitleSource = "line"
    lines: Lines = ()  # the line the heading stands on
    question: str = ""  # the title asked as a question, for decks with `titles: question`
    lead: str = ""  # one sentence above the points
    notes: str = ""  # spoken only
    layout: str = ""  # the author's choice, else the first that fits
    priority: int | None = None
    points: tuple[Point, ...] = ()
    numbered: bool = False  # the points are steps: each is shown with its number
    figures: tuple[Figure, ...] = ()
    quote: Quote | None = None
    timeline: tuple[Moment, ...] = ()
    compare: tuple[Side, ...] = ()
    table: Table | None = None
    chart: Chart | None = None
    picture: Picture | None = None
    sections: tuple[Section, ...] = ()  # one more level, no deeper
    explicit_id: bool = False
    at: Position = NOWHERE


@value
class TemplateRoles:
    """Which layout of a template serves which role, by its name; "" leaves the choice to us."""

    title: str = ""
    section: str = ""
    points: str = ""
    comparison: str = ""
    at: Position = NOWHERE


@value
class DeckSettings:
    """What the author wants of the deck; "" or None means the default."""

    theme: str = ""
    template: str = ""
    titles: TitleMode | Literal[""] = ""
    builds: bool = False  # points appear one by one
    max_slides: int | None = None  # what has no room is said in the speaker notes
    furniture: tuple[Furnishing, ...] = ()  # () is `FURNISHINGS`
    template_roles: TemplateRoles | None = None
    at: Position = NOWHERE


@value
class BriefSettings:
    """What the author wants of the brief."""

    theme: str = ""
    style: BriefStyle | Literal[""] = ""
    paper: PaperName | Literal[""] = ""
    justify: bool = False
    more: bool = True  # say on the page how much more the deck has
    link: str = ""  # a web address, as a QR code on the page
    at: Position = NOWHERE


@value
class Outline:
    """The note mapped into sections and points: the seam between mapping and building."""

    title: str
    title_from: TitleSource = "user"
    title_lines: Lines = ()  # the note's line when `title_from` is "line"
    subtitle: str = ""
    author: str = ""
    school: str = ""
    class_: str = ""  # `class` in the file
    date: str = ""
    logo: str = ""
    note: str = ""  # path of the note, as written
    digest: str = ""  # "sha256:..." of the note
    encoding: str = ""  # of the note, where a person named it
    lang: str = "en"  # BCP 47, of the content
    sections: tuple[Section, ...]
    terms: tuple[Term, ...] = ()
    questions: tuple[Remark, ...] = ()
    takeaways: tuple[Remark, ...] = ()
    sources: tuple[Remark, ...] = ()
    unused: tuple[Unused, ...] = ()
    deck: DeckSettings = DeckSettings()
    brief: BriefSettings = BriefSettings()
    at: Position = NOWHERE


def steps_below(above: Section | Point) -> Iterator[tuple[Point, int]]:
    """What stands right below a section or a point, each with its number as a step; 0 where they are no steps."""
    number = 0
    for point in above.points:
        is_step = above.numbered and point.counted
        number += is_step
        yield point, number * is_step


def walk_points(points: tuple[Point, ...]) -> Iterator[Point]:
    """Every real point in reading order, label groups left out and entered."""
    for point in points:
        if not point.is_group:
            yield point
        yield from walk_points(point.points)


def walk_sections(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Every section and its subsections in reading order."""
    for section in sections:
        yield section
        yield from walk_sections(section.sections)


def section_points(section: Section) -> Iterator[Point]:
    """Every real point of one section in reading order, its comparison included, its subsections not."""
    yield from walk_points(section.points)
    for side in section.compare:
        yield from walk_points(side.points)


def line_runs(lines: Iterable[int]) -> list[tuple[int, int]]:
    """The first and the last of each run of lines that follow one another: (4, 6, 7, 8) is (4, 4) and (6, 8)."""
    runs: list[tuple[int, int]] = []
    for line in lines:
        if runs and line == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], line)
        else:
            runs.append((line, line))
    return runs


class NamedFile(NamedTuple):
    """A file that an outline names."""

    name: str  # as the outline writes it
    what: Literal["picture", "table", "chart", "logo"]
    at: Position


def named_files(outline: Outline) -> tuple[NamedFile, ...]:
    """Every picture and every CSV file that the outline names, in its order."""
    found = [NamedFile(outline.logo, "logo", outline.at)] if outline.logo else []
    for section in walk_sections(outline.sections):
        if section.table and section.table.file:
            found.append(NamedFile(section.table.file, "table", section.table.at))
        if section.chart and section.chart.file:
            found.append(NamedFile(section.chart.file, "chart", section.chart.at))
        if section.picture:
            found.append(NamedFile(section.picture.file, "picture", section.picture.at))
    return tuple(found)


def with_pictures_in(outline: Outline, folder: str) -> Outline:
    """The outline with the pictures of its sections in a folder beside it."""
    return replace(outline, sections=tuple(_pictured(section, folder) for section in outline.sections))


def _pictured(section: Section, folder: str) -> Section:
    below = tuple(_pictured(each, folder) for each in section.sections)
    picture = section.picture and replace(section.picture, file=f"{folder}/{section.picture.file}")
    return replace(section, picture=picture, sections=below)
