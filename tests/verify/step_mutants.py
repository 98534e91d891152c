"""Single faults in the numbers of steps: missing, counted from elsewhere, typed, where none belongs."""

# ruff: noqa: E501 (a table of mutants: one a line)

from __future__ import annotations

import re
from collections.abc import Callable

import pikepdf

from verify import mutations as do
from verify.plain_mutants import Mutant

CODE = "BD427"
ON_SLIDES, ON_BRIEF = "steps on slides have their numbers", "steps on the brief have their numbers"
BAKING = "".join((
    'title: "Bread"\nlang: "en"\nbrief: {paper: a4}\nsections:\n  - title: "Bake it"\n    numbered: true\n    points:\n',
    *(f'      - "{verb} it for about {minutes} minutes, then look whether all of it is as smooth and as warm as before"\n'
      for minutes, verb in enumerate(("Knead", "Fold", "Rest", "Roll", "Press", "Turn", "Bake", "Cool", "Cut", "Wrap"), 11)),
    '  - title: "Three words"\n    numbered: true\n    points:\n      - Mix: "Flour goes in first"\n      - Bake: "One hour"\n',
    '      - Rest: "Until it is cold"\n',
    '  - title: "What to know"\n    points:\n      - "Wheat holds gluten"\n      - "Rye holds little of it"\n      - "Yeast is alive"\n',
    'questions:\n  - {text: "Why does dough rise?"}\n  - {text: "Why is a crust brown?"}\n',
))  # fmt: skip


GOES_ON, CARDS, PLAIN, ASKED = "Cool it", "Flour goes in", "Rye holds", "Why does dough"
COUNTED = '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPlain"/>'


def before(words: str, change: Callable[[str], str]) -> Callable[[str], str]:
    """A change of the properties of the paragraph that begins so."""

    def edit(text: str) -> str:
        start = text.rindex("<a:p>", 0, text.index(words))
        end = text.index("</a:p>", start)
        changed = change(text[start:end])
        assert changed != text[start:end]
        return text[:start] + changed + text[end:]

    return edit


def uncounted(paragraph: str) -> str:
    return re.sub(r"<a:buAutoNum [^>]*/>", "<a:buNone/>", paragraph)


def counted(paragraph: str) -> str:
    return re.sub(r"<a:p>(<a:pPr[^>]*/>)?", f"<a:p><a:pPr>{COUNTED}</a:pPr>", paragraph, count=1)


def typed(number: str) -> Callable[[str], str]:
    return lambda paragraph: uncounted(paragraph).replace("<a:t>", f"<a:t>{number} ", 1)


STEP_DECK = (
    Mutant("no number", do.on_slide(GOES_ON, before("Cool it", uncounted)), ON_SLIDES, CODE, "“Cool it for about 18 minutes, then look…” is missing, in the outline 8"),
    Mutant("counted from one again", do.on_slide(GOES_ON, do.sub(r' startAt="\d+"', "")), ON_SLIDES, CODE, "“Cool it for about 18 minutes, then look…” is "),
    Mutant("counted from another", do.on_slide(GOES_ON, do.sub(r'startAt="\d+"', 'startAt="9"')), ON_SLIDES, CODE, "in the outline 8"),
    Mutant("traded", do.on_slide(GOES_ON, lambda text: text.replace("Cool", "\0").replace("Cut", "Cool").replace("\0", "Cut")), ON_SLIDES, CODE, ""),
    Mutant("a card without", do.on_slide(CARDS, before(">Bake<", uncounted)), ON_SLIDES, CODE, "“Bake” is missing, in the outline 2"),
    Mutant("a card with another", do.on_slide(CARDS, do.swap('startAt="3"', 'startAt="4"')), ON_SLIDES, CODE, "“Rest” is 4, in the outline 3"),
    Mutant("a list that is not numbered", do.on_slide(PLAIN, before("Rye holds", counted)), ON_SLIDES, CODE, "“Rye holds little of it” is 1, in the outline none"),
    Mutant("a number typed", do.on_slide(PLAIN, before("Rye holds", typed("2."))), ON_SLIDES, CODE, "“Rye holds little of it” is 2, in the outline none"),
    Mutant("another typed", do.on_slide(CARDS, before(">Bake<", typed("3."))), ON_SLIDES, CODE, "“Bake” is 3, in the outline 2"),
    Mutant("one typed beside that counted", do.on_slide(CARDS, do.swap("<a:t>Bake", "<a:t>1 Bake")), ON_SLIDES, CODE, "“Bake” is 2 1, in the outline 2"),
    Mutant("questions", do.on_slide(ASKED, before("Why is a crust", do.swap("<a:p>", "<a:p><a:pPr><a:buNone/></a:pPr>"))), ON_SLIDES, CODE, "“Why is a crust brown?” is missing, in the outline 2"),
)  # fmt: skip


def labels_of(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    return [one for one in do.elements(pdf) if one.S == "/LI" and one.K[0].S == "/Lbl"]


def without_number(pdf: pikepdf.Pdf) -> None:
    del labels_of(pdf)[1].K[0]


def traded_numbers(pdf: pikepdf.Pdf) -> None:
    one, other = labels_of(pdf)[:2]
    one.K[0], other.K[0] = other.K[0], one.K[0]


STEP_BRIEF = (
    Mutant("no number on the brief", do.in_pdf(without_number), ON_BRIEF, CODE, "“Fold it for about 12 minutes, then look…” is missing, in the outline 2"),
    Mutant("numbers traded on the brief", do.in_pdf(traded_numbers), ON_BRIEF, CODE, "“Knead it for about 11 minutes, then loo…” is 2, in the outline 1"),
)  # fmt: skip
