"""The checks that programs of others make: what LibreOffice paints, what the reference validators find.

The command runs them and hands over what they gave; nothing here runs anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from briefdeck.errors import Problem
from briefdeck.named import NamedTuple
from briefdeck.verify.archive import parse
from briefdeck.verify.deck_file import DeckFile
from briefdeck.verify.painted import spills
from briefdeck.verify.report import Check
from briefdeck.verify.wording import clip, normal

PAINTED = "text stays in its boxes as LibreOffice paints them"
OPEN_XML = "the Open XML SDK finds no fault in the deck"
PDF_UA = "veraPDF finds the brief accessible (PDF/UA-1)"
PDF_A = "veraPDF finds the brief fit to be kept (PDF/A-2a)"

_MOST_TOLD = 10
"""Findings of one program that are told one by one; a file with more has one fault in many places."""


class Answer(NamedTuple):
    """What a program gave: the deck as a PDF, or its findings, one line each; or why there is nothing of it."""

    painting: bytes = b""
    findings: tuple[str, ...] = ()
    why_not: str = ""  # "" when it ran to its end


class Answers(NamedTuple):
    """What the programs of others gave for one deck and one brief."""

    painted: Answer
    open_xml: Answer
    pdf_ua: Answer
    pdf_a: Answer


def open_xml_answer(said: bytes) -> Answer:
    """What the report of `ooxml-validator` finds: JSON with `ok` and `errors`."""
    try:
        report = json.loads(said)
        if report["ok"] is True:
            return Answer()
        found = tuple(_finding(error) for error in report["errors"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return Answer(why_not="the Open XML SDK validator gave no report that can be read")
    return Answer(findings=found or ("no reason is given",))


def _finding(error: object) -> str:
    """What is wrong and where, of one entry of the report."""
    if not isinstance(error, Mapping):
        return str(error)
    known = {str(key).lower(): value for key, value in error.items()}
    path = known.get("path")
    places = (path.get("partUri") if isinstance(path, Mapping) else path, known.get("part"), known.get("xpath"))
    where = next((f" ({place})" for place in places if place), "")
    return f"{known.get('description') or known.get('message') or dict(error)}{where}"


def verapdf_answer(said: bytes) -> Answer:
    """What the report of `verapdf` finds: XML with the rules that are broken.

    All versions write it alike, but that older ones do not say how the job ended, and newer ones may judge by several
    standards at once.
    """
    start = said.find(b"<")
    try:
        report = parse(said[start:]) if start >= 0 else None
    except SyntaxError:
        report = None
    if report is None:
        return Answer(why_not="veraPDF gave no report that can be read")
    verdicts = list(report.iter("{*}validationReport"))
    if not verdicts or any(verdict.get("isCompliant") not in ("true", "false") for verdict in verdicts):
        return Answer(why_not="veraPDF could not read the brief")
    if any(verdict.get("jobEndStatus", "normal") != "normal" for verdict in verdicts):
        return Answer(why_not="veraPDF did not come to its end")
    broken = [verdict for verdict in verdicts if verdict.get("isCompliant") == "false"]
    rules = [rule for verdict in broken for rule in verdict.iter("{*}rule") if rule.get("status", "failed") == "failed"]
    if not broken:
        return Answer()
    return Answer(findings=tuple(map(_broken, rules)) or ("no reason is given",))


def _broken(rule: _Element) -> str:
    description = normal(rule.findtext("{*}description", ""))
    times = rule.get("failedChecks", "1")
    return f"clause {rule.get('clause', '?')}-{rule.get('testNumber', '?')}, {times} times: {description}"


OURS = "build it again; when the new one has it too, please report it: it is a fault of briefdeck"
SAVED = "if another program has saved the deck, save it in PowerPoint or build it again; else report it as our fault"


def outside_checks(deck: DeckFile | None, answers: Answers) -> Iterator[Check]:
    """One check for each program; one that did not run says why, and neither passes nor fails."""
    painted = answers.painted
    if deck is None and not painted.why_not:
        painted = Answer(why_not="no deck")
    found = tuple(spills(deck, painted.painting)) if deck is not None and not painted.why_not else ()
    yield _check("P4", PAINTED, painted, found)
    for promise, name, answer, code, what, hint in (
        ("P6", OPEN_XML, answers.open_xml, "BD469", "the deck is not as PowerPoint’s format wants it", SAVED),
        ("P7", PDF_UA, answers.pdf_ua, "BD479", "the brief breaks PDF/UA-1", OURS),
        ("P8", PDF_A, answers.pdf_a, "BD489", "the brief breaks PDF/A-2a", OURS),
    ):
        yield _check(promise, name, answer, tuple(_told(answer, code, what, hint)))


def _told(answer: Answer, code: str, what: str, hint: str) -> Iterator[Problem]:
    for finding in answer.findings[:_MOST_TOLD]:
        yield Problem(code, f"{what}: {clip(finding, 160)}", hint=hint)
    if (more := len(answer.findings) - _MOST_TOLD) > 0:
        yield Problem(code, f"{what}: {more} more findings", hint=hint)


def _check(promise: str, name: str, answer: Answer, problems: tuple[Problem, ...]) -> Check:
    if answer.why_not:
        return Check(promise=promise, name=name, passed=None, details=f"not checked: {answer.why_not}")
    count = len(problems)
    details = f"{count} problem{'' if count == 1 else 's'}" if count else ""
    return Check(promise=promise, name=name, passed=not problems, details=details, problems=problems)
