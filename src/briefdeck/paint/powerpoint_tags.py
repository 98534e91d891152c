"""What the deck says about itself to us: tags parts, which PowerPoint keeps, and the sections of its slide sorter."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final
from uuid import UUID, uuid5

from briefdeck.model.page import Cut, Document, Entry, Page, refs
from briefdeck.paint.powerpoint_xml import NAMESPACES
from briefdeck.paint.xml_text import escape

_SECTION_IDS: Final = UUID("8d1f3b52-6c0e-5a7d-9f24-b1c3d5e7f901")
FIRST_SLIDE_ID: Final = 256
"""PowerPoint's slide ids start here."""


def tags_xml(tags: Mapping[str, str]) -> str:
    """One tags part."""
    entries = "".join(f'<p:tag name="{name}" val="{escape(value)}"/>' for name, value in tags.items())
    return f"<p:tagLst {NAMESPACES}>{entries}</p:tagLst>"


def slide_tags(page: Page, layout: str) -> dict[str, str]:
    """Which entry a slide belongs to, which items it shows in order, and which layout it was made with."""
    items = dict.fromkeys(ref.item for ref in refs(page) if ref.item)
    return {"BRIEFDECK_ENTRY": page.entry, "BRIEFDECK_ITEMS": " ".join(items), "BRIEFDECK_LAYOUT": layout}


def deck_tags(document: Document, seal: str) -> dict[str, str]:
    """Where the deck comes from, what it leaves out, and the seal over all its other parts."""
    identity = document.identity
    return {
        "BRIEFDECK_BUILD": identity.build,
        "BRIEFDECK_SOURCE": identity.source,
        "BRIEFDECK_OUTLINE": identity.outline,
        "BRIEFDECK_NOTE": identity.note,
        "BRIEFDECK_VERSION": identity.version,
        "BRIEFDECK_CUTS": _cuts(document.cuts),
        "BRIEFDECK_SEAL": seal,
        **({"BRIEFDECK_MAX_SLIDES": str(identity.max_slides)} if identity.max_slides else {}),
        **({"BRIEFDECK_TEMPLATE": _file_name(document.template.file)} if document.template else {}),
    }


def _file_name(path: str) -> str:
    """The last part of a path: folders are nobody's business."""
    return path.replace("\\", "/").rpartition("/")[2]


def _cuts(cuts: Sequence[Cut]) -> str:
    entries = [{"id": cut.id, "reason": cut.reason, "text": cut.text, "lines": list(cut.lines)} for cut in cuts]
    return json.dumps(entries, ensure_ascii=False)


def section_list(document: Document) -> str:
    """The extension that names PowerPoint's sections: one per top-level entry, every slide in exactly one."""
    repeats: Counter[str] = Counter()
    sections = []
    for entry, slides in _sections(document):
        ids = "".join(f'<p14:sldId id="{FIRST_SLIDE_ID + slide}"/>' for slide in slides)
        guid = _guid(entry.id, repeats[entry.id])
        sections.append(
            f'<p14:section name="{escape(entry.title)}" id="{guid}"><p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>'
        )
        repeats[entry.id] += 1
    return (
        '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
        '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
        f"{''.join(sections)}</p14:sectionLst></p:ext>"
    )


def _sections(document: Document) -> Iterator[tuple[Entry, list[int]]]:
    """Runs of slides (counted from 0) under the same top-level entry, in the order of the slides."""
    tops = _top_entries(document.contents)
    for top, pages in groupby(enumerate(document.pages), key=lambda numbered: tops[numbered[1].entry]):
        yield top, [number for number, _ in pages]


def _top_entries(contents: Sequence[Entry]) -> dict[str, Entry]:
    """Each entry's id to the entry that stands above it at the top level."""
    tops: dict[str, Entry] = {}
    for entry in contents:  # a parent comes before its subsections
        tops[entry.id] = tops[entry.parent] if entry.parent else entry
    return tops


def _guid(entry: str, repeat: int) -> str:
    """Derived from the entry's id (and how often it came before), so that the same outline gives the same deck."""
    return f"{{{str(uuid5(_SECTION_IDS, f'{escape(entry)} {repeat}')).upper()}}}"
