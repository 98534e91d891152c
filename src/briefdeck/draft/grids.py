"""Tables that no bars draw around: cells between tabs or wide gaps, and columns under a header with a rule of dashes.

Their lines stay as they stand in the note, and their cells go beside them: where no table comes of them after all,
nothing is shown that the note does not have.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from briefdeck.draft.bars import parted
from briefdeck.draft.lines import Grid
from briefdeck.late import late_pattern

_RULE = late_pattern(r"\s*(?:-{2,}|={2,})(?:\s+(?:-{2,}|={2,})){1,30}\s*$")
_GROUP = late_pattern(r"-{2,}|={2,}")
_NUMBER = late_pattern(r"[-+−<>≈~]?\s?[₹$€£¥]?\s?\d[\d.,\s]*\s?(?:%|[A-Za-z°/²³]{1,8})?$")
_YEAR = late_pattern(r"(?:1[0-9]|20)\d\d(?!\d)")
_COMPARES = late_pattern(r"\b(?:v|vs|versus|differ\w*|compar\w+|distinguish\w*|contrast\w*)\b", re.IGNORECASE)
_BAR_RULE = late_pattern(r"\s*\|?\s*:?[-=]{2,60}:?\s*(?:[|+]\s*:?[-=]{2,60}:?\s*){1,30}[|+]?\s*$")
_WIDE_GAP = late_pattern(r"\s{3,}")
_FEWEST_ROWS, _LONGEST_CELL, _LONGEST_WORD, _NEAR = 3, 120, 5, 3
_NARROW_GAP, _FEWEST_NAMED = 2, 2
_PAIR, _LONGEST_NUMBER = 2, 12
_LONGEST_LINE = 300  # characters of a line in columns


def find_grid(texts: list[str]) -> Grid:
    """The cells of the lines that belong to such a table, and the words of those that list words and their meanings."""
    found = Grid({}, {})
    if any("\t" in text for text in texts):
        _in_columns(texts, _tabbed, found)
        left = ["" if index in found.cells or index in found.terms else text for index, text in enumerate(texts)]
        _in_columns(left, _set_apart, found)
    _in_columns(texts, _spaced, found)
    found.cells.update(_aligned(texts))
    if any("|" in text for text in texts):
        found.cells.update(_ruled(texts))
    return found


def _in_columns(texts: list[str], cells_of: Callable[[str], list[str]], found: Grid) -> None:
    """Add the runs of lines with as many cells as their first."""
    lines = list(map(cells_of, texts))
    start = 0
    while start < len(texts):
        columns = lines[start]
        end = start + 1
        if columns and texts[start][:1] == "\t" and len(lines[end : end + 1] and lines[end]) == len(columns) + 1:
            columns = lines[start] = ["", *columns]  # nothing stands over the names of the rows
        if columns and cells_of is _spaced and _stands_over_others(texts[start : end + 1], columns):
            columns = lines[start] = ["", *columns]
        while columns and end < len(texts) and _fits(lines, texts, end, columns):
            end += 1
        rows = lines[start:end]
        if columns and _is_headless(rows):
            found.terms.update((start + index, row[0]) for index, row in enumerate(rows))
        elif columns and (_is_table(rows) or (_is_word_list(rows) and _is_compared(texts[:start]))):
            found.cells.update((start + index, tuple(row)) for index, row in enumerate(rows))
        elif columns and _is_word_list(rows):
            found.terms.update((start + index, row[0]) for index, row in enumerate(rows))
        start = end


def _stands_over_others(texts: list[str], columns: list[str]) -> bool:
    """Whether the names of columns begin further in than the row below, which has one cell more."""
    header, *below = texts
    if not below or len(header) - len(header.lstrip()) < _NARROW_GAP:
        return False
    cells = _narrowly(below[0], len(columns) + 1)
    return bool(cells) and header.index(columns[0]) > below[0].index(cells[0]) + len(cells[0])


def _fits(lines: list[list[str]], texts: list[str], index: int, header: list[str]) -> bool:
    """Whether a line has as many cells as the header; a long cell may leave but two spaces behind it.

    A number alone is the first cell of a row that is to be filled in.
    """
    count = len(header)
    if not lines[index] and _is_blank_row(texts[index], header):
        lines[index] = [texts[index].strip(), *[""] * (count - 1)]
    if len(lines[index]) != count and lines[index] and (cells := _narrowly(texts[index], count)):
        lines[index] = cells
    return len(lines[index]) == count


def _narrowly(text: str, count: int) -> list[str]:
    """The cells of a line between gaps of two spaces and more, when there are so many; nothing in any other line."""
    cells = _spaced(text) and re.split(r"\s{2,}", text.strip())
    return cells if len(cells) == count else []


def _is_blank_row(text: str, header: list[str]) -> bool:
    """Whether a line is the first cell of a row that is to be filled in, under a header of several cells."""
    return len(header) > _PAIR and len(text) <= _LONGEST_NUMBER and _NUMBER.match(text.strip()) is not None


def _spaced(text: str) -> list[str]:
    """What stands between the wide gaps of a line without tabs; nothing for a line without, or one that is too long."""
    inner = text.strip()
    if "   " not in inner or "\t" in inner or len(inner) > _LONGEST_LINE or "|" in inner:
        return []
    return _WIDE_GAP.split(inner)


def _tabbed(text: str) -> list[str]:
    """What stands between the tabs of a line, the tabs that indent it apart; nothing for a line without."""
    inner = text.strip(" \t\r\n") if text.strip() else ""
    return [cell.strip() for cell in inner.split("\t")] if "\t" in inner else []


def _set_apart(text: str) -> list[str]:
    """A word and its meaning, however many tabs bring the meanings below one another; nothing for other lines."""
    cells = [cell for cell in _tabbed(text) if cell]
    return cells if len(cells) == _PAIR else []


def _is_table(rows: list[list[str]]) -> bool:
    """Rows of short cells under a header; two columns only when the second is numbers, else it is a list of words."""
    if len(rows) < _FEWEST_ROWS - (len(rows[0]) > 2) or not all(rows[0][1:]) or not (rows[0][0] or len(rows[0]) > 2):
        return False
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return False
    return len(rows[0]) > 2 or all(_NUMBER.match(row[1]) for row in rows[1:])


def _is_headless(rows: list[list[str]]) -> bool:
    """Whether every line, the first too, is a name or a year and its number, so that no line heads the others.

    "Country   2020" heads what was counted in 2020.
    """
    if len(rows) < _FEWEST_ROWS or len(rows[0]) != _PAIR or not all(map(all, rows)):
        return False
    if not all(_NUMBER.match(row[1]) for row in rows) or _YEAR.fullmatch(rows[0][1]):
        return False
    names = [row[0] for row in rows]
    named = sum(1 for name in names if name[0].isalpha() or _YEAR.match(name))
    return named >= _FEWEST_NAMED and all(len(name.split()) <= _LONGEST_WORD and not _closes(name) for name in names)


def _is_word_list(rows: list[list[str]]) -> bool:
    """Whether every line is a word and what is said of it; no bullet and no number stands before the words."""
    if len(rows) < _FEWEST_ROWS or len(rows[0]) != 2 or not all(map(all, rows)):
        return False
    return all(len(row[0].split()) <= _LONGEST_WORD and row[0][0].isalpha() and not _closes(row[0]) for row in rows)


def _closes(cell: str) -> bool:
    """Whether a cell ends what it says by itself: "Time:", "Q1."."""
    return ":" in cell or cell[-1] in ".)"


def _is_compared(before: list[str]) -> bool:
    """Whether the line above two columns says that two things are compared, so that the first row names them."""
    above = next((text for text in reversed(before[-_NEAR:]) if text.strip()), "")
    return _COMPARES.search(above) is not None


def _aligned(texts: list[str]) -> dict[int, tuple[str, ...]]:
    """Tables whose columns a rule of dashes marks under their header, until a blank line or the last rule."""
    found: dict[int, tuple[str, ...]] = {}
    for index, text in enumerate(texts):
        if index == 0 or len(text) > 1000 or not _RULE.match(text) or index in found:
            continue
        starts = [match.start() for match in _GROUP.finditer(text.expandtabs(4))]
        header = _sliced(texts[index - 1], starts)
        if not header or not all(header):
            continue
        rows = {index - 1: header}
        for below in range(index + 1, len(texts)):
            cells = _sliced(texts[below], starts)
            if not texts[below].strip() or _RULE.match(texts[below]) or cells is None or not cells[0]:
                break
            rows[below] = cells
        if len(rows) >= _FEWEST_ROWS - 1:
            found.update((at, tuple(cells)) for at, cells in rows.items())
    return found


def _sliced(text: str, starts: list[int]) -> list[str] | None:
    """The cells of a line whose columns begin at `starts`; None when a word stands across one of them."""
    text = text.expandtabs(4).rstrip()
    if any(start and start < len(text) and not text[start - 1].isspace() for start in starts[1:]):
        return None
    bounds = [*starts, max(len(text), starts[-1])]
    return [text[start:end].strip() for start, end in pairwise(bounds)]


def _ruled(texts: list[str]) -> dict[int, tuple[str, ...]]:
    """Tables that bars divide inside only, drawn under a header with a rule: "a | b", "--+--", "1 | 2"."""
    found: dict[int, tuple[str, ...]] = {}
    for index, text in enumerate(texts):
        if index == 0 or len(text) > _LONGEST_LINE or not _BAR_RULE.match(text) or index in found:
            continue
        inner = sum(text.strip(" |+").count(sign) for sign in "|+")
        header = _between_bars(texts[index - 1])
        rows = {index - 1: header}
        for below in range(index + 1, len(texts)):
            if _BAR_RULE.match(texts[below]):
                continue
            cells = _between_bars(texts[below])
            if len(cells) != len(header):
                break
            rows[below] = cells
        if len(header) == inner + 1 > 1 and len(rows) >= _FEWEST_ROWS - 1:
            found.update((at, tuple(cells)) for at, cells in rows.items())
    return found


def _between_bars(text: str) -> list[str]:
    if "|" not in text or len(text) > _LONGEST_LINE:
        return []
    inner = text.strip()
    outer = inner.startswith("|") and inner.endswith("|")  # a bar that opens the line alone parts an empty cell off
    return parted(inner[1:-1] if outer else inner)
