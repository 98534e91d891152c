"""A small deck and a small brief made by hand, without our composers and painters, and the outline they show."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from itertools import zip_longest

import pikepdf
from lxml import etree
from pikepdf import Array, Dictionary, Name, String
from pptx import Presentation
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn

from briefdeck.model.ids import assign_ids
from briefdeck.model.look import Furniture
from briefdeck.model.note import Note, NoteLine
from briefdeck.model.outline import Figure, Outline, Point, Remark, Section
from briefdeck.model.seal import seal
from briefdeck.model.values import replace

BUILD = "0123456789abcdef"
TAGS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/tags"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
FURNITURE = Furniture(
    lang="en",
    words={"terms": "Key terms", "questions": "Questions", "takeaways": "Takeaways", "sources": "Sources",
           "line": "line {line}", "part": "{title} ({part}/{parts})"},
)  # fmt: skip

XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>'
    b"</rdf:RDF></x:xmpmeta>"
)

NOTE = Note(
    name="note.txt",
    lines=(
        NoteLine(1, "Water"),
        NoteLine(2, "Rain - It rains over 300 mm a year, which is not much."),
        NoteLine(3, "Rivers might dry up in August."),
        NoteLine(4, ""),
    ),
    digest="sha256:1",
    encoding="utf-8",
)

OUTLINE = assign_ids(
    Outline(
        title="A dry land",
        note="note.txt",
        digest="sha256:1",
        sections=(
            Section(
                id="",
                title="Water",
                lines=(1,),
                points=(
                    Point(
                        label="Rain",
                        points=(
                            Point(
                                say="It rains over 300 mm a year, which is not much.",
                                show="It rains over 300 mm a year",
                                lines=(2,),
                            ),
                        ),
                    ),
                    Point(say="Rivers might dry up in August.", lines=(3,)),
                ),
                figures=(Figure(value="over 300 mm", caption="a year", lines=(2,)),),
            ),
        ),
        questions=(Remark(text="Why might rivers dry up?", lines=(3,)),),
    )
)


@dataclass(frozen=True)
class HandSlide:
    """What one slide shows."""

    entry: str
    items: str
    title: str
    body: tuple[str, ...]
    notes: tuple[str, ...] = ()
    size: int = 20
    lang: str = "en"


SLIDES = (
    HandSlide("opening", "", "A dry land", (), ()),
    HandSlide(
        "h1", "p2 p3 f2", "Water",
        ("Rain", "It rains over 300 mm a year", "Rivers might dry up in August", "over 300 mm", "a year"),
        ("Rain. It rains over 300 mm a year, which is not much. (line 2)", "Rivers might dry up in August. (line 3)"),
    ),
    HandSlide("questions", "q3", "Questions", ("Why might rivers dry up?",), ("Questions",)),
)  # fmt: skip


def hand_deck(slides: tuple[HandSlide, ...] = SLIDES, *, build: str = BUILD, cuts: str = "[]") -> bytes:
    """A deck in python-pptx's own template, with our tags."""
    deck = Presentation()
    deck.core_properties.title, deck.core_properties.language = "A dry land", "en"
    for spec in slides:
        slide = deck.slides.add_slide(deck.slide_layouts[1 if spec.body else 5])
        fill(slide.shapes.title, (spec.title,), spec)
        if spec.body:
            fill(slide.placeholders[1], spec.body, spec)
            if spec.entry == "questions":
                for paragraph in slide.placeholders[1].text_frame.paragraphs:
                    etree.SubElement(paragraph._p.get_or_add_pPr(), qn("a:buAutoNum"), type="arabicPlain")
        if spec.notes:
            fill(slide.notes_slide.notes_placeholder, spec.notes, spec)
        add_tags(slide.part, slide.part.partname.idx + 1, {"ENTRY": spec.entry, "ITEMS": spec.items})
    add_sections(deck, slides)
    tags = add_tags(deck.part, 1, {"BUILD": build, "OUTLINE": "../outline.yaml", "CUTS": cuts, "SEAL": ""})
    data = saved(deck)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        value = seal((name, archive.read(name)) for name in archive.namelist())
    tags._blob = tags.blob.replace(b'BRIEFDECK_SEAL" val=""', f'BRIEFDECK_SEAL" val="{value}"'.encode())
    return saved(deck)


def fill(shape, texts: tuple[str, ...], spec: HandSlide) -> None:
    frame = shape.text_frame
    frame.text = "\n".join(texts)
    style = frame._txBody.find(qn("a:lstStyle"))
    level = etree.SubElement(style, qn("a:lvl1pPr"))
    etree.SubElement(level, qn("a:defRPr"), sz=str(spec.size * 100))
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            if spec.lang:
                run._r.get_or_add_rPr().set("lang", spec.lang)


def add_tags(part: Part, number: int, values: dict[str, str]) -> Part:
    namespace = "http://schemas.openxmlformats.org/presentationml/2006/main"
    root = etree.Element(f"{{{namespace}}}tagLst")
    for name, value in values.items():
        etree.SubElement(root, f"{{{namespace}}}tag", name=f"BRIEFDECK_{name}", val=value)
    tags = Part(
        PackURI(f"/ppt/tags/tag{number}.xml"),
        "application/vnd.openxmlformats-officedocument.presentationml.tags+xml",
        part.package,
        etree.tostring(root),
    )
    part.relate_to(tags, TAGS)
    return tags


def add_sections(deck, slides: tuple[HandSlide, ...]) -> None:
    names = {"opening": "A dry land", "h1": "Water", "questions": "Questions"}
    extensions = etree.SubElement(deck.part._element, qn("p:extLst"))
    extension = etree.SubElement(extensions, qn("p:ext"), uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}")
    listed = etree.SubElement(extension, f"{{{P14}}}sectionLst")
    for spec, slide in zip(slides, deck.slides, strict=True):
        section = etree.SubElement(listed, f"{{{P14}}}section", name=names[spec.entry], id="{0}")
        ids = etree.SubElement(section, f"{{{P14}}}sldIdLst")
        etree.SubElement(ids, f"{{{P14}}}sldId", id=str(slide.slide_id))


def saved(deck) -> bytes:
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


@dataclass(frozen=True)
class HandElement:
    """One structure element of the brief, set on a line of its own."""

    tag: str
    id: str
    text: str
    size: float = 11
    mark: str = ""  # "": tagged


ELEMENTS = (
    HandElement("H1", "entry:opening", "A dry land", 20),
    HandElement("H2", "entry:h1", "1 Water", 14),
    HandElement("P", "item:p2", "Rain. It rains over 300 mm a year, which is not much."),
    HandElement("P", "item:p3", "Rivers might dry up in August."),
    HandElement("P", "item:f2", "over 300 mm"),
    HandElement("P", "item:f2#2", "a year", 9),
    HandElement("H2", "entry:questions", "Questions", 14),
    HandElement("P", "item:q3", "Why might rivers dry up?"),
    HandElement("", "", "note.txt", 9, mark="Artifact"),
)


@dataclass(frozen=True)
class HandBrief:
    """What the brief is made of."""

    elements: tuple[HandElement, ...] = ELEMENTS
    bookmarks: tuple[str, ...] = ("A dry land", "Water", "Questions")
    build: str = BUILD
    cuts: str = "[]"
    pages: int = 1
    extra: dict[str, str] = field(default_factory=dict)

    def but(self, **changes: object) -> HandBrief:
        return replace(self, **changes)


def hand_brief(spec: HandBrief = HandBrief()) -> bytes:
    """A tagged page in Helvetica, which is not embedded."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    for _ in range(spec.pages):
        pdf.add_blank_page(page_size=(595, 842))
    page = pdf.pages[0]
    page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    kids, content, y = [], [], 780.0
    for number, element in enumerate(spec.elements):
        properties = f"<</MCID {number}>>" if not element.mark else "<<>>"
        tag = element.mark or element.tag
        escaped = element.text.replace("(", r"\(").replace(")", r"\)")
        shown = f"BT /F1 {element.size} Tf 1 0 0 1 50 {y} Tm ({escaped}) Tj ET"
        content.append(shown if element.mark == "none" else f"/{tag} {properties} BDC {shown} EMC")
        y -= 30
        if not element.mark:
            kids.append(
                pdf.make_indirect(
                    Dictionary(
                        Type=Name.StructElem,
                        S=Name("/" + element.tag),
                        P=document,
                        Pg=page.obj,
                        K=number,
                        ID=String(element.id),
                    )
                )
            )
    page.obj.Contents = pdf.make_stream("\n".join(content).encode("cp1252"))
    document.K, root.K = Array(kids), document
    pdf.Root.StructTreeRoot, pdf.Root.MarkInfo, pdf.Root.Lang = root, Dictionary(Marked=True), String("en")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.Metadata = pdf.make_stream(XMP, Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.BriefdeckCuts = pdf.make_stream(spec.cuts.encode())
    with pdf.open_outline() as outline:
        headings = [780 - 30 * place for place, one in enumerate(spec.elements) if one.tag.startswith("H")]
        for title, top in zip_longest(spec.bookmarks, headings[: len(spec.bookmarks)], fillvalue=0):
            place = pikepdf.PageLocation.XYZ
            outline.root.append(pikepdf.OutlineItem(title, 0, place, left=50, top=top + 20))
    info = {"/Title": "A dry land", "/BriefdeckBuild": spec.build, "/BriefdeckOutline": "../outline.yaml",
            **spec.extra}  # fmt: skip
    for key, value in info.items():
        pdf.docinfo[key] = value
    out = io.BytesIO()
    pdf.save(out, static_id=True)
    return out.getvalue()
