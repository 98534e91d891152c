"""The structure tree of a tagged PDF: what the marks on the pages are, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObjectReference, PDFString

from briefdeck.named import NamedTuple
from briefdeck.paint.pdf_objects import array, indirect

ARTIFACT = "Artifact"
"""The tag of an element that stands in no tree: what readers pass over, such as the foot of each page."""


class Mark(NamedTuple):
    """A piece of marked content: the page it is on and its number there."""

    page: int
    number: int


class Annotated(NamedTuple):
    """An annotation that belongs to an element."""

    page: int
    annotation: PDFDictionary


@dataclass(slots=True, eq=False)
class Element:
    """A structure element, growing while the pages are painted."""

    tag: str
    lang: str = ""  # "": its parent's
    id: str = ""  # unique in the file; "" for none
    attributes: dict[str, object] = field(default_factory=dict)  # with their owner, for example {"O": "/Table"}
    alt: str = ""  # said in place of a figure
    key: object = None  # of an inline element: what makes the words that follow part of it too
    kids: list[Element | Mark | Annotated] = field(default_factory=list)

    def add(self, tag: str, lang: str = "", id: str = "", attributes: dict[str, object] | None = None) -> Element:
        """A new element at the end of this one."""
        kid = Element(tag, lang, id, attributes or {})
        self.kids.append(kid)
        return kid

    def inside(self, key: object) -> Element | None:
        """The element with that key, if it is the last thing in this one."""
        last = self.kids[-1] if self.kids else None
        return last if isinstance(last, Element) and last.key == key else None

    def walk(self) -> Iterator[Element]:
        """This element and all below it in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


class StructureTree:
    """The tree, and which element each mark and each annotation belongs to."""

    def __init__(self, pages: int) -> None:
        self.root = Element("Document")
        self._marks: list[list[Element]] = [[] for _ in range(pages)]
        self._annotations: list[Element] = []

    def mark(self, element: Element, page: int) -> int:
        """The number for the next piece of marked content on that page, which belongs to the element."""
        number = len(self._marks[page])
        self._marks[page].append(element)
        element.kids.append(Mark(page, number))
        return number

    def annotate(self, element: Element, page: int, annotation: PDFDictionary) -> None:
        """Give an annotation on that page to the element."""
        annotation["StructParent"] = len(self._marks) + len(self._annotations)
        self._annotations.append(element)
        element.kids.append(Annotated(page, annotation))

    def write(self, document: PDFDocument, pages: Sequence[PDFObjectReference]) -> PDFDictionary:
        """The whole as PDF objects: the root of the structure tree, to be referred to by the catalogue."""
        root = indirect(Type=PDFName("StructTreeRoot"))
        written: dict[Element, PDFObjectReference] = {}
        writer = _Writer(document, pages, written)
        root["K"] = writer.element(self.root, document.Reference(root))

        parents: list[object] = []
        for page, elements in enumerate(self._marks):
            parents += [page, document.Reference(array(*(written[element] for element in elements)))]
        for key, element in enumerate(self._annotations, len(self._marks)):
            parents += [key, written[element]]
        root["ParentTree"] = indirect(Nums=array(*parents))
        root["ParentTreeNextKey"] = len(self._marks) + len(self._annotations)

        named = sorted((element.id.encode(), written[element]) for element in self.root.walk() if element.id)
        if named:
            names = [thing for name, element in named for thing in (PDFString(name, enc="raw"), element)]
            root["IDTree"] = indirect(Names=array(*names))
        return root


class _Writer(NamedTuple):
    """Turns elements into PDF objects."""

    document: PDFDocument
    pages: Sequence[PDFObjectReference]
    written: dict[Element, PDFObjectReference]

    def element(self, element: Element, parent: PDFObjectReference) -> PDFObjectReference:
        dictionary = indirect(Type=PDFName("StructElem"), S=PDFName(element.tag), P=parent)
        reference = self.written[element] = self.document.Reference(dictionary)
        home = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
        if home is not None:
            dictionary["Pg"] = self.pages[home]
        if element.lang:
            dictionary["Lang"] = PDFString(element.lang)
        if element.id:
            dictionary["ID"] = PDFString(element.id.encode(), enc="raw")
        if element.alt:
            dictionary["Alt"] = PDFString(element.alt)
        if element.attributes:
            dictionary["A"] = PDFDictionary(element.attributes)
        kids = [self._kid(kid, reference, home) for kid in element.kids]
        if kids:
            dictionary["K"] = kids[0] if len(kids) == 1 else array(*kids)
        return reference

    def _kid(self, kid: Element | Mark | Annotated, parent: PDFObjectReference, home: int | None) -> object:
        if isinstance(kid, Element):
            return self.element(kid, parent)
        page = self.pages[kid.page]
        if isinstance(kid, Annotated):
            return PDFDictionary({"Type": PDFName("OBJR"), "Obj": self.document.Reference(kid.annotation), "Pg": page})
        if kid.page == home:
            return kid.number
        return PDFDictionary({"Type": PDFName("MCR"), "MCID": kid.number, "Pg": page})
