"""Formulas in the lines of a note: their signs are no marks of a list and set no label off."""

from __future__ import annotations

import re

from briefdeck.late import late_pattern

_SIGNS = frozenset("=<>≤≥≠≈≡±√²³⁴ⁿ^×÷∙∫∑∏∞→⇒πθ+")
_LETTERS = late_pattern(r"[^\W\d_]+")
_FUNCTIONS = frozenset(
    {"sin", "cos", "tan", "log", "exp", "lim", "max", "min", "det", "sqrt", "arcsin", "arccos", "arctan"}
)
_TERM = late_pattern(r"\d[a-zA-Z]{1,2}\b")
_LONGEST_NAME = 2  # letters of a quantity: "x", "ac"
_ARTICLES = frozenset({"a", "A", "I", "y", "o", "e", "à", "è", "и", "в", "с"})
"""Words of one letter that are no quantities where nothing else of a formula stands beside them."""
_NUMBERED = late_pattern(
    r"(?:ex|exercise|example|question|q|problem|task|step|case|part|chapter|lesson|unit|week|day|no|nr|aufgabe|beispiel|"
    r"schritt|exercice|exemple|étape|ejercicio|ejemplo|paso|пример|задача|шаг)\.?\s?\d{1,3}$",
    re.IGNORECASE,
)


def is_minus(before: str, dash: str, after: str) -> bool:
    """Whether a dash takes something away: "x² - 7x = 0", "when -b is 4 + c". It comes with the spaces around it."""
    right, *further = after.split(maxsplit=2)[:2] or [""]
    left = (before.split() or [""])[-1]
    text = before + after
    if _SIGNS.isdisjoint(text) and not _TERM.search(text) and _FUNCTIONS.isdisjoint((left, right)):
        return False
    if not _is_quantity(right) or (right in _ARTICLES and _SIGNS.isdisjoint("".join(further)[:1])):
        return False
    if dash[:1].isspace() and not dash[-1:].isspace():
        return True  # the sign of what follows
    return _is_quantity(left) and not _NUMBERED.search(before)


def _is_quantity(token: str) -> bool:
    """Whether a word is a number, a name of a quantity or a term made of them."""
    names = _LETTERS.findall(token)
    if not names and not any(map(str.isdigit, token)):
        return False
    return all(len(name) <= _LONGEST_NAME or name in _FUNCTIONS for name in names)
