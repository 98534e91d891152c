"""Whether our own pages end their lines where LibreOffice ends those of the deck, and put them in the same places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefdeck.model.geometry import Rect
from briefdeck.model.page import Document, Paragraph, TableContent, Text
from support.painted import PaintedPage, SetLine, painted


@dataclass(frozen=True)
class Pair:
    """A paragraph as we set it and as it was painted by LibreOffice."""

    slide: int
    box: int  # on the slide
    beside: str  # all words of its box
    text: str
    ours: tuple[SetLine, ...]
    theirs: tuple[SetLine, ...]

    @property
    def same_count(self) -> bool:
        return len(self.ours) == len(self.theirs)

    @property
    def same_breaks(self) -> bool:
        return [line.text for line in self.ours] == [line.text for line in self.theirs]

    @property
    def apart(self) -> float:
        """How far the lines are apart at most, points; for the same breaks only."""
        return max(
            (max(abs(a.x - b.x), abs(a.baseline - b.baseline)) for a, b in zip(self.ours, self.theirs, strict=True)),
            default=0.0,
        )


def pairs(slides: Document, rendered: bytes) -> Iterator[Pair]:
    """Each paragraph of our pages with LibreOffice's."""
    for number, (page, glyphs) in enumerate(zip(slides.pages, painted(rendered), strict=True), start=1):
        shown = PaintedPage(glyphs)
        found = [
            (paragraph, _ours(paragraph, frame), box, " ".join(each.text for _, each in _paragraphs([page.boxes[box]])))
            for box in range(len(page.boxes))
            for frame, paragraph in _paragraphs([page.boxes[box]])
        ]
        # Long texts first: a short one may be part of a longer.
        for paragraph, ours, box, beside in sorted(found, key=lambda each: -len(each[0].text)):
            if ours:
                theirs = shown.take("".join(line.text for line in ours), (ours[0].x, ours[0].baseline))
                yield Pair(number, box, beside, paragraph.text, tuple(ours), tuple(theirs))


def _paragraphs(boxes: Sequence[object]) -> Iterator[tuple[Rect, Paragraph]]:
    for box in boxes:
        if isinstance(box.content, Text):
            yield from ((box.frame, paragraph) for paragraph in box.content.paragraphs)
        elif isinstance(box.content, TableContent):
            y = box.frame.y
            for cells, height in zip(box.content.rows, box.content.row_heights, strict=True):
                x = box.frame.x
                for cell, width in zip(cells, box.content.column_widths, strict=True):
                    yield Rect(x, y, width, height), cell
                    x += width
                y += height


def _ours(paragraph: Paragraph, frame: Rect) -> list[SetLine]:
    return [
        SetLine("".join("".join(run.text for run in line.runs).split()), frame.x + line.x, frame.y + line.baseline)
        for line in paragraph.lines
    ]
