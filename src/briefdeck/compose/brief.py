"""The brief: an outline becomes one page that a class can be handed, always exactly one.

The story: the outline becomes blocks in reading order (`brief_blocks`); the ladder finds the size, the columns and,
when it must, the cuts with which they fit (`brief_ladder`, `brief_cuts`, on lines set by `brief_setting` and parted by
`brief_columns`); and what was found is placed on the paper (`brief_page`) below the head (`brief_head`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from briefdeck.compose.brief_blocks import blocks
from briefdeck.compose.brief_cuts import cuts, plan, steps
from briefdeck.compose.brief_head import FOOT_AIR, Head, foot, foot_height, head, notes
from briefdeck.compose.brief_ladder import LADDER, Fit, Job, Rung, fit
from briefdeck.compose.brief_missing import missing
from briefdeck.compose.brief_page import flow_boxes, mirrored
from briefdeck.compose.brief_setting import SetLines, Setter
from briefdeck.compose.brief_sheet import PAPERS, Space, measure
from briefdeck.compose.scripts import scripts_of
from briefdeck.compose.typeset import BriefFonts, set_paragraph
from briefdeck.errors import BriefdeckError, Problem
from briefdeck.model.contents import OPENING, contents
from briefdeck.model.geometry import Rect
from briefdeck.model.look import Ink, Look
from briefdeck.model.outline import Outline, walk_sections
from briefdeck.model.page import Box, Cut, Document, Identity, Page, Paragraph, TextStyle

_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo"})
_LONG_SUBTITLE = "no room on one page: the subtitle is longer than a standfirst"


def compose_brief(
    outline: Outline, look: Look, identity: Identity, paper: str = "a4"
) -> tuple[Document, tuple[Problem, ...]]:
    """The brief of an outline as a document of exactly one page, and what had to be said about it.

    `paper` is "a4" or "letter". What the page had no room for is in the document's `cuts`. Raises BriefdeckError for
    what no brief can show yet (pictures, numbers from files) and for a title that leaves no room below it.
    """
    if problems := tuple(_cannot_show(outline)):
        raise BriefdeckError(problems)
    faces = BriefFonts(look)
    size = PAPERS[paper]

    def set_lines(paragraph: Paragraph, width: float) -> Paragraph:
        justify = paragraph.style.align == "justify"
        hyphenate = paragraph.style.font == "body"
        return set_paragraph(paragraph, width, faces, lang=outline.lang, justify=justify, hyphenate=hyphenate)

    @lru_cache(maxsize=len(LADDER))
    def head_of(rung: Rung) -> Head:
        return head(outline, measure(size, rung.columns), rung.title, rung.size, set_lines)

    @lru_cache(maxsize=len(LADDER))
    def space(rung: Rung) -> Space:
        area = measure(size, rung.columns)
        top = head_of(rung).bottom
        height = area.bottom - foot_height(outline, area, look.furniture, set_lines) - top
        return Space(area=Rect(area.x, top, area.width, height), columns=rung.columns)

    setter = Setter(set_lines, "justify" if outline.brief.justify else "left")
    job = Job(
        blocks=lambda kept: blocks(outline, look.furniture, kept),
        steps=lambda: steps(outline, look.furniture),
        space=space,
        setter=setter,
    )
    found = fit(job)
    if found is None:
        raise BriefdeckError([_no_room(outline)])
    left_out = cuts(outline, look.furniture, plan(found.taken))
    top = head_of(found.rung)
    if outline.subtitle and not top.standfirst:
        left_out = (Cut(id="subtitle", text=outline.subtitle, reason=_LONG_SUBTITLE), *left_out)
    boxes = (
        *top.boxes,
        *flow_boxes(found, space(found.rung)),
        *_notes(look, found, space(found.rung), set_lines),
        *foot(outline, measure(size, found.rung.columns), look.furniture, len(left_out), set_lines),
    )
    if scripts_of(outline.lang) & _RIGHT_TO_LEFT:
        boxes = mirrored(boxes, size)
    page = Page(title=outline.title, entry=OPENING, boxes=boxes)
    document = Document(
        kind="brief",
        size=size,
        contents=contents(outline, look.furniture),
        pages=(page,),
        identity=identity,
        look=look,
        cuts=left_out,
    )
    return document, missing(page, TextStyle(font="body", size=found.rung.size, ink=Ink("text")), faces, outline)


def _notes(look: Look, found: Fit, space: Space, set_lines: SetLines) -> Iterator[Box]:
    """An area to write in below the columns, when they leave room for one."""
    if found.notes:
        top = space.area.y + found.depth + found.leading
        area = Rect(space.area.x, top, space.area.width, space.area.bottom + FOOT_AIR - top)
        yield from notes(area, look.furniture, found.rung.size, set_lines)


def _cannot_show(outline: Outline) -> Iterator[Problem]:
    for section in walk_sections(outline.sections):
        if section.picture:
            yield Problem("BD330", "the brief cannot show pictures yet", section.picture.at, hint="take it out")
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
