"""The line table: how each line of a note was read, and why. Made on request only, from the rows and the outline."""

from __future__ import annotations

from collections.abc import Iterator

from briefdeck.draft.levels import press_levels
from briefdeck.draft.lines import clean_text
from briefdeck.draft.outline import draft_outline, read_rows
from briefdeck.draft.phrases import phrases_for
from briefdeck.draft.rows import Kind, Row
from briefdeck.draft.title import take_title
from briefdeck.model.note import Note
from briefdeck.model.outline import Outline, Point, Section, walk_sections
from briefdeck.named import NamedTuple


class LineReading(NamedTuple):
    """How one line was read."""

    number: int
    kind: str  # "title", "heading", "point", "table", "code", "decoration", "blank", "left out" ...
    cue: str = ""  # of a heading: what made it one
    level: int = 0  # of a heading: 1 is the top
    label: str = ""  # its own, or that of the line it stands under
    why: str = ""
    text: str = ""  # the line


_CUES = {
    "style": "the format of the file says so",
    "markdown": "# stands before it",
    "org": "a star stands before it, and the note speaks org",
    "asciidoc": "= stands before it",
    "latex": "a LaTeX command",
    "bold": "the whole line is bold",
    "decoration": "signs stand around it",
    "date": "a date alone",
    "dunder": "two underscores stand before it",
    "chapter": "it opens like a chapter",
    "topic": "it opens with “topic”",
    "exercise": "a numbered question",
    "question": "one question, and no list of questions",
    "number": "a number that is no item of a list",
    "keycap": "a number in a box",
    "colon": "it names what follows its colon",
    "star": "a bullet over bullets of another kind",
    "sign": "a large sign or brackets around a few words",
    "emoji": "a picture sign before a few words",
    "capitals": "all in capitals",
    "short line": "a short line that is no sentence, and the next lines explain it",
}
_KINDS = {Kind.BLANK: "blank", Kind.RULE: "decoration", Kind.SKIP: "left out", Kind.CODE: "code", Kind.TABLE: "table"}


def read_lines(note: Note, lang: str = "") -> tuple[LineReading, ...]:
    """The reading of every line of a note, in order. Raises BriefdeckError like the drafting itself."""
    outline, _ = draft_outline(note, lang)
    first: dict[int, Row] = {}
    going_on: dict[int, int] = {}
    _, rows = take_title(read_rows(note, lang)[0], note.name, phrases_for(outline.lang))
    for row in press_levels(rows):
        for line in row.sources:
            first.setdefault(line, row)
            if line != row.sources[0]:
                going_on.setdefault(line, row.sources[0])
    places = _places(outline)
    return tuple(
        _read(line.number, clean_text(line.said), first.get(line.number), going_on.get(line.number, 0), places)
        for line in note.lines
        if line.number
    )


def _read(number: int, text: str, row: Row | None, before: int, places: dict[int, LineReading]) -> LineReading:
    place = places.get(number)
    if place is not None and place.kind != "point":
        return place._replace(text=text)
    if row is None or not text.strip():
        return LineReading(number, "blank", text=text)
    if row.kind is Kind.HEAD:
        why = _CUES.get(row.cue, "a rule stands below it" if row.cue.startswith("underline") else row.cue)
        return LineReading(number, "heading", row.cue, row.level, why=why, text=text)
    if row.kind in _KINDS:
        return LineReading(number, _KINDS[row.kind], why=row.why, text=text)
    label = place.label if place else row.label
    return LineReading(number, "point", label=label, why=_why_point(row, before, label), text=text)


def _why_point(row: Row, before: int, label: str) -> str:
    if before and len(row.starts) > 1:
        return f"the sentence of line {before} goes on"
    if row.label:
        return "it opens with its own name"
    mark = (
        f"the bullet {row.mark}" if row.mark and row.mark != "#" else f"the number {row.number}" if row.number else ""
    )
    under = f"it stands under “{label}”" if label else ""
    return ", ".join(part for part in (mark, under) if part) or "a line of its own"


def _places(outline: Outline) -> dict[int, LineReading]:
    """What the outline made of the lines that it cites."""
    found: dict[int, LineReading] = {}
    for line in outline.title_lines:
        found[line] = LineReading(line, "title", why="it names the whole")
    for things, kind in ((outline.questions, "question"), (outline.takeaways, "takeaway")):
        for thing in things:
            for line in thing.lines:
                found.setdefault(line, LineReading(line, kind))
    for section in walk_sections(outline.sections):
        for line in section.lines:
            found.pop(line, None)  # a heading is one, though a question was made of it
        for place in _of_section(section):
            if place.kind == "point" or found.get(place.number, place).kind == "question":
                found[place.number] = place
            else:
                found.setdefault(place.number, place)
    return found


def _of_section(section: Section) -> Iterator[LineReading]:
    yield from _of_points(section.points, "")
    for side in section.compare:
        yield from (place._replace(why="one side of a comparison") for place in _of_points(side.points, side.label))
    if section.quote:
        yield from (LineReading(line, "quote", why="words with their speaker") for line in section.quote.lines)
    for moment in section.timeline:
        for line in moment.lines:
            yield LineReading(line, "timeline", label=moment.when, why="a date among dates in order")
    if section.table:
        yield from (LineReading(line, "table", why="cells between bars or tabs") for line in section.table.lines)


def _of_points(points: tuple[Point, ...], label: str) -> Iterator[LineReading]:
    for point in points:
        name = point.label or label
        if point.say:
            yield from (LineReading(line, "point", label=name) for line in point.lines)
        yield from _of_points(point.points, name)
