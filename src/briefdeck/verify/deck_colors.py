"""Colours of a slide as they come out: the theme's, through the master's map, made lighter, darker or translucent.

Grounds are looked for as the eye would: a shape's own fill, else the panel right under its middle, else the slide's
background. Pictures and gradients have no one colour and are passed over.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from briefdeck.model.geometry import Rect
from briefdeck.verify.contrast import WHITE, Color, contrast, over
from briefdeck.verify.deck_xml import THOUSANDTHS, frame_of, placeholder_of, qn


@dataclass(frozen=True, slots=True)
class Palette:
    """The theme's colours by the names that slides use."""

    colors: Mapping[str, Color]

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
        return over(color, ground, opacity)

    def _named(self, color: _Element) -> Color | None:
        if color.tag == qn("a:schemeClr"):
            return self.colors.get(color.get("val", ""))
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
    return Palette({**own, **{name: own[target] for name, target in names.items() if target in own}})


@dataclass(frozen=True, slots=True)
class Ground:
    """What text stands on."""

    palette: Palette
    color: Color

    def least_contrast(self, paragraph: _Element, styles: Iterable[_Element]) -> float | None:
        """The contrast of the faintest words of an `a:p`, whose list styles are given nearest first; None: unknown."""
        inherited = (style.find(f"{qn('a:defRPr')}/{qn('a:solidFill')}") for style in styles)
        usual = next((fill for fill in inherited if fill is not None), None)
        found = []
        for run in paragraph.iterchildren(qn("a:r"), qn("a:fld")):
            own = run.find(f"{qn('a:rPr')}/{qn('a:solidFill')}")
            if (ink := self.palette.of(usual if own is None else own, self.color)) is not None:
                found.append(contrast(ink, self.color))
        return min(found, default=None)


def ground_of(
    shape: _Element, inherited: Iterable[_Element | None], pages: Iterable[_Element], middle: tuple[float, float],
    colors: Palette,
) -> Ground | None:  # fmt: skip
    """What the text of a shape stands on. `pages` are master, layout and slide; None for a picture or a gradient."""
    *below, slide = pages
    color = background((slide, *reversed(below)), colors)
    if color is None:
        return None
    for one in (shape, *inherited):
        fill = None if one is None else one.find(f"{qn('p:spPr')}/{qn('a:solidFill')}")
        if (own := colors.of(fill, color)) is not None:
            return Ground(colors, own)
    for page in (*below, slide):
        for frame, fill in _panels(page, colors, until=shape):
            if frame.x <= middle[0] <= frame.right and frame.y <= middle[1] <= frame.bottom:
                color = colors.of(fill, color) or color
    return Ground(colors, color)


def background(pages: Iterable[_Element], colors: Palette) -> Color | None:
    """The background of the first page that has one; None when it is no plain colour."""
    for page in pages:
        ground = page.find(f"{qn('p:cSld')}/{qn('p:bg')}")
        if ground is not None:
            return colors.of(ground.find(f"{qn('p:bgPr')}/{qn('a:solidFill')}"))
    return WHITE


def _panels(page: _Element, colors: Palette, until: _Element) -> Iterator[tuple[Rect, _Element]]:
    """The plainly filled rectangles of a slide, a layout or a master that lie under a shape, from back to front."""
    for shape in page.iterfind(f"{qn('p:cSld')}/{qn('p:spTree')}/{qn('p:sp')}"):
        if shape is until:
            return
        fill = shape.find(f"{qn('p:spPr')}/{qn('a:solidFill')}")
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
