"""What stands across both columns: tables that one column would squeeze, under the heading of their section."""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.compose.brief.block import HEADINGS, Block
from briefdeck.compose.brief.columns import QUARTERS
from briefdeck.compose.brief.paper import Space
from briefdeck.compose.brief.setting import Setter

_WORTH = 2.2
"""So many times higher is a table in one column that gains by standing across both."""

_LEADING = 1.32  # of the size: lines are never closer
_MOST = 0.9
"""Of the height below the head: what stands across takes no more, there is a heading too."""


def across(blocks: Sequence[Block], size: float, space: Space, setter: Setter) -> frozenset[int]:
    """The places of the blocks that stand across all columns at a body size in points."""
    if space.columns == 1:
        return frozenset()
    found: set[int] = set()
    for place, block in enumerate(blocks):
        if block.cells and _is_squeezed(block, size, space, setter):
            found.update(_with_heading(blocks, place))
    return frozenset(found)


def _is_squeezed(block: Block, size: float, space: Space, setter: Setter) -> bool:
    """Whether one column breaks the table's words, or makes so tall a table of it that paper is lost.

    A table that is too tall for the page even so is better parted between the columns.
    """
    narrow, wide = (setter.setting(block, size, width) for width in (space.width, space.area.width))
    holds = wide.units * size * _LEADING / QUARTERS < _MOST * space.area.height
    return holds and (narrow.cramped or narrow.units > _WORTH * wide.units)


def _with_heading(blocks: Sequence[Block], table: int) -> set[int]:
    """A table's place, those of its caption, its heading and what is told below it, and of one thing between them."""
    start = table
    while start and blocks[start - 1].keep:
        start -= 1
    heading = next((place for place in range(start, -1, -1) if blocks[place].role in HEADINGS), start)
    first = heading
    while first and blocks[first - 1].role in HEADINGS and blocks[first - 1].keep:
        first -= 1
    last = table + blocks[table].keep  # what the deck has more of stands below the rows
    if start - heading <= 2:
        return {*range(first, last + 1)}
    return {*range(first, heading + 1), *range(start, last + 1)}
