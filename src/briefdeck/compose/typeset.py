"""The text engine's front: measuring for the deck, setting for the brief.

`DeckMeasure` says how much room a text takes on a slide, where PowerPoint breaks the lines. `set_paragraph` breaks the
lines of the brief itself and returns them as placed glyphs, so that the PDF painter needs no shaping.
"""

from __future__ import annotations

from briefdeck.compose.fonts import BriefFonts
from briefdeck.compose.measure import HEIGHT_MARGIN, WIDTH_MARGIN, DeckMeasure, Measured
from briefdeck.model.page import Paragraph

__all__ = [
    "HEIGHT_MARGIN",
    "WIDTH_MARGIN",
    "BriefFonts",
    "DeckMeasure",
    "Measured",
    "line_height",
    "set_paragraph",
]


def set_paragraph(
    paragraph: Paragraph, width: float, faces: BriefFonts, *, lang: str, justify: bool = False, hyphenate: bool = True
) -> Paragraph:
    """The paragraph with its `lines` filled for a column of that width, in points.

    Lines stand below each other from y = 0, `line_height(paragraph)` apart; `space_before` is left to the caller.
    Characters that no face has are in `faces.missing` afterwards and are set as the replacement of their kind.
    """
    raise NotImplementedError


def line_height(paragraph: Paragraph) -> float:
    """How far the paragraph's lines are apart, in points; its height is this times the number of its lines."""
    return paragraph.style.size * paragraph.style.leading
