"""What the keys of one thing in an outline mean to each other. Rules of single keys are in `outline_format`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from briefdeck.errors import Position, Problem, Severity
from briefdeck.text.blank import is_blank
from briefdeck.text.yaml_values import YamlEntry, YamlList, YamlMap, YamlText


def _holds_nothing(entry: YamlEntry | None) -> bool:
    """Whether a key is not there or left empty; what it holds and is no use has its own problem."""
    match entry:
        case None:
            return True
        case YamlEntry(value=YamlList(items=items)):
            return not items
        case YamlEntry(value=YamlText(text=text)):
            return is_blank(text)
        case _:
            return False


def check_point(value: YamlMap, values: dict[str, Any]) -> Iterator[Problem]:
    """A point says something, or it is a label over points and has nothing that only a point has."""
    if "say" in values:
        if "more" in values and "show" not in values:
            hint = "write the first clause as `show`, or delete `more`"
            yield Problem("BD131", "`more` goes on from `show`, which is missing", value.entries["more"].at, hint)
        return
    if "label" not in values:
        hint = 'write the sentence as say: "...", or a label with points below it'
        yield Problem("BD131", "this point says nothing", value.at, hint)
        return
    if not values.get("points") and _holds_nothing(value.entries.get("points")):
        yield Problem("BD131", "this label has nothing below it", value.at, "add `say` or `points`")
    for key in ("show", "more", "id"):
        if key in values:
            message = f"a label with points and no `say` has no `{key}`"
            yield Problem("BD131", message, value.entries[key].at, "delete it, or add `say`")


def check_section(value: YamlMap, values: dict[str, Any]) -> Iterator[Problem]:
    """A section holds more than its title."""
    beside_titles = {"title", "title_from", "from", "id", "layout", "priority", "notes"}
    if "title" in values and value.entries.keys() <= beside_titles:
        at, hint = value.entries["title"].at, "add points, or delete the section"
        yield Problem("BD141", "this section has only a title", at, hint, severity=Severity.WARNING)


def check_table(value: YamlMap, values: dict[str, Any]) -> Iterator[Problem]:
    """Cells or a file, and as many cells in every row as in the header."""
    yield from _check_data(value, values, "a table", ("header", "rows"))
    rows = value.entries.get("rows")
    if "file" not in values and max(values.get("keep") or (), default=0) > (count := len(values.get("rows") or ())):
        message = f"`keep` names row {max(values['keep'])}, the table has {count} below its header"
        yield Problem("BD162", message, value.entries["keep"].value.at, "count the rows from 1, the header left out")
    if not values.get("header") or rows is None or not isinstance(rows.value, YamlList):
        return
    wanted = len(values["header"])
    for row in rows.value.items:
        blank = isinstance(row, YamlText) and not row.text.strip()
        if blank or (isinstance(row, YamlList) and len(row.items) != wanted):
            message = f"this row has {len(row.items) if isinstance(row, YamlList) else 0} cells, the header {wanted}"
            yield Problem("BD134", message, row.at, 'add or delete cells; an empty one is ""')


def check_chart(value: YamlMap, values: dict[str, Any]) -> Iterator[Problem]:
    """Numbers or a file, and in every series one number for each category."""
    yield from _check_data(value, values, "a chart", ("categories", "series"))
    series = value.entries.get("series")
    if not values.get("categories") or series is None or not isinstance(series.value, YamlList):
        return
    wanted = len(values["categories"])
    for one in series.value.items:
        numbers = one.entries.get("values") if isinstance(one, YamlMap) else None
        if numbers is None or not isinstance(numbers.value, YamlList):
            continue
        if (count := len(numbers.value.items)) != wanted:
            message = f"this series has {count} values for {wanted} categories"
            yield Problem("BD134", message, numbers.value.at, "give one value for each category")


def _check_data(value: YamlMap, values: dict[str, Any], what: str, keys: tuple[str, ...]) -> Iterator[Problem]:
    for key in keys:
        if "file" in values and values.get(key):
            message = f"{what} has both `file` and `{key}`"
            yield Problem("BD136", message, value.entries[key].at, "keep one of them")
        elif "file" not in values and _holds_nothing(value.entries.get(key)):
            at = value.entries[key].at if key in value.entries else value.at
            yield Problem("BD136", f"{what} needs `{key}`", at, "add it, or `file` with the name of a CSV file")


def check_ids(ids: Sequence[tuple[str, Position]]) -> Iterator[Problem]:
    """No two things have the same id, and none has one that the closing pages use."""
    if not ids:
        return
    from briefdeck.model.contents import OPENING  # pages are much to import for a rare key
    from briefdeck.model.page import EntryKind

    reserved = {OPENING, *(kind.value for kind in EntryKind if kind is not EntryKind.SECTION)}
    first: dict[str, Position] = {}
    for name, at in ids:
        if name in reserved:
            yield Problem("BD130", f'the id "{name}" is in use for a page of that name', at, "choose another")
        elif name in first:
            message = f'the id "{name}" is taken on line {first[name].line}'
            yield Problem("BD130", message, at, "choose another")
        else:
            first[name] = at
