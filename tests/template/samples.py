"""Templates made by code: PowerPoint's usual layouts, our own deck, and what people and programs do to such files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from functools import cache

from pptx import Presentation
from pptx.util import Emu

from briefdeck.model.outline import Outline
from briefdeck.pipeline import Order, make
from briefdeck.text.outline import load_outline

MASTER = "ppt/slideMasters/slideMaster1.xml"
THEME = "ppt/theme/theme1.xml"
PRESENTATION = "ppt/presentation.xml"
TYPES = "[Content_Types].xml"
KIND = "application/vnd.openxmlformats-officedocument.presentationml.{}+xml"

Change = Callable[[str], str]

OUTLINE = """
version: "1"
title: "How plants eat light"
subtitle: "Photosynthesis: the basics"
author: "R. Iyer"
lang: "en"
sections:
  - title: "What a leaf does"
    lead: "A leaf is a kitchen that runs on light."
    points: ["It takes in light and water.", "It gives off oxygen.", "It stores what it makes as starch."]
  - title: "Three parts"
    points:
      - {label: "Root", say: "It drinks water and salts from the ground."}
      - {label: "Stem", say: "It carries water up and sugar down."}
      - {label: "Leaf", say: "It makes sugar from light, water and air."}
    figures: [{value: "over 90 %", caption: "of a plant's dry weight comes from the air"}]
  - title: "Sun and shade"
    compare:
      - {label: "In the sun", points: ["Leaves are thick and small.", "Water runs short."]}
      - {label: "In the shade", points: ["Leaves are thin and wide.", "Light runs short."]}
    table: {header: ["leaf", "mg an hour"], rows: [["sun", "12"], ["shade", "3"]], caption: "Sugar made"}
    quote: {text: "Every green leaf is a factory.", by: "A gardener"}
    timeline: ["1771": "Priestley finds that plants mend the air.", "1779": "Ingenhousz finds that they need light."]
terms: [Starch: "what sugar is stored as", {term: "stoma", meaning: "a pore of the leaf"}]
questions: ["Why are leaves green?", "Why do leaves fall?"]
takeaways: ["Leaves eat light."]
sources: ["School book, chapter 4"]
"""


@cache
def outline() -> Outline:
    return load_outline(OUTLINE, "outline.yaml")[0]


@cache
def usual() -> bytes:
    """What python-pptx starts from: PowerPoint's eleven layouts, 4:3, no notes master."""
    out = io.BytesIO()
    Presentation().save(out)
    return out.getvalue()


@cache
def wide() -> bytes:
    """The same at 16:9, with a slide, a section of its own and a comment author, saved as a template."""
    deck = Presentation(io.BytesIO(usual()))
    deck.slide_width = Emu(12192000)
    for shape in (shape for master in deck.slide_masters for shape in master.placeholders):
        shape.left, shape.width = shape.left * 4 // 3, shape.width * 4 // 3
    for layout in deck.slide_layouts:
        for shape in layout.placeholders:
            if shape._element.spPr.xfrm is not None:
                shape.left, shape.width = shape.left * 4 // 3, shape.width * 4 // 3
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "What the template shows"
    slide.notes_slide.notes_text_frame.text = "What it says"
    out = io.BytesIO()
    deck.save(out)
    return edited(out.getvalue(), {TYPES: swap("presentation.main+xml", "template.main+xml")})


@cache
def ours() -> bytes:
    """A deck of our own: somebody changed its colours and gave it back as a template."""
    deck = make(outline(), Order(only="deck")).deck
    assert deck is not None
    return deck


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def edited(data: bytes, changes: Mapping[str, Change], more: Mapping[str, bytes] | None = None) -> bytes:
    """The file with some parts changed as text, and others added."""
    parts = members(data)
    for name, change in changes.items():
        parts[name] = change(parts[name].decode()).encode()
    return packed({**parts, **(more or {})})


def without(data: bytes, *names: str) -> bytes:
    return packed({name: part for name, part in members(data).items() if name not in names})


def swap(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert old in text, f"nothing to change: {old}"
        return text.replace(old, new)

    return change


def sub(pattern: str, new: str) -> Change:
    def change(text: str) -> str:
        found, count = re.subn(pattern, new, text, flags=re.DOTALL)
        assert count, f"nothing to change: {pattern}"
        return found

    return change


def layouts(data: bytes) -> list[str]:
    return [name for name in members(data) if re.fullmatch(r"ppt/slideLayouts/slideLayout\d+\.xml", name)]


def only_layouts(data: bytes, *numbers: int) -> bytes:
    """The file with nothing but these layouts listed by its master (1 to 11); none at all without numbers."""
    keep = {f"slideLayout{number}.xml" for number in numbers}
    parts = members(data)
    rels = MASTER.replace("slideMaster1.xml", "_rels/slideMaster1.xml.rels")
    text, relations = parts[MASTER].decode(), parts[rels].decode()
    for found in re.findall(r'<Relationship [^>]*slideLayout"[^>]*/>', relations):
        target, name = re.search(r'Target="([^"]+)"', found)[1], re.search(r'Id="([^"]+)"', found)[1]
        if target.rpartition("/")[2] not in keep:
            relations = relations.replace(found, "")
            text = re.sub(rf'<p:sldLayoutId [^>]*r:id="{name}"/>', "", text)
    return packed({**parts, MASTER: text.encode(), rels: relations.encode()})


def many_layouts(count: int) -> bytes:
    """The usual file with copies of its layout for points until there are so many layouts."""
    parts = members(usual())
    rels = MASTER.replace("slideMaster1.xml", "_rels/slideMaster1.xml.rels")
    listed, relations, types = "", "", ""
    for number in range(len(layouts(usual())) + 1, count + 1):
        name = f"ppt/slideLayouts/slideLayout{number}.xml"
        parts[name] = parts["ppt/slideLayouts/slideLayout2.xml"]
        folder = "ppt/slideLayouts/_rels/slideLayout{}.xml.rels"
        parts[folder.format(number)] = parts[folder.format(2)]
        listed += f'<p:sldLayoutId id="{2147490000 + number}" r:id="rIdMore{number}"/>'
        relations += (
            f'<Relationship Id="rIdMore{number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            f'relationships/slideLayout" Target="../slideLayouts/slideLayout{number}.xml"/>'
        )
        types += (
            f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.'
            'presentationml.slideLayout+xml"/>'
        )
    return edited(
        packed(parts),
        {
            MASTER: swap("</p:sldLayoutIdLst>", listed + "</p:sldLayoutIdLst>"),
            rels: swap("</Relationships>", relations + "</Relationships>"),
            TYPES: swap("</Types>", types + "</Types>"),
        },
    )


def two_masters() -> bytes:
    """Two masters: the first has nothing but a title layout, the second the usual ones."""
    parts = members(only_layouts(usual(), 1))
    rels = "ppt/slideMasters/_rels/slideMaster{}.xml.rels"
    whole = members(usual())
    second = MASTER.replace("1.xml", "2.xml")
    moved = lambda text: text.replace("slideLayouts/slideLayout", "slideLayouts/slideLayout9")  # noqa: E731
    parts[second] = re.sub(
        rb'(<p:sldLayoutId id=")\d+', lambda found: found[1] + b"21474999%02d" % counted(found), whole[MASTER]
    )
    parts[rels.format(2)] = moved(whole[rels.format(1)].decode()).encode()
    types = ""
    for name in layouts(usual()):
        number = re.search(r"(\d+)\.xml", name)[1]
        other = f"ppt/slideLayouts/slideLayout9{number}.xml"
        parts[other] = whole[name]
        folder = "ppt/slideLayouts/_rels/slideLayout{}.xml.rels"
        parts[folder.format(f"9{number}")] = whole[folder.format(number)].replace(
            b"slideMaster1.xml", b"slideMaster2.xml"
        )
        types += f'<Override PartName="/{other}" ContentType="{KIND.format("slideLayout")}"/>'
    types += f'<Override PartName="/{second}" ContentType="{KIND.format("slideMaster")}"/>'
    relation = (
        '<Relationship Id="rIdTwo" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'slideMaster" Target="slideMasters/slideMaster2.xml"/></Relationships>'
    )
    return edited(
        packed(parts),
        {
            PRESENTATION: swap(
                "</p:sldMasterIdLst>", '<p:sldMasterId id="2147499999" r:id="rIdTwo"/></p:sldMasterIdLst>'
            ),
            "ppt/_rels/presentation.xml.rels": swap("</Relationships>", relation),
            TYPES: swap("</Types>", types + "</Types>"),
        },
    )


def counted(found: re.Match[bytes]) -> int:
    """A number that differs from place to place."""
    return found.start() % 97
