"""The same lesson in every format gives the same title, sections, labels, points and table."""

import pytest

from briefdeck.draft.outline import draft_outline
from briefdeck.model.outline import Outline, walk_points, walk_sections
from briefdeck.text.note import read_note
from support.told import bare, told_points
from text.readers import lesson_files as lesson

FILES = {
    "lesson.md": lesson.MARKDOWN,
    "lesson.org": lesson.ORG,
    "lesson.rst": lesson.RST,
    "lesson.adoc": lesson.ASCIIDOC,
    "lesson.html": lesson.HTML,
    "page in a text file.txt": lesson.HTML,
    "google docs.html": lesson.GOOGLE_DOCS,
    "word paste.html": lesson.WORD_PASTE,
    "lesson.rtf": lesson.RTF,
    "lesson.docx": lesson.docx(),
    "lesson.odt": lesson.odt(),
    "lesson.pdf": lesson.pdf(),
    "no suffix": lesson.docx(),
    "misnamed.txt": lesson.odt(),
}


def drafted(data: bytes | str, name: str) -> Outline:
    note, _ = read_note(data.encode() if isinstance(data, str) else data, name)
    return draft_outline(note)[0]


def told(outline: Outline) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = [("title", bare(outline.title))]
    for section in walk_sections(outline.sections):
        found.append(("section", bare(section.title)))
        for point in section.points:
            found += told_points(point)
        if section.table:
            found += [("row", *row) for row in (section.table.header, *section.table.rows)]
    return [each for each in found if each not in (("section", "overview"), ("point", "", "a teacher"))]


EXPECTED = told(drafted(lesson.MARKDOWN, "lesson.md"))


def test_the_lesson_holds_what_the_comparison_needs():
    assert EXPECTED[0] == ("title", "water and life")
    assert [each[1] for each in EXPECTED if each[0] == "section"] == ["where water is", "uses", "what is left to do"]
    assert ("point", "defence", "dams hold floods back") in EXPECTED
    assert ("row", "Farms", "70") in EXPECTED


@pytest.mark.parametrize("name", FILES)
def test_every_format_says_the_same(name):
    if name.endswith(".pdf"):
        pytest.importorskip("pypdfium2")
    assert told(drafted(FILES[name], name)) == EXPECTED


@pytest.mark.parametrize("name", FILES)
def test_every_point_cites_a_place_whose_words_it_has(name):
    if name.endswith(".pdf"):
        pytest.importorskip("pypdfium2")
    data = FILES[name]
    note, _ = read_note(data.encode() if isinstance(data, str) else data, name)
    outline = draft_outline(note)[0]
    said = {line.number: line.said for line in note.lines}
    for section in walk_sections(outline.sections):
        for point in walk_points(section.points):
            assert point.lines and bare(point.say) in bare(" ".join(said[number] for number in point.lines)), point.say


def test_a_place_in_a_document_is_named_in_words():
    note, _ = read_note(lesson.docx(), "lesson.docx")
    assert str(note.place(3)) == "lesson.docx, paragraph 3"
    assert str(read_note(lesson.MARKDOWN.encode(), "lesson.md")[0].place(3, 2)) == "lesson.md:3:2"


def test_a_place_in_a_pdf_names_its_page():
    pytest.importorskip("pypdfium2")
    note, _ = read_note(lesson.pdf(), "lesson.pdf")
    last = next(line for line in note.lines if line.text.startswith("Defence"))
    assert str(note.place(last.number)) == f"lesson.pdf, page 2, paragraph {last.number}"


def test_running_heads_and_page_numbers_of_a_pdf_are_no_points():
    pytest.importorskip("pypdfium2")
    lines = read_note(lesson.pdf(), "lesson.pdf")[0].lines
    assert not any("Page" in line.text for line in lines)
    heads = [line.form for line in lines if "Springfield" in line.text]
    assert [form and form.why for form in heads] == ["page furniture"]
