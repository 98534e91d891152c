"""What is known of how a template's layouts look: the colours that lie under their text, not their pictures."""

from __future__ import annotations

from collections.abc import Iterator

from briefdeck.model.geometry import Size
from briefdeck.model.look import Ink
from briefdeck.model.page import Box, Layout, ShapeContent
from briefdeck.model.template import Template, TemplateLayout


def template_ground(layout: Layout, template: Template) -> Ink:
    """The colour of a layout's background, as that of the theme which comes nearest."""
    found = _of(layout, template)
    return _nearest(found.grounds[0], template) if found and found.grounds else layout.background


def template_panels(layout: Layout, template: Template, size: Size) -> Iterator[Box]:
    """Panels where the template's text lies on another colour than the background, so that it can be read."""
    found = _of(layout, template)
    if found is None or layout.origin is None:
        return
    ground = template_ground(layout, template)
    marks = [layout.origin.marks.get(slot.name) for slot in layout.slots]
    for place in found.placeholders:
        ink = _nearest(place.grounds[0], template) if place.grounds else ground
        if ink != ground and place.marks in marks:
            left, right = max(place.frame.x, 0.0), min(place.frame.right, size.width)
            top, bottom = max(place.frame.y, 0.0), min(place.frame.bottom, size.height)
            frame = place.frame._replace(x=left, y=top, width=right - left, height=bottom - top)
            yield Box(frame=frame, content=ShapeContent(shape="rect", ink=ink), name="Panel")


def _of(layout: Layout, template: Template) -> TemplateLayout | None:
    part = layout.origin.part if layout.origin else ""
    return next((one for one in template.layouts if one.part == part), None)


def _nearest(color: str, template: Template) -> Ink:
    return Ink(min(template.colors, key=lambda role: _apart(template.colors[role], color)))


def _apart(one: str, other: str) -> int:
    """How unlike two colours are, given as RRGGBB."""
    return sum((int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) ** 2 for at in (0, 2, 4))
