"""Bytes of a picture file to a picture that both painters can show: upright, in RGB or grey, no larger than needed.

What comes out holds nothing but pixels: no place where a photograph was taken, no thumbnail, no profile. The same bytes
go in and the same come out. Memory is bounded: the size of a picture is known before its pixels are read.
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Literal

from briefdeck.errors import BriefdeckError, Position, Problem, Severity
from briefdeck.model.media import Media
from briefdeck.named import NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 2200
"""Pixels of the longer side: a slide on a large screen, or the width of a page in print."""

_MOST_PIXELS = 40_000_000
_MOST_PIXELS_JPEG = 120_000_000  # a JPEG can be read at an eighth of its size
_LARGEST_PNG = 600_000  # bytes; above it, a picture without clear parts is a photograph and becomes a JPEG
_QUALITY = 88
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP")
_CLEAR = ("RGBA", "LA", "PA", "RGBa", "La")
_WIDE = ("I", "F", "I;16", "I;16B", "I;16L", "I;16N")

_OTHERS: tuple[tuple[bytes, int, str], ...] = (  # what it begins with, from which byte on, what it is
    (b"ftypheic", 4, "a HEIC picture of a telephone"),
    (b"ftypheix", 4, "a HEIC picture of a telephone"),
    (b"ftypmif1", 4, "a HEIC picture of a telephone"),
    (b"ftypavif", 4, "an AVIF picture"),
    (b"%PDF-", 0, "a PDF file"),
    (b"PK\x03\x04", 0, "a zip archive or an Office file"),
    (b"\xd0\xcf\x11\xe0", 0, "an old Office file"),
    (b"\xd7\xcd\xc6\x9a", 0, "a Windows metafile (.wmf)"),
    (b" EMF", 40, "a Windows metafile (.emf)"),
)
_EXPORT = "open it in any picture program and save it as PNG or JPEG"


class ReadPicture(NamedTuple):
    """A picture, and what there is to say about it."""

    media: Media
    remarks: tuple[Problem, ...] = ()


def read_picture(data: bytes, name: str, at: Position) -> ReadPicture:
    """The picture in `data`; `at` is where the outline names it. Raises BriefdeckError when it cannot be shown."""
    from PIL import Image, UnidentifiedImageError

    _refuse_what_is_no_picture(data, name, at)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of large pictures and of odd tags; we count ourselves
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                _refuse_what_is_too_large(image, name, at)
                remarks = _remarks(image, name, at)
                upright = _upright(image)
                kind, encoded = _encoded(upright, photograph=image.format in ("JPEG", "MPO"))
    except Image.DecompressionBombError:
        raise BriefdeckError([_too_large(name, at, "more than a hundred million pixels")]) from None
    except UnidentifiedImageError:
        raise BriefdeckError([_fault("BD821", f"“{name}” is no picture that can be read", at, _EXPORT)]) from None
    except (OSError, ValueError, SyntaxError, TypeError, EOFError, IndexError, MemoryError, OverflowError):
        hint = "copy it again from where it comes from: a part of it is missing or wrong"
        raise BriefdeckError([_fault("BD822", f"the picture “{name}” is damaged", at, hint)]) from None
    return ReadPicture(Media(name, kind, upright.width, upright.height, encoded), remarks)


def _refuse_what_is_no_picture(data: bytes, name: str, at: Position) -> None:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    what = next((what for begin, offset, what in _OTHERS if data[offset:].startswith(begin)), "")
    hint = _EXPORT
    if not data:
        what, hint = "an empty file", "copy it again from where it comes from"
    elif start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        what, hint = "a web page", "open the address in a browser and save the picture itself"
    elif b"<svg" in start:
        what = "an SVG drawing"
    if what:
        raise BriefdeckError([_fault("BD820", f"“{name}” is {what}, not a picture that can be shown", at, hint)])


def _refuse_what_is_too_large(image: Image, name: str, at: Position) -> None:
    width, height = image.size
    jpeg = image.format in ("JPEG", "MPO") and not image.info.get("progressive")
    if width * height > (_MOST_PIXELS_JPEG if jpeg else _MOST_PIXELS):
        raise BriefdeckError([_too_large(name, at, f"{width:,} × {height:,} pixels")])
    if min(width, height) < 1 or max(width, height) > 100 * min(width, height):
        message = f"the picture “{name}” is {width:,} × {height:,} pixels: nothing of it could be seen"
        raise BriefdeckError([_fault("BD823", message, at, "cut it to the part that matters")])


def _too_large(name: str, at: Position, size: str) -> Problem:
    hint = f"save a smaller copy: {LONGEST} pixels on the longer side are plenty for a slide"
    return _fault("BD823", f"the picture “{name}” is too large to be read: {size}", at, hint)


def _remarks(image: Image, name: str, at: Position) -> tuple[Problem, ...]:
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        message = f"“{name}” has several pictures or moves: the first one is shown"
        hint = "to show another, save that one as a picture of its own"
        return (Problem("BD824", message, at, hint, severity=Severity.REMARK),)
    return ()


def _upright(image: Image) -> Image:
    """The pixels as people see them: turned as the camera was held, in eight bits of grey or RGB, small enough."""
    from PIL import ImageOps

    image.draft(None, (LONGEST, LONGEST))  # a JPEG is read smaller, in its own colours
    image.load()
    turned = ImageOps.exif_transpose(image)
    plain = _plain(turned)
    if max(plain.size) > LONGEST:
        plain.thumbnail((LONGEST, LONGEST), reducing_gap=3.0)
    return plain


def _plain(image: Image) -> Image:
    """In mode L, LA, RGB or RGBA; colours that a profile describes become those of every screen."""
    if image.mode in _WIDE:
        return _eight_bits(image)
    if image.mode in _CLEAR or "transparency" in image.info:
        clear = image.convert("LA" if image.mode == "LA" else "RGBA")
        seen = clear.getchannel("A").getextrema()
        return clear if seen != (255, 255) else clear.convert("L" if clear.mode == "LA" else "RGB")
    if image.mode in ("1", "L"):
        return image.convert("L")
    if image.info.get("icc_profile") and image.mode in ("RGB", "CMYK"):
        return _managed(image)
    return image.convert("RGB")


def _eight_bits(image: Image) -> Image:
    """Sixteen bits and more: the range in use becomes black to white where it is not that of sixteen bits."""
    low, high = image.getextrema()
    if not isinstance(low, int | float) or not isinstance(high, int | float):
        return image.convert("L")
    if image.mode.startswith("I;16") or (image.mode == "I" and low >= 0 and high <= 0xFFFF):
        low, high = 0, 0xFFFF if high > 0xFF else 0xFF
    span = (high - low) or 1
    return image.convert("F").point(lambda value: (value - low) * (255 / span)).convert("L")


def _managed(image: Image) -> Image:
    from PIL import ImageCms

    profile = io.BytesIO(image.info["icc_profile"])
    try:
        source, target = ImageCms.ImageCmsProfile(profile), ImageCms.createProfile("sRGB")
        managed = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        managed = None  # a profile that is none: the numbers are taken as they are
    return managed if managed is not None else image.convert("RGB")


def _encoded(image: Image, *, photograph: bool) -> tuple[Literal["jpeg", "png"], bytes]:
    """JPEG for photographs, PNG for drawings and for what has clear parts."""
    out = io.BytesIO()
    if not photograph or image.mode in _CLEAR:
        image.save(out, "PNG", compress_level=7)
        if image.mode in _CLEAR or out.tell() <= _LARGEST_PNG:
            return "png", out.getvalue()
        out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, optimize=True, subsampling=1)
    return "jpeg", out.getvalue()


def _fault(code: str, message: str, at: Position, hint: str) -> Problem:
    return Problem(code, message, at, hint)
