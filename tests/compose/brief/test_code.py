"""The QR code of the brief: right, large enough for phones, and there for those who cannot see it."""

from __future__ import annotations

import io
import shutil
import subprocess

import pytest
import segno
from PIL import Image

from briefdeck.assets import read_look
from briefdeck.compose.brief.code import MODULE, qr_code
from briefdeck.errors import BriefdeckError
from briefdeck.model.outline import BriefSettings, BriefStyle
from briefdeck.model.page import PictureContent
from briefdeck.model.values import replace
from briefdeck.pipeline import Order, make
from briefdeck.text.outline import load_outline
from briefdeck.verify import verify
from compose.brief_outlines import rich

LINK = "https://example.org/lessons/photosynthesis?class=8c"
HALF_A_MILLIMETRE = 72 / 25.4 / 2


def linked(style: BriefStyle = "standard"):
    given = replace(rich(), brief=BriefSettings(link=LINK))
    return given, make(given, Order(only="brief", style=style))


def box(made):
    return next(box for box in made.brief_document.pages[0].boxes if isinstance(box.content, PictureContent))


def matrix(picture: Image.Image, modules: int) -> list[list[bool]]:
    """Whether the middle of each module is dark."""
    step = picture.width / modules
    grey = picture.convert("L")
    return [[grey.getpixel((int((x + 0.5) * step), int((y + 0.5) * step))) < 128 for x in range(modules)]
            for y in range(modules)]  # fmt: skip


def wanted(link: str) -> list[list[bool]]:
    """The modules as the standard has them, with the white border."""
    return [
        [bool(dark) for dark in row]
        for row in segno.make(link, error="m", micro=False, boost_error=False).matrix_iter(border=4)
    ]


@pytest.mark.parametrize("link", [LINK, "https://a.bc", "https://example.org/" + "long/" * 50])
def test_the_code_says_the_link_in_modules_of_half_a_millimetre_and_more(link):
    code = qr_code(link)
    modules = wanted(link)
    assert matrix(Image.open(io.BytesIO(code.media.data)), len(modules)) == modules
    assert code.side / len(modules) == pytest.approx(MODULE) and MODULE >= HALF_A_MILLIMETRE


@pytest.mark.parametrize("style", ["standard", "clear-print", "cornell", "guided", "poster"])
def test_it_stands_beside_the_title_in_every_style_and_every_promise_is_kept(style):
    given, made = linked(style)
    placed = box(made)
    others = [one for one in made.brief_document.pages[0].boxes if one is not placed]
    assert not any(one.frame.overlaps(placed.frame) for one in others)
    assert LINK in placed.content.alt
    assert verify(None, made.brief, given, None, read_look("", "en").furniture).problems == ()


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="not installed: pdftoppm (Debian: poppler-utils)")
def test_the_printed_code_is_the_code(tmp_path):
    _, made = linked()
    (tmp_path / "brief.pdf").write_bytes(made.brief)
    subprocess.run(["pdftoppm", "-r", "300", "-png", "-singlefile", "brief.pdf", "page"], cwd=tmp_path, check=True)
    frame, dots = box(made).frame, 300 / 72
    cut = tuple(round(edge * dots) for edge in (frame.x, frame.y, frame.right, frame.bottom))
    modules = wanted(LINK)
    assert matrix(Image.open(tmp_path / "page.png").crop(cut), len(modules)) == modules


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "example.org", "https://example.org/two words", "https://" + "x" * 300]
)
def test_what_is_no_address_is_refused_at_its_place(link):
    text = f'version: "1"\ntitle: "T"\nbrief: {{link: "{link}"}}\nsections: [{{title: "A", points: ["One."]}}]\n'
    with pytest.raises(BriefdeckError) as raised:
        load_outline(text, "outline.yaml")
    assert [(problem.code, problem.at.line) for problem in raised.value.problems] == [("BD161", 3)]
