"""Dice that fall the same for the same number, for outlines and decks by chance."""

from __future__ import annotations

from random import Random  # noqa: TID251  (of a number, always the same)
from typing import TypeVar

Thing = TypeVar("Thing")

CHARTS = ("bar", "column", "line", "pie", "doughnut", "stacked")


class Dice:
    """What makers of outlines by chance share."""

    def __init__(self, number: int) -> None:
        self._dice = Random(number)

    def chance(self, share: float) -> bool:
        return self._dice.random() < share

    def between(self, least: int, most: int) -> int:
        return self._dice.randint(least, most)

    def one_of(self, *things: Thing) -> Thing:
        return self._dice.choice(things)
