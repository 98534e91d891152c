"""The script table against the Unicode data that fontTools carries."""

import unicodedata

import pytest
from fontTools import unicodedata as reference

from briefdeck.compose.type.scripts import EMOJI, MATHS, SIGNS, script_of, scripts_of, stretches

LETTERS = [chr(code) for code in range(0x20, 0xFFFF) if unicodedata.category(chr(code))[0] == "L"]
OURS = {
    "Latn", "Grek", "Cyrl", "Armn", "Geor", "Hebr", "Arab", "Deva", "Beng", "Guru", "Gujr", "Taml", "Telu", "Knda",
    "Mlym", "Thai", "Hani", "Hira", "Kana", "Hang",
}  # fmt: skip


def is_exempt(char):
    """Phonetic extensions mix Greek and Cyrillic letters into Latin; old Hangul and some signs are not in our table."""
    code = ord(char)
    return 0x1D26 <= code <= 0x1D78 or 0xA960 <= code <= 0xA97C or script_of(char) in (SIGNS, MATHS) or char in "ᶿꭥↃↄ〻"


def test_letters_have_the_script_that_unicode_gives_them():
    wrong = [char for char in LETTERS if reference.script(char) in OURS and script_of(char) != reference.script(char)]
    assert [char for char in wrong if not is_exempt(char)] == []


@pytest.mark.parametrize(
    ("char", "script"),
    [
        ("a", "Latn"),
        ("é", "Latn"),
        ("1", "Zyyy"),
        ("—", "Zyyy"),
        (" ", "Zyyy"),
        ("\u0301", "Zinh"),
        ("।", "Zyyy"),
        ("،", "Zyyy"),
        ("د", "Arab"),
        ("ि", "Deva"),
        ("中", "Hani"),
        ("😀", EMOJI),
        ("☕", EMOJI),
        ("✔", SIGNS),
        ("∈", MATHS),
        ("€", "Zyyy"),
    ],
)
def test_scripts(char, script):
    assert script_of(char) == script


@pytest.mark.parametrize(
    ("lang", "script"),
    [("en", "Latn"), ("sr-Cyrl", "Cyrl"), ("mr", "Deva"), ("ur_PK", "Arab"), ("ja", "Hira"), ("", "Latn")],
)
def test_the_scripts_of_a_language(lang, script):
    assert script in scripts_of(lang)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [("Zyyy", "")]),
        ("12, 13", [("Zyyy", "12, 13")]),
        ("plain words", [("Latn", "plain words")]),
        ("– 12 ½", [("Zyyy", "– 12 ½")]),
        ("“नदी” means river", [("Deva", "“नदी” "), ("Latn", "means river")]),
        ("中文と日本", [("Hani", "中文と日本")]),
        ("cafe\u0301 вода 😀 αβ", [("Latn", "cafe\u0301 "), ("Cyrl", "вода 😀 "), ("Grek", "αβ")]),
    ],
)
def test_a_text_is_parted_where_its_script_changes(text, found):
    assert stretches(text) == found
