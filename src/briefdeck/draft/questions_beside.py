"""Questions that weigh, name or ask for the reason of a rule, where few statements make a question "why".

"Do the benefits outweigh the costs?", "What led to the fall of Rome?", "Why should you never massage red areas?": they
are made of headings, labels and orders, so that a note without a single statement has some. English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from briefdeck.draft.question_subjects import as_it_stands_inside
from briefdeck.draft.questions import is_denied, ordinary_words
from briefdeck.draft.questions_what import what_questions
from briefdeck.draft.words import has_auxiliary, is_question, word_count, word_set
from briefdeck.late import late_pattern
from briefdeck.model.opposites import are_opposed
from briefdeck.model.outline import Outline, Point, Remark, Section, section_points, walk_points, walk_sections

_ENOUGH_QUESTIONS = 3
_VAGUE = 3  # words of a heading that asks too little by itself: "Why in news?"
_HEADING_NUMBER = late_pattern(r"\d{1,2}[.)]\s")
_LEANS_ON = late_pattern(r"\b(?:it|this|that|these|those|they|you)\b", re.IGNORECASE)  # on what stands around it
_ASKING = late_pattern(
    r"(?:What|Why|How|Who|When|Where)\s(?:is|are|was|were|do|does|did|can|should|has|have)\s[^.:;!]{3,90}$"
)
_OUTWEIGH = word_set(
    "advantages benefits pros merits strengths gains positives opportunities disadvantages drawbacks cons demerits "
    "weaknesses costs risks losses negatives threats"
)
_SIDES = (("for", "against"), ("arguments for", "arguments against"), ("in favour", "against"))
_LED_TO = late_pattern(
    r"(?:The\s)?(?P<noun>Fall|Decline|Rise|Collapse|Outbreak|Spread|Emergence|Defeat|Failure|Abolition|Partition|"
    r"Discovery|Growth)\sof\s(?P<rest>[^\s:;?!()\[\]/“”\"–—=,][^:;?!()\[\]/“”\"–—=]{2,60})$"
)
_FACTORS = late_pattern(
    r"(?:Factors|Things|Forces)\s(?:affecting|influencing|(?:that|which)\s(?P<verb>affect|influence))\s"
    r"(?P<rest>[^\s:;?!()\[\]/“”\"–—=,][^:;?!()\[\]/“”\"–—=]{2,60})$",
)
_KINDS = word_set(
    "factors faults mistakes errors misconceptions precautions causes effects features functions symptoms stages types "
    "principles methods advantages disadvantages benefits drawbacks limitations consequences theories achievements "
    "characteristics properties components differences similarities skills requirements strategies techniques tools"
)
_FIRST = late_pattern(r"[A-Z][a-z]+(?:-[a-z]+)?$")
_THINGS_OF_ITS_OWN = word_set(
    "key other more further some my our your learning lesson class exam important useful next"
)
_MEANS = late_pattern(
    r"(?:(?:[Aa]n?|[Tt]he|[Aa]ny|all|one|those|people|someone|anyone|something|amount|process|ability|study|state)\s.{3,}"
    r"|\w[\w-]*(?:\s\w[\w-]*){0,3}\s(?:of|that|which|who|where|used|made|caused|between|without|with)\s\S.*)$"
)
_RULE = late_pattern(
    r"(?P<order>Do (?:not|NOT)|Don['’]t|Never|Always|Avoid)\s(?P<rest>[a-z]{3,16}\b[^.:;!?()“”\"—–]{2,80})[.!]?$"
)
_LEANS = late_pattern(r"\b(?:it|this|that|these|those|they|them|him|her|its|or|and then|but)\b")
_NAME = late_pattern(r"[A-Z][\w’'-]+(?:\s(?:(?:of|the|de|von|van)\s)?[A-Z][\w’.'-]*){0,3}$")
_FEWEST_RULED, _MOST_RULED, _LONGEST_QUOTED = 3, 12, 16
_ABSTRACT = late_pattern(
    r"[A-Z][a-z]+(?:\s[a-z]+){0,2}?(?:tion|ism|ment|ity|ance|ence|osis|policy|theory|cycle|effect|logy|graphy)$"
)
_STRUCTURAL = word_set(
    "introduction conclusion preparation definition evaluation discussion observation explanation description "
    "information "
    "question section motivation organisation organization revision presentation assessment assignment attachment "
    "importance significance equipment requirement announcement content "
    "function mechanism differentiation"
)
_FEWEST_MEANT, _MOST_MEANT = 4, 2
_TERM = late_pattern(r"[A-Za-z][a-z-]{2,20}(?:\s[a-z][a-z-]{1,20}){0,2}$")


def _weighing_questions(sections: tuple[Section, ...]) -> Iterator[Remark]:
    """Which of two sides weighs more, by the labels of a comparison or the titles of neighbouring sections."""
    for section in walk_sections(sections):
        names = [
            (side.label, tuple(line for point in walk_points(side.points) for line in point.lines))
            for side in section.compare
        ]
        names += [(one.title, one.lines) for one in section.sections]
        yield from _weighed(names)
    yield from _weighed([(one.title, one.lines) for one in sections if one.title_from == "line"])


def _weighed(names: list[tuple[str, tuple[int, ...]]]) -> Iterator[Remark]:
    for (one, first), (other, second) in pairwise(names):
        small = (one.lower().rstrip(" :"), other.lower().rstrip(" :"))
        lines = tuple(sorted({*first, *second}))
        if small in _SIDES and lines:
            yield Remark(
                text=f"Which arguments are stronger, those {small[0].split()[-1]} or those against?", lines=lines
            )
        elif _OUTWEIGH.issuperset(small) and are_opposed(*small) and lines:
            yield Remark(text=f"Do the {small[0]} outweigh the {small[1]}?", lines=lines)


def questions_beside(sections: tuple[Section, ...], frame: Outline, made: tuple[Remark, ...]) -> tuple[Remark, ...]:
    """The made questions, one or none, and the headings that ask, rules, definitions and sides beside them."""
    english = frame.lang.startswith("en")
    asked = (
        Remark(text=_asked_title(section.title, english=english), lines=section.lines)
        for section in walk_sections(sections)
        if section.title_from == "line" and section.points and _asks(section.title, english=english)
    )
    clear = [one for one in asked if word_count(one.text) > _VAGUE and not _LEANS_ON.search(one.text)]
    points = [(section, point) for section in walk_sections(sections) for point in section_points(section)]
    if english:
        ordinary = ordinary_words(point.say for _, point in points)
        clear += _rule_questions(point for _, point in points if not is_denied(point))
        clear += what_questions(frame, sections, ordinary)
        clear += _quoted_questions(sections)
        clear += _naming_questions(sections, ordinary)
        clear += _weighing_questions(sections)
    if english and not made and not clear:
        clear += _meant_questions(sections)
    once = {one.text.lower(): one for one in reversed(clear)}
    return (*made, *(one for one in clear if once[one.text.lower()] is one))[:_ENOUGH_QUESTIONS]


def _asked_title(title: str, *, english: bool) -> str:
    """A heading that asks, without its number; French has a space before its question mark, English none."""
    text = _HEADING_NUMBER.sub("", title)
    if not english:
        return text
    return text.replace(" ?", "?") if is_question(text) else f"{text.rstrip(' .:')}?"


def _asks(title: str, *, english: bool) -> bool:
    """Whether a heading asks, in English without its question mark too: "What is market failure"."""
    if ": " in title:
        return False  # "Grammar: has or have?"
    return is_question(title) or (english and _ASKING.match(_HEADING_NUMBER.sub("", title)) is not None)


def _rule_questions(points: Iterable[Point]) -> Iterator[Remark]:
    """Why something must or must not be done: "Never massage red areas" asks "Why should you never ...?"."""
    for point in points:
        match = _RULE.match(point.say)
        if match is None or _LEANS.search(match["rest"]) or has_auxiliary(match["rest"]) or point.points:
            continue
        if _FEWEST_RULED <= word_count(match["rest"]) <= _MOST_RULED:
            order = {"do not": "not", "don't": "not", "don’t": "not"}.get(
                match["order"].lower(), match["order"].lower()
            )
            yield Remark(text=f"Why should you {order} {match['rest'].strip()}?", lines=point.lines)


def _quoted_questions(sections: tuple[Section, ...]) -> Iterator[Remark]:
    """What somebody meant by the words that a section quotes."""
    for section in walk_sections(sections):
        if (quote := section.quote) and _NAME.match(quote.by) and word_count(quote.text) <= _LONGEST_QUOTED:
            text = quote.text.strip("\"“”‘’' ").rstrip(".,;")
            if "“" not in text and not text.endswith(("?", "!", "…")):
                yield Remark(text=f"What did {quote.by} mean by “{text}”?", lines=quote.lines)


def _naming_questions(sections: tuple[Section, ...], ordinary: frozenset[str]) -> Iterator[Remark]:
    """What headings ask for: what led to something, which factors affect it, what are the faults."""
    for section in walk_sections(sections):
        if section.title_from != "line" or not section.points or has_auxiliary(section.title):
            continue
        if text := _named(section.title.strip().rstrip(":"), ordinary):
            yield Remark(text=text, lines=section.lines)


def _named(title: str, ordinary: frozenset[str]) -> str:
    if match := _LED_TO.match(title):
        return f"What led to the {match['noun'].lower()} of {match['rest']}?"
    if match := _FACTORS.match(title):
        verb = match["verb"] or ("influence" if "influencing" in title else "affect")
        return f"What factors {verb} {match['rest']}?"
    words = title.split()
    if len(words) != 2 or words[1].lower() not in _KINDS or not _FIRST.match(words[0]):
        return ""
    first = words[0].lower()
    inside = as_it_stands_inside(title, ordinary)
    return f"What are the {first} {words[1].lower()}?" if first not in _THINGS_OF_ITS_OWN and inside else ""


def _meant_questions(sections: tuple[Section, ...]) -> Iterator[Remark]:
    """What words mean that a section explains one after the other, or that are headings and name something abstract."""
    for section in walk_sections(sections):
        last = section.title.lower().split()[-1:]
        if (
            section.title_from == "line"
            and section.points
            and _ABSTRACT.match(section.title)
            and _STRUCTURAL.isdisjoint(last)
        ):
            yield Remark(text=f"What is meant by “{section.title}”?", lines=section.lines)
        points = list(section_points(section))
        explained = [point for point in points if _explains(point)]
        if len(explained) >= _FEWEST_MEANT and 2 * len(explained) > len(points):
            for point in explained[:_MOST_MEANT]:
                yield Remark(text=f"What is meant by “{point.label}”?", lines=point.lines)


def _explains(point: Point) -> bool:
    return (
        bool(point.label and point.say) and _TERM.match(point.label) is not None and _MEANS.match(point.say) is not None
    )
