"""Measuring the deck: how many lines a text takes and how high they are, before PowerPoint sees it.

PowerPoint breaks lines by itself, so nothing is set here: texts are measured with the width tables of the theme's
fonts, the widest of them for each word, and with a margin, and a text that fits is one that fits in every viewer.
A line is `TextStyle.leading` times the size high; 1.2 is what PowerPoint calls 100 per cent.
"""

from __future__ import annotations

import json
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TypeAlias

from briefdeck.compose.type.fonts import HELD_HYPHEN, BriefFonts, FontFace
from briefdeck.compose.type.scripts import (
    ARABIC,
    CJK,
    COMMON,
    DEPTH,
    INHERITED,
    SHAPED,
    SIGNS,
    TALL,
    UNSPACED,
    script_of,
    stretches,
)
from briefdeck.compose.type.wrapping import MeasuredPiece, between_breaks, viewer_pieces, wrap
from briefdeck.errors import BriefdeckError, Problem
from briefdeck.late import late_pattern
from briefdeck.model.geometry import Rect
from briefdeck.model.look import FontRole, Look
from briefdeck.model.page import Paragraph, Span, TextStyle
from briefdeck.named import NamedTuple

HEIGHT_MARGIN = 0.97
"""A box is filled to this part of its height."""

NORMAL_LEADING = 1.2
"""Line height of every Latin font in PowerPoint and LibreOffice, in em."""

_CLEARLY = 1.5
"""By how much the shortest of the last lines must grow where words are joined."""
_SHAPED_MARGIN = 1.15  # viewers use another font for such a script: the widest Noto sans is 1.14 times the serif
_ARABIC_MARGINS = (1.22, 1.37)  # DejaVu, which stands in where Arial is missing, beside our Naskh: regular, bold
_WIDER_ARABIC = 1.47  # the same for words with figures or the heh of Urdu, of either weight
_HEHS = "ہۂۃھ"
_BELOW_BASELINE = 0.2  # em: what every line keeps free below its letters' feet
_MAY_BE_DEEP = TALL | {INHERITED}
_SUBSTITUTE = 1.165  # DejaVu, of which such letters may come, beside Liberation Sans (Greek; Cyrillic a little less)
_SPACE_AMONG_SQUARES = 0.36  # em: between Chinese or Korean words it comes from their font, wider than in Latin ones
_SQUARE_STOPS = "、。，！？：；"
_UNKNOWN_WIDTH = 1.0  # em: as wide as a Chinese character
_SQUARE_SIGNS = "…—“”‘’·×÷±→←"  # as wide as one too, where they come from the font of such letters

_WORD = late_pattern(r"[^ ]+")
_Words: TypeAlias = Callable[[str], float]
_Variant: TypeAlias = tuple[FontRole, bool, bool, bool]  # role, bold, italic, among Chinese or Japanese letters


class Measured(NamedTuple):
    """What some paragraphs take: height in points, lines of each, and the first word too long for its line."""

    height: float
    lines: tuple[int, ...]
    long_word: str = ""

    @property
    def word_fits(self) -> bool:
        """Whether the longest word fits its line."""
        return not self.long_word


class DeckMeasure:
    """Measures text as the deck will show it. Words are measured once and kept."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._fonts = BriefFonts(look)
        self._depth = lru_cache(maxsize=4096)(self._make_depth)
        self._words = lru_cache(maxsize=64)(self._make_words)
        self._measured = lru_cache(maxsize=16384)(self._measure_pieces)

    def width(self, text: str, style: TextStyle) -> float:
        """How wide the text is on one line, in points, without any margin."""
        measured = self._pieces((Span(text=text),), style)
        ems = sum(piece.ink + piece.space for piece in measured)
        return ems * style.size + style.tracking * sum(piece.characters + piece.spaces for piece in measured)

    def lines(self, spans: Sequence[Span], style: TextStyle, width: float) -> tuple[str, ...]:
        """The text of each line at that width (points); spaces at a line's end stay with it.

        Before a word too long for a line stand as many empty lines as it needs beyond its own.
        """
        text = _shown("".join(span.text for span in spans), style)
        ends, _ = wrap(self._pieces(spans, style), style, width)
        stops = [0, *(piece.next for piece in viewer_pieces(text))]
        bounds = [0, *(stops[end] for end in ends)]
        return tuple(text[start:stop] for start, stop in pairwise(bounds))

    def measure(self, paragraphs: Sequence[Paragraph], width: float, *, cell: bool = False) -> Measured:
        """What paragraphs take in a box of that width (points). The space before the first does not count.

        In a table's cell and in links viewers make lines as high as the fonts of a script ask for, elsewhere as the
        text's own.
        """
        height = 0.0
        counts: list[int] = []
        long_word = ""
        for paragraph in paragraphs:
            style = paragraph.style
            ends, too_long = wrap(self._pieces(paragraph.spans, style), style, width)
            if too_long is not None and not long_word:
                piece = viewer_pieces(_shown(paragraph.text, style))[too_long]
                long_word = _shown(paragraph.text, style)[piece.start : piece.stop]
            if counts:
                height += style.space_before
            asked = cell or any(span.link and not span.text.isascii() for span in paragraph.spans)
            height += len(ends) * style.size * style.leading * self.line_factor(paragraph.text, cell=asked)
            counts.append(len(ends))
        return Measured(height, tuple(counts), long_word)

    def foot(self, paragraph: Paragraph) -> float:
        """How far letters of tall scripts reach out below the paragraph's last line, in points.

        Viewers give a line the room of the text's own font, though such letters come from another that is deeper.
        In a script of deep letters it is the same for all words, so that texts beside one another stand on one line.
        """
        style = paragraph.style
        return 0.0 if paragraph.text.isascii() else self._depth(paragraph.text, style.bold) * style.size

    def _make_depth(self, text: str, bold: bool) -> float:
        """How far the letters of a text reach out below a line, in em."""
        letters = "".join(char if script_of(char) in _MAY_BE_DEEP else " " for char in text)
        depths = [DEPTH.get(script_of(char), 0.0) for char in set(letters)]
        for word in set(letters.split()):
            face = self._fallback(word, bold=bold)
            depths.append(face.depth(word) / 1000 if face else 0.0)
        return max(0.0, max(depths, default=0.0) - _BELOW_BASELINE)

    def fits(self, paragraphs: Sequence[Paragraph], rect: Rect) -> bool:
        """Whether the paragraphs fit the rectangle with the margin, no word being broken."""
        measured = self.measure(paragraphs, rect.width)
        return measured.word_fits and measured.height <= rect.height * HEIGHT_MARGIN

    def join_last_words(
        self,
        spans: Sequence[Span],
        style: TextStyle,
        width: float,
        *,
        short: float = 1 / 3,
        most: int = 2,
        alone: bool = True,
    ) -> tuple[Span, ...]:
        """The spans, up to `most` of their last words joined by U+00A0 where the last line would look lost.

        Lost is a single word shorter than this part of the width, any such line where a word need not stand `alone`.
        They come back as they were where joining would cost a line, or leave the line above about as short.
        """
        spans = tuple(spans)
        before = self.lines(spans, style, width)
        last = before[-1].strip()
        lost = self.width(last, style)
        if len(before) < 2 or not last or lost > width * short or (alone and (" " in last or "\u00a0" in last)):
            return spans
        best, widest = spans, lost * _CLEARLY
        for count in range(2, most + 1):
            joined = joined_words(spans, count)
            if joined == spans:
                break
            _, too_long = wrap(self._pieces(joined, style), style, width)
            lines = self.lines(joined, style, width)
            if too_long is not None or len(lines) > len(before):
                break
            shortest = min(self.width(line.strip(), style) for line in lines[-2:])
            if shortest > widest:
                best, widest = joined, shortest
                if alone:
                    break  # no more words than are needed: the line above ends the earlier for it
        return best

    def _pieces(self, spans: Sequence[Span], style: TextStyle) -> tuple[MeasuredPiece, ...]:
        square = any(not span.text.isascii() and any(script_of(char) in CJK for char in span.text) for span in spans)
        parts = tuple(
            (_shown(part, style), (style.font, span.bold or style.bold, span.italic or style.italic, square))
            for span in spans
            for part in _parted(span.text)
        )
        return self._measured(parts)

    def _measure_pieces(self, parts: tuple[tuple[str, _Variant], ...]) -> tuple[MeasuredPiece, ...]:
        text = "".join(part for part, _ in parts)
        width = self._ruler(text, parts)
        return tuple(
            MeasuredPiece(
                ink=width(part.start, part.stop),
                space=self._space(width, text, part.stop, part.next),
                characters=part.stop - part.start,
                spaces=part.next - part.stop,
                forced=part.kind == "forced",
                divisible=script_of(text[part.start : part.start + 1] or " ") in UNSPACED,
                parts=tuple(width(start, stop) for start, stop in between_breaks(text, part.start, part.stop)),
                hyphened=tuple(
                    width(start, stop) for start, stop in between_breaks(text, part.start, part.stop, hyphens=True)
                ),
            )
            for part in viewer_pieces(text)
        )

    @staticmethod
    def _space(width: Callable[[int, int], float], text: str, start: int, stop: int) -> float:
        """The width of the spaces behind a word."""
        if start < stop and start and (script_of(text[start - 1]) in CJK or text[start - 1] in _SQUARE_STOPS):
            return max(width(start, stop), _SPACE_AMONG_SQUARES * (stop - start))
        return width(start, stop)

    def _ruler(self, text: str, parts: tuple[tuple[str, _Variant], ...]) -> Callable[[int, int], float]:
        """The function that measures from one place in the text to another, though its look may change between."""
        if len(parts) == 1:
            words = self._words(parts[0][1])
            return lambda start, stop: words(text[start:stop])
        bounds = [0, *accumulate(len(part) for part, _ in parts)]
        words_of = [self._words(variant) for _, variant in parts]

        def width(start: int, stop: int) -> float:
            touched = range(bisect_right(bounds, start) - 1, bisect_left(bounds, stop))
            return sum(words_of[at](text[max(start, bounds[at]) : min(stop, bounds[at + 1])]) for at in touched)

        return width

    def _make_words(self, variant: _Variant) -> _Words:
        """The function that measures a word in that look, in em; it remembers words."""
        role, bold, italic, square = variant
        tables = [self._table(name, bold, italic) for name in self._look.theme.deck_fonts[role].metrics]
        # Caladea stands for Cambria and lacks its Cyrillic and Greek: where Cambria is missing, so are they, and what
        # comes instead is wider than any font of the theme.
        widest: dict[str, float] = {}
        for table in tables:
            widest |= {char: max(width, widest.get(char, 0.0)) for char, width in table.items()}
        instead = {char: width * _SUBSTITUTE for char, width in widest.items()}
        if square:
            tables = [table | dict.fromkeys(_SQUARE_SIGNS, _UNKNOWN_WIDTH) for table in tables]
        filled = [(table, {**instead, **table}) for table in tables]

        def in_table(text: str, table: dict[str, float], full: dict[str, float]) -> float:
            if table.keys() >= set(text):
                return sum(map(table.__getitem__, text))
            return self._by_character(text, full, variant)

        @lru_cache(maxsize=65536)
        def word(text: str) -> float:
            text = text.replace(HELD_HYPHEN, "-")
            return max([in_table(text, table, full) for table, full in filled])

        return word

    def _by_character(self, text: str, table: dict[str, float], variant: _Variant) -> float:
        """The width of a word with characters that its font lacks, part by part of one script, as decks write it."""
        return sum(self._of_script(script, part, table, variant) for script, part in stretches(text))

    def _of_script(self, script: str, text: str, table: dict[str, float], variant: _Variant) -> float:
        """The width of letters of one script with the signs among them: shaped, or by the script's average."""
        if script in SHAPED and (shaped := self._shaped(text, variant)):
            return shaped
        scripts = _scripts(self._look)
        total = 0.0
        for char in text:
            name = script_of(char)
            if char in table:
                total += table[char]
            elif name != INHERITED and unicodedata.category(char) not in ("Mn", "Me", "Cf", "Cc"):
                total += scripts.get(SIGNS if name == COMMON else name, (_UNKNOWN_WIDTH * 1000, 0))[0] / 1000
        return total

    def _shaped(self, text: str, variant: _Variant) -> float:
        """The width of a word in the fallback font that has all of its characters, with a margin; 0 for none."""
        _, bold, _, _ = variant
        face = self._fallback(text, bold=bold)
        if face is None:
            return 0.0
        margin = _SHAPED_MARGIN
        if any(script_of(char) == ARABIC for char in text):
            wider = any(char.isdecimal() or char in _HEHS for char in text)
            margin = _WIDER_ARABIC if wider else _ARABIC_MARGINS[bold]
        return face.shape(text).width / 1000 * margin

    def _fallback(self, text: str, *, bold: bool) -> FontFace | None:
        """The fallback font that has all of these characters."""
        for face in sorted(self._look.fallbacks, key=lambda face: face.bold != bold):
            shaper = self._fonts.face(face.file)
            if all(shaper.has(char) for char in text):
                return shaper
        return None

    def line_factor(self, text: str, *, cell: bool = False) -> float:
        """How much higher than Latin lines the lines of this text are; in a table's cell they may be higher still."""
        if text.isascii():
            return 1.0
        scripts, height = _scripts(self._look), 2 if cell else 1
        found = [scripts[name][height] for name in set(map(script_of, text)) if name in scripts]
        return max([*found, NORMAL_LEADING]) / NORMAL_LEADING

    def _table(self, name: str, bold: bool, italic: bool) -> dict[str, float]:
        style = "-".join(word for word, wanted in (("bold", bold), ("italic", italic)) if wanted) or "regular"
        key = f"widths/{name}-{style}.json"
        if key not in self._look.fonts:
            raise BriefdeckError([_no_table(name, style, self._look)])
        return width_table(self._look.fonts[key])


def joined_words(spans: tuple[Span, ...], count: int) -> tuple[Span, ...]:
    """The spans with no break between their last so many words; as they are when they have no more."""
    text = "".join(span.text for span in spans)
    words = list(_WORD.finditer(text.rstrip()))
    if len(words) <= count:
        return spans
    start = words[-count].end()
    return saying(spans, text[:start] + text[start:].replace(" ", "\u00a0"))


def saying(spans: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """The spans with other text of the same length."""
    stops = [0, *accumulate(len(span.text) for span in spans)]
    return tuple(
        span._replace(text=text[first:last]) for span, (first, last) in zip(spans, pairwise(stops), strict=True)
    )


@lru_cache(maxsize=64)
def width_table(data: bytes) -> dict[str, float]:
    """A width table read: character to advance in em."""
    content = json.loads(data)
    em = content["em"]
    return {char: int(advance) / em for advance, chars in content["widths"].items() for char in chars}


@lru_cache(maxsize=4)
def _script_table(data: bytes) -> dict[str, tuple[float, float, float]]:
    return {script: tuple(row) for script, row in json.loads(data).items()}


def _scripts(look: Look) -> dict[str, tuple[float, float, float]]:
    """By script: average width in 1/1000 em, line height in em, and that in a table's cell."""
    return _script_table(look.fonts["widths/scripts.json"])


def _no_table(name: str, style: str, look: Look) -> Problem:
    known = sorted({key[7:-13] for key in look.fonts if key.startswith("widths/") and key.endswith("-regular.json")})
    return Problem(
        "BD390",
        f'there is no width table "{name}" in {style}, so text in that font cannot be measured',
        hint=f"name one of these under `metrics` in the theme: {', '.join(known)}",
    )


@lru_cache(maxsize=16384)
def _parted(text: str) -> tuple[str, ...]:
    """The text in stretches of one script, each of which may come from another font: as decks write it."""
    return (text,) if text.isascii() else tuple(part for _, part in stretches(text))


def _shown(text: str, style: TextStyle) -> str:
    return text.upper() if style.capitals else text
