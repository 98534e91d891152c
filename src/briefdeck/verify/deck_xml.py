"""Names and units of a deck's XML."""

from __future__ import annotations

from collections.abc import Iterator
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


def groups_of(element: _Element) -> Iterator[_Element]:
    """The groups that a shape is in, innermost first."""
    above = element.getparent()
    while above is not None:
        if above.tag == qn("p:grpSp"):
            yield above
        above = above.getparent()


def shown_at(element: _Element, frame: Rect | None) -> Rect | None:
    """Where a frame is seen when the groups around its shape have moved and scaled it."""
    for group in groups_of(element) if frame else ():
        place = group.find(f"{qn('p:grpSpPr')}/{qn('a:xfrm')}")
        corners = [] if place is None else [place.find(qn(f"a:{name}")) for name in ("off", "ext", "chOff", "chExt")]
        if frame is None or not corners or any(corner is None for corner in corners):
            continue
        off, ext, inner_off, inner_ext = (_pair(corner) for corner in corners if corner is not None)
        across, down = (one / other if other else 1.0 for one, other in zip(ext, inner_ext, strict=True))
        frame = Rect(
            off[0] + (frame.x - inner_off[0]) * across,
            off[1] + (frame.y - inner_off[1]) * down,
            frame.width * across,
            frame.height * down,
        )
    return frame


def _pair(corner: _Element) -> tuple[float, float]:
    first, second = ("x", "y") if "x" in corner.attrib else ("cx", "cy")
    return int(corner.get(first, "0")) / EMU_PER_POINT, int(corner.get(second, "0")) / EMU_PER_POINT


def placeholder_of(element: _Element) -> _Element | None:
    """The `p:ph` of a shape, picture or graphic frame that is a placeholder."""
    found: list[_Element] = _PLACEHOLDER(element)
    return found[0] if found else None
