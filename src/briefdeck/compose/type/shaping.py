"""Shaping words: which face and which script each part of a word takes, and its glyphs.

A word is shaped once for each chain of faces and language; all widths are in 1/1000 em, so that the same word serves
at every size.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from briefdeck.compose.type.fonts import FontFace, Glyph, face_for
from briefdeck.compose.type.scripts import CJK, COMMON, EMOJI, INHERITED, LANGUAGE, MATHS, SIGNS, script_of, scripts_of
from briefdeck.named import NamedTuple

_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff")  # shaped with what stands before
_AS_EMOJI, _KEYCAP = "\ufe0f", "\u20e3"
_STAND_INS = "\ufffd□?"  # shown for a character that no face has
_ALONE = frozenset({EMOJI, MATHS, SIGNS})  # punctuation beside these stays in the text's own face
_TRACKED = frozenset({"Latn", "Cyrl", "Grek", "Armn", COMMON})


class Segment(NamedTuple):
    """A part of a word in one face and one script, or a space."""

    file: str
    script: str
    text: str
    glyphs: tuple[Glyph, ...]  # visual order
    width: float  # 1/1000 em
    lang: str = ""  # "" when it is the text's own
    missing: bool = False  # no face has it and another glyph stands for it
    zoom: float = 1.0  # of its face; widths and glyphs are in em of the text

    @property
    def letters(self) -> int:
        """How many of its glyphs may be set a little apart."""
        return len(self.glyphs) if self.script in _TRACKED else 0


class Shaper:
    """Shapes words with one chain of faces in one language; what was shaped once is kept.

    `tracking` is put between letters, in 1/1000 em; `tabular` gives all figures one width. Words without letters, and
    Latin ones in Chinese, Japanese and Korean, are set in the `home` of the language if there is one that has them.
    """

    def __init__(
        self,
        chain: tuple[FontFace, ...],
        lang: str,
        tracking: float = 0.0,
        *,
        tabular: bool = False,
        home: FontFace | None = None,
    ) -> None:
        self.chain = chain
        self._home = home
        self.lang = lang
        self._tracking = tracking
        self._tabular = tabular
        self._own_scripts = scripts_of(lang) | {"Latn", COMMON}
        self._at_home = frozenset({COMMON, "Latn"} if scripts_of(lang) & CJK else {COMMON})
        self.word = lru_cache(maxsize=32768)(self._word)
        self.space = lru_cache(maxsize=256)(self._space)

    def _word(self, text: str, rtl: bool = False) -> tuple[Segment, ...]:
        """The segments of a text without spaces, in the order of its characters; `word` is this with a memory."""
        if self._home and self._at_home.issuperset(map(script_of, text)) and self._home.has_all(text):
            return (self._segment(text, self._home, COMMON, rtl),)
        scripts = _scripts(text)
        faces = self._faces(text, scripts)
        found = []
        start = 0
        for stop in range(1, len(text) + 1):
            if stop == len(text) or (faces[stop], scripts[stop]) != (faces[start], scripts[start]):
                found.append(self._segment(text[start:stop], faces[start], scripts[start], rtl))
                start = stop
        return tuple(found)

    def _space(self, char: str, script: str = COMMON, file: str = "") -> Segment:
        """A space of any kind, set in the face of the word before it if that is a face for letters and has it.

        One that the face lacks looks like an ordinary one. `space` is this with a memory.
        """
        own = self.chain[0]
        face = next((face for face in self.chain if face.file == file and script not in _ALONE), own)
        shaped = face.shape(char if face.has(char) else " ", self.lang)
        if not shaped.glyphs:  # it has no width: no more than a place for a line to end
            return Segment(face.file, COMMON, char, (), 0.0, self._language(script), zoom=face.zoom)
        glyph, _, advance, dx, dy = shaped.glyphs[0]
        text = char if unicodedata.category(char) == "Zs" else " "
        advance += self._tracking
        glyphs = ((glyph, text, advance, dx, dy),)
        return Segment(face.file, COMMON, text, glyphs, advance, self._language(script), zoom=face.zoom)

    def _segment(self, text: str, face: FontFace | None, script: str, rtl: bool) -> Segment:
        if face is None:
            return self._stand_in(text)
        lang = self._language(script)
        glyphs, width = face.shape(text, lang or self.lang, rtl, bool(self._tracking), self._tabular)
        if not all(glyph[0] for glyph in glyphs):  # the font has the characters but cannot put them together
            return self._stand_in(text)
        if self._tracking and script in _TRACKED:
            glyphs = tuple((glyph, chars, advance + self._tracking, dx, dy) for glyph, chars, advance, dx, dy in glyphs)
            width += self._tracking * len(glyphs)
        return Segment(face.file, script, text, glyphs, width, lang, zoom=face.zoom)

    def _language(self, script: str) -> str:
        return "" if script in self._own_scripts else LANGUAGE.get(script, "")

    def _stand_in(self, text: str) -> Segment:
        """A sign for each character that no face has: it is seen that something is missing, and what it was is kept."""
        face, char = next((face, char) for char in _STAND_INS if (face := face_for(char, self.chain)))
        glyph, _, advance, dx, dy = face.shape(char, self.lang).glyphs[0]
        glyphs = tuple((glyph, lost, advance, dx, dy) for lost in text)
        return Segment(face.file, COMMON, text, glyphs, advance * len(glyphs), missing=True, zoom=face.zoom)

    def _faces(self, text: str, scripts: list[str]) -> list[FontFace | None]:
        """The face of each character. Marks stay with their letter; punctuation with the script around it if it can."""
        if self.chain[0].has_all(text) and EMOJI not in scripts:
            return [self.chain[0]] * len(text)
        faces: list[FontFace | None] = []
        for index, char in enumerate(text):
            before = faces[-1] if faces else None
            if char in _UNSEEN or (before and _is_mark(char) and before.has(char)):
                faces.append(before if faces else self.chain[0])
                continue
            own = script_of(char)
            if own == COMMON and scripts[index] not in ("Latn", COMMON):
                neighbour = before or self._next_letter_face(text, index)
                if neighbour and neighbour.has(char):
                    faces.append(neighbour)
                    continue
            faces.append(face_for(char, self.chain, scripts[index] == EMOJI))
        return faces

    def _next_letter_face(self, text: str, index: int) -> FontFace | None:
        letter = next((char for char in text[index:] if script_of(char) not in (COMMON, INHERITED)), None)
        return face_for(letter, self.chain) if letter else None


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"


def _is_shown_as_emoji(text: str, index: int) -> bool:
    """Whether the character is asked to be an emoji by what follows it, as in the keycap of a figure."""
    return text[index + 1 : index + 2] in (_AS_EMOJI, _KEYCAP)


def _scripts(text: str) -> list[str]:
    """The script of each character; what any script uses takes that of its neighbours."""
    if text.isascii():
        return ["Latn"] * len(text)
    found = [EMOJI if _is_shown_as_emoji(text, index) else script_of(char) for index, char in enumerate(text)]
    first = next((script for script in found if script not in (COMMON, INHERITED, *_ALONE)), COMMON)
    last = first
    for index, script in enumerate(found):
        if index and (text[index] in _UNSEEN or text[index] == _KEYCAP):
            found[index] = found[index - 1]
        elif script in (COMMON, INHERITED):
            found[index] = last
        elif script not in _ALONE:
            last = script
    return found


@lru_cache(maxsize=256)
def make_shaper(
    chain: tuple[FontFace, ...],
    lang: str,
    tracking: float = 0.0,
    *,
    tabular: bool = False,
    home: FontFace | None = None,
) -> Shaper:
    """The shaper for a chain of faces, one for all texts that share it."""
    return Shaper(chain, lang, tracking, tabular=tabular, home=home)
