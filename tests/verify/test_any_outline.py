"""Whatever is built keeps its promises: every theme, every paper, and outlines that chance writes."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings

from briefdeck.assets import read_look, theme_names
from briefdeck.errors import BriefdeckError
from briefdeck.model.values import replace
from briefdeck.pipeline import Order, make
from briefdeck.verify import verify
from compose.brief_outlines import outlines
from compose.outlines import REACHES, gallery


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("theme", theme_names())
def test_the_seed_passes_in_every_theme_on_every_paper(built, theme, paper):
    pair = make(built.outline, Order(theme=theme, paper=paper))
    assert built.report(pair.deck, pair.brief).problems == ()


@pytest.fixture(scope="module")
def everything():
    """An outline that reaches most layouts of the table."""
    many = next(one for one in REACHES.values() if len(one.terms) > 1)
    asked = next(one for one in REACHES.values() if one.questions)
    ends = next(one for one in REACHES.values() if one.takeaways)
    return replace(gallery(), terms=many.terms, questions=asked.questions, takeaways=ends.takeaways, subtitle="All")


@pytest.mark.parametrize("theme", theme_names())
def test_every_layout_can_be_read_in_every_theme(everything, theme):
    made = make(everything, Order(theme=theme, only="deck"))
    assert len({page.layout for page in made.deck_document.pages}) > 25
    report = verify(made.deck, None, everything, None, read_look("", "en").furniture)
    assert report.problems == ()


@pytest.mark.slow
@settings(
    max_examples=60, deadline=None, suppress_health_check=[*HealthCheck], phases=[Phase.generate], derandomize=True
)
@given(outlines())
def test_outlines_of_chance_pass(outline):
    """In six scripts, from one point to eighty, with and without cuts."""
    try:
        pair = make(outline, Order())
    except BriefdeckError:
        assume(False)
    report = verify(pair.deck, pair.brief, outline, None, read_look("", outline.lang).furniture)
    assert report.problems == ()
