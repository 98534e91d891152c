"""Single faults of a brief that is read aloud as it should be: set elsewhere, painted over, told otherwise."""

# ruff: noqa: E501 (a table of mutants: one a line)

from __future__ import annotations

import re
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from verify import mutations as do
from verify.arranged_mutants import MARKS, PAGE, SEEN_ON_BRIEF, TAGGED
from verify.figure_mutants import Mutant

READ = "the brief stands in the order in which it is read"
LEADING = "bookmarks lead to their headings"
STANDARDS = "the brief keeps to PDF/UA-1 and PDF/A-2a"
CONTRASTS = "text on the brief stands out from its ground"
TOLD = "charts are told as the outline has them"

HINDI = """\
title: "पानी और भूमि"
lang: "hi"
sections:
  - title: "पानी कहाँ है"
    points: ["संसार का अधिकतर पानी महासागरों में है", "कुएँ 1386 दिन में सूख जाते हैं"]
"""

_PLACE = re.compile(r"1 0 0 1 ([\d.]+) ([\d.]+) Tm")
_INK = r"(?<![\d.])[\d.]+ [\d.]+ [\d.]+ "


def blocks(content: str, tag: str) -> list[str]:
    return re.findall(rf"/{tag} << [^\n]*>> BDC.*?EMC", content, re.DOTALL)


def shifted(block: str, x: float, y: float) -> str:
    return _PLACE.sub(lambda place: f"1 0 0 1 {float(place[1]) + x:.2f} {float(place[2]) + y:.2f} Tm", block)


def place_of(block: str) -> tuple[float, float]:
    x, y = _PLACE.search(block).groups()
    return float(x), float(y)


def places_traded(tag: str, first: int, second: int) -> do.Change:
    """Two stretches of the page, each where the other stood."""

    def change(content: str) -> str:
        one, other = (blocks(content, tag)[number] for number in (first, second))
        (x, y), (x2, y2) = place_of(one), place_of(other)
        moved = content.replace(one, "\0").replace(other, shifted(other, x - x2, y - y2))
        return moved.replace("\0", shifted(one, x2 - x, y2 - y))

    return do.in_content(change)


def moved_down(tag: str, number: int, by: float) -> do.Change:
    def change(content: str) -> str:
        block = blocks(content, tag)[number]
        return content.replace(block, shifted(block, 0, -by))

    return do.in_content(change)


def signs_traded(content: str) -> str:
    """Two words whose signs stand for each other; what is read aloud stays."""
    spoken = [block for block in blocks(content, "Span") if "ActualText" in block]
    one, other = spoken[4], spoken[6]
    signs, others = (re.search(r"\[.*\]", block)[0] for block in (one, other))
    assert signs != others
    traded = content.replace(one, "\0").replace(other, other.replace(others, signs))
    return traded.replace("\0", one.replace(signs, others))


def painted(over: str) -> do.Change:
    return do.in_content(lambda content: f"q {content} Q /Artifact BMC {over} EMC")


def in_all(change: Callable[[str], str], before: str = "") -> do.Change:
    return do.in_content(lambda content: before + change(content))


def destinations_traded(pdf: pikepdf.Pdf) -> None:
    second = pdf.Root.Outlines.First.Next
    second.Dest, second.Next.Dest = second.Next.Dest, second.Dest


def whole_page(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.Next.Dest = Array([pdf.pages[0].obj, Name.Fit])


def first(tag: str, **values: object) -> do.Change:
    """Entries of the first element of a kind."""

    def edit(pdf: pikepdf.Pdf) -> None:
        element = next(one for one in do.elements(pdf) if Name(f"/{tag}") == one.S)
        for key, value in values.items():
            element[f"/{key}"] = value

    return do.in_pdf(edit)


def told(old: str, new: str) -> do.Change:
    """The alternative text of the chart with two words in each other's place."""

    def edit(pdf: pikepdf.Pdf) -> None:
        chart = next(one for one in do.elements(pdf) if Name.Figure == one.S)
        words = str(chart.Alt)
        assert old in words and new in words
        chart.Alt = String(words.replace(old, "\0").replace(new, old).replace("\0", new))

    return do.in_pdf(edit)


def on_page(key: str, *edges: float) -> do.Change:
    return do.in_pdf(lambda pdf: pdf.pages[0].obj.__setitem__(key, Array(edges)))


SPOKEN = String("All praised CAATSA")

LAID_BRIEF = (
    Mutant("points in each other's place", places_traded("LBody", 0, 1), READ, "BD435"),
    Mutant("point in another section", places_traded("LBody", 1, 3), READ, "BD435"),
    Mutant("headings in each other's place", places_traded("H2", 0, 1), READ, "BD435"),
    Mutant("heading below its section", moved_down("H2", 1, 60), READ, "BD435"),
    Mutant("rows in each other's place", places_traded("TD", 0, 3), READ, "BD435"),
    Mutant("bookmarks that lead to one another's place", do.in_pdf(destinations_traded), LEADING, "BD419"),
    Mutant("bookmark to the whole page", do.in_pdf(whole_page), LEADING, "BD419"),
    Mutant("words under a triangle", painted("1 1 1 rg 0 0 m 1200 0 l 0 1700 l h f"), SEEN_ON_BRIEF, "BD428"),
    Mutant("words under a circle", painted("1 1 1 rg -600 400 m -600 1200 1200 1200 1200 400 c 1200 -500 -600 -500 -600 400 c f"), SEEN_ON_BRIEF, "BD428"),
    Mutant("words under a broad line", painted("1 1 1 RG 300 w 200 0 m 200 842 l S"), SEEN_ON_BRIEF, "BD428"),
    Mutant("words under a run of colours", painted("q 0 0 600 900 re W n /Shade sh Q"), SEEN_ON_BRIEF, "BD428"),
    Mutant("words struck through", do.in_content(lambda content: content + f"/Artifact BMC 1 w 40 {place_of(blocks(content, 'LBody')[0])[1] + 3} m 280 {place_of(blocks(content, 'LBody')[0])[1] + 3} l S EMC"), SEEN_ON_BRIEF, "BD428"),
    Mutant("words clipped by a triangle", do.in_content(lambda content: f"0 0 m 1 0 l 1 1 l h W n {content}"), SEEN_ON_BRIEF, "BD428"),
    Mutant("white text by four inks", in_all(do.sub(f"{_INK}rg", "0 0 0 0 k")), CONTRASTS, "BD478"),
    Mutant("letters drawn in white and left empty", in_all(do.sub(f"{_INK}RG", "1 1 1 RG"), "1 Tr "), CONTRASTS, "BD478"),
    Mutant("text in a colour of another kind", in_all(do.sub(f"{_INK}rg", "/DeviceGray cs 1 sc")), SEEN_ON_BRIEF, "BD428"),
    Mutant("page that is larger than what was set", on_page("/MediaBox", 0, 0, 841.9, 1190.6), PAGE, "BD499"),
    Mutant("page to be cut by the printer", on_page("/TrimBox", 0, 0, 300, 400), PAGE, "BD499"),
    Mutant("a list read aloud as something else", first("L", ActualText=SPOKEN), MARKS, "BD411"),
    Mutant("all of it read aloud as something else", first("Document", ActualText=SPOKEN), MARKS, "BD411"),
    Mutant("a number read aloud as another", first("Lbl", Alt=String("7")), MARKS, "BD411"),
    Mutant("a table told as something else", first("Table", Alt=SPOKEN), MARKS, "BD411"),
    Mutant("a caption told as something else", first("Caption", E=SPOKEN), MARKS, "BD411"),
    Mutant("a point in another language", first("LBody", Lang=String("fr")), TAGGED, "BD491"),
    Mutant("words in another language", do.in_content(do.sub(r"(/LBody << /MCID \d+) >>", r"\1 /Lang (fr) >>", 1)), STANDARDS, "BD901"),
    Mutant("names of columns for rows", first("TH", A=Dictionary(O=Name.Table, Scope=Name.Row)), STANDARDS, "BD901"),
    Mutant("a cell as the name of a column", first("TD", S=Name.TH, A=Dictionary(O=Name.Table, Scope=Name.Column)), STANDARDS, "BD901"),
    Mutant("a cell over three columns", first("TD", A=Dictionary(O=Name.Table, ColSpan=3)), STANDARDS, "BD901"),
    Mutant("a chart told with its numbers traded", told("11", "35"), TOLD, "BD458"),
    Mutant("a chart told with its names traded", told("Farms", "Homes"), TOLD, "BD458"),
)  # fmt: skip
