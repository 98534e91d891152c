"""Quotations with their speaker: a line that is nothing but somebody's words and their name."""

from __future__ import annotations

import re
from functools import cache

from briefdeck.draft.words import has_ideographs, word_count
from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple

_LONGEST_NAME, _FEWEST_WORDS = 10, 4
_SENTENCE_END = late_pattern(r"\w{3}[.!?।。]\s")
_WIDEST = 480  # letters that a slide takes as one quotation


class Quotation(NamedTuple):
    """Somebody's words."""

    text: str  # without the quotation marks
    by: str


_OPEN, _CLOSE = '“"«„「『‘', '”"»“」』’'
_SAYS = (
    r"said|says|wrote|writes|remarked|observed|declared|argued|stated|put it|noted|asked|dijo|escribió|sagte|schrieb|"
    r"disait|a dit|écrivait|disse|escreveu|сказал[аи]?|писал[аи]?|говорил[аи]?|сказав|писав|ने कहा|कहते हैं|ने लिखा|"
    r"বলেছেন|বলেন|கூறினார்|decía|escribía|dice|afirmó|affirme|affirmait|meinte|erklärte|afirmou|dizia|scrive|diceva|"
    r"отмечал[аи]?|считал[аи]?|вважав|зазначав"
)
_ACCORDING = (
    r"according to|in the words of|según|en palabras de|selon|d['’]après|laut|segundo|nas palavras de|secondo|"
    r"по словам|по мнению|за словами|на думку|قال|يقول|كتب"
)
_TITLED = (
    r"(?:(?:the|el|la|le|o|a|os|der|die|il|историк\w*|історик\w*|historian|historiador\w?|historien\w*|"
    r"Historiker\w*)\s){0,3}"
)


@cache
def _then_speaker() -> re.Pattern[str]:
    return re.compile(
        rf"[{_OPEN}](?P<text>[^{_OPEN}{_CLOSE}]{{10,600}}(?:['’][^{_OPEN}{_CLOSE}]{{0,400}}){{0,12}})[{_CLOSE}][.,]?"
        rf"\s*(?:[-–—―~]{{1,2}}\s*(?P<by>\S.{{1,90}}?)|\((?P<in>[^()]{{3,90}})\))\.?$"
    )


@cache
def _speaker_first() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:As\s)?(?P<by>[^{_OPEN}{_CLOSE},:;]{{2,80}}?)\s(?:once\s|also\s|later\s)?(?:{_SAYS})\s?(?:that\s)?"
        rf"|(?:{_ACCORDING})\s{_TITLED}(?P<source>[^{_OPEN}{_CLOSE},:;]{{2,80}}?))\s?[,:：]?\s*"
        rf"[{_OPEN}](?P<text>[^{_OPEN}{_CLOSE}]{{10,600}}(?:['’][^{_OPEN}{_CLOSE}]{{0,400}}){{0,12}})[{_CLOSE}]\.?$",
        re.IGNORECASE,
    )


@cache
def _says_after() -> re.Pattern[str]:
    return re.compile(
        rf"[{_OPEN}](?P<text>[^{_OPEN}{_CLOSE}]{{10,600}}?(?:['’][^{_OPEN}{_CLOSE}]{{0,400}}){{0,12}}?),?[{_CLOSE}],?\s"
        rf"(?:[–—-]\s)?(?:{_SAYS})\s(?P<by>[^{_OPEN}{_CLOSE},:;.]{{2,80}})\.?$",
        re.IGNORECASE,
    )


def read_quotation(text: str) -> Quotation | None:
    """The quotation that a line is, whole, with its speaker; None for a sentence that only holds one."""
    stripped = text.strip()
    if not stripped or len(stripped) > 900:
        return None
    if stripped[0] in _OPEN and (match := _then_speaker().match(stripped)):
        by = (match["by"] or match["in"]).strip(" .")
        return _quotation(match["text"], by)
    if stripped[0] in _OPEN and (match := _says_after().match(stripped)):
        return _quotation(match["text"], match["by"].strip())
    if stripped.rstrip(".")[-1:] in _CLOSE and (match := _speaker_first().match(stripped)):
        by = (match["by"] or match["source"]).removeprefix("the ").removeprefix("The ").strip()
        return _quotation(match["text"], by)
    return None


def _quotation(text: str, by: str) -> Quotation | None:
    if _SENTENCE_END.search(by):
        return None  # a sentence stands before the speaker: the line is more than a quotation
    named = any(map(str.isupper, by)) or not by.isascii()
    width = len(text) * (2 if has_ideographs(text) else 1)
    if not named or word_count(by) > _LONGEST_NAME or word_count(text) < _FEWEST_WORDS or width > _WIDEST:
        return None
    return Quotation(text.strip(), by)
