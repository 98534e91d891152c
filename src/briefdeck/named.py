"""Named tuples that are made without compiling the type of each field.

`typing.NamedTuple` does that up to Python 3.13; there are three dozen on the way to an outline, and they took a tenth
of the time that it takes to map a note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import namedtuple

    _OF_ITS_OWN = frozenset({"__module__", "__qualname__", "__dict__", "__weakref__"})

    class _Maker(type):
        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            given = [field for field in fields if field in body]
            if given != list(fields[len(fields) - len(given) :]):
                raise TypeError(f"{name}: a field without a default follows one that has one")
            defaults = tuple(map(body.pop, given))
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            made.__qualname__ = body["__qualname__"]
            for key, thing in body.items():
                if key not in _OF_ITS_OWN:
                    setattr(made, key, thing)
            return made

    class NamedTuple(metaclass=_Maker):
        """What `typing.NamedTuple` is."""
