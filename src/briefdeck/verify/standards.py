"""Whether a PDF keeps PDF/UA-1 and PDF/A-2a: the parts that can be judged without veraPDF, of files that we write.

What is found are phrases ("rule: what is wrong"), none for a sound file. It is stricter than the standards where the
brief promises more: names for the structure, bookmarks, one way to write a link. It judges only what our painter may
write; a file of another kind (forms, fonts of other sorts) is none of its business.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pikepdf
from lxml import etree
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from briefdeck.verify.archive import parse
from briefdeck.verify.brief_streams import read
from briefdeck.verify.standards_content import content_breaches, read_content
from briefdeck.verify.standards_fonts import font_breaches
from briefdeck.verify.standards_tree import LANGUAGE, listed, read_tree, tree_breaches

_BEGINNING = re.compile(rb"%PDF-1\.7\r?\n%[\x80-\xff]{4}")
_GLUED = re.compile(rb"[^\r\n]endstream")

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
}
_IN_BOTH = {  # key of the information dictionary: where XMP says the same
    "/Title": "dc:title//rdf:li",
    "/Author": "dc:creator//rdf:li",
    "/Subject": "dc:description//rdf:li",
    "/Creator": "xmp:CreatorTool",
    "/Producer": "pdf:Producer",
}
_LONGEST_STRING, _LONGEST_NAME = 32_767, 127
"""Bytes, by PDF/A-2."""

_FORBIDDEN_IN_CATALOGUE = ("/OpenAction", "/AA", "/AcroForm", "/OCProperties", "/Perms", "/Collection")


def check(data: bytes) -> tuple[str, ...]:
    """Everything that is wrong with a file; what cannot be opened is one phrase."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return breaches(data, pdf, len(pdf.pages))
    except pikepdf.PdfError as error:
        return (f"file: {error}",)


def breaches(data: bytes, pdf: Pdf, most_pages: int) -> tuple[str, ...]:
    """Everything that is wrong with a file that is open; of a longer one the content of so many pages is looked at.

    May raise whatever pikepdf does where the file is not what it says; raises TooLarge for what unpacks to too much.
    """
    tree = read_tree(pdf)
    contents = [(page, read_content(page)) for page in list(pdf.pages)[:most_pages]]
    return tuple(
        dict.fromkeys(
            [
                *_file(data, pdf),
                *_limits(pdf),
                *_catalogue(pdf),
                *_metadata(pdf),
                *tree_breaches(pdf, tree),
                *(found for page, content in contents for found in content_breaches(page, content, tree.owned(page))),
                *font_breaches(contents),
            ]
        )
    )


def _file(data: bytes, pdf: Pdf) -> Iterator[str]:
    if not _BEGINNING.match(data):
        yield "header: the file does not begin with its version and four bytes that say it is binary"
    if _GLUED.search(data):
        yield "stream: data run into the word endstream"
    if pdf.is_encrypted or "/ID" not in pdf.trailer:
        yield "trailer: the file is encrypted or has no identifier"


def _limits(pdf: Pdf) -> Iterator[str]:
    """Strings and names that are longer than PDF/A allows, in any object of the file."""
    for thing in (*pdf.objects, pdf.trailer):
        for value in _values(thing):
            if isinstance(value, String) and len(bytes(value)) > _LONGEST_STRING:
                yield f"limit: a string of {len(bytes(value))} bytes"
            if isinstance(value, Name) and len(str(value).encode()) > _LONGEST_NAME + 1:
                yield f"limit: the name {str(value)[:40]} of {len(str(value)) - 1} bytes"


def _values(thing: Object) -> Iterator[Object]:
    """Every string and name that stands in one object, the objects left out that it refers to."""
    if isinstance(thing, Stream | Dictionary):
        kids = [*map(Name, thing.keys()), *thing.values()]
    else:
        kids = listed(thing)
    for kid in kids:
        if isinstance(kid, Dictionary | Array) and not kid.is_indirect:
            yield from _values(kid)
        else:
            yield kid


def _catalogue(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    if not bool(root.get("/MarkInfo", Dictionary()).get("/Marked", False)):
        yield "marked: the file does not say that it is tagged"
    if not bool(root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False)):
        yield "title: viewers would show the file name"
    if not LANGUAGE.fullmatch(str(root.get("/Lang", ""))):
        yield "language: the file does not say its language"
    for key in _FORBIDDEN_IN_CATALOGUE:
        if key in root:
            yield f"catalogue: {key} has no place in a brief"
    if {"/JavaScript", "/EmbeddedFiles"} & set(root.get("/Names", Dictionary()).keys()):
        yield "catalogue: scripts or files inside the file"
    yield from _output_intent(listed(root.get("/OutputIntents")))


def _output_intent(intents: list[Object]) -> Iterator[str]:
    if len(intents) != 1 or intents[0].get("/S") != Name.GTS_PDFA1:
        yield "colour: there must be one output intent for PDF/A"
        return
    profile = intents[0].get("/DestOutputProfile")
    data = read(profile) if isinstance(profile, Stream) and profile.get("/N") == 3 else b""
    if data[16:20] != b"RGB " or data[36:40] != b"acsp":
        yield "colour: the output intent has no RGB profile"


def _metadata(pdf: Pdf) -> Iterator[str]:
    stream = pdf.Root.get("/Metadata")
    if not isinstance(stream, Stream) or "/Filter" in stream:
        yield "metadata: there is no XMP packet that can be read as it stands"
        return
    try:
        packet = parse(read(stream))
    except etree.XMLSyntaxError as error:
        yield f"metadata: {error}"
        return

    def said(path: str) -> str:
        found = packet.find(f".//{path}", _NAMESPACES)
        return "" if found is None else found.text or ""

    for path, value in (("pdfaid:part", "2"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")):
        if said(path) != value:
            yield f"metadata: {path} is not {value}"
    schemas = [element.text for element in packet.iterfind(".//pdfaSchema:namespaceURI", _NAMESPACES)]
    if _NAMESPACES["pdfuaid"] not in schemas:
        yield "metadata: the schema of PDF/UA is not described, as PDF/A asks"
    if not said("dc:title//rdf:li"):
        yield "metadata: there is no title"
    for key, path in _IN_BOTH.items():
        if str(pdf.docinfo.get(key, "")) != said(path):
            yield f"metadata: {key} and {path} differ"
