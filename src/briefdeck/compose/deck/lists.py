"""Lists over slides: as many items as look well on each, in balance, in one layout and one size where that can be."""

from __future__ import annotations

from collections.abc import Sequence

from briefdeck.compose.deck.fit import Fitted, Fitter
from briefdeck.compose.deck.seating import Comfort, Item
from briefdeck.compose.deck.split import as_list, balanced, lead_ins, smaller_items
from briefdeck.errors import NOWHERE, Position

_LONELY = 0.4  # of the weight of a slide: less on its neighbour is a lonely rest
_APART = 1  # steps of the size ladder that parts of one list may differ


class CannotFit(Exception):
    """An item that does not fit a slide even alone, at the smallest size, and cannot be cut."""

    def __init__(self, item: Item, at: Position = NOWHERE) -> None:
        self.item = item
        self.at = at  # where it stands, if that is known better than from what it stands for
        super().__init__(item.words[0].text if item.words else item.kind.value)


class Lister:
    """Puts lists on slides. `layout` is the one the author wants, used wherever it seats what there is."""

    def __init__(self, fitter: Fitter, layout: str = "") -> None:
        self._fitter = fitter
        self._layout = layout

    def wanted(self, items: Sequence[Item]) -> Fitted | None:
        """The items in the layout that the author wants, if it seats them."""
        return self._fitter.choose(items, only=self._layout, comfort=Comfort.ANY) if self._layout else None

    def choose(self, items: Sequence[Item], *, why: str = "", comfort: Comfort = Comfort.EASY) -> Fitted | None:
        """The layout the author wants where it seats the items, else the first of the table that does it well.

        `why` asks for one that is there for this reason.
        """
        return self.wanted(items) or self._fitter.choose(items, why=why, comfort=comfort)

    def alone(self, item: Item) -> Fitted:
        """The item on a slide of its own, as comfortable as can be. Raises CannotFit."""
        fitted = self.choose((item,)) or self._fitter.choose((item,), comfort=Comfort.ANY)
        if fitted is None:
            raise CannotFit(item)
        return fitted

    def listed(self, items: Sequence[Item]) -> list[Fitted]:
        """The items on one slide or, split in balance, on as few as look well. Raises CannotFit.

        What must be split is set large where that takes few slides more; one full slide is better than a lonely rest.
        """
        if not items:
            return []
        if whole := self.choose(items):
            return [whole]
        small = [one for item in items for one in self._seatable(item)]
        if len(small) == 1:
            return [self.alone(small[0])]
        parts = self._split(small, Comfort.EASY, len(small))
        if self._is_lopsided(parts) and (full := self._fitter.choose(items, comfort=Comfort.CLOSE)):
            return [full]
        return self._split(small, Comfort.LARGE, len(parts) + max(1, len(parts) // 2)) or parts

    def _split(self, items: Sequence[Item], comfort: Comfort, most: int) -> list[Fitted]:
        """The items on as few slides as this comfort allows; none where it takes more than `most`."""
        weights = [self._fitter.weight(item) for item in items]
        together = lead_ins(items)
        count = min(max(2, self._fitter.least(items, weights)), len(items))
        while count <= most:
            if parts := self._alike(balanced(items, weights, count, together), comfort):
                return parts
            if count == len(items):
                break
            count = min(count + 1 + count // 8, len(items))
        return []

    def _is_lopsided(self, parts: Sequence[Fitted]) -> bool:
        """Whether one of two slides would hold next to nothing."""
        weights = [sum(map(self._fitter.weight, part.items)) for part in parts]
        return len(parts) == 2 and min(weights) < _LONELY * max(weights)

    def _seatable(self, item: Item) -> list[Item]:
        """The item if a slide can hold it, else what it can be cut into."""
        for shape in (item, as_list(item)):
            if self._fitter.choose((shape,), comfort=Comfort.ANY):
                return [shape]
        smaller = smaller_items(as_list(item))
        if len(smaller) < 2:
            raise CannotFit(item)
        return [one for part in smaller for one in self._seatable(part)]

    def _alike(self, parts: Sequence[Sequence[Item]], comfort: Comfort) -> list[Fitted]:
        """The parts in one layout and about one size where one takes them all, else each in the best for it.

        What stands alone has its own. Empty if a part does not fit.
        """
        found = []
        for part in parts:
            fitted = self.alone(part[0]) if len(part) == 1 else self.choose(part, comfort=comfort)
            if fitted is None:
                return []
            found.append(fitted)
        for seating in {fitted.seating.layout.name: fitted.seating for fitted in found}.values():
            same = [
                own if len(own.items) == 1 else self._fitter.fit(seating, part, comfort=comfort)
                for own, part in zip(found, parts, strict=True)
            ]
            if all(same):
                found = [one for one in same if one]
                break
        step = max(fitted.list_step for fitted in found) - _APART
        return [
            self._fitter.fit(fitted.seating, part, comfort=comfort, step=max(0, step)) or fitted
            for fitted, part in zip(found, parts, strict=True)
        ]
