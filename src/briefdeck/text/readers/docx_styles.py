"""What a Word document's styles and lists say of a paragraph: heading, title, list depth, size, weight, white space."""

from __future__ import annotations

import re
from typing import Any

from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple
from briefdeck.text.readers.whole_number import whole_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = late_pattern(
    r"(?:heading|überschrift|titre|título|заголовок|标题|見出し|titolo|kop|nagłówek)\s*(\d)$", re.IGNORECASE
)
_NAMED = {"title": "title", "subtitle": "subtitle", "author": "author", "date": "date"}
_DEEPEST_CHAIN = 20
_LEVELS = 10
_SPACED = 80  # twentieths of a point: four points of white space are seen as a gap
_INDENT = 360  # a quarter of an inch; a paragraph that stands in by half an inch stands below the one before


class Style(NamedTuple):
    """What a style, with those that it is based on, says; None and 0 where nothing."""

    heading: int = 0
    stated: str = ""
    toc: bool = False
    caption: bool = False
    code: bool = False
    bold: bool | None = None
    size: float = 0.0
    hidden: bool = False
    before: int = 0
    after: int = 0
    contextual: bool = False
    left: int = 0
    list_id: str = ""
    list_level: int = 0


class Numbering(NamedTuple):
    """One level of a list."""

    format: str  # "bullet", "decimal", "lowerLetter", "none"
    start: int
    left: int = 0  # twentieths of a point by which its words stand in


def value(element: Any, tag: str, attribute: str = "val") -> str:
    """An attribute of a child, "" when there is none."""
    child = element.find(f"{W}{tag}") if element is not None else None
    return (child.get(f"{W}{attribute}") or "") if child is not None else ""


def switched(element: Any, tag: str) -> bool | None:
    """Whether a property such as bold is on, off, or not said."""
    child = element.find(f"{W}{tag}") if element is not None else None
    if child is None:
        return None
    return (child.get(f"{W}val") or "1").lower() not in ("0", "false", "off", "none")


def integer(text: str) -> int:
    """A number as Word writes it, 0 for anything else."""
    return whole_number(text.strip().split(".")[0], 0)


def over(style: Style, properties: Any, letters: Any) -> Style:
    """The style with what paragraph properties (w:pPr) and letter properties (w:rPr) change in it."""
    if letters is not None:
        bold, size = switched(letters, "b"), integer(value(letters, "sz")) / 2
        style = style._replace(
            bold=style.bold if bold is None else bold,
            size=size or style.size,
            hidden=style.hidden or switched(letters, "vanish") is True,
        )
    if properties is None:
        return style
    outline = value(properties, "outlineLvl")
    spacing, indent = properties.find(f"{W}spacing"), properties.find(f"{W}ind")
    if (level := whole_number(outline, -1)) >= 0:
        style = style._replace(heading=level + 1 if level < 9 else 0)
    if spacing is not None:
        before, after = spacing.get(f"{W}before"), spacing.get(f"{W}after")
        style = style._replace(
            before=integer(before) if before else style.before, after=integer(after) if after else style.after
        )
    style = style._replace(left=left_of(properties) or style.left) if indent is not None else style
    if (contextual := switched(properties, "contextualSpacing")) is not None:
        style = style._replace(contextual=contextual)
    numbered = properties.find(f"{W}numPr")
    if numbered is not None:
        identity = value(numbered, "numId")
        style = style._replace(
            list_id=identity or style.list_id,
            list_level=whole_number(value(numbered, "ilvl"), style.list_level, 0, _LEVELS - 1),
        )
    return style


def left_of(properties: Any) -> int:
    """How far in the properties of a paragraph or of a level set it, in twentieths of a point; 0 when they do not."""
    return integer(value(properties, "ind", "left") or value(properties, "ind", "start"))


class StyleSheet:
    """The styles of a document by their ids."""

    def __init__(self, root: Any) -> None:
        self._elements: dict[str, Any] = {}
        self._done: dict[str, Style] = {}
        self.default = ""
        base = Style()
        if root is not None:
            defaults = root.find(f"{W}docDefaults")
            if defaults is not None:
                base = over(base, defaults.find(f"{W}pPrDefault/{W}pPr"), defaults.find(f"{W}rPrDefault/{W}rPr"))
            for element in root.iterfind(f"{W}style"):
                identity = element.get(f"{W}styleId") or ""
                self._elements.setdefault(identity, element)
                if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true"):
                    self.default = identity
        self._base = base

    def of(self, identity: str) -> Style:
        """A style with all that it is based on; an unknown one is the default."""
        if identity not in self._done:
            chain: list[Any] = []
            current = identity
            while current in self._elements and len(chain) < _DEEPEST_CHAIN:
                chain.append(self._elements[current])
                current = value(chain[-1], "basedOn")
            style = self._base
            for element in reversed(chain):
                style = _named(over(style, element.find(f"{W}pPr"), element.find(f"{W}rPr")), value(element, "name"))
            self._done[identity] = style
        return self._done[identity]


def _named(style: Style, name: str) -> Style:
    """What the name of a style says, in the languages in which Word names its own."""
    low = name.strip().lower()
    if match := _HEADING.match(low):
        return style._replace(heading=int(match[1]) or 1, stated="")
    if low in _NAMED:
        return style._replace(stated=_NAMED[low], heading=0)
    if low.startswith(("toc ", "toc heading", "contents ", "table of figures", "index ")):
        return style._replace(toc=True, heading=0)
    if low in ("caption", "image caption", "captioned figure", "figure caption"):
        return style._replace(caption=low != "captioned figure")
    if low in ("source code", "html preformatted", "preformatted text", "plain code", "code"):
        return style._replace(code=True)
    return style


def spaces(one: Style, two: Style, *, alike: bool) -> bool:
    """Whether white space is seen between a paragraph of one style and the next; `alike`: both have the same style."""
    after = 0 if alike and one.contextual else one.after
    before = 0 if alike and two.contextual else two.before
    return max(after, before) >= _SPACED


def steps(style: Style) -> int:
    """How many steps a paragraph that is no list item stands in."""
    return min(6, max(0, style.left) // (2 * _INDENT))


class Lists:
    """The lists of a document: which level is numbered how, and how far each has counted."""

    def __init__(self, root: Any) -> None:
        self._levels: dict[str, dict[int, Numbering]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[tuple[str, int], int] = {}
        if root is None:
            return
        drawn = {each.get(f"{W}abstractNumId") or "": self._read(each) for each in root.iterfind(f"{W}abstractNum")}
        for each in root.iterfind(f"{W}num"):
            identity, abstract = each.get(f"{W}numId") or "", value(each, "abstractNumId")
            levels = dict(drawn.get(abstract, {}))
            for override in each.iterfind(f"{W}lvlOverride"):
                levels |= self._read(override)
            self._levels[identity] = levels
            self._abstract[identity] = abstract if not each.findall(f"{W}lvlOverride") else f"own {identity}"

    def _read(self, element: Any) -> dict[int, Numbering]:
        return {
            integer(level.get(f"{W}ilvl") or "0"): Numbering(
                value(level, "numFmt") or "decimal",
                whole_number(value(level, "start"), 1, 0),
                left_of(level.find(f"{W}pPr")),
            )
            for level in element.iterfind(f"{W}lvl")
        }

    def left(self, identity: str, level: int) -> int:
        """How far in this level stands, in twentieths of a point; 0 when the list does not say."""
        numbering = self._levels.get(identity, {}).get(level)
        return numbering.left if numbering else 0

    def item(self, identity: str, level: int) -> tuple[bool, str]:
        """Whether a paragraph of this list and level is an item, and its number, "" for a bullet."""
        if not identity or identity == "0" or identity not in self._levels:
            return False, ""
        numbering = self._levels[identity].get(level, Numbering("bullet", 1))
        key = self._abstract[identity]
        for deeper in range(level + 1, _LEVELS):
            self._counts.pop((key, deeper), None)
        count = self._counts.get((key, level), numbering.start - 1) + 1
        self._counts[key, level] = count
        if numbering.format in ("bullet", "none"):
            return True, ""
        if numbering.format in ("lowerLetter", "upperLetter") and 1 <= count <= 26:
            return True, chr((96 if numbering.format == "lowerLetter" else 64) + count)
        return True, str(count)
