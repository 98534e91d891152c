"""Notes copied out of a slide show: the line "Slide 3" says where a slide begins, the line below it is its title."""

from __future__ import annotations

import re

from briefdeck.draft.inline import plain
from briefdeck.draft.rows import Kind, Row
from briefdeck.draft.words import is_ended, word_set
from briefdeck.late import late_pattern

_NAMES = word_set("slide folie diapositive diapositiva lámina слайд lâmina slayt dia 幻灯片 スライド 슬라이드")
_NUMBER = late_pattern(
    r"[-=\[*# ]{0,6}(?P<name>[^\W\d_]{3,12})\s?(?:№|no\.?|nº|#)?\s?(?P<n>\d{1,3})"
    r"(?:\s?(?:of|/|von|de|sur|из|з)\s?\d{1,3})?\s?(?:\]|(?P<colon>[:.–—-]))?\s*(?P<title>[^\s\-=*].*?)?[-=*\s]{0,8}$",
    re.IGNORECASE,
)
_FEWEST = 3
_LONGEST_TITLE = 12
_LAST_WORDS = word_set("questions question thanks fragen danke preguntas gracias merci obrigado obrigada perguntas")
_TITLE_LEVEL, _LEVEL = 1, 2


def read_slides(rows: list[Row]) -> list[Row]:
    """The rows, the numbers of slides left out and the line below each made a heading; as they were without slides."""
    found = {index: match for index, row in enumerate(rows) if (match := _number(row))}
    numbers = [int(match["n"]) for match in found.values()]
    if len(found) < _FEWEST or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return rows
    done = list(rows)
    for index, match in found.items():
        if match["title"]:
            done[index] = _titled(rows[index], match["title"])
            continue
        done[index] = rows[index]._replace(kind=Kind.SKIP, cue="", why="the number of a slide")
        at = _next_text(rows, index)
        if at and at not in found and _is_title(rows[at]):
            done[at] = _titled(rows[at], rows[at].plain)
    return _with_ends(done, list(found))


def _number(row: Row) -> re.Match[str] | None:
    if row.kind not in (Kind.TEXT, Kind.HEAD) or row.mark or not any(map(str.isdigit, row.plain[:20])):
        return None
    match = _NUMBER.match(row.plain)
    if match is None or match["name"].lower() not in _NAMES or (match["title"] and not match["colon"]):
        return None
    return match


def _next_text(rows: list[Row], index: int) -> int:
    """The row below the number of a slide, blank ones passed over; 0 when nothing with words follows."""
    return next((at for at in range(index + 1, len(rows)) if rows[at].kind in (Kind.TEXT, Kind.HEAD, Kind.TABLE)), 0)


def _is_title(row: Row) -> bool:
    titled = row.kind is Kind.TEXT and not row.mark and row.words <= _LONGEST_TITLE
    return titled and (not is_ended(row.plain) or row.plain.endswith("?"))


def _titled(row: Row, title: str) -> Row:
    return row._replace(kind=Kind.HEAD, cue="slide", title=plain(title), level=_LEVEL, label="", rest="")


def _with_ends(rows: list[Row], starts: list[int]) -> list[Row]:
    """The rows with the first slide as the title of the whole, and without a last one that only asks or thanks."""
    done = list(rows)
    first = [at for at in range(starts[0], starts[1]) if rows[at].kind in (Kind.HEAD, Kind.TEXT)]
    if first and rows[first[0]].kind is Kind.HEAD and not any(rows[at].mark for at in first):
        done[first[0]] = rows[first[0]]._replace(level=_TITLE_LEVEL)
        if len(first) == _FEWEST - 1:
            line = rows[first[1]]
            done[first[1]] = line._replace(kind=Kind.SKIP, cue="subtitle", title=line.plain, why="front matter")
    last = [at for at in range(starts[-1], len(rows)) if rows[at].kind in (Kind.HEAD, Kind.TEXT)]
    if len(last) == 1 and _LAST_WORDS.intersection(rows[last[0]].plain.lower().strip("?!. ").split()):
        done[last[0]] = rows[last[0]]._replace(kind=Kind.SKIP, cue="", why="the end of the slides")
    return done
