"""Dates, the stops of a timeline: years and ranges of years, decades, centuries, days, in the languages of notes."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_MONTHS = (
    r"jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|"
    r"septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|"
    r"noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|января|февраля|"
    r"марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|січня|лютого|березня|квітня|травня|червня|"
    r"липня|серпня|вересня|жовтня|листопада|грудня|जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|"
    r"दिसंबर|জানুয়ারি|ফেব্রুয়ারি|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর"
)
_YEAR = r"(?:1\d{3}|20\d\d|[१২]\d{3}|२०\d\d|২০\d\d|[١٢]\d{3})"
_ERA = (
    r"(?:\s?(?:BCE?|CE|AD|B\.C\.(?:E\.)?|A\.D\.|v\. ?Chr\.|n\. ?Chr\.|av\. J\.-C\.|a\. ?C\.|до н\. ?э\.|"
    r"ई\.?|ईस्वी|гг?\.|рр?\.|م|年))"
)


_REACH = 24  # characters in which an opening date must have a digit


class Dated(NamedTuple):
    """A text that opens with a date."""

    when: str
    year: int  # the first year that the date names, 0 when it names none
    rest: str


@cache
def _date() -> re.Pattern[str]:
    day = rf"\d{{1,2}}(?:st|nd|rd|th|er|\.|º)?\s(?:de\s)?(?:{_MONTHS})\.?(?:,?\s(?:de\s)?{_YEAR})?"
    month = rf"(?:{_MONTHS})\.?\s(?:\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s{_YEAR})?|(?:de\s)?{_YEAR})"
    numeric = rf"\d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR}|{_YEAR}-\d\d-\d\d|{_YEAR}年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?"
    span = rf"{_YEAR}{_ERA}?\s?[–—-]\s?(?:{_YEAR}|\d\d)(?!\d){_ERA}?"
    early = (
        rf"(?:\d{{1,4}}{_ERA}|(?:\d{{1,2}}(?:st|nd|rd|th)|[XVI]{{1,5}}e?)\s(?:century|siècle|век|століття)(?:{_ERA})?)"
    )
    plain = rf"(?:early\s|mid-?\s?|late\s)?{_YEAR}(?:s|-?е)?{_ERA}?"
    dates = "|".join((day, month, numeric, span, early, plain))
    opening = r"(?:(?:in|on|by|around|about|c\.|ca\.|circa|en|im|am|em|в|у)\s)?"
    return re.compile(rf"(?P<lead>{opening})(?P<when>(?:c\.\s?|ca\.\s?|circa\s)?(?:{dates}))(?!\w)", re.IGNORECASE)


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"\d{3,4}")


def is_moment(label: str) -> bool:
    """Whether a label is a date and nothing else: "1947", "14 July 1789", "1914-18", "18th century"."""
    match = _date().match(label.strip())
    return match is not None and match.end() == len(label.strip().rstrip("."))


def dated(sentence: str) -> Dated | None:
    """The date that opens a sentence, and what follows it: "In 1905, Bengal was divided."."""
    match = _date().match(sentence) if any(map(str.isdigit, sentence[:_REACH])) else None
    if match is None:
        return None
    rest = sentence[match.end() :]
    follows = re.match(r"\s?[,:：–—-]\s*|,\s+|\s+(?=[^\W\d])", rest)
    if follows is None or (not match["lead"] and not follows.group().strip(" ")):
        return None
    return Dated(match["when"], year_of(match["when"]), rest[follows.end() :])


def year_of(date: str) -> int:
    """The first year of a date; before our era it counts down; 0 when there is none."""
    match = _year().search(date)
    if match is None:
        return 0
    before = re.search(r"\bB\.?C|до н|v\. ?Chr|av\. J", date) is not None
    return -int(match.group()) if before else int(match.group())
