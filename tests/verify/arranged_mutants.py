"""Single faults that keep every word: in another's place, in another's company, set so that nobody can read it."""

# ruff: noqa: E501 (a table of mutants: one a line)

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from verify import mutations as do
from verify.figure_mutants import Mutant

OUTLINE = """\
title: "Water and land"
author: "A. Rao"
lang: "en"
sections:
  - title: "Where water is"
    points:
      - "Most of the water of the world stands in the oceans"
      - Ice: "Antarctica holds most of the ice of the world"
      - Rivers: "Rivers hold a very small part of all fresh water"
    figures:
      - {value: "97 %", caption: "of all water is salt water"}
      - {value: "over 2 %", caption: "of all water is ice"}
  - title: "How much farms take"
    table:
      header: ["Use", "Share", "Year"]
      rows:
        - ["Farms", "70 %", "1990"]
        - ["Homes", "12 %", "2001"]
        - ["Works", "18 %", "2010"]
      caption: "Shares of water"
  - title: "How use grew"
    chart:
      kind: bar
      categories: ["1950", "1980", "2010"]
      series:
        - {name: "Farms", values: [11, 23, 35]}
        - {name: "Homes", values: [2, 4, 7]}
      reading: "Farms take ever more"
  - title: "Two views"
    compare:
      - label: "Dams"
        points: ["Dams store the rain of wet years", "Dams drown many valleys"]
      - label: "Wells"
        points: ["Wells reach old water below", "Wells run dry when many are dug"]
  - title: "When it was known"
    timeline:
      - {when: "1802", what: "Dalton weighs the rain"}
      - {when: "1856", what: "Darcy measures the flow in sand"}
      - {when: "1934", what: "Horton describes how soil drinks"}
  - title: "What was said"
    quote: {text: "We forget that the water cycle and the life cycle are one", by: "Jacques Cousteau"}
terms:
  - {term: "Aquifer", meaning: "rock that holds water"}
  - {term: "Basin", meaning: "land that one river drains"}
questions:
  - "Why do wells run dry?"
"""

PLACES = "words on slides stand where they belong"
CELLS = "cells on the brief stand where they belong"
LINKS = "links lead where the outline leads"
LINKS_OF_BRIEF = "links on the brief lead where the outline leads"
COLUMNS = "tables on slides name their columns"
SEEN = "all words on slides are seen"
SEEN_ON_BRIEF = "all words on the brief are seen"
ROOM = "text on slides has room"
BOXES = "boxes stand on the slides"
NUMBERS = "charts hold the outline's numbers"
ALONE = "the deck loads nothing from elsewhere"
BRIEF_ALONE = "the brief runs nothing and brings nothing along"
PAGE = "the page of the brief lies as it should"
TAGGED = "the brief is tagged, titled and says its language"
MARKS = "all text on the brief is tagged"
PICTURES = "pictures on the brief are there and not stretched"
COUNTED = "sections have one number each"

AGENDA, OCEANS, ICE, SALT, TABLE = "<a:t>Agenda", "Most of the water", "Antarctica holds", "is salt water", "70 %"
VIEWS, TIMES, SAID, TERMS = "Dams store", "Dalton", "We forget", "rock that holds"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RUN = r'(<a:rPr lang="[^"]*")/>'


def traded(one: str, other: str) -> Callable[[str], str]:
    """A change that puts each of two texts in the other's place."""

    def change(text: str) -> str:
        assert one in text and other in text, (one, other)
        return text.replace(one, "\0").replace(other, one).replace("\0", other)

    return change


def run(inner: str = "", attribute: str = "") -> Callable[[str], str]:
    return do.sub(RUN, rf"\1{attribute}>{inner}</a:rPr>", 3)


def body(name: str, attribute: str) -> Callable[[str], str]:
    return do.sub(rf'(name="{name}".*?<a:bodyPr)', rf"\1 {attribute}", 1)


def paragraph(attribute: str = "", inner: str = "") -> Callable[[str], str]:
    return do.sub(r"<a:p>(?!<a:pPr)", f"<a:p><a:pPr {attribute}>{inner}</a:pPr>", 1)


def grouped(name: str, place: str, attribute: str = "", of_group: str = "") -> Callable[[str], str]:
    """A change that puts a shape into a group, which shows it somewhere else."""
    around = (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="95" name="Group"{of_group}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
        f'<a:xfrm{attribute}>{place}<a:chOff x="0" y="0"/><a:chExt cx="12192000" cy="6858000"/></a:xfrm></p:grpSpPr>'
    )
    shape = rf'(<p:sp><p:nvSpPr><p:cNvPr id="\d+" name="{name}".*?</p:sp>)'
    return do.sub(shape, rf"{around}\1</p:grpSp>", 1)


IN_PLACE = '<a:off x="0" y="0"/><a:ext cx="12192000" cy="6858000"/>'


def brought(kind: str, name: str) -> do.Change:
    """A part that a slide brings along."""
    return do.with_part(do.relations_of(OCEANS), f"{RELATION}/{kind}", f"ppt/{name}", "application/octet-stream")


def leading(click: str) -> do.Change:
    """Words of a slide that lead somewhere."""
    relation = f'<Relationship Id="rId91" Type="{RELATION}/hyperlink" Target="https://example.invalid/" TargetMode="External"/></Relationships>'

    def change(deck: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(deck)) as archive:
            number = do.number_of(OCEANS, do.texts_of({name: archive.read(name) for name in archive.namelist()}))
        related = do.in_part(f"ppt/slides/_rels/slide{number}.xml.rels", do.swap("</Relationships>", relation))(deck)
        return do.on_slide(OCEANS, do.sub(RUN, rf"\1>{click}</a:rPr>", 1))(related)

    return change


def in_chart(*changes: Callable[[str], str]) -> do.Change:
    return do.in_part("ppt/charts/chart1.xml", *changes)


GONE = (
    '</p:clrMapOvr><p:timing><p:tnLst><p:par><p:cTn id="1" presetID="10" presetClass="exit" nodeType="withEffect"/></p:par>'
    "</p:tnLst></p:timing>"
)

ARRANGED_DECK = (
    Mutant("section with another number", do.on_slide(OCEANS, do.swap("<a:t>1</a:t>", "<a:t>7</a:t>")), COUNTED, "BD427"),
    Mutant("numbers of the agenda traded", do.on_slide(AGENDA, traded('startAt="2"', 'startAt="3"')), COUNTED, "BD427"),
    Mutant("row of the agenda without a number", do.on_slide(AGENDA, do.sub(r'<a:buAutoNum [^>]*"4"/>', "<a:buNone/>")), COUNTED, "BD427"),
    Mutant("points traded", do.on_slide(VIEWS, traded("Dams store the rain of wet years", "Dams drown many valleys")), PLACES, "BD435"),
    Mutant("points under the other label", do.on_slide(VIEWS, traded("Dams drown many valleys", "Wells reach old water below")), PLACES, "BD426"),
    Mutant("sides traded", do.on_slide(VIEWS, traded("<a:t>Dams</a:t>", "<a:t>Wells</a:t>")), PLACES, "BD426"),
    Mutant("labels traded", do.on_slide(ICE, traded(">Ice<", ">Rivers<")), PLACES, "BD426"),
    Mutant("cells traded", do.on_slide(TABLE, traded("70 %", "12 %")), PLACES, "BD435"),
    Mutant("names of columns traded", do.on_slide(TABLE, traded(">Share<", ">Year<")), PLACES, "BD435"),
    Mutant("years traded", do.on_slide(TIMES, traded("1802", "1934")), PLACES, "BD435"),
    Mutant("captions of figures traded", do.on_slide(SALT, traded("of all water is salt water", "of all water is ice")), PLACES, "BD435"),
    Mutant("meanings of terms traded", do.on_slide(TERMS, traded("rock that holds water", "land that one river drains")), PLACES, "BD435"),
    Mutant("agenda in another order", do.on_slide(AGENDA, traded("Where water is", "Two views")), PLACES, "BD435"),
    Mutant("agenda with a section twice", do.on_slide(AGENDA, do.swap("<a:t>Two views</a:t>", "<a:t>What was said</a:t>")), PLACES, "BD435"),
    Mutant("header not marked", do.on_slide(TABLE, do.sub(r' firstRow="1"', "")), COLUMNS, "BD409"),
    Mutant("cell under the one beside it", do.on_slide(TABLE, do.sub(r"<a:tc>((?:(?!<a:tc>).)*12 %)", r'<a:tc hMerge="1">\1', 1)), SEEN, "BD428"),
    Mutant("cell under the one above it", do.on_slide(TABLE, do.sub(r"<a:tc>((?:(?!<a:tc>).)*Homes)", r'<a:tc vMerge="1">\1', 1)), SEEN, "BD428"),
    Mutant("column without width", do.on_slide(TABLE, do.sub(r'(<a:gridCol w=")\d+', r"\g<1>100", 1)), ROOM, "BD443"),
    Mutant("link to another place", leading('<a:hlinkClick r:id="rId91"/>'), LINKS, "BD407"),
    Mutant("link to a program", leading('<a:hlinkClick r:id="" action="ppaction://program"/>'), LINKS, "BD407"),
    Mutant("link that ends the show", leading('<a:hlinkClick r:id="" action="ppaction://hlinkshowjump?jump=endshow"/>'), LINKS, "BD407"),
    Mutant("one endless line", do.on_slide(SAID, body("quote", 'wrap="none"')), SEEN, "BD428"),
    Mutant("columns in a box", do.on_slide(SAID, body("quote", 'numCol="12"')), SEEN, "BD428"),
    Mutant("margins that leave nothing", do.on_slide(SAID, body("quote", 'lIns="7000000" rIns="7000000"')), ROOM, "BD443"),
    Mutant("lines on one another", do.on_slide(VIEWS, paragraph("", '<a:lnSpc><a:spcPct val="10000"/></a:lnSpc>')), SEEN, "BD428"),
    Mutant("lines a point apart", do.on_slide(VIEWS, paragraph("", '<a:lnSpc><a:spcPts val="100"/></a:lnSpc>')), SEEN, "BD428"),
    Mutant("first line off the box", do.on_slide(VIEWS, paragraph('marL="0" indent="-9000000"')), SEEN, "BD428"),
    Mutant("set in to the edge", do.on_slide(VIEWS, paragraph('marL="9000000"')), SEEN, "BD428"),
    Mutant("letters on one another", do.on_slide(OCEANS, run("", ' spc="-3000"')), SEEN, "BD428"),
    Mutant("words as exponents", do.on_slide(OCEANS, run("", ' baseline="40000"')), SEEN, "BD428"),
    Mutant("words marked out", do.on_slide(OCEANS, run('<a:highlight><a:schemeClr val="tx1"/></a:highlight>')), SEEN, "BD428"),
    Mutant("words filled with a run of colours", do.on_slide(OCEANS, run('<a:gradFill><a:gsLst><a:gs pos="0"><a:schemeClr val="bg1"/></a:gs></a:gsLst></a:gradFill>')), SEEN, "BD428"),
    Mutant("number filled in by PowerPoint", do.on_slide(VIEWS, do.swap('type="slidenum"', 'type="datetime1"')), SEEN, "BD428"),
    Mutant("group off the slide", do.on_slide(SAID, grouped("quote", '<a:off x="-20000000" y="0"/><a:ext cx="12192000" cy="6858000"/>')), BOXES, "BD442"),
    Mutant("group too small", do.on_slide(SAID, grouped("quote", '<a:off x="0" y="0"/><a:ext cx="120" cy="120"/>')), ROOM, "BD443"),
    Mutant("group hidden", do.on_slide(SAID, grouped("quote", IN_PLACE, of_group=' hidden="1"')), SEEN, "BD428"),
    Mutant("group turned", do.on_slide(SAID, grouped("quote", IN_PLACE, ' rot="5400000"')), SEEN, "BD428"),
    Mutant("words that go away", do.on_slide(OCEANS, do.swap("</p:clrMapOvr>", GONE)), SEEN, "BD428"),
    Mutant("show of a few slides", do.in_part("ppt/presProps.xml", do.sub(r"(<p:presentationPr[^>]*?)/?>", r'\1><p:showPr><p:sldRg st="2" end="3"/></p:showPr></p:presentationPr>', 1)), SEEN, "BD428"),
    Mutant("show without end", do.in_part("ppt/presProps.xml", do.sub(r"(<p:presentationPr[^>]*?)/?>", r"\1><p:showPr><p:kiosk/></p:showPr></p:presentationPr>", 1)), SEEN, "BD428"),
    Mutant("file of another program", brought("oleObject", "embeddings/oleObject1.bin"), ALONE, "BD407"),
    Mutant("control that runs", brought("control", "activeX/activeX1.bin"), ALONE, "BD407"),
    Mutant("sound", brought("audio", "media/sound.wav"), ALONE, "BD407"),
    Mutant("axis that ends too soon", in_chart(do.sub(r"(<c:valAx>.*?<c:scaling>)", r'\1<c:max val="20"/>', 1)), NUMBERS, "BD452"),
    Mutant("axis that begins too late", in_chart(do.sub(r"(<c:valAx>.*?<c:scaling>)", r'\1<c:min val="10"/>', 1)), NUMBERS, "BD452"),
    Mutant("axis turned around", in_chart(do.sub(r'(<c:valAx>.*?<c:orientation val=")minMax', r"\1maxMin", 1)), NUMBERS, "BD452"),
    Mutant("bars made shares", in_chart(do.sub(r'(<c:grouping val=")\w+', r"\1percentStacked", 1)), NUMBERS, "BD451"),
    Mutant("series without colour", in_chart(do.sub(r"(<c:ser>.*?</c:tx>)(?:<c:spPr>.*?</c:spPr>)?", r"\1<c:spPr><a:noFill/></c:spPr>", 1)), NUMBERS, "BD452"),
)  # fmt: skip


def graphics(**state: object) -> do.Change:
    """The page painted in another state."""

    def edit(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Resources.ExtGState = Dictionary(Odd=Dictionary(**state))
        page = pdf.pages[0]
        page.contents_coalesce()
        page.obj.Contents = pdf.make_stream(b"/Odd gs " + page.obj.Contents.read_bytes())

    return do.in_pdf(edit)


def in_root(key: str, value: object) -> do.Change:
    return do.in_pdf(lambda pdf: pdf.Root.__setitem__(key, value))


def clicked(**action: object) -> do.Change:
    def edit(pdf: pikepdf.Pdf) -> None:
        frame = Array([60, 60, 300, 90])
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=frame, Contents=String("x"), A=Dictionary(**action))
        pdf.pages[0].obj.Annots = Array([*pdf.pages[0].obj.get("/Annots", Array()), pdf.make_indirect(link)])

    return do.in_pdf(edit)


def stamped(pdf: pikepdf.Pdf) -> None:
    """A picture, perhaps of words, painted as decoration."""
    image = pdf.make_stream(b"\x80" * 9000, Type=Name.XObject, Subtype=Name.Image, Width=300, Height=30,
                            ColorSpace=Name.DeviceGray, BitsPerComponent=8)  # fmt: skip
    page = pdf.pages[0]
    page.Resources.XObject = Dictionary({**page.Resources.get("/XObject", Dictionary()), "/Stamp": image})
    page.contents_coalesce()
    painted = b"\n/Artifact BMC q 200 0 0 20 60 20 cm /Stamp Do Q EMC"
    page.obj.Contents = pdf.make_stream(page.obj.Contents.read_bytes() + painted)


def cells_traded(pdf: pikepdf.Pdf) -> None:
    cells = [element for element in do.elements(pdf) if element.S == Name.TD]
    cells[1].K, cells[4].K = cells[4].K, cells[1].K


def numbers_traded(pdf: pikepdf.Pdf) -> None:
    """Those beside the headings of the second section and the third."""
    _, second, third, *_ = [element.K for element in do.elements(pdf) if element.S == Name.H2]
    second[0].K, third[0].K = third[0].K, second[0].K


def metadata(old: bytes, new: bytes) -> do.Change:
    def edit(pdf: pikepdf.Pdf) -> None:
        said = pdf.Root.Metadata.read_bytes()
        assert old in said
        pdf.Root.Metadata = pdf.make_stream(said.replace(old, new), Type=Name.Metadata, Subtype=Name.XML)

    return do.in_pdf(edit)


def of_first_item(key: str, value: object) -> do.Change:
    def edit(pdf: pikepdf.Pdf) -> None:
        next(one for one in do.elements(pdf) if str(one.get("/ID", "")).startswith("item:"))[key] = value

    return do.in_pdf(edit)


def locked(brief: bytes) -> bytes:
    out = io.BytesIO()
    may = pikepdf.Permissions(accessibility=False, extract=False, print_highres=False, print_lowres=False)
    with pikepdf.open(io.BytesIO(brief)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="x", user="", allow=may))
    return out.getvalue()


def all_texts(before: str) -> do.Change:
    return do.in_content(lambda text: re.sub("BT", f"BT {before}", text))


ARRANGED_BRIEF = (
    Mutant("cells traded", do.in_pdf(cells_traded), CELLS, "BD435"),
    Mutant("numbers of headings traded", do.in_pdf(numbers_traded), COUNTED, "BD427"),
    Mutant("words blended away", graphics(BM=Name.Screen), SEEN_ON_BRIEF, "BD428"),
    Mutant("words behind a mask", graphics(SMask=Dictionary(S=Name.Luminosity)), SEEN_ON_BRIEF, "BD428"),
    Mutant("letters pressed flat", all_texts("10 Tz"), SEEN_ON_BRIEF, "BD428"),
    Mutant("letters on one another", all_texts("-5 Tc"), SEEN_ON_BRIEF, "BD428"),
    Mutant("stamp of a picture", do.in_pdf(stamped), PICTURES, "BD456"),
    Mutant("link to another place", clicked(S=Name.URI, URI=String("https://example.invalid")), LINKS_OF_BRIEF, "BD408"),
    Mutant("link to a program", clicked(S=Name.Launch, F=String("x")), BRIEF_ALONE, "BD408"),
    Mutant("form", in_root("/AcroForm", Dictionary(Fields=Array([]), XFA=String("x"))), BRIEF_ALONE, "BD408"),
    Mutant("folder of files", in_root("/Collection", Dictionary(View=Name.T)), BRIEF_ALONE, "BD408"),
    Mutant("locked", locked, BRIEF_ALONE, "BD408"),
    Mutant("page of no paper", do.in_pdf(lambda pdf: pdf.pages[0].obj.__setitem__("/MediaBox", Array([0, 0, 595, 3000]))), PAGE, "BD499"),
    Mutant("another title in the metadata", metadata(b"Water and land", b"Homework"), TAGGED, "BD492"),
    Mutant("no claim to be kept", metadata(b"pdfaid:part", b"pdfaid:rart"), TAGGED, "BD493"),
    Mutant("tags not to be trusted", do.in_pdf(lambda pdf: pdf.Root.MarkInfo.__setitem__("/Suspects", True)), TAGGED, "BD490"),
    Mutant("other words read aloud", of_first_item("/Alt", String("All praised CAATSA")), MARKS, "BD411"),
    Mutant("other words read out in full", of_first_item("/E", String("All praised CAATSA")), MARKS, "BD411"),
    Mutant("words passed over", of_first_item("/S", Name.NonStruct), MARKS, "BD495"),
)  # fmt: skip
