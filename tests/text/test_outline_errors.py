"""Each file in `outline_errors` is one slip; comments above the guilty lines say what must be found, and no more.

# problem: CODE COLUMN words of the message        (the line below is guilty)
# problem: CODE LINE:COLUMN words of the message
"""

import re
from pathlib import Path

import pytest
import yaml

from briefdeck.errors import BriefdeckError
from briefdeck.text.outline import load_outline

FOLDER = Path(__file__).parent / "outline_errors"
FILES = sorted(FOLDER.glob("*.yaml"))
EXPECTED = re.compile(r"\s*# problem: (BD\d+) (?:(\d+):)?(\d+) (.+)")

# PyYAML's own parser, used where libyaml is missing, calls these differently.
PURE_DIFFERS = set()


def expected_problems(text):
    lines = text.split("\n")
    found = []
    for number, line in enumerate(lines, start=1):
        if match := EXPECTED.fullmatch(line):
            guilty = number + 1
            while EXPECTED.fullmatch(lines[guilty - 1]):
                guilty += 1
            found.append((match[1], int(match[2] or guilty), int(match[3]), match[4]))
    return found


def found_problems(text):
    try:
        return load_outline(text, "outline.yaml")[1]
    except BriefdeckError as error:
        return error.problems


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("parser", ["libyaml", "pure"])
def test_a_slip_is_found_where_it_is(path, parser, monkeypatch):
    if parser == "pure":
        monkeypatch.delattr(yaml, "CBaseLoader")
        if path.stem in PURE_DIFFERS:
            pytest.skip("the pure parser says it in another way")
    text = path.read_text(encoding="utf-8")
    expected = expected_problems(text)
    problems = found_problems(text)
    places = [(problem.code, problem.at.line, problem.at.column) for problem in problems]
    assert sorted(places) == sorted(entry[:3] for entry in expected)
    for code, line, column, words in expected:
        messages = [p.message for p in problems if (p.code, p.at.line, p.at.column) == (code, line, column)]
        assert any(words in message for message in messages), messages


def test_every_problem_says_what_to_do():
    for path in FILES:
        for problem in found_problems(path.read_text(encoding="utf-8")):
            assert problem.hint, f"{path.name}: {problem.message}"


def test_every_file_expects_something():
    assert len(FILES) >= 40
    assert all(expected_problems(path.read_text(encoding="utf-8")) for path in FILES)


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("- {say: Water, which is wet}", True),
        ("- {say: Water, which is wet: }", False),  # it has a colon: the key is wrong
        ("- {say: Water, saying: x}", False),
    ],
)
@pytest.mark.parametrize("parser", ["libyaml", "pure"])
def test_a_comma_in_a_text_without_quotes_asks_for_quotes(line, quotes, parser, monkeypatch):
    if parser == "pure":
        monkeypatch.delattr(yaml, "CBaseLoader")
    (problem,) = found_problems(f'title: "T"\nsections:\n  - title: "A"\n    points:\n      {line}\n')
    assert ("quotes" in problem.hint) == quotes
