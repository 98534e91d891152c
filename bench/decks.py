"""Large decks against the floor and the peers: the same text, notes included, in whole processes of one run.

The text is read back from the deck that briefdeck builds, so that all write the same words on as many slides. Pandoc
and PptxGenJS are measured where they are installed (PPTXGENJS may name the module's folder); neither fits text to its
box.
"""

from __future__ import annotations

import json
import math
import os
import shutil
import subprocess
import sys
from pathlib import Path

from bench.costs import BRIEFDECK, HERE, Cost, cost_of, row
from bench.outlines import written_outline

SIZES = (10, 100, 1000)
FLOOR_LIMIT = 1.2


def bench_decks(folder: Path, runs: int) -> None:
    """One line for each program and size, then how each grows."""
    costs: dict[str, list[Cost]] = {}
    for size in SIZES:
        outline = written_outline(folder, size)
        build = [*BRIEFDECK, "build", str(outline), "--only", "deck", "-o", f"deck-{size}", "--force"]
        own = cost_of(build, folder, _runs(runs, size))
        text = _written_text(folder / f"deck-{size}" / "deck.pptx", folder / f"slides-{size}.json")
        floor_command = [sys.executable, str(HERE / "deck_floor.py"), str(text), "floor.pptx"]
        floor = cost_of(floor_command, folder, _runs(runs, size))
        row(f"bare python-pptx loop, {size} sections", floor)
        row(f"briefdeck build --only deck, {size} sections", own, floor, FLOOR_LIMIT if size == SIZES[-1] else None)
        costs.setdefault("python-pptx loop", []).append(floor)
        costs.setdefault("briefdeck", []).append(own)
        for name, command in _peers(text, folder).items():
            peer = cost_of(command, folder, _runs(runs, size))
            row(f"{name}, {size} sections", peer, floor)
            costs.setdefault(name, []).append(peer)
            if name.startswith("pandoc") and size >= 100:
                ahead = "ok" if own.cpu < peer.cpu else "BEHIND"
                print(f"{'':46} briefdeck takes {own.cpu / peer.cpu:.2f} of pandoc's time  {ahead}")
    for name, found in costs.items():
        growth = math.log(found[-1].cpu / found[-2].cpu) / math.log(SIZES[-1] / SIZES[-2])
        memory = found[-1].memory
        print(f"{name:46} {SIZES[-2]} to {SIZES[-1]} sections: exponent {growth:.2f}, peak {memory:.0f} MB")


def _runs(runs: int, size: int) -> int:
    return runs if size < SIZES[-1] else min(runs, 3)


def _written_text(deck: Path, to: Path) -> Path:
    """What the deck says, slide by slide: title, points, notes."""
    from pptx import Presentation

    slides = []
    for slide in Presentation(str(deck)).slides:
        title = slide.shapes.title
        points = [
            paragraph.text
            for shape in slide.shapes
            if shape.has_text_frame and shape.shape_id != title.shape_id
            for paragraph in shape.text_frame.paragraphs
        ]
        notes = slide.notes_slide.notes_text_frame.text.splitlines() if slide.has_notes_slide else []
        slides.append({"title": title.text, "points": points, "notes": notes})
    to.write_text(json.dumps(slides), encoding="utf-8")
    return to


def _peers(text: Path, folder: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    if shutil.which("pandoc"):
        source = text.with_suffix(".md")
        source.write_text(_markdown(json.loads(text.read_text(encoding="utf-8"))), encoding="utf-8")
        found["pandoc -t pptx"] = ["pandoc", str(source), "--slide-level", "1", "-t", "pptx", "-o", "pandoc.pptx"]
    module = os.environ.get("PPTXGENJS", "pptxgenjs")
    if shutil.which("node"):
        check = subprocess.run(["node", "-e", f"require({module!r})"], capture_output=True, check=False)
        if not check.returncode:
            script = str(HERE / "pptxgenjs.js")
            found["PptxGenJS"] = ["node", script, str(text), str(folder / "pptxgenjs.pptx"), module]
    return found


def _markdown(slides: list[dict[str, list[str]]]) -> str:
    parts = []
    for slide in slides:
        points = "".join(f"- {point}\n" for point in slide["points"] if point)
        notes = "\n\n".join(slide["notes"])
        parts.append(f"# {slide['title']}\n\n{points}\n::: notes\n{notes}\n:::\n")
    return "\n".join(parts)
