"""What gives way first: the ranking of cuts, one rule at a time."""

from __future__ import annotations

from briefdeck.assets import read_look
from briefdeck.compose.brief.cuts import cuts, plan, steps
from briefdeck.model.contents import contents
from briefdeck.model.ids import assign_ids
from briefdeck.model.outline import Figure, Outline, Point, Remark, Section, Table
from briefdeck.model.values import replace
from compose.brief_outlines import outline, point, rich

FURNITURE = read_look("", "en").furniture


def order(of: Outline, *, whole: bool = False) -> list[str]:
    """Ids in the order in which they are cut."""
    return [name for step in steps(of, FURNITURE, whole=whole) if step.kind == "cut" for name in step.ids]


def one(*points: Point, figures: tuple[Figure, ...] = (), **fields: object) -> Outline:
    section = Section(id="", title="S", lines=(1,), points=points, figures=figures)
    return assign_ids(Outline(**{"title": "T", "sections": (section,), **fields}))


def test_everything_can_be_cut_once() -> None:
    of = rich()
    entries = contents(of, FURNITURE)[1:]
    things = [thing for entry in entries for thing in (entry.id, *entry.items, *entry.extras)]
    assert sorted(order(of)) == sorted(things)


def test_later_points_go_before_earlier_ones_and_the_first_stays_longest() -> None:
    assert order(one(point(2), point(3), point(4))) == ["p4", "p3", "p2", "h1"]


def test_unlabelled_points_go_before_labelled_ones_and_these_before_what_a_figure_comes_from() -> None:
    of = one(
        point(2),
        point(3),
        Point(label="L", points=(point(4), point(5))),
        point(6),
        figures=(Figure(value="12", caption="of them", lines=(3,)),),
    )
    assert order(of) == ["f3", "p6", "p5", "p4", "p3", "p2", "h1"]


def test_the_longest_section_is_shortened_first() -> None:
    of = outline(2, 2)
    longer = replace(of.sections[0], points=(*of.sections[0].points, point(90), point(91)))
    of = assign_ids(replace(of, sections=(longer, of.sections[1])))
    assert order(of)[:4] == ["p91", "p90", "p6", "p3"]


def test_an_authors_priority_counts_before_any_rank() -> None:
    of = one(point(2, priority=9), point(3), point(4, priority=1), point(5))
    assert order(of) == ["p2", "p5", "p3", "p4", "h1"]


def test_a_section_of_low_priority_goes_whole_before_the_rest() -> None:
    of = outline(2, 2)
    of = replace(of, sections=(replace(of.sections[0], priority=9), of.sections[1]))
    assert order(of)[:3] == ["p3", "p2", "h1"]


def test_a_section_stays_as_long_as_the_point_that_stays_longest() -> None:
    of = outline(2, 2)
    first = replace(of.sections[1], points=(replace(of.sections[1].points[0], priority=1), *of.sections[1].points[1:]))
    found = order(replace(of, sections=(of.sections[0], first)))
    assert found[-2:] == [first.points[0].id, first.id]


def test_titles_go_last() -> None:
    of = outline(3, 2, questions=(Remark(text="Why?"),))
    entries = [entry.id for entry in contents(of, FURNITURE)[1:]]
    assert order(of)[-len(entries) :] == entries[::-1]


def test_sections_that_go_whole_go_from_the_last() -> None:
    of = outline(21, 2)
    found = order(of, whole=True)
    first_title = next(place for place, name in enumerate(found) if name.startswith("h"))
    assert found[first_title] == of.sections[-1].id
    assert found[first_title + 1] == of.sections[-1].points[0].id


def test_a_subsection_goes_before_the_section_above_it() -> None:
    of = rich()
    found = order(of)
    assert found.index(of.sections[1].sections[0].id) < found.index(of.sections[1].id)


def test_a_title_over_subsections_alone_goes_with_the_last_of_them() -> None:
    below = tuple(Section(id="", title=f"S {n}", lines=(n,), points=(point(n + 1),)) for n in (4, 6))
    above = Section(id="", title="S", lines=(3,), sections=below)
    last = Section(id="", title="L", lines=(8,), points=(point(9),))
    of = assign_ids(
        Outline(title="T", sections=(Section(id="", title="F", lines=(1,), points=(point(2),)), above, last))
    )
    found = [step.ids for step in steps(of, FURNITURE, whole=True)]
    assert found == [("h6",), ("p7",), ("h8",), ("p9",), ("h4", "h3"), ("p5",), ("h1",), ("p2",)]


def test_an_entry_that_is_cut_speaks_for_the_lines_of_all_that_stood_under_it() -> None:
    of = one(point(2), point(3))
    (cut,) = cuts(of, FURNITURE, plan(steps(of, FURNITURE)))
    assert (cut.id, cut.text, cut.lines) == ("h1", "S", (1, 2, 3))


def test_every_cut_says_why_and_where_it_comes_from() -> None:
    of = one(point(2), point(3, priority=8), point(4))
    taken = steps(of, FURNITURE)[:2]
    found = cuts(of, FURNITURE, plan(taken))
    assert [(cut.id, cut.lines) for cut in found] == [("p3", (3,)), ("p4", (4,))]
    assert "its priority is 8" in found[0].reason
    assert "later points" in found[1].reason


def rows(count: int, lines: tuple[int, ...] = (), keep: tuple[int, ...] = (), **fields: object) -> Outline:
    """A section with two points and a table of so many rows."""
    table = Table(header=("a", "b"), rows=tuple((f"{n}", "x") for n in range(1, count + 1)), keep=keep, lines=lines)
    section = Section(id="", title="S", lines=(1,), points=(point(2), point(3)), table=table, **fields)
    return assign_ids(Outline(title="T", sections=(section,)))


def row(*numbers: int) -> list[str]:
    return [f"h1.table-row-{number}" for number in numbers]


def test_a_long_table_loses_its_last_rows_before_points_and_goes_with_the_first_two() -> None:
    assert order(rows(8)) == [*row(8, 7), "p3", *row(6, 5, 4, 3), "h1.table", "p2", "h1"]
    assert order(rows(2)) == ["p3", "h1.table", "p2", "h1"]


def test_rows_that_the_author_keeps_go_just_before_their_table() -> None:
    assert order(rows(8, keep=(6, 7, 8))) == [*row(5, 4), "p3", *row(3, 2, 1, 8), "h1.table", "p2", "h1"]


def test_a_row_that_a_figure_comes_from_is_kept() -> None:
    of = rows(7, tuple(range(10, 18)), figures=(Figure(value="7", caption="of them", lines=(17,)),))
    assert [name for name in order(of) if "row" in name] == row(6, 5, 4, 3, 2)


def test_a_row_that_is_cut_names_its_line_and_its_cells() -> None:
    of = rows(7, tuple(range(10, 18)))
    (cut,) = cuts(of, FURNITURE, plan(steps(of, FURNITURE)[:1]))
    assert (cut.id, cut.text, cut.lines) == ("h1.table-row-7", "7 | x", (17,))
    assert "rows" in cut.reason


def test_the_rows_of_a_note_that_rules_below_its_header_are_counted_from_the_last() -> None:
    assert rows(2, (10, 11, 12, 13)).sections[0].table.row_lines(1) == (12,)
    assert rows(2, (10,)).sections[0].table.row_lines(1) == (10,)


def test_a_table_that_is_cut_speaks_for_its_rows() -> None:
    of = rows(4)
    taken = steps(of, FURNITURE)[: order(of).index("h1.table") + 1]
    assert [cut.id for cut in cuts(of, FURNITURE, plan(taken))] == ["p3", "h1.table"]


def test_what_leads_up_to_a_list_goes_with_the_last_of_it() -> None:
    pillars = Point(say="There are three pillars, namely:", lines=(3,), points=(point(4), point(5), point(6)))
    found = [step.ids for step in steps(one(point(2), pillars, point(7)), FURNITURE)]
    assert found == [("p7",), ("p6",), ("p5",), ("p4", "p3"), ("p2",), ("h1",)]


def test_what_leads_up_to_the_next_point_goes_with_it() -> None:
    found = [step.ids for step in steps(one(point(2), point(3, say="It needs two things:"), point(4)), FURNITURE)]
    assert found == [("p4", "p3"), ("p2",), ("h1",)]


def test_a_section_that_begins_by_leading_up_to_something_keeps_the_first_of_it_as_long() -> None:
    pillars = Point(
        say="下面三点：", lines=(2,), points=(Point(say="第一：", lines=(3,), points=(point(4),)), point(5))
    )
    found = [step.ids for step in steps(one(pillars, point(6)), FURNITURE)]
    assert found == [("p6",), ("p5",), ("p4", "p3", "p2"), ("h1",)]


def test_a_lead_that_leads_up_to_points_goes_with_the_first_of_them() -> None:
    section = Section(id="", title="S", lines=(1,), lead="Three reasons:", points=(point(2), point(3)))
    of = assign_ids(Outline(title="T", sections=(section,)))
    assert [step.ids for step in steps(of, FURNITURE)] == [("p3",), ("p2", "h1.lead"), ("h1",)]


def test_a_cut_of_what_leads_up_says_that_its_list_had_gone() -> None:
    pillars = Point(say="There are three pillars, namely:", lines=(3,), points=(point(4), point(5)))
    of = one(point(2), pillars)
    found = cuts(of, FURNITURE, plan(steps(of, FURNITURE)[:2]))
    assert [(cut.id, "leads up" in cut.reason) for cut in found] == [("p3", True), ("p4", False), ("p5", False)]


def test_short_forms_and_small_figures_come_before_every_cut() -> None:
    of = one(point(2, show="Light"), point(3), figures=(Figure(value="12", caption="of them", lines=(2,)),))
    assert [(step.kind, step.ids) for step in steps(of, FURNITURE)][:2] == [("small", ()), ("short", ("p2",))]
