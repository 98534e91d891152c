"""Long lines that would lead a careless pattern astray: time stays in proportion to length."""

import contextlib

import pytest

from briefdeck.draft.outline import draft_outline
from briefdeck.errors import BriefdeckError
from briefdeck.text.note import read_note
from support.growth import exponent

UNITS = (
    " ", "-", "- ", "a-", ":", "a: ", "(", "(a ", "[", "[a](", "*", "**a ", "_a ", "`a ", "$a ", "1,", "1 to ", "word ",
    "<", "<p ", "| a ", "“a ", ". ", "? ", "Ab ", "Ab (", "that is the a ", ", the a b c d", "a\u200b", "#", "of a ",
    "\t", "a\t", "1\t2\t", "-- ", "\"a ", "“a” said ", "1900 - a ", "in 1900, ", "; a b c d", ", and the a b is ",
    "1 000 ", "1.000", "12,34,", "more than ", "not ", "which a, ", "（a", "约", "1–", "a - b ",
)  # fmt: skip
SIZE = 60_000


def mapped(unit: str, size: int) -> None:
    data = ("a" + unit * (size // len(unit)) + " b").encode()
    with contextlib.suppress(BriefdeckError):
        draft_outline(read_note(data, "note.txt")[0])


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_little_faster_than_the_line(unit):
    mapped(unit, 1000)  # patterns compiled
    assert exponent(lambda size: lambda: mapped(unit, size), SIZE) < 1.4
