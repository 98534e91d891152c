"""Points that only name what stands below them: as a title or a label they are said once and seen better."""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.compose.deck.seating import Item, Kind
from briefdeck.model.outline import Point, Section
from briefdeck.model.values import replace

_MOST_WORDS = 6  # of a name
_MOST_SIDE_BY_SIDE = 4
_SAYING = (".", "!", "…", ":", "。", "！", "：", "।", "؟")
"""How a text ends that is no name."""

_EDGES = " .:;,!?…–—-"


def below_title(section: Section) -> tuple[tuple[Point, ...], Point | None]:
    """The points of a section; where its only one says what its title says, those below it, and that one."""
    if len(section.points) != 1:
        return section.points, None
    (only,) = section.points
    said = only.label if only.is_group else only.shown
    if not only.points or only.more or (only.label and not only.is_group) or not _same(said, section.title):
        return section.points, None
    return only.points, None if only.is_group else only


def as_labels(items: Sequence[Item]) -> tuple[Item, ...]:
    """Points that each name what stands below them, as labels; none where they do not."""
    if not 2 <= len(items) <= _MOST_SIDE_BY_SIDE or any(item.kind is not Kind.BRANCH for item in items):
        return ()
    if not all(_is_name(item.words[0].text) for item in items):
        return ()
    return tuple(replace(item, kind=Kind.GROUP) for item in items)


def _same(one: str, other: str) -> bool:
    return one.strip(_EDGES).casefold() == other.strip(_EDGES).casefold()


def _is_name(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS and not text.rstrip().endswith(_SAYING)
