"""docs/errors.md is fresh, lists every code, and every code is made to happen by some test."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
PAGE = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")

_BY_WORDS = "tests of its reader or composer check its words and not its code"
NOT_MADE_TO_HAPPEN = {
    "BD112": "what libyaml says beyond the faults that are known by name",
    "BD390": "a fault of the fonts that are shipped, which their own tests exclude",
    "BD447": "a shape without a place comes from other programs only",
    "BD464": "a native object that is gone is named as an item that is gone first",
    "BD496": "the seed has no picture on its brief",
    **dict.fromkeys(
        ("BD210", "BD220", "BD222", "BD223", "BD224", "BD225", "BD226", "BD227", "BD228", "BD229"), _BY_WORDS
    ),
    **dict.fromkeys(("BD310", "BD311", "BD312", "BD313", "BD395", "BD448", "BD531", "BD608"), _BY_WORDS),
}
"""Codes that no test causes, each with the reason."""


@pytest.fixture(scope="module")
def maker():
    spec = importlib.util.spec_from_file_location("make_errors", ROOT / "docs" / "make_errors.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def without_examples(page: str) -> list[str]:
    return [line for line in page.splitlines() if not line.startswith("  Example: ")]


def test_the_page_says_what_the_source_says(maker):
    shown = {}
    code = ""
    for line in PAGE.splitlines():
        if match := re.match(r"- \*\*(BD\d{3})\*\*", line):
            code = match[1]
        elif line.startswith("  Example: "):
            shown[code] = line.removeprefix("  Example: ")
    assert without_examples(maker.page(shown)) == without_examples(PAGE), "run docs/make_errors.py"


def test_every_code_is_on_the_page_once(maker):
    listed = re.findall(r"^- \*\*(BD\d{3})\*\*", PAGE, re.MULTILINE)
    assert len(set(listed)) == len(listed)
    assert set(listed) == maker.codes()


def test_every_code_is_made_to_happen_by_a_test(maker):
    named = set()
    for path in TESTS.rglob("*"):
        if path.suffix in (".py", ".yaml", ".txt", ".md") and path != Path(__file__):
            named |= set(maker.CODE.findall(path.read_text(encoding="utf-8")))
    silent = maker.codes() - named - NOT_MADE_TO_HAPPEN.keys()
    assert not silent, f"no test causes {sorted(silent)}"
