"""What colleagues, other programs and networks do to finished files: a chart touched up, ink, add-ins, wrong copies."""

# ruff: noqa: E501 (a table of mutants: one a line)

from __future__ import annotations

import io
import zipfile

from verify import mutations as do
from verify.arranged_mutants import (
    AGENDA,
    OCEANS,
    RELATION,
    ROOM,
    SALT,
    TABLE,
    all_texts,
    in_chart,
)
from verify.figure_mutants import NUMBERS, Mutant
from verify.subtle_mutants import BOX, DECK_ALONE, END, SEEN, SEEN_ON_BRIEF, SLIDES, STRAYS

FAINT = "text on slides stands out from its ground"
MASTER = "ppt/slideMasters/slideMaster1.xml"
OFFICE = "http://schemas.microsoft.com/office"


def series(inner: str) -> do.Change:
    """Something put into the first series of the chart, before the names of its numbers."""
    return in_chart(do.sub("(<c:ser>.*?)(<c:dLbls>|<c:cat>)", rf"\1{inner}\2", 1))


def label(inner: str) -> do.Change:
    return in_chart(do.sub("<c:dLbls>", f'<c:dLbls><c:dLbl><c:idx val="0"/>{inner}</c:dLbl>', 1))


def animated(step: str) -> do.Change:
    """A step of an animation of the first shape of a slide."""
    about = '<p:cBhvr><p:cTn id="6" dur="1"/><p:tgtEl><p:spTgt spid="3"/></p:tgtEl></p:cBhvr>'
    timing = f'<p:timing><p:tnLst><p:par><p:cTn id="1"><p:childTnLst>{step.format(about)}</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>'
    return do.on_slide(OCEANS, do.swap("</p:clrMapOvr>", f"</p:clrMapOvr>{timing}"))


CELL = '<a:tcPr marL="9000000"/>'
DARK = '<a:tcPr><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:tcPr>'
SAME = '<a:overrideClrMapping bg1="dk1" tx1="dk1" bg2="dk2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
FORMULA = '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="a14"><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>CAATSA = 99</m:t></m:r></m:oMath></mc:Choice></mc:AlternateContent>'
WATERMARK = '<p:pic><p:nvPicPr><p:cNvPr id="99" name="Picture"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill/><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="12192000" cy="6858000"/></a:xfrm></p:spPr></p:pic>'
PALE = '<a:defRPr sz="1400"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:defRPr>'

EDITED_DECK = (
    Mutant("label of a number typed anew", label("<c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>99</a:t></a:r></a:p></c:rich></c:tx>"), NUMBERS, "BD452"),
    Mutant("label of a number deleted", label('<c:delete val="1"/>'), NUMBERS, "BD452"),
    Mutant("line of a forecast", series('<c:trendline><c:trendlineType val="linear"/><c:forward val="3"/></c:trendline>'), NUMBERS, "BD452"),
    Mutant("bars of errors", series('<c:errBars><c:errBarType val="both"/><c:errValType val="stdErr"/></c:errBars>'), NUMBERS, "BD452"),
    Mutant("one bar without colour", series('<c:dPt><c:idx val="0"/><c:spPr><a:noFill/></c:spPr></c:dPt>'), NUMBERS, "BD452"),
    Mutant("axis in thousands", in_chart(do.sub("</c:valAx>", '<c:dispUnits><c:builtInUnit val="thousands"/></c:dispUnits></c:valAx>')), NUMBERS, "BD452"),
    Mutant("bars that grow from twenty", in_chart(do.sub(r'(<c:catAx>.*?)<c:crosses val="[^"]*"/>', r'\1<c:crossesAt val="20"/>', 1)), NUMBERS, "BD452"),
    Mutant("bars on one another", in_chart(do.sub(r"<c:overlap [^>]*/>", '<c:overlap val="100"/>', 1)), NUMBERS, "BD452"),
    Mutant("chart in depth", in_chart(do.swap("<c:plotArea>", '<c:view3D><c:rotX val="80"/></c:view3D><c:plotArea>')), NUMBERS, "BD452"),
    Mutant("small type in a chart", in_chart(do.sub(r'sz="\d+"', 'sz="500"')), NUMBERS, "BD452"),
    Mutant("names of a chart in the colour of the paper", in_chart(do.sub(r"(<c:catAx>.*?)<a:defRPr.*?</a:defRPr>", rf"\1{PALE}", 1)), NUMBERS, "BD452"),
    Mutant("chart drawn together", do.on_slide("Farms take ever", do.sub(r'(<p:graphicFrame>.*?<a:ext cx=")\d+', r"\g<1>254000", 1)), ROOM, "BD443"),
    Mutant("table on its head", do.on_slide(TABLE, do.sub("(<p:graphicFrame>.*?<p:xfrm)", r'\1 rot="10800000"', 1)), SEEN, "BD428"),
    Mutant("cells with a dark ground", do.on_slide(TABLE, do.sub(r"<a:tcPr[^>]*/>", DARK)), FAINT, "BD478"),
    Mutant("cells with margins alone", do.on_slide(TABLE, do.sub(r"<a:tcPr[^>]*/>", CELL)), ROOM, "BD443"),
    Mutant("words on their side, as if they were Chinese", do.on_slide(OCEANS, do.sub("<a:bodyPr>", '<a:bodyPr vert="eaVert">', 1)), SEEN, "BD428"),
    Mutant("all colours one on a slide", do.on_slide(OCEANS, do.swap("<a:masterClrMapping/>", SAME)), FAINT, "BD478"),
    Mutant("words hidden by a step", animated('<p:set>{}<p:to><p:strVal val="hidden"/></p:to></p:set>'), SEEN, "BD428"),
    Mutant("words made transparent", animated('<p:animEffect filter="image" prLst="opacity: 0">{}</p:animEffect>'), SEEN, "BD428"),
    Mutant("words that fly off", animated('<p:animMotion path="M 0 0 L 2 2">{}</p:animMotion>'), SEEN, "BD428"),
    Mutant("a formula put in", do.on_slide(OCEANS, do.sub(r"(<a:r>(?:(?!<a:r>).)*Most of the water)", rf"{FORMULA}\1", 1)), SLIDES, "BD410"),
    Mutant("a face", do.on_slide(SALT, do.swap("is salt water", "is salt water 😂")), SLIDES, "BD411"),
    Mutant("a statement asked", do.on_slide(SALT, do.swap("is salt water", "is salt water?")), SLIDES, "BD410"),
    Mutant("a sign before a number", do.on_slide(SALT, do.swap("<a:t>97 %", "<a:t>≈97 %")), SLIDES, "BD411"),
    Mutant("words where a pointer rests", do.on_slide(AGENDA, do.sub("<a:hlinkClick ", '<a:hlinkClick tooltip="All praised CAATSA" ', 1)), SLIDES, "BD411"),
    Mutant("a picture behind all slides", do.in_part(MASTER, do.swap(END, WATERMARK + END)), STRAYS, "BD418"),
    Mutant("words on the page of the notes", do.in_part("ppt/notesMasters/notesMaster1.xml", do.swap(END, BOX + END)), STRAYS, "BD418"),
    Mutant("ink", do.with_part(do.relations_of(OCEANS), f"{RELATION}/customXml", "ppt/ink/ink1.xml", "application/inkml+xml"), DECK_ALONE, "BD407"),
    Mutant("a program beside it", do.with_part("_rels/.rels", f"{OFFICE}/2011/relationships/webextensiontaskpanes", "ppt/webextensions/taskpanes.xml", "application/vnd.ms-office.webextensiontaskpanes+xml"), DECK_ALONE, "BD407"),
    Mutant("buttons of its own", do.with_part("_rels/.rels", f"{OFFICE}/2006/relationships/ui/extensibility", "customUI/customUI.xml", "application/xml"), DECK_ALONE, "BD407"),
)  # fmt: skip

EDITED_BRIEF = (
    Mutant("letters drawn as blots", all_texts("2 Tr 12 w"), SEEN_ON_BRIEF, "BD428"),
)  # fmt: skip

COPIED = {
    "what a server said first": lambda deck: b"HTTP/1.1 200 OK\r\n\r\n" + deck,
    "what parted it from the next": lambda deck: deck + b"\r\n--boundary--\r\n",
    "line ends of Windows": lambda deck: deck.replace(b"\n", b"\r\n"),
    "the rest is zeros": lambda deck: deck[: len(deck) // 2] + bytes(len(deck) - len(deck) // 2),
    "a page to sign in": lambda deck: b"<!DOCTYPE html><title>Sign in to the network of the school</title>",
    "packed once more": lambda deck: deck and _packed(deck),
}
"""What copies and downloads make of a deck."""


def _packed(deck: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("deck.pptx", deck)
    return out.getvalue()
