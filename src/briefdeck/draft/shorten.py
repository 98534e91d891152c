"""Short forms for slides, by deletion only: what is kept is kept word for word and in order.

Whole parts may go (a lead-in, an aside in brackets, a subordinate clause at the end), never a number, a negation, a
condition, a hedge or an attribution. Where no good cut exists, the sentence stands. English only.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from briefdeck.draft.asides import drop_asides
from briefdeck.draft.clauses import LONG, TAILS
from briefdeck.draft.insets import reason_within, set_below
from briefdeck.draft.kept import may_go
from briefdeck.draft.pieces import in_pieces, points_back
from briefdeck.draft.words import first_run, has_verb, word_count, word_set
from briefdeck.late import late_pattern

SHORT_ENOUGH = 12
"""Words that a slide takes as they are."""

_LEAST = 4
_LONGEST = 2000  # characters of a sentence that is looked at
_SENTENCE_END = late_pattern(r"[.!?]\s|\b(?:e\.?g|ex)\b\s?[-:.]")
_LONGEST_TAIL = 12  # words
_LONGEST_MAIN = 22  # words of a main clause that has something below it


def short_form(sentence: str, lang: str = "en") -> tuple[str, tuple[str, ...]]:
    """What a slide shows of a sentence, and the clauses that it shows below that; "" when the sentence is shown.

    A sentence that deletion makes short is shown so. Of a longer one nothing is deleted but how it opens: it is shown
    in pieces where it parts well, and with deletions where it does not.
    """
    short = shorten(sentence, lang)
    length = word_count(short or sentence)
    if length <= SHORT_ENOUGH or len(sentence) > _LONGEST:
        return short, ()
    if lang.startswith("en"):
        main, below = set_below(short or _closed(sentence))
        if below:
            first, *more = in_pieces(main, lang).pieces if word_count(main) > _LONGEST_MAIN else (main,)
            at = int(bool(more) and points_back(more[0]))  # "that were hidden" stays below what was hidden
            return _opened(first, sentence), (*more[:at], below, *more[at:])
    if length <= LONG:
        first, *more = in_pieces(short or _closed(sentence), lang).pieces
        return (_opened(first, sentence), tuple(more)) if more else (short, ())
    whole = _closed(sentence)
    if lang.startswith("en"):
        whole = drop_concession(drop_opening(drop_lead_in(whole)))
    cutting = in_pieces(whole, lang)
    if short and (len(cutting.pieces) == 1 or not cutting.clean):
        shorter = in_pieces(short, lang)
        cutting = shorter if shorter.clean or len(cutting.pieces) == 1 else cutting
    first, *more = cutting.pieces
    return (_opened(first, sentence), tuple(more)) if more else (short, ())


def shorten(sentence: str, lang: str = "en") -> str:
    """The short form of a sentence, or "" when the sentence should be shown as it stands."""
    if not lang.startswith("en") or word_count(sentence) <= SHORT_ENOUGH or len(sentence) > _LONGEST:
        return ""
    text = _closed(sentence)
    for step in _STEPS:
        text = step(text)
    if word_count(text) == word_count(sentence) or word_count(text) < _LEAST:
        return ""
    return _opened(text, sentence)


def _opened(text: str, sentence: str) -> str:
    """The text with a capital at its beginning, when its sentence has one: what stands after a label may have none."""
    first = next((sign for sign in sentence if sign.isalpha()), "")
    return text[:1].upper() + text[1:] if first.isupper() else text


def drop_lead_in(text: str) -> str:
    """The sentence without "Hence," or "Importantly,"."""
    for _ in range(2):
        end = _lead_in(text)
        if not end or word_count(text[end:]) < _LEAST:
            break
        text = text[end:]
    return text


def drop_concession(text: str) -> str:
    """Of "While A, B" B alone, when B can stand as a sentence and A holds nothing that must be kept."""
    match = _concession().match(text) if first_run(text) in _CONCEDES else None
    if not match or not may_go(match[1], match[2]) or not has_verb(match[2]):
        return text
    if re.search(r",\s*(?:and|or)\b", match[1]):
        return text
    return match[2]


def drop_inset(text: str) -> str:
    """Of "Ms Rao, a teacher in Pune, has written" without what stands between the commas."""
    match = _inset().search(text) if text.count(", ") > 1 else None
    if match is None or "," in text[: match.start()]:
        return text
    left = text[: match.start()] + " " + text[match.end() :]
    return left if may_go(match[1], left) else text


def drop_opening(text: str) -> str:
    """The sentence without "In the backdrop of the talks,", when the rest stands alone."""
    match = _opening().match(text) if first_run(text) in _OPENS and ", " in text else None
    if match is None or not may_go(match[0], text[match.end() :]) or not has_verb(text[match.end() :]):
        return text
    return text[match.end() :]


def _closed(sentence: str) -> str:
    """Without the full stop at the end, unless an abbreviation needs it."""
    text = sentence.strip()
    if text.endswith(".") and not text.endswith("..") and not re.search(r"\b(?:\w\.\w|etc|Ltd|Inc|Co|Jr|Sr)\.$", text):
        text = text[:-1]
    return text.rstrip(" ,;:–—-")


def _when_long(step: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: step(text) if word_count(text) > SHORT_ENOUGH else text


def _drop_reason_within(text: str) -> str:
    """Of "the fact that A because B should be told" without B, which parts the subject from its verb."""
    match = reason_within(text)
    return f"{match['before']} {match['rest']}" if match and may_go(match["reason"], match["before"]) else text


def _drop_tails(text: str) -> str:
    if _is_conditional(text) or _paired().search(text):
        return text
    for tail in TAILS:
        if word_count(text) <= SHORT_ENOUGH:
            break
        at = tail.find(text)
        if at is None:
            continue
        head, cut = text[:at].rstrip(" ,;"), text[at:]
        short = word_count(cut) <= _LONGEST_TAIL  # what is longer is a point below, and no aside
        if (
            short
            and not tail.refuse(head, cut)
            and not _SENTENCE_END.search(cut)
            and may_go(cut, head)
            and stands(head, text)
        ):
            text = head
    return text


def _drop_pointer(text: str) -> str:
    """Of "This is seen as X" the words "Seen as X": the hedge stays, the pointer to the sentence before goes."""
    match = _pointer().match(text) if first_run(text) in ("this", "it") else None
    return text[match.end() :] if match else text


_STEPS: tuple[Callable[[str], str], ...] = (
    drop_lead_in,
    _when_long(drop_asides),
    _when_long(drop_opening),
    _when_long(drop_concession),
    _when_long(drop_inset),
    _when_long(_drop_reason_within),
    _when_long(_drop_tails),
    _when_long(_drop_pointer),
)


def stands(head: str, whole: str) -> bool:
    """Whether what is left is a whole sentence: long enough, with its verb, not cut off in mid-phrase."""
    if word_count(head) < _LEAST or _is_loose(head) or not _is_balanced(head):
        return False
    return has_verb(head) or not has_verb(whole)


def _is_balanced(text: str) -> bool:
    pairs = (("(", ")"), ("[", "]"), ("“", "”"), ("‘", "’"))
    return all(text.count(opening) <= text.count(closing) for opening, closing in pairs) and text.count('"') % 2 == 0


_LEAD_INS = frozenset(
    {
        "hence", "thus", "therefore", "also", "importantly", "notably", "however", "moreover", "furthermore",
        "in addition", "additionally", "consequently", "accordingly", "as a result", "as such", "similarly", "indeed",
        "in fact", "besides", "besides this", "meanwhile", "finally", "overall", "interestingly", "recently",
        "of course", "clearly", "then", "now", "well", "further", "again", "in other words", "that is", "in short",
        "in general", "significantly", "on the other hand", "in contrast", "by contrast", "lastly", "secondly",
        "thirdly", "firstly", "first", "second", "third", "next",
    }
)  # fmt: skip
_LONGEST_LEAD_IN = 20  # letters
_GOES_ON = late_pattern(r"(?:also|hence|thus|therefore)\s+(?=(?:the|a|an|it|this|these|they)\b)", re.IGNORECASE)


def _lead_in(text: str) -> int:
    """How long what leads in to a sentence is, the space after it included; 0 when nothing does."""
    before, comma, _ = text[: _LONGEST_LEAD_IN + 2].partition(",")
    if comma and before.rstrip().lower() in _LEAD_INS and text[len(before) + 1 :][:1].isspace():
        return len(text) - len(text[len(before) + 1 :].lstrip())
    match = _GOES_ON.match(text) if text[:1] in "ahtAHT" else None
    return match.end() if match else 0


@cache
def _inset() -> re.Pattern[str]:
    """Between two commas, a relative clause or a second name, after which the sentence goes on with its verb."""
    verb = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|must|should|does|did|says?|said|led|made|became)"
    return re.compile(
        r",\s+((?:which|who|where|whose|an?|the|noted|also known as|popularly known as)\s[^,;]{3,120}),\s+"
        rf"(?=(?:recently\s|now\s|also\s|then\s|\w+ly\s)?{verb}\b)",
    )


_OPENS = word_set("in against after as apart for with at")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"(?:in the (?:backdrop|context|wake|light) of|against the backdrop of|in view of|in light of|"
        r"after (?:some |much |a |long )?(?:discussion|debate)|as part of|apart from this|"
        r"in this (?:context|regard|connection)|for this purpose|with this in mind|at the same time)\b[^,]{0,120},\s+",
        re.IGNORECASE,
    )


_CONCEDES = word_set("while although though even whereas")


@cache
def _concession() -> re.Pattern[str]:
    return re.compile(
        r"(?:while|although|though|even though|whereas)\b([^,]{5,140}),\s+"
        r"((?:the|a|an|this|that|these|those|it|they|he|she|we|there|(?-i:[A-Z])\w+)\s.{20,})$",
        re.IGNORECASE,
    )


_CONDITIONS = word_set(
    "if when whenever unless until once where whether because since as although though while given despite after "
    "before by to"
)


def _is_conditional(text: str) -> bool:
    return first_run(text) in _CONDITIONS or text[: len("in case ")].lower() == "in case "


@cache
def _paired() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:not just|not only|not merely|on the one hand|either|neither|whether|rather than|more \w+ than|"
        r"so \w+ that|"
        r"such \w+ \w* ?that|too \w+ to)\b",
        re.IGNORECASE,
    )


_LOOSE = word_set(
    "is are was were be been being has have had will would can could may due because as such both between either "
    "caused of to for by with in on at from the a an and or but that which than into about largely mainly its their "
    "his her also very more most said says ex eg e.g viz ie"
)


def _is_loose(text: str) -> bool:
    """Whether a text ends with a word that wants another."""
    return bool(text) and not text[-1:].isspace() and text.rsplit(maxsplit=1)[-1].lower() in _LOOSE


@cache
def _pointer() -> re.Pattern[str]:
    return re.compile(
        r"(?:this|it)\s+(?:is|was)\s+(?=(?:also\s+)?(?:seen|viewed|regarded|considered|believed|described|said|"
        r"thought)\s+(?:as|"
        r"to)\b)",
        re.IGNORECASE,
    )
