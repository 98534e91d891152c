"""Decks as LibreOffice shows them: to PDF, to pictures, to words with their places, and through it and back.

Tests that need it say `pytestmark = needs_libreoffice`; where LibreOffice or poppler is missing they are skipped.
"""

from __future__ import annotations

import atexit
import html
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

MISSING = [tool for tool in ("soffice", "pdftoppm", "pdftotext") if not shutil.which(tool)]

needs_libreoffice = pytest.mark.skipif(
    bool(MISSING),
    reason=f"not installed: {', '.join(MISSING)} (Debian: libreoffice-impress, poppler-utils)",
)

PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')


@dataclass(frozen=True)
class Word:
    """A word where it was painted, in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@cache
def _profile() -> Path:
    """One LibreOffice profile for the whole run: making one takes seconds, and the user's own stays alone."""
    profile = tempfile.mkdtemp(prefix="briefdeck-libreoffice-")
    atexit.register(shutil.rmtree, profile, ignore_errors=True)
    return Path(profile)


def convert(deck: bytes, folder: Path, format: str, name: str = "deck") -> Path:
    """The deck as LibreOffice saves it in another format (or in its own words, with format "pptx")."""
    source = folder / f"{name}.pptx"
    source.write_bytes(deck)
    out = folder / format
    command = ["soffice", "--headless", f"-env:UserInstallation={_profile().as_uri()}", "--convert-to", format]
    result = subprocess.run(
        [*command, "--outdir", str(out), str(source)], capture_output=True, text=True, timeout=240, check=False
    )
    made = out / f"{name}.{format}"
    if not made.exists():
        raise AssertionError(f"LibreOffice made nothing: {result.stdout} {result.stderr}")
    return made


def pictures(pdf: Path, dpi: int = 60) -> list[Path]:
    """One PNG per page, in order, beside the PDF."""
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", str(pdf), str(pdf.with_suffix(""))], check=True, timeout=120)
    return sorted(pdf.parent.glob(f"{pdf.stem}-*.png"))


def words(pdf: Path) -> list[list[Word]]:
    """The words of each page in the order they were painted."""
    found = subprocess.run(
        ["pdftotext", "-bbox", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True, timeout=120
    ).stdout
    return [
        [Word(html.unescape(text), *map(float, place)) for *place, text in WORD.findall(page)]
        for _, _, page in PAGE.findall(found)
    ]
