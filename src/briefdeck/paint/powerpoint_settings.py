"""Settings that every deck carries: how PowerPoint shows it when it is opened."""

from __future__ import annotations

from typing import Final

from briefdeck.paint.powerpoint_xml import NAMESPACES

PROPERTIES: Final = f"<p:presentationPr {NAMESPACES}/>"
"""Nothing of its own."""

VIEW: Final = (
    f'<p:viewPr {NAMESPACES}><p:normalViewPr><p:restoredLeft sz="15620"/><p:restoredTop sz="78000"/></p:normalViewPr>'
    '<p:notesTextViewPr><p:cViewPr><p:scale><a:sx n="1" d="1"/><a:sy n="1" d="1"/></p:scale><p:origin x="0" y="0"/>'
    '</p:cViewPr></p:notesTextViewPr><p:gridSpacing cx="76200" cy="76200"/></p:viewPr>'
)
"""The normal view with the notes open below the slide: the full sentences are there."""
