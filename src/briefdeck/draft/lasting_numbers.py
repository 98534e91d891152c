"""Numbers that say where a thing stands elsewhere, and not only in the note: "1.5" of a play, "3.2" of a book.

A list counts on; where numbers skip some they are names, and stay with what they name.
"""

from __future__ import annotations

from itertools import pairwise

from briefdeck.draft.rows import Kind, Row

_FEWEST = 3


def keep_numbers(rows: list[Row]) -> list[Row]:
    """The rows, the dotted numbers of those that skip some made their labels."""
    dotted = [index for index, row in enumerate(rows) if row.kind is Kind.TEXT and _parts(row.number)]
    if len(dotted) < _FEWEST:
        return rows
    numbers = [_parts(rows[index].number) for index in dotted]
    steps = [(one, other) for one, other in pairwise(numbers) if len(one) == len(other) and one[:-1] == other[:-1]]
    grow = all(one < other for one, other in pairwise(numbers))
    if not grow or not any(other[-1] > one[-1] + 1 for one, other in steps):
        return rows
    done = list(rows)
    for index in dotted:
        row = rows[index]
        label = f"{row.number} {row.label}".strip()
        done[index] = row._replace(mark="", number="", label=label, rest=row.rest if row.label else row.plain)
    return done


def _parts(number: str) -> tuple[int, ...]:
    """The parts of a dotted number; none of any other."""
    parts = number.split(".")
    return tuple(map(int, parts)) if len(parts) > 1 and all(map(str.isdecimal, parts)) else ()
