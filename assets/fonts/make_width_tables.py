"""Make the width tables in `widths/`: how wide each character of a deck's font is.

The deck names fonts that are on every teacher's computer and in none of ours. Their metric twins have the same
advance widths by design, so text is measured with those: Carlito for Calibri, Caladea for Cambria, Liberation Sans for
Arial, Liberation Serif for Times New Roman, Gelasio for Georgia. DejaVu Sans, the widest of the common ones, stands
for every font of a template that we know nothing of.

    python make_width_tables.py FOLDER...

searches the folders (and those below) for the files of `FAMILIES`, and beside this script for the Noto fallbacks, and
writes one table per face and `scripts.json`. It needs fontTools; nothing else of the project does. The Debian packages
fonts-crosextra-carlito, fonts-crosextra-caladea and fonts-liberation hold the first four families, fonts-dejavu the
last; the npm package @expo-google-fonts/gelasio holds the fifth.

A table: {"name": ..., "em": units per em, "widths": {advance in those units: characters that are so wide}}.
`scripts.json`: {script: [width of a character in 1/1000 em, height of a line in em, and that in a table's cell]} for
what no table has.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent

STYLES = ("regular", "bold", "italic", "bold-italic")

FAMILIES = {
    "carlito": ("Carlito-Regular.ttf", "Carlito-Bold.ttf", "Carlito-Italic.ttf", "Carlito-BoldItalic.ttf"),
    "caladea": ("Caladea-Regular.ttf", "Caladea-Bold.ttf", "Caladea-Italic.ttf", "Caladea-BoldItalic.ttf"),
    "liberation-sans": (
        "LiberationSans-Regular.ttf",
        "LiberationSans-Bold.ttf",
        "LiberationSans-Italic.ttf",
        "LiberationSans-BoldItalic.ttf",
    ),
    "liberation-serif": (
        "LiberationSerif-Regular.ttf",
        "LiberationSerif-Bold.ttf",
        "LiberationSerif-Italic.ttf",
        "LiberationSerif-BoldItalic.ttf",
    ),
    "gelasio": (
        "Gelasio_400Regular.ttf",
        "Gelasio_700Bold.ttf",
        "Gelasio_400Regular_Italic.ttf",
        "Gelasio_700Bold_Italic.ttf",
    ),
    "dejavu-sans": (
        "DejaVuSans.ttf",
        "DejaVuSans-Bold.ttf",
        "DejaVuSans-Oblique.ttf",
        "DejaVuSans-BoldOblique.ttf",
    ),
}

CHARACTERS = (
    *range(0x20, 0x7F),  # ASCII
    *range(0xA0, 0x530),  # Latin, phonetics, combining marks, Greek, Cyrillic
    *range(0x590, 0x600),  # Hebrew: Arial and Times have it
    *range(0x1E00, 0x2000),  # Vietnamese and other Latin, old Greek
    *range(0x2000, 0x2070),  # punctuation
    *range(0x2070, 0x20D0),  # raised and lowered figures, currency
    *range(0x2100, 0x2300),  # letterlike, fractions, arrows, mathematics
    *range(0x25A0, 0x27C0),  # shapes, symbols, dingbats
    *range(0xFB00, 0xFB07),  # ligatures
)

FALLBACKS = {
    "Deva": ("NotoSerifDevanagari-Bold.ttf", 0x905, 0x939),
    "Beng": ("NotoSerifBengali-Bold.ttf", 0x985, 0x9B9),
    "Guru": ("NotoSerifGurmukhi-Bold.ttf", 0xA05, 0xA39),
    "Gujr": ("NotoSerifGujarati-Bold.ttf", 0xA85, 0xAB9),
    "Taml": ("NotoSerifTamil-Bold.ttf", 0xB85, 0xBB9),
    "Telu": ("NotoSansTelugu-Bold.ttf", 0xC05, 0xC39),
    "Knda": ("NotoSansKannada-Bold.ttf", 0xC85, 0xCB9),
    "Mlym": ("NotoSerifMalayalam-Bold.ttf", 0xD05, 0xD39),
    "Thai": ("NotoSerifThai-Bold.ttf", 0xE01, 0xE2E),
    "Arab": ("NotoNaskhArabic-Bold.ttf", 0x621, 0x64A),
    "Hebr": ("NotoSerifHebrew-Bold.ttf", 0x5D0, 0x5EA),
    "Armn": ("NotoSerifArmenian-Bold.ttf", 0x531, 0x586),
    "Geor": ("NotoSerifGeorgian-Bold.ttf", 0x10D0, 0x10F0),
    "Zsye": ("NotoEmoji-Regular.ttf", 0x1F600, 0x1F640),
    "Zsym": ("NotoSansSymbols2-Regular.ttf", 0x2700, 0x27BF),
    "Zmth": ("NotoSansMath-Regular.ttf", 0x2200, 0x22FF),
}

EAST_ASIAN = {script: [1000, 1.45, 1.45] for script in ("Hani", "Hira", "Kana", "Hang", "Bopo")}
"""Squares, in the lines of Noto Sans CJK; those of PowerPoint's own fonts are up to 1.33 em high."""


HIGHER = {"Knda": 1.62, "Telu": 1.66, "Hebr": 1.36}
"""The lines of Noto's serif or sans of a script, em, where we carry the other."""

HIGHEST = 1.66
"""No line is higher, em: viewers have other fonts for Arabic than Noto's."""


def main(folders: list[str]) -> int:
    """Write every table; exit code 1 when a font is missing."""
    found = {path.name: path for folder in folders for path in sorted(Path(folder).rglob("*.ttf"))}
    missing = [name for names in FAMILIES.values() for name in names if name not in found]
    if missing:
        sys.stderr.write(f"not found in {folders}: {', '.join(missing)}\n")
        return 1
    out = HERE / "widths"
    out.mkdir(exist_ok=True)
    for family, names in FAMILIES.items():
        for style, name in zip(STYLES, names, strict=True):
            _write(out / f"{family}-{style}.json", _table(found[name]))
    _write(out / "scripts.json", {script: _script(script, *row) for script, row in FALLBACKS.items()} | EAST_ASIAN)
    return 0


def _table(path: Path) -> dict[str, object]:
    font = TTFont(path)
    advances, characters = font["hmtx"], font.getBestCmap()
    widths: dict[int, str] = {}
    for code in CHARACTERS:
        advance = advances[characters[code]][0] if code in characters else 0
        kind = unicodedata.category(chr(code))
        if kind in ("Mn", "Me", "Cf"):  # marks stand above their letter, format characters are not seen
            advance = 0
        elif not advance:  # absent, or without width by a fault of the font
            continue
        widths[advance] = widths.get(advance, "") + chr(code)
    return {
        "name": str(font["name"].getDebugName(4)),
        "em": font["head"].unitsPerEm,
        "widths": {str(advance): widths[advance] for advance in sorted(widths)},
    }


def _script(script: str, name: str, first: int, last: int) -> list[float]:
    """A width that three letters in four stay below, the height of a line, and that of a line in a table's cell.

    LibreOffice gives lines 1.2 em in every script, PowerPoint what its own fonts for Asian scripts ask for, at most
    1.35 em; Noto's lines are taller than either. Signs and emoji stand alone in lines of the text's own font.
    In cells LibreOffice takes the lines of the font that it has found for the script.
    """
    font = TTFont(HERE / name)
    advances, characters = font["hmtx"], font.getBestCmap()
    em = font["head"].unitsPerEm
    known = sorted(advances[characters[code]][0] for code in range(first, last + 1) if code in characters)
    line = (font["hhea"].ascent - font["hhea"].descent + font["hhea"].lineGap) / em
    sign = script.startswith("Z")
    height = 1.2 if sign else round(min(max(line, 1.2), 1.35), 2)
    in_cell = height if sign else round(min(max(line, HIGHER.get(script, height)), HIGHEST), 2)
    return [round(known[len(known) * 3 // 4] * 1000 / em), height, in_cell]


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
