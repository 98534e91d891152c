"""OpenDocument texts: headings, lists, tables, pictures, notes and boxes as paragraphs; deleted text stays out."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import Any

from briefdeck.errors import Position, Problem, Severity
from briefdeck.text.readers.found import Found
from briefdeck.text.readers.odt_styles import TEXT, Style, StyleSheet, spaces, steps
from briefdeck.text.readers.package import Package
from briefdeck.text.readers.paragraphs import Paragraph, number_paragraphs
from briefdeck.text.readers.pictures import PackagePictures
from briefdeck.text.readers.tables import MOST_COLUMNS, table_paragraphs
from briefdeck.text.readers.whole_number import whole_number

DEEPEST_TABLE = 6
"""Tables within tables that are entered."""

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_DROPPED = {f"{_OFFICE}annotation", f"{_OFFICE}annotation-end", f"{TEXT}tracked-changes", f"{TEXT}note-citation",
            f"{TEXT}ruby-text", f"{_SVG}title", f"{_SVG}desc", f"{TEXT}sequence-decls", f"{_OFFICE}forms"}  # fmt: skip
_CONTENTS = {f"{TEXT}table-of-content", f"{TEXT}alphabetical-index", f"{TEXT}illustration-index", f"{TEXT}table-index"}
_MOST_SPACES = 100


@dataclass(slots=True)
class _Open:
    """The paragraph that is being read."""

    words: list[str] = field(default_factory=list)
    weights: list[tuple[int, bool, float]] = field(default_factory=list)
    after: list[Paragraph] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Where:
    """What a paragraph stands in."""

    table: int = 0
    depth: int = -1  # of the list
    list_style: str = ""
    number: str = ""
    first: bool = False  # the first paragraph of a list item


def read(data: bytes, name: str) -> Found:
    """The paragraphs of a document. Raises BriefdeckError for one that is damaged, protected or built to do harm."""
    package = Package(data, name)
    manifest = package.xml("META-INF/manifest.xml")
    if manifest is not None and manifest.find(".//{*}encryption-data") is not None:
        message, hint = "this document is protected by a password", "save it without a password"
        raise type(package.refused(""))([Problem("BD222", message, Position(name), hint)])
    root = package.xml("content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text") if root is not None else None
    if root is None or body is None:
        raise package.damaged("it has no text part")
    styles = package.xml("styles.xml")
    reader = _Reader(package, StyleSheet([each for each in (styles, root) if each is not None]))
    paragraphs = reader.blocks(body, _Where())
    problems: tuple[Problem, ...] = ()
    if body.find(f"{TEXT}tracked-changes/{TEXT}changed-region") is not None:
        message = "this document holds tracked changes: it is read as if all were accepted"
        hint = "accept or reject them to be sure"
        problems = (Problem("BD223", message, Position(name), hint, severity=Severity.REMARK),)
    return Found(
        number_paragraphs(paragraphs), unit="paragraph", attachments=reader.pictures.found(), problems=problems
    )


class _Reader:
    """Reads blocks and what they hold; counts lists and names pictures on the way."""

    def __init__(self, package: Package, styles: StyleSheet) -> None:
        self._styles = styles
        self._before: Style | None = None
        self._counts: dict[tuple[str, int], int] = {}  # the last number of each list and depth
        self._boxes = 0
        self.pictures = PackagePictures(package)

    def blocks(self, parent: Any, where: _Where) -> list[Paragraph]:
        """The paragraphs, lists and tables in an element, in order."""
        found: list[Paragraph] = []
        for element in parent:
            tag = element.tag
            if tag in (f"{TEXT}p", f"{TEXT}h"):
                found += self._paragraph(element, where)
                where = _Where(where.table, where.depth, where.list_style) if where.first else where
            elif tag == f"{TEXT}list":
                found += self._list(element, where)
            elif tag == f"{_TABLE}table" and where.table < DEEPEST_TABLE:
                found += self._table(element, where)
                self._before = None
            elif tag in _CONTENTS:
                found += [each._replace(skip="table of contents") for each in self.blocks(element, where) if each.text]
            elif tag not in _DROPPED and tag != f"{TEXT}index-title-template":
                found += self.blocks(element, where)
        return found

    def _list(self, element: Any, where: _Where) -> list[Paragraph]:
        name = element.get(f"{TEXT}style-name") or where.list_style
        depth = where.depth + 1
        first = self._styles.first_number(name, depth)
        found: list[Paragraph] = []
        goes_on = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")
        count = self._counts.get((name, depth), first - 1) if goes_on else first - 1
        for item in element:
            if item.tag == f"{TEXT}list-item":
                if item.find(f"{TEXT}p") is not None or item.find(f"{TEXT}h") is not None:
                    count = whole_number(item.get(f"{TEXT}start-value"), count + 1, 0)
                number = str(count) if first >= 0 else ""
                self._counts[name, depth] = count
                found += self.blocks(item, _Where(where.table, depth, name, number, first=True))
            elif item.tag == f"{TEXT}list-header":
                found += self.blocks(item, _Where(where.table, depth, name))
        return found

    def _table(self, table: Any, where: _Where) -> list[Paragraph]:
        rows: list[list[list[Paragraph]]] = []
        widths: list[list[int]] = []
        for line in table.iter(f"{_TABLE}table-row"):
            if next(line.iterancestors(f"{_TABLE}table")) is not table:
                continue
            cells: list[list[Paragraph]] = []
            spans: list[int] = []
            for cell in line:
                if cell.tag == f"{_TABLE}table-cell" and len(cells) <= MOST_COLUMNS:
                    cells.append(self.blocks(cell, _Where(where.table + 1)))
                    spans.append(whole_number(cell.get(f"{_TABLE}number-columns-spanned"), 1, 1, 60))
            rows.append(cells)
            widths.append(spans)
        return table_paragraphs(rows, widths)

    def _paragraph(self, element: Any, where: _Where) -> list[Paragraph]:
        style = self._styles.of("paragraph", element.get(f"{TEXT}style-name") or "")
        opened = _Open()
        self._runs(element, style, opened)
        text = "".join(opened.words)
        level = element.get(f"{TEXT}outline-level") or "" if element.tag == f"{TEXT}h" else ""
        heading = whole_number(level, style.heading, 0)
        gap = self._before is None or spaces(self._before, style)
        self._before = style
        if style.caption and opened.after and text.strip():  # the picture stands in the line of its caption
            return [*opened.after, Paragraph(text.strip(), caption=True)]
        sizes = {size for _, _, size in opened.weights}
        done = Paragraph(
            text=text.strip("\n"),
            heading=min(9, heading),
            stated=style.stated if not heading else "",
            depth=where.depth if where.first and not heading else -1,
            number=where.number if where.first else "",
            left=self._styles.left(where.list_style, where.depth),
            inside=_inside(style, where) if not heading else 0,
            size=sizes.pop() if len(sizes) == 1 else 0.0,
            strong=bool(opened.weights) and all(bold for _, bold, _ in opened.weights) and not heading,
            gap=gap,
            code=style.code,
            skip="table of contents" if style.toc else "",
            caption=style.caption,
        )
        return [done, *opened.after] if text.strip() or not opened.after else opened.after

    def _runs(self, parent: Any, style: Style, opened: _Open) -> None:
        """The words in an element and in what it holds."""
        self._say(parent.text, style, opened)
        for element in parent:
            tag = element.tag
            if tag in _DROPPED or not isinstance(tag, str):
                pass
            elif tag == f"{TEXT}s":
                opened.words.append(" " * whole_number(element.get(f"{TEXT}c"), 1, 0, _MOST_SPACES))
            elif tag == f"{TEXT}tab":
                opened.words.append("\t")
            elif tag == f"{TEXT}line-break":
                opened.words.append("\n")
            elif tag == f"{TEXT}span":
                look = self._styles.of("text", element.get(f"{TEXT}style-name") or "")
                if not look.hidden:
                    merged = style._replace(bold=look.bold or style.bold, size=look.size or style.size)
                    self._runs(element, merged, opened)
            elif tag == f"{TEXT}note":
                self._note(element, opened)
            elif tag == f"{_DRAW}frame":
                self._frame(element, opened)
            elif tag in (f"{TEXT}p", f"{TEXT}h", f"{TEXT}list", f"{_TABLE}table"):
                opened.after += self.blocks([element], _Where(1))
            else:
                self._runs(element, style, opened)
            self._say(element.tail, style, opened)

    def _say(self, text: str | None, style: Style, opened: _Open) -> None:
        if not text or style.hidden:
            return
        opened.words.append(text.replace("\n", " "))
        if letters := sum(map(str.isalnum, text)):
            opened.weights.append((letters, style.bold, style.size))

    def _note(self, element: Any, opened: _Open) -> None:
        """A footnote or endnote, as a line below the paragraph that refers to it."""
        body = element.find(f"{TEXT}note-body")
        if body is not None and not self._boxes:
            kept, self._boxes = self._before, self._boxes + 1
            found = self.blocks(body, _Where(DEEPEST_TABLE))
            opened.after += [each._replace(inside=1, gap=False) for each in found if each.text.strip()]
            self._before, self._boxes = kept, self._boxes - 1

    def _frame(self, element: Any, opened: _Open) -> None:
        """A picture with its description, or a box of text."""
        described = (
            element.find(f"{_SVG}desc") if element.find(f"{_SVG}desc") is not None else element.find(f"{_SVG}title")
        )
        for inner in element:
            if inner.tag == f"{_DRAW}image":
                member = posixpath.normpath((inner.get(f"{_XLINK}href") or "").removeprefix("./"))
                if name := self.pictures.take(member):
                    alt = " ".join("".join(described.itertext()).split()) if described is not None else ""
                    opened.after.append(Paragraph("", picture=name, alt=alt))
                    return
            elif inner.tag == f"{_DRAW}text-box" and self._boxes < DEEPEST_TABLE:
                kept, self._boxes = self._before, self._boxes + 1
                opened.after += self.blocks(inner, _Where(1))
                self._before, self._boxes = kept, self._boxes - 1


def _inside(style: Style, where: _Where) -> int:
    """How many steps a paragraph stands in, the list that it stands in counted."""
    if where.depth < 0:
        return steps(style)
    return 0 if where.first else where.depth + 1
