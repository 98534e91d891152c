"""The brief's speed: warm layout and painting against Typst's warm compile, and the cold command against bare imports.

python bench/brief.py             the bounds in the last column are those that the project promises
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "bench")]

from run import BRIEFDECK, cost_of  # noqa: E402

from briefdeck.assets import read_look  # noqa: E402
from briefdeck.compose.brief.document import compose_brief  # noqa: E402
from briefdeck.model.ids import assign_ids  # noqa: E402
from briefdeck.model.outline import Outline, Point, Section, section_points, walk_sections  # noqa: E402
from briefdeck.model.page import Identity  # noqa: E402
from briefdeck.paint.pdf import paint  # noqa: E402
from briefdeck.text.outline import load_outline  # noqa: E402

RUNS = 7
BARE = [sys.executable, "-c", "import reportlab.pdfgen.canvas, yaml, uharfbuzz"]


def warm(action: Callable[[], object]) -> float:
    """The cheapest of some runs after a first one, CPU seconds."""
    action()
    times = []
    for _ in range(RUNS):
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


def main() -> int:
    own, other = warm(lambda: brief(seed())), warm(typst_seed())
    long = warm(lambda: brief(of_words(600)))
    bound = max(3 * other, 0.060)
    bare = cost_of(BARE, ROOT, 5).cpu
    cold = cost_of([*BRIEFDECK, "build", "--only", "brief", "-o", "/tmp/briefdeck-bench"], ROOT, 5).cpu
    rows = (
        ("the seed's brief, set and painted, warm", own, bound),
        ("Typst, the same words, warm", other, 0.0),
        ("a brief of 600 words, set and painted, warm", long, 0.250),
        ("bare imports of ReportLab, YAML and HarfBuzz, cold", bare, 0.0),
        ("briefdeck build --only brief, cold, CPU", cold, bare + 0.5),
    )
    for name, seconds, most in rows:
        verdict = f"at most {1000 * most:4.0f}  {'ok' if seconds <= most else 'OVER'}" if most else ""
        print(f"{name:52} {1000 * seconds:6.0f} ms  {verdict}")
    return int(any(most and seconds > most for _, seconds, most in rows))


if __name__ == "__main__":
    sys.exit(main())
