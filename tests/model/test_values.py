"""Frozen values: made by keyword, compared by what they say, changed in copies only."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from briefdeck.errors import NOWHERE, Position
from briefdeck.model.outline import Figure, Point
from briefdeck.model.values import field_names, replace, value


@value
class Pair:
    """Two things."""

    first: str
    second: tuple[str, ...] = ()
    at: Position = NOWHERE

    @property
    def both(self) -> str:
        return self.first + "".join(self.second)


class Tuple(NamedTuple):
    first: str


def test_a_value_has_its_fields_its_defaults_and_its_properties():
    pair = Pair(first="a", second=("b", "c"))
    assert (pair.first, pair.second, pair.at, pair.both) == ("a", ("b", "c"), NOWHERE, "abc")
    assert Pair(first="a").second == ()
    assert field_names(Pair) == ("first", "second", "at")
    assert (Pair.__doc__, Pair.__qualname__, Pair.__module__) == ("Two things.", "Pair", __name__)


@pytest.mark.parametrize("given", [{}, {"second": ()}, {"first": "a", "third": "b"}])
def test_a_field_without_default_is_needed_and_no_other_is_taken(given):
    with pytest.raises(TypeError):
        Pair(**given)


def test_nothing_is_given_by_position():
    with pytest.raises(TypeError):
        Pair("a")


def test_a_value_is_frozen():
    pair = Pair(first="a")
    with pytest.raises(AttributeError):
        pair.first = "b"
    with pytest.raises(AttributeError):
        del pair.first
    with pytest.raises(AttributeError):
        pair.third = "c"


def test_values_are_equal_when_they_say_the_same_wherever_they_stand():
    here = Pair(first="a", at=Position("a.txt", 3))
    assert here == Pair(first="a") and hash(here) == hash(Pair(first="a"))
    assert here != Pair(first="b") and here != Pair(first="a", second=("b",))
    assert Point(say="a") != Figure(value="a", caption="a")
    assert Pair(first="a") != ("a", ())
    assert repr(here) == "Pair(first='a', second=())"


def test_a_copy_is_changed_and_the_value_is_not():
    pair = Pair(first="a", at=Position("a.txt", 3))
    changed = replace(pair, second=("b",))
    assert (changed.first, changed.second, changed.at) == ("a", ("b",), pair.at)
    assert pair.second == () and type(changed) is Pair
    assert replace(Tuple("a"), first="b") == Tuple("b")


@pytest.mark.parametrize("thing", [Pair(first="a"), Tuple("a")])
def test_a_field_that_is_not_there_cannot_be_changed(thing):
    with pytest.raises(TypeError):
        replace(thing, third="b")
