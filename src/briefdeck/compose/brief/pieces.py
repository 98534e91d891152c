"""Settings as the columns see them: how high they are, how far apart, and what holds together."""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.compose.brief.block import HEADINGS, Block, Role
from briefdeck.compose.brief.columns import QUARTERS, Piece
from briefdeck.compose.brief.roles import Spacing, gap
from briefdeck.compose.brief.setting import Setting
from briefdeck.model.values import replace

_LEAST = 0.33  # em: no script of ours has a narrower mean advance
_CUES_APART = 2  # quarter lines


def pieces(settings: Sequence[Setting], spacing: Spacing) -> tuple[Piece, ...]:
    """Settings as the columns see them, with the gaps between them."""
    above: Setting | None = None
    found: list[Piece] = []
    reach = 0  # how far the last cue still reaches down beside what comes next
    for setting, follower in zip(settings, (*settings[1:], None), strict=False):
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
                keep=block.keep or _is_held(block, follower),
                group=block.group,
                opens=block.role in HEADINGS,
                wide=setting.wide,
            )
        )
        above = setting
    if found and reach > 0:
        found[-1] = replace(found[-1], units=found[-1].units + reach)
    return tuple(found)


def _is_held(block: Block, follower: Setting | None) -> bool:
    """Whether a title that has nothing under it stays with what follows; a row of such titles may be parted."""
    if block.role not in HEADINGS or follower is None:
        return False
    return follower.block.keep or follower.block.role not in HEADINGS


def at_least(blocks: Sequence[Block], size: float, width: float) -> int:
    """A height in quarter lines that these blocks certainly need, found without setting them."""
    lines = sum(
        len(block.cells) if block.role is Role.TABLE else max(1, int(block.characters * _LEAST * size / width))
        for block in blocks
    )
    return lines * QUARTERS
