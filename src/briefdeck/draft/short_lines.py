"""Short lines: which can be headings by their words, and which are by what follows them."""

from __future__ import annotations

import re

from briefdeck.draft.heading_words import announces
from briefdeck.draft.open_lines import awaits_list, is_open_clause
from briefdeck.draft.rows import Kind
from briefdeck.draft.spots import Spot
from briefdeck.draft.words import acts, ends_with_colon, is_ended, speaks, word_count, word_set
from briefdeck.late import late_pattern

_LONGEST_NAME, _FEWEST_CALLED = 8, 3
_ORDINAL = late_pattern(r"\d{1,2}(?:st|nd|rd|th|er|re|e|ème|º|ª|°|-й|-я|-е)\s(?=[^\W\d_])")
"""What counts the thing that a line names: "2nd law", "1ª ley"."""
_SORTS = word_set("types kinds groups ways steps reasons points")
NO_TITLE = late_pattern(r"[=;{}<>|\\@→]|https?:|\$")
"""Signs that no heading has."""

ASKS = late_pattern(r"(?:what|why|how|who|when|where|which)\b", re.IGNORECASE)
"""How a question of a line opens."""


def is_name(text: str, *, lower_case: bool = False, longest: int = _LONGEST_NAME, english: bool = True) -> bool:
    """Whether a line can be a heading by its words: short, capitalised, no sentence; "Remember!" is one, too."""
    count = word_count(text)
    called_out = text.endswith("!") and count <= _FEWEST_CALLED and not text[:-1].endswith("!")
    if not 1 <= count <= longest or (is_ended(text) and not called_out) or ends_with_colon(text):
        return False
    first = "A" if _ORDINAL.match(text) else text.lstrip('"“«《「『')[:1]
    if not first.isalpha() or not (lower_case or first.isupper() or first.lower() == first.upper()):
        return False
    names = ASKS.match(text) is not None or text.lower() in _SORTS  # with a colon these lead in, alone they name
    return not (
        NO_TITLE.search(text) or "," in text or _is_clause(text, english=english) or (announces(text) and not names)
    )


def _is_clause(text: str, *, english: bool) -> bool:
    """Whether a line says something rather than names it: "Article 19 gives all citizens the right"."""
    if ASKS.match(text) or is_open_clause(text):
        return False
    return speaks(text, english=english) or acts(text)


def short_title(spot: Spot) -> str:
    """A short line without a verb or an end, which what follows explains."""
    row, after = spot.row, spot.after
    text = row.plain
    if after is None or row.mark or row.label or not 1 <= row.words <= 8 or is_ended(text) or ends_with_colon(text):
        return ""
    if awaits_list(spot):
        return text
    ordinal = _ORDINAL.match(text)
    first = "A" if ordinal else text.lstrip('"“«')[:1]
    caseless = first.isalpha() and first.lower() == first.upper()
    introduces = spot.deeper_follows or spot.list_follows
    opens_labels = _opens_labels(spot)
    if not first.isalpha() or not (first.isupper() or caseless or introduces or opens_labels or spot.habits.lower_case):
        return ""
    if NO_TITLE.search(text) or _is_clause(text, english=spot.habits.english) or row.piece:
        return ""
    if "   " in row.text.strip() and any(map(str.isdigit, text)):
        return ""  # figures in columns
    if text.count(",") > 1 or (first.islower() and "," in text and not introduces):
        return ""  # "light, water, soil"; "savers lose, borrowers gain"
    if opens_labels:
        return text
    return text if _is_explained(spot, introduces) else ""


def _opens_labels(spot: Spot) -> bool:
    """Whether labelled lines follow, in a note made of labelled lines: "Levels of management" over "Top- ..."."""
    row = spot.row
    apart = row.gap and spot.distance == 1 and not spot.habits.spaced
    if row.words > 5 or not (spot.habits.all_labelled or apart):
        return False
    following = [other for other in (spot.after, spot.later) if other is not None]
    alike = [other for other in following if other.label and not other.mark and other.indent == row.indent]
    small = row.gap and all(other.label[:1].islower() for other in alike)  # "les fruits" over "une pomme - an apple"
    return len(alike) == 2 and (row.plain[:1].isupper() or small)


def _is_explained(spot: Spot, introduces: bool) -> bool:
    row, before, after, habits = spot.row, spot.before, spot.after, spot.habits
    assert after is not None
    if before is not None and not row.gap and after.gap and before.kind is Kind.TEXT:
        return False  # it ends the lines above it
    free = before is None or bool(before.mark) or before.indent >= row.indent or row.gap
    if introduces and spot.distance <= 2 and free:
        return True
    if after.kind is not Kind.TEXT:
        return after.kind is Kind.TABLE and row.gap and row.words <= 6
    ended = is_ended(after.plain)
    long = after.words >= 2 * row.words + 4 and (ended or after.words > 14)
    if row.gap and not after.mark:
        if long and (not habits.spaced or (not habits.wrapped and row.words <= 6)):
            return True
        if row.words <= 7 and after.words >= 20 and ended and not row.plain.endswith(")"):
            return True
        quoted = row.text.lstrip().startswith(">")
        if row.words <= 2 and spot.distance == 1 and ended and not (habits.spaced or habits.wrapped or quoted):
            return after.words > row.words
        if not habits.spaced and row.words <= 5 and spot.distance == 1 and not habits.wrapped:
            alone = after.words >= 2 * row.words and (spot.later is None or spot.later.gap)
            unlike = not habits.ended and after.words >= 2 * row.words + 4
            return (
                (after.words >= 8 and (ended or unlike))
                or (after.words >= 6 and alone)
                or ends_with_colon(after.plain)
                or bool(after.label)
            )
    return long and row.words <= 4 and habits.median_words >= 12 and spot.distance <= 2
