"""Decks made by chance, painted by LibreOffice as the file has them: no text leaves its box or is under its floor.

CI paints 60 of them, and every layout in every theme; `make fit` paints 1,000.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest

from briefdeck.assets import theme_names
from briefdeck.errors import BriefdeckError
from briefdeck.model.outline import Table
from briefdeck.pipeline import Order, make
from compose.outlines import MEDIA, REACHES, gallery, group, outline, section
from fit.any_deck import any_deck, built
from support.photographs import paintable
from support.pptx_overflow import overflows, overflows_of
from support.render import needs_libreoffice

COUNT = 60
AT_ONCE = 20


def digest(number: int) -> str:
    return hashlib.sha256(repr(any_deck(number).outline).encode()).hexdigest()


def test_the_same_number_is_the_same_deck_in_every_process():
    code = (
        "import sys; sys.path[:0] = sys.argv[1:]; from fit.test_any_deck import digest; print(digest(43), digest(44))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, *sys.path],
        env={**os.environ, "PYTHONHASHSEED": "5"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == [digest(43), digest(44)]


@pytest.mark.slow
@needs_libreoffice
@pytest.mark.parametrize("start", range(0, COUNT, AT_ONCE))
def test_no_text_leaves_its_box(start, tmp_path):
    decks = {}
    for number in range(start, start + AT_ONCE):
        try:
            decks[str(number)] = built(number)
        except BriefdeckError as error:  # what no slide can hold
            assert all(problem.at.line for problem in error.problems)
    assert decks
    assert not {name: faults for name, faults in overflows_of(decks, tmp_path).items() if faults}


@pytest.mark.slow
@needs_libreoffice
def test_no_text_leaves_its_box_in_any_layout_of_any_theme(tmp_path):
    pictured = gallery(*(name for name, outline in REACHES.items() if outline.sections[0].picture))
    decks = {}
    for theme in theme_names():
        order = Order(theme=theme, only="deck", media=paintable(MEDIA))
        decks[theme] = make(gallery(), order).deck
        decks[f"{theme}-pictures"] = make(pictured, order).deck
    assert not {name: faults for name, faults in overflows_of(decks, tmp_path).items() if faults}


MARKS = {
    "hi": "मात्रा ि ी ु ू े ै ो ौ ं ः ् और",
    "th": "สระ ั ิ ี ึ ื ุ ู ่ ้ ๊ ๋ ์ และ",
    "ar": "حركة ً ٌ ٍ َ ُ ِ ّ ْ مع",
    "bn": "কার া ি ী ু ূ ে ৈ ো ৌ ্ এবং",
}


@pytest.mark.slow
@needs_libreoffice
def test_marks_without_a_letter_as_a_lesson_about_a_script_has_them_stay_inside(tmp_path):
    """Viewers set a dotted circle below or beside each."""
    decks = {}
    for lang, said in MARKS.items():
        table = Table(header=("1", said), rows=((said, "2"), ("3", f"{said} {said}")))
        sections = (section(said, f"{said} " * 4, said), section("2", group(said, said), group("4", f"{said} " * 3)))
        made = make(outline(*sections, section("5", table=table), title=said, lang=lang), Order(only="deck"))
        decks[lang] = made.deck
    assert not {name: faults for name, faults in overflows_of(decks, tmp_path).items() if faults}


AMID_EMOJI = (
    "лист вода лист 😀 лист сахар свет 😀 вода 😀 энергия 😀 свет свет сахар 😀 сахар свет 😀 вода энергия 😀 сахар "
    "сахар сахар 😀",
    "вода лист 😀 лист 😀 свет свет 😀 вода лист 😀 сахар 😀 лист 😀 лист 😀 свет сахар свет свет энергия сахар 😀 "
    "свет 😀 энергия энергия 😀",
    "вода 😀 свет сахар свет 😀 вода 😀 сахар вода 😀 лист сахар лист 😀 энергия энергия свет 😀 вода 😀 лист свет 😀 "
    "вода лист 😀 энергия энергия лист сахар 😀 свет 😀",
)


@pytest.mark.slow
@needs_libreoffice
def test_letters_that_a_font_lacks_stay_inside_among_emoji(tmp_path):
    """Caladea, which stands for Cambria, has no Cyrillic: LibreOffice took the font of the emoji, a wide one."""
    made = make(outline(section("Points", *AMID_EMOJI)), Order(theme="academic", only="deck"))
    assert not overflows(made.deck, tmp_path)
