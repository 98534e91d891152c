"""Captions of figures in other languages than English, where the words about a number stand elsewhere around it.

Chinese and Japanese say what is counted before the number; Hindi, Bengali, Tamil and Korean put the verb last, so that
the clause reads on without it; French, Spanish or Italian count "millones de ..." with a word between.
"""

from __future__ import annotations

import re
from functools import cache

from briefdeck.draft.words import has_ideographs, word_count
from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple

_LONGEST = 14  # words
_NEAR = 6  # signs beside the number that tell the script
_CLAUSE_END = late_pattern(r"[,;:.!?।](?:\s|$)|\s[–—-]\s|[()]|(?<!\d),|,(?!\d)")
_STOPS = late_pattern(r"[，,、。；;：:！？（）()「」『』“”]")
_BEFORE = late_pattern(
    r"(?:已经|已經|已|将|將|共|均|各|平均)?(?:达到|達到|达|達|增长到|上升到|下降到|增至|升至|降至|约为|為|为|是|有|至|到|占|于|仅|了|的|"
    r"は|が|も|で|の|を|に|と|から)+$"
)
_HANGUL_BEFORE = late_pattern(r"(?:은|는|이|가|을|를|도|의)$")
_OPENING = late_pattern(r"(?:其中|约占|占|で|が|は)(?=.{3})")
_OF = late_pattern(r"\s(?:de\s(?:los|las|la|l['’])?|d['’]|des|du|di|dei|degli|delle|do|da|dos|das|von)\s?(?=[^\W\d])")
_OF_OPENS = frozenset("dv")
_PER_OPENS = frozenset("pja")
_PER = late_pattern(r"(?:pro|je|par|por|al|all[’']|per)\s?[^\W\d]+(?:\s[^\W\d]+)?", re.IGNORECASE)
_WHEN = late_pattern(
    r"(?:en|desde|hasta|para|depuis|jusqu['’]en|avant|bis|seit|im\sJahre?|vor|em|desde|até|nel|dal|entro(?:\sil)?|в|к|до|с|у|з|"
    r"بحلول\sعام|في\sعام|عام|سنة|منذ)\s\(?\d[\w/–-]{1,10}\)?(?:\s(?:году|год|г|року|р)\.?)?",
    re.IGNORECASE,
)


def _puts_verb_last(sign: str) -> bool:
    """Whether a sign is of an Indian or the Korean script."""
    return "\u0900" <= sign <= "\u0dff" or "\uac00" <= sign <= "\ud7a3"


class Captioned(NamedTuple):
    """What stands below a number, and what goes with the number itself."""

    caption: str
    with_value: str = ""  # the words right of it that it needs: " de livres"


@cache
def _link() -> re.Pattern[str]:
    """What leads on to a number at the end of a clause and says nothing without it."""
    return re.compile(
        r"\s(?:de|du|des|à|au|en|par|pour|a|al|por|para|do|da|di|del|auf|um|von|bei|zu|mit|bis|до|на|с|от|по|в|из|у|к|под|над|при|під|із|"
        r"з|від|إلى|على|من|بـ|ب|عن|est|sont|es|son|ist|sind|é|são|è|sono)$",
        re.IGNORECASE,
    )


def captioned_abroad(left: str, right: str, *, first: bool, more: bool, counted: bool) -> Captioned | None:
    """The caption of a number between `left` and `right`; None where the sentence is to be read as English is.

    `first`: no number stands before it in the sentence; `more`: one follows; `counted`: it is no share.
    """
    near = left[-_NEAR:] + right[:_NEAR]
    if has_ideographs(near):
        return Captioned(_before(left) or _after(right))
    if any(map(_puts_verb_last, near)):
        return _around(left if first else "", right if not more else "")
    if right[1:2] in _OF_OPENS and counted and (match := _OF.match(right)):
        things = without_link(_clause(right[match.end() :]))
        if word_count(things) > 1:
            return Captioned(things if word_count(things) <= _LONGEST else "")
        return Captioned(_led(left), with_value=f"{match[0]}{things}" if things else "")
    tail = _clause(right)
    if any(map(str.isdigit, tail)) and _WHEN.fullmatch(tail):
        led = _led(left)
        return Captioned(f"{led} {tail}" if led else "")
    if tail[:1].lower() in _PER_OPENS and _PER.fullmatch(tail) and (led := _led(left)):
        return Captioned(led, with_value=f" {tail}")
    if not tail and not left.isascii():
        return Captioned(_led(left))
    return None


def without_link(clause: str) -> str:
    """A clause without the prepositions at its end."""
    return _link().sub("", _link().sub("", clause))


def _before(left: str) -> str:
    """What is counted, up to the verb or the particle before the number."""
    clause = _OPENING.sub("", _STOPS.split(left)[-1].strip(), count=1)
    clause = _BEFORE.sub("", clause)
    return clause if 2 <= word_count(clause) <= _LONGEST else ""


def _after(right: str) -> str:
    clause = _STOPS.split(right)[0].lstrip("的の").strip()
    return clause if 2 <= word_count(clause) <= _LONGEST else ""


def _around(left: str, right: str) -> Captioned:
    """The clause without its number; what stands after it alone where that is too long."""
    before, after = _CLAUSE_END.split(left)[-1].strip(), _clause(right)
    if right[:1].isalpha():  # a particle of Korean clings to the number: the words before it say what it is
        subject = _HANGUL_BEFORE.sub("", before)
        return Captioned(subject if 2 <= word_count(subject) <= _LONGEST else "")
    whole = f"{before} {after}".strip()
    fitting = next((text for text in (whole, after, before) if 2 <= word_count(text) <= _LONGEST), "")
    return Captioned(fitting)


def _clause(right: str) -> str:
    return _CLAUSE_END.split(right)[0].strip()


def _led(left: str) -> str:
    """The clause that leads up to the number."""
    clause = without_link(_CLAUSE_END.split(left)[-1].strip())
    return clause if 2 <= word_count(clause) <= _LONGEST else ""
