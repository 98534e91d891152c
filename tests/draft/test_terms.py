"""Terms carry the note's own words beside them."""

import pytest

from briefdeck.draft.terms import find_terms
from draft.drawing import draft


@pytest.mark.parametrize(
    ("sentence", "term", "meaning"),
    [
        (
            "It was set up by the Indian Council of Medical Research (ICMR) in 1911.",
            "ICMR",
            "Indian Council of Medical Research",
        ),
        ("The WTO (World Trade Organization) has 164 members.", "WTO", "World Trade Organization"),
        ("Quad (India, US, Japan, and Australia) met again.", "Quad", "India, US, Japan, and Australia"),
        (
            "A new US law (Clean Rivers And Lakes Act) seeks to curtail spills.",
            "Clean Rivers And Lakes Act",
            "A new US law seeks to curtail spills",
        ),
        ("Osmosis is the movement of water through a membrane.", "Osmosis", "the movement of water through a membrane"),
    ],
)
def test_a_term_is_found(sentence, term, meaning):
    assert (term, meaning) in list(find_terms(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The capital (Paris) is large.",
        "The committee (BBC) met again.",
        "Rent control in New York is a famous example of it.",
        "This is the movement of water through a membrane.",
        "Udayagiri is one of the largest caves in the country.",
    ],
)
def test_other_brackets_and_statements_define_nothing(sentence):
    assert list(find_terms(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        ("The cell cycle is the series of events from one division to the next.", ["Cell cycle"]),
        ("India is a member of the union and bound by its rules.", []),
        ("Macbeth is the shortest of the tragedies that he wrote.", []),
        ("Mangrove is a forest that stands in salt water.", ["Mangrove"]),
    ],
)
def test_a_definition_names_a_term_and_no_place_or_record(sentence, terms):
    assert [term for term, _ in find_terms(sentence)] == terms


def test_labels_elsewhere_are_no_terms():
    note = "The empire\n\nCauses\nJagir - land in place of a salary\nZat - personal rank\n"
    assert draft(note).terms == ()


@pytest.mark.parametrize(
    ("title", "first", "second"),
    [
        ("Vocabulary", ("Delta", "land at the mouth of a river"), ("Meander", "a bend of a river in flat land")),
        ("Key terms:", ("Delta", "land at the mouth of a river"), ("Meander", "a bend of a river in flat land")),
        ("Vocabulario", ("Delta", "tierra en la boca de un río"), ("Meandro", "curva de un río en el llano")),
        ("Основные понятия", ("Дельта", "земля в устье реки"), ("Меандр", "изгиб реки на равнине")),
        ("शब्दावली", ("डेल्टा", "नदी के मुहाने की भूमि"), ("विसर्प", "नदी का घुमावदार मोड़")),
        ("用語", ("三角州", "川の河口にできる土地"), ("蛇行", "川が曲がって流れること")),
    ],
)
def test_a_glossary_stays_the_section_that_it_is_and_is_not_said_twice(title, first, second):
    head = "Rivers\n\nWhat is a river?\nA river is a stream of water that flows down to the sea.\n\n"
    outline = draft(f"{head}{title}\n{first[0]}: {first[1]}\n{second[0]}: {second[1]}\n")
    assert outline.terms == ()
    assert [section.title for section in outline.sections] == ["What is a river?", title.rstrip(":")]
    assert [(point.label, point.say) for point in outline.sections[1].points] == [first, second]
    assert [term.term for term in draft(head).terms] == ["River"]


def test_a_list_of_terms_with_anything_else_in_it_stays_a_section():
    head = "Rivers\n\nWhat is a river?\nA river flows down to the sea.\n\n"
    outline = draft(
        f"{head}Vocabulary\nLearn these words by heart until Friday.\nDelta: land at the mouth of a river\n"
    )
    assert [section.title for section in outline.sections] == ["What is a river?", "Vocabulary"]
