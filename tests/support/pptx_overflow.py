"""Whether text leaves its box: the deck is painted by LibreOffice, and every letter is looked for where it should be.

LibreOffice shrinks text that may shrink, and PowerPoint does so only when someone edits it. So the deck is painted
with shrinking turned off: what the sizes written in the file give. Each text has a colour of its own while it is
painted, which says in every script whose letters are whose.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from unicodedata import bidirectional

from support.painted import Inked, InkedPage, inked
from support.pptx_dyed import Place, dyed
from support.render import convert_all

SLACK = 2.0  # points
ASCENT, DESCENT = 0.7, 0.2  # of the size: what a plain line takes above and below its baseline, in any font
TALL = 0.12  # of the size: letters of a substitute font may reach so far out of the lines of the text's own
SPACES = " \u00a0\v\n"
TORN, USUAL = 0.3, 0.1  # of the size: what no font leaves between two letters that touch, and what many do
HANGING = frozenset("。、，．！？；：!,.:;?")  # in a text with letters of Chinese or Japanese, these hang in the margin
UNDERCUTTING, UNDERCUT = frozenset("jȷ"), 0.11  # of the size: how far such feet reach left of where the letter starts
FLOORS = {"ftr": 12, "sldNum": 12, "dt": 12, "cell": 14, "chart": 14}
NAMED_FLOORS = {"caption": 14, "section": 14, "byline": 14}
ROUNDED = 0.06  # points: what sizes lose on the way through the PDF
SHRINKS = re.compile(rb"<a:(?:normAutofit|spAutoFit)\b[^>]*?(?:/>|>.*?</a:(?:normAutofit|spAutoFit)>)", re.DOTALL)


@dataclass(frozen=True)
class Overflow:
    """Letters of a text that stand outside their box, that are too small, or that were not painted at all."""

    slide: int
    shape: str
    detail: str


def overflows(deck: bytes, folder: Path) -> list[Overflow]:
    """Every text of the deck that does not stay inside its box, or is under its floor. Needs LibreOffice."""
    return overflows_of({"deck": deck}, folder)["deck"]


def overflows_of(decks: Mapping[str, bytes], folder: Path) -> dict[str, list[Overflow]]:
    """The same for several decks by name, all painted by one LibreOffice: starting it takes longer than a deck."""
    prepared = {name: dyed(unshrunk(deck)) for name, deck in decks.items()}
    pdfs = convert_all({name: made.deck for name, made in prepared.items()}, folder, "pdf")
    return {
        name: list(_faults(made.places, inked(pdfs[name].read_bytes()), made.slides)) for name, made in prepared.items()
    }


def unshrunk(deck: bytes) -> bytes:
    """The same deck with every kind of shrinking turned off."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(deck)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if re.match(r"ppt/(slides|slideLayouts|slideMasters)/[^/]+\.xml$", name):
                data = SHRINKS.sub(b"<a:noAutofit/>", data)
            target.writestr(name, data)
    return out.getvalue()


def _faults(places: Sequence[Place], pages: Sequence[InkedPage], slides: int) -> Iterator[Overflow]:
    if len(pages) != slides:
        yield Overflow(0, "", f"{slides} slides, {len(pages)} pages painted")
        return
    by_color: dict[tuple[int, int], list[Inked]] = {}
    for number, page in enumerate(pages, 1):
        for letter in page.letters:
            by_color.setdefault((number, letter.color), []).append(letter)
    for place in places:
        letters = by_color.pop((place.slide, place.color), [])
        if letters:
            yield from _misplaced(place, pages[place.slide - 1], letters)
        elif place.text:
            yield Overflow(place.slide, place.shape, f"not painted: {place.text[:40]!r}")
    for (slide, color), letters in by_color.items():
        if color:
            stray = "".join(letter.text for letter in letters[:40])
            yield Overflow(slide, "", f"painted in a colour that no text was given: {stray!r}")


def _misplaced(place: Place, page: InkedPage, letters: Sequence[Inked]) -> Iterator[Overflow]:
    """What is wrong with a text that was painted: where it stands, and how large."""
    said = repr(place.text[:60])
    for side, excess in _excess(letters, place.left, place.top, place.right, place.bottom, place.text):
        yield Overflow(place.slide, place.shape, f"{excess:.1f} pt {side}: {said}")
    for side, excess in _excess(letters, 0, 0, page.width, page.height, place.text):
        yield Overflow(place.slide, place.shape, f"{excess:.1f} pt {side} of the slide: {said}")
    floor = NAMED_FLOORS.get(place.shape.casefold(), FLOORS.get(place.kind, 18))
    if (size := min(letter.size for letter in letters)) < floor - ROUNDED:
        yield Overflow(place.slide, place.shape, f"{size:.1f} pt small, the floor is {floor}: {said}")


def _excess(
    letters: Sequence[Inked], left: float, top: float, right: float, bottom: float, text: str
) -> Iterator[tuple[str, float]]:
    """How far letters of a text stand out of a box, and on which sides."""
    torn = _torn(letters, text)
    upright = [letter for letter in letters if letter.upright]
    heads = [letter.baseline - ASCENT * letter.size for letter in upright]
    hang = any("\u3000" <= letter.text <= "\u9fff" for letter in letters)
    feet = [letter.baseline + DESCENT * letter.size for letter in upright]
    for side, excess in (
        ("below", max([*feet, *(letter.bottom - TALL * letter.size for letter in letters)]) - bottom),
        ("above", top - min([*heads, *(letter.top + TALL * letter.size for letter in letters)])),
        (
            "to the right",
            max(
                letter.right - hang * letter.size * (letter.text in HANGING) - torn.get(letter.baseline, 0.0)
                for letter in letters
            )
            - right,
        ),
        ("to the left", left - min(_start(letter) + torn.get(letter.baseline, 0.0) for letter in letters)),
    ):
        if excess > SLACK:
            yield side, excess


def _start(letter: Inked) -> float:
    """Where the ink of a letter begins, or would if its foot did not reach under the letter before."""
    return letter.left + UNDERCUT * letter.size * (letter.text in UNDERCUTTING)


def _torn(letters: Sequence[Inked], text: str) -> dict[float, float]:
    """By baseline, how far a line with letters from right to left is torn open between some that touch in the text.

    LibreOffice 7.4 fills such a line by one reckoning and paints it by another: where it begins with a sign, and the
    letters behind come from a substitute font, the sign's width is left once more behind them; beside Chinese letters
    it leaves a quarter of their size. The line stands out by that wherever it ends, and however its runs are cut.
    """
    if not any(bidirectional(char) in ("R", "AL") for char in text):
        return {}
    lines: dict[float, list[Inked]] = {}
    for letter in sorted(letters, key=lambda letter: letter.left):
        if letter.text and letter.right > letter.left:
            lines.setdefault(letter.baseline, []).append(letter)
    return {
        baseline: sum(
            gap - USUAL * after.size
            for before, after in pairwise(line)
            if (gap := after.left - before.right) > TORN * after.size and _touch(before.text, after.text, text)
        )
        for baseline, line in lines.items()
    }


def _touch(one: str, other: str, text: str) -> bool:
    """Whether the letters stand beside one another in the text, and nowhere with a space between them."""
    pairs = ((one, other), (other, one))
    return any(a + b in text for a, b in pairs) and not any(
        f"{a}{space}{b}" in text for a, b in pairs for space in SPACES
    )
