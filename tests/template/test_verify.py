"""Verify sees what is wrong with a deck on a template, and tells the builder's faults from the template's."""

from __future__ import annotations

import pytest

from briefdeck.assets import read_look
from briefdeck.errors import Severity
from briefdeck.pipeline import Order, TemplateFile, make
from briefdeck.verify import verify
from template import samples
from template.samples import MASTER, edited, sub, swap

POINTS = "What a leaf does"
BOX = (
    '<p:sp><p:nvSpPr><p:cNvPr id="91" name="Box"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
    '<a:off x="635000" y="1905000"/><a:ext cx="2540000" cy="635000"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:p><a:r>'
    '<a:rPr lang="en" sz="2000"/><a:t>A box</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>'
)
GREY = '<a:solidFill><a:srgbClr val="404040"/></a:solidFill>'
WHITE = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'


@pytest.fixture(scope="module")
def built():
    return make(samples.outline(), Order(template=TemplateFile(samples.usual(), "school.pptx")))


@pytest.fixture(scope="module")
def questions(built):
    """The part of the slide with the questions, which stand in the template's own layout."""
    parts = samples.members(built.deck)
    return next(name for name in parts if name.startswith("ppt/slides/slide") and b"Why do leaves fall?" in parts[name])


def found(built, deck):
    outline = samples.outline()
    report = verify(deck, built.brief, outline, None, read_look("", outline.lang).furniture)
    return {(problem.code, problem.severity) for problem in report.problems}


def test_the_deck_itself_has_no_fault(built):
    assert not {severity for _, severity in found(built, built.deck)} & {Severity.ERROR}


@pytest.mark.parametrize(
    ("change", "code", "severity"),
    [
        (sub(r'sz="\d+"', 'sz="1000"'), "BD441", Severity.ERROR),
        (swap("</p:spTree>", BOX), "BD460", Severity.ERROR),
        (sub(r'(<p:ph idx=")1"', r'\g<1>47"'), "BD461", Severity.ERROR),
        (sub(r"(<a:rPr [^>]*?)/>", rf"\1>{GREY}</a:rPr>"), "BD466", Severity.ERROR),
        (sub(r"(<a:rPr [^>]*?)/>", rf"\1>{WHITE}</a:rPr>"), "BD478", Severity.ERROR),
        (swap("Why do leaves fall?", "Why do leaves fall? " * 60), "BD443", Severity.ERROR),
        (swap("Why do leaves fall?", "Why do cats fall?"), "BD410", Severity.ERROR),
        (swap("Why do leaves fall?", "Why do leaves fall?"), None, None),
    ],
    ids=["small", "text box", "unseated", "fixed colour", "faint", "too long", "other words", "nothing"],
)  # fmt: skip
def test_a_fault_on_a_slide_is_named(built, questions, change, code, severity):
    codes = found(built, edited(built.deck, {questions: change}))
    if code is None:
        assert not {kind for _, kind in codes} & {Severity.ERROR}
    else:
        assert any(kind is severity for one, kind in codes if one == code), codes


def test_a_faint_colour_of_the_templates_own_is_a_remark(built):
    deck = edited(built.deck, {MASTER: sub(r"(<p:bodyStyle>.*?)<a:solidFill>.*?</a:solidFill>", rf"\1{WHITE}")})
    codes = found(built, deck)
    assert ("BD478", Severity.REMARK) in codes
    assert ("BD478", Severity.ERROR) not in codes


def test_a_change_made_since_is_seen(built, questions):
    codes = found(built, edited(built.deck, {MASTER: swap("Click to edit", "Press to edit")}))
    assert ("BD404", Severity.REMARK) in codes


def test_the_deck_says_which_file_its_design_is_from(built):
    tags = samples.members(built.deck)["ppt/tags/tag1.xml"]
    assert b'name="BRIEFDECK_TEMPLATE" val="school.pptx"' in tags
