"""Where boxes lead."""

from __future__ import annotations

from briefdeck.model.page import Text


def leads_to(text: Text) -> str:
    """The "#" and id of the entry that all of a text leads to: its box is the way then, and no word is underlined."""
    links = {span.link for paragraph in text.paragraphs for span in paragraph.spans}
    link = next(iter(links)) if len(links) == 1 else ""
    return link if link.startswith("#") else ""
