"""What every build looks at before a deck is written: the package, its slides and their accessibility, in milliseconds.

It knows nothing of outlines and imports no library: a fault here is ours, so nothing is written and nobody has to open
the file in PowerPoint to find out. The full check of all promises is `verify`.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from xml.parsers.expat import ExpatError, ParserCreate

_TYPES = "[Content_Types].xml"
_SLIDE = "ppt/slides/slide"
_LOOKED_AT = (
    "ppt/slides/",
    "ppt/notesSlides/",
    "ppt/presentation.xml",
    "ppt/_rels/",
    "ppt/charts/",
    "docProps/",
    "_rels/",
)
_TITLES = frozenset({"title", "ctrTitle"})
_POINTS_AT = ("r:id", "r:embed", "r:link", "r:pict")


@dataclass(slots=True)
class _Slide:
    """What is seen while a slide is read."""

    name: str
    ids: list[str] = field(default_factory=list)
    uses: set[str] = field(default_factory=set)  # ids of relations
    moving: set[str] = field(default_factory=set)  # ids of shapes that a build names
    unnamed: list[str] = field(default_factory=list)  # names of pictures, charts, tables without an alternative
    title: str = ""
    runs_without_language: int = 0
    # where the reader is
    shape: str = ""
    kind: str = ""
    described: bool = False
    in_text: bool = False
    place: str = ""


def package_faults(deck: bytes) -> tuple[str, ...]:
    """Every fault found in a deck that was just made, in words for whoever mends it; empty for a sound one."""
    try:
        with zipfile.ZipFile(io.BytesIO(deck)) as archive:
            names = archive.namelist()
            read = {name: archive.read(name) for name in names if name.startswith(_LOOKED_AT) or name == _TYPES}
    except (zipfile.BadZipFile, KeyError, EOFError, ValueError) as error:
        return (f"the package cannot be read: {error}",)
    return tuple(_faults(names, read))


def _faults(names: list[str], read: Mapping[str, bytes]) -> Iterator[str]:
    known_names = frozenset(names)
    if len(known_names) < len(names):
        yield "two parts have the same name"
    slides: list[_Slide] = []
    relations: dict[str, set[str]] = {}
    for name, data in read.items():
        try:
            if name.endswith(".rels"):
                relations[name] = yield from _relations(name, data, known_names)
            elif name == _TYPES:
                yield from _content_types(data, names)
            elif name.startswith(_SLIDE) and name.endswith(".xml"):
                slides.append(_slide(name, data))
            elif name.endswith(".xml"):
                ParserCreate().Parse(data, True)
        except ExpatError as error:
            yield f"{name} is not well formed: {error}"
    for slide in slides:
        known = relations.get(f"{dirname(slide.name)}/_rels/{slide.name.rpartition('/')[2]}.rels", set())
        yield from _slide_faults(slide, known)
    titles = [slide.title.casefold() for slide in slides if slide.title]
    if len(set(titles)) < len(titles):
        yield "two slides have the same title"


def _relations(name: str, data: bytes, names: frozenset[str]) -> Generator[str, None, set[str]]:
    """The ids of a part's relations; each of them must lead somewhere."""
    ids: list[str] = []
    faults: list[str] = []
    folder = dirname(dirname(name))

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag != "Relationship":
            return
        ids.append(attributes.get("Id", ""))
        target = attributes.get("Target", "")
        if attributes.get("TargetMode") != "External":
            whole = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
            if whole not in names:
                faults.append(f"{name} points at {whole}, which is not there")

    parser = ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(data, True)
    yield from faults
    if len(set(ids)) < len(ids):
        yield f"{name} uses an id twice"
    return set(ids)


def _content_types(data: bytes, names: list[str]) -> Iterator[str]:
    endings: set[str] = set()
    listed: set[str] = set()

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Default":
            endings.add(attributes.get("Extension", "").lower())
        elif tag == "Override":
            listed.add(attributes.get("PartName", "").lstrip("/"))

    parser = ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(data, True)
    for name in names:
        ending = name.rpartition(".")[2].lower()
        if name != _TYPES and name not in listed and (ending == "xml" or ending not in endings):
            yield f"{name} has no content type"
    yield from (f"{name} has a content type and is not there" for name in sorted(listed - set(names)))


def _slide(name: str, data: bytes) -> _Slide:
    slide = _Slide(name)

    def start(tag: str, attributes: dict[str, str]) -> None:
        _opened(slide, tag, attributes)

    def end(tag: str) -> None:
        if tag in ("p:pic", "p:graphicFrame") and not slide.described:
            slide.unnamed.append(slide.shape)
        if tag == "a:t":
            slide.in_text = False

    def text(characters: str) -> None:
        if slide.in_text and slide.place in _TITLES:
            slide.title += characters

    parser = ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.Parse(data, True)
    return slide


def _opened(slide: _Slide, tag: str, attributes: dict[str, str]) -> None:
    if tag in ("p:sp", "p:pic", "p:graphicFrame", "p:cxnSp"):
        slide.kind, slide.place, slide.described = tag, "", False
    elif tag == "p:cNvPr":
        slide.ids.append(attributes.get("id", ""))
        slide.shape = attributes.get("name", "")
        slide.described = bool(attributes.get("descr", "").strip())
    elif tag.endswith(":decorative") and attributes.get("val") in ("1", "true"):
        slide.described = True
    elif tag == "p:ph":
        slide.place = attributes.get("type", "obj")
    elif tag == "a:t":
        slide.in_text = True
    elif tag == "a:rPr" and "lang" not in attributes:
        slide.runs_without_language += 1
    elif tag == "p:spTgt":
        slide.moving.add(attributes.get("spid", ""))
    slide.uses.update(attributes[key] for key in _POINTS_AT if attributes.get(key))


def _slide_faults(slide: _Slide, relations: set[str]) -> Iterator[str]:
    if not slide.title.strip():
        yield f"{slide.name} has no title"
    if len(set(slide.ids)) < len(slide.ids):
        yield f"{slide.name} uses the id of a shape twice"
    if lost := sorted(slide.uses - relations):
        yield f"{slide.name} uses the relation {lost[0]}, which it does not have"
    if gone := sorted(slide.moving - set(slide.ids)):
        yield f"{slide.name} moves the shape {gone[0]}, which it does not have"
    yield from (f"{slide.name}: “{name}” has no alternative text" for name in slide.unnamed)
    if slide.runs_without_language:
        yield f"{slide.name}: {slide.runs_without_language} runs say no language"
