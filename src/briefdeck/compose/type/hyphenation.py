"""Where a word may be divided, by the dictionaries of pyphen; they are read when a line first needs one."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from briefdeck.compose.type.scripts import LANGUAGE, script_of, scripts_of

LEAST_LETTERS = 6
"""Shorter words are never divided."""

_LEFT, _RIGHT = 2, 3  # letters that stay together at either end
_DIVIDED = frozenset({"Latn", "Cyrl", "Grek"})


@lru_cache(maxsize=16384)
def hyphen_points(word: str, lang: str) -> tuple[int, ...]:
    """The offsets at which a hyphen may be put into a word, perhaps with punctuation around it, of that language.

    A word in a script that the language is not written in is divided by the likeliest language of that script.
    None for names of files, web addresses, figures and languages without a dictionary.
    """
    letters = word.strip("\"'“”‘’„‚«»()[]{}.,;:!?…–—")
    if len(letters) < LEAST_LETTERS or not letters.isalpha():
        return ()
    script = script_of(letters[0])
    if script not in _DIVIDED:
        return ()
    dictionary = _dictionary(lang if script in scripts_of(lang) else LANGUAGE.get(script, ""))
    if dictionary is None:
        return ()
    before = word.index(letters)
    return tuple(before + int(point) for point in dictionary.positions(letters))


@lru_cache(maxsize=16)
def _dictionary(lang: str) -> Any:  # noqa: ANN401  (a pyphen.Pyphen; pyphen has no types)
    import pyphen

    name = pyphen.language_fallback(lang.replace("-", "_")) if lang else None
    return pyphen.Pyphen(lang=name, left=_LEFT, right=_RIGHT) if name else None
