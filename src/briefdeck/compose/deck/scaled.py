"""A page's boxes at another size and place: a slide as a small picture that is still text, tables and shapes."""

from __future__ import annotations

from typing import assert_never

from briefdeck.model.geometry import Rect
from briefdeck.model.media import Path
from briefdeck.model.page import (
    Box,
    ChartContent,
    ChartLabel,
    Content,
    GlyphRun,
    Line,
    Paragraph,
    PictureContent,
    ShapeContent,
    TableContent,
    Text,
)
from briefdeck.named import NamedTuple

_THINNEST = 0.25  # points: what printers can still draw


class Scale(NamedTuple):
    """How much smaller everything becomes, and where the page's top left corner goes, in points."""

    by: float
    x: float
    y: float

    def box(self, box: Box) -> Box:
        """The box in its new place; text must be set in lines."""
        frame = self.frame(box.frame)
        return box._replace(frame=frame._replace(x=frame.x + self.x, y=frame.y + self.y), content=self._of(box.content))

    def frame(self, frame: Rect) -> Rect:
        """A rectangle smaller, measured from the same corner."""
        return Rect(frame.x * self.by, frame.y * self.by, frame.width * self.by, frame.height * self.by)

    def _of(self, content: Content) -> Content:
        match content:
            case Text():
                return content._replace(paragraphs=tuple(map(self.paragraph, content.paragraphs)))
            case TableContent():
                return content._replace(
                    rows=tuple(tuple(map(self.paragraph, row)) for row in content.rows),
                    column_widths=tuple(width * self.by for width in content.column_widths),
                    row_heights=tuple(height * self.by for height in content.row_heights),
                )
            case ChartContent():
                marks = tuple(
                    self._path(mark) if isinstance(mark, Path) else self._label(mark) for mark in content.marks
                )
                return content._replace(plot=self.frame(content.plot), marks=marks)
            case ShapeContent():
                return content._replace(stroke=max(content.stroke * self.by, _THINNEST) if content.stroke else 0.0)
            case PictureContent():
                return content
            case other:
                assert_never(other)

    def paragraph(self, paragraph: Paragraph) -> Paragraph:
        """A paragraph with smaller lines."""
        style = paragraph.style._replace(size=paragraph.style.size * self.by)
        return paragraph._replace(style=style, lines=tuple(map(self._line, paragraph.lines)))

    def _line(self, line: Line) -> Line:
        return line._replace(
            baseline=line.baseline * self.by,
            x=line.x * self.by,
            width=line.width * self.by,
            runs=tuple(map(self._run, line.runs)),
            label=tuple(map(self._run, line.label)),
        )

    def _run(self, run: GlyphRun) -> GlyphRun:
        return run._replace(size=run.size * self.by, x=run.x * self.by, rise=run.rise * self.by)

    def _mark(self, mark: Path | ChartLabel) -> Path | ChartLabel:
        return self._path(mark) if isinstance(mark, Path) else self._label(mark)

    def _path(self, path: Path) -> Path:
        return path._replace(
            steps=tuple((kind, tuple(number * self.by for number in numbers)) for kind, numbers in path.steps),
            width=max(path.width * self.by, _THINNEST) if path.stroke else 0.0,
            dash=tuple(length * self.by for length in path.dash),
        )

    def _label(self, label: ChartLabel) -> ChartLabel:
        return label._replace(frame=self.frame(label.frame), paragraph=self.paragraph(label.paragraph))
