"""Blocks are set in lines at one body size and one column width; heights come out in quarter lines.

Breaking lines is the typesetter's; here stands what is stacked on what. Everything that is set once is remembered,
because the ladder asks for the same block again and again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TypeAlias

from briefdeck.compose.brief_blocks import HEADINGS, Block, Role
from briefdeck.compose.brief_columns import QUARTERS, Piece
from briefdeck.compose.brief_type import ACCENT, CAPTION_FLOOR, TYPE, Spacing, gap, style
from briefdeck.model.look import Ink
from briefdeck.model.page import Align, Paragraph, Part, Ref, Span, TextStyle

SetLines: TypeAlias = Callable[[Paragraph, float], Paragraph]
"""The typesetter: a paragraph and a width in points give the paragraph with its lines."""

_VALUE_SCALES = (2.2, 1.9, 1.6, 1.3, 1.0)
_VALUE_LEADING = 0.78  # line heights of the body
_BAR = 0.75  # em from the edge of the column to what stands beside a bar
_BESIDE = 0.42  # of the width a caption needs to stand beside its value
_DESCENT = 0.28  # line heights from the lower edge of a line to its baseline
_LEAST = 0.33  # em: no script of ours has a narrower mean advance


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """Lines of one paragraph at their place within a piece."""

    paragraph: Paragraph
    x: float = 0.0  # of its box within the column, points
    width: float  # of its box, points
    top: int = 0  # quarter lines
    step: int = QUARTERS  # quarter lines from one baseline to the next


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A set table."""

    rows: tuple[tuple[Paragraph, ...], ...]
    widths: tuple[float, ...]  # points
    heights: tuple[int, ...]  # quarter lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One block, set."""

    block: Block
    units: int
    breaks: tuple[int, ...] = ()
    stacks: tuple[Stack, ...] = ()
    grid: Grid | None = None
    bar: Ink | None = None  # a bar stands left of it


class Setter:
    """Sets blocks with one typesetter and remembers every setting."""

    def __init__(self, set_lines: SetLines, align: Align = "left") -> None:
        self._set_lines = set_lines
        self._align: Align = align
        self._memory: dict[tuple[Block, float, float], Setting] = {}

    def setting(self, block: Block, size: float, width: float) -> Setting:
        """A block at a body size in a column, both in points."""
        key = block, size, width
        if key not in self._memory:
            self._memory[key] = self._make(block, size, width)
        return self._memory[key]

    def _make(self, block: Block, size: float, width: float) -> Setting:
        if block.role is Role.FIGURE:
            return self._figure(block, size, width)
        if block.role is Role.QUOTE:
            return self._quote(block, size, width)
        if block.role is Role.TABLE:
            return self._table(block, size, width)
        paragraph = self._lines(block.spans, style(block, size), width, block)
        count = len(paragraph.lines)
        return Setting(
            block=block,
            units=count * QUARTERS,
            breaks=() if block.role in HEADINGS else tuple(line * QUARTERS for line in range(2, count - 1)),
            stacks=(Stack(paragraph=paragraph, width=width),),
        )

    def _lines(self, spans: tuple[Span, ...], how: TextStyle, width: float, block: Block) -> Paragraph:
        tag = TYPE[block.role].tag
        if tag in {"P", "LI"} and block.role is not Role.FIGURE:
            how = replace(how, align=self._align)
        level = {Role.BELOW: 1, Role.DEEP: 2}.get(block.role, 0)
        paragraph = self._set_lines(Paragraph(spans=spans, style=how, level=level, ref=block.ref, tag=tag), width)
        if block.role is Role.QUESTION:  # set with its own number, and a numbered list to every reader
            paragraph = replace(paragraph, style=replace(how, bullet="#"))
        return paragraph

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
        quote = self._lines(block.spans, style(block, size), width - left, block)
        stacks = [Stack(paragraph=quote, x=left, width=width - left)]
        units = len(quote.lines) * QUARTERS
        if block.caption:
            by = self._caption(block, size, width - left)
            stacks.append(Stack(paragraph=by, x=left, width=width - left, top=units))
            units += len(by.lines) * QUARTERS
        return Setting(block=block, units=units, stacks=tuple(stacks), bar=ACCENT)

    def _value(self, block: Block, size: float, width: float) -> Paragraph:
        base = style(block, size)
        for scale in _VALUE_SCALES:
            value = self._lines(block.spans, replace(base, size=size * scale), width, block)
            if len(value.lines) == 1:
                break
        return value

    def _caption(self, block: Block, size: float, width: float) -> Paragraph:
        how = TextStyle(font="body", size=max(CAPTION_FLOOR, size * 0.94), ink=TYPE[Role.CAPTION].ink)
        ref = Ref(block.ref.section, block.ref.item, Part.CAPTION)
        return self._set_lines(Paragraph(spans=block.caption, style=how, ref=ref), width)

    def _table(self, block: Block, size: float, width: float) -> Setting:
        how = style(block, size)
        widths = _column_widths(block.cells, width)
        inset = 0.9 * size
        numbers = [all(_is_number(row[index]) for row in block.cells[1:]) for index in range(len(widths))]
        rows = tuple(
            tuple(
                self._set_lines(
                    Paragraph(
                        spans=(Span(text=cell),),
                        style=replace(how, bold=number == 0, align="right" if numbers[index] else "left"),
                        ref=block.ref,
                    ),
                    widths[index] - (inset if index < len(widths) - 1 else 0.0),
                )
                for index, cell in enumerate(cells)
            )
            for number, cells in enumerate(block.cells)
        )
        heights = tuple(max((len(cell.lines) for cell in row), default=1) * QUARTERS + 1 for row in rows)
        return Setting(block=block, units=sum(heights), grid=Grid(rows=rows, widths=widths, heights=heights))


def _is_number(cell: str) -> bool:
    return any(character.isdigit() for character in cell) and not any(character.isalpha() for character in cell)


def _column_widths(cells: Sequence[Sequence[str]], width: float) -> tuple[float, ...]:
    """Widths in proportion to the longest cell of each column, evened out so that no column starves."""
    longest = [max((len(row[index]) for row in cells), default=1) for index in range(len(cells[0]))]
    weights = [max(4, min(length, 40)) ** 0.7 for length in longest]
    return tuple(width * weight / sum(weights) for weight in weights)


def pieces(settings: Sequence[Setting], spacing: Spacing) -> tuple[Piece, ...]:
    """Settings as the columns see them, with the gaps between them."""
    above: Block | None = None
    found = []
    for setting in settings:
        block = setting.block
        found.append(
            Piece(
                units=setting.units,
                before=gap(above, block, spacing),
                breaks=setting.breaks,
                keep=block.keep,
                group=block.group,
                opens=block.role in HEADINGS,
            )
        )
        above = block
    return tuple(found)


def at_least(blocks: Sequence[Block], size: float, width: float) -> int:
    """A height in quarter lines that these blocks certainly need, found without setting them."""
    lines = sum(max(1, int(block.characters * _LEAST * size / width)) for block in blocks)
    return lines * QUARTERS


def place(paragraph: Paragraph, step: float, line: float) -> Paragraph:
    """The paragraph with its baselines one step apart, each a little above the lower edge of its step.

    `line` is the line height that the room below a baseline is taken from; both are points.
    """
    lines = tuple(
        replace(entry, baseline=(number + 1) * step - _DESCENT * line) for number, entry in enumerate(paragraph.lines)
    )
    return replace(paragraph, lines=lines)
