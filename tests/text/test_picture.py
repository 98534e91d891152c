"""Pictures as cameras, telephones and the web give them, and files that only claim to be pictures."""

from __future__ import annotations

import io
import resource

import pytest
from PIL import Image, ImageCms

from briefdeck.errors import BriefdeckError, Position
from briefdeck.text.picture import LONGEST, read_picture
from text import pictures

AT = Position("outline.yaml", 7, 5)


def opened(media):
    return Image.open(io.BytesIO(media.data))


@pytest.mark.parametrize(
    ("data", "kind", "mode"),
    [
        (pictures.saved(), "png", "RGB"),
        (pictures.saved(kind="JPEG"), "jpeg", "RGB"),
        (pictures.saved("L", kind="JPEG"), "jpeg", "L"),
        (pictures.saved("CMYK", kind="JPEG"), "jpeg", "RGB"),
        (pictures.saved("RGBA"), "png", "RGB"),  # nothing of it is clear
        (pictures.saved("P", kind="GIF"), "png", "RGB"),
        (pictures.saved("1"), "png", "L"),
        (pictures.saved("I;16"), "png", "L"),
        (pictures.saved(kind="WEBP"), "png", "RGB"),
        (pictures.saved(kind="TIFF"), "png", "RGB"),
        (pictures.saved(kind="BMP"), "png", "RGB"),
    ],
)
def test_every_common_kind_becomes_grey_or_rgb(data, kind, mode):
    media = read_picture(data, "photo", AT).media
    image = opened(media)
    assert (media.kind, image.mode, image.size) == (kind, mode, (60, 40))
    assert image.size == (media.width, media.height)
    slope = image.convert("L").resize((6, 4), Image.Resampling.BOX)
    assert abs(slope.getpixel((3, 3)) - 223) < 16  # it is still there, not white nor black


def test_a_photograph_stands_upright_and_says_nothing_of_where_it_was_taken():
    image = opened(read_picture(pictures.turned(), "photo.jpg", AT).media)
    assert image.size == (20, 30)
    red, _, blue = image.getpixel((10, 5))
    assert red > 200 > blue
    assert not image.getexif()
    assert "icc_profile" not in image.info


def test_clear_parts_stay_clear():
    source = Image.new("RGBA", (8, 8), (255, 0, 0, 0))
    out = io.BytesIO()
    source.save(out, "PNG")
    assert opened(read_picture(out.getvalue(), "logo.png", AT).media).getpixel((3, 3))[3] == 0


def test_colours_of_a_profile_become_those_of_the_screen():
    """In a profile whose red is green and whose green is red, red means green."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"----").replace(b"gXYZ", b"rXYZ").replace(b"----", b"gXYZ")
    out = io.BytesIO()
    Image.new("RGB", (9, 9), "red").save(out, "PNG", icc_profile=swapped)
    red, green, _ = opened(read_picture(out.getvalue(), "p.png", AT).media).getpixel((4, 4))
    assert green > 240 > 20 > red


def test_a_profile_that_is_none_is_passed_over():
    out = io.BytesIO()
    Image.new("RGB", (9, 9), "red").save(out, "PNG", icc_profile=b"not a profile")
    assert opened(read_picture(out.getvalue(), "p.png", AT).media).getpixel((4, 4)) == (255, 0, 0)


def test_a_large_photograph_is_made_as_large_as_a_slide_needs():
    media = read_picture(pictures.saved("RGB", (6000, 4000), "JPEG"), "photo.jpg", AT).media
    assert (media.width, media.height) == (LONGEST, round(LONGEST * 2 / 3))


def test_the_same_file_gives_the_same_bytes():
    data = pictures.saved("RGB", (300, 200), "JPEG")
    assert read_picture(data, "a", AT).media.data == read_picture(data, "b", AT).media.data


def test_of_a_moving_picture_the_first_is_shown_and_said():
    read = read_picture(pictures.animated(), "moves.gif", AT)
    assert [problem.code for problem in read.remarks] == ["BD824"]
    assert opened(read.media).convert("L").getpixel((5, 5)) == 0


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "BD820", "an empty file"),
        (pictures.HTML, "BD820", "a web page"),
        (pictures.SVG, "BD820", "an SVG drawing"),
        (pictures.HEIC, "BD820", "HEIC"),
        (b"%PDF-1.7", "BD820", "a PDF file"),
        (b"just words", "BD821", "no picture"),
        (pictures.saved()[:-40], "BD822", "damaged"),
        (pictures.saved(kind="JPEG")[:500], "BD822", "damaged"),
        (pictures.saved()[:40], "BD82", ""),
        (pictures.huge_png(), "BD823", "too large"),
        (pictures.huge_png(9000, 9000), "BD823", "9,000 × 9,000"),
        (pictures.huge_jpeg(), "BD823", "too large"),
        (pictures.saved(size=(900, 2)), "BD823", "nothing of it"),
    ],
)
def test_what_cannot_be_shown_is_said_at_the_line_that_names_it(data, code, words):
    """In bounded memory, so that nothing of it was unpacked."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(BriefdeckError) as caught:
        read_picture(data, "photo.jpg", AT)
    problem = caught.value.problems[0]
    assert problem.code.startswith(code)
    assert words in problem.message
    assert "photo.jpg" in problem.message
    assert problem.at == AT
    assert problem.hint
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000  # kilobytes
