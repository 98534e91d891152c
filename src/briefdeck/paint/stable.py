"""The same bytes for the same members: a zip archive without clock, without platform, in a given order."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip archive can say
_LEVEL = 6
_PACKED = (".png", ".jpg", ".jpeg", ".gif")  # compressed already
_ARCHIVES = (".xlsx", ".docx", ".pptx")  # archives within the archive carry dates of their own
_CORE = "docProps/core.xml"
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")

FIXED_DATE = "2000-01-01T00:00:00Z"
"""What stands where a file must say when it was made."""


def archive(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip archive of (name, bytes), in the order given; nothing but names and bytes shows in the result."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name, data in members:
            zipped.writestr(_entry(name), restamp(data) if name.endswith(_ARCHIVES) else data, compresslevel=_LEVEL)
    return out.getvalue()


def restamp(data: bytes) -> bytes:
    """An archive that a library wrote, without its dates; archives within it too. Order and content stay."""
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        return archive([(name, _undated(name, zipped.read(name))) for name in zipped.namelist()])


def _undated(name: str, data: bytes) -> bytes:
    return _DATES.sub(rb"\g<1>" + FIXED_DATE.encode(), data) if name == _CORE else data


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = 0  # Python would write the platform here
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(_PACKED) else zipfile.ZIP_DEFLATED
    return entry
