"""The template as an archive, opened with care: what it is, how large it gets, its parts and how they hang together.

Nothing is unpacked before the archive's own list of contents says that it is small enough, and no part is parsed that
declares entities.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from briefdeck.errors import BriefdeckError, Position, Problem
from briefdeck.named import NamedTuple

LARGEST_UNPACKED: Final = 200 * 1024 * 1024
"""Bytes of all parts together."""

LARGEST_PART: Final = 24 * 1024 * 1024
"""Bytes of a part that is parsed; a master with everything stays below a hundredth of it."""

MOST_PARTS: Final = 8000

P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
STRICT: Final = b"http://purl.oclc.org/ooxml/"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

_PACKAGE: Final = "{http://schemas.openxmlformats.org/package/2006/"
_RELATION: Final = f"{_PACKAGE}relationships}}Relationship"
_TYPES: Final = (f"{_PACKAGE}content-types}}Default", f"{_PACKAGE}content-types}}Override")
_MAIN: Final = ("presentation.main+xml", "template.main+xml", "slideshow.main+xml")
_MACROS: Final = "macroEnabled.main+xml"
_UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, OverflowError, ValueError,
               KeyError, OSError)  # fmt: skip


class Relation(NamedTuple):
    """An arrow from a part to another, or to an address outside."""

    id: str
    kind: str  # the last word of its type: `image`, `slideLayout`, ...
    target: str  # name of the part, or the address
    external: bool


@dataclass(frozen=True)
class Archive:
    """An opened template. Parts are read when asked for, and parsed once."""

    file: str
    presentation: str  # name of the main part
    macros: bool
    _zip: zipfile.ZipFile = field(repr=False)
    _names: Mapping[str, str] = field(repr=False)  # lower case to the name in the archive: the format ignores case
    _types: Mapping[str, str] = field(repr=False)
    _roots: dict[str, _Element] = field(default_factory=dict, repr=False)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    def data(self, name: str) -> bytes:
        """The bytes of a part. Raises BriefdeckError when it is missing or damaged."""
        try:
            return self._zip.read(self._names[name.lower()])
        except _UNREADABLE:
            raise BriefdeckError([self.damaged(f"its part {name} is missing or cannot be unpacked")]) from None

    def root(self, name: str) -> _Element:
        """The root element of a part. Raises BriefdeckError."""
        if name not in self._roots:
            self._roots[name] = self._parsed(name)
        return self._roots[name]

    def content_type(self, name: str) -> str:
        """What the package says a part is."""
        return self._types.get(name.lower()) or self._types.get(f".{name.lower().rpartition('.')[2]}", "")

    def relations(self, name: str) -> tuple[Relation, ...]:
        """Where a part points to; the package's own relations for ""."""
        folder, file = posixpath.split(name)
        rels = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        return tuple(self._relations(rels, folder)) if rels in self else ()

    def damaged(self, what: str) -> Problem:
        """The problem of a file that PowerPoint itself would want to repair."""
        return damage(self.file, what)

    def _relations(self, rels: str, folder: str) -> Iterator[Relation]:
        for one in self.listed(rels, _RELATION):
            target, kind = one.get("Target", ""), one.get("Type", "").rpartition("/")[2]
            external = one.get("TargetMode") == "External"
            if not external:
                target = unquote(target)
                inside = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
                target = self._names.get(inside.lstrip("/").lower(), inside.lstrip("/"))
            yield Relation(one.get("Id", ""), kind, target, external)

    def listed(self, name: str, *tags: str) -> Iterator[_Element]:
        """The entries of a list of the package. Raises BriefdeckError when there is anything else: readers stumble."""
        for one in self.root(name):
            if isinstance(one.tag, str):
                if one.tag not in tags:
                    raise BriefdeckError([self.damaged(f"its part {name} lists what no presentation lists")])
                yield one

    def _parsed(self, name: str) -> _Element:
        data = self.data(name)
        if len(data) > LARGEST_PART:
            raise BriefdeckError([too_large(self.file, f"its part {name} is {len(data) // 1024 // 1024} MB of text")])
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise BriefdeckError([self.damaged(f"its part {name} declares entities, which no presentation does")])
        try:
            return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
        except (etree.XMLSyntaxError, ValueError):
            raise BriefdeckError([self.damaged(f"its part {name} is not well-formed XML")]) from None


def damage(file: str, what: str) -> Problem:
    """The problem of a file that is broken."""
    hint = "open it in PowerPoint, let it repair the file, and save it again as .pptx"
    return Problem("BD705", f"this template is damaged: {what}", Position(file), hint)


def too_large(file: str, what: str) -> Problem:
    """The problem of a file that is made to fill the memory, or might as well be."""
    hint = "take the slides and large media out of it and save it again; a template needs only its slide master"
    return Problem("BD704", f"this template is too large to be opened safely: {what}", Position(file), hint)


def open_archive(data: bytes, file: str) -> Archive:
    """The bytes as an archive that holds a presentation. Raises BriefdeckError with what they are instead."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    except _UNREADABLE:
        raise BriefdeckError([_no_archive(data, file)]) from None
    members = opened.infolist()
    if len(members) > MOST_PARTS:
        raise BriefdeckError([too_large(file, f"it holds {len(members)} parts")])
    if (size := sum(member.file_size for member in members)) > LARGEST_UNPACKED:
        raise BriefdeckError([too_large(file, f"it unpacks to {size // 1024 // 1024} MB")])
    if any(member.flag_bits & 1 for member in members):
        raise BriefdeckError([_encrypted(file)])
    names: dict[str, str] = {}
    for member in members:
        if member.filename.lower() in names:
            raise BriefdeckError([damage(file, f"it holds {member.filename} twice")])
        names[member.filename.lower()] = member.filename
    draft = Archive(file, "", False, opened, names, {})
    if "[Content_Types].xml" not in draft:
        raise BriefdeckError([_another(file, "an archive, but not of Office")])
    types = _content_types(draft.listed("[Content_Types].xml", *_TYPES))
    main = next((one.target for one in draft.relations("") if one.kind == "officeDocument"), "")
    whole = Archive(file, main, False, opened, names, types)
    kind = whole.content_type(main) if main else ""
    if not kind.endswith((*_MAIN, _MACROS)) or main not in whole:
        raise BriefdeckError([_another(file, _office_kind(kind))])
    if STRICT in whole.data(main)[:2000]:
        hint = "open it in PowerPoint and save it as “PowerPoint Presentation (.pptx)”, not as “Strict”"
        message = "this template is saved in the “Strict Open XML” format, which cannot be read"
        raise BriefdeckError([Problem("BD708", message, Position(file), hint)])
    return Archive(file, main, kind.endswith(_MACROS), opened, names, types)


def _content_types(listed: Iterable[_Element]) -> dict[str, str]:
    """By lower-case name of the part, or by ".extension"."""
    found: dict[str, str] = {}
    for one in listed:
        extension = one.get("Extension")
        name = f".{extension}" if extension is not None else one.get("PartName", "").lstrip("/")
        found[name.lower()] = one.get("ContentType", "")
    return found


def _office_kind(content_type: str) -> str:
    for word, name in (("wordprocessingml", "a Word document"), ("spreadsheetml", "an Excel workbook")):
        if word in content_type:
            return name
    return "an Office archive without a presentation"


def _no_archive(data: bytes, file: str) -> Problem:
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in data or "EncryptionInfo".encode("utf-16-le") in data:
            return _encrypted(file)
        hint = "open it in PowerPoint or LibreOffice and save it as .pptx or .potx"
        return Problem("BD703", "this template is in the format of PowerPoint before 2007 (.ppt)", Position(file), hint)
    if not data:
        return _another(file, "empty")
    kinds = ((b"%PDF", "a PDF"), (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"<", "a web page or XML"))
    if data.startswith(b"PK"):
        return damage(file, "its archive is incomplete")
    return _another(file, next((name for start, name in kinds if data.lstrip().startswith(start)), "something else"))


def _another(file: str, what: str) -> Problem:
    hint = "give a .pptx or .potx file, as PowerPoint saves it"
    return Problem("BD701", f"this template is not a PowerPoint file: it is {what}", Position(file), hint)


def _encrypted(file: str) -> Problem:
    hint = "open it in PowerPoint, remove the password (File, Info, Protect Presentation), and save it again"
    return Problem("BD702", "this template is protected with a password", Position(file), hint)
