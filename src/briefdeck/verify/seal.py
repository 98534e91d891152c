"""Whether a deck is as it was built."""

from __future__ import annotations

import re

from briefdeck.model.seal import SEALED_IN, seal
from briefdeck.verify.archive import UNREADABLE, fault, parts, presentation_tags


def sealed(deck: bytes) -> bool | None:
    """True: untouched since it was built. False: saved again since. None: not ours, or not a readable deck."""
    if fault(deck):
        return None
    try:
        members = parts(deck)
        true = seal(members.items())
        if _as_built(members.get(SEALED_IN, b"")) == true:
            return True
        written = presentation_tags(deck).get("BRIEFDECK_SEAL", "")
        return written == true if written else None
    except UNREADABLE:
        return None


def _as_built(tags: bytes) -> str:
    """The seal as the painter writes it: every build asks, so an untouched deck is told without an XML parser."""
    found = re.search(rb'name="BRIEFDECK_SEAL" val="([^"]*)"', tags)
    return found[1].decode("ascii", "replace") if found else ""
