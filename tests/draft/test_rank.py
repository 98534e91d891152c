"""Of a long note the weightiest points are marked for the brief; a short one is left alone."""

from briefdeck.draft.rank import KEPT, MANY
from briefdeck.model.outline import section_points, walk_sections
from draft.drawing import draft


def note(sections: int, lines: int) -> str:
    parts = ["Rivers of the world", ""]
    for number in range(sections):
        parts += [f"## River number {number}", ""]
        parts += [f"The water of this river runs slowly past village {line} in the plain." for line in range(lines)]
        parts += ["Length - It is over 300 million metres long from spring to sea, as people say.", ""]
    return "\n".join(parts)


def test_a_short_note_is_not_ranked():
    outline = draft(note(4, 4))
    assert all(point.priority is None for section in outline.sections for point in section_points(section))


def test_of_a_long_note_the_points_with_label_and_figure_are_marked():
    outline = draft(note(12, 20))
    points = [point for section in walk_sections(outline.sections) for point in section_points(section)]
    assert len(points) > MANY
    marked = [point for point in points if point.priority == KEPT]
    assert 12 <= len(marked) <= 30
    assert sum(point.label == "Length" for point in marked) == 12
    assert all(section.priority == KEPT for section in outline.sections if section.points)


def test_ranking_is_the_same_every_time():
    assert draft(note(12, 20)) == draft(note(12, 20))
