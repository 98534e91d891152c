"""What a line end does not part."""

import pytest

from briefdeck.compose.type.keeps import keeps_together
from briefdeck.compose.type.linebreak import pieces


def kept(text):
    """Whether the first space of the text keeps its neighbours together."""
    return keeps_together(text, pieces(text)[0])


@pytest.mark.parametrize(
    ("text", "together"), [("６月から", True), ("6月", True), ("28毫米", True), ("3点", True), ("3雨", False)]
)
def test_a_number_stays_with_what_it_counts_in_chinese_and_japanese(text, together):
    number = next(piece for piece in pieces(text) if text[piece.stop - 1].isdigit())
    assert keeps_together(text, number) is together


@pytest.mark.parametrize(
    "text",
    [
        "10 km",
        "5 years",
        "12 billion dollars",
        "$12 billion",
        "3.5 %",
        "(25 °C)",
        "500 crore",
        "1st day",
        "Mr. Modi",
        "unit 5",
        "Klasse 7b",
        "глава 3",
        "3 December,",
        "12 мая",
        "Dr Singh",
        "No. 10",
        "Rs 500",
        "p. 12",
        "S. Jaishankar",
        "« mot",
        "mot !",
        "word – dash",
    ],
)
def test_these_stay_together(text):
    assert kept(text)


@pytest.mark.parametrize(
    "text",
    [
        "two words",
        "2018 and",
        "in 2018",
        "10 to",
        "the end.",
        "no. another",
        "A man",
        "word",
        "12, then",
        "x y",
        "5: En",
        "unit plan",
    ],
)
def test_these_may_part(text):
    assert not kept(text)


def test_only_spaces_keep():
    assert not kept("10-km")
    assert not kept("5\u4e2d")
