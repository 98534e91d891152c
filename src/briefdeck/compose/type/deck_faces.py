"""The font files that stand for the deck's fonts on paper: metric twins, so that lines end where the slides' do.

A theme names the twin of each family first among its width tables: "carlito" for Calibri is measured with
"widths/carlito-regular.json" and shown with "deck/carlito-regular.ttf".
"""

from __future__ import annotations

from briefdeck.compose.type.fonts import BriefFonts
from briefdeck.model.look import DeckFont, Face, Look
from briefdeck.model.values import replace

_PLAIN = "liberation-sans"  # stands for a family without a twin, and for bullets, which the deck sets in Arial
_STYLES = (("regular", False, False), ("bold", True, False), ("italic", False, True), ("bold-italic", True, True))


def deck_faces(look: Look) -> BriefFonts:
    """The faces of slides, by role as those of the brief; other scripts fall back as they do there."""
    faces: dict[str, tuple[Face, ...]] = {role: twin(font, look) for role, font in look.theme.deck_fonts.items()}
    return BriefFonts(_with_faces(look, faces), like_slides=True)


def mark_faces(look: Look) -> BriefFonts:
    """The faces of bullets: the deck sets them in Arial."""
    return BriefFonts(_with_faces(look, {"body": _family(_PLAIN), "heading": _family(_PLAIN)}), like_slides=True)


def twin(font: DeckFont, look: Look) -> tuple[Face, ...]:
    """The files for a family of the deck: those of its first table that has any, else the plainest there is."""
    for name in font.metrics:
        faces = tuple(face for face in _family(name) if face.file in look.fonts)
        if faces:
            return faces
    return _family(_PLAIN)


def _with_faces(look: Look, faces: dict[str, tuple[Face, ...]]) -> Look:
    return replace(look, theme=replace(look.theme, brief_faces=faces))


def _family(table: str) -> tuple[Face, ...]:
    """The four files of a family."""
    return tuple(Face(file=f"deck/{table}-{style}.ttf", bold=bold, italic=italic) for style, bold, italic in _STYLES)
