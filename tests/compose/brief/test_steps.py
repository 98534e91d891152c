"""Steps on the brief: their numbers hang where bullets do, and what is cut takes its number along."""

from __future__ import annotations

from briefdeck.compose.brief.block import Plan
from briefdeck.compose.brief.blocks import blocks
from briefdeck.model.outline import Outline, Point, Section
from briefdeck.model.values import replace
from compose.brief_outlines import outline, point
from compose.brief_pages import brief, look, paragraphs

FURNITURE = look().furniture


def steps(count: int, **fields: object) -> Outline:
    made = outline(1, 1)
    points = tuple(point(line, 6) for line in range(2, count + 2))
    return replace(made, sections=(Section(id="s", title="Do", points=_named(points), numbered=True, **fields),))


def _named(points: tuple[Point, ...]) -> tuple[Point, ...]:
    return tuple(replace(each, id=f"p{number}") for number, each in enumerate(points, 1))


def bullets(given: Outline, *gone: str) -> list[str]:
    return [block.bullet for block in blocks(given, FURNITURE, Plan(gone=frozenset(gone))) if block.bullet]


def test_steps_are_numbered_and_keep_their_numbers_when_others_are_cut():
    assert bullets(steps(3)) == ["1.", "2.", "3."]
    assert bullets(steps(3), "p2") == ["1.", "3."]


def test_what_stands_among_steps_and_is_none_keeps_its_bullet():
    given = steps(4)
    (own,) = given.sections
    first, second, third, fourth = own.points
    mixed = (first, replace(second, counted=False), third, replace(fourth, counted=False))
    assert bullets(replace(given, sections=(replace(own, points=mixed),))) == ["1.", "•", "2.", "•"]


def test_numbers_of_one_and_two_digits_end_below_each_other():
    found = bullets(steps(10))
    assert found[0] == "\u20071." and found[-1] == "10."
    assert len({len(bullet) for bullet in found}) == 1


def test_steps_under_a_label_do_not_run_in_with_it():
    given = steps(2)
    (own,) = given.sections
    label = Point(label="Then", points=own.points, numbered=True)
    given = replace(given, sections=(replace(own, points=(label, point(9)), numbered=False),))
    assert bullets(given) == ["•", "1.", "2.", "•"]


def test_the_number_stands_before_the_text_and_the_list_is_a_numbered_one():
    found = [paragraph for paragraph in paragraphs(brief(steps(3))) if paragraph.tag == "LI"]
    assert ["".join(run.text for run in each.lines[0].label) for each in found] == ["1.", "2.", "3."]
    assert {each.style.bullet for each in found} == {"#"}
    for each in found:
        last = each.lines[0].label[-1]
        assert last.x + sum(glyph[2] for glyph in last.glyphs) * last.size / 1000 < 0
