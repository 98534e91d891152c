"""The layouts of what is no text: tables, charts and pictures, each with room for its caption."""

from __future__ import annotations

from briefdeck.compose.deck import grid
from briefdeck.compose.deck.grid import SOFT
from briefdeck.compose.deck.layout_parts import CAPTION_HEIGHT, below, beside_picture, on_paper, seat
from briefdeck.compose.deck.seating import Kind, Seating
from briefdeck.model.geometry import Rect
from briefdeck.model.page import SlotKind

_POINTS = frozenset({Kind.POINT, Kind.BRANCH, Kind.GROUP})
_BAND = grid.columns(1, 12)

_TABLE = on_paper(
    "Table", "rows and columns",
    [
        seat("table", Kind.TABLE, grid.columns(1, 12, bottom=grid.BOTTOM - CAPTION_HEIGHT), grid.style(24), 14,
             kind=SlotKind.TABLE, prompt="Table"),
        below(),
    ],
    kind="tbl",
)  # fmt: skip


def _chart(*, with_reading: bool) -> Seating:
    top = grid.TOP + 62 if with_reading else grid.TOP
    frame = grid.columns(1, 12, top=top, bottom=grid.BOTTOM - CAPTION_HEIGHT - 8)
    seats = [seat("chart", Kind.CHART, frame, grid.style(20), 14, kind=SlotKind.CHART, prompt="Chart"), below()]
    if with_reading:
        said = Rect(_BAND.x, grid.TOP - 10, _BAND.width, 60)
        seats.insert(0, seat("reading", Kind.READING, said, grid.style(24, SOFT), 18, lines=2, prompt="What to see"))
    name = "Chart with reading" if with_reading else "Chart"
    return on_paper(name, "numbers, drawn", seats, kind="" if with_reading else "chart")


def _picture_with_points() -> Seating:
    left = 510.0
    width = left - grid.MARGIN - 34
    listed = seat(
        "points", _POINTS, Rect(grid.MARGIN, 174, width, 262), grid.points(24), (18, 18, 18), many=True, most=5,
        ease=20, spread=20, prompt="Point",
    )  # fmt: skip
    title, said = Rect(grid.MARGIN, 52, width, 92), Rect(grid.MARGIN, 446, width, 38)
    return beside_picture(
        "Picture with points", "a picture and what belongs to it", left, (listed,), title=title, captioned=said
    )


def _picture() -> Seating:
    left = 384.0
    width = left - grid.MARGIN - 34
    title, said = Rect(grid.MARGIN, 60, width, 232), Rect(grid.MARGIN, 326, width, 130)
    return beside_picture("Picture", "a picture", left, (), title=title, captioned=said)


def _wide_picture() -> Seating:
    frame = grid.columns(1, 12, bottom=grid.BOTTOM - CAPTION_HEIGHT)
    shown = seat("picture", Kind.PICTURE, frame, grid.style(18), 14, kind=SlotKind.PICTURE, prompt="Picture")
    return on_paper("Picture wide", "a picture that is much wider than high", (shown, below()))


NATIVES: tuple[Seating, ...] = (
    _TABLE,
    _chart(with_reading=True),
    _chart(with_reading=False),
    _picture_with_points(),
    _picture(),
    _wide_picture(),
)
"""In the order of the table."""
