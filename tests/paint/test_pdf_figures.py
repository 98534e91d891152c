"""Pictures and drawn charts in the PDF: tagged as figures, their pixels and lines where the page says."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image

from briefdeck.model.geometry import Rect
from briefdeck.model.look import Ink
from briefdeck.model.media import WHOLE, Media, Path, crop_to
from briefdeck.model.page import Box, ChartContent, ChartLabel, ChartSeries, Entry, EntryKind, Part, PictureContent, Ref
from briefdeck.paint.pdf import paint
from briefdeck.verify.standards import check
from paint import pdf_documents as made
from paint.pdf_reader import outline_of

SECTION = Entry(id="s1", title="What to say first", kind=EntryKind.SECTION, extras=("s1.chart", "s1.picture"))
REF = Ref("s1", "s1.picture", Part.TEXT)


def media(mode: str = "RGB", size: tuple[int, int] = (40, 20), kind: str = "png") -> Media:
    out = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(out, kind)
    return Media("photo", kind, *size, out.getvalue())


def chart() -> Box:
    bar = Path((("M", (10, 10)), ("L", (60, 10)), ("L", (60, 30)), ("L", (10, 30)), ("Z", ())), fill=Ink("accent1"))
    line = Path((("M", (10, 50)), ("C", (20, 40, 30, 60, 40, 50))), stroke=Ink("heading"), width=1.5, dash=(3, 2))
    word = made.paragraph("P", Ref("s1", "s1.chart", Part.TEXT), made.PLAIN, made.line(10, made.run("Steel 5960")))
    label = ChartLabel(Rect(70, 10, 80, 14), word)
    content = ChartContent(
        kind="bar",
        categories=("Steel",),
        series=(ChartSeries("m/s", (5960.0,), (Ink("accent1"),)),),
        number_format="#,##0",
        text=made.PLAIN,
        plot=Rect(10, 10, 100, 50),
        marks=(bar, label, line),
        alt="Bar chart: steel 5960 m/s",
        ref=Ref("s1", "s1.chart", Part.TEXT),
    )
    return Box(frame=Rect(40, 200, 200, 80), content=content)


def document(*pictures: PictureContent):
    shown = [Box(frame=Rect(40, 300 + 110 * number, 100, 100), content=one) for number, one in enumerate(pictures)]
    heads = made.box(40, 50, made.title("How sound travels"), made.title("What to say first", "s1"))
    caption = made.paragraph("Caption", REF, made.PLAIN, made.line(12, made.run("A tuning fork")))
    below = [made.box(40, 700, caption)] if pictures else []
    return made.document([heads, chart(), *shown, *below], (made.OPENING, SECTION))


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1"])
def test_a_picture_is_a_figure_with_its_words_and_its_caption(mode):
    """Whatever the mode of its pixels."""
    picture = media(mode)
    data = paint(document(PictureContent(picture, crop_to(picture, 1.0), "A fork that hums", REF)))
    assert not check(data)
    tree = outline_of(data)
    assert 'Figure [item:s1.chart] "Steel 5960"' in tree
    assert 'Figure [item:s1.picture]\n    Caption "A tuning fork"' in tree
    with pikepdf.open(io.BytesIO(data)) as pdf:
        figures = [node for node in pdf.objects if isinstance(node, pikepdf.Dictionary) and node.get("/S") == "/Figure"]
        assert {str(node.Alt) for node in figures} == {"A fork that hums", "Bar chart: steel 5960 m/s"}
        assert all(node.A.BBox for node in figures)


def test_a_jpeg_stays_the_bytes_it_is_and_stands_in_the_file_once():
    """Two boxes with the same picture share one image."""
    picture = media(kind="jpeg")
    twice = [PictureContent(picture, crop_to(picture, 1.0), alt, REF) for alt in ("One", "One")]
    data = paint(document(*twice))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        images = list(pdf.pages[0].Resources.XObject.values())
        assert [image.read_raw_bytes().rstrip(b"\n") for image in images] == [picture.data.rstrip(b"\n")]
        matrices = [op.operands for op in pikepdf.parse_content_stream(pdf.pages[0]) if str(op.operator) == "cm"]
    assert [[float(one) for one in matrix[:4]] for matrix in matrices] == [[200, 0, 0, 100]] * 2  # cut, not stretched


def test_a_picture_without_words_is_decoration():
    """A logo is passed over by screen readers."""
    boxes = (
        made.box(40, 50, made.title("How sound travels")),
        Box(frame=Rect(500, 30, 40, 20), content=PictureContent(media(), WHOLE, "", Ref(""))),
    )
    data = paint(made.document(boxes, (made.OPENING,)))
    assert not check(data)
    assert "Figure" not in outline_of(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages[0].Resources.XObject) == 1


def test_the_marks_of_a_chart_are_drawn_where_they_are():
    """From the top left of its box."""
    data = paint(document(PictureContent(media(), WHOLE, "A fork", REF)))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        operators = pikepdf.parse_content_stream(pdf.pages[0])
        found = [(str(one.operator), [float(number) for number in one.operands])
                 for one in operators if str(one.operator) in {"re", "l", "c"}]  # fmt: skip
    top = made.A4.height - 200
    assert ("re", [50, round(top - 30, 2), 50, 20]) in found
    assert ("c", [60, round(top - 40, 2), 70, round(top - 60, 2), 80, round(top - 50, 2)]) in found
