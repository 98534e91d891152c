"""Words around a note that are no part of it: what an assistant says to whoever asked, how a letter greets and ends.

They are left out with their reason, and listed like every line that appears nowhere. A line is taken only when all of
its sentences are such words.
"""

from __future__ import annotations

import re
from functools import cache

from briefdeck.draft.rows import Kind, Row
from briefdeck.draft.sentences import split_sentences
from briefdeck.draft.words import first_run, is_ended, word_count, word_set
from briefdeck.late import late_pattern

_ASSISTANT, _LETTER = "talk around the note", "a greeting"
_FEWEST_ROWS = 4
_OPENING_ROWS, _CLOSING_ROWS = 2, 4
_LONGEST_LINE, _LONGEST_GREETING, _LONGEST_NAME = 400, 6, 8


def without_chatter(rows: list[Row]) -> list[Row]:
    """The rows, with those left out that speak to a reader and not of the matter."""
    content = [index for index, row in enumerate(rows) if row.kind in (Kind.TEXT, Kind.HEAD, Kind.TABLE)]
    if len(content) < _FEWEST_ROWS:
        return rows
    found: dict[int, str] = {}
    for order, index in enumerate(content):
        opening = order == 0 or (order < _OPENING_ROWS and content[0] in found)
        if _is_chatter(rows[index], opening=opening):
            found[index] = _ASSISTANT
    found.update(dict.fromkeys(_letter(rows, content), _LETTER))
    done = [_left_out(row, found[index]) if index in found else row for index, row in enumerate(rows)]
    if found.get(content[0]) == _ASSISTANT and (topic := _topic().search(rows[content[0]].plain)):
        done[content[0]] = done[content[0]]._replace(cue="topic", title=topic["topic"])
    for order, index in enumerate(content[1:_CLOSING_ROWS]):
        if not rows[index].plain.startswith("By"):
            continue
        apart = rows[index].gap or order == 0
        if (match := _byline().fullmatch(rows[index].plain)) and rows[index].kind is Kind.TEXT and apart:
            done[index] = rows[index]._replace(kind=Kind.SKIP, cue="author", title=match["who"], why="the byline")
    return done


def _left_out(row: Row, why: str) -> Row:
    return row._replace(kind=Kind.SKIP, cue="", title="", level=0, why=why)


def _is_chatter(row: Row, *, opening: bool) -> bool:
    if row.kind is not Kind.TEXT or len(row.plain) > _LONGEST_LINE:
        return False
    said = split_sentences(row.plain)
    talks = [_is_talk(sentence) or (opening and _is_opener(sentence)) for sentence in said]
    return bool(said) and all(talks)


def _letter(rows: list[Row], content: list[int]) -> list[int]:
    """The greeting on the first line, and at the end how a letter takes leave, with the names below that.

    What takes leave need not have its comma behind the greeting, nor begin with it: a title may stand above.
    """
    found: list[int] = []
    first = rows[content[0]]
    if first.words <= _LONGEST_GREETING and first.plain.endswith((",", "!")) and _greets(first.plain):
        found.append(content[0])
    for at in range(max(1, len(content) - _CLOSING_ROWS), len(content)):
        below = [rows[index] for index in content[at + 1 :]]
        if _takes_leave(rows[content[at]].plain.strip(" ,.!")) and all(map(_is_signature, below)):
            found += [index for index in content[len(found) : _OPENING_ROWS] if _is_salutation(rows[index])]
            return [*found, *content[at:]]
    return found


def _is_salutation(row: Row) -> bool:
    """Whether a line greets somebody and says nothing: "Dear parents"."""
    return row.gap and row.words <= _LONGEST_GREETING and _greets(row.plain) and row.plain[-1:] not in ".?:"


def _is_signature(row: Row) -> bool:
    return row.kind is Kind.TEXT and not row.mark and word_count(row.plain) <= _LONGEST_NAME and not is_ended(row.plain)


_TALK_OPENS = word_set(
    "sure okay ok certainly of absolutely here below let lets please feel i would do shall should can as good"
)


def _is_talk(sentence: str) -> bool:
    return first_run(sentence) in _TALK_OPENS and _talk().match(sentence) is not None


@cache
def _talk() -> re.Pattern[str]:
    """What an assistant says between and after the matter; never a sentence about it."""
    return re.compile(
        r"(?:(?:sure|okay|ok|certainly|of course|absolutely)\b[,!.]?\s*)?"
        r"(?:(?:here['’]s|here is|below is)\s(?:an?|the|your)\s(?:[\w-]+\s){0,3}?"
        r"(?:breakdown|explanation|look at|version of (?:your|the) (?:note|text|answer)s?)\b.*"
        r"|let['’]?s (?:break (?:it|this|that|them) down|dive in|take a closer look)\b.*"
        r"|(?:please\s)?(?:let me know|feel free to (?:ask|reach out|let me))\b.*"
        r"|i hope (?:this|that|it) helps?\b.*"
        r"|(?:would you like|do you want|shall i|should i|can i help)\b.*\b(?:me to|i|you)\b.*\?"
        r"|as an ai(?: language)? model\b.*|good luck(?: with .{1,60})?[!.]?)$",
        re.IGNORECASE,
    )


_OPENER_OPENS = word_set("sure okay ok certainly of absolutely great good no here below")


def _is_opener(sentence: str) -> bool:
    return first_run(sentence) in _OPENER_OPENS and _opener().match(sentence) is not None


@cache
def _opener() -> re.Pattern[str]:
    """How an answer begins: "Sure! Here's a summary of the main points about ..."."""
    return re.compile(
        r"(?:sure|okay|ok|certainly|of course|absolutely|great question|good question|no problem)(?:\sthing)?\s?[,!.]?$"
        r"|(?:(?:sure|okay|ok|certainly|of course|absolutely)(?:\sthing)?\s?[,!.]\s*)?"
        r"(?:here['’]s|here are|here is|below is|below are)\s(?:[\w-]+\s){0,4}?"
        r"(?:summary|overview|notes?|outline|list|explanation|answers?|breakdown|plan|points)\b.*[:.!]?$",
        re.IGNORECASE,
    )


@cache
def _topic() -> re.Pattern[str]:
    """What an assistant says that its answer is about: "Here are notes on photosynthesis for your exam:"."""
    return re.compile(
        r"\b(?:summary|overview|notes?|outline|explanation|breakdown|points)\s(?:on|of|about)\s"
        r"(?:the topic of\s|the\s)?"
        r"(?P<topic>(?!your|the note|this|that|it\b)\w[^.:!?,;]{2,60}?)"
        r"(?=\s(?:for|in|at|based on|suitable)\s|\s?[.:!,;]|$)",
        re.IGNORECASE,
    )


@cache
def _byline() -> re.Pattern[str]:
    """Who wrote it, below a title: "By Meera Rao", "By our sports correspondent"."""
    name = r"(?!The\b|An?\b|Its?\b|This\b)[A-Z][\w.’'-]{0,30}"
    return re.compile(
        rf"By:?\s(?P<who>{name}(?:\s{name}){{1,3}}|(?:[Oo]ur|[Aa]|[Ss]taff)\s(?:\w+\s){{0,3}}\w*(?:[Cc]orrespondent|[Rr]eporter|[Ww]riter|[Ee]ditor))"
    )


_GREETINGS = word_set("dear hi hello hey greetings")
_GREETING = late_pattern(r"good (?:morning|afternoon|evening)\b", re.IGNORECASE)


def _greets(text: str) -> bool:
    return first_run(text) in _GREETINGS or _GREETING.match(text) is not None


_LEAVE_OPENS = word_set(
    "with best kind warm many kindest warmest wishes regards thanks yours your sincerely thank cheers"
)


def _takes_leave(text: str) -> bool:
    return first_run(text) in _LEAVE_OPENS and _leave().fullmatch(text) is not None


@cache
def _leave() -> re.Pattern[str]:
    return re.compile(
        r"(?:with\s)?(?:best|kind|warm|many|kindest|warmest)?\s?(?:wishes|regards|thanks)(?: and regards)?|best"
        r"|yours?(?:\s(?:sincerely|faithfully|truly))?|sincerely(?: yours)?|thank you(?: all| very much)?|cheers",
        re.IGNORECASE,
    )
