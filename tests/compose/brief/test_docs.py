"""What users read about the ladder is what the ladder is."""

from __future__ import annotations

import re
from pathlib import Path

from briefdeck.compose.brief import cuts
from briefdeck.compose.brief.rungs import STANDARD

TEXT = (Path(__file__).parents[3] / "docs" / "brief.md").read_text(encoding="utf-8")


def test_the_table_of_rungs_is_the_ladder() -> None:
    rows = re.findall(r"^\| (\d+) \| ([\d.]+) \| (\d) \| (\w+) \| (\d+) \| (\d+) % \|$", TEXT, flags=re.MULTILINE)
    rungs = (*STANDARD.short, *STANDARD.full)
    assert rows == [
        (
            str(number),
            f"{rung.size:g}",
            str(rung.columns),
            rung.spacing.name,
            f"{rung.title:g}",
            f"{rung.full:.0%}"[:-1],
        )
        for number, rung in enumerate(rungs, 1)
    ]


def test_the_reasons_are_those_that_are_printed() -> None:
    rows = re.findall(r"^\| (\d) \| [^|]+ \| ([^|]+) \|$", TEXT, flags=re.MULTILINE)
    assert rows == [(str(stage.value), cuts._REASONS[stage]) for stage in cuts.Stage]
    assert f"more than one in {cuts.BARE} titles" in TEXT
