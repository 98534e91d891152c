"""The galley: a paragraph shaped, with every place where a line may end, before its width is known.

Shaping and looking for breaks is done once; setting the paragraph at another size or width only chooses among the
stops. Widths are in 1/1000 em.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import groupby

from briefdeck.compose.type import bidi
from briefdeck.compose.type.hyphenation import hyphen_points
from briefdeck.compose.type.keeps import keeps_together
from briefdeck.compose.type.linebreak import Piece, cluster_starts, pieces, urgent_breaks
from briefdeck.compose.type.shaping import Segment, Shaper
from briefdeck.compose.type.totalfit import HYPHEN, KEEP, Stop
from briefdeck.named import NamedTuple

_URGENT = 0.3  # penalty of breaking an address where it has no hyphen
_DESPERATE = 8.0  # penalty of breaking a word just anywhere
_OWN_HYPHEN = 2 * HYPHEN
"""Penalty of ending a line at a hyphen of the text: programs that copy take it for a break of the word and drop it."""

_PENALTY = {"thai": 0.02, "dash": 0.01, "hyphen": _OWN_HYPHEN}
_UNSEEN_SPACES = "\u200b"


class Atom(NamedTuple):
    """A segment of a word or a space, with the span it belongs to and the level it runs at."""

    span: int
    level: int
    segment: Segment
    space: bool = False


class _Part(NamedTuple):
    """A stretch of text in one span at one level."""

    span: int
    level: int
    text: str


class Word(NamedTuple):
    """A piece of the text, shaped."""

    piece: Piece
    ink: tuple[Atom, ...]
    spaces: tuple[Atom, ...]
    x: float  # how wide everything before it is
    width: float  # of its ink


@dataclass(frozen=True)
class Galley:
    """A shaped paragraph: its text as set, its words, and its stops without hyphens."""

    text: str
    base: int  # level of the paragraph
    words: tuple[Word, ...]
    stops: tuple[Stop, ...]
    space: float  # width of an ordinary space
    shapers: tuple[Shaper, ...] = field(repr=False)  # by span

    @cached_property
    def widest(self) -> float:
        """The width of the widest word."""
        return max((word.width for word in self.words), default=0.0)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The characters that no face has, each once, in order."""
        lost = (atom.segment.text for word in self.words for atom in word.ink if atom.segment.missing)
        return tuple(dict.fromkeys(char for text in lost for char in text))

    def with_hyphens(self, stops: tuple[Stop, ...], least: float = 0.0) -> tuple[Stop, ...]:
        """The stops and those where words may be divided that are at least so wide."""
        words = self.words
        return _in_order([*stops, *(stop for stop in self._hyphens if not least or words[stop.word].width >= least)])

    def with_emergencies(self, stops: tuple[Stop, ...], room: float) -> tuple[Stop, ...]:
        """The stops and more in each word that is wider than a line: where it reads best, else anywhere."""
        ends = zip(self.words, self.stops[1:], strict=True)
        return _in_order(
            [*stops, *(stop for word, after in ends if word.width > room for stop in self._broken(word, after))]
        )

    @cached_property
    def _hyphens(self) -> tuple[Stop, ...]:
        ends = zip(self.words, self.stops[1:], strict=True)
        return tuple(stop for word, after in ends for stop in self._divided(word, after))

    def line(self, before: Stop, stop: Stop) -> tuple[list[Atom], list[Atom]]:
        """What stands between two stops in order of the text: the atoms of the line, and the spaces at its end."""
        atoms: list[Atom] = []
        trailing: list[Atom] = []
        for word in self.words[before.word : stop.word + 1]:
            start, end, after, _ = word.piece
            first, last = max(start, before.next), min(end, stop.ink)
            if first < last:
                atoms += self.part(word, first, last, stop.hyphen and last == stop.ink)
            if before.next <= end and after <= stop.ink:
                atoms += word.spaces
            elif before.next <= end <= stop.ink:
                trailing += [atom._replace(level=self.base) for atom in word.spaces]
        return atoms, trailing

    def part(self, word: Word, start: int, stop: int, hyphen: bool) -> tuple[Atom, ...]:
        """The atoms of a word from one offset of the text to another, with a hyphen behind them if wanted."""
        if (start, stop) == word.piece[:2] and not hyphen:
            return word.ink
        parts: list[_Part] = []
        place = word.piece.start
        for atom in word.ink:
            first, last = max(start, place), min(stop, place + len(atom.segment.text))
            place += len(atom.segment.text)
            if first < last:
                parts.append(_Part(atom.span, atom.level, self.text[first:last]))
        if hyphen and parts:
            return (*self._shape(parts[:-1]), *self._hyphenated(parts[-1]))
        return tuple(self._shape(parts))

    def _shape(self, parts: Sequence[_Part]) -> Iterator[Atom]:
        for span, level, text in parts:
            for segment in self.shapers[span].word(text, bool(level % 2)):
                yield Atom(span, level, segment)

    def _hyphenated(self, part: _Part) -> Iterator[Atom]:
        """The text with a hyphen that is not in it, and that says so: its glyph stands for U+00AD."""
        *whole, last = self._shape([part._replace(text=part.text + "-")])
        yield from whole
        segment = last.segment
        *glyphs, (glyph, _, advance, dx, dy) = segment.glyphs
        soft = segment._replace(text=segment.text[:-1] + "\u00ad", glyphs=(*glyphs, (glyph, "\u00ad", advance, dx, dy)))
        yield last._replace(segment=soft)

    def _divided(self, word: Word, after: Stop) -> Iterator[Stop]:
        """The stops at hyphens within a word, all of it in one span and running to the right."""
        if len(word.ink) != 1 or word.ink[0].level % 2:
            return
        piece = word.piece
        text = self.text[piece.start : piece.stop]
        shaper = self.shapers[word.ink[0].span]
        for point in hyphen_points(text, shaper.lang):
            at = piece.start + point
            head = sum(atom.segment.width for atom in self.part(word, piece.start, at, hyphen=True))
            tail = sum(atom.segment.width for atom in self.part(word, at, piece.stop, hyphen=False))
            yield after._replace(
                end=word.x + head,
                start=word.x + word.width - tail,
                ink=at,
                next=at,
                skipped=0,
                letters=_letters_at(at, piece, after),
                penalty=HYPHEN,
                hyphen=True,
                forced=False,
            )

    def _broken(self, word: Word, after: Stop) -> Iterator[Stop]:
        """The stops in a word too long for a line: behind the signs of an address, else between any two characters.

        A letter at the end of a line is not drawn towards the one that follows: the line has room for that.
        """
        piece = word.piece
        text = self.text[piece.start : piece.stop]
        good = {piece.start + offset for offset in urgent_breaks(text)}
        possible = {piece.start + offset for offset in cluster_starts(text)}
        for atom, start, at, x, advance in _clusters(word):
            if at in possible:
                alone = self.shapers[atom.span].word(self.text[start:at], bool(atom.level % 2))
                apart = max(0.0, sum(segment.width for segment in alone) - advance)
                yield after._replace(
                    end=x + apart,
                    start=x,
                    ink=at,
                    next=at,
                    skipped=0,
                    letters=_letters_at(at, piece, after),
                    penalty=_URGENT if at in good else _DESPERATE,
                    forced=False,
                )


@lru_cache(maxsize=4096)
def make_galley(spans: tuple[tuple[str, Shaper], ...], *, leftward: bool = False) -> Galley:
    """Shape a paragraph given as (text, shaper) of each span, at least one; the texts are clean of bidi controls.

    `leftward`: it stands on a page that is read to the left.
    """
    text = "".join(words for words, _ in spans)
    shapers = tuple(shaper for _, shaper in spans)
    base = bidi.base_level(text, leftward=leftward)
    parts = _Parts(text, [len(words) for words, _ in spans], bidi.levels(text, base))
    words: list[Word] = []
    stops = [Stop(end=0.0, start=0.0, ink=0, next=0)]
    for number, piece in enumerate(pieces(text)):
        before = stops[-1]
        ink = tuple(
            Atom(part.span, part.level, segment)
            for part in parts.between(piece.start, piece.stop)
            for segment in shapers[part.span].word(part.text, bool(part.level % 2))
        )
        last = (ink[-1].segment.script, ink[-1].segment.file) if ink else ()
        spaces = tuple(
            Atom(part.span, part.level, shapers[part.span].space(char, *last), space=True)
            for part in parts.between(piece.stop, piece.next)
            for char in part.text
            if char not in _UNSEEN_SPACES
        )
        word = Word(piece, ink, spaces, before.start, _width(ink))
        words.append(word)
        stops.append(
            Stop(
                end=word.x + word.width,
                start=word.x + word.width + _width(spaces),
                ink=piece.stop,
                next=piece.next,
                word=number,
                spaces=before.spaces + before.skipped,
                skipped=len(spaces),
                letters=before.letters + sum(atom.segment.letters for atom in ink),
                penalty=KEEP if keeps_together(text, piece) else _PENALTY.get(piece.kind, 0.0),
                forced=piece.kind == "forced",
            )
        )
    return Galley(text, base, tuple(words), tuple(stops), shapers[0].space(" ").width, shapers)


class _Parts:
    """Cuts stretches of a text where its span or its level changes."""

    def __init__(self, text: str, lengths: list[int], levels: tuple[int, ...]) -> None:
        self._text = text
        self._simple = len(lengths) == 1 and not any(levels)
        self._keys = [
            (span, level)
            for (span, level) in zip(
                (span for span, length in enumerate(lengths) for _ in range(length)), levels, strict=True
            )
        ]

    def between(self, start: int, stop: int) -> Iterator[_Part]:
        """The parts of the text from one offset to another, in order."""
        if self._simple:
            if start < stop:
                yield _Part(0, 0, self._text[start:stop])
            return
        for (span, level), group in groupby(range(start, stop), key=self._keys.__getitem__):
            offsets = list(group)
            yield _Part(span, level, self._text[offsets[0] : offsets[-1] + 1])


def _letters_at(at: int, piece: Piece, after: Stop) -> int:
    """How many letters that may be spaced stand before a place in a word; a ligature counts as its letters."""
    return max(0, after.letters - (piece.stop - at))


def _width(atoms: tuple[Atom, ...]) -> float:
    return sum([atom.segment.width for atom in atoms])


def _clusters(word: Word) -> Iterator[tuple[Atom, int, int, float, float]]:
    """The clusters of a word: where each starts and ends in the text, how wide all up to its end is, and it alone."""
    at, x = word.piece.start, word.x
    for atom in word.ink:
        clusters: list[tuple[int, float]] = []
        for _, characters, advance, _, _ in atom.segment.glyphs:
            if characters or not clusters:
                clusters.append((len(characters), advance))
            else:
                clusters[-1] = clusters[-1][0], clusters[-1][1] + advance
        for length, advance in reversed(clusters) if atom.level % 2 else clusters:
            start, at, x = at, at + length, x + advance
            yield atom, start, at, x, advance


def _in_order(stops: list[Stop]) -> tuple[Stop, ...]:
    return tuple(sorted(stops, key=lambda stop: (stop.next, stop.ink)))
