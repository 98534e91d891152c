"""Colours of a slide as they come out: the theme's, through the master's map, made lighter, darker or translucent.

Grounds are looked for as the eye would: a shape's own fill, else the panel right under its middle, else the slide's
background. A gradient is taken by the best of its colours, so that what is faint on it is faint anywhere; pictures have
no colour that is known and are passed over.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from lxml.etree import _Element

from briefdeck.model.geometry import Rect
from briefdeck.verify.contrast import BLACK, WHITE, Color, contrast, over, tinted
from briefdeck.verify.deck_xml import THOUSANDTHS, frame_of, placeholder_of, qn

_KEPT_COLOR = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}hlinkClr"
FILLS = tuple(qn(f"a:{name}") for name in ("solidFill", "gradFill", "blipFill", "pattFill", "noFill"))
_FILLS_OR_GROUPS = (*FILLS, qn("a:grpFill"))


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
        return self.named(fill[0], ground)

    def named(self, said: _Element, ground: Color = WHITE) -> Color | None:
        """The colour that an element of the theme's or of numbers says, on its ground; None when it is not known."""
        color = self._named(said)
        if color is None:
            return None
        opacity = 1.0
        for change in said:
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

    def all_of(self, fill: _Element | None, grounds: tuple[Color, ...] = (WHITE,)) -> tuple[Color, ...]:
        """The colours of a fill, plain or a gradient, on their ground; empty for what has no known colour."""
        if fill is None:
            return ()
        stops = fill.iterfind(f"{qn('a:gsLst')}/{qn('a:gs')}") if fill.tag == FILLS[1] else [fill]
        found = (self.of(stop, ground) for stop in stops for ground in grounds)
        return tuple(color for color in found if color is not None)

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
    colors: tuple[Color, ...]  # those of a gradient; one where it is plain
    ink: Color | None = None  # of the words, where their shape takes it from the theme's styles

    def least_contrast(self, paragraph: _Element, styles: Iterable[_Element]) -> float | None:
        """The contrast of the faintest words of an `a:p`, whose list styles are given nearest first; None: unknown."""
        usual = next(
            (fill for style in styles for fill in style.iterfind(f"{qn('a:defRPr')}/*") if fill.tag in FILLS), None
        )
        if usual is not None and usual.tag != FILLS[0]:
            usual = None
        runs = paragraph.iterchildren(qn("a:r"), qn("a:fld"))
        found = (max((self._contrast(run, usual, color) for color in self.colors), default=0.0) for run in runs)
        return min((one for one in found if one), default=None)

    def _contrast(self, run: _Element, usual: _Element | None, ground: Color) -> float:
        """Of one run with one colour, 0 where it is not known. A link has its own colour, whatever the run says."""
        properties = run.find(qn("a:rPr"))
        own = None if properties is None else properties.find(qn("a:solidFill"))
        click = None if properties is None else properties.find(qn("a:hlinkClick"))
        if click is not None and click.get(qn("r:id")) and click.find(f".//{_KEPT_COLOR}") is None:
            ink = self.palette.colors.get("hlink")
        elif own is None and self.ink is not None:
            ink = self.ink
        else:
            ink = self.palette.of(usual if own is None else own, ground)
        return 0.0 if ink is None else contrast(ink, ground)


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
        ink = colors.of(shape.find(f"{qn('p:style')}/{qn('a:fontRef')}"))
        found = background((slide, *self._pages), colors)
        for one in (shape, *inherited):
            fill = None if one is None else fill_of(one.find(qn("p:spPr")))
            if own := colors.all_of(fill, found):
                return Ground(colors, own, ink)
        for frame, fill in (*self._panels, *_panels(slide, colors, until=shape)):
            if frame.x <= middle[0] <= frame.right and frame.y <= middle[1] <= frame.bottom:
                found = colors.all_of(fill, found or (WHITE,))
        return Ground(colors, found, ink) if found else None


def fill_of(properties: _Element | None) -> _Element | None:
    """What a shape says that it is filled with; None where it says nothing."""
    return None if properties is None else next((child for child in properties if child.tag in _FILLS_OR_GROUPS), None)


def background(pages: Iterable[_Element], colors: Palette) -> tuple[Color, ...]:
    """The colours of the background of the first page that has one; empty when they are not known."""
    for page in pages:
        ground = page.find(f"{qn('p:cSld')}/{qn('p:bg')}")
        if ground is not None:
            return colors.all_of(fill_of(ground.find(qn("p:bgPr")))) or _referred(ground, colors)
    return (WHITE,)


def _referred(ground: _Element, colors: Palette) -> tuple[Color, ...]:
    """The colour that a background takes from the theme's list of fills, where that fill is plain."""
    reference = ground.find(qn("p:bgRef"))
    number = int(reference.get("idx", "0")) - 1001 if reference is not None else -1
    if reference is None or not len(reference) or not 0 <= number < len(colors.grounds):
        return ()
    plain = colors.grounds[number].find(qn("a:schemeClr")) if colors.grounds[number].tag == FILLS[0] else None
    if plain is None or plain.get("val") != "phClr" or len(plain):
        return ()
    color = colors.of(reference)
    return () if color is None else (color,)


def _panels(page: _Element, colors: Palette, until: _Element | None = None) -> Iterator[tuple[Rect, _Element | None]]:
    """What lies under a shape on a slide, a layout or a master, from back to front: plainly filled rectangles.

    Pictures and rectangles filled with patterns come with None: what they are like is not known.
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
        fill = fill_of(shape.find(qn("p:spPr")))
        if fill is None or fill.tag == FILLS[4] or placeholder_of(shape) is not None:
            continue
        if not colors.all_of(fill) and fill.tag == FILLS[0]:
            continue
        form, frame = shape.find(f"{qn('p:spPr')}/{qn('a:prstGeom')}"), frame_of(shape)
        if frame and form is not None and form.get("prst", "").lower().endswith("rect"):
            yield frame, fill if colors.all_of(fill) else None


def _hexadecimal(digits: str) -> Color | None:
    try:
        red, green, blue = (int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4))
    except ValueError:
        return None
    return red, green, blue
