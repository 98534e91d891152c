"""The styles of the brief as data: each is a ladder for every paper, a manner of type, and what stands around.

A new style is an entry of `STYLES`: the outline, the command line and the documentation take its name from there.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefdeck.compose.brief.roles import BODY_FLOOR, CLOSE, NORMAL, ROOMY, TIGHT, USUAL, Manner, Spacing
from briefdeck.compose.brief.rungs import STANDARD, Ladder, Leading, Rung
from briefdeck.named import NamedTuple


class Style(NamedTuple):
    """One way to make the brief."""

    ladders: Mapping[str, Ladder]  # by paper; "" for all others
    manner: Manner = USUAL
    paper: str = "a4"  # when the author names none
    summary: float = 0.0  # part of the height at the foot that stands free, to sum up in
    blanks: bool = False  # key numbers and names are left for the class to fill in

    def ladder(self, paper: str) -> Ladder:
        """The ladder for a paper."""
        return self.ladders.get(paper) or self.ladders[""]


def _rungs(columns: int, *steps: tuple[float, Spacing, float]) -> tuple[Rung, ...]:
    """Rungs of so many columns: body size, closest gaps, largest title."""
    return tuple(Rung(size=size, columns=columns, spacing=spacing, title=title) for size, spacing, title in steps)


_SMALL_PAPER = Ladder(
    short=(Rung(size=12, columns=1, spacing=ROOMY, title=26, full=0.7),),
    full=_rungs(
        1, (11.5, NORMAL, 25), (11, NORMAL, 24), (10.5, NORMAL, 22), (10.5, CLOSE, 21), (10.25, CLOSE, 20),
        (BODY_FLOOR, CLOSE, 19), (BODY_FLOOR, TIGHT, 18),
    ),
)  # fmt: skip

_LARGE_PAPER = Ladder(
    short=(
        Rung(size=16, columns=1, spacing=ROOMY, title=48, full=0.5),
        Rung(size=15, columns=2, spacing=ROOMY, title=46, full=0.7),
    ),
    full=(
        *_rungs(2, (14, NORMAL, 44), (13.5, NORMAL, 43), (13, NORMAL, 42), (12.5, NORMAL, 41), (12, NORMAL, 40),
                (11.5, NORMAL, 38), (11, NORMAL, 36), (11, CLOSE, 36), (10.5, CLOSE, 34), (BODY_FLOOR, CLOSE, 32),
                (BODY_FLOOR, TIGHT, 30)),
    ),
)  # fmt: skip

_CLEAR_FLOOR = 12.0
_CLEAR = Ladder(
    short=(Rung(size=16, columns=1, spacing=ROOMY, title=36, full=0.8),),
    full=_rungs(
        1, (15, ROOMY, 34), (14.5, NORMAL, 32), (14, NORMAL, 30), (13.5, NORMAL, 29), (13, NORMAL, 28),
        (12.5, CLOSE, 27), (_CLEAR_FLOOR, CLOSE, 26), (_CLEAR_FLOOR, TIGHT, 24),
    ),
    leading=Leading(least=1.4, comfortable=1.46, most=1.65, notes=1.46),
)  # fmt: skip

_CORNELL = Ladder(
    short=(),
    full=_rungs(
        1, (12, ROOMY, 30), (11.5, NORMAL, 28), (11, NORMAL, 27), (10.75, NORMAL, 26), (10.5, CLOSE, 25),
        (10.25, CLOSE, 24), (BODY_FLOOR, CLOSE, 23), (BODY_FLOOR, TIGHT, 22),
    ),
)  # fmt: skip

_POSTER_FLOOR = 14.0
_POSTER = Ladder(
    short=(Rung(size=30, columns=1, spacing=ROOMY, title=96),),
    full=(
        *_rungs(1, (28, NORMAL, 90), (26, NORMAL, 84)),
        *_rungs(2, (24, NORMAL, 80), (22, NORMAL, 76), (20, NORMAL, 72), (19, NORMAL, 68), (18, NORMAL, 64),
                (17, CLOSE, 62), (16, CLOSE, 60), (15, CLOSE, 58), (_POSTER_FLOOR, CLOSE, 56),
                (_POSTER_FLOOR, TIGHT, 54)),
    ),
)  # fmt: skip

ANSWERS = "answers"
"""The style of the key to a guided brief: the same page with its blanks filled in."""

STYLES: Mapping[str, Style] = {
    "standard": Style({"": STANDARD, "a5": _SMALL_PAPER, "a3": _LARGE_PAPER}),
    "clear-print": Style({"": _CLEAR}, Manner(body_floor=_CLEAR_FLOOR, caption_floor=_CLEAR_FLOOR, italics=False)),
    "cornell": Style({"": _CORNELL}, Manner(cues=0.36), summary=0.12),
    "guided": Style({"": STANDARD, "a5": _SMALL_PAPER, "a3": _LARGE_PAPER}, blanks=True),
    "poster": Style(
        {"": _POSTER},
        Manner(
            body_floor=_POSTER_FLOOR,
            caption_floor=_POSTER_FLOOR,
            values=(4.2, 3.4, 2.7, 2.2, 1.6, 1.0),
            wide_values=(5,),
        ),
        paper="a3",
    ),
}
"""By the name that `brief: style:` and `--style` take."""
