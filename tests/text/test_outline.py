"""Loading and writing outlines."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefdeck.errors import BriefdeckError, Severity
from briefdeck.model.ids import assign_ids
from briefdeck.model.outline import Outline, Point, Section, Term
from briefdeck.model.values import replace
from briefdeck.text.outline import dump_outline, load_outline
from support.growth import calls, exponent
from text.outlines import EVERYTHING, OUTLINES


def load(text):
    outline, problems = load_outline(text, "outline.yaml")
    assert not problems
    return outline


def one_section(body):
    return load(f'title: "T"\nsections:\n  - title: "A"\n{body}').sections[0]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(OUTLINES)
def test_what_is_written_is_read_back_as_it_was(outline):
    text = dump_outline(outline)
    loaded, problems = load_outline(text, "outline.yaml")
    assert loaded == outline
    assert not [problem for problem in problems if problem.severity is Severity.ERROR]
    assert dump_outline(loaded) == text


@settings(deadline=None, max_examples=100)
@given(
    st.integers(0, len(EVERYTHING)),
    st.integers(0, 9),
    st.text(st.sampled_from("ab: -#\"'[]{},&*!|>\n\t\\"), max_size=4),
)
def test_any_edit_gives_an_outline_or_problems_with_places(start, length, typed):
    text = EVERYTHING[:start] + typed + EVERYTHING[start + length :]
    try:
        _, problems = load_outline(text, "outline.yaml")
    except BriefdeckError as error:
        problems = error.problems
    for problem in problems:
        assert 1 <= problem.at.line <= text.count("\n") + 2
        assert problem.hint


def test_every_key_is_read_and_written():
    outline = load(EVERYTHING)
    assert load(dump_outline(outline)) == outline
    assert (outline.title_from, outline.title_lines, outline.class_, outline.date) == (
        "line",
        (1,),
        "9 B",
        "2026-11-22",
    )
    assert (outline.deck.template, outline.brief.paper, outline.brief.justify) == ("school.pptx", "letter", True)
    leaf, own = outline.sections
    assert (leaf.id, leaf.title_from, leaf.lines, leaf.notes) == ("leaf", "line", (2, 3), "Ask first.\nThen tell.")
    assert (own.title_from, own.lines) == ("user", ())
    assert leaf.sections[0].title_from == "generated"
    assert [moment.when for moment in leaf.timeline] == ["1771", "1779"]
    assert leaf.chart.series[0].values == ("12.5", "−3")
    assert [term.term for term in outline.terms] == ["stoma", "Starch"]
    assert [question.text for question in outline.questions] == ["Why are leaves green?", "Why do leaves fall?"]


def test_a_point_has_three_forms_and_a_label_may_head_a_list():
    plain, labelled, group, full = load(EVERYTHING).sections[0].points
    assert (plain.say, plain.label) == ("A bare sentence.", "")
    assert (labelled.say, labelled.label) == ("It comes from the root.", "Water")
    assert (group.say, group.label, [point.say for point in group.points]) == (
        "", "Gases", ["Carbon dioxide goes in.", "Oxygen goes out."],
    )  # fmt: skip
    assert (full.id, full.show, full.lines, full.priority) == ("glucose", "The leaf makes glucose", (6, 7, 8), 1)
    assert full.points[0].lines == (9, 10, 12)


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("6", (6,)),
        ('"6-8"', (6, 7, 8)),
        ("6–8", (6, 7, 8)),
        ("[6, 9]", (6, 9)),
        ('["6-7", 11]', (6, 7, 11)),
        ("[]", ()),
    ],
)
def test_lines_of_the_note_have_several_forms(typed, lines):
    assert one_section(f'    points: [{{say: "x", from: {typed}}}]').points[0].lines == lines


def test_texts_stay_as_typed():
    section = one_section("    points: [12:30, No, 3.10, 2026-11-22, 0x1F, ~, 1_000, .inf]")
    assert [p.say for p in section.points] == ["12:30", "No", "3.10", "2026-11-22", "0x1F", "~", "1_000", ".inf"]


def test_ids_come_from_the_lines_and_typed_ones_win():
    section = one_section('    from: 3\n    points: [{say: "x", from: 6}, {say: "y", from: 6}, {id: mine, say: "z"}]')
    assert section.id == "h3"
    assert [point.id for point in section.points] == ["p6", "p6b", "mine"]


def test_values_know_where_they_stand():
    outline = load(EVERYTHING)
    lines = EVERYTHING.split("\n")
    leaf = outline.sections[0]
    assert lines[leaf.at.line - 1] == '  - title: "What a leaf does"'
    assert leaf.at.column == 5
    assert lines[leaf.points[1].at.line - 1].strip().startswith("- Water")
    assert lines[leaf.figures[0].at.line - 1].strip().startswith("- {value")
    assert leaf.at.file == "outline.yaml"


def test_optional_keys_may_be_left_blank():
    outline = load('title: "T"\nsubtitle:\nterms:\ndeck:\nlang: ""\nsections: [{title: "A", points: ["x"], quote: }]')
    assert outline == load('title: "T"\nsections: [{title: "A", points: ["x"]}]')


def test_the_schema_comment_comes_first_and_the_order_is_that_of_the_format():
    text = dump_outline(load(EVERYTHING))
    assert text.startswith("# yaml-language-server: $schema=./outline.schema.json\n")
    keys = [line.split(":")[0] for line in text.split("\n") if line and line[0].isalpha()]
    assert keys == [
        "version", "title", "title_from", "subtitle", "author", "school", "class", "date", "logo", "note", "digest",
        "lang", "deck", "brief", "sections", "terms", "questions", "takeaways", "sources", "unused",
    ]  # fmt: skip


def test_an_outline_is_written_for_people():
    outline = assign_ids(
        Outline(
            title="T",
            title_from="generated",
            sections=(
                Section(id="", title="A", lines=(3,), points=(Point(say='He said "no".', lines=(4,)),)),
                Section(id="", title="B", points=(Point(label="L", points=(Point(say="x", show="y", lines=(6, 7)),)),)),
            ),
            terms=(Term(term="w", meaning="m", lines=(7, 9)),),
        )
    )
    assert (
        dump_outline(outline).split("\n\n", 1)[1]
        == """\
version: "1"
title: "T"
title_from: generated
lang: "en"

sections:
  - title: "A"
    from: 3
    points:
      - say: "He said \\"no\\"."
        from: 4

  - title: "B"
    title_from: line
    points:
      - label: "L"
        points:
          - say: "x"
            show: "y"
            from: "6-7"

terms:
  - {term: "w", meaning: "m", from: [7, 9]}

unused: []
"""
    )


def test_control_characters_are_written_and_read_as_spaces():
    outline = load('title: "T"\nsections: [{title: "A", points: ["x"]}]')
    text = dump_outline(replace(outline, title="a\x0bb"))
    loaded, problems = load_outline(text, "outline.yaml")
    assert loaded.title == "a b"
    assert [problem.code for problem in problems] == ["BD120"]


def test_all_problems_come_at_once_in_order():
    text = 'titel: "T"\nsections:\n  - points: [{say: x, form: 3}]\n    priority: high\nlang: "?"\n'
    with pytest.raises(BriefdeckError) as raised:
        load_outline(text, "o.yaml")
    places = [(problem.code, problem.at.line) for problem in raised.value.problems]
    assert places == [("BD123", 1), ("BD124", 3), ("BD123", 3), ("BD139", 4), ("BD138", 5)]
    assert raised.value.problems[0].hint == "did you mean `title`?"


@pytest.mark.slow
def test_loading_a_megabyte_takes_no_more_for_each_section_than_loading_little():
    """How long it takes is measured by `make bench`."""
    outline = load(EVERYTHING)

    def work(count):
        many = replace(outline, sections=tuple(replace(outline.sections[1], lead="word " * 20) for _ in range(count)))
        text = dump_outline(assign_ids(many))
        assert len(text) > 125 * count
        return lambda: load_outline(text, "outline.yaml")

    assert exponent(work, 700) < 1.3
    assert calls(work(400)) < 4.2 * calls(work(100))
