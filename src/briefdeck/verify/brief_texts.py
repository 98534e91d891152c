"""The words of a finished brief, sorted by the ids of its structure elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefdeck.model.values import replace
from briefdeck.verify.brief_file import BriefFile, Element, Marking, Passage, Run
from briefdeck.verify.wording import normal, order_free

ENTRY, ITEM = "entry:", "item:"
"""How the ids of headings and of items begin."""

_ROWS = frozenset({"THead", "TBody", "TFoot", "TR"})


@dataclass(frozen=True, slots=True)
class BriefTexts:
    """The words of the brief by what they stand for."""

    titles: tuple[tuple[str, str], ...]  # id of the entry and its title, in order
    items: tuple[tuple[str, str, str], ...]  # id of the item, of the entry it stands under, and its text, in order
    rest: tuple[str, ...]  # structure elements without an id of ours, and decoration


def brief_texts(brief: BriefFile) -> BriefTexts:
    """Sort the words of the brief by the ids of its structure elements."""
    titles: list[tuple[str, str]] = []
    items: list[tuple[str, str, str]] = []
    rest: list[str] = []
    entry = ""
    for name, text in _owned(brief.structure):
        if name.startswith(ENTRY):
            entry = id_of(name)
            titles.append((entry, text))
        elif name.startswith(ITEM):
            items.append((id_of(name), entry, text))
        elif text.strip():
            rest.append(text)
    rest += _outside(brief)
    return BriefTexts(tuple(titles), tuple(items), tuple(rest))


def id_of(name: str) -> str:
    """The id of an item or entry in the name of a structure element: `f6` of `item:f6#2`, its second place."""
    return name.removeprefix(ENTRY).removeprefix(ITEM).partition("#")[0]


def _owned(elements: Iterable[Element | Passage]) -> Iterator[tuple[str, str]]:
    """Stretches of text in reading order with the id of ours around them: one for each element that has an id.

    Passages that follow one another are one stretch: scripts whose letters are set as one sign are marked word by word.
    """
    loose = ""
    for element in elements:
        if isinstance(element, Passage):
            loose += element.text
            continue
        if loose:
            yield "", loose
            loose = ""
        if _is_ours(element):
            yield from ((element.id, text) for text in _texts(element))
            yield from _owned(_nearest_ours(element))
        elif any(map(_is_ours, element.walk())):
            yield from _owned(element.children)
        else:
            yield "", element.text
    if loose:
        yield "", loose


def _texts(element: Element) -> Iterator[str]:
    """What an element of ours says, without those below it; a table cell by cell, so that none goes on in the next."""
    if element.tag == "Table":
        yield from _cells(element)
    else:
        yield _figure(element) if element.tag == "Figure" else _pruned(element).text


def _cells(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, Element) and child.tag in _ROWS:
            yield from _cells(child)
        elif child.text.strip():
            yield child.text


def _figure(element: Element) -> str:
    """A picture or chart as it is read aloud: its alternative text, and its caption."""
    captions = (child.text for child in element.children if isinstance(child, Element) and child.tag == "Caption")
    return " ".join((element.alt, *captions))


def _is_ours(element: Element) -> bool:
    return element.id.startswith((ENTRY, ITEM))


def _pruned(element: Element) -> Element:
    """The element without the items below it, such as the points under a point."""
    kept = (child for child in element.children if isinstance(child, Passage) or not _is_ours(child))
    return replace(
        element, children=tuple(child if isinstance(child, Passage) else _pruned(child) for child in kept)
    )  # fmt: skip


def _nearest_ours(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            yield from (child,) if _is_ours(child) else _nearest_ours(child)


def _outside(brief: BriefFile) -> Iterator[str]:
    """What is set outside the structure tree, line by line; the header above a further part of its table left out."""
    outside = [run for run in brief.runs if run.marking is not Marking.TAGGED]
    again = _headers_again(brief, outside)
    lines: dict[tuple[int, float], list[str]] = {}
    for run in outside:
        if (run.page, run.decoration) not in again:
            lines.setdefault((run.page, round(run.baseline)), []).append(run.text)
    yield from ("".join(texts) for texts in lines.values())


def _headers_again(brief: BriefFile, outside: Iterable[Run]) -> set[tuple[int, int]]:
    """The stretches of decoration (page, number) that say what a header cell of a table says."""
    headers = {order_free(normal(element.text)) for element in brief.elements() if element.tag == "TH"}
    stretches: dict[tuple[int, int], list[str]] = {}
    for run in outside:
        if run.decoration:
            stretches.setdefault((run.page, run.decoration), []).append(run.text)
    return {place for place, texts in stretches.items() if order_free(normal("".join(texts))) in headers}
