"""Headings told by the blocks they open, where no line tells them by itself.

What heads the blocks of a note heads them all alike, so a line that looks like
the headings found already, or the one line of its block that does not end as a sentence does, is a heading too.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise, zip_longest

from briefdeck.draft.alike import Block, blocks_of, may_open, short_heading, with_alike
from briefdeck.draft.cues import SHORT_LINE
from briefdeck.draft.heading_words import PARTS_OF_NOTES, THINGS_DONE
from briefdeck.draft.inner_headings import find_inner
from briefdeck.draft.rows import Kind, Row, text_row
from briefdeck.draft.sentences import split_sentences
from briefdeck.draft.short_lines import ASKS, is_name
from briefdeck.draft.spots import Habits
from briefdeck.draft.words import ends_with_colon, is_ended, is_question, speaks, word_count
from briefdeck.late import late_pattern

_ENOUGH, _ENOUGH_APART = 2, 3
_FEW_WORDS, _FEW_IN_BLOCK = 6, 3
_MOST_NAMED = 10  # words
_COLONS = frozenset(":：")
_FEW_NAMED = 4  # words behind a name
_FEWEST_COUNTED = 3
_COUNT = late_pattern(r"(\d{1,2})\s+(?=[^\W\d_])")
_MOST_BLOCKS_WITHOUT = 0.4
_FULL_STOP = late_pattern(r"[.!?।][\"”’)]*$")


def find_openers(rows: list[Row], content: list[int], habits: Habits) -> list[Row]:
    """The rows with the headings recognised that open their blocks as other headings do."""
    blocks = blocks_of(rows, content)
    found = {block.first for block in blocks if _stands_out(rows, block, habits) or _over_heads(rows, block, habits)}
    found |= {one.first for one, other in pairwise(blocks) if _over_labels(rows, one, other, habits)}
    rows, alike = with_alike(rows, blocks, habits)
    found |= alike
    if not habits.spaced:
        found |= _apart(rows, blocks, habits)
    known = [block for block in blocks if rows[block.first].cue == SHORT_LINE.name or block.first in found]
    shapes = Counter((rows[block.first].indent, block.alone) for block in known)
    for block, below in zip_longest(blocks, blocks[1:]):
        row = rows[block.first]
        if shapes[row.indent, block.alone] < _ENOUGH or not may_open(row, habits):
            continue
        if not block.alone or (below is not None and not below.alone and not habits.spaced):
            found.add(block.first)
    headed = [block for block in known if not block.alone]
    if len(headed) >= _ENOUGH:
        found |= {block.first for block in blocks if _names_its_list(rows, block, habits)}
        below = blocks[blocks.index(headed[0]) :]
        found |= {block.first for block in below if _names_what_follows(rows, block, habits)}
    counted = _counted(rows, blocks)
    rows = [counted.get(index, row) for index, row in enumerate(rows)]
    found |= counted.keys()
    done = [short_heading(row) if index in found else row for index, row in enumerate(rows)]
    done = _with_second(_lowered(done, blocks), blocks, habits)
    return find_inner(done, [block.indices for block in blocks], habits)


def _lowered(rows: list[Row], blocks: list[Block]) -> list[Row]:
    """The rows with headings of blocks a level lower where a heading alone between gaps stands over one of them."""
    short = {block.first: block for block in blocks if rows[block.first].cue == SHORT_LINE.name}
    over = any(
        one.alone and not other.alone
        for one, other in pairwise(blocks)
        if one.first in short and other.first in short and rows[one.first].level == rows[other.first].level
    )
    lower = {first for first, block in short.items() if not block.alone} if over else set()
    return [row._replace(level=row.level + 1) if index in lower else row for index, row in enumerate(rows)]


def _with_second(rows: list[Row], blocks: list[Block], habits: Habits) -> list[Row]:
    """The rows with a second heading recognised, straight below one that opens its block, over sentences."""
    done = list(rows)
    for block in blocks:
        first, *others = (rows[index] for index in block.indices)
        if first.cue != SHORT_LINE.name or len(others) < _FEW_IN_BLOCK - 1 or not may_open(others[0], habits):
            continue
        if others[0].words <= _FEW_WORDS and all(_FULL_STOP.search(row.plain) for row in others[1:]):
            head = short_heading(others[0])
            done[block.indices[1]] = head._replace(level=first.level + 1)
    return done


def _counted(rows: list[Row], blocks: list[Block]) -> dict[int, Row]:
    """The first lines of blocks that count up from one without a stop, "1 reports", "2 trip to York", numbered."""
    found: dict[int, Row] = {}
    for block in blocks:
        row = rows[block.first]
        opens = row.kind is Kind.TEXT and not (row.mark or row.piece or block.alone) and row.plain[:1].isdecimal()
        match = _COUNT.match(row.plain) if opens and row.words <= _MOST_NAMED and not is_ended(row.plain) else None
        if match and int(match[1]) == len(found) + 1:
            found[block.first] = text_row(row._replace(mark="#", number=match[1]), row.plain[match.end() :])
    return found if len(found) >= _FEWEST_COUNTED else {}


def _names_its_list(rows: list[Row], block: Block, habits: Habits) -> bool:
    """Whether a block is a list under a line that says what it is about: "Case study: Boscastle, 16 August 2004"."""
    first, *others = (rows[index] for index in block.indices)
    if not _is_name_and_more(first) or is_ended(first.plain) or speaks(first.rest, english=habits.english):
        return False  # "Supply = what sellers are willing to sell"
    listed = [row for row in others if row.kind is Kind.TEXT and row.mark]
    return len(listed) >= _ENOUGH and others[0].kind is Kind.TEXT and bool(others[0].mark)


def _names_what_follows(rows: list[Row], block: Block, habits: Habits) -> bool:
    """Whether the lines of a block answer its first one, count up below it, or say at length what it names.

    "Too little sleep: what it does" over "Mood: irritable", "Example 1: solve x + 2 = 7" over "Step 1: ...",
    "Experiment: rain in a jar" over what is needed, and "Hyperinflation: Germany 1923" over a paragraph. "Aim: how
    leaves breathe" is one of several labels of a kind.
    """
    first, *others = (rows[index] for index in block.indices)
    if not others or not _is_name_and_more(first) or any(row.kind is not Kind.TEXT for row in others):
        return False
    below = others[0]
    if first.label not in habits.speakers and _counts_up([row.label for row in others]):
        return True
    if first.label in habits.speakers or below.label in habits.speakers:
        return False
    name = is_name(first.rest, lower_case=True, english=habits.english)
    if first.label.casefold() in THINGS_DONE and len(others) >= _ENOUGH:
        return name
    if first.label.casefold() in PARTS_OF_NOTES or below.label.casefold() in PARTS_OF_NOTES:
        return False
    if _asks(first, habits):
        return len(others) >= _ENOUGH and not is_question(below.plain)
    named = word_count(first.rest) <= _FEW_NAMED and first.rest[:1].isalpha()
    told = not (below.label or below.mark) and is_ended(below.plain) and below.words >= 2 * first.words + _FEW_NAMED
    return named and told and name


def _asks(row: Row, habits: Habits) -> bool:
    """Whether one question stands behind a name and a colon; behind "=" it says what something is."""
    if row.plain.removeprefix(row.label).lstrip()[:1] not in _COLONS or len(split_sentences(row.rest)) > 1:
        return False
    return is_question(row.rest) or (habits.english and ASKS.match(row.rest) is not None and not is_ended(row.rest))


def _is_name_and_more(row: Row) -> bool:
    """Whether a line at the margin is a name and a few words about it."""
    named = row.kind is Kind.TEXT and row.label and not (row.mark or row.piece) and row.indent == 0
    return bool(named) and row.words <= _MOST_NAMED and not ends_with_colon(row.plain)


def _counts_up(labels: list[str]) -> bool:
    """Whether the labels are "Step 1", "Step 2" and so on, whatever comes behind them."""
    counted = [label.rstrip(".)").rpartition(" ") for label in labels]
    run = [(word, number) for word, _, number in counted[:_FEWEST_COUNTED] if word]
    return len(run) == _FEWEST_COUNTED and [number for _, number in run] == ["1", "2", "3"] and len(set(dict(run))) == 1


def _stands_out(rows: list[Row], block: Block, habits: Habits) -> bool:
    """Whether all lines of a block end as sentences do, or begin with a number, the first one apart."""
    first, *others = (rows[index] for index in block.indices)
    if len(others) < _FEW_IN_BLOCK - 1 or not may_open(first, habits) or first.words > _FEW_WORDS:
        return False
    if not all(row.kind is Kind.TEXT for row in others):
        return False
    if all(_FULL_STOP.search(row.plain) for row in others):
        return not all(is_question(row.plain) for row in others)
    return len(others) >= _FEW_IN_BLOCK and all(row.plain[:1].isdigit() and not row.mark for row in others)


def _over_heads(rows: list[Row], block: Block, habits: Habits) -> bool:
    """Whether a block opens with a name over headings of its own, which stand over lines further in."""
    if len(block.indices) <= _FEW_IN_BLOCK or not may_open(rows[block.first], habits):
        return False
    first, *others = (rows[index] for index in block.indices)
    heads = [row for row in others if row.kind is Kind.HEAD]
    below = [row for row in others if row.kind is not Kind.HEAD]
    return (
        first.words <= _FEW_WORDS
        and len(heads) > 1
        and others[0].kind is Kind.HEAD
        and all(row.cue == SHORT_LINE.name and row.indent == first.indent for row in heads)
        and all(row.indent > first.indent for row in below)
    )


def _over_labels(rows: list[Row], block: Block, below: Block, habits: Habits) -> bool:
    """Whether a name alone between gaps stands over lines that nearly all have labels: "Hazard symbols"."""
    row = rows[block.first]
    if habits.spaced or habits.all_labelled or not block.alone or row.words > _FEW_WORDS or not may_open(row, habits):
        return False
    held = [rows[index] for index in below.indices]
    labelled = sum(1 for one in held if one.kind is Kind.TEXT and one.label)
    return len(held) >= _FEW_IN_BLOCK and 4 * labelled >= 3 * len(held)


def _apart(rows: list[Row], blocks: list[Block], habits: Habits) -> set[int]:
    """Lines alone between gaps, in a note in which most blocks stand under such a line."""
    heads: set[int] = set()
    below = without = 0
    before: Block | None = None
    for block in blocks:
        row = rows[block.first]
        if row.kind is Kind.HEAD or (block.alone and row.words <= _FEW_WORDS and may_open(row, habits)):
            headed = False
        else:
            headed = before is not None and (rows[before.first].kind is Kind.HEAD or before.first in heads)
            below += headed
            without += not headed
        if block.alone and row.kind is Kind.TEXT and row.words <= _FEW_WORDS and may_open(row, habits):
            heads.add(block.first)
        before = block
    runs = sum(1 for one, other in pairwise(blocks) if one.first in heads and other.first in heads)
    enough = len(heads) >= _ENOUGH_APART and without <= _MOST_BLOCKS_WITHOUT * (below + without) and runs <= 1
    return heads if enough and not any(is_ended(rows[index].plain) for index in heads) else set()
