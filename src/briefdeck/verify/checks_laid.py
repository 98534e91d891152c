"""P3 and P7: on the page of the brief things stand in the order in which they are read, and bookmarks lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefdeck.errors import Problem
from briefdeck.verify.brief_file import Bookmark, Element, Passage, Run
from briefdeck.verify.brief_texts import ENTRY
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.wording import clip, normal

AGAIN = "build again"

_ABOVE, _BELOW = 0.75, 0.2
"""Of the type's size: how far letters reach from their baseline."""

_SHARED = 4.0  # points of a line: what shares less stands beside, not below
_LEVEL = 1.0  # points
_NEAR = 4.0
"""Of a heading's size: how far above it the place may be that its bookmark leads to."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A passage as it stands: its first line and its last, in the column where that ends."""

    text: str
    page: int
    left: float
    right: float
    top: float  # of its first line
    foot: float  # of the first line
    head: float  # of its last line


def order(evidence: Evidence) -> Iterator[Problem]:
    """Nothing stands above what is read before it in the same column."""
    before: list[_Block] = []
    for block in _blocks(evidence.brief.structure):
        above = next((one for one in reversed(before) if _shares(one, block)), None)
        if above is not None and block.foot <= above.head + _LEVEL:
            message = (
                f"on the brief “{clip(block.text, 40)}” stands above “{clip(above.text, 40)}”, and is read after it"
            )
            yield Problem("BD435", message, hint=AGAIN)
            return
        before.append(block)


def _shares(one: _Block, other: _Block) -> bool:
    shared = min(one.right, other.right) - max(one.left, other.left)
    return one.page == other.page and shared > _SHARED


def _blocks(elements: Iterable[Element | Passage]) -> Iterator[_Block]:
    """The passages in reading order; what is drawn in a figure stands as it does."""
    for element in elements:
        if isinstance(element, Element):
            if element.tag != "Figure":
                yield from _blocks(element.children)
        elif runs := [run for run in element.runs if run.text.strip()]:
            yield _block(element.text, runs)


def _block(text: str, runs: Sequence[Run]) -> _Block:
    first, last = runs[0], runs[-1]
    column = [run for run in runs if run.page == last.page and run.left < last.right and last.left < run.right]
    return _Block(
        text,
        last.page,
        min(run.left for run in column),
        max(run.right for run in column),
        first.baseline - _ABOVE * first.size,
        first.baseline + _BELOW * first.size,
        last.baseline - _ABOVE * last.size,
    )


def bookmarks(evidence: Evidence) -> Iterator[Problem]:
    """Each bookmark leads to where its heading stands."""
    headings = [element for element in evidence.brief.elements() if element.id.startswith(ENTRY)]
    marks = evidence.brief.bookmarks
    if len(marks) != len(headings):
        return  # what is missing or too much is named by the check of their titles
    for number, (mark, heading) in enumerate(zip(marks, headings, strict=True)):
        run = next((run for run in heading.runs() if run.text.strip()), None)
        if number and run is not None and mark.leads and not _leads_to(mark, run):
            message = f"the bookmark “{clip(normal(mark.title))}” leads to another place than its heading"
            yield Problem("BD419", message, hint=AGAIN)


def _leads_to(mark: Bookmark, run: Run) -> bool:
    """Whether a reader who follows the bookmark has the line at the top of the window, in its column."""
    if mark.top is None or mark.left is None:
        return False
    return -_LEVEL <= run.baseline - mark.top <= _NEAR * run.size and mark.left <= run.right
