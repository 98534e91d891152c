"""Named things of a note, most frequent first: what a made title is made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from briefdeck.draft.words import STOP_WORDS, word_set

_HEADING_WEIGHT = 3
_LITTLE_WORDS = word_set("recently india’s however hence also notably importantly")


@cache
def _run() -> re.Pattern[str]:
    word = r"[A-Z][\w’'-]{1,30}"
    return re.compile(rf"(?<![\w’'-]){word}(?:\s(?:of\s|the\s|for\s){{0,2}}{word}){{0,3}}")


def frequent_names(sentences: Iterable[str], headings: Iterable[str] = ()) -> list[str]:
    """Names in order of weight, then of first appearance; forms of one word ("Indian", "India’s") count as one."""
    counts: Counter[str] = Counter()
    lower: set[str] = set()
    opening: Counter[str] = Counter()
    for text, weight in [(text, 1) for text in sentences] + [(text, _HEADING_WEIGHT) for text in headings]:
        lower.update(word for word in re.findall(r"\b[a-z]{3,}\b", text))
        for match in _run().finditer(text):
            for name in _parts(match.group()):
                first = match.start() == 0 and match.group().startswith(name)
                (opening if first else counts)[name] += weight
    for name, count in opening.items():  # a word that only opens sentences may be no name at all
        if name in counts or (" " in name and name.split()[0].lower() not in lower):
            counts[name] += count
    folded = _folded({name: count for name, count in counts.items() if name.lower() not in lower})
    order = {name: index for index, name in enumerate(folded)}
    return sorted(folded, key=lambda name: (-folded[name], order[name]))


def _parts(run: str) -> list[str]:
    """The names of a run: possessives end one, stop words and short capitals are none."""
    names = []
    for part in re.split(r"[’']s\b", run):
        tokens = part.split()
        while tokens and (tokens[0].lower() in STOP_WORDS or tokens[0].lower() in _LITTLE_WORDS):
            tokens = tokens[1:]
        name = " ".join(tokens).strip("’'-")
        if len(name) > 2 and not (name.isupper() and len(name) <= 3):
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
