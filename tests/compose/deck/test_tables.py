"""Tables of the deck: rows as high as viewers make them."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from briefdeck.assets import read_look
from briefdeck.compose.deck import grid
from briefdeck.compose.type.measure import DeckMeasure
from briefdeck.model.outline import Table
from briefdeck.pipeline import Order, make
from compose.outlines import outline, section

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def table_of(*rows: tuple[str, ...]) -> etree._Element:
    deck = make(outline(section("A", table=Table(header=rows[0], rows=rows[1:]))), Order(only="deck")).deck
    archive = zipfile.ZipFile(io.BytesIO(deck))
    pages = (name for name in archive.namelist() if name.startswith("ppt/slides/slide"))
    (found,) = (table for page in pages for table in etree.fromstring(archive.read(page)).iter(f"{A}tbl"))
    return found


def test_empty_cells_are_as_high_as_those_beside_them():
    """Without a size of its own an empty cell is set in 18 points, and makes rows of smaller type higher."""
    rows = [("Plant", "Height", "Remark"), *[(f"Plant {n}", str(n), "") for n in range(8)]]
    table = table_of(*rows)
    sizes = {run.get("sz") for tag in ("rPr", "endParaRPr") for run in table.iter(f"{A}{tag}")}
    assert len(list(table.iter(f"{A}endParaRPr"))) == 8
    assert len(sizes) == 1
    assert None not in sizes


@pytest.mark.parametrize(
    ("text", "wider"),
    [
        ("Python and 语言", True),
        ("DNA и сахар और", True),
        ("第3章第4节的第5题", True),
        ("第三章的第四节的题", False),
        ("Python and сахар", False),
        ("Python and sugar", False),
    ],
)
def test_cells_that_mix_scripts_have_room_for_other_fonts(text, wider):
    measure, style = DeckMeasure(read_look()), grid.style(24, bold=True)
    first, second = (
        int(column.get("w")) for column in table_of((text, "The other one"), ("x", "y")).iter(f"{A}gridCol")
    )
    plain, other = (measure.width(one, style) * 1.03 + 14.4 for one in (text, "The other one"))
    assert (first / second > 1.1 * plain / other) == wider
