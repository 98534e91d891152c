"""Programs that read the words of a page: what a person gets who selects and copies, or searches.

poppler is behind the viewers of Linux, pdfium behind Chrome and Edge, pdf.js behind Firefox, pypdf behind much that
indexes files. pdf.js comes as the npm package `pdfjs-dist`, which npm brings into a cache folder on first use. Where
something is missing `unavailable` says so.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

import pypdf
import pypdfium2

from support.open_xml import OUT_OF_REACH

PACKAGE = "pdfjs-dist@5.6.205"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "briefdeck-pdfjs"
LIBRARY = CACHE / "node_modules" / "pdfjs-dist" / "legacy" / "build" / "pdf.mjs"

# Reads files named on the command line and prints their texts as one JSON list, lines as pdf.js tells them apart.
_PROGRAM = """
import { createRequire } from "node:module";
process.getBuiltinModule ??= createRequire(import.meta.url);
globalThis.DOMMatrix ??= class {};  // for drawing alone, and from a package with a program for each platform
const { readFileSync } = await import("node:fs");
const library = await import(process.argv[2]);
const texts = [];
for (const file of process.argv.slice(3)) {
    const data = new Uint8Array(readFileSync(file));
    const pdf = await library.getDocument({ data, verbosity: 0, useSystemFonts: false }).promise;
    let text = "";
    for (let number = 1; number <= pdf.numPages; number++) {
        const content = await (await pdf.getPage(number)).getTextContent();
        text += content.items.map((item) => item.str + (item.hasEOL ? "\\n" : "")).join("") + "\\n";
    }
    texts.push(text);
    await pdf.destroy();
}
console.log(JSON.stringify(texts));
"""


def poppler(files: Sequence[bytes]) -> list[str]:
    """What pdftotext says, in the order in which words stand in the file."""
    return [_ran(["pdftotext", "-enc", "UTF-8", "-", "-"], file) for file in files]


def pdfium(files: Sequence[bytes]) -> list[str]:
    """What Chrome copies."""
    texts = []
    for file in files:
        with pypdfium2.PdfDocument(file) as document:
            texts.append("\n".join(page.get_textpage().get_text_range() for page in document))
    return texts


def pypdf_(files: Sequence[bytes]) -> list[str]:
    """What pypdf extracts."""
    readers = (pypdf.PdfReader(io.BytesIO(file)) for file in files)
    return ["\n".join(page.extract_text() for page in reader.pages) for reader in readers]


def pdf_js(files: Sequence[bytes]) -> list[str]:
    """What Firefox searches."""
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "read.mjs"
        program.write_text(_PROGRAM, encoding="utf-8")
        names = []
        for number, file in enumerate(files):
            names.append(Path(folder) / f"{number}.pdf")
            names[-1].write_bytes(file)
        out = _ran(["node", str(program), LIBRARY.as_uri(), *map(str, names)], b"")
    texts: list[str] = json.loads(out)
    return texts


READERS: Mapping[str, Callable[[Sequence[bytes]], list[str]]] = {
    "poppler": poppler,
    "pdfium": pdfium,
    "pdf.js": pdf_js,
    "pypdf": pypdf_,
}


@cache
def unavailable(reader: str) -> str:
    """Why that reader cannot be used here, "" when it can."""
    if reader == "poppler":
        return "" if shutil.which("pdftotext") else "poppler's pdftotext is not installed"
    if reader != "pdf.js":
        return ""
    for program in ("node", "npm"):
        if not shutil.which(program):
            return f"pdf.js needs {program}, which is not installed"
    if LIBRARY.exists():
        return ""
    CACHE.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--no-audit", "--no-fund", "--omit=optional", "--prefix", str(CACHE), PACKAGE]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    except (OSError, subprocess.SubprocessError) as error:
        return f"{OUT_OF_REACH} npm cannot bring {PACKAGE}: {error}"
    return "" if LIBRARY.exists() else f"npm brought no library with {PACKAGE}"


def _ran(command: Sequence[str], data: bytes) -> str:
    ran = subprocess.run(command, input=data, check=True, capture_output=True, timeout=300)
    return ran.stdout.decode("utf-8")
