"""Whether PowerPoint would open a deck without offering to repair it: the rules that it keeps to and others do not.

`check(data)` gives findings, none for a sound deck. The rules are written from what is known to make PowerPoint
complain: the package (names, content types, relations), the order of elements, ids, text, tables, sections, themes.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/content-types}"

CONTENT_TYPES = {
    f"{P}sld": "presentationml.slide+xml",
    f"{P}sldLayout": "slideLayout+xml",
    f"{P}sldMaster": "slideMaster+xml",
    f"{P}notes": "notesSlide+xml",
    f"{P}notesMaster": "notesMaster+xml",
    f"{P}presentation": "presentation.main+xml",
    f"{P}tagLst": "tags+xml",
    f"{A}theme": "theme+xml",
}

NEEDED = {
    f"{P}sld": {"slideLayout"},
    f"{P}sldLayout": {"slideMaster"},
    f"{P}sldMaster": {"theme", "slideLayout"},
    f"{P}notes": {"notesMaster", "slide"},
    f"{P}notesMaster": {"theme"},
}
ONLY_ONE = {"slideLayout", "slideMaster", "theme", "notesMaster"}

ORDER = {
    f"{P}presentation": "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz smartTags "
    "embeddedFontLst custShowLst photoAlbum custDataLst kinsoku defaultTextStyle modifyVerifier extLst",
    f"{P}sld": "cSld clrMapOvr transition timing extLst",
    f"{P}sldLayout": "cSld clrMapOvr transition timing hf extLst",
    f"{P}sldMaster": "cSld clrMap sldLayoutIdLst transition timing hf txStyles extLst",
    f"{P}notes": "cSld clrMapOvr extLst",
    f"{P}notesMaster": "cSld clrMap hf notesStyle extLst",
    f"{P}cSld": "bg spTree custDataLst controls extLst",
    f"{P}sp": "nvSpPr spPr style txBody extLst",
    f"{P}pic": "nvPicPr blipFill spPr style extLst",
    f"{P}graphicFrame": "nvGraphicFramePr xfrm graphic extLst",
    f"{P}spPr": "xfrm custGeom prstGeom noFill solidFill gradFill blipFill pattFill grpFill ln effectLst effectDag "
    "scene3d sp3d extLst",
    f"{P}txBody": "bodyPr lstStyle p",
    f"{A}txBody": "bodyPr lstStyle p",
    f"{A}p": "pPr r br fld endParaRPr",
    f"{A}r": "rPr t",
    f"{A}fld": "rPr pPr t",
    f"{A}rPr": "ln noFill solidFill gradFill effectLst effectDag highlight uLnTx uLn uFillTx uFill latin ea cs sym "
    "hlinkClick hlinkMouseOver rtl extLst",
    f"{A}tbl": "tblPr tblGrid tr",
    f"{A}tc": "txBody tcPr extLst",
}
FREE = {(f"{A}p", name) for name in ("r", "br", "fld")}  # these come in any order among themselves
REQUIRED = {
    f"{P}txBody": "p",
    f"{A}txBody": "p",
    f"{P}graphicFrame": "xfrm",
    f"{P}sld": "cSld",
    f"{A}r": "t",
}
PARAGRAPH_ORDER = (
    "lnSpc spcBef spcAft buClrTx buClr buSzTx buSzPct buSzPts buFontTx buFont buNone buAutoNum buChar buBlip tabLst "
    "defRPr extLst"
)
for _tag in ("pPr", *(f"lvl{_level}pPr" for _level in range(1, 10))):
    ORDER[f"{A}{_tag}"] = PARAGRAPH_ORDER
ORDER[f"{A}defRPr"] = ORDER[f"{A}endParaRPr"] = ORDER[f"{A}rPr"]


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong."""

    part: str
    rule: str
    detail: str = ""


@dataclass
class Package:
    """A deck taken apart."""

    names: list[str]
    trees: dict[str, etree._Element] = field(default_factory=dict)
    relations: dict[str, dict[str, tuple[str, str, bool]]] = field(default_factory=dict)  # part: id: kind, target, out
    defaults: dict[str, str] = field(default_factory=dict)
    overrides: list[tuple[str, str]] = field(default_factory=list)

    types: dict[str, str] = field(default_factory=dict)

    def content_type(self, name: str) -> str:
        return self.types.get(f"/{name}") or self.defaults.get(name.rsplit(".", 1)[-1].lower(), "")

    def parts(self) -> Iterator[tuple[str, etree._Element]]:
        for name, tree in self.trees.items():
            if not name.endswith(".rels") and name != "[Content_Types].xml":
                yield name, tree


def check(data: bytes) -> list[Finding]:
    """Every finding in the deck."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as error:
        return [Finding("", "not-a-zip", str(error))]
    package = Package(archive.namelist())
    findings = list(_open(package, archive))
    for rule in RULES:
        findings += rule(package)
    return findings


def _open(package: Package, archive: zipfile.ZipFile) -> Iterator[Finding]:
    for name in package.names:
        if not name.endswith((".xml", ".rels")):
            continue
        try:
            package.trees[name] = etree.fromstring(archive.read(name))
        except etree.XMLSyntaxError as error:
            yield Finding(name, "not-well-formed", str(error))
    types = package.trees.get("[Content_Types].xml")
    for entry in types if types is not None else ():
        if entry.tag == f"{PACKAGE}Default":
            package.defaults[entry.get("Extension").lower()] = entry.get("ContentType")
        else:
            package.overrides.append((entry.get("PartName"), entry.get("ContentType")))
    package.types.update(package.overrides)
    for name, tree in package.trees.items():
        if name.endswith(".rels"):
            yield from _read_relations(package, name, tree)


def _read_relations(package: Package, name: str, tree: etree._Element) -> Iterator[Finding]:
    folder, file = posixpath.split(name)
    source = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels")) if file != ".rels" else ""
    if source and source not in package.names:
        yield Finding(name, "relations-without-part", source)
    found: dict[str, tuple[str, str, bool]] = {}
    for entry in tree:
        rid, kind, target = entry.get("Id"), entry.get("Type").rsplit("/", 1)[-1], entry.get("Target")
        outside = entry.get("TargetMode") == "External"
        if rid in found:
            yield Finding(name, "duplicate-relation", rid)
        if outside:
            if not re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s\"<>\\^`{|}]+", target, re.IGNORECASE):
                yield Finding(name, "bad-address", target)
        else:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")
            if target not in package.names:
                yield Finding(name, "dangling-relation", f"{rid} to {target}")
        found[rid] = (kind, target, outside)
    package.relations[source] = found


def _names(package: Package) -> Iterator[Finding]:
    for name, count in Counter(name.lower() for name in package.names).items():
        if count > 1:
            yield Finding(name, "duplicate-part")
    if "[Content_Types].xml" not in package.names:
        yield Finding("", "no-content-types")
    present = {name.lower() for name in package.names}
    for name, count in Counter(name.lower() for name, _ in package.overrides).items():
        if count > 1:
            yield Finding(name, "duplicate-content-type")
        if name.lstrip("/") not in present:
            yield Finding(name, "content-type-without-part")
    targets = {target for found in package.relations.values() for _, target, outside in found.values() if not outside}
    for name in package.names:
        if name == "[Content_Types].xml":
            continue
        if not package.content_type(name):
            yield Finding(name, "no-content-type")
        if not name.endswith(".rels") and name not in targets:
            yield Finding(name, "orphan-part")


def _relations(package: Package) -> Iterator[Finding]:
    for name, tree in package.parts():
        found = package.relations.get(name, {})
        kinds = Counter(kind for kind, _, _ in found.values())
        for kind in NEEDED.get(tree.tag, set()):
            if not kinds[kind] or (kind in ONLY_ONE and kinds[kind] > 1 and tree.tag != f"{P}sldMaster"):
                yield Finding(name, "needed-relation", f"{kinds[kind]} of {kind}")
        wanted = CONTENT_TYPES.get(tree.tag)
        if wanted and not package.content_type(name).endswith(wanted):
            yield Finding(name, "wrong-content-type", package.content_type(name))
        for element in tree.iter(etree.Element):
            for attribute, value in element.attrib.items():
                if attribute.startswith(R) and value and value not in found:
                    yield Finding(name, "missing-relation", f"{etree.QName(element).localname} {value}")


def _order(package: Package) -> Iterator[Finding]:
    for name, tree in package.parts():
        for element in tree.iter(*ORDER):
            order = ORDER[element.tag].split()
            children = [etree.QName(child) for child in element.iterchildren(etree.Element)]
            places = []
            for child in children:
                if child.localname not in order:
                    yield Finding(name, "unknown-child", f"{child.localname} in {etree.QName(element).localname}")
                elif (element.tag, child.localname) not in FREE:
                    places.append(order.index(child.localname))
            if places != sorted(places):
                yield Finding(name, "wrong-order", etree.QName(element).localname)
            needed = REQUIRED.get(element.tag)
            if needed and needed not in {child.localname for child in children}:
                yield Finding(name, "missing-child", f"{needed} in {etree.QName(element).localname}")


def _shapes(package: Package) -> Iterator[Finding]:
    for name, tree in package.parts():
        ids = Counter(element.get("id") for element in tree.iter(f"{P}cNvPr"))
        for value, count in ids.items():
            if count > 1:
                yield Finding(name, "duplicate-shape-id", value)
            if not (value or "").isdigit() or not 0 < int(value) < 2**31:
                yield Finding(name, "bad-shape-id", str(value))
        marks = Counter((element.get("type", "obj"), element.get("idx", "0")) for element in tree.iter(f"{P}ph"))
        indices = Counter(element.get("idx", "0") for element in tree.iter(f"{P}ph"))
        if any(count > 1 for count in (*marks.values(), *indices.values())) and tree.tag != f"{P}notes":
            yield Finding(name, "duplicate-placeholder", str([mark for mark, count in indices.items() if count > 1]))
        for element in tree.iter(f"{P}spTgt", f"{P}bldP"):
            if element.get("spid") not in ids:
                yield Finding(name, "animates-nothing", str(element.get("spid")))
        for element in tree.iter(f"{A}ext", f"{A}chExt"):
            if any(int(element.get(side, "0")) < 0 for side in ("cx", "cy")):
                yield Finding(name, "negative-size")


def _text(package: Package) -> Iterator[Finding]:
    for name, tree in package.parts():
        for element in tree.iter(f"{A}rPr", f"{A}defRPr", f"{A}endParaRPr"):
            size, lang = element.get("sz"), element.get("lang")
            if size is not None and not (size.isdigit() and 100 <= int(size) <= 400_000):
                yield Finding(name, "font-size", size)
            if lang and not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", lang):
                yield Finding(name, "language", lang)
        for element in tree.iter(f"{A}pPr"):
            if not 0 <= int(element.get("lvl", "0")) <= 8:
                yield Finding(name, "text-level", element.get("lvl"))
        for element in tree.iter(f"{A}t"):
            if re.search(r"_x00[01][0-9A-Fa-f]_", element.text or ""):
                yield Finding(name, "control-character")
        for element in tree.iter(f"{A}srgbClr"):
            if not re.fullmatch(r"[0-9A-Fa-f]{6}", element.get("val", "")):
                yield Finding(name, "bad-colour", str(element.get("val")))


def _tables(package: Package) -> Iterator[Finding]:
    for name, tree in package.parts():
        for table in tree.iter(f"{A}tbl"):
            columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
            for row in table.findall(f"{A}tr"):
                if len(row.findall(f"{A}tc")) != columns:
                    yield Finding(name, "table-row", f"{len(row.findall(f'{A}tc'))} cells, {columns} columns")


def _presentation(package: Package) -> Iterator[Finding]:
    for name, tree in package.parts():
        if tree.tag != f"{P}presentation":
            continue
        slides = [element.get("id") for element in tree.iter(f"{P}sldId")]
        if len(set(slides)) < len(slides):
            yield Finding(name, "duplicate-slide-id")
        if not all(256 <= int(slide) < 2**31 for slide in slides):
            yield Finding(name, "slide-id-range")
        masters = [element.get("id") for element in tree.iter(f"{P}sldMasterId")]
        layouts = [element.get("id") for _, each in package.parts() for element in each.iter(f"{P}sldLayoutId")]
        if len(set(masters + layouts)) < len(masters + layouts) or any(int(i) < 2**31 for i in masters + layouts):
            yield Finding(name, "layout-ids")
        size = tree.find(f"{P}sldSz")
        if size is None or not all(914_400 <= int(size.get(side)) <= 51_206_400 for side in ("cx", "cy")):
            yield Finding(name, "slide-size")
        yield from _sections(name, tree, slides)


def _sections(name: str, tree: etree._Element, slides: list[str]) -> Iterator[Finding]:
    sections = list(tree.iter(f"{P14}section"))
    members = [element.get("id") for element in tree.iter(f"{P14}sldId")]
    if sections and members != slides:
        yield Finding(name, "sections-and-slides-differ", str(set(members) ^ set(slides)))
    guids = [section.get("id") for section in sections]
    if len(set(guids)) < len(guids) or not all(
        re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", guid or "") for guid in guids
    ):
        yield Finding(name, "section-id")


def _themes(package: Package) -> Iterator[Finding]:
    for name, tree in package.parts():
        if tree.tag == f"{A}theme":
            for formats in ("fillStyleLst", "lnStyleLst", "effectStyleLst", "bgFillStyleLst"):
                if len(next(tree.iter(f"{A}{formats}"), ())) < 3:
                    yield Finding(name, "theme-formats", formats)
            if len(next(tree.iter(f"{A}clrScheme"), ())) != 12:
                yield Finding(name, "theme-colours")


RULES: tuple[Callable[[Package], Iterator[Finding]], ...] = (
    _names,
    _relations,
    _order,
    _shapes,
    _text,
    _tables,
    _presentation,
    _themes,
)
