"""A painted deck taken apart: its members, its shapes by name, its tags."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from lxml import etree
from pptx.oxml.ns import qn

from briefdeck.model.page import Span, Text
from briefdeck.paint.powerpoint import paint
from paint import documents

RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def read(deck: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tags(members: dict[str, bytes], part: str) -> dict[str, str]:
    return {tag.get("name"): tag.get("val") for tag in etree.fromstring(members[part]).iter(qn("p:tag"))}


def slide_tags(members: dict[str, bytes], number: int) -> dict[str, str]:
    relations = etree.fromstring(members[f"ppt/slides/_rels/slide{number}.xml.rels"])
    slide = etree.fromstring(members[f"ppt/slides/slide{number}.xml"])
    rid = next(slide.iter(qn("p:tags"))).get(qn("r:id"))
    target = next(each.get("Target") for each in relations.iter(RELATIONSHIPS) if each.get("Id") == rid)
    return tags(members, f"ppt/tags/{Path(target).name}")


def shape(presentation, number: int, name: str):
    return next(shape for shape in presentation.slides[number - 1].shapes if shape.name == name)


def one_point(*spans: Span, lang: str = "en-GB") -> bytes:
    """A deck of one slide with one point of these spans."""
    point = documents.paragraph(spans, documents.POINT, section="h1", item="p1")
    box = documents.fill(
        "Points", "Points", Text(paragraphs=(point,), level_styles=(documents.POINT, documents.DETAIL))
    )
    page = documents.titled("Points", "h1", "One", box)
    return paint(documents.deck(page, contents=[documents.entry("h1", "One", "p1")], lang=lang))
