"""Make the fonts in `deck/`: what slides.pdf and the handout are set in, where the deck names Calibri or Arial.

They are the metric twins whose width tables are in `widths/`, cut down: letters, signs and figures of Latin, Greek and
Cyrillic, kerning, ligatures and marks; no hints, which paper does not need. That is a quarter of their size. Their
licence lets them be changed under other names only ("Carlito" and "Liberation" are reserved), so each has a plain one.

    python make_deck_fonts.py FOLDER...

searches the folders (and those below) for the files of `FAMILIES`. It needs fontTools; nothing else of the project
does. The Debian packages fonts-crosextra-carlito, fonts-crosextra-caladea and fonts-liberation2 hold the first four
families; the npm package @expo-google-fonts/gelasio holds the fifth.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent

STYLES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold-italic": "Bold Italic"}

FAMILIES = {
    "carlito": ("Deck Sans", "Carlito-{}"),
    "caladea": ("Deck Serif", "Caladea-{}"),
    "liberation-sans": ("Deck Plain", "LiberationSans-{}"),
    "liberation-serif": ("Deck Roman", "LiberationSerif-{}"),
    "gelasio": ("Deck Book", "Gelasio_{}"),
}
GELASIO = {"Regular": "400Regular", "Bold": "700Bold", "Italic": "400Regular_Italic", "BoldItalic": "700Bold_Italic"}

CHARACTERS = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF), (0x2000, 0x209F),
    (0x20A0, 0x20CF), (0x2100, 0x22FF), (0x25A0, 0x25FF), (0xFB00, 0xFB06),
)  # fmt: skip


def main(folders: list[str]) -> None:
    """Make all fonts from what the folders hold."""
    (HERE / "deck").mkdir(exist_ok=True)
    for table, (family, pattern) in FAMILIES.items():
        for style, name in STYLES.items():
            plain = name.replace(" ", "")
            stem = pattern.format(GELASIO[plain] if table == "gelasio" else plain)
            source = next(found for folder in folders for found in sorted(Path(folder).rglob(f"{stem}.ttf")))
            font = TTFont(source, recalcTimestamp=False)
            cut_down(font)
            rename(font, family, name)
            font.save(HERE / "deck" / f"{table}-{style}.ttf")


def cut_down(font: TTFont) -> None:
    """Leave the characters and the layout rules that a deck needs."""
    options = subset.Options()
    options.layout_features = ["kern", "liga", "clig", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 5, 13, 14]
    options.drop_tables += ["FFTM", "DSIG", "LTSH", "VDMX", "hdmx", "PCLT", "meta"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for first, last in CHARACTERS for code in range(first, last + 1)])
    cutter.subset(font)


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the font another name; the copyright stays."""
    names = font["name"]
    names.names = [record for record in names.names if record.platformID == 3 and record.nameID in (0, 5, 13, 14)]
    licence = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
    postscript = f"{family.replace(' ', '')}-{style.replace(' ', '')}"
    for number, text in ((1, family), (2, style), (4, f"{family} {style}"), (6, postscript), (13, licence)):
        names.setName(text, number, 3, 1, 0x409)


if __name__ == "__main__":
    main(sys.argv[1:])
