"""The outline's things as items to seat: which words they show, at which level, and what each paragraph stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefdeck.compose.deck.seating import Item, Kind, Words
from briefdeck.late import late_pattern
from briefdeck.model.contents import extra_id
from briefdeck.model.outline import Figure, Outline, Point, Remark, Section, Term, steps_below, walk_sections
from briefdeck.model.page import Part, Ref, Span
from briefdeck.model.values import replace

ADDRESS = late_pattern(r"https?://[^\s<>\"'“”]*[^\s<>\"'“”.,;:!?)\]}»]")
"""A web address as it stands in a text."""

_CURRENCY = late_pattern(r"(?<=[$€£¥₹]) (?=\d)")  # a sign stays with its number
_ENDS = tuple(":?!.…،؟。：？！।")


def point_item(point: Point, entry: str, number: int = 0) -> Item:
    """A point with what stands below it, a label group, or a labelled point; `number` is that of a step."""
    below = (*_more(point, entry, 1), *_below(point, entry, 1))
    if point.is_group:
        label = Words(_linked(point.label), Ref(entry, "", Part.LABEL), number=number)
        strong = replace(label, strong=True)
        return Item(kind=Kind.GROUP, words=(label, *below), listed=(strong, *below))
    shown = Words(_linked(point.shown), Ref(entry, point.id, Part.SHOW), number=number)
    if point.label:
        label = Words(_linked(point.label), Ref(entry, point.id, Part.LABEL), number=number)
        deeper = (*_more(point, entry, 2), *_below(point, entry, 2))
        return Item(
            kind=Kind.GROUP,
            words=(label, Words(shown.spans, shown.ref, level=1), *deeper),
            listed=(_run_in(point, entry, 0, number), *below),
        )
    return Item(kind=Kind.BRANCH if below else Kind.POINT, words=(shown, *below))


def under_label(point: Point, entry: str) -> tuple[Item, ...]:
    """What stands under a label, as items of their own: for a slide that carries the label as its title."""
    items = [point_item(below, entry, number) for below, number in steps_below(point)]
    if point.say:
        shown = Words(_linked(point.shown), Ref(entry, point.id, Part.SHOW))
        more = tuple(_more(point, entry, 1))
        items.insert(0, Item(kind=Kind.BRANCH if more else Kind.POINT, words=(shown, *more)))
    return tuple(items)


def step_numbers(outline: Outline) -> Mapping[int, int]:
    """The number of each step, by the identity of its point: also where others of them are left out, it is this."""
    return {id(point): number for section in walk_sections(outline.sections) for point, number in _steps(section)}


def _steps(above: Point | Section) -> Iterator[tuple[Point, int]]:
    for point, number in steps_below(above):
        yield point, number
        yield from _steps(point)


def _below(above: Point, entry: str, level: int) -> Iterator[Words]:
    for point, number in steps_below(above):
        if point.is_group:
            yield Words(_linked(point.label), Ref(entry, "", Part.LABEL), level, strong=True, number=number)
            yield from _below(point, entry, level + 1)
        else:
            yield _run_in(point, entry, level, number)
            yield from _more(point, entry, level + 1)
            yield from _below(point, entry, level + 1)


def _more(point: Point, entry: str, level: int) -> Iterator[Words]:
    """The further clauses of a long sentence, below its first."""
    for clause in point.more:
        yield Words(_linked(clause), Ref(entry, point.id, Part.SHOW), level)


def _run_in(point: Point, entry: str, level: int, number: int) -> Words:
    """A point on one paragraph, its label bold before it."""
    ref = Ref(entry, point.id, Part.SHOW)
    if not point.label:
        return Words(_linked(point.shown), ref, level, number=number)
    mark = " " if point.label.endswith(_ENDS) else ": "
    label = Span(text=point.label + mark, bold=True, ref=Ref(entry, point.id, Part.LABEL))
    return Words((label, *_linked(point.shown)), ref, level, number=number)


def figure_item(figure: Figure, entry: str) -> Item:
    """A number and what it counts."""
    return Item(
        kind=Kind.FIGURE,
        words=(
            Words((Span(text=_CURRENCY.sub("\u00a0", figure.value)),), Ref(entry, figure.id, Part.VALUE)),
            Words(_linked(figure.caption), Ref(entry, figure.id, Part.CAPTION), level=1),
        ),
    )


def quote_items(section: Section) -> tuple[Item, ...]:
    """The section's quote, as none or one item."""
    if not section.quote:
        return ()
    ref = extra_id(section, "quote")
    words = [Words((Span(text=section.quote.text),), Ref(section.id, ref, Part.TEXT))]
    if section.quote.by:
        words.append(Words((Span(text=section.quote.by),), Ref(section.id, ref, Part.CAPTION), level=1))
    return (Item(kind=Kind.QUOTE, words=tuple(words)),)


def moment_items(section: Section) -> tuple[Item, ...]:
    """The stops of the section's timeline."""
    items = []
    for number, moment in enumerate(section.timeline, 1):
        ref = extra_id(section, f"timeline-{number}")
        words = (
            Words((Span(text=moment.when),), Ref(section.id, ref, Part.LABEL)),
            Words(_linked(moment.what), Ref(section.id, ref, Part.TEXT), level=1),
        )
        items.append(Item(kind=Kind.MOMENT, words=words))
    return tuple(items)


def side_items(section: Section) -> tuple[Item, ...]:
    """The sides of the section's comparison: each a label over its points."""
    sides = []
    for side in section.compare:
        item = point_item(Point(label=side.label, points=side.points), section.id)
        sides.append(Item(kind=Kind.SIDE, words=item.words, listed=item.listed))
    return tuple(sides)


def term_items(terms: Iterable[Term]) -> tuple[Item, ...]:
    """Terms with their meanings."""
    entry = "terms"
    return tuple(
        Item(
            kind=Kind.TERM,
            words=(
                Words(_linked(term.term), Ref(entry, term.id, Part.TERM)),
                Words(_linked(term.meaning), Ref(entry, term.id, Part.MEANING), level=1),
            ),
        )
        for term in terms
    )


def remark_items(kind: Kind, entry: str, remarks: Iterable[Remark]) -> tuple[Item, ...]:
    """Questions, takeaways or sources."""
    numbered = kind is Kind.QUESTION
    return tuple(
        Item(
            kind=kind,
            words=(
                Words(_linked(remark.text), Ref(entry, remark.id, Part.TEXT), mark=f"#{number}" if numbered else None),
            ),
        )
        for number, remark in enumerate(remarks, 1)
    )


def line_item(kind: Kind, text: str, ref: Ref, link: str = "") -> Item:
    """One plain line, such as a title or a footer."""
    return Item(kind=kind, words=(Words((Span(text=text, link=link),), ref),))


def _linked(text: str) -> tuple[Span, ...]:
    """The text as spans, web addresses in it as links."""
    spans = []
    end = 0
    for found in ADDRESS.finditer(text):
        if found.start() > end:
            spans.append(Span(text=text[end : found.start()]))
        spans.append(Span(text=found[0], link=found[0]))
        end = found.end()
    if end < len(text) or not spans:
        spans.append(Span(text=text[end:]))
    return tuple(spans)
