"""Changed copies of frozen values: what `copy.replace` does from Python 3.13 on."""

from __future__ import annotations

from typing import TypeVar

Value = TypeVar("Value")


def replace(value: Value, /, **changes: object) -> Value:
    """Give a copy of a frozen value with some of its fields changed; TypeError for a field that it does not have."""
    if isinstance(value, tuple):
        try:
            return value._replace(**changes)  # type: ignore[attr-defined,no-any-return]  # a named tuple
        except ValueError as error:
            raise TypeError(str(error)) from None
    from dataclasses import replace as replaced

    return replaced(value, **changes)  # type: ignore[type-var]  # a dataclass
