"""Texts of which nothing is seen: blanks, and characters that only steer what stands beside them."""

from __future__ import annotations

import unicodedata

_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
_UNSEEN_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"  # fillers of Hangul, and the Braille cell without a dot


def is_blank(text: str) -> bool:
    """Whether nothing of the text would be seen on a page."""
    if text[:1].isascii() and text[:1].isalnum():
        return False  # nearly every text
    return all(char in _UNSEEN_LETTERS or unicodedata.category(char) in _UNSEEN for char in text)
