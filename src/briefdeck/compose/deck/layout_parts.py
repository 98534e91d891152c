"""What layouts are made of: seats with their slots, the head and foot that many share, and the grounds."""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.compose.deck import grid
from briefdeck.compose.deck.grid import CARD_INKS, DARK, ON_PANEL, PAPER, QUIET, RULE, SOFT, SPARK, TEXT
from briefdeck.compose.deck.seating import Growth, Kind, Portion, Seat, Seating
from briefdeck.model.geometry import Rect
from briefdeck.model.look import Ink
from briefdeck.model.page import Anchor, Box, Layout, ShapeContent, Slot, SlotKind, TextStyle
from briefdeck.model.values import replace

TITLE_RULE = "Accent rule"
"""The name of the short rule that belongs to a title."""

SIDE_BY_SIDE = "labels of similar weight"
IN_ROWS = "labels with a line or two each"
"""What layouts are for that show labels beside each other."""

SIDE_WIDTH = 384.0
"""How wide the dark panel of a panelled layout is."""

CAPTION_HEIGHT = 40.0
"""The room for a caption of two lines below a table, chart or picture."""

BESIDE = Rect(SIDE_WIDTH + 48, 60, grid.SLIDE.width - grid.MARGIN - SIDE_WIDTH - 48, 420)
"""The frame beside that panel."""


def seat(
    name: str,
    takes: Kind | frozenset[Kind],
    frame: Rect,
    levels: TextStyle | Sequence[TextStyle],
    floor: float | Sequence[float],
    *,
    prompt: str,
    kind: SlotKind = SlotKind.TEXT,
    anchor: Anchor = "top",
    ease: float = 0,
    main: int = 0,
    many: bool = False,
    most: int = 0,
    least: int = 0,
    needed: bool = True,
    lines: int = 0,
    portion: Portion = "all",
    column: tuple[int, int] = (1, 1),
    spread: float = 0,
) -> Seat:
    """A slot and what it takes; one level and one floor may be given bare. See `Seat` for the rest."""
    levels = (levels,) if isinstance(levels, TextStyle) else tuple(levels)
    floors = (float(floor),) * len(levels) if isinstance(floor, int | float) else tuple(floor)
    return Seat(
        slot=Slot(name=name, kind=kind, frame=frame, levels=levels, anchor=anchor, prompt=prompt),
        takes=frozenset({takes}) if isinstance(takes, Kind) else takes,
        floor=floors,
        ease=ease,
        main=main,
        many=many,
        most=most,
        least=least,
        needed=needed,
        lines=lines,
        portion=portion,
        column=column,
        spread=spread,
    )


def title_seat(
    frame: Rect,
    size: float,
    floor: float,
    *,
    takes: Kind = Kind.TITLE,
    ink: Ink = DARK,
    anchor: Anchor = "bottom",
    lines: int = 0,
    growth: Growth | None = None,
) -> Seat:
    """The place of the title."""
    # Close lines take their room from the first line's top, which must not stand out of the box.
    style = grid.heading(size, ink, leading=1.2 if anchor == "top" else 1.1)
    one = seat("title", takes, frame, style, floor, kind=SlotKind.TITLE, anchor=anchor, lines=lines, prompt="Title")
    return replace(one, growth=growth)


def headed(ink: Ink = DARK, eyebrow: Ink = CARD_INKS[0]) -> tuple[Seat, ...]:
    """The title at its one place, and the section's name above it where the title is another."""
    name = grid.style(14, eyebrow, bold=True, caps=True)
    longer = Growth(up=grid.TITLE.y - grid.EYEBROW.y, floor=22, lines=3, over=frozenset({Kind.EYEBROW}))
    return (
        title_seat(grid.TITLE, 32, 26, ink=ink, lines=2, growth=longer),
        seat("section", Kind.EYEBROW, grid.EYEBROW, name, 14, anchor="middle", needed=False, lines=1, prompt="Section"),
    )


def footed(ink: Ink = QUIET, left: float = grid.MARGIN) -> tuple[Seat, ...]:
    """The footer, and the page number."""
    right = grid.SLIDE.width - grid.MARGIN
    frame = Rect(left, grid.FOOTER_Y, right - left - 120, 18)
    footer = seat(
        "footer", Kind.FOOTER, frame, grid.style(12, ink), 12,
        kind=SlotKind.FOOTER, anchor="middle", needed=False, lines=1, prompt="",
    )  # fmt: skip
    return (footer, page_number(ink))


def page_number(ink: Ink) -> Seat:
    """The page number, at the right of the foot."""
    frame = Rect(grid.SLIDE.width - grid.MARGIN - 84, grid.FOOTER_Y, 84, 18)
    style = grid.style(12, ink, bold=True, align="right")
    return seat(
        "page number", Kind.PAGE, frame, style, 12, kind=SlotKind.NUMBER, anchor="middle", needed=False, prompt=""
    )


def rule(x: float = grid.MARGIN, y: float = grid.RULE_Y, *, ink: Ink = RULE, width: float = 43) -> Box:
    """The short accent rule below a title."""
    return grid.bar(Rect(x, y, width, 4.5), ink, TITLE_RULE)


def barred(frame: Rect, ink: Ink = CARD_INKS[0], ground: Ink = grid.SURFACE) -> tuple[Box, Box]:
    """A panel with a bar at its left edge."""
    return grid.panel(frame, ground), grid.bar(Rect(frame.x, frame.y, 6, frame.height), ink)


def topped(frame: Rect, ink: Ink) -> tuple[Box, Box]:
    """A panel with a bar at its upper edge."""
    return grid.panel(frame), grid.bar(Rect(frame.x, frame.y, frame.width, 6), ink)


def on_paper(
    name: str,
    why: str,
    seats: Sequence[Seat],
    ornaments: Sequence[Box] = (),
    *,
    kind: str = "",
    uneven: float = 0,
    full: float = 0,
) -> Seating:
    """An entry on paper: title, rule, footer, and what is given."""
    return on_ground(
        name,
        why,
        (*headed(), *seats, *footed()),
        (rule(), *ornaments),
        ground=PAPER,
        kind=kind,
        uneven=uneven,
        full=full,
    )


def on_ground(
    name: str,
    why: str,
    seats: Sequence[Seat],
    ornaments: Sequence[Box],
    *,
    ground: Ink,
    kind: str = "",
    uneven: float = 0,
    full: float = 0,
) -> Seating:
    """An entry on a ground of its own: the given seats and ornaments are all there is."""
    layout = Layout(
        name=name,
        slots=tuple(one.slot for one in seats),
        ornaments=tuple(ornaments),
        background=ground,
        kind=kind,
    )
    return Seating(layout=layout, seats=tuple(seats), why=why, uneven=uneven, full=full)


def panelled(
    name: str,
    why: str,
    title: Kind,
    seats: Sequence[Seat],
    *,
    ground: Ink,
    discs: tuple[Ink, Ink],
    more: Sequence[Box] = (),
) -> Seating:
    """A dark panel with the title at the left, the content beside it over the whole height.

    A section's title has the section's number above it instead of a rule below.
    """
    disc = SIDE_WIDTH / 3
    frame = Rect(grid.MARGIN, 84, SIDE_WIDTH - grid.MARGIN - 30, 196)
    head: tuple[Seat, ...] = (title_seat(frame, 36, 22, takes=title, ink=ON_PANEL),)
    marks: tuple[Box, ...] = (rule(y=frame.bottom + 14, ink=SPARK),)
    if title is Kind.PART:
        head = (
            title_seat(Rect(frame.x, 124, frame.width, 224), 36, 22, takes=title, ink=ON_PANEL, anchor="top"),
            ordinal(Rect(frame.x, 40, 240, 76), 60),
        )
        marks = ()
    ornaments = (
        grid.panel(Rect(0, 0, SIDE_WIDTH, grid.SLIDE.height), ground, "Side panel"),
        grid.quarter(Rect(0, grid.SLIDE.height - disc, disc, disc), discs[0], 1),
        grid.quarter(Rect(disc, grid.SLIDE.height - disc, disc, disc), discs[1], 2),
        *marks,
        *more,
    )
    return on_ground(name, why, (*head, *seats, page_number(QUIET)), ornaments, ground=PAPER)


def caption(frame: Rect) -> Seat:
    """A caption of as many lines as its frame has room for."""
    return seat("caption", Kind.CAPTION, frame, grid.style(14, QUIET), 14, needed=False, prompt="Caption")


def below() -> Seat:
    """A caption at the foot of the content band."""
    return caption(grid.columns(1, 12, top=grid.BOTTOM - CAPTION_HEIGHT + 4))


def beside_picture(name: str, why: str, left: float, seats: Sequence[Seat], *, title: Rect, captioned: Rect) -> Seating:
    """A picture from the top of the slide to its foot at the right, the title and what belongs to it at the left."""
    width = left - grid.MARGIN - 34
    style = grid.style(12, QUIET)
    eyebrow = grid.style(14, CARD_INKS[0], bold=True, caps=True)
    foot = Rect(grid.MARGIN, grid.FOOTER_Y, width - 96, 18)
    number = Rect(grid.MARGIN + width - 84, grid.FOOTER_Y, 84, 18)
    all_seats = (
        title_seat(title, 32, 22),
        seat("section", Kind.EYEBROW, Rect(grid.MARGIN, 27, width, 24), eyebrow, 14, anchor="middle", needed=False,
             lines=1, prompt="Section"),
        *seats,
        seat("picture", Kind.PICTURE, Rect(left, 0, grid.SLIDE.width - left, grid.SLIDE.height), grid.style(18), 14,
             kind=SlotKind.PICTURE, prompt="Picture"),
        caption(captioned),
        seat("footer", Kind.FOOTER, foot, style, 12, kind=SlotKind.FOOTER, anchor="middle", needed=False, lines=1,
             prompt=""),
        seat("page number", Kind.PAGE, number, replace(style, bold=True, align="right"), 12, kind=SlotKind.NUMBER,
             anchor="middle", needed=False, prompt=""),
    )  # fmt: skip
    panel = Rect(left, 0, grid.SLIDE.width - left, grid.SLIDE.height)
    ornaments = (grid.panel(panel, name="Picture ground"), rule(y=title.bottom + 7))
    return on_ground(name, why, all_seats, ornaments, ground=PAPER)


def ordinal(frame: Rect, size: float, ink: Ink = SPARK) -> Seat:
    """The number of a section."""
    style = grid.style(size, ink, bold=True)
    return seat("number", Kind.ORDINAL, frame, style, 32, anchor="bottom", needed=False, lines=1, prompt="1")


def card_levels(ink: Ink, size: float) -> tuple[TextStyle, ...]:
    """A card's label, its text, and points below the text."""
    return (
        grid.heading(size + 2, ink),
        grid.style(size, TEXT, before=8),
        grid.item(max(18, size - 2), "•", 18, ink=SOFT, mark_ink=ink, before=5),
    )


def line(x: float, y: float, width: float, *, ink: Ink, stroke: float, name: str) -> Box:
    """A horizontal line."""
    return Box(frame=Rect(x, y, width, 0), content=ShapeContent(shape="line", ink=ink, stroke=stroke), name=name)


def columns(count: int) -> tuple[Rect, ...]:
    """The content band in equal columns: 2, 3 or 4 of them."""
    return tuple(grid.columns(1 + index * 12 // count, 12 // count) for index in range(count))
