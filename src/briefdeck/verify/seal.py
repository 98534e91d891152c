"""Whether a deck is as it was built."""

from __future__ import annotations

from briefdeck.model.seal import seal
from briefdeck.verify.archive import UNREADABLE, fault, parts, presentation_tags


def sealed(deck: bytes) -> bool | None:
    """True: untouched since it was built. False: saved again since. None: not ours, or not a readable deck."""
    if fault(deck):
        return None
    try:
        written = presentation_tags(deck).get("BRIEFDECK_SEAL", "")
        return written == seal(parts(deck).items()) if written else None
    except UNREADABLE:
        return None
