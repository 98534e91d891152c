"""Whatever the author does to an outline and a teacher to its note: nothing of either is lost."""

from __future__ import annotations

from hypothesis import given, settings

from briefdeck.model.outline import Outline, Point, walk_sections
from briefdeck.text.outline import load_outline
from merge.lessons import Lesson, lessons, update

_LESSONS = settings(max_examples=20, deadline=None)


def words_of(outline: Outline) -> str:
    """Every text that the outline says, one a line."""
    texts = [outline.title]
    for section in walk_sections(outline.sections):
        texts += [section.title, section.lead, section.notes, section.layout]
        rows = [*section.points, *(point for side in section.compare for point in side.points)]
        while rows:
            point = rows.pop()
            texts += [point.label, point.say, point.show]
            rows += point.points
        texts += [f"{figure.value} {figure.caption}" for figure in section.figures]
    texts += [thing.text for things in (outline.questions, outline.takeaways, outline.sources) for thing in things]
    return "\n".join(texts)


def sentences(note: str) -> set[str]:
    """What the lines of a note say, without their labels."""
    return {line.split(" - ")[-1] for line in note.split("\n")}


def points_of(outline: Outline) -> list[Point]:
    rows = [point for section in walk_sections(outline.sections) for point in section.points]
    return rows + [below for point in rows for below in point.points]


@_LESSONS
@given(lessons())
def test_nothing_of_the_author_is_lost_and_every_new_line_appears(case: tuple[Lesson, tuple[str, ...]]) -> None:
    lesson, comments = case
    updated = update(lesson.mine, lesson.after, lesson.base)
    merged, _ = load_outline(updated.text, "outline.yaml")
    words = words_of(merged)
    for text in lesson.own:
        assert text in words, f"lost: {text}"
    for comment in comments:
        assert updated.text.count(comment) == 1, f"comment lost: {comment}"
    told = "\n".join(said.theirs for said in updated.said)
    for said in sentences(lesson.after) - sentences(lesson.before):
        assert said in words or said in told, f"a new line does not appear: {said}"
    for text in lesson.deleted:
        if text in lesson.after and text not in load_outline(lesson.mine, "")[0].__repr__():
            assert text not in {point.say for point in points_of(merged)}, f"came back: {text}"


@_LESSONS
@given(lessons())
def test_updating_twice_is_updating_once(case: tuple[Lesson, tuple[str, ...]]) -> None:
    lesson, _ = case
    once = update(lesson.mine, lesson.after, lesson.base)
    twice = update(once.text, lesson.after, once.base)
    assert twice.text == once.text and twice.base == once.base and not twice.said


@_LESSONS
@given(lessons())
def test_a_note_that_has_not_changed_changes_no_byte(case: tuple[Lesson, tuple[str, ...]]) -> None:
    lesson, _ = case
    for base in (lesson.base, None):
        assert update(lesson.mine, lesson.before, base).text == lesson.mine


@_LESSONS
@given(lessons())
def test_an_outline_that_was_not_edited_becomes_the_new_mapping(case: tuple[Lesson, tuple[str, ...]]) -> None:
    lesson, _ = case
    updated = update(lesson.base, lesson.after, lesson.base)
    assert load_outline(updated.text, "")[0] == load_outline(updated.base, "")[0]


@_LESSONS
@given(lessons())
def test_without_the_base_nothing_of_the_author_is_lost_either(case: tuple[Lesson, tuple[str, ...]]) -> None:
    lesson, comments = case
    updated = update(lesson.mine, lesson.after, None)
    words = words_of(load_outline(updated.text, "outline.yaml")[0])
    assert [text for text in lesson.own if text not in words] == []
    assert [comment for comment in comments if comment not in updated.text] == []
    told = "\n".join(said.theirs for said in updated.said)
    assert [said for said in sentences(lesson.after) - sentences(lesson.before) if said not in words + told] == []
