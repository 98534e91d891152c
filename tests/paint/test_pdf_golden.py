"""What a screen reader is told of the seed's brief, in order, as poppler reads it from the finished file."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "000_6d5ad8971962cae4" / "brief-structure.txt"


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="needs pdfinfo of poppler-utils")
def test_the_structure_of_the_seeds_brief_is_that_of_the_golden_file(update_golden: bool) -> None:
    command = ["pdfinfo", "-struct-text", str(ROOT / "dist" / "brief.pdf")]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.sub(r"^\s*/(Summary|ListNumbering|Scope|BBox).*\n", "", said, flags=re.MULTILINE)
    if update_golden:
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


def test_the_golden_structure_has_what_a_reader_steps_through() -> None:
    tags = re.findall(r"^\s*(\w+)", GOLDEN.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert tags[0] == "Document"
    assert tags.count("H1") == 1
    assert tags.count("H2") >= 5
    assert tags.count("LI") == tags.count("LBody") > 15
