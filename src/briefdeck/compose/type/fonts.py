"""The fonts: one object per font file that knows which characters it has and shapes words, and their choice by role.

`Look.fonts` maps names to bytes. Font files stand under their own name ("SourceSerif4SmText-Regular.ttf"). Width tables
of the deck's fonts are "widths/<family>-<style>.json" with the style regular, bold, italic or bold-italic, so that a
theme's `metrics: [carlito, liberation-sans]` names "widths/carlito-bold.json" and so on; there are carlito (Calibri),
caladea (Cambria), liberation-sans (Arial), liberation-serif (Times New Roman) and gelasio (Georgia).
"widths/scripts.json" has average widths for scripts that these lack. The Noto faces are for `Look.fallbacks`.

HarfBuzz is loaded when a face is first used, not before: a deck in Latin letters never needs it.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cached_property, lru_cache
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, TypeAlias

from briefdeck.compose.type.scripts import CJK, letter_of, script_of
from briefdeck.model.look import Face, FontRole, Look, font_source
from briefdeck.named import NamedTuple

if TYPE_CHECKING:
    import uharfbuzz

Glyph: TypeAlias = tuple[int, str, float, float, float]
"""(glyph id, characters it stands for, advance, dx, dy), lengths in 1/1000 em."""

_ANY_EMOJI = 0x1F600


class Shaped(NamedTuple):
    """A shaped word: glyphs in visual order, and how wide they are in 1/1000 em."""

    glyphs: tuple[Glyph, ...]
    width: float


HELD_HYPHEN = "\u2011"
"""A hyphen at which no line ends. It looks like the usual one, which fonts show for it where they lack it."""


class FontFace:
    """One font file, read when first needed and shaped with HarfBuzz. What was shaped once is kept."""

    def __init__(self, file: str, fonts: Mapping[str, bytes], zoom: float = 1.0) -> None:
        self.file = file
        self.zoom = zoom  # its size when the text has size 1; all that is said in em is in em of the text
        self._fonts = fonts
        self._source = font_source(file)
        self._is_shipped = self._source.file == file
        self.shape = lru_cache(maxsize=32768)(self._shape)
        self.reach = lru_cache(maxsize=4096)(self._reach)

    @cached_property
    def _font(self) -> uharfbuzz.Font:
        import uharfbuzz

        font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(self._fonts[self.file]), self._source.number))
        if self._source.weight:
            font.set_variations({"wght": self._source.weight})
        return font

    @cached_property
    def _characters(self) -> frozenset[int]:
        own = frozenset(self._font.face.unicodes)
        return own | {ord(HELD_HYPHEN)} if ord("-") in own else own

    @cached_property
    def _holds_hyphens(self) -> bool:
        return ord(HELD_HYPHEN) in self._font.face.unicodes

    @cached_property
    def _scale(self) -> float:
        return 1000.0 * self.zoom / float(self._font.face.upem)

    @cached_property
    def ascent(self) -> float:
        """How far the font's letters rise above the baseline, in 1/1000 em."""
        return float(self._font.get_font_extents("ltr").ascender) * self._scale

    @cached_property
    def descent(self) -> float:
        """How far they go below it, in 1/1000 em, positive."""
        return -float(self._font.get_font_extents("ltr").descender) * self._scale

    def _reach(self, glyph: int) -> tuple[float, float]:
        """How far a glyph's ink rises above the baseline and hangs below it, in 1/1000 em; `reach` remembers it.

        What stands wholly above the baseline hangs by less than nothing.
        """
        ink = self._font.get_glyph_extents(glyph)
        if ink is None or not ink.height:
            return -inf, -inf
        return ink.y_bearing * self._scale, -(ink.y_bearing + ink.height) * self._scale

    def depth(self, text: str) -> float:
        """How far below the baseline the ink of a word reaches, in 1/1000 em, 0 where none does."""
        return max([0.0, *(self.reach(glyph)[1] - rise for glyph, _, _, _, rise in self.shape(text).glyphs)])

    def has(self, char: str) -> bool:
        """Whether the font has a glyph for the character.

        Fonts found on this machine are large: they are opened only for the scripts of East Asia.
        """
        return (self._is_shipped or script_of(char) in CJK or _is_full_width(char)) and ord(char) in self._characters

    def has_all(self, text: str) -> bool:
        """Whether the font, one that came with briefdeck, has a glyph for every character of the text."""
        return self._characters.issuperset(map(ord, text))

    @property
    def has_emoji(self) -> bool:
        """Whether this is a font of emoji."""
        return self._is_shipped and _ANY_EMOJI in self._characters

    def _shape(
        self, text: str, lang: str = "", rtl: bool | None = None, apart: bool = False, tabular: bool = False
    ) -> Shaped:
        """Set one word of one script; `shape` is this with a memory.

        Without `rtl` it runs as its script does. Letters that stand `apart` make no ligatures, `tabular` figures have
        one width.
        """
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        # Each letter keeps its own cluster where the script allows it, so that the PDF can say which letter a glyph is.
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES  # else they are spaces that take no room
        buffer.add_str(text if self._holds_hyphens else text.replace(HELD_HYPHEN, "-"))
        buffer.guess_segment_properties()
        if rtl is not None:
            buffer.direction = "rtl" if rtl else "ltr"
        if lang:
            buffer.language = lang
        features = {**({"liga": False, "clig": False} if apart else {}), **({"tnum": True} if tabular else {})}
        uharfbuzz.shape(self._font, buffer, features or None)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        parts = _cluster_texts(text, [info.cluster for info in infos])
        scale = self._scale
        glyphs = tuple(
            (info.codepoint, part, at.x_advance * scale, at.x_offset * scale, at.y_offset * scale)
            for info, at, part in zip(infos, positions, parts, strict=True)
        )
        return Shaped(glyphs, sum(glyph[2] for glyph in glyphs))


def _is_full_width(char: str) -> bool:
    """Whether it is punctuation or a form made for East Asian text."""
    return "\u3000" <= char <= "\u303f" or "\uff00" <= char <= "\uffef"


def _cluster_texts(text: str, clusters: list[int]) -> list[str]:
    """The characters that each glyph stands for: the first glyph of a cluster has all of them, the others none.

    What is not shown, such as a joiner, belongs to the glyph before it, at the start of a word to the one after it.
    """
    starts = [0, *sorted(set(clusters))[1:], len(text)]
    texts = [text[start:stop] for start, stop in pairwise(starts)]
    parts = dict(zip(sorted(set(clusters)), texts, strict=False))
    return [parts.pop(cluster, "") for cluster in clusters]


def _font_face(file: str, fonts: Mapping[str, bytes], zoom: float) -> FontFace:
    """The face in that file of a library; one for all briefs of a process where the library is always the same."""
    return _shared_face(file, fonts, zoom) if isinstance(fonts, Hashable) else FontFace(file, fonts, zoom)


@lru_cache(maxsize=128)
def _shared_face(file: str, fonts: Mapping[str, bytes], zoom: float) -> FontFace:
    return FontFace(file, fonts, zoom)


class BriefFonts:
    """The faces of the brief: the theme's by role, weight, slant and size, then the fallbacks for other scripts.

    `like_slides`: they are chosen as programs that show slides choose theirs.
    """

    def __init__(self, look: Look, *, like_slides: bool = False) -> None:
        self._look = look
        self._like_slides = like_slides
        self._zooms = {} if like_slides else {face.file: face.scale for face in look.fallbacks}
        self._faces: dict[str, FontFace] = {}
        self.chain = lru_cache(maxsize=1024)(self._chain)

    def face(self, file: str) -> FontFace:
        """The face in that file; its first use raises KeyError when the font library has none of that name."""
        if file not in self._faces:
            self._faces[file] = _font_face(file, self._look.fonts, self._zooms.get(file, 1.0))
        return self._faces[file]

    def home(self, chain: tuple[FontFace, ...], lang: str) -> FontFace | None:
        """The face for figures and signs of a text in that language, so that they match its letters.

        None where that is the first of the chain; slides take it always.
        """
        letter = "" if self._like_slides else letter_of(lang)
        face = face_for(letter, chain) if letter else None
        return None if face is chain[0] else face

    def _chain(self, role: FontRole, bold: bool, italic: bool, size: float) -> tuple[FontFace, ...]:
        """The faces to try for a text of that look, best first; `chain` is this with a memory."""
        own = choose_face(self._look.theme.brief_faces[role], bold, italic, size)
        others = sorted(self._look.fallbacks, key=lambda face: (face.bold != bold, face.italic))
        return tuple(self.face(file) for file in dict.fromkeys(face.file for face in (own, *others)))


@lru_cache(maxsize=32768)
def face_for(char: str, chain: tuple[FontFace, ...], emoji: bool = False) -> FontFace | None:
    """The first face of the chain that has the character: emoji fonts first for emoji, and last for all else."""
    second_best = None
    for face in chain:
        if face.has(char):
            if face.has_emoji == emoji:
                return face
            second_best = second_best or face
    return second_best


def choose_face(faces: tuple[Face, ...], bold: bool, italic: bool, size: float) -> Face:
    """The face that is nearest: slant may give way before weight does, and the optical size before either.

    `faces` must not be empty.
    """

    def distance(face: Face) -> tuple[bool, bool, bool, float]:
        above = face.from_size > size
        return face.bold != bold, face.italic != italic, above, face.from_size if above else -face.from_size

    return min(faces, key=distance)
