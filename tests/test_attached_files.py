"""Files that an outline names are read from beside it, and from nowhere else unless a folder is allowed by name."""

from __future__ import annotations

import pytest

from briefdeck.attached_files import read_attached
from briefdeck.errors import BriefdeckError, InputUnreadable
from briefdeck.text.outline import load_outline
from text import pictures

OUTLINE = """\
title: "Clouds"
sections:
  - title: "A"
    picture: {{file: "{name}", alt: "A cloud"}}
"""


@pytest.fixture
def place(tmp_path):
    """A folder for the outline, with a picture below it and one outside."""
    folder = tmp_path / "lesson"
    (folder / "media").mkdir(parents=True)
    (folder / "media" / "cloud.png").write_bytes(pictures.saved())
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.png").write_bytes(pictures.saved())
    (folder / "link.png").symlink_to(tmp_path / "elsewhere" / "secret.png")
    (folder / "round.png").symlink_to(folder / "round.png")
    return folder


def read(folder, name, allowed=()):
    path = folder / "outline.yaml"
    outline, _ = load_outline(OUTLINE.format(name=name), str(path))
    return read_attached(outline, path, allowed)


def test_a_picture_below_the_outline_is_read(place):
    assert list(read(place, "media/cloud.png").media) == ["media/cloud.png"]
    assert list(read(place, "media/../media/cloud.png").media) == ["media/../media/cloud.png"]


def test_an_outline_without_files_reads_none(place):
    outline, _ = load_outline('title: "T"\nsections: [{title: "A", points: ["x"]}]', "outline.yaml")
    assert read_attached(outline, place / "outline.yaml") is None


@pytest.mark.parametrize("name", ["../elsewhere/secret.png", "link.png", "{absolute}"])
def test_a_picture_outside_is_not_read_unless_its_folder_is_allowed(place, name):
    outside = place.parent / "elsewhere"
    name = name.format(absolute=outside / "secret.png")
    with pytest.raises(BriefdeckError) as caught:
        read(place, name)
    problem = caught.value.problems[0]
    assert (problem.code, problem.at.line) == ("BD801", 4)
    assert "--allow-dir" in problem.hint
    assert list(read(place, name, [outside]).media) == [name]


@pytest.mark.parametrize(
    ("name", "code", "hint"),
    [
        ("photograph.jpeg", "BD802", "spelling"),
        ("media/clod.png", "BD802", "cloud.png"),
        ("media", "BD802", "inside"),
        ("media\\\\cloud.png", "BD802", "/ between"),
        ("round.png", "BD802", "name"),
        ("https://example.org/cloud.png", "BD803", "save it"),
        ("file:///etc/passwd", "BD803", "save it"),
    ],
)
def test_what_is_not_there_is_said_at_the_line_that_names_it(place, name, code, hint):
    with pytest.raises(BriefdeckError) as caught:
        read(place, name)
    problem = caught.value.problems[0]
    assert (problem.code, problem.at.line) == (code, 4)
    assert hint in problem.hint
    assert isinstance(caught.value, InputUnreadable) == (code == "BD802")
