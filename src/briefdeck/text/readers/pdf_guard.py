"""What a PDF would unfold to, weighed before anything draws it: compressed streams, and forms that use forms.

A few kilobytes can stand for gigabytes of text or for billions of drawing steps. Streams are unpacked in small portions
and thrown away; the use of forms is counted without following it.
"""

from __future__ import annotations

import re
import zlib
from typing import Any

LARGEST_STREAM = 30_000_000
"""Bytes of one unpacked stream that is no picture."""

LARGEST_PICTURE = 150_000_000
"""Bytes of one unpacked picture: a scanned page at 600 dpi."""

LARGEST_TOTAL = 200_000_000
"""Bytes of all unpacked streams that are no pictures."""

LARGEST_PAGE = 4_000_000
"""Bytes of what one page draws, forms included as often as they are used; a page of text has some ten thousand."""

DEEPEST_FORM = 20
"""Forms that use forms."""

_STREAM = re.compile(rb"stream\r?\n")
_FILTER = re.compile(rb"/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b")
_USE = re.compile(rb"/([^\s/<>\[\](){}%]{1,120})\s+Do\b")
_PORTION = 1_000_000
_DICTIONARY = 3000  # bytes before a stream in which its filters are named


class Unfolds(Exception):
    """The file would unfold to more than any document holds."""


def weigh_streams(data: bytes) -> None:
    """Raise Unfolds when the streams of a file would take more memory than any document needs."""
    total = 0
    end = 0
    for match in _STREAM.finditer(data):
        if match.start() < end or data[match.start() - 3 : match.start()] == b"end":
            continue
        start = match.end()
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        before = data[max(0, match.start() - _DICTIONARY) : match.start()]
        before = before[before.rfind(b" obj") + 4 if b" obj" in before else 0 :]
        filters = _FILTER.findall(before)
        if len(filters) > 1:
            raise Unfolds("it packs what is packed already")
        picture = re.search(rb"/Subtype\s*/Image", before) is not None
        limit = LARGEST_PICTURE if picture else LARGEST_STREAM
        if filters and b"Flate" not in filters[0] and (end - start) * 100 > limit:
            raise Unfolds("a part of it unpacks to more than any document holds")
        size = (
            _unpacked(data, start, end, limit) if filters and filters[0] in (b"/FlateDecode", b"/Fl") else end - start
        )
        total += 0 if picture else size
        if size > limit or total > LARGEST_TOTAL:
            raise Unfolds("it unpacks to more than any document holds")


def _unpacked(data: bytes, start: int, end: int, limit: int) -> int:
    """How many bytes a compressed stream holds, counted no further than the limit."""
    machine = zlib.decompressobj()
    size = 0
    rest = data[start:end]
    try:
        while rest and size <= limit and not machine.eof:
            size += len(machine.decompress(rest, _PORTION))
            rest = machine.unconsumed_tail
    except zlib.error:
        return size
    return size


def page_weights(data: bytes) -> list[int]:
    """What each page draws, in bytes. Raises Unfolds for forms that use each other, or too deeply."""
    import pikepdf

    with pikepdf.open(_stream(data), suppress_warnings=True) as file:
        known: dict[tuple[int, int], int] = {}
        return [_page(page, known) for page in file.pages]


def _stream(data: bytes) -> Any:
    import io

    return io.BytesIO(data)


def _page(page: Any, known: dict[tuple[int, int], int]) -> int:
    import pikepdf

    contents = page.obj.get("/Contents")
    if contents is None:
        return 0
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    text = b"\n".join(stream.read_bytes() for stream in streams[:1000])
    return _cost(text, page.obj.get("/Resources") or page.resources, known, 0)


def _cost(text: bytes, resources: Any, known: dict[tuple[int, int], int], depth: int) -> int:
    """The bytes of a content with those of the forms it uses, each as often as it is used."""
    if depth > DEEPEST_FORM:
        raise Unfolds("its forms are nested too deeply")
    total = len(text)
    objects = resources.get("/XObject") if resources is not None else None
    if objects is None:
        return total
    for name in _USE.findall(text):
        stream = objects.get("/" + name.decode("latin-1"))
        if stream is None or stream.get("/Subtype") != "/Form":
            continue
        key = stream.objgen
        if key not in known:
            known[key] = LARGEST_PAGE + 1  # while it is open: a form that uses itself
            known[key] = _cost(stream.read_bytes(), stream.get("/Resources") or resources, known, depth + 1)
        total = min(total + known[key], 10 * LARGEST_PAGE)
    return total
