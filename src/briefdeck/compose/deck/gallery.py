"""Which layouts a deck carries: those its slides have, and a few plain ones for what a colleague adds later.

PowerPoint shows all of them whenever somebody adds a slide or changes a layout. Of a family (cards in three heights,
timelines of one to five moments) only what is there to see is worth a place in that gallery.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefdeck.compose.deck.seating import Seating
from briefdeck.model.page import Layout, Page

OFFERED = frozenset(
    {
        "Title", "Section", "Points", "Points with key point", "Statement", "Comparison", "Cards 2", "Cards 3",
        "Number", "Timeline 3", "Quote", "Table", "Chart", "Picture", "Picture with points",
    }
)  # fmt: skip
"""The names of those that every deck carries."""


def carried(table: Sequence[Seating], pages: Iterable[Page]) -> tuple[Layout, ...]:
    """The layouts of a table that a deck of these pages carries, in the order of the table."""
    names = OFFERED | {page.layout for page in pages}
    return tuple(seating.layout for seating in table if seating.layout.name in names)
