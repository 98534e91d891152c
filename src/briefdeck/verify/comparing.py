"""Holds what a place shows against what the outline says: what changed, what is missing, what nobody wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefdeck.verify.brief_file import BriefFile, Element, Marking, Passage
from briefdeck.verify.outline_words import Needed
from briefdeck.verify.wording import Furnished, core, likeness, normal, take, without

ENTRY, ITEM = "entry:", "item:"
ALIKE = 0.45
"""Two texts with this share of their words in common are one text that was changed."""

_COUNTERS = re.compile(r"[\s.)/:·|\d–-]*")
_MOST_DIGITS = re.compile(r"\d{4,}")


@dataclass(frozen=True, slots=True)
class Changed:
    """A text of an item that reads otherwise than in the outline."""

    item: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of comparing one place."""

    changed: tuple[Changed, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()  # id and text of what is not there at all
    invented: tuple[str, ...] = ()


def compare(
    needed: Sequence[tuple[str, Needed]], texts: Iterable[str], beside: Iterable[str], furnished: Furnished
) -> Comparison:
    """Compare the texts of one place with what its items need; `beside` may stand there too."""
    left = [normal(text) for text in texts]
    holds_item = [False] * len(left)
    lost: list[tuple[str, Needed]] = []
    for item, need in sorted(needed, key=lambda pair: -len(pair[1].forms[0])):
        place = _take_first(left, need)
        if place is None:
            lost.append((item, need))
        else:
            holds_item[place] = True
    phrases = sorted({phrase for phrase in beside if phrase}, key=len, reverse=True)
    extra = []
    for words, with_item in zip(left, holds_item, strict=True):
        words = furnished.left_of(without(words, phrases))  # noqa: PLW2901 (one text, less and less of it)
        if words and (with_item or not _is_counter(words)):
            extra.append(words)
    return _paired(lost, extra)


def _take_first(left: list[str], need: Needed) -> int | None:
    """Take a needed text out of the place that is nothing else, or else out of the first that holds it."""
    for form in need.forms:
        whole = [place for place, words in enumerate(left) if core(words) == form]
        for place in (*whole, *range(len(left))):
            if (rest := take(left[place], form)) is not None:
                left[place] = rest
                return place
    return None


def _is_counter(words: str) -> bool:
    """Whether only small numbers are left: of a section, of a page."""
    return bool(_COUNTERS.fullmatch(words)) and not _MOST_DIGITS.search(words)


def _paired(lost: list[tuple[str, Needed]], extra: list[str]) -> Comparison:
    """What is missing and what is too much are one change where they are alike."""
    changed, missing = [], []
    for item, need in lost:
        best = max(extra, key=lambda words: _closest(need, words)[0], default="")
        closeness, form = _closest(need, best)
        if closeness >= ALIKE:
            extra.remove(best)
            changed.append(Changed(item, form, best))
        else:
            missing.append((item, need.forms[0]))
    return Comparison(tuple(changed), tuple(missing), tuple(extra))


def _closest(need: Needed, words: str) -> tuple[float, str]:
    return max((likeness(form, words), form) for form in need.forms)


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
            entry = _without_count(name.removeprefix(ENTRY))
            titles.append((entry, text))
        elif name.startswith(ITEM):
            items.append((_without_count(name.removeprefix(ITEM)), entry, text))
        elif text.strip():
            rest.append(text)
    rest += _outside(brief)
    return BriefTexts(tuple(titles), tuple(items), tuple(rest))


def heading(text: str, title: str) -> str:
    """A heading without the section's number before it, when what follows is that title."""
    words = normal(text)
    number = words.removesuffix(title)
    return title if title and words.endswith(title) and _is_counter(number) else words


def _without_count(name: str) -> str:
    """The id without the number that tells a second place of the same thing apart (`f6#2`)."""
    return name.partition("#")[0]


def _owned(elements: Iterable[Element | Passage]) -> Iterator[tuple[str, str]]:
    """Stretches of text in reading order with the id of ours around them: one for each element that has an id."""
    for element in elements:
        if isinstance(element, Passage):
            yield "", element.text
        elif _is_ours(element):
            yield element.id, _pruned(element).text
            yield from _owned(_nearest_ours(element))
        elif any(map(_is_ours, element.walk())):
            yield from _owned(element.children)
        else:
            yield "", element.text


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
    """What is set outside the structure tree, line by line."""
    lines: dict[tuple[int, float], list[str]] = {}
    for run in brief.runs:
        if run.marking is not Marking.TAGGED:
            lines.setdefault((run.page, round(run.baseline)), []).append(run.text)
    yield from ("".join(texts) for texts in lines.values())
