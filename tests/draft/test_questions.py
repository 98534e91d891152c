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
        (
            "Women did not get the right to vote until the end of the war.",
            "Why did women not get the right to vote until the end of the war?",
        ),
        (
            "Ceilings and floors have effects that nobody intended.",
            "Why do ceilings and floors have effects that nobody intended?",
        ),
        (
            "Passengers fall forward when a bus stops suddenly.",
            "Why do passengers fall forward when a bus stops suddenly?",
        ),
    ],
)
def test_the_auxiliary_moves_to_the_front(sentence, question):
    asked = ask(sentence, frozenset({"women", "ceilings", "passengers"}))
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
        "The way the network of the town is managed depends on its size.",
        "Each node with edges it is connected to and their weights.",
        "The processor we will use is the small one from the north.",
        "Discussion of issue 93 centred around whether the house should list all errors.",
        "The temple located at the river was built in 1026 by a king.",
        "Describe how the meeting of Thursday is going to work.",
        "The share in the south has fallen but in the west of the country it has increased.",
        "The old readers aren't the audience, the index is good for something else.",
        "The programmes has been started by the council of the town.",
        "Roy has added notes on how the program works. order is from top to bottom.",
        "eBay auctions were very popular with all the people at the time.",
        "The cell is active and grows continuously through the whole night.",
        "The forest house has taken our booking for two whole nights.",
        "The minor cannot ratify it on reaching the age of majority.",
        "The fair will be held on 22 April in the hall.",
        "the wound is deep or gaping on one side",
        "The starter is ready when a spoonful of it floats.",
        "The parents were both players of the national volleyball team.",
        "Critics point out that voters are often ignorant of the matter.",
    ],
)
def test_definitions_pronouns_and_double_statements_are_not_asked(sentence):
    assert ask(sentence) is None


def test_a_noun_that_opens_its_sentence_is_no_name():
    said = ["Performance is reviewed by a board of teachers every single year.", "India is visited by many travellers."]
    ordinary = ordinary_words(said)
    assert ask(said[0], ordinary).text.startswith("Why is performance reviewed")
    assert "india" not in ordinary


def test_a_word_that_only_ever_opens_sentences_may_be_a_name_or_none_and_is_not_asked():
    said = ["Example graphs are created by the team every year.", "The team draws Indian maps.", "Indian maps are sold"]
    assert ask(said[0], ordinary_words(said)) is None
    assert ask("Indian maps are loved by many teachers.", ordinary_words(said)).text.startswith("Why are Indian maps")


def test_a_noun_that_has_its_capital_elsewhere_is_a_name():
    said = ["Parliament is reviewed by nobody.", "The law says what Parliament can do."]
    assert "parliament" not in ordinary_words(said)
