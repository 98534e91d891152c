"""Headings that no markup marks: the first cue that fits names the row, then the company it keeps is looked at."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from briefdeck.draft.cues import CUES, NUMBERED, SHORT_LINE
from briefdeck.draft.openers import find_openers
from briefdeck.draft.rows import Kind, Row, number_style
from briefdeck.draft.spots import Spot, read_habits
from briefdeck.draft.words import ends_with_colon, is_ended

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_IDEOGRAPHIC = "一二三四五六七八九十"
_ENOUGH_COMPANY = 3
_LONGEST_COMPANY = 12


def find_headings(rows: list[Row], *, wrapped: bool = False, english: bool = True) -> list[Row]:
    """The rows with unmarked headings recognised; their level is the rank of the cue."""
    content = [index for index, row in enumerate(rows) if row.kind in (Kind.TEXT, Kind.HEAD, Kind.TABLE, Kind.CODE)]
    habits = read_habits([rows[index] for index in content], wrapped=wrapped, english=english)
    done = list(rows)
    outer: list[Row] = []
    for order, index in enumerate(content):
        outer = [] if rows[index].gap else [row for row in outer if row.indent < rows[index].indent]
        above = outer[-1] if outer else None
        outer.append(rows[index])
        if rows[index].kind is not Kind.TEXT or not rows[index].words:
            continue
        before = rows[content[order - 1]] if order else None
        following = content[order + 1] if order + 1 < len(content) else None
        after = rows[following] if following is not None else None
        later = rows[content[order + 2]] if order + 2 < len(content) else None
        distance = _distance(rows, index, following) if following is not None else 0
        done[index] = _judged(Spot(rows[index], before, after, later, above, distance, habits))
    done = _in_lists(done, rows, content)
    done = find_openers(_outermost(_without_runs(done)), content, habits)
    return _in_company(_in_sequence(done, content), content)


def _in_lists(done: list[Row], rows: list[Row], content: list[int]) -> list[Row]:
    """The third item of a list is no heading, whatever stands below the second."""
    settled = list(done)
    open_lists: dict[tuple[int, str], str] = {}  # the number that would go on, by indent and style
    for index in content:
        row, style = rows[index], number_style(rows[index].number)
        if not row.mark or done[index].kind is not Kind.TEXT:
            goes_on = open_lists.get((row.indent, style)) == row.number and row.number != ""
            if done[index].cue == "number" and goes_on and not (row.form is not None and row.form.strong):
                settled[index] = row
            elif row.indent == 0 or done[index].kind is not Kind.TEXT:
                open_lists = {}
                continue
        if row.number and settled[index].kind is Kind.TEXT:
            open_lists[row.indent, style] = _next_number(row.number)
    return settled


def _distance(rows: list[Row], index: int, following: int) -> int:
    """Rows from one to the next; several blank ones in a row are one."""
    between = rows[index + 1 : following]
    blank = any(row.kind is Kind.BLANK for row in between)
    return 1 + blank + sum(1 for row in between if row.kind is not Kind.BLANK)


def _outermost(rows: list[Row]) -> list[Row]:
    """Of short lines at several indents the outermost are headings; those further in are points with points below."""
    indents = [row.indent for row in rows if row.cue == "short line"]
    margin = min(indents, default=0)
    return [_as_text(row) if row.cue == "short line" and row.indent > margin and not row.gap else row for row in rows]


def _as_text(row: Row) -> Row:
    return row._replace(kind=Kind.TEXT, cue="", title="", level=0)


def _in_sequence(rows: list[Row], content: list[int]) -> list[Row]:
    """When "A. Babur" is a heading, "B. Humayun" with rows of its own is one too."""
    done = list(rows)
    expected: dict[tuple[int, str], Row] = {}
    for index, below in pairwise(content):
        row = done[index]
        if row.kind is Kind.HEAD and row.cue == "number" and "." not in row.number:
            expected[row.indent, _next_number(row.number)] = row
            continue
        head = expected.get((row.indent, row.number)) if row.number and row.kind is Kind.TEXT else None
        holds = rows[below].indent > row.indent or (rows[below].mark and not rows[below].number)
        if head and holds and row.words <= 10 and not is_ended(row.plain) and not row.label:
            done[index] = row._replace(kind=Kind.HEAD, cue="number", title=row.plain, level=head.level)
            expected[row.indent, _next_number(row.number)] = head
    return done


def _next_number(number: str) -> str:
    if number.isdecimal():
        return str(int(number) + 1)
    if number in _ROMAN:
        return _ROMAN[_ROMAN.index(number) + 1] if number != _ROMAN[-1] else ""
    if number in _IDEOGRAPHIC:
        return _IDEOGRAPHIC[_IDEOGRAPHIC.index(number) + 1 :][:1]
    return chr(ord(number) + 1) if len(number) == 1 else ""


def _in_company(rows: list[Row], content: list[int]) -> list[Row]:
    """In a note that outlines by indent, a row that stands and holds like its headings is a heading, label or not."""
    heads = Counter(rows[index].indent for index in content if rows[index].cue == "short line")
    done = list(rows)
    for index, below in pairwise(content):
        row = rows[index]
        if row.kind is not Kind.TEXT or row.mark or heads[row.indent] < _ENOUGH_COMPANY or row.words > _LONGEST_COMPANY:
            continue
        holds = rows[below].kind is Kind.TEXT and rows[below].indent > row.indent and rows[below].mark
        if holds and not is_ended(row.plain) and not ends_with_colon(row.plain):
            level = SHORT_LINE.rank + min(4, row.indent // 4)
            done[index] = row._replace(
                kind=Kind.HEAD, cue=SHORT_LINE.name, title=row.plain, level=level, label="", rest=""
            )
    return done


def _judged(spot: Spot) -> Row:
    for cue in CUES:
        if title := cue.test(spot):
            numbered = cue.name == "question" and spot.row.mark == "#" and "." not in spot.row.number
            named = NUMBERED if numbered else cue  # "1. What is it?" stands beside "2. Causes"
            indent = min(4, spot.row.indent // 4) if named.name == "short line" else 0
            level = named.rank + indent
            return spot.row._replace(kind=Kind.HEAD, cue=named.name, title=title, level=level, label="", rest="")
    return spot.row


def _without_runs(rows: list[Row]) -> list[Row]:
    """Three short lines in a row with nothing below them are a list, not three headings."""
    heads = [index for index, row in enumerate(rows) if row.kind in (Kind.TEXT, Kind.HEAD, Kind.TABLE, Kind.CODE)]
    weak: set[int] = set()
    for first, second, third in zip(heads, heads[1:], heads[2:], strict=False):
        trio = [rows[first], rows[second], rows[third]]
        alike = len({row.cue for row in trio}) == 1 and trio[1].indent <= trio[0].indent
        if alike and trio[0].cue in ("short line", "capitals"):
            weak.update((first, second) if rows[third].gap else (first, second, third))
    return [_as_text(row) if index in weak else row for index, row in enumerate(rows)]
