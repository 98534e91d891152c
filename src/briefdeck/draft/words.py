"""Words: how many there are, how a line ends, and the few word lists that the English rules need."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefdeck.late import late_pattern

IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff"
"""Japanese and Chinese signs, for a character class: written without spaces, two count as one word."""

_WORD = late_pattern(r"[^\W_]+(?:['’‑-][^\W_]+)*")
_ENDINGS = ".!?。！？।؟;,，；…"
_CLOSERS = "\"”’')]»"


def word_set(text: str) -> frozenset[str]:
    """The words of a string as a set: word lists are kept as running text."""
    return frozenset(text.split())


STOP_WORDS = word_set(
    "a an the and or but of to in on at by for with from as is are was were be been being it its this that these those "
    "has have had will would can could may might shall should must do does did not no so than then there their they he "
    "she his her him we our you your i me my who whom whose what which when where why how if also into over under "
    "between about after before during per such more most other some any all each both only very too just while "
    "because since until through up out off down again further once here own same"
)

CONNECTIVES = word_set(
    "hence thus therefore also however moreover furthermore additionally consequently accordingly similarly indeed "
    "besides meanwhile likewise instead otherwise this these that those it they such"
)
"""Words that open a sentence which goes on from the one before it."""

_AUXILIARIES = word_set(
    "is are was were am has have had will would can could should shall may might must do does did cannot"
)
_COMMON_VERBS = word_set(
    "said say says led won met got went came took gave made saw rose fell grew held began became kept sent built "
    "brought lost found wrote ran drew fought flew knew paid felt thought taught caught bought sold told stood meant "
    "spent spoke chose broke drove threw sank seek seeks need needs make makes give gives take takes show shows mean "
    "means help helps allow allows contain contains include includes require requires remain remains become becomes "
    "lead leads provide provides aim aims plan plans use uses cause causes depend depends consist consists involve "
    "involves promote promotes propose proposes encourage encourages emphasize emphasizes support supports suggest "
    "suggests refer refers reveal reveals"
)
PAST = (
    r"(?:led|made|became|took|gave|won|began|held|wrote|ran|came|went|left|lost|kept|built|grew|rose|fell|brought|found|"
    r"met|paid|sent|sold|spent|stood|taught|told|fought|bought|caught|chose|drew|drove|spoke|threw|knew|got|saw)"
)
"""Past forms that no rule makes, for a pattern; wider than the set above, since some of them are nouns too."""
_NOT_AT_END = late_pattern(r"n['’]t\b", re.IGNORECASE)
_RUN = late_pattern(r"\w+")
_WITH_OBJECT = late_pattern(r"\b[a-z]{3,}s (?:the|an?|its|their|his|her|this|these)\b", re.IGNORECASE)
_SHORTEST_PAST = 5  # letters of a word in "-ed" that is likely a verb


def runs(text: str) -> list[str]:
    """The runs of letters and digits, in small letters."""
    return _RUN.findall(text.lower())


def first_run(text: str) -> str:
    """What of letters and digits opens a text, in small letters."""
    match = _RUN.match(text)
    return match[0].lower() if match else ""


def last_run(text: str) -> str:
    """What of letters and digits ends a text, in small letters."""
    at = len(text)
    while at and (text[at - 1].isalnum() or text[at - 1] == "_"):
        at -= 1
    return text[at:].lower()


def has_auxiliary(text: str) -> bool:
    """Whether a verb stands in a text that no noun phrase holds: what tells a sentence from a name."""
    return not _AUXILIARIES.isdisjoint(runs(text)) or bool(denials(text))


def has_listed_verb(text: str) -> bool:
    """Whether a finite verb stands in a text, an auxiliary or a common one: no participle is taken for one."""
    found = runs(text)
    return not (_AUXILIARIES.isdisjoint(found) and _COMMON_VERBS.isdisjoint(found)) or bool(denials(text))


def has_verb(text: str) -> bool:
    """Whether a likely finite verb stands in a text: wider than the others, and sometimes wrong."""
    found = runs(text)
    return (
        not (_AUXILIARIES.isdisjoint(found) and _COMMON_VERBS.isdisjoint(found))
        or any(word.endswith("ed") and len(word) >= _SHORTEST_PAST and _is_plain(word) for word in found)
        or bool(denials(text))
        or _WITH_OBJECT.search(text) is not None
    )


def _is_plain(word: str) -> bool:
    return word.isascii() and word.isalpha()


def denials(text: str) -> list[str]:
    """Every "n't" that ends a word."""
    return _NOT_AT_END.findall(text) if "'" in text or "’" in text else []


@cache
def listed_verb() -> re.Pattern[str]:
    """Where a verb stands that `has_listed_verb` tells of."""
    return re.compile(rf"\b(?:{'|'.join(sorted(_AUXILIARIES | _COMMON_VERBS))})\b|n['’]t\b", re.IGNORECASE)


def find_verb(text: str) -> int | None:
    """Where the first verb begins that `has_verb` tells of."""
    found = [match.start() for pattern in (_NOT_AT_END, _WITH_OBJECT) if (match := pattern.search(text))]
    for match in _RUN.finditer(text):
        word = match[0].lower()
        past = word.endswith("ed") and len(word) >= _SHORTEST_PAST and _is_plain(word)
        if past or word in _AUXILIARIES or word in _COMMON_VERBS:
            found.append(match.start())
            break
    return min(found, default=None)


@cache
def _finite_abroad() -> re.Pattern[str]:
    """The same between two words of a text in another language, where "do", "am" or "was" are no verbs."""
    return re.compile(
        r"\s(?:est|sont|était|étaient|fut|furent|ont|avait|sera|peut|doit|son|está|están|fue|fueron|eran|han|había|tiene|"
        r"tienen|puede|deben|ist|sind|war|waren|hat|haben|hatte|wird|werden|wurde|wurden|kann|können|muss|müssen|soll|"
        r"sollen|são|foi|foram|tem|têm|pode|devem|был|была|было|были|является|являются|стал|стала|может|могут|должен|"
        r"була|було|були|може|можуть|sono|furono|hanno|può|devono)(?=\s)",
        re.IGNORECASE,
    )


_ACTS = late_pattern(
    r"\b[a-z]{3,}s\s(?:all|every|each|any|no|an?|its|their|his|her|us|two|three|four|five|six|seven|eight|nine|ten|many|"
    r"several)\s"
)


def acts(text: str) -> bool:
    """Whether an English text tells what somebody does to something: "checks every item", "needs a sorted list"."""
    return _ACTS.search(text) is not None


def speaks(text: str, *, english: bool) -> bool:
    """Whether a text has a finite verb that no name holds, by the words of its note's language."""
    return has_auxiliary(text) if english else _finite_abroad().search(text) is not None


@cache
def _ideograph() -> re.Pattern[str]:
    return re.compile(f"[{IDEOGRAPHS}]")


@lru_cache(maxsize=64)
def word_count(text: str) -> int:
    """Words as a reader counts them; two ideographs are one word. The rules ask it of the same few texts in turn."""
    spaced = text
    ideographs = 0
    if has_ideographs(text):
        spaced, ideographs = _ideograph().subn(" ", text)
    tokens = spaced.split()
    odd = [token for token in tokens if not token[0].isalnum()]
    signs = sum(1 for token in odd if not any(map(str.isalnum, token))) if odd else 0
    return len(tokens) - signs + (ideographs + 1) // 2


def has_ideographs(text: str) -> bool:
    """Whether any sign of a script without spaces stands in the text."""
    return not text.isascii() and max(text) >= IDEOGRAPHS[0] and _ideograph().search(text) is not None


def words(text: str) -> list[str]:
    """The words in lower case, inner hyphens and apostrophes kept."""
    return _WORD.findall(text.lower())


def content_words(text: str) -> set[str]:
    """The words that carry the matter: no stop words, nothing shorter than three letters."""
    return {word for word in words(text) if len(word) > 2 and word not in STOP_WORDS}


def is_ended(text: str) -> bool:
    """Whether the line ends as a sentence, clause or list item ends."""
    last = text.rstrip().rstrip(_CLOSERS)[-1:]
    return bool(last) and last in _ENDINGS


_NOTED = late_pattern(r"(?<=[?？؟])\s[(\[][^()\[\]]{0,12}\d[^()\[\]]{0,20}[)\]]$")


def is_question(text: str) -> bool:
    """Whether the line ends in a question mark of any script."""
    ended = text.rstrip()
    if ended[-1:] in (")", "]") and (noted := _NOTED.search(ended)):
        ended = ended[: noted.start()]  # "How far do you agree? (20 marks)"
    ended = ended.rstrip(_CLOSERS)
    return ended[-1:] in ("?", "？", "؟") or ended.endswith("か。")


def ends_with_colon(text: str) -> bool:
    """Whether the line announces what follows it (`:`, `：`, also `:-`)."""
    return text.rstrip().rstrip("-–").rstrip()[-1:] in (":", "：")


def gap_before(after: str) -> str:
    """What stands in the place of words that go before these: a space, so that two words do not become one.

    Nothing where there is a space already, a stop, a mark that closes, or the end.
    """
    return "" if not after or after[0].isspace() or after[0] in f"{_ENDINGS}{_CLOSERS}:" else " "
