"""What a note is called for people."""

import pytest

from briefdeck.model.note_names import note_names


@pytest.mark.parametrize(
    ("files", "names"),
    [
        ("note.txt", ("note",)),
        ("lessons/03_rain-and-rivers.txt", ("rain and rivers",)),
        ("C:\\lessons\\Rain.and.Rivers.docx", ("Rain and Rivers",)),
        ("a/rain.txt | b/rivers 2.md", ("rain", "rivers 2")),
        ("雨水.txt", ("雨水",)),
        ("बारिश_का_पानी.txt", ("बारिश का पानी",)),
        ("000_6d5ad8971962cae4.txt", ()),
        ("IMG_20261130_0042.pdf", ()),
        ("a3f9c2.txt | rain.txt", ("rain",)),
        ("12.txt", ()),
        ("", ()),
    ],
)
def test_a_name_is_said_without_its_codes(files, names):
    assert note_names(files) == names
