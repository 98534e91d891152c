"""Text on a slide set in lines: where each line stands, its bullet or number, the lines below links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefdeck.compose.type.deck_faces import deck_faces, mark_faces
from briefdeck.compose.type.measure import DeckMeasure
from briefdeck.compose.type.typeset import set_first_fit
from briefdeck.model.geometry import Rect
from briefdeck.model.look import Ink, Look
from briefdeck.model.page import Anchor, Box, Line, Paragraph, ShapeContent, Span, TextStyle
from briefdeck.model.values import replace

_SINGLE = 1.2  # the leading that programs call 100 per cent
_BELOW, _THICK = 0.11, 0.06  # how far below the baseline a link is underlined, and how thick, in sizes of its text
_LINK = Ink("link")


class SlideSetter:
    """Sets the text of slides in the fonts that stand for the deck's; `lang` is the document's (BCP 47)."""

    def __init__(self, look: Look, lang: str) -> None:
        self._lang = lang
        self._measure = DeckMeasure(look)
        self._faces = deck_faces(look)
        self._marks = mark_faces(look)

    def set_box(
        self, paragraphs: Sequence[Paragraph], frame: Rect, anchor: Anchor, foot: float = 0.0
    ) -> tuple[Paragraph, ...]:
        """The paragraphs with their lines, standing in a frame as its anchor says, so many points above its foot."""
        found: list[Paragraph] = []
        height = 0.0
        for paragraph, label in zip(paragraphs, labels(paragraphs), strict=True):
            height += paragraph.style.space_before if found else 0.0
            found.append(self._set(paragraph, frame.width, label, height))
            height += max(1, len(found[-1].lines)) * self._pitch(paragraph)
        spare = frame.height - foot - height
        shift = {"top": 0.0, "middle": spare / 2, "bottom": spare}[anchor]
        return tuple(_moved(paragraph, shift) for paragraph in found)

    def _set(self, paragraph: Paragraph, width: float, label: str, top: float) -> Paragraph:
        pitch = self._pitch(paragraph)
        higher = pitch - paragraph.style.size * paragraph.style.leading
        return set_first_fit(
            replace(paragraph, spans=tuple(map(_coloured, paragraph.spans))),
            width,
            self._faces,
            lang=self._lang,
            baseline=top + higher + _first_baseline(paragraph.style),
            pitch=pitch,
            label=label,
            marks=self._faces if label[:1].isdigit() else self._marks,
        )

    def _pitch(self, paragraph: Paragraph) -> float:
        """How far lines are apart: further than in Latin where the script stands higher."""
        return paragraph.style.size * paragraph.style.leading * self._measure.line_factor(paragraph.text)


def labels(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """What stands before each paragraph: its bullet, its number, or ""."""
    counts: dict[int, int] = {}
    for paragraph in paragraphs:
        bullet, level = paragraph.style.bullet, paragraph.level
        counts = {each: count for each, count in counts.items() if each < level or (each == level and "#" in bullet)}
        if not bullet.startswith("#"):
            yield bullet
            continue
        first = int(bullet[1:] or 1)
        counts[level] = counts.get(level, first - 1) + 1
        yield str(counts[level])


def underlines(paragraphs: Sequence[Paragraph], frame: Rect) -> Iterator[Box]:
    """A line below the words of each link, as programs that show slides draw it."""
    for paragraph in paragraphs:
        for line in paragraph.lines:
            yield from _underlines(line, frame)


def _underlines(line: Line, frame: Rect) -> Iterator[Box]:
    for run in line.runs:
        if run.link:
            width = sum(glyph[2] for glyph in run.glyphs) * run.size / 1000
            place = Rect(frame.x + line.x + run.x, frame.y + line.baseline + _BELOW * run.size, width, 0)
            rule = ShapeContent(shape="line", ink=run.ink, stroke=_THICK * run.size)
            yield Box(frame=place, content=rule, name="Underline")


def _coloured(span: Span) -> Span:
    """A link to an address has the theme's colour for links, as PowerPoint gives it."""
    plain = span.link and span.ink is None and not span.link.startswith("#")
    return replace(span, ink=_LINK) if plain else span


def _first_baseline(style: TextStyle) -> float:
    """How far the first baseline is below the top of its line, in points, as LibreOffice places it.

    Lines closer than single lose their room above the letters, wider ones gain it there.
    """
    if style.leading < _SINGLE:
        return 0.8 * style.leading * style.size
    return (1.0 + style.leading - _SINGLE) * style.size


def _moved(paragraph: Paragraph, shift: float) -> Paragraph:
    lines = tuple(replace(line, baseline=line.baseline + shift) for line in paragraph.lines)
    return replace(paragraph, lines=lines)
