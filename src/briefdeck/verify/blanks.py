"""Blanks of a guided brief: what the outline has in their place, found by the words around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BLANK = re.compile("_{6,}")
_AROUND = (24, 12, 6, 3, 0)
"""Characters before and after a blank by which its place is found, the surest first."""

_LONGEST = 60
"""Characters that a blank may stand for."""


def filled_in(text: str, forms: Sequence[str]) -> str:
    """The text with its blanks filled from the texts that it may show; a blank that stands for nothing stays.

    A blank that is all of a text, as that of a number set large, stands for the first short text not shown otherwise.
    """
    while blank := _BLANK.search(text):
        before, after = text[: blank.start()], text[blank.end() :]
        word = _within(before, after, forms)
        if word is None:
            word = next((form for form in forms if len(form) <= _LONGEST and form not in text), None)
        if word is None:
            return text
        text = f"{before}{word}{after}"
    return text


def _within(before: str, after: str, forms: Sequence[str]) -> str | None:
    """What a form has between the words before and after the blank."""
    rest = _BLANK.split(after)[0]
    for length in _AROUND:
        left, right = before[len(before) - length :] if length <= len(before) else before, rest[:length]
        if not (left.strip() or right.strip()):
            continue
        ends = "$" if not rest.strip(" .") else ""
        pattern = re.compile(
            f"{re.escape(left)}(.{{1,{_LONGEST}}}?){re.escape(right.rstrip(' .') if ends else right)}{ends}"
        )
        for form in forms:
            if found := pattern.search(form):
                return found[1]
    return None
