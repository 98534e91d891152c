"""Whether a PDF keeps what our brief promises: the parts of PDF/UA-1 and PDF/A-2a that we can judge without veraPDF.

`check(data)` gives findings ("rule: what is wrong"), none for a sound file. It is stricter than the standards where the
brief promises more: names for the structure, bookmarks, one way to write a link. It judges only what our painter may
write; a file of another kind (forms, pictures, fonts of other sorts) is none of its business.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from lxml import etree
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from support.pdf_check_content import check_content, check_fonts

LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
HEADINGS = ("H1", "H2", "H3")
KNOWN_TAGS = {
    *HEADINGS,
    "Document",
    "P",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Caption",
    "Figure",
    "Table",
    "TR",
    "TH",
    "TD",
    "Link",
    "Span",
}
PARENTS = {
    "Lbl": {"LI", "P", *HEADINGS},
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "Caption": {"Table", "Figure"},
}
CHILDREN = {"L": {"LI"}, "LI": {"Lbl", "LBody"}, "Table": {"Caption", "TR"}, "TR": {"TH", "TD"}}

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
}
IN_BOTH = {  # key of the information dictionary: where XMP says the same
    "/Title": "dc:title//rdf:li",
    "/Author": "dc:creator//rdf:li",
    "/Subject": "dc:description//rdf:li",
    "/Creator": "xmp:CreatorTool",
    "/Producer": "pdf:Producer",
}
LONGEST_STRING, LONGEST_NAME = 32_767, 127
"""Bytes, by PDF/A-2."""

FORBIDDEN_IN_CATALOGUE = ("/OpenAction", "/AA", "/AcroForm", "/OCProperties", "/Perms", "/Collection")


@dataclass(eq=False)
class Element:
    """A structure element as it was read."""

    tag: str
    object: Dictionary
    parent: Element | None
    lang: str  # its own or inherited
    kids: list[Element] = field(default_factory=list)

    def inside(self, tag: str) -> bool:
        return self.tag == tag or bool(self.parent and self.parent.inside(tag))


@dataclass
class Tree:
    """The structure tree, and which element says that it owns a piece of marked content or an annotation."""

    elements: list[Element] = field(default_factory=list)
    content: dict[tuple[tuple[int, int], int], Element] = field(default_factory=dict)  # by page and number on it
    annotations: dict[tuple[int, int], Element] = field(default_factory=dict)


def check(data: bytes) -> list[str]:
    """Everything that is wrong with a file; what cannot be opened is one finding."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            tree = read_tree(pdf)
            return [
                *_file(data, pdf),
                *_limits(pdf),
                *_catalogue(pdf),
                *_metadata(pdf),
                *_structure(tree),
                *_names(pdf, tree),
                *_parents(pdf, tree),
                *_annotations(pdf, tree),
                *_bookmarks(pdf),
                *(finding for page in pdf.pages for finding in check_content(page, _owned(tree, page))),
                *check_fonts(pdf),
            ]
    except pikepdf.PdfError as error:
        return [f"file: {error}"]


def read_tree(pdf: Pdf) -> Tree:
    """The structure tree of a file; empty when there is none."""
    tree = Tree()

    def read(node: Dictionary, parent: Element | None, lang: str) -> None:
        element = Element(str(node.get("/S", "/"))[1:], node, parent, str(node.get("/Lang", "")) or lang)
        tree.elements.append(element)
        if parent:
            parent.kids.append(element)
        for kid in listed(node.get("/K")):
            page = node.get("/Pg")
            if isinstance(kid, Dictionary) and "/MCID" in kid:
                tree.content[kid.get("/Pg", page).objgen, int(kid["/MCID"])] = element
            elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR:
                tree.annotations[kid["/Obj"].objgen] = element
            elif isinstance(kid, Dictionary):
                read(kid, element, element.lang)
            elif page is not None:
                tree.content[page.objgen, int(kid)] = element

    root = pdf.Root.get("/StructTreeRoot", Dictionary())
    for node in listed(root.get("/K")):
        read(node, None, str(pdf.Root.get("/Lang", "")))
    return tree


def listed(value: Object | None) -> list[Object]:
    """An entry that may be absent, one thing or an array of things, as a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]


def _file(data: bytes, pdf: Pdf) -> Iterator[str]:
    if not re.match(rb"%PDF-1\.7\r?\n%[\x80-\xff]{4}", data):
        yield "header: the file does not begin with its version and four bytes that say it is binary"
    if re.search(rb"[^\r\n]endstream", data):
        yield "stream: data run into the word endstream"
    if pdf.is_encrypted or "/ID" not in pdf.trailer:
        yield "trailer: the file is encrypted or has no identifier"


def _limits(pdf: Pdf) -> Iterator[str]:
    """Strings and names that are longer than PDF/A allows, in any object of the file."""
    for thing in (*pdf.objects, pdf.trailer):
        for value in _values(thing):
            if isinstance(value, String) and len(bytes(value)) > LONGEST_STRING:
                yield f"limit: a string of {len(bytes(value))} bytes"
            if isinstance(value, Name) and len(str(value).encode()) > LONGEST_NAME + 1:
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
    if root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "marked: the file does not say that it is tagged"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "title: viewers would show the file name"
    if not LANGUAGE.fullmatch(str(root.get("/Lang", ""))):
        yield "language: the file does not say its language"
    for key in FORBIDDEN_IN_CATALOGUE:
        if key in root:
            yield f"catalogue: {key} has no place in a brief"
    if {"/JavaScript", "/EmbeddedFiles"} & set(root.get("/Names", {}).keys()):
        yield "catalogue: scripts or files inside the file"
    yield from _output_intent(listed(root.get("/OutputIntents")))


def _output_intent(intents: list[Object]) -> Iterator[str]:
    if len(intents) != 1 or intents[0].get("/S") != Name.GTS_PDFA1:
        yield "colour: there must be one output intent for PDF/A"
        return
    profile = intents[0].get("/DestOutputProfile")
    data = profile.read_bytes() if isinstance(profile, Stream) else b""
    if data[16:20] != b"RGB " or data[36:40] != b"acsp" or profile.get("/N") != 3:
        yield "colour: the output intent has no RGB profile"


def _metadata(pdf: Pdf) -> Iterator[str]:
    stream = pdf.Root.get("/Metadata")
    if not isinstance(stream, Stream) or "/Filter" in stream:
        yield "metadata: there is no XMP packet that can be read as it stands"
        return
    try:
        packet = etree.fromstring(stream.read_bytes())
    except etree.XMLSyntaxError as error:
        yield f"metadata: {error}"
        return

    def said(path: str) -> str:
        found = packet.find(f".//{path}", NAMESPACES)
        return "" if found is None else found.text or ""

    for path, value in (("pdfaid:part", "2"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")):
        if said(path) != value:
            yield f"metadata: {path} is not {value}"
    schemas = [element.text for element in packet.iterfind(".//pdfaSchema:namespaceURI", NAMESPACES)]
    if NAMESPACES["pdfuaid"] not in schemas:
        yield "metadata: the schema of PDF/UA is not described, as PDF/A asks"
    if not said("dc:title//rdf:li"):
        yield "metadata: there is no title"
    for key, path in IN_BOTH.items():
        if str(pdf.docinfo.get(key, "")) != said(path):
            yield f"metadata: {key} and {path} differ"


def _structure(tree: Tree) -> Iterator[str]:
    if [element.tag for element in tree.elements if element.parent is None] != ["Document"]:
        yield "structure: there must be one element at the top, a Document"
    depth = 0
    for element in tree.elements:
        parent = element.parent.tag if element.parent else ""
        if element.tag not in KNOWN_TAGS:
            yield f"structure: {element.tag} is not one of ours"
        if parent not in PARENTS.get(element.tag, {parent}):
            yield f"structure: {element.tag} in {parent}"
        tags = [kid.tag for kid in element.kids]
        if set(tags) - CHILDREN.get(element.tag, set(tags)):
            yield f"structure: {element.tag} holds {tags}"
        if "Caption" in tags and (tags.count("Caption") > 1 or "Caption" not in (tags[0], tags[-1])):
            yield "structure: a table or figure has one caption, first or last"
        if element.tag == "Figure" and not (
            str(element.object.get("/Alt", "")).strip() and "/BBox" in _attributes(element)
        ):
            yield "structure: a figure has no alternative text, or no place"
        if element.lang and not LANGUAGE.fullmatch(element.lang):
            yield f"language: {element.lang!r} is none"
        if element.tag == "TH" and "/Scope" not in _attributes(element):
            yield "structure: a heading of a table does not say what it heads"
        if element.tag in HEADINGS:
            level = int(element.tag[1])
            if level > depth + 1:
                yield f"headings: H{level} after H{depth}"
            depth = level


def _attributes(element: Element) -> set[str]:
    return {key for owner in listed(element.object.get("/A")) for key in owner.keys()}  # noqa: SIM118


def _names(pdf: Pdf, tree: Tree) -> Iterator[str]:
    """The names of elements: unique, and found in the tree of names."""
    given = [(bytes(element.object["/ID"]), element) for element in tree.elements if "/ID" in element.object]
    for name, times in Counter(name for name, _ in given).items():
        if times > 1:
            yield f"names: {name!r} is given {times} times"
    pairs = list(pdf.Root.get("/StructTreeRoot", {}).get("/IDTree", {}).get("/Names", []))
    listing = [(bytes(name), thing.objgen) for name, thing in zip(pairs[::2], pairs[1::2], strict=True)]
    if listing != sorted((name, element.object.objgen) for name, element in given):
        yield "names: the tree of names is not the names of the elements in order"


def _parents(pdf: Pdf, tree: Tree) -> Iterator[str]:
    """The way back from content to its element, which screen readers take."""
    numbers = list(pdf.Root.get("/StructTreeRoot", {}).get("/ParentTree", {}).get("/Nums", []))
    back = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
    for page in pdf.pages:
        own = back.get(int(page.obj.get("/StructParents", -1)), Array())
        expected = {number: element for (place, number), element in tree.content.items() if place == page.obj.objgen}
        found = {number: thing.objgen for number, thing in enumerate(own)}
        if found != {number: element.object.objgen for number, element in expected.items()}:
            yield "parents: the way back from the page to its elements is broken"
    for page in pdf.pages:
        for annotation in listed(page.obj.get("/Annots")):
            element = tree.annotations.get(annotation.objgen)
            thing = back.get(int(annotation.get("/StructParent", -1)))
            if element is None or thing is None or thing.objgen != element.object.objgen:
                yield "parents: the way back from an annotation to its element is broken"


def _annotations(pdf: Pdf, tree: Tree) -> Iterator[str]:
    for page in pdf.pages:
        if page.obj.get("/Tabs") != Name.S:
            yield "page: the tabulator does not follow the structure"
        for annotation in listed(page.obj.get("/Annots")):
            element = tree.annotations.get(annotation.objgen)
            if annotation.get("/Subtype") != Name.Link or element is None or not element.inside("Link"):
                yield "link: an annotation that is no link in a Link"
            if not str(annotation.get("/Contents", "")):
                yield "link: it does not say where it leads"
            if int(annotation.get("/F", 0)) & 0b100111 != 0b100:
                yield "link: it must be printed and never hidden"
            action = annotation.get("/A", Dictionary())
            if "/Dest" not in annotation and action.get("/S") != Name.URI:
                yield "link: it leads neither to a place nor to an address"
            if "/URI" in action and not re.fullmatch(rb"[!-~]+", bytes(action["/URI"])):
                yield "link: an address has ASCII characters only"


def _bookmarks(pdf: Pdf) -> Iterator[str]:
    with pdf.open_outline() as outline:
        waiting = list(outline.root)
    if not waiting:
        yield "bookmarks: there are none"
    while waiting:
        item = waiting.pop()
        waiting += item.children
        if not item.title or not isinstance(item.destination, Array):
            yield "bookmarks: one leads nowhere"


def _owned(tree: Tree, page: pikepdf.Page) -> dict[int, str]:
    """The marked content that the tree expects on a page: number and tag of its element."""
    return {number: element.tag for (place, number), element in tree.content.items() if place == page.obj.objgen}
