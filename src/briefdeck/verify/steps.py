"""The steps of an outline: which number each of its points has, and how it may read on one paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefdeck.late import late_pattern
from briefdeck.model.outline import Outline, Point, Section, steps_below, walk_sections
from briefdeck.named import NamedTuple
from briefdeck.verify.wording import core, normal, order_free

_TYPED = late_pattern(r"(\d{1,6})[.)]?\s+(?=\S)")
"""A number that was typed before a text: as good as one that is counted, where it is the right one."""


class Step(NamedTuple):
    """A point, or a label over points, with the number that stands before it. Its words are as they are compared."""

    item: str  # "" for a label group, which is no point of its own
    label: str  # "" for none
    texts: tuple[str, ...]  # what it says, in short and in full
    named: tuple[str, ...]  # the same behind its label
    more: tuple[str, ...]  # its further clauses, which are never counted
    number: str  # "" where it is no step
    above: tuple[str, str]  # the label that it stands under, and the number of that

    def of_label(self, words: str) -> tuple[str, ...]:
        """The numbers that its label has where that stands by itself; on the brief a point that is cut has none."""
        if not self.label or order_free(words) != order_free(self.label):
            return ()
        return (self.number, "") if self.item else (self.number,)


def steps(outline: Outline) -> Mapping[str, tuple[Step, ...]]:
    """The points and label groups of each section in reading order, by its id; questions under "questions"."""
    found: dict[str, tuple[Step, ...]] = {}
    for section in walk_sections(outline.sections):
        sides = (step for side in section.compare for step in _below(Point(points=side.points)))
        found[section.id] = (*_below(section), *sides)
    found["questions"] = tuple(
        Step(question.id, "", (core(question.text),), (), (), str(number), ("", ""))
        for number, question in enumerate(outline.questions, 1)
    )
    return found


def _below(above: Section | Point, under: tuple[str, str] = ("", "")) -> Iterator[Step]:
    for point, counted in steps_below(above):
        number, label = str(counted or ""), core(point.label)
        texts = () if point.is_group else tuple(dict.fromkeys((core(point.shown), core(point.say))))
        names = (f"{normal(point.label)}{mark} {text}" for text in texts for mark in (":", "")) if label else ()
        more = tuple(map(core, point.more))
        yield Step(point.id if texts else "", label, texts, tuple(names), more, number, under)
        yield from _below(point, (label, number))


def numbers_of(paragraph: str, known: Iterable[Step], *, entire: bool = False) -> frozenset[str] | None:
    """The numbers that may stand before a paragraph (core words) of a slide; None where it is none of the texts.

    It may be the part of a text that a slide could hold, unless only `entire` ones count.
    A label that stands by itself takes the number, and what it governs has none then; so has what goes on from
    another slide.
    """
    whole: set[str] = set()
    part: set[str] = set()
    for step in known:
        counted, free = (step.named, step.texts) if step.label else (step.texts, ())
        if paragraph == step.label or paragraph in counted:
            whole.add(step.number)
        if paragraph in free or paragraph in step.more:
            whole.add("")
        if any(text.startswith(paragraph) for text in counted):
            part.add(step.number)
        if any(paragraph in text for text in (*step.texts, *step.more)):
            part.add("")
    return frozenset(whole or (() if entire else part)) or None


def opened_by(words: str, step: Step, *, labels_apart: bool = False) -> frozenset[str]:
    """The numbers that may stand before a step on the brief; the first that is left under a label runs in with it.

    Where labels stand apart, in a column of their own, the first below one stands beside it, and has its number.
    """
    said, (label, number) = order_free(words), step.above
    runs_in = label and said.startswith(order_free(label)) and said not in map(order_free, step.texts)
    beside = {number} if labels_apart and not step.number else set()
    return frozenset((number if runs_in else step.number, *beside))


def as_typed(words: str) -> tuple[str, str]:
    """The number that was typed before a text, and the text."""
    found = _TYPED.match(words)
    return (found[1], words[found.end() :]) if found else ("", words)
