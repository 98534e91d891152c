"""The language of a note, told by script, a few letters and the commonest words.

Without a model, and exact enough for what hangs on it: fonts, direction, hyphenation, and which English-only rules run.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_RANGES: tuple[tuple[str, str, str], ...] = (
    ("devanagari", "\u0900", "\u097f"),
    ("bengali", "\u0980", "\u09ff"),
    ("gurmukhi", "\u0a00", "\u0a7f"),
    ("gujarati", "\u0a80", "\u0aff"),
    ("tamil", "\u0b80", "\u0bff"),
    ("telugu", "\u0c00", "\u0c7f"),
    ("kannada", "\u0c80", "\u0cff"),
    ("malayalam", "\u0d00", "\u0d7f"),
    ("thai", "\u0e00", "\u0e7f"),
    ("arabic", "\u0600", "\u06ff"),
    ("hebrew", "\u0590", "\u05ff"),
    ("armenian", "\u0530", "\u058f"),
    ("georgian", "\u10a0", "\u10ff"),
    ("greek", "\u0370", "\u03ff"),
    ("greek", "\u1f00", "\u1fff"),
    ("hangul", "\uac00", "\ud7a3"),
    ("cyrillic", "\u0400", "\u04ff"),
    ("kana", "\u3040", "\u30ff"),
    ("han", "\u3400", "\u9fff"),
)
_BY_SCRIPT = {
    "devanagari": "hi", "bengali": "bn", "gurmukhi": "pa", "gujarati": "gu", "tamil": "ta", "telugu": "te",
    "kannada": "kn", "malayalam": "ml", "thai": "th", "arabic": "ar", "hebrew": "he", "armenian": "hy",
    "georgian": "ka", "greek": "el", "hangul": "ko",
}  # fmt: skip
_COMMON: dict[str, frozenset[str]] = {
    lang: frozenset(words.split())
    for lang, words in {
        "en": "a the of and to in is that for with as are was by on this it from be at have which not or an has their "
        "can",
        "es": "de la que el en y los del las un por con una para su es al lo como más pero sus está son entre también",
        "fr": "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec aux ou",
        "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden "
        "aus er",
        "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das são",
    }.items()
}
_UKRAINIAN = frozenset("іїєґІЇЄҐ")
_RUSSIAN = frozenset("ыэъёЫЭЪЁ")
_VIETNAMESE = frozenset("đĐơƠưƯăĂ").union(map(chr, range(0x1EA0, 0x1EFA)))
_MARKED_IN_VIETNAMESE = 0.16  # of the letters: a fourth is usual, names elsewhere make a tenth
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # characters


def detect_language(texts: Iterable[str]) -> str:
    """The BCP 47 code of most of the text, of those that the tables here know; en when in doubt."""
    sample = _sample(texts)
    scripts = _count_scripts(sample)
    latin = sum(1 for sign in sample if (sign.isascii() and sign.isalpha()) or "\u00c0" <= sign <= "\u024f")
    if not scripts:
        return _by_words(sample)
    script, count = max(scripts.items(), key=lambda pair: (pair[1], pair[0]))
    if script in ("kana", "han"):
        both = scripts["kana"] + scripts["han"]
        if 2 * both < latin / 2:
            return _by_words(sample)
        return "ja" if scripts["kana"] > 0.1 * both else "zh"
    if count < 0.6 * latin:
        return _by_words(sample)
    if script == "cyrillic":
        return "uk" if _share(sample, _UKRAINIAN) > _share(sample, _RUSSIAN) else "ru"
    return _BY_SCRIPT[script]


def _sample(texts: Iterable[str]) -> str:
    parts: list[str] = []
    size = 0
    for text in texts:
        parts.append(text[:_SAMPLE])
        size += len(text)
        if size > _SAMPLE:
            break
    return "\n".join(parts)


def _count_scripts(sample: str) -> Counter[str]:
    found: Counter[str] = Counter()
    if sample.isascii():
        return found
    for sign, count in Counter(sample).items():
        for script, first, last in _RANGES:
            if first <= sign <= last:
                found[script] += count
                break
    return found


def _share(sample: str, letters: frozenset[str]) -> int:
    return sum(1 for sign in sample if sign in letters)


def _by_words(sample: str) -> str:
    if not sample.isascii() and _is_vietnamese(sample):
        return "vi"
    tokens = Counter(_WORD.findall(sample.lower()))
    scores = {lang: sum(tokens[word] for word in common) for lang, common in _COMMON.items()}
    best = max(scores, key=lambda lang: (scores[lang], lang))
    return best if scores[best] > 1.3 * scores["en"] else "en"


def _is_vietnamese(sample: str) -> bool:
    """Whether the text has as many marked letters as Vietnamese, some of them such as no other language has."""
    letters = [sign for sign in sample if sign.isalpha()]
    marked = sum(not letter.isascii() for letter in letters)
    return marked > _MARKED_IN_VIETNAMESE * len(letters) and 10 * _share(sample, _VIETNAMESE) > marked
