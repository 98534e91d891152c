"""The seal of a deck: a digest over all that the builder wrote, so that an edit made since then can be seen.

The painter stores it in the deck and whoever reads the deck computes it again. Both take it from here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

SEALED_IN = "ppt/tags/tag1.xml"
"""The one part of the deck that holds the seal, and so cannot be under it."""


def seal(members: Iterable[tuple[str, bytes]]) -> str:
    """The digest of (name, bytes) of every member of the deck's archive, in any order; `SEALED_IN` is passed over."""
    digest = hashlib.sha256()
    for name, data in sorted(members):
        if name != SEALED_IN:
            digest.update(f"{name}\0{len(data)}\0".encode())
            digest.update(data)
    return f"sha256:{digest.hexdigest()}"
