"""Colours of a slide as they come out: the theme's, through the master's map, made lighter, darker or translucent.

Grounds are looked for as the eye would: a shape's own fill, else the panel right under its middle, else the slide's
background. Pictures and gradients have no one colour and are passed over.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from lxml.etree import _Element

from briefdeck.model.geometry import Rect
from briefdeck.verify.contrast import BLACK, WHITE, Color, contrast, over, tinted
from briefdeck.verify.deck_xml import THOUSANDTHS, frame_of, placeholder_of, qn

_FILL = f"{qn('p:spPr')}/{qn('a:solidFill')}"
FILLS = tuple(qn(f"a:{name}") for name in ("solidFill", "gradFill", "blipFill", "pattFill", "noFill"))


@dataclass(frozen=True, slots=True)
class Palette:
    """The theme's colours by the names that slides use."""

    colors: Mapping[str, Color]
    grounds: tuple[_Element, ...] = ()  # the theme's fills for backgrounds

    def mapped(self, names: Mapping[str, str]) -> Palette:
        """The same colours through another map."""
        return replace(
            self, colors={**self.colors, **{n: self.colors[t] for n, t in names.items() if t in self.colors}}
        )

    def of(self, fill: _Element | None, ground: Color = WHITE) -> Color | None:
        """The colour of an `a:solidFill`, on its ground; None when it is no plain colour."""
        if fill is None or not len(fill):
            return None
        color = self._named(fill[0])
        if color is None:
            return None
        opacity = 1.0
        for change in fill[0]:
            value = int(change.get("val", "0")) / THOUSANDTHS
            if change.tag == qn("a:alpha"):
                opacity = value
            elif change.tag in (qn("a:lumMod"), qn("a:lumOff")):
                hue, light, strength = colorsys.rgb_to_hls(*color)
                light = light * value if change.tag == qn("a:lumMod") else light + value
                color = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), strength)
            elif change.tag == qn("a:tint"):
                color = tinted(color, WHITE, value)
            elif change.tag == qn("a:shade"):
                color = tinted(color, BLACK, value)
        return over(color, ground, opacity)

    def _named(self, color: _Element) -> Color | None:
        if color.tag == qn("a:schemeClr"):
            return self.colors.get(color.get("val", ""))
        if color.tag == qn("a:sysClr"):
            return _hexadecimal(color.get("lastClr", ""))
        return _hexadecimal(color.get("val", "")) if color.tag == qn("a:srgbClr") else None


def palette(theme: _Element, master: _Element) -> Palette:
    """From the root of the theme's part and the master with its colour map."""
    scheme = theme.find(f".//{qn('a:clrScheme')}")
    own = {}
    for entry in () if scheme is None else scheme:
        value = entry[0].get("lastClr") or entry[0].get("val", "")
        if (color := _hexadecimal(value)) is not None:
            own[entry.tag.rpartition("}")[2]] = color
    mapped = master.find(qn("p:clrMap"))
    names = dict(mapped.attrib) if mapped is not None else {}
    fills = theme.find(f".//{qn('a:bgFillStyleLst')}")
    return Palette(
        {**own, **{name: own[target] for name, target in names.items() if target in own}},
        tuple(() if fills is None else fills),
    )


@dataclass(frozen=True, slots=True)
class Ground:
    """What text stands on."""

    palette: Palette
    color: Color

    def least_contrast(self, paragraph: _Element, styles: Iterable[_Element]) -> float | None:
        """The contrast of the faintest words of an `a:p`, whose list styles are given nearest first; None: unknown."""
        usual = next(
            (fill for style in styles for fill in style.iterfind(f"{qn('a:defRPr')}/*") if fill.tag in FILLS), None
        )
        if usual is not None and usual.tag != FILLS[0]:
            usual = None
        found = []
        for run in paragraph.iterchildren(qn("a:r"), qn("a:fld")):
            own = run.find(f"{qn('a:rPr')}/{qn('a:solidFill')}")
            if (ink := self.palette.of(usual if own is None else own, self.color)) is not None:
                found.append(contrast(ink, self.color))
        return min(found, default=None)


class Stage:
    """What the slides of one layout stand on: its colours, its backgrounds, and the panels of layout and master."""

    def __init__(self, colors: Palette, master: _Element, layout: _Element) -> None:
        self._colors = colors
        self._pages = (layout, master)
        shown = (layout,) if layout.get("showMasterSp") in ("0", "false") else (master, layout)
        self._panels = tuple(panel for page in shown for panel in _panels(page, colors))

    def ground_of(
        self, shape: _Element, inherited: Iterable[_Element | None], slide: _Element, middle: tuple[float, float]
    ) -> Ground | None:
        """What the text of a shape on a slide stands on; None for a picture or a gradient."""
        colors = self._colors
        color = background((slide, *self._pages), colors)
        if color is None:
            return None
        for one in (shape, *inherited):
            fill = None if one is None else one.find(_FILL)
            if (own := colors.of(fill, color)) is not None:
                return Ground(colors, own)
        for frame, fill in (*self._panels, *_panels(slide, colors, until=shape)):
            if frame.x <= middle[0] <= frame.right and frame.y <= middle[1] <= frame.bottom:
                color = None if fill is None else colors.of(fill, WHITE if color is None else color)
        return None if color is None else Ground(colors, color)


def background(pages: Iterable[_Element], colors: Palette) -> Color | None:
    """The background of the first page that has one; None when it is no plain colour."""
    for page in pages:
        ground = page.find(f"{qn('p:cSld')}/{qn('p:bg')}")
        if ground is not None:
            return colors.of(ground.find(f"{qn('p:bgPr')}/{qn('a:solidFill')}")) or _referred(ground, colors)
    return WHITE


def _referred(ground: _Element, colors: Palette) -> Color | None:
    """The colour that a background takes from the theme's list of fills, where that fill is plain."""
    reference = ground.find(qn("p:bgRef"))
    number = int(reference.get("idx", "0")) - 1001 if reference is not None else -1
    if reference is None or not len(reference) or not 0 <= number < len(colors.grounds):
        return None
    plain = colors.grounds[number].find(qn("a:schemeClr")) if colors.grounds[number].tag == FILLS[0] else None
    if plain is None or plain.get("val") != "phClr" or len(plain):
        return None
    return colors.of(reference)


def _panels(page: _Element, colors: Palette, until: _Element | None = None) -> Iterator[tuple[Rect, _Element | None]]:
    """What lies under a shape on a slide, a layout or a master, from back to front: plainly filled rectangles.

    Pictures and rectangles with other fills come with None: what they are like is not known.
    """
    for shape in page.iterfind(f"{qn('p:cSld')}/{qn('p:spTree')}/*"):
        if shape is until:
            return
        if shape.tag == qn("p:pic"):
            if place := frame_of(shape):
                yield place, None
            continue
        if shape.tag != qn("p:sp"):
            continue
        other = next((one for one in shape.iterfind(f"{qn('p:spPr')}/*") if one.tag in FILLS[1:4]), None)
        if other is not None and placeholder_of(shape) is None and (place := frame_of(shape)):
            yield place, None
            continue
        fill = shape.find(_FILL)
        if fill is None or placeholder_of(shape) is not None or colors.of(fill) is None:
            continue
        form, frame = shape.find(f"{qn('p:spPr')}/{qn('a:prstGeom')}"), frame_of(shape)
        if frame and form is not None and form.get("prst", "").lower().endswith("rect"):
            yield frame, fill


def _hexadecimal(digits: str) -> Color | None:
    try:
        red, green, blue = (int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4))
    except ValueError:
        return None
    return red, green, blue
