"""The layouts of few words: tiles, and points in two columns, where a list would leave half of the slide empty."""

from __future__ import annotations

from briefdeck.compose.deck import grid
from briefdeck.compose.deck.grid import CARD_INKS, DARK, SOFT
from briefdeck.compose.deck.layout_parts import barred, columns, on_paper, seat, topped
from briefdeck.compose.deck.seating import Kind, Seating
from briefdeck.model.geometry import Rect
from briefdeck.model.values import replace

_BAND = grid.columns(1, 12)
_TILE = 200.0  # points: how high tiles in one row are
_HALVES = (grid.columns(1, 6), grid.columns(7, 6))


def _tiles(*across: int) -> Seating:
    """A few words each, large, on panels beside one another: so many in each row."""
    band = _BAND if len(across) > 1 else _BAND._replace(y=_BAND.y + (_BAND.height - _TILE) / 2, height=_TILE)
    frames = [
        Rect(side.x, row.y, side.width, row.height)
        for row, count in zip(grid.rows(band, len(across), 18), across, strict=True)
        for side in columns(count)
    ]
    level = grid.style(36, DARK, font="heading", align="center")
    seats = [
        seat(f"tile {n}", Kind.POINT, Rect(frame.x + 16, frame.y + 14, frame.width - 32, frame.height - 22),
             level, 22, ease=28 if max(across) == 2 else 22, anchor="middle", lines=2, prompt="Point")
        for n, frame in enumerate(frames, 1)
    ]  # fmt: skip
    seats = [replace(one, names=True) for one in seats]
    boxes = [box for n, frame in enumerate(frames) for box in topped(frame, CARD_INKS[n % len(CARD_INKS)])]
    return on_paper(f"Tiles {len(frames)}", "a few words each", seats, boxes)


TILES: tuple[Seating, ...] = tuple(_tiles(*across) for across in ((2,), (3,), (2, 2), (3, 2), (3, 3)))

POINTS_IN_COLUMNS = on_paper(
    "Points in columns", "many short points",
    [
        seat(f"points {n}", Kind.POINT, frame, grid.points(28)[:1], 18, many=True, most=6, least=least, ease=24,
             lines=1, column=(n, 2), spread=34, prompt="Point")
        for n, (frame, least) in enumerate(zip(_HALVES, (4, 3), strict=True), 1)
    ],
)  # fmt: skip


def _over_columns() -> Seating:
    """A sentence on a panel, and what it counts up in two columns below."""
    said = Rect(_BAND.x, _BAND.y, _BAND.width, 92)
    level = grid.item(24, "–", 24, ink=SOFT, before=10)
    seats = [
        seat("statement 1", Kind.BRANCH, Rect(said.x + 34, said.y + 8, said.width - 68, said.height - 16),
             grid.style(28, DARK, font="heading"), 22, ease=24, anchor="middle", portion="first", prompt="Point"),
        *(
            seat(f"points {n}", Kind.BRANCH, half._replace(y=said.bottom + 26, height=half.bottom - said.bottom - 26),
                 level, 18, ease=20, lines=1, least=2, portion="rest", column=(n, 2), spread=24, prompt="Point")
            for n, half in enumerate(_HALVES, 1)
        ),
    ]  # fmt: skip
    return on_paper("Statement over columns", "a point that counts up what stands below it", seats, barred(said))


STATEMENT_OVER_COLUMNS = _over_columns()
