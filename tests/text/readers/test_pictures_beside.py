"""Pictures that a note names: taken from its folder with what is said of them, never from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefdeck.errors import Problem
from briefdeck.model.outline import Outline, Picture, walk_sections
from briefdeck.note_files import picture_beside, read_sources
from briefdeck.pipeline import Mapped, map_notes
from text.pictures import saved

NAMED = {
    "lesson.md": '# Leaves\n\nLeaves catch light.\n\n![A leaf from below](img/big%20leaf.png "Seen by a beetle")\n',
    "angled.md": "# Leaves\n\nLeaves catch light.\n\n![A leaf from below](<img/big leaf.png>)\n*Seen by a beetle*\n",
    "spaced.md": "# Leaves\n\nLeaves catch light.\n\n![A leaf from below](img/big leaf.png)\n_Seen by a beetle_\n",
    "referred.md": "# Leaves\n\nLeaves catch light.\n\n![A leaf from below][leaf]\n*Seen by a beetle*\n\n"
    "[leaf]: <img/big%20leaf.png>\n",
    "tagged.md": '# Leaves\n\nLeaves catch light.\n\n<p align="center">'
    '<img src="img/big leaf.png" alt="A leaf from below"'
    ' title="Seen by a beetle" width="300"></p>\n',
    "figure.md": "# Leaves\n\nLeaves catch light.\n\n<figure>\n<img src='img/big leaf.png' alt='A leaf from below'>\n"
    "<figcaption>Seen by a beetle</figcaption>\n</figure>\n",
    "linked.md": "# Leaves\n\nLeaves catch light.\n\n- [![A leaf from below](img/big%20leaf.png)](https://example.org)"
    " *Seen by a beetle*\n",
    "vault.md": "# Leaves\n\nLeaves catch light.\n\n![[big leaf.png|A leaf from below|300]]\n*Seen by a beetle*\n",
    "lesson.org": "* Leaves\n\nLeaves catch light.\n\n#+CAPTION: Seen by a beetle\n"
    "#+ATTR_HTML: :alt A leaf from below :width 300\n[[file:img/big leaf.png]]\n",
    "lesson.rst": "Leaves\n======\n\nLeaves catch light.\n\n.. figure:: img/big leaf.png\n   :alt: A leaf from below\n"
    "   :width: 300\n\n   Seen by\n   a beetle\n",
    "lesson.adoc": ":imagesdir: img\n\n== Leaves\n\nLeaves catch light.\n\n.Seen by a beetle\n[#leaf]\n"
    "image::big leaf.png[A leaf from below, 300]\n",
    "lesson.html": "<h1>Leaves</h1><p>Leaves catch light.</p><figure>"
    "<img src='img/big%20leaf.png' alt='A leaf from below'>"
    "<figcaption>Seen by a beetle</figcaption></figure>",
}


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    """A folder with a picture in a folder of it."""
    (tmp_path / "lesson" / "img").mkdir(parents=True)
    (tmp_path / "lesson" / "img" / "big leaf.png").write_bytes(saved())
    (tmp_path / "lesson" / "leaf.svg").write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "secret.png").write_bytes(saved("L"))
    return tmp_path / "lesson"


def mapped(folder: Path, text: str, name: str = "lesson.md") -> Mapped:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return map_notes(read_sources([path]), beside=picture_beside)


def pictures(outline: Outline) -> list[Picture]:
    return [section.picture for section in walk_sections(outline.sections) if section.picture]


@pytest.mark.parametrize("name", NAMED)
def test_a_picture_beside_the_note_comes_with_its_description_and_caption(lesson, name):
    found = mapped(lesson, NAMED[name], name)
    (picture,) = pictures(found.outline)
    assert (picture.alt, picture.caption) == ("A leaf from below", "Seen by a beetle")
    assert found.pictures == {picture.file: saved()}
    assert picture.file == "big-leaf.png"
    assert not found.remarks
    said = {number for each in found.outline.unused for number in each.lines}
    assert said.isdisjoint(picture.lines)


@pytest.mark.parametrize("name", NAMED)
def test_without_its_folder_the_picture_is_left_out_and_said(name):
    found = map_notes([(NAMED[name].encode(), name)])
    assert not pictures(found.outline) and not found.pictures
    assert [problem.code for problem in found.remarks] == ["BD228"]


def said(found: Mapped) -> list[Problem]:
    assert not pictures(found.outline) and not found.pictures
    return list(found.remarks)


OUTSIDE = (
    "../secret.png",
    "/etc/hostname",
    "file:///etc/hostname",
    "img/../../secret.png",
    "C:/secret.png",
    "..\\secret.png",
)


@pytest.mark.parametrize("address", OUTSIDE)
def test_nothing_outside_the_notes_folder_is_opened(lesson, address):
    (remark,) = said(mapped(lesson, f"# Leaves\n\nLeaves catch light.\n\n![]({address})\n"))
    assert remark.code == "BD228" and remark.at.line == 5


def test_a_link_that_leads_out_of_the_folder_is_not_followed(lesson):
    (lesson / "img" / "inside.png").symlink_to(lesson.parent / "secret.png")
    (remark,) = said(mapped(lesson, "# Leaves\n\nLeaves catch light.\n\n![](img/inside.png)\n"))
    assert "outside the note's folder" in remark.message


def test_addresses_on_the_network_are_said_once_with_their_number(lesson):
    text = "# Leaves\n\nLeaves catch light.\n\n![](https://a.example/1.png)\n\n![](//a.example/2.png)\n\n![](ftp://a.example/3.png)\n"
    (remark,) = said(mapped(lesson, text))
    assert remark.at.line == 5
    assert remark.message.endswith("it lies on the network, and nothing is fetched (and 2 more)")


def test_a_picture_that_is_missing_gives_way_to_the_next_of_its_section(lesson):
    found = mapped(lesson, "# Leaves\n\nLeaves catch light.\n\n![](img/bigleaf.png)\n\n![Below](img/big%20leaf.png)\n")
    assert [picture.alt for picture in pictures(found.outline)] == ["Below"]
    (remark,) = found.remarks
    assert "bigleaf.png" in remark.message and "big leaf.png" in remark.hint


def test_a_drawing_that_cannot_be_shown_is_said_with_what_it_is(lesson):
    (remark,) = said(mapped(lesson, "# Leaves\n\nLeaves catch light.\n\n![A leaf](leaf.svg)\n"))
    assert "SVG" in remark.message and remark.at.line == 5


@pytest.mark.parametrize(
    "alt", ["", "big leaf.png", "IMG_2044", "Untitled", "300", "image 3", "Screenshot 2024-05-01 at 10.12"]
)
def test_the_name_of_a_file_is_no_description(lesson, alt):
    found = mapped(lesson, f"# Leaves\n\nLeaves catch light.\n\n![{alt}](img/big%20leaf.png)\n")
    assert [picture.alt for picture in pictures(found.outline)] == ["Leaves"]
    assert [problem.code for problem in found.remarks] == ["BD229"]


def test_pictures_of_the_same_name_in_two_folders_keep_apart(lesson):
    (lesson / "map").mkdir()
    (lesson / "map" / "big leaf.png").write_bytes(saved("L"))
    found = mapped(
        lesson, "# A\n\nOne leaf grows.\n\n![A](img/big%20leaf.png)\n\n# B\n\nTwo grow.\n\n![B](map/big%20leaf.png)\n"
    )
    assert found.pictures == {"big-leaf.png": saved(), "map-big-leaf.png": saved("L")}
    assert [picture.file for picture in pictures(found.outline)] == ["big-leaf.png", "map-big-leaf.png"]


def test_a_picture_in_the_text_of_a_document_exported_by_google_is_carried(lesson):
    import base64

    data = base64.b64encode(saved()).decode()
    found = mapped(
        lesson, f"# Leaves\n\nLeaves catch light.\n\n![A leaf][image1]\n\n[image1]: <data:image/png;base64,{data}>\n"
    )
    (picture,) = pictures(found.outline)
    assert found.pictures == {picture.file: saved()} and not found.remarks


def test_a_sign_amid_a_sentence_is_no_picture_of_the_section(lesson):
    found = mapped(lesson, "# Leaves\n\nPress ![the button](img/big%20leaf.png) and look at the leaves.\n")
    assert not pictures(found.outline)


def test_an_embedded_picture_keeps_its_name_when_another_comes_before_it():
    import base64

    def page(*shown: bytes) -> str:
        tags = (f"<img alt='A leaf' src='data:image/png;base64,{base64.b64encode(data).decode()}'>" for data in shown)
        return "".join(f"<h2>Part {number}</h2><p>It grows.</p>{tag}" for number, tag in enumerate(tags))

    before = map_notes([(page(saved()).encode(), "a.html")]).pictures
    after = map_notes([(page(saved("L"), saved()).encode(), "a.html")]).pictures
    assert before.items() <= after.items() and len(after) == 2
