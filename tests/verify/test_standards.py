"""The standards by our own checker: each defect, put into a sound file alone, is found."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf, String

from briefdeck.paint.pdf import paint
from briefdeck.verify.standards import check
from briefdeck.verify.standards_tree import read_tree
from paint.pdf_documents import brief
from support import verapdf


def _elements(pdf: Pdf, tag: str) -> list[Dictionary]:
    return [element.object for element in read_tree(pdf).elements if element.tag == tag]


def _first(pdf: Pdf, tag: str) -> Dictionary:
    return _elements(pdf, tag)[0]


def _page(pdf: Pdf) -> Dictionary:
    return pdf.pages[0].obj


def _fonts(pdf: Pdf) -> Iterator[Dictionary]:
    yield from _page(pdf).Resources.Font.values()


def _content(pdf: Pdf, old: bytes, new: bytes) -> None:
    """Write the page anew with the first place of a pattern changed."""
    written, times = re.subn(old, new, _page(pdf).Contents.read_bytes(), count=1)
    assert times == 1
    _page(pdf).Contents = pdf.make_stream(written)


def _metadata(pdf: Pdf, old: bytes, new: bytes) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    assert old in packet
    pdf.Root.Metadata = pdf.make_stream(packet.replace(old, new), Type=Name.Metadata, Subtype=Name.XML)


def _characters(pdf: Pdf, old: bytes, new: bytes) -> None:
    for font in _fonts(pdf):
        written, times = re.subn(old, new, font.ToUnicode.read_bytes(), count=1)
        assert times == 1
        font.ToUnicode = pdf.make_stream(written)


def _widen(pdf: Pdf) -> None:
    for font in _fonts(pdf):
        font.DescendantFonts[0].W[1][1] = 999


def _show_nothing(pdf: Pdf) -> None:
    for font in _fonts(pdf):
        places = font.DescendantFonts[0].CIDToGIDMap
        font.DescendantFonts[0].CIDToGIDMap = pdf.make_stream(b"\0" * len(places.read_bytes()))


def _swap_parents(pdf: Pdf) -> None:
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


def _blend(pdf: Pdf) -> None:
    next(iter(_page(pdf).Resources.ExtGState.values())).BM = Name.Nonsense


DEFECTS: dict[str, tuple[str, Callable[[Pdf], object]]] = {
    "no language": ("language", lambda pdf: pdf.Root.__delitem__("/Lang")),
    "language that is none": ("language", lambda pdf: pdf.Root.__setitem__("/Lang", String("english please"))),
    "element in no language": ("language", lambda pdf: _first(pdf, "Span").__setitem__("/Lang", String("x y"))),
    "file name shown": ("title", lambda pdf: pdf.Root.ViewerPreferences.__setitem__("/DisplayDocTitle", False)),
    "not said to be tagged": ("marked", lambda pdf: pdf.Root.__delitem__("/MarkInfo")),
    "no profile": ("colour", lambda pdf: pdf.Root.__delitem__("/OutputIntents")),
    "profile that is none": (
        "colour",
        lambda pdf: pdf.Root.OutputIntents[0].__setitem__("/DestOutputProfile", pdf.make_stream(b"", N=3)),
    ),
    "no metadata": ("metadata", lambda pdf: pdf.Root.__delitem__("/Metadata")),
    "no claim to be for everyone": ("metadata", lambda pdf: _metadata(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b"")),
    "claim of another level": ("metadata", lambda pdf: _metadata(pdf, b"conformance>A<", b"conformance>X<")),
    "metadata that is no XML": ("metadata", lambda pdf: _metadata(pdf, b"</rdf:RDF>", b"")),
    "schema not described": ("metadata", lambda pdf: _metadata(pdf, b"<pdfaSchema:namespaceURI>", b"<pdfaSchema:x>")),
    "two titles": ("metadata", lambda pdf: _metadata(pdf, b"How sound travels", b"How light travels")),
    "string that is too long": ("limit", lambda pdf: _first(pdf, "TD").__setitem__("/Alt", String("x" * 32_768))),
    "script": (
        "catalogue",
        lambda pdf: pdf.Root.__setitem__("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("app.beep()"))),
    ),
    "heading skipped": ("headings", lambda pdf: [h.__setitem__("/S", Name.H3) for h in _elements(pdf, "H2")]),
    "no first heading": ("headings", lambda pdf: _first(pdf, "H1").__setitem__("/S", Name.H2)),
    "list item in a paragraph": ("structure", lambda pdf: _first(pdf, "L").__setitem__("/S", Name.P)),
    "cell outside a row": ("structure", lambda pdf: _first(pdf, "TR").__setitem__("/S", Name.P)),
    "element of no kind": ("structure", lambda pdf: _first(pdf, "P").__setitem__("/S", Name.Paragraph)),
    "heading of nothing": ("structure", lambda pdf: _first(pdf, "TH").__delitem__("/A")),
    "caption in the middle": ("structure", lambda pdf: _first(pdf, "TR").__setitem__("/S", Name.Caption)),
    "no structure": ("structure", lambda pdf: pdf.Root.__delitem__("/StructTreeRoot")),
    "name given twice": ("names", lambda pdf: _first(pdf, "H1").__setitem__("/ID", _first(pdf, "H2").ID)),
    "no tree of names": ("names", lambda pdf: pdf.Root.StructTreeRoot.__delitem__("/IDTree")),
    "no way back": ("parents", lambda pdf: pdf.Root.StructTreeRoot.__delitem__("/ParentTree")),
    "way back to another": ("parents", _swap_parents),
    "link without its element": ("parents", lambda pdf: _page(pdf).Annots[0].__delitem__("/StructParent")),
    "page without its elements": ("parents", lambda pdf: _page(pdf).__delitem__("/StructParents")),
    "tabulator astray": ("page", lambda pdf: _page(pdf).__delitem__("/Tabs")),
    "link that is tagged a span": (
        "link",
        lambda pdf: [e.__setitem__("/S", Name.Span) for e in _elements(pdf, "Link")],
    ),
    "link without words": ("link", lambda pdf: _page(pdf).Annots[0].__delitem__("/Contents")),
    "link not printed": ("link", lambda pdf: _page(pdf).Annots[0].__setitem__("/F", 0)),
    "link with a script": ("link", lambda pdf: _page(pdf).Annots[0].A.__setitem__("/S", Name.JavaScript)),
    "content untagged": ("content", lambda pdf: _content(pdf, rb"/P << /MCID \d+ >> BDC", b"/P BMC")),
    "decoration in text": ("content", lambda pdf: _content(pdf, rb"(/H1 << /MCID 0 >> BDC)", rb"\1 /Artifact BMC EMC")),
    "paint outside": ("content", lambda pdf: _content(pdf, rb"\Z", b" 0 0 1 1 re f")),
    "never closed": ("content", lambda pdf: _content(pdf, rb"EMC\s*\Z", b"")),
    "number used twice": ("content", lambda pdf: _content(pdf, rb"/MCID 1 ", b"/MCID 0 ")),
    "blending of no kind": ("content", _blend),
    "text without characters": ("font", lambda pdf: [font.__delitem__("/ToUnicode") for font in _fonts(pdf)]),
    "code without characters": ("font", lambda pdf: _characters(pdf, rb"<0001> <\w+>", b"<0001> <>")),
    "private characters": ("font", lambda pdf: _characters(pdf, rb"<0001> <\w+>", b"<0001> <E001>")),
    "font not embedded": (
        "font",
        lambda pdf: [font.DescendantFonts[0].FontDescriptor.__delitem__("/FontFile2") for font in _fonts(pdf)],
    ),
    "font not said to be a part": (
        "font",
        lambda pdf: [font.__setitem__("/BaseFont", Name.Serif) for font in _fonts(pdf)],
    ),
    "width of another": ("font", _widen),
    "glyph that is none": ("font", _show_nothing),
    "no glyphs named": (
        "font",
        lambda pdf: [font.DescendantFonts[0].__delitem__("/CIDToGIDMap") for font in _fonts(pdf)],
    ),
    "no such font": ("font", lambda pdf: _page(pdf).Resources.Font.__delitem__("/F1")),
    "no bookmarks": ("bookmarks", lambda pdf: pdf.Root.__delitem__("/Outlines")),
}
ONLY_OURS = {  # the brief promises these; the standards, or veraPDF, let them pass
    "code without characters",
    "font not said to be a part",
    "name given twice",
    "no bookmarks",
    "no such font",
    "no tree of names",
    "number used twice",
    "two titles",
    "way back to another",
}


@pytest.fixture(scope="module")
def sound() -> bytes:
    return paint(brief())


def _with(data: bytes, change: Callable[[Pdf], object]) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        changed = io.BytesIO()
        pdf.save(changed, static_id=True, fix_metadata_version=False)
    return changed.getvalue()


def test_a_sound_file_and_a_copy_of_it_have_no_findings(sound):
    assert not check(sound)
    assert not check(_with(sound, lambda pdf: None))


@pytest.mark.parametrize("name", DEFECTS)
def test_a_single_defect_is_found(sound, name):
    rule, change = DEFECTS[name]
    assert rule in {finding.split(":")[0].split(" ")[0] for finding in check(_with(sound, change))}


def test_data_that_run_into_endstream_are_found(sound):
    assert check(sound.replace(b"\nendstream", b"endstream", 1)) == ("stream: data run into the word endstream",)


def test_a_file_of_an_older_version_is_found(sound):
    assert check(sound.replace(b"%PDF-1.7", b"%PDF-1.3", 1))[0].startswith("header")


def test_what_is_no_pdf_is_one_finding():
    assert len(check(b"not a PDF")) == 1


@pytest.mark.slow
def test_verapdf_finds_the_same_defects(sound, tmp_path):
    """The defects are real: veraPDF fails each file too, except where the brief promises more than the standards."""
    if reason := verapdf.unavailable():
        pytest.skip(reason)
    files = []
    for name, (_, change) in DEFECTS.items():
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(_with(sound, change))
        files.append(file)
    failed = {verdict.file.removesuffix(".pdf") for verdict in verapdf.validate(*files) if not verdict.passed}
    assert set(DEFECTS) - failed == ONLY_OURS
