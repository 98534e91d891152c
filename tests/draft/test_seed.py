"""The seed note maps as a careful person would map it."""

from pathlib import Path

import pytest

from briefdeck.draft.outline import draft_outline
from briefdeck.model.outline import Outline, walk_points
from briefdeck.text.note import read_note

SEED = Path(__file__).parents[2] / "seeds" / "000_6d5ad8971962cae4.txt"


@pytest.fixture(scope="module")
def outline() -> Outline:
    note, _ = read_note(SEED.read_bytes(), "seed.txt")
    return draft_outline(note)[0]


def test_its_title_is_made_of_its_most_frequent_names(outline):
    assert (outline.title, outline.title_from) == ("India and Russia: Sochi", "generated")


def test_its_questions_are_its_headings_and_what_stands_before_them_is_the_overview(outline):
    assert [(section.title, section.title_from, section.lines) for section in outline.sections] == [
        ("Overview", "furniture", ()),
        ("What issues are likely to have been discussed at Sochi?", "line", (3,)),
        ("What are the outcomes?", "line", (14,)),
    ]


def test_a_label_governs_the_lines_that_follow_it(outline):
    groups = [point for point in outline.sections[1].points if point.is_group]
    assert {group.label: [point.lines for point in group.points] for group in groups} == {
        "Defence": [(6,), (7,), (8,)],
        "Regional": [(9,), (10,), (11,)],
        "Global": [(12,), (13,)],
    }


def test_short_forms_keep_every_hedge_number_and_negation(outline):
    shown = {point.lines[0]: point.show for section in outline.sections for point in walk_points(section.points)}
    assert shown == {
        1: "The Indian PM and the Russian President met for an extended bilateral in Sochi in Russia",
        2: "Seen as an appropriate recalibration to arrest the degradation of diplomatic ties in recent years",
        4: "The Sochi visit was aimed at resetting and rebalancing bilateral ties",
        5: "The special understanding between India and Russia has frayed",
        6: "India currently has orders of over $12 billion for Russian military hardware",
        7: "A new US law seeks to curtail trade with countries engaging its adversaries",
        8: "Modi’s visit was significant to assure Mr. Putin that India is committed to the purchases "
        "and won’t be deterred by US pressure",
        9: "",
        10: "The increasing engagement of Russians with the Afghani Taliban is another point of concern "
        "form the Indian perspective",
        11: "",
        12: "",
        13: "",
        15: "",
        16: "These might have helped in dispelling apprehensions between countries",
        17: "A noticeable shift in foreign policy can’t happen without sufficient transparency",
        18: "Indian and Russia have planned for greater cooperation in the Indo-Pacific region",
        19: "Quad is also envisioned as a security grouping for the Indo-Pacific region",
    }


def test_the_one_figure_keeps_its_hedge(outline):
    figures = [figure for section in outline.sections for figure in section.figures]
    assert [(figure.value, figure.caption, figure.lines) for figure in figures] == [
        ("over $12 billion", "orders for Russian military hardware, pending delivery", (6,))
    ]


def test_terms_are_named_in_brackets(outline):
    assert [(term.term, term.meaning, term.lines) for term in outline.terms] == [
        (
            "Countering America’s Adversaries Through Sanctions Act",
            "A new US law seeks to curtail trade with countries engaging its adversaries",
            (7,),
        ),
        ("Quad", "India, US, Japan, and Australia", (19,)),
    ]


def test_questions_are_the_notes_own_statements(outline):
    assert [(question.text, question.lines) for question in outline.questions] == [
        ("Why can’t a noticeable shift in foreign policy happen without sufficient transparency?", (17,)),
        ("Why has the special understanding between India and Russia frayed?", (5,)),
    ]


def test_nothing_is_left_over(outline):
    assert outline.unused == ()
