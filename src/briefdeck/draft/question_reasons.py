"""Of which statements a reason can be asked: what is so or was done for one, not what is a definition or a date.

All is told by single words, so none of it takes a pattern: a list of words is made with its module, at no cost.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefdeck.draft.words import first_run, word_set


def has_reason(auxiliary: str, rest: str) -> bool:
    """Whether a reason can be asked of what something is or will do: no definition, no date, no measure, no plan."""
    if _is_flat(rest) or _is_dated(rest) or any(map(str.isdecimal, rest)):
        return rest.startswith("not ")
    if auxiliary in ("will", "would"):
        return _is_denied_or_aimed(rest)
    return _is_quality(rest) or rest.startswith("not ")


def _leading(rest: str, adverbs: frozenset[str], most: int) -> Iterator[str]:
    """The words that may say it: the first one, and those that follow up to `most` adverbs and a "be"."""
    words = rest.split()
    for at, word in enumerate(words[: most + 1]):
        yield word
        if word in _BE:
            yield from words[at + 1 : at + 2]
        if word not in adverbs and not _is_adverb(word):
            return


_BE = word_set("be been")
_BEFORE_FLAT = word_set("also always now then there therefore first perhaps")
_FLAT = word_set(
    "a an the one of part in at on from to for by as under over between with called known named born set located about "
    "defined found shown illustrated given described represented listed displayed depicted elaborated calculated "
    "estimated expected expressed denoted written held launched released posted announced published marked explained "
    "discussed summarised summarized presented scheduled identified concerned applicable available responsible "
    "associated similar equal everything nothing now then therefore best"
)


def _is_flat(rest: str) -> bool:
    """Whether "is" opens a definition, a place, a plan or a pointer to a picture: asking why makes no sense."""
    return any(
        first_run(word) in _FLAT or (len(first_run(word)) == 1 and word[0].isupper())
        for word in _leading(rest, _BEFORE_FLAT, 2)
    )


_BEFORE_QUALITY = word_set("not never always often still so very too more less most even ever")
_QUALITY_ENDINGS = (
    "ed", "en", "ing", "ive", "al", "ous", "able", "ible", "ful", "less", "ic", "ant", "ent", "ier", "lar",
)  # fmt: skip
_QUALITIES = word_set(
    "made built kept cut put sent brought taught lost sold paid held won hard easy difficult good bad better worse "
    "high low rare common strong weak fast slow cheap dear poor rich safe unsafe free necessary contrary unfair fair "
    "far near dry wet hot cold warm cool dark light heavy large small big short long old new young healthy unhealthy "
    "ready happy unhappy angry guilty deadly worthy costly risky noisy dirty empty early late true false wrong right "
    "clear unclear sour sweet blue green red white black close closed alive dead harsh unlike unlikely likely popular "
    "sure able unable understood found thought seen drawn shown known grown felt left spent split hit hurt scarce "
    "severe complex simple unique mature vague absolute"
)


def _is_quality(rest: str) -> bool:
    """Whether a word after "is" says how something is or what is done to it, and names no thing."""
    return any(
        first_run(word) in _QUALITIES or any(first_run(part).endswith(_QUALITY_ENDINGS) for part in word.split("-"))
        for word in _leading(rest.removeprefix("no longer "), _BEFORE_QUALITY, 3)
    )


_PREPOSITIONS_OF_TIME = word_set("in on at from since until by around about")
_DAYS = tuple(f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun"))


def _is_dated(rest: str) -> bool:
    """Whether it happened on some day: it was done then, and why it was done on that day is another question."""
    words = rest.lower().split()
    return any(
        words[at] in _PREPOSITIONS_OF_TIME and any(word.startswith(_DAYS) for word in words[at + 1 : at + 3])
        for at in range(1, min(len(words), 3))
    )


def _is_denied_or_aimed(rest: str) -> bool:
    """Whether what will be is denied, or is done to some end."""
    words = rest.split()
    denied = not {"not", "never"}.isdisjoint(words[:-1])
    return denied or any(
        before == "to" and word[:3].isalpha() and word[:3].islower() and len(word) > 2 and first_run(word) != "the"
        for before, word in pairwise(words[1:])
    )


_BEFORE_PARTICIPLE = word_set("also not now always never")
_PARTICIPLE_ENDINGS = (
    "ed", "en", "wn", "ne", "ght", "lt", "ft", "de", "ut", "it", "rt", "et", "pt", "un", "um", "me",
)  # fmt: skip
_PARTICIPLES = word_set("understood stood found told sold held sent spent won lent bound bent")
_AFTER_PARTICIPLE = word_set(
    "the a an its their his her no not all many more less much most some as to in on of at by for from with into over "
    "up down out off back away about around between among through across along after before against under since than "
    "that because when while if only also twice both each every hardly too so"
)


def is_done(rest: str) -> bool:
    """Whether "have" is followed by what was done ("changed the law"), not by a thing ("unintended effects")."""
    words = rest.rstrip(" .").split()
    if words and (words[0] in _BEFORE_PARTICIPLE or _is_adverb(words[0])):
        del words[0]
    if not words:
        return False
    done = first_run(words[0])
    if done not in _PARTICIPLES and not (done.endswith(_PARTICIPLE_ENDINGS) and done not in _PARTICIPLE_ENDINGS):
        return False
    if done == "been" or len(done) < len(words[0]):
        return done == "been" or words[0][len(done)] == ","
    after = words[1] if len(words) > 1 else ""
    return not after or after in _AFTER_PARTICIPLE or _is_adverb(after) or after[0].isupper() or after[0].isdecimal()


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 2 and word.isalpha()
