"""P4 by rendering: the deck as LibreOffice paints it, each line of type held against the box that says its words.

LibreOffice shrinks text that may shrink, and PowerPoint does so only when someone edits it. So the deck is painted with
shrinking turned off: what the sizes written in the file give.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence

from briefdeck.errors import Problem
from briefdeck.late import late_pattern
from briefdeck.model.geometry import Rect, Size
from briefdeck.verify.archive import UNREADABLE, parse
from briefdeck.verify.brief_file import BriefFile, Run
from briefdeck.verify.brief_reader import MOST_SLIDES, read_brief
from briefdeck.verify.deck_file import DeckFile, Shape, Slide
from briefdeck.verify.wording import clip, normal

_SHRINKS = re.compile(rb"<a:(?:normAutofit|spAutoFit)\b[^>]*?(?:/>|>.*?</a:(?:normAutofit|spAutoFit)>)", re.DOTALL)
_PAGES = late_pattern(r"ppt/(slides|slideLayouts|slideMasters)/[^/]+\.xml")

_SLACK = 2.0
"""Points; files round their lengths, and fonts reach a little over their lines."""

_SLACK_OF_SIZE = 0.15
"""Of the type's size: fonts claim more above and below than their lines are apart, and a space ends a line."""

_ABOVE, _BELOW = 0.72, 0.22
"""Of the type's size: how far letters reach from their baseline."""

_FEWEST_LETTERS = 3
"""Letters and digits below which a line of type says too little to be told from others: bullets, numbers of lists."""

_PLAIN_WORD = late_pattern(r"(?<!\S)[a-z]{4,}(?!\S)")
"""A word whose letters come out of a PDF as they went in, whatever font and neighbours it has."""

AGAIN = "shorten it, give it more room, or build again"


def paintable(deck: bytes) -> bytes | None:
    """The same deck with every kind of shrinking turned off; None when it would load anything from elsewhere."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(deck)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                data = source.read(name)
                if name.endswith(".rels") and _leads_out(data):
                    return None
                target.writestr(name, _SHRINKS.sub(b"<a:noAutofit/>", data) if _PAGES.fullmatch(name) else data)
    except UNREADABLE:
        return None
    return out.getvalue()


def _leads_out(relations: bytes) -> bool:
    """Whether a program that opens the deck would fetch something; links are followed by people only."""
    return any(
        relation.get("TargetMode") == "External" and not relation.get("Type", "").endswith("/hyperlink")
        for relation in parse(relations)
    )


def spills(deck: DeckFile, painting: bytes) -> Iterator[Problem]:
    """Type that stands outside its box or off its slide, words that were not painted, slides that were not."""
    pages, unreadable = read_brief(painting, "what LibreOffice painted", MOST_SLIDES)
    if pages is None:
        yield from unreadable
    elif pages.pages != len(deck.slides):
        message = f"LibreOffice paints {pages.pages} pages of {len(deck.slides)} slides"
        yield Problem("BD459", message, hint="show the slides that are hidden, or build again")
    else:
        runs: dict[int, list[Run]] = {}
        for run in pages.runs:
            runs.setdefault(run.page, []).append(run)
        for slide in deck.slides:
            yield from _of_slide(slide, runs.get(slide.number, []), _scale(deck.size, pages))


def _scale(slide: Size, pages: BriefFile) -> float:
    """Points of the deck to one of the painting, which rounds the size of its pages."""
    return slide.width / pages.size.width if pages.size.width else 1.0


def _of_slide(slide: Slide, runs: list[Run], scale: float) -> Iterator[Problem]:
    said = [(shape, letters) for shape in slide.shapes if shape.frame and (letters := _letters(shape.text))]
    painted = "".join(_letters(run.text) for run in runs)
    for shape, _ in said:
        words = [_letters(word) for word in _PLAIN_WORD.findall(normal(shape.text))]
        if words and shape.kind != "chart" and not any(word in painted for word in words):
            message = f"slide {slide.number}: LibreOffice does not paint “{clip(shape.text, 40)}”"
            yield Problem("BD459", message, hint="look for it behind or beside the slide, or build again")
    told: set[str] = set()
    for run in runs:
        owner = _spilled(run, said, scale)
        if owner is not None and owner.name not in told:
            told.add(owner.name)
            message = f"slide {slide.number}: “{clip(run.text, 40)}” stands outside the box of “{clip(owner.name, 40)}”"
            yield Problem("BD449", message, hint=AGAIN)


def _spilled(run: Run, said: Sequence[tuple[Shape, str]], scale: float) -> Shape | None:
    """A shape that says what is set here, when none of those that do has it inside."""
    letters = _letters(run.text)
    if len(letters) < _FEWEST_LETTERS or _is_turned(run):
        return None
    owners = [shape for shape, words in said if letters in words]
    if not owners or any(shape.kind == "chart" or _holds(shape.frame, run, scale) for shape in owners):
        return None  # a chart sets its words where its program likes
    return min(owners, key=lambda shape: _distance(shape.frame, run, scale))


def _distance(frame: Rect | None, run: Run, scale: float) -> float:
    """How far the beginning of the line is from the middle of a box."""
    if frame is None:
        return 0.0
    return abs(run.left * scale - frame.x) + abs(run.baseline * scale - (frame.y + frame.height / 2))


def _is_turned(run: Run) -> bool:
    """Whether the line is not set from left to right: it is far too narrow for its letters."""
    return run.right - run.left < 0.1 * run.size * len(run.text.strip())


def _holds(frame: Rect | None, run: Run, scale: float) -> bool:
    if frame is None:
        return True
    size = run.size * scale
    slack = _SLACK + _SLACK_OF_SIZE * size
    spaces = 0.3 * size * (len(run.text) - len(run.text.rstrip()))
    return (
        run.left * scale >= frame.x - slack
        and run.right * scale - spaces <= frame.right + slack
        and run.baseline * scale - _ABOVE * size >= frame.y - slack
        and run.baseline * scale + _BELOW * size <= frame.bottom + slack
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, normal(text).casefold()))
