"""What fuzzing has found, and the seeds it starts from, stay mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz.targets import TARGETS

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("target", TARGETS)
def test_the_seeds_of_every_target_pass(target):
    check, seeds = TARGETS[target]
    for seed in seeds():
        check(seed)


@pytest.mark.parametrize("path", sorted(CASES.glob("*/*")), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_fuzzing_found_stays_mended(path):
    check, _ = TARGETS[path.parent.name]
    check(path.read_bytes())
