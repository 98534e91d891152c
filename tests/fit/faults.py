"""What is wrong with a brief's page, told from its boxes and lines alone: edges, overlaps, sizes, columns, breaks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from briefdeck.model.geometry import Rect
from briefdeck.model.page import Box, Document, Paragraph, Part, ShapeContent, TableContent, Text

MARGIN = 36.0
"""Points: nothing stands nearer to the paper's edge."""

BODY, CAPTION = 10.0, 9.0
TWO_LINES = 2.0


class Placed(NamedTuple):
    """A paragraph and the frame it stands in."""

    paragraph: Paragraph
    frame: Rect


def faults(document: Document) -> tuple[str, ...]:
    """Everything that is wrong, in words; empty for a good page."""
    if len(document.pages) != 1:
        return (f"{len(document.pages)} pages",)
    return (
        *_edges(document),
        *_overlaps(document),
        *_sizes(document),
        *_torn(document),
        *_headings(document),
        *_uneven(document),
    )


def paragraphs(document: Document) -> Iterator[Placed]:
    """Every set paragraph, the cells of tables included."""
    for box in document.pages[0].boxes:
        if isinstance(box.content, Text):
            yield from (Placed(paragraph, box.frame) for paragraph in box.content.paragraphs)
        elif isinstance(box.content, TableContent):
            y = box.frame.y
            for row, height in zip(box.content.rows, box.content.row_heights, strict=True):
                x = box.frame.x
                for cell, width in zip(row, box.content.column_widths, strict=True):
                    yield Placed(cell, Rect(x, y, width, height))
                    x += width
                y += height


def _edges(document: Document) -> Iterator[str]:
    paper = Rect(MARGIN, MARGIN, document.size.width - 2 * MARGIN, document.size.height - 2 * MARGIN)
    for box in document.pages[0].boxes:
        if not paper.contains(box.frame, 0.05):
            yield f"{box.name} stands outside the margins: {box.frame}"
    for paragraph, frame in paragraphs(document):
        slack = 0.21 * paragraph.style.size  # hanging punctuation and the kern of a broken address
        for line in paragraph.lines:
            if line.x < -slack or line.x + line.width > frame.width + slack:
                yield f"a line of {line.width:.1f} at {line.x:.1f} leaves its {frame.width:.1f}: {paragraph.text[:40]}"
            if not 0 < line.baseline <= frame.height + 0.01:
                yield f"a line stands outside its box: {paragraph.text[:40]}"


def _overlaps(document: Document) -> Iterator[str]:
    solid = [box for box in document.pages[0].boxes if not isinstance(box.content, ShapeContent)]
    for index, box in enumerate(solid):
        for other in solid[index + 1 :]:
            if box.frame.overlaps(other.frame.inset(0.01)):
                yield f"{_words(box)!r} and {_words(other)!r} stand on each other"
    ruled = [box for box in document.pages[0].boxes if box.name in ("line", "foot rule")]
    for line in ruled:
        for box in solid:
            if box.frame.y + 1 < line.frame.y < box.frame.bottom - 1 and box.frame.x < line.frame.right:
                yield f"a ruled line crosses {_words(box)!r}"


def _sizes(document: Document) -> Iterator[str]:
    for paragraph, _ in paragraphs(document):
        ref = paragraph.ref
        small = (
            paragraph.tag == "Caption"
            or ref.part in (Part.CAPTION, Part.LINES)
            or ref.section in ("sources", "opening", "")
            or ref.item.endswith((".table", ".chart"))
        )
        if paragraph.style.size < (CAPTION if small else BODY) - 1e-6:
            yield f"{paragraph.style.size} points: {paragraph.text[:40]}"


def _torn(document: Document) -> Iterator[str]:
    """Single lines left behind or carried over."""
    parts: dict[object, list[int]] = {}
    for paragraph, _ in paragraphs(document):
        if paragraph.ref.item and not paragraph.ref.item.endswith((".table", ".chart")):
            parts.setdefault((paragraph.ref, paragraph.spans), []).append(len(paragraph.lines))
    for (ref, _), counts in parts.items():  # type: ignore[misc]
        if len(counts) > 1 and min(counts) < 2:
            yield f"{ref.item} is parted into {counts} lines"


def flow(document: Document) -> list[Box]:
    """What stands in the columns, in reading order."""
    return [
        box
        for box in document.pages[0].boxes
        if not isinstance(box.content, Text | ShapeContent)
        or (isinstance(box.content, Text) and box.content.paragraphs[0].ref.section not in ("", "opening"))
    ]


def _headings(document: Document) -> Iterator[str]:
    for box, below in pairwise(flow(document)):
        bare = _tag(below) in ("H2", "H3") and _tag(below) <= _tag(box)  # a title of which nothing else is left
        heads = _tag(box) in ("H2", "H3") or (_tag(box) == "Caption" and isinstance(below.content, TableContent))
        if heads and below.frame.y < box.frame.y and not bare:
            yield f"{_words(box)!r} stands at the foot of a column"


def columns(document: Document) -> list[list[Box]]:
    """The flow, column by column."""
    found: list[list[Box]] = []
    for box in flow(document):
        if not found or (box.frame.y < found[-1][-1].frame.y - 1 and abs(box.frame.x - found[-1][-1].frame.x) > 60):
            found.append([])
        found[-1].append(box)
    return found


def _uneven(document: Document) -> Iterator[str]:
    parted = columns(document)
    if len(parted) < 2:
        return
    feet = [max(box.frame.bottom for box in column) for column in parted]
    step = max(_step(box) for box in flow(document))
    allowed = max(TWO_LINES * step, max(_solid(parted))) + 0.5
    if max(feet) - min(feet) > allowed:
        yield f"the columns end {max(feet) - min(feet):.0f} points apart, {allowed:.0f} allowed"


def _step(box: Box) -> float:
    if isinstance(box.content, Text) and _tag(box) in ("P", "LI"):
        return box.frame.height / max(1, len(box.content.paragraphs[0].lines))
    return 0.0


def _solid(parted: list[list[Box]]) -> Iterator[float]:
    """The heights of what may not be parted, with the gap above: figures, short paragraphs, titles with two lines."""
    for column in parted:
        top = column[0].frame.y
        for box, below in pairwise([*column, column[-1]]):
            lines = len(box.content.paragraphs[0].lines) if isinstance(box.content, Text) else 0
            height = box.frame.height * (2 / lines if lines >= 4 else 1)
            joined = _tag(box) in ("H2", "H3", "Caption") or (_is_value(box) and below.frame.y >= box.frame.y)
            if not joined:
                yield box.frame.y + height - top
                top = box.frame.bottom


def _is_value(box: Box) -> bool:
    return isinstance(box.content, Text) and box.content.paragraphs[0].ref.part is Part.VALUE


def _tag(box: Box) -> str:
    return box.content.paragraphs[0].tag if isinstance(box.content, Text) else ""


def _words(box: Box) -> str:
    return box.content.paragraphs[0].text[:40] if isinstance(box.content, Text) else box.name
