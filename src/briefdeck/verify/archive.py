"""The deck as an archive: whether it is safe to open, and its parts without any library between."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from briefdeck.errors import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_UNPACKED = 400 * 1024 * 1024
"""Bytes of all parts together; a thousand slides with pictures stay well below it."""

PRESENTATION = "ppt/presentation.xml"
RELATIONS = "ppt/_rels/presentation.xml.rels"
CORE = "docProps/core.xml"
TAGS_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/tags"
LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"

_FIRST, _LAST, _LAST_LENGTH = b"PK\x03\x04", b"PK\x05\x06", 22
"""How an archive begins, and how its last record does, which is so long and ends with the length of a remark."""

UNREADABLE = (
    zipfile.BadZipFile, zlib.error, SyntaxError, KeyError, ValueError, NotImplementedError, EOFError,
    RuntimeError, OverflowError,
)  # fmt: skip
"""What a damaged archive, part or compression makes of the standard library and of lxml (SyntaxError)."""


def fault(deck: bytes) -> Problem | None:
    """Why these bytes are no presentation that can be opened safely; None when they are one.

    Looks at the archive's list of contents only, so that a bomb is refused before it is unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(deck)) as archive:
            members = archive.infolist()
    except UNREADABLE:
        return Problem("BD400", "the deck is not a PowerPoint file", hint="give the deck.pptx that build wrote")
    if not deck.startswith(_FIRST) or _end_of(deck) != len(deck):
        message = "something stands before or behind the deck in its file, as if it had been passed on wrongly"
        return Problem("BD400", message, hint="fetch or copy it again, or build it again")
    if sum(member.file_size for member in members) > LARGEST_UNPACKED:
        megabytes = LARGEST_UNPACKED // 1024 // 1024
        return Problem("BD403", f"the deck unpacks to more than {megabytes} MB", hint="build it again")
    names = [member.filename for member in members]
    if PRESENTATION not in names:
        return Problem("BD400", "the deck is an archive without slides", hint="give the deck.pptx that build wrote")
    if len({name.casefold() for name in names}) < len(names):
        return Problem("BD400", "the deck holds two parts of the same name", hint="build it again")
    return None


def _end_of(deck: bytes) -> int:
    """Where the archive says that it ends."""
    start = deck.rfind(_LAST)
    return start + _LAST_LENGTH + int.from_bytes(deck[start + _LAST_LENGTH - 2 : start + _LAST_LENGTH], "little")


def parts(deck: bytes) -> dict[str, bytes]:
    """Every part by its name. Raises one of `UNREADABLE` for a damaged one."""
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def presentation_tags(deck: bytes) -> dict[str, str]:
    """The tags of the presentation itself, without reading any slide. Raises one of `UNREADABLE`."""
    found: dict[str, str] = {}
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        for relation in parse(archive.read(RELATIONS)):
            if relation.get("Type") == TAGS_TYPE:
                target = relation.get("Target", "")
                name = target.lstrip("/") if target.startswith("/") else f"ppt/{target}"
                found |= {tag.get("name", ""): tag.get("val", "") for tag in parse(archive.read(name))}
    return found


def language(deck: bytes) -> str:
    """The language that the deck's properties name. Raises one of `UNREADABLE`."""
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        return str(parse(archive.read(CORE)).findtext(LANGUAGE, ""))


def parse(part: bytes) -> _Element:
    """The root of a part; entities stay unresolved and nothing is fetched."""
    from lxml import etree

    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
