"""The layouts of the agenda: every section a row of its own, so that all of the row is the way to it.

Up to six sections stand in rows beside a dark panel, more of them in two columns over the whole slide.
"""

from __future__ import annotations

from briefdeck.compose.deck import grid
from briefdeck.compose.deck.grid import DARK, DEEP, TILE, TILE_SPARK
from briefdeck.compose.deck.layout_parts import BESIDE, line, on_paper, panelled, seat
from briefdeck.compose.deck.seating import Kind, Seat, Seating
from briefdeck.model.geometry import Rect
from briefdeck.model.look import Ink

_HIGHEST = 76.0  # a row, points
_ROOMY = 50.0  # a row for large type
_WHY = "the sections in order"
_HAIR = Ink("text", lighter=75)


def _row(number: int, frame: Rect, size: float, *, needed: bool) -> Seat:
    indent = size * 1.7
    inside = Rect(frame.x, frame.y + 2, frame.width, frame.height - 4)
    return seat(f"section {number}", Kind.AGENDA, inside, grid.item(size, "#", indent, ink=DARK), 18,
                ease=18, anchor="middle", needed=needed, prompt="Section")  # fmt: skip


def _beside(most: int) -> Seating:
    """Few sections beside the panel, in the middle of its height, hairlines between them."""
    height = min(BESIDE.height, most * _HIGHEST)
    frames = grid.rows(Rect(BESIDE.x, BESIDE.y + (BESIDE.height - height) / 2, BESIDE.width, height), most, 0)
    seats = [_row(number, frame, 28, needed=True) for number, frame in enumerate(frames, 1)]
    lines = [line(frame.x, frame.bottom, frame.width, ink=_HAIR, stroke=1, name="Hairline") for frame in frames[:-1]]
    return panelled(f"Agenda {most}", _WHY, Kind.TITLE, seats, ground=DEEP, discs=(TILE, TILE_SPARK), more=lines)


def _in_columns(most: int) -> Seating:
    """Many sections, down the left column and then down the right one."""
    half = most // 2
    bottom = grid.TOP + min(grid.BOTTOM - grid.TOP, half * _HIGHEST)
    frames = [frame for column in (1, 7) for frame in grid.rows(grid.columns(column, 6, bottom=bottom), half, 0)]
    size = 24 if frames[0].height > _ROOMY else 20
    seats = [_row(number, frame, size, needed=number <= half) for number, frame in enumerate(frames, 1)]
    return on_paper(f"Agenda {most}", _WHY, seats)


AGENDAS: tuple[Seating, ...] = (
    *(_beside(most) for most in (2, 3, 4, 5, 6)),
    *(_in_columns(most) for most in (8, 12, 16, 24)),
)
"""From the fewest sections to the most."""
