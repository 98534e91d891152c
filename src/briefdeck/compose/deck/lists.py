"""Lists over slides: as many items as look well on each, in balance, in one layout and one size where that can be."""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.compose.deck.fit import Fitted, Fitter
from briefdeck.compose.deck.seating import Item
from briefdeck.compose.deck.split import as_list, balanced, smaller_items

_APART = 2  # steps of the size ladder that parts of one list may differ


class CannotFit(Exception):
    """An item that does not fit a slide even alone, at the smallest size, and cannot be cut."""

    def __init__(self, item: Item) -> None:
        self.item = item
        super().__init__(item.words[0].text if item.words else item.kind.value)


class Lister:
    """Puts lists on slides. `layout` is the one the author wants, used wherever it seats what there is."""

    def __init__(self, fitter: Fitter, layout: str = "") -> None:
        self._fitter = fitter
        self._layout = layout

    def wanted(self, items: Sequence[Item]) -> Fitted | None:
        """The items in the layout that the author wants, if it seats them."""
        return self._fitter.choose(items, only=self._layout, comfortable=False) if self._layout else None

    def choose(self, items: Sequence[Item]) -> Fitted | None:
        """The layout the author wants where it seats the items, else the first of the table that does it well."""
        return self.wanted(items) or self._fitter.choose(items)

    def alone(self, item: Item) -> Fitted:
        """The item on a slide of its own, as comfortable as can be. Raises CannotFit."""
        fitted = self.choose((item,)) or self._fitter.choose((item,), comfortable=False)
        if fitted is None:
            raise CannotFit(item)
        return fitted

    def listed(self, items: Sequence[Item]) -> list[Fitted]:
        """The items on one slide or, split in balance, on as few as look well. Raises CannotFit."""
        if not items:
            return []
        if whole := self.choose(items):
            return [whole]
        items = [small for item in items for small in self._seatable(item)]
        if len(items) == 1:
            return [self.alone(items[0])]
        weights = [self._fitter.weight(item) for item in items]
        count = min(max(2, self._fitter.least(items, weights)), len(items))
        while not (parts := self._alike(balanced(items, weights, count))):
            count = min(count + 1 + count // 8, len(items))
        return parts

    def _seatable(self, item: Item) -> list[Item]:
        """The item if a slide can hold it, else what it can be cut into."""
        for shape in (item, as_list(item)):
            if self._fitter.choose((shape,), comfortable=False):
                return [shape]
        smaller = smaller_items(as_list(item))
        if len(smaller) < 2:
            raise CannotFit(item)
        return [one for part in smaller for one in self._seatable(part)]

    def _alike(self, parts: Sequence[Sequence[Item]]) -> list[Fitted]:
        """The parts in one layout and about one size where one takes them all, else each in the best for it.

        Empty if a part does not fit.
        """
        found = []
        for part in parts:
            fitted = self.alone(part[0]) if len(part) == 1 else self.choose(part)
            if fitted is None:
                return []
            found.append(fitted)
        for seating in {fitted.seating.layout.name: fitted.seating for fitted in found}.values():
            same = [self._fitter.fit(seating, part, comfortable=True) for part in parts]
            if all(same):
                found = [one for one in same if one]
                break
        step = max(fitted.list_step for fitted in found) - _APART
        return [
            self._fitter.fit(fitted.seating, part, comfortable=True, step=max(0, step)) or fitted
            for fitted, part in zip(found, parts, strict=True)
        ]
