"""Lines of a megabyte that would lead a careless pattern astray: time stays in proportion to length."""

import contextlib
import time

import pytest

from briefdeck.draft.outline import draft_outline
from briefdeck.errors import BriefdeckError
from briefdeck.text.note import read_note

UNITS = (
    " ", "-", "- ", "a-", ":", "a: ", "(", "(a ", "[", "[a](", "*", "**a ", "_a ", "`a ", "$a ", "1,", "1 to ", "word ",
    "<", "<p ", "| a ", "“a ", ". ", "? ", "Ab ", "Ab (", "that is the a ", ", the a b c d", "a\u200b", "#", "of a ",
    "\t", "a\t", "1\t2\t", "-- ", "\"a ", "“a” said ", "1900 - a ", "in 1900, ", "; a b c d", ", and the a b is ",
    "1 000 ", "1.000", "12,34,", "more than ", "not ", "which a, ", "（a", "约", "1–", "a - b ",
)  # fmt: skip
SIZE = 125_000
GROWTH = 8


def seconds(unit: str, size: int) -> float:
    data = ("a" + unit * (size // len(unit)) + " b").encode()
    started = time.process_time()
    with contextlib.suppress(BriefdeckError):
        draft_outline(read_note(data, "note.txt")[0])
    return time.process_time() - started


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_eight_times_the_length_takes_no_more_than_twenty_times_as_long(unit):
    seconds(unit, 1000)  # patterns compiled
    small = seconds(unit, SIZE)
    assert seconds(unit, GROWTH * SIZE) < 2.5 * GROWTH * max(small, 0.02)
