"""Named things of a note, most frequent first: what a made title is made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from briefdeck.draft.words import STOP_WORDS, word_set

_HEADING_WEIGHT = 3
_OFTEN = 2
_CALENDAR = word_set(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
)
_LITTLE_WORDS = word_set("recently however hence also notably importantly")


@cache
def _run() -> re.Pattern[str]:
    word = r"[A-Z][\w’'-]{1,30}"
    return re.compile(rf"(?<![\w’'-]){word}(?:\s(?:of\s|the\s|for\s){{0,2}}{word}){{0,3}}")


def frequent_names(sentences: Iterable[str], headings: Iterable[str] = ()) -> list[str]:
    """Names that occur twice or more, by weight and then by first appearance.

    Forms of one word ("Indian", "India’s") count as one; in a heading a name weighs three times as much.
    """
    counts: Counter[str] = Counter()
    lower: set[str] = set()
    opening: Counter[str] = Counter()
    said = list(sentences)
    body = "\n".join(said)
    for text in said + [heading for heading in headings for _ in range(_HEADING_WEIGHT)]:
        lower.update(word for word in re.findall(r"\b[a-z]{3,}\b", text))
        for match in _run().finditer(text):
            for name in _parts(match.group()):
                if name not in body:
                    continue  # capitals of a heading name nothing
                first = match.start() == 0 and match.group().startswith(name)
                (opening if first else counts)[name] += 1
    for name, count in opening.items():  # a word that only opens sentences may be no name at all
        if name in counts or (" " in name and name.split()[0].lower() not in lower):
            counts[name] += count
    folded = _folded({name: count for name, count in counts.items() if name.lower() not in lower})
    order = {name: index for index, name in enumerate(folded)}
    often = [name for name, count in folded.items() if count >= _OFTEN and name not in _CALENDAR]
    return sorted(often, key=lambda name: (-folded[name], order[name]))


def _parts(run: str) -> list[str]:
    """The names of a run: possessives end one, stop words and short capitals are none."""
    names = []
    for part in re.split(r"[’']s\b", run):
        tokens = part.split()
        while tokens and (tokens[0].lower() in STOP_WORDS or tokens[0].lower() in _LITTLE_WORDS):
            tokens = tokens[1:]
        name = " ".join(tokens).strip("’'-")
        if len(name) > 2:
            names.append(name)
    return names


def _folded(counts: dict[str, int]) -> Counter[str]:
    """The counts with adjectives of a name ("Russian") added to the name ("Russia")."""
    folded: Counter[str] = Counter()
    for name, count in counts.items():
        folded[_stem(name, counts)] += count
    return folded


def _stem(name: str, counts: dict[str, int]) -> str:
    for ending in ("n", "ns", "an", "ans", "ian", "ians", "ese", "s"):
        stem = name.removesuffix(ending)
        if stem != name and stem in counts and len(stem) > 3:
            return stem
    first, _, others = name.partition(" ")
    if others and (stem := _stem(first, counts)) != first:
        return stem  # "Russian President"
    return name
