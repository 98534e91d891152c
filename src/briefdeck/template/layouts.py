"""The layouts of a template: their placeholders with what these inherit, and what lies under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isnan, nan
from typing import Final

from lxml.etree import _Element

from briefdeck.model.geometry import Rect, Size
from briefdeck.model.page import TextStyle
from briefdeck.model.template import Placeholder, TemplateLayout
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple
from briefdeck.template.archive import A, Archive, P
from briefdeck.template.colors import Palette, background, fill_of, palette
from briefdeck.template.numbers import EMU, number
from briefdeck.template.styles import Level, anchor_of, is_upright, levels_of, resets_of, room_of

_SHAPES: Final = tuple(f"{P}{name}" for name in ("sp", "pic", "graphicFrame", "grpSp", "cxnSp"))
_TOUCHES: Final = 0.04  # of a text's room: what covers less does not count as lying under it
_COVERS: Final = 0.96
_LOGO: Final = 0.2  # of a text's room: a picture up to that size is kept clear of
_MARK: Final = 0.05  # and so is a shape up to that size
_LEFT: Final = 0.75  # of the room must be left
_AIR: Final = 6.0  # points between text and what it keeps clear of
_FAMILY: Final = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "pic": "body", "tbl": "body", "chart": "body",
                  "dgm": "body", "media": "body", "clipArt": "body"}  # fmt: skip
"""The kind of a master's placeholder that one of this kind inherits from."""

_CONTENT: Final = ("body", "obj", "tbl", "chart", "pic")


class Master(NamedTuple):
    """A master, its colours, and its layouts' parts."""

    part: str
    root: _Element
    theme: _Element
    layouts: tuple[str, ...]
    colors: Palette  # its theme's colours as its slides name them


class _Page(NamedTuple):
    """A layout being read."""

    root: _Element
    master: Master
    colors: Palette
    other: _Element | None  # the presentation's own text style
    size: Size


class Read(NamedTuple):
    """A layout, and what only matters while the whole template is read."""

    layout: TemplateLayout
    levels: tuple[Level, ...]  # of all its placeholders: the fonts that they name


def read_layout(archive: Archive, part: str, master: Master, other: _Element | None, size: Size) -> Read:
    """One layout. Raises BriefdeckError when its part is damaged."""
    root = archive.root(part)
    override = root.find(f"{P}clrMapOvr/{A}overrideClrMapping")
    colors = (
        master.colors
        if override is None
        else palette(master.theme, {str(k): str(v) for k, v in override.attrib.items()})
    )
    page = _Page(root, master, colors, other, size)
    content = root.find(f"{P}cSld")
    above = {_family(ph): shape for shape, ph in _placeholders(master.root)}
    levels: list[Level] = []
    places: list[Placeholder] = []
    for shape, ph in _placeholders(root):
        found = _placeholder(shape, ph, above.get(_family(ph)), page)
        if found is not None:
            places.append(found[0])
            levels += found[1]
    body = above.get("body")
    text = levels_of("body", _bodies(body), master.root, other, colors)
    layout = TemplateLayout(
        name=("" if content is None else content.get("name", "").strip())
        or part.rpartition("/")[2].removesuffix(".xml"),
        part=part,
        master=master.part,
        kind=root.get("type", ""),
        placeholders=tuple(places),
        text=tuple(level.style for level in text),
        grounds=_background(page),
        drawn=tuple(frame for frame, _ in _below(page)),
        text_boxes=tuple(_text_boxes(root)),
    )
    return Read(layout, (*levels, *text))


def _placeholder(
    shape: _Element, ph: _Element, above: _Element | None, page: _Page
) -> tuple[Placeholder, tuple[Level, ...]] | None:
    """A place that slides can fill; None for one that has no place or whose text stands on its side."""
    frame = frame_of(shape) or frame_of(above)
    bodies = (*_bodies(shape), *_bodies(above))
    if frame is None or frame.width <= 0 or frame.height <= 0:
        return None
    if ph.get("orient") == "vert" or not is_upright(bodies):
        return None
    kind = ph.get("type", "obj")
    levels = levels_of(kind, bodies, page.master.root, page.other, page.colors)
    room = room_of(frame, bodies)
    named = shape.find(f"*/{P}cNvPr")
    place = Placeholder(
        kind=kind,
        idx=ph.get("idx", ""),
        name="" if named is None else named.get("name", ""),
        marks=tuple((str(name), str(value)) for name, value in ph.attrib.items() if name != "hasCustomPrompt"),
        frame=frame,
        room=_clear(room, page) if kind in _CONTENT else room,
        given=room,
        anchor=anchor_of(bodies),
        levels=tuple(_measured(level) for level in levels),
        inks=tuple(level.ink for level in levels),
        grounds=_under(shape, above, room, page),
        resets=resets_of(bodies),
        spaced_after=any(level.after for level in levels),
    )
    return place, levels


def _measured(level: Level) -> TextStyle:
    """The style with the space below a paragraph counted as space above the next."""
    return replace(level.style, space_before=level.style.space_before + level.after)


def frame_of(shape: _Element | None) -> Rect | None:
    """Where a shape says it stands; None when it leaves that to what it inherits from, or says nonsense."""
    if shape is None:
        return None
    place = next(
        (
            found
            for path in (f"{P}spPr/{A}xfrm", f"{P}xfrm", f"{P}grpSpPr/{A}xfrm")
            if (found := shape.find(path)) is not None
        ),
        None,
    )
    if place is None:
        return None
    offset, extent = place.find(f"{A}off"), place.find(f"{A}ext")
    if offset is None or extent is None:
        return None
    values = [
        number(one.get(name), nan) / EMU for one, name in ((offset, "x"), (offset, "y"), (extent, "cx"), (extent, "cy"))
    ]
    return None if any(map(isnan, values)) else Rect(*values)


def _bodies(shape: _Element | None) -> tuple[_Element, ...]:
    body = None if shape is None else shape.find(f"{P}txBody")
    return () if body is None else (body,)


def _placeholders(page: _Element) -> Iterator[tuple[_Element, _Element]]:
    for shape in page.iterfind(f"{P}cSld/{P}spTree/*"):
        if (ph := shape.find(f"*/{P}nvPr/{P}ph")) is not None:
            yield shape, ph


def _family(ph: _Element) -> str:
    kind = ph.get("type", "obj")
    return str(_FAMILY.get(kind, kind))


def _text_boxes(root: _Element) -> Iterator[str]:
    """Boxes named as placeholders are, with text, that are none: a common accident when a layout is drawn by hand."""
    for shape in root.iterfind(f"{P}cSld/{P}spTree/{P}sp"):
        if shape.find(f"*/{P}nvPr/{P}ph") is None and any(text.text for text in shape.iter(f"{A}t")):
            name = shape.find(f"*/{P}cNvPr")
            words = "" if name is None else name.get("name", "")
            if words.lower().startswith(("title", "subtitle", "titel", "titre", "título", "titolo")):
                yield words


def _background(page: _Page) -> tuple[str, ...]:
    own = background(page.root, page.colors)
    if own is None:
        own = background(page.master.root, page.colors)
    return ("FFFFFF",) if own is None else own


def _under(shape: _Element, above: _Element | None, room: Rect, page: _Page) -> tuple[str, ...]:
    """The colours that lie under a text, () when any of them is unknown."""
    for one in (shape, above):
        fill = None if one is None else fill_of(one.find(f"{P}spPr"))
        if fill is not None and str(fill.tag).endswith("noFill"):
            break
        if fill is not None:
            return page.colors.of_fill(fill)
    grounds: tuple[str, ...] = _background(page)
    for one, fill in _below(page):
        share = _share(one, room)
        if share < _TOUCHES:
            continue
        colors = page.colors.of_fill(fill)
        if not colors:
            grounds = ()
        elif share >= _COVERS:
            grounds = colors
        elif grounds:
            grounds = tuple(dict.fromkeys((*grounds, *colors)))
    return grounds


def _clear(room: Rect, page: _Page) -> Rect:
    """The room without what is drawn into an edge of it, such as a logo in a corner: cut where least is lost."""
    for one, fill in _below(page):
        share = _share(one, room)
        if not 0.0 < share <= (_LOGO if fill is None else _MARK):
            continue
        cuts = [
            Rect(room.x, room.y, one.x - _AIR - room.x, room.height),
            Rect(one.right + _AIR, room.y, room.right - one.right - _AIR, room.height),
            Rect(room.x, room.y, room.width, one.y - _AIR - room.y),
            Rect(room.x, one.bottom + _AIR, room.width, room.bottom - one.bottom - _AIR),
        ]
        best = max(cuts, key=lambda cut: max(0.0, cut.width) * max(0.0, cut.height))
        if best.width * best.height >= _LEFT * room.width * room.height:
            room = best
    return room


def _below(page: _Page) -> Iterator[tuple[Rect, _Element | None]]:
    """What is drawn below the placeholders, from back to front."""
    if page.root.get("showMasterSp", "1") not in ("0", "false"):
        yield from _drawn(page.master.root)
    yield from _drawn(page.root)


def _drawn(root: _Element) -> Iterator[tuple[Rect, _Element | None]]:
    """What is drawn on a page and no placeholder: its frame and its fill (None: a picture or anything else)."""
    for shape in root.iterfind(f"{P}cSld/{P}spTree/*"):
        if shape.tag not in _SHAPES or shape.find(f"*/{P}nvPr/{P}ph") is not None:
            continue
        frame = frame_of(shape)
        if frame is None or shape.tag == f"{P}cxnSp":
            continue
        fill = fill_of(shape.find(f"{P}spPr"))
        if shape.tag != f"{P}sp" or (fill is not None and any(True for _ in fill.iter(f"{A}alpha"))):
            yield frame, None
        elif fill is None:
            reference = shape.find(f"{P}style/{A}fillRef")
            if reference is not None and reference.get("idx", "0") != "0":
                yield frame, None
        elif not str(fill.tag).endswith("noFill"):
            yield frame, fill


def _share(one: Rect, room: Rect) -> float:
    """How much of a room lies within a rectangle, 0 to 1."""
    width = min(one.right, room.right) - max(one.x, room.x)
    height = min(one.bottom, room.bottom) - max(one.y, room.y)
    area = room.width * room.height
    return max(0.0, width) * max(0.0, height) / area if area > 0 else 0.0


def usable(layouts: Sequence[TemplateLayout]) -> list[TemplateLayout]:
    """The layouts with a title that slides can fill."""
    return [layout for layout in layouts if layout.title is not None]
