"""The structure tree of a PDF by the standards: kinds of elements and where they stand, names, links, the ways back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from briefdeck.late import late_pattern

LANGUAGE = late_pattern(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""The name of a language (BCP 47), as far as its form goes."""

_ADDRESS = re.compile(rb"[!-~]+")
_HEADINGS = ("H1", "H2", "H3")
_KNOWN_TAGS = frozenset(
    {*_HEADINGS, "Document", "P", "L", "LI", "Lbl", "LBody", "Caption", "Figure", "Table", "TR", "TH", "TD", "Link",
     "Span"}
)  # fmt: skip
_PARENTS = {
    "Lbl": {"LI", "P", *_HEADINGS},
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "Caption": {"Table", "Figure"},
}
_CHILDREN = {"L": {"LI"}, "LI": {"Lbl", "LBody"}, "Table": {"Caption", "TR"}, "TR": {"TH", "TD"}}


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A structure element as it was read."""

    tag: str
    object: Object
    above: tuple[str, ...]  # the tags of what it stands in, the nearest first
    lang: str  # its own or inherited
    kids: tuple[str, ...]  # the tags of what stands in it


@dataclass(frozen=True, slots=True)
class Tree:
    """The structure tree, and which element says that it owns a piece of marked content or an annotation."""

    elements: tuple[Node, ...]
    content: Mapping[tuple[int, int], Mapping[int, Node]]  # by page, then by number on it
    annotations: Mapping[tuple[int, int], Node]

    def owned(self, page: pikepdf.Page) -> dict[int, str]:
        """The marked content that the tree expects on a page: number and tag of its element."""
        return {number: element.tag for number, element in self.content.get(page.obj.objgen, {}).items()}


def read_tree(pdf: Pdf) -> Tree:
    """The structure tree of a file; empty when there is none. An element that stands in itself is read once."""
    elements: list[Node] = []
    content: dict[tuple[int, int], dict[int, Node]] = {}
    annotations: dict[tuple[int, int], Node] = {}
    seen: set[tuple[int, int]] = set()
    root = pdf.Root.get("/StructTreeRoot", Dictionary())
    waiting: list[tuple[Object, tuple[str, ...], str]] = [
        (node, (), str(pdf.Root.get("/Lang", ""))) for node in reversed(listed(root.get("/K")))
    ]
    while waiting:
        node, above, lang = waiting.pop()
        if node.is_indirect and node.objgen in seen:
            continue
        seen.add(node.objgen)
        below = [kid for kid in listed(node.get("/K")) if _is_element(kid)]
        element = Node(_tag(node), node, above, str(node.get("/Lang", "")) or lang, tuple(map(_tag, below)))
        elements.append(element)
        for kid in listed(node.get("/K")):
            page = node.get("/Pg")
            if isinstance(kid, Dictionary) and "/MCID" in kid:
                own = kid.get("/Pg", page)
                content.setdefault(own.objgen if own is not None else (0, 0), {})[int(kid["/MCID"])] = element
            elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR:
                annotations[kid["/Obj"].objgen] = element
            elif not isinstance(kid, Dictionary) and page is not None:
                content.setdefault(page.objgen, {})[int(kid)] = element
        waiting += [(kid, (element.tag, *above), element.lang) for kid in reversed(below)]
    return Tree(tuple(elements), content, annotations)


def listed(value: Object | None) -> list[Object]:
    """An entry that may be absent, one thing or an array of things, as a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]


def tree_breaches(pdf: Pdf, tree: Tree) -> Iterator[str]:
    """What is wrong with the tree, its names, the ways back to it, the links and the bookmarks."""
    yield from _structure(tree)
    yield from _names(pdf, tree)
    yield from _parents(pdf, tree)
    yield from _annotations(pdf, tree)
    yield from _bookmarks(pdf)


def _is_element(kid: Object) -> bool:
    return isinstance(kid, Dictionary) and "/MCID" not in kid and kid.get("/Type") != Name.OBJR


def _tag(node: Object) -> str:
    return str(node.get("/S", "/"))[1:]


def _structure(tree: Tree) -> Iterator[str]:
    if [element.tag for element in tree.elements if not element.above] != ["Document"]:
        yield "structure: there must be one element at the top, a Document"
    depth = 0
    for element in tree.elements:
        yield from _element(element)
        if element.tag in _HEADINGS:
            level = int(element.tag[1])
            if level > depth + 1:
                yield f"headings: H{level} after H{depth}"
            depth = level


def _element(element: Node) -> Iterator[str]:
    """What is wrong with an element by itself and where it stands."""
    parent = element.above[0] if element.above else ""
    if element.tag not in _KNOWN_TAGS:
        yield f"structure: {element.tag} is not one of ours"
    if parent not in _PARENTS.get(element.tag, {parent}):
        yield f"structure: {element.tag} in {parent}"
    kids = element.kids
    if set(kids) - _CHILDREN.get(element.tag, set(kids)):
        yield f"structure: {element.tag} holds {', '.join(kids[:8])}"
    if "Caption" in kids and (kids.count("Caption") > 1 or "Caption" not in (kids[0], kids[-1])):
        yield "structure: a table or figure has one caption, first or last"
    if element.tag == "Figure" and not (
        str(element.object.get("/Alt", "")).strip() and "/BBox" in _attributes(element)
    ):
        yield "structure: a figure has no alternative text, or no place"
    if element.lang and not LANGUAGE.fullmatch(element.lang):
        yield f"language: {element.lang!r} is none"
    if element.tag == "TH" and _scope(element) != "/Column":
        yield "structure: a heading of a table does not say that it heads its column"
    if element.tag in ("TD", "TH") and _attributes(element) & {"/ColSpan", "/RowSpan", "/Headers"}:
        yield "structure: a cell says that it belongs to others than its row and its column"
    if element.tag == "TR" and len({*element.kids}) > 1:
        yield "structure: a row of a table mixes headings and cells"


def _scope(element: Node) -> str:
    return next((str(owner["/Scope"]) for owner in listed(element.object.get("/A")) if "/Scope" in owner), "")


def _attributes(element: Node) -> set[str]:
    return {key for owner in listed(element.object.get("/A")) for key in owner.keys()}  # noqa: SIM118


def _names(pdf: Pdf, tree: Tree) -> Iterator[str]:
    """The names of elements: unique, and found in the tree of names."""
    given = [(bytes(element.object["/ID"]), element) for element in tree.elements if "/ID" in element.object]
    for name, times in Counter(name for name, _ in given).items():
        if times > 1:
            yield f"names: {name!r} is given {times} times"
    pairs = list(pdf.Root.get("/StructTreeRoot", Dictionary()).get("/IDTree", Dictionary()).get("/Names", []))
    listing = [(bytes(name), thing.objgen) for name, thing in zip(pairs[::2], pairs[1::2], strict=True)]
    if listing != sorted((name, element.object.objgen) for name, element in given):
        yield "names: the tree of names is not the names of the elements in order"


def _parents(pdf: Pdf, tree: Tree) -> Iterator[str]:
    """The way back from content to its element, which screen readers take."""
    numbers = list(pdf.Root.get("/StructTreeRoot", Dictionary()).get("/ParentTree", Dictionary()).get("/Nums", []))
    back = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
    for page in pdf.pages:
        own = back.get(int(page.obj.get("/StructParents", -1)), Array())
        expected = tree.content.get(page.obj.objgen, {})
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
            if (
                annotation.get("/Subtype") != Name.Link
                or element is None
                or "Link" not in (element.tag, *element.above)
            ):
                yield "link: an annotation that is no link in a Link"
            if not str(annotation.get("/Contents", "")):
                yield "link: it does not say where it leads"
            if int(annotation.get("/F", 0)) & 0b100111 != 0b100:
                yield "link: it must be printed and never hidden"
            action = annotation.get("/A", Dictionary())
            if "/Dest" not in annotation and action.get("/S") != Name.URI:
                yield "link: it leads neither to a place nor to an address"
            if "/URI" in action and not _ADDRESS.fullmatch(bytes(action["/URI"])):
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
