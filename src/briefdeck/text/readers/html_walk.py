"""The walk through a page: blocks become paragraphs, lists know their depth, tables their cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from briefdeck.late import late_pattern
from briefdeck.text.readers.html_styles import Styles
from briefdeck.text.readers.marked import is_language
from briefdeck.text.readers.paragraphs import FURNITURE, Paragraph
from briefdeck.text.readers.pictures import CarriedPictures
from briefdeck.text.readers.tables import table_paragraphs
from briefdeck.text.readers.whole_number import whole_number

_DROPPED = frozenset({
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "video", "audio", "canvas",
    "map", "input", "textarea", "meta", "link", "colgroup",
})  # fmt: skip
_SITE = frozenset({"nav", "footer", "button", "select"})
_BLOCKS = frozenset({
    "p", "div", "li", "ul", "ol", "menu", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "section",
    "article", "blockquote", "pre", "body", "main", "aside", "header", "table", "tr", "hr", "form", "figure",
    "figcaption", "details", "summary", "address", "fieldset", "center", "caption",
})  # fmt: skip
_SPACED = frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre", "table", "hr", "figure",
})  # fmt: skip
_LISTS = frozenset({"ul", "ol", "menu"})
_WORD_LEVEL = late_pattern(r"mso-list:[^;]{0,40}?level(\d)", re.IGNORECASE)
_WORD_MARK = late_pattern(r"mso-list:\s*ignore", re.IGNORECASE)
_DOCS_LEVEL = late_pattern(r"lst-kix_\w{1,60}-(\d)")
_NUMBER = late_pattern(r"\(?(\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z]|[ivxIVX]{1,6})[.)]?")
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_WORD_TITLES = {"msotitle": "title", "msosubtitle": "subtitle"}
_STATED = {"title": "title", "subtitle": "subtitle", "author": "author", "date": "date"}
_DEEPEST_TABLE = 8
_SIGN = 32  # pixels


@dataclass(slots=True)
class _List:
    """A list that is open."""

    ordered: bool
    depth: int
    count: int = 0


@dataclass(slots=True)
class _Table:
    """A table that is open: rows of cells, each a list of paragraphs."""

    rows: list[list[list[Paragraph]]] = field(default_factory=list)
    widths: list[list[int]] = field(default_factory=list)


@dataclass(slots=True)
class _Block:
    """What the next paragraph will be."""

    heading: int = 0
    stated: str = ""
    depth: int = -1
    number: str = ""
    strong: bool = False  # it names something by itself: a summary, a term
    gap: bool = False
    caption: bool = False


class Walk:
    """Collects the paragraphs of a page in reading order."""

    def __init__(self, styles: Styles, pictures: CarriedPictures) -> None:
        self._styles = styles
        self._pictures = pictures
        self._done: list[Paragraph] = []
        self._tables: list[_Table] = []
        self._lists: list[_List] = []
        self._words: list[str] = []
        self._weights: list[tuple[int, bool, float]] = []  # letters, bold, size
        self._bold: list[bool] = [False]
        self._sizes: list[float] = [0.0]
        self._block = _Block()
        self._dropped = self._site = self._pre = self._inside = 0
        self._marker: list[str] | None = None  # the typed mark of an item that Word wrote

    def finished(self) -> list[Paragraph]:
        """All paragraphs."""
        self._flush()
        return self._done

    def through(self, root: Any) -> None:
        """Walk the tree."""
        from lxml import etree

        lang = (root.get("lang") or "").strip()
        if is_language(lang):
            self._done.append(Paragraph(lang, stated="lang"))
        self._title(root)
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                self._open(element, element.tag.lower().rsplit(":", 1)[-1])
            else:
                self._close(element, element.tag.lower().rsplit(":", 1)[-1])
                self._add(element.tail or "")

    def _title(self, root: Any) -> None:
        """The name of the page, where no heading of the first level says it."""
        title = root.findtext(".//head/title") or ""
        if (
            title.strip()
            and root.find(".//h1") is None
            and root.find(".//p[@class='title']") is None
            and len(title) < 200
        ):
            self._done.append(Paragraph(title, stated="title"))

    def _open(self, element: Any, tag: str) -> None:
        look = self._styles.of(element)
        style = element.get("style") or ""
        if self._dropped or tag in _DROPPED or tag == "head" or look.hidden or _is_aside(element, tag):
            self._dropped += 1
            return
        if tag in _BLOCKS:
            self._flush()
            self._block.gap = self._block.gap or (tag in _SPACED and not self._lists)
        self._bold.append(self._bold[-1] if look.bold is None else look.bold)
        self._sizes.append(look.size or self._sizes[-1])
        if _is_site(element, tag):
            self._flush()
            self._site += 1
        elif tag == "span" and _WORD_MARK.search(style):
            self._marker = []
        self._begin(element, tag, style)
        self._add(element.text or "")

    def _begin(self, element: Any, tag: str, style: str) -> None:
        """What the element says of the paragraph that it opens."""
        if stated := _STATED.get((element.get("class") or "").lower()) if tag in ("h1", "p", "div") else "":
            self._block.stated = stated
        elif level := _LEVELS.get(tag) or (_aria_level(element) if element.get("role") == "heading" else 0):
            self._block.heading = level
        elif tag in _LISTS:
            match = _DOCS_LEVEL.search(element.get("class") or "")
            depth = int(match[1]) if match else len(self._lists)
            self._lists.append(_List(tag == "ol", depth, whole_number(element.get("start"), 1) - 1))
        elif tag == "li":
            self._item()
        elif tag == "p":
            self._word_paragraph(element, style)
        elif tag == "dd":
            self._inside += 1
        elif tag == "summary":
            self._block.strong = True
        elif tag == "pre":
            self._pre += 1
        elif tag == "br":
            self._words.append("\n")
        elif tag == "img":
            self._picture(element)
        elif tag in ("table", "tr", "td", "th"):
            self._open_table(element, tag)
        elif tag == "figcaption":
            self._block.caption = True

    def _item(self) -> None:
        if not self._lists:
            self._block.depth = 0
            return
        inner = self._lists[-1]
        inner.count += 1
        self._block.depth = inner.depth
        self._block.number = str(inner.count) if inner.ordered else ""

    def _word_paragraph(self, element: Any, style: str) -> None:
        """What Word and Google Docs say of a paragraph by its class and its private styles."""
        name = (element.get("class") or "").lower().split(" ")[0]
        if match := _WORD_LEVEL.search(style):
            self._block.depth = int(match[1]) - 1
        elif stated := _WORD_TITLES.get(name):
            self._block.stated = stated
        elif name.startswith("msoheading") and (level := whole_number(name[-1:], 0)):
            self._block.heading = level
        elif name.startswith("msotoc"):
            self._block.stated = "toc"

    def _open_table(self, element: Any, tag: str) -> None:
        if tag == "table" and len(self._tables) < _DEEPEST_TABLE:
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._flush()
            self._tables[-1].rows.append([])
            self._tables[-1].widths.append([])
        elif tag in ("td", "th") and self._tables:
            self._flush()
            table = self._tables[-1]
            if not table.rows:
                table.rows.append([])
                table.widths.append([])
            table.rows[-1].append([])
            table.widths[-1].append(whole_number(element.get("colspan"), 1, 1, 50))

    def _close(self, element: Any, tag: str) -> None:
        if self._dropped:
            self._dropped -= 1
            return
        if tag in _BLOCKS or tag in _SITE or tag in ("td", "th"):
            self._flush()
            self._block.gap = tag in _SPACED and (not self._lists or tag in _LISTS)
        self._bold.pop()
        self._sizes.pop()
        if _is_site(element, tag):
            self._site -= 1
        elif tag == "span" and self._marker is not None and _WORD_MARK.search(element.get("style") or ""):
            match = _NUMBER.fullmatch("".join(self._marker).strip())
            self._block.number = match[1] if match and "".join(self._marker).strip() != "o" else ""
            self._marker = None
        elif tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "dd":
            self._inside -= 1
        elif tag == "pre":
            self._pre -= 1
        elif tag == "table" and self._tables:
            table = self._tables.pop()
            self._put(*table_paragraphs(table.rows, table.widths))

    def _add(self, text: str) -> None:
        """Words of the block that is open."""
        if self._dropped or not text:
            return
        if self._marker is not None:
            self._marker.append(text)
            return
        if not self._pre:
            text = " ".join(text.replace("\n", " ").replace("\r", " ").replace("\t", " ").split(" ")) or " "
        self._words.append(text)
        if letters := sum(map(str.isalnum, text)):
            self._weights.append((letters, self._bold[-1], self._sizes[-1]))

    def _picture(self, element: Any) -> None:
        alt, address = element.get("alt") or "", (element.get("src") or "").strip()
        name = self._pictures.take_data(address)
        if self._site or self._is_sign(element) or (not name and address.startswith("data:")) or not address:
            return
        self._flush()
        self._put(Paragraph("", picture=name or address, linked=not name, alt=alt))

    def _is_sign(self, element: Any) -> bool:
        """Whether a picture is no larger than a letter or two: an icon, a counter, a rule."""
        sizes = [(element.get(side) or "").removesuffix("px") for side in ("width", "height")]
        return any(size.isdigit() and len(size) < 5 and int(size) <= _SIGN for size in sizes)

    def _flush(self) -> None:
        """End the block: its words become a paragraph."""
        if not self._words:
            return
        block, text = self._block, "".join(self._words)
        if not any(map(str.isalnum, text)) and not (self._pre and text.strip()):
            if text.count("\n") > 1:
                block.gap = True
            self._words, self._weights = [], []
            return
        sizes = {size for _, _, size in self._weights}
        paragraph = Paragraph(
            text=text.strip("\n")
            if self._pre
            else "\n".join(" ".join(part.split()) for part in text.strip().split("\n")),
            heading=block.heading,
            stated="" if block.stated == "toc" or block.depth >= 0 else block.stated,
            depth=-1 if block.heading else block.depth,
            number=block.number,
            inside=self._inside if block.depth >= 0 or not self._lists else self._lists[-1].depth + 1,
            size=sizes.pop() if len(sizes) == 1 else 0.0,
            strong=block.strong or all(bold for _, bold, _ in self._weights),
            gap=block.gap,
            code=self._pre > 0,
            caption=block.caption,
            skip="table of contents" if block.stated == "toc" else FURNITURE if self._site else "",
        )
        if self._pre and "\n" in paragraph.text:
            self._put(*(paragraph._replace(text=line, gap=False) for line in paragraph.text.split("\n")))
        else:
            self._put(paragraph)
        self._words, self._weights, self._block = [], [], _Block()

    def _put(self, *paragraphs: Paragraph) -> None:
        """Where paragraphs go: into the cell that is open, or into the page."""
        if self._tables and self._tables[-1].rows and self._tables[-1].rows[-1]:
            self._tables[-1].rows[-1][-1].extend(paragraphs)
        else:
            self._done.extend(paragraphs)


def _is_site(element: Any, tag: str) -> bool:
    """Whether it belongs to the site or to the sheet of paper: LibreOffice names running heads by their title."""
    return tag in _SITE or (tag == "div" and element.get("title") in ("header", "footer"))


def _aria_level(element: Any) -> int:
    return whole_number(element.get("aria-level"), 2, 1, 6)


def _is_aside(element: Any, tag: str) -> bool:
    """What is not said aloud: decoration, and the raised number that leads to a footnote and would join the word."""
    if element.get("aria-hidden") == "true":
        return True
    link, raised = (element, element.find("sup")) if tag == "a" else (element.find(".//a"), element)
    if tag not in ("a", "sup") or link is None:
        return False
    words = "".join(element.itertext()).strip()
    back = (link.get("role") or "") == "doc-backlink" or words.startswith(("↩", "^"))
    return back or (raised is not None and len(words) < 8 and "#" in (link.get("href") or ""))
