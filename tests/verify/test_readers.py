"""Finished files are read back as they are, on files that our own painters did not make."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pytest

from briefdeck.verify import archive
from briefdeck.verify.brief_file import Marking
from briefdeck.verify.brief_reader import read_brief
from briefdeck.verify.brief_texts import brief_texts
from briefdeck.verify.deck_reader import read_deck
from briefdeck.verify.identity import read_identity
from briefdeck.verify.seal import sealed
from verify.hand_made import SLIDES, HandBrief, HandElement, hand_brief, hand_deck


@pytest.fixture(scope="module")
def deck():
    found, problems = read_deck(hand_deck())
    assert not problems
    return found


@pytest.fixture(scope="module")
def brief():
    found, problems = read_brief(hand_brief())
    assert not problems
    return found


def test_slides_carry_their_tags_titles_and_notes(deck):
    assert [slide.entry for slide in deck.slides] == ["opening", "h1", "questions"]
    assert deck.slides[1].items == ("p2", "p3", "f2")
    assert [slide.title for slide in deck.slides] == ["A dry land", "Water", "Questions"]
    assert deck.slides[1].notes == SLIDES[1].notes


def test_sizes_come_from_the_slides_own_list_style(deck):
    paragraph = deck.slides[1].shapes[1].paragraphs[0]
    assert (paragraph.size, paragraph.size_written, paragraph.languages_missing) == (20, True, False)


def test_a_size_that_only_the_master_says_is_known_and_not_written(deck):
    from pptx import Presentation

    opened = Presentation(io.BytesIO(hand_deck()))
    for style in opened.slides[1].placeholders[1].text_frame._txBody.iter("{*}lstStyle"):
        style.clear()
    out = io.BytesIO()
    opened.save(out)
    found, _ = read_deck(out.getvalue())
    paragraph = found.slides[1].shapes[1].paragraphs[0]
    assert paragraph.size == 32  # of python-pptx's own template
    assert not paragraph.size_written


def test_placeholders_inherit_their_place_from_the_layout(deck):
    body = deck.slides[1].shapes[1]
    assert body.seated
    assert (body.frame.x, body.frame.y, body.frame.width) == (36, 126, 648)
    assert body.room.width == pytest.approx(648 - 14.4)


def test_sections_name_their_slides(deck):
    assert [(section.name, section.slides) for section in deck.sections] == [
        ("A dry land", (1,)), ("Water", (2,)), ("Questions", (3,))
    ]  # fmt: skip


def test_the_brief_gives_texts_by_their_ids(brief):
    texts = brief_texts(brief)
    assert texts.titles == (("opening", "A dry land"), ("h1", "1 Water"), ("questions", "Questions"))
    assert [item[:2] for item in texts.items] == [
        ("p2", "h1"), ("p3", "h1"), ("f2", "h1"), ("f2", "h1"), ("q3", "questions")
    ]  # fmt: skip
    assert texts.rest == ("note.txt",)


def test_runs_have_their_place_from_the_top_left(brief):
    first = brief.runs[0]
    assert (first.text, first.left, first.baseline, first.size) == ("A dry land", 50, 842 - 780, 20)
    assert first.marking is Marking.TAGGED
    assert brief.runs[-1].marking is Marking.ARTIFACT


def test_widths_follow_scaling_spacing_and_leading():
    content = b"q 2 0 0 2 10 20 cm BT /F1 10 Tf 1 Tc 5 Tw 50 Tz 12 TL 0 0 Td (ab) Tj T* [(a) -1000 (b)] TJ ET Q"
    pdf = pikepdf.open(io.BytesIO(hand_brief()))
    pdf.pages[0].obj.Resources.Font.F1.FirstChar = 97
    pdf.pages[0].obj.Resources.Font.F1.Widths = pikepdf.Array([600, 500])
    pdf.pages[0].obj.Contents = pdf.make_stream(content)
    out = io.BytesIO()
    pdf.save(out)
    found, _ = read_brief(out.getvalue())
    first, second = found.runs
    assert (first.left, first.baseline, first.size) == (10, 842 - 20, 20)
    assert first.right == pytest.approx(10 + 2 * (6 + 1 + 5 + 1) * 0.5)
    assert second.baseline == 842 - 20 + 24
    assert second.right == pytest.approx(10 + 2 * (6 + 1 + 10 + 5 + 1) * 0.5)


def test_text_in_a_form_belongs_to_the_mark_around_it():
    pdf = pikepdf.open(io.BytesIO(hand_brief()))
    page = pdf.pages[0].obj
    form = pdf.make_stream(b"BT /F1 11 Tf 1 0 0 1 60 700 Tm (inside) Tj ET")
    form.Type, form.Subtype, form.Resources = pikepdf.Name.XObject, pikepdf.Name.Form, page.Resources
    page.Resources.XObject = pikepdf.Dictionary(X1=form)
    page.Contents = pdf.make_stream(b"/P <</MCID 2>> BDC /X1 Do EMC")
    out = io.BytesIO()
    pdf.save(out)
    found, _ = read_brief(out.getvalue())
    assert [run.text for run in found.runs] == ["inside"]
    assert {item: text for item, _, text in brief_texts(found).items}["p2"] == "inside"


def test_actual_text_stands_for_its_glyphs():
    pdf = pikepdf.open(io.BytesIO(hand_brief()))
    content = b"/P <</MCID 3 /ActualText (Rivers)>> BDC BT /F1 11 Tf (xx) Tj ET EMC"
    pdf.pages[0].obj.Contents = pdf.make_stream(content)
    out = io.BytesIO()
    pdf.save(out)
    found, _ = read_brief(out.getvalue())
    assert ("p3", "h1", "Rivers") in brief_texts(found).items


def test_bookmarks_and_properties_are_read(brief):
    assert [mark.title for mark in brief.bookmarks] == ["A dry land", "Water", "Questions"]
    assert (brief.title, brief.lang, brief.marked, brief.claims_access) == ("A dry land", "en", True, True)
    assert [(font.name, font.embedded) for font in brief.fonts] == [("Helvetica", False)]


def test_identity_is_read_from_either_file():
    for files in ((hand_deck(), None), (None, hand_brief()), (hand_deck(), hand_brief())):
        found = read_identity(*files)
        assert (found.outline, found.lang) == ("../outline.yaml", "en")
    assert read_identity(b"junk", b"%PDF-1.7 junk").outline == ""
    assert read_identity(None, None).build == ""


def test_a_seal_holds_until_anything_changes():
    deck = hand_deck()
    assert sealed(deck) is True
    assert (
        sealed(rewritten(deck, "docProps/core.xml", lambda data: data.replace(b"A dry land", b"A wet land"))) is False
    )
    assert sealed(rewritten(deck, "ppt/slides/slide2.xml", lambda _: None)) is False


def test_no_seal_on_what_is_not_ours():
    from pptx import Presentation

    out = io.BytesIO()
    Presentation().save(out)
    for other in (b"", b"junk", hand_brief(), out.getvalue(), hand_deck()[:5000]):
        assert sealed(other) is None


def rewritten(deck: bytes, name: str, change) -> bytes:
    """The archive with one part changed, or left out when the change gives None."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(deck)) as before, zipfile.ZipFile(out, "w") as after:
        for member in before.namelist():
            data = before.read(member)
            if member == name:
                data = change(data)
            if data is not None:
                after.writestr(member, data)
    return out.getvalue()


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    """With a smaller limit, so that the test need not pack what nobody may unpack."""
    monkeypatch.setattr(archive, "LARGEST_UNPACKED", 4 * 1024 * 1024)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("ppt/presentation.xml", b"")
        bomb.writestr("ppt/media/1.xml", bytes(5 * 1024 * 1024))
    assert len(out.getvalue()) < 10_000
    assert archive.fault(out.getvalue()).code == "BD403"
    assert sealed(out.getvalue()) is None


def test_a_page_that_unpacks_to_too_much_is_refused():
    pdf = pikepdf.open(io.BytesIO(hand_brief()))
    pdf.pages[0].obj.Contents = pdf.make_stream(b" " * (40 * 1024 * 1024))
    out = io.BytesIO()
    pdf.save(out, compress_streams=True)
    assert len(out.getvalue()) < 100_000
    found, problems = read_brief(out.getvalue())
    assert found is None
    assert problems[0].code == "BD403"


@pytest.mark.parametrize("damage", ["empty", "text", "half", "no parts", "bad part", "twice"])
def test_a_damaged_deck_gives_one_problem(damage):
    deck = hand_deck()
    data = {
        "empty": b"",
        "text": b"not a deck",
        "half": deck[: len(deck) // 2],
        "no parts": zipped({"a.txt": b"a"}),
        "bad part": rewritten(deck, "ppt/slides/slide2.xml", lambda data: data[: len(data) // 2]),
        "twice": deck,
    }[damage]
    if damage == "twice":
        out = io.BytesIO(deck)
        with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(out, "a") as opened:
            opened.writestr("ppt/presentation.xml", b"<a/>")
        data = out.getvalue()
    found, problems = read_deck(data)
    assert found is None
    assert [problem.code for problem in problems] == ["BD400"]
    assert problems[0].hint


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        for name, data in members.items():
            opened.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("data", [b"", b"text", b"%PDF-1.7\n%%EOF", hand_brief()[:900]])
def test_a_damaged_brief_gives_one_problem(data):
    found, problems = read_brief(data)
    assert found is None
    assert [problem.code for problem in problems] == ["BD406"]


def test_points_under_a_point_are_told_apart():
    """A list inside a list item is not part of the item's own words."""
    pdf = pikepdf.open(io.BytesIO(hand_brief(HandBrief().but(elements=(
        HandElement("LI", "item:p2", "Above."), HandElement("LI", "item:p3", "Below."))))))  # fmt: skip
    document = pdf.Root.StructTreeRoot.K
    above, below = document.K
    inner = pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.L, P=above, K=pikepdf.Array([below]))
    above.K = pikepdf.Array([above.K, pdf.make_indirect(inner)])
    document.K = pikepdf.Array([above])
    out = io.BytesIO()
    pdf.save(out)
    found, _ = read_brief(out.getvalue())
    assert [(item, text.strip()) for item, _, text in brief_texts(found).items] == [("p2", "Above."), ("p3", "Below.")]
