"""Single faults in charts and pictures, each with the check that must find it."""

# ruff: noqa: E501 (a table of mutants: one a line)

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import pikepdf

from verify import mutations as do

NUMBERS = "charts hold the outline's numbers"
WHOLE = "pictures on slides are whole and not stretched"
ON_BRIEF = "pictures on the brief are there and not stretched"
DRAWN = "charts on the brief show the outline's numbers"
NATIVE = "no picture stands for text"
SLIDES = "slides show the outline's words"
ALTERNATIVES = "what is not text has an alternative"
MARKS = "all text on the brief is tagged"
BRIEF = "the brief shows the outline's words"


@dataclass(frozen=True)
class Mutant:
    """A fault, the check that must find it, and its code."""

    name: str
    change: Callable[[bytes], bytes]
    check: str
    code: str
    on_brief: bool = False


def in_workbook(old: bytes, new: bytes) -> do.Change:
    """Change a cell of the first chart's workbook."""

    def change(deck: bytes) -> bytes:
        return rewritten(deck, lambda name, data: rewritten(data, cells) if name.endswith("Sheet1.xlsx") else data)

    def cells(name: str, data: bytes) -> bytes:
        return data.replace(old, new) if name == "xl/worksheets/sheet1.xml" else data

    return change


def rewritten(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """An archive with some of its parts changed; None takes a part out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            if (part := change(name, before.read(name))) is not None:
                after.writestr(name, part)
    return out.getvalue()


def without_workbook(deck: bytes) -> bytes:
    def change(name: str, data: bytes) -> bytes | None:
        if name == "ppt/charts/_rels/chart1.xml.rels" or name.endswith("Sheet1.xlsx"):
            return None
        return data.replace(b'<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>', b"")

    return rewritten(deck, change)


def without_photograph(deck: bytes) -> bytes:
    return do.on_slide("They cool", do.sub(r'<a:blip r:embed="\w+"/>', "<a:blip/>"))(deck)


def photograph(pdf: pikepdf.Pdf) -> pikepdf.Stream:
    return next(image for image in pdf.pages[0].Resources.XObject.values() if image.get("/Filter") == "/DCTDecode")


def figure(name: str) -> Callable[[pikepdf.Pdf], pikepdf.Dictionary]:
    return lambda pdf: next(
        one for one in do.elements(pdf) if one.S == "/Figure" and str(one.ID).endswith(name)
    )  # fmt: skip


def wider(pdf: pikepdf.Pdf) -> None:
    photograph(pdf).Width = 1100


def unpainted(text: str) -> str:
    return do.sub(r"/\S+ Do", "")(text)


def said(name: str, alt: str) -> Callable[[pikepdf.Pdf], None]:
    def edit(pdf: pikepdf.Pdf) -> None:
        figure(name)(pdf).Alt = pikepdf.String(alt)

    return edit


def relabelled(pdf: pikepdf.Pdf) -> None:
    """The codes of the brief's digit 5 stand for 8, as if a drawn number had been changed."""
    for font in pdf.pages[0].Resources.Font.values():
        text = font.ToUnicode.read_bytes().replace(b"<0035>", b"<0038>")
        font.ToUnicode = pdf.make_stream(text)


CHART = "ppt/charts/chart1.xml"

FIGURES = (
    Mutant("number of a chart", do.in_part(CHART, do.swap("<c:v>3005</c:v>", "<c:v>3050</c:v>")), NUMBERS, "BD452"),
    Mutant("number left out", do.in_part(CHART, do.swap('<c:pt idx="1"><c:v>722</c:v></c:pt>', "")), NUMBERS, "BD452"),
    Mutant("share read as a number", do.in_part("ppt/charts/chart2.xml", do.swap("<c:v>0.78</c:v>", "<c:v>78</c:v>")), NUMBERS, "BD452"),
    Mutant("category of a chart", do.in_part(CHART, do.swap("<c:v>Pune</c:v>", "<c:v>Poona</c:v>")), NUMBERS, "BD451"),
    Mutant("name of a series", do.in_part(CHART, do.swap("Rain in mm", "Rain in cm")), NUMBERS, "BD451"),
    Mutant("cell of the workbook", in_workbook(b"<v>722</v>", b"<v>723</v>"), NUMBERS, "BD453"),
    Mutant("no workbook", without_workbook, NUMBERS, "BD453"),
    Mutant("chart taken out", do.on_slide("Kochi has most", do.sub(r"<p:graphicFrame>.*?</p:graphicFrame>", "")), NATIVE, "BD464"),
    Mutant("chart without words", do.on_slide("Kochi has most", do.sub(r' descr="[^"]*"', "")), ALTERNATIVES, "BD474"),
    Mutant("words of a chart invented", do.on_slide("Kochi has most", do.sub(r'descr="A year', 'descr="Floods in a year')), SLIDES, "BD411"),
    Mutant("picture stretched", do.on_slide("They cool", do.sub(r'(<p:pic>.*?<a:ext cx=")\d+', r"\g<1>2540000")), WHOLE, "BD455"),
    Mutant("crop taken away", do.on_slide("They cool", do.sub(r"<a:srcRect[^>]*/>", '<a:srcRect l="30000"/>')), WHOLE, "BD455"),
    Mutant("picture not in the file", without_photograph, WHOLE, "BD454"),
    Mutant("picture without words", do.on_slide("They cool", do.sub(r' descr="[^"]*"', "")), ALTERNATIVES, "BD474"),
    Mutant("picture named by its file", do.on_slide("They cool", do.sub(r'descr="[^"]*"', r'descr="C:\\Users\\me\\cloud.jpg"')), ALTERNATIVES, "BD474"),
    Mutant("picture taken out", do.on_slide("They cool", do.sub(r"<p:pic>.*?</p:pic>", "")), NATIVE, "BD464"),
    Mutant("brief: picture stretched", do.in_pdf(wider), ON_BRIEF, "BD457", on_brief=True),
    Mutant("brief: picture not painted", do.in_content(unpainted), ON_BRIEF, "BD456", on_brief=True),
    Mutant("brief: picture without words", do.in_pdf(said("picture", "")), MARKS, "BD496", on_brief=True),
    Mutant("brief: picture with other words", do.in_pdf(said("picture", "A castle by night")), BRIEF, "BD411", on_brief=True),
    Mutant("brief: number altered", do.in_pdf(relabelled), DRAWN, "BD458", on_brief=True),
    Mutant("brief: number of a chart unsaid", do.in_pdf(said("chart", "A year. Rain in mm: Kochi 3,005, Pune 722")), "every item is on the brief or cut", "BD421", on_brief=True),
)  # fmt: skip
