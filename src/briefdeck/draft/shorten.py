"""Short forms for slides, by deletion only: what is kept is kept word for word and in order.

Whole parts may go (a lead-in, an aside in brackets, a subordinate clause at the end), never a number, a negation, a
condition, a hedge or an attribution. Where no good cut exists, the sentence stands. English only.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from briefdeck.draft.words import finite_verb, word_count

SHORT_ENOUGH = 12
"""Words that a slide takes as they are."""

_LEAST = 4
_ASIDE = re.compile(r"\s*\(([^()]{7,300})\)")


def shorten(sentence: str, lang: str = "en") -> str:
    """The short form of a sentence, or "" when the sentence should be shown as it stands."""
    if not lang.startswith("en") or word_count(sentence) <= SHORT_ENOUGH or len(sentence) > 2000:
        return ""
    text = _closed(sentence)
    for step in _STEPS:
        text = step(text)
    if word_count(text) == word_count(sentence) or word_count(text) < _LEAST:
        return ""
    return text[:1].upper() + text[1:]


def drop_lead_in(text: str) -> str:
    """The sentence without "Hence," or "Importantly,"."""
    for _ in range(2):
        match = _lead_in().match(text)
        if match is None or word_count(text[match.end() :]) < _LEAST:
            break
        text = text[match.end() :]
    return text


def drop_concession(text: str) -> str:
    """Of "While A, B" B alone, when B can stand as a sentence and A holds nothing that must be kept."""
    match = _concession().match(text)
    if not match or not _may_go(match[1]) or not finite_verb().search(match[2]):
        return text
    if re.search(r",\s*(?:and|or)\b", match[1]):
        return text
    return match[2]


def drop_asides(text: str) -> str:
    """The sentence without what stands in brackets, numbers and short names excepted."""
    return _ASIDE.sub(lambda match: "" if _may_go(match[1]) else match[0], text)


def _closed(sentence: str) -> str:
    """Without the full stop at the end, unless an abbreviation needs it."""
    text = sentence.strip()
    if text.endswith(".") and not text.endswith("..") and not re.search(r"\b(?:\w\.\w|etc|Ltd|Inc|Co|Jr|Sr)\.$", text):
        text = text[:-1]
    return text.rstrip(" ,;:–—-")


def _when_long(step: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: step(text) if word_count(text) > SHORT_ENOUGH else text


def _drop_tails(text: str) -> str:
    if _conditional().match(text) or _paired().search(text):
        return text
    for pattern, refuse in _tails():
        if word_count(text) <= SHORT_ENOUGH:
            break
        match = pattern.search(text)
        if match is None:
            continue
        head, cut = text[: match.start()].rstrip(" ,;"), text[match.start() :]
        if not refuse(head, cut) and _may_go(cut) and _stands(head, text):
            text = head
    return text


def _drop_pointer(text: str) -> str:
    """Of "This is seen as X" the words "Seen as X": the hedge stays, the pointer to the sentence before goes."""
    match = _pointer().match(text)
    return text[match.end() :] if match else text


_STEPS: tuple[Callable[[str], str], ...] = (
    drop_lead_in,
    _when_long(drop_asides),
    _when_long(drop_concession),
    _when_long(_drop_tails),
    _when_long(_drop_pointer),
)


def _may_go(cut: str) -> bool:
    return _kept().search(cut) is None


def _stands(head: str, whole: str) -> bool:
    """Whether what is left is a whole sentence: long enough, with its verb, not cut off in mid-phrase."""
    if word_count(head) < _LEAST or _loose_end().search(head) or not _is_balanced(head):
        return False
    return finite_verb().search(head) is not None or finite_verb().search(whole) is None


def _is_balanced(text: str) -> bool:
    pairs = (("(", ")"), ("[", "]"), ("“", "”"), ("‘", "’"))
    return all(text.count(opening) <= text.count(closing) for opening, closing in pairs) and text.count('"') % 2 == 0


@cache
def _lead_in() -> re.Pattern[str]:
    return re.compile(
        r"(?:hence|thus|therefore|also|importantly|notably|however|moreover|furthermore|in addition|additionally|"
        r"consequently|accordingly|as a result|as such|similarly|indeed|in fact|besides(?: this)?|meanwhile|finally|"
        r"overall|"
        r"interestingly|recently|of course|clearly|then|now|well|further|again|in other words|that is|in short|"
        r"in general|"
        r"significantly|on the other hand|in contrast|by contrast|lastly|secondly|thirdly|firstly|first|second|"
        r"third|next)"
        r"\s*,\s*|(?:also|hence|thus|therefore)\s+(?=(?:the|a|an|it|this|these|they)\b)",
        re.IGNORECASE,
    )


@cache
def _concession() -> re.Pattern[str]:
    return re.compile(
        r"(?:while|although|though|even though|whereas)\b([^,]{5,140}),\s+"
        r"((?:the|a|an|this|that|these|those|it|they|he|she|we|there|[A-Z]\w+)\s.{20,})$",
        re.IGNORECASE,
    )


@cache
def _kept() -> re.Pattern[str]:
    """What no cut may hold: numbers, negation, condition, hedge, attribution, quotation."""
    return re.compile(
        r"\d|[“”\"%$€£₹]|n['’]t\b|\b(?:not|no|never|none|nor|neither|cannot|without|unless|except|only|if|until|"
        r"provided|"
        r"possibly|probably|perhaps|maybe|likely|unlikely|might|at least|at most|up to|nearly|almost|"
        r"mainly|mostly|reportedly|allegedly|supposedly|seen as|said|says|say|according to|told|argued?|argues|claims?|"
        r"claimed|believes?|believed|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|"
        r"millions?|billions?|half|twice|third|quarter)\b",
        re.IGNORECASE,
    )


@cache
def _conditional() -> re.Pattern[str]:
    return re.compile(
        r"(?:if|when|whenever|unless|until|once|where|in case|whether|because|since|as|although|though|while|given|"
        r"despite|after|before|by|to)\b",
        re.IGNORECASE,
    )


@cache
def _paired() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:not just|not only|not merely|on the one hand|either|neither|whether|rather than|more \w+ than|"
        r"so \w+ that|"
        r"such \w+ \w* ?that|too \w+ to)\b",
        re.IGNORECASE,
    )


@cache
def _loose_end() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|\s)(?:is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|due|because|as|such|both|"
        r"between|"
        r"either|caused|of|to|for|by|with|in|on|at|from|the|an?|and|or|but|that|which|than|into|about|largely|"
        r"mainly|its|"
        r"their|his|her|also|very|more|most|said|says)$",
        re.IGNORECASE,
    )


@cache
def _pointer() -> re.Pattern[str]:
    return re.compile(
        r"(?:this|it)\s+(?:is|was)\s+(?=(?:also\s+)?(?:seen|viewed|regarded|considered|believed|described|said|thought)\s+(?:as|"
        r"to)\b)",
        re.IGNORECASE,
    )


@cache
def _tails() -> tuple[tuple[re.Pattern[str], Callable[[str, str], bool]], ...]:
    """Where a sentence may be cut off, best first, each with a test (head, cut) that refuses."""
    finite = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|do|does|did)\b"
    return tuple(
        (re.compile(pattern), refuse)
        for pattern, refuse in (
            (r",\s+(?:which|who|whom|whose|where|wherein)\b", _is_parenthesis),
            (
                r",\s+(?:with|while|whereas|although|though|thereby|leading|making|resulting|especially|"
                r"particularly|as well as|"
                r"enabling|allowing|ensuring|reflecting|causing|prompting|an? [\w-]{1,20} (?:that|where|which|who))\b",
                _never,
            ),
            (r",?\s+(?:such as|including|especially|particularly)\b", _is_parenthesis),
            (r"\s*;\s+", _never),
            (r"\s[–—-]\s", _is_parenthesis),
            (rf",\s+(?:the|an?|this|these|those|it|they)\s(?:[\w’'-]{{1,24}}\s){{0,7}}?{finite}", _opens_before_main),
            (
                rf",\s+(?:and|so)\s+(?:the|an?|this|these|those|it|they|he|she|"
                rf"we)\s(?:[\w’'-]{{1,24}}\s){{0,7}}?{finite}",
                _never,
            ),
            (r"\s+(?:that|which)\s+(?:have|has|had|is|are|was|were|can|will|would|could|may)\b", _is_defining),
            (r"\s+(?:in order to|so as to|so that|owing to|due to|because of|because|in the backdrop of)\b", _never),
        )
    )


def _never(_head: str, _cut: str) -> bool:
    return False


def _is_parenthesis(_head: str, cut: str) -> bool:
    """Whether the sentence goes on after the clause, so that cutting to the end would take its verb."""
    inner = cut.lstrip(" ,–—-")
    closing = cut.strip()[0]
    if closing in "–—-":
        return f" {closing} " in inner
    comma = inner.find(", ")
    return (
        comma >= 0
        and re.match(r", (?!and\b|or\b)(?:\S+\s){0,2}", inner[comma:]) is not None
        and (finite_verb().search(inner, comma) is not None)
    )


def _opens_before_main(head: str, _cut: str) -> bool:
    """Whether the head only leads up to the main clause: "In 1991, the rupee was devalued"."""
    return (
        re.match(
            r"(?:in|on|at|during|under|with|for|from|through|to|like|unlike|having|being|\w+ing)\b", head, re.IGNORECASE
        )
        is not None
    )


def _is_defining(head: str, _cut: str) -> bool:
    """Whether the clause says which thing is meant: "a visa that allows", "those goods that are", "found that has"."""
    return (
        re.search(
            r"\b(?:be|is|are|was|were|means|refers to|called|as|into)\s+(?:also\s+)?(?:an?|the|one|any|those|"
            r"some)\b[^,]{0,80}$"
            r"|\b(?:every|all|any|those|no|only|same|such|first|last|\w{3,}est|say|says|said|shows?|fact|sure|"
            r"means?|so|found|"
            r"believe|"
            r"ensure|argue|suggests?)\b[^,]{0,20}$",
            head,
            re.IGNORECASE,
        )
        is not None
    )
