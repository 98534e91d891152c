"""Timetables: lines that open with a time of the day or a stretch of a lesson, and what stands below them.

"0-5 min Starter", "5-15 min Teacher input": entries are alike, so each has its time as its label, and the lines up to
the next entry belong to it, whatever they open with. Imported only where enough lines open with a number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefdeck.draft.rows import Kind, Row
from briefdeck.late import late_pattern

_CLOCK = late_pattern(
    r"(?P<l>\d{1,2}(?:[:.]|\s?h\s?)\d\d(?:\s?[ap]\.?m\.?)?(?:\s?(?:[-–—]|to|à)\s?\d{1,2}(?:[:.]|\s?h\s?)\d\d(?:\s?[ap]\.?m\.?)?)?)"
    r"(?:\s?[:–—-])?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_SLOT = late_pattern(
    r"(?P<l>[(\[]?\d{1,3}(?P<range>\s?[-–—]\s?\d{1,3})?\s?(?:(?:min(?:s|ute[ns]?|utos|uti)?|sec(?:ond)?s?|hours?|hrs?|h|"
    r"Std|Stunden?|heures?|horas?|мин(?:ут[аы]?)?|хв(?:илин[аи]?)?|час(?:а|ов)?|मिनट|মিনিট|நிமிடம்|நிமிடங்கள்|دقيقة|دقائق|"
    r"דקות|นาที|ชั่วโมง|phút|dakika|分钟|分間?|분)(?!\w)\.?|['’′])[)\]]?)(?P<sign>\s?[:–—-](?=\s)|(?=\s\s))?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_ENOUGH = 3
_INNER = 2  # columns


def read_timetable(rows: list[Row]) -> list[Row]:
    """The rows, the entries of a timetable with their times as labels, what stands below each moved in below it."""
    found = {
        index: match
        for index, row in enumerate(rows)
        if row.kind is Kind.TEXT and row.plain.lstrip("([")[:1].isdigit() and (match := _time_of(row.plain))
    }
    if len(found) < _ENOUGH:
        return rows
    done = _below_entries(rows, found)
    for index, match in found.items():
        done[index] = rows[index]._replace(label=match["l"].strip("()[]"), rest=rows[index].plain[match.end() :])
    return done


def _time_of(text: str) -> re.Match[str] | None:
    """The time that opens an entry; "10 minutes of rest" is an amount of it."""
    if clock := _CLOCK.match(text):
        return clock
    slot = _SLOT.match(text)
    return slot if slot and (slot["range"] or slot["sign"] or not text[slot.end()].islower()) else None


def _below_entries(rows: Sequence[Row], entries: Mapping[int, object]) -> list[Row]:
    """The rows, those between two entries moved in below the first; behind the last one when each other holds some."""
    done = list(rows)
    held: dict[int, list[int]] = {}
    entry = -1
    for index, row in enumerate(rows):
        if index in entries:
            entry = index
            held[entry] = []
        elif row.kind is Kind.BLANK:
            continue
        elif row.gap or row.kind is not Kind.TEXT:
            entry = -1
        elif entry >= 0:
            held[entry].append(index)
    *others, last = held
    if not all(held[one] for one in others):
        held[last] = [index for index in held[last] if rows[index].piece]
    for one, below in held.items():
        for index in below:
            inner = max(rows[index].indent - rows[one].indent, _INNER)
            done[index] = rows[index]._replace(indent=rows[one].indent + inner)
    return done
