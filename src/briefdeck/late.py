"""Patterns that are compiled when they are first looked for, not when their module is imported.

There are some hundreds of them, a note needs a few dozen, and to compile one takes longer than to read a page with it.
"""

from __future__ import annotations

import re
from typing import cast


class _Late:
    """Stands for a pattern; what was asked of it once is kept as an attribute and costs no more than the real thing."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found


def late_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of `re.compile(source, flags)`, made at its first use; a fault in it is raised there too."""
    return cast("re.Pattern[str]", _Late(source, flags))
