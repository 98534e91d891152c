"""What PowerPoint wants to know about a language: its name with a region, its direction, its fonts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_REGIONS: Final[Mapping[str, str]] = {
    "am": "ET", "ar": "SA", "bg": "BG", "bn": "IN", "ca": "ES", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR",
    "en": "US", "es": "ES", "et": "EE", "eu": "ES", "fa": "IR", "fi": "FI", "fr": "FR", "gl": "ES", "gu": "IN",
    "he": "IL", "hi": "IN", "hr": "HR", "hu": "HU", "hy": "AM", "id": "ID", "is": "IS", "it": "IT", "ja": "JP",
    "ka": "GE", "kk": "KZ", "km": "KH", "kn": "IN", "ko": "KR", "lo": "LA", "lt": "LT", "lv": "LV", "mk": "MK",
    "ml": "IN", "mr": "IN", "ms": "MY", "my": "MM", "nb": "NO", "ne": "NP", "nl": "NL", "nn": "NO", "pa": "IN",
    "pl": "PL", "ps": "AF", "pt": "BR", "ro": "RO", "ru": "RU", "si": "LK", "sk": "SK", "sl": "SI", "sq": "AL",
    "sv": "SE", "sw": "KE", "ta": "IN", "te": "IN", "th": "TH", "tr": "TR", "uk": "UA", "ur": "PK", "vi": "VN",
    "zh": "CN",
}  # fmt: skip
"""The region that PowerPoint's spelling checker takes for granted when a language comes without one."""

_RIGHT_TO_LEFT: Final = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS: Final = frozenset({"arab", "hebr", "nkoo", "syrc", "thaa"})

_EAST_ASIAN: Final[Mapping[str, str]] = {"ja": "Yu Gothic", "ko": "Malgun Gothic", "zh": "Microsoft YaHei"}
_COMPLEX: Final[Mapping[str, str]] = {
    "ar": "Arial", "bn": "Nirmala UI", "fa": "Arial", "gu": "Nirmala UI", "he": "Arial", "hi": "Nirmala UI",
    "km": "Leelawadee UI", "kn": "Nirmala UI", "lo": "Leelawadee UI", "ml": "Nirmala UI", "mr": "Nirmala UI",
    "my": "Myanmar Text", "ne": "Nirmala UI", "pa": "Nirmala UI", "ps": "Arial", "si": "Nirmala UI",
    "ta": "Nirmala UI", "te": "Nirmala UI", "th": "Leelawadee UI", "ur": "Arial",
}  # fmt: skip

SCRIPT_FONTS: Final[Mapping[str, str]] = {
    "Jpan": "Yu Gothic", "Hang": "Malgun Gothic", "Hans": "Microsoft YaHei", "Hant": "Microsoft JhengHei",
    "Arab": "Arial", "Hebr": "Arial", "Thai": "Leelawadee UI", "Ethi": "Nyala", "Beng": "Nirmala UI",
    "Gujr": "Nirmala UI", "Khmr": "Leelawadee UI", "Knda": "Nirmala UI", "Guru": "Nirmala UI", "Laoo": "Leelawadee UI",
    "Mlym": "Nirmala UI", "Mymr": "Myanmar Text", "Orya": "Nirmala UI", "Taml": "Nirmala UI", "Telu": "Nirmala UI",
    "Deva": "Nirmala UI", "Sinh": "Nirmala UI", "Viet": "Arial", "Armn": "Arial", "Geor": "Arial",
}  # fmt: skip
"""Families that come with Windows and Office, by script; PowerPoint asks the theme for them."""


def proofing(lang: str) -> str:
    """The language as the spelling checker wants it: "de" becomes "de-DE", "en-GB" stays."""
    if "-" in lang:
        return lang
    primary = lang.lower() or "en"
    return f"{primary}-{_REGIONS[primary]}" if primary in _REGIONS else primary


def right_to_left(lang: str) -> bool:
    """Whether the language is written from right to left; a script named in the tag ("az-Arab") counts."""
    primary, *others = lang.lower().split("-")
    scripts = [part for part in others if len(part) == 4 and part.isalpha()]
    return scripts[0] in _RIGHT_TO_LEFT_SCRIPTS if scripts else primary in _RIGHT_TO_LEFT


def east_asian_font(lang: str) -> str:
    """The theme's East Asian family for a document in this language, "" to leave it to the script."""
    primary, *others = lang.lower().split("-")
    if primary == "zh" and {"hant", "tw", "hk", "mo"} & set(others):
        return SCRIPT_FONTS["Hant"]
    return _EAST_ASIAN.get(primary, "")


def complex_font(lang: str) -> str:
    """The theme's family for complex scripts (Arabic, Indic, Thai, ...), "" to leave it to the script."""
    return _COMPLEX.get(lang.lower().split("-")[0], "")
