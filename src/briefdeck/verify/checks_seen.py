"""P2, what is there is seen; P7, nobody is hurried; P8, the files stand alone: what words alone do not tell."""

from __future__ import annotations

from collections.abc import Iterator

from briefdeck.errors import Problem
from briefdeck.model.geometry import Size
from briefdeck.verify.brief_extras import is_paper
from briefdeck.verify.brief_file import BriefFile, Run
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.wording import clip

AGAIN = "build again"
_EMPTY = 0.2  # of a page's height: more is not left free above its title


def slides(evidence: Evidence) -> Iterator[Problem]:
    """Every word on the slides is seen: none is hidden, covered, turned, struck through or without colour."""
    for slide in evidence.deck.slides:
        for why in slide.unseen:
            message = f"slide {slide.number} does not show all that it holds: {why}"
            yield Problem("BD428", message, hint="show it again, or delete it and what the outline says there")
    for page, how in () if evidence.deck.template else evidence.deck.odd_styles:
        message = f"every slide on “{clip(page, 40)}” has words {how}"
        yield Problem("BD428", message, hint="undo it in View, Slide Master, or build again")
    if why := evidence.deck.shows_less:
        message = f"the deck does not show all that it holds: {why}"
        yield Problem("BD428", message, hint="in PowerPoint: Slide Show, Set Up Slide Show: show all slides")


def brief(evidence: Evidence) -> Iterator[Problem]:
    """Every word of the brief is seen."""
    yield from unseen_words(evidence.brief, "the brief")


def unseen_words(file: BriefFile, what: str) -> Iterator[Problem]:
    """The words of a PDF that are set without ink, outside the clip or the page, or under something."""
    unseen = [run for run in file.runs if run.text.strip() and not (run.seen and _on_page(run, file.size))]
    if unseen:
        more = f", and {len(unseen) - 1} more" if len(unseen) > 1 else ""
        message = f"{what} holds words that nobody sees: “{clip(unseen[0].text, 40)}”{more}"
        yield Problem("BD428", message, hint=AGAIN)


def brief_page(evidence: Evidence) -> Iterator[Problem]:
    """P5: the page lies upright, whole and at its size, and is numbered as what it is."""
    for fault in evidence.brief.page_faults:
        yield Problem("BD499", f"the brief’s page is {fault}", hint=AGAIN)
    if not is_paper(*evidence.brief.size):
        yield Problem("BD499", "the brief’s page is of no known size of paper", hint=AGAIN)
    highest = min((run.baseline - run.size for run in evidence.brief.runs if run.text.strip()), default=0.0)
    if highest > _EMPTY * evidence.brief.size.height:
        yield Problem("BD499", "the brief’s page is larger than what was set for it", hint=AGAIN)


def in_its_time(evidence: Evidence) -> Iterator[Problem]:
    """Slides stay until the one who speaks turns them."""
    for slide in evidence.deck.slides:
        if slide.moves_on:
            message = f"slide {slide.number} moves on by itself, or does not when it is clicked"
            yield Problem("BD429", message, hint="in PowerPoint: Transitions, Advance Slide: on mouse click only")


def deck_alone(evidence: Evidence) -> Iterator[Problem]:
    """P8: the deck is the same wherever it is opened, since all of it is in the file."""
    for one in evidence.deck.loads:
        yield Problem("BD407", f"the deck {clip(one, 100)}", hint=AGAIN)


def brief_alone(evidence: Evidence) -> Iterator[Problem]:
    """P8: the brief does nothing by itself."""
    yield from what_it_runs(evidence.brief, "the brief")


def _on_page(run: Run, page: Size) -> bool:
    """Whether most of a text lies on the page."""
    return 0 <= (run.left + run.right) / 2 <= page.width and 0 <= run.baseline <= page.height


def what_it_runs(file: BriefFile, what: str) -> Iterator[Problem]:
    """What a PDF would run, or brings along."""
    for one in file.active:
        yield Problem("BD408", f"{what} {one}", hint=AGAIN)


def added_remarks(evidence: Evidence) -> Iterator[Problem]:
    """What somebody has written or stamped on the brief: PDF readers show it, the outline does not have it."""
    yield from put_on(evidence.brief, "the brief")


def put_on(file: BriefFile, what: str) -> Iterator[Problem]:
    """The remarks, stamps and fields on the pages of a PDF."""
    for text in file.annotations:
        message = f"something was put on {what} that the outline does not have: “{clip(text, 40)}”"
        yield Problem("BD418", message, hint="delete it in a PDF reader, or build again")


def strays(evidence: Evidence) -> Iterator[Problem]:
    """No layout and no master shows words of its own, unless a template brought them."""
    for layout, text in () if evidence.deck.template else evidence.deck.strays:
        message = f"every slide on “{clip(layout, 40)}” shows “{clip(text, 40)}”, which is not in the outline"
        yield Problem("BD418", message, hint="delete it in View, Slide Master, or build again")
