"""Numbers as people type them: `1,234.5`, `1.234,5`, `12,34,567`, `12.5 %`, `−3`, `१२`.

A lone mark before three digits can be read two ways; the other numbers of the same chart tell which, and where none
does, the language.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple

_DECIMAL_COMMA = frozenset({
    "af", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fr", "gl", "hr", "hu", "hy",
    "id", "is", "it", "ka", "kk", "lt", "lv", "mk", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq",
    "sr", "sv", "tr", "uk", "uz", "vi",
})  # fmt: skip
_DECIMAL_POINT = frozenset({"es-MX", "es-US", "es-PR", "es-DO", "es-GT", "es-HN", "es-NI", "es-PA", "es-SV", "de-CH",
                            "it-CH", "de-LI"})  # fmt: skip
_SPACES = late_pattern("[ \u00a0\u2009\u202f'’_]")
_NUMBER = late_pattern(r"(?P<sign>[+−–-]?)(?P<body>\d[\d.,]*)(?P<percent>%?)")
_PLAIN_GROUPS = late_pattern(r"\d{1,3}(,\d{3})+")
_INDIAN_GROUPS = late_pattern(r"\d{1,2}(,\d{2})+,\d{3}")
_LARGEST = 1e100
"""No chart shows more, and the arithmetic of scales still holds; what is larger is a slip of the keyboard."""

_AMBIGUOUS = late_pattern(r"[1-9]\d{0,2}[.,]\d{3}")


class Numbers(NamedTuple):
    """Numbers that belong together, read in one way."""

    values: tuple[float | None, ...]  # None: there is none, or what stands there is none
    faults: tuple[int, ...] = ()  # the places of what is no number
    format: str = "General"  # as spreadsheets write it
    percent: bool = False  # all are; 12.5 % is 0.125
    mixed: bool = False  # some are per cent and some are not
    decimal: str = "."  # the mark before their decimals


class _Read(NamedTuple):
    value: float
    places: int
    percent: bool
    groups: str  # "", "plain" or "indian"
    plus: bool


def read_numbers(texts: Sequence[str], lang: str) -> Numbers:
    """Read numbers that belong together, as those of one chart; an empty text is no number and no fault."""
    cleaned = [_cleaned(text) for text in texts]
    decimal = _decimal_mark(cleaned, lang)
    read = [_read(text, decimal) if text else None for text in cleaned]
    found = [one for one in read if one]
    percents = sum(one.percent for one in found)
    return Numbers(
        values=tuple(one.value if one else None for one in read),
        faults=tuple(place for place, text in enumerate(cleaned) if text and not read[place]),
        format=_format(found),
        percent=bool(found) and percents == len(found),
        mixed=0 < percents < len(found),
        decimal=decimal,
    )


def _cleaned(text: str) -> str:
    """Without spaces, in digits that all read, with one kind of minus."""
    text = _SPACES.sub("", text.strip()).replace("٫", ".").replace("٬", ",").replace("٪", "%")
    return "".join(str(unicodedata.decimal(character)) if character.isdecimal() else character for character in text)


def _decimal_mark(texts: Sequence[str], lang: str) -> str:
    """The mark before decimals that most of the numbers leave no doubt about, else that of the language."""
    told = {".": 0, ",": 0}
    for text in texts:
        match = _NUMBER.fullmatch(text)
        mark = _told(match["body"]) if match else ""
        if mark:
            told[mark] += 1
    if told["."] != told[","]:
        return max(told, key=lambda mark: told[mark])
    comma = lang not in _DECIMAL_POINT and lang.partition("-")[0].lower() in _DECIMAL_COMMA
    return "," if comma else "."


def _told(body: str) -> str:
    """The decimal mark that a number by itself leaves no doubt about, "" when it does."""
    last = max(body.rfind("."), body.rfind(","))
    if last < 0 or _AMBIGUOUS.fullmatch(body):
        return ""
    mark = body[last]
    other = "," if mark == "." else "."
    if body.count(mark) > 1:
        return other if other not in body else ""  # groups only, or no number at all
    return mark


def _read(text: str, decimal: str) -> _Read | None:
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    body = match["body"] if decimal == "." else match["body"].translate({ord("."): ",", ord(","): "."})
    whole, mark, places = body.partition(".")
    if "," in places or "." in places or (mark and not places):
        return None
    groups = ""
    if "," in whole:
        groups = "plain" if _PLAIN_GROUPS.fullmatch(whole) else "indian" if _INDIAN_GROUPS.fullmatch(whole) else ""
        if not groups:
            return None
    percent = bool(match["percent"])
    shift = "e-2" if percent else ""
    value = float(f"{whole.replace(',', '')}.{places or 0}{shift}")
    if value > _LARGEST:
        return None
    negative = match["sign"] in {"-", "−", "–"}
    return _Read(-value if negative else value, len(places), percent, groups, match["sign"] == "+")


def _format(found: Sequence[_Read]) -> str:
    """The spreadsheet's format that shows the numbers about as they were typed."""
    if not found:
        return "General"
    places = max(one.places for one in found)
    tail = ("." + "0" * places if places else "") + ("%" if all(one.percent for one in found) else "")
    if any(one.groups == "indian" for one in found):
        return rf"[>=10000000]##\,##\,##\,##0{tail};[>=100000]##\,##\,##0{tail};##,##0{tail}"
    form = ("#,##0" if any(one.groups for one in found) else "0") + tail
    return f"+{form};-{form};{form}" if any(one.plus for one in found) else form
