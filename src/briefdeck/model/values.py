"""Frozen values: a decorator that makes them, and changed copies of them (`copy.replace` from Python 3.13 on).

The outline has many kinds of values, and all of them are made at every start. A frozen dataclass writes and compiles
six functions for each kind; a `value` shares its functions with all others and is made in a fiftieth of the time.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import ClassVar, Self, TypeVar, cast, dataclass_transform

Value = TypeVar("Value")
Kind = TypeVar("Kind", bound=type)


@dataclass_transform(kw_only_default=True, frozen_default=True)
def value(kind: Kind) -> Kind:
    """Make a frozen value of a class that lists its fields, all of them given by keyword.

    A field `at`, or one that ends in `_at`, says where things stand in their file: it counts for nothing when values
    are compared or printed.
    """
    names = tuple(kind.__annotations__)
    own = {name: thing for name, thing in vars(kind).items() if name not in ("__dict__", "__weakref__")}
    defaults = {name: own.pop(name) for name in names if name in own}
    body = {**own, "__slots__": names, "__qualname__": kind.__qualname__}
    made = cast("type[_Frozen]", type(kind.__name__, (_Frozen,), body))
    made._put = tuple((name, getattr(made, name).__set__, defaults.get(name)) for name in names)
    made._required = tuple(name for name in names if name not in defaults)
    made._counted = attrgetter(*(name for name in names if not is_place(name)))
    return cast("Kind", made)


def is_place(name: str) -> bool:
    """Whether a field of that name says where things stand in their file."""
    return name == "at" or name.endswith("_at")


def is_value(thing: object) -> bool:
    """Whether a thing is of a class that `value` has made."""
    return isinstance(thing, _Frozen)


def field_names(kind: type[object]) -> tuple[str, ...]:
    """The names of the fields of a class that `value` has made."""
    names: tuple[str, ...] = kind.__slots__  # type: ignore[attr-defined]  # all of them have it
    return names


def replace(value: Value, /, **changes: object) -> Value:
    """Give a copy of a frozen value with some of its fields changed; TypeError for a field that it does not have."""
    if isinstance(value, _Frozen):
        return value.__replace__(**changes)
    if isinstance(value, tuple):
        try:
            return value._replace(**changes)  # type: ignore[attr-defined,no-any-return]  # a named tuple
        except ValueError as error:
            raise TypeError(str(error)) from None
    from dataclasses import replace as replaced

    return replaced(value, **changes)  # type: ignore[type-var]  # a dataclass


class _Frozen:
    """What all kinds of values share."""

    __slots__ = ()
    _put: ClassVar[tuple[tuple[str, Callable[[object, object], None], object], ...]]  # name, setter, default
    _required: ClassVar[tuple[str, ...]]
    _counted: ClassVar[Callable[[object], object]]

    def __init__(self, **given: object) -> None:
        for name in self._required:
            if name not in given:
                raise TypeError(f"{type(self).__name__} needs {name}")
        take = given.pop
        for name, put, default in self._put:
            put(self, take(name, default))
        if given:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(given)}")

    def __replace__(self, /, **changes: object) -> Self:
        copy = object.__new__(type(self))
        take = changes.pop
        for name, put, _ in self._put:
            put(copy, take(name) if name in changes else getattr(self, name))
        if changes:
            raise TypeError(f"{type(self).__name__} has no field {', '.join(changes)}")
        return copy

    def __eq__(self, other: object) -> bool:
        kind = type(self)
        return kind._counted(self) == kind._counted(other) if type(other) is kind else NotImplemented

    def __hash__(self) -> int:
        return hash(type(self)._counted(self))

    def __repr__(self) -> str:
        fields = (f"{name}={getattr(self, name)!r}" for name, _, _ in self._put if not is_place(name))
        return f"{type(self).__qualname__}({', '.join(fields)})"

    def __setattr__(self, name: str, _: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name} is changed by replace() in a copy")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name} stays")
