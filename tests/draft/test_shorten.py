"""Short forms are deletions that keep the sense; where there is no good cut, the sentence stands."""

import pytest

from briefdeck.draft.shorten import shorten


@pytest.mark.parametrize(
    ("sentence", "short"),
    [
        (
            "Importantly, the two countries have planned for greater cooperation in the ocean between them.",
            "The two countries have planned for greater cooperation in the ocean between them",
        ),
        (
            "The new canal joins the river with the sea, which makes the old port useless for most ships.",
            "The new canal joins the river with the sea",
        ),
        (
            "A new law (the Clean Rivers and Lakes Act) makes factories pay for what they spill into rivers.",
            "A new law makes factories pay for what they spill into rivers",
        ),
        (
            "While such visits are needed to keep the talks going, the treaty itself can’t be changed without a vote.",
            "The treaty itself can’t be changed without a vote",
        ),
        (
            "This is said to be the longest bridge that was ever built by hand in this part of the country.",
            "Said to be the longest bridge that was ever built by hand in this part of the country",
        ),
    ],
)
def test_lead_ins_asides_and_subordinate_clauses_may_go(sentence, short):
    assert shorten(sentence) == short


@pytest.mark.parametrize(
    "sentence",
    [
        "Rain fell.",
        "The company sold its oldest factory in the north of the country, which employed 4,000 people.",
        "The company will sell its oldest factory in the north of the country, unless the workers agree to less.",
        "The company says that it sold the factory in the north, which was never meant to make a profit.",
        "If the snow melts early in spring the river floods the lower town, which the wall cannot prevent.",
        "A solvent is a liquid substance of any kind at all that can take up another substance in itself.",
        "The king, who had lost most of his support among the people of the capital, fled from the city at night.",
        "In the year of the great flood and of the hunger after it, the duke was asked to lower the taxes.",
        "The price of bread and of most other goods in the market doubled, according to the historian of the town.",
        "It is not only the size of the harvest but also the price of the transport that decides what bread costs.",
    ],
)
def test_numbers_conditions_negations_definitions_and_attributions_stay(sentence):
    assert shorten(sentence) == ""


def test_other_languages_keep_their_sentences():
    sentence = "La Révolution, qui dura dix ans, changea la France et puis toute l’Europe, avec des guerres partout."
    assert shorten(sentence, "fr") == ""


def test_words_are_kept_in_order():
    sentence = (
        "Hence, the river (a holy place for many) floods the town every spring, with the water standing for weeks."
    )
    kept = iter(sentence.lower().replace(",", "").replace("(", "").replace(")", "").split())
    assert all(word in kept for word in shorten(sentence).lower().split())
