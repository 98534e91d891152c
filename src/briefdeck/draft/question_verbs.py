"""Verbs of which a statement can be asked with "do", "does" and "did", and how they stand in it. English only."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from briefdeck.draft.words import word_set
from briefdeck.named import NamedTuple

VERBS = tuple(
    sorted(
        word_set(
            "absorb accept affect appear argue attack attract believe block break bring build carry cause change "
            "collect conflict consider contain continue cost create decline depend destroy differ disappear "
            "disagree distrust dominate encourage exist expand expect explode fail fall favour fear fight follow "
            "gain generate grow happen hate have help hold ignore improve include increase influence keep lack "
            "lead learn leave limit lose make matter migrate move need oppose pay persuade pollute prefer prevent "
            "produce promote propose protect provide react reduce refuse reject rely remain require resist rise "
            "rotate shrink sink sleep slow soften spread stay stick struggle suffer survive take teach tend "
            "threaten travel trust use vanish vary want warn waste weaken welcome worry arise arrive avoid become "
            "begin breathe burn climb come compete condense cross develop drink drop eat emerge flow fly form "
            "freeze give hunt live melt open pass pull push reach reflect release replace run sell send separate "
            "share shift split stop store swim turn walk wear work write line"
        )
    )
)
"""Verbs that ask with "do" and keep their form."""

_ALSO = word_set(
    "abandon abolish adopt allow benefit challenge collapse criticise decrease defend demand deny "
    "discourage double enable enter force forbid harm hurt invest join kill lower offer play prove raise "
    "relax repel restrict reward shape show slope speed strengthen support tell transform trap undermine "
    "unite weigh worsen receive introduce impose grant divide declare cancel decide agree start enjoy "
    "worship"
)
_NO_REASON = word_set("form have contain include exist consider hold argue appear tell show happen")
"""Verbs of what is so, or of somebody's words: why it is so is no question for a class."""

_ALSO_NOUNS = word_set(
    "attack block break cause change conflict cost decline fear fall fight gain help hold increase "
    "influence lack lead limit move need pay rise sleep spread stay stick struggle travel trust use want "
    "waste welcome worry benefit challenge demand decrease force harm hurt kill offer play raise release "
    "reward shape show slope speed split support turn climb cross drink drop flow form hunt open pass "
    "pull push reach run share shift stop store trap swim walk wear work"
)
_IRREGULAR = word_set(
    "break bring build cost fall fight forbid give grow have hold hurt keep lead learn leave lose make "
    "pay rise shrink sink arise become begin come drink eat fly freeze run sell send swim wear write "
    "sleep speed split spread stick take teach tell show"
)
_DOUBLED = word_set("prefer repel drop stop trap")  # whose past doubles the last letter

_WITH_OBJECT = r"(?:the|an?|its|their|his|her|no|many|more|less|fewer|all|every|most|such)\s"
_WITH_PLACE = r"(?:to|into|on|in|from|towards?|against|for|up|down|out|back|when|if|as|with|only|without|because)\s"


_INTRANSITIVE = word_set(
    "agree arrive believe collapse compete decline decide depend differ disagree disappear emerge fail "
    "happen live migrate react refuse rely retire rotate shift struggle suffer survive travel vanish work"
)
"""Verbs whose form in "-ed" seldom stands with a noun ("the goods sold from")."""


_BEFORE_NOUNS = word_set("the a an its their his her of in no any all more many few to by for with on and or from as")


class Inflected(NamedTuple):
    """A verb as it stands in a statement."""

    auxiliary: str  # "does" or "did"
    base: str


def _changes_its_end(base: str) -> bool:
    """Whether "-ies" and "-ied" hide the verb ("carries"), so that the question would hold a word of its own."""
    return base.endswith("y") and base[-2] not in "aeou"


def _third_person(base: str) -> str:
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _past(base: str) -> str:
    return base + ("d" if base.endswith("e") else "ed")


@cache
def inflected() -> dict[str, Inflected]:
    """Every form that tells "does" or "did", and its verb."""
    bases = [base for base in (*VERBS, *_ALSO) if base not in _NO_REASON and not _changes_its_end(base)]
    present = {_third_person(base): Inflected("does", base) for base in bases}
    past = {_past(base): Inflected("did", base) for base in bases if base not in _IRREGULAR and base not in _DOUBLED}
    return present | past


@cache
def _forms() -> frozenset[str]:
    bases = (*VERBS, *_ALSO)
    return frozenset((*bases, *map(_third_person, bases), *inflected()))


def is_form(word: str) -> bool:
    """Whether a word is one of these verbs in any form."""
    return word in _forms()


def has_verb(words: str) -> bool:
    """Whether one of these verbs stands among the words as a second statement would have it, not as a noun."""
    for before, word in pairwise(["", *words.lower().split()]):
        form = word.strip(",.")
        if form not in _forms() or before in _BEFORE_NOUNS:
            continue
        if form in inflected() or (before.endswith("s") and not before.endswith(("ss", "us", "is"))):
            return True
    return False


def goes_on(form: str, rest: str, *, ended: bool) -> bool:
    """Whether what follows shows that a form is the verb of its statement: no noun ("rises in"), no adjective.

    What is `ended` by a stop is a sentence and has a verb.
    """
    verb = inflected()[form]
    if verb.auxiliary == "does":
        bound = verb.base in _ALSO_NOUNS and not ended
    else:
        bound = verb.base not in _INTRANSITIVE
    if bound:
        return re.match(_WITH_OBJECT, f"{rest} ") is not None
    told = r"|that\s" if verb.base in ("believe", "fear") else ""
    return re.match(rf"(?:{_WITH_OBJECT}|{_WITH_PLACE}{told})", f"{rest} ") is not None
