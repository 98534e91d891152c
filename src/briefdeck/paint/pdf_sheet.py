"""One page while it is painted: every mark on it is either part of a structure element or decoration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import assert_never
from urllib.parse import quote

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFString

from briefdeck.model.geometry import Rect
from briefdeck.model.look import ColorRole, Ink
from briefdeck.model.media import Crop, Path
from briefdeck.model.page import ShapeContent
from briefdeck.paint.pdf_fonts import EmbeddedFont
from briefdeck.paint.pdf_objects import TaggedCanvas, array, indirect
from briefdeck.paint.pdf_tags import ARTIFACT, Element, StructureTree
from briefdeck.paint.pdf_words import PlacedGlyph, Stretch

_PATH_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_THIN = 0.001  # how wide glyphs are shown that are to have no width
_PRINTED = 4  # flag of an annotation: printed with the page, as PDF/A asks
_KEPT_IN_ADDRESSES = "%/:=&?~#+!$,;'@()*[]"


class Sheet:
    """A page of the canvas. Places come in points from the top left; PDF counts from the bottom left."""

    def __init__(
        self, canvas: TaggedCanvas, tree: StructureTree, number: int, height: float, colors: Mapping[ColorRole, str]
    ) -> None:
        self.number = number
        self._canvas = canvas
        self._tree = tree
        self._height = height
        self._colors = colors
        self._open: Element | None = None
        self._ink: Ink | None = None

    def show(
        self,
        stretch: Stretch,
        element: Element | None,
        *,
        font: EmbeddedFont,
        size: float,
        ink: Ink,
        x: float,
        y: float,
    ) -> None:
        """Show glyphs as part of an element (None: within `decoration`); x is their run's left edge, y the baseline."""
        if element is not None:
            self._enter(element, stretch.actual, span=not stretch.tagged)
        self._use(ink)
        start = x + stretch.glyphs[0].x * size / 1000
        width = _THIN if stretch.thin else 1
        self._canvas.addLiteral(
            f"BT /{font.name} {_decimal(size)} Tf {width} 0 0 1 {_decimal(start)} {_decimal(self._height - y)} Tm "
            f"{_glyph_operators(stretch.glyphs, font, size)} ET"
        )
        if element is not None and stretch.actual:
            self.leave()

    def leave(self) -> None:
        """Close the piece of marked content that is open, if any."""
        if self._open is not None:
            self._canvas.addLiteral("EMC")
            self._open = None

    def link(self, element: Element, area: Rect, words: str, target: str) -> None:
        """Make an area lead to an address, or with "#" to a place in the file, as part of an element."""
        corners = (area.x, self._height - area.bottom, area.right, self._height - area.y)
        annotation = indirect(
            Type=PDFName("Annot"),
            Subtype=PDFName("Link"),
            Rect=array(*(round(corner, 2) for corner in corners)),
            Border=array(0, 0, 0),
            F=_PRINTED,
            Contents=PDFString(words),
        )
        if target.startswith("#"):
            annotation["Dest"] = self._canvas.destination(target[1:])
        else:
            address = PDFString(quote(target, safe=_KEPT_IN_ADDRESSES))
            annotation["A"] = PDFDictionary({"S": PDFName("URI"), "URI": address})
        self._tree.annotate(element, self.number, annotation)
        self._canvas.add_annotation(annotation)

    def shape(self, shape: ShapeContent, frame: Rect) -> None:
        """Paint plain decoration; screen readers pass over it."""
        top, bottom = self._height - frame.y, self._height - frame.bottom
        with self.decoration():
            self._use(shape.ink)
            match shape.shape:
                case "rect":
                    self._canvas.rect(frame.x, bottom, frame.width, frame.height, stroke=0, fill=1)
                case "ellipse":
                    self._canvas.ellipse(frame.x, bottom, frame.right, top, stroke=0, fill=1)
                case "quarter":
                    self._quarter_disc(frame, shape.corner)
                case "line":
                    self._canvas.setLineWidth(shape.stroke)
                    self._canvas.line(frame.x, top, frame.right, bottom)
                case other:
                    assert_never(other)

    def measure(self, element: Element, frame: Rect) -> None:
        """Say where a figure stands, for readers that zoom to it or reflow the page."""
        corners = (frame.x, self._height - frame.bottom, frame.right, self._height - frame.y)
        box = array(*(round(corner, 2) for corner in corners))
        element.attributes = {"O": PDFName("Layout"), "Placement": PDFName("Block"), "BBox": box}

    def picture(self, image: str, crop: Crop, frame: Rect, element: Element | None) -> None:
        """Paint an image of the file, cut to its frame; without an element it is decoration."""
        width = frame.width / (1 - crop.left - crop.right)
        height = frame.height / (1 - crop.top - crop.bottom)
        left, bottom = frame.x - crop.left * width, self._height - frame.bottom - crop.bottom * height
        if self._ink and self._ink.opacity != 100:
            self._use(self._ink._replace(opacity=100))
        operators = (
            f"q {_numbers(frame.x, self._height - frame.bottom, frame.width, frame.height)} re W n "
            f"{_numbers(width, 0, 0, height, left, bottom)} cm /{image} Do Q"
        )
        if element is None:
            self.leave()
            operators = f"/Artifact << /Type /Layout >> BDC {operators} EMC"
        else:
            self._enter(element, "")
        self._canvas.addLiteral(operators)

    def path(self, path: Path, frame: Rect, element: Element) -> None:
        """Paint a line or an area of a chart that has its origin at the frame's top left."""
        operators = self._rectangle(path, frame) or self._steps(path, frame)
        for ink, how in ((path.fill, "f"), (path.stroke, "S")):
            if ink is not None:
                look = f"{_decimal(path.width)} w [{_numbers(*path.dash)}] 0 d 1 J 1 j " if how == "S" else ""
                self._enter(element, "")
                self._use(ink)
                self._canvas.addLiteral(f"q {look}{operators} {how} Q")

    def _steps(self, path: Path, frame: Rect) -> str:
        """The operators that draw a path."""
        drawn: list[str] = []
        for step, numbers in path.steps:
            points = (
                frame.x + number if index % 2 == 0 else self._height - frame.y - number
                for index, number in enumerate(numbers)
            )
            drawn.append(f"{_numbers(*points)} {_PATH_OPERATORS[step]}".strip())
        return " ".join(drawn)

    def _rectangle(self, path: Path, frame: Rect) -> str:
        """The operator for a path that is an upright rectangle, by which readers know panels; "" for another."""
        if [step for step, _ in path.steps] != ["M", "L", "L", "L", "Z"]:
            return ""
        (left, top), (right, _), (_, bottom), _ = (numbers for _, numbers in path.steps[:4])
        if [numbers for _, numbers in path.steps[:4]] != [(left, top), (right, top), (right, bottom), (left, bottom)]:
            return ""
        x, y = frame.x + left, self._height - frame.y - bottom
        return f"{_numbers(x, y, right - left, bottom - top)} re"

    def place(self, key: str, x: float, y: float) -> None:
        """Give a name to a place on this page, for bookmarks and links to lead to."""
        self._canvas.bookmarkPage(key, fit="XYZ", left=round(x, 2), top=round(self._height - y, 2))

    def _quarter_disc(self, frame: Rect, corner: int) -> None:
        """A quarter of the ellipse around one corner of the frame; corner 0 is top left, then clockwise."""
        x = frame.x if corner in (0, 3) else frame.right
        y = self._height - (frame.y if corner in (0, 1) else frame.bottom)
        around = (x - frame.width, y - frame.height, x + frame.width, y + frame.height)
        self._canvas.wedge(*around, startAng=270 - 90 * corner, extent=90, stroke=0, fill=1)

    def _enter(self, element: Element, actual: str, *, span: bool = True) -> None:
        if self._open is element and not actual:
            return
        self.leave()
        spoken = f" /ActualText <FEFF{actual.encode('utf-16-be').hex().upper()}>" if actual else ""
        if element.tag == ARTIFACT:
            self._canvas.addLiteral(f"/Artifact << /Type /Pagination{spoken} >> BDC")
        else:
            number = self._tree.mark(element, self.number)
            tag = "Span" if actual and span else element.tag
            self._canvas.addLiteral(f"/{tag} << /MCID {number}{spoken} >> BDC")
        self._open = element

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """What is painted within is passed over when the page is read aloud."""
        self.leave()
        self._canvas.addLiteral("/Artifact << /Type /Layout >> BDC")
        yield
        self._canvas.addLiteral("EMC")

    def _use(self, ink: Ink) -> None:
        if ink == self._ink:
            return
        color = rgb(ink, self._colors)
        self._canvas.setFillColorRGB(*color)
        self._canvas.setStrokeColorRGB(*color)
        if ink.opacity != (self._ink.opacity if self._ink else 100):
            self._canvas.setFillAlpha(ink.opacity / 100)
            self._canvas.setStrokeAlpha(ink.opacity / 100)
        self._ink = ink


def rgb(ink: Ink, colors: Mapping[ColorRole, str]) -> tuple[float, float, float]:
    """The red, green and blue of an ink, each from 0 to 1, without its opacity."""
    value = colors[ink.role]
    red, green, blue = (_tinted(int(value[start : start + 2], 16) / 255, ink) for start in (0, 2, 4))
    return red, green, blue


def _tinted(part: float, ink: Ink) -> float:
    lighter = part + (1 - part) * ink.lighter / 100
    return round(lighter * (1 - ink.darker / 100), 4)


def _glyph_operators(glyphs: Sequence[PlacedGlyph], font: EmbeddedFont, size: float) -> str:
    """The operators that show glyphs at their places, the first one where the text matrix stands."""
    shown: list[str] = []
    codes: list[str] = []
    pen = glyphs[0].x
    rise = 0.0
    for glyph in glyphs:
        moved = round(glyph.x - pen, 1)
        if glyph.rise != rise:
            shown += [*_array(codes), f"{_decimal(glyph.rise * size / 1000)} Ts"]
            codes, rise = [], glyph.rise
        if moved:
            codes.append(_decimal(-moved))
        codes.append(f"<{font.code(glyph.glyph, glyph.characters, glyph.marks):04X}>")
        pen += moved + font.width(glyph.glyph)
    shown += _array(codes)
    if rise:
        shown.append("0 Ts")
    return " ".join(shown)


def _array(codes: Sequence[str]) -> list[str]:
    """The operator that shows codes and moves in between, neighbouring codes joined."""
    return [f"[{''.join(codes).replace('><', '')}] TJ"] if codes else []


def _numbers(*values: float) -> str:
    return " ".join(map(_decimal, values))


def _decimal(value: float) -> str:
    """A number as PDF writes it, to a hundredth."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")  # + 0.0: never "-0"
