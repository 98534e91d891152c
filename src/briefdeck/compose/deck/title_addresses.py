"""Web addresses behind the words of a title: within it they would shrink those, so they stand below it, as links."""

from __future__ import annotations

from briefdeck.compose.deck.items import ADDRESS
from briefdeck.model.outline import Point, Section
from briefdeck.model.values import replace

_AROUND = " :;,–—-|(<["
"""What joins words to an address behind them, and means nothing without it."""


def addresses_apart(section: Section) -> Section:
    """The section and those below it, addresses at the end of a title each a point of its own above the others.

    A title that is an address and nothing else stays, and so does that of steps, which are counted from the first.
    """
    below = tuple(addresses_apart(one) for one in section.sections)
    found = ADDRESS.search(section.title)
    words = section.title[: found.start()].rstrip(_AROUND) if found else ""
    addresses = section.title[found.start() :].rstrip(" )>]").split() if found else []
    if section.numbered or not words or not all(map(ADDRESS.fullmatch, addresses)):
        return replace(section, sections=below)
    points = (*(Point(say=address) for address in addresses), *section.points)
    return replace(section, title=words, points=points, sections=below)
