"""What is found on a page of the brief while its content is run through: runs, their marks, panels, fonts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from pikepdf import Object

from briefdeck.model.values import replace
from briefdeck.verify.brief_file import BriefPicture, Run
from briefdeck.verify.brief_fonts import Font
from briefdeck.verify.brief_paths import Area, Point, Stroke
from briefdeck.verify.contrast import BLACK, WHITE, Color

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_THROUGH = (0.12, 0.6)
"""Of the type's size above the baseline: a line between these strikes its words through."""

_LEVEL = 1.0  # points by which a line may rise or fall and still lie


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked content sequence that is open."""

    tag: str
    number: int | None = None  # MCID
    actual_text: str | None = None
    decoration: int = 0  # which of the page's stretches of decoration, from 1


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """A run, and the number of the marked content it belongs to."""

    run: Run
    number: int | None = None


@dataclass(frozen=True, slots=True)
class TextState:
    """What `q` keeps and `Q` brings back."""

    matrix: Matrix = IDENTITY
    font: Font | None = None
    size: float = 0.0
    character_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    ink: Color | None = BLACK  # that fills; None: of a kind that is not followed
    line_ink: Color | None = BLACK  # that draws lines, and the outlines of letters
    opacity: float = 1.0
    blended: bool = False  # painted so that its colour is not what comes out
    inked: bool = True  # False: text is set without ink
    filled: bool = True  # False: letters are drawn around and left empty
    outlined: bool = False  # the letters are drawn around, by a pen of this width, points
    pen: float = 1.0
    clips: tuple[Area, ...] = ()  # only what lies in all of them is shown


@dataclass(slots=True)
class PageReading:
    """Everything found on one page; filled while its content is run through."""

    number: int
    height: float
    runs: list[MarkedRun] = field(default_factory=list)
    replaced: dict[int, str] = field(default_factory=dict)  # marked content number to its /ActualText
    fonts: dict[str, Font] = field(default_factory=dict)
    panels: list[tuple[Area, Color | None]] = field(default_factory=list)  # filled so far
    pictures: list[BriefPicture] = field(default_factory=list)
    decorations: int = 0  # stretches of decoration so far

    def ground(self, x: float, y: float) -> Color | None:
        """The colour of the paper, or of the topmost panel, at a place counted from the bottom left."""
        return next((color for area, color in reversed(self.panels) if area.holds(x, y)), WHITE)

    def cover(self, areas: Sequence[Area]) -> None:
        """What was set before is not seen any more where something solid, all these areas share, lies over it."""
        for index, marked in enumerate(self.runs):
            if marked.run.seen and all(area.holds(*self._middle(marked.run)) for area in areas):
                self.runs[index] = replace(marked, run=replace(marked.run, seen=False))

    def strike(self, stroke: Stroke) -> None:
        """What was set before is struck through where a line lies on it."""
        (left, y), (right, end) = sorted((stroke.start, stroke.end))
        if abs(y - end) > _LEVEL:
            return
        for index, marked in enumerate(self.runs):
            run = marked.run
            above = y - (self.height - run.baseline)
            shared = min(right, run.right) - max(left, run.left)
            low, high = (part * run.size for part in _THROUGH)
            if run.seen and low < above < high and shared > (run.right - run.left) / 2:
                self.runs[index] = replace(marked, run=replace(run, seen=False))

    def _middle(self, run: Run) -> Point:
        return (run.left + run.right) / 2, self.height - run.baseline + 0.3 * run.size


def matrix_of(operands: Iterable[Object]) -> Matrix:
    """The matrix that six operands give."""
    a, b, c, d, e, f = (float(operand) for operand in operands)
    return a, b, c, d, e, f


def times(left: Matrix, right: Matrix) -> Matrix:
    """The left matrix applied first."""
    a, b, c, d, e, f = left
    g, h, i, j, k, m = right
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def passages(readings: Iterable[PageReading]) -> Iterator[tuple[tuple[int, int], str, tuple[Run, ...]]]:
    """Each marked stretch: (page from 1, number), its words as they are read aloud, and its runs."""
    for reading in readings:
        by_number: dict[int, list[Run]] = {}
        for marked in reading.runs:
            if marked.number is not None:
                by_number.setdefault(marked.number, []).append(marked.run)
        for number, runs in by_number.items():
            text = reading.replaced.get(number, "".join(run.text for run in runs))
            yield (reading.number, number), text, tuple(runs)
