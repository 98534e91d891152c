"""Figures and the points they come from: a number is said once, large above its sentence or bold within it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefdeck.compose.deck.items import figure_item
from briefdeck.compose.deck.seating import Item, Kind, Words
from briefdeck.model.outline import Figure, Point, walk_points
from briefdeck.model.page import Span
from briefdeck.model.values import replace

_PLAIN = frozenset({Kind.POINT, Kind.BRANCH})


def owned(points: Sequence[Point], figures: Sequence[Figure]) -> dict[int, list[Figure]]:
    """Figures by the index of the top-level point whose lines they come from; the one that says the value counts."""
    by_line: dict[int, list[int]] = {}
    for index, point in enumerate(points):
        for line in dict.fromkeys(line for one in walk_points((point,)) for line in one.lines):
            by_line.setdefault(line, []).append(index)
    found: dict[int, list[Figure]] = {}
    for figure in figures:
        near = [index for line in figure.lines for index in by_line.get(line, ())]
        saying = (index for index in near if any(figure.value in one.say for one in walk_points((points[index],))))
        if near:
            found.setdefault(next(saying, near[0]), []).append(figure)
    return found


def with_sentence(figure: Figure, items: Sequence[Item], entry: str) -> tuple[Item, ...] | None:
    """The figure and the items beside it, its own sentence, when that comes first, in the caption's place.

    None where the number would be said twice: another item has it too.
    """
    item = figure_item(figure, entry)
    saying = [index for index, one in enumerate(items) if any(_says(words, figure) for words in one.in_list)]
    if not saying:
        return (item, *items)
    first = items[0]
    if saying != [0] or first.kind not in _PLAIN:
        return None
    below = tuple(replace(words, spans=_unstressed(words.spans), level=words.level + 1) for words in first.words)
    return (replace(item, words=(item.words[0], *below)), *items[1:])


def said(figure: Figure, points: Sequence[Point]) -> bool:
    """Whether a point shows the number anyway, in the words that a slide has of it."""
    if not figure.lines:
        return False
    return any(_plain(figure.value) in _plain(text) for point in walk_points(tuple(points)) for text in _shown(point))


def stressed(item: Item, figures: Iterable[Figure]) -> Item:
    """The item with the numbers bold that are figures of their section."""
    values = [figure.value for figure in figures if figure.lines]
    if not any(value in words.text for value in values for words in item.words):
        return item
    return replace(
        item,
        words=tuple(_bold(words, values) for words in item.words),
        listed=tuple(_bold(words, values) for words in item.listed),
    )


def _shown(point: Point) -> tuple[str, ...]:
    return (point.shown, *point.more)


def _says(words: Words, figure: Figure) -> bool:
    return _plain(figure.value) in _plain(words.text)


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").casefold()


def _unstressed(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans as one again: below its large number a sentence need not stress it."""
    return spans if any(span.link for span in spans) else (Span(text="".join(span.text for span in spans)),)


def _bold(words: Words, values: Sequence[str]) -> Words:
    spans = words.spans
    for value in values:
        spans = tuple(part for span in spans for part in _split(span, value))
    return replace(words, spans=spans)


def _split(span: Span, value: str) -> tuple[Span, ...]:
    """The span in three, the first of its values bold; as it is where it has none."""
    before, found, after = span.text.partition(value)
    whole = not (before[-1:].isalnum() or after[:1].isalnum())
    if span.bold or span.link or not found or not whole:
        return (span,)
    parts = (span._replace(text=before), span._replace(text=found, bold=True), span._replace(text=after))
    return tuple(part for part in parts if part.text)
