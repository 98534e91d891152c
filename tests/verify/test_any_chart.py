"""Charts made by chance: both files are built and keep every promise, or the problem has a place."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings

from briefdeck.assets import read_look
from briefdeck.errors import BriefdeckError
from briefdeck.pipeline import Order, make
from briefdeck.verify import verify
from compose.outlines import charted


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
@given(charted)
def test_any_chart_is_drawn_and_verified(outline):
    try:
        made = make(outline, Order())
    except BriefdeckError as error:
        assert {problem.code for problem in error.problems} <= {"BD304", "BD313"}
        return
    report = verify(made.deck, made.brief, outline, None, read_look("", outline.lang).furniture)
    assert [f"{problem.code} {problem.message}" for check in report.checks for problem in check.problems] == []
