"""Named things of a note, most frequent first: what a made title is made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from briefdeck.draft.words import STOP_WORDS, word_set

_HEADING_WEIGHT = 3
_OFTEN = 2
_START = 3  # letters; a name has as many at least
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
    titles = list(headings)
    titled = [each for title in titles for each in _names(title)]
    wanted = _by_start({name for name, _ in titled})
    said: set[str] = set()
    for text in sentences:
        lower.update(re.findall(r"\b[a-z]{3,}\b", text))
        for name, opens in _names(text):
            (opening if opens else counts)[name] += 1
            said |= _held(name, wanted)
    for title in titles:
        lower.update(re.findall(r"\b[a-z]{3,}\b", title))
    for name, opens in titled:
        if name in said:  # capitals of a heading alone name nothing
            (opening if opens else counts)[name] += _HEADING_WEIGHT
    for name, count in opening.items():  # a word that only opens sentences may be no name at all
        if name in counts or (" " in name and name.split()[0].lower() not in lower):
            counts[name] += count
    folded = _folded({name: count for name, count in counts.items() if name.lower() not in lower})
    order = {name: index for index, name in enumerate(folded)}
    often = [name for name, count in folded.items() if count >= _OFTEN and name not in _CALENDAR]
    return sorted(often, key=lambda name: (-folded[name], order[name]))


def _names(text: str) -> Iterator[tuple[str, bool]]:
    """The names of a text, each with whether it opens the text."""
    for match in _run().finditer(text):
        run = match.group()
        for name in _parts(run):
            yield name, match.start() == 0 and run.startswith(name)


def _by_start(names: Iterable[str]) -> dict[str, set[str]]:
    """The names by their first letters, so that many are looked for at once."""
    found: dict[str, set[str]] = {}
    for name in names:
        found.setdefault(name[:_START], set()).add(name)
    return found


def _held(name: str, wanted: Mapping[str, set[str]]) -> set[str]:
    """Those of the wanted names that a name holds from one of its words on: "Russia" in "The Russian President"."""
    held: set[str] = set()
    for at in (0, *(place for place, letter in enumerate(name, start=1) if letter == " ")):
        if alike := wanted.get(name[at : at + _START]):
            held |= {name[at:end] for end in range(at + _START, len(name) + 1)} & alike
    return held


def _parts(run: str) -> list[str]:
    """The names of a run: possessives end one, stop words and short capitals are none."""
    names = []
    for part in re.split(r"[’']s\b", run):
        tokens = part.split()
        while tokens and (tokens[0].lower() in STOP_WORDS or tokens[0].lower() in _LITTLE_WORDS):
            tokens = tokens[1:]
        name = " ".join(tokens).strip("’'- ")
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
