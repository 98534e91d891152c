"""Fonts for Chinese, Japanese and Korean: found where they are, told when they are nowhere, and whole in the file."""

from __future__ import annotations

import io
from importlib.util import find_spec

import pikepdf
import pytest

from briefdeck import east_asian
from briefdeck.assets import read_look
from briefdeck.compose.brief.document import compose_brief
from briefdeck.east_asian import east_asian_faces
from briefdeck.model.identity import Identity
from briefdeck.model.ids import assign_ids
from briefdeck.model.look import font_key, font_source
from briefdeck.model.outline import Outline, Point, Section
from briefdeck.paint.pdf import paint
from briefdeck.pipeline import Order, make
from briefdeck.verify.brief_reader import read_brief
from briefdeck.verify.standards import check

TEXTS = {
    "zh": "声音是一种压力波，它在空气中以每秒大约三百四十三米的速度传播。",
    "ja": "光合成は植物が光を使って糖を作る働きです。カタカナとひらがな。",
    "ko": "빛은 파동이며 소리보다 빠릅니다.",
}
needs_fonts = pytest.mark.skipif(find_spec(east_asian.PACKAGE) is None, reason='needs pip install "briefdeck[cjk]"')


def brief(lang: str, text: str):
    points = (Point(label=text[:2], say=text, lines=(2,)), Point(say=f"{text} Latin 12.", lines=(3,)))
    outline = assign_ids(
        Outline(title=text[:8], lang=lang, sections=(Section(id="", title=text[:6], lines=(1,), points=points),))
    )
    return compose_brief(outline, read_look("", lang, on_paper=True), Identity(title="t", lang=lang, build="b"))


def slides(lang: str):
    """What there is to say about slides and handout in a language, and the files."""
    points = (Point(say=TEXTS[lang], lines=(2,)),)
    outline = assign_ids(
        Outline(title=TEXTS[lang][:8], lang=lang, sections=(Section(id="", title="Latin", lines=(1,), points=points),))
    )
    made = make(outline, Order(only="deck", also=("slides", "handout")))
    return [remark for remark in made.remarks if remark.code == "BD333"], made.also


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch):
    """A machine without any such font."""
    monkeypatch.setattr(east_asian, "_FAMILIES", ())
    east_asian_faces.cache_clear()
    yield
    east_asian_faces.cache_clear()


def test_a_key_says_which_face_of_a_file_is_meant():
    assert font_source(font_key("/fonts/a#b.ttc", 2, 700)) == ("/fonts/a#b.ttc", 2, 700)
    assert font_source("SourceSerif4SmText-Regular.ttf") == ("SourceSerif4SmText-Regular.ttf", 0, 0)


@needs_fonts
def test_the_forms_of_the_language_come_first_and_the_others_follow():
    numbers = {lang: [font_source(face.file).number for face in east_asian_faces(lang)] for lang in ("ja", "zh-TW")}
    assert numbers["ja"][0] == 0
    assert numbers["zh-TW"][0] == 3
    assert {0, 1, 2} <= set(numbers["ja"])


@needs_fonts
@pytest.mark.parametrize("lang", TEXTS)
def test_east_asian_text_is_set_and_read_back(lang):
    document, said = brief(lang, TEXTS[lang])
    assert not said
    data = paint(document)
    assert not list(check(data))
    found, _ = read_brief(data)
    assert TEXTS[lang] in next(element.text for element in found.elements() if element.id == "item:p3")
    assert len(data) < 120_000


@needs_fonts
def test_only_the_glyphs_that_are_used_are_in_the_file_in_the_weight_that_is_shown():
    pdf = pikepdf.open(io.BytesIO(paint(brief("zh", TEXTS["zh"])[0])))
    fonts = [font for font in pdf.pages[0].Resources.Font.values() if "NotoSansCJK" in str(font.BaseFont)]
    assert {str(font.BaseFont).rpartition("-")[2] for font in fonts} == {"400", "700"}
    assert all(len(font.DescendantFonts[0].FontDescriptor.FontFile3.read_bytes()) < 40_000 for font in fonts)


@needs_fonts
def test_a_latin_brief_never_opens_them():
    look = read_look("", "en", on_paper=True)
    outline = assign_ids(
        Outline(title="T", sections=(Section(id="", title="S ☺ → ∑", points=(Point(say="One.", lines=(1,)),)),))
    )
    opened = []

    class Library(dict):
        def __getitem__(self, name):
            opened.append(name)
            return look.fonts[name]

    compose_brief(outline, look._replace(fonts=Library()), Identity(title="t", lang="en", build="b"))
    assert opened
    assert not any("#" in name for name in opened)


@needs_fonts
@pytest.mark.parametrize("lang", TEXTS)
def test_slides_on_paper_and_the_handout_show_them_too(lang):
    said, also = slides(lang)
    assert said == []
    for made in also.values():
        with pikepdf.open(io.BytesIO(made)) as pdf:
            fonts = {str(font.BaseFont) for page in pdf.pages for font in page.obj.Resources.Font.values()}
        assert any("CJK" in font for font in fonts)


def test_slides_on_paper_say_what_they_lack(bare):
    said, _ = slides("ja")
    assert {problem.code for problem in said} == {"BD333"}
    assert all("briefdeck[cjk]" in problem.hint for problem in said)


def test_a_machine_without_such_fonts_says_so_and_how_to_get_them(bare):
    document, said = brief("zh", TEXTS["zh"])
    assert document.pages
    assert [problem.code for problem in said] == ["BD333"]
    assert 'pip install "briefdeck[cjk]"' in said[0].hint
