"""ReportLab's PDF objects, mended where PDF/A and PDF/UA ask for more than they write."""

from __future__ import annotations

import hashlib
from io import BytesIO

from reportlab.pdfbase.pdfdoc import (
    BasicFonts,
    Destination,
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas for tagged pages, whose bytes depend on nothing but what is painted.

    It starts each page empty: ReportLab would begin by selecting Helvetica, which it does not embed and PDF/A forbids.
    """

    def __init__(self, width: float, height: float, lang: str) -> None:
        super().__init__(BytesIO(), pagesize=(width, height), invariant=1, pdfVersion=(1, 7), lang=lang)
        self._doc.signature = hashlib.md5(usedforsecurity=False)  # ReportLab's own begins with the time
        self.setViewerPreference("DisplayDocTitle", "true")

    @property
    def document(self) -> PDFDocument:
        """The objects of the file."""
        return self._doc

    def add_annotation(self, annotation: PDFDictionary) -> None:
        """Put an annotation on the page."""
        self._addAnnotation(annotation)

    def destination(self, key: str) -> Destination:
        """The place of that name, which may be given to it later."""
        return self._bookmarkReference(key)

    def add_image(self, key: str, image: PDFStream) -> str:
        """Put an image into the file, once under its key, and let this page use it; gives the name to paint it by."""
        name: str = self._doc.getXObjectName(key)
        if not self._doc.hasForm(key):
            self._doc.Reference(image, name)
        self._formsinuse.append(key)
        return name

    def finish_page(self, number: int) -> None:
        """Close the page; its marked content is found in the structure tree under that number."""
        self.showPage()
        page = self._doc.Pages[-1]
        operators = page.stream.encode("ascii")
        self._doc.updateSignature(operators)
        page.Contents = Stream(operators)
        add_keys(page, StructParents=number, Tabs=PDFName("S"))

    def page_references(self) -> list[PDFObjectReference]:
        """The pages, to be referred to."""
        return [self._doc.Reference(page) for page in self._doc.Pages.pages]

    def finish(self, *, info: Info, fonts: dict[str, PDFObjectReference], **catalog: object) -> bytes:
        """The bytes of the file, with these fonts for its pages and these further keys of its catalogue."""
        self._doc.info = info
        self._doc.idToObject[BasicFonts].dict = fonts
        add_keys(self._doc.Catalog, **catalog)
        written: bytes = self._doc.GetPDFData(self)
        return written

    def _make_preamble(self) -> None:
        self._preamble = ""


class Stream(PDFStream):  # type: ignore[misc]  # ReportLab has no types
    """A stream whose data end with a line end of their own, which ReportLab leaves out and PDF/A (6.1.7.1) asks for."""

    def __init__(self, data: bytes, compress: bool = True, **keys: object) -> None:
        super().__init__(PDFDictionary(keys), data, [PDFZCompress] if compress else None)

    def format(self, document: PDFDocument) -> bytes:
        """The stream as it stands in the file."""
        written: bytes = super().format(document)
        return written.removesuffix(b"endstream\n") + b"\nendstream\n"


class Info(PDFInfo):  # type: ignore[misc]  # ReportLab has no types
    """The information dictionary with exactly these entries: no date, since the same input makes the same bytes."""

    def __init__(self, entries: dict[str, str]) -> None:
        super().__init__()
        self.entries = entries

    def digest(self, signature: hashlib._Hash) -> None:
        """Add the entries to what the identifier of the file is made of."""
        signature.update(repr(self.entries).encode())

    def format(self, document: PDFDocument) -> bytes:
        """The dictionary as it stands in the file."""
        texts = {key: PDFString(text) for key, text in self.entries.items()}
        written: bytes = PDFDictionary({**texts, "Trapped": PDFName("False")}).format(document)
        return written


def indirect(**keys: object) -> PDFDictionary:
    """A dictionary that is an object of its own, so that others can refer to it."""
    dictionary = PDFDictionary(keys)
    dictionary.__RefOnly__ = 1
    return dictionary


def array(*values: object) -> PDFArray:
    """An array of the values."""
    return PDFArray(values)


def add_keys(thing: PDFCatalog, **keys: object) -> None:
    """Set keys of a page or of the catalogue that ReportLab does not know and would not write."""
    thing.__NoDefault__ = [*thing.__NoDefault__, *keys]
    for key, value in keys.items():
        setattr(thing, key, value)
