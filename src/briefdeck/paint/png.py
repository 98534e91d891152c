"""Pictures of the pages of a finished PDF, one PNG a page, drawn by pdfium (the extra `briefdeck[png]`)."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdfium2
from PIL import Image, PngImagePlugin

MARK = "briefdeck"
"""What the Software field of our pictures says."""


def pictures(pdf: bytes, width: int) -> Iterator[bytes]:
    """The pages as PNG, so many pixels wide. The same PDF gives the same bytes."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            scale = width / page.get_width()
            shown = page.render(scale=scale, rev_byteorder=True)
            yield _png(shown.to_pil())
            page.close()
    finally:
        document.close()


def _png(image: Image.Image) -> bytes:
    about = PngImagePlugin.PngInfo()
    about.add_text("Software", MARK)
    out = io.BytesIO()
    image.convert("RGB").save(out, "PNG", pnginfo=about, compress_level=6)
    return out.getvalue()
