"""The page for teachers is true."""

import re
from pathlib import Path

import pytest

from briefdeck.text.outline import load_outline
from briefdeck.text.outline_format import SHAPES

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "outline.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_every_example_is_an_outline_without_a_problem(example):
    assert load_outline(example, "outline.yaml")[1] == ()


def test_every_key_is_shown():
    for name, shape in SHAPES.items():
        missing = [key for key in shape.keys if not re.search(rf"\b{key}\b[:`]", PAGE)]
        assert set(missing) <= {"logo", "template", "digest"}, name


def test_the_list_of_codes_is_complete():
    sources = (ROOT / "src" / "briefdeck" / "text").glob("*.py")
    used = {code for path in sources for code in re.findall(r"BD1\d\d", path.read_text(encoding="utf-8"))}
    assert set(re.findall(r"^\| (BD1\d\d) \|", PAGE, re.MULTILINE)) == used
