"""The colour profile inside the file, judged by a colour engine."""

from __future__ import annotations

import io

from PIL import Image, ImageCms

from briefdeck.paint.pdf_srgb import NAME, srgb_profile

COLOURS = [(0, 0, 0), (255, 255, 255), (200, 30, 60), (10, 128, 250), (90, 90, 90), (31, 58, 95)]


def test_littlecms_knows_it_as_srgb():
    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    assert ImageCms.getProfileDescription(profile).strip() == NAME
    assert profile.profile.xcolor_space.strip() == "RGB"
    assert profile.profile.connection_space.strip() == "XYZ"


def test_colours_come_out_as_they_went_in():
    """To and from LittleCMS's own sRGB, no channel moves by more than one step of 255."""
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    theirs = ImageCms.createProfile("sRGB")
    for one, other in ((ours, theirs), (theirs, ours)):
        for colour in COLOURS:
            turned = ImageCms.profileToProfile(Image.new("RGB", (1, 1), colour), one, other).getpixel((0, 0))
            assert max(abs(a - b) for a, b in zip(colour, turned, strict=True)) <= 1


def test_it_says_its_own_size_and_holds_the_curve_once():
    data = srgb_profile()
    assert int.from_bytes(data[:4], "big") == len(data)
    assert len(data) < 1200
    assert len({data[start : start + 4] for start in (140, 152)}) == 2
