"""Streams of a finished brief, unpacked up to a limit: a few kilobytes can hold gigabytes."""

from __future__ import annotations

import zlib

from pikepdf import Array, Name, Object, Stream

LARGEST_STREAM = 32 * 1024 * 1024
"""Bytes of one unpacked stream; the content of a full page is a hundredth of that."""


class TooLarge(ValueError):
    """A stream unpacks to more than any page can need."""


def read(stream: Stream) -> bytes:
    """The unpacked bytes of a stream. Raises TooLarge beyond the limit."""
    raw = stream.read_raw_bytes()
    if len(raw) > LARGEST_STREAM:
        raise TooLarge
    for name in _filters(stream.get("/Filter")):
        if name != "/FlateDecode":
            break
        unpacking = zlib.decompressobj()
        try:
            raw = unpacking.decompress(raw, LARGEST_STREAM)
        except zlib.error:
            break
        if unpacking.unconsumed_tail:
            raise TooLarge
    return bytes(stream.read_bytes())


def _filters(value: Object | None) -> list[str]:
    if isinstance(value, Name):
        return [str(value)]
    return [str(name) for name in value] if isinstance(value, Array) else []
