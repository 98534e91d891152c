"""Levels: the cues that a note uses, ranked against each other and pressed together to 1, 2, 3 and so on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from briefdeck.draft.heading_words import is_date, read_chapter
from briefdeck.draft.rows import Kind, Row, number_style
from briefdeck.draft.words import content_words, is_question
from briefdeck.late import late_pattern
from briefdeck.model.opposites import are_opposed

_BOLD_RANK = 19
_LINE_RANK = 22  # of a question or a line with a colon
_STEP = 10
_DATE_RANK = 18  # of a date alone: a rule below it changes nothing
_SEVERAL = 2
_STYLE_STEP = 0.1
_BLOCK_STEP = 0.5
_NUMBER = late_pattern(r"(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)]\s")
_ROMAN = frozenset("IVX")
_HYPHEN = late_pattern(r"(?<=\b[A-Z])-\s?(?=\d)")
_FIRST_NUMBERS = frozenset("1IiAa一①ак") | {"क", "ক", "அ", "أ"}
_PLAIN_CUES = frozenset({"colon", "question", "short line", "emoji", "sign"})


def set_levels(rows: list[Row]) -> list[Row]:
    """The rows with the level of every heading between 1 (top) and the number of ranks in use."""
    heads = [row for row in rows if row.kind is Kind.HEAD]
    plain = any(row.cue in _PLAIN_CUES for row in heads)
    lower = _lower_cues(rows)
    styles = _number_styles(heads)
    lone = _has_lone_bold(heads)
    within = _within_blocks(rows)
    under = _STEP * _under_names(rows)
    ranks = {
        id(row): _rank(row, plain, lone)
        + under * (row.cue == "number")
        + (row.cue in lower) * _STEP
        + styles.get(id(row), 0)
        + within.get(id(row), 0)
        for row in heads
    }
    ranks = _beside_capitals(rows, _beside_numbers(heads, ranks))
    return _pressed(rows, {**ranks, **_asking_further(heads, ranks)})


def _asking_further(heads: list[Row], ranks: Mapping[int, float]) -> dict[int, float]:
    """The ranks of questions about what the heading above them names: "Priority lending", "What is a priority?".

    None where more than half of the headings name it: then it is what the whole note is about.
    """
    found: dict[int, float] = {}
    subjects = [(row, content_words(_joined(row.title))) for row in heads]
    named = Counter(word for _, subject in subjects for word in subject)
    over: tuple[Row, set[str]] | None = None
    for row, subject in subjects:
        rank = ranks[id(row)]
        if over is None or ranks[id(over[0])] != rank or not is_question(row.title) or row.cue not in _PLAIN_CUES:
            over = (row, subject)
            continue
        shared = over[1] & subject
        everywhere = all(2 * named[word] > len(subjects) for word in shared)
        if shared and 2 * len(shared) >= len(over[1]) and not everywhere:
            found[id(row)] = rank + _BLOCK_STEP
        else:
            over = (row, subject)
    return found


def _joined(title: str) -> str:
    """The title with "H- 1B" as one word, as "H1B" is."""
    return _HYPHEN.sub("", title)


def _under_names(rows: list[Row]) -> bool:
    """Whether numbered headings stand under those without a number: each run of them begins right below one.

    "Procedure", right below it "(1) Opening" and "(2) Practice", and no such heading between the numbers.
    """
    content = [row for row in rows if row.kind in (Kind.HEAD, Kind.TEXT, Kind.TABLE, Kind.CODE)]
    starts = 0
    plain_before = False  # whether the heading before, somewhere above, has no number
    for place, row in enumerate(content):
        if row.kind is not Kind.HEAD:
            continue
        if row.cue == "number":
            above = content[place - 1] if place else None
            begins = row.number in _FIRST_NUMBERS
            under = place > 1 and above is not None and above.kind is Kind.HEAD and above.cue in _PLAIN_CUES
            if begins != under or (plain_before and not begins):
                return False
            starts += begins
        plain_before = row.cue in _PLAIN_CUES
    return starts > 0


def press_levels(rows: list[Row]) -> list[Row]:
    """The rows, whose levels are set, without the levels that no heading has any more."""
    return _pressed(rows, {id(row): row.level for row in rows if row.kind is Kind.HEAD})


def _pressed(rows: list[Row], ranks: Mapping[int, float]) -> list[Row]:
    levels = {rank: level for level, rank in enumerate(sorted(set(ranks.values())), 1)}
    return [row._replace(level=levels[ranks[id(row)]]) if row.kind is Kind.HEAD else row for row in rows]


def _has_lone_bold(heads: list[Row]) -> bool:
    """Whether the first of the bold headings is the only one without a number, so that it stands above them all."""
    bold = [row for row in heads if row.cue == "bold"]
    return len(bold) > _SEVERAL and [_is_numbered(row) for row in bold] == [False] + [True] * (len(bold) - 1)


def _is_numbered(row: Row) -> bool:
    return row.number != "" or _NUMBER.match(row.title) is not None


def _number_styles(heads: list[Row]) -> dict[int, float]:
    """The place of a heading among the ways of numbering: of "I.", "A." and "1." the one that comes first is highest.

    "1.1.1" stands below "1.1" wherever it comes, and "(a)" below both when it comes after them.
    """
    numbered = [row for row in heads if row.cue == "number"]
    roman = any(len(row.number) > 1 and _ROMAN.issuperset(row.number) for row in numbered)
    styles = ["I" if roman and _ROMAN.issuperset(row.number) else number_style(row.number) for row in numbered]
    order = list(dict.fromkeys(styles))
    by_depth = iter(sorted((style for style in order if style[0] == "1"), key=len))
    places = {next(by_depth) if style[0] == "1" else style: place for place, style in enumerate(order)}
    return {id(row): _STYLE_STEP * places[style] for row, style in zip(numbered, styles, strict=True)}


def _beside_numbers(heads: list[Row], ranks: dict[int, float]) -> dict[int, float]:
    """The ranks, with plain headings that stand only after the last of several numbered ones raised to these.

    What stands below numbers stands below more than the last of them: "Merits" after "1. ..." to "6. ..." goes on from
    the list of numbers, not from the sixth. Where numbers stand below numbers a heading without one stands below none.
    Straight below the last, without a blank line, it stands below that: a part is hardly empty.
    """
    numbered = [index for index, row in enumerate(heads) if row.cue == "number"]
    nested = len({ranks[id(heads[index])] for index in numbered}) > 1
    tops = [index for index in numbered if ranks[id(heads[index])] == min(ranks[id(heads[one])] for one in numbered)]
    if len(tops) < _SEVERAL:
        return ranks
    rank = ranks[id(heads[tops[0]])]
    last = numbered[-1] if nested else tops[-1]
    after = heads[last + 1 :]
    if after and not after[0].gap and after[0].sources[0] == heads[last].sources[-1] + 1:
        return ranks
    weak = [row for row in after if row.cue in _PLAIN_CUES]
    amid = [row for row in heads[tops[0] : last] if row.cue in _PLAIN_CUES]
    few = len(weak) + len(tops) < 2 * _SEVERAL and not nested
    if amid or not weak or few or len(weak) != len(after):
        return ranks
    shift = min(ranks[id(row)] for row in weak) - rank
    raised = {id(row): ranks[id(row)] - shift for row in weak}
    return {**ranks, **raised} if shift > 0 else ranks


def _beside_capitals(rows: list[Row], ranks: dict[int, float]) -> dict[int, float]:
    """The ranks, with plain headings that stand only after the last of several in capitals raised to these.

    "FOR" and its list, "AGAINST" and its list, a blank line, "A compromise": it goes on from both. Only a single one,
    since nothing is divided into one part, or whatever follows two sides; each in capitals holds something of its own.
    """
    content = [row for row in rows if row.kind in (Kind.HEAD, Kind.TEXT, Kind.TABLE, Kind.CODE)]
    heads = [place for place, row in enumerate(content) if row.kind is Kind.HEAD]
    if len(heads) > 1 and heads[1] == heads[0] + 1 and content[heads[1]].cue == "capitals":
        del heads[0]  # the title
    tops = [place for place in heads if content[place].cue == "capitals"]
    after = [content[place] for place in heads[len(tops) :]]
    if len(tops) < _SEVERAL or heads[: len(tops)] != tops or not after:
        return ranks
    last, end = content[tops[-2]], content[tops[-1]]
    alone = len(after) == 1 or are_opposed(last.title, end.title)
    holding = all(content[place + 1].kind is not Kind.HEAD for place in tops)
    rank = ranks[id(end)]
    if not alone or not holding or not all(row.gap and row.cue in _PLAIN_CUES for row in after):
        return ranks
    shift = min(ranks[id(row)] for row in after) - rank
    return {**ranks, **{id(row): ranks[id(row)] - shift for row in after}} if shift > 0 else ranks


def _within_blocks(rows: list[Row]) -> dict[int, float]:
    """What headings amid a block of lines add to their rank, when the block opens with a heading above them.

    "Effects", right below it "Gains" and its list, "Losses" and its list: a blank line before the first alone.
    """
    content = [row for row in rows if row.kind in (Kind.HEAD, Kind.TEXT, Kind.TABLE, Kind.CODE)]
    added: dict[int, float] = {}
    over: Row | None = None
    for row, below in pairwise(content):
        if row.gap:
            opens = row.kind is Kind.HEAD and below.kind is Kind.HEAD and row.cue == below.cue and not below.gap
            over = row if opens and row.cue in _PLAIN_CUES else None
        elif over is not None and row.kind is Kind.HEAD and row.cue == over.cue:
            added[id(row)] = _BLOCK_STEP
    return added


def _lower_cues(rows: list[Row]) -> set[str]:
    """Of the weak cues those that stand below another: their headings follow straight after headings of that one."""
    content = [row for row in rows if row.kind in (Kind.HEAD, Kind.TEXT, Kind.TABLE, Kind.CODE)]
    after = Counter(
        (first.cue, second.cue)
        for first, second in pairwise(content)
        if {first.cue, second.cue} <= _PLAIN_CUES and first.cue != second.cue
    )
    return {second for (first, second), count in after.items() if count > after[second, first]}


def _rank(row: Row, plain: bool, lone: bool) -> int:
    """The rank of one heading. A line under a heading is no rank of its own when its like stand without one."""
    if row.cue == "bold":
        chapter = read_chapter(row.title)
        return _BOLD_RANK + (chapter is not None and chapter.numbered) + lone * _is_numbered(row)
    if plain and row.cue.startswith("underline") and not row.number and row.title.rstrip()[-1:] in ":：?？؟":
        return _LINE_RANK
    return _DATE_RANK if row.cue.startswith("underline") and is_date(row.title) else row.level
