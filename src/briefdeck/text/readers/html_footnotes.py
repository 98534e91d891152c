"""Footnotes of a page, brought under the paragraphs that refer to them.

Every program writes them alike: a raised link leads to the note at the end, and a link in the note leads back. Left at
the end they would be read as part of the last section.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_NOTE_BLOCKS = ("li", "p", "dd", "div", "aside")
_TEXT_BLOCKS = ("p", "li", "dd", "div", "blockquote")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LONGEST_MARK = 8  # characters: "[12]", "iv"
_REACH = 4  # elements between a link and what its name stands on


def place_footnotes(root: Any) -> None:
    """Move each note behind the block that first refers to it. Notes under a heading of their own are a section."""
    links = [each for each in root.iter("a") if (each.get("href") or "").startswith("#")]
    if not links:
        return
    places: dict[str, Any] = {}
    for element in root.iter():
        if isinstance(element.tag, str):
            for name in _names(element):
                places.setdefault(name, element)
    last: dict[Any, Any] = {}  # what was put behind a block
    moved: set[str] = set()
    for link in links:
        goal = link.get("href")
        if goal not in moved:
            block = _around(places.get(goal[1:]), _NOTE_BLOCKS)
            text = _around(link, _TEXT_BLOCKS)
            if block is None or text is None or not _is_note(block, link) or _is_headed(block):
                continue
            last[text] = _move(block, last.get(text, text), inside=text.tag == "li" and text not in last)
            moved.add(goal)
        _empty(link)


def _names(element: Any) -> Iterator[str]:
    for attribute in ("id", "name"):
        if name := element.get(attribute):
            yield name


def _around(element: Any, tags: tuple[str, ...]) -> Any:
    """The element, or the nearest one around it, that is a block of text; None when there is none."""
    while element is not None and element.tag not in tags:
        element = element.getparent()
    return element


def _is_mark(link: Any) -> bool:
    return 0 < len("".join(link.itertext()).strip()) <= _LONGEST_MARK


def _is_note(block: Any, link: Any) -> bool:
    """Whether a short link leads to the block, and another one back from there."""
    inside = list(block.iter("a"))
    return _is_mark(link) and link not in inside and any(_leads_to(each, link) for each in inside)


def _leads_to(back: Any, link: Any) -> bool:
    """Whether a link in the note leads back to the mark, or to what stands closely around it."""
    href = back.get("href") or ""
    around = link
    for _ in range(_REACH):
        if around is None or around.tag in _TEXT_BLOCKS:
            return False
        if href.startswith("#") and href[1:] in _names(around):
            return True
        around = around.getparent()
    return False


def _is_headed(block: Any) -> bool:
    """Whether a heading stands right before the list of notes, as "References" does in an encyclopedia."""
    while block is not None and block.tag != "body":
        before = block.getprevious()
        while before is not None and before.tag in ("hr", "br", block.tag):
            before = before.getprevious()
        if before is not None:
            return before.tag in _HEADINGS or before.find(".//h2") is not None
        block = block.getparent()
    return False


def _move(block: Any, behind: Any, *, inside: bool) -> Any:
    """The words of a note as an element of their own behind another one; its own place is left empty."""
    words = " ".join("".join(_without_links_back(block)).split())
    moved = behind.makeelement("dd")
    moved.text = words
    _empty(block)
    if inside:
        behind.append(moved)
        return moved
    moved.tail, behind.tail = behind.tail, None
    behind.getparent().insert(behind.getparent().index(behind) + 1, moved)
    return moved


def _empty(element: Any) -> None:
    element.text = None
    for each in list(element):
        element.remove(each)


def _without_links_back(element: Any) -> Iterator[str]:
    """The words of an element but for short links within the page: its number, an arrow."""
    yield element.text or ""
    for each in element:
        if isinstance(each.tag, str) and not (
            each.tag == "a" and (each.get("href") or "").startswith("#") and _is_mark(each)
        ):
            yield from _without_links_back(each)
        yield each.tail or ""
