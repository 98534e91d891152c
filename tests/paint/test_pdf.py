"""The painted brief, read back: with pikepdf as a screen reader would, with pypdf, and with the tools of poppler."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pypdf
import pytest
from lxml import etree

from briefdeck.model.identity import Identity
from briefdeck.model.look import Ink
from briefdeck.model.page import Document, Entry, EntryKind, Page, Part, Ref
from briefdeck.model.values import replace
from briefdeck.paint.pdf import paint
from briefdeck.paint.pdf_metadata import xmp
from briefdeck.paint.pdf_sheet import rgb
from briefdeck.verify.brief_reader import read_brief
from briefdeck.verify.standards import check
from paint import pdf_documents as made
from paint.pdf_reader import outline_of, painted, text_of
from support import verapdf

SAMPLES = {
    "brief": made.brief,
    "scripts": made.scripts,
    "many scripts": made.many_scripts,
    "two pages": made.two_pages,
    "many cuts": made.many_cuts,
}
TREE = """\
Document
  H1 [entry:opening] "How sound travels"
  H2 [entry:s1]
    Lbl "1 "
    "What to say first"
  P [item:p6] "Sound is a wave of pressure, and a difficult af\u00adfair. It waffles on and on until the \
column ends and continues in the next one, see "
    Link "the unit on waves"
      -> https://example.org/s%C3%B6und?a=1&b=(2) (the unit on waves)
    " or "
    Link "the words"
      -> /XYZ [40.0, 441.89] (the words)
    " or what was cut."
  L
    LI [item:p7]
      Lbl "• "
      LBody "Ask the class to hum and to rest."
        L
          LI [item:p8]
            Lbl "– "
            LBody "Below the first."
    LI [item:p9]
      LBody "Prices: ₹120 or 5 km"
  H2 [entry:s2] "How fast is it?"
  Table [item:s2.table]
    Caption "Speed of sound"
    TR
      TH "Medium"
      TH "m/s"
    TR
      TD "Air"
      TD "343"
    TR
      TD "Steel"
      TD "5960"
  H2 [entry:terms] "Words"
  P [item:t1] "wave"
    Span @hi " तरंग"
    "; "
    Span [item:t2] "echo"
    " comes back, H2O\""""


@pytest.fixture(scope="module")
def brief() -> bytes:
    return paint(made.brief())


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_keep_what_the_brief_promises(name):
    assert not check(paint(SAMPLES[name]()))


@pytest.mark.slow
def test_verapdf_passes_the_samples(tmp_path):
    """PDF/UA-1 and PDF/A-2a in one file, by the reference validator."""
    if reason := verapdf.unavailable():
        pytest.skip(reason)
    files = [tmp_path / f"{name}.pdf" for name in SAMPLES]
    for file in files:
        file.write_bytes(paint(SAMPLES[file.stem]()))
    verdicts = verapdf.validate(*files)
    assert len(verdicts) == 2 * len(files)
    assert all(verdict.passed for verdict in verdicts), "\n".join(map(str, verdicts))


def test_the_structure_is_what_the_page_means(brief):
    """Headings, one paragraph over two boxes, a list in a list, a table with its caption, links, languages, names."""
    assert outline_of(brief) == TREE


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_has_nothing_to_say(brief, tmp_path):
    (tmp_path / "brief.pdf").write_bytes(brief)
    subprocess.run(["qpdf", "--check", tmp_path / "brief.pdf"], check=True, capture_output=True)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
def test_poppler_reads_the_words_in_order(brief, tmp_path):
    """The copied text has a space at each line end and takes the hyphen at a line end for none."""
    file = tmp_path / "brief.pdf"
    file.write_bytes(brief)
    tree = subprocess.run(["pdfinfo", "-struct-text", file], check=True, capture_output=True, encoding="utf-8").stdout
    words = "".join(line.strip().strip('"') for line in tree.splitlines() if line.lstrip().startswith('"'))
    assert "a difficult affair. It waffles on and on until the column ends and continues" in words.replace("\u00ad", "")
    raw = subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True, encoding="utf-8").stdout
    assert "".join(raw.split()) == "".join(text_of(brief).split())
    assert "ends and\ncontinues in the next one, see\nthe unit" in raw


def test_pypdf_reads_the_words_in_order(brief):
    reader = pypdf.PdfReader(io.BytesIO(brief))
    text = " ".join(reader.pages[0].extract_text().split())
    order = ["How sound travels", "1 What to say first", "waffles on", "Ask the class", "₹120", "Steel 5960", "H2O"]
    places = [text.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)


def test_words_of_every_script_are_read_whole():
    """Marks, letters that change places and words from right to left: what is read is what was set."""
    assert outline_of(paint(made.scripts())).splitlines()[3:] == [
        '  P [item:p6] @hi "हिन्दी में संयुक्ताक्षर क्षत्रिय विद्यार्थी"',
        '  P [item:p7] @ar "العربية لغة جميلة"',
        '  P [item:p8] "Say "',
        '    Span @he "שָׁלוֹם עולם"',
        '    "."',
        '  P [item:p9] "Putin (Путин), fluffy waffles, Tiếng Việt, e\u0301"',
    ]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
def test_poppler_copies_whole_words_of_every_script(tmp_path):
    """Words with marks carry their text in a way that readers take up; what they make of RTL marks is their own."""
    file = tmp_path / "scripts.pdf"
    file.write_bytes(paint(made.scripts()))
    said = subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, encoding="utf-8").stdout
    tree = subprocess.run(["pdfinfo", "-struct-text", file], check=True, capture_output=True, encoding="utf-8").stdout
    for word in ["हिन्दी", "संयुक्ताक्षर", "क्षत्रिय", "विद्यार्थी"]:
        assert word in tree
    for word in [
        "हिन्दी",
        "विद्यार्थी",
        "संयुक्ताक्षर",
        "क्षत्रिय",
        "العربية",
        "جميلة",
        "עולם",
        "Путин",
        "fluffy",
        "Tiếng",
        "e\u0301",
    ]:
        assert word in said


def test_text_is_not_markup():
    words = "a <b>&amp;</b> <i> \\ ( ) % {title} ]]>"
    document = made.document(
        [made.box(40, 50, made.title("T"), made.title("S", "s1"), made.say(words, "p6"))], _contents()
    )
    assert words in text_of(paint(document))


def test_each_page_is_one_page():
    assert len(pypdf.PdfReader(io.BytesIO(paint(made.brief()))).pages) == 1
    assert len(pypdf.PdfReader(io.BytesIO(paint(made.two_pages()))).pages) == 2


def test_a_paragraph_goes_on_over_the_page():
    """One element holds its words on both pages."""
    assert "Sound is a wave and goes on over the page." in text_of(paint(made.two_pages()))


def test_bookmarks_are_the_entries_that_are_shown(brief):
    """The opening leads to the very top, a subsection stands under its section."""
    reader = pypdf.PdfReader(io.BytesIO(brief))
    opening, section, (below,), terms = reader.outline
    assert [mark.title for mark in (opening, section, below, terms)] == [
        "How sound travels",
        "What to say first",
        "How fast is it?",
        "Words",
    ]
    assert opening.top == pytest.approx(841.89)
    assert terms.top == pytest.approx(841.89 - 400)


def test_an_entry_that_is_cut_has_no_bookmark():
    contents = (*_contents(), Entry(id="s3", title="Gone", kind=EntryKind.SECTION))
    boxes = [made.box(40, 50, made.title("T"), made.title("S", "s1"), made.say("words", "p6"))]
    document = made.document(boxes, contents, cuts=("s3",))
    assert [mark.title for mark in pypdf.PdfReader(io.BytesIO(paint(document))).outline] == ["T", "S"]


def test_the_file_says_what_it_was_built_from(brief):
    with pikepdf.open(io.BytesIO(brief)) as pdf:
        said = {key: str(value) for key, value in pdf.docinfo.items()}
        lang = str(pdf.Root.Lang)
        cuts = json.loads(pdf.Root.BriefdeckCuts.read_bytes())
    assert said.pop("/Producer").startswith("ReportLab")
    assert cuts == [{"id": "p99", "reason": "the page is full", "text": "A long “story”", "lines": [99, 100]}]
    assert lang == "en-GB"
    assert said == {
        "/Title": "How sound travels",
        "/Author": "A. Teacher & Söhne",
        "/Subject": "Physics — grade 8",
        "/Creator": "briefdeck 0.1.0",
        "/Trapped": "/False",
        "/BriefdeckBuild": "b1c2",
        "/BriefdeckOutline": "../outline.yaml",
        "/BriefdeckNote": "../note.txt",
        "/BriefdeckVersion": "0.1.0",
        "/BriefdeckStyle": "standard",
    }


def test_a_later_element_of_an_item_has_a_name_of_its_own():
    again = made.paragraph("P", Ref("s1", "p6", Part.CAPTION), made.PLAIN, made.line(30, made.run("again")))
    boxes = [made.box(40, 50, made.title("T"), made.title("S", "s1"), made.say("words", "p6"), again)]
    tree = outline_of(paint(made.document(boxes, _contents())))
    assert 'P [item:p6] "words"' in tree
    assert 'P [item:p6#2] "again"' in tree


def test_a_name_may_hold_any_characters():
    """People type ids of their own; brackets, backslashes and other scripts come back as they were."""
    odd = "é)\\(₹ б"
    contents = (_contents()[0], replace(_contents()[1], items=(odd,)))
    data = paint(
        made.document([made.box(40, 50, made.title("T"), made.title("S", "s1"), made.say("a", odd))], contents)
    )
    assert not check(data)
    assert f'P [item:{odd}] "a"' in outline_of(data)


def test_decoration_stands_where_it_was_put(brief):
    """PDF counts from the bottom: rectangle, rule and the four quarter discs round a square."""
    height = 841.89
    assert painted(brief, "re") == [[40, pytest.approx(height - 40), 515, 4]]
    starts = painted(brief, "m")
    assert starts[0] == pytest.approx([40, height - 92])
    corners = [(545, height - 36), (555, height - 36), (555, height - 46), (545, height - 46)]
    assert [tuple(start) for start in starts[-4:]] == [pytest.approx(corner) for corner in corners]
    ends = [tuple(curve[4:]) for curve in painted(brief, "c")[-4:]]
    turned = [(555, height - 36), (555, height - 46), (545, height - 46), (545, height - 36)]
    assert ends == [pytest.approx(end) for end in turned]


def test_an_ink_is_lighter_towards_white_and_darker_towards_black():
    colors = {"text": "804020"}
    assert rgb(Ink("text"), colors) == pytest.approx((0x80 / 255, 0x40 / 255, 0x20 / 255), abs=1e-4)
    assert rgb(Ink("text", lighter=100), colors) == (1, 1, 1)
    assert rgb(Ink("text", darker=100), colors) == (0, 0, 0)
    assert rgb(Ink("text", lighter=50), colors)[0] == pytest.approx((0x80 / 255 + 1) / 2, abs=1e-4)


def test_an_ink_that_shines_through_does_so_for_its_shape_only(brief):
    with pikepdf.open(io.BytesIO(brief)) as pdf:
        states = pdf.pages[0].obj.Resources.ExtGState
        opacity = {name: float(state.get("/ca", -1)) for name, state in states.items() if "/ca" in state}
        used = [str(operands[0]) for operands, _ in pikepdf.parse_content_stream(pdf.pages[0], "gs")]
    assert [opacity[name] for name in used if name in opacity] == [pytest.approx(0.4), 1]


def test_glyphs_stand_where_the_composer_put_them(brief):
    """The subscript of H2O hangs 2 points low, and each run begins where the one before ends."""
    places = [place[4:] for place in painted(brief, "Tm")]
    assert places[0] == pytest.approx([40, 841.89 - 50 - 24], abs=0.01)
    (x_h, high), (x_two, low), (x_o, level) = places[-3:]
    assert (high, low, level) == pytest.approx((841.89 - 430, 841.89 - 432, 841.89 - 430), abs=0.01)
    assert x_h < x_two < x_o
    assert x_o - x_two == pytest.approx(made.width(made.run("2", size=7)), abs=0.02)


def test_a_glyph_that_is_raised_does_not_raise_what_follows():
    raised = made.run("ab")
    glyphs = [(*raised.glyphs[0][:4], 250.0), raised.glyphs[1]]
    raised = replace(raised, glyphs=tuple(glyphs))
    text = made.paragraph("P", Ref("s1", "p6", Part.SAY), made.PLAIN, made.line(20, raised, made.run("c")))
    alone = replace(raised, glyphs=(glyphs[0],), text="a")
    last = made.paragraph("P", Ref("s1", "p6", Part.SAY), made.PLAIN, made.line(40, alone))
    boxes = [made.box(40, 50, made.title("T"), made.title("S", "s1"), text, last)]
    assert painted(paint(made.document(boxes, _contents())), "Ts") == [[2.62], [0], [2.62], [0]]


def test_no_font_of_reportlab_is_in_the_file(brief):
    """ReportLab would begin each page with a Helvetica that it does not embed."""
    assert b"Helvetica" not in brief


def test_characters_that_xml_cannot_carry_do_not_break_the_metadata():
    packet = xmp(Identity(title="a\x0b\ufffe<b>", lang="en", build="", author="&\x00")).content
    found = etree.fromstring(packet).iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li")
    assert {"a<b>", "&"} <= {element.text for element in found}


_BYTES = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from briefdeck.paint.pdf import paint
from paint.pdf_documents import brief
print(hashlib.sha256(paint(brief())).hexdigest())
loaded = [name for name in sys.modules if name.startswith(("reportlab.platypus", "reportlab.graphics"))]
assert not loaded, loaded
"""


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "77"},
        {"TZ": "America/Caracas", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1234567890"},
    ],
)
def test_the_same_pages_make_the_same_bytes(brief, environment):
    """In another process, time zone and hash seed; and the heavy parts of ReportLab are not even loaded."""
    tests = str(Path(__file__).parents[1])
    command = [sys.executable, "-c", _BYTES, tests]
    said = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **environment})
    assert said.stdout.strip() == hashlib.sha256(brief).hexdigest()
    assert paint(made.brief()) == brief


def test_files_with_other_words_have_other_identifiers(brief):
    other = paint(replace(made.brief(), identity=replace(made.brief().identity, build="another")))
    with pikepdf.open(io.BytesIO(brief)) as first, pikepdf.open(io.BytesIO(other)) as second:
        assert bytes(first.trailer.ID[0]) != bytes(second.trailer.ID[0])


def test_a_page_without_text_has_no_fonts_and_is_sound_but_for_its_bookmarks():
    page = Page(title="Empty", entry="opening", boxes=())
    document = Document(
        kind="brief", size=made.A4, contents=(), pages=(page,), identity=made.brief().identity, look=made.look()
    )
    assert check(paint(document)) == ("bookmarks: there are none",)


def _contents() -> tuple[Entry, ...]:
    opening = Entry(id="opening", title="T", kind=EntryKind.OPENING)
    return opening, Entry(id="s1", title="S", kind=EntryKind.SECTION, items=("p6",))


def test_any_number_of_cuts_comes_back_from_the_file():
    document = made.many_cuts()
    read, problems = read_brief(paint(document))
    assert not problems
    assert read.embedded.cuts == document.cuts
    assert not read.embedded.damaged
