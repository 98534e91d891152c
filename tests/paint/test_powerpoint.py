"""The painted deck, read back: with python-pptx as a person's tool would, and in its XML where python-pptx is blind."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from briefdeck.model.page import Span
from briefdeck.model.seal import SEALED_IN, seal
from briefdeck.model.values import replace
from briefdeck.paint.powerpoint import paint
from paint import documents
from paint.reading import read, slide_tags, tags

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def test_notes_are_spoken_under_their_slide(presentation):
    assert presentation.slides[5].notes_slide.notes_text_frame.text == "Take one card at a time.\nThen ask."
    assert all(slide.has_notes_slide for slide in presentation.slides)


def test_notes_are_flat_and_keep_only_weight_slant_and_language():
    spoken = documents.paragraph(
        [Span(text="bold", bold=True), Span(text="rouge", ink=documents.ACCENT, lang="fr", link="https://a.org")],
        replace(documents.DETAIL, size=40),
        level=1,
    )
    page = replace(documents.titled("Section", "h1", "One"), notes=(spoken,))
    painted = Presentation(io.BytesIO(paint(documents.deck(page, contents=[documents.entry("h1", "One")]))))
    notes = painted.slides[0].notes_slide.notes_text_frame.paragraphs[0]
    assert notes.level == 0
    assert [dict(run._r.rPr.attrib) for run in notes.runs] == [{"lang": "en-GB", "b": "1"}, {"lang": "fr-FR"}]
    assert not any(len(run._r.rPr) for run in notes.runs)


def test_a_page_without_notes_has_no_notes_slide():
    page = documents.titled("Section", "h1", "One", notes=())
    painted = paint(documents.deck(page, contents=[documents.entry("h1", "One")]))
    assert not Presentation(io.BytesIO(painted)).slides[0].has_notes_slide


def test_the_notes_master_is_registered(presentation):
    listed = presentation.part._element.find(qn("p:notesMasterIdLst"))
    assert presentation.part.related_part(listed[0].get(qn("r:id"))) is presentation.notes_master.part


def test_sections_are_the_top_level_entries_and_hold_every_slide_once(presentation):
    sections = list(presentation.part._element.iter(f"{P14}section"))
    assert [section.get("name") for section in sections] == ["A test", "One", "Two & more"]
    members = [[int(each.get("id")) for each in section.iter(f"{P14}sldId")] for section in sections]
    assert [slide for slides in members for slide in slides] == [slide.slide_id for slide in presentation.slides]
    assert [len(slides) for slides in members] == [2, 3, 2]


def test_tags_say_what_each_slide_shows(members):
    assert slide_tags(members, 4) == {
        "BRIEFDECK_ENTRY": "h2",
        "BRIEFDECK_ITEMS": "p4 p4.1 p5",
        "BRIEFDECK_LAYOUT": "Points",
    }
    assert slide_tags(members, 5)["BRIEFDECK_ENTRY"] == "h2b"
    assert slide_tags(members, 7)["BRIEFDECK_ITEMS"] == "h3.table"
    assert slide_tags(members, 1)["BRIEFDECK_ITEMS"] == ""


def test_items_are_tagged_in_the_order_they_are_shown_each_once():
    box = documents.points("h1", {"p10": "Ten", "p9": "Nine"})
    repeated = replace(box, content=replace(box.content, paragraphs=box.content.paragraphs * 2))
    page = documents.titled("Points", "h1", "One", repeated)
    painted = read(paint(documents.deck(page, contents=[documents.entry("h1", "One", "p10", "p9")])))
    assert slide_tags(painted, 1)["BRIEFDECK_ITEMS"] == "p10 p9"


def test_tags_of_the_deck_say_where_it_comes_from_and_what_it_leaves_out(members):
    found = tags(members, SEALED_IN)
    assert found["BRIEFDECK_BUILD"] == "b1"
    assert found["BRIEFDECK_OUTLINE"] == "../outline.yaml"
    assert found["BRIEFDECK_NOTE"] == "../note.txt"
    assert found["BRIEFDECK_VERSION"] == "0.1"
    assert json.loads(found["BRIEFDECK_CUTS"]) == [
        {"id": "p99", "reason": "no room", "text": 'Gone "for good"', "lines": [9, 10]}
    ]


def test_the_seal_is_over_all_other_parts(members):
    assert tags(members, SEALED_IN)["BRIEFDECK_SEAL"] == seal(members.items())


def test_an_edit_breaks_the_seal(members):
    edited = members | {"ppt/slides/slide1.xml": members["ppt/slides/slide1.xml"].replace(b"A test", b"A text")}
    assert seal(edited.items()) != tags(members, SEALED_IN)["BRIEFDECK_SEAL"]


def test_properties_say_title_author_subject_and_language(presentation, members):
    core = presentation.core_properties
    assert (core.title, core.author, core.subject, core.language) == (
        "A test & a <try>",
        "A. Teacher",
        "Testing",
        "en-GB",
    )
    assert core.created.year == core.modified.year == 2000
    assert b"python-pptx" not in members["docProps/app.xml"]
    assert b"<Slides>7</Slides>" in members["docProps/app.xml"]


def test_painting_twice_gives_the_same_bytes(deck):
    assert paint(documents.every_layout()) == deck


@pytest.mark.parametrize(("zone", "seed"), [("Pacific/Kiritimati", "1"), ("America/Los_Angeles", "42")])
def test_another_process_time_zone_and_hash_seed_give_the_same_bytes(deck, zone, seed):
    code = (
        "import sys; from paint import documents; from briefdeck.paint.powerpoint import paint; "
        "sys.stdout.buffer.write(paint(documents.every_layout()))"
    )
    paths = os.pathsep.join(str(Path(__file__).parents[n] / folder) for n, folder in ((1, "."), (2, "src")))
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": paths}
    painted = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True).stdout
    assert painted == deck


def test_python_pptx_edits_and_saves_and_nothing_of_ours_is_lost(deck, members):
    presentation = Presentation(io.BytesIO(deck))
    presentation.slides[3].shapes.title.text = "Edited"
    added = presentation.slides.add_slide(presentation.slide_layouts.get_by_name("Points"))
    added.shapes.title.text = "Added"
    saved = io.BytesIO()
    presentation.save(saved)
    after = read(saved.getvalue())
    again = Presentation(saved)
    assert [slide.shapes.title.text for slide in again.slides][3::4] == ["Edited", "Added"]
    assert again.slides[5].notes_slide.notes_text_frame.text == "Take one card at a time.\nThen ask."
    assert slide_tags(after, 4) == slide_tags(members, 4)
    assert tags(after, SEALED_IN) == tags(members, SEALED_IN)


def test_the_painter_does_not_load_python_pptx():
    """It costs more than all of our own painting; verify reads the deck with it."""
    code = "import sys, briefdeck.paint.powerpoint; sys.exit('pptx' in sys.modules or 'lxml' in sys.modules)"
    source = str(Path(__file__).parents[2] / "src")
    assert subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": source}).returncode == 0
