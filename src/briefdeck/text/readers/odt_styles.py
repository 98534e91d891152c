"""What an OpenDocument's styles say of a paragraph: title, list, size, weight, white space."""

from __future__ import annotations

from typing import Any

from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple
from briefdeck.text.readers.whole_number import whole_number

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LENGTH = late_pattern(r"(-?\d{1,6}(?:\.\d{1,8})?)(pt|in|cm|mm|px|pc)?$")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.3465, "mm": 2.83465, "px": 0.75, "pc": 12.0, None: 1.0}
_NAMED = {"title": "title", "subtitle": "subtitle", "author": "author", "date": "date"}
_HEADING = late_pattern(r"heading_20_(\d{1,2})$")
_DEEPEST_CHAIN = 20
_SPACED = 4.0  # points of white space that are seen as a gap
_STEP = 36.0  # points: half an inch


class Style(NamedTuple):
    """What a style, with those that it is based on, says."""

    stated: str = ""
    heading: int = 0
    toc: bool = False
    caption: bool = False
    code: bool = False
    bold: bool = False
    size: float = 0.0
    hidden: bool = False
    before: float = 0.0
    after: float = 0.0
    contextual: bool = False
    left: float = 0.0


class Level(NamedTuple):
    """One level of a list."""

    start: int = -1  # its first number; -1 for bullets
    left: float = 0.0  # points by which its words stand in; 0: not said


def points(length: str) -> float:
    """A length in points, 0 for anything else."""
    match = _LENGTH.match(length.strip())
    return round(float(match[1]) * _POINTS[match[2]], 1) if match else 0.0


class StyleSheet:
    """The styles of a document by family and name, and its lists."""

    def __init__(self, roots: list[Any]) -> None:
        self._elements: dict[tuple[str, str], Any] = {}
        self._done: dict[tuple[str, str], Style] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self._base = Style()
        for root in roots:
            for element in root.iter(f"{STYLE}style", f"{STYLE}default-style", f"{TEXT}list-style"):
                self._take(element)

    def _take(self, element: Any) -> None:
        name, family = element.get(f"{STYLE}name") or "", element.get(f"{STYLE}family") or ""
        if element.tag == f"{TEXT}list-style":
            self._lists[name] = {
                whole_number(level.get(f"{TEXT}level"), 1): _level(level)
                for level in element
                if isinstance(level.tag, str)
            }
        elif element.tag == f"{STYLE}default-style":
            if family == "paragraph":
                self._base = _over(self._base, element)
        else:
            self._elements[family, name] = element

    def of(self, family: str, name: str) -> Style:
        """A style of the family "paragraph" or "text", with all that it is based on."""
        key = family, name
        if key not in self._done:
            chain: list[tuple[str, Any]] = []
            current = name
            while (family, current) in self._elements and len(chain) < _DEEPEST_CHAIN:
                element = self._elements[family, current]
                chain.append((current, element))
                current = element.get(f"{STYLE}parent-style-name") or ""
            chain.append((current, None))
            style = self._base if family == "paragraph" else Style()
            for called, element in reversed(chain):
                style = _over(_named(style, called), element) if element is not None else _named(style, called)
            self._done[key] = style
        return self._done[key]

    def first_number(self, name: str, depth: int) -> int:
        """The number of the first item at this depth (from 0) of a list; -1 where items have bullets."""
        return self._lists.get(name, {}).get(depth + 1, Level()).start

    def left(self, name: str, depth: int) -> float:
        """Points by which the items at this depth (from 0) of a list stand in; 0 when it does not say."""
        return self._lists.get(name, {}).get(depth + 1, Level()).left


def _level(level: Any) -> Level:
    numbered = level.tag == f"{TEXT}list-level-style-number"
    start = whole_number(level.get(f"{TEXT}start-value"), 1, 0) if numbered else -1
    placed = level.find(f"{STYLE}list-level-properties")
    if placed is None:
        return Level(start)
    aligned = placed.find(f"{STYLE}list-level-label-alignment")
    margin = aligned.get(f"{FO}margin-left") if aligned is not None else placed.get(f"{TEXT}space-before")
    return Level(start, max(0.0, points(margin or "")))


def _named(style: Style, name: str) -> Style:
    low = name.lower()
    if low in _NAMED:
        return style._replace(stated=_NAMED[low])
    if match := _HEADING.match(low):
        return style._replace(heading=int(match[1]))
    if low.startswith(("contents_20_", "index_20_")):
        return style._replace(toc=True)
    if low in ("caption", "illustration", "figure", "figurecaption", "figure_20_caption"):
        return style._replace(caption=True)
    if low.startswith(("preformatted", "source_20_code", "source_5f_code")):
        return style._replace(code=True)
    return style


def _over(style: Style, element: Any) -> Style:
    letters, block = element.find(f"{STYLE}text-properties"), element.find(f"{STYLE}paragraph-properties")
    if letters is not None:
        weight, size = letters.get(f"{FO}font-weight"), letters.get(f"{FO}font-size") or ""
        bold = style.bold if not weight else weight == "bold" or whole_number(weight, 0) >= 600
        if size.endswith("%") and (percent := whole_number(size[:-1], 0)) > 0:
            size = f"{style.size * percent / 100:.1f}pt"
        style = style._replace(
            bold=bold, size=points(size) or style.size, hidden=style.hidden or letters.get(f"{TEXT}display") == "none"
        )
    if block is not None:
        before, after, left = (block.get(f"{FO}margin-{side}") for side in ("top", "bottom", "left"))
        style = style._replace(
            before=points(before) if before else style.before,
            after=points(after) if after else style.after,
            left=points(left) if left else style.left,
            contextual=(block.get(f"{STYLE}contextual-spacing") or str(style.contextual).lower()) == "true",
        )
    return style


def spaces(one: Style, two: Style) -> bool:
    """Whether white space is seen between two paragraphs; those of one kind may ask for none between them."""
    after = 0.0 if one.contextual and one == two else one.after
    before = 0.0 if two.contextual and one == two else two.before
    return max(after, before) >= _SPACED


def steps(style: Style) -> int:
    """How many steps a paragraph that is no list item stands in."""
    return min(6, int(max(0.0, style.left) // _STEP))
