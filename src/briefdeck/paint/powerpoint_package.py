"""The package: parts, the relations between them, and the archive that holds them.

A deck has hundreds of parts but only a dozen kinds. The parts are written as bytes and never searched, so a deck of
thousands of slides costs what its text costs.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from briefdeck.named import NamedTuple
from briefdeck.paint.powerpoint_xml import HEADER
from briefdeck.paint.xml_text import escape

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/"
_PRESENTATIONML: Final = "application/vnd.openxmlformats-officedocument.presentationml."
_BINARY: Final = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Content types by extension of the parts that are not XML."""

_KINDS: Final = {
    "presentation": f"{_PRESENTATIONML}presentation.main+xml",
    "slide": f"{_PRESENTATIONML}slide+xml",
    "slideLayout": f"{_PRESENTATIONML}slideLayout+xml",
    "slideMaster": f"{_PRESENTATIONML}slideMaster+xml",
    "notesMaster": f"{_PRESENTATIONML}notesMaster+xml",
    "notesSlide": f"{_PRESENTATIONML}notesSlide+xml",
    "presProps": f"{_PRESENTATIONML}presProps+xml",
    "viewProps": f"{_PRESENTATIONML}viewProps+xml",
    "tableStyles": f"{_PRESENTATIONML}tableStyles+xml",
    "tags": f"{_PRESENTATIONML}tags+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "chart": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    "extended-properties": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}


class Relation(NamedTuple):
    """An arrow from a part to another part, or to an address outside."""

    kind: str  # key of the content types above, "hyperlink", or another of the format's words
    target: str  # name of the part in the archive, or the address
    external: bool = False


class Part(NamedTuple):
    """One file in the archive. The nth relation is called rIdn in its XML."""

    kind: str
    name: str  # "ppt/slides/slide1.xml"
    xml: str  # without the XML header
    relations: tuple[Relation, ...] = ()
    binary: bytes = b""  # of a picture or a workbook, instead of the XML

    @property
    def data(self) -> bytes:
        """The bytes that go into the archive."""
        return self.binary or (HEADER + self.xml).encode()

    @property
    def extension(self) -> str:
        """The last part of the name, without the point."""
        return self.name.rpartition(".")[2]


class Relations:
    """The relations of the part being written: gives each target one id, the same one when asked again."""

    def __init__(self, *relations: Relation) -> None:
        self._ids = {relation: f"rId{number}" for number, relation in enumerate(relations, start=1)}

    def id(self, relation: Relation) -> str:
        """The id by which the part's XML names the target."""
        return self._ids.setdefault(relation, f"rId{len(self._ids) + 1}")

    def all(self) -> tuple[Relation, ...]:
        """Every relation, in the order of its id."""
        return tuple(self._ids)


def members(
    parts: Sequence[Part], entrances: Sequence[Relation], others: Mapping[str, str] = MappingProxyType({})
) -> Iterator[tuple[str, bytes]]:
    """The archive's members: content types, the package's own relations, then each part followed by its relations.

    `others` are parts that somebody else adds, by name with their content types.
    """
    yield "[Content_Types].xml", _content_types(parts, others)
    yield "_rels/.rels", _relations(entrances, "")
    for part in parts:
        yield part.name, part.data
        if part.relations:
            folder, file = posixpath.split(part.name)
            yield f"{folder}/_rels/{file}.rels", _relations(part.relations, folder)


def _content_types(parts: Sequence[Part], others: Mapping[str, str]) -> bytes:
    types = {part.name: _KINDS[part.kind] for part in parts if part.extension not in _BINARY}
    overrides = "".join(
        f'<Override PartName="/{escape(name)}" ContentType="{escape(kind)}"/>'
        for name, kind in {**types, **others}.items()
    )
    binary = "".join(
        f'<Default Extension="{extension}" ContentType="{_BINARY[extension]}"/>'
        for extension in sorted({part.extension for part in parts} & set(_BINARY))
    )
    return (
        f'{HEADER}<Types xmlns="{_PACKAGE}content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{binary}{overrides}</Types>'
    ).encode()


def _relations(relations: Sequence[Relation], folder: str) -> bytes:
    entries = "".join(_relation(number, relation, folder) for number, relation in enumerate(relations, start=1))
    return f'{HEADER}<Relationships xmlns="{_PACKAGE}relationships">{entries}</Relationships>'.encode()


def _relation(number: int, relation: Relation, folder: str) -> str:
    base = f"{_PACKAGE}relationships/metadata/" if relation.kind == "core-properties" else _OFFICE
    kind = "officeDocument" if relation.kind == "presentation" else relation.kind
    if relation.external:
        target, mode = escape(relation.target), ' TargetMode="External"'
    else:
        target, mode = posixpath.relpath(f"/{relation.target}", f"/{folder}") if folder else relation.target, ""
    return f'<Relationship Id="rId{number}" Type="{base}{kind}" Target="{target}"{mode}/>'
