"""What a PDF carries beside its pages' content: how its page lies, remarks and stamps, what it would run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Page, Pdf

PAPERS = ((595.3, 841.9), (612, 792), (612, 1008), (419.5, 595.3), (841.9, 1190.6))
"""A4, Letter, Legal, A5, A3: width and height in points."""

_QUIET = ("/GoTo", "/URI")
"""Actions that do nothing but lead somewhere when somebody clicks."""


def page_faults(pdf: Pdf) -> Iterator[str]:
    """How pages lie otherwise than upright, whole and at their size, and what number the first says it has."""
    for page in pdf.pages:
        yield from _page_faults(page)
    if (label := _label(pdf)) not in ("", "1"):
        yield f"numbered “{label}”"


def _page_faults(page: Page) -> Iterator[str]:
    if int(page.obj.get("/Rotate", 0)) % 360:
        yield "turned"
    box = [float(edge) for edge in page.mediabox]
    if _differs(box, page.cropbox):
        yield "cropped: not all of it is shown"
    if any(_differs(box, page.obj.get(name, page.mediabox)) for name in ("/TrimBox", "/BleedBox", "/ArtBox")):
        yield "to be cut: printers would take a part of it away"
    if float(page.obj.get("/UserUnit", 1)) != 1:
        yield "scaled to another size"


def _differs(box: Sequence[float], other: Iterable[Object]) -> bool:
    return any(abs(one - float(edge)) > 1 for one, edge in zip(box, other, strict=True))


def is_paper(width: float, height: float) -> bool:
    """Whether a page of this size, in points, is a sheet that printers have."""
    sizes = ((wide, high) for sides in PAPERS for wide, high in (sides, sides[::-1]))
    return any(abs(width - wide) < 2 and abs(height - high) < 2 for wide, high in sizes)


def _label(pdf: Pdf) -> str:
    """The number that readers show for the first page, "" where it is just counted."""
    numbers = pdf.Root.get("/PageLabels", Dictionary()).get("/Nums")
    if not isinstance(numbers, Array) or len(numbers) < 2 or not isinstance(numbers[1], Dictionary):
        return ""
    first = numbers[1]
    return f"{first.get('/P', '')}{first.get('/St', 1) if '/S' in first else ''}"


def put_on(pdf: Pdf) -> Iterator[str]:
    """The words of remarks, stamps and fields on the pages, or their kind where they have none."""
    for page in pdf.pages:
        for one in page.obj.get("/Annots", Array()):
            if isinstance(one, Dictionary) and one.get("/Subtype") != Name.Link:
                yield str(one.get("/Contents", "")) or str(one.get("/Subtype", "an annotation")).lstrip("/")


def links(pdf: Pdf) -> Iterator[str]:
    """The addresses that words on the pages lead to."""
    for page in pdf.pages:
        for link in page.obj.get("/Annots", Array()):
            action = link.get("/A") if isinstance(link, Dictionary) else None
            if isinstance(action, Dictionary) and "/URI" in action:
                yield str(action.URI)


def active(pdf: Pdf) -> Iterator[str]:
    """What happens without anybody's doing when it is opened, and what else is in it."""
    root = pdf.Root
    opening = root.get("/OpenAction")
    if isinstance(opening, Dictionary) and str(opening.get("/S", "")) not in _QUIET:
        yield "does something when it is opened"
    if "/AA" in root or any("/AA" in page.obj for page in pdf.pages):
        yield "does something when its pages are opened or closed"
    names = root.get("/Names", Dictionary())
    if "/JavaScript" in names:
        yield "holds a program"
    if "/AcroForm" in root:
        yield "holds a form"
    if "/Collection" in root:
        yield "opens as a folder of other files"
    if pdf.is_encrypted:
        yield "is locked, so that it cannot be read aloud, copied or printed everywhere"
    if "/EmbeddedFiles" in names or "/AF" in root:
        yield "brings other files along"
    for page in pdf.pages:
        for link in page.obj.get("/Annots", Array()):
            action = link.get("/A") if isinstance(link, Dictionary) else None
            if isinstance(action, Dictionary) and str(action.get("/S", "")) not in _QUIET:
                yield "does something else than lead somewhere when it is clicked"
                return


def leads(item: OutlineItem, pages: Mapping[tuple[int, int], Page]) -> bool:
    """Whether a bookmark leads to a page that is there."""
    target = _target(item)
    if not isinstance(target, Array) or not len(target):
        return isinstance(target, str | Name | Object) and not isinstance(target, Array) and bool(str(target))
    first = target[0]
    return isinstance(first, int) or (isinstance(first, Dictionary) and first.objgen in pages)


def place_of(item: OutlineItem, pages: Mapping[tuple[int, int], Page]) -> tuple[int, float | None, float | None]:
    """The page, from 1, that a bookmark leads to (0: none), and where on it; None for what it does not say."""
    target = _target(item)
    if not isinstance(target, Array) or not len(target) or not isinstance(target[0], Dictionary):
        return 0, None, None
    page = pages.get(target[0].objgen)
    if page is None:
        return 0, None, None
    number = [*pages].index(target[0].objgen) + 1
    if len(target) < 4 or target[1] != Name.XYZ:
        return number, None, None
    left, _, _, top = (float(edge) for edge in page.mediabox)
    x, y = (None if value is None else float(value) for value in (target[2], target[3]))
    return number, None if x is None else x - left, None if y is None else top - y


def _target(item: OutlineItem) -> Object | None:
    return item.action.get("/D") if item.action is not None else item.destination  # type: ignore[return-value]
