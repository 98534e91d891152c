"""Decks with charts, pictures, tables and a logo under the Open XML SDK, in every theme: nothing is found wrong."""

from __future__ import annotations

import io
import zipfile

import pytest

from briefdeck.assets import theme_names
from briefdeck.pipeline import build_briefing
from support import open_xml
from text import pictures

OUTLINE = """\
title: "Rain"
lang: {lang}
school: "A school"
logo: "logo.png"
sections:
  - title: "Charts"
    sections:
{charts}
  - title: "Clouds"
    points: ["They rise.", "They cool."]
    picture: {{file: "cloud.jpg", alt: "Clouds over hills", caption: "In July"}}
  - title: "Hills"
    picture: {{file: "wide.png", alt: "Hills"}}
  - title: "Stations"
    table: {{file: "stations.csv", caption: "Heights"}}
"""
CHART = """\
      - title: "As {kind}, {count}"
        chart:
          kind: {kind}
          categories: ["Pune & Co", "Kochi <x>", "Jaipur"]
          series: [{series}]
          reading: "Kochi has most."
          caption: "A year"
"""
FILES = {
    "logo.png": pictures.saved("RGBA", (90, 30)),
    "cloud.jpg": pictures.saved("RGB", (900, 600), "JPEG"),
    "wide.png": pictures.saved("L", (900, 300)),
    "stations.csv": b"Station,Height\n" + b"".join(b"Place %d,%d\n" % (n, n * 31) for n in range(30)),
}


def charts() -> str:
    made = []
    for kind in ("bar", "column", "line", "pie", "doughnut", "stacked"):
        for count in (1, 3):
            if count == 1 or kind not in {"pie", "doughnut"}:
                rows = (f'{{name: "S{row}", values: [{row + 1}.5, {9 - row}, {row + 4}]}}' for row in range(count))
                made.append(CHART.format(kind=kind, count=count, series=", ".join(rows)))
    return "".join(made)


def built(theme: str = "", lang: str = "en") -> bytes:
    deck = build_briefing(OUTLINE.format(lang=lang, charts=charts()), files=FILES, theme=theme).deck
    assert deck is not None
    return deck


@pytest.mark.slow
@pytest.mark.parametrize(("theme", "lang"), [*((name, "en") for name in theme_names()), ("", "ar"), ("", "ja")])
def test_the_open_xml_sdk_finds_nothing_wrong(theme, lang, tmp_path):
    if reason := open_xml.unavailable():
        pytest.skip(reason)
    file = tmp_path / "deck.pptx"
    file.write_bytes(built(theme, lang))
    assert open_xml.findings(file) == []


@pytest.mark.slow
def test_every_workbook_is_valid_by_itself(tmp_path):
    if reason := open_xml.unavailable():
        pytest.skip(reason)
    with zipfile.ZipFile(io.BytesIO(built())) as deck:
        books = [name for name in deck.namelist() if name.endswith(".xlsx")]
        assert len(books) == 10
        file = tmp_path / "book.xlsx"
        file.write_bytes(deck.read(books[2]))
    assert open_xml.findings(file) == []


@pytest.mark.slow
def test_the_validator_notices_a_fault(tmp_path):
    """A validator that finds nothing anywhere proves nothing."""
    if reason := open_xml.unavailable():
        pytest.skip(reason)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(built())) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, data.replace(b'<c:axId val="111111111"/>', b'<c:axId val="-1"/>'))
    file = tmp_path / "deck.pptx"
    file.write_bytes(out.getvalue())
    assert any("axId" in finding for finding in open_xml.findings(file))
