"""Whether a text that somebody proposes says no more, no less and nothing else than the note's own sentence.

Strict: the words of the sentence in their order, some left out, none of those that a short form must keep. Loose: other
words may be used, but not other numbers, names, negations or directions. English only: the word lists are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefdeck.draft.kept import kept_in, may_go
from briefdeck.draft.shorten import drop_concession, stands
from briefdeck.draft.words import content_words, has_verb, word_count, word_set, words
from briefdeck.late import late_pattern

LONGEST_SHORT = 16
"""Words of a short form."""

LONGEST_TITLE = 12
LONGEST_QUESTION = 24

_LEAST_SHARED = 0.8  # of the content words of a loose proposal
_EDGES = ".,;:!?()[]{}\"“”‘’'«»…–—"
_NUMBER = late_pattern(r"\d[\d.,]*")
_NAME = late_pattern(r"\b[A-Z][\w’'-]*")
_NEGATION = late_pattern(
    r"n['’]t\b|\b(?:not|no|never|none|nor|neither|without|cannot|lacks?|lacking|fails?|failed|refus\w+|hardly|unable)\b",
    re.IGNORECASE,
)
_DIRECTIONS = word_set(
    "under over more less fewer above below before after rise rises rose rising fall falls fell falling increase "
    "increases increased increasing decrease decreases decreased decreasing grow grows grew shrink shrinks shrank "
    "against gain gains gained lose loses lost win wins won higher lower only first last best worst "
    "arrest arrests halt halts prevent prevents stop stops reduce reduces reduced avoid avoids deny denies denied "
    "least most nearly almost"
)
_MODALS = word_set("may might could would should can must ought seem seems seemed appear appears appeared")
_SHORT_CUT = 4  # words: a longer end of a sentence is a clause of its own
_FORBIDDEN = late_pattern(r"https?:|www\.|[<>{}\[\]`|\\]")
_QUESTION_WORDS = word_set(
    "what why how when where who which whom whose is are was were do does did can could will would should has have had "
    "might may must"
)


def flaw_of_short(proposal: str, sentence: str, *, loose: bool) -> str:
    """Why a short form is not to be taken, "" when it is."""
    if flaw := _form_flaw(proposal, sentence, LONGEST_SHORT):
        return flaw
    if word_count(proposal) >= word_count(sentence):
        return "not shorter"
    if not _strict_flaw(proposal, sentence):
        return ""
    return _loose_flaw(proposal, sentence) if loose else _strict_flaw(proposal, sentence)


def flaw_of_title(proposal: str, sentences: Sequence[str]) -> str:
    """Why a title is not to be taken for what these sentences say, "" when it is."""
    whole = " ".join(sentences)
    if flaw := _form_flaw(proposal, whole, LONGEST_TITLE):
        return flaw
    if proposal.rstrip()[-1:] in ".?!":
        return "no title but a sentence"
    if _NEGATION.search(proposal) or (set(words(proposal)) & _DIRECTIONS):
        return "a title that judges"
    return _new_words(proposal, whole) or _names_flaw(proposal, whole)


def flaw_of_question(proposal: str, sentence: str) -> str:
    """Why a question about a sentence is not to be taken, "" when it is."""
    if flaw := _form_flaw(proposal, sentence, LONGEST_QUESTION):
        return flaw
    if not proposal.endswith("?") or words(proposal)[0] not in _QUESTION_WORDS:
        return "no question"
    if bool(_NEGATION.search(proposal)) != bool(_NEGATION.search(sentence)):
        return "negation"
    return _new_words(proposal, sentence, also=_QUESTION_WORDS) or _directions_flaw(proposal, sentence, complete=False)


def _form_flaw(proposal: str, source: str, most: int) -> str:
    if not any(map(str.isalnum, proposal)):
        return "empty"
    if not proposal.isprintable() or (_FORBIDDEN.search(proposal) and not _FORBIDDEN.search(source)):
        return "signs that do not belong there"
    if word_count(proposal) > most:
        return "too long"
    numbers = set(_numbers(source))
    return "" if all(number in numbers for number in _numbers(proposal)) else "a number that is not in the note"


def _numbers(text: str) -> list[str]:
    return [number.rstrip(".,") for number in _NUMBER.findall(text)]


def _tokens(text: str) -> list[str]:
    """The words without the marks around them; what holds only marks is none."""
    return [word for raw in text.split() if (word := raw.strip(_EDGES)) or raw in ("&", "+", "=")]


def _strict_flaw(proposal: str, sentence: str) -> str:
    """Words of the sentence in their order, and nothing gone that must stay."""
    ours, theirs = _tokens(proposal), _tokens(sentence)
    flaw = ""
    for backwards in (False, True):  # a word that stands twice can be either: one fair reading is enough
        kept_at = _aligned(ours, theirs, backwards=backwards)
        if kept_at is None:
            return "words that are not in the sentence, or in another order"
        flaw = _cut_flaw(kept_at, theirs, main_clause=len(theirs) - len(_tokens(drop_concession(sentence))))
        if not flaw:
            break
    if not flaw and not stands(proposal.rstrip(" .,;:"), sentence):
        return "no whole sentence"
    return flaw


def _aligned(ours: Sequence[str], theirs: Sequence[str], *, backwards: bool) -> list[int] | None:
    """Where each of our words stands in theirs, the first places that fit, or the last; None when they do not."""
    order = range(len(theirs) - 1, -1, -1) if backwards else range(len(theirs))
    places = iter(order)
    found = []
    for number, word in enumerate(reversed(ours) if backwards else ours):
        opens = number == (len(ours) - 1 if backwards else 0)
        place = next((at for at in places if _is_same(word, theirs[at], opens=opens)), None)
        if place is None:
            return None
        found.append(place)
    return sorted(found)


def _is_same(word: str, other: str, *, opens: bool) -> bool:
    """The same word; only the first of a text may differ in its capital."""
    return word == other or (opens and word[:1].casefold() == other[:1].casefold() and word[1:] == other[1:])


def _cut_flaw(kept_at: Sequence[int], theirs: Sequence[str], main_clause: int) -> str:
    """What was left out that must not be: an opening may go that states nothing, a middle that also names nothing.

    `main_clause`: where the main clause begins after a "While ...," that may go as a whole.
    """
    edges = [-1, *kept_at, len(theirs)]
    for before, after in pairwise(edges):
        gone = theirs[before + 1 : after]
        if not gone:
            continue
        cut = " ".join(gone)
        opening, inside = before < 0, before >= 0 and after < len(theirs)
        low = {word.casefold() for word in gone}
        turns = (inside or len(gone) <= _SHORT_CUT) and low & (_DIRECTIONS | _MODALS)
        names = inside and any(word[:1].isupper() for word in gone)
        whole_clause = opening and after == main_clause
        states = (opening or inside) and not whole_clause and has_verb(cut)
        if not may_go(cut) or _NEGATION.search(cut) or turns or names or states:
            return f"leaves out “{cut}”"
    return ""


def _loose_flaw(proposal: str, source: str) -> str:
    """Other words, but the same numbers, names in the same order, negations, hedges and directions."""
    if set(_numbers(source)) != set(_numbers(proposal)):
        return "a number is left out"
    if bool(_NEGATION.search(proposal)) != bool(_NEGATION.search(source)):
        return "negation"
    low = proposal.casefold()
    kept_words = [*kept_in(source), *(word for word in words(source) if word in _MODALS)]
    if lost := [word for word in kept_words if word.casefold() not in low]:
        return f"leaves out “{lost[0]}”"
    said, known = content_words(proposal), content_words(source)
    shared = [word for word in said if any(_is_akin(word, other) for other in known)]
    if len(shared) < _LEAST_SHARED * len(said):
        return "too many words that are not in the note"
    return _names_flaw(proposal, source) or _directions_flaw(proposal, source, complete=True)


def _names_flaw(proposal: str, source: str) -> str:
    """Names that the source has not, or has in another order: swapped names say something else."""
    known = [_bare(name) for name in _NAME.findall(source)]
    places = iter(known)
    named = [(match.start(), _bare(match.group())) for match in _NAME.finditer(proposal)]
    # The first word of a text has its capital anyway: it is a name when the source says so, or when it goes on so.
    names = [name for start, name in named if start or name in known or name[1:2].isupper()]
    if all(any(name == other for other in places) for name in names):
        return ""
    return "a name that is not there, or in another order"


def _bare(name: str) -> str:
    return name.removesuffix("’s").removesuffix("'s")


def _directions_flaw(proposal: str, source: str, *, complete: bool) -> str:
    ours, theirs = set(words(proposal)) & _DIRECTIONS, set(words(source)) & _DIRECTIONS
    if new := ours - theirs:
        return f"“{min(new)}” is not in the note"
    return f"leaves out “{min(theirs - ours)}”" if complete and theirs - ours else ""


def _new_words(proposal: str, source: str, also: frozenset[str] = frozenset()) -> str:
    """A content word that the source has in no form."""
    known = content_words(source)
    new = [word for word in words(proposal) if word in content_words(proposal) and word not in also]
    strange = [word for word in new if not any(_is_akin(word, other) for other in known)]
    return f"“{strange[0]}” is not in the note" if strange else ""


def _is_akin(word: str, other: str) -> bool:
    """The same word, or two forms of one: five letters in common, or all of a short one but its ending."""
    if word == other:
        return True
    stem = min(len(word), len(other), 5)
    return stem >= 4 and word[:stem] == other[:stem] and abs(len(word) - len(other)) <= 4
