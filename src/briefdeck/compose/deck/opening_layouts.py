"""The layouts that open the deck and its sections."""

from __future__ import annotations

from briefdeck.compose.deck import grid
from briefdeck.compose.deck.grid import (
    CARD_INKS,
    DARK,
    DEEP,
    DIM,
    ON_PANEL,
    PANEL,
    SOFT,
    SPARK,
    TILE,
    TILE_DEEP,
    TILE_SPARK,
    TILE_WARM,
)
from briefdeck.compose.deck.layout_parts import (
    BESIDE,
    footed,
    on_ground,
    ordinal,
    page_number,
    panelled,
    rule,
    seat,
    title_seat,
)
from briefdeck.compose.deck.seating import Growth, Kind, Seating
from briefdeck.model.geometry import Rect
from briefdeck.model.page import SlotKind

_SAID = frozenset({Kind.POINT, Kind.BRANCH})

SUBSECTION = "Subsection"
"""The layout that opens a section below another."""

_TILE = grid.SLIDE.height / 5
_TEAL, _NIGHT, _SUN, _BRICK = TILE, TILE_DEEP, TILE_SPARK, TILE_WARM
_TILES = (
    ((_NIGHT, 2), (_TEAL, 1), (_SUN, 3)),
    ((_TEAL, 1), (_SUN, 0), (_NIGHT, 2)),
    ((_BRICK, 2), (_NIGHT, 3), (_TEAL, 0)),
    ((_SUN, 3), (_TEAL, 2), (_BRICK, 1)),
    ((_NIGHT, 0), (_BRICK, 0), (_TEAL, 3)),
)


def _title() -> Seating:
    left = grid.SLIDE.width - 3 * _TILE
    width = left - 2 * grid.GUTTER - grid.MARGIN
    tiles = [
        grid.quarter(Rect(left + column * _TILE, row * _TILE, _TILE, _TILE), ink, corner)
        for row, tiles in enumerate(_TILES)
        for column, (ink, corner) in enumerate(tiles)
    ]
    seats = (
        title_seat(Rect(grid.MARGIN, 60, width, 264), 50, 24, takes=Kind.COVER, ink=ON_PANEL),
        seat("subtitle", Kind.SUBTITLE, Rect(grid.MARGIN, 362, width, 84), grid.style(24, DIM), 18,
             kind=SlotKind.SUBTITLE, needed=False, prompt="Subtitle"),
        seat("byline", Kind.BYLINE, Rect(grid.MARGIN, 458, width, 40), grid.style(16, DIM), 14,
             anchor="bottom", needed=False, prompt="School, class, author, date"),
    )  # fmt: skip
    ornaments = (*tiles, rule(y=340, ink=SPARK, width=86))
    return on_ground("Title", "the title of the deck", seats, ornaments, ground=PANEL, kind="title")


_SECTION_WITH_STATEMENT = panelled(
    "Section with statement", "the section opens with one point", Kind.PART,
    [seat("statement", _SAID, BESIDE, (grid.style(32, DARK, font="heading"), grid.item(24, "–", 24, ink=SOFT)),
          (24, 18), ease=24, anchor="middle", prompt="Point")],
    ground=DEEP, discs=(TILE, TILE_DEEP),
)  # fmt: skip

SECTION_WITH_POINTS = panelled(
    "Section with points", "the section opens with a few points", Kind.PART,
    [seat("points", _SAID, BESIDE, grid.points(28), (20, 18, 18), many=True, most=5,
          ease=20, anchor="middle", spread=26, prompt="Point")],
    ground=DEEP, discs=(TILE, TILE_DEEP),
)  # fmt: skip


def _section(*, with_lead: bool) -> Seating:
    disc = grid.SLIDE.height / 2
    right = grid.SLIDE.width - disc
    width = right - grid.MARGIN - 12
    title = Rect(grid.MARGIN, 190, width, 120) if with_lead else Rect(grid.MARGIN, 236, width, 250)
    longer = Growth(up=title.y - grid.MARGIN, over=frozenset({Kind.ORDINAL}))
    seats = [
        title_seat(title, 44, 18, takes=Kind.PART, ink=ON_PANEL, anchor="top", growth=longer),
        ordinal(Rect(grid.MARGIN, title.y - 130, width, 122), 96),
        page_number(ON_PANEL),
    ]
    if with_lead:
        lead = Rect(grid.MARGIN, title.bottom + 16, width, 150)
        seats.insert(2, seat("lead", Kind.LEAD, lead, grid.style(24, DIM), 18, prompt="What this section says"))
    ornaments = (
        grid.quarter(Rect(right, disc, disc, disc), TILE, 2),
        grid.quarter(Rect(right, 0, disc, disc), TILE_DEEP, 1),
    )
    name = "Section with lead" if with_lead else "Section"
    kind = "" if with_lead else "secHead"
    return on_ground(name, "a section of several slides begins", seats, ornaments, ground=DEEP, kind=kind)


def _subsection() -> Seating:
    """A section below another: on a light ground, since two dark slides in a row say no more than one."""
    title = Rect(grid.MARGIN, 206, grid.WIDTH - 90, 150)
    name = grid.style(14, CARD_INKS[0], bold=True, caps=True)
    longer = Growth(up=title.y - 62, down=grid.BOTTOM - title.bottom, floor=18, over=frozenset({Kind.ORDINAL}))
    seats = (
        title_seat(title, 40, 22, takes=Kind.PART, anchor="top", growth=longer),
        seat("section", Kind.EYEBROW, grid.EYEBROW, name, 14, anchor="middle", needed=False, lines=1, prompt="Section"),
        ordinal(Rect(grid.MARGIN, 114, title.width, 84), 60, CARD_INKS[0]),
        *footed(SOFT),
    )
    bar = grid.panel(Rect(0, 0, 26, grid.SLIDE.height), TILE, "Section bar")
    return on_ground(SUBSECTION, "a section below another begins", seats, (bar,), ground=grid.SURFACE, kind="secHead")


TITLE = _title()
SECTIONS: tuple[Seating, ...] = (
    _SECTION_WITH_STATEMENT,
    SECTION_WITH_POINTS,
    _section(with_lead=True),
    _section(with_lead=False),
    _subsection(),
)
"""In the order of the table."""
