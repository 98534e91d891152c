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
from briefdeck.model.values import replace

LONGEST_AGENDA = 24  # sections; more of them on one slide nobody can read
_HIGHEST = 76.0  # a row, points
_TIGHT = 50.0  # a row in which two lines stand close
_WHY = "the sections in order"
_HAIR = Ink("text", lighter=75)


def _row(number: int, frame: Rect, *, indent: float = 47, leading: float = 1.1, needed: bool = True) -> Seat:
    slack = 1 if leading < 1.1 else 4
    inside = Rect(frame.x, frame.y + slack, frame.width, frame.height - 2 * slack)
    style = replace(grid.item(28, "#", indent, ink=DARK), leading=leading)
    return seat(f"section {number}", Kind.AGENDA, inside, style, 18, ease=18, anchor="middle", needed=needed,
                prompt="Section")  # fmt: skip


def _beside(most: int) -> Seating:
    """Few sections beside the panel, in the middle of its height, hairlines between them."""
    height = min(BESIDE.height, most * _HIGHEST)
    frames = grid.rows(Rect(BESIDE.x, BESIDE.y + (BESIDE.height - height) / 2, BESIDE.width, height), most, 0)
    seats = [_row(number, frame) for number, frame in enumerate(frames, 1)]
    lines = [line(frame.x, frame.bottom, frame.width, ink=_HAIR, stroke=1, name="Hairline") for frame in frames[:-1]]
    return panelled(f"Agenda {most}", _WHY, Kind.TITLE, seats, ground=DEEP, discs=(TILE, TILE_SPARK), more=lines)


def _in_columns(most: int) -> Seating:
    """Many sections, down the left column and then down the right one."""
    half = most // 2
    bottom = grid.TOP + min(grid.BOTTOM - grid.TOP, half * _HIGHEST)
    frames = [frame for column in (1, 7) for frame in grid.rows(grid.columns(column, 6, bottom=bottom), half, 0)]
    close = 1.0 if frames[0].height < _TIGHT else 1.1
    seats = [
        _row(number, frame, indent=40, leading=close, needed=number < most) for number, frame in enumerate(frames, 1)
    ]
    lines = [
        line(frame.x, frame.bottom, frame.width, ink=_HAIR, stroke=1, name="Hairline")
        for number, frame in enumerate(frames, 1)
        if number % half
    ]
    return on_paper(f"Agenda {most}", _WHY, seats, lines)


AGENDAS: tuple[Seating, ...] = (
    *(_beside(most) for most in (2, 3, 4, 5, 6)),
    *(_in_columns(most) for most in range(8, LONGEST_AGENDA + 1, 2)),
)
"""From the fewest sections to the most: the columns differ by one row at most."""
