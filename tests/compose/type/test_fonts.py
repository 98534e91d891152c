"""The fonts that come with briefdeck, and the choice among them."""

import re
from pathlib import Path

import pytest

from briefdeck.assets import read_look, theme_names
from briefdeck.compose.type.deck_faces import twin
from briefdeck.compose.type.fonts import BriefFonts, FontFace, choose_face, face_for
from briefdeck.compose.type.measure import width_table
from briefdeck.compose.type.shaping import make_shaper
from briefdeck.compose.type.typeset import missing_characters, set_paragraph
from briefdeck.model.look import Face, Ink
from briefdeck.model.page import Paragraph, Ref, Span, TextStyle

FOLDER = Path(__file__).resolve().parents[3] / "assets" / "fonts"
LOOK = read_look()
FACES = BriefFonts(LOOK)

SAMPLES = {
    "en": "Cost-effective “efforts” – over $12 billion…",
    "vi": "Quan hệ đối tác chiến lược đặc biệt",
    "ru": "Путин и Моди встретились в Сочи",
    "el": "η συνάντηση κορυφής",
    "hi": "हिन्दी में क्षेत्रीय मुद्दे, ₹500 करोड़।",
    "bn": "বাংলা ভাষায় লেখা বাক্য।",
    "pa": "ਪੰਜਾਬੀ ਭਾਸ਼ਾ ਵਿੱਚ ਲਿਖਿਆ ਵਾਕ.",
    "gu": "ગુજરાતી ભાષામાં લખેલું વાક્ય.",
    "ta": "தமிழ் மொழியில் எழுதப்பட்ட வாக்கியம்.",
    "te": "తెలుగు భాషలో వ్రాసిన వాక్యం.",
    "kn": "ಕನ್ನಡ ಭಾಷೆಯಲ್ಲಿ ಬರೆದ ವಾಕ್ಯ.",
    "ml": "മലയാളം ഭാഷയിൽ എഴുതിയ വാക്യം.",
    "th": "ภาษาไทยเป็นภาษาที่มีวรรณยุกต์",
    "ar": "هذا نص عربي، 50% (USD 12.5) نعم؟",
    "fa": "می‌خواهم پرسش‌ها را بنویسم",
    "ur": "یہ اردو کا جملہ ہے",
    "he": "שָׁלוֹם עולם 2024",
    "hy": "Հայերեն նախադասություն",
    "ka": "ქართული წინადადება",
    "signs": "✔ ✗ ☐ ★ ► → ⇒ ∈ ∀ ℝ ∑ √ ≤ π ½ x² H₂O °C № €",
    "emoji": "😀 👨‍👩‍👧 🇮🇳 ☕ ❤️ 1️⃣",
}


def runs(text, lang, **style):
    """The runs of a line of the brief."""
    (line,) = set_paragraph(paragraph(text, **style), 1000, FACES, lang=lang).lines
    return line.runs


@pytest.mark.parametrize(
    ("lang", "script"), [("hi", "Devanagari"), ("he", "Hebrew"), ("kn", "Kannada"), ("gu", "Gujarati")]
)
def test_figures_match_the_letters_around_them(lang, script):
    word = SAMPLES[lang].split()[0]
    assert {script in run.file for run in runs(f"{word} 120 {word}", lang)} == {True}


def test_figures_of_other_texts_are_those_of_the_text_itself():
    for text, lang in (("words 120 и слова", "ru"), ("كلمة 120", "ar"), ("ราคา 120", "th")):
        assert any("SourceSerif" in run.file and "120" in run.text for run in runs(text, lang)), lang


def test_arabic_is_set_larger_than_its_neighbours_and_takes_the_room_it_needs():
    latin, arabic = runs("x كتاب", "en")
    assert arabic.size == pytest.approx(1.12 * 11)
    assert latin.size == 11
    wide = sum(glyph[2] for glyph in arabic.glyphs) * arabic.size / 1000
    unzoomed = FontFace(arabic.file, LOOK.fonts).shape("كتاب", "ar", True).width * 11 / 1000
    assert wide == pytest.approx(1.12 * unzoomed)
    (alone,) = set_paragraph(paragraph("x كتاب"), 1000, FACES, lang="en").lines
    assert alone.width == pytest.approx(arabic.x + wide)


def test_slides_choose_faces_as_other_programs_do():
    slides = BriefFonts(LOOK, like_slides=True)
    chain = slides.chain("body", False, False, 11)
    assert slides.home(chain, "he") is None
    assert slides.face("NotoNaskhArabic-Regular.ttf").zoom == 1


def paragraph(text, **style):
    return Paragraph(
        spans=(Span(text=text),), style=TextStyle(font="body", size=11, ink=Ink("text"), **style), ref=Ref("s1")
    )


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("name", SAMPLES)
def test_every_script_of_the_brief_is_set_without_a_box(name, bold):
    lang = name if len(name) == 2 else "en"
    text = paragraph(SAMPLES[name], bold=bold)
    assert missing_characters(text, FACES, lang) == ()
    (line,) = set_paragraph(text, 1000, FACES, lang=lang).lines
    assert all(glyph[0] for run in line.runs for glyph in run.glyphs)
    assert "".join(run.text for run in line.runs) == SAMPLES[name]


def test_chinese_is_reported_not_boxed():
    assert missing_characters(paragraph("中文 text"), FACES, "en") == ("中", "文")


LICENCES = {
    "SourceSerif4": "OFL-SourceSerif.txt",
    "Noto": "OFL-Noto.txt",
    "Atkinson": "OFL-AtkinsonHyperlegible.txt",
    "deck/": "OFL-DeckFonts.txt",
}


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.ttf")), ids=lambda path: path.name)
def test_every_font_may_be_embedded_and_names_its_licence(path):
    from fontTools.ttLib import TTFont

    font = TTFont(path)
    assert font["OS/2"].fsType == 0
    assert "glyf" in font
    (licence,) = [found for prefix, found in LICENCES.items() if path.relative_to(FOLDER).as_posix().startswith(prefix)]
    assert "SIL Open Font License" in font["name"].getDebugName(13)
    family = str(font["name"].getDebugName(16) or font["name"].getDebugName(1))
    text = (FOLDER / licence).read_text(encoding="utf-8")
    assert "SIL Open Font License, Version 1.1" in text
    assert not family.startswith("Noto") or f"{family}: Copyright" in text
    assert path.parent.name != "deck" or f"{family.removeprefix('Deck ')}" in text
    assert not re.search("Carlito|Liberation|Arimo|Tinos", family), "reserved font names are not for changed fonts"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("deck/*.ttf")), ids=lambda path: path.stem)
def test_what_shows_a_deck_is_as_wide_as_what_it_was_measured_with(path):
    from fontTools.ttLib import TTFont

    font = TTFont(path)
    advances, em, shown = font["hmtx"], font["head"].unitsPerEm, font.getBestCmap()
    table = width_table((FOLDER / "widths" / f"{path.stem}.json").read_bytes())
    both = [char for char in table if ord(char) in shown and table[char]]
    assert set("abcABC012 -–—“”‘’…€£éüñçßЖяΩλ") & set(table) <= set(both)
    wrong = [char for char in both if abs(advances[shown[ord(char)]][0] / em - table[char]) > 0.001]
    assert len(wrong) <= 7, f"releases of a font differ in few letters, but {wrong}"


@pytest.mark.parametrize("theme", theme_names())
def test_every_theme_has_a_twin_of_the_fonts_that_it_names(theme):
    look = read_look(theme)
    for font in look.theme.deck_fonts.values():
        assert f"deck/{font.metrics[0]}-regular.ttf" in look.fonts
        assert len(twin(font, look)) == 4


def test_the_fonts_stay_small_enough_to_ship():
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) < 10_500_000


@pytest.mark.parametrize("path", sorted(FOLDER.glob("widths/*-*.json")), ids=lambda path: path.stem)
def test_every_width_table_has_the_letters_of_a_deck(path):
    table = width_table(path.read_bytes())
    assert set("abcABC012 -–—“”‘’…€£éüñçß") <= table.keys()
    assert 0.1 < min(table[char] for char in "abcABC012") < max(table[char] for char in "abcABC012") < 1.1
    assert table["\u0301"] == table["\u00ad"] == 0
    assert table["m"] > table["i"]


def test_known_widths_of_the_twins():
    arial = width_table(LOOK.fonts["widths/liberation-sans-regular.json"])
    assert [round(arial[char] * 1000) for char in "aW "] == [556, 944, 278]
    times = width_table(LOOK.fonts["widths/liberation-serif-bold.json"])
    assert [round(times[char] * 1000) for char in "aW "] == [500, 1000, 250]


FOUR = (
    Face(file="small"),
    Face(file="text", from_size=9.5),
    Face(file="italic", italic=True),
    Face(file="bold", bold=True),
)


@pytest.mark.parametrize(
    ("bold", "italic", "size", "file"),
    [
        (False, False, 8, "small"),
        (False, False, 9.5, "text"),
        (False, False, 40, "text"),
        (True, False, 8, "bold"),
        (False, True, 8, "italic"),
        (True, True, 12, "bold"),  # weight matters more than slant
    ],
)
def test_the_nearest_face_is_chosen(bold, italic, size, file):
    assert choose_face(FOUR, bold, italic, size).file == file


def test_a_face_for_larger_type_serves_when_there_is_no_other():
    assert choose_face((Face(file="display", from_size=24),), False, False, 11).file == "display"


def test_emoji_come_from_the_emoji_font_and_signs_do_not():
    chain = FACES.chain("body", False, False, 11)
    assert face_for("☕", chain, emoji=True).file == "NotoEmoji-Regular.ttf"
    assert face_for("1", chain, emoji=True).file == "NotoEmoji-Regular.ttf"
    assert face_for("✔", chain).file == "NotoSansSymbols2-Regular.ttf"
    assert face_for("©", chain).file == "SourceSerif4SmText-Regular.ttf"
    assert face_for("1", chain).file == "SourceSerif4SmText-Regular.ttf"
    assert face_for("中", chain) is None


@pytest.mark.parametrize(
    ("text", "files"),
    [
        ("a1", ["SourceSerif4SmText-Regular.ttf"]),
        ("1️⃣", ["NotoEmoji-Regular.ttf"]),  # a keycap
        ("☕!", ["NotoEmoji-Regular.ttf", "SourceSerif4SmText-Regular.ttf"]),
        ("👨‍👩‍👧", ["NotoEmoji-Regular.ttf"]),
        ("वाक्य,", ["NotoSerifDevanagari-Regular.ttf"]),
        ("(अब)", ["NotoSerifDevanagari-Regular.ttf"]),
        ("2024में", ["NotoSerifDevanagari-Regular.ttf"]),
        ("x∈ℝ", ["SourceSerif4SmText-Regular.ttf", "NotoSansMath-Regular.ttf"]),
    ],
)
def test_a_word_is_parted_into_as_few_faces_as_it_needs(text, files):
    shaper = make_shaper(FACES.chain("body", False, False, 11), "en")
    found = [segment.file for segment in shaper.word(text)]
    assert list(dict.fromkeys(found)) == files


def test_a_ligature_stands_for_its_letters_and_marks_for_themselves():
    face = FontFace("SourceSerif4SmText-Regular.ttf", LOOK.fonts)
    assert [glyph[1] for glyph in face.shape("office").glyphs] == ["o", "ffi", "c", "e"]
    assert [glyph[1] for glyph in face.shape("office", "en", False, True).glyphs] == list("office")


def test_kerning_is_in_the_widths():
    face = FontFace("SourceSerif4SmText-Regular.ttf", LOOK.fonts)
    assert face.shape("AV").width < face.shape("A").width + face.shape("V").width
