"""What stands in brackets within a sentence: whether a short form may do without it."""

from __future__ import annotations

import re

from briefdeck.draft.kept import may_go, names_in
from briefdeck.draft.terms import find_terms
from briefdeck.draft.words import gap_before
from briefdeck.late import late_pattern

_ASIDE = late_pattern(r"\s*\(([^()]{7,300})\)")
_OFTEN = 2


def drop_asides(text: str) -> str:
    """The sentence without what stands in brackets, numbers and short names excepted; all of them go or none."""
    if text.count("(") > 1 and text.count("(") != sum(1 for match in _ASIDE.finditer(text) if _goes(text, match)):
        return text
    return _ASIDE.sub(lambda match: _without_aside(text, match), text).strip()


def _without_aside(text: str, match: re.Match[str]) -> str:
    """What takes the place of an aside: itself when it must stay."""
    if not _goes(text, match):
        return match[0]
    return gap_before(text[match.end() :])


def _goes(text: str, match: re.Match[str]) -> bool:
    """Whether an aside neither belongs to the sentence nor stands inside a name nor gives a thing its short one."""
    before, after = text[: match.start()].rsplit(" ", 1)[-1], text[match.end() :]
    belongs = match[1].split()[0].lower() in ("and", "or", "but", "not")  # "(or on ships)"
    in_name = before[:1].isupper() and after.lstrip()[:1].isupper()  # "Water (Prevention of Pollution) Act"
    short_name = " " not in match[1] and sum(map(str.isupper, match[1])) > 1
    opens = not text[: match.start()].strip() and not after.lstrip()[:1].isalpha()  # "(run-off); some soaks in"
    return not (belongs or in_name or short_name or opens) and may_go(match[1]) and _is_known(match[1], text)


def _is_known(aside: str, text: str) -> bool:
    """Whether the names in an aside are said besides it too: in the sentence, or as a term that is explained."""
    names = [name for name in names_in(aside) if text.count(name) < _OFTEN]
    return not names or any(aside.strip() in pair for pair in find_terms(text))
