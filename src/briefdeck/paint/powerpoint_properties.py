"""What the deck's properties say: title, author, language; the dates are fixed."""

from __future__ import annotations

from briefdeck.model.geometry import Size
from briefdeck.model.identity import Identity
from briefdeck.model.page import Document
from briefdeck.paint.powerpoint_language import proofing
from briefdeck.paint.stable import FIXED_DATE
from briefdeck.paint.xml_text import escape


def core_xml(identity: Identity) -> str:
    """The document's properties; the dates are fixed, since the same outline gives the same bytes."""
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(identity.title)}</dc:title><dc:subject>{escape(identity.subject)}</dc:subject>"
        f"<dc:creator>{escape(identity.author)}</dc:creator><cp:lastModifiedBy>{escape(identity.author)}"
        f"</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{FIXED_DATE}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{FIXED_DATE}</dcterms:modified>'
        f"<dc:language>{proofing(identity.lang)}</dc:language></cp:coreProperties>"
    )


def app_xml(document: Document) -> str:
    """What an Office program lists about the file."""
    notes = sum(bool(page.notes) for page in document.pages)
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<TotalTime>0</TotalTime><Application>briefdeck</Application><PresentationFormat>{_format(document.size)}</PresentationFormat>"
        f"<Slides>{len(document.pages)}</Slides><Notes>{notes}</Notes><HiddenSlides>0</HiddenSlides></Properties>"
    )


def _format(size: Size) -> str:
    """The slide's proportions in PowerPoint's words."""
    shape = round(size.width / size.height, 2)
    return {1.78: "Widescreen", 1.33: "On-screen Show (4:3)", 1.6: "On-screen Show (16:10)"}.get(shape, "Custom")
