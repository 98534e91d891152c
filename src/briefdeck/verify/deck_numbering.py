"""The numbers that programs count before the paragraphs of a text, as PowerPoint counts them."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element

from briefdeck.named import NamedTuple
from briefdeck.verify.deck_xml import qn

_BULLETS = {qn(f"a:{name}") for name in ("buNone", "buChar", "buBlip", "buAutoNum")}


_PLAIN = "•"
_MARKS_IN = {"wingdings": "§üØqvlnuwrst¨", "courier new": "o", "symbol": "·"}
"""Letters that are plain marks in a font: arrows, ticks, boxes and rings, as PowerPoint's list of bullets has them."""


def bullet_of(styles: Sequence[_Element]) -> str:
    """The sign before a paragraph with these styles, nearest first; "" for none, a picture or a number."""
    found = next((child for style in styles for child in style if child.tag in _BULLETS), None)
    if found is None or found.tag != qn("a:buChar"):
        return ""
    fonts = (child for style in styles for child in style if child.tag in (qn("a:buFont"), qn("a:buFontTx")))
    font, sign = next(fonts, None), str(found.get("char", ""))
    marks = "" if font is None else _MARKS_IN.get(font.get("typeface", "").lower(), "")
    return _PLAIN if sign and sign in marks else sign


class _Run(NamedTuple):
    """Paragraphs that are counted together, up to one of them."""

    kind: str
    start: int
    number: int


class Numbering:
    """Counts through one text body, paragraph by paragraph."""

    def __init__(self) -> None:
        self._runs: dict[int, _Run] = {}  # by level

    def following(self, level: int, styles: Sequence[_Element], text: str) -> str:
        """The number of the next paragraph, in figures however it is written, "" for none.

        `styles` are its own properties and the list styles that it inherits, nearest first. Deeper paragraphs do not
        end a run, one without a number or of a level above does; an empty one is passed over.
        """
        if not text.strip():
            return ""
        found = next((child for style in styles for child in style if child.tag in _BULLETS), None)
        last = self._runs.get(level)
        self._runs = {other: run for other, run in self._runs.items() if other < level}
        if found is None or found.tag != qn("a:buAutoNum"):
            return ""
        kind, start = found.get("type", ""), int(found.get("startAt", "1"))
        goes_on = last is not None and (last.kind, last.start) == (kind, start)
        number = last.number + 1 if last is not None and goes_on else start
        self._runs[level] = _Run(kind, start, number)
        return str(number)
