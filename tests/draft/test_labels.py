"""A label is a short name before a separator; a clause before one is not."""

import pytest

from briefdeck.draft.labels import split_label


@pytest.mark.parametrize(
    ("line", "label", "rest"),
    [
        ("Defence - India has orders pending.", "Defence", "India has orders pending."),
        ("Defence – India has orders pending.", "Defence", "India has orders pending."),
        ("Defence- India has orders pending.", "Defence", "India has orders pending."),
        ("Defence: India has orders pending.", "Defence", "India has orders pending."),
        ("意义：光合作用释放氧气。", "意义", "光合作用释放氧气。"),
        ("Day 0-30: process mapping", "Day 0-30", "process mapping"),
        ("Uniform Resource Period (URP): until 1993-94", "Uniform Resource Period (URP)", "until 1993-94"),
        ("ex post facto-- with retrospective action", "ex post facto", "with retrospective action"),
        ("Vaikom Satyagraha : It was a movement.", "Vaikom Satyagraha", "It was a movement."),
        ("water → steam", "water", "steam"),
    ],
)
def test_a_name_before_a_separator_is_a_label(line, label, rest):
    assert split_label(line) == (label, rest)


@pytest.mark.parametrize(
    "line",
    [
        "The train leaves at 10:30 from platform 2.",
        "See https://example.org/a for more.",
        "Three districts – Gorakhpur, Koraput and Thane – will start.",
        "The sum of what we have seen so far can be put in these few words: it rains.",
        "It is late - we should go.",
        "He said: “we should go”",
        "The balance of payments crisis -1991",
        "int counter = 0;",
        "The rate (as of 2020: low) fell.",
        "They went to the U.S. and Russia. Defence - it was discussed.",
        "just a sentence without any separator",
    ],
)
def test_other_colons_and_dashes_make_no_label(line):
    assert split_label(line) is None
