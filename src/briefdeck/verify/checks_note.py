"""P1 and P2 between outline and note: the author may edit, so nearly all of this is said, not refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from briefdeck.errors import Position, Problem, Severity
from briefdeck.late import late_pattern
from briefdeck.model.note import Note
from briefdeck.model.outline import Figure, Lines, Outline, Point, Remark, Section, Term, section_points, walk_sections
from briefdeck.verify.cited import Cited
from briefdeck.verify.evidence import Evidence
from briefdeck.verify.wording import clip, words_of

HEDGES = frozenset(
    re.findall(
        r"\S+",
        """
        not no never nor neither hardly barely scarcely seldom rarely without cannot only may might could would should
        can will must likely unlikely possibly perhaps probably maybe allegedly reportedly apparently seemingly
        potentially supposedly nearly almost mainly mostly partly usually often sometimes
        nicht kein keine keinen nie kaum wohl vielleicht fast nur meist oft
        pas ne jamais peut-être presque seulement souvent nunca quizá quizás casi solo sólo
        """,
    )
)
"""Words that change what the word after them claims, in the languages of our notes."""

APPROXIMATIONS = frozenset(
    re.findall(
        r"\S+",
        """
        about around approximately roughly over under above below between least most to than some
        rund etwa knapp über unter mindestens höchstens environ plus moins unos unas aproximadamente
        """,
    )
)
"""Words that change what the number after them says."""

_CONTENT = late_pattern(r"[^\W_]")
_FENCE = late_pattern(r"\s*(?:```+|~~~+)\s*\S*\s*")  # opens a stretch of code, perhaps with the name of its language
_AUXILIARIES = frozenset(
    re.findall(
        r"\S+",
        """
        what why how who whom whose when where which is are was were do does did has have had can could may might must
        shall should will would be been being in way for reason the of meant by
        you outweigh arguments stronger those against
        """,
    )
)
"""Words of which questions are made."""

_DENIED = late_pattern(r"(?i)cannot\b|n['’]t\b")


def kept(evidence: Evidence) -> Iterator[Problem]:
    """Whether what the outline says stands in the note lines it cites."""
    outline, note = evidence.script.outline, evidence.note
    if outline.digest and outline.digest != note.digest:
        yield _remark("BD417", "the note has changed since the outline was made", outline.at, "compare the two")
    lines = {line.number: line.said for line in note.lines}
    for at, cited in _citations(outline):
        if strange := [number for number in cited if number not in lines]:
            yield _remark("BD416", f"the note has no {note.unit} {strange[0]}", at, "correct `from`")
    for section in walk_sections(outline.sections):
        for point in section_points(section):
            yield from _point(point, lines)
        for figure in section.figures:
            yield from _figure(figure, lines)
        yield from _structures(section, lines)
    for term in outline.terms:
        yield from _term(term, lines)
    for question in (*outline.questions, *outline.takeaways):
        yield from _remark_words(question, lines)


def accounted(evidence: Evidence) -> Iterator[Problem]:
    """Whether every content line of the note is cited or listed as unused."""
    outline, note = evidence.script.outline, evidence.note
    named = {number for _, lines in _citations(outline) for number in lines}
    for start, end in _ranges(_content(note, named)):
        which = f"{note.unit} {start}" if start == end else f"{note.unit}s {start} to {end}"
        yield Problem(
            "BD420",
            f"{which} of the note appear{'s' if start == end else ''} nowhere in the outline",
            note.place(start),
            "cite it with `from`, or list it under `unused` with a reason",
            severity=Severity.WARNING,
        )


def _content(note: Note, named: set[int]) -> list[int]:
    return [
        line.number
        for line in note.lines
        if line.number not in named and _CONTENT.search(line.text) and not _FENCE.fullmatch(line.text)
    ]


def _ranges(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Runs of neighbouring numbers."""
    breaks = [index + 1 for index, (one, next_one) in enumerate(pairwise(numbers)) if next_one != one + 1]
    for start, end in pairwise((0, *breaks, len(numbers))):
        if start < end:
            yield numbers[start], numbers[end - 1]


def _citations(outline: Outline) -> Iterator[tuple[Position, Lines]]:
    yield outline.at, outline.title_lines
    for section in walk_sections(outline.sections):
        yield section.at, section.lines
        yield from ((point.at, point.lines) for point in _all_points(section.points))
        for side in section.compare:
            yield from ((point.at, point.lines) for point in _all_points(side.points))
        yield from _cited(section.figures, section.timeline)
        yield from _cited([extra for extra in (section.quote, section.table, section.chart, section.picture) if extra])
    yield from _cited(outline.terms, outline.questions, outline.takeaways, outline.sources, outline.unused)


class _Citing(Protocol):
    @property
    def at(self) -> Position: ...

    @property
    def lines(self) -> Lines: ...


def _cited(*things: Sequence[_Citing]) -> Iterator[tuple[Position, Lines]]:
    return ((thing.at, thing.lines) for each in things for thing in each)


def _all_points(points: tuple[Point, ...]) -> Iterator[Point]:
    """Every point, label groups too: a label may stand on a line of its own."""
    for point in points:
        yield point
        yield from _all_points(point.points)


def _point(point: Point, lines: Mapping[int, str]) -> Iterator[Problem]:
    if point.lines and not _cited_in(point.lines, lines).holds(point.say):
        yield _remark("BD412", f"edited by hand: “{clip(point.say)}”", point.at, "nothing, when that is what you mean")
    if point.show:
        yield from _short_form(point)


def _short_form(point: Point) -> Iterator[Problem]:
    said = words_of(point.say)
    forms = (point.show, *point.more)
    in_order = _places(said, words_of(" ".join(forms)))  # else what stood between two commas is shown below
    places: set[int] = set(in_order or ())
    for form in () if in_order else forms:
        kept = _places(said, words_of(form))
        if kept is None:
            message = f"the short form is not a part of its sentence: “{clip(form)}”"
            yield _remark("BD413", message, point.at, "make it by leaving words out, keeping their order")
            return
        places.update(kept)
    for place in sorted(places):
        if place and place - 1 not in places and _changes(said[place - 1].lower(), said[place]):
            message = f"the short form leaves out “{said[place - 1]}” before “{said[place]}”"
            yield _remark("BD414", message, point.at, "keep it: without it the slide says something else")


def _changes(before: str, after: str) -> bool:
    """Whether leaving out the word before changes what the word after says."""
    if before in HEDGES or before.endswith(("n't", "n’t")):
        return True
    return before in APPROXIMATIONS and any(character.isdigit() for character in after)


def _places(said: list[str], shown: list[str]) -> list[int] | None:
    """Where each shown word stands in the sentence, in order; None when the shown words are no part of it.

    A word that occurs twice is taken at its later place, so that what stands right before it counts.
    """
    places: list[int] = []
    low = [word.lower() for word in said]
    end = len(low)
    for word in reversed([word.lower() for word in shown]):
        end = next((place for place in range(end - 1, -1, -1) if low[place] == word), -1)
        if end < 0:
            return None
        places.append(end)
    return places[::-1]


def _figure(figure: Figure, lines: Mapping[int, str]) -> Iterator[Problem]:
    if figure.lines and not _cited_in(figure.lines, lines).has_number(figure.value):
        yield _elsewhere(f"the figure “{clip(figure.value)}”", figure.at)
    elif strange := _strange(figure.caption, figure.lines, lines):
        yield _elsewhere(f"“{strange}” in the caption of “{clip(figure.value)}”", figure.at)


def _term(term: Term, lines: Mapping[int, str]) -> Iterator[Problem]:
    small = term.term[:1].lower() + term.term[1:]  # amid a sentence: "the heart is a muscle"
    if term.lines and not any(map(_cited_in(term.lines, lines).holds, (term.term, small))):
        yield _elsewhere(f"the term “{clip(term.term)}”", term.at)
    elif strange := _strange(term.meaning, term.lines, lines):
        yield _elsewhere(f"“{strange}” in the meaning of “{clip(term.term)}”", term.at)


def _remark_words(remark: Remark, lines: Mapping[int, str]) -> Iterator[Problem]:
    denied = any(_DENIED.search(lines.get(number, "")) for number in remark.lines)
    if strange := _strange(
        remark.text, remark.lines, lines, allowed=_AUXILIARIES | {"not"} if denied else _AUXILIARIES
    ):
        yield _elsewhere(f"“{strange}” in “{clip(remark.text)}”", remark.at)


def _structures(section: Section, lines: Mapping[int, str]) -> Iterator[Problem]:
    """Quotation, timeline and table: each text in the lines that it cites."""
    if (quote := section.quote) and quote.lines:
        source = _cited_in(quote.lines, lines)
        for text, what in ((quote.text, "the quotation"), (quote.by, "the speaker")):
            if text and not source.holds(text):
                yield _elsewhere(f"{what} “{clip(text)}”", quote.at)
    for moment in section.timeline:
        source = _cited_in(moment.lines, lines)
        for text in (moment.when, moment.what):
            if moment.lines and not source.holds(text):
                yield _elsewhere(f"“{clip(text)}” of the timeline", moment.at)
    if (table := section.table) and table.lines:
        source = _cited_in(table.lines, lines)
        for cell in (*table.header, *(cell for row in table.rows for cell in row)):
            if strange := source.strange(cell):
                yield _elsewhere(f"“{strange}” in the table", table.at)
                break


def _strange(text: str, cited: Lines, lines: Mapping[int, str], allowed: frozenset[str] = frozenset()) -> str:
    """The first word of the text that its cited lines do not have."""
    return _cited_in(cited, lines).strange(text, allowed) if cited else ""


def _cited_in(cited: Lines, lines: Mapping[int, str]) -> Cited:
    return _as_cited(tuple(lines.get(number, "") for number in cited))


@lru_cache(maxsize=8)
def _as_cited(texts: tuple[str, ...]) -> Cited:
    """The lines to look in, once for all points in a row that cite them: one line may be a megabyte of them."""
    return Cited(texts)


def _elsewhere(what: str, at: Position) -> Problem:
    return _remark("BD415", f"{what} is not in the lines it cites", at, "nothing, when you wrote it yourself")


def _remark(code: str, message: str, at: Position, hint: str) -> Problem:
    return Problem(code, message, at, hint, severity=Severity.REMARK)
