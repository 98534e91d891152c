"""How the text of a placeholder looks once everything is inherited: layout, master, the master's text styles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lxml.etree import _Element

from briefdeck.model.geometry import Rect
from briefdeck.model.look import FontRole
from briefdeck.model.page import Align, Anchor, TextStyle
from briefdeck.named import NamedTuple
from briefdeck.template.archive import A, P
from briefdeck.template.colors import Palette, nearest_ink
from briefdeck.template.numbers import number, points, share

LEVELS: Final = 5
SINGLE: Final = 1.2
_FILLS: Final = tuple(f"{A}{name}" for name in ("solidFill", "gradFill", "blipFill", "pattFill", "noFill"))
_USUAL_SIZE: Final = 18.0  # what PowerPoint takes when nobody says
_INSETS: Final = {"lIns": 7.2, "rIns": 7.2, "tIns": 3.6, "bIns": 3.6}
_ALIGN: Final[dict[str, Align]] = {"l": "left", "ctr": "center", "r": "right", "just": "justify", "dist": "justify"}
_ANCHOR: Final[dict[str, Anchor]] = {"t": "top", "ctr": "middle", "b": "bottom"}
_STYLE_OF: Final = {"title": "titleStyle", "ctrTitle": "titleStyle", "ftr": "otherStyle", "sldNum": "otherStyle",
                    "dt": "otherStyle"}  # fmt: skip


class Level(NamedTuple):
    """One level of a text: its style, the colour it comes out in, and what a style cannot say."""

    style: TextStyle
    ink: str  # "" where it is not plain
    family: str  # a font named outright, "" for one of the theme's
    after: float = 0.0  # points below each paragraph
    rtl: bool = False


def levels_of(
    kind: str, bodies: Sequence[_Element], master: _Element, other: _Element | None, colors: Palette
) -> tuple[Level, ...]:
    """The five levels of a placeholder of that kind.

    `bodies` are its text bodies, the nearest first; `other` is the
    presentation's own text style.
    """
    name = _STYLE_OF.get(kind, "bodyStyle")
    lists = [found for body in bodies if (found := body.find(f"{A}lstStyle")) is not None]
    lists += [found for found in (master.find(f"{P}txStyles/{P}{name}"), other) if found is not None]
    role: FontRole = "heading" if name == "titleStyle" else "body"
    return tuple(_level(list(_said(lists, number)), role, colors) for number in range(1, LEVELS + 1))


def room_of(frame: Rect, bodies: Iterable[_Element]) -> Rect:
    """What the insets leave of a frame."""
    found = list(_properties(bodies))
    left, right, top, bottom = (
        next((points(one.get(name)) for one in found if one.get(name)), usual) for name, usual in _INSETS.items()
    )
    return Rect(frame.x + left, frame.y + top, frame.width - left - right, frame.height - top - bottom)


def anchor_of(bodies: Iterable[_Element]) -> Anchor:
    """Where the text stands in its frame when there is less of it."""
    said = next((one.get("anchor", "") for one in _properties(bodies) if one.get("anchor")), "t")
    return _ANCHOR.get(said, "top")


def resets_of(bodies: Iterable[_Element]) -> tuple[tuple[str, str], ...]:
    """What must be said on a slide for text to break at the frame and to stand in one column."""
    found = list(_properties(bodies))
    usual = (("wrap", "square"), ("numCol", "1"))
    said = {name: next((value for one in found if (value := one.get(name))), plain) for name, plain in usual}
    return tuple((name, plain) for name, plain in usual if said[name] != plain)


def is_upright(bodies: Iterable[_Element]) -> bool:
    """Whether the text runs as text does, not turned on its side."""
    said = next((one.get("vert", "") for one in _properties(bodies) if one.get("vert")), "horz")
    return said == "horz"


def _properties(bodies: Iterable[_Element]) -> Iterator[_Element]:
    return (found for body in bodies if (found := body.find(f"{A}bodyPr")) is not None)


def _said(lists: Iterable[_Element], number: int) -> Iterator[_Element]:
    """What each list says about a level, the nearest first."""
    for one in lists:
        for name in (f"lvl{number}pPr", "defPPr"):
            if (found := one.find(f"{A}{name}")) is not None:
                yield found


def _level(said: Sequence[_Element], role: FontRole, colors: Palette) -> Level:
    runs = [run for one in said if (run := one.find(f"{A}defRPr")) is not None]
    size = max(1.0, number(_first(runs, "sz"), _USUAL_SIZE * 100) / 100)
    fill = next((found for run in runs for found in run if found.tag in _FILLS), None)
    color = fill[0] if fill is not None and fill.tag == _FILLS[0] and len(fill) else None
    face = next((found.get("typeface", "") for run in runs if (found := run.find(f"{A}latin")) is not None), "")
    used: FontRole = "heading" if face.startswith("+mj") else "body" if face.startswith("+mn") else role
    indent, hanging = points(_first(said, "marL") or "0"), -points(_first(said, "indent") or "0")
    style = TextStyle(
        font=used,
        size=size,
        ink=nearest_ink(color),
        bold=_first(runs, "b") in ("1", "true"),
        italic=_first(runs, "i") in ("1", "true"),
        align=_ALIGN.get(_first(said, "algn"), "left"),
        leading=_leading(said, size),
        space_before=_space(said, "spcBef", size),
        indent=indent,
        hanging=hanging,
        bullet=_bullet(said),
        capitals=_first(runs, "cap") == "all",
        tracking=number(_first(runs, "spc"), 0) / 100,
    )
    return Level(
        style=style,
        ink=colors.of(color) if fill is not None else colors.colors.get("tx1", ""),
        family="" if face.startswith("+") else face,
        after=_space(said, "spcAft", size),
        rtl=_first(said, "rtl") in ("1", "true"),
    )


def _bullet(said: Iterable[_Element]) -> str:
    """The bullet of the nearest that says anything about one."""
    for one in said:
        for child in one:
            if child.tag == f"{A}buNone":
                return ""
            if child.tag == f"{A}buChar":
                return child.get("char", "") or "•"
            if child.tag == f"{A}buAutoNum":
                return "#"
            if child.tag == f"{A}buBlip":
                return "•"
    return ""


def _leading(said: Iterable[_Element], size: float) -> float:
    for one in said:
        spacing = one.find(f"{A}lnSpc")
        if spacing is not None and len(spacing):
            if spacing[0].tag == f"{A}spcPts":
                return max(1.0, number(spacing[0].get("val", ""), 0) / 100 / size)
            return SINGLE * share(spacing[0].get("val"))
    return SINGLE


def _space(said: Iterable[_Element], name: str, size: float) -> float:
    for one in said:
        spacing = one.find(f"{A}{name}")
        if spacing is not None and len(spacing):
            if spacing[0].tag == f"{A}spcPts":
                return number(spacing[0].get("val", ""), 0) / 100
            return share(spacing[0].get("val")) * size * SINGLE
    return 0.0


def _first(elements: Iterable[_Element], name: str) -> str:
    return next((value for one in elements if (value := one.get(name))), "")
