"""Colours come out as PowerPoint shows them, and contrasts as WCAG counts them."""

from __future__ import annotations

import pytest
from lxml import etree

from briefdeck.verify.contrast import contrast
from briefdeck.verify.deck_colors import Palette, palette

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
PALETTE = Palette({"tx1": (0.0, 0.0, 0.0), "bg1": (1.0, 1.0, 1.0), "accent1": (0.2, 0.4, 0.6)})


def fill(inner: str):
    return etree.fromstring(f'<a:solidFill xmlns:a="{A}">{inner}</a:solidFill>')


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("000000", "FFFFFF", 21), ("FFFFFF", "FFFFFF", 1), ("777777", "FFFFFF", 4.48), ("0000FF", "FFFFFF", 8.59)],
)
def test_contrast_follows_wcag(one, other, ratio):
    first, second = (PALETTE.of(fill(f'<a:srgbClr val="{value}"/>')) for value in (one, other))
    assert contrast(first, second) == contrast(second, first) == pytest.approx(ratio, abs=0.01)


def test_lighter_darker_and_translucent_colours():
    lighter = fill('<a:schemeClr val="tx1"><a:lumMod val="85000"/><a:lumOff val="15000"/></a:schemeClr>')
    assert PALETTE.of(lighter) == pytest.approx((0.15, 0.15, 0.15))
    darker = fill('<a:schemeClr val="accent1"><a:lumMod val="50000"/></a:schemeClr>')
    assert PALETTE.of(darker) == pytest.approx((0.1, 0.2, 0.3))
    clear = fill('<a:schemeClr val="bg1"><a:alpha val="10000"/></a:schemeClr>')
    assert PALETTE.of(clear, ground=(0.0, 0.0, 0.0)) == pytest.approx((0.1, 0.1, 0.1))


@pytest.mark.parametrize("inner", ["", '<a:schemeClr val="phClr"/>', '<a:srgbClr val="zz"/>', '<a:hslClr val="0"/>'])
def test_what_has_no_plain_colour_has_none(inner):
    assert PALETTE.of(fill(inner)) is None


def test_the_master_maps_the_names():
    theme = etree.fromstring(
        f'<a:theme xmlns:a="{A}"><a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" '
        'lastClr="102030"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1></a:clrScheme></a:themeElements></a:theme>'
    )
    master = etree.fromstring(f'<p:sldMaster xmlns:p="{P}"><p:clrMap bg1="dk1" tx1="lt1"/></p:sldMaster>')
    colors = palette(theme, master).colors
    assert colors["tx1"] == (1.0, 1.0, 1.0)
    assert colors["bg1"] == pytest.approx((16 / 255, 32 / 255, 48 / 255))
