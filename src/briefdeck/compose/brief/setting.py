"""Blocks are set in lines at one body size and one column width; heights come out in quarter lines.

Breaking lines is the typesetter's; here stands what is stacked on what. Everything that is set once is remembered,
because the ladder asks for the same block again and again.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from math import ceil
from types import MappingProxyType
from typing import Protocol

from briefdeck.compose.brief.block import HEADINGS, Block, Role
from briefdeck.compose.brief.columns import QUARTERS
from briefdeck.compose.brief.cues import BESIDE
from briefdeck.compose.brief.drawn import Drawn, chart_words, drawn_chart, drawn_picture
from briefdeck.compose.brief.roles import ACCENT, CUE_GAP, TYPE, USUAL, Manner, style
from briefdeck.compose.brief.rungs import Leading
from briefdeck.compose.brief.tables import Grid, set_table
from briefdeck.compose.type.scripts import is_tall
from briefdeck.model.look import ColorRole, Ink
from briefdeck.model.page import Align, Line, Paragraph, Part, Ref, Span, TextStyle
from briefdeck.model.values import replace
from briefdeck.named import NamedTuple


class CountLines(Protocol):
    """The typesetter where only the number of lines counts."""

    def __call__(self, paragraph: Paragraph, width: float) -> int: ...  # noqa: D102


class Reach(Protocol):
    """How far the ink of a line rises above its baseline and hangs below it, both in points."""

    def __call__(self, line: Line) -> tuple[float, float]: ...  # noqa: D102


class SetLines(Protocol):
    """The typesetter: a paragraph and a width in points give the paragraph with its lines."""

    def __call__(self, paragraph: Paragraph, width: float, *, hyphenate: bool = True) -> Paragraph: ...  # noqa: D102


_WIDE = 360.0  # points: a column that is the whole page
_CUE_LEADING = 0.9  # line heights of the body
_VALUE_LEADING, _TALL_VALUE_LEADING = 0.78, 0.98  # line heights of the body
_ASIDE = 0.86  # of the body: what stands beside a heading
_BAR = 0.75  # em from the edge of the column to what stands beside a bar
_BESIDE = 0.42  # of the width a caption needs to stand beside its value
_DESCENT = 0.28  # line heights from the lower edge of a line to its baseline
_INK_APART = 0.04  # em of the body: between the ink of a large figure and that of its caption


_ROWS = 3
"""So many rows of a table at least stand in each of its parts."""

_STACKED = frozenset({Role.FIGURE, Role.QUOTE, Role.TABLE, Role.CHART, Role.PICTURE})
"""What is more than one paragraph."""

_WHOLE = HEADINGS | {Role.CAPTION}
"""What is never parted."""


class Stack(NamedTuple):
    """Lines of one paragraph at their place within a piece."""

    paragraph: Paragraph
    width: float  # of its box, points
    x: float = 0.0  # of its box within the column, points
    top: int = 0  # quarter lines
    step: int = QUARTERS  # quarter lines from one baseline to the next
    up: int = 0  # quarter lines by which its baselines stand higher than the foot of their steps


class Setting(NamedTuple):
    """One block, set."""

    block: Block
    units: int
    breaks: tuple[int, ...] = ()
    again: int = 0  # the height of a table's header, which stands above each of its parts
    stacks: tuple[Stack, ...] = ()
    grid: Grid | None = None
    bar: Ink | None = None  # a bar stands left of it
    beside: int = 0  # of a cue, which takes no height in the flow: how far it reaches down beside the text
    drawn: Drawn | None = None  # a picture or chart at its top
    cramped: bool = False  # a table with words wider than their cells
    wide: bool = False  # it stands across all columns


class Setter:
    """Sets blocks with one typesetter and remembers every setting."""

    def __init__(
        self,
        set_lines: SetLines,
        count_lines: CountLines,
        reach: Reach,
        align: Align = "left",
        *,
        colors: Mapping[ColorRole, str] = MappingProxyType({}),
        mirrored: bool = False,
        manner: Manner = USUAL,
    ) -> None:
        self._colors = colors
        self._mirrored = mirrored
        self._set_lines = set_lines
        self._count_lines = count_lines
        self._reach = reach
        self._manner = manner
        self._align: Align = align
        self._digits: Align = "left" if mirrored else "right"  # units below units, on a mirrored page too
        self._memory: dict[tuple[Block, float, float], Setting] = {}
        self._outlines: dict[tuple[Block, float, float], Setting] = {}

    def setting(self, block: Block, size: float, width: float) -> Setting:
        """A block at a body size in a column, both in points."""
        key = block, size, width
        if key not in self._memory:
            self._memory[key] = self._make(block, size, width)
        return self._memory[key]

    def outline(self, block: Block, size: float, width: float) -> Setting:
        """The same, but without the lines of a plain paragraph: all that it takes to see whether a page holds it."""
        key = block, size, width
        if key in self._memory or not self._is_plain(block):
            return self.setting(block, size, width)
        if key not in self._outlines:
            how = style(block, size, self._manner)
            count = self._count_lines(self._paragraph(block.spans, how, block), width)
            self._outlines[key] = _in_lines(block, count, ())
        return self._outlines[key]

    def _is_plain(self, block: Block) -> bool:
        if block.role is Role.SECTION:
            return not (block.caption or self._manner.cues)
        return block.role not in _STACKED and not (self._manner.cues and block.role in BESIDE)

    def _make(self, block: Block, size: float, width: float) -> Setting:
        if self._manner.cues and block.role in BESIDE:
            return self._cue(block, size, width)
        if block.role is Role.SECTION and block.caption:
            return self._heading(block, size, width)
        if block.role is Role.FIGURE:
            return self._figure(block, size, width)
        if block.role is Role.QUOTE:
            return self._quote(block, size, width)
        if block.role is Role.TABLE:
            return self._table(block, size, width)
        if block.role is Role.CHART:
            return self._chart(block, size, width)
        if block.role is Role.PICTURE:
            return self._picture(block, size, width)
        paragraph = self._lines(block.spans, style(block, size, self._manner), width, block)
        count = len(paragraph.lines)
        return _in_lines(block, count, (Stack(paragraph=paragraph, width=width, step=_line_step(block, count)),))

    def _heading(self, block: Block, size: float, width: float) -> Setting:
        """A heading, and at the end of its last line the slides that show the section."""
        aside = self._caption(block, size * _ASIDE, width)
        used = max((line.width for line in aside.lines), default=0.0) + 1
        room = width - used - size / 2
        if len(aside.lines) != 1 or room < width / 2:
            return self._make(replace(block, caption=()), size, width)
        how = style(block, size, self._manner)
        heading = self._lines(block.spans, how, room, block)
        whole = self._lines(block.spans, how, width, block)
        if len(whole.lines) < len(heading.lines) and whole.lines[-1].x + whole.lines[-1].width <= room:
            heading, room = whole, width  # only the last line makes room for what stands beside it
        step = _line_step(block, len(heading.lines))
        last = len(heading.lines) * step - QUARTERS
        aside = self._caption(block, size * _ASIDE, used)
        return Setting(
            block=block,
            units=len(heading.lines) * step,
            stacks=(
                Stack(paragraph=heading, width=room, step=step),
                Stack(paragraph=aside, x=width - used, width=used, top=last),
            ),
        )

    def _cue(self, block: Block, size: float, width: float) -> Setting:
        """A heading or label left of the text, its first line level with the text's."""
        room = width * self._manner.cues
        paragraph = self._lines(block.spans, style(block, size, self._manner), room, block)
        tall = max(QUARTERS, ceil(QUARTERS * paragraph.style.size / size * _CUE_LEADING))
        return Setting(
            block=block,
            units=0,
            beside=len(paragraph.lines) * tall,
            stacks=(Stack(paragraph=paragraph, width=room, x=-room - CUE_GAP, step=tall, up=tall - QUARTERS),),
        )

    def _lines(self, spans: tuple[Span, ...], how: TextStyle, width: float, block: Block) -> Paragraph:
        paragraph = self._set_lines(self._paragraph(spans, how, block), width)
        if block.bullet.endswith("."):  # set with its own number, and a numbered list to every reader
            paragraph = replace(paragraph, style=replace(paragraph.style, bullet="#"))
        return paragraph

    def _paragraph(self, spans: tuple[Span, ...], how: TextStyle, block: Block) -> Paragraph:
        tag = TYPE[block.role].tag
        if tag in {"P", "LI"} and block.role is not Role.FIGURE:
            how = replace(how, align=self._align)
        level = {Role.BELOW: 1, Role.DEEP: 2}.get(block.role, 0)
        return Paragraph(spans=spans, style=how, level=level, ref=block.ref, tag=tag)

    def _figure(self, block: Block, size: float, width: float) -> Setting:
        """The value large, its caption beside it where there is room, else below."""
        left = _BAR * size
        inner = width - left
        value = self._value(block, size, inner)
        used = max((line.width for line in value.lines), default=0.0)
        leading = _TALL_VALUE_LEADING if is_tall(value.text) else _VALUE_LEADING
        tall = max(QUARTERS, ceil(QUARTERS * value.style.size / size * leading))
        beside = len(value.lines) == 1 and inner - used - size >= _BESIDE * width
        if beside:  # once more in a box of its own width, for scripts that begin at its right edge
            value = self._lines(block.spans, value.style, used + 1, block)
        x = left + used + size if beside else left
        caption = self._caption(block, size, width - x)
        count = len(caption.lines)
        value_units = len(value.lines) * tall
        down = max(0, value_units - count * QUARTERS) if beside else value_units + self._apart(value, caption, size)
        foot = value_units + (self._hangs(value, size) if beside or not count else 0)
        return Setting(
            block=block,
            units=max(foot, down + count * QUARTERS),
            stacks=(
                Stack(paragraph=value, x=left, width=used + 1 if beside else inner, step=tall),
                Stack(paragraph=caption, x=x, width=width - x, top=down),
            ),
            bar=ACCENT,
        )

    def _apart(self, value: Paragraph, caption: Paragraph, size: float) -> int:
        """Quarter lines that must stand between a large figure and the caption below it, so that no letters touch."""
        if not value.lines or not caption.lines:
            return 0
        ink = self._reach(value.lines[-1])[1] + self._reach(caption.lines[0])[0] + _INK_APART * size
        return max(0, ceil(ink / _quarter(size)) - QUARTERS)

    def _hangs(self, value: Paragraph, size: float) -> int:
        """Quarter lines by which a large figure hangs below its line and the least gap that follows it."""
        hangs = self._reach(value.lines[-1])[1] if value.lines else 0.0
        return max(0, ceil(hangs / _quarter(size) - _DESCENT * QUARTERS) - 1)

    def _quote(self, block: Block, size: float, width: float) -> Setting:
        """Somebody's words beside a bar, the name below."""
        left = _BAR * size
        quote = self._lines(block.spans, style(block, size, self._manner), width - left, block)
        stacks = [Stack(paragraph=quote, x=left, width=width - left)]
        units = len(quote.lines) * QUARTERS
        if block.caption:
            by = self._caption(block, size, width - left)
            stacks.append(Stack(paragraph=by, x=left, width=width - left, top=units))
            units += len(by.lines) * QUARTERS
        breaks = _line_breaks(len(quote.lines))
        return Setting(block=block, units=units, breaks=breaks, stacks=tuple(stacks), bar=ACCENT)

    def _value(self, block: Block, size: float, width: float) -> Paragraph:
        base = style(block, size, self._manner)
        wide = self._manner.wide_values if width > _WIDE else ()
        for scale in (*wide, *self._manner.values):
            value = self._lines(block.spans, replace(base, size=size * scale), width, block)
            if len(value.lines) == 1:
                break
        return value

    def _caption(self, block: Block, size: float, width: float) -> Paragraph:
        how = TextStyle(font="body", size=max(self._manner.caption_floor, size * 0.94), ink=TYPE[Role.CAPTION].ink)
        ref = Ref(block.ref.section, block.ref.item, Part.CAPTION)
        return self._set_lines(Paragraph(spans=block.caption, style=how, ref=ref), width)

    def _picture(self, block: Block, size: float, width: float) -> Setting:
        drawn = drawn_picture(block, size, width)
        if not block.caption:
            return Setting(block=block, units=drawn.units, drawn=drawn)
        caption = self._caption(block, size, width)
        top = drawn.units + 1
        return Setting(
            block=block,
            units=top + len(caption.lines) * QUARTERS,
            stacks=(Stack(paragraph=replace(caption, tag="Caption"), width=width, top=top),),
            drawn=drawn,
        )

    def _chart(self, block: Block, size: float, width: float) -> Setting:
        """The chart drawn; the table of its numbers where its words find no room."""
        words = chart_words(lambda paragraph, room: self._set_lines(paragraph, room, hyphenate=False))
        floor = self._manner.caption_floor
        drawn = drawn_chart(block, size, width, words=words, colors=self._colors, floor=floor, rtl=self._mirrored)
        if drawn is None:
            return replace(self._table(block, size, width), breaks=())
        return Setting(block=block, units=drawn.units, drawn=drawn)

    def _table(self, block: Block, size: float, width: float) -> Setting:
        """A table may be parted between rows, some of them in each part."""
        how = style(block, size, self._manner)
        set_cell = partial(self._cell, ref=block.ref)
        floor = self._manner.caption_floor
        grid = set_table(block.cells, size, width, how, set_cell, floor=floor, digits=self._digits)
        rows = range(_ROWS + 1, len(grid.heights) - _ROWS + 1)
        return Setting(
            block=block,
            units=sum(grid.heights),
            breaks=tuple(sum(grid.heights[:count]) for count in rows),
            again=grid.heights[0],
            grid=grid,
            cramped=grid.cramped,
        )

    def _cell(self, text: str, how: TextStyle, width: float, *, ref: Ref) -> Paragraph:
        """One cell; only a word that is wider than the cell gets a hyphen."""
        return self._set_lines(Paragraph(spans=(Span(text=text),), style=how, ref=ref), width, hyphenate=False)


def _quarter(size: float) -> float:
    """A quarter line where lines stand closest, points."""
    return size * Leading().least / QUARTERS


def _in_lines(block: Block, count: int, stacks: tuple[Stack, ...]) -> Setting:
    """A plain paragraph of so many lines."""
    breaks = () if block.role in _WHOLE else _line_breaks(count)
    return Setting(block=block, units=count * _line_step(block, count), breaks=breaks, stacks=stacks)


def _line_step(block: Block, count: int) -> int:
    """Quarter lines from one of so many baselines to the next: those of a heading in a tall script stand apart."""
    tall = count > 1 and block.role in HEADINGS and any(is_tall(span.text) for span in block.spans)
    return QUARTERS + tall


def _line_breaks(count: int) -> tuple[int, ...]:
    """Where so many lines may be parted: two stay on either side."""
    return tuple(line * QUARTERS for line in range(2, count - 1))


def place(paragraph: Paragraph, step: float, line: float, down: float = 0.0) -> Paragraph:
    """The paragraph with its baselines one step apart, each a little above the lower edge of its step.

    `line` is the line height that the room below a baseline is taken from; `down` moves all lines; all are points.
    """
    first = step - _DESCENT * line + down
    lines = tuple(replace(entry, baseline=first + number * step) for number, entry in enumerate(paragraph.lines))
    return replace(paragraph, lines=lines)
