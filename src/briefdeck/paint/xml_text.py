"""Text as XML may hold it; for the parts of a deck and for what the brief says about itself."""

from __future__ import annotations

from typing import Final

from briefdeck.late import late_pattern

# What XML cannot hold, each by name: the wide ranges of what it can take far longer to compile.
_ILLEGAL = late_pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = late_pattern('[&<>"\t\n\r]')
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def escape(text: str) -> str:
    """Text as it may stand in an element or an attribute; what XML cannot hold at all is dropped.

    The composers hand over clean text. This is the last guard, since one stray character makes a deck that no
    program opens.
    """
    legal = _ILLEGAL.sub("", text)
    return _SPECIAL.sub(lambda match: _ENTITIES[match[0]], legal)
