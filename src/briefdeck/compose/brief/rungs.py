"""The ladder of the brief as data: every way to set it, from the most generous to the floor.

`docs/brief.md` shows the same table to users. What gives way below the last rung is in `cuts`. A style of its own is
another `Ladder`.
"""

from __future__ import annotations

from briefdeck.compose.brief.roles import BODY_FLOOR, CLOSE, NORMAL, ROOMY, TIGHT, Spacing
from briefdeck.named import NamedTuple


class Rung(NamedTuple):
    """One way to set the brief."""

    size: float  # of the body, points
    columns: int
    spacing: Spacing  # the closest it may get
    title: float  # the largest size of the title, points
    full: float = 1.0  # how much of the room below the head it may fill

    @property
    def words(self) -> str:
        """The rung as a person would say it."""
        columns = "one column" if self.columns == 1 else "two columns"
        return f"{self.size:g} points, {columns}, {self.spacing.name} gaps"


class Leading(NamedTuple):
    """Line height as a multiple of the body size."""

    least: float = 1.32  # on a full page
    comfortable: float = 1.38  # gaps do not grow at the cost of lines closer than this
    most: float = 1.5  # on a page with room
    notes: float = 1.34  # so close may lines be set to make room for notes


class Ladder(NamedTuple):
    """The rungs in the order in which they are tried; the first that holds everything is taken."""

    short: tuple[Rung, ...]  # for briefs that leave room to write on
    full: tuple[Rung, ...]  # the rest, down to the floor
    leading: Leading = Leading()

    @property
    def giving_way(self) -> Rung:
        """The rung on which things are cut.

        Tight gaps may save the last of them; where some go anyway, what is left is set so that its lists can be told
        apart.
        """
        return next((rung for rung in reversed(self.full) if rung.spacing is not TIGHT), self.full[-1])


STANDARD = Ladder(
    short=(
        Rung(size=13, columns=1, spacing=ROOMY, title=36, full=0.5),
        Rung(size=12, columns=1, spacing=ROOMY, title=34, full=0.8),
    ),
    full=(
        Rung(size=12, columns=2, spacing=NORMAL, title=32),
        Rung(size=11.75, columns=2, spacing=NORMAL, title=31),
        Rung(size=11.5, columns=2, spacing=NORMAL, title=30),
        Rung(size=11.25, columns=2, spacing=NORMAL, title=29),
        Rung(size=11, columns=2, spacing=NORMAL, title=28),
        Rung(size=11, columns=2, spacing=CLOSE, title=28),
        Rung(size=10.75, columns=2, spacing=CLOSE, title=27),
        Rung(size=10.5, columns=2, spacing=CLOSE, title=26),
        Rung(size=10.25, columns=2, spacing=CLOSE, title=25),
        Rung(size=BODY_FLOOR, columns=2, spacing=CLOSE, title=24),
        Rung(size=BODY_FLOOR, columns=2, spacing=TIGHT, title=22),
    ),
)

PATIENCE = 3
"""So many rungs are tried for columns that end evenly and between whole paragraphs, so many steps for even ones."""

LEAST_LINES = 8
"""A head that leaves less than this below it takes the whole page."""
