"""Picture files for tests, good and bad, made in memory."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image


def saved(mode: str = "RGB", size: tuple[int, int] = (60, 40), kind: str = "PNG", **how: object) -> bytes:
    """A picture with a slope from black to white."""
    image = Image.linear_gradient("L").resize(size)
    image = (
        image.convert("I").point(lambda value: value * 257).convert("I;16") if mode == "I;16" else image.convert(mode)
    )
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def turned() -> bytes:
    """A JPEG that lies on its side and says so: red above, 20 wide and 30 high once upright."""
    image = Image.new("RGB", (20, 30), "blue")
    image.paste("red", (0, 0, 20, 15))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter clockwise
    exif[0x8825] = {1: "N", 2: (18.0, 31.0, 0.0)}  # where it was taken
    out = io.BytesIO()
    image.transpose(Image.Transpose.ROTATE_90).save(out, "JPEG", exif=exif, quality=95)
    return out.getvalue()


def animated() -> bytes:
    """A GIF of two frames."""
    frames = [Image.new("RGB", (20, 20), color) for color in ("black", "red")]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    return out.getvalue()


def huge_png(width: int = 30_000, height: int = 30_000) -> bytes:
    """A PNG of that many pixels in a few kilobytes of file."""
    rows = zlib.compress(b"\x00" * 1_000_000, 9)
    return _png(struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0), rows)


def _png(header: bytes, rows: bytes) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def huge_jpeg() -> bytes:
    """A JPEG whose head says 30,000 by 30,000."""
    data = bytearray(saved("RGB", (16, 16), "JPEG"))
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", 30_000, 30_000)
    return bytes(data)


SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
HTML = b"<!DOCTYPE html><html><body>Not found</body></html>"
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"
