"""Items as the paragraphs of a seat: which of their words it takes, in which style, bound where no line should end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefdeck.compose.deck.seating import Item, Seat, Words
from briefdeck.compose.type.fonts import HELD_HYPHEN
from briefdeck.compose.type.keeps import bound
from briefdeck.late import late_pattern
from briefdeck.model.page import Paragraph, Span, TextStyle
from briefdeck.model.values import replace

_RANGE = late_pattern(r"(?<=[A-Z\d])-(?=\d)|(?<=[A-Z])-(?=[A-Z]+\d)")
_NEAR = 0.3  # of the space between paragraphs is what stands below a head
_DIGIT, _APART = 0.55, 0.42  # em: the width of a figure, and how far the text stands from its number


def paragraphs_of(seat: Seat, items: Sequence[Item], levels: Sequence[TextStyle]) -> tuple[Paragraph, ...]:
    """What a seat shows of its items, in these styles of its levels."""
    words = [one for item in items for one in (item.in_list if seat.many else item.words)]
    if seat.portion == "all" and (top := min(one.level for one in words)):
        words = [replace(one, level=one.level - top) for one in words]  # what is left of a point that was cut
    if seat.portion == "first":
        words = words[:1]
    elif seat.portion == "rest":
        words = [replace(one, level=max(0, one.level - 1)) for one in words[1:]]
        column, columns = seat.column
        height = -(-len(words) // columns)
        words = words[(column - 1) * height : column * height]
    words = [replace(one, level=min(one.level, len(levels) - 1)) for one in words]
    paragraphs = [_paragraph(one, levels, run) for one, run in zip(words, _runs(words), strict=True)]
    headed = (False, *(one.strong for one in words))
    return tuple(_near(one) if below else one for one, below in zip(paragraphs, headed, strict=False))


def _runs(words: Sequence[Words]) -> Iterator[tuple[int, int]]:
    """For each step the first and the last number of those it is counted with; (0, 0) for what is none.

    Programs count the steps of a level until another paragraph of it, or of one above it, stands between them.
    """
    runs: dict[int, list[int]] = {}
    found: list[list[int]] = []
    for one in words:
        runs = {level: run for level, run in runs.items() if level < one.level or (level == one.level and one.number)}
        run = runs.get(one.level)
        if run is None or run[1] + 1 != one.number:
            run = [one.number, one.number]
        run[1] = one.number
        if one.number:
            runs[one.level] = run
        found.append(run)
    return ((first, last) for first, last in found)


def marked(levels: tuple[TextStyle, ...], mark: str | None) -> tuple[TextStyle, ...]:
    """The levels with another bullet on the first; without one the text stands at the edge."""
    if mark is None:
        return levels
    first = replace(levels[0], bullet="#" if mark == "#1" else mark)
    if not mark:
        first = replace(first, indent=0.0, hanging=0.0)
    return (first, *levels[1:])


def _paragraph(words: Words, levels: Sequence[TextStyle], run: tuple[int, int]) -> Paragraph:
    style = levels[words.level]
    if words.strong:
        style = replace(style, bold=True, bullet="", indent=style.indent - style.hanging, hanging=0)
    if words.number:
        style = numbered(style, *run)
    spans = tuple(replace(span, ink=style.ink) if _is_dim(span, style) else _bound(span) for span in words.spans)
    return Paragraph(spans=spans, style=style, level=words.level, ref=words.ref)


def _near(paragraph: Paragraph) -> Paragraph:
    """The paragraph as it stands below its head: closer to that than to the one behind it."""
    style = paragraph.style
    return replace(paragraph, style=replace(style, space_before=int(10 * _NEAR * style.space_before) / 10))


def numbered(style: TextStyle, first: int = 1, last: int = 10) -> TextStyle:
    """The style with numbers instead of bullets, counted from the first, and room for the widest of them."""
    room = max(style.hanging, float(round((_DIGIT * len(str(last)) + _APART) * style.size)))
    bullet = "#" if first == 1 else f"#{first}"
    return replace(style, bullet=bullet, hanging=room, indent=style.indent - style.hanging + room)


def _bound(span: Span) -> Span:
    """The span with what belongs together on one line: a number and its unit, a title and a name; addresses stay."""
    if (span.link and not span.link.startswith("#")) or (text := bound(span.text)) == span.text:
        return span
    return replace(span, text=text)


def _is_dim(span: Span, style: TextStyle) -> bool:
    """Whether a link would hardly be seen: on dark panels the theme's colour for links, made for paper, is lost."""
    return bool(span.link) and span.ink is None and style.ink.role in ("background", "surface")


def with_whole_ranges(paragraph: Paragraph) -> Paragraph:
    """The paragraph with hyphens in ranges and codes at which no line ends: viewers would part 1990-91 and COVID-19."""
    if not _RANGE.search(paragraph.text):
        return paragraph
    spans = (span if span.link else replace(span, text=_RANGE.sub(HELD_HYPHEN, span.text)) for span in paragraph.spans)
    return replace(paragraph, spans=tuple(spans))


def with_held_hyphens(paragraph: Paragraph, word: str) -> Paragraph:
    """The paragraph with the hyphens of its last such word held: what is joined to that would else part within it."""
    for index in reversed(range(len(paragraph.spans))):
        span = paragraph.spans[index]
        before, found, after = span.text.rpartition(word)
        if found:
            held = replace(span, text=before + found.replace("-", HELD_HYPHEN) + after)
            return replace(paragraph, spans=(*paragraph.spans[:index], held, *paragraph.spans[index + 1 :]))
    return paragraph
