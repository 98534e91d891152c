"""Texts that go on over several paragraphs or slides, because one slide could not hold them, read as one again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefdeck.verify.deck_file import Slide
from briefdeck.verify.wording import core, normal


def stretches(slides: Iterable[Slide]) -> Iterator[tuple[Slide, ...]]:
    """Neighbouring slides of ours that share an item, or of one entry without any, together; every other slide alone.

    The slides of a recap have no items of their own.
    """
    found: list[Slide] = []
    for slide in slides:
        if not slide.tagged:
            continue
        if found and not _go_together(found[-1], slide):
            yield tuple(found)
            found = []
        found.append(slide)
    if found:
        yield tuple(found)


def _go_together(one: Slide, other: Slide) -> bool:
    return bool({*one.items} & {*other.items}) or (one.entry == other.entry and not one.items and not other.items)


def read_on(texts: Sequence[str], wanted: Iterable[str], labels: Iterable[str]) -> list[str]:
    """The texts, those that are the parts of a wanted one joined in the place of its first part.

    `wanted` are normalised texts without their final stop. Before the first part may stand one of the labels.
    """
    left = [normal(text) for text in texts]
    before = [
        "",
        *sorted({f"{label}: " for label in labels} | {f"{label} " for label in labels}, key=len, reverse=True),
    ]
    for whole in dict.fromkeys(wanted):
        if not any(whole in text for text in left):
            for start in range(len(left)):
                if any(_join(left, start, whole, label) for label in before):
                    break
    return left


def _join(left: list[str], start: int, whole: str, label: str) -> bool:
    """Join the parts of a text, the first of which stands at `start`; False and nothing done where they are not all."""
    first = left[start].removeprefix(label)
    if not first or not left[start].startswith(label) or not whole.startswith(first):
        return False
    rest = whole[len(first) :].lstrip()
    parts = [start]
    for place in range(start + 1, len(left)):
        if not rest:
            break
        text = left[place]
        if text and (rest.startswith(text) or core(text) == rest):
            rest = rest[len(text) :].lstrip()
            parts.append(place)
    if rest:
        return False
    left[start] = f"{label}{whole}"
    for place in parts[1:]:
        left[place] = ""
    return True
