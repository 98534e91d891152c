"""In which language the words of a slide say that they are, script by script: a quotation may be in another."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from lxml.etree import _Element

from briefdeck.verify.deck_xml import qn

_SCRIPTS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "ug", "sd"), ("ARABIC",)),
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"), ("CYRILLIC",)),
    **dict.fromkeys(("hi", "kok", "mai", "mr", "ne", "sa"), ("DEVANAGARI",)),
    **dict.fromkeys(("zh", "ja", "ko"), ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL")),
    **dict.fromkeys(("am", "ti"), ("ETHIOPIC",)), **dict.fromkeys(("he", "yi"), ("HEBREW",)),
    **dict.fromkeys(("bn", "as"), ("BENGALI",)), "el": ("GREEK",), "gu": ("GUJARATI",), "hy": ("ARMENIAN",),
    "ka": ("GEORGIAN",), "km": ("KHMER",), "kn": ("KANNADA",), "lo": ("LAO",), "ml": ("MALAYALAM",),
    "my": ("MYANMAR",), "or": ("ORIYA",), "pa": ("GURMUKHI",), "si": ("SINHALA",), "ta": ("TAMIL",), "te": ("TELUGU",),
    "th": ("THAI",),
}  # fmt: skip
"""How the Unicode names of a language's letters begin; those of all others are Latin."""

Languages = Mapping[str, Mapping[str, int]]
"""By script (the first word of its letters' names) and by language (without its region): how many letters."""


def languages_of(paragraphs: Iterator[_Element]) -> Languages:
    """What the runs of these paragraphs say, letter by letter."""
    found: dict[str, Counter[str]] = {}
    for paragraph in paragraphs:
        for run in paragraph.iterchildren(qn("a:r")):
            properties = run.find(qn("a:rPr"))
            said = (properties.get("lang") or "") if properties is not None else ""
            if not said:
                continue
            for script, count in _letters(run.findtext(qn("a:t"), "")).items():
                found.setdefault(script, Counter())[said.partition("-")[0].lower()] += count
    return found


def main_language(languages: Languages, lang: str) -> str:
    """The language of most letters of those in which `lang` is written; "" when there are none."""
    letters: Counter[str] = Counter()
    for script in _SCRIPTS.get(lang, ("LATIN",)):
        letters.update(languages.get(script, {}))
    return max(letters, key=lambda key: letters[key], default="")


def is_written_in(text: str, lang: str) -> bool:
    """Whether most letters are of those in which `lang` is written: words of another script may be of another one."""
    letters = _letters(text)
    own = sum(letters[script] for script in _SCRIPTS.get(lang, ("LATIN",)))
    return own > sum(letters.values()) / 2


def primary(lang: str) -> str:
    """A language without its region and script."""
    return lang.partition("-")[0].lower()


def _letters(text: str) -> Counter[str]:
    """How many letters of each script."""
    if text.isascii():
        count = sum(map(str.isalpha, text))
        return Counter({"LATIN": count} if count else {})
    return Counter(_script(char) for char in text if char.isalpha())


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    return unicodedata.name(char, "?").split()[0]
