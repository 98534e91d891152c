"""The styles and papers of the brief: one page each, the same sections, and what makes it that style."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings

from briefdeck.assets import read_look
from briefdeck.compose.brief.document import compose_brief
from briefdeck.compose.brief.paper import PAPERS
from briefdeck.compose.brief.styles import STYLES
from briefdeck.errors import BriefdeckError
from briefdeck.model.identity import Identity
from briefdeck.model.outline import BriefStyle, Outline, PaperName, section_points
from briefdeck.model.page import Box, Document, Part, Text
from briefdeck.model.values import replace
from briefdeck.pipeline import Order, make
from briefdeck.verify import verify
from compose.brief_outlines import outline, outlines, rich

EVERY = [(style, paper) for style in STYLES for paper in PAPERS]


def brief(of: Outline, style: str, paper: str = "") -> Document:
    identity = Identity(title=of.title, lang=of.lang, build="test", style=style)
    return compose_brief(of, read_look("", of.lang, on_paper=True), identity, paper)[0]


def texts(document: Document) -> list[tuple[Box, object]]:
    return [
        (box, p) for box in document.pages[0].boxes if isinstance(box.content, Text) for p in box.content.paragraphs
    ]


def test_the_names_of_styles_and_papers_are_those_that_outlines_may_say():
    assert (*STYLES,) == get_args(BriefStyle)
    assert (*PAPERS,) == get_args(PaperName)


@pytest.mark.parametrize(("style", "paper"), EVERY)
def test_every_style_on_every_paper_keeps_every_promise(style: BriefStyle, paper: PaperName):
    given = rich()
    made = make(given, Order(only="brief", style=style, paper=paper))
    assert verify(None, made.brief, given, None, read_look("", given.lang).furniture).problems == ()
    assert made.brief_document.size == PAPERS[paper].size
    assert len(made.brief_document.pages) == 1


@pytest.mark.parametrize("style", STYLES)
def test_the_sections_are_those_of_the_standard_brief(style):
    given = outline(4, 3)
    found, standard = brief(given, style), brief(given, "standard")
    headings = [[p.text for _, p in texts(document) if p.tag in ("H1", "H2", "H3")] for document in (found, standard)]
    assert headings[0] == headings[1]


def test_clear_print_is_never_smaller_than_12_points_and_never_slanted():
    for of in (rich(), outline(8, 8, length=30)):
        document = brief(of, "clear-print")
        runs = [run for _, p in texts(document) for line in p.lines for run in line.runs]
        assert min(run.size for run in runs) >= 12
        assert not any("It." in run.file for run in runs)
        assert {round(box.frame.x) for box, p in texts(document) if p.tag == "H2"} == {70}, "one column"


def test_clear_print_cuts_rather_than_shrinks():
    long = outline(8, 8, length=30)
    assert len(brief(long, "clear-print").cuts) > len(brief(long, "standard").cuts)


def test_a_poster_is_for_a3_with_large_type_and_larger_figures():
    document = brief(rich(), "poster")
    sizes = [run.size for _, p in texts(document) for line in p.lines for run in line.runs]
    assert document.size == PAPERS["a3"].size
    assert min(sizes) >= 14
    assert max(sizes) >= 54


def test_cornell_has_cues_beside_the_text_and_room_to_sum_up():
    document = brief(rich(), "cornell")
    rule = next(box for box in document.pages[0].boxes if box.name == "cue rule")
    for box, paragraph in texts(document):
        if paragraph.tag in ("H2", "H3"):
            assert box.frame.right < rule.frame.x
        elif paragraph.tag == "LI":
            assert box.frame.x > rule.frame.x
    found = [paragraph.text for _, paragraph in texts(document)]
    assert "Summary" in found
    assert any(box.frame.y > rule.frame.bottom for box in document.pages[0].boxes if box.name == "line")


@pytest.mark.parametrize("sections", [2, 5, 9])
def test_cues_never_touch_each_other(sections):
    given = outline(sections, 1, length=4)
    given = replace(
        given, sections=tuple(replace(one, title=f"{one.title} {'and more ' * 6}") for one in given.sections)
    )
    cues = [box.frame for box, paragraph in texts(brief(given, "cornell")) if paragraph.tag == "H2"]
    assert len(cues) >= 2
    assert all(above.bottom <= below.y for above, below in pairwise(cues))


def guided(of: Outline) -> tuple[Document, Document]:
    """The page with blanks, and its key."""
    return brief(of, "guided"), brief(of, "answers")


def test_a_guided_brief_has_one_blank_a_sentence_and_hides_the_large_numbers():
    page, key = guided(rich())
    blanks = [text.count("_" * 8) for text in (p.text for _, p in texts(page)) if "_" * 8 in text]
    assert len(blanks) > 4
    assert max(blanks) == 1
    assert not any("_" * 8 in p.text for _, p in texts(key))
    values = [p.text for _, p in texts(page) if p.ref.part is Part.VALUE]
    assert values
    assert all(set(text.split()[0]) == {"_"} for text in values)


def test_the_key_says_all_that_the_standard_brief_says_and_what_it_is():
    key, standard = brief(rich(), "answers"), brief(rich(), "standard")
    said, usual = ({word for _, p in texts(document) for word in p.text.split()} for document in (key, standard))
    assert usual <= said
    assert said - usual == {"Answer", "key", "·"} - usual


def test_a_build_of_a_guided_brief_makes_its_key_too():
    given = rich()
    made = make(given, Order(only="brief", style="guided"))
    assert verify(None, made.also["answers.pdf"], given, None, read_look("", given.lang).furniture).problems == ()
    assert "answers.pdf" not in make(given, Order(only="brief")).also


def test_what_stands_around_a_blank_is_held_against_the_outline():
    given = rich()
    made = make(given, Order(only="brief", style="guided"))
    blanked = next(p for _, p in texts(made.brief_document) if p.ref.part is Part.SAY and "_" * 8 in p.text)
    say = next(
        point.say for section in given.sections for point in section_points(section) if point.id == blanked.ref.item
    )
    word = max(blanked.text.replace("_", " ").split(), key=len)
    sections = tuple(
        replace(section, points=tuple(replace(point, say=say.replace(word, "changed")) if point.say == say else point
                                      for point in section.points))
        for section in given.sections
    )  # fmt: skip
    other = replace(given, sections=sections)
    report = verify(None, made.brief, other, None, read_look("", given.lang).furniture)
    assert {problem.code for problem in report.problems} & {"BD410", "BD421"}


def test_a_language_from_right_to_left_has_its_cues_at_the_right():
    document = brief(replace(rich(), lang="ar"), "cornell")
    rule = next(box for box in document.pages[0].boxes if box.name == "cue rule")
    assert all(box.frame.x > rule.frame.x for box, p in texts(document) if p.tag == "H2")


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
@settings(
    max_examples=15, deadline=None, derandomize=True, suppress_health_check=[*HealthCheck], phases=[Phase.generate]
)
@given(of=outlines())
def test_outlines_of_chance_keep_every_promise(of: Outline, style: BriefStyle):
    paper = tuple(PAPERS)[len(of.title + of.sections[0].title) % len(PAPERS)]
    try:
        made = make(of, Order(only="brief", style=style, paper=paper))
    except BriefdeckError:
        assume(False)
    assert verify(None, made.brief, of, None, read_look("", of.lang).furniture).problems == ()
