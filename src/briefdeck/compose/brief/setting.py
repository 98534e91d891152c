"""Blocks are set in lines at one body size and one column width; heights come out in quarter lines.

Breaking lines is the typesetter's; here stands what is stacked on what. Everything that is set once is remembered,
because the ladder asks for the same block again and again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from types import MappingProxyType
from typing import NamedTuple, Protocol

from briefdeck.compose.brief.blocks import HEADINGS, Block, Role
from briefdeck.compose.brief.columns import QUARTERS, Piece
from briefdeck.compose.brief.cues import BESIDE
from briefdeck.compose.brief.drawn import Drawn, chart_words, drawn_chart, drawn_picture
from briefdeck.compose.brief.roles import ACCENT, CUE_GAP, TYPE, USUAL, Manner, Spacing, gap, style
from briefdeck.compose.brief.widths import column_widths
from briefdeck.model.look import ColorRole, Ink
from briefdeck.model.page import Align, Paragraph, Part, Ref, Span, TextStyle
from briefdeck.model.values import replace


class CountLines(Protocol):
    """The typesetter where only the number of lines counts."""

    def __call__(self, paragraph: Paragraph, width: float) -> int: ...  # noqa: D102


class SetLines(Protocol):
    """The typesetter: a paragraph and a width in points give the paragraph with its lines."""

    def __call__(self, paragraph: Paragraph, width: float, *, hyphenate: bool = True) -> Paragraph: ...  # noqa: D102


_WIDE = 360.0  # points: a column that is the whole page
_CELLS = ((1.0, 0.9), (0.93, 0.9), (0.86, 0.75), (0.8, 0.6))
"""The type of a table, in sizes of its own, and the em of the body between two columns, till its words are whole."""

_WORDS_MEASURED = 12  # the longest by letters; the widest is among them
_ENDLESS = 1e5  # points
_CUE_LEADING = 0.9  # line heights of the body
_VALUE_LEADING = 0.78  # line heights of the body
_ASIDE = 0.86  # of the body: what stands beside a heading
_BAR = 0.75  # em from the edge of the column to what stands beside a bar
_BESIDE = 0.42  # of the width a caption needs to stand beside its value
_DESCENT = 0.28  # line heights from the lower edge of a line to its baseline
_LEAST = 0.33  # em: no script of ours has a narrower mean advance


_SMALL = 0.78  # of the body: cells of that size have lines of three quarters
_ROWS = 3
"""So many rows of a table at least stand in each of its parts."""

_STACKED = frozenset({Role.FIGURE, Role.QUOTE, Role.TABLE, Role.CHART, Role.PICTURE})
"""What is more than one paragraph."""

_CUES_APART = 2  # quarter lines
_WHOLE = HEADINGS | {Role.CAPTION}
"""What is never parted."""


class Stack(NamedTuple):
    """Lines of one paragraph at their place within a piece."""

    paragraph: Paragraph
    width: float  # of its box, points
    x: float = 0.0  # of its box within the column, points
    top: int = 0  # quarter lines
    step: int = QUARTERS  # quarter lines from one baseline to the next


class Grid(NamedTuple):
    """A set table."""

    rows: tuple[tuple[Paragraph, ...], ...]
    widths: tuple[float, ...]  # points
    heights: tuple[int, ...]  # quarter lines
    step: int = QUARTERS  # quarter lines from one baseline to the next within a cell


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


class Setter:
    """Sets blocks with one typesetter and remembers every setting."""

    def __init__(
        self,
        set_lines: SetLines,
        count_lines: CountLines,
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
        return _in_lines(block, len(paragraph.lines), (Stack(paragraph=paragraph, width=width),))

    def _heading(self, block: Block, size: float, width: float) -> Setting:
        """A heading, and at the end of its last line the slides that show the section."""
        aside = self._caption(block, size * _ASIDE, width)
        used = max((line.width for line in aside.lines), default=0.0) + 1
        room = width - used - size / 2
        if len(aside.lines) != 1 or room < width / 2:
            return self._make(replace(block, caption=()), size, width)
        heading = self._lines(block.spans, style(block, size, self._manner), room, block)
        last = (len(heading.lines) - 1) * QUARTERS
        aside = self._caption(block, size * _ASIDE, used)
        return Setting(
            block=block,
            units=len(heading.lines) * QUARTERS,
            stacks=(
                Stack(paragraph=heading, width=room),
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
            stacks=(Stack(paragraph=paragraph, width=room, x=-room - CUE_GAP, step=tall),),
        )

    def _lines(self, spans: tuple[Span, ...], how: TextStyle, width: float, block: Block) -> Paragraph:
        paragraph = self._set_lines(self._paragraph(spans, how, block), width)
        if block.role is Role.QUESTION:  # set with its own number, and a numbered list to every reader
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
        tall = max(QUARTERS, ceil(QUARTERS * value.style.size / size * _VALUE_LEADING))
        beside = len(value.lines) == 1 and inner - used - size >= _BESIDE * width
        if beside:  # once more in a box of its own width, for scripts that begin at its right edge
            value = self._lines(block.spans, value.style, used + 1, block)
        x = left + used + size if beside else left
        caption = self._caption(block, size, width - x)
        count = len(caption.lines)
        value_units = len(value.lines) * tall
        down = (max(0, value_units - count * QUARTERS)) if beside else value_units
        return Setting(
            block=block,
            units=max(value_units, down + count * QUARTERS),
            stacks=(
                Stack(paragraph=value, x=left, width=used + 1 if beside else inner, step=tall),
                Stack(paragraph=caption, x=x, width=width - x, top=down),
            ),
            bar=ACCENT,
        )

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
        return Setting(block=block, units=units, stacks=tuple(stacks), bar=ACCENT)

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
        """Columns as wide as their longest words, in smaller type where those need it; hyphens only if that fails."""
        columns = range(len(block.cells[0]))
        numbers = [all(_is_number(row[index]) for row in block.cells[1:]) for index in columns]
        for scale, apart in _CELLS:
            how = style(block, size, self._manner)
            how = replace(how, size=max(self._manner.caption_floor, how.size * scale))
            gap_width = apart * size
            needs = [self._needs([row[index] for row in block.cells], how) for index in columns]
            widths = column_widths(needs, width, gap_width)
            whole = sum(least for least, _ in needs) + gap_width * (len(needs) - 1) <= width
            if whole:
                break
        rows = tuple(
            tuple(
                self._cell(
                    cell,
                    replace(how, tabular=True, bold=number == 0, align=self._digits if numbers[index] else "left"),
                    widths[index] - (gap_width if index < len(widths) - 1 else 0.0),
                    block.ref,
                )
                for index, cell in enumerate(cells)
            )
            for number, cells in enumerate(block.cells)
        )
        step = QUARTERS - 1 if how.size <= _SMALL * size else QUARTERS
        heights = tuple(max((len(cell.lines) for cell in row), default=1) * step + 1 for row in rows)
        return Setting(
            block=block,
            units=sum(heights),
            breaks=tuple(sum(heights[:count]) for count in range(_ROWS + 1, len(heights) - _ROWS + 1)),
            again=heights[0],
            grid=Grid(rows=rows, widths=widths, heights=heights, step=step),
            cramped=not whole,
        )

    def _cell(self, text: str, how: TextStyle, width: float, ref: Ref) -> Paragraph:
        """One cell; only a word that is wider than the cell gets a hyphen."""
        return self._set_lines(Paragraph(spans=(Span(text=text),), style=how, ref=ref), width, hyphenate=False)

    def _needs(self, cells: Sequence[str], how: TextStyle) -> tuple[float, float]:
        """What a column needs at least, for its longest word, and at most, for its longest cell in one line; points."""
        words = sorted({word for cell in cells for word in cell.split()}, key=len)[-_WORDS_MEASURED:]
        whole = sorted(set(cells), key=len)[-_WORDS_MEASURED:]
        bold = replace(how, bold=True)
        return self._widest(words, bold), self._widest(whole, bold)

    def _widest(self, texts: Sequence[str], how: TextStyle) -> float:
        cells = (self._cell(text, how, _ENDLESS, Ref("")) for text in texts)
        return max((line.width for cell in cells for line in cell.lines), default=0.0)


def _is_number(cell: str) -> bool:
    return any(character.isdigit() for character in cell) and not any(character.isalpha() for character in cell)


def _in_lines(block: Block, count: int, stacks: tuple[Stack, ...]) -> Setting:
    """A plain paragraph of so many lines; it may be parted where two lines stay on either side."""
    breaks = () if block.role in _WHOLE else tuple(line * QUARTERS for line in range(2, count - 1))
    return Setting(block=block, units=count * QUARTERS, breaks=breaks, stacks=stacks)


def pieces(settings: Sequence[Setting], spacing: Spacing) -> tuple[Piece, ...]:
    """Settings as the columns see them, with the gaps between them."""
    above: Setting | None = None
    found: list[Piece] = []
    reach = 0  # how far the last cue still reaches down beside what comes next
    for setting in settings:
        block = setting.block
        before = gap(above.block if above else None, block, spacing)
        if above and above.beside and not setting.beside:
            before = 0
        elif setting.beside:
            before = max(before, reach + _CUES_APART) if reach > 0 else before
        reach = setting.beside or reach - before - setting.units
        found.append(
            Piece(
                units=setting.units,
                before=before,
                breaks=setting.breaks,
                again=setting.again,
                keep=block.keep,
                group=block.group,
                opens=block.role in HEADINGS,
            )
        )
        above = setting
    if found and reach > 0:
        found[-1] = replace(found[-1], units=found[-1].units + reach)
    return tuple(found)


def at_least(blocks: Sequence[Block], size: float, width: float) -> int:
    """A height in quarter lines that these blocks certainly need, found without setting them."""
    lines = sum(max(1, int(block.characters * _LEAST * size / width)) for block in blocks)
    return lines * QUARTERS


def place(paragraph: Paragraph, step: float, line: float, down: float = 0.0) -> Paragraph:
    """The paragraph with its baselines one step apart, each a little above the lower edge of its step.

    `line` is the line height that the room below a baseline is taken from; `down` moves all lines; all are points.
    """
    first = step - _DESCENT * line + down
    lines = tuple(replace(entry, baseline=first + number * step) for number, entry in enumerate(paragraph.lines))
    return replace(paragraph, lines=lines)
