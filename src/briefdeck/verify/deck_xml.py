"""Names and units of a deck's XML."""

from __future__ import annotations

from functools import lru_cache

from lxml.etree import XPath, _Element
from pptx.oxml.ns import namespaces
from pptx.oxml.ns import qn as qualified_name

from briefdeck.model.geometry import Rect

EMU_PER_POINT = 12700
THOUSANDTHS = 100_000
"""What a whole is in the percentages of colours, spacing and sizes."""


@lru_cache(maxsize=256)
def qn(name: str) -> str:
    """The name of an element in full: `a:p` with its namespace."""
    return str(qualified_name(name))


_PLACE = f"{qn('p:spPr')}/{qn('a:xfrm')}"
_PLACEHOLDER = XPath("*/p:nvPr/p:ph", namespaces=namespaces("p"))


def frame_of(element: _Element | None) -> Rect | None:
    """Where a shape says it stands; None when it leaves that to what it inherits from."""
    if element is None:
        return None
    place = element.find(_PLACE)
    if place is None:
        place = element.find(qn("p:xfrm"))
    if place is None:
        return None
    offset, extent = place.find(qn("a:off")), place.find(qn("a:ext"))
    if offset is None or extent is None:
        return None
    values = (offset.get("x"), offset.get("y"), extent.get("cx"), extent.get("cy"))
    return Rect(*(int(value) / EMU_PER_POINT for value in values))


def placeholder_of(element: _Element) -> _Element | None:
    """The `p:ph` of a shape, picture or graphic frame that is a placeholder."""
    found: list[_Element] = _PLACEHOLDER(element)
    return found[0] if found else None
