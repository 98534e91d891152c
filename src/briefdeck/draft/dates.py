"""Dates, the stops of a timeline: years and ranges of years, decades, centuries, days, in the languages of notes."""

from __future__ import annotations

import re
from functools import cache

from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple

MONTHS = (
    r"jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|"
    r"septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|"
    r"noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|января|февраля|"
    r"марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|январ[ье]|феврал[ье]|марте?|апрел[ье]|мае?|май|"
    r"июн[ье]|июл[ье]|августе?|сентябр[ье]|октябр[ье]|ноябр[ье]|декабр[ье]|січня|лютого|березня|квітня|травня|червня|"
    r"липня|серпня|вересня|жовтня|листопада|грудня|січ(?:ень|ні)|лют(?:ий|ому)|берез(?:ень|ні)|квіт(?:ень|ні)|"
    r"трав(?:ень|ні)|черв(?:ень|ні)|лип(?:ень|ні)|серп(?:ень|ні)|верес(?:ень|ні)|жовт(?:ень|ні)|листопаді?|груд(?:ень|ні)|"
    r"gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|novembre|dicembre|"
    r"يناير|فبراير|مارس|أبريل|إبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|"
    r"ஜனவரி|பிப்ரவரி|மார்ச்|ஏப்ரல்|மே|ஜூன்|ஜூலை|ஆகஸ்ட்|செப்டம்பர்|அக்டோபர்|நவம்பர்|டிசம்பர்|जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|"
    r"दिसंबर|জানুয়ারি|ফেব্রুয়ারি|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর"
)
"""The months as they stand in dates, alternatives of a pattern, in the languages of notes."""

_YEAR = r"(?:1\d{3}|20\d\d|[१১١۱]\d{3}|२०\d\d|২০\d\d|[٢۲]\d{3})"
_ERA = (
    r"(?:\s?(?:BCE?|CE|AD|B\.C\.(?:E\.)?|A\.D\.|v\. ?Chr\.|n\. ?Chr\.|av\. J\.-C\.|a\. ?C\.|до н\. ?э\.|"
    r"ई\.?|ईस्वी|гг?\.?(?!\w)|рр?\.?(?!\w)|(?:год|года|году|рік|року|році)(?!\w)|م(?!\w)|年|년))"
)


_AFTER = r"(?:\s(?:में|को|সালে|খ্রিস্টাব্দে|ஆம் ஆண்டு|இல்)(?=\s))"
"""What stands after a date where other languages say "in" before it."""

_FIRST_LISTED = 1450  # a smaller number before words alone may be an amount
_CENTURIES = ("century", "siècle", "век", "століття", "secolo")
_REACH = 24  # characters in which an opening date must have a digit


_MONTH_BEFORE = late_pattern(r"[^\W\d_]{3,10}\s?(?:to|a|à|bis|até|до|–|—|-)\s?(?=[^\W\d_]{3,10}\.?\s(?:de\s)?\d{4})")
"""The first of two months: "Julio a noviembre de 1938"."""


class Dated(NamedTuple):
    """A text that opens with a date."""

    when: str
    year: int  # the first year that the date names, 0 when it names none
    rest: str


@cache
def _date() -> re.Pattern[str]:
    day = rf"\d{{1,2}}(?:st|nd|rd|th|er|\.|º)?\s(?:de\s)?(?:{MONTHS})\.?(?:,?\s(?:de\s)?{_YEAR}{_ERA}?)?"
    month = rf"(?:{MONTHS})\.?\s(?:\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s{_YEAR})?|(?:de\s)?{_YEAR}{_ERA}?)"
    numeric = rf"\d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR}|{_YEAR}-\d\d-\d\d|"
    numeric += r"(?:公元前|公元|西元前|紀元前|前|기원전\s?)?\d{1,4}(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|"
    numeric += r"년(?:\s?\d{1,2}월(?:\s?\d{1,2}일)?)?)"
    span = rf"{_YEAR}{_ERA}?\s?[–—-]\s?(?:{_YEAR}|\d\d)(?!\d){_ERA}?"
    early = rf"(?:\d{{1,4}}{_ERA}|(?:\d{{1,2}}(?:st|nd|rd|th)|[XVI]{{1,5}}e?)\s(?:{'|'.join(_CENTURIES)})(?:{_ERA})?)"
    plain = rf"(?:early\s|mid-?\s?|late\s)?{_YEAR}(?:s|-?е)?{_ERA}?"
    dates = "|".join((day, month, numeric, span, early, plain))
    opening = r"(?:(?:in|on|by|around|about|c\.|ca\.|circa|en|im|am|em|nel|il|в|у|عام|في\sعام|سنة)\s)?"
    return re.compile(
        rf"(?P<lead>{opening})(?P<when>(?:c\.\s?|ca\.\s?|circa\s)?(?:{dates}))(?![^\W_])(?P<post>{_AFTER})?",
        re.IGNORECASE,
    )


@cache
def _date_within() -> re.Pattern[str]:
    day = r"\d{1,2}(?:st|nd|rd|th|er|\.|º)?\s(?:de\s)?"
    return re.compile(
        rf"(?<![^\W_])(?:{day}(?:{MONTHS})|(?:{MONTHS})\.?\s\d{{1,4}}|{_YEAR}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}}:\d\d)"
        r"(?![^\W_])|\d月\d|\d年",
        re.IGNORECASE,
    )


def holds_date(text: str) -> bool:
    """Whether a day, a month of a year, a year or a time of the day stands anywhere in a text."""
    return any(map(str.isdigit, text)) and _date_within().search(text) is not None


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"\d{3,4}")


def is_moment(label: str) -> bool:
    """Whether a label is a date and nothing else: "1947", "14 July 1789", "1914-18", "18th century"."""
    if not (any(map(str.isdigit, label)) or any(word in label.lower() for word in _CENTURIES)):
        return False
    text = _MONTH_BEFORE.sub("", label.strip(), count=1)
    match = _date().match(text)
    return match is not None and not text[match.end() :].rstrip(".")


def dated(sentence: str, *, bare: bool = False) -> Dated | None:
    """The date that opens a sentence, and what follows it: "In 1905, Bengal was divided.".

    `bare`: nothing but a space need stand between them, as in "1992 Rio conference": one of several such lines.
    """
    match = _date().match(sentence) if any(map(str.isdigit, sentence[:_REACH])) else None
    if match is None:
        return None
    rest = sentence[match.end() :]
    follows = re.match(r"\s?[,，、:：–—-]\s*|,\s+|\s+(?=[^\W\d])", rest)
    said = rest[follows.end() :] if follows else ""
    led = bool(match["lead"] or match["post"])
    if follows is None or (
        not led and not follows.group().strip(" ") and not (bare and _is_listed(match["when"], said))
    ):
        return None
    return Dated(match["when"], year_of(match["when"]), said)


def _is_listed(when: str, text: str) -> bool:
    """Whether a year stands before words: "1997 Kyoto-Protokoll"; "1000 Books" is no year."""
    return year_of(when) >= _FIRST_LISTED and text[:1].isalpha()


def year_of(date: str) -> int:
    """The first year of a date; before our era it counts down; 0 when there is none."""
    match = _year().search(date)
    if match is None:
        return 0
    before = re.search(r"\bB\.?C|до н|v\. ?Chr|av\. J|a\. ?C|前|기원전|ق\. ?م", date) is not None
    return -int(match.group()) if before else int(match.group())
