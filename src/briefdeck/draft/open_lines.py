"""Lines that the sentences of a note make heads of or not: open ones, and examples.

"You will need" waits for its object, and the lines below are it; "If you have time" waits for a main clause, and the
task below is it. A sentence that says something ("You will need patience") is none of them. A question that only
shows how a word is used ("e.g. Have you ever seen a flood?") heads nothing.
"""

from __future__ import annotations

import re
from functools import cache

from briefdeck.draft.closing_words import asks_class
from briefdeck.draft.rows import Kind
from briefdeck.draft.spots import Spot
from briefdeck.draft.words import first_run, is_ended, word_set, words
from briefdeck.late import late_pattern

_MOST_WORDS = 7
_MOST_EXPLAINING, _ENOUGH_WORDS, _MOST_NAMING = 14, 3, 3
_EXAMPLES = word_set(
    "examples example sentences beispiele beispielsätze beispiel ejemplos ejemplo exemples exemple exemplos exemplo "
    "примеры пример приклади приклад उदाहरण উদাহরণ أمثلة 例句 例文 esempi esempio"
)
_FOR_EXAMPLE = late_pattern(
    r"\(?(?:e\.\s?g\.?|eg|ex|z\.\s?B\.|p\.\s?ej\.|par ex\.?|for example|zum beispiel|por ejemplo|par exemple|"
    r"por exemplo|например|напр|наприклад)[\s:.,]",
    re.IGNORECASE,
)
_OPENS_CLAUSE = word_set("if when once before after while until")


def awaits_list(spot: Spot) -> bool:
    """Whether a line alone at the head of its block ends with a verb whose object is the lines below it."""
    row, after, later = spot.row, spot.after, spot.later
    if after is None or after.kind is not Kind.TEXT or row.mark or not row.gap or row.words > _MOST_WORDS:
        return False
    several = later is not None and not later.gap and not after.gap
    return (several or spot.list_follows) and _without_object().match(row.plain.rstrip(" :-–")) is not None


def is_open_clause(text: str) -> bool:
    """Whether a line is a subordinate clause and nothing else: "Before you start", "When you have finished"."""
    return first_run(text) in _OPENS_CLAUSE and "," not in text and _subordinate().match(text) is not None


def is_example(spot: Spot) -> bool:
    """Whether a question is one of several, or shows how the word above it is used: "Have you ever seen a flood?"."""
    row, before, after = spot.row, spot.before, spot.after
    if gives_example(row.plain):
        return True
    if before is None or row.gap:
        return False
    if before.kind is Kind.HEAD or not before.label:
        names = before.gap and before.words <= _MOST_WORDS and not is_ended(before.plain)
        asked = names and after is not None and bool(after.label)  # "Look for: ...", which is no answer
        return asked or _is_called_examples(before.plain) or (before.words <= _MOST_WORDS and asks_class(before.plain))
    explains = not is_ended(before.label) and before.words <= _MOST_EXPLAINING and spot.habits.labelled >= _ENOUGH_WORDS
    return explains and (after is None or after.gap or bool(after.label))


def gives_example(text: str) -> bool:
    """Whether a line opens with "e.g.", in any of the languages of notes."""
    return _FOR_EXAMPLE.match(text) is not None


def _is_called_examples(title: str) -> bool:
    names = words(title)
    return bool(names) and (names[0] in _EXAMPLES or names[-1] in _EXAMPLES) and len(names) <= _MOST_NAMING


@cache
def _without_object() -> re.Pattern[str]:
    """Somebody in class, and a verb that wants an object."""
    who = (
        r"(?:(?:you|we|i|pupils|students|learners|children|everyone|teachers?|parents)|"
        r"(?:each|every|your|the|all)\s\w{2,20})"
    )
    return re.compile(
        rf"(?:what\s)?{who}\s(?:(?:will|must|should|shall|can|may|also|all|need to|have to|has to|ought to)\s){{0,3}}"
        r"(?:needs?|requires?|brings?|knows?|learns?|finds?|uses?|wears?|remembers?|gets?|wants?|buys?|collects?|practises?|"
        r"studys?|studies|covers?|writes?|reads?|makes?)(?:\s(?:for (?:this|the|each) \w{2,20}|today|by heart))?$",
        re.IGNORECASE,
    )


@cache
def _subordinate() -> re.Pattern[str]:
    return re.compile(
        r"\w{2,6}\s(?:you|we|they|everyone|everybody|all|your\s\w{2,20}|the\s\w{2,20}|pupils|students)\s"
        r"(?:(?:have|has|are|is|do|get|can|still|all|already|both|feel|want)\s){0,2}[\w’'-]{2,20}(?:\s[\w’'-]{1,20}){0,3}$",
        re.IGNORECASE,
    )
