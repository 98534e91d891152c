"""A finished brief as it stands on its paper: blocks and lines told from the file, ink and glyphs told by pdfium."""

from __future__ import annotations

import ctypes
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from briefdeck.model.geometry import Rect, Size
from briefdeck.verify.brief_file import BriefFile, Element, Passage, Run
from briefdeck.verify.brief_reader import read_brief

SAME_LINE = 0.25
"""Of the size: runs whose baselines are no further apart stand on one line, some of them raised or lowered."""

_INLINE = frozenset({"Span", "Link", "Lbl", "LBody", "Em", "Strong", "Reference"})
_THIN = 4.0  # points: what is painted no higher, or no wider, is a rule


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of a block; points from the top left."""

    left: float
    right: float
    baseline: float
    size: float


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, a list item without what is below it, a row of a table, or a figure."""

    tag: str
    id: str
    text: str
    lines: tuple[SetLine, ...]
    frame: Rect | None = None  # of a figure
    sizes: tuple[float, ...] = ()  # of all its type

    @property
    def bottom(self) -> float:
        """Its last baseline, or where its picture ends."""
        return max([line.baseline for line in self.lines] + ([self.frame.bottom] if self.frame else []))

    @property
    def top(self) -> float:
        """The upper edge of its type, or of its picture."""
        return min([line.baseline - line.size for line in self.lines] + ([self.frame.y] if self.frame else []))

    @property
    def left(self) -> float:
        """Where its longest line begins."""
        return min([line.left for line in self.lines] + ([self.frame.x] if self.frame else []))

    @property
    def right(self) -> float:
        """Where its longest line ends."""
        return max([line.right for line in self.lines] + ([self.frame.right] if self.frame else []))


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character's ink and the baseline that it stands on."""

    text: str
    ink: Rect
    baseline: float


@dataclass(frozen=True, slots=True)
class Printed:
    """One page, as it was printed."""

    pages: int
    size: Size
    lang: str
    blocks: tuple[Block, ...]  # in the order in which they are read
    glyphs: tuple[Glyph, ...] = field(repr=False)
    rules: tuple[Rect, ...]  # thin lines, those of charts left out
    ink: Rect  # the smallest rectangle that holds all that is painted


def printed(pdf: bytes) -> Printed:
    """What stands on the first page of a brief."""
    brief, problems = read_brief(pdf)
    assert brief is not None, problems
    figures = [*_figure_frames(pdf)]
    blocks = tuple(_blocks(brief, iter(figures)))
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    return Printed(
        pages=brief.pages,
        size=brief.size,
        lang=brief.lang,
        blocks=blocks,
        glyphs=tuple(_glyphs(page)),
        rules=tuple(rule for rule in _rules(page) if not any(frame.contains(rule, 2) for frame in figures)),
        ink=_ink(page),
    )


def _blocks(brief: BriefFile, figures: Iterator[Rect]) -> Iterator[Block]:
    for root in brief.structure:
        yield from _leaves(root, figures)


def _leaves(element: Element, figures: Iterator[Rect], name: str = "") -> Iterator[Block]:
    """What is below an element; `name` is the id of the table or list that it stands in."""
    if element.tag in ("TR", "Figure"):
        captions = [below for below in element.children if isinstance(below, Element) and below.tag == "Caption"]
        for caption in captions:
            yield from _leaves(caption, figures)
        inside = {id(run) for caption in captions for run in caption.runs()}
        runs = [run for run in element.runs() if id(run) not in inside]
        frame = next(figures) if element.tag == "Figure" else None
        yield _block(element, runs, element.id or name, frame)
        return
    own = [*_own_runs(element)]
    if own:
        yield _block(element, own, element.id)
    for below in _blocks_below(element):
        yield from _leaves(below, figures, element.id)


def _own_runs(element: Element) -> Iterator[Run]:
    for child in element.children:
        if isinstance(child, Passage):
            yield from child.runs
        elif child.tag in _INLINE:
            yield from _own_runs(child)


def _blocks_below(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            if child.tag in _INLINE:
                yield from _blocks_below(child)
            else:
                yield child


def _block(element: Element, runs: list[Run], name: str, frame: Rect | None = None) -> Block:
    seen = [run for run in runs if run.text.strip()]
    lines = () if element.tag == "Figure" else tuple(_lines(seen))
    text = "".join(run.text for run in seen)
    return Block(element.tag, name, text, lines, frame, tuple(run.size for run in seen))


def _lines(runs: list[Run]) -> Iterator[SetLine]:
    """Runs in their order, put together while they stand on one line."""
    group: list[Run] = []
    for run, following in pairwise([*runs, None]):
        assert run is not None
        group.append(run)
        if following is None or abs(following.baseline - run.baseline) > SAME_LINE * run.size:
            left, right = min(one.left for one in group), max(one.right for one in group)
            baseline = Counter(one.baseline for one in group).most_common(1)[0][0]
            yield SetLine(left, right, baseline, max(one.size for one in group))
            group = []


def _figure_frames(pdf: bytes) -> Iterator[Rect]:
    """Where figures stand, as the structure tree says, in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        box = opened.pages[0].mediabox
        height = float(box[3]) - float(box[1])
        for element in _walk(opened.Root.StructTreeRoot):
            if element.get("/S") == "/Figure":
                left, bottom, right, top = (float(edge) for edge in element.A.BBox)
                yield Rect(left, height - top, right - left, top - bottom)


def _walk(element: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    kids = element.get("/K")
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _walk(kid)


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    text, height = page.get_textpage(), page.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        if character.isspace() or pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        left, bottom, right, top = text.get_charbox(index)
        yield Glyph(character, Rect(left, height - top, right - left, top - bottom), height - y.value)


def _rules(page: pypdfium2.PdfPage) -> Iterator[Rect]:
    height = page.get_height()
    for shape in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = shape.get_bounds()
        if min(right - left, top - bottom) <= _THIN:
            yield Rect(left, height - top, right - left, top - bottom)


def _ink(page: pypdfium2.PdfPage) -> Rect:
    scale = 2.0
    grey = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    left, top, right, bottom = grey.point(lambda tone: 255 if tone < 235 else 0).getbbox() or (0, 0, 0, 0)
    return Rect(left / scale, top / scale, (right - left) / scale, (bottom - top) / scale)
