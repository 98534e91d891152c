"""What styles say of a piece of a page: bold, hidden, its size. Only simple rules by class or element are followed."""

from __future__ import annotations

import re
from typing import Any

from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple

_RULE = late_pattern(r"([^{}]{1,300})\{([^{}]{0,2000})\}")
_SELECTOR = late_pattern(r"[a-z0-9]*\.[\w-]+|[a-z][a-z0-9]*", re.IGNORECASE)
_WEIGHT = late_pattern(r"font-weight\s*:\s*(bold(?:er)?|normal|lighter|\d{3})", re.IGNORECASE)
_SIZE = late_pattern(r"font-size\s*:\s*([\d.]{1,6})\s*(pt|px|em|rem|%)", re.IGNORECASE)
_HIDDEN = late_pattern(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_MOST_RULES = 5000
_POINTS = {"pt": 1.0, "px": 0.75, "em": 12.0, "rem": 12.0, "%": 0.12}
_BOLD_TAGS = frozenset({"b", "strong"})
_FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}


class Look(NamedTuple):
    """How letters look; None and 0 where nothing is said, so that the surroundings count."""

    bold: bool | None = None
    size: float = 0.0
    hidden: bool = False


def read_rules(root: Any) -> dict[str, Look]:
    """The looks that the page's own style sheet gives to classes ("p.title", ".c1") and elements."""
    rules: dict[str, Look] = {}
    for sheet in root.iter("style"):
        for match in _RULE.finditer((sheet.text or "")[:500_000]):
            look = read_look(match[2])
            if look == Look():
                continue
            for selector in match[1].split(","):
                name = selector.strip().lower()
                if _SELECTOR.fullmatch(name) and len(rules) < _MOST_RULES:
                    rules[name] = look
    return rules


def read_look(style: str) -> Look:
    """What the text of a `style` says."""
    weight = _WEIGHT.search(style)
    bold = None
    if weight:
        value = weight[1].lower()
        bold = int(value) >= 600 if value.isdigit() else value.startswith("bold")
    size = _SIZE.search(style)
    points = 0.0
    if size and size[1].strip(".").replace(".", "", 1).isdigit():
        points = round(float(size[1].strip(".")) * _POINTS[size[2].lower()], 1)
    return Look(bold, points, _HIDDEN.search(style) is not None)


class Styles:
    """The looks of elements, by their tag, their classes and their own style, in this order."""

    def __init__(self, rules: dict[str, Look]) -> None:
        self._rules = rules

    def of(self, element: Any) -> Look:
        """The look of one element, not counting what it stands in."""
        tag = element.tag
        look = Look(bold=True) if tag in _BOLD_TAGS else self._rules.get(tag, Look())
        if tag == "font":
            look = look._replace(size=_FONT_SIZES.get(element.get("size", ""), 0.0))
        for name in (element.get("class") or "").lower().split()[:20]:
            for selector in (f".{name}", f"{tag}.{name}"):
                look = _over(look, self._rules.get(selector, Look()))
        if style := element.get("style"):
            look = _over(look, read_look(style[:2000]))
        return look._replace(hidden=True) if element.get("hidden") is not None else look


def _over(under: Look, over: Look) -> Look:
    return Look(
        over.bold if over.bold is not None else under.bold, over.size or under.size, over.hidden or under.hidden
    )
