"""Word documents: styles, lists, tables, pictures, footnotes and text boxes as paragraphs, changes taken as accepted.

The XML is read as it stands: what a note needs (changes, boxes, footnotes, numbering) no library gives, and what a
library gives beyond that is not needed.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import Any

from briefdeck.errors import Position, Problem, Severity
from briefdeck.text.readers.docx_styles import Lists, Style, StyleSheet, W, left_of, over, spaces, steps, value
from briefdeck.text.readers.found import Found
from briefdeck.text.readers.package import Package
from briefdeck.text.readers.paragraphs import Paragraph, number_paragraphs
from briefdeck.text.readers.pictures import PackagePictures
from briefdeck.text.readers.tables import table_paragraphs
from briefdeck.text.readers.whole_number import whole_number

DEEPEST_TABLE = 6
"""Tables within tables that are entered; what stands deeper is read as running text."""

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_V = "{urn:schemas-microsoft-com:vml}"
_DROPPED = {
    f"{W}{tag}"
    for tag in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "sdtPr", "commentReference", "fldData", "rt")
}
_STRICT = "purl.oclc.org/ooxml"
_SYMBOL_BULLETS = "•"


@dataclass(slots=True)
class _Open:
    """The paragraph that is being read."""

    words: list[str] = field(default_factory=list)
    weights: list[tuple[int, bool, float]] = field(default_factory=list)  # letters, bold, size
    after: list[Paragraph] = field(default_factory=list)  # boxes, pictures and footnotes, which come behind it


def read(data: bytes, name: str) -> Found:
    """The paragraphs of a document. Raises BriefdeckError for one that is damaged, protected or built to do harm."""
    package = Package(data, name)
    main = _main_part(package)
    root = package.xml(main)
    body = root.find(f"{W}body") if root is not None else None
    if root is not None and _STRICT in root.tag:
        raise package.refused("it is a Strict Open XML document; save it as a Word document (.docx)")
    if body is None:
        raise package.damaged("it has no text part")
    reader = _Reader(package, main)
    paragraphs = reader.blocks(body, 0)
    return Found(
        number_paragraphs(paragraphs),
        unit="paragraph",
        attachments=reader.pictures.found(),
        problems=tuple(_remarks(root, name)),
    )


def _main_part(package: Package) -> str:
    """Where the text is: what the package's relations say, else the usual place."""
    relations = package.xml("_rels/.rels")
    if relations is not None:
        for relation in relations:
            if (relation.get("Type") or "").endswith("/officeDocument"):
                member = (relation.get("Target") or "").lstrip("/")
                if member in package:
                    return member
    return "word/document.xml"


def _remarks(root: Any, name: str) -> list[Problem]:
    if root.find(f".//{W}del") is None and root.find(f".//{W}ins") is None:
        return []
    message = "this document holds tracked changes: it is read as if all were accepted"
    hint = "accept or reject them in Word to be sure"
    return [Problem("BD223", message, Position(name), hint, severity=Severity.REMARK)]


class _Reader:
    """Reads blocks and the runs in them; counts lists and names pictures on the way."""

    def __init__(self, package: Package, main: str) -> None:
        folder = posixpath.dirname(main)
        self._package = package
        self._styles = StyleSheet(package.xml(posixpath.join(folder, "styles.xml")))
        self._lists = Lists(package.xml(posixpath.join(folder, "numbering.xml")))
        self._relations = self._read_relations(main)
        self._notes = {
            kind: self._read_notes(posixpath.join(folder, f"{kind}s.xml"), kind) for kind in ("footnote", "endnote")
        }
        self.pictures = PackagePictures(package)
        self._before: tuple[str, Style] | None = None
        self._boxes = 0

    def _read_relations(self, main: str) -> dict[str, str]:
        folder, file = posixpath.split(main)
        root = self._package.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, str] = {}
        for relation in root if root is not None else ():
            if relation.get("TargetMode") != "External":  # what lies elsewhere is never fetched
                target = relation.get("Target") or ""
                member = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                found[relation.get("Id") or ""] = posixpath.normpath(member)
        return found

    def _read_notes(self, member: str, kind: str) -> dict[str, Any]:
        root = self._package.xml(member)
        return {} if root is None else {each.get(f"{W}id") or "": each for each in root.iterfind(f"{W}{kind}")}

    def blocks(self, parent: Any, depth: int) -> list[Paragraph]:
        """The paragraphs and tables in an element, in order."""
        found: list[Paragraph] = []
        for element in parent:
            if element.tag == f"{W}p":
                found += self._paragraph(element)
            elif element.tag == f"{W}tbl" and depth < DEEPEST_TABLE:
                found += self._table(element, depth)
                self._before = None
            elif element.tag == f"{W}sdt" or element.tag not in _DROPPED:
                if (
                    value(element.find(f"{W}sdtPr/{W}docPartObj"), "docPartGallery")
                    .lower()
                    .startswith("table of contents")
                ):
                    found += [each._replace(skip="table of contents") for each in self.blocks(element, depth)]
                elif element.tag != f"{W}sectPr":
                    found += self.blocks(element, depth)
        return found

    def _table(self, table: Any, depth: int) -> list[Paragraph]:
        rows: list[list[list[Paragraph]]] = []
        widths: list[list[int]] = []
        for line in table.iter(f"{W}tr"):
            if next(line.iterancestors(f"{W}tbl")) is not table or line.find(f"{W}trPr/{W}del") is not None:
                continue
            cells = [cell for cell in line.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tbl")) is table]
            rows.append([self.blocks(cell, depth + 1) for cell in cells])
            spans = [value(cell.find(f"{W}tcPr"), "gridSpan") for cell in cells]
            widths.append([whole_number(span, 1, 1, 60) for span in spans])
        return table_paragraphs(rows, widths)

    def _paragraph(self, element: Any) -> list[Paragraph]:
        properties = element.find(f"{W}pPr")
        identity = value(properties, "pStyle") or self._styles.default
        style = over(self._styles.of(identity), properties, None)
        opened = _Open()
        self._runs(element, style, opened)
        text = "".join(opened.words)
        gap = self._gap(identity, style)
        self._before = (identity, style)
        is_item, number = self._lists.item(style.list_id, style.list_level) if text.strip() else (False, "")
        sizes = {size for _, _, size in opened.weights}
        done = Paragraph(
            text=text.strip("\n"),
            heading=min(style.heading, 9),
            stated=style.stated,
            depth=style.list_level if is_item and not style.heading and not style.stated else -1,
            number=number,
            left=(left_of(properties) or self._lists.left(style.list_id, style.list_level) or style.left) / 20,
            inside=0 if is_item or style.heading else steps(style),
            size=sizes.pop() if len(sizes) == 1 else 0.0,
            strong=bool(opened.weights) and all(bold for _, bold, _ in opened.weights) and not style.heading,
            gap=gap,
            code=style.code,
            skip="table of contents" if style.toc else "",
            caption=style.caption,
        )
        return [done, *opened.after] if text.strip() or not opened.after else opened.after

    def _gap(self, identity: str, style: Style) -> bool:
        if self._before is None:
            return True
        return spaces(self._before[1], style, alike=self._before[0] == identity)

    def _runs(self, parent: Any, style: Style, opened: _Open) -> None:
        """The words in an element and in what it holds."""
        for element in parent:
            tag = element.tag
            if not isinstance(tag, str) or tag in _DROPPED:
                continue
            if tag == f"{W}r":
                look = style
                letters = element.find(f"{W}rPr")
                if letters is not None:
                    if named := value(letters, "rStyle"):
                        look = look._replace(bold=self._styles.of(named).bold or look.bold)
                    look = over(look, None, letters)
                if not look.hidden:
                    self._runs(element, look, opened)
            elif tag == f"{_MC}AlternateContent":
                choice = element.find(f"{_MC}Choice")
                self._runs(choice if choice is not None else element, style, opened)
            elif not self._piece(element, tag, style, opened):
                self._runs(element, style, opened)

    def _piece(self, element: Any, tag: str, style: Style, opened: _Open) -> bool:
        """A piece of text, a picture, a box or a footnote; False when it is something that holds others."""
        if tag in (f"{W}t", f"{_M}t"):
            text = (element.text or "").replace("\n", " ")
            opened.words.append(text)
            if letters := sum(map(str.isalnum, text)):
                opened.weights.append((letters, style.bold is True, style.size))
        elif tag in (f"{W}br", f"{W}cr"):
            opened.words.append("\n" if element.get(f"{W}type") in (None, "textWrapping") else "")
        elif tag in (f"{W}tab", f"{W}ptab"):
            opened.words.append("\t")
        elif tag == f"{W}noBreakHyphen":
            opened.words.append("-")
        elif tag == f"{W}sym":
            opened.words.append(_SYMBOL_BULLETS if not "".join(opened.words).strip() else "")
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            self._note(element, tag, opened)
        elif tag == f"{W}txbxContent":
            self._box(element, opened)
        elif tag in (f"{_A}blip", f"{_V}imagedata"):
            self._picture(element, opened)
        else:
            return False
        return True

    def _note(self, element: Any, tag: str, opened: _Open) -> None:
        """A footnote or endnote, as a line below the paragraph that refers to it."""
        kind = "footnote" if tag.endswith("footnoteReference") else "endnote"
        note = self._notes[kind].get(element.get(f"{W}id") or "")
        if note is None or note.get(f"{W}type") or self._boxes:
            return
        kept, self._boxes = self._before, self._boxes + 1
        opened.after += [
            each._replace(inside=1, gap=False) for each in self.blocks(note, DEEPEST_TABLE) if each.text.strip()
        ]
        self._before, self._boxes = kept, self._boxes - 1

    def _box(self, element: Any, opened: _Open) -> None:
        if self._boxes < DEEPEST_TABLE:
            kept, self._boxes = self._before, self._boxes + 1
            opened.after += self.blocks(element, 1)
            self._before, self._boxes = kept, self._boxes - 1

    def _picture(self, element: Any, opened: _Open) -> None:
        name = self.pictures.take(self._relations.get(element.get(f"{_R}embed") or element.get(f"{_R}id") or "", ""))
        if not name:
            return
        alt = ""
        for ancestor in element.iterancestors():
            if ancestor.tag == f"{W}drawing":
                described = ancestor.find(".//{*}docPr")
                if described is not None:
                    alt = described.get("descr") or described.get("title") or ""
                break
            if ancestor.tag == f"{_V}shape":
                alt = ancestor.get("alt") or ""
                break
        opened.after.append(Paragraph("", picture=name, alt=" ".join(alt.split())))
