"""Outlines made by chance, painted by LibreOffice as the file has them: no text leaves its box.

CI paints 60 of them; `make fit` paints 1,000, or as many as OUTLINES says.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from briefdeck.assets import theme_names
from briefdeck.errors import BriefdeckError
from briefdeck.model.outline import Outline
from briefdeck.pipeline import Order, make
from compose.outlines import outlines
from support.pptx_overflow import overflows
from support.render import needs_libreoffice

pytestmark = [needs_libreoffice, pytest.mark.slow]

OUTLINES = int(os.environ.get("OUTLINES", "60"))
AT_ONCE = 20


def chance(count: int) -> list[Outline]:
    """The same outlines on every run."""
    drawn: list[Outline] = []

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(outlines)
    def collect(outline: Outline) -> None:
        drawn.append(outline)

    collect()
    return drawn


def decks(found: list[Outline], start: int) -> Iterator[tuple[str, bytes]]:
    """A deck of each, the themes in turn; what no slide can hold is refused and passed over."""
    themes = theme_names()
    for number, outline in enumerate(found[start : start + AT_ONCE], start):
        theme = themes[number % len(themes)]
        try:
            made = make(outline, Order(theme=theme, only="deck"))
        except BriefdeckError:
            continue
        assert made.deck is not None
        yield f"{number} in {theme}", made.deck


@pytest.fixture(scope="module")
def found() -> list[Outline]:
    return chance(OUTLINES)


@pytest.mark.parametrize("start", range(0, OUTLINES, AT_ONCE))
def test_no_text_leaves_its_box(start: int, tmp_path, found):
    faults = []
    for name, deck in decks(found, start):
        faults += [f"outline {name}: {fault}" for fault in overflows(deck, tmp_path)]
    assert not faults, "\n".join(faults)
