"""The handout: three, six or nine slides on a sheet of paper, with ruled lines for notes and the sections' titles.

A slide on a sheet is small but still text: a screen reader hears its title and its points as on the slide, copying
and searching work, and nothing is a picture that was not one before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from briefdeck.compose.deck.scaled import Scale
from briefdeck.compose.type.scripts import runs_left
from briefdeck.compose.type.typeset import BriefFonts, line_height, set_paragraph
from briefdeck.model.contents import OPENING
from briefdeck.model.geometry import Rect, Size
from briefdeck.model.look import Ink
from briefdeck.model.page import (
    Align,
    Box,
    Document,
    Page,
    Paragraph,
    Part,
    Ref,
    ShapeContent,
    Span,
    Tag,
    Text,
    TextStyle,
)
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple

PerSheet: TypeAlias = Literal[3, 6, 9]

_SIDE, _TOP, _BOTTOM = 42.0, 36.0, 34.0  # margins: office printers leave about 18 points white by themselves
_HEAD, _FOOT = 30.0, 18.0
_CAPTION = 16.0  # above each slide: the title of a section that begins
_GAP = 18.0  # between slides
_WRITING = 22.0  # between lines to write on: 7.8 mm
_FRAME = 0.75
_BESIDE = 0.55  # of the width: how wide three slides on a sheet are, with the lines beside them

# Paper is white whatever the slides are: these do not depend on the theme.
_BLACK = Ink("text", darker=100)
_GREY = Ink("text", lighter=100, darker=58)
_NOTHING = Ref("")
_PALE = Ink("text", lighter=100, darker=30)


class _Cell(NamedTuple):
    """The place of a slide on a sheet: its picture, and the lines beside or below it."""

    caption: Rect
    picture: Rect
    writing: Rect


def compose_handout(slides: Document, paper: Size, per_sheet: PerSheet = 3) -> Document:
    """The sheets of a deck's pages as `compose_slides` gives them, in reading order."""
    composer = _Sheets(slides, paper, per_sheet)
    sheets = [slides.pages[start : start + per_sheet] for start in range(0, len(slides.pages), per_sheet)]
    pages = tuple(
        Page(title=str(number), entry=shown[0].entry, boxes=tuple(composer.boxes(shown, number, len(sheets))))
        for number, shown in enumerate(sheets, start=1)
    )
    return replace(slides, kind="handout", size=paper, pages=pages)


class _Sheets:
    """Lays out the sheets of one handout."""

    def __init__(self, slides: Document, paper: Size, per_sheet: PerSheet) -> None:
        self._slides = slides
        self._paper = paper
        self._lang = slides.identity.lang
        self._mirrored = runs_left(self._lang)
        self._faces = BriefFonts(slides.look)
        self._cells = tuple(map(self._turned, _cells(paper, slides.size, per_sheet)))
        self._titles = {entry.id: entry.title for entry in slides.contents}
        self._first = {page.entry: number for number, page in reversed([*enumerate(slides.pages)])}
        self._per_sheet = per_sheet

    def boxes(self, pages: Sequence[Page], number: int, count: int) -> Iterator[Box]:
        """One sheet in reading order; `number` is its own, from 1."""
        yield from self._head(number)
        for place, (page, cell) in enumerate(zip(pages, self._cells, strict=False)):
            yield from self._cell(page, cell, (number - 1) * self._per_sheet + place)
        foot = Rect(_SIDE, self._paper.height - _BOTTOM - 12, self._paper.width - 2 * _SIDE, 12)
        yield self._line(f"{number} / {count}", foot, 9, ink=_GREY, align="center", tag="Artifact")

    def _head(self, number: int) -> Iterator[Box]:
        """The deck's title above every sheet: read once, passed over on the following ones."""
        frame = Rect(_SIDE, _TOP, self._paper.width - 2 * _SIDE, 18)
        ref = Ref(OPENING, "", Part.TITLE) if number == 1 else Ref(OPENING)
        tag: Tag = "H1" if number == 1 else "Artifact"
        yield self._line(self._slides.identity.title, frame, 12, bold=True, ref=ref, tag=tag)
        yield _rule(Rect(_SIDE, _TOP + 21, frame.width, 0), _GREY, 0.75)

    def _cell(self, page: Page, cell: _Cell, index: int) -> Iterator[Box]:
        title = self._titles[page.entry]
        begins = page.entry != OPENING and self._first[page.entry] == index
        says_it = begins and _plain(page.title) == _plain(title)
        if begins:
            ref = Ref(page.entry, "", Part.TITLE)
            yield self._line(title, cell.caption, 10, bold=True, ref=ref, tag="Artifact" if says_it else "H2")
        edge = Rect(
            cell.picture.x - _FRAME,
            cell.picture.y - _FRAME,
            cell.picture.width + 2 * _FRAME,
            cell.picture.height + 2 * _FRAME,
        )
        yield Box(frame=edge, content=ShapeContent(shape="rect", ink=_PALE), name="Edge")
        scale = Scale(cell.picture.width / self._slides.size.width, cell.picture.x, cell.picture.y)
        second = page.entry == OPENING or says_it
        yield from (_lowered(scale.box(box), second=second) for box in page.boxes)
        for line in range(1, int(cell.writing.height / _WRITING) + 1):
            yield _rule(Rect(cell.writing.x, cell.writing.y + line * _WRITING, cell.writing.width, 0), _PALE, 0.5)

    def _line(
        self,
        text: str,
        frame: Rect,
        size: float,
        *,
        ink: Ink = _BLACK,
        bold: bool = False,
        align: Align = "left",
        ref: Ref = _NOTHING,
        tag: Tag = "P",
    ) -> Box:
        """One line of text, cut at a word where it is too long for one."""
        style = TextStyle(font="heading" if bold else "body", size=size, ink=ink, bold=bold, align=align)
        words = text.split()
        while True:
            paragraph = Paragraph(spans=(Span(text=" ".join(words)),), style=style, ref=ref, tag=tag)
            placed = set_paragraph(paragraph, frame.width, self._faces, lang=self._lang, hyphenate=False)
            if len(placed.lines) <= 1 or len(words) < 3:
                break
            words = [*words[: -1 if words[-1] != "…" else -2], "…"]
        lines = tuple(line for line in placed.lines[:1])
        height = line_height(placed)
        down = (frame.height - height) / 2
        lines = tuple(line._replace(baseline=line.baseline + down) for line in lines)
        return Box(frame=frame, content=Text(paragraphs=(placed._replace(lines=lines),)), name="Line")

    def _turned(self, cell: _Cell) -> _Cell:
        """The cell on the other side of the paper for what is read from the right."""
        if not self._mirrored:
            return cell
        return _Cell(*(rect._replace(x=self._paper.width - rect.right) for rect in cell))


def _cells(paper: Size, slide: Size, per_sheet: PerSheet) -> Iterator[_Cell]:
    """The places of the slides of one sheet: in rows, the lines beside them when there are three and else below."""
    columns = {3: 1, 6: 2, 9: 3}[per_sheet]
    top = _TOP + _HEAD
    width = paper.width - 2 * _SIDE
    row = (paper.height - _BOTTOM - _FOOT - top) / 3
    room = (width - _GAP * (columns - 1)) / columns
    high = row - _GAP - _CAPTION
    wide = min(room * _BESIDE if columns == 1 else room, high * slide.width / slide.height)
    for index in range(per_sheet):
        x, y = _SIDE + index % columns * (room + _GAP), top + index // columns * row
        picture = Rect(x, y + _CAPTION, wide, wide * slide.height / slide.width)
        writing = Rect(x, picture.bottom, wide, y + row - _GAP - picture.bottom)
        if columns == 1:
            writing = Rect(picture.right + _GAP, picture.y, room - wide - _GAP, high)
        yield _Cell(Rect(x, y, room if columns == 1 else wide, _CAPTION - 2), picture, writing)


def _lowered(box: Box, *, second: bool) -> Box:
    """The box with its headings below those of the sheet: a slide's title of the second level or the third."""
    if not isinstance(box.content, Text):
        return box
    title: Tag = "H2" if second else "H3"
    below: Tag = "H3" if second else "P"
    levels: dict[Tag, Tag] = {"H1": title, "H2": title, "H3": below}
    paragraphs = tuple(
        paragraph._replace(tag=levels.get(paragraph.tag, paragraph.tag)) for paragraph in box.content.paragraphs
    )
    return box._replace(content=box.content._replace(paragraphs=paragraphs))


def _rule(frame: Rect, ink: Ink, stroke: float) -> Box:
    return Box(frame=frame, content=ShapeContent(shape="line", ink=ink, stroke=stroke), name="Rule")


def _plain(title: str) -> str:
    return " ".join(title.replace("\u00a0", " ").split())
