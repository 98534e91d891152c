"""The measure itself tells work in proportion from squared work."""

from __future__ import annotations

from support.growth import exponent


def test_work_in_proportion_and_squared_work_are_told_apart():
    assert exponent(lambda size: lambda: sum(range(size)), 500_000) < 1.4
    assert exponent(lambda size: lambda: [sum(range(size)) for _ in range(size)], 700) > 1.6
