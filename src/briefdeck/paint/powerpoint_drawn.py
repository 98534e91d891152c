"""Changes to parts of a template, the only ones there are: copies of its layouts and what must then be said of them.

A drawn layout has everything of the layout that it is a copy of but its places for content, and ours instead.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from typing import Final

from lxml import etree
from lxml.etree import _Element

from briefdeck.late import late_pattern
from briefdeck.model.page import PictureContent, Slot, SlotKind
from briefdeck.paint.powerpoint_language import right_to_left
from briefdeck.paint.powerpoint_master import LayoutPlan, prompts
from briefdeck.paint.powerpoint_shapes import decoration, placeholder
from briefdeck.paint.powerpoint_table import STYLE_ID, TableInks, table_style
from briefdeck.paint.powerpoint_text import body_properties, list_style
from briefdeck.paint.powerpoint_xml import NAMESPACES

_P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_LAYOUT: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout"
_STAYS: Final = frozenset({"title", "ctrTitle", "ftr", "sldNum", "dt"})
_SHAPE_ID: Final = late_pattern(r"[0-9]{1,9}")
_UNFILLED: Final = "<a:noFill/><a:ln><a:noFill/></a:ln>"


def drawn_layout(source: bytes, plan: LayoutPlan, lang: str) -> bytes:
    """The part of a layout that stands on a copy of the source; its relations are the source's."""
    root = _parse(source)
    for name in ("type", "matchingName"):
        root.attrib.pop(name, None)
    root.set("preserve", "1")
    root.set("userDrawn", "1")
    content = root.find(f"{_P}cSld")
    tree = root.find(f"{_P}cSld/{_P}spTree")
    assert content is not None
    assert tree is not None
    content.set("name", plan.layout.origin.name if plan.layout.origin else plan.layout.name)
    for gone in (*content.findall(f"{_P}extLst"), *root.findall(f"{_P}timing")):
        parent = gone.getparent()
        if parent is not None:
            parent.remove(gone)
    for shape in list(tree):
        mark = shape.find(f"*/{_P}nvPr/{_P}ph")
        if mark is not None and mark.get("type", "obj") not in _STAYS:
            tree.remove(shape)
    ending = tree.find(f"{_P}extLst")
    for shape in _shapes(plan, _next_id(tree), lang):
        tree.append(shape) if ending is None else ending.addprevious(shape)
    return _written(root)


def with_layouts(master: bytes, layouts: Sequence[tuple[int, str]]) -> bytes:
    """A master that lists further layouts: (id, relation id)."""
    root = _parse(master)
    listed = root.find(f"{_P}sldLayoutIdLst")
    assert listed is not None, "the layouts that are copied are listed there"
    for number, relation in layouts:
        etree.SubElement(listed, f"{_P}sldLayoutId", {"id": str(number), f"{_R}id": relation})
    return _written(root)


def with_relations(relations: bytes, parts: Sequence[str], folder: str) -> tuple[bytes, list[str]]:
    """The relations of a master with further layouts, and the ids of these."""
    root = _parse(relations)
    taken = {one.get("Id") for one in root}
    ids = [f"rIdDrawn{number}" for number in range(1, len(parts) + 1 + len(taken)) if f"rIdDrawn{number}" not in taken]
    ids = ids[: len(parts)]
    for name, part in zip(ids, parts, strict=True):
        target = posixpath.relpath(f"/{part}", f"/{folder}")
        etree.SubElement(root, f"{_PACKAGE}Relationship", {"Id": name, "Type": _LAYOUT, "Target": target})
    return _written(root), ids


def with_table_style(styles: bytes, inks: TableInks) -> bytes:
    """Somebody's table styles and the deck's own, for tables on slides of their design."""
    root = _parse(styles)
    if not any(style.get("styleId") == STYLE_ID for style in root):
        own = f"<a:tblStyleLst {NAMESPACES}>{table_style(inks)}</a:tblStyleLst>"
        root.append(_parse(own.encode())[0])
    return _written(root)


def _shapes(plan: LayoutPlan, first: int, lang: str) -> list[_Element]:
    """Ornaments at the bottom, then the places for content."""
    layout = plan.layout
    origin = layout.origin
    assert origin is not None
    shapes: list[str] = []
    for box in layout.ornaments:
        if isinstance(box.content, PictureContent):
            continue  # a logo: the template has its own
        shapes.append(decoration(first + len(shapes), box, box.content, drawn_on_layout=True))  # type: ignore[arg-type]
    for slot in layout.slots:
        if slot.name not in origin.marks:
            shapes.append(_place(first + len(shapes), slot, plan, lang))
    return list(_parse(f"<p:spTree {NAMESPACES}>{''.join(shapes)}</p:spTree>".encode()))


def _place(number: int, slot: Slot, plan: LayoutPlan, lang: str) -> str:
    origin = plan.layout.origin
    assert origin is not None
    rtl = right_to_left(lang)
    styles = list_style(plan.styles(slot), rtl=rtl, bases=origin.text)
    fits = slot.kind is not SlotKind.FOOTER
    body = f"{body_properties(slot.anchor, fits=fits)}<a:lstStyle>{styles}</a:lstStyle>{prompts(slot, lang)}"
    xml = placeholder(number, slot.name, plan.mark(slot, prompted=True), place=slot.frame, body=body)
    return xml.replace("</a:prstGeom></p:spPr>", f"</a:prstGeom>{_UNFILLED}</p:spPr>", 1)


def _next_id(tree: _Element) -> int:
    """A number that no shape has yet; one that is no number, or too large for another after it, is in nobody's way."""
    ids = (one.get("id", "") for one in tree.iter(f"{_P}cNvPr"))
    return max([1, *(int(one) for one in ids if _SHAPE_ID.fullmatch(one))]) + 1


def _parse(data: bytes) -> _Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _written(root: _Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
