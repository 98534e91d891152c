"""The language of a note, told by script, a few letters and the commonest words.

Without a model, and exact enough for what hangs on it: fonts, direction, hyphenation, and which English-only rules run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefdeck.draft.words import word_set
from briefdeck.late import late_pattern

_RANGES: tuple[tuple[str, str, str], ...] = (
    ("devanagari", "\u0900", "\u097f"),
    ("bengali", "\u0980", "\u09ff"),
    ("gurmukhi", "\u0a00", "\u0a7f"),
    ("gujarati", "\u0a80", "\u0aff"),
    ("tamil", "\u0b80", "\u0bff"),
    ("telugu", "\u0c00", "\u0c7f"),
    ("kannada", "\u0c80", "\u0cff"),
    ("malayalam", "\u0d00", "\u0d7f"),
    ("sinhala", "\u0d80", "\u0dff"),
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
    "bengali": "bn", "gurmukhi": "pa", "gujarati": "gu", "tamil": "ta", "telugu": "te", "kannada": "kn",
    "malayalam": "ml", "sinhala": "si", "thai": "th", "hangul": "ko", "greek": "el", "hebrew": "he",
    "armenian": "hy", "georgian": "ka",
}  # fmt: skip
_SHARED: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {
    "devanagari": (
        ("hi", word_set("है हैं का की के में और से को ने था थे")),
        ("mr", word_set("आहे आहेत आणि होते होता च्या मध्ये ही हा व या नाही")),
        ("ne", word_set("छ छन् हो र को का मा ले भयो गर्न गरेको थियो")),
    ),
    "arabic": (
        ("ar", word_set("في من على إلى أن التي الذي هذا هذه ما لا عن كان")),
        ("fa", word_set("از به در را که است این آن با برای می شود های")),
        ("ur", word_set("کے کی کا میں ہے ہیں اور سے کو نے پر یہ تھا")),
    ),
}
"""Scripts of several languages, each with its commonest words; the first where none of them stands out."""

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
        "it": "di e il la che un una per con del della dei le gli è sono nel più non si da anche come alla i al lo "
        "delle",
        "nl": "de het een van en in is dat op te met voor zijn niet aan er die als ook door naar bij wordt worden uit "
        "om",
        "pl": "w i na z się do nie jest to że o po jako przez od dla są oraz za ich które był była",
        "tr": "ve bir bu da de için ile olarak olan en çok daha gibi sonra kadar var ne ise olduğu",
        "vi": "và của là các có trong được cho một những không với người này để từ khi đã",
        "id": "yang dan di dari untuk dengan pada ini adalah dalam tidak ke itu oleh atau sebagai",
        "ro": "și de în a la cu pe un o care este sunt din pentru nu mai prin ca",
        "sv": "och att det i en som är på av för med den till inte om ett har",
        "cs": "a v se na je že s z do o k pro ve jsou byl která podle",
    }.items()
}
_LETTERS = {
    "es": "ñ¿¡", "fr": "êœçèîû", "de": "ßäöü", "pt": "ãõç", "it": "ìò", "pl": "łąęśżźćń", "tr": "ğış", "vi": "đơưạế",
    "ro": "ățșâ", "sv": "åäö", "cs": "řěůčž", "nl": "ĳ",
}  # fmt: skip
"""Letters that tell a short text: each counts as one common word."""

_UKRAINIAN = frozenset("іїєґІЇЄҐ")
_RUSSIAN = frozenset("ыэъёЫЭЪЁ")
_VIETNAMESE = frozenset("đĐơƠưƯăĂ").union(map(chr, range(0x1EA0, 0x1EFA)))
_MARKED_IN_VIETNAMESE = 0.16  # of the letters: a fourth is usual, names elsewhere make a tenth
_WORD = late_pattern(r"[^\W\d_]+")
_WORD_ALONE = late_pattern(r"[^\W\d_]{2,}|(?<![\w/.+-])[^\W\d_](?![\w/.+-])")
"""Of letters alone none that stands in "w/o", "e-" or "b.c."."""

_TOKEN = late_pattern(r"[^\s.,;:!?।؟،()]+")
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
    return _BY_SCRIPT.get(script) or _among(_SHARED[script], sample)


def _among(languages: tuple[tuple[str, frozenset[str]], ...], sample: str) -> str:
    """The language of a shared script whose common words occur most; the first when several do alike."""
    tokens = Counter(_TOKEN.findall(sample))
    scores = [(sum(tokens[word] for word in common), -order) for order, (_, common) in enumerate(languages)]
    return languages[-max(scores)[1]][0]


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
    tokens = Counter(_WORD_ALONE.findall(sample.lower()))
    signs = set(sample.lower())
    scores = {lang: sum(tokens[word] for word in common) for lang, common in _COMMON.items()}
    for lang, letters in _LETTERS.items():
        scores[lang] = scores.get(lang, 0) + len(signs.intersection(letters))
    best = max(scores, key=lambda lang: scores[lang])  # the more widespread when two are alike
    told = any(len(word) > 1 and tokens[word] for word in _COMMON[best])  # not by the letters of a list: a, o, i
    told = told or len(signs.intersection(_LETTERS.get(best, ""))) > 1
    return best if told and scores[best] > 1.3 * scores["en"] else "en"


def _is_vietnamese(sample: str) -> bool:
    """Whether the text has as many marked letters as Vietnamese, some of them such as no other language has."""
    letters = [sign for sign in sample if sign.isalpha()]
    marked = sum(not letter.isascii() for letter in letters)
    return marked > _MARKED_IN_VIETNAMESE * len(letters) and 10 * _share(sample, _VIETNAMESE) > marked
