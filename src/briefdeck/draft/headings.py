"""Headings that no markup marks: the first cue that fits names the row, then the company it keeps is looked at."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise, zip_longest

from briefdeck.draft.cues import CUES, NUMBERED, SHORT_LINE
from briefdeck.draft.heading_words import read_chapter
from briefdeck.draft.labels import split_label
from briefdeck.draft.openers import find_openers
from briefdeck.draft.rows import LETTERS_ABROAD, Kind, Row, number_style, text_row
from briefdeck.draft.short_lines import is_name
from briefdeck.draft.spots import Spot, read_habits
from briefdeck.draft.words import ends_with_colon, is_ended, is_question, word_count
from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_IDEOGRAPHIC = "一二三四五六七八九十"
_ENOUGH_COMPANY = 3
_LONGEST_COMPANY = 12
_LONGEST_NAMED = 10
_LONGEST_BESIDE = 3  # words beside a name that is a heading with them
_SHORTEST_RUN = 2
_NEARLY = 2  # columns from the margin
_ASKED = late_pattern(r"(?P<l>Q\s?\d{0,3}|س\s?\d{0,2}|问|[^\W\d_]{4,10} \d{1,3})\s?[.:)：]\s*(?=\S)", re.IGNORECASE)
_MOST_OF_A_RUN = 0.6


def find_headings(rows: list[Row], *, wrapped: bool = False, english: bool = True) -> list[Row]:
    """The rows with unmarked headings recognised; their level is the rank of the cue."""
    content = [index for index, row in enumerate(rows) if row.kind in (Kind.TEXT, Kind.HEAD, Kind.TABLE, Kind.CODE)]
    habits = read_habits([rows[index] for index in content], wrapped=wrapped, english=english)
    rows = _at_margin(rows, content)
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
    done = _without_bare_questions(done, content)
    done = _without_leaves(_in_runs(_in_sequence(done, content), content), content)
    return _with_names(_in_company(done, content), content)


def _at_margin(rows: list[Row], content: list[int]) -> list[Row]:
    """The rows, a roman number that goes on from one at the margin moved there from a space or two further in."""
    awaited = ""
    done = list(rows)
    for index in content:
        row = rows[index]
        if row.number not in _ROMAN or row.indent > _NEARLY or (row.indent and row.number != awaited):
            continue
        done[index] = row._replace(indent=0) if row.indent else row
        awaited = _next_number(row.number)
    return done


def _with_names(rows: list[Row], content: list[int]) -> list[Row]:
    """The rows, a bare "Unit 3" made one heading with the name on the line below it."""
    done = list(rows)
    for place, index in enumerate(content[:-_SHORTEST_RUN]):
        head, name, below = (done[content[place + step]] for step in range(_SHORTEST_RUN + 1))
        chapter = read_chapter(head.plain) if head.kind is Kind.HEAD and head.cue == "chapter" else None
        if chapter is None or chapter.rest or name.mark or name.number or name.label or name.cue == "chapter":
            continue
        capitals = head.plain.isupper() and name.plain.isupper()
        if (
            (name.gap and not capitals)
            or not is_name(name.plain, longest=_LONGEST_COMPANY)
            or name.kind not in (Kind.TEXT, Kind.HEAD)
        ):
            continue
        if below.kind is Kind.HEAD or below.gap or is_ended(below.plain) or below.words >= 2 * name.words:
            title = f"{head.plain.rstrip(' :.')}: {name.title or name.plain}"
            done[index] = head._replace(title=title, sources=(*head.sources, *name.sources))
            done[content[place + 1]] = name._replace(kind=Kind.RULE, cue="", title="", level=0)
    return done


def _without_bare_questions(rows: list[Row], content: list[int]) -> list[Row]:
    """The rows, a "Q: why ...?" with nothing below it made a point, where other headings divide the note."""
    if not any(row.kind is Kind.HEAD and row.cue != "exercise" for row in rows):
        return rows
    asked = [place for place, index in enumerate(content) if rows[index].cue == "exercise"]
    bare = {place for place in asked if _is_bare(rows, content, place)}
    listed = len(bare) >= _SHORTEST_RUN and len(asked) - len(bare) <= 1  # the end of the note stands below the last
    done = list(rows)
    for place in asked if listed else bare:
        row = rows[content[place]]
        opening = _ASKED.match(row.plain)
        label, rest = (opening["l"], row.plain[opening.end() :]) if opening else ("", row.plain)
        number = "".join(filter(str.isdecimal, label))
        if listed and opening and number:
            done[content[place]] = text_row(_as_text(row)._replace(mark="#", number=number, starts=()), rest)
        elif place in bare and is_question(row.plain):
            done[content[place]] = _as_text(row)._replace(label=label, rest=rest if opening else "")
    return done


def _is_bare(rows: list[Row], content: list[int], place: int) -> bool:
    """Whether nothing stands below a numbered question but the next one, another heading or the end."""
    return place + 1 == len(content) or rows[content[place + 1]].kind is Kind.HEAD


def _without_leaves(rows: list[Row], content: list[int]) -> list[Row]:
    """The rows, without headings of a depth of numbers ("1.1.1") of which most stand over nothing: these are points."""
    over: dict[str, list[bool]] = {}
    places: dict[str, list[int]] = {}
    for index, following in zip_longest(content, content[1:]):
        row = rows[index]
        style = number_style(row.number)
        if "." not in row.number or row.form is not None or (row.kind is Kind.HEAD and row.cue != "number"):
            continue
        below = rows[following] if following is not None else None
        over.setdefault(style, []).append(below is not None and _is_below(below, style))
        places.setdefault(style, []).append(index)
    leaves = {style for style, held in over.items() if len(held) > _SHORTEST_RUN and 2 * sum(held) < len(held)}
    gone = {index for style in leaves for index in places[style] if rows[index].kind is Kind.HEAD}
    return [_relabelled(row) if index in gone else row for index, row in enumerate(rows)]


def _is_below(row: Row, style: str) -> bool:
    """Whether a row stands under a heading numbered in that style: it has no number, or a deeper one."""
    return not row.number or len(number_style(row.number)) > len(style) or not row.number[0].isdigit()


def _relabelled(row: Row) -> Row:
    """A row that is no heading, with the label that it opens with."""
    found = split_label(row.plain)
    return _as_text(row)._replace(label=found[0], rest=found[1]) if found else _as_text(row)


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


class _Numbered(NamedTuple):
    """A way of numbering at an indent: "I." at the margin, "A." three columns in."""

    style: str
    indent: int


def _in_runs(rows: list[Row], content: list[int]) -> list[Row]:
    """When "IV. Results" is a heading, so are "I." to "III." before it, and every other run of numbers of that kind.

    A run is taken when all of it names something that stands over rows, one of it perhaps not.
    """
    runs = _runs(rows, content)
    levels: dict[_Numbered, int] = {}
    for kind, run in runs:
        for place in run:
            if rows[content[place]].cue == "number":
                levels.setdefault(kind, rows[content[place]].level)
    done = list(rows)
    for kind, run in runs:
        fit = [place for place in run if _is_over_others(rows, content, place, kind)]
        if len(run) > _SHORTEST_RUN and 2 * len(fit) < len(run):
            for place in run:  # a list, of which one item holds a line or two
                row = rows[content[place]]
                if row.cue == "number" and not row.gap:
                    done[content[place]] = _as_text(row)
        most = len(fit) >= len(run) - 1 or len(fit) > max(_SHORTEST_RUN, _MOST_OF_A_RUN * len(run) - 1)
        if kind not in levels or len(run) < _SHORTEST_RUN or len(fit) < _SHORTEST_RUN or not most:
            continue
        for place in fit:
            row = rows[content[place]]
            done[content[place]] = row._replace(
                kind=Kind.HEAD, cue="number", title=row.title or row.plain, level=levels[kind], label="", rest=""
            )
    return done


def _runs(rows: list[Row], content: list[int]) -> list[tuple[_Numbered, list[int]]]:
    """The runs of numbers that follow one another, each with the places of its rows in the content."""
    roman = {rows[index].indent for index in content if number_style(rows[index].number) == "I"}
    runs: list[tuple[_Numbered, list[int]]] = []
    last: dict[_Numbered, list[int]] = {}
    for place, index in enumerate(content):
        row = rows[index]
        if not row.number or "." in row.number:
            continue
        style = "I" if row.number in _ROMAN and row.indent in roman else number_style(row.number)
        kind = _Numbered(style, row.indent)
        run = last.get(kind)
        if run is None or row.number != _next_number(rows[content[run[-1]]].number, roman=style == "I"):
            run = last[kind] = []
            runs.append((kind, run))
        run.append(place)
    return runs


def _is_over_others(rows: list[Row], content: list[int], place: int, kind: _Numbered) -> bool:
    """Whether a numbered row names something and stands over a row that is no sibling of it."""
    row = rows[content[place]]
    if place + 1 >= len(content):
        return False
    if row.kind is Kind.HEAD:
        return row.cue in ("number", "capitals")
    below = rows[content[place + 1]]
    style = "I" if kind.style == "I" and below.number in _ROMAN else number_style(below.number)
    sibling = below.number and below.indent == row.indent and style == kind.style
    named = row.words <= _LONGEST_NAMED and not is_ended(row.plain) and not row.piece
    if row.label:  # "Mock exams (15 min) - Priya"
        named = named and word_count(row.rest) <= _LONGEST_BESIDE and is_name(row.rest)
    return named and not sibling and below.indent >= row.indent and not ends_with_colon(row.plain)


def _next_number(number: str, *, roman: bool = True) -> str:
    if number.isdecimal():
        return str(int(number) + 1)
    if roman and number in _ROMAN:
        return _ROMAN[_ROMAN.index(number) + 1] if number != _ROMAN[-1] else ""
    for alphabet in (_IDEOGRAPHIC, *LETTERS_ABROAD):
        if number in alphabet:
            return alphabet[alphabet.index(number) + 1 :][:1]
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
        if alike and trio[0].cue in ("short line", "capitals", "chapter"):
            weak.update((first, second) if rows[third].gap else (first, second, third))
    return [
        (_relabelled(row) if row.cue == "chapter" else _as_text(row)) if index in weak else row
        for index, row in enumerate(rows)
    ]
