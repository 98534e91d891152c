"""Instructions: numbered rows that say what to do, one after the other, and head nothing."""

from __future__ import annotations

import re
from functools import cache

from briefdeck.draft.rows import Kind, Row
from briefdeck.draft.words import first_run, word_set

_FEWEST_WORDS = 4
"""Of a line in small letters that says something: a name has fewer."""
_FEWEST = 2
_NO_VERBS = word_set(
    "in on at to of for from with by after before during over under across behind between and or but the a an all both "
    "how why what when where who which into through against around about beyond towards my our his her their its"
)


def instruction_lines(content: list[Row], *, english: bool) -> frozenset[int]:
    """The first lines of numbered rows that are steps, by their own words or by those of most in their row."""
    found: set[int] = set()
    for run in _runs(content):
        telling = sum(_tells(row.plain, english=english) for row in run)
        if telling >= _FEWEST and 2 * telling >= len(run):
            found.update(row.sources[0] for row in run)
    return frozenset(found)


def _runs(content: list[Row]) -> list[list[Row]]:
    """Rows of one indent whose numbers count up from one."""
    runs: list[list[Row]] = []
    open_runs: dict[int, list[Row]] = {}
    for row in content:
        if row.kind is not Kind.TEXT or row.mark != "#" or not row.number.isdecimal():
            continue
        run = open_runs.get(row.indent)
        if int(row.number) == 1:
            open_runs[row.indent] = [row]
            runs.append(open_runs[row.indent])
        elif run is not None and int(row.number) == int(run[-1].number) + 1:
            run.append(row)
        else:
            open_runs.pop(row.indent, None)
    return runs


def _tells(text: str, *, english: bool) -> bool:
    if text[:1].islower() and len(text.split()) >= _FEWEST_WORDS:
        return True
    return english and first_run(text) not in _NO_VERBS and _command().match(text) is not None


@cache
def _command() -> re.Pattern[str]:
    """A verb and its object: "Open the airway", "Never touch it", "add 5 cm3"."""
    return re.compile(
        r"(?:(?:[Dd]o not|[Dd]on['’]t|[Nn]ever|[Aa]lways|[Tt]hen|[Nn]ow|[Nn]ext|[Ff]inally|\w{3,12}ly),?\s)?"
        r"(?!\w{1,20}ing\b)(?:[A-Z]?[a-z]{2,14}(?:\s(?:up|down|in|on|out|off|over|away|back|together|for))?\s"
        r"(?:the(?!\s[A-Z])|an?|it|them|him|her|your|this|that|each|every|all|both|another|some|one|two|three|help)\b"
        r"|[a-z]{2,14}\s\d)"
    )
