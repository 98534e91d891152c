"""Glyph runs as they are shown: in which order, and what each glyph stands for.

Programs that find the words of a page differ, and none reads a file as it is meant to be read. What is done here is
what most of them understand, as tests/test_words_back.py measures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from unicodedata import category, mirrored

from briefdeck.model.page import GlyphRun
from briefdeck.named import NamedTuple
from briefdeck.paint.pdf_fonts import EmbeddedFont, Marks

SOFT_HYPHEN = "\u00ad"
RIGHT_TO_LEFT = "\u200f"
"""A sign that nobody sees: what stands beside it goes from right to left."""

_LEFT_TO_RIGHT = "\u200e"
_JUST_BEFORE = 10.0  # 1/1000 em from a mark of direction to its edge, so that readers who sort by place put it there
_SILENT = "\u2060"
"""The text of a glyph for which its word has no letter left: the word joiner, which nobody sees or hears."""

_CHOOSES_FORM = frozenset("\ufe0e\ufe0f")  # marks to Unicode, but no more than a wish for another glyph


class PlacedGlyph(NamedTuple):
    """A glyph and its place, in 1/1000 em from the left edge of its run."""

    glyph: int
    characters: str  # what it stands for
    x: float
    rise: float
    marks: Marks = ()  # shown with it


class Stretch(NamedTuple):
    """Glyphs to be shown together; `actual` holds their text where readers should not go by the single glyphs."""

    glyphs: tuple[PlacedGlyph, ...]
    actual: str = ""
    tagged: bool = False  # `actual` stands under the tag of the element, not in a span of its own
    thin: bool = False  # shown without any width


class _Cluster(NamedTuple):
    text: str
    glyphs: tuple[PlacedGlyph, ...]  # left to right

    @property
    def blank(self) -> bool:
        return self.text.isspace()

    @property
    def plain(self) -> bool:
        """Whether it is one glyph for a letter: marks, and what shapes change places, confuse readers of the page.

        Codes for private use say nothing by themselves: PDF/A asks for their text (ISO 19005-2, 6.2.11.7.3).
        """
        return len(self.glyphs) == 1 and not any(_is_mark(sign) or category(sign) == "Co" for sign in self.text)


def stretches(run: GlyphRun, font: EmbeddedFont, *, hyphenated: bool = False) -> Iterator[Stretch]:
    """The run as it is shown. `hyphenated`: it ends in a hyphen that is not in the text.

    Glyphs are shown from left to right, in Arabic and Hebrew too: most files do it so, and programs that extract text
    turn such lines round. In other scripts a word whose glyphs are no simple row of letters carries its text besides.
    """
    clusters = list(_clusters(run))
    if hyphenated and clusters:
        end = 0 if run.rtl else -1
        clusters[end] = _spelled_by_one(clusters[end], SOFT_HYPHEN)
    yield from _leftward(_joined(clusters, font), font) if run.rtl else _rightward(clusters)


def space_after(run: GlyphRun, font: EmbeddedFont) -> Iterator[Stretch]:
    """A space behind the run, so that a bullet or number does not grow together with the words it stands before."""
    glyph = font.glyph_of(" ")
    if glyph is not None:
        x = -font.width(glyph) if run.rtl else sum(advance for _, _, advance, _, _ in run.glyphs)
        yield Stretch((PlacedGlyph(glyph, RIGHT_TO_LEFT + " " if run.rtl else " ", x, 0.0),))


def _rightward(clusters: Iterable[_Cluster]) -> Iterator[Stretch]:
    for plain, group in groupby(_words(clusters), key=lambda word: all(cluster.plain for cluster in word)):
        if plain:
            yield Stretch(tuple(glyph for word in group for cluster in word for glyph in cluster.glyphs))
        else:
            for word in group:
                yield Stretch(tuple(_spelled(word)), actual="".join(cluster.text for cluster in word))


def _words(clusters: Iterable[_Cluster]) -> Iterator[tuple[_Cluster, ...]]:
    """Each word with the spaces after it: pdfium loses a space that is shown by itself behind a mark."""
    word: list[_Cluster] = []
    for cluster in clusters:
        if word and word[-1].blank and not cluster.blank:
            yield tuple(word)
            word = []
        word.append(cluster)
    if word:
        yield tuple(word)


def _leftward(clusters: Sequence[_Cluster], font: EmbeddedFont) -> Iterator[Stretch]:
    """A run from right to left, given as it is seen.

    The signs and spaces at its ends stand beside words of another direction: those at its end (the left) come after
    it, since some readers would put them first, and each says which way it goes. The start (the right)
    and a comma or stop before a space say so by a mark of their own: poppler counts all that stands there to the
    Latin word or figure at its right, and takes such signs for figures.
    """
    seen = list(map(_turned, clusters))
    letters = [place for place, cluster in enumerate(seen) if any(map(_is_letter, cluster.text))] or [len(seen)]
    left, right = seen[: letters[0]], seen[letters[-1] + 1 :]
    body = [*seen[letters[0] : letters[-1] + 1], *map(_rightful, right)]
    if body:
        yield Stretch(tuple(glyph for cluster in body for glyph in cluster.glyphs))
    if right or not body:
        end = seen[-1].glyphs[-1]
        yield from _direction_at(end.x + font.width(end.glyph), font)
    for blank, sign in pairwise(body):
        if blank.blank and not any(map(_is_letter, sign.text)):
            yield from _direction_at(sign.glyphs[0].x, font)
    yield from map(_leaving, reversed(left))


def _joined(clusters: Iterable[_Cluster], font: EmbeddedFont) -> list[_Cluster]:
    """The clusters of a run from right to left with the marks before a letter (seen from the left) joined to it."""
    joined: list[_Cluster] = []
    marks: list[_Cluster] = []
    for cluster in clusters:
        *before, letter = cluster.glyphs
        if not font.joins or any(font.width(glyph.glyph) for glyph in before):
            joined += [*marks, cluster]
            marks = []
        elif all(map(_is_mark, cluster.text)):
            marks.append(cluster)
        else:
            glyphs = [*(glyph for mark in marks for glyph in mark.glyphs), *before]
            text = cluster.text + "".join(mark.text for mark in reversed(marks))
            around = tuple((glyph.glyph, glyph.x - letter.x, glyph.rise - letter.rise) for glyph in glyphs)
            joined.append(_Cluster(text, (letter._replace(characters=text, marks=around),)))
            marks = []
    return joined + marks


def _rightful(cluster: _Cluster) -> _Cluster:
    """A sign or space of a run from right to left that says so.

    The mark of direction comes first: so pdf.js takes the space for a letter, and keeps it where lines turn. Hyphens
    are spelled by themselves, as readers know them by what they are.
    """
    if SOFT_HYPHEN in cluster.text:
        return cluster
    return _spelled_by_one(cluster, RIGHT_TO_LEFT + cluster.text)


def _leaving(cluster: _Cluster) -> Stretch:
    """What stands at the end of a run from right to left, before words of the other direction.

    pdfium turns an opening bracket there, as if it were shown from right to left; a mark of direction in its text keeps
    it. That text stands under the tag of its element, where poppler, which would count the bracket to the word at its
    left, does not look for it.
    """
    opens = any(mirrored(character) and category(character) != "Pe" for character in cluster.text)
    if opens:
        return Stretch(cluster.glyphs, actual=cluster.text + _LEFT_TO_RIGHT, tagged=True)
    return Stretch(_rightful(cluster).glyphs)


def _direction_at(x: float, font: EmbeddedFont) -> Iterator[Stretch]:
    """A mark of direction at the left of an edge: a space of no width, which only poppler and pypdf heed."""
    space = font.glyph_of(" ")
    if space is not None:
        yield Stretch((PlacedGlyph(space, RIGHT_TO_LEFT, x - _JUST_BEFORE, 0.0),), thin=True)


def _turned(cluster: _Cluster) -> _Cluster:
    """The cluster spelled from its last letter on, as all of a run from right to left is."""
    backward = cluster._replace(text=cluster.text[::-1])
    return backward._replace(glyphs=tuple(_spelled((backward,))))


def _clusters(run: GlyphRun) -> Iterator[_Cluster]:
    pen = 0.0
    text, glyphs = "", list[PlacedGlyph]()
    for glyph, characters, advance, dx, dy in run.glyphs:
        if characters and glyphs:
            yield _Cluster(text, tuple(glyphs))
            glyphs = []
        text = characters or text
        glyphs.append(PlacedGlyph(glyph, characters, pen + dx, dy))
        pen += advance
    if glyphs:
        yield _Cluster(text, tuple(glyphs))


def _spelled(word: Sequence[_Cluster]) -> Iterator[PlacedGlyph]:
    """The glyphs of a word as they are seen, with pieces of its text that spell it in that order.

    A piece need not be what its glyph shows: the vowel sign that is seen before its consonant gets the consonant. Each
    glyph gets one while there are letters, as pdf.js reads the code itself where it stands for nothing; and the first
    gets no mark, since pdf.js takes what holds a mark for a mark, and puts a space behind one that begins a word.
    """
    text = "".join(cluster.text for cluster in word)
    glyphs = [glyph for cluster in word for glyph in cluster.glyphs]
    starts = accumulate((len(cluster.text) for cluster in word), initial=0)
    cuts = [
        start + min(place, len(cluster.text))
        for start, cluster in zip(starts, word, strict=False)
        for place in range(len(cluster.glyphs))
    ]
    cuts.append(len(text))
    for place in range(1, len(glyphs)):
        leaves_one_each = place + max(len(text) - len(glyphs), 0)
        cuts[place] = min(max(cuts[place], cuts[place - 1] + 1), leaves_one_each, len(text))
    if len(glyphs) > 1:
        cuts[1] = min(
            cuts[1], next((place for place, letter in enumerate(text) if place and _is_mark(letter)), cuts[1])
        )
    for place, glyph in enumerate(glyphs):
        yield glyph._replace(characters=text[cuts[place] : cuts[place + 1]] or _SILENT)


def _is_mark(character: str) -> bool:
    return category(character)[0] == "M" and character not in _CHOOSES_FORM


def _is_letter(character: str) -> bool:
    return character.isalnum() or _is_mark(character)


def _spelled_by_one(cluster: _Cluster, text: str) -> _Cluster:
    glyphs = (cluster.glyphs[0]._replace(characters=text), *cluster.glyphs[1:])
    return _Cluster(text, glyphs)
