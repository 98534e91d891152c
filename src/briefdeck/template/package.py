"""What of the template goes into the deck: its masters, layouts, themes, media and fonts, byte for byte.

What belonged to its slides stays behind: the slides themselves, comments, tags, custom data, macros. A part that
pointed at one of those is written again without the pointer; all others are the template's own bytes.
"""

from __future__ import annotations

import copy
import posixpath
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Final
from urllib.parse import urlsplit

from lxml import etree
from lxml.etree import _Element

from briefdeck.errors import BriefdeckError, Position, Problem
from briefdeck.late import late_pattern
from briefdeck.model.template import Package, TemplatePart
from briefdeck.template.archive import OFFICE, Archive, P, R, Relation, damage

_LEFT_BEHIND: Final = frozenset({
    "slide", "notesSlide", "comments", "commentAuthors", "authors", "vbaProject", "wordVbaData", "customXml", "tags",
    "slideUpdateInfo", "customXmlProps", "printerSettings", "control", "activeXControlBinary",
})  # fmt: skip
_MARKS: Final = frozenset({"hlinkClick", "hlinkHover", "hlinkMouseOver", "custData", "tags", "control"})
"""Elements that only point: without the thing pointed at they go too."""

_WEB: Final = frozenset({"http", "https", "mailto"})
_OURS: Final = ("ppt/slides/", "ppt/notesslides/", "ppt/tags/", "docprops/", "[content_types]")
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_MOST_KEPT: Final = 4000


def package_of(archive: Archive, masters: Iterable[tuple[str, str]]) -> Package:
    """What stays. `masters` are (id, part). Raises BriefdeckError with everything that cannot be taken over."""
    masters = tuple(masters)
    root = archive.root(archive.presentation)
    relations = {relation.id: relation for relation in archive.relations(archive.presentation)}
    by_kind = {relation.kind: relation for relation in relations.values() if not relation.external}
    single = {
        kind: by_kind[kind].target if kind in by_kind and by_kind[kind].target in archive else ""
        for kind in ("notesMaster", "handoutMaster", "tableStyles")
    }
    fonts = root.find(f"{P}embeddedFontLst")
    font_ids = [] if fonts is None else [value for one in fonts.iter() if (value := one.get(f"{R}id"))]
    font_parts = tuple((name, relations[name].target) for name in font_ids if name in relations)
    complete = fonts is not None and len(font_parts) == len(font_ids)
    starts = [part for _, part in masters]
    starts += [part for kind in ("notesMaster", "handoutMaster") if (part := single[kind])]
    starts += [part for _, part in font_parts] if complete else []
    notes_size = root.find(f"{P}notesSz")
    default_text = root.find(f"{P}defaultTextStyle")
    return Package(
        parts=tuple(_kept(archive, starts, [single["tableStyles"]] if single["tableStyles"] else [])),
        masters=masters,
        notes_master=single["notesMaster"],
        handout_master=single["handoutMaster"],
        table_styles=single["tableStyles"],
        notes_size=("6858000", "9144000")
        if notes_size is None
        else (notes_size.get("cx", ""), notes_size.get("cy", "")),
        default_text="" if default_text is None else _written(default_text),
        embedded_fonts=_written(fonts) if fonts is not None and complete else "",
        font_parts=font_parts if complete else (),
    )


_ID: Final = late_pattern(r"[A-Za-z_][\w.-]*")
_KINDS: Final = {
    kind: f"application/vnd.openxmlformats-officedocument.{family}{kind}+xml"
    for family, kind in (
        ("presentationml.", "slideMaster"),
        ("presentationml.", "slideLayout"),
        ("", "theme"),
        ("", "themeOverride"),
    )
}
"""What a part must say that it is, by the kind of the relation that leads to it: PowerPoint believes no other word."""


def _kept(archive: Archive, starts: Iterable[str], alone: Iterable[str]) -> Iterator[TemplatePart]:
    """The parts that can be reached, each followed by its relations."""
    waiting = list(dict.fromkeys(starts))
    seen = set(waiting)
    faults: list[Problem] = []
    for name in waiting:  # grows while it is walked
        if name.lower().startswith(_OURS) or len(seen) > _MOST_KEPT:
            raise BriefdeckError([damage(archive.file, f"its part {name} has a name that belongs to slides")])
        relations = archive.relations(name)
        gone = {one.id for one in relations if _is_left_behind(one)}
        faults += _faults(archive, name, relations, gone)
        data = _without(archive, name, gone) if gone else archive.data(name)
        yield TemplatePart(name, archive.content_type(name), data)
        if relations:
            folder, file = posixpath.split(name)
            stay = [one for one in relations if one.id not in gone]
            rels = f"{folder}/_rels/{file}.rels"
            yield TemplatePart(rels, "", _relations_xml(stay, folder) if gone else archive.data(rels))
            for one in stay:
                if not one.external and one.target not in seen:
                    seen.add(one.target)
                    waiting.append(one.target)
    if faults:
        raise BriefdeckError(dict.fromkeys(faults))
    for name in alone:
        if name not in seen:
            yield TemplatePart(name, archive.content_type(name), archive.data(name))


def _is_left_behind(relation: Relation) -> bool:
    if relation.external:
        return relation.kind == "hyperlink" and not _is_web(relation.target)
    return relation.kind in _LEFT_BEHIND


def _is_web(address: str) -> bool:
    try:
        return urlsplit(address).scheme.lower() in _WEB
    except ValueError:
        return False


def _faults(archive: Archive, name: str, relations: Sequence[Relation], gone: Set[str]) -> Iterator[Problem]:
    for one in relations:
        if one.id in gone:
            continue
        if one.external and one.kind != "hyperlink":
            what = {"image": "picture", "video": "film", "audio": "sound"}.get(one.kind, one.kind)
            message = f"this template loads a {what} from outside ({one.target[:80]}), in {name.rpartition('/')[2]}"
            hint = "in PowerPoint: File, Info, Edit Links to Files, Break Link; or insert the picture itself, and save"
            yield Problem("BD707", message, Position(archive.file), hint)
        elif not one.external and one.target not in archive:
            yield damage(archive.file, f"{name} needs the part {one.target}, which is not there")
        elif (kind := _KINDS.get(one.kind)) and archive.content_type(one.target) != kind:
            yield damage(archive.file, f"its part {one.target} does not say what it is")
    if archive.content_type(name) in _KINDS.values():
        known = {one.id for one in relations}
        if not all(map(_ID.fullmatch, known)):
            yield damage(archive.file, f"{name} calls a part that it needs by what is no name")
        if len(known) < len(relations):
            yield damage(archive.file, f"{name} calls two of the parts that it needs by the same name")
        for lost in dict.fromkeys(value for value in _pointers(archive.root(name)) if value not in known):
            yield damage(archive.file, f"{name} needs a part that it calls {lost[:40]}, which is not there")


def _pointers(root: _Element) -> Iterator[str]:
    """The names by which a part calls others; an action on a click may have an empty one."""
    for one in root.iter():
        yield from (str(value) for key, value in one.attrib.items() if str(key).startswith(R) and value)


def _without(archive: Archive, name: str, ids: set[str]) -> bytes:
    """The part without whatever points at these relations."""
    root = copy.deepcopy(archive.root(name))
    for one in list(root.iter()):
        if isinstance(one.tag, str) and any(key.startswith(R) and value in ids for key, value in one.attrib.items()):
            parent = one.getparent()
            if parent is None or one.tag.rpartition("}")[2] not in _MARKS:
                raise BriefdeckError([damage(archive.file, f"{name} shows something of a slide")])
            parent.remove(one)
            if not len(parent) and parent.tag == f"{P}custDataLst" and (above := parent.getparent()) is not None:
                above.remove(parent)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _relations_xml(relations: Iterable[Relation], folder: str) -> bytes:
    root = etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap={None: _RELATIONSHIPS})
    for one in relations:
        attributes = {"Id": one.id, "Type": OFFICE + one.kind}
        attributes["Target"] = one.target if one.external else posixpath.relpath(f"/{one.target}", f"/{folder}")
        if one.external:
            attributes["TargetMode"] = "External"
        etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", attributes)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _written(element: _Element) -> str:
    """An element on its own, as XML."""
    alone = copy.deepcopy(element)
    alone.tail = None
    return str(etree.tostring(alone, encoding="unicode"))
