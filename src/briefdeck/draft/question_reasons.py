"""Of which statements a reason can be asked: what is so or was done for one, not what is a definition or a date."""

from __future__ import annotations

import re
from functools import cache

from briefdeck.late import late_pattern


def has_reason(auxiliary: str, rest: str) -> bool:
    """Whether a reason can be asked of what something is or will do: no definition, no date, no measure, no plan."""
    if _flat_rest().match(rest) or _DATED.match(rest) or re.search(r"\d", rest):
        return re.match(r"not\s", rest) is not None
    if auxiliary in ("will", "would"):
        return re.search(r"\b(?:not|never)\s|\sto\s(?!the\b|an?\b)[a-z]{3,}\b", rest) is not None
    return _quality().match(rest) is not None or re.match(r"not\s", rest) is not None


@cache
def _flat_rest() -> re.Pattern[str]:
    """What follows "is" in a definition, a place, a plan or a pointer to a picture: asking why makes no sense."""
    return re.compile(
        r"(?:(?:also|always|now|then|there|therefore|first|perhaps|\w+ly)\s+){0,2}(?:be\s+|been\s+)?"
        r"(?:an?|the|one|of|part|in|at|on|from|to|for|by|as|under|over|between|with|called|known|named|born|set|located|about|"
        r"defined|found|shown|illustrated|given|described|represented|listed|displayed|depicted|elaborated|calculated|"
        r"estimated|expected|expressed|denoted|written|held|launched|released|posted|announced|published|marked|explained|"
        r"discussed|summarised|summarized|presented|scheduled|identified|concerned|applicable|available|responsible|"
        r"associated|similar|equal|everything|nothing|now|then|therefore|best|\d|[A-Z])\b"
    )


@cache
def _quality() -> re.Pattern[str]:
    """A word after "is" that says how something is or what is done to it, and names no thing."""
    return re.compile(
        r"(?:(?:not|no longer|never|always|often|still|so|very|too|more|less|most|even|ever|\w+ly)\s){0,3}"
        r"(?:be\s|been\s|being\s)?"
        r"(?:[\w-]+(?:ed|en|ing|ive|al|ous|able|ible|ful|less|ic|ant|ent|ier|lar)|made|built|kept|cut|put|sent|brought|taught|"
        r"lost|sold|paid|held|won|hard|easy|difficult|good|bad|better|worse|high|low|rare|common|strong|weak|fast|slow|"
        r"cheap|dear|poor|rich|safe|unsafe|free|necessary|contrary|unfair|fair|far|near|dry|wet|hot|cold|warm|cool|dark|"
        r"light|heavy|large|small|big|short|long|old|new|young|healthy|unhealthy|ready|happy|unhappy|angry|guilty|deadly|"
        r"worthy|costly|risky|noisy|dirty|empty|early|late|true|false|wrong|right|clear|unclear|sour|sweet|blue|green|red|"
        r"white|black|close|closed|alive|dead|harsh|unlike|unlikely|likely|popular|sure|able|unable|understood|found|thought|seen|"
        r"drawn|shown|known|grown|felt|left|spent|split|hit|hurt|scarce|severe|complex|simple|unique|mature|vague|absolute)\b"
    )


_PARTICIPLE = late_pattern(
    r"(?:also\s|not\s|now\s|always\s|never\s|\w+ly\s)?\w+(?:ed|en|wn|ne|ght|lt|ft|de|ut|it|rt|et|pt|un|um|me)\b|"
    r"(?:\w+ly\s)?(?:understood|stood|found|told|sold|held|sent|spent|won|lent|bound|bent)\b"
)
_AFTER_PARTICIPLE = late_pattern(
    r"\s(?:the|an?|its|their|his|her|no|not|all|many|more|less|much|most|some|as|to|in|on|of|at|by|for|from|with|into|over|"
    r"up|down|out|off|back|away|about|around|between|among|through|across|along|after|before|against|under|since|than|that|"
    r"because|when|while|if|only|also|twice|both|each|every|hardly|too|so|\w+ly|[A-Z]\S*|\d\S*)(?:\s|$)|,|$"
)


def is_done(rest: str) -> bool:
    """Whether "have" is followed by what was done ("changed the law"), not by a thing ("unintended effects")."""
    match = _PARTICIPLE.match(rest)
    if match is None:
        return False
    return match[0].split()[-1] == "been" or _AFTER_PARTICIPLE.match(rest.rstrip(" ."), match.end()) is not None


_DATED = late_pattern(
    r"(?:be\s)?\w+\s(?:in|on|at|from|since|until|by|around|about)\s(?:\w+\s)?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)
"""What happened on a date was done then; why it was done on that date is another question."""
