"""The deck's grid and the few shapes that its layouts are made of: where columns, title, content and footer stand.

Twelve columns of 49 points with gutters of 24 between margins of 54; one title position on all content layouts, its
rule below, the content band under it and the footer. Layouts take every number from here.
"""

from __future__ import annotations

from typing import Literal

from briefdeck.model.geometry import Rect, Size
from briefdeck.model.look import FontRole, Ink
from briefdeck.model.page import Box, ShapeContent, TextStyle
from briefdeck.model.values import replace

SLIDE = Size(960, 540)
MARGIN = 54.0
GUTTER = 24.0
COLUMN = 49.0
WIDTH = SLIDE.width - 2 * MARGIN

EYEBROW = Rect(MARGIN, 27, WIDTH, 24)
TITLE = Rect(MARGIN, 52, WIDTH, 66)
RULE_Y = 125.0
TOP = 150.0  # of the content band
BOTTOM = 480.0
FOOTER_Y = 497.0
SAFE = Rect(36, 24, SLIDE.width - 72, SLIDE.height - 48)
"""No text may leave this: projectors and printers cut edges."""

TEXT = Ink("text")
SOFT = Ink("text", lighter=15, shade="soft")
QUIET = Ink("text", lighter=35, shade="quiet")
PAPER = Ink("background")
SURFACE = Ink("surface")
DARK = Ink("heading")
RULE = Ink("accent2")

# Panels, and what stands on them and nowhere else.
PANEL = Ink("heading", shade="panel")
DEEP = Ink("accent1", darker=35, shade="deep")
ON_PANEL = Ink("background", shade="on_panel")
DIM = Ink("surface", shade="dim")
SPARK = Ink("accent3", shade="spark")  # bright: never as text on paper
VEIL = Ink("background", opacity=10, shade="veil")

# The quarter discs.
TILE = Ink("accent1", shade="tile")
TILE_DEEP = Ink("accent1", darker=50, shade="tile_deep")
TILE_SPARK = Ink("accent3", shade="tile_spark")
TILE_WARM = Ink("accent2", shade="tile_warm")

CARD_INKS = (Ink("accent1"), Ink("accent4"), Ink("accent2"), Ink("accent5"))


def columns(first: int, count: int, top: float = TOP, bottom: float = BOTTOM) -> Rect:
    """The frame over `count` columns from the `first` (1 to 12), by default as high as the content band."""
    return Rect(MARGIN + (first - 1) * (COLUMN + GUTTER), top, count * (COLUMN + GUTTER) - GUTTER, bottom - top)


def rows(frame: Rect, count: int, gap: float) -> tuple[Rect, ...]:
    """The frame cut into equal rows with a gap between them."""
    height = (frame.height - gap * (count - 1)) / count
    return tuple(Rect(frame.x, frame.y + index * (height + gap), frame.width, height) for index in range(count))


def panel(frame: Rect, ink: Ink = SURFACE, name: str = "Panel") -> Box:
    """A plain ground for text. It stands under an unfilled placeholder, since fills are not inherited everywhere."""
    return Box(frame=frame, content=ShapeContent(shape="rect", ink=ink), name=name)


def bar(frame: Rect, ink: Ink, name: str = "Bar") -> Box:
    """A solid stripe."""
    return Box(frame=frame, content=ShapeContent(shape="rect", ink=ink), name=name)


def quarter(frame: Rect, ink: Ink, corner: int) -> Box:
    """A quarter disc that fills a square; `corner` is where its centre stands, 0 top left, then clockwise."""
    return Box(frame=frame, content=ShapeContent(shape="quarter", ink=ink, corner=corner), name="Disc")


def style(
    size: float,
    ink: Ink = TEXT,
    *,
    font: FontRole = "body",
    bold: bool = False,
    align: Literal["left", "center", "right"] = "left",
    leading: float = 1.2,
    before: float = 0,
    caps: bool = False,
) -> TextStyle:
    """A style without a bullet."""
    return TextStyle(
        font=font, size=size, ink=ink, bold=bold, align=align, leading=leading, space_before=before,
        capitals=caps, tracking=1.0 if caps else 0.0,
    )  # fmt: skip


def heading(size: float, ink: Ink = DARK, *, leading: float = 1.2, before: float = 0) -> TextStyle:
    """A style of the heading font."""
    return style(size, ink, font="heading", bold=True, leading=leading, before=before)


def item(
    size: float, mark: str, left: float, *, ink: Ink = TEXT, mark_ink: Ink = CARD_INKS[0], before: float = 8,
    hanging: float = 0, bold: bool = False,
) -> TextStyle:  # fmt: skip
    """A style with a bullet: the text starts at `left`, its mark `hanging` points before it (default: at the edge)."""
    return TextStyle(
        font="body", size=size, ink=ink, bold=bold, leading=1.2, space_before=before, indent=left,
        hanging=hanging or left, bullet=mark, bullet_ink=mark_ink,
    )  # fmt: skip


def points(size: float, *, mark_ink: Ink = CARD_INKS[0]) -> tuple[TextStyle, ...]:
    """The three levels of a list of points, each a step of the scale smaller: they are read from the last row too."""
    second = 24 if size > 24 else 22
    return (
        item(size, "•", 22, mark_ink=mark_ink, before=10),
        item(second, "–", 46, mark_ink=mark_ink, before=5, hanging=22),
        item(second - 2, "•", 66, ink=SOFT, mark_ink=mark_ink, before=4, hanging=18),
    )


def mirror(frame: Rect) -> Rect:
    """The frame on the other side of the slide."""
    return replace(frame, x=SLIDE.width - frame.right)


def mirror_box(box: Box) -> Box:
    """An ornament on the other side of the slide, discs turned as in a mirror."""
    content = box.content
    if isinstance(content, ShapeContent):
        content = replace(content, corner=(1, 0, 3, 2)[content.corner])
    return replace(box, frame=mirror(box.frame), content=content)
