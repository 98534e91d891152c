"""Charts and pictures in finished files: sound ones pass every check, and each single fault is named by its own."""

from __future__ import annotations

import functools
import io
import zipfile

import pikepdf
import pytest

from briefdeck.assets import read_look
from briefdeck.pipeline import Briefing, build_briefing
from briefdeck.text.attached import attach
from briefdeck.text.outline import load_outline
from briefdeck.verify import verify
from briefdeck.verify.report import Report
from text import pictures
from verify.figure_mutants import FIGURES, Mutant

OUTLINE = """\
title: "Rain and fields"
school: "A school"
logo: "logo.png"
sections:
  - title: "How much falls"
    chart:
      kind: bar
      categories: ["Kochi", "Pune", "Jaipur"]
      series: [{name: "Rain in mm", values: ["3,005", "722", "611"]}]
      reading: "Kochi has most."
      caption: "A year"
  - title: "Who uses it"
    chart: {kind: pie, file: "use.csv"}
  - title: "Months"
    chart:
      kind: line
      categories: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
      series:
        - {name: "Mumbai", values: [1, 1, 0, 1, 12, 523, 800, 530, 340, 90, 10, 3]}
        - {name: "Jaipur", values: [7, 9, 5, 5, 15, 60, 200, 190, 70, 15, 4, 4]}
  - title: "Clouds"
    points: ["They rise over the hills.", "They cool."]
    picture: {file: "cloud.jpg", alt: "Dark clouds over hills", caption: "July"}
  - title: "Stations"
    table: {file: "stations.csv", caption: "Heights"}
"""
FILES = {
    "logo.png": pictures.saved("RGBA", (90, 30)),
    "cloud.jpg": pictures.saved("RGB", (900, 700), "JPEG"),
    "use.csv": b"Use;Share\nFields;78 %\nHomes;22 %\n",
    "stations.csv": b"Station,Height\nPune,559\nMumbai,11\n",
}


@functools.cache
def built() -> Briefing:
    return build_briefing(OUTLINE, files=FILES)


def report(deck: bytes | None = None, brief: bytes | None = None) -> Report:
    outline = attach(load_outline(OUTLINE, "outline.yaml")[0], FILES).outline
    made = built()
    return verify(deck or made.deck, brief or made.brief, outline, None, read_look("", "en").furniture)


def test_sound_files_keep_every_promise():
    assert [f"{problem.code} {problem.message}" for problem in report().problems] == []


@pytest.mark.parametrize("mutant", FIGURES, ids=lambda mutant: mutant.name)
def test_a_fault_is_found_by_its_check(mutant: Mutant):
    made = built()
    changed = report(brief=mutant.change(made.brief)) if mutant.on_brief else report(deck=mutant.change(made.deck))
    check = next(check for check in changed.checks if check.name == mutant.check)
    assert mutant.code in [problem.code for problem in check.problems], [str(problem) for problem in changed.problems]


def test_the_logo_is_one_part_on_the_layouts_and_no_slide_holds_it():
    with zipfile.ZipFile(io.BytesIO(built().deck)) as deck:
        media = [name for name in deck.namelist() if name.startswith("ppt/media/")]
        relations = {name: deck.read(name).decode() for name in deck.namelist() if name.endswith(".rels")}
    assert len(media) == 2
    (logo,) = [name for name in media if name.endswith(".png")]
    users = [name for name, text in relations.items() if logo.rpartition("/")[2] in text]
    assert len(users) > 12
    assert all("slideLayouts" in name for name in users)


def test_the_same_outline_and_files_give_the_same_bytes():
    again = build_briefing(OUTLINE, files=FILES)
    assert (again.deck, again.brief) == (built().deck, built().brief)


def test_other_numbers_give_another_build():
    other = build_briefing(OUTLINE, files={**FILES, "use.csv": b"Use;Share\nFields;77 %\nHomes;23 %\n"})
    assert other.deck_document.identity.build != built().deck_document.identity.build


def test_the_brief_holds_the_photograph_and_the_logo():
    with pikepdf.open(io.BytesIO(built().brief)) as pdf:
        assert len(pdf.pages[0].Resources.XObject) == 2
