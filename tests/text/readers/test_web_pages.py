"""What only web pages have: footnotes that links lead to, and what belongs to the site or the sheet of paper."""

import pytest

from briefdeck.model.note import Note
from briefdeck.text.note import read_note

_WRITTEN_BY = {
    "LibreOffice": (
        '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
        '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>'
        " Not in <i>dry</i> years.</p></div>",
    ),
    "pandoc": (
        '<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>',
        '<section class="footnotes"><hr><ol><li id="fn1"><p>Not in <i>dry</i> years.<a href="#fnref1" '
        'class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
    ),
    "Word": (
        '<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1" title=""><span>[1]</span></a>',
        '<div><hr><div id="ftn1"><p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a>'
        " Not in <i>dry</i> years.</p></div></div>",
    ),
    "Google Docs": (
        '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>',
        '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> Not in <i>dry</i> years.</span></p></div>',
    ),
}


def read(page: str) -> Note:
    return read_note(f"<html><body>{page}</body></html>".encode(), "lesson.html")[0]


def words(note: Note) -> list[str]:
    return [line.said.rstrip() for line in note.lines if line.number]


@pytest.mark.parametrize("block", ["<p>{}</p>", "<ul><li>{}</li></ul>"])
@pytest.mark.parametrize("program", _WRITTEN_BY)
def test_a_footnote_stands_below_what_refers_to_it(program, block):
    mark, note = _WRITTEN_BY[program]
    page = block.format(f"Dams hold water.{mark}") + f"<h2>Questions</h2><p>Who pays?</p>{note}"
    assert [line.strip() for line in words(read(page))] == [
        "Dams hold water.",
        "Not in dry years.",
        "Questions",
        "Who pays?",
    ]


def test_the_references_of_an_encyclopedia_stay_a_section_of_their_own():
    page = """<p>Dams hold water.<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup></p>
        <h2>References</h2><ol><li id="cite_note-1"><a href="#cite_ref-1">^</a> Smith, Dams, p. 5.</li></ol>"""
    assert words(read(page)) == ["Dams hold water.", "References", "Smith, Dams, p. 5."]


def test_links_within_the_page_move_nothing():
    page = """<p><a href="#two">2</a> is told below.</p><p>Dams hold water.</p><p id="two">The second part.</p>"""
    assert words(read(page)) == ["2 is told below.", "Dams hold water.", "The second part."]


def test_running_heads_of_a_printed_sheet_are_furniture():
    page = """<div title="header"><p>Green Valley School</p></div><h1>Dams</h1><p>Dams hold water in every valley.</p>
        <div title="footer"><p>Page 2 of 2</p></div>"""
    skipped = [line.said for line in read(page).lines if line.form and line.form.kind == "skip"]
    assert skipped == ["Green Valley School", "Page 2 of 2"]
