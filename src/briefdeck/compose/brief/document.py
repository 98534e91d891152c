"""The brief: an outline becomes one page that a class can be handed, always exactly one.

The story: the outline becomes blocks in reading order (`blocks`); the ladder finds the size, the columns and,
when it must, the cuts with which they fit (`ladder`, `cuts`, on lines set by `setting` and parted by
`columns`); and what was found is placed on the paper (`page`) below the head (`head`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from briefdeck.compose.at_hand import not_at_hand
from briefdeck.compose.brief.block import Block, Plan
from briefdeck.compose.brief.blocks import blocks
from briefdeck.compose.brief.cuts import cuts, plan, steps
from briefdeck.compose.brief.ladder import Fit, Job, fit
from briefdeck.compose.brief.paper import PAPERS
from briefdeck.compose.brief.setting import Setter
from briefdeck.compose.brief.sheet import Sheet
from briefdeck.compose.brief.slides import with_slides
from briefdeck.compose.brief.styles import ANSWERS, STYLES, Style
from briefdeck.compose.chart.data import chart_faults
from briefdeck.compose.missing import missing
from briefdeck.compose.type.scripts import runs_left
from briefdeck.errors import BriefdeckError, Problem, Severity
from briefdeck.model.contents import OPENING, contents
from briefdeck.model.identity import Identity
from briefdeck.model.look import Look
from briefdeck.model.media import Media
from briefdeck.model.outline import Outline, section_points, walk_sections
from briefdeck.model.page import Cut, Document, Entry, Page


def compose_brief(
    outline: Outline,
    look: Look,
    identity: Identity,
    paper: str = "",
    *,
    media: Mapping[str, Media] = MappingProxyType({}),
    slides: Mapping[str, Sequence[int]] = MappingProxyType({}),
) -> tuple[Document, tuple[Problem, ...]]:
    """The brief of an outline as a document of exactly one page, and what had to be said about it.

    `paper` is a key of `PAPERS`, "" for the one that the identity's style (of `STYLES`, or `ANSWERS`) is made for.
    `media` are the outline's pictures, by the names that it uses; `slides` are the numbers of the deck's slides by the
    id of their entry, where there is a deck. What the page had no room for is in the document's
    `cuts`. Raises BriefdeckError for charts that cannot be drawn and for a title that leaves no room below it.
    """
    if problems := (*chart_faults(outline), *not_at_hand(outline, media.keys())):
        raise BriefdeckError(problems)
    answers = identity.style == ANSWERS
    chosen = STYLES["guided" if answers else identity.style]
    paper = paper or chosen.paper
    sheet = Sheet(outline, look, PAPERS[paper], chosen, key=answers, logo=media.get(outline.logo))
    furniture = look.furniture
    job = Job(
        blocks=lambda kept: with_slides(
            _styled(blocks(outline, furniture, kept, media), chosen, filled=answers), slides, outline, furniture
        ),
        steps=lambda whole: steps(outline, furniture, whole=whole),
        space=sheet.space,
        setter=Setter(
            sheet.set_lines,
            sheet.count_lines,
            sheet.reach,
            "justify" if outline.brief.justify else "left",
            colors=look.theme.colors,
            mirrored=runs_left(outline.lang),
            manner=chosen.manner,
        ),
        ladder=chosen.ladder(paper),
    )
    found = fit(job)
    if found is None:
        raise BriefdeckError([_no_room(outline)])
    kept = plan(found.taken)
    left_out = (*sheet.cut_subtitle(found.rung), *cuts(outline, furniture, kept, whole=found.whole))
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
    return document, (*_shortened(outline, kept), *missing((page,), sheet.faces, outline))


def _styled(found: tuple[Block, ...], style: Style, *, filled: bool) -> tuple[Block, ...]:
    """What stands between head and foot, as the style wants it."""
    if style.manner.cues:
        from briefdeck.compose.brief.cues import with_cues

        found = with_cues(found)
    if style.blanks:
        from briefdeck.compose.brief.blanks import with_blanks

        found = with_blanks(found, filled=filled)
    return found


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


def _no_room(outline: Outline) -> Problem:
    texts = {
        "title": outline.title,
        "subtitle": outline.subtitle,
        "author": outline.author,
        "school": outline.school,
        "class": outline.class_,
        "date": outline.date,
    }
    longest = max(texts, key=lambda key: len(texts[key]))
    return Problem(
        "BD332",
        f"the head of the page leaves no room on it: `{longest}` has {len(texts[longest])} characters",
        outline.at,
        hint=f"shorten `{longest}`",
    )
