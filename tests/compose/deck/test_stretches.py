"""Where the points of a section part, so that no slide holds but some words."""

from __future__ import annotations

import pytest

from briefdeck.compose.deck.stretches import stretches
from compose.outlines import group, point

LABELS = (group("Line", "A link between two"), group("Technique", "How data becomes a signal"))
FEW, MANY = point("Transmission efficiency"), point("All of this is paid for by those who use the line most of all")


@pytest.mark.parametrize(
    ("points", "figures", "found"),
    [
        ((*LABELS, FEW), (), [(0, 3, False)]),
        ((*LABELS, point("传输效率")), (), [(0, 3, False)]),
        ((*LABELS, point("植物利用阳光把水和二氧化碳变成糖和氧气")), (), [(0, 2, True), (2, 3, False)]),
        ((*LABELS, MANY), (), [(0, 2, True), (2, 3, False)]),  # a sentence stands well on its own
        ((*LABELS, FEW, FEW), (), [(0, 2, True), (2, 4, False)]),
        ((FEW, *LABELS), (), [(0, 1, False), (1, 3, True)]),  # what stands first opens the section
        ((*LABELS, FEW), (2,), [(0, 2, True), (2, 3, False)]),  # beside its figure
        ((*LABELS * 4, FEW), (), [(0, 8, True), (8, 9, False)]),  # too much for a list
    ],
)
def test_some_words_behind_few_labels_are_one_list_with_them(points, figures, found):
    assert list(stretches(points, set(figures))) == found
