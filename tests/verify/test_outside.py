"""Reports of veraPDF as it wrote them (version 1.31, on briefs of ours), and as older and newer versions write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefdeck.verify.outside import Answer, verapdf_answer

REPORTS = Path(__file__).with_name("verapdf_reports")
UNREAD = Answer(why_not="veraPDF could not read the brief")


def report(name: str) -> str:
    return (REPORTS / f"{name}.xml").read_text(encoding="utf-8")


def older(name: str) -> bytes:
    """As before version 1.22: nothing of how the job ended, no tags, and what has passed beside what has failed."""
    said = report(name).replace(' jobEndStatus="normal"', "").replace(' tags="syntax"', "")
    assert said != report(name)
    return said.replace(' status="failed" failedChecks', ' status="failed" passedChecks="0" failedChecks').encode()


def verdict(name: str) -> str:
    """The one verdict of a report."""
    said = report(name)
    end = "</validationReport>"
    return said[said.index("<validationReport jobEndStatus") : said.index(end) + len(end)]


@pytest.mark.parametrize("said", [report("passed-ua1").encode(), older("passed-ua1")])
def test_a_brief_that_passes(said):
    assert verapdf_answer(said) == Answer()


@pytest.mark.parametrize("said", [report("failed-ua1").encode(), older("failed-ua1")])
def test_a_brief_that_fails_says_which_rule_and_how_often(said):
    (finding,) = verapdf_answer(b"Picked up JAVA_TOOL_OPTIONS: -Xmx1g\n" + said).findings
    assert finding.startswith("clause 7.1-10, 1 times: The document catalog dictionary shall include a ViewerPref")


def test_every_broken_rule_is_told():
    found = verapdf_answer(report("failed-2a").encode()).findings
    assert [finding.split(",")[0] for finding in found] == ["clause 6.7.3.3-1", "clause 6.7.2.2-1", "clause 6.6.2.1-1"]


@pytest.mark.parametrize("name", ["unreadable", "locked"])
def test_a_brief_that_cannot_be_read_is_neither_passed_nor_failed(name):
    assert verapdf_answer(report(name).encode()) == UNREAD


@pytest.mark.parametrize("status", ["timeout", "cancelled"])
@pytest.mark.parametrize("name", ["passed-ua1", "failed-ua1"])
def test_a_job_that_did_not_end_is_no_verdict(name, status):
    said = report(name).replace('jobEndStatus="normal"', f'jobEndStatus="{status}"').encode()
    assert verapdf_answer(said) == Answer(why_not="veraPDF did not come to its end")


@pytest.mark.parametrize("order", [("passed-ua1", "failed-2a"), ("failed-2a", "passed-ua1")])
def test_of_several_verdicts_each_counts(order):
    first, second = order
    said = report(first).replace(verdict(first), verdict(first) + verdict(second))
    assert len(verapdf_answer(said.encode()).findings) == 3


def test_a_verdict_without_a_reason_is_no_pass():
    said = report("passed-ua1").replace('isCompliant="true"', 'isCompliant="false"')
    assert verapdf_answer(said.encode()).findings == ("no reason is given",)
    assert verapdf_answer(said.replace('isCompliant="false"', "").encode()) == UNREAD


@pytest.mark.parametrize("said", ["", "brief.pdf: PASS", "<html><body>", "<rawResults/>", '{"report": {}}'])
def test_other_formats_are_not_taken_for_a_pass(said):
    assert verapdf_answer(said.encode()).why_not
