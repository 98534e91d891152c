"""Sentences of a line. Abbreviations, initials, list numbers and closing quotes do not end one."""

from __future__ import annotations

import re

from briefdeck.draft.words import word_set
from briefdeck.late import late_pattern

_NEVER_LAST = word_set(
    "mr mrs ms dr pvt prof sr jr st smt shri sh km lt col gen maj capt gov rep sen hon rev no nos vol pp p ch art "
    "arts sec "
    "secs fig figs eq eqs ex eg ie i.e e.g viz cf vs v approx est corp dept univ jan feb mar apr jun jul aug sept sep "
    "oct nov dec rs cr mt ft ph.d probs incl resp ca bzw usw vgl abs nr ggf z.b d.h u.a "
    "avg temp min sq dist misc excl orig ed eds transl chap ques ans def thm prop ave blvd messrs dra sra srta "
    "dras sres "
    "т.е т.д т.п т.к др гг вв стр рис см напр им проф ул тыс млн млрд руб sra dª m mme mlle art núm pág ej p.ex "
    "okt dez u od bes bspw conc theor dil "
    "mrd mio tsd std st chr sog evtl ggü inkl max mind vs env av apr pág págs aprox fl tab тис грн рр ст див наприклад "
    "ок прибл долл ін ई ई.पू डॉ प्रो कि.मी ড খ্রি খ্রিস্টপূর্ব கி.பி கி.மு திரு د"
)
"""Abbreviations that a name, a number or an example follows."""

_BEFORE_NUMBERS = word_set(
    "mon tue tues wed thu thur thurs fri sat sun no nos q qs art arts sec secs fig figs ext tel s ss para paras cl vol"
)
"""Abbreviations of which only those before a number, a letter or a bracket are any: "No." is also an answer."""

_ROMAN = late_pattern(r"(?:[IVXLC]{1,6}|[A-Z])\b(?!\s[a-z])")
_MAYBE_LAST = word_set("etc u.s u.k u.n u.s.a a.m p.m b.c a.d г inc ltd co al govt т.д т.п др")
"""Abbreviations that also end sentences."""

_COUNTRIES = word_set("u.s u.k u.n u.s.a")
_FIRMS = word_set("govt co inc ltd")
_END = late_pattern(r"([.!?…]{1,20}|[।॥。！？؟])([\"”’»)\]]{0,4})(\s{0,8})")
_FULL_STOPS = "।॥。！？؟"
_OPENERS = late_pattern(r"(?:The|It|In|He|She|They|This|That|These|But|And|However|We|A|An|As|If)\b")
_REFERENCE_ONLY = late_pattern(
    r"(?:\[[\d,\s–-]{1,40}\]|\((?=[^()]{0,30}\d)[^()\s]{1,20}(?:\s[^()\s]{1,12}){0,2}\))\s*$"
)
_ASIDE = late_pattern(r"\([^()]{4,80}\)(?:,|\s[a-zà-öø-ÿа-яё])|\([a-zà-öø-ÿа-яё][^()]{3,40}\)$")
"""A bracket that a sentence goes on behind, or that ends it in small letters: "Who slept? (hands up, no comments)"."""

AFTER_ORDINAL = late_pattern(
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|Mal)\b"
)
_PAIR = late_pattern(r"(?:z\. ?B|d\. ?h|u\. ?a|v\. ?a|u\. ?U|i\. ?d\. ?R|p\. ?ej)$")
"""Abbreviations of two words after which a sentence goes on."""

_SHORT = late_pattern(r"[^\W\d_]{1,3}\.")
_YEAR_ONLY = late_pattern(r"(?:[^\W\d_]{1,3}\s)?\d{3,4}(?:[–—-]\d{2,4})?\s?(?:гг?|рр?)$")
"""Words that are no sentence yet: "В 1861 г."."""

_BEFORE_WORD = frozenset("(“\"‘'[")
_INITIALS = late_pattern(r"(?:[^\W\d_]\.)+[^\W\d_]")
_LONGEST_HEAD = 40  # characters before a full stop that are looked at
_ANSWER = late_pattern(r"(?:yes|no|never|true|false|correct|wrong|maybe|perhaps|not yet)[.!]", re.IGNORECASE)
_LIST_NUMBER = late_pattern(r"\d{1,3}(?:\.\d{1,2})?")


def split_sentences(text: str) -> list[str]:
    """The sentences in order, outer spaces removed; an empty list for a blank text."""
    found: list[list[str]] = []
    start = 0
    for match in _END.finditer(text):
        if match.end() >= len(text) or not _ends_sentence(text, start, match):
            continue
        _add(found, text[start : match.end(2)].strip())
        start = match.end()
    _add(found, text[start:].strip())
    return _with_answers([" ".join(pieces) for pieces in found])


def _with_answers(found: list[str]) -> list[str]:
    """The sentences, with "Yes." or "No." before what it is said of."""
    if len(found) > 1 and _ANSWER.fullmatch(found[0]):
        return [f"{found[0]} {found[1]}", *found[2:]]
    return found


def _add(found: list[list[str]], piece: str) -> None:
    """A piece without a letter or digit, such as a stray full stop, stays with the sentence before it, or after."""
    bare = not any(map(str.isalnum, piece))
    opened = len(found) == 1 and not any(map(str.isalnum, found[0][0]))  # "!!! Remember ..."
    if found and piece and (bare or (opened and len(found[0]) == 1)):
        found[-1].append(piece)
    elif piece:
        found.append([piece])


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    mark, space = match.group(1), match.group(3)
    if mark[0] in _FULL_STOPS:
        return True
    if not space:
        return False
    after = text[match.end()]
    if after.islower() or after in ",;:)-–—":
        return False
    if after in "([" and (_REFERENCE_ONLY.match(text, match.end()) or _ASIDE.match(text, match.end())):
        return False  # "How far do you agree? (20 marks)"
    if mark[0] not in ".…":
        return True
    head = text[max(start, match.start() - _LONGEST_HEAD) : match.start()]
    at = len(head)
    while at and not (head[at - 1].isspace() or head[at - 1] in _BEFORE_WORD):
        at -= 1
    last = head[at:]
    return not (
        (last[-1:].isdigit() and AFTER_ORDINAL.match(text, match.end()))
        or (match.start() - start <= _LONGEST_HEAD and _is_number_of_list(last, head))
        or (len(last) == 1 and last.isupper() and last != "I")
        or (
            (len(last) == 1 or (len(last) == 2 and last.isupper()))
            and last.isalpha()
            and _SHORT.match(text, match.end()) is not None
        )  # "a. C."
        or _PAIR.search(head) is not None
        or _YEAR_ONLY.fullmatch(text[start : match.start()].strip()) is not None
        or (last == "г" and not head[:-1].rstrip()[-1:].isdigit())  # "в г. Москве", and no year
        or (last.endswith("str") and after.isdigit())  # "Goethestr. 5"
        or _is_abbreviation(last, after, text, match.end())
    )


def _is_number_of_list(last: str, before: str) -> bool:
    return _LIST_NUMBER.fullmatch(last) is not None and before.strip(" -*•–") == last


def _is_abbreviation(last: str, after: str, text: str, end: int) -> bool:
    """Whether the full stop belongs to the word `last` and the sentence goes on."""
    word = last.lower().rstrip(".")
    if word in _MAYBE_LAST:
        if word in _COUNTRIES:
            return _OPENERS.match(text, end) is None
        return word in _FIRMS or after.isdigit()
    if word in _BEFORE_NUMBERS:
        return not after.isalpha() or _ROMAN.match(text, end) is not None
    return word in _NEVER_LAST or (_INITIALS.fullmatch(last) is not None)
