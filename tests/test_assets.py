"""The files that come with the package."""

from string import Formatter

import pytest

from briefdeck import assets
from briefdeck.assets import read_furniture, read_look, theme_names
from briefdeck.draft.phrases import phrases_for
from briefdeck.errors import BriefdeckError, UsageError
from briefdeck.model.look import Ink
from briefdeck.text.theme import load_theme

LANGUAGES = (
    *("ar", "bn", "de", "el", "en", "es", "fr", "he", "hi", "ja", "ko", "pt", "ru", "ta", "th", "uk", "vi", "zh"),
)


def placeholders(phrase):
    return sorted(name for _, name, _, _ in Formatter().parse(phrase) if name)


@pytest.mark.parametrize("name", theme_names())
def test_every_theme_gives_a_look(name):
    look = read_look(name)
    assert look.theme.name == name
    for font in look.theme.deck_fonts.values():
        assert all(
            f"widths/{table}-{style}.json" in look.fonts for table in font.metrics for style in ("regular", "bold")
        )


def test_the_default_theme_comes_first():
    assert theme_names()[0] == "default"
    assert "high-contrast" in theme_names()
    assert read_look().theme == read_look("default").theme


def test_there_are_themes_for_every_room():
    themes = {name: read_look(name).theme for name in theme_names()}
    dark = {name for name, theme in themes.items() if theme.colors["background"] < "40"}
    airy = {name for name, theme in themes.items() if theme.leading * 1.2 >= 1.5}
    pale = {name for name, theme in themes.items() if theme.shades.get("panel", Ink("heading")).role == "background"}
    assert len(themes) >= 6
    assert (dark, airy, pale) == ({"dark"}, {"easy-reading"}, {"ink-saving"})


@pytest.mark.parametrize("name", theme_names())
def test_the_brief_of_every_theme_is_printed_on_white_or_near(name):
    assert read_look(name, on_paper=True).theme.colors["background"] >= "FC"


def test_a_theme_without_italics_has_none():
    faces = [face for role in read_look("easy-reading").theme.brief_faces.values() for face in role]
    assert any(face.italic for face in faces)
    assert not any("It" in face.file for face in faces)


def test_an_unknown_theme_names_those_there_are():
    with pytest.raises(UsageError) as raised:
        read_look("lagoon")
    assert raised.value.problems[0].code == "BD606"
    assert "high-contrast" in raised.value.problems[0].hint


def test_a_theme_is_one_file_dropped_in(tmp_path, monkeypatch):
    (tmp_path / "themes").mkdir()
    text = (assets._folder() / "themes" / "default.yaml").read_text(encoding="utf-8")
    (tmp_path / "themes" / "mine.yaml").write_text(text.replace("Lagoon", "Mine"), encoding="utf-8")
    for shared in ("fonts", "furniture"):
        (tmp_path / shared).symlink_to(assets._folder() / shared)
    monkeypatch.setattr(assets, "_folder", lambda: tmp_path)
    assert theme_names() == ("mine",)
    assert read_look("mine").theme.title == "Mine"


def test_a_theme_with_a_font_that_is_not_there_is_refused(tmp_path, monkeypatch):
    (tmp_path / "themes").mkdir()
    text = (assets._folder() / "themes" / "default.yaml").read_text(encoding="utf-8")
    text = text.replace("SourceSerif4SmText-It.ttf", "Papyrus.ttf").replace('"carlito"', '"wingdings"')
    (tmp_path / "themes" / "mine.yaml").write_text(text, encoding="utf-8")
    load_theme(text, "mine.yaml")  # by itself it is sound
    monkeypatch.setattr(assets, "_theme_files", lambda: {"mine": tmp_path / "themes" / "mine.yaml"})
    with pytest.raises(BriefdeckError, match=r"wingdings, Papyrus\.ttf"):
        read_look("mine")


def test_fonts_are_read_once_and_only_when_asked_for():
    fonts = read_look().fonts
    name = "SourceSerif4SmText-Regular.ttf"
    assert name in fonts
    assert len(fonts) == len(list(fonts)) > 20
    assert fonts[name][:4] in (b"\x00\x01\x00\x00", b"OTTO")
    assert fonts[name] is fonts[name]
    with pytest.raises(KeyError):
        fonts["Papyrus.ttf"]


def test_every_fallback_face_is_there():
    look = read_look()
    assert look.fallbacks
    assert [face.file for face in look.fallbacks if face.file not in look.fonts] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_every_phrase_with_the_same_gaps(lang):
    english, own = read_furniture("en"), read_furniture(lang)
    text = (assets._folder() / "furniture" / f"{lang}.yaml").read_text(encoding="utf-8")
    assert own.lang == lang
    assert [line.split(":")[0] for line in text.split("\n") if line and line[0] != "#"] == list(english.words)
    for key, phrase in english.words.items():
        assert placeholders(own.words[key]) == placeholders(phrase), key
    closing = [own.words[key] for key in ("terms", "questions", "takeaways", "sources", "agenda", "overview")]
    assert len(set(closing)) == len(closing)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_drafted_overview_is_furniture(lang):
    assert read_furniture(lang).words["overview"] == phrases_for(lang).overview


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("pt-BR", "pt"),
        ("PT_br", "pt"),
        ("zh-Hant-TW", "zh"),
        ("sw", "en"),
        ("", "en"),
        ("../en", "en"),
        ("en-GB", "en"),
    ],
)
def test_a_missing_language_falls_back(asked, given):
    assert read_furniture(asked).lang == given
    assert read_look(lang=asked).furniture.lang == given
