"""Tables that directives of reStructuredText hold as lists or as comma-separated values."""

from __future__ import annotations

import csv

from briefdeck.late import late_pattern
from briefdeck.model.note import Form
from briefdeck.text.readers.marked import MARKUP, MORE, row

_OPTION = late_pattern(r"\s+:([\w-]{1,30}):(?:\s+(.*))?$")
_ROW = late_pattern(r"\s*\*\s+-\s?(.*)$")
_CELL = late_pattern(r"\s*-\s?(.*)$")


def rows_of(body: list[str], name: str) -> dict[int, Form]:
    """The forms of the lines of a `list-table` or a `csv-table`, by their index in its body."""
    forms: dict[int, Form] = {}
    rows: list[tuple[int, list[str]]] = []
    for index, line in enumerate(body):
        option = _OPTION.match(line)
        if not line.strip():
            continue
        if option and option[1] == "header" and option[2]:
            rows.append((index, _values(option[2])))
        elif option:
            forms[index] = MARKUP
        elif name == "csv-table":
            rows.append((index, _values(line)))
        elif match := _ROW.match(line):
            rows.append((index, [match[1].strip()]))
        elif rows:
            cell = _CELL.match(line)
            begun = [cell[1].strip()] if cell else []
            rows[-1] = (rows[-1][0], [*rows[-1][1], *begun] if cell else _longer(rows[-1][1], line.strip()))
            forms[index] = MORE
    width = max((len(cells) for _, cells in rows), default=0)
    return forms | {index: row(cells, width) for index, cells in rows}


def _longer(cells: list[str], words: str) -> list[str]:
    """The cells, the last of which goes on with more words."""
    return [*cells[:-1], f"{cells[-1]} {words}".strip()]


def _values(text: str) -> list[str]:
    return [value.strip() for value in next(csv.reader([text.strip()], skipinitialspace=True), [])]
