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
from pathlib import Path
from unicodedata import category

from support.painted import Inked, InkedPage, inked
from support.pptx_dyed import Place, dyed
from support.render import convert_all

SLACK = 2.0  # points
ASCENT, DESCENT = 0.7, 0.2  # of the size: what a plain line takes above and below its baseline, in any font
TALL = 0.12  # of the size: letters of a substitute font may reach so far out of the lines of the text's own
HANGING = frozenset("。、，．！？；：!,.:;?")  # in a text with letters of Chinese or Japanese, these hang in the margin
FLOORS = {"ftr": 12, "sldNum": 12, "dt": 12, "cell": 14, "chart": 14}
NAMED_FLOORS = {"caption": 14, "section": 14, "byline": 14}
ROUNDED = 0.06  # points: what sizes lose on the way through the PDF
DRAWN = 0.99  # of its size: LibreOffice draws the names at an axis up to 0.8 % smaller than the file says
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
    for side, excess in _excess(letters, place.left, place.top, place.right, place.bottom):
        yield Overflow(place.slide, place.shape, f"{excess:.1f} pt {side}: {said}")
    for side, excess in _excess(letters, 0, 0, page.width, page.height):
        yield Overflow(place.slide, place.shape, f"{excess:.1f} pt {side} of the slide: {said}")
    floor = NAMED_FLOORS.get(place.shape.casefold(), FLOORS.get(place.kind, 18))
    least = floor * DRAWN if place.kind == "chart" else floor - ROUNDED
    if (size := min(letter.size for letter in letters)) < least:
        yield Overflow(place.slide, place.shape, f"{size:.1f} pt small, the floor is {floor}: {said}")


def _excess(
    letters: Sequence[Inked], left: float, top: float, right: float, bottom: float
) -> Iterator[tuple[str, float]]:
    """How far letters of a text stand out of a box, and on which sides."""
    upright = [letter for letter in letters if letter.upright and not _is_mark(letter)]
    heads = [letter.baseline - ASCENT * letter.size for letter in upright]
    hang = any("\u3000" <= letter.text <= "\u9fff" for letter in letters)
    feet = [letter.baseline + DESCENT * letter.size for letter in upright]
    for side, excess in (
        ("below", max([*feet, *(letter.bottom - TALL * letter.size for letter in letters)]) - bottom),
        ("above", top - min([*heads, *(letter.top + TALL * letter.size for letter in letters)])),
        (
            "to the right",
            max(_end(letter) - hang * letter.size * (letter.text in HANGING) for letter in letters) - right,
        ),
        ("to the left", left - min(map(_start, letters))),
    ):
        if excess > SLACK:
            yield side, excess


def _is_mark(letter: Inked) -> bool:
    """Whether it stands on another, above or below the line that letters have in common."""
    return any(category(char) in ("Mn", "Me") for char in letter.text)


def _start(letter: Inked) -> float:
    """Where a letter begins: where the pen stood, if its font lets the ink reach further, as the foot of a "j" does."""
    return max(letter.left, letter.pen) if letter.upright else letter.left


def _end(letter: Inked) -> float:
    """Where a letter ends: where the pen stands then, if its font lets the ink reach further, as the head of an "f"."""
    return min(letter.right, letter.pen_after) if letter.upright else letter.right
