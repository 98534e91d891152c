"""Native charts: what their axes say."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from briefdeck.pipeline import Order, make
from compose.outlines import chart, outline, section


def axis_format(*numbers: str, kind: str = "column") -> str:
    deck = make(outline(section("A", chart=chart(kind, *numbers))), Order(only="deck")).deck
    archive = zipfile.ZipFile(io.BytesIO(deck))
    (name,) = (name for name in archive.namelist() if re.fullmatch(r"ppt/charts/chart\d+\.xml", name))
    (axis,) = re.findall(r"<c:valAx>.*?</c:valAx>", archive.read(name).decode())
    return re.findall(r'formatCode="(.*?)"', axis)[0]


@pytest.mark.parametrize(
    ("numbers", "kind", "written"),
    [
        (("51.25", "12.5", "88.75"), "column", "0"),
        (("1,250.5", "300.25", "880.75"), "column", "#,##0"),
        (("12.5%", "61.5%", "20%"), "column", "0%"),
        (("1.25", "0.5", "3.75"), "column", "0.00"),  # steps may be halves
        (("0.5%", "1.5%", "2%"), "column", "0.0%"),
        (("100.5", "101.25", "102.75"), "line", "0.00"),  # a line begins near its lowest value
        (("51", "12", "88"), "column", "0"),
    ],
)
def test_the_axis_has_decimals_only_where_its_steps_may_need_them(numbers, kind, written):
    assert axis_format(*numbers, kind=kind) == written
