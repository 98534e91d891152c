"""What was painted of a deck is held against its boxes: each fault is named, and a deck in order has none."""

# ruff: noqa: E501 (a table of mutants: one a line)

from __future__ import annotations

import io

import pikepdf
import pytest

from briefdeck.outside_tools import ask_all
from briefdeck.pipeline import Order, make
from briefdeck.verify import painted
from briefdeck.verify.deck_reader import read_deck
from support.render import needs_libreoffice
from verify import mutations as do

BODY = "India currently has orders"


@pytest.fixture(scope="module")
def painting(built):
    """The slides as our own painter sets them as a PDF: places and sizes are the deck's."""
    return make(built.outline, Order(also=("slides",))).also["slides.pdf"]


def found(deck: bytes, painting: bytes) -> list[tuple[str, str]]:
    read, _ = read_deck(deck)
    assert read is not None
    return [(problem.code, problem.message) for problem in painted.spills(read, painting)]


def test_slides_that_are_in_order_have_no_fault(built, painting):
    assert found(built.deck, painting) == []


def framed(name: str, x: int, y: int, width: int, height: int) -> do.Change:
    """Gives a shape of the slide with the figure a place of its own, in points."""
    place = f'<a:off x="{x * 12700}" y="{y * 12700}"/><a:ext cx="{width * 12700}" cy="{height * 12700}"/>'
    return do.on_slide(
        BODY, do.sub(rf'(name="{name}".*?)<p:spPr/>', rf"\1<p:spPr><a:xfrm>{place}</a:xfrm></p:spPr>", 1)
    )


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (framed("points", 440, 150, 200, 350), "“A new US law seeks"),
        (framed("points", 440, 150, 460, 90), "the box of “points”"),
        (framed("points", 40, 150, 460, 350), "the box of “points”"),
        (framed("title", 54, 300, 800, 50), "the box of “title”"),
    ],
    ids=["too narrow", "too low", "beside its text", "title below"],
)
def test_type_outside_its_box_is_named(built, painting, change, says):
    [(code, message), *_] = found(change(built.deck), painting)
    assert code == "BD449" and says in message and "slide " in message


def test_a_slide_that_was_not_painted_is_named(built, painting):
    fewer = do.in_pdf(lambda pdf: pdf.pages.remove(p=3))(painting)
    [(code, message)] = found(built.deck, fewer)
    assert code == "BD459" and message.startswith("LibreOffice paints ")


def test_words_that_were_not_painted_are_named(built, painting):
    def blank(pdf: pikepdf.Pdf) -> None:
        pdf.pages[4].obj.Contents = pdf.make_stream(b"")

    said = found(built.deck, do.in_pdf(blank)(painting))
    assert said and {code for code, _ in said} == {"BD459"}
    assert all("slide 5: LibreOffice does not paint" in message for _, message in said)


def test_a_painting_that_cannot_be_read_is_told(built):
    assert [code for code, _ in found(built.deck, b"%PDF-1.7\nnothing")] == ["BD406"]


def test_a_deck_that_would_load_something_is_not_painted(built):
    outside = '<Relationship Id="rId90" Type="http://x/image" Target="http://example.invalid/x.png" TargetMode="External"/></Relationships>'
    deck = do.in_part("ppt/slides/_rels/slide1.xml.rels", do.swap("</Relationships>", outside))(built.deck)
    assert painted.paintable(deck) is None
    link = outside.replace("http://x/image", "http://x/hyperlink")
    deck = do.in_part("ppt/slides/_rels/slide1.xml.rels", do.swap("</Relationships>", link))(built.deck)
    assert painted.paintable(deck) is not None


def test_a_deck_is_painted_as_its_sizes_say(built):
    """LibreOffice would shrink what PowerPoint leaves as it is."""
    import zipfile

    shrinks = [b"normAutofit", b"spAutoFit"]
    with zipfile.ZipFile(io.BytesIO(painted.paintable(built.deck))) as deck:
        for name in deck.namelist():
            if name.startswith(("ppt/slides/", "ppt/slideLayouts/", "ppt/slideMasters/")) and name.endswith(".xml"):
                assert not any(word in deck.read(name) for word in shrinks), name


ONLY_BY_RENDERING = {
    "room after each point": do.on_slide(
        BODY, do.sub(r'(name="points".*?</a:spcBef>)', r'\1<a:spcAft><a:spcPts val="12000"/></a:spcAft>', 1)
    ),
    "letters far apart": do.on_slide(
        "The Sochi visit was", do.sub(r'<a:rPr lang="en-US"/>(<a:t>The Sochi)', r'<a:rPr lang="en-US" spc="6000"/>\1')
    ),
}
"""Faults that no reading of boxes and sizes tells: each on a slide of its own, so that one painting shows all."""


@pytest.mark.slow
@needs_libreoffice
def test_libreoffice_finds_what_reading_does_not(built):
    assert found(built.deck, ask_all(built.deck, None).painted.painting) == []
    deck = built.deck
    for change in ONLY_BY_RENDERING.values():
        deck = change(deck)
    quiet = built.report(deck=deck)
    assert all(check.passed for check in quiet.checks if check.name == "text on slides has room")
    said = found(deck, ask_all(deck, None).painted.painting)
    assert {code for code, _ in said} == {"BD449"}
    assert len({message.split(":")[0] for _, message in said}) == len(ONLY_BY_RENDERING), said
