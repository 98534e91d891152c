"""Blocks that open alike: what tells the headings of a note by each other, where none of them tells by itself.

A block is what stands between two gaps. Two sides, one name after the other, amounts of one thing, names in turn with
lines, a word or two over longer lines: each in block after block, which no capital and no sign need bear out.
"""

from __future__ import annotations

from itertools import pairwise

from briefdeck.draft.cues import CAPITALS, SHORT_LINE
from briefdeck.draft.heading_words import PARTS_OF_NOTES, is_date
from briefdeck.draft.rows import Kind, Row
from briefdeck.draft.short_lines import is_name
from briefdeck.draft.spots import Habits
from briefdeck.draft.words import STOP_WORDS, first_run, is_ended, word_set
from briefdeck.model.opposites import are_opposed
from briefdeck.named import NamedTuple

_ENOUGH, _ENOUGH_APART = 2, 3
_FEW_WORDS, _FEW_IN_BLOCK = 6, 3
_MOST_NAMED = 10  # words
_FEW_SAID = 2  # words
_ORDERS = word_set(
    "be bring come do don't get give go keep let listen look make put read stay stop take use wait write"
)
_LONG_WORD = 8  # letters: in a script without spaces a line is one word
_MOST_SMALL = 0.6
_FULL_STOPS = frozenset(".!।。")
_SHORTEST_NAMED = 3  # letters
_PLACES = frozenset("ABCDEFGHАБВГДЕ")
_SIGNS = ":.–—-"


class Block(NamedTuple):
    """The indices of the rows between two gaps."""

    indices: tuple[int, ...]

    @property
    def first(self) -> int:
        """The index of the row that opens it."""
        return self.indices[0]

    @property
    def alone(self) -> bool:
        """Whether the first row is all there is."""
        return len(self.indices) == 1


class _Shorter(NamedTuple):
    """How much shorter than the lines below it the first line of a block must be."""

    longest: int  # words of the first line
    said: float  # words of the others, on average
    times: float  # their letters to those of the first


_MUCH, _MORE = _Shorter(3, 3, 2), _Shorter(3, 2, 1.3)
_SHORT = SHORT_LINE.name


def with_alike(rows: list[Row], blocks: list[Block], habits: Habits) -> tuple[list[Row], set[int]]:
    """The rows with the headings recognised that their names tell, and the indices of those that the blocks tell."""
    rows = _in_order(_opposed(rows, blocks), blocks)
    found = _measured(rows, blocks) | _shorter(rows, blocks, habits) | _in_turn(rows, blocks, habits)
    found |= _parts(rows, blocks)
    return rows, found | _capitalised(rows, blocks, habits)


def blocks_of(rows: list[Row], content: list[int]) -> list[Block]:
    """The blocks of the rows whose indices `content` gives."""
    blocks: list[list[int]] = []
    for index in content:
        if rows[index].gap or not blocks:
            blocks.append([])
        blocks[-1].append(index)
    return [Block(tuple(block)) for block in blocks]


def short_heading(row: Row) -> Row:
    """The row as a heading that only its place tells."""
    return row._replace(kind=Kind.HEAD, cue=SHORT_LINE.name, title=row.plain, level=SHORT_LINE.rank, label="", rest="")


def may_open(row: Row, habits: Habits) -> bool:
    """Whether a line is a name that can head a block."""
    if row.kind is not Kind.TEXT or row.mark or row.label or row.indent > 2 or row.piece or len(row.sources) > 1:
        return False
    return is_name(row.plain, lower_case=habits.lower_case, english=habits.english)


def _opposed(rows: list[Row], blocks: list[Block]) -> list[Row]:
    """The rows, the first lines of two blocks in a row that name two sides ("Strengths", "Weaknesses") made headings.

    So are a name alone above them, and a name over the block that follows them ("A compromise"). Where one of the two
    sides is a heading already, the other is one of its kind: "FOR".
    """
    done = list(rows)
    for above, one, other, third in zip([None, *blocks], blocks, blocks[1:], [*blocks[2:], None], strict=False):
        first, second = rows[one.first], rows[other.first]
        if one.alone or other.alone or not are_opposed(first.plain, second.plain):
            continue
        like = next((row for row in (first, second) if row.kind is Kind.HEAD), None)
        for block, row in ((one, first), (other, second)):
            if row.kind is Kind.TEXT and not (row.mark or row.label or row.piece):
                head = short_heading(row)
                done[block.first] = head._replace(cue=like.cue, level=like.level) if like else head
        if third is not None and not third.alone and _goes_on(rows, third):
            done[third.first] = short_heading(rows[third.first])
        if above is not None and above.alone and _names_both(rows[above.first]):
            done[above.first] = short_heading(rows[above.first])
    return done


def _goes_on(rows: list[Row], block: Block) -> bool:
    """Whether a block opens with a name of few words over longer lines."""
    first, *others = (rows[index] for index in block.indices)
    return (
        first.words <= _MUCH.longest and _names_both(first) and all(len(row.plain) > len(first.plain) for row in others)
    )


def _names_both(row: Row) -> bool:
    return row.kind is Kind.TEXT and not (row.mark or row.label or row.indent or row.piece) and is_name(row.plain)


def _shorter(rows: list[Row], blocks: list[Block], habits: Habits) -> set[int]:
    """The first lines of blocks that open alike: a word or two without a stop, all lines below at length.

    "Causes" over "plenty of coal and iron", "Effects" over "people move to the towns": no capital need tell them, so
    this finds the headings of scripts without capitals. The lines below may be short where three blocks open so. Where
    other blocks open with anything but a name shorter than most of its lines it is chance, as in a verse.
    """
    several = [
        block for block in blocks
        if len(block.indices) >= _FEW_IN_BLOCK and not (rows[block.first].mark or rows[block.first].label)
    ]  # fmt: skip
    plain = [block for block in several if rows[block.first].kind is Kind.TEXT or rows[block.first].cue == _SHORT]
    for enough, much in ((_ENOUGH, _MUCH), (_ENOUGH_APART, _MORE)):
        found = [block for block in plain if _opens_shorter(rows, block, habits, much)]
        if len(found) >= enough:
            start = found[0].first
            known = set(found)
            others = [block for block in plain if block not in known and not _may_be_shorter(rows, block, habits)]
            before = sum(block.first < start for block in others)
            if before <= 1 and (len(others) - before) * _ENOUGH_APART <= len(found):
                return {block.first for block in found if rows[block.first].kind is Kind.TEXT}
    return set()


def _opens_shorter(rows: list[Row], block: Block, habits: Habits, much: _Shorter) -> bool:
    """Whether a block opens with a few words, every other line of it is longer, and they say more on average."""
    first, *others = (rows[index] for index in block.indices)
    named = first.cue == _SHORT or (may_open(first, habits) and first_run(first.plain) not in _ORDERS)
    if first.words > much.longest or not named:
        return False
    if not all(row.kind is Kind.TEXT and len(row.plain) > len(first.plain) for row in others):
        return False
    said = [max(row.words, len(row.plain) / _LONG_WORD) for row in others]
    length = sum(len(row.plain) for row in others)
    enough = min(said) >= _FEW_SAID and sum(said) >= much.said * len(others)
    return enough and length >= much.times * len(first.plain) * len(others)


def _capitalised(rows: list[Row], blocks: list[Block], habits: Habits) -> set[int]:
    """The first lines of blocks that all begin with a capital, shorter than what is below, which hardly ever does so.

    "Heating" over "still broken", "caretaker ordered part". What ends as sentences do, or opens with "and" or
    "over the", runs on from line to line.
    """
    several = [block for block in blocks if not block.alone and not rows[block.first].mark]
    if sum(len(block.indices) >= _FEW_IN_BLOCK for block in several) < _ENOUGH:
        return set()
    below = [rows[index] for block in several for index in block.indices[1:]]
    small = sum(row.plain[:1].islower() or row.plain[:1].isdigit() for row in below)
    stopped = any(_FULL_STOPS.intersection(row.plain[-1:]) for row in below)
    joined = sum(first_run(rows[block.indices[1]].plain) in STOP_WORDS for block in several)
    said = sum(row.words for row in below)
    if said < _FEW_SAID * len(below) or small < _MOST_SMALL * len(below) or stopped or joined * 2 >= len(several):
        return set()
    if not all(_may_be_capitalised(rows, block, habits) for block in several):
        return set()
    return {block.first for block in several if rows[block.first].kind is Kind.TEXT}


def _may_be_capitalised(rows: list[Row], block: Block, habits: Habits) -> bool:
    """Whether a block opens with a name that begins with a capital, what is noted of it on the same line or not."""
    row, *others = (rows[index] for index in block.indices)
    if row.kind is Kind.HEAD or not row.label:
        return row.kind is Kind.HEAD or (row.plain[:1].isupper() and _may_be_shorter(rows, block, habits))
    noted = row.words <= _FEW_WORDS and not (is_ended(row.plain) or ": " in row.plain or row.piece)
    return noted and row.plain[:1].isupper() and all(other.plain[:1].islower() for other in others)


def _may_be_shorter(rows: list[Row], block: Block, habits: Habits) -> bool:
    """Whether a block opens with a name, longer than a word or two, over lines that are longer on average."""
    first, *others = (rows[index] for index in block.indices)
    longer = sum(len(row.plain) for row in others) > len(first.plain) * len(others)
    return first.cue == _SHORT or (first.words <= _FEW_WORDS and longer and may_open(first, habits))


def _in_order(rows: list[Row], blocks: list[Block]) -> list[Row]:
    """The rows, the first lines of blocks made headings that name one thing after the other: "Site A - source"."""
    runs: dict[str, list[tuple[str, int]]] = {}
    for block in blocks:
        row = rows[block.first]
        named = row.kind is Kind.TEXT and not (block.alone or row.mark or row.piece or row.indent)
        if named and row.words <= _MOST_NAMED and not is_ended(row.plain) and (place := _place_of(row.plain)):
            runs.setdefault(first_run(row.plain), []).append((place, block.first))
    done = list(rows)
    for run in runs.values():
        if len(run) < _ENOUGH or not all(_comes_after(one, other) for (one, _), (other, _) in pairwise(run)):
            continue
        for _, index in run:
            cue = CAPITALS if first_run(rows[index].plain).upper() == rows[index].plain.split()[0] else SHORT_LINE
            done[index] = short_heading(rows[index])._replace(cue=cue.name, level=cue.rank)
    return done


def _place_of(text: str) -> str:
    """The letter or number that follows the first word of a name, and ends it or stands before a sign: "Site A -"."""
    name, *others = text.split(maxsplit=2)
    if not others or not name.isalpha() or len(name) < _SHORTEST_NAMED:
        return ""
    place = others[0].rstrip(_SIGNS)
    apart = len(others) == 1 or place != others[0] or others[1][0] in f"({_SIGNS}"
    return place if apart and (place in _PLACES or (place.isdecimal() and len(place) < _SHORTEST_NAMED)) else ""


def _comes_after(place: str, other: str) -> bool:
    if place.isdecimal() and other.isdecimal():
        return int(other) == int(place) + 1
    return len(place) == len(other) == 1 and ord(other) == ord(place) + 1


def _parts(rows: list[Row], blocks: list[Block]) -> set[int]:
    """The first lines of two blocks or more that are what notes call their parts: "Ingredients", "Method"."""
    openings = [block.first for block in blocks if not block.alone]
    named = [
        index for index in openings
        if rows[index].kind is Kind.TEXT and not rows[index].mark and rows[index].plain.lower() in PARTS_OF_NOTES
    ]  # fmt: skip
    return set(named) if len(named) >= _ENOUGH else set()


def _measured(rows: list[Row], blocks: list[Block]) -> set[int]:
    """The first lines of blocks that all end in a number of one thing: "Warm-up 10 min", "Content (8 marks)".

    No other line of these blocks ends so: it would be a list of amounts.
    """
    found: dict[str, list[int]] = {}
    for block in blocks:
        row, *others = (rows[index] for index in block.indices)
        named = (
            (row.kind is Kind.TEXT or row.cue == _SHORT)
            and others
            and not (row.mark or row.label or row.piece or row.indent)
        )
        unit = _unit_at_end(row.plain) if named and row.words <= _FEW_WORDS else ""
        if unit and not any(_unit_at_end(other.plain) == unit for other in others):
            found.setdefault(unit, []).append(block.first)
    runs = [run for run in found.values() if len(run) >= _ENOUGH_APART]
    return {index for run in runs for index in run if rows[index].kind is Kind.TEXT}


def _unit_at_end(text: str) -> str:
    """What the number counts that ends a text, a name before it: "min" of "Warm-up (10 min)"."""
    tokens = text.split()
    if len(tokens) < _ENOUGH_APART or not text[0].isalpha():
        return ""
    number, unit = tokens[-2].lstrip("(["), tokens[-1].rstrip(")].")
    return unit.lower() if number[:1].isdecimal() and unit.isalpha() and not is_date(f"{number} {unit}") else ""


def _in_turn(rows: list[Row], blocks: list[Block], habits: Habits) -> set[int]:
    """Names alone between gaps that take turns with sentences or blocks of several lines, up to the end of the note.

    Blank lines stand everywhere then, and tell a heading all the same: "types", its two lines, "dangers", its two.
    """
    heads: list[int] = []
    below = False
    for place in range(len(blocks) - 1, 0, -1):
        row = rows[blocks[place].first]
        if not blocks[place].alone or (row.kind is Kind.TEXT and is_ended(row.plain)):
            below = True
        elif below and _may_name(row, habits):
            heads.append(blocks[place].first)
            below = False
        elif below or heads:
            break
    return {index for index in heads if rows[index].kind is Kind.TEXT} if len(heads) >= _ENOUGH_APART else set()


def _may_name(row: Row, habits: Habits) -> bool:
    """Whether a line is a short heading already, or may be one."""
    return row.cue == _SHORT or (row.words <= _FEW_WORDS and may_open(row, habits))
