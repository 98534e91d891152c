"""Names on a line of their own, right above what they name: a year over what happened, "Theorem 3.5" over what it says.

Such a line is the label of the line below it: three dates and more in a row become a timeline that way.
"""

from __future__ import annotations

from briefdeck.draft.dates import is_moment
from briefdeck.draft.labels import is_run_in
from briefdeck.draft.rows import Kind, Row

_ENOUGH_DATES, _ENOUGH_STATEMENTS = 3, 2
_MOST_BELOW = 2
_MOST_WITHOUT = 0.2


def with_names_alone(rows: list[Row]) -> list[Row]:
    """The rows, each line that only names the next made its label."""
    content = [index for index, row in enumerate(rows) if row.kind in (Kind.TEXT, Kind.HEAD, Kind.TABLE, Kind.CODE)]
    dates = [place for place, index in enumerate(content) if _is_date(rows[index])]
    named = _dated(rows, content, dates) if len(dates) >= _ENOUGH_DATES else []
    run_in = [place for place, index in enumerate(content) if is_run_in(rows[index].plain)]
    if len(run_in) >= _ENOUGH_STATEMENTS:
        named += [place for place in run_in if is_run_in(rows[content[place]].plain, alone=True)]
    done = list(rows)
    for place in named:
        below = rows[content[place + 1]] if place + 1 < len(content) else None
        if below is None or below.kind is not Kind.TEXT or below.gap or below.mark:
            continue
        name = rows[content[place]]
        done[content[place + 1]] = below._replace(
            label=name.plain.rstrip(" :."), rest=below.plain, sources=(*name.sources, *below.sources), starts=(),
            gap=name.gap, indent=name.indent,
        )  # fmt: skip
        done[content[place]] = name._replace(kind=Kind.RULE)
    return done


def _is_date(row: Row) -> bool:
    return row.kind is Kind.TEXT and not row.mark and not row.label and is_moment(row.plain.rstrip(" :"))


def _dated(rows: list[Row], content: list[int], dates: list[int]) -> list[int]:
    """The dates that stand over a line or two each; none when many of them do not."""
    found = []
    for place, after in zip(dates, [*dates[1:], len(content)], strict=True):
        below = [rows[index] for index in content[place + 1 : after]]
        until = next((order for order, row in enumerate(below) if row.gap), len(below))
        if 1 <= until <= _MOST_BELOW and not any(row.mark for row in below[:until]):
            found.append(place)
    enough = len(found) >= _ENOUGH_DATES and len(dates) - len(found) <= _MOST_WITHOUT * len(dates)
    return found if enough else []
