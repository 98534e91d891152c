"""Reads a finished brief back from its bytes with pikepdf: only what the file says, nothing we remember."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Page, Pdf, PdfError, Stream

from briefdeck.errors import Problem
from briefdeck.model.geometry import Size
from briefdeck.verify.archive import parse
from briefdeck.verify.brief_extras import active, leads, links, page_faults, place_of, put_on
from briefdeck.verify.brief_file import Bookmark, BriefFile, BriefFont, Element, Passage, Run
from briefdeck.verify.brief_glyphs import read_page
from briefdeck.verify.brief_page import PageReading, passages
from briefdeck.verify.brief_streams import TooLarge, read
from briefdeck.verify.embedded import embedded_from
from briefdeck.verify.standards import breaches
from briefdeck.verify.wording import normal

DEEPEST_ELEMENT = 60
MOST_PAGES = 20
"""A brief has one page; of a longer file these many are read, which is enough to say what is wrong."""

MOST_SLIDES = 5000
"""Of slides.pdf and the handout every page is read that a deck can have."""

KEYS = {"build": "/BriefdeckBuild", "source": "/BriefdeckSource", "outline": "/BriefdeckOutline",
        "note": "/BriefdeckNote", "version": "/BriefdeckVersion", "style": "/BriefdeckStyle"}  # fmt: skip

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_ITEM = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"


def read_brief(
    brief: bytes, what: str = "the brief", most_pages: int = MOST_PAGES
) -> tuple[BriefFile | None, tuple[Problem, ...]]:
    """The brief, or another PDF of ours, as values, or the problem that keeps it from being opened."""
    if b"%PDF-" not in brief[:1024]:
        return None, (Problem("BD406", f"{what} is not a PDF file", hint="give the file that build wrote"),)
    try:
        with Pdf.open(io.BytesIO(brief)) as pdf:
            return _brief(pdf, most_pages, _breaches(brief, pdf, most_pages)), ()
    except TooLarge:
        return None, (Problem("BD403", f"{what} unpacks to more than its pages can need", hint="build it again"),)
    except Exception:  # a damaged PDF fails wherever its damage is met, in the words of whoever meets it
        return None, (Problem("BD406", f"{what} is damaged: a part of it cannot be read", hint="build it again"),)


def read_properties(brief: bytes) -> dict[str, str]:
    """Our keys of the document's properties, its title and its language; empty for a file that cannot be read."""
    try:
        with Pdf.open(io.BytesIO(brief)) as pdf:
            found = {name: str(pdf.docinfo.get(key, "")) for name, key in KEYS.items()}
            title, lang = str(pdf.docinfo.get("/Title", "")), str(pdf.Root.get("/Lang", ""))
            return {**found, "title": title, "lang": lang}
    except (PdfError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _breaches(brief: bytes, pdf: Pdf, most_pages: int) -> tuple[str, ...]:
    """How the file breaks the standards; what cannot be followed at all is one way."""
    try:
        return breaches(brief, pdf, most_pages)
    except TooLarge:
        raise
    except Exception:  # whatever pikepdf raises where the file is not what it says
        return ("file: a part of it is not what the standards ask for",)


def _brief(pdf: Pdf, most_pages: int, broken: tuple[str, ...]) -> BriefFile:
    readings = [
        read_page(pdf, page, number) for number, page in enumerate(list(pdf.pages)[:most_pages], start=1)
    ]  # fmt: skip
    first = pdf.pages[0].mediabox
    info, root = pdf.docinfo, pdf.Root
    preferences = root.get("/ViewerPreferences", Dictionary())
    return BriefFile(
        pages=len(pdf.pages),
        size=Size(float(first[2]) - float(first[0]), float(first[3]) - float(first[1])),
        runs=tuple(marked.run for reading in readings for marked in reading.runs),
        structure=_Tree(pdf, readings).roots(),
        bookmarks=_bookmarks(pdf),
        fonts=_fonts(readings),
        shown=tuple(picture for reading in readings for picture in reading.pictures),
        title=str(info.get("/Title", "")),
        lang=str(root.get("/Lang", "")),
        marked=_is_marked(root),
        shows_title=bool(preferences.get("/DisplayDocTitle", False))
        and normal(_stated_title(root)) == normal(str(info.get("/Title", ""))),
        claims_access=_claims(root, b"pdfuaid:part"),
        claims_archive=_claims(root, b"pdfaid:part"),
        embedded=embedded_from({**{name: str(info.get(key, "")) for name, key in KEYS.items()}, "cuts": _cuts(root)}),
        page_faults=tuple(page_faults(pdf)),
        annotations=tuple(put_on(pdf)),
        links=tuple(links(pdf)),
        active=tuple(active(pdf)),
        breaches=broken,
    )


def _cuts(root: Object) -> str:
    """The list of cuts as it stands in the file, "" where there is none."""
    listed = root.get("/BriefdeckCuts")
    return read(listed).decode(errors="replace") if isinstance(listed, Stream) else ""


def _claims(root: Object, name: bytes) -> bool:
    metadata = root.get("/Metadata")
    return isinstance(metadata, Stream) and name in read(metadata)


def _stated_title(root: Object) -> str:
    """The title that the metadata give, which some readers show; "" where there is none."""
    metadata = root.get("/Metadata")
    try:
        found = parse(read(metadata)).find(f".//{_TITLE}//{_ITEM}") if isinstance(metadata, Stream) else None
    except SyntaxError:
        return ""
    return "" if found is None else str(found.text or "")


def _is_marked(root: Object) -> bool:
    marks = root.get("/MarkInfo", Dictionary())
    return bool(marks.get("/Marked", False)) and not marks.get("/Suspects", False)


def _fonts(readings: list[PageReading]) -> tuple[BriefFont, ...]:
    found = {font.name: font for reading in readings for font in reading.fonts.values()}
    return tuple(BriefFont(font.name, font.embedded, font.readable) for font in found.values())


def _bookmarks(pdf: Pdf) -> tuple[Bookmark, ...]:
    with pdf.open_outline(max_depth=4) as outline:
        return tuple(_flat(outline.root, 0, {page.obj.objgen: page for page in pdf.pages}))


def _flat(items: list[OutlineItem], level: int, pages: Mapping[tuple[int, int], Page]) -> Iterator[Bookmark]:
    for item in items:
        yield Bookmark(item.title, level, leads(item, pages), *place_of(item, pages))
        yield from _flat(item.children, level + 1, pages)


class _Tree:
    """The structure tree, with the page's marked content put into its leaves."""

    def __init__(self, pdf: Pdf, readings: list[PageReading]) -> None:
        self._root = pdf.Root.get("/StructTreeRoot")
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        self._passages: Mapping[tuple[int, int], Passage] = {
            key: Passage(text, runs) for key, text, runs in passages(readings)
        }
        self._seen: set[tuple[int, int]] = set()
        self._roles: dict[str, str] = {}

    def roots(self) -> tuple[Element, ...]:
        if not isinstance(self._root, Dictionary):
            return ()
        self._roles = {name: str(standard).lstrip("/") for name, standard in self._role_map()}
        return tuple(child for child in self._below(self._root, 0, 0) if isinstance(child, Element))

    def _role_map(self) -> list[tuple[str, Object]]:
        roles = self._root.get("/RoleMap") if self._root is not None else None
        return list(roles.items()) if isinstance(roles, Dictionary) else []

    def _below(self, element: Object, page: int, depth: int) -> Iterator[Element | Passage]:
        kids = element.get("/K")
        for kid in list(kids) if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                yield self._passage(page, kid)
            elif isinstance(kid, Dictionary):
                yield from self._kid(kid, page, depth)

    def _kid(self, kid: Object, page: int, depth: int) -> Iterator[Element | Passage]:
        page = self._page(kid, page)
        if kid.get("/Type") == Name.MCR:
            yield self._passage(page, int(kid.get("/MCID", -1)))
        elif "/S" in kid and depth < DEEPEST_ELEMENT and kid.objgen not in self._seen:
            if kid.is_indirect:
                self._seen.add(kid.objgen)
            yield self._element(kid, page, depth)

    def _element(self, element: Object, page: int, depth: int) -> Element:
        name = str(element.get("/S"))
        return Element(
            tag=self._roles.get(name, name.lstrip("/")),
            id=_text(element.get("/ID")),
            alt=_text(element.get("/Alt") or element.get("/E")),
            lang=_text(element.get("/Lang")),
            actual_text=_text(element.get("/ActualText")),
            children=tuple(self._below(element, page, depth + 1)),
        )

    def _page(self, element: Object, inherited: int) -> int:
        page = element.get("/Pg")
        return inherited if page is None else self._pages.get(page.objgen, inherited)

    def _passage(self, page: int, number: int) -> Passage:
        return self._passages.get((page, number), Passage("", ()))


def _text(value: Object | None) -> str:
    return "" if value is None else str(value)


def referenced(structure: tuple[Element, ...]) -> Iterator[Run]:
    """Every run that the structure tree reaches."""
    for root in structure:
        yield from root.runs()
