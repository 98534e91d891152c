"""Named tuples of the house are what those of the standard library are, and digests those of hashlib."""

from __future__ import annotations

import hashlib
import pickle
import typing

import pytest

from briefdeck import named
from briefdeck.digest import sha256


class Place(named.NamedTuple):
    """Where something stands."""

    file: str
    line: int = 1
    near: tuple[Place, ...] = ()

    @property
    def written(self) -> str:
        return f"{self.file}:{self.line}"

    @classmethod
    def at_top(cls, file: str) -> Place:
        return cls(file, 0)

    def __str__(self) -> str:
        return self.written


class Usual(typing.NamedTuple):
    """Where something stands."""

    file: str
    line: int = 1
    near: tuple[Usual, ...] = ()


def test_is_made_and_read_as_the_usual_ones() -> None:
    place = Place("a.txt", near=(Place.at_top("b.txt"),))
    assert place == ("a.txt", 1, (("b.txt", 0, ()),)) == Usual("a.txt", near=(Usual("b.txt", 0),))
    assert place._replace(line=3) == ("a.txt", 3, place.near)
    assert place < Place("a.txt", 2) and hash(Place("a")) == hash(Place("a"))
    assert repr(Place("a.txt")) == "Place(file='a.txt', line=1, near=())"
    match place:
        case Place(file, line):
            assert (file, line) == ("a.txt", 1)
    with pytest.raises(TypeError):
        Place()
    with pytest.raises(AttributeError):
        place.line = 2


def test_carries_what_its_class_says() -> None:
    for name in ("_fields", "_field_defaults", "__doc__", "__match_args__"):
        assert getattr(Place, name) == getattr(Usual, name)
    assert tuple(Place.__annotations__) == Place._fields
    assert Place.__module__ == __name__ and Place.__qualname__ == "Place"
    assert str(Place("a.txt")) == "a.txt:1"


def test_survives_pickling(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, __name__, sys.modules.get(__name__) or typing.cast("typing.Any", object()))
    monkeypatch.setattr(sys.modules[__name__], "Place", Place, raising=False)
    assert pickle.loads(pickle.dumps(Place("a.txt", 2))) == Place("a.txt", 2)


def test_fields_keep_their_order_and_must_have_a_default_after_one_that_has() -> None:
    with pytest.raises(TypeError):

        class Wrong(named.NamedTuple):
            first: int = 1
            second: int


def test_a_digest_is_that_of_hashlib() -> None:
    for data in (b"", b"abc", b"x" * 10_000):
        assert sha256(data).hexdigest() == hashlib.sha256(data).hexdigest()
