"""Plain text: numbered lines that know nothing of themselves."""

from __future__ import annotations

from briefdeck.model.note import NoteLine
from briefdeck.text.readers.found import Found


def read(text: str, name: str) -> Found:
    """The lines of a text."""
    return Found(tuple(NoteLine(number, line) for number, line in enumerate(text.splitlines(), 1)))
