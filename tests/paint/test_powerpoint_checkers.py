"""The painted deck passes the checkers, and the checkers notice what they are there for: decks with one fault each."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from briefdeck.compose.deck.layouts import layouts_for
from briefdeck.model.geometry import Rect
from briefdeck.model.page import Box, Span, Text
from briefdeck.model.values import replace
from briefdeck.paint.powerpoint import paint
from paint import documents
from support import pptx_a11y, pptx_check

Members = list[tuple[str, bytes]]
Fault = Callable[[Members], Members]

SLIDE, RELATIONS = "ppt/slides/slide4.xml", "ppt/slides/_rels/slide4.xml.rels"
PRESENTATION, TYPES = "ppt/presentation.xml", "[Content_Types].xml"
MASTER, THEME, TABLE = "ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme1.xml", "ppt/slides/slide7.xml"
NOTES_RELATIONS = "ppt/notesSlides/_rels/notesSlide4.xml.rels"


def taken_apart(deck: bytes) -> Members:
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def put_together(members: Members) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def swap(part: str, pattern: str, replacement: str) -> Fault:
    """The first match of the pattern in a part, replaced; the fault must be there to be found."""

    def fault(members: Members) -> Members:
        changed = []
        for name, data in members:
            if name == part:
                data, hits = re.subn(pattern, replacement, data.decode(), count=1, flags=re.DOTALL)
                assert hits, f"nothing to break in {part}"
                data = data.encode()
            changed.append((name, data))
        return changed

    return fault


def drop(part: str) -> Fault:
    return lambda members: [member for member in members if member[0] != part]


def twice(part: str) -> Fault:
    return lambda members: members + [member for member in members if member[0] == part]


def extra(part: str, data: bytes) -> Fault:
    return lambda members: [*members, (part, data)]


FAULTS: dict[str, tuple[str, Fault]] = {
    "a part twice": ("duplicate-part", twice(SLIDE)),
    "a part nobody points at": ("orphan-part", extra("ppt/slides/slide99.xml", b"<x/>")),
    "a layout that is gone": ("dangling-relation", drop("ppt/slideLayouts/slideLayout4.xml")),
    "relations of a part that is gone": ("relations-without-part", drop(SLIDE)),
    "no content types": ("no-content-types", drop(TYPES)),
    "a content type twice": ("duplicate-content-type", swap(TYPES, r"(<Override[^>]*slide4.xml[^>]*/>)", r"\1\1")),
    "a content type too many": ("content-type-without-part", swap(TYPES, "slide4.xml", "slide44.xml")),
    "a type for no extension": ("no-content-type", extra("ppt/media/image1.webp", b"")),
    "a slide called a layout": (
        "wrong-content-type",
        swap(TYPES, r"(slide4.xml\" ContentType=\"[^\"]*)slide\+xml", r"\1slideLayout+xml"),
    ),
    "an ampersand": ("not-well-formed", swap(SLIDE, "First point", "First & point")),
    "a relation twice": ("duplicate-relation", swap(RELATIONS, 'Id="rId2"', 'Id="rId1"')),
    "a relation that is not there": ("missing-relation", swap(SLIDE, 'r:id="rId\\d+"', 'r:id="rId99"')),
    "a space in an address": ("bad-address", swap(RELATIONS, "https://example", "https://exa mple")),
    "a slide without layout": ("needed-relation", swap(RELATIONS, "<Relationship [^>]*slideLayout[^>]*/>", "")),
    "notes without master": ("needed-relation", swap(NOTES_RELATIONS, "<Relationship [^>]*notesMaster[^>]*/>", "")),
    "text before the shape": (
        "wrong-order",
        swap(SLIDE, "(<p:spPr/>)(<p:txBody>.*?</p:txBody>)", r"\2\1"),
    ),
    "timing before colours": ("wrong-order", swap(SLIDE, "(<p:clrMapOvr>)", r"<p:timing/>\1")),
    "header before layouts": (
        "wrong-order",
        swap(MASTER, "(<p:sldLayoutIdLst>.*?</p:sldLayoutIdLst>)(<p:hf[^>]*/>)", r"\2\1"),
    ),
    "sections before the size": (
        "wrong-order",
        swap(PRESENTATION, "(<p:sldSz.*?)(<p:extLst>.*?</p:extLst>)", r"\2\1"),
    ),
    "fonts before fill": (
        "wrong-order",
        swap(MASTER, "(<a:solidFill>(?:(?!</a:solidFill>).)*</a:solidFill>)(<a:latin[^>]*/>)", r"\2\1"),
    ),
    "text outside a run": ("unknown-child", swap(SLIDE, "<a:r><a:rPr[^>]*/>(<a:t>First point</a:t>)</a:r>", r"\1")),
    "a body without paragraph": ("missing-child", swap(SLIDE, "<a:p>(?:(?!</a:p>).)*</a:p>", "")),
    "a table without place": ("missing-child", swap(TABLE, "<p:xfrm>.*?</p:xfrm>", "")),
    "a shape id twice": ("duplicate-shape-id", swap(SLIDE, '<p:cNvPr id="3"', '<p:cNvPr id="2"')),
    "a shape id of nothing": ("bad-shape-id", swap(SLIDE, '<p:cNvPr id="3"', '<p:cNvPr id="0"')),
    "a placeholder twice": (
        "duplicate-placeholder",
        swap(SLIDE, '<p:ph type="title"/>', '<p:ph type="body" idx="1"/>'),
    ),
    "an animation of nothing": (
        "animates-nothing",
        swap(SLIDE, "</p:clrMapOvr>", '</p:clrMapOvr><p:timing><p:bldLst><p:bldP spid="77"/></p:bldLst></p:timing>'),
    ),
    "a negative size": ("negative-size", swap(MASTER, '<a:ext cx="\\d\\d+"', '<a:ext cx="-5"')),
    "no font size": ("font-size", swap(MASTER, 'sz="2400"', 'sz="0"')),
    "a language that is none": ("language", swap(SLIDE, 'lang="en-GB"', 'lang="plain English"')),
    "a tenth level": ("text-level", swap(SLIDE, 'lvl="1"', 'lvl="9"')),
    "an escaped control character": ("control-character", swap(SLIDE, "First point", "First_x0007_point")),
    "a colour by name": ("bad-colour", swap(THEME, 'srgbClr val="FFFFFF"', 'srgbClr val="white"')),
    "a short row": ("table-row", swap(TABLE, "<a:tc>.*?</a:tc>", "")),
    "a slide id twice": ("duplicate-slide-id", swap(PRESENTATION, '<p:sldId id="257"', '<p:sldId id="256"')),
    "a small slide id": ("slide-id-range", swap(PRESENTATION, '<p:sldId id="256"', '<p:sldId id="12"')),
    "a layout id twice": ("layout-ids", swap(MASTER, 'id="2147483651"', 'id="2147483650"')),
    "a slide as small as a stamp": ("slide-size", swap(PRESENTATION, '<p:sldSz cx="\\d+"', '<p:sldSz cx="1"')),
    "a section with a slide that is gone": (
        "sections-and-slides-differ",
        swap(PRESENTATION, '<p14:sldId id="258"/>', '<p14:sldId id="999"/>'),
    ),
    "a section without id": ("section-id", swap(PRESENTATION, '(<p14:section [^>]*id=")[^"]*', r"\1abc")),
    "a theme with two fills": (
        "theme-formats",
        swap(THEME, "(<a:fillStyleLst>)<a:solidFill>.*?</a:solidFill>", r"\1"),
    ),
    "a theme with eleven colours": ("theme-colours", swap(THEME, "<a:accent6>.*?</a:accent6>", "")),
}


def test_a_deck_of_every_kind_of_content_is_sound(deck):
    assert pptx_check.check(deck) == []


@pytest.mark.parametrize("lang", ["en", "ar", "ja", "hi", "tlh"])
def test_decks_in_other_scripts_are_sound(lang):
    document = documents.every_layout()
    painted = paint(replace(document, identity=replace(document.identity, lang=lang)))
    assert pptx_check.check(painted) == []
    assert pptx_a11y.check(painted) == []


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_layout_of_the_table_is_sound_and_accessible(lang):
    layouts = [seating.layout for seating in layouts_for(lang)]
    painted = paint(documents.filled(layouts, lang))
    assert pptx_check.check(painted) == []
    assert pptx_a11y.check(painted) == []


def test_hostile_text_everywhere_gives_a_sound_deck():
    nasty = "a\x00\x0b\x1f\ud83d <b>&amp;</b> ]]> \"'\t\r\n\ufffe\U0001f600 _x000D_"[:60]
    link = Span(text=nasty, link=f"https://a/{nasty}")
    words = Text(paragraphs=(documents.paragraph([link], documents.POINT, section=nasty, item="p1"),))
    page = documents.titled("Points", nasty, nasty, documents.fill("Points", "Points", words), notes=(nasty,))
    table = documents.titled("Table", nasty, f"{nasty}2", documents.table(nasty, "t", [[nasty], [nasty]]))
    contents = [documents.entry(nasty, nasty, "p1", extras=["t"])]
    painted = paint(documents.deck(page, table, contents=contents, title=nasty))
    findings = {finding.rule for finding in pptx_check.check(painted)}
    assert findings <= {"control-character"}  # the words "_x000D_" are the author's own


def test_text_without_paragraphs_is_still_sound():
    page = documents.titled("Points", "h1", "One", documents.fill("Points", "Points", Text(paragraphs=())))
    assert pptx_check.check(paint(documents.deck(page, contents=[documents.entry("h1", "One")]))) == []


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(("rule", "fault"), FAULTS.values(), ids=FAULTS)
def test_the_checker_notices(deck, rule, fault):
    broken = put_together(fault(taken_apart(deck)))
    assert rule in {finding.rule for finding in pptx_check.check(broken)}


def test_the_checker_notices_what_is_no_archive():
    assert [finding.rule for finding in pptx_check.check(b"PK nonsense")] == ["not-a-zip"]


def test_the_deck_is_accessible(deck):
    assert pptx_a11y.check(deck) == []


CORE = "docProps/core.xml"
BARRIERS: dict[str, tuple[str, Fault]] = {
    "no title of the document": ("no-document-title", swap(CORE, "<dc:title>[^<]*", "<dc:title>")),
    "no language of the document": ("no-document-language", swap(CORE, "<dc:language>[^<]*", "<dc:language>")),
    "two sections of one name": ("repeated-section-name", swap(PRESENTATION, 'name="Two[^"]*"', 'name="One"')),
    "a section by default": (
        "section-without-name",
        swap(PRESENTATION, 'section name="One"', 'section name="Section 2"'),
    ),
    "two slides of one title": ("repeated-title", swap(SLIDE, "One: the points", "One: below")),
    "a slide without title": ("no-title", swap(SLIDE, '<p:ph type="title"/>', '<p:ph type="body" idx="77"/>')),
    "a title read last": (
        "title-not-first",
        swap(SLIDE, "(</p:grpSpPr>)(<p:sp>.*?</p:sp>)(<p:sp>.*?</p:sp>)", r"\1\3\2"),
    ),
    "slides without notes": ("no-notes", swap("ppt/notesSlides/notesSlide4.xml", "Say this.", " ")),
    "a slide that moves on": (
        "moves-on-by-itself",
        swap(SLIDE, "</p:clrMapOvr>", '</p:clrMapOvr><p:transition advTm="2000"/>'),
    ),
    "a table without words": ("no-alternative-text", swap(TABLE, ' descr="[^"]*"', "")),
    "a table called a table": ("empty-alternative-text", swap(TABLE, ' descr="[^"]*"', ' descr="Table 3"')),
    "a table without header": ("table-without-header", swap(TABLE, ' firstRow="1"', "")),
    "merged cells": (
        "merged-cells",
        swap(TABLE, "<a:tc>(.*?)</a:tc><a:tc>", r'<a:tc gridSpan="2">\1</a:tc><a:tc hMerge="1">'),
    ),
    "an empty placeholder": ("empty-placeholder", swap(SLIDE, "<a:t>A test &amp; a &lt;try&gt;</a:t>", "<a:t/>")),
    "text in no language": ("no-language", swap(SLIDE, ' lang="en-GB"', "")),
    "small print": ("small-text", swap(SLIDE, ' lang="en-GB"', ' lang="en-GB" sz="900"')),
    "a link that says nothing": ("link-says-nothing", swap(SLIDE, "the source", "Click here")),
}


@pytest.mark.parametrize(("rule", "fault"), BARRIERS.values(), ids=BARRIERS)
def test_the_accessibility_checker_notices(deck, rule, fault):
    broken = put_together(fault(taken_apart(deck)))
    assert rule in {finding.rule for finding in pptx_a11y.check(broken)}


def test_the_accessibility_checker_notices_what_is_read_against_its_order():
    style = documents.PLAIN
    lower, upper = (
        Box(frame=Rect(100, y, 300, 40), content=Text(paragraphs=(documents.paragraph(text, style),)), name=text)
        for y, text in ((400, "Lower"), (200, "Upper"))
    )
    page = documents.titled("Section", "h1", "One", lower, upper)
    found = pptx_a11y.check(paint(documents.deck(page, contents=[documents.entry("h1", "One")])))
    assert [(finding.rule, finding.detail) for finding in found] == [("reading-order", "Upper after Lower")]
