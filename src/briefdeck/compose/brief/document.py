"""The brief: an outline becomes one page that a class can be handed, always exactly one.

The story: the outline becomes blocks in reading order (`blocks`); the ladder finds the size, the columns and,
when it must, the cuts with which they fit (`ladder`, `cuts`, on lines set by `setting` and parted by
`columns`); and what was found is placed on the paper (`page`) below the head (`head`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from briefdeck.compose.brief.blocks import Plan, blocks
from briefdeck.compose.brief.cuts import cuts, plan, steps
from briefdeck.compose.brief.head import FOOT_AIR, Head, foot, foot_height, head, notes
from briefdeck.compose.brief.ladder import Fit, Job, fit
from briefdeck.compose.brief.missing import missing
from briefdeck.compose.brief.page import flow_boxes, mirrored
from briefdeck.compose.brief.rungs import Rung
from briefdeck.compose.brief.setting import Setter
from briefdeck.compose.brief.sheet import PAPERS, Space, measure
from briefdeck.compose.type.scripts import runs_left
from briefdeck.compose.type.typeset import BriefFonts, set_paragraph
from briefdeck.errors import BriefdeckError, Problem, Severity
from briefdeck.model.contents import OPENING, contents
from briefdeck.model.geometry import Rect, Size
from briefdeck.model.look import Ink, Look
from briefdeck.model.media import Media
from briefdeck.model.outline import Outline, section_points, walk_sections
from briefdeck.model.page import Box, Cut, Document, Entry, Identity, Page, Paragraph, TextStyle

_NOTES_AIR = 1.5  # lines between the text and the area for notes
_LONG_SUBTITLE = "no room on one page: the subtitle is longer than a standfirst"


def compose_brief(
    outline: Outline,
    look: Look,
    identity: Identity,
    paper: str = "a4",
    media: Mapping[str, Media] = MappingProxyType({}),
) -> tuple[Document, tuple[Problem, ...]]:
    """The brief of an outline as a document of exactly one page, and what had to be said about it.

    `paper` is "a4" or "letter". What the page had no room for is in the document's `cuts`. Raises BriefdeckError for
    what no brief can show yet (pictures, numbers from files) and for a title that leaves no room below it.
    """
    if problems := tuple(_cannot_show(outline)):
        raise BriefdeckError(problems)
    sheet = _Sheet(outline, look, PAPERS[paper])
    furniture = look.furniture
    job = Job(
        blocks=lambda kept: blocks(outline, furniture, kept),
        steps=lambda: steps(outline, furniture),
        space=sheet.space,
        setter=Setter(
            sheet.set_lines, "justify" if outline.brief.justify else "left", mirrored=runs_left(outline.lang)
        ),
    )
    found = fit(job)
    if found is None:
        raise BriefdeckError([_no_room(outline)])
    kept = plan(found.taken)
    left_out = (*sheet.cut_subtitle(found.rung), *cuts(outline, furniture, kept))
    told = _absent(contents(outline, furniture), left_out) if outline.brief.more else 0
    page = Page(title=outline.title, entry=OPENING, boxes=sheet.boxes(found, told), why=_why(found, len(left_out)))
    document = Document(
        kind="brief",
        size=sheet.size,
        contents=contents(outline, furniture),
        pages=(page,),
        identity=identity,
        look=look,
        cuts=left_out,
    )
    return document, (*_shortened(outline, kept), *missing(page, sheet.body(found.rung), sheet.faces, outline))


class _Sheet:
    """One outline on one paper: sets its lines, and knows the head and the room that each rung has."""

    def __init__(self, outline: Outline, look: Look, size: Size) -> None:
        self.size = size
        self.faces = BriefFonts(look)
        self._outline = outline
        self._furniture = look.furniture
        self.space = lru_cache(maxsize=32)(self._space)
        self._head = lru_cache(maxsize=32)(self._make_head)

    def set_lines(self, paragraph: Paragraph, width: float, *, hyphenate: bool = True) -> Paragraph:
        """The paragraph in lines; headings are never hyphenated."""
        hyphenate = hyphenate and paragraph.style.font == "body"
        return set_paragraph(paragraph, width, self.faces, lang=self._outline.lang, hyphenate=hyphenate)

    def body(self, rung: Rung) -> TextStyle:
        """The type of plain text."""
        return TextStyle(font="body", size=rung.size, ink=Ink("text"))

    def cut_subtitle(self, rung: Rung) -> tuple[Cut, ...]:
        """The cut of a subtitle that is too long to stand above the columns."""
        if not self._outline.subtitle or self._head(rung).standfirst:
            return ()
        return (Cut(id="subtitle", text=self._outline.subtitle, reason=_LONG_SUBTITLE),)

    def boxes(self, found: Fit, cut: int) -> tuple[Box, ...]:
        """Everything on the page in reading order."""
        space = self.space(found.rung)
        area = measure(self.size, found.rung.columns)
        boxes = (
            *self._head(found.rung).boxes,
            *flow_boxes(found, space),
            *self._notes(found, space),
            *foot(self._outline, area, self._furniture, cut, self.set_lines),
        )
        return mirrored(boxes, self.size) if runs_left(self._outline.lang) else boxes

    def _space(self, rung: Rung) -> Space:
        area = measure(self.size, rung.columns)
        top = self._head(rung).bottom
        height = area.bottom - foot_height(self._outline, area, self._furniture, self.set_lines) - top
        return Space(area=Rect(area.x, top, area.width, height), columns=rung.columns)

    def _make_head(self, rung: Rung) -> Head:
        return head(self._outline, measure(self.size, rung.columns), rung.title, rung.size, self.set_lines)

    def _notes(self, found: Fit, space: Space) -> Iterator[Box]:
        """An area to write in below the columns, when they leave room for one."""
        if found.notes:
            top = space.area.y + found.depth + _NOTES_AIR * found.leading
            footed = space.area.bottom < measure(self.size, found.rung.columns).bottom
            bottom = space.area.bottom + FOOT_AIR if footed else space.area.bottom
            area = Rect(space.area.x, top, space.area.width, bottom - top)
            yield from notes(area, self._furniture, found.rung.size, self.set_lines, footed=footed)


def _absent(entries: tuple[Entry, ...], left_out: tuple[Cut, ...]) -> int:
    """How many things that the deck shows the brief does not: an entry that is cut counts all that stands under it."""
    gone = {cut.id for cut in left_out}
    return sum(entry.id in gone or item in gone for entry in entries for item in entry.items) + sum(
        extra in gone or entry.id in gone for entry in entries for extra in entry.extras
    )


def _why(found: Fit, cut: int) -> str:
    """The rung that was taken and what it took to get there."""
    short = sum(step.kind == "short" for step in found.taken)
    said = (
        found.rung.words,
        f"{found.leading:.1f} points from line to line",
        "an area for notes" if found.notes else "",
        "figures run in" if any(step.kind == "small" for step in found.taken) else "",
        f"{short} short forms" if short else "",
        f"{cut} cuts" if cut else "",
    )
    return "; ".join(part for part in said if part)


def _shortened(outline: Outline, kept: Plan) -> Iterator[Problem]:
    points = [point for section in walk_sections(outline.sections) for point in section_points(section)]
    if count := sum(point.id in kept.short and point.id not in kept.gone for point in points):
        who = "1 point stands in its" if count == 1 else f"{count} points stand in their"
        message = f"the page is full: {who} short form on the brief"
        yield Problem("BD334", message, outline.at, severity=Severity.REMARK)


def _cannot_show(outline: Outline) -> Iterator[Problem]:
    for section in walk_sections(outline.sections):
        if section.picture:
            yield Problem("BD330", "the brief cannot show pictures yet", section.picture.at, "take `picture` out")
        for name, thing in (("table", section.table), ("chart", section.chart)):
            if thing and thing.file:
                hint = "write the numbers into the outline"
                yield Problem("BD331", f"the brief cannot read a {name} from a file yet", thing.at, hint=hint)


def _no_room(outline: Outline) -> Problem:
    return Problem(
        "BD332",
        f"the title of {len(outline.title)} characters leaves no room on the brief's page",
        outline.at,
        hint="shorten `title`, or move part of it to `subtitle`",
    )
