"""Themes, furniture and fallback fonts."""

import pytest

from briefdeck.errors import BriefdeckError
from briefdeck.model.look import Face
from briefdeck.model.values import replace
from briefdeck.text.theme import contrast, load_fallbacks, load_furniture, load_theme

THEME = """\
title: "Plain"
description: "For tests"
colors: {text: "000000", background: "ffffff", heading: "000000", surface: "F0F0F0", accent1: "00429D",
         accent2: "9B0000", accent3: "FFD400", accent4: "004D40", accent5: "4A148C", accent6: "5A3300",
         link: "0000C0", visited: "551A8B"}
deck:
  heading: {family: "Cambria", metrics: ["caladea", "liberation-sans"]}
  body: {family: "Calibri", metrics: ["carlito"]}
brief:
  heading:
    - {file: "A.ttf", bold: true}
  body:
    - {file: "B.ttf"}
    - {file: "C.ttf", italic: true, from_size: 9.5}
"""


def problems(load, text, file="plain.yaml"):
    with pytest.raises(BriefdeckError) as raised:
        load(text, file)
    return [(problem.code, problem.at.line, problem.at.column) for problem in raised.value.problems]


def test_a_theme_is_named_by_its_file():
    theme = load_theme(THEME, "assets/themes/plain.yaml")
    assert (theme.name, theme.title) == ("plain", "Plain")
    assert theme.colors["background"] == "FFFFFF"
    assert theme.deck_fonts["heading"].metrics == ("caladea", "liberation-sans")
    assert theme.brief_faces["body"] == (Face(file="B.ttf"), Face(file="C.ttf", italic=True, from_size=9.5))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('accent1: "00429D"', 'accent1: "teal"', [("BD601", 3, 95)]),
        ('accent1: "00429D"', 'accent1: "#00429D"', [("BD601", 3, 95)]),
        ('accent1: "00429D"', 'accent1: "CCCCCC"', [("BD607", 3, 95)]),
        (', accent1: "00429D"', "", [("BD124", 3, 9)]),
        ("accent1:", "acent1:", [("BD123", 3, 86)]),
        ("colors:", "colours:", [("BD123", 3, 1)]),
        ('"B.ttf"', '"../B.ttf"', [("BD602", 13, 14)]),
        ('{file: "B.ttf"}', '{file: "B.ttf", from_size: 6}', [("BD603", 12, 3)]),
        ("from_size: 9.5", "from_size: big", [("BD139", 14, 48)]),
        ("bold: true", "bold: yes", [("BD128", 11, 29)]),
        ('metrics: ["carlito"]', "metrics: []", [("BD133", 8, 38)]),
        ("title:", "title", [("BD110", 1, 1)]),
    ],
)
def test_what_is_wrong_in_a_theme_is_found_in_its_place(old, new, expected):
    assert old in THEME
    assert problems(load_theme, THEME.replace(old, new)) == expected


def test_an_empty_theme_is_a_problem():
    assert problems(load_theme, "") == [("BD125", 1, 1)]


def test_contrast_is_that_of_wcag():
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("FFFFFF", "FFFFFF") == pytest.approx(1)
    assert contrast("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_fallbacks_keep_their_order():
    faces = load_fallbacks('fallbacks:\n  - {file: "B.ttf"}\n  - {file: "A.otf", bold: true}\n', "f.yaml")
    assert faces == (Face(file="B.ttf"), replace(Face(file="A.otf"), bold=True))


def test_furniture_is_named_by_its_file():
    furniture = load_furniture('agenda: "Plan"\nlines: "lignes {lines}"\n', "assets/furniture/fr.yaml")
    assert furniture.lang == "fr"
    assert furniture.words == {"agenda": "Plan", "lines": "lignes {lines}"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("agenda:\n", [("BD604", 1, 1)]),
        ('agenda: ["a"]\n', [("BD604", 1, 1)]),
        ("- agenda\n", [("BD604", 1, 1)]),
        ('agenda: "a {b"\n', [("BD605", 1, 9)]),
        ('agenda: "a {} b"\nnotes: "{0}"\n', [("BD605", 1, 9), ("BD605", 2, 8)]),
        ('agenda: "a"\nagenda: "b"\n', [("BD115", 2, 1)]),
    ],
)
def test_what_is_wrong_in_furniture_is_found_in_its_place(text, expected):
    assert problems(load_furniture, text, "fr.yaml") == expected
