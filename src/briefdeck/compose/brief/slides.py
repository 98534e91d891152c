"""Which slides of the deck a section of the brief stands on, said beside its heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefdeck.compose.brief.block import Block, Role
from briefdeck.model.look import Furniture
from briefdeck.model.outline import Outline
from briefdeck.model.page import Span
from briefdeck.model.values import replace


def with_slides(
    flow: Sequence[Block], slides: Mapping[str, Sequence[int]], outline: Outline, furniture: Furniture
) -> tuple[Block, ...]:
    """The blocks, each top heading with its slides; `slides` are the numbers by the id of their entry."""
    below = {section.id: [under.id for under in section.sections] for section in outline.sections}

    def named(block: Block) -> Block:
        entries = (block.ref.section, *below.get(block.ref.section, ()))
        numbers = sorted({number for entry in entries for number in slides.get(entry, ())})
        return replace(block, caption=(Span(text=slides_text(numbers, furniture)),)) if numbers else block

    return tuple(named(block) if block.role is Role.SECTION else block for block in flow)


def slides_text(numbers: Sequence[int], furniture: Furniture) -> str:
    """“slide 4” or “slides 4–6, 9” in the furniture's language."""
    if len(numbers) == 1:
        return furniture.words["slide"].format(slide=numbers[0])
    return furniture.words["slides"].format(slides=", ".join(_spans(numbers)))


def _spans(numbers: Sequence[int]) -> Iterator[str]:
    start = last = numbers[0]
    for number in (*numbers[1:], None):
        if number == last + 1:
            last = number
            continue
        yield f"{start}" if start == last else f"{start}–{last}"
        if number is not None:
            start = last = number
