"""Decks as LibreOffice shows them: to PDF, to pictures, to words with their places, and through it and back.

Tests that need it say `pytestmark = needs_libreoffice`; where LibreOffice or poppler is missing they are skipped.
"""

from __future__ import annotations

import atexit
import contextlib
import html
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from support.cjk_font import write_cjk_font

MISSING = [tool for tool in ("soffice", "pdftoppm", "pdftotext") if not shutil.which(tool)]

needs_libreoffice = pytest.mark.skipif(
    bool(MISSING),
    reason=f"not installed: {', '.join(MISSING)} (Debian: libreoffice-impress, poppler-utils)",
)

FONT_SETTINGS = ("/etc/fonts/fonts.conf", "/opt/homebrew/etc/fonts/fonts.conf", "/usr/local/etc/fonts/fonts.conf")
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


@cache
def _surroundings() -> dict[str, str]:
    """LibreOffice's, in which it finds letters for Chinese, Japanese and Korean even where the machine has none."""
    if not shutil.which("fc-list") or subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=True).stdout:
        return dict(os.environ)
    folder = _profile() / "fonts"
    folder.mkdir()
    write_cjk_font(folder)
    settings = folder / "fonts.conf"
    usual = "".join(f'<include ignore_missing="yes">{file}</include>' for file in FONT_SETTINGS)
    settings.write_text(f"<?xml version='1.0'?><fontconfig>{usual}<dir>{folder}</dir></fontconfig>")
    return {**os.environ, "FONTCONFIG_FILE": str(settings)}


def convert(deck: bytes, folder: Path, format: str, name: str = "deck") -> Path:
    """The deck as LibreOffice saves it in another format (or in its own words, with format "pptx")."""
    return convert_all({name: deck}, folder, format)[name]


def convert_all(decks: Mapping[str, bytes], folder: Path, format: str) -> dict[str, Path]:
    """Several decks by name, converted by one LibreOffice: starting it takes longer than most decks."""
    out = folder / format
    sources = [folder / f"{name}.pptx" for name in decks]
    for source, deck in zip(sources, decks.values(), strict=True):
        source.write_bytes(deck)
    command = ["soffice", "--headless", f"-env:UserInstallation={_profile().as_uri()}", "--convert-to", format]
    said = _run([*command, "--outdir", str(out), *map(str, sources)], timeout=600 + 60 * len(decks))
    made = {name: out / f"{name}.{format}" for name in decks}
    if missing := [name for name, file in made.items() if not file.exists()]:
        raise AssertionError(f"LibreOffice made nothing of {missing}: {said}")
    return made


def _run(command: Sequence[str], timeout: float) -> str:
    """What LibreOffice says. When its time is over it is ended with all that it has started: `soffice` is a script."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=_surroundings(),
        start_new_session=True,
    )
    try:
        return process.communicate(timeout=timeout)[0]
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


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
