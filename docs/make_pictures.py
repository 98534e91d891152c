"""Make docs/deck.png and docs/brief.png from dist/: the pictures of the README. Needs LibreOffice and poppler."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
DIST = HERE.parent / "dist"
COLUMNS = 3
WIDTH = 620
GAP = 12
GROUND = (70, 70, 70)


def pages(pdf: Path, folder: Path, dpi: int) -> list[Image.Image]:
    """Render every page of a PDF."""
    subprocess.run(["pdftoppm", "-png", "-r", str(dpi), pdf, folder / pdf.stem], check=True)
    return [Image.open(path).convert("RGB") for path in sorted(folder.glob(f"{pdf.stem}-*.png"))]


def sheet(pictures: list[Image.Image]) -> Image.Image:
    """Lay the slides out in rows."""
    height = round(WIDTH * pictures[0].height / pictures[0].width)
    rows = -(-len(pictures) // COLUMNS)
    size = (COLUMNS * (WIDTH + GAP) + GAP, rows * (height + GAP) + GAP)
    canvas = Image.new("RGB", size, GROUND)
    for number, picture in enumerate(pictures):
        place = (GAP + number % COLUMNS * (WIDTH + GAP), GAP + number // COLUMNS * (height + GAP))
        canvas.paste(picture.resize((WIDTH, height), Image.Resampling.LANCZOS), place)
    return canvas


def main() -> None:
    """Render both files of dist/ and write the two pictures."""
    for tool in ("soffice", "pdftoppm"):
        if not shutil.which(tool):
            sys.exit(f"{tool} is missing: apt install libreoffice-impress poppler-utils, or brew install ...")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(
            [
                "soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--convert-to", "pdf", "--outdir", folder, DIST / "deck.pptx",
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
        sheet(pages(folder / "deck.pdf", folder, 110)).quantize(128).save(HERE / "deck.png", optimize=True)
        brief = pages(DIST / "brief.pdf", folder, 100)[0]
        framed = Image.new("RGB", (brief.width + 2 * GAP, brief.height + 2 * GAP), GROUND)
        framed.paste(brief, (GAP, GAP))
        framed.quantize(256).save(HERE / "brief.png", optimize=True)


if __name__ == "__main__":
    main()
