"""What only documents have: pictures, captions, footnotes, boxes, lists, styles, larger letters."""

import io

import pytest

from briefdeck.draft.outline import draft_outline
from briefdeck.model.note import Note
from briefdeck.model.outline import walk_sections
from briefdeck.pipeline import map_notes
from briefdeck.text.note import read_note, read_notes
from text.readers.lesson_files import ODT_NAMES, docx, item, odt, para, png, run

_PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{}"/><a:blip r:embed="r1"/></wp:inline>'
    "</w:drawing></w:r>"
)
_RELATION = '<Relationship Id="r1" Target="media/image1.png"/>'


def read(data: bytes, name: str = "lesson.docx") -> Note:
    return read_note(data, name)[0]


def shown(note: Note) -> list[tuple[str, str]]:
    """The kind and the words of every line that holds something."""
    return [(line.form.kind if line.form else "-", line.said.strip()) for line in note.lines if line.number]


def with_picture(alt: str, after: str = "", data: bytes | None = None) -> bytes:
    body = para("Rivers", "H1") + para("Rivers carry water.") + para(_PICTURE.format(alt)) + after
    return docx(body, {"word/media/image1.png": png() if data is None else data}, _RELATION)


def test_a_picture_comes_with_its_description_and_its_caption():
    mapped = map_notes([(with_picture("A river from above", para("Figure 1: The Ganges", "Caption")), "lesson.docx")])
    picture = next(each.picture for each in walk_sections(mapped.outline.sections) if each.picture)
    assert (picture.alt, picture.caption, picture.lines) == ("A river from above", "Figure 1: The Ganges", (3,))
    assert mapped.pictures == {picture.file: png()}
    assert mapped.remarks == ()


def test_a_picture_without_a_description_gets_its_sections_name_and_a_remark():
    mapped = map_notes([(with_picture(""), "lesson.docx")])
    picture = next(each.picture for each in walk_sections(mapped.outline.sections) if each.picture)
    assert picture.alt == "Rivers"
    assert [problem.code for problem in mapped.remarks] == ["BD229"]
    assert str(mapped.remarks[0].at) == "lesson.docx, paragraph 3"


def test_a_picture_that_cannot_be_shown_is_left_out_and_listed():
    mapped = map_notes([(with_picture("A river", data=png()[:12] + b"no picture at all"), "lesson.docx")])
    assert all(each.picture is None for each in walk_sections(mapped.outline.sections))
    assert [problem.code for problem in mapped.remarks] == ["BD228"]
    assert ((3,), "a picture that cannot be shown") in [(each.lines, each.reason) for each in mapped.outline.unused]


def test_a_footnote_stands_below_its_paragraph():
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = f'<w:footnotes {w}><w:footnote w:id="2">{para("Not in dry years.")}</w:footnote></w:footnotes>'
    body = para(run("Dams hold water.") + '<w:r><w:footnoteReference w:id="2"/></w:r>') + para("The end.")
    assert shown(read(docx(body, {"word/footnotes.xml": notes}))) == [
        ("-", "Dams hold water."),
        ("-", "Not in dry years."),
        ("-", "The end."),
    ]
    outline = draft_outline(read(docx(body, {"word/footnotes.xml": notes})))[0]
    assert outline.sections[0].points[0].points[0].say == "Not in dry years."


def test_lists_know_their_depth_and_their_numbers():
    numbering = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    body = item("three") + item("a", 1) + item("b", 1) + item("four") + item("a again", 1)
    forms = [line.form for line in read(docx(body, {"word/numbering.xml": numbering})).lines if line.form]
    assert [(form.level, form.number) for form in forms] == [(0, "3"), (1, "a"), (1, "b"), (0, "4"), (1, "a")]


def test_styles_in_other_languages_and_outline_levels_are_headings():
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:styleId="U"><w:name w:val="Überschrift 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="My chapter"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>'
    )
    body = para("Kapitel", "Own") + para("Flüsse", "U") + para("Sie fließen.")
    assert shown(read(docx(body, {"word/styles.xml": styles}))) == [
        ("heading", "Kapitel"),
        ("heading", "Flüsse"),
        ("-", "Sie fließen."),
    ]


def test_larger_letters_are_headings_where_nobody_used_styles():
    def sized(text: str, half_points: int) -> str:
        return para(run(text, f'<w:sz w:val="{half_points}"/>'))

    body = sized("Water", 40) + sized("Rivers", 30) + sized("They flow down to the sea, always.", 22) * 3
    forms = [line.form for line in read(docx(body)).lines if line.form]
    assert [(form.kind, form.level) for form in forms] == [("heading", 1), ("heading", 2)]


def test_a_document_that_is_all_bold_has_no_bold_headings():
    body = "".join(para(run(f"Rivers carry water number {each}", "<w:b/>")) for each in range(6))
    assert all(line.form is None for line in read(docx(body)).lines)


def test_a_line_break_begins_a_line():
    body = para(run("Roses are red") + "<w:r><w:br/></w:r>" + run("Violets are blue"))
    assert shown(read(docx(body))) == [("-", "Roses are red"), ("-", "Violets are blue")]


def test_the_table_of_contents_is_no_part_of_the_lesson():
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style></w:styles>'
    )
    note = read(docx(para("Rivers 3", "T") + para("Rivers flow."), {"word/styles.xml": styles}))
    outline = draft_outline(note)[0]
    assert [(each.lines, each.reason) for each in outline.unused] == [((1,), "table of contents")]


def test_an_odt_picture_in_a_captioned_box_comes_with_its_caption():
    body = (
        '<text:p>Rivers carry water.</text:p><text:p><draw:frame><draw:text-box><text:p text:style-name="Illustration">'
        '<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>A river</svg:desc></draw:frame>'
        "Illustration 1: The Ganges</text:p></draw:text-box></draw:frame></text:p>"
    )
    note = read(odt(body, {"Pictures/a.png": png()}), "lesson.odt")
    line = next(line for line in note.lines if line.form and line.form.kind == "picture")
    assert line.form is not None
    assert (line.form.words, line.text) == ("A river", "Illustration 1: The Ganges")


def test_joined_notes_number_on_and_name_their_own_places():
    first, second = b"# Rivers\n\nRivers flow.\n", docx(para("Lakes", "Title") + para("Lakes lie."))
    note, _ = read_notes([(first, "a.md"), (second, "b.docx")])
    numbers = [line.number for line in note.lines if line.number]
    assert numbers == sorted(set(numbers))
    assert [str(note.place(line.number)) for line in note.lines if "Lakes lie" in line.text] == ["b.docx, paragraph 2"]
    assert str(note.place(3)) == "a.md:3"
    titles = [section.title for section in walk_sections(draft_outline(note)[0].sections)]
    assert titles[-1:] == ["Lakes"]


@pytest.mark.parametrize("again", [1, 2])
def test_pictures_of_joined_notes_keep_apart(again):
    data = with_picture("A river")
    mapped = map_notes([(data, "a.docx"), (data, "b.docx")])
    assert len(mapped.pictures) == 2
    assert io.BytesIO(next(iter(mapped.pictures.values()))).read() == png()


def test_a_numbered_item_between_bullets_of_the_same_depth_heads_them():
    numbering = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        "</w:numbering>"
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    bullets = item("They carry water to the sea.") + item("They cut valleys into rock.")
    body = "".join(para(name, "", numbered) + bullets for name in ("Great rivers", "Deep lakes", "Old glaciers"))
    outline = draft_outline(read(docx(body, {"word/numbering.xml": numbering})))[0]
    assert [section.title for section in outline.sections][-2:] == ["Deep lakes", "Old glaciers"]


_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_lists(*lefts: int) -> str:
    """Lists of one level each, as Word's "List Bullet" and "List Bullet 2" are, that stand in by those."""
    levels = (
        f'<w:abstractNum w:abstractNumId="{index}"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
        f'<w:pPr><w:ind w:left="{left}"/></w:pPr></w:lvl></w:abstractNum>'
        for index, left in enumerate(lefts)
    )
    lists = (f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(len(lefts)))
    return f"<w:numbering {_WORD}>{''.join(levels)}{''.join(lists)}</w:numbering>"


def listed(*lists: int) -> str:
    return "".join(
        para(f"Item {index}", "", f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
        for index, number in enumerate(lists, 1)
    )


@pytest.mark.parametrize(
    ("lefts", "lists", "depths"),
    [
        ((360, 720), (1, 2, 2, 1), [0, 1, 1, 0]),
        ((360, 720, 1080), (1, 2, 3, 2, 1), [0, 1, 2, 1, 0]),
        ((360, 360), (1, 2, 1), [0, 0, 0]),  # another list at the same place
        ((720, 360), (1, 2), [0, 0]),
        ((0, 0), (1, 2), [0, 0]),  # nobody says where they stand
    ],
)
def test_a_list_that_stands_further_in_is_below_the_item_before_it(lefts, lists, depths):
    note = read(docx(listed(*lists), {"word/numbering.xml": word_lists(*lefts)}))
    assert [line.form.level for line in note.lines if line.form and line.form.kind == "item"] == depths


def test_a_heading_ends_what_a_list_may_stand_below():
    body = listed(1) + para("Rivers", "H1") + listed(2)
    note = read(docx(body, {"word/numbering.xml": word_lists(360, 720)}))
    assert [line.form.level for line in note.lines if line.form and line.form.kind == "item"] == [0, 0]


def test_odt_lists_that_stand_further_in_are_below_and_go_on_counting():
    def level(name: str, inches: str) -> str:
        return (
            f'<text:list-style style:name="{name}"><text:list-level-style-number text:level="1" text:start-value="1">'
            '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
            f'<style:list-level-label-alignment fo:margin-left="{inches}"/></style:list-level-properties>'
            "</text:list-level-style-number></text:list-style>"
        )

    styles = f"<office:document-styles {ODT_NAMES}><office:styles>{level('L1', '0.25in')}{level('L2', '0.5in')}"
    item_of = "<text:list-item><text:p>{}</text:p></text:list-item>"
    body = (
        f'<text:list text:style-name="L1">{item_of.format("Choose")}{item_of.format("Measure")}</text:list>'
        f'<text:list text:style-name="L2">{item_of.format("Width")}</text:list>'
        f'<text:list text:style-name="L1" text:continue-numbering="true">{item_of.format("Time")}</text:list>'
    )
    note = read(odt(body, {"styles.xml": f"{styles}</office:styles></office:document-styles>"}), "lesson.odt")
    forms = [line.form for line in note.lines if line.form]
    assert [(form.level, form.number) for form in forms] == [(0, "1"), (0, "2"), (1, "1"), (0, "3")]


def test_an_rtf_picture_comes_with_its_description():
    picture = (
        r"{\*\shppict{\pict{\*\picprop{\sp{\sn wzName}{\sv River}}"
        r"{\sp{\sn wzDescription}{\sv A caf\'e9 \u233?}}}\pngblip " + png().hex() + "}}"
    )
    note = read(rf"{{\rtf1\ansi\ansicpg1252 Rivers carry water.\par {picture}\par}}".encode(), "lesson.rtf")
    (form,) = [line.form for line in note.lines if line.form and line.form.kind == "picture"]
    assert form.words == "A café é"
