"""Questions are statements turned round; what would read badly is passed over."""

import pytest

from briefdeck.draft.questions import ask, ordinary_words


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        (
            "While such visits help, a real change of policy can’t happen without more openness.",
            "Why can’t a real change of policy happen without more openness?",
        ),
        (
            "The special understanding between the two countries has frayed, with both looking elsewhere.",
            "Why has the special understanding between the two countries frayed?",
        ),
        (
            "The first seven plans were criticised by many economists.",
            "Why were the first seven plans criticised by many economists?",
        ),
    ],
)
def test_the_auxiliary_moves_to_the_front(sentence, question):
    asked = ask(sentence)
    assert asked is not None
    assert asked.text == question


@pytest.mark.parametrize(
    "sentence",
    [
        "Osmosis is the movement of water through a membrane.",
        "It has frayed over the last twenty years or so.",
        "The river floods the lower town every spring.",
        "Water is split and oxygen is released in the first step.",
        "The minister said that prices have doubled since the war.",
        "The school has three hundred pupils from four villages.",
        "Two types of maps are political and physical in nature.",
    ],
)
def test_definitions_pronouns_and_double_statements_are_not_asked(sentence):
    assert ask(sentence) is None


def test_a_noun_that_opens_its_sentence_is_no_name():
    said = ["Performance is reviewed by a board of teachers every single year.", "India is visited by many travellers."]
    ordinary = ordinary_words(said)
    assert ask(said[0], ordinary).text.startswith("Why is performance reviewed")
    assert "india" not in ordinary


def test_a_noun_that_has_its_capital_elsewhere_is_a_name():
    said = ["Parliament is reviewed by nobody.", "The law says what Parliament can do."]
    assert "parliament" not in ordinary_words(said)
