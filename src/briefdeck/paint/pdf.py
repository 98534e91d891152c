"""Finished pages to a tagged PDF that keeps PDF/UA-1 and PDF/A-2a in one file.

Everything is where the composer put it: this module draws lines that are already set, says what each thing is, and
writes bookmarks for the entries that deck and brief share. The rules of a table are boxes of their own, like all
decoration.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import assert_never

from reportlab.pdfbase.pdfdoc import PDFDictionary

from briefdeck.model.geometry import Rect
from briefdeck.model.page import (
    Box,
    ChartContent,
    ChartLabel,
    Document,
    EntryKind,
    GlyphRun,
    Line,
    Page,
    Paragraph,
    Part,
    PictureContent,
    Ref,
    ShapeContent,
    TableContent,
    Text,
    refs,
)
from briefdeck.model.values import replace
from briefdeck.paint.pdf_fonts import FontShelf
from briefdeck.paint.pdf_images import ImageShelf
from briefdeck.paint.pdf_metadata import cut_list, info, output_intent, xmp
from briefdeck.paint.pdf_objects import TaggedCanvas, array
from briefdeck.paint.pdf_sheet import Sheet
from briefdeck.paint.pdf_structure import Places, Structure
from briefdeck.paint.pdf_tags import Element, StructureTree
from briefdeck.paint.pdf_words import space_after, stretches

_ABOVE, _BELOW = 0.85, 0.25  # how far a link reaches above and below the baseline, in sizes of its text
_HEADROOM = 1.0  # how far above its baseline a heading begins, in sizes of its text


def paint(document: Document) -> bytes:
    """The PDF of a document whose paragraphs are set in lines: one page per page, always the same bytes."""
    canvas = TaggedCanvas(document.size.width, document.size.height, document.identity.lang)
    tree = StructureTree(len(document.pages))
    press = _Press(document, canvas, tree)
    for number, page in enumerate(document.pages):
        press.page(page, number)
    press.bookmarks()
    return canvas.finish(
        info=info(document.identity),
        fonts=press.fonts.write(canvas.document),
        Metadata=xmp(document.identity),
        BriefdeckCuts=cut_list(document.cuts),
        OutputIntents=array(output_intent()),
        MarkInfo=PDFDictionary({"Marked": "true"}),
        StructTreeRoot=tree.write(canvas.document, canvas.page_references()),
    )


class _Press:
    """Paints the pages of one document one after the other."""

    def __init__(self, document: Document, canvas: TaggedCanvas, tree: StructureTree) -> None:
        self.fonts = FontShelf(document.look.fonts)
        self.images = ImageShelf(canvas)
        self._document = document
        self._canvas = canvas
        self._tree = tree
        self._structure = Structure(document, tree.root)
        self._titles = {ref.section for page in document.pages for ref in refs(page) if _is_title(ref)}
        self._openings = {entry.id for entry in document.contents if entry.kind is EntryKind.OPENING}
        self._placed: set[str] = set()

    def page(self, page: Page, number: int) -> None:
        colors = self._document.look.theme.colors
        sheet = Sheet(self._canvas, self._tree, number, self._document.size.height, colors)
        for box in page.boxes:
            self._box(sheet, box)
        sheet.leave()
        self._canvas.finish_page(number)

    def bookmarks(self) -> None:
        """One bookmark for each entry that is shown, under that of the section above it."""
        depths: dict[str, int] = {}
        for entry in self._document.contents:
            if entry.id in self._placed:
                depths[entry.id] = depths[entry.parent] + 1 if entry.parent in depths else 0
                self._canvas.addOutlineEntry(entry.title, entry.id, depths[entry.id])

    def _box(self, sheet: Sheet, box: Box) -> None:
        match box.content:
            case Text():
                shown = [paragraph for paragraph in box.content.paragraphs if paragraph.lines]
                for index, paragraph in enumerate(shown):
                    places = self._structure.paragraph(paragraph, starts_box=index == 0)
                    self._name_place(sheet, paragraph, box.frame)
                    self._paragraph(sheet, paragraph, places, box.frame)
            case TableContent():
                self._table(sheet, box.content, box.frame)
            case ChartContent():
                self._chart(sheet, box.content, box.frame)
            case PictureContent():
                self._picture(sheet, box.content, box.frame)
            case ShapeContent():
                sheet.shape(box.content, box.frame)
            case other:
                assert_never(other)

    def _table(self, sheet: Sheet, table: TableContent, frame: Rect) -> None:
        element = self._structure.table(table)
        y = frame.y
        for index, (cells, height) in enumerate(zip(table.rows, table.row_heights, strict=True)):
            places = _cells(table, frame, y, height)
            y += height
            if table.continued and index == 0:
                self._repeated(sheet, zip(cells, places, strict=True))
                continue
            row = element.add("TR")
            for paragraph, place in zip(cells, places, strict=True):
                cell = self._structure.cell(row, paragraph, heads_column=index == 0)
                self._paragraph(sheet, paragraph, Places(cell, cell), place)

    def _repeated(self, sheet: Sheet, cells: Iterable[tuple[Paragraph, Rect]]) -> None:
        """The header above a further part of its table: for the eye alone, since every cell knows its header."""
        for paragraph, place in cells:
            with sheet.decoration():
                for line in paragraph.lines:
                    for run in line.runs:
                        font = self.fonts[run.file]
                        x, y = place.x + line.x + run.x, place.y + line.baseline - run.rise
                        for stretch in stretches(run, font):
                            sheet.show(stretch, None, font=font, size=run.size, ink=run.ink, x=x, y=y)

    def _chart(self, sheet: Sheet, chart: ChartContent, frame: Rect) -> None:
        """A chart as one figure: readers hear its alternative text, and its words can be searched and copied."""
        element = self._structure.figure(chart)
        sheet.measure(element, frame)
        for mark in chart.marks:
            if isinstance(mark, ChartLabel):
                place = Rect(frame.x + mark.frame.x, frame.y + mark.frame.y, mark.frame.width, mark.frame.height)
                self._paragraph(sheet, mark.paragraph, Places(element, element), place)
            else:
                sheet.path(mark, frame, element)

    def _picture(self, sheet: Sheet, picture: PictureContent, frame: Rect) -> None:
        element = self._structure.figure(picture) if picture.alt else None
        if element:
            sheet.measure(element, frame)
        image = self.images.name(picture.media)
        sheet.picture(image, picture.crop, frame, element)

    def _paragraph(self, sheet: Sheet, paragraph: Paragraph, places: Places, frame: Rect) -> None:
        for line in paragraph.lines:
            x, y = frame.x + line.x, frame.y + line.baseline
            for run in line.label:
                self._run(sheet, run, places.label, x=x, y=y, spaced=True)
            self._line(sheet, paragraph, line, places.body, x=x, y=y)

    def _line(self, sheet: Sheet, paragraph: Paragraph, line: Line, body: Element, *, x: float, y: float) -> None:
        runs = [self._without_dead_link(run) for run in line.runs]
        langs = self._structure.languages(runs)
        for link, group in groupby(range(len(runs)), key=lambda index: runs[index].link):
            linked = list(group)
            for index in linked:
                element = self._structure.run(body, runs[index], paragraph, langs[index])
                hyphenated = line.hyphenated and index == len(runs) - 1
                self._run(sheet, runs[index], element, x=x, y=y, hyphenated=hyphenated)
            if link and (around := body.inside(link)):
                words = [runs[index] for index in linked]
                sheet.link(around, _reach(words, x, y), "".join(run.text for run in words).strip() or link, link)

    def _run(
        self,
        sheet: Sheet,
        run: GlyphRun,
        element: Element,
        *,
        x: float,
        y: float,
        hyphenated: bool = False,
        spaced: bool = False,
    ) -> None:
        """Show a run of the line that starts at x and stands on y."""
        font = self.fonts[run.file]
        words = [*stretches(run, font, hyphenated=hyphenated), *(space_after(run, font) if spaced else ())]
        for stretch in words:
            sheet.show(stretch, element, font=font, size=run.size, ink=run.ink, x=x + run.x, y=y - run.rise)

    def _without_dead_link(self, run: GlyphRun) -> GlyphRun:
        """The run itself, or without its link when that leads to a section that was left out."""
        leads_nowhere = run.link.startswith("#") and run.link[1:] not in self._titles
        return replace(run, link="") if leads_nowhere else run

    def _name_place(self, sheet: Sheet, paragraph: Paragraph, frame: Rect) -> None:
        """Let bookmarks and links find the title of an entry; the opening is at the very top."""
        entry = paragraph.ref.section
        if not _is_title(paragraph.ref) or entry in self._placed:
            return
        self._placed.add(entry)
        if entry in self._openings:
            sheet.place(entry, 0, 0)
        else:
            first = paragraph.lines[0]
            sheet.place(entry, frame.x, frame.y + first.baseline - _HEADROOM * paragraph.style.size)


def _cells(table: TableContent, frame: Rect, y: float, height: float) -> Iterator[Rect]:
    """The places of the cells of the row at y, in the order of the columns."""
    x = frame.right if table.mirrored else frame.x
    for width in table.column_widths:
        x -= width if table.mirrored else 0.0
        yield Rect(x, y, width, height)
        x += 0.0 if table.mirrored else width


def _is_title(ref: Ref) -> bool:
    return ref.part is Part.TITLE and not ref.item


def _reach(runs: Sequence[GlyphRun], x: float, y: float) -> Rect:
    """The area of a link's words on the line that starts at x and stands on y, in points on the page."""
    left = min(run.x for run in runs)
    right = max(run.x + sum(glyph[2] for glyph in run.glyphs) * run.size / 1000 for run in runs)
    size = max(run.size for run in runs)
    return Rect(x + left, y - _ABOVE * size, right - left, (_ABOVE + _BELOW) * size)
