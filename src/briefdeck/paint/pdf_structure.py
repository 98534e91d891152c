"""Which structure element each thing on the pages becomes: headings, lists, captions, tables, links, languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFName, PDFString

from briefdeck.model.page import (
    ChartContent,
    Document,
    GlyphRun,
    Paragraph,
    Part,
    PictureContent,
    Ref,
    TableContent,
)
from briefdeck.named import NamedTuple
from briefdeck.paint.pdf_tags import ARTIFACT, Element

_NUMBERING = {"#": "Decimal", "•": "Disc", "○": "Circle", "◦": "Circle", "■": "Square", "▪": "Square"}


class Places(NamedTuple):
    """The elements that a paragraph's words belong to."""

    body: Element
    label: Element  # for the bullet or number; the body itself where there is none


@dataclass(slots=True)
class _OpenList:
    level: int
    section: str
    bullet: str
    element: Element
    last_body: Element


class Structure:
    """The elements of one document; to be asked in reading order."""

    def __init__(self, document: Document, root: Element) -> None:
        self._root = root
        self._lang = document.identity.lang
        self._captioned = {
            _thing(box.content.ref): "Table" if isinstance(box.content, TableContent) else "Figure"
            for page in document.pages
            for box in page.boxes
            if isinstance(box.content, TableContent | ChartContent | PictureContent)
        }
        self._framed: dict[tuple[str, str], Element] = {}
        self._lists: list[_OpenList] = []
        self._times_shown: dict[str, int] = {}
        self._last: tuple[Paragraph, Places] | None = None

    def paragraph(self, paragraph: Paragraph, *, starts_box: bool) -> Places:
        """The places of a paragraph's words; one that goes on from the box before goes on in its element."""
        if paragraph.tag == ARTIFACT:
            foot = Element(ARTIFACT)
            return Places(foot, foot)
        if starts_box and self._last is not None and _goes_on(self._last[0], paragraph):
            return self._last[1]
        if paragraph.tag == "LI":
            places = self._list_item(paragraph)
        else:
            block = self._block(paragraph)
            places = Places(block, block.add("Lbl") if _is_labelled(paragraph) else block)
        self._last = (paragraph, places)
        return places

    def table(self, table: TableContent) -> Element:
        """The element of a table: a new one, or the one that its caption has begun.

        What goes on in the next column is the same table; with its own header on the next slide it is another.
        """
        begun = self._framed.get(_thing(table.ref))
        if begun and not table.continued and any(isinstance(kid, Element) and kid.tag == "TR" for kid in begun.kids):
            del self._framed[_thing(table.ref)]
        element = self._frame(table.ref)
        if table.alt:
            element.attributes = {"O": PDFName("Table"), "Summary": PDFString(table.alt)}
        return element

    def figure(self, figure: ChartContent | PictureContent) -> Element:
        """The element of a picture or chart: a new one, or the one that its caption has begun."""
        element = self._frame(figure.ref)
        element.alt = figure.alt
        return element

    def cell(self, row: Element, paragraph: Paragraph, *, heads_column: bool) -> Element:
        """The element of a cell."""
        lang = self._common_lang(paragraph)
        if heads_column:
            return row.add("TH", lang, attributes={"O": PDFName("Table"), "Scope": PDFName("Column")})
        return row.add("TD", lang)

    def run(self, body: Element, run: GlyphRun, paragraph: Paragraph, lang: str) -> Element:
        """The element of a run: the body, or in it a link, a language of its own or another item of the outline."""
        if body.tag == ARTIFACT:
            return body
        element = body
        if run.link:
            element = body.inside(run.link) or body.add("Link")
            element.key = run.link
        ref = run.ref if run.ref is not None and run.ref.item not in ("", paragraph.ref.item) else None
        lang = "" if lang == (body.lang or self._lang) else lang
        if not lang and ref is None:
            return element
        key = (lang, ref)
        span = element.inside(key) or element.add("Span", lang, self._id(ref) if ref else "")
        span.key = key
        return span

    def languages(self, runs: Sequence[GlyphRun]) -> list[str]:
        """The language of each run of a line; a space between two runs of one language belongs to it."""
        known = [run.lang or self._lang for run in runs]
        for index in range(1, len(runs) - 1):
            if runs[index].text.isspace() and known[index - 1] == known[index + 1]:
                known[index] = known[index - 1]
        return known

    def _block(self, paragraph: Paragraph) -> Element:
        self._lists.clear()
        lang, tag = self._common_lang(paragraph), paragraph.tag
        if tag == "Caption":
            if _thing(paragraph.ref) in self._captioned:
                return self._begun(paragraph.ref).add(tag, lang)
            tag = "P"  # only tables and figures can have a caption; that of a big number is a paragraph below it
        return self._root.add(tag, lang, self._id(paragraph.ref))

    def _frame(self, ref: Ref) -> Element:
        """The element of a table or figure, which ends what stands before it."""
        self._lists.clear()
        self._last = None
        return self._begun(ref)

    def _begun(self, ref: Ref) -> Element:
        thing = _thing(ref)
        if (element := self._framed.get(thing)) is None:
            element = self._framed[thing] = self._root.add(self._captioned[thing], id=self._id(ref))
        return element

    def _list_item(self, paragraph: Paragraph) -> Places:
        """An item; its language, when it is another, is that of its words alone: lists below it may have their own."""
        item = self._list(paragraph).add("LI", id=self._id(paragraph.ref))
        label = item.add("Lbl") if _is_labelled(paragraph) else None
        body = item.add("LBody")
        self._lists[-1].last_body = body
        return Places(body, label or body)

    def _list(self, paragraph: Paragraph) -> Element:
        """The list that an item stands in: the one at hand on its level, or a new one below the item above."""
        level, section, bullet = paragraph.level, paragraph.ref.section, paragraph.style.bullet
        while self._lists and self._lists[-1].level > level:
            self._lists.pop()
        last = self._lists[-1] if self._lists else None
        if last and last.level == level:
            if (last.section, last.bullet) == (section, bullet):
                return last.element
            self._lists.pop()
            last = self._lists[-1] if self._lists else None
        parent = last.last_body if last else self._root
        numbering = PDFName(_NUMBERING.get(bullet[:1], "None"))
        element = parent.add("L", attributes={"O": PDFName("List"), "ListNumbering": numbering})
        self._lists.append(_OpenList(level, section, bullet, element, element))
        return element

    def _common_lang(self, paragraph: Paragraph) -> str:
        """The language of a paragraph when it is another than the document's, "" otherwise or when it has several."""
        langs = {run.lang or self._lang for line in paragraph.lines for run in line.runs if not run.text.isspace()}
        return next(iter(langs - {self._lang}), "") if len(langs) == 1 else ""

    def _id(self, ref: Ref) -> str:
        """The name of what is shown; from the second time on with a number, since names are unique in a file."""
        if ref.item:
            name = f"item:{ref.item}"
        elif ref.part is Part.TITLE:
            name = f"entry:{ref.section}"
        else:
            return ""
        times = self._times_shown[name] = self._times_shown.get(name, 0) + 1
        return name if times == 1 else f"{name}#{times}"


def _goes_on(paragraph: Paragraph, other: Paragraph) -> bool:
    return (paragraph.ref, paragraph.tag, paragraph.spans) == (other.ref, other.tag, other.spans)


def _is_labelled(paragraph: Paragraph) -> bool:
    return bool(paragraph.lines and paragraph.lines[0].label)


def _thing(ref: Ref) -> tuple[str, str]:
    return ref.section, ref.item
