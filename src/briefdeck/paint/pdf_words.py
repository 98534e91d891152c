"""Glyph runs in reading order: words in the order they are read, and what each glyph stands for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple
from unicodedata import category

from briefdeck.model.page import GlyphRun
from briefdeck.paint.pdf_fonts import EmbeddedFont

SOFT_HYPHEN = "\u00ad"


class PlacedGlyph(NamedTuple):
    """A glyph and its place, in 1/1000 em from the left edge of its run."""

    glyph: int
    characters: str  # what it stands for; may be "" beside other glyphs of the same cluster
    x: float
    rise: float


class Stretch(NamedTuple):
    """Glyphs to be shown together; `actual` holds their text where the characters of the glyphs do not spell it."""

    glyphs: tuple[PlacedGlyph, ...]
    actual: str = ""


class _Cluster(NamedTuple):
    text: str
    glyphs: tuple[PlacedGlyph, ...]  # left to right

    @property
    def blank(self) -> bool:
        return self.text.isspace()

    @property
    def plain(self) -> bool:
        """Whether it is one glyph for a letter: marks, and what shapes change places, confuse readers of the page."""
        return len(self.glyphs) == 1 and not any(category(character).startswith("M") for character in self.text)


def stretches(run: GlyphRun, font: EmbeddedFont, *, hyphenated: bool = False) -> Iterator[Stretch]:
    """The run in reading order.

    Words follow one another as they are read. Inside a word the glyphs go from left to right, also in Arabic and
    Hebrew: most files do it so, and programs that extract text turn such words round (Chrome does it to any order).
    `hyphenated`: the run ends in a hyphen that is not in the text.
    """
    clusters = list(_clusters(run))
    if hyphenated and clusters:
        end = 0 if run.rtl else -1
        clusters[end] = _spelled_by_one(clusters[end], SOFT_HYPHEN)
    words = [tuple(group) for _, group in groupby(clusters, key=lambda cluster: cluster.blank)]
    if run.rtl:
        yield from (Stretch(tuple(_glyphs(word, font, rtl=True))) for word in reversed(words))
        return
    for plain, group in groupby(words, key=lambda word: all(cluster.plain for cluster in word)):
        if plain:
            yield Stretch(tuple(glyph for word in group for glyph in _glyphs(word, font)))
        else:
            for word in group:
                yield Stretch(tuple(_glyphs(word, font)), actual="".join(cluster.text for cluster in word))


def space_after(run: GlyphRun, font: EmbeddedFont) -> Iterator[Stretch]:
    """A space behind the run, so that a bullet or number does not grow together with the words it stands before."""
    glyph = font.glyph_of(" ")
    if glyph is not None:
        x = -font.width(glyph) if run.rtl else sum(advance for _, _, advance, _, _ in run.glyphs)
        yield Stretch((PlacedGlyph(glyph, " ", x, 0.0),))


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


def _glyphs(word: tuple[_Cluster, ...], font: EmbeddedFont, *, rtl: bool = False) -> Iterator[PlacedGlyph]:
    for cluster in word:
        shown = _shared_out(cluster, font) if len(cluster.glyphs) > 1 else cluster.glyphs
        yield from reversed(shown) if rtl else shown


def _shared_out(cluster: _Cluster, font: EmbeddedFont) -> tuple[PlacedGlyph, ...]:
    """The glyphs of a cluster in the order of its letters, each with those that it shows by itself.

    Where that does not spell the cluster, as with two letters that became one sign on the far side of a third, the
    first glyph keeps all of its text.
    """
    left = list(cluster.text)
    shared: list[PlacedGlyph] = []
    for glyph in cluster.glyphs:
        own = next((letter for letter in left if font.glyph_of(letter) == glyph.glyph), "")
        if own:
            left.remove(own)
        shared.append(glyph._replace(characters=own))
    silent = next((place for place, glyph in enumerate(shared) if not glyph.characters), 0)
    shared[silent] = shared[silent]._replace(characters=shared[silent].characters + "".join(left))
    shared.sort(key=lambda glyph: cluster.text.find(glyph.characters[0]) if glyph.characters else len(cluster.text))
    spelled = "".join(glyph.characters for glyph in shared)
    return tuple(shared) if spelled == cluster.text else cluster.glyphs


def _spelled_by_one(cluster: _Cluster, text: str) -> _Cluster:
    glyphs = (cluster.glyphs[0]._replace(characters=text), *cluster.glyphs[1:])
    return _Cluster(text, glyphs)
