"""The brief's speed: warm layout and painting against Typst's warm compile, and the cold command against imports."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from bench.costs import BRIEFDECK, HERE, cost_of, row, within
from briefdeck.assets import read_look
from briefdeck.compose.brief.document import compose_brief
from briefdeck.model.ids import assign_ids
from briefdeck.model.outline import Outline, Point, Section, section_points, walk_sections
from briefdeck.model.page import Identity
from briefdeck.paint.pdf import paint
from briefdeck.text.outline import load_outline

ROOT = HERE.parent
BARE = [sys.executable, "-c", "import reportlab.pdfgen.canvas, yaml, uharfbuzz"]


def warm(action: Callable[[], object], runs: int) -> float:
    """The cheapest of some runs after a first one, CPU seconds."""
    action()
    times = []
    for _ in range(runs):
        started = time.process_time()
        action()
        times.append(time.process_time() - started)
    return min(times)


def brief(outline: Outline) -> bytes:
    look = read_look("", outline.lang, on_paper=True)
    document, _ = compose_brief(outline, look, Identity(title=outline.title, lang=outline.lang, build="b"))
    return paint(document)


def seed() -> Outline:
    return load_outline((ROOT / "outline.yaml").read_text(encoding="utf-8"), "outline.yaml")[0]


def of_words(count: int) -> Outline:
    """The points of the seed again and again, each a little different, up to so many words."""
    said = [point.say for section in walk_sections(seed().sections) for point in section_points(section)]
    sections, words = [], 0
    while words < count:
        points = []
        for number, say in enumerate(said[:5]):
            points.append(
                Point(say=f"{say.rstrip('.')} ({len(sections)}.{number}).", lines=(len(sections) * 9 + number + 1,))
            )
            words += len(say.split())
        said = said[5:] + said[:5]
        sections.append(Section(id="", title=f"Part {len(sections) + 1} of the story", points=tuple(points)))
    return assign_ids(Outline(title="A long brief", sections=tuple(sections)))


def typst_seed() -> Callable[[], object]:
    """Typst with the same words in two columns; the compiler stays, as in a watched file, and the text changes."""
    import typst

    outline = seed()
    body = "\n".join(
        f"= {section.title}\n" + "\n".join(f"- {point.say}".replace("$", "\\$") for point in section_points(section))
        for section in walk_sections(outline.sections)
    )
    source = f'#set page(paper: "a4", columns: 2)\n#set text(size: 11pt)\n{body}\n'.encode()
    return lambda: typst.compile(source, font_paths=[str(ROOT / "assets" / "fonts")], ignore_system_fonts=True)


def bench_brief(folder: Path, runs: int) -> None:
    own = warm(lambda: brief(seed()), runs)
    most = 0.060
    if find_spec("typst"):
        other = warm(typst_seed(), runs)
        print(f"{'Typst, the words of the seed, warm':46} {other:7.3f} s")
        most = max(3 * other, most)
    within("the seed's brief, set and painted, warm", 1000 * own, 1000 * most, " ms")
    within("a brief of 600 words, set and painted, warm", 1000 * warm(lambda: brief(of_words(600)), runs), 250, " ms")
    floor = cost_of(BARE, folder, runs)
    row("import reportlab.pdfgen.canvas, yaml, uharfbuzz", floor)
    cold = cost_of([*BRIEFDECK, "build", str(ROOT / "outline.yaml"), "--only", "brief", "-o", "dist"], folder, runs)
    row("briefdeck build --only brief", cold, floor)
    within("over the bare imports", cold.cpu - floor.cpu, 0.5, " s")
