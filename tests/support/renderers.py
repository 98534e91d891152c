"""Pages of a PDF as four renderers paint them, in grey, and how far two of them are apart."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageStat

DPI = 72
BLUR = 1.5
"""Pixels: renderers place and thicken edges each in their own way, which an eye does not see."""


def _run(pdf: Path, *command: str) -> bytes:
    done = subprocess.run(command, cwd=pdf.parent, capture_output=True, check=True, timeout=120)
    return done.stdout


def poppler(pdf: Path) -> Image.Image:
    """The first page by poppler's pdftoppm."""
    return _grey(_run(pdf, "pdftoppm", "-r", str(DPI), "-gray", "-singlefile", pdf.name))


def mupdf(pdf: Path) -> Image.Image:
    """The first page by MuPDF's mutool."""
    return _grey(_run(pdf, "mutool", "draw", "-q", "-r", str(DPI), "-c", "gray", "-F", "png", "-o", "-", pdf.name, "1"))


def ghostscript(pdf: Path) -> Image.Image:
    """The first page by Ghostscript, as many printers do it."""
    smooth = ("-dTextAlphaBits=4", "-dGraphicsAlphaBits=4")
    options = ("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pnggray", f"-r{DPI}", "-dLastPage=1", *smooth)
    return _grey(_run(pdf, "gs", *options, "-sOutputFile=-", pdf.name))


def pdfium(pdf: Path) -> Image.Image:
    """The first page by PDFium, as browsers do it."""
    with pypdfium2.PdfDocument(pdf) as document:
        return document[0].render(scale=DPI / 72, grayscale=True).to_pil().convert("L")


RENDERERS: dict[str, Callable[[Path], Image.Image]] = {
    "pdftoppm": poppler,
    "mutool": mupdf,
    "gs": ghostscript,
    "pdfium": pdfium,
}
"""By the program that each needs; PDFium comes as a package."""

MISSING = [name for name in RENDERERS if name != "pdfium" and not shutil.which(name)]


def _grey(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture)).convert("L")


def apart(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """The mean and the largest difference of two blurred pages, each from 0 to 1."""
    width, height = min(one.width, other.width), min(one.height, other.height)
    left, right = (page.crop((0, 0, width, height)).filter(ImageFilter.GaussianBlur(BLUR)) for page in (one, other))
    difference = ImageChops.difference(left, right)
    return ImageStat.Stat(difference).mean[0] / 255, difference.getextrema()[1] / 255


def coverage(page: Image.Image) -> float:
    """How much of the page is ink, from 0 to 1."""
    return 1 - ImageStat.Stat(page).mean[0] / 255
