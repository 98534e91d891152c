"""Files that an outline names: numbers and cells come into it, pictures beside it."""

import pytest

from briefdeck.errors import BriefdeckError
from briefdeck.text.attached import attach
from briefdeck.text.outline import load_outline
from text import pictures

OUTLINE = """\
title: "Rain"
lang: {lang}
logo: "logo.png"
sections:
  - title: "A"
    points: ["It rains."]
    sections:
      - title: "B"
        table: {{file: "rain.csv"}}
        chart:
          kind: bar
          file: "rain.csv"
        picture: {{file: "cloud.jpg", alt: "A cloud"}}
"""
RAIN = b"City;2023;2024\nPune;722;1.003,5\nKochi;3.005;\n"
FILES = {"logo.png": pictures.saved(), "rain.csv": RAIN, "cloud.jpg": pictures.saved(kind="JPEG")}


def outline(lang="de"):
    return load_outline(OUTLINE.format(lang=lang), "outline.yaml")[0]


def test_cells_and_numbers_come_into_the_outline_and_pictures_beside_it():
    attached = attach(outline(), FILES)
    section = attached.outline.sections[0].sections[0]
    assert section.table.header == ("City", "2023", "2024")
    assert section.table.rows == (("Pune", "722", "1.003,5"), ("Kochi", "3.005", ""))
    assert section.chart.categories == ("Pune", "Kochi")
    assert [str(at) for at in section.table.rows_at] == ["rain.csv:2", "rain.csv:3"]
    assert section.chart.categories_at == section.table.rows_at
    assert {str(at) for at in (*section.table.header_at, section.chart.series[0].at)} == {"rain.csv:1"}
    assert [(one.name, one.values) for one in section.chart.series] == [
        ("2023", ("722", "3.005")),
        ("2024", ("1.003,5", "")),
    ]
    assert set(attached.media) == {"logo.png", "cloud.jpg"}


@pytest.mark.parametrize(
    ("file", "data", "code", "place"),
    [
        ("rain.csv", b"City,Rain\nPune,much\n", "BD816", ("data/rain.csv", 2)),
        ("rain.csv", b"City,Rain\nPune,7 kg\n", "BD816", ("data/rain.csv", 2)),
        ("rain.csv", b"City\nPune\n", "BD815", ("data/rain.csv", 1)),
        ("rain.csv", b"City,Rain\nPune,7,8\n", "BD814", ("data/rain.csv", 2)),
        ("cloud.jpg", pictures.HTML, "BD820", ("outline.yaml", 13)),
        ("logo.png", pictures.SVG, "BD820", ("outline.yaml", 1)),
        ("cloud.jpg", None, "BD802", ("outline.yaml", 13)),
    ],
)
def test_a_fault_is_found_where_it_is(file, data, code, place):
    files = {name: content for name, content in {**FILES, file: data}.items() if content is not None}
    with pytest.raises(BriefdeckError) as caught:
        attach(outline("en"), files, {"rain.csv": "data/rain.csv"})
    problem = next(problem for problem in caught.value.problems if problem.code == code)
    assert (problem.at.file, problem.at.line) == place
    assert problem.hint


def test_all_faults_of_all_files_come_at_once():
    with pytest.raises(BriefdeckError) as caught:
        attach(outline("en"), {"rain.csv": b"City,Rain\nPune,a\nKochi,b\n", "cloud.jpg": b"words"})
    assert [problem.code for problem in caught.value.problems] == ["BD816", "BD816", "BD802", "BD821"]
