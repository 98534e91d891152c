"""Which script a character belongs to: a compact table of our own, as far as text setting needs it.

Names are those of ISO 15924 ("Latn", "Deva"). Characters that any script uses (figures, punctuation, spaces) are
"Zyyy", combining marks "Zinh"; we add "Zsye" for emoji, "Zmth" for mathematics and "Zsym" for other signs, because
they are looked for in fonts of their own.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache

COMMON = "Zyyy"
INHERITED = "Zinh"
EMOJI = "Zsye"
MATHS = "Zmth"
SIGNS = "Zsym"
ARABIC = "Arab"

CJK = frozenset({"Hani", "Hira", "Kana", "Hang", "Bopo"})
"""Scripts that break between characters (Hangul by words, but it may)."""

_UNLETTERED = frozenset({COMMON, INHERITED, EMOJI, MATHS, SIGNS})

UNSPACED = frozenset({"Thai", "Laoo", "Khmr", "Mymr", "Tibt"})
"""Scripts that put no space between words."""

SHAPED = frozenset({
    "Arab", "Syrc", "Nkoo", "Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh", "Thai",
    "Laoo", "Tibt", "Mymr", "Khmr", "Armn", "Geor",
})  # fmt: skip
"""Scripts in which a word is not as wide as its characters one by one, or so many of an average."""

TALL = frozenset({
    "Arab", "Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh", "Thai", "Laoo", "Tibt",
    "Mymr", "Khmr",
})  # fmt: skip
"""Scripts whose marks above and below the letters need lines further apart than a heading's usual ones."""

DEPTH = {"Telu": 0.47, "Knda": 0.49, "Taml": 0.46, "Mlym": 0.34}
"""How far below the baseline letters reach in most of the script's words, in em; few words of others are deep."""

LANGUAGE = {
    "Deva": "hi", "Beng": "bn", "Guru": "pa", "Gujr": "gu", "Orya": "or", "Taml": "ta", "Telu": "te", "Knda": "kn",
    "Mlym": "ml", "Sinh": "si", "Thai": "th", "Laoo": "lo", "Arab": "ar", "Hebr": "he", "Armn": "hy", "Geor": "ka",
    "Grek": "el", "Cyrl": "ru", "Hani": "zh", "Hira": "ja", "Kana": "ja", "Hang": "ko", "Ethi": "am",
}  # fmt: skip
"""The language to assume for text in a script that is not the document's."""

# First and last code point of letters, blocks merged where one script follows itself.
_RANGES = (
    (0x0041, 0x005A, "Latn"), (0x0061, 0x007A, "Latn"), (0x00AA, 0x00AA, "Latn"), (0x00BA, 0x00BA, "Latn"),
    (0x00C0, 0x00D6, "Latn"), (0x00D8, 0x00F6, "Latn"), (0x00F8, 0x02B8, "Latn"), (0x02E0, 0x02E4, "Latn"),
    (0x0370, 0x03E1, "Grek"), (0x03E2, 0x03EF, "Copt"), (0x03F0, 0x03FF, "Grek"), (0x0400, 0x052F, "Cyrl"),
    (0x0531, 0x058F, "Armn"), (0x0591, 0x05FF, "Hebr"), (0x0600, 0x06FF, "Arab"), (0x0700, 0x074F, "Syrc"),
    (0x0750, 0x077F, "Arab"), (0x0780, 0x07BF, "Thaa"), (0x07C0, 0x07FF, "Nkoo"), (0x0860, 0x086F, "Syrc"),
    (0x0870, 0x08FF, "Arab"), (0x0900, 0x097F, "Deva"), (0x0980, 0x09FF, "Beng"), (0x0A00, 0x0A7F, "Guru"),
    (0x0A80, 0x0AFF, "Gujr"), (0x0B00, 0x0B7F, "Orya"), (0x0B80, 0x0BFF, "Taml"), (0x0C00, 0x0C7F, "Telu"),
    (0x0C80, 0x0CFF, "Knda"), (0x0D00, 0x0D7F, "Mlym"), (0x0D80, 0x0DFF, "Sinh"), (0x0E01, 0x0E5B, "Thai"),
    (0x0E80, 0x0EFF, "Laoo"), (0x0F00, 0x0FFF, "Tibt"), (0x1000, 0x109F, "Mymr"), (0x10A0, 0x10FF, "Geor"),
    (0x1100, 0x11FF, "Hang"), (0x1200, 0x139F, "Ethi"), (0x13A0, 0x13FF, "Cher"), (0x1400, 0x167F, "Cans"),
    (0x1780, 0x17FF, "Khmr"), (0x1800, 0x18AF, "Mong"), (0x1C80, 0x1C8F, "Cyrl"), (0x1C90, 0x1CBF, "Geor"),
    (0x1D00, 0x1DBF, "Latn"), (0x1E00, 0x1EFF, "Latn"), (0x1F00, 0x1FFF, "Grek"), (0x2071, 0x2071, "Latn"),
    (0x207F, 0x207F, "Latn"), (0x2090, 0x209C, "Latn"), (0x2100, 0x214F, SIGNS), (0x2190, 0x21FF, SIGNS),
    (0x2200, 0x22FF, MATHS), (0x2300, 0x23FF, SIGNS), (0x2460, 0x27BF, SIGNS), (0x27C0, 0x27EF, MATHS),
    (0x27F0, 0x27FF, SIGNS), (0x2900, 0x297F, SIGNS), (0x2980, 0x2AFF, MATHS), (0x2B00, 0x2BFF, SIGNS),
    (0x2C60, 0x2C7F, "Latn"), (0x2D00, 0x2D2F, "Geor"), (0x2D80, 0x2DDF, "Ethi"), (0x2DE0, 0x2DFF, "Cyrl"),
    (0x2E80, 0x2FDF, "Hani"), (0x3005, 0x3007, "Hani"), (0x3021, 0x3029, "Hani"), (0x3041, 0x309F, "Hira"),
    (0x30A1, 0x30FA, "Kana"), (0x30FC, 0x30FF, "Kana"), (0x3105, 0x312F, "Bopo"), (0x3131, 0x318E, "Hang"),
    (0x31A0, 0x31BF, "Bopo"), (0x31F0, 0x31FF, "Kana"), (0x3400, 0x4DBF, "Hani"), (0x4E00, 0x9FFF, "Hani"),
    (0xA640, 0xA69F, "Cyrl"), (0xA720, 0xA7FF, "Latn"), (0xA8E0, 0xA8FF, "Deva"), (0xAB30, 0xAB6F, "Latn"),
    (0xAC00, 0xD7FB, "Hang"), (0xF900, 0xFAFF, "Hani"), (0xFB00, 0xFB06, "Latn"), (0xFB13, 0xFB17, "Armn"),
    (0xFB1D, 0xFB4F, "Hebr"), (0xFB50, 0xFDFF, "Arab"), (0xFE70, 0xFEFC, "Arab"), (0xFF21, 0xFF3A, "Latn"),
    (0xFF41, 0xFF5A, "Latn"), (0xFF66, 0xFF9D, "Kana"), (0xFFA0, 0xFFDC, "Hang"), (0x1D400, 0x1D7FF, MATHS),
    (0x1EE00, 0x1EEFF, "Arab"), (0x1F000, 0x1FAFF, EMOJI), (0x20000, 0x323AF, "Hani"),
)  # fmt: skip

_STARTS = [first for first, _, _ in _RANGES]

# Signs below the emoji planes that are shown as emoji even without a variation selector.
_EMOJI_SIGNS = frozenset(
    "⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕"
)


@lru_cache(maxsize=8192)
def script_of(char: str) -> str:
    """The script of one character, see the module's first lines for the names."""
    if char in _EMOJI_SIGNS:
        return EMOJI
    code = ord(char)
    if 0x41 <= code <= 0x7A and char.isalpha():
        return "Latn"
    index = bisect_right(_STARTS, code) - 1
    script = _RANGES[index][2] if index >= 0 and code <= _RANGES[index][1] else COMMON
    if unicodedata.category(char) in ("Mn", "Me") and script == COMMON:
        return INHERITED
    if script in SHAPED and _is_shared(char):
        return COMMON
    return script


def stretches(text: str) -> list[tuple[str, str]]:
    """The text in stretches of one script, each with its script; what any script uses goes with what is before it.

    Chinese and Japanese letters are one script here, named by the first of them, since one text mixes them. A text
    without any letters is one stretch of "Zyyy".
    """
    if text.isascii():
        return [("Latn" if any(map(str.isalpha, text)) else COMMON, text)]
    found: list[tuple[str, str]] = []
    start, current = 0, COMMON
    for at, char in enumerate(text):
        script = script_of(char)
        if script in _UNLETTERED or script == current or (script in CJK and current in CJK):
            continue
        if current != COMMON:
            found.append((current, text[start:at]))
            start = at
        current = script
    return [*found, (current, text[start:])]


def scripts_in(text: str) -> set[str]:
    """The scripts of the letters in a text, Chinese and Japanese as one."""
    if text.isascii():
        return {"Latn"} if any(map(str.isalpha, text)) else set()
    return {script for script, _ in stretches(text)} - {COMMON}


def _is_shared(char: str) -> bool:
    """Punctuation of a script's block that its neighbours use as well: the danda, the Arabic comma."""
    return char in "।॥،؛؟ـ"


_WRITTEN_IN = {
    **{lang: frozenset({script}) for script, lang in LANGUAGE.items()},
    **dict.fromkeys(("uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg"), frozenset({"Cyrl"})),
    **dict.fromkeys(("mr", "ne", "sa", "kok", "mai"), frozenset({"Deva"})),
    **dict.fromkeys(("fa", "ur", "ps", "ckb", "ug", "sd"), frozenset({"Arab"})),
    **dict.fromkeys(("zh", "ja", "ko"), CJK),
    "as": frozenset({"Beng"}),
    "yi": frozenset({"Hebr"}),
    "ti": frozenset({"Ethi"}),
}


def scripts_of(lang: str) -> frozenset[str]:
    """The scripts that a language (a BCP 47 tag) is written in; Latin for all that the table does not know."""
    return _WRITTEN_IN.get(lang.partition("-")[0].partition("_")[0].lower(), _LATIN)


_LETTERS = {
    "Deva": "क", "Beng": "ক", "Guru": "ਕ", "Gujr": "ક", "Orya": "କ", "Taml": "க", "Telu": "క", "Knda": "ಕ", "Mlym": "ക",
    "Sinh": "ක", "Thai": "ก", "Laoo": "ກ", "Hebr": "ב", "Armn": "ա", "Geor": "ა", "Ethi": "ሀ",
    "zh": "中", "ja": "あ", "ko": "가",
}  # fmt: skip


def letter_of(lang: str) -> str:
    """A letter of the script that a language is written in, "" where other figures suit it: those of Naskh are sans."""
    code = lang.partition("-")[0].partition("_")[0].lower()
    return next((_LETTERS[name] for name in (code, *scripts_of(lang)) if name in _LETTERS), "")


_LATIN = frozenset({"Latn"})
_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo"})


def is_tall(text: str) -> bool:
    """Whether anything in a text is of a tall script."""
    return not text.isascii() and any(script_of(char) in TALL for char in text)


def runs_left(lang: str) -> bool:
    """Whether pages in that language are read from right to left."""
    return bool(scripts_of(lang) & _RIGHT_TO_LEFT)
