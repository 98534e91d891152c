"""Finished pages to a tagged PDF that keeps PDF/UA-1 and PDF/A-2a in one file.

Everything is where the composer put it: this module draws lines that are already set, says what each thing is, and
writes bookmarks for the entries that deck and brief share. The rules of a table are boxes of their own, like all
decoration.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from reportlab.pdfbase.pdfdoc import PDFDictionary

from briefdeck.model.geometry import Rect
from briefdeck.model.page import (
    Box,
    Document,
    EntryKind,
    GlyphRun,
    Line,
    Page,
    Paragraph,
    Part,
    Ref,
    ShapeContent,
    TableContent,
    Text,
    refs,
)
from briefdeck.paint.pdf_fonts import FontShelf
from briefdeck.paint.pdf_metadata import info, output_intent, xmp
from briefdeck.paint.pdf_objects import TaggedCanvas, array
from briefdeck.paint.pdf_sheet import Sheet
from briefdeck.paint.pdf_structure import Places, Structure
from briefdeck.paint.pdf_tags import Element, StructureTree
from briefdeck.paint.pdf_words import stretches

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
        info=info(document.identity, document.cuts),
        fonts=press.fonts.write(canvas.document),
        Metadata=xmp(document.identity),
        OutputIntents=array(output_intent()),
        MarkInfo=PDFDictionary({"Marked": "true"}),
        StructTreeRoot=tree.write(canvas.document, canvas.page_references()),
    )


class _Press:
    """Paints the pages of one document one after the other."""

    def __init__(self, document: Document, canvas: TaggedCanvas, tree: StructureTree) -> None:
        self.fonts = FontShelf(document.look.fonts)
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
                for index, paragraph in enumerate(box.content.paragraphs):
                    places = self._structure.paragraph(paragraph, starts_box=index == 0)
                    self._name_place(sheet, paragraph, box.frame)
                    self._paragraph(sheet, paragraph, places, box.frame)
            case TableContent():
                self._table(sheet, box.content, box.frame)
            case ShapeContent():
                sheet.shape(box.content, box.frame)
            case other:
                assert_never(other)

    def _table(self, sheet: Sheet, table: TableContent, frame: Rect) -> None:
        element = self._structure.table(table)
        y = frame.y
        for index, (cells, height) in enumerate(zip(table.rows, table.row_heights, strict=True)):
            row = element.add("TR")
            x = frame.x
            for paragraph, width in zip(cells, table.column_widths, strict=True):
                cell = self._structure.cell(row, paragraph, heads_column=index == 0)
                self._paragraph(sheet, paragraph, Places(cell, cell), Rect(x, y, width, height))
                x += width
            y += height

    def _paragraph(self, sheet: Sheet, paragraph: Paragraph, places: Places, frame: Rect) -> None:
        for line in paragraph.lines:
            for run in line.label:
                self._run(sheet, run, places.label, line, frame, hyphenated=False)
            self._line(sheet, paragraph, line, places.body, frame)

    def _line(self, sheet: Sheet, paragraph: Paragraph, line: Line, body: Element, frame: Rect) -> None:
        runs = [self._without_dead_link(run) for run in line.runs]
        for index, (run, lang) in enumerate(zip(runs, self._structure.languages(runs), strict=True)):
            element = self._structure.run(body, run, paragraph, lang)
            last = index == len(runs) - 1
            self._run(sheet, run, element, line, frame, hyphenated=last and line.hyphenated)
            if run.link and (last or runs[index + 1].link != run.link):
                link = body.inside(run.link)
                assert link is not None
                shown = [other for other in runs if other.link == run.link]
                words = "".join(span.text for span in paragraph.spans if span.link == run.link).strip()
                sheet.link(link, _reach(shown, line, frame), words or run.link, run.link)

    def _run(self, sheet: Sheet, run: GlyphRun, element: Element, line: Line, frame: Rect, *, hyphenated: bool) -> None:
        font = self.fonts[run.file]
        x, y = frame.x + line.x + run.x, frame.y + line.baseline - run.rise
        for stretch in stretches(run, font, hyphenated):
            sheet.show(stretch, element, font=font, size=run.size, ink=run.ink, x=x, y=y)

    def _without_dead_link(self, run: GlyphRun) -> GlyphRun:
        """The run itself, or without its link when that leads to a section that was left out."""
        leads_nowhere = run.link.startswith("#") and run.link[1:] not in self._titles
        return replace(run, link="") if leads_nowhere else run

    def _name_place(self, sheet: Sheet, paragraph: Paragraph, frame: Rect) -> None:
        """Let bookmarks and links find the title of an entry; the opening is at the very top."""
        entry = paragraph.ref.section
        if not _is_title(paragraph.ref) or not paragraph.lines or entry in self._placed:
            return
        self._placed.add(entry)
        if entry in self._openings:
            sheet.place(entry, 0, 0)
        else:
            first = paragraph.lines[0]
            sheet.place(entry, frame.x, frame.y + first.baseline - _HEADROOM * paragraph.style.size)


def _is_title(ref: Ref) -> bool:
    return ref.part is Part.TITLE and not ref.item


def _reach(runs: Sequence[GlyphRun], line: Line, frame: Rect) -> Rect:
    """The area of a link's words on one line, in points on the page."""
    left = min(run.x for run in runs)
    right = max(run.x + sum(glyph[2] for glyph in run.glyphs) * run.size / 1000 for run in runs)
    size = max(run.size for run in runs)
    top = frame.y + line.baseline - _ABOVE * size
    return Rect(frame.x + line.x + left, top, right - left, (_ABOVE + _BELOW) * size)
