"""The layouts of the deck: one table, most specific first. The first that seats all of a slide wins.

An entry is data and nothing else: its slots with what they take, its ornaments, its ground. From it follow the choice,
the names that `layout:` in an outline may use, the real PowerPoint layout with typed placeholders, and the tests. To
add a layout, add an entry here and touch nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.compose.deck import grid
from briefdeck.compose.deck.agenda_layouts import AGENDAS
from briefdeck.compose.deck.grid import (
    CARD_INKS,
    DARK,
    DIM,
    ON_PANEL,
    PANEL,
    RULE,
    SOFT,
    SPARK,
    SURFACE,
    TEXT,
    TILE,
    TILE_SPARK,
    VEIL,
)
from briefdeck.compose.deck.layout_parts import (
    BESIDE,
    IN_ROWS,
    SIDE_BY_SIDE,
    barred,
    card_levels,
    columns,
    footed,
    headed,
    line,
    on_ground,
    on_paper,
    panelled,
    rule,
    seat,
    title_seat,
    topped,
)
from briefdeck.compose.deck.native_layouts import NATIVES
from briefdeck.compose.deck.opening_layouts import SECTIONS, TITLE
from briefdeck.compose.deck.seating import Kind, Seat, Seating
from briefdeck.compose.deck.shades import shaded
from briefdeck.compose.deck.short_layouts import POINTS_IN_COLUMNS, STATEMENT_OVER_COLUMNS, TILES
from briefdeck.model.geometry import Rect
from briefdeck.model.look import Ink, Theme
from briefdeck.model.media import Media
from briefdeck.model.page import Box, ShapeContent, TextStyle
from briefdeck.model.values import replace

_POINTS = frozenset({Kind.POINT, Kind.BRANCH, Kind.GROUP})
_SAID = frozenset({Kind.POINT, Kind.BRANCH})
_GROUPS = frozenset({Kind.GROUP, Kind.SIDE})
_SIDES = frozenset({Kind.SIDE})
_BAND = grid.columns(1, 12)
_FILLED = 0.55
"""How much of their cards the words of labels fill; fewer are better read in rows."""

# ---- panels at the left --------------------------------------------------------------------------------------------

_QUESTIONS = panelled(
    "Questions", "questions for the class", Kind.TITLE,
    [seat("questions", Kind.QUESTION, BESIDE, grid.item(32, "#", 44, mark_ink=RULE, before=14), 18, many=True, most=5,
          ease=20, anchor="middle", spread=26, prompt="Question")],
    ground=PANEL, discs=(TILE, TILE_SPARK),
)  # fmt: skip


# ---- figures -------------------------------------------------------------------------------------------------------


def _number(frame: Rect, size: float, least: float, ink: Ink, *, caption: float, n: str = "") -> tuple[Seat, Seat]:
    """A number, and the sentence it comes from below: its foot stands at the same height whatever the two say."""
    above, below = Rect(frame.x, frame.y, frame.width, frame.height * 0.47), frame.height * 0.5
    said = Rect(frame.x, frame.bottom - below, frame.width, below)
    levels = (grid.style(caption, TEXT), grid.item(20, "–", 24, ink=SOFT, before=5))
    number = seat(f"figure{n}", Kind.FIGURE, above, grid.style(size, ink, bold=True), least, ease=min(size, 40),
                  anchor="bottom", lines=2, portion="first", prompt="Number")  # fmt: skip
    return (
        replace(number, slight=0.5),
        seat(f"caption{n}", Kind.FIGURE, said, levels, 18, ease=20, portion="rest", prompt="What it counts"),
    )  # fmt: skip


def _figure_and_points() -> Seating:
    left, right = grid.columns(1, 5), grid.columns(6, 7)
    seats = (
        *_number(left, 80, 36, CARD_INKS[0], caption=24),
        seat("points", _POINTS, Rect(right.x + 32, right.y + 18, right.width - 56, right.height - 36), grid.points(24),
             (18, 18, 18), many=True, most=4, ease=20, anchor="middle", spread=20, prompt="Point"),
    )  # fmt: skip
    return on_paper("Figure", "a number and what belongs to it", seats, barred(right))


def _figure() -> Seating:
    frame = Rect(_BAND.x + 40, _BAND.y + 10, _BAND.width - 80, _BAND.height - 24)
    seats = _number(frame, 120, 44, CARD_INKS[0], caption=28)
    return on_paper("Number", "one number that says it", seats, barred(_BAND))


def _figures(count: int, size: float) -> Seating:
    placed = list(zip(columns(count), CARD_INKS, strict=False))
    seats = [
        one
        for n, (frame, ink) in enumerate(placed, 1)
        for one in _number(
            Rect(frame.x + 20, frame.y + 20, frame.width - 40, frame.height - 36), size, 28, ink, caption=24, n=f" {n}"
        )
    ]
    boxes = [box for frame, ink in placed for box in topped(frame, ink)]
    return on_paper(f"Numbers {count}", "numbers side by side", seats, boxes)


# ---- labels and points ---------------------------------------------------------------------------------------------


def _cards(
    name: str,
    frames: Sequence[Rect],
    takes: frozenset[Kind],
    why: str,
    *,
    lines: int = 2,
    full: float,
) -> Seating:
    """Labels side by side with what stands under them; a label of more lines than these is better a row's name."""
    seats = [
        seat(f"card {n}", takes, Rect(frame.x + 20, frame.y + 20, frame.width - 40, frame.height - 28),
             card_levels(ink, 24), (20, 18, 18), ease=20, main=1, lines=lines, prompt="Label")
        for n, (frame, ink) in enumerate(zip(frames, CARD_INKS, strict=False), 1)
    ]  # fmt: skip
    boxes = [box for frame, ink in zip(frames, CARD_INKS, strict=False) for box in topped(frame, ink)]
    return on_paper(name, why, seats, boxes, uneven=2.6, full=full)


def _heights(name: str, count: int, takes: frozenset[Kind], why: str, full: float) -> tuple[Seating, ...]:
    """Cards in three heights: little text would leave half of each high one empty.

    The high ones are chosen; slides come to have the others once all their sizes are known.
    """
    middle, low = f"Middle {name.lower()}", f"Low {name.lower()}"
    return (
        replace(_cards(name, columns(count), takes, why, full=full), lower=middle),
        replace(_cards(middle, _shorter(count, _MIDDLE), takes, why, full=full), lower=low),
        _cards(low, _shorter(count, _LOW), takes, why, full=full),
    )


def _shorter(count: int, height: float) -> list[Rect]:
    """Equal columns of a share of the content band's height."""
    return [frame._replace(height=frame.height * height) for frame in columns(count)]


_LOW, _MIDDLE = 0.66, 0.86
"""How high low and middle cards are, of the content band."""

_LOWER = 96.0
"""How much lower the cards of a low timeline are, points."""

_ROW = 116.0
"""The most that a row of a glossary is high: few words far apart look lost."""

_QUADRANTS = tuple(
    Rect(side.x, row.y, side.width, row.height) for row in grid.rows(_BAND, 2, 18) for side in columns(2)
)


def _statement(name: str, takes: frozenset[Kind], size: float, height: float) -> Seating:
    """One sentence on a panel, large, with what stands below it."""
    frame = Rect(_BAND.x, _BAND.y, _BAND.width, height)
    levels = (
        grid.style(size, DARK, font="heading"),
        grid.item(24, "–", 24, ink=SOFT, before=8),
        grid.item(20, "•", 44, ink=SOFT, before=4, hanging=18),
    )
    said = seat("statement 1", takes, Rect(frame.x + 34, frame.y + 8, frame.width - 68, frame.height - 16), levels,
                (24, 18, 18), ease=24, anchor="middle", prompt="Point")  # fmt: skip
    return on_paper(name, "a point on its own", (said,), barred(frame))


def _statements(count: int) -> Seating:
    """Two or three sentences, each on a panel of its own with what stands below it: large, and the slide is full."""
    frames = grid.rows(_BAND, count, 16)
    levels = (grid.style(28, TEXT), grid.item(20, "–", 24, ink=SOFT, before=6))
    seats = [
        seat(f"statement {n}", _SAID, Rect(frame.x + 34, frame.y + 8, frame.width - 68, frame.height - 16),
             levels, (24, 18), ease=24, anchor="middle", prompt="Point")
        for n, frame in enumerate(frames, 1)
    ]  # fmt: skip
    boxes = [box for frame in frames for box in barred(frame)]
    return on_paper(f"Statements {count}", "few points, each on its own", seats, boxes)


def _rows(count: int, takes: frozenset[Kind], name: str, why: str, most: float = _ROW) -> Seating:
    """A glossary: each word at the left, what belongs to it at the right, hairlines between; `most`: of a row."""
    height = min(_BAND.height, count * most)
    frames = grid.rows(Rect(_BAND.x, _BAND.y, _BAND.width, height), count, 2)
    seats: list[Seat] = []
    for n, frame in enumerate(frames, 1):
        word = Rect(frame.x, frame.y + 8, 268, frame.height - 16)
        text = Rect(frame.x + 292, word.y, frame.width - 292, word.height)
        seats += [
            seat(f"word {n}", takes, word, grid.heading(24, CARD_INKS[0]), 18, anchor="middle", portion="first",
                 prompt="Word"),
            seat(f"text {n}", takes, text, (grid.style(24, before=6), grid.item(20, "•", 18, ink=SOFT, before=4)), 18,
                 ease=20, anchor="middle", portion="rest", prompt="What it means"),
        ]  # fmt: skip
    lines = [
        line(frame.x, frame.bottom + 1, frame.width, ink=Ink("text", lighter=75), stroke=1, name="Hairline")
        for frame in frames[:-1]
    ]
    return on_paper(f"{name} {count}", why, seats, lines)


def _points_with_lead() -> Seating:
    """What a section says in one sentence on a panel, and the points that say it at length."""
    said = Rect(_BAND.x, _BAND.y, _BAND.width, 92)
    rest = Rect(_BAND.x, said.bottom + 22, _BAND.width, _BAND.bottom - said.bottom - 22)
    seats = (
        seat("lead", Kind.LEAD, Rect(said.x + 34, said.y + 8, said.width - 68, said.height - 16),
             grid.style(28, DARK, font="heading"), 20, ease=24, anchor="middle", prompt="The key point"),
        seat("points", _POINTS, rest, grid.points(24), (18, 18, 18), many=True, most=6, ease=20, spread=26,
             prompt="Point"),
    )  # fmt: skip
    return on_paper("Points with key point", "a sentence that says it, and the points below it", seats, barred(said))


_LIST = on_paper(
    "Points", "points in order",
    [seat("points", _POINTS, _BAND, grid.points(28), (18, 18, 18), many=True, most=7, ease=20, spread=34,
          prompt="Point")],
    kind="obj",
)  # fmt: skip


# ---- words of others, time, tables ---------------------------------------------------------------------------------


def _quote() -> Seating:
    frame = Rect(_BAND.x + 24, 136, _BAND.width - 72, 340)
    levels = (grid.style(40, DARK, font="heading", leading=1.25), grid.style(24, TEXT, before=22))
    seats = (
        title_seat(Rect(frame.x, 52, _BAND.width - 24, 66), 28, 20, ink=CARD_INKS[0], lines=2),
        seat("quote", Kind.QUOTE, frame, levels, (22, 18), anchor="middle", prompt="Their words"),
        *footed(SOFT, left=frame.x),
    )
    ornaments = (grid.panel(Rect(0, 0, 26, grid.SLIDE.height), TILE_SPARK, "Quote bar"), rule(frame.x))
    return on_ground("Quote", "somebody's own words", seats, ornaments, ground=SURFACE)


def _timeline(count: int, *, low: bool = False) -> Seating:
    """Moments along a line, what happened on cards below it; low ones for a line or two stand in the middle."""
    step = (grid.WIDTH + 20) / count
    top = grid.TOP + (_LOWER / 2 if low else 0)
    y, bottom = top + 92, top + grid.BOTTOM - grid.TOP - (_LOWER if low else 0)
    seats: list[Seat] = []
    ornaments = [line(grid.MARGIN, y + 8, grid.WIDTH, ink=Ink("heading", lighter=50), stroke=3, name="Time line")]
    for n in range(1, count + 1):
        left = grid.MARGIN + (n - 1) * step
        when = Rect(left, top, step - 20, 82)
        card = Rect(left, y + 34, step - 20, bottom - y - 34)
        what = Rect(card.x + 12, card.y + 12, card.width - 20, card.height - 20)
        seats += [
            seat(f"when {n}", Kind.MOMENT, when, grid.style(28, CARD_INKS[0], bold=True), 18,
                 anchor="bottom", portion="first", prompt="When"),
            seat(f"what {n}", Kind.MOMENT, what, grid.style(24), 18, portion="rest", prompt="What"),
        ]  # fmt: skip
        dot = ShapeContent(shape="ellipse", ink=CARD_INKS[0])
        ornaments += [Box(frame=Rect(left, y, 16, 16), content=dot, name="Dot"), grid.panel(card)]
    name = f"Low timeline {count}" if low else f"Timeline {count}"
    one = on_paper(name, "what happened, in order", seats, ornaments)
    return one if low else replace(one, lower=f"Low {name.lower()}")


# ---- the end -------------------------------------------------------------------------------------------------------


def _term() -> Seating:
    frame = Rect(_BAND.x + 40, _BAND.y + 16, _BAND.width - 80, _BAND.height - 32)
    levels = (grid.heading(44, CARD_INKS[0]), grid.style(28, TEXT, before=16))
    one = seat("term", Kind.TERM, frame, levels, (22, 18), anchor="middle", prompt="Term")
    return on_paper("Terms 1", "a term with what it means", (one,), barred(_BAND))


def _takeaways(count: int) -> Seating:
    frames = grid.rows(_BAND, count, 16)
    text: TextStyle = grid.style(36 if count == 1 else 28, ON_PANEL)
    seats = [
        seat(f"takeaway {n}", Kind.TAKEAWAY, Rect(frame.x + 34, frame.y + 6, frame.width - 64, frame.height - 12), text,
             18, ease=20, anchor="middle", prompt="Takeaway")
        for n, frame in enumerate(frames, 1)
    ]  # fmt: skip
    panels = [box for frame in frames for box in barred(frame, SPARK, VEIL)]
    seats = [*headed(ON_PANEL, DIM), *seats, *footed(DIM)]
    return on_ground(f"Takeaways {count}", "what to take home", seats, (rule(ink=SPARK), *panels), ground=PANEL)


_SOURCES = on_paper(
    "Sources", "where it comes from",
    [seat("sources", Kind.SOURCE, _BAND, grid.item(20, "•", 22, before=10), 18, many=True, most=8, spread=14,
          prompt="Source")],
)  # fmt: skip

LAYOUTS: tuple[Seating, ...] = (
    TITLE,
    *AGENDAS,
    *SECTIONS,
    _figure_and_points(),
    _figure(),
    _figures(2, 66),
    _figures(3, 54),
    *_heights("Comparison", 2, _SIDES, "two sides", 0.3),
    *_heights("Cards 2", 2, _GROUPS, SIDE_BY_SIDE, _FILLED),
    *_heights("Cards 3", 3, _GROUPS, SIDE_BY_SIDE, _FILLED),
    _cards("Cards 4", _QUADRANTS, _GROUPS, SIDE_BY_SIDE, lines=1, full=0.4),
    replace(_rows(2, _GROUPS, "Labels", IN_ROWS, _BAND.height / 2), lower="Low labels 2"),
    _rows(2, _GROUPS, "Low labels", IN_ROWS),
    *(_rows(count, _GROUPS, "Labels", IN_ROWS) for count in (3, 4, 5)),
    *TILES,
    _statement("Statement", frozenset({Kind.POINT}), 36, 220),
    STATEMENT_OVER_COLUMNS,
    _statement("Statement with points", _SAID, 32, _BAND.height),
    _statements(2),
    _statements(3),
    *(_timeline(count) for count in (1, 2, 3, 4, 5)),
    *(_timeline(count, low=True) for count in (1, 2, 3, 4, 5)),
    _quote(),
    *NATIVES,
    _points_with_lead(),
    POINTS_IN_COLUMNS,
    _LIST,
    _term(),
    *(_rows(count, frozenset({Kind.TERM}), "Terms", "terms with what they mean") for count in (2, 3, 4, 5)),
    _QUESTIONS,
    *(_takeaways(count) for count in (1, 2, 3, 4)),
    _SOURCES,
)
"""The table, most specific first."""

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})


def layouts_for(lang: str, theme: Theme | None = None, logo: Media | None = None) -> tuple[Seating, ...]:
    """The table for a language (mirrored where it is written from the right), in the shades of a theme, with a logo."""
    primary = lang.partition("-")[0].lower()
    table = LAYOUTS if theme is None else shaded(LAYOUTS, theme)
    if logo is not None:
        from briefdeck.compose.deck.logos import branded

        table = branded(table, logo, theme)
    return tuple(map(_mirrored, table)) if primary in _RIGHT_TO_LEFT else table


def _mirrored(seating: Seating) -> Seating:
    seats = tuple(replace(one, slot=replace(one.slot, frame=grid.mirror(one.slot.frame))) for one in seating.seats)
    layout = replace(
        seating.layout,
        slots=tuple(one.slot for one in seats),
        ornaments=tuple(grid.mirror_box(box) for box in seating.layout.ornaments),
    )
    return replace(seating, layout=layout, seats=seats)
