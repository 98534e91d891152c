"""Word spaces and lines of the same justified text, set by briefdeck, Typst and WeasyPrint in the same font and width.

    python -m bench.typography        needs pdftotext, and: pip install typst weasyprint

What is measured are the gaps between the words of the finished PDFs, in em, last lines of paragraphs left out.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

FONTS = Path(__file__).resolve().parents[1] / "assets" / "fonts"
SIZE, LEADING = 10.5, 14.5
WIDTHS = (200.0, 238.0, 300.0, 430.0)  # points: narrow and wide columns of a brief, a whole page
TEXT = (
    "Start with the body, not the formula. Ask everyone to hum and to rest two fingers on the throat: the buzz they "
    "feel is the source of every sound in the room. When the skin of a drum moves outward it squeezes the air next to "
    "it, and when it moves back the air spreads out again. That pattern of squeezes and gaps travels outward at about "
    "343 metres in every second, while each bit of air only jiggles to and fro.",
    "The difficult idea is that matter does not travel with the wave. Stretch a long spring between two pupils, push "
    "one end, and let the class follow a ribbon tied to the middle: the pulse reaches the far end, but the ribbon "
    "comes back to where it began. Use the words compression and rarefaction only after everybody has seen the ribbon "
    "return.",
    "Background for the curious: Newton computed the speed of sound and was about fifteen per cent too low, because he "
    "assumed that the squeezes stay at one temperature; Laplace corrected the mistake by noting that quick squeezes "
    "warm the air. The closer and stiffer the neighbours, the faster the push is handed on, so sound is quicker in "
    "water and in steel than in air.",
)


class Found(NamedTuple):
    lines: int
    gaps: list[float]  # em
    hyphens: int

    @property
    def deviation(self) -> float:
        return statistics.pstdev(self.gaps)


def ours(width: float) -> bytes:
    from briefdeck.assets import read_look
    from briefdeck.compose.type.typeset import BriefFonts, set_paragraph
    from briefdeck.model.geometry import Rect, Size
    from briefdeck.model.identity import Identity
    from briefdeck.model.look import Ink
    from briefdeck.model.page import Box, Document, Entry, EntryKind, Page, Paragraph, Part, Ref, Span, Text, TextStyle
    from briefdeck.model.values import replace
    from briefdeck.paint.pdf import paint

    look = read_look()
    faces = BriefFonts(look)
    style = TextStyle(font="body", size=SIZE, ink=Ink("text"), align="justify")
    boxes, y = [], 40.0
    for number, text in enumerate(TEXT):
        ref = Ref("opening", part=Part.TITLE) if number == 0 else Ref("opening")
        paragraph = set_paragraph(Paragraph(spans=(Span(text=text),), style=style, ref=ref), width, faces, lang="en-GB")
        lines = tuple(replace(line, baseline=(place + 1) * LEADING) for place, line in enumerate(paragraph.lines))
        height = LEADING * (len(lines) + 1)
        frame = Rect(40, y, width, height)
        boxes.append(Box(frame=frame, content=Text(paragraphs=(replace(paragraph, lines=lines),))))
        y += height
    document = Document(
        kind="brief",
        size=Size(width + 80, 842),
        contents=(Entry(id="opening", title="t", kind=EntryKind.OPENING),),
        pages=(Page(title="t", entry="opening", boxes=tuple(boxes)),),
        identity=Identity(title="t", lang="en-GB", build="b"),
        look=look,
    )
    return paint(document)


def typst_with(width: float, limits: str) -> bytes:
    import typst

    source = (
        f"#set page(width: {width + 80}pt, height: 842pt, margin: 40pt)\n"
        f'#set text(font: "Source Serif 4 SmText", size: {SIZE}pt, lang: "en", region: "GB", hyphenate: true)\n'
        f"#set par(justify: true, leading: 5pt{limits})\n" + "\n\n".join(TEXT)
    )
    return bytes(typst.compile(source.encode(), font_paths=[str(FONTS)], ignore_system_fonts=True))


def weasyprint(width: float) -> bytes:
    import weasyprint

    face = (FONTS / "SourceSerif4SmText-Regular.ttf").as_uri()
    page = (
        f"<html lang=en-GB><style>@font-face{{font-family:S;src:url({face})}} @page{{size:{width + 80}pt 842pt;"
        f"margin:40pt}} p{{font:{SIZE}pt/{LEADING}pt S;text-align:justify;hyphens:auto;margin:0 0 14pt}}</style>"
        + "".join(f"<p>{text}</p>" for text in TEXT)
    )
    return bytes(weasyprint.HTML(string=page).write_pdf())


def measure(pdf: bytes) -> Found:
    """The gaps of a finished PDF. A paragraph ends where the next line stands further down than a line."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        out = subprocess.run(["pdftotext", "-bbox", file.name, "-"], capture_output=True, text=True, check=True).stdout
    words = [
        (float(x0), float(y), float(x1), unescape(word))
        for x0, y, x1, word in re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>([^<]*)<', out)
    ]
    lines: list[list[tuple[float, float, float, str]]] = []
    for word in sorted(words, key=lambda word: (round(word[1]), word[0])):
        if not lines or abs(word[1] - lines[-1][0][1]) > 3:
            lines.append([])
        lines[-1].append(word)
    tops = [line[0][1] for line in lines]
    step = statistics.median(after - before for before, after in pairwise(tops))
    inner = [line for line, (top, after) in zip(lines, pairwise(tops), strict=False) if after - top < 1.3 * step]
    gaps = [(right[0] - left[2]) / SIZE for line in inner for left, right in pairwise(line)]
    hyphens = sum(line[-1][3].rstrip().endswith(("-", "\u00ad", "\u2010")) for line in inner)
    return Found(len(lines), gaps, hyphens)


def main() -> int:
    tracked = ", justification-limits: (tracking: (min: -0.01em, max: 0.014em))"
    rows = {
        "briefdeck": ours,
        "Typst": lambda width: typst_with(width, ""),
        "Typst, letters spaced too": lambda width: typst_with(width, tracked),
        "WeasyPrint": weasyprint,
    }
    even = True
    print(f"{'':28}{'points':>8}{'lines':>6}{'mean':>8}{'sd':>8}{'widest':>8}{'hyphens':>9}   (em)")
    totals: dict[str, list[float]] = {name: [] for name in rows}
    for width in WIDTHS:
        found = {name: measure(make(width)) for name, make in rows.items()}
        for name, row in found.items():
            mean, widest = statistics.mean(row.gaps), max(row.gaps)
            print(f"{name:28}{width:8.0f}{row.lines:6}{mean:8.3f}{row.deviation:8.3f}{widest:8.3f}{row.hyphens:9}")
            totals[name] += row.gaps
        fewest = min(row.lines for name, row in found.items() if name.startswith("Typst"))
        even = even and found["briefdeck"].lines <= fewest
    deviations = {name: statistics.pstdev(gaps) for name, gaps in totals.items()}
    print("over all: " + ", ".join(f"{name} {deviation:.3f}" for name, deviation in deviations.items()))
    even = even and deviations["briefdeck"] <= min(
        deviation for name, deviation in deviations.items() if name.startswith("Typst")
    )
    print("at least as even as Typst, in no more lines" if even else "LESS EVEN than Typst, or in more lines")
    return 0 if even else 1


if __name__ == "__main__":
    sys.exit(main())
