"""What bars a seam: words before a place that want what stands after it."""

from __future__ import annotations

import re

from briefdeck.draft.words import last_run, word_set
from briefdeck.late import late_pattern
from briefdeck.named import NamedTuple


class _Ends(NamedTuple):
    """Last words after which a place is no seam."""

    words: frozenset[str]
    stems: tuple[str, ...] = ()  # what such a word begins with
    endings: tuple[str, ...] = ()  # what it ends with
    before: int = 1  # letters that stand before such an ending at least

    def hold(self, text: str) -> bool:
        """Whether the text ends with one of them."""
        word = last_run(text)
        return (
            word in self.words
            or (bool(word) and word.startswith(self.stems))
            or any(word.endswith(ending) and len(word) >= len(ending) + self.before for ending in self.endings)
        )


_REFUSED = {
    "that": _Ends(
        word_set(
            "say says said told show shows showed found find finds think thought note notes noted state states stated "
            "fact so such mean means meant know knows known clear true likely possible is was are were be announce "
            "announced out all those like idea view see saw allege alleged and but only except reason given feel felt "
            "way assertion grumblings intent suggested order condition provided"
        ),
        (
            "suggest", "argu", "believ", "conclud", "ensur", "agree", "estimat", "insist", "highlight", "predict",
            "observ", "claim", "hope", "fear", "expect", "reveal", "warn", "demand", "stipulat", "describ", "assum",
        ),
        ("ed",),
        before=3,
    ),
    "relative": _Ends(word_set("those people anyone everyone all time case cases only just even especially")),
    "preposition": _Ends(
        word_set(
            "away together along up out down off back well also known seen made held born set built given taken kept "
            "led not written drawn shown sold"
        ),
        endings=("ed", "ing", "ly"),
    ),
    "purpose": _Ends(
        word_set(
            "seek seeks sought want wants wanted tend tends tended need needs needed has have had having able unable "
            "likely said expected used due according subject lead leads led access commitment order up close asked "
            "forced agreed try tries tried trying decided help helps helped free easy hard difficult important "
            "necessary way how what where when whether enough began is are was were be going directed right ability "
            "power chance made like chose prove proves prepared ready willing as not only people workers companies "
            "employees them him her us you it"
        ),
        (
            "aim", "mean", "relat", "contribut", "refer", "compar", "allow", "continu", "begin", "start", "fail",
            "plan", "attempt", "urg", "choos", "claim", "appear", "seem", "happen", "refus",
        ),
    ),
}  # fmt: skip
"""After which words a place of that kind is none."""

_SAID_BEFORE = late_pattern(
    r"\b(?:assur|tell|told|inform|remind|convinc|persuad|warn)\w{0,4}\s(?:\S+\s){0,3}\S+$"
    r"|\b(?:suggest|explain|point|report|announc|mention|propos|prov|admit|show)\w*\s(?:out\s)?to\s(?:\S+\s){0,3}\S+$"
    r"|\b(?:said|says?|told|announced|stated|argued|claim(?:s|ed)|believes?|thinks?|hopes?|warned)\b[^,;]{0,80}$"
    r"|\bso\s\w+$|\bsuch\san?\s(?:\S+\s){0,3}\S+$",
    re.IGNORECASE,
)
"""What opens the clause that "that" goes on with."""

_PAIRED_BEFORE = late_pattern(r"\b(?:between|both|from|either|neither)\b[^,;]{0,76}$|\b\w+ing$", re.IGNORECASE)
_NO_PARTICIPLE = late_pattern(
    r"(?:\w(?:ly|ed|n't|n’t)|,|\b(?:[a-z]{1,3}|has|have|also|been|being|were|never|they|[A-Z]\w*|"
    r"who|which|that|get|gets|got|often|still|even|then|there))$"
)
_THE_FACT = late_pattern(r"\bthe fact that\b[^,;]{0,120}$", re.IGNORECASE)
_ASKED_BEFORE = late_pattern(
    r"\b(?:said|say|says|asks?|asked|knows?|knew|known|told|tells?|decides?|decided|explains?|explained|shows?|showed|"
    r"discuss|discusses|discussed|wonders?|wondered|learns?|learned)(?:\s(?!that\b|the\b)\S+){0,3}$",
    re.IGNORECASE,
)
"""What opens the question that "who" or "where" goes on with: "nobody has said so far who would pay"."""

_BEFORE_PLACE = {
    "that": _SAID_BEFORE,
    "and": _PAIRED_BEFORE,
    "participle": _NO_PARTICIPLE,
    "reason": _THE_FACT,
    "relative": _ASKED_BEFORE,
}
"""What stands before a place of that kind when it is none."""


def is_barred(kind: str, head: str) -> bool:
    """Whether what stands before a place bars a seam there."""
    if kind in _REFUSED and _REFUSED[kind].hold(head):
        return True
    return kind in _BEFORE_PLACE and _BEFORE_PLACE[kind].search(head) is not None


_UNENDED = word_set(
    "is are was were be been being has have had will would can could may might due because as such both between either "
    "of to for by with in on at from the a an and or but that which than into about its their his her very more most "
    "not only just even so no every each this these those through under over upon when if while e.g e.g. i.e i.e. eg "
    "ie viz vs ex example"
)


def wants_more(head: str) -> bool:
    """Whether a text ends with a word that cannot end a piece."""
    return not head[-1:].isspace() and head.rsplit(maxsplit=1)[-1].lower() in _UNENDED if head else False
