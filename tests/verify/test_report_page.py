"""The report as a web page: it says all that the report says, nothing in it is live, and it stands alone."""

from __future__ import annotations

from html.parser import HTMLParser

from briefdeck.errors import Position, Problem
from briefdeck.verify.report import Check, ParityRow, Report
from briefdeck.verify.report_page import PROMISES, render_page

VOID = {"meta", "br"}
LURE = "<script>alert(1)</script>\"'&\x1b[31m\u202egpj"


class _Page(HTMLParser):
    """Which elements and attributes a page has, and whether they close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def page_of(report, title="A lesson"):
    return _Page(render_page(report, title, "dist/deck.pptx and dist/brief.pdf"))


def test_the_seeds_report_says_every_check_and_every_section(built):
    report = built.report()
    page = page_of(report)
    words = " ".join(page.words)
    assert not page.open
    assert "Every promise is kept." in words
    assert all(check.name in words for check in report.checks)
    assert all(row.section.strip() in words for row in report.rows)
    assert all(name in words for name, _ in PROMISES.values())
    assert page.tags.count("h1") == 1


def test_a_broken_promise_says_what_to_do(built):
    report = built.report(deck=built.deck, brief=b"%PDF-1.7 nothing")
    page = page_of(report)
    assert "failed" in " ".join(page.words)
    assert "What to do:" in " ".join(page.words)


def test_nothing_of_the_input_is_live_on_the_page():
    problem = Problem("BD411", f"shows {LURE}", Position(LURE, 1), LURE)
    check = Check(promise="P1", name=LURE, passed=False, details=LURE, problems=(problem,))
    row = ParityRow(section=LURE, slides=LURE, place=LURE, deck_points=LURE, brief_points=LURE)
    text = render_page(Report(rows=(row,), checks=(check,)), LURE, LURE, LURE)
    page = _Page(text)
    assert not page.open and "script" not in page.tags
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("src", "href")]
    assert "\x1b" not in text and "\u202e" not in text
    assert "default-src 'none'" in text
    assert "alert(1)" in " ".join(page.words)
