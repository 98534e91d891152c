"""Patterns compiled at their first use: like real ones, every one of the house sound, and none made too soon."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import briefdeck
from briefdeck import late
from briefdeck.late import late_pattern

SOURCE = Path(briefdeck.__file__).parent


def test_reads_as_the_pattern_it_stands_for() -> None:
    word = late_pattern(r"(?P<first>[a-z])\w+", re.IGNORECASE)
    assert [match["first"] for match in word.finditer("Bees make honey")] == ["B", "m", "h"]
    assert word.sub("-", "Bees make") == "- -"
    assert word.pattern == r"(?P<first>[a-z])\w+"
    assert word.flags == re.compile("", re.IGNORECASE).flags


def test_compiles_once_and_not_before_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile
    monkeypatch.setattr(late.re, "compile", lambda source, flags: compiled.append(source) or real(source, flags))
    word = late_pattern(r"\w+")
    assert compiled == []
    assert word.match("one")
    assert word.match("two")
    assert compiled == [r"\w+"]


def test_a_faulty_pattern_says_so_at_its_first_use() -> None:
    faulty = late_pattern("(")
    with pytest.raises(re.error, match="missing"):
        faulty.search("x")


def _late(found: object) -> Iterator[re.Pattern[str]]:
    if isinstance(found, late._Late):
        yield found  # type: ignore[misc]  # it stands for one
    elif isinstance(found, dict):
        for inner in found.values():
            yield from _late(inner)
    elif isinstance(found, tuple | list):
        for inner in found:
            yield from _late(inner)


def test_every_late_pattern_of_the_house_compiles() -> None:
    count = 0
    for path in sorted(SOURCE.rglob("*.py")):
        if "late_pattern(" not in path.read_text(encoding="utf-8") or path.stem == "late":
            continue
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        module = importlib.import_module(".".join(parts))
        for found in vars(module).values():
            for pattern in _late(found):
                re.compile(pattern.pattern, pattern.flags)
                count += 1
    assert count > 200


def test_no_pattern_is_compiled_when_the_mapping_is_imported() -> None:
    script = """
import re, sys
real = re.compile
def watched(source, flags=0):
    caller = sys._getframe(1)
    if "briefdeck" in caller.f_code.co_filename:
        sys.exit(f"{caller.f_code.co_filename}:{caller.f_lineno}: {source!r}")
    return real(source, flags)
re.compile = watched
import briefdeck.commands.outline, briefdeck.draft.outline, briefdeck.text.outline
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


COUNTED = """
import re, sys
from briefdeck import cli
made = []
compiled = re._compiler.compile
re._compiler.compile = lambda source, flags=0: (made.append(source), compiled(source, flags))[1]
cli._run(["outline", sys.argv[1]])
print(*(f"{len(source)} {source[:60]!a}" for source in made), sep="\\n")
"""
MOST_SIGNS = 15_000
"""Half of what it takes to map a small note is to make patterns, and that grows with their length."""


def test_mapping_the_seed_makes_few_patterns(tmp_path: Path) -> None:
    seed = next((SOURCE.parents[1] / "seeds").glob("*.txt"))
    done = subprocess.run([sys.executable, "-c", COUNTED, str(seed)], cwd=tmp_path, capture_output=True, check=True)
    made = sorted(done.stdout.decode().splitlines(), key=lambda line: -int(line.split()[0]))
    signs = sum(int(line.split()[0]) for line in made)
    assert 5_000 < signs <= MOST_SIGNS, (
        f"{signs} signs of patterns: ask first whether one of their words or signs stands in the text at all\n"
        + "\n".join(made[:10])
    )
