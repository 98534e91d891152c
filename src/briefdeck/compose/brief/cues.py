"""Cues: labels taken out of the text, to stand beside it as the cue column of Cornell notes has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefdeck.compose.brief.block import HEADINGS, Block, Role
from briefdeck.model.page import Part, Ref
from briefdeck.model.values import replace

BESIDE = HEADINGS | {Role.CUE}
"""What stands beside the text."""

_LABELLED = frozenset({Role.POINT, Role.BELOW, Role.DEEP, Role.MOMENT})


def with_cues(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with every label that runs in as a block of its own before the rest of its point."""
    return tuple(part for block in blocks for part in _parted(block))


def _parted(block: Block) -> Iterator[Block]:
    label = [span for span in block.spans if span.ref and span.ref.part is Part.LABEL]
    rest = block.spans[len(label) :]
    if block.role not in _LABELLED or not label or block.spans[: len(label)] != tuple(label):
        yield block
        return
    last = label[-1]
    bare = last._replace(text=last.text.rstrip().rstrip(":：."))
    spans = tuple(span._replace(ref=None) for span in (*label[:-1], bare))
    yield Block(role=Role.CUE, ref=Ref(block.ref.section, part=Part.LABEL), spans=spans, group=block.group, keep=True)
    if rest:
        yield replace(block, spans=rest)
